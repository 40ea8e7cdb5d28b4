//! Texts as a page shows them.

/// A text with white space collapsed, ligature characters spelled out and characters nobody sees
/// left out, so that every reader finds the letters; `None` when nothing is left.
pub(crate) fn text(value: Option<&String>) -> Option<String> {
    let visible: String = value?.chars().filter(|c| !is_invisible(*c)).collect();
    let words: Vec<String> = visible.split_whitespace().map(without_ligatures).collect();
    (!words.is_empty()).then(|| words.join(" "))
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

/// Ligature characters come with text copied out of a PDF.
fn without_ligatures(word: &str) -> String {
    const LIGATURES: [(char, &str); 7] = [
        ('\u{FB00}', "ff"),
        ('\u{FB01}', "fi"),
        ('\u{FB02}', "fl"),
        ('\u{FB03}', "ffi"),
        ('\u{FB04}', "ffl"),
        ('\u{FB05}', "st"),
        ('\u{FB06}', "st"),
    ];
    LIGATURES.into_iter().fold(word.to_owned(), |word, (c, letters)| word.replace(c, letters))
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
