//! Conditional requests (RFC 9110, section 13): who changes a thing says which state of it was
//! seen, and who has a state does not get it again.
//!
//! The mark of a document is its newest revision and, behind a point, a few digits for what can
//! change without one: its names, and whether it is in the bin. Only the revision protects a text,
//! so only the revision has to agree in `If-Match`; `"3"` is enough there.

use axum::extract::FromRequestParts;
use axum::http::header::{HeaderName, IF_MATCH, IF_NONE_MATCH};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::Document;

use super::answer::Problem;
use super::openapi::{Operation, Part};
use crate::hex::hex;
use crate::site::Site;
use crate::site::fault::Fault;

/// The `ETag` of a document.
pub(crate) fn mark(document: &Document) -> String {
    let mut hasher = Sha256::new();
    for part in [document.title.as_bytes(), document.company.as_bytes()] {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.update([u8::from(document.deleted_ms.is_some())]);
    let digits = hex(&hasher.finalize()[..4]);
    format!("\"{}.{digits}\"", document.head)
}

/// The state that a change starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum IfMatch {
    /// Whatever it is now.
    Any,
    /// One of these revisions; none when no mark is of a revision.
    Revisions(Vec<i64>),
}

impl IfMatch {
    /// The revision that a change starts from, when `head` is the newest; a problem when it was
    /// another one that was seen.
    pub(crate) fn base(&self, head: i64) -> Result<i64, Problem> {
        match self {
            Self::Any => Ok(head),
            Self::Revisions(seen) if seen.contains(&head) => Ok(head),
            Self::Revisions(_) => Err(Problem::stale(head)),
        }
    }

    /// The revision named, when it is one only: an answer that was lost may be asked for again.
    pub(crate) fn only(&self) -> Option<i64> {
        match self {
            Self::Revisions(seen) => <[i64; 1]>::try_from(seen.as_slice()).ok().map(|[one]| one),
            Self::Any => None,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        if text.trim() == "*" {
            return Some(Self::Any);
        }
        let marks = marks(text).filter(|marks| !marks.is_empty())?;
        let revisions = marks.into_iter().filter_map(|mark| {
            // A weak mark never agrees here.
            let inner = mark.strip_prefix('"')?.strip_suffix('"')?;
            inner.split('.').next()?.parse().ok().filter(|number| *number > 0)
        });
        Some(Self::Revisions(revisions.collect()))
    }
}

impl FromRequestParts<Site> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Site) -> Result<Self, Problem> {
        let Some(text) = text(&parts.headers, &IF_MATCH)? else {
            let fault = Fault::new(
                StatusCode::PRECONDITION_REQUIRED,
                "a change has to say which revision it starts from",
            );
            return Err(fault.hint("send the `ETag` of what you read as `If-Match`").into());
        };
        Ok(Self::parse(&text).ok_or_else(|| broken(&IF_MATCH))?)
    }
}

impl Part for IfMatch {
    fn describe(operation: &mut Operation<'_>) {
        let text = "The `ETag` of the state that the change starts from; `\"3\"` for revision 3.";
        let schema = json!({ "type": "string", "pattern": "^\"[1-9][0-9]{0,17}(\\.[0-9a-f]{8})?\"$", "examples": ["\"1\""] });
        operation.header("If-Match", true, text, &schema);
        operation.problem(StatusCode::BAD_REQUEST, "`If-Match` is no list of marks.");
        operation.problem(StatusCode::CONFLICT, "It is in the bin, or was changed meanwhile.");
        operation.problem(
            StatusCode::PRECONDITION_FAILED,
            "It was changed since; `revision` is the newest. Read it, and change that.",
        );
        operation.problem(StatusCode::PRECONDITION_REQUIRED, "`If-Match` is missing.");
    }
}

/// The states that whoever asks has already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct IfNoneMatch(Vec<String>);

impl IfNoneMatch {
    /// True when a state with this mark need not be sent.
    pub(crate) fn has(&self, mark: &str) -> bool {
        self.0.iter().any(|one| one == "*" || one.trim_start_matches("W/") == mark)
    }
}

impl FromRequestParts<Site> for IfNoneMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Site) -> Result<Self, Problem> {
        // What cannot be understood asks for nothing: the whole answer is right.
        let text = text(&parts.headers, &IF_NONE_MATCH).ok().flatten().unwrap_or_default();
        if text.trim() == "*" {
            return Ok(Self(vec!["*".to_owned()]));
        }
        Ok(Self(marks(&text).unwrap_or_default().into_iter().map(str::to_owned).collect()))
    }
}

impl Part for IfNoneMatch {
    fn describe(operation: &mut Operation<'_>) {
        let text = "The `ETag` of the state you have: an answer of 304 says that it is the newest.";
        operation.header("If-None-Match", false, text, &json!({ "type": "string" }));
        operation.answer(StatusCode::NOT_MODIFIED, "You have the newest state.", json!({}));
    }
}

/// The value of a header; all of them when it came more than once.
fn text(headers: &HeaderMap, name: &HeaderName) -> Result<Option<String>, Fault> {
    let values: Result<Vec<&str>, _> =
        headers.get_all(name).iter().map(|value| value.to_str()).collect();
    let values = values.map_err(|_| broken(name))?;
    Ok((!values.is_empty()).then(|| values.join(",")))
}

/// The marks of a list; `None` when it is none.
fn marks(text: &str) -> Option<Vec<&str>> {
    let mut marks = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let start = rest.strip_prefix("W/").unwrap_or(rest).strip_prefix('"')?;
        let end = rest.len() - start.len() + start.find('"')? + 1;
        marks.push(&rest[..end]);
        rest = rest[end..].trim_start();
        if !rest.is_empty() {
            rest = rest.strip_prefix(',')?.trim_start_matches([',', ' ', '\t']);
        }
    }
    Some(marks)
}

fn broken(name: &HeaderName) -> Fault {
    Fault::bad_request(format!("the header `{name}` is no list of marks"))
        .hint("a mark stands in double quotes, as in an `ETag`: \"3\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&[i64]>) {
        let revisions = expected.map(|revisions| IfMatch::Revisions(revisions.to_vec()));
        assert_eq!(IfMatch::parse(text), revisions, "{text:?}");
    }

    #[test]
    fn marks_name_revisions() {
        check("\"3\"", Some(&[3]));
        check("\"3.0badcafe\"", Some(&[3]));
        check("\"3\", \"4.1\",\"x\"", Some(&[3, 4]));
        check("W/\"3\"", Some(&[]));
        check("\"\"", Some(&[]));
        check("\"-3\"", Some(&[]));
        check("", None);
        check("3", None);
        check("\"3", None);
        check("\"3\" \"4\"", None);
        check("\"99999999999999999999\"", Some(&[]));
        assert_eq!(IfMatch::parse(" * "), Some(IfMatch::Any));
    }

    #[test]
    fn a_change_starts_from_the_newest_revision() {
        assert_eq!(IfMatch::Any.base(7).ok(), Some(7));
        assert_eq!(IfMatch::Revisions(vec![6, 7]).base(7).ok(), Some(7));
        assert_eq!(IfMatch::Revisions(vec![6]).base(7).err().and_then(|p| p.revision), Some(7));
    }

    #[test]
    fn a_state_one_has_is_not_sent_again() {
        let has = |list: &str, mark: &str| {
            IfNoneMatch(marks(list).unwrap_or_default().into_iter().map(str::to_owned).collect())
                .has(mark)
        };
        assert!(has("\"1\", W/\"2\"", "\"2\"") && has("\"1\"", "\"1\""));
        assert!(!has("\"1\"", "\"2\"") && !has("", "\"1\"") && !has("1", "\"1\""));
    }
}
