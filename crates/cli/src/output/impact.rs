//! Impact tables for people, and in words what they say and what they do not.

use std::fmt::Write;

use impact::{Change, Group, Impact, Measure, OnePerson, Table};

use super::axes::{fit, one_line};
use super::screen::Screen;
use super::shown_name;
use super::style::{BAD, FAINT, STRONG, paint};

/// Columns for the name of a group at most.
const NAME: usize = 26;
/// Below this p a difference is called rare: the customary one in twenty.
const RARE: f64 = 0.05;
/// A group with fewer people may be recognized.
const FEW: u64 = 5;

/// What the figures mean; each a paragraph.
pub(super) const READING: [&str; 5] = [
    "Ratio: the group's rate divided by the highest one, both unrounded. Below 0.80 is where guidelines in the United States (four-fifths rule) ask for a closer look. It proves no discrimination, and a higher ratio proves no fairness.",
    "In brackets: the rates that would make such a result unsurprising (95 % Wilson interval). p: how often chance alone makes a difference like this or a rarer one (Fisher's exact test, two-sided, against the group with the highest rate). With few people neither finds much.",
    "One in twenty such tests calls a difference rare where chance is all there is; with many groups expect it.",
    "The figures say nothing about why rates differ, whether the right people were chosen, or who never applied.",
    "This is arithmetic, not legal advice.",
];

/// All tables, with a line end at the end.
pub(crate) fn render(impact: &Impact, file: &str, screen: &Screen) -> String {
    let mut text = format!("{}\n", paint(STRONG, heading(impact, file)));
    for table in &impact.tables {
        let _ = write!(text, "\n{}\n{}", paint(STRONG, title(table)), rows(table));
        for note in notes(table) {
            text += &filled(&note, "  - ", "    ", screen);
        }
    }
    let _ = writeln!(text, "\n{}", paint(STRONG, "how to read this"));
    for paragraph in READING {
        text += &filled(paragraph, "  ", "  ", screen);
    }
    text
}

/// The first line: file and people.
pub(super) fn heading(impact: &Impact, file: &str) -> String {
    format!("{}: {}", shown_name(file), people(impact.people))
}

/// What a table counts, by what.
pub(super) fn title(table: &Table) -> String {
    let by = table.by.iter().map(|name| one_line(name)).collect::<Vec<_>>().join(" x ");
    match (table.measure, table.median) {
        (Measure::Selection, _) => format!("selected, by {by}"),
        (Measure::Scoring, Some(median)) => {
            format!("scored above the median of all ({median}), by {by}")
        }
        (Measure::Scoring, None) => format!("scored above the median, by {by}: no scores"),
    }
}

/// The name of a group.
pub(super) fn name(group: &[String]) -> String {
    one_line(&group.join(" x ")).chars().filter(|c| !c.is_control()).collect()
}

/// Rate and interval in percent.
pub(super) fn rate(group: &Group) -> String {
    match (group.rate, group.rate_low, group.rate_high) {
        (Some(rate), Some(low), Some(high)) => {
            format!("{:.1} % [{:.0}-{:.0}]", 100.0 * rate, 100.0 * low, 100.0 * high)
        }
        _ => "-".to_owned(),
    }
}

/// A figure with the given number of places. Nothing is rounded up to the threshold it missed.
pub(super) fn ratio(ratio: Option<f64>) -> String {
    ratio.map_or_else(|| "-".to_owned(), places)
}

fn places(ratio: f64) -> String {
    let short = format!("{ratio:.2}");
    if short == "0.80" && ratio < 0.8 { format!("{ratio:.4}") } else { short }
}

/// A p as it is usually written.
pub(super) fn p(p: Option<f64>) -> String {
    match p {
        None => "-".to_owned(),
        Some(p) if p < 0.001 => "<0.001".to_owned(),
        Some(p) => format!("{p:.3}"),
    }
}

/// Marks beside the figures.
pub(super) fn marks(group: &Group) -> String {
    let marks = [
        (group.highest, "highest"),
        (group.below_four_fifths, "below 4/5"),
        (group.below_two_percent, "under 2 %"),
        (group.left_out, "left out"),
    ];
    let marks: Vec<&str> =
        marks.into_iter().filter(|(has, _)| *has).map(|(_, mark)| mark).collect();
    marks.join(", ")
}

fn rows(table: &Table) -> String {
    let names: Vec<String> =
        table.groups.iter().map(|group| fit(&name(&group.group), NAME)).collect();
    let wide = names.iter().map(|name| name.chars().count()).max().unwrap_or(0).clamp(7, NAME);
    let counted = counted(table);
    let mut text = format!(
        "  {:<wide$} {:>7} {counted:>8}  {:<16} {:>5} {:>6}\n",
        "", "people", "rate [95 %]", "ratio", "p"
    );
    for (name, group) in names.iter().zip(&table.groups) {
        let style = if group.below_four_fifths { BAD } else { FAINT };
        let line = format!(
            "  {name:<wide$} {:>7} {:>8}  {:<16} {:>5} {:>6}",
            group.people,
            group.selected,
            rate(group),
            ratio(group.ratio),
            p(group.p)
        );
        let marks = marks(group);
        let marks =
            if marks.is_empty() { String::new() } else { format!("  {}", paint(style, marks)) };
        let _ = writeln!(text, "{line}{marks}");
    }
    let outside = &table.outside;
    if outside.unknown_group > 0 {
        let (people, selected) = (outside.unknown_group, outside.unknown_group_selected);
        let _ = writeln!(text, "  {:<wide$} {people:>7} {selected:>8}", "unknown");
    }
    text
}

/// What the second column of counts is called.
pub(super) fn counted(table: &Table) -> &'static str {
    match table.measure {
        Measure::Selection => "selected",
        Measure::Scoring => "above",
    }
}

/// What is worth saying about a table, in sentences.
pub(super) fn notes(table: &Table) -> Vec<String> {
    let mut notes = Vec::new();
    if table.groups.iter().all(|group| group.ratio.is_none()) {
        notes.push("No ratios: nobody in the groups compared was counted as selected.".to_owned());
    }
    for group in &table.groups {
        notes.extend(verdict(group, table.measure));
    }
    let small = table.groups.iter().find(|group| group.highest && group.below_two_percent);
    if let Some(small) = small {
        notes.push(format!(
            "The highest rate is that of {}, with {}: every ratio rests on so few. \
             --leave-out-small compares without groups below 2 %.",
            name(&small.group),
            people(small.people)
        ));
    }
    let outside = &table.outside;
    if outside.unknown_group > 0 {
        notes.push(format!(
            "Of {} the group is not known; they are in no rate.",
            people(outside.unknown_group)
        ));
    }
    if outside.unknown_outcome > 0 {
        let what = match table.measure {
            Measure::Selection => "what became of them",
            Measure::Scoring => "the score",
        };
        notes.push(format!(
            "Of {} {what} is not known; they are in no rate.",
            people(outside.unknown_outcome)
        ));
    }
    if table.groups.iter().any(|group| (1..FEW).contains(&group.people)) {
        notes.push(format!(
            "There are groups of fewer than {FEW}: such figures can tell about one person, so do \
             not publish them."
        ));
    }
    notes
}

/// What ratio and test say of a group together.
fn verdict(group: &Group, measure: Measure) -> Option<String> {
    let (ratio, p) = (group.ratio?, group.p?);
    let head = name(&group.group);
    let figures = format!("{} of the highest rate", places(ratio));
    let p = self::p(Some(p)).replace('<', "below ");
    let rare = group.p < Some(RARE);
    let mut note = match (group.below_four_fifths, rare) {
        (true, true) => format!(
            "{head}: {figures}, below four fifths, and chance alone rarely makes such a difference \
             (p {p}). Look at what this step asks for, and whether the job needs it."
        ),
        (true, false) => format!(
            "{head}: {figures}, below four fifths, but chance alone makes a difference like this in \
             about {:.0} of 100 cases (p {p}). That proves nothing either way: gather more before \
             you conclude.",
            100.0 * group.p.unwrap_or(1.0)
        ),
        (false, true) => format!(
            "{head}: {figures} passes four fifths, yet chance alone rarely makes such a difference \
             (p {p})."
        ),
        (false, false) => {
            group.one_person.as_ref()?;
            format!("{head}: {figures}.")
        }
    };
    if let Some(one) = &group.one_person {
        note += &one_person(one, measure);
    }
    Some(note)
}

fn one_person(one: &OnePerson, measure: Measure) -> String {
    let how = match (one.change, measure) {
        (Change::OneMore, Measure::Selection) => "one more selected",
        (Change::OneFewer, Measure::Selection) => "one fewer selected",
        (Change::OneMore, Measure::Scoring) => "one more above the median",
        (Change::OneFewer, Measure::Scoring) => "one fewer above the median",
    };
    let side = if one.below_four_fifths { "below four fifths" } else { "no longer below" };
    let mut text = format!(
        " One person changes it: with {how} in {} the ratio is {}, {side}",
        name(&one.group),
        places(one.ratio)
    );
    if let Some(reversed) = one.reversed {
        let _ = write!(text, ", and the group that was highest is at {}", places(reversed));
    }
    text + "."
}

/// A count of people in words.
fn people(count: u64) -> String {
    if count == 1 { "1 person".to_owned() } else { format!("{count} people") }
}

fn filled(text: &str, first: &str, rest: &str, screen: &Screen) -> String {
    let options =
        textwrap::Options::new(screen.width).initial_indent(first).subsequent_indent(rest);
    textwrap::fill(text, options) + "\n"
}
