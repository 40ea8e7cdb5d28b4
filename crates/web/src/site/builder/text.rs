//! Values as a field shows them, and what somebody wrote into a field as values.

use serde_json::Value;

/// What the field of a value shows.
pub(crate) fn shown(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) => {
            let words: Vec<String> =
                list.iter().map(|word| quoted(word.as_str().unwrap_or_default())).collect();
            words.join(", ")
        }
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// True when a field says what was shown, after what browsers do to texts: line breaks of forms are
/// CR LF, fields of one line have none, and white space around is nobody's intention.
pub(crate) fn is_same(shown: &str, sent: &str) -> bool {
    let plain = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
    let line = |text: &str| text.replace(['\r', '\n'], "").trim().to_owned();
    shown == sent || plain(shown) == plain(sent) || line(shown) == line(sent)
}

/// A text as one line, with single spaces where lines ended.
pub(crate) fn one_line(text: &str) -> String {
    let clean = |c: char| if c.is_control() { ' ' } else { c };
    let text: String = text.chars().map(clean).collect();
    text.trim().to_owned()
}

/// A text with lines; other control characters are spaces.
pub(crate) fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let clean = |c: char| if c.is_control() && c != '\n' { ' ' } else { c };
    let text: String = text.chars().map(clean).collect();
    let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
    lines.join("\n")
}

/// One of several words; one with a comma needs quotes.
fn quoted(word: &str) -> String {
    let odd = word.is_empty() || word.trim() != word || word.contains([',', '"', '\n', '\r']);
    if odd { format!("\"{}\"", word.replace('"', "\"\"")) } else { word.to_owned() }
}

/// Words between commas or line ends; one in quotes may hold both.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let in_quotes = rest.strip_prefix('"').and_then(in_quotes);
        let (word, end) = if let Some((word, length)) = in_quotes {
            (word, 1 + length)
        } else {
            let end = rest.find([',', '\n', '\r']).unwrap_or(rest.len());
            (one_line(&rest[..end]), end)
        };
        if !word.is_empty() {
            words.push(word);
        }
        rest = rest[end..].trim_start();
        rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    }
    words
}

/// The word behind an opening quote up to the closing one, which ends a word, and its length.
fn in_quotes(rest: &str) -> Option<(String, usize)> {
    let mut from = 0;
    loop {
        let quote = from + rest[from..].find('"')?;
        let behind = &rest[quote + 1..];
        if behind.starts_with('"') {
            from = quote + 2;
            continue;
        }
        let ends = behind.trim_start_matches([' ', '\t']);
        let is_end = ends.is_empty() || ends.starts_with([',', '\n', '\r']);
        return is_end.then(|| (one_line(&rest[..quote].replace("\"\"", "\"")), quote + 1));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn words_stand_between_commas() {
        for (text, expected) in [
            ("", &[] as &[&str]),
            (" , ,", &[]),
            ("Go", &["Go"]),
            ("Go, C++,Kafka ", &["Go", "C++", "Kafka"]),
            ("Go\r\nKafka\n", &["Go", "Kafka"]),
            ("\"a, b\", c", &["a, b", "c"]),
            ("\"a\"\"b\"", &["a\"b"]),
            ("\"open, b", &["\"open", "b"]),
            ("\"a\" b, c", &["\"a\" b", "c"]),
            ("5\" disk, c", &["5\" disk", "c"]),
            ("\"\", c", &["c"]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn words_are_shown_so_that_they_read_back() {
        for list in [vec!["Go", "C++"], vec!["a, b", "c\"d"], vec!["\"x\"", "5\" disk"]] {
            assert_eq!(words(&shown(Some(&json!(list)))), list);
        }
    }

    #[test]
    fn browsers_change_texts_without_meaning_it() {
        for (shown, sent, expected) in [
            ("a\nb", "a\r\nb", true),
            ("a\nb", "ab", true),
            (" a ", "a", true),
            ("\na", "a", true),
            ("a b", "ab", false),
            ("a", "", false),
            ("", " ", true),
        ] {
            assert_eq!(is_same(shown, sent), expected, "{shown:?} {sent:?}");
        }
    }

    #[test]
    fn texts_are_cleaned() {
        assert_eq!(one_line(" a\tb\r\nc\u{0} "), "a b  c");
        assert_eq!(paragraphs("a \r\n\r\nb\u{7}c\n"), "a\n\nb c");
    }
}
