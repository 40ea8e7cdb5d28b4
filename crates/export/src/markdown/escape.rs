//! Text that Markdown shows as it stands.

/// The text with a backslash before everything that `CommonMark`, GitHub or Pandoc would take for
/// markup at its place, and nowhere else: people read the source too.
///
/// The text is one line, without white space at its ends and in rows.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut before: Option<char> = None;
    let numbered = end_of_number(text);
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        if is_markup(c, before, rest) || numbered == Some(at) {
            escaped.push('\\');
        }
        escaped.push(c);
        before = Some(c);
    }
    escaped
}

fn is_markup(c: char, before: Option<char>, rest: &str) -> bool {
    let next = rest.chars().next();
    let starts_word = before.is_none_or(char::is_whitespace);
    match c {
        // `^` is Pandoc's superscript, and begins the name of a footnote.
        '\\' | '*' | '`' | '[' | ']' | '|' | '~' | '$' | '{' | '}' | '^' => true,
        // Inside a word it joins: `snake_case`.
        '_' => {
            let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !(inside(before) && inside(next))
        }
        // A tag, a comment or an address in angle brackets.
        '<' => next.is_some_and(|c| c.is_ascii_alphabetic() || "/!?".contains(c)),
        '&' => is_entity(rest),
        // A heading, the end of one, or the number of an issue.
        '#' => starts_word || before == Some('#'),
        // Somebody's name, or a citation.
        '@' => !before.is_some_and(char::is_alphanumeric),
        // Quotes, lists, rules and lines under a heading begin a line.
        '>' | '=' => before.is_none(),
        '+' | '-' | ':' => before.is_none() && next.is_none_or(|next| next == c || next == ' '),
        _ => false,
    }
}

/// True for what stands behind `&` of `&amp;`, `&#65;`.
fn is_entity(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    end > 0 && name[end..].starts_with(';')
}

/// Where the `.` or `)` of a number stands that begins the text: `1.` begins a list.
fn end_of_number(text: &str) -> Option<usize> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = text[end..].strip_prefix(['.', ')'])?;
    (end > 0 && (behind.is_empty() || behind.starts_with(' '))).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(escape(text), expected);
    }

    #[test]
    fn plain_text_stays_readable() {
        for text in [
            "C++ and C#, F# > .NET; R&D, 5 < 7 -> 9",
            "Cut p99 from 480 ms to 92 ms (–81 %)",
            "snake_case, x86-64, I/O, 24/7, a@example.com, what?! \"quoted\" 'too'",
            "3.5 million",
            "https://example.com/a-b?c=d&e=f%20g",
            "über, 東京, → ≥ €",
            "x: y",
            "2019 – 2021",
            "+1 555 0100",
            "-5 % errors",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn markup_is_escaped() {
        check("*bold* _it_ __x__ `raw`", "\\*bold\\* \\_it\\_ \\_\\_x\\_\\_ \\`raw\\`");
        check("[a](b) ![c] | d", "\\[a\\](b) !\\[c\\] \\| d");
        check("<b> </b> <!-- <?x <https://x>", "\\<b> \\</b> \\<!-- \\<?x \\<https://x>");
        check("&amp; &#65; & &x", "\\&amp; \\&#65; & &x");
        check("\\n $HOME ~~x~~ {id} ^2", "\\\\n \\$HOME \\~\\~x\\~\\~ \\{id\\} \\^2");
        check("@ref, #42", "\\@ref, \\#42");
    }

    #[test]
    fn a_line_begins_with_text() {
        for text in ["# x", "## x", "> x", "- x", "+ x", "--- x", "=== x", ": x", "#", "-", "="] {
            let hashes = text.bytes().take_while(|b| *b == b'#').count().max(1);
            let expected: String = text
                .char_indices()
                .map(|(at, c)| if at < hashes { format!("\\{c}") } else { c.to_string() })
                .collect();
            check(text, &expected);
        }
        check("1. x", "1\\. x");
        check("12) x", "12\\) x");
        check("1 x", "1 x");
    }
}
