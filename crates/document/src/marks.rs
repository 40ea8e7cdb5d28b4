//! Marks that begin the items of a list.

use crate::List;

/// Splits the mark of a list item off its text: `• Built x` gives `•` and `Built x`.
///
/// A hyphen or a letter is a mark only when a space follows; numbers need a dot or a bracket.
pub(crate) fn split(text: &str) -> Option<(List, &str)> {
    let first = text.chars().next()?;
    let after = &text[first.len_utf8()..];
    let rest = after.trim_start();
    if is_bullet(first) && !rest.is_empty() {
        return Some((List { level: 0, mark: first.to_string() }, rest));
    }
    if matches!(
        first,
        '-' | '*' | '+' | '–' | '—' | 'o' | '>' | '»' | '›' | '§' | '·' | '→' | '⇒' | '¤'
    ) && after.starts_with([' ', '\t', '\u{a0}'])
        && !rest.is_empty()
    {
        return Some((List { level: 0, mark: first.to_string() }, rest));
    }
    numbered(text)
}

/// Shapes that nothing but a list uses: bullets, and the private characters Word's Symbol and
/// Wingdings fonts put in their place.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '◦'
            | '▪'
            | '▫'
            | '■'
            | '□'
            | '●'
            | '○'
            | '‣'
            | '⁃'
            | '∙'
            | '⋅'
            | '►'
            | '▸'
            | '▶'
            | '➢'
            | '➤'
            | '➔'
            | '➜'
            | '➣'
            | '➧'
            | '▹'
            | '▷'
            | '◘'
            | '◉'
            | '⊙'
            | '❯'
            | '❑'
            | '❒'
            | '☐'
            | '✱'
            | '✳'
            | '✻'
            | '⬥'
            | '✓'
            | '✔'
            | '❖'
            | '◆'
            | '◇'
            | '★'
            | '☆'
            | '✦'
            | '✧'
            | '⚫'
            | '⦁'
            | '⬤'
            | '\u{f0b7}'
            | '\u{f0a7}'
            | '\u{f0d8}'
            | '\u{f076}'
            | '\u{f0fc}'
            | '\u{f0a8}'
    )
}

fn numbered(text: &str) -> Option<(List, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let end = text[digits..].strip_prefix(['.', ')'])?;
    if !(1..=2).contains(&digits) || !end.starts_with([' ', '\t']) {
        return None;
    }
    let mark = text[..=digits].to_owned();
    Some((List { level: 0, mark }, end.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = split(text);
        let found = found.as_ref().map(|(list, rest)| (list.mark.as_str(), *rest));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_are_split_from_the_text() {
        check("• Built a queue", Some(("•", "Built a queue")));
        check("•Built a queue", Some(("•", "Built a queue")));
        check("- Built a queue", Some(("-", "Built a queue")));
        check("o Built a queue", Some(("o", "Built a queue")));
        check("\u{f0b7} Built a queue", Some(("\u{f0b7}", "Built a queue")));
        check("2. Built a queue", Some(("2.", "Built a queue")));
        check("12) Built a queue", Some(("12)", "Built a queue")));
    }

    #[test]
    fn texts_that_begin_alike_stay_whole() {
        check("-5 % errors", None);
        check("over 40 services", None);
        check("2.5 million rows", None);
        check("2019. A year", None);
        check("•", None);
        check("", None);
    }
}
