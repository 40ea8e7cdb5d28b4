//! Writing a text so that it reads back as itself.

use std::fmt::Write;

use super::unquote::Style;
use crate::scalar::{ScalarType, plain_type};

/// Words that readers of YAML 1.1 take for truth values.
const TRUTHS: [&str; 8] = ["yes", "no", "on", "off", "y", "n", "true", "false"];

/// True when a text may stand without quotes, inside brackets (`in_flow`) or outside.
pub(super) fn is_plain_safe(text: &str, in_flow: bool) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let second = text[first.len_utf8()..].chars().next();
    let opens = match first {
        '-' | '?' | ':' => second.is_some_and(|c| !c.is_whitespace() && !is_bracket(c)),
        '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`' | '#' | '=' => false,
        _ => !is_bracket(first),
    };
    opens
        && text.trim() == text
        && !text.starts_with("---")
        && !text.starts_with("...")
        && !text.starts_with("<<")
        && !text.contains(": ")
        && !text.contains(":\t")
        && !text.ends_with(':')
        && !text.contains(" #")
        && !text.contains("\t#")
        && !text.chars().any(needs_escape)
        && !(in_flow && (text.contains(is_bracket) || text.contains("::")))
        && plain_type(text) == ScalarType::Text
        && !TRUTHS.contains(&text.to_lowercase().as_str())
}

fn is_bracket(c: char) -> bool {
    matches!(c, ',' | '[' | ']' | '{' | '}')
}

/// Characters that only double quotes can hold.
fn needs_escape(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// A part of a text as a scalar of this style writes it.
pub(super) fn inside(text: &str, style: Style) -> String {
    match style {
        Style::Plain | Style::Literal | Style::Folded => text.to_owned(),
        Style::Single => text.replace('\'', "''"),
        Style::Double => {
            let mut out = String::with_capacity(text.len());
            for c in text.chars() {
                match c {
                    '"' | '\\' => out.extend(['\\', c]),
                    '\n' => out += "\\n",
                    '\r' => out += "\\r",
                    '\t' => out += "\\t",
                    c if needs_escape(c) => {
                        let _ = write!(out, "\\u{:04x}", u32::from(c));
                    }
                    c => out.push(c),
                }
            }
            out
        }
    }
}

/// A text in double quotes, as YAML and JSON read it.
pub(super) fn double(text: &str) -> String {
    format!("\"{}\"", inside(text, Style::Double))
}

/// A text in the quotes that need fewer escapes; double ones when that is the same.
pub(super) fn quoted(text: &str) -> String {
    let escapes = text.contains(['"', '\\']) && !text.contains('\'');
    if escapes && !text.chars().any(needs_escape) {
        return format!("'{text}'");
    }
    double(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_texts_need_no_quotes() {
        for text in [
            "Cut p99 by half", "C++", "a:b", "http://x.y/#z", "-5 %", "2021-03", "p99.9", "naïve",
            "don't", "say \"go\"", "e5", "Go (gRPC)", "50 % of 3,000", "?x",
        ] {
            assert!(is_plain_safe(text, false), "{text}");
        }
        assert!(is_plain_safe("Node.js", true));
    }

    #[test]
    fn others_do() {
        for text in [
            "", " a", "a ", "a: b", "a:", "a #b", "- a", "-", "? a", "#1", "&a", "*", "!x", "|",
            "> 5", "'a", "\"a", "%a", "@a", "`a", "[a]", "{a}", ", a", "yes", "No", "on", "y",
            "true", "null", "~", "12", "1.5", "0x1F", "1_000", ".inf", "---", "...", "a\nb",
            "a\u{85}b", "<<",
        ] {
            assert!(!is_plain_safe(text, false), "{text:?}");
        }
        assert!(!is_plain_safe("a, b", true));
        assert!(!is_plain_safe("a [b]", true));
    }

    #[test]
    fn quotes_are_the_ones_that_need_fewer_escapes() {
        assert_eq!(quoted("a: b"), "\"a: b\"");
        assert_eq!(quoted("it's: b"), "\"it's: b\"");
        assert_eq!(quoted("say \"a\": b"), "'say \"a\": b'");
        assert_eq!(quoted("it's \"a\": \\"), r#""it's \"a\": \\""#);
        assert_eq!(quoted("\u{85}\t"), "\"\\u0085\\t\"");
    }
}
