//! E-mail addresses, also those that a page disguises or a bad reader took apart.

use std::ops::Range;

use super::network::is_top_level;

/// An e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Email {
    /// Bytes of the line, `mailto:` included.
    pub(crate) range: Range<usize>,
    /// The address as it must be written.
    pub(crate) address: String,
}

/// The addresses of `text`, in order.
pub(crate) fn emails(text: &str) -> Vec<Email> {
    let mut found: Vec<Email> = Vec::new();
    for (at, length) in signs(text) {
        let from = found.last().map_or(0, |email| email.range.end);
        if at >= from
            && let Some(email) = around(text, from, at, length)
        {
            found.push(email);
        }
    }
    found
}

/// Disguises of the sign; ASCII letters in lower case.
const SIGNS: [&str; 6] = ["@", "(at)", "[at]", "{at}", "<at>", " at "];

/// Places and lengths of everything that can stand for `@`.
fn signs(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let disguised = bytes.windows(2).any(|pair| pair.eq_ignore_ascii_case(b"at"));
    let mut signs = Vec::new();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'@' => signs.push((at, 1)),
            b'(' | b'[' | b'{' | b'<' | b' ' if disguised => {
                let is_here = |sign: &&&str| {
                    bytes[at..]
                        .get(..sign.len())
                        .is_some_and(|here| here.eq_ignore_ascii_case(sign.as_bytes()))
                };
                signs.extend(SIGNS[1..].iter().find(is_here).map(|sign| (at, sign.len())));
            }
            _ => {}
        }
    }
    signs
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'' | '#')
}

fn around(text: &str, from: usize, at: usize, length: usize) -> Option<Email> {
    let plain = &text[at..at + length] == "@";
    // A bare "at" is a word of every sentence: only `name at domain dot com` is an address.
    let worded = text[at..at + length].starts_with(' ');
    let before = text[from..at].trim_end();
    let start = before
        .rfind(|c| !is_local(c))
        .map_or(0, |last| last + before[last..].chars().next().map_or(1, char::len_utf8));
    let local = before[start..].trim_start_matches(['.', '-', '\'', '#']);
    let start = from + before.len() - local.len();
    let after = &text[at + length..];
    let lead = after.len() - after.trim_start().len();
    let spaced = from + before.len() < at || lead > 0;
    let (domain, used, dotted) = domain(after.trim_start(), worded)?;
    if local.is_empty() || local.ends_with('.') || (worded && !dotted) {
        return None;
    }
    if spaced && plain && !is_top_level(domain.rsplit('.').next().unwrap_or_default()) {
        return None;
    }
    let mut range = start..at + length + lead + used;
    let head = &text[from..start];
    if head.len() >= 7
        && head.is_char_boundary(head.len() - 7)
        && head[head.len() - 7..].eq_ignore_ascii_case("mailto:")
    {
        range.start -= 7;
    }
    Some(Email { range, address: format!("{local}@{domain}") })
}

/// The domain at the start of `text`, its bytes there, and whether `dot` was written as a word.
fn domain(text: &str, worded: bool) -> Option<(String, usize, bool)> {
    let mut domain = String::new();
    let mut used = 0;
    let mut dotted = false;
    loop {
        let rest = &text[used..];
        let label = rest.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(rest.len());
        if label == 0 {
            break;
        }
        domain.push_str(&rest[..label]);
        used += label;
        let Some((dot, word)) = dot(&text[used..], worded) else { break };
        let next = &text[used + dot..];
        let label = next.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(next.len());
        // A blank beside the dot is a sentence's end, unless a top-level domain stands there.
        let ended = domain.contains('.') && text[used..].starts_with('.');
        let tied = dot == 1 || word || (is_top_level(&next[..label]) && !ended);
        if label == 0 || !tied || (word && domain.contains('.') && !is_top_level(&next[..label])) {
            break;
        }
        dotted |= word;
        domain.push('.');
        used += dot;
    }
    let cut = domain.trim_end_matches(['.', '-']).len();
    used -= domain.len() - cut;
    domain.truncate(cut);
    let top = domain.rsplit_once('.')?.1;
    // `jane@example.comPhone`: words glued to the address.
    if !is_top_level(top) {
        let hump =
            top.char_indices().skip(1).find(|(_, c)| c.is_uppercase()).map_or(0, |(at, _)| at);
        let glued = top.bytes().take_while(u8::is_ascii_lowercase).count().min(hump.max(2));
        if hump > 0 && glued == hump && is_top_level(&top[..hump]) {
            let extra = top.len() - hump;
            domain.truncate(domain.len() - extra);
            used -= extra;
        }
    }
    let top = domain.rsplit_once('.')?.1;
    let valid = (2..=24).contains(&top.len()) && top.chars().all(char::is_alphabetic);
    valid.then_some((domain, used, dotted))
}

/// Length of the dot at the start of `text`, and whether it is disguised.
fn dot(text: &str, worded: bool) -> Option<(usize, bool)> {
    let trimmed = text.trim_start();
    let lead = text.len() - trimmed.len();
    for sign in ["(dot)", "[dot]", "{dot}", "dot "] {
        let is_here = trimmed.get(..sign.len()).is_some_and(|here| here.eq_ignore_ascii_case(sign));
        if is_here && (sign != "dot " || (lead > 0 && worded)) {
            let behind = &trimmed[sign.len()..];
            return Some((lead + sign.len() + behind.len() - behind.trim_start().len(), true));
        }
    }
    let behind = trimmed.strip_prefix('.')?;
    (lead <= 1).then(|| (lead + 1 + behind.len() - behind.trim_start().len(), false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = emails(text);
        let addresses: Vec<&str> = found.iter().map(|email| email.address.as_str()).collect();
        assert_eq!(addresses, expected, "{text:?}");
        assert!(found.iter().all(|email| text.get(email.range.clone()).is_some()), "{text:?}");
    }

    #[test]
    fn addresses() {
        check("jane@example.com", &["jane@example.com"]);
        check("Email: jane.doe+cv@mail.example.co.uk.", &["jane.doe+cv@mail.example.co.uk"]);
        check("mailto:jane@example.com", &["jane@example.com"]);
        check("a@example.com / b@example.org", &["a@example.com", "b@example.org"]);
        check("jane @ example.com", &["jane@example.com"]);
        check("jane@example .com", &["jane@example.com"]);
        check("jane (at) example.com", &["jane@example.com"]);
        check("jane[at]example[dot]com", &["jane@example.com"]);
        check("jane at example dot com", &["jane@example.com"]);
        check("<jane_doe@example.io>", &["jane_doe@example.io"]);
        check("jane@example.comPhone", &["jane@example.com"]);
        check("jörg@müller.de", &["jörg@müller.de"]);
        check("jane@example.com. Berlin", &["jane@example.com"]);
    }

    #[test]
    fn no_addresses() {
        for text in [
            "@jdoe",
            "Engineer @ Acme",
            "worked at Acme",
            "Engineer at example.com",
            "5 @ 3.2",
            "@",
            "a@b",
            "Staff @ Acme Inc. Berlin",
            "user@host",
            "(at) noon",
            "Look at it. Done dot com",
            "",
        ] {
            check(text, &[]);
        }
    }
}
