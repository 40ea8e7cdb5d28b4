//! Small pieces of the sentences this crate writes.

/// A size in the unit people read: `41 bytes`, `10.0 MB`.
pub(crate) fn size(bytes: usize) -> String {
    const UNITS: [(usize, &str); 2] = [(1 << 20, "MB"), (1 << 10, "KB")];
    match UNITS.iter().find(|(unit, _)| bytes >= *unit) {
        Some((unit, name)) => format!("{:.1} {name}", bytes as f64 / *unit as f64),
        None => format!("{bytes} bytes"),
    }
}

/// `text` in backticks on one line, cut when long, so that a message stays a sentence.
pub(crate) fn quote(text: &str) -> String {
    format!("`{}`", clip(text, 40))
}

/// `text` on one line, at most `most` characters and `…`.
pub(crate) fn clip(text: &str, most: usize) -> String {
    // Looking at a little more than is shown keeps this cheap for a text of megabytes.
    let head: String = text.chars().take(most * 4).collect();
    let line = head.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut clipped: String = line.chars().take(most).collect();
    if clipped.len() < line.len() || head.len() < text.trim_end().len() {
        clipped.push('…');
    }
    clipped
}

/// `text` in the quotes that need no escape inside, as YAML and most people write it; at most
/// `most` characters of it.
pub(crate) fn in_quotes(text: &str, most: usize) -> String {
    let text = clip(text, most);
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// `a`, `b` or `c`, each in backticks.
pub(crate) fn choices<'a>(words: impl IntoIterator<Item = &'a str>, last: &str) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        assert_eq!(size(12), "12 bytes");
        assert_eq!(size(2048), "2.0 KB");
        assert_eq!(size(10 << 20), "10.0 MB");
    }

    #[test]
    fn quotes_stay_short_and_on_one_line() {
        assert_eq!(quote("a\n  b"), "`a b`");
        assert_eq!(quote(&"é".repeat(41)), format!("`{}…`", "é".repeat(40)));
        assert_eq!(quote(&"é".repeat(40)), format!("`{}`", "é".repeat(40)));
        assert_eq!(clip(&format!("a{}b", " ".repeat(900)), 5), "a…");
    }

    #[test]
    fn quoted_text_is_valid_yaml() {
        assert_eq!(in_quotes("it's", 9), "\"it's\"");
        assert_eq!(in_quotes(r#"a "b" it's"#, 20), r#"'a "b" it''s'"#);
        assert_eq!(in_quotes(r"C:\logs", 20), r"'C:\logs'");
    }

    #[test]
    fn lists_read_as_english() {
        assert_eq!(choices(["a"], "or"), "`a`");
        assert_eq!(choices(["a", "b", "c"], "or"), "`a`, `b` or `c`");
        assert_eq!(choices([], "or"), "");
    }
}
