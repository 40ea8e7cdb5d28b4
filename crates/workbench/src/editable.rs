//! A document as a file to edit: comments stand above the values that are worth a second look.

use std::collections::BTreeMap;
use std::fmt::Write;

use extract::{Action, Candidate, Decision};
use resume::FieldPath;

use crate::{Opened, one_line, shown_name};

/// Other readings that a comment offers.
const OTHERS: usize = 2;
/// Characters of another reading; a longer one is cut.
const LONGEST: usize = 50;
/// Candidates far behind the winner are no help.
const LEAST_SHARE: f32 = 0.4;

/// The file, with what to do about it in its first lines.
pub fn yaml(file: &str, opened: &Opened) -> String {
    let notes: BTreeMap<&FieldPath, String> = opened
        .decisions
        .iter()
        .filter(|decision| decision.action() == Action::Review)
        .map(|decision| (&decision.path, note(decision)))
        .collect();
    let mut text = String::new();
    let name: String = shown_name(file).chars().filter(|c| !c.is_control()).collect();
    let origin = opened.parsed.origin;
    if opened.document.is_none() && !origin.is_editable() {
        let _ = writeln!(text, "# Read from {name} ({}).", origin.name());
    }
    if opened.document.is_some() {
        let review = match notes.len() {
            0 => "every value was read with confidence".to_owned(),
            1 => "1 value is marked `review`: compare it with the page".to_owned(),
            count => format!("{count} values are marked `review`: compare them with the page"),
        };
        let _ = writeln!(text, "# Read from {name}; {review}.");
    }
    text + &export::yaml(&opened.parsed.resume, &|path| notes.get(path).cloned())
}

/// `review (54 %), or "Acme Inc."`
fn note(decision: &Decision) -> String {
    let others: Vec<String> =
        rivals(decision).map(|other| format!("\"{}\"", short(&other.text))).collect();
    let or = if others.is_empty() { String::new() } else { format!(", or {}", others.join(", ")) };
    format!("review ({}){or}", percent(decision.confidence))
}

/// Other readings of a value that are nearly as likely as the one that was taken.
pub fn rivals(decision: &Decision) -> impl Iterator<Item = &Candidate> {
    let best = decision.candidates.first().map_or(0.0, |best| best.score);
    let others = decision.candidates.iter().skip(1);
    others.filter(move |other| other.score >= LEAST_SHARE * best).take(OTHERS)
}

/// A share in whole percent.
pub fn percent(share: f32) -> String {
    format!("{:.0} %", share.clamp(0.0, 1.0) * 100.0)
}

/// A text in one line, cut when it is long.
pub fn short(text: &str) -> String {
    let line = one_line(text);
    if line.chars().count() <= LONGEST {
        return line;
    }
    line.chars().take(LONGEST - 1).chain(['…']).collect()
}
