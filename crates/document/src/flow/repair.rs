//! Letters as they are seen: ligatures apart, characters without a shape gone.

use crate::letters::ligature;

/// What a text is once its letters are repaired.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Repaired {
    /// The text, when it differs.
    pub text: Option<String>,
    /// What characters without a shape spell, to machines alone.
    pub told: Option<String>,
    /// The first word with a ligature.
    pub ligature: Option<String>,
}

/// Takes ligatures apart and drops what has no shape.
///
/// Joiners stay between letters of scripts that need them. Tag characters, and variation selectors
/// in a row, are bytes in disguise: what they spell is told.
pub(crate) fn letters(text: &str) -> Repaired {
    let mut repaired = Repaired::default();
    if !text.chars().any(|c| ligature(c).is_some() || is_shapeless(c)) {
        return repaired;
    }
    let mut kept = String::with_capacity(text.len());
    let mut told = String::new();
    let mut selected = Vec::new();
    for c in text.chars() {
        if let Some(byte) = selector(c) {
            selected.push(byte);
            continue;
        }
        spell(&mut selected, &mut told);
        if let Some(letters) = ligature(c) {
            if repaired.ligature.is_none() {
                repaired.ligature = text.split_whitespace().find(|w| w.contains(c)).map(Into::into);
            }
            kept.push_str(letters);
        } else if let Some(tag) = u32::from(c).checked_sub(0xE_0000).filter(|tag| *tag < 0x80) {
            told.extend(char::from_u32(tag).filter(|c| !c.is_control()));
        } else if !is_shapeless(c) || (is_joiner(c) && kept.ends_with(|c| c >= '\u{590}')) {
            kept.push(c);
        }
    }
    spell(&mut selected, &mut told);
    repaired.text = Some(kept);
    repaired.told = Some(told).filter(|told| !told.trim().is_empty());
    repaired
}

/// Three selectors follow no letter of any script; four and more are a message.
fn spell(selected: &mut Vec<u8>, told: &mut String) {
    if selected.len() > 3 {
        told.push_str(&String::from_utf8_lossy(selected));
    }
    selected.clear();
}

/// The byte that a variation selector stands for in a row of them.
fn selector(c: char) -> Option<u8> {
    match c {
        '\u{fe00}'..='\u{fe0f}' => u8::try_from(u32::from(c) - 0xFE00).ok(),
        '\u{e0100}'..='\u{e01ef}' => u8::try_from(u32::from(c) - 0xE_0100 + 16).ok(),
        _ => None,
    }
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_shapeless(c: char) -> bool {
    selector(c).is_some()
        || (c.is_control() && !c.is_whitespace())
        || matches!(
            c,
            '\u{ad}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}'
                | '\u{feff}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[track_caller]
    fn check(text: &str, expected: &str, told: Option<&str>) {
        let repaired = letters(text);
        assert_eq!(repaired.text.as_deref().unwrap_or(text), expected);
        assert_eq!(repaired.told.as_deref(), told);
    }

    #[test]
    fn what_has_no_shape_is_gone() {
        check("e\u{fb03}cient work\u{fb02}ow", "efficient workflow", None);
        check("Py\u{200b}th\u{ad}on\u{feff}", "Python", None);
        check("bell\u{7}", "bell", None);
        check("Go\u{e0068}\u{e0069}", "Go", Some("hi"));
        check("Go\u{e0158}\u{e0159}\u{e0154}\u{e0155}", "Go", Some("hide"));
    }

    #[test]
    fn what_has_one_stays() {
        check("naïve – 5 µs", "naïve – 5 µs", None);
        check("می\u{200c}خواهم", "می\u{200c}خواهم", None);
        check("★\u{fe0f}", "★", None);
        check("a\tb\nc", "a\tb\nc", None);
    }
}
