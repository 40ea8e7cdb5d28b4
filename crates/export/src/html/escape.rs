//! Text as content of an element or of an attribute in quotes.

use std::borrow::Cow;

/// The text with the five characters of HTML's own spelled as entities.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_becomes_text() {
        for (text, expected) in [
            ("C++ & F# > .NET", "C++ &amp; F# &gt; .NET"),
            ("<b>\"x\"</b>", "&lt;b&gt;&quot;x&quot;&lt;/b&gt;"),
            ("O'Neill", "O&#39;Neill"),
            ("&amp;", "&amp;amp;"),
            ("naïve – 5 µs", "naïve – 5 µs"),
            ("", ""),
        ] {
            assert_eq!(escape(text), expected);
        }
    }
}
