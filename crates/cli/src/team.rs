//! `vitae serve` for several people: where it listens, how it is reached, and how it sends letters.

use std::env;
use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};

use web::site::{Mail, Origin, Team};

use crate::exit::Failure;
use crate::local::cannot_serve;
use crate::output;

/// The address of a server for mail; it may hold a password, so it is no option.
const SMTP_URL: &str = "VITAE_SMTP_URL";
/// Who letters are from.
const MAIL_FROM: &str = "VITAE_MAIL_FROM";

/// For several people.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct TeamArgs {
    /// Serve several people with accounts at this address and port; needs `--url`
    #[arg(long, value_name = "ADDR:PORT", conflicts_with_all = ["port", "open"])]
    listen: Option<SocketAddr>,
    /// The address that people type, such as `https://hire.example.org`
    #[arg(long, value_name = "URL", value_parser = Origin::parse)]
    url: Option<Origin>,
    /// A proxy in front says whom it answers: take that from `X-Forwarded-For`
    #[arg(long, requires = "listen")]
    trust_proxy: bool,
    /// Print a link with which this person chooses a new password, and end
    #[arg(long, value_name = "WHO", requires = "url", conflicts_with = "listen")]
    reset_password: Option<String>,
}

impl TeamArgs {
    /// Where to listen and how people come in; none for the one person of this machine.
    pub(crate) fn start(&self) -> Result<Option<(TcpListener, Team)>, Failure> {
        let Some(listen) = self.listen else {
            return match &self.url {
                None => Ok(None),
                Some(_) => Err(Failure::new("`--url` is the address of a site for several people")
                    .hint("say where it listens, too: `--listen 127.0.0.1:8080`")),
            };
        };
        let team = self.team()?;
        let listener = TcpListener::bind(listen).map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => Failure::new(format!("{listen} is in use by another program")),
            ErrorKind::AddrNotAvailable => {
                Failure::new(format!("this machine has no address {}", listen.ip()))
                    .hint("0.0.0.0 means all addresses it has")
            }
            _ => cannot_serve(&error),
        })?;
        Ok(Some((listener, team)))
    }

    /// Whose password is to be chosen anew, and the site that it is for.
    pub(crate) fn reset(&self) -> Result<Option<(&str, Team)>, Failure> {
        let Some(who) = &self.reset_password else { return Ok(None) };
        Ok(Some((who, self.team()?)))
    }

    fn team(&self) -> Result<Team, Failure> {
        let origin = self.url.clone().ok_or_else(|| {
            Failure::new("`--listen` needs `--url`, the address that people type").hint(
                "links of invitations begin with it, and requests under any other name are refused: \
                 `--url https://hire.example.org`",
            )
        })?;
        Ok(Team { origin, trust_proxy: self.trust_proxy, mail: mail()?, log: output::note })
    }
}

/// How letters are sent, when the environment says so.
fn mail() -> Result<Option<Mail>, Failure> {
    let of = |name| env::var(name).ok().filter(|value: &String| !value.is_empty());
    match (of(SMTP_URL), of(MAIL_FROM)) {
        (None, None) => Ok(None),
        (Some(url), Some(from)) => {
            let mail = Mail::new(&url, &from);
            mail.map(Some).map_err(|why| {
                Failure::new(why).hint(format!("see the variables {SMTP_URL} and {MAIL_FROM}"))
            })
        }
        (Some(_), None) => Err(missing(MAIL_FROM, "the sender, such as vitae <vitae@example.org>")),
        (None, Some(_)) => {
            Err(missing(SMTP_URL, "the server, such as smtps://NAME:PASSWORD@mail.example.org"))
        }
    }
}

fn missing(name: &str, what: &str) -> Failure {
    Failure::new(format!("to send mail, the variable {name} is missing"))
        .hint(format!("it is {what}"))
}
