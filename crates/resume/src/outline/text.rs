//! Texts as a page shows them.

/// A text with white space collapsed, ligature characters spelled out and characters nobody sees
/// left out, so that every reader finds the letters; `None` when nothing is left.
pub(crate) fn text(value: Option<&String>) -> Option<String> {
    let value = value?;
    let mut shown = String::with_capacity(value.len());
    let mut gap = false;
    for character in value.chars().filter(|c| !is_invisible(*c)) {
        if character.is_whitespace() {
            gap = !shown.is_empty();
            continue;
        }
        if gap {
            shown.push(' ');
            gap = false;
        }
        match ligature(character) {
            Some(letters) => shown.push_str(letters),
            None => shown.push(character),
        }
    }
    (!shown.is_empty()).then_some(shown)
}

/// Soft hyphen, zero-width characters, direction marks, variation selectors, control characters.
fn is_invisible(c: char) -> bool {
    let zero_width = matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    );
    zero_width || (c.is_control() && !c.is_whitespace())
}

/// The letters of a ligature character, which comes with text copied out of a PDF.
fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        _ => return None,
    })
}

pub(super) fn texts<'a>(values: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    values.into_iter().filter_map(|value| text(Some(value))).collect()
}

pub(super) fn joined<'a>(parts: impl IntoIterator<Item = Option<&'a String>>) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().filter_map(text).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// An address without scheme and closing slash.
pub(crate) fn bare(url: &str) -> String {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.unwrap_or(url).trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, expected: Option<&str>) {
        assert_eq!(text(Some(&written.to_owned())).as_deref(), expected, "{written:?}");
    }

    #[test]
    fn white_space_is_collapsed() {
        check(" a\t b\n c\u{A0}d ", Some("a b c d"));
        check("plain", Some("plain"));
        check(" \n", None);
        check("", None);
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        check("o\u{AD}ffice", Some("office"));
        check("zero\u{200B}width\u{FEFF}", Some("zerowidth"));
        check("\u{202E}turned\u{202C}", Some("turned"));
        check("bell\u{7}nul\u{0}", Some("bellnul"));
        check("\u{200B}", None);
        check("co-op Łódź 日本 🚀 e\u{301}", Some("co-op Łódź 日本 🚀 e\u{301}"));
    }

    #[test]
    fn ligature_characters_are_spelled_out() {
        check("\u{FB01}nd, a\u{FB04}uent, \u{FB00}, fa\u{FB06}", Some("find, affluent, ff, fast"));
        check("æ œ ß ĳ", Some("æ œ ß ĳ"));
    }
}
