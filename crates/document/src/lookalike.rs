//! Letters that look like Latin ones and are not: no search finds the word.

use crate::{Hazard, HazardKind, Line};

/// The most words of one document that are told.
const TOLD: usize = 20;
/// Letters of a mathematical alphabet in a word from which on they stand for plain ones: `𝐱` is a
/// sign, `𝐏𝐲𝐭𝐡𝐨𝐧` a word.
const STYLED: usize = 3;

/// The words with letters of another script in them.
pub(crate) fn find(lines: &[Line]) -> Vec<Hazard> {
    let mut hazards = Vec::new();
    for line in lines {
        // Most lines have no letter beyond those of Western Europe.
        let beyond = |text: &str| text.chars().any(|c| c > '\u{36f}');
        if !line.pieces.iter().any(|piece| beyond(&piece.text)) {
            continue;
        }
        let text = line.text();
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| is_mixed(word)) {
            if hazards.len() >= TOLD {
                return hazards;
            }
            let quote = word.chars().take(60).collect();
            let (page, rect) = (line.page, line.rect);
            hazards.push(Hazard { kind: HazardKind::Lookalike, page, rect, quote });
        }
    }
    hazards
}

/// True when some letters of a Latin word are of another script, or all are of an alphabet for
/// mathematics.
fn is_mixed(word: &str) -> bool {
    let (mut latin, mut like, mut styled, mut other) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in word.chars() {
        match c {
            'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' => latin += 1,
            _ if looks_latin(c) => like += 1,
            '\u{ff21}'..='\u{ff5a}' | '\u{1d400}'..='\u{1d6a5}' => styled += 1,
            _ => other += 1,
        }
    }
    other == 0 && (styled >= STYLED || (like > 0 && latin > like))
}

/// Letters of Cyrillic and Greek that cannot be told from Latin ones.
fn looks_latin(c: char) -> bool {
    "АВЕЗКМНОРСТУХІЈЅԚԜаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧορν".contains(c)
}

#[cfg(test)]
mod tests {
    use super::is_mixed;

    #[track_caller]
    fn check(words: &[&str], expected: bool) {
        for word in words {
            assert_eq!(is_mixed(word), expected, "{word}");
        }
    }

    #[test]
    fn words_with_letters_of_another_script() {
        check(&["Pythоn", "Kubеrnetes", "Јava", "ΚAFKA", "𝗣𝘆𝘁𝗵𝗼𝗻", "Ｒｕｓｔ"], true);
    }

    #[test]
    fn words_of_one_script_and_signs() {
        check(&["Python", "Москва", "Αθήνα", "Łódź", "naïve", "μs", "Δt", "𝐱", "漢字", ""], false);
        // A word of Cyrillic with a Latin ending is no Latin word.
        check(&["ИТшник", "разработчикa"], false);
    }
}
