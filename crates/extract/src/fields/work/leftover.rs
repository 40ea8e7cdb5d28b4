//! What is left of the head of a job once title and employer are found, and heads without either.

use super::{NAME, POSITION, title};
use crate::fields::entries::Entry;
use crate::fields::labels::Choice;
use crate::fields::make::Cut;
use crate::fields::para::Para;
use crate::fields::segments::{Segment, segments};
use crate::recognize::{contact, looks, place};

/// The first line of a job whose employer stands on another line: its title, in words nobody
/// knows ("SMTS", "Wizard of Light Bulbs").
pub(super) fn unknown_title(
    paras: &[Para],
    segments: &[Segment],
    choices: &[Option<Choice>],
) -> Option<Cut> {
    let name = &segments[choices[NAME]?.segment];
    let taken = |at: usize| choices.iter().flatten().any(|choice| choice.segment == at);
    let (at, first) = segments.iter().enumerate().find(|(_, segment)| segment.slot.line == 0)?;
    let text = &paras[first.para].text[first.range.clone()];
    let words = text.split_whitespace().count();
    let plain = contact::links(text).is_empty() && place::place(text) < 0.5 && words <= 6;
    let alone = segments.iter().filter(|other| other.slot.line == 0).count() == 1;
    (!taken(at) && alone && plain && name.slot.line == 1).then(|| first.cut())
}

/// An unknown name between the title and the dates of a line is where the work was done, once the
/// employer is found elsewhere: "Engineer · Saint-Nazaire · 2019 – 2022".
pub(super) fn place_beside(
    paras: &[Para],
    segments: &[Segment],
    choices: &[Option<Choice>],
) -> Option<Cut> {
    let (position, name) = (choices[POSITION]?.segment, choices[NAME]?.segment);
    let para = segments[position].para;
    let next = segments.get(position + 1).filter(|next| next.para == para && next.slot.dated)?;
    let text = &paras[para].text[next.range.clone()];
    let short = text.split_whitespace().count() <= 3;
    let proper =
        text.split([' ', '-']).all(|word| word.chars().next().is_some_and(char::is_uppercase));
    let elsewhere = segments[name].para != para && position + 1 != name;
    (short && proper && elsewhere && !text.contains(|c: char| c.is_ascii_digit()))
        .then(|| next.cut())
}

/// What the head says of the employer besides its name: the first words that are no other field.
pub(super) fn description(
    paras: &[Para],
    segments: &[Segment],
    choices: &[Option<Choice>],
) -> Option<Cut> {
    let name = choices[NAME]?.segment;
    let taken = |at: usize| choices.iter().flatten().any(|choice| choice.segment == at);
    let says = |at: &usize| {
        let text = &paras[segments[*at].para].text[segments[*at].range.clone()];
        let words = text.split_whitespace().count();
        // Behind the name and a dash it describes the employer, whatever its words are.
        let beside = segments[*at].para == segments[name].para;
        let plain = beside || looks::title(text) < 0.5;
        words >= 2 && contact::links(text).is_empty() && place::place(text) < 0.5 && plain
    };
    let at = (name + 1..segments.len()).find(|at| !taken(*at) && says(at))?;
    Some(segments[at].cut())
}

/// A head that only says when, above an item that says what: the item belongs to the head.
pub(super) fn head_from_body(paras: &[Para], entry: &mut Entry) {
    let Some(&first) = entry.body.first() else { return };
    if !segments(paras, &entry.heads).is_empty() {
        return;
    }
    let text = &paras[first].text;
    let names = text.split([',', '|', '–']).any(|part| title(part.trim()) >= 0.5);
    if names && text.split_whitespace().count() <= 12 && !text.ends_with('.') {
        entry.heads.push(first);
        entry.body.remove(0);
    }
}
