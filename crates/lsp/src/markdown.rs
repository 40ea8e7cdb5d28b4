//! Markdown that an editor shows. What stands in a resume is untrusted and goes into code spans.

/// Most characters of a quoted text.
const MOST_QUOTED: usize = 120;

/// `text` as code on one line, cut when long, whatever stands in it.
pub(crate) fn code(text: &str) -> String {
    let line = clip(text, MOST_QUOTED);
    let (mut run, mut longest) = (0, 0);
    for c in line.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 { " " } else { "" };
    format!("{fence}{pad}{line}{pad}{fence}")
}

/// `text` on one line, at most `most` characters and `…`.
pub(crate) fn clip(text: &str, most: usize) -> String {
    let mut words = text.split_whitespace();
    let mut line = words.next().unwrap_or_default().to_owned();
    for word in words {
        if line.len() > most * 4 {
            break;
        }
        line.push(' ');
        line.push_str(word);
    }
    match line.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}

/// The documentation of a rule: its executed examples, fenced as `bullets,flagged` and
/// `bullets,clean`, get a heading instead.
pub(crate) fn rule(docs: &str) -> String {
    let mut text = String::with_capacity(docs.len());
    for line in docs.lines() {
        if let Some((kind, judged)) = line.strip_prefix("```").and_then(|info| info.split_once(','))
        {
            let flagged = judged.starts_with("flagged");
            text += if flagged { "*Flagged:*\n\n```" } else { "*Clean:*\n\n```" };
            text += if kind == "bullets" || kind == "skills" || kind == "yaml" {
                "yaml"
            } else {
                "text"
            };
        } else {
            text += line;
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_texts_cannot_become_markup() {
        for (text, expected) in [
            ("Cut p99", "`Cut p99`"),
            ("a\n  b", "`a b`"),
            ("a `b` [c](command:d)", "`` a `b` [c](command:d) ``"),
            ("``", "``` `` ```"),
            ("", "``"),
        ] {
            assert_eq!(code(text), expected);
        }
        assert_eq!(clip(&"é".repeat(9), 4), "éééé…");
        assert_eq!(clip("a b c", 4), "a b…");
    }

    #[test]
    fn examples_say_what_they_show() {
        let docs = "One line.\n\n```bullets,flagged,senior\n- x\n```\n```text\ny\n```\n";
        assert_eq!(rule(docs), "One line.\n\n*Flagged:*\n\n```yaml\n- x\n```\n```text\ny\n```");
    }
}
