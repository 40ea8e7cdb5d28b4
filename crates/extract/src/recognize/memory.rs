//! Scores of texts that were looked at before.
//!
//! The head of an entry is cut in several ways, and each piece is asked by every field what it
//! looks like, for the choice and again for the reasons. The answers depend on the text alone, so
//! that a page keeps them while it is read.

use std::cell::RefCell;
use std::collections::HashMap;

/// What a text is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    Title,
    Employer,
    School,
    Degree,
    Place,
}

/// Longer texts are no labels, and told by their length.
const LONGEST: usize = 200;
/// The most texts that are kept: a page has a few hundred.
const TEXTS: usize = 4096;

type Answers = HashMap<String, [Option<f32>; Asked::Place as usize + 1]>;

thread_local! {
    static ANSWERS: RefCell<Answers> = RefCell::default();
}

/// The score of `text`, made by `score` when nobody asked before.
pub(crate) fn remembered(asked: Asked, text: &str, score: impl FnOnce(&str) -> f32) -> f32 {
    if text.len() > LONGEST {
        return score(text);
    }
    let at = asked as usize;
    let known = ANSWERS.with_borrow(|answers| answers.get(text).and_then(|all| all[at]));
    known.unwrap_or_else(|| {
        let answer = score(text);
        ANSWERS.with_borrow_mut(|answers| {
            if let Some(all) = answers.get_mut(text) {
                all[at] = Some(answer);
            } else if answers.len() < TEXTS {
                answers.entry(text.to_owned()).or_default()[at] = Some(answer);
            }
        });
        answer
    })
}

/// Forgets all answers; a new page is read.
pub(crate) fn forget() {
    ANSWERS.with_borrow_mut(HashMap::clear);
}

#[cfg(test)]
mod tests {
    use super::{Asked, forget, remembered};

    #[test]
    fn a_text_is_scored_once_for_each_question() {
        forget();
        assert_eq!(remembered(Asked::Title, "Engineer", |_| 0.9).to_bits(), 0.9_f32.to_bits());
        assert_eq!(remembered(Asked::Title, "Engineer", |_| 0.1).to_bits(), 0.9_f32.to_bits());
        assert_eq!(remembered(Asked::Place, "Engineer", |_| 0.2).to_bits(), 0.2_f32.to_bits());
        forget();
        assert_eq!(remembered(Asked::Title, "Engineer", |_| 0.1).to_bits(), 0.1_f32.to_bits());
    }
}
