//! `Idempotency-Key`: a request that is sent twice is done once, and answered the same twice.

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{Begun, UserId};

use super::answer::{Problem, Reply};
use super::openapi::{Operation, Part};
use crate::site::Site;
use crate::site::fault::Fault;

/// The header, as it is written.
const NAME: &str = "Idempotency-Key";

/// Characters of a key at most.
const LONGEST: usize = 255;

/// The key of a request, when it has one, and what it asks for.
pub(crate) struct Once {
    key: Option<String>,
    /// Method and address.
    target: String,
}

impl FromRequestParts<Site> for Once {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Site) -> Result<Self, Problem> {
        let target = format!("{} {}", parts.method, parts.uri);
        let Some(key) = parts.headers.get(NAME) else { return Ok(Self { key: None, target }) };
        let key = key.to_str().ok().filter(|key| {
            (1..=LONGEST).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic())
        });
        let key = key.ok_or_else(|| {
            Fault::bad_request(format!("the header `{NAME}` is no key")).hint(
                "a key has 1 to 255 characters of ASCII without spaces, such as a random UUID",
            )
        })?;
        Ok(Self { key: Some(key.to_owned()), target })
    }
}

impl Part for Once {
    fn describe(operation: &mut Operation<'_>) {
        let text = "Any text of yours, new for each new request: sent again with the same key, a \
                    request is not done again, and has the same answer for 24 hours.";
        let schema = json!({
            "type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": "^[!-~]+$",
        });
        operation.header(NAME, false, text, &schema);
        operation.problem(StatusCode::BAD_REQUEST, "The key is empty or too long.");
        operation.problem(StatusCode::CONFLICT, "The first request with this key is under way.");
        operation
            .problem(StatusCode::UNPROCESSABLE_ENTITY, "The key was used for another request.");
    }
}

impl Once {
    /// Does `work` unless it was done, and answers as the first time.
    ///
    /// Work with a key goes on when nobody waits for the answer any more, so that who asks again
    /// gets it.
    pub(crate) async fn run(
        self,
        site: &Site,
        user: UserId,
        body: &[u8],
        work: impl Future<Output = Result<Reply, Problem>> + Send + 'static,
    ) -> Result<Reply, Problem> {
        let Some(key) = self.key else { return work.await };
        let mut hasher = Sha256::new();
        hasher.update(self.target.as_bytes());
        hasher.update([0]);
        hasher.update(body);
        let asked = hasher.finalize().into();
        match site.store.begin_request(user, &key, asked, site.clock.now()).await? {
            Begun::New => {}
            Begun::Replay(answer) => return Ok(Reply::from_answer(answer)),
            Begun::UnderWay => {
                let text = "the first request with this key is still under way";
                return Err(Fault::new(StatusCode::CONFLICT, text)
                    .hint("ask again in a moment")
                    .into());
            }
            Begun::Mismatch => {
                let text = "this key was used for another request";
                let fault = Fault::new(StatusCode::UNPROCESSABLE_ENTITY, text);
                return Err(fault.hint("make a new key for each new request").into());
            }
        }
        let site = site.clone();
        let done = tokio::spawn(async move {
            let done = work.await;
            match done {
                Ok(reply) => {
                    let answer = reply.into_answer();
                    // It is done, whether or not the answer can be kept.
                    let _ = site.store.finish_request(user, &key, answer.clone()).await;
                    Ok(Reply::from_answer(answer))
                }
                Err(problem) => {
                    // The problem is the answer, whether or not the key can be forgotten now.
                    let _ = site.store.forget_request(user, &key).await;
                    Err(problem)
                }
            }
        });
        done.await.map_err(|_| Fault::ours())?
    }
}
