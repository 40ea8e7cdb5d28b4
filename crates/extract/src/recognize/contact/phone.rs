//! Telephone numbers.

use std::ops::Range;

use crate::recognize::text::{fold, trimmed_of};

/// A telephone number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Phone {
    /// Bytes of the line, extension included.
    pub(crate) range: Range<usize>,
    /// As written.
    pub(crate) number: String,
    /// How surely it is one, 0–1: a plus sign, area brackets or a label say so, groups of digits
    /// make it likely.
    pub(crate) confidence: f32,
}

/// The numbers of `text`, in order.
pub(crate) fn phones(text: &str) -> Vec<Phone> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let starts = bytes[at].is_ascii_digit() || matches!(bytes[at], b'+' | b'(');
        if !starts {
            at += 1;
            continue;
        }
        let end = candidate_end(text, at);
        if let Some(phone) = judge(text, at..end) {
            found.push(phone);
        }
        at = end.max(at + 1);
    }
    found
}

fn is_separator(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}'
            | '\u{2009}'
            | '\u{202f}'
            | '-'
            | '‐'
            | '‑'
            | '–'
            | '—'
            | '.'
            | '('
            | ')'
            | '/'
            | '+'
    )
}

/// One past a run of digits with at most two separators between them (three at brackets).
fn candidate_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut gap = 0;
    for (at, c) in text[start..].char_indices() {
        if c.is_ascii_digit() {
            gap = 0;
            end = start + at + 1;
        } else if is_separator(c) && gap < 4 && (c != '+' || at <= 1) {
            gap += 1;
        } else {
            break;
        }
    }
    end.max(start + 1)
}

/// Groups of digits and what stands between them.
struct Shape<'a> {
    groups: Vec<&'a str>,
    digits: usize,
    plus: bool,
    brackets: bool,
}

fn shape(piece: &str) -> Shape<'_> {
    let groups: Vec<&str> =
        piece.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let digits = groups.iter().map(|group| group.len()).sum();
    let open = piece.find('(');
    let brackets = open.is_some_and(|open| piece[open..].contains(')'));
    Shape { groups, digits, plus: piece.trim_start_matches('(').starts_with('+'), brackets }
}

const LABELS: [&str; 22] = [
    "phone", "tel", "telephone", "mobile", "cell", "mob", "ph", "call", "contact", "fax",
    "whatsapp", "telefon", "handy", "mobil", "telefono", "telefone", "movil", "celular",
    "cellulare", "portable", "tlf", "m",
];

fn judge(text: &str, range: Range<usize>) -> Option<Phone> {
    let piece = &text[range.clone()];
    let shape = shape(piece);
    if !(7..=15).contains(&shape.digits) {
        return None;
    }
    let before = &text[..range.start];
    let after = &text[range.end..];
    let near = before.chars().next_back();
    // A label is near; looking back without end would cost the square of a long line.
    let from = before.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
    let before = &before[from..];
    let label = before.trim_end_matches(|c: char| !c.is_alphanumeric() || c.is_ascii_digit());
    let label = label.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let labelled = !label.is_empty() && label.len() <= 10 && LABELS.contains(&fold(label).as_str());
    if near.is_some_and(|c| {
        c.is_alphanumeric() || matches!(c, '$' | '€' | '£' | '#' | '_' | '=' | '@' | '/' | '\\')
    }) && !labelled
    {
        return None;
    }
    let (extension, next) = extension(after);
    let tied = next.chars().next();
    if tied.is_some_and(|c| matches!(c, '%' | '$' | '€' | '_' | '@' | '+')) {
        return None;
    }
    // `12 000 000 users`: letters directly behind make it a quantity or an id.
    if tied.is_some_and(char::is_alphabetic)
        && !shape.plus
        && !labelled
        && !next.starts_with(char::is_uppercase)
    {
        return None;
    }
    let confidence = score(piece, &shape, labelled)?;
    let end = range.end + extension;
    let range =
        trimmed_of(text, range.start..end, |c| matches!(c, ' ' | '.' | '-' | '/' | '\u{a0}'));
    let range = balanced(text, range);
    Some(Phone { number: text[range.clone()].to_owned(), range, confidence })
}

/// Leaves out a bracket that opens before the number and closes behind it.
fn balanced(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    if piece.starts_with('(') && !piece.contains(')') { range.start + 1..range.end } else { range }
}

fn score(piece: &str, shape: &Shape<'_>, labelled: bool) -> Option<f32> {
    let groups = &shape.groups;
    let year = |group: &&str| group.len() == 4 && matches!(&group[..2], "19" | "20");
    let sized = |sizes: &[usize]| groups.iter().map(|group| group.len()).eq(sizes.iter().copied());
    if shape.plus {
        return Some(0.98);
    }
    if labelled {
        return Some(0.95);
    }
    if groups.iter().all(&year) {
        return None;
    }
    // Dates: `2019-03-20 - 2020-01-05`, `01.03.2019`, `03/2019 - 11/2021`.
    let dated = groups.iter().filter(|group| year(group)).count();
    if dated > 0 && groups.iter().filter(|group| !year(group)).all(|group| group.len() <= 2) {
        return None;
    }
    if shape.brackets
        && groups.first().is_some_and(|group| (2..=5).contains(&group.len()))
        && shape.digits >= 8
    {
        return Some(0.95);
    }
    if piece.contains('/') && !matches!(groups.first(), Some(first) if first.starts_with('0')) {
        return None;
    }
    if sized(&[3, 3, 4]) || sized(&[1, 3, 3, 4]) {
        return Some(0.92);
    }
    // Amounts: `1.234.567`, `12 000 000`.
    if groups.len() >= 3
        && groups[1..].iter().all(|group| group.len() == 3)
        && shape.digits <= 9
        && !piece.starts_with('0')
        && !piece.contains('-')
    {
        return None;
    }
    let dots = groups.len() == 4
        && groups.iter().all(|group| group.len() <= 3)
        && piece.contains('.')
        && !piece.contains(' ');
    if dots && !piece.starts_with('0') {
        return None;
    }
    if groups.len() > 2 && groups.iter().all(|group| group.len() == 4) {
        return None;
    }
    match (shape.digits, groups.len()) {
        (10, 1) => Some(0.7),
        (9 | 11..=13, 1) if piece.starts_with('0') || shape.digits >= 11 => Some(0.55),
        (_, 1) => None,
        (7, 2) => sized(&[3, 4]).then_some(0.5),
        (8, 2) => sized(&[4, 4]).then_some(0.4),
        (7 | 8, _) => piece.starts_with('0').then_some(0.5),
        (9..=13, 2..=6) => Some(if piece.starts_with('0') { 0.8 } else { 0.65 }),
        _ => None,
    }
}

/// Bytes of an extension at the start of `after`, and the text behind it.
fn extension(after: &str) -> (usize, &str) {
    let trimmed = after.trim_start_matches([' ', ',', ';']);
    let lead = after.len() - trimmed.len();
    for sign in ["extension", "ext.", "ext", "x.", "x", "#", "durchwahl"] {
        let is_here = trimmed.get(..sign.len()).is_some_and(|here| here.eq_ignore_ascii_case(sign));
        if !is_here {
            continue;
        }
        let rest = trimmed[sign.len()..].trim_start_matches([' ', ':']);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=6).contains(&digits) {
            let end = lead + trimmed.len() - rest.len() + digits;
            return (end, &after[end..]);
        }
    }
    (0, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<Phone> =
            phones(text).into_iter().filter(|phone| phone.confidence >= 0.5).collect();
        let numbers: Vec<&str> = found.iter().map(|phone| phone.number.as_str()).collect();
        assert_eq!(numbers, expected, "{text:?}");
        assert!(found.iter().all(|phone| text[phone.range.clone()] == phone.number));
    }

    #[test]
    fn numbers() {
        check("+1 (555) 123-4567", &["+1 (555) 123-4567"]);
        check("(+82) 10-9030-1843", &["(+82) 10-9030-1843"]);
        check("555-123-4567", &["555-123-4567"]);
        check("555.123.4567", &["555.123.4567"]);
        check("1-650-999-7777", &["1-650-999-7777"]);
        check("+49 (0) 170 1234567", &["+49 (0) 170 1234567"]);
        check("030 / 1234 5678", &["030 / 1234 5678"]);
        check("+44 20 7946 0958", &["+44 20 7946 0958"]);
        check("06 12 34 56 78", &["06 12 34 56 78"]);
        check("(512) 555-0188 ext. 12", &["(512) 555-0188 ext. 12"]);
        check("512-555-0188 x12", &["512-555-0188 x12"]);
        check("Phone: 77-332-55", &["77-332-55"]);
        check("Tel 5551234567 | Berlin", &["5551234567"]);
        check("+91-9876543210", &["+91-9876543210"]);
        check("000-00-0000", &["000-00-0000"]);
        check("(555 123 4567)", &["555 123 4567"]);
        check("+49 (0)30 901820-44", &["+49 (0)30 901820-44"]);
        check("+254 303 550 172", &["+254 303 550 172"]);
        check("+353 20 912 4471", &["+353 20 912 4471"]);
        check("+31 6 12345678", &["+31 6 12345678"]);
        check("M: +55 23 3742 0186", &["+55 23 3742 0186"]);
        check("+41 44 555 01 02", &["+41 44 555 01 02"]);
        check("+65 5114 2087", &["+65 5114 2087"]);
        check("+91 98450 12345", &["+91 98450 12345"]);
        check("+46 8 465 004 17", &["+46 8 465 004 17"]);
        check("+1 415-555-0199 x12", &["+1 415-555-0199 x12"]);
        check("+1 555 123 4567 | +49 170 1234567", &["+1 555 123 4567", "+49 170 1234567"]);
    }

    #[test]
    fn no_numbers() {
        for text in [
            "2019 - 2021",
            "2019-03-20 - 2020-01-05",
            "01.03.2019 - 04.05.2021",
            "03/2019 - 11/2021",
            "12 000 000 users",
            "1.234.567",
            "10.0.0.1",
            "192.168.100.200",
            "$1,200,000",
            "620 ms to 140 ms",
            "ISO 27001",
            "94588",
            "order 123456789",
            "20032006",
            "3.8/4.0",
            "99.999%",
            "id#1234567890",
            "",
            "1234567",
            "2001  2005",
            "5 6 7 8",
            "1024-2048-4096",
        ] {
            check(text, &[]);
        }
    }
}
