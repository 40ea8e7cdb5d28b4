//! Whether a place where a name's letters stand is a token of its own.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// Bytes of an address or path that are looked at, to either side of a name.
const LONGEST: usize = 256;

/// True when `range` of `text` is not part of a longer word, number, name, file or address.
///
/// A version may follow directly (`Java21`, `C++20`), as may anything that ends a word in running
/// text (`Kafka-based`, `Redis's`, `Go/Rust`).
pub(super) fn is_token(text: &str, range: &Range<usize>) -> bool {
    let name = &text[range.clone()];
    starts_token(name, &text[..range.start])
        && ends_token(name, &text[range.end..])
        && !(name.len() == 1 && is_initial(text, range))
        && !is_address(text, range)
}

fn starts_token(name: &str, before: &str) -> bool {
    let mut back = before.chars().rev();
    let Some(previous) = back.next() else { return true };
    let inside_word = back.next().is_some_and(char::is_alphanumeric);
    match previous {
        '_' | '@' | '$' | '\\' => false,
        '.' if name.starts_with('.') => false,
        // `main.go`, `v1.redis`; but `done.Redis` only lacks a blank.
        '.' => !inside_word || name.starts_with(char::is_uppercase),
        // `O'R`
        '\'' => !inside_word,
        c => !c.is_alphanumeric() && !is_combining_mark(c),
    }
}

fn ends_token(name: &str, after: &str) -> bool {
    let mut ahead = after.chars();
    let Some(next) = ahead.next() else { return true };
    let then = ahead.next();
    let then_in_word = then.is_some_and(char::is_alphanumeric);
    match next {
        '_' | '#' => false,
        // `C++` is not `C`; `Java+Spring` and `Java 17+` are fine.
        '+' => then != Some('+'),
        // `redis.conf`, `kafka.apache.org`, `Vue.js`; but `Redis.Then` only lacks a blank.
        '.' => !then.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit()),
        // `Go's` and the closing quote; not `C'mon`.
        '\'' => !then_in_word || (then == Some('s') && !ahead.next().is_some_and(is_word_char)),
        c if c.is_ascii_digit() => takes_version(name) && is_version(after),
        c => !is_word_char(c),
    }
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_combining_mark(c)
}

/// Two-letter names with a digit are names of other things (`R2`, `Go4`), as is `S33`.
fn takes_version(name: &str) -> bool {
    match name.chars().next_back() {
        Some(c) if c.is_ascii_digit() => false,
        Some(c) if c.is_alphabetic() => name.len() >= 3,
        _ => true,
    }
}

fn is_version(after: &str) -> bool {
    let tail = after.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    !tail.starts_with(is_word_char)
}

/// True for a single letter that belongs to a compound: `R&D`, `USB-C`, `25 °C`, `J.C.`.
fn is_initial(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    matches!(before, Some('-' | '&' | '°' | '.' | '\'')) || matches!(after, Some('&' | '*' | '='))
}

/// True when the token around `range` is a URL, an e-mail address or a path.
fn is_address(text: &str, range: &Range<usize>) -> bool {
    let ends = |c: char| c.is_whitespace() || ",;()<>[]{}|\"`".contains(c);
    let least = text.floor_char_boundary(range.start.saturating_sub(LONGEST));
    let start = text[least..range.start].rfind(ends).map_or(least, |at| at + least).max(least);
    let start = start + text[start..].chars().next().filter(|c| ends(*c)).map_or(0, char::len_utf8);
    let most = text.ceil_char_boundary((range.end + LONGEST).min(text.len()));
    let end = text[range.end..most].find(ends).map_or(most, |at| range.end + at);
    let chunk = &text[start..end];
    if ["://", "www."].iter().any(|mark| chunk.contains(mark))
        || ["/", "./", "../", "~/"].iter().any(|mark| chunk.starts_with(mark))
    {
        return true;
    }
    if let Some((user, host)) = chunk.split_once('@')
        && user.ends_with(char::is_alphanumeric)
        && host.starts_with(char::is_alphanumeric)
    {
        return true;
    }
    // `github.com/ana/redis`: a host name before the first slash.
    chunk.split_once('/').is_some_and(|(host, _)| {
        host.rsplit_once('.').is_some_and(|(site, top)| {
            !site.is_empty()
                && (2..=4).contains(&top.len())
                && top != "js"
                && top.bytes().all(|b| b.is_ascii_lowercase())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `[` and `]` in the text mark the place.
    #[track_caller]
    fn check(marked: &str, expected: bool) {
        let start = marked.find('[').expect("a mark");
        let end = marked.find(']').expect("a mark") - 1;
        let text = marked.replace(['[', ']'], "");
        assert_eq!(is_token(&text, &(start..end)), expected, "{marked}");
    }

    #[test]
    fn tokens() {
        for marked in [
            "[Go]", "([Go])", "[Go].", "[Go]/Rust", "Go/[Rust]", "[Kafka]-based", "[Redis]'s",
            "'[Go]'", "[Java]21", "[Python]3.12", "[C++]20", "[.NET]8", "[C#], F#",
            "[Java]+Spring", "ran [Kafka].Then", "[Redis]. Then", "non-[Kafka]", "#[kafka]",
            "é [Go] é",
        ] {
            check(marked, true);
        }
    }

    #[test]
    fn parts_of_something_longer() {
        for marked in [
            "[Go]od",
            "car[Go]",
            "[C]++",
            "[C]#",
            "main.[go]",
            "[redis].conf",
            "tenant_[go]",
            "[kafka]_topic",
            "foo[.net]",
            "R&[D]",
            "[R]&D",
            "USB-[C]",
            "25 °[C]",
            "[C]'mon",
            "[R]2",
            "[S3]3",
            "[Java]8x",
            "[Go]\u{301}",
            "$[R]",
            "@[redis]",
            "https://[kafka].apache.org",
            "github.com/ana/[redis]",
            "ana@[redis].example",
            "/etc/[redis]",
            "./[go]/x",
            "O'[R]",
        ] {
            check(marked, false);
        }
    }
}
