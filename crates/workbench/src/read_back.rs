//! Nothing is kept that cannot be read: what was made is read again, as a stranger's program would.

use document::{Kind, Limits};
use extract::{Loss, LossKind, verify_document};

use crate::{Failure, Rendition};

/// Losses that a message names; more help nobody.
const MOST: usize = 3;

/// Reads `bytes` again and looks for all of `leaves` in it, whole and in order. `name` is what
/// people call the file.
///
/// Pictures, LaTeX source and data have no reader of their own here, and are taken as they are.
pub fn read_back(
    name: &str,
    form: Rendition,
    bytes: &[u8],
    leaves: &[&str],
) -> Result<(), Failure> {
    let kind = match form {
        Rendition::Pdf => Kind::Pdf,
        Rendition::Export(export::Format::Docx) => Kind::Docx,
        Rendition::Export(export::Format::Html) => Kind::Html,
        Rendition::Export(export::Format::Markdown) => Kind::Markdown,
        Rendition::Export(export::Format::Text) => Kind::Text,
        Rendition::Png | Rendition::Svg | Rendition::Export(_) => return Ok(()),
    };
    let refused = |what: String, hint: String| {
        Failure::new(format!("{name} would not read back, so nothing was written: {what}"))
            .hint(hint)
    };
    let document = document::read(bytes, kind, &Limits::default())
        .map_err(|error| refused(error.message, error.hint.to_owned()))?;
    let losses = verify_document(leaves, &document);
    if losses.is_empty() {
        return Ok(());
    }
    let named: Vec<String> = losses.iter().take(MOST).map(told).collect();
    let more = match losses.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let hint = if losses.iter().all(|loss| loss.kind == LossKind::Torn) {
        "a word in it may be too long for a line, an address perhaps: shorten it, or choose another \
         template or font"
    } else {
        "another template or font may keep it; programs that read applications would lose it"
    };
    Err(refused(format!("{}{more}", named.join(", ")), hint.to_owned()))
}

/// `"Cut p99 …" is missing`
fn told(loss: &Loss<'_>) -> String {
    const LONGEST: usize = 48;
    let mut text: String = loss.leaf.chars().take(LONGEST).collect();
    if text.len() < loss.leaf.len() {
        text.push_str("...");
    }
    let what = match loss.kind {
        LossKind::Missing => "is missing",
        LossKind::Torn => "is torn",
        LossKind::OutOfOrder => "is out of order",
    };
    format!("\"{text}\" {what}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_text(leaves: &[&str], text: &str, expected: Option<&str>) {
        let form = Rendition::Export(export::Format::Text);
        let failure = read_back("cv.txt", form, text.as_bytes(), leaves).err();
        let message = failure.as_ref().map(|failure| failure.message.clone());
        let lost = message.as_deref().and_then(|message| message.split_once("written: "));
        assert_eq!(lost.map(|(_, lost)| lost), expected, "{leaves:?} in {text:?}");
    }

    #[test]
    fn what_is_lost_is_named() {
        check_text(&["Ada Kovač", "Cut p99"], "Ada Kovač\n\n- Cut p99\n", None);
        check_text(&["Ada Kovač", "Cut p99"], "Ada Kovač\n", Some("\"Cut p99\" is missing"));
        check_text(&["Cut p99"], "C u t p 9 9\n", Some("\"Cut p99\" is torn"));
        check_text(
            &["one", "two", "three", "four", "five"],
            "one\n",
            Some("\"two\" is missing, \"three\" is missing, \"four\" is missing and 1 more"),
        );
    }

    #[test]
    fn pictures_and_data_are_taken_as_they_are() {
        for form in [Rendition::Png, Rendition::Svg, Rendition::Export(export::Format::Latex)] {
            assert!(read_back("cv", form, b"", &["lost"]).is_ok());
        }
    }
}
