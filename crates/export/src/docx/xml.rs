//! Text in XML.

/// Appends a text for an element or a quoted attribute. Characters that XML 1.0 cannot say are
/// left out: one of them makes Word refuse the whole file.
pub(super) fn push_text(xml: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            // A raw line break in an attribute would become a space anyway.
            '\t' | '\n' | '\r' => xml.push(' '),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            _ => xml.push(c),
        }
    }
}

/// The text for an element or a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    push_text(&mut xml, text);
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_survive() {
        let check = |text: &str, expected: &str| assert_eq!(escaped(text), expected, "{text:?}");
        check("plain C++ # $ _ * @ \\ 'x'", "plain C++ # $ _ * @ \\ 'x'");
        check("<b> & \"c\" ]]>", "&lt;b&gt; &amp; &quot;c&quot; ]]&gt;");
        check("&amp;", "&amp;amp;");
        check("a\0b\u{B}c\u{1F}d\u{FFFF}e\tf\ng", "abcde f g");
        check("e\u{301} 日本 🚀 שלום \u{E000}", "e\u{301} 日本 🚀 שלום \u{E000}");
    }
}
