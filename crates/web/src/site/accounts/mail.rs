//! Letters by SMTP.

use std::time::{Duration, UNIX_EPOCH};

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::token::new_token;

/// How long a server for mail may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// How letters are sent.
pub struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl std::fmt::Debug for Mail {
    /// Without the transport, which knows a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mail").field("from", &self.from).finish_non_exhaustive()
    }
}

impl Mail {
    /// Through the server at `url` (`smtps://NAME:PASSWORD@HOST`, `smtp://HOST:PORT?tls=required`),
    /// from `from` (`vitae <vitae@example.org>`). The reason when one of them cannot be read; it
    /// holds nothing of the address, which may have a password.
    pub fn new(url: &str, from: &str) -> Result<Self, String> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| {
            "the address of the server for mail cannot be read: it is such as smtps://NAME:PASSWORD@mail.example.org, \
             with %XX for special characters of the password"
        })?;
        let from = from.parse().map_err(
            |_| "the sender of mail cannot be read: it is such as vitae <vitae@example.org>",
        )?;
        Ok(Self { transport: transport.timeout(Some(PATIENCE)).build(), from })
    }

    /// Sends a letter of plain text; the reason when the server does not take it.
    pub(crate) async fn send(
        &self,
        to: &str,
        subject: &str,
        text: &str,
        now: i64,
    ) -> Result<(), String> {
        let to: Mailbox = to.parse().map_err(|_| "this is no address for e-mail".to_owned())?;
        let now = UNIX_EPOCH + Duration::from_millis(u64::try_from(now).unwrap_or_default());
        let id = format!("<{}@{}>", new_token(), self.from.email.domain());
        let letter = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(subject)
            .date(now)
            .message_id(Some(id))
            .header(ContentType::TEXT_PLAIN)
            .body(text.to_owned())
            .map_err(|error| error.to_string())?;
        self.transport.send(letter).await.map(drop).map_err(|error| error.to_string())
    }
}

/// True for a handle to which letters can be sent.
pub(crate) fn is_address(handle: &str) -> bool {
    handle.contains('@') && handle.parse::<lettre::Address>().is_ok()
}
