//! Field codes: instructions to Word that stand between the runs of a text.

/// A field that has begun.
#[derive(Clone, Debug, Default)]
pub(super) struct Field {
    /// What Word is told to do.
    pub instruction: String,
    /// True when what follows is its result, which is seen.
    pub result: bool,
    /// Where its result leads.
    pub link: Option<String>,
}

/// The address a `HYPERLINK` instruction leads to.
pub(super) fn link(instruction: &str) -> Option<String> {
    let rest = command(instruction, "HYPERLINK")?;
    let mut words = words(rest);
    while let Some(word) = words.next() {
        match word.strip_prefix('\\') {
            // A place in the same document, a tip, a frame: each with its value.
            Some("l" | "o" | "t") => {
                words.next();
            }
            Some(_) => {}
            None => return Some(word.to_owned()).filter(|word| !word.is_empty()),
        }
    }
    None
}

/// True when the instruction fetches something from outside or starts a program.
pub(super) fn is_active(instruction: &str) -> bool {
    let fetches = ["INCLUDEPICTURE", "INCLUDETEXT", "IMPORT", "LINK"];
    ["DDE", "DDEAUTO", "MACROBUTTON"].iter().any(|name| command(instruction, name).is_some())
        || (fetches.iter().any(|name| command(instruction, name).is_some())
            && instruction.contains("://"))
}

fn command<'a>(instruction: &'a str, name: &str) -> Option<&'a str> {
    let text = instruction.trim_start();
    let head = text.get(..name.len())?;
    let rest = &text[name.len()..];
    let ends = rest.is_empty() || rest.starts_with([' ', '"', '\t', '\u{a0}']);
    (head.eq_ignore_ascii_case(name) && ends).then_some(rest)
}

/// Words of an instruction; quotes hold several together.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        if let Some(quoted) = rest.strip_prefix(['"', '“', '”']) {
            let end = quoted.find(['"', '“', '”']).unwrap_or(quoted.len());
            let word = &quoted[..end];
            rest = quoted[end..].trim_start_matches(['"', '“', '”']);
            return Some(word);
        }
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let word = &rest[..end];
        rest = &rest[end..];
        (!word.is_empty()).then_some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::{is_active, link};

    #[test]
    fn addresses_of_hyperlinks() {
        let check = |instruction: &str, expected: Option<&str>| {
            assert_eq!(link(instruction).as_deref(), expected, "{instruction}");
        };
        check(r#" HYPERLINK "https://example.org/a b" "#, Some("https://example.org/a b"));
        check(r#"HYPERLINK \o "Tip" "mailto:a@example.org""#, Some("mailto:a@example.org"));
        check("hyperlink https://example.org", Some("https://example.org"));
        check(r#"HYPERLINK \l "Place""#, None);
        check("PAGE", None);
        check("HYPERLINKS x", None);
        check("", None);
    }

    #[test]
    fn fields_that_act_by_themselves() {
        assert!(is_active("DDEAUTO c:\\cmd.exe"));
        assert!(is_active("INCLUDEPICTURE \"http://example.org/x.png\""));
        assert!(!is_active("INCLUDEPICTURE \"logo.png\""));
        assert!(!is_active("DATE \\@ yyyy"));
        assert!(!is_active("HYPERLINK \"https://example.org\""));
    }
}
