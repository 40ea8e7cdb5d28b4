//! Messages as HTML: what stands between backticks is a value by its name, else code.

use std::borrow::Cow;

use maud::{Markup, html};

use crate::label;

/// As [`prose`], for a message that stands alone: it begins with a capital letter, unless its
/// first word is a name or a quotation.
pub(crate) fn sentence(text: &str) -> Markup {
    let word = text.split([' ', ',', ':', ';']).next().unwrap_or_default();
    let plain = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let text = if plain {
        Cow::Owned(text[..1].to_ascii_uppercase() + &text[1..])
    } else {
        Cow::Borrowed(text)
    };
    prose(&text)
}

/// `text` with its quoted words as code. A quoted path is what people call the value there.
pub(crate) fn prose(text: &str) -> Markup {
    // An odd backtick at the end quotes nothing.
    let pairs = text.matches('`').count() / 2 * 2;
    let parts: Vec<&str> = text.splitn(pairs + 1, '`').collect();
    html! {
        @for (index, part) in parts.iter().enumerate() {
            @if index % 2 == 0 {
                (part)
            } @else if let Some(name) = label::of_text(part) {
                b { (name) }
            } @else {
                code { (part) }
            }
        }
    }
}

/// `1 error`, `3 errors`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// With a capital letter at its beginning.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(prose(text).into_string(), expected);
    }

    #[test]
    fn sentences_begin_with_a_capital_letter() {
        for (text, expected) in [
            ("nothing can fall by 120%", "Nothing can fall by 120%"),
            ("a `b` c", "A <code>b</code> c"),
            ("there: it is", "There: it is"),
            ("\"of joining\" takes a line", "&quot;of joining&quot; takes a line"),
            ("`go` is a verb", "<code>go</code> is a verb"),
            ("p99 of what", "p99 of what"),
            ("gRPC is a name", "gRPC is a name"),
            ("ändern", "ändern"),
            ("", ""),
        ] {
            assert_eq!(sentence(text).into_string(), expected);
        }
    }

    #[test]
    fn quoted_words_are_code_and_everything_is_escaped() {
        check("", "");
        check("plain words", "plain words");
        check("write `Go` here", "write <code>Go</code> here");
        check("`a` and `b`", "<code>a</code> and <code>b</code>");
        check("an odd ` stays", "an odd ` stays");
        check("`a` and ` more", "<code>a</code> and ` more");
        check("<b> & \"`<i>`\"", "&lt;b&gt; &amp; &quot;<code>&lt;i&gt;</code>&quot;");
        check("``", "<code></code>");
        check("`work[0].highlights[1]` says <", "<b>Role 1, bullet 2</b> says &lt;");
    }
}
