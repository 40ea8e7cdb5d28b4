//! The grammar of one line: strong, middling and weak sentences with generated facts.

use std::fmt;

use proptest::prelude::*;

use super::domains::{DOMAINS, Domain, Unit};
use super::style::Style;

/// How much a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    // Weak: no fact that a reader could ask about.
    Filler,
    Duty,
    Attended,
    Vague,
    Tools,
    Helped,
    // Middling: something, but not all of it.
    AfterOnly,
    Relative,
    BareChange,
    Rewrote,
    Idea,
    Task,
    // Strong: what, how, how much, on what.
    RelativeOnLoad,
    Change,
    ChangeOnLoad,
    Built,
    Result,
    Operated,
    Grew,
}

use Kind::{
    AfterOnly, Attended, BareChange, Built, Change, ChangeOnLoad, Duty, Filler, Grew, Helped, Idea,
    Operated, Relative, RelativeOnLoad, Result, Rewrote, Task, Tools, Vague,
};

/// Weakest first: lines shrink towards saying nothing.
pub(crate) const KINDS: [Kind; 19] = [
    Filler, Duty, Attended, Vague, Tools, Helped, AfterOnly, Relative, BareChange, Rewrote, Idea,
    Task, RelativeOnLoad, Change, ChangeOnLoad, Built, Result, Operated, Grew,
];

/// Where the strong ones begin.
const STRONG: usize = 12;

/// One line before it is worded.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) kind: Kind,
    /// Indexes into [`DOMAINS`] and its lists.
    pub(crate) domain: usize,
    pub(crate) system: usize,
    pub(crate) measure: usize,
    pub(crate) cause: usize,
    pub(crate) idea: usize,
    pub(crate) load: usize,
    /// Any small count.
    pub(crate) count: u32,
    /// The better value of a change.
    pub(crate) after: u32,
    /// The worse value over the better one.
    pub(crate) factor: u32,
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, domain, .. } = self;
        write!(f, "{kind:?} of field {domain}: {}", self.text(&Style::default()))
    }
}

/// Any line.
pub(crate) fn line() -> impl Strategy<Value = Line> {
    (0..KINDS.len(), facts()).prop_map(|(kind, line)| Line { kind: KINDS[kind], ..line })
}

/// Any line that says something particular and measured.
pub(crate) fn strong_line() -> impl Strategy<Value = Line> {
    (STRONG..KINDS.len(), facts()).prop_map(|(kind, line)| Line { kind: KINDS[kind], ..line })
}

fn facts() -> impl Strategy<Value = Line> {
    let choice = (0..DOMAINS.len(), 0..5_usize, 0..3_usize, 0..4_usize, 0..4_usize, 0..2_usize);
    (choice, 3..40_u32, 1..10_u32, 2..9_u32).prop_map(|(choice, count, after, factor)| {
        let (domain, system, measure, cause, idea, load) = choice;
        Line { kind: Filler, domain, system, measure, cause, idea, load, count, after, factor }
    })
}

impl Line {
    fn domain(&self) -> &'static Domain {
        &DOMAINS[self.domain]
    }

    pub(crate) fn system(&self) -> &'static str {
        self.domain().systems[self.system]
    }

    /// The same facts told by another sentence.
    pub(crate) fn told_as(&self, kind: Kind) -> Self {
        Self { kind, ..self.clone() }
    }

    /// A value of the measure: 1–9, or ten times that where a measure is counted in milliseconds.
    fn value(&self, value: u32, style: &Style) -> String {
        match self.domain().measures[self.measure].1 {
            Unit::Millis => style.millis(value * 10),
            Unit::Minutes => style.minutes(value),
            Unit::Hours => style.hours(value),
            Unit::Percent => style.percent(&value.to_string()),
        }
    }

    /// `p99 of the tariff lookup`.
    fn measured(&self, style: &Style) -> String {
        let measure = style.percentile(self.domain().measures[self.measure].0);
        format!("{measure} of the {}", self.system())
    }

    /// `from 480 ms to 92 ms`.
    fn change(&self, style: &Style) -> String {
        let (before, after) =
            (self.value(self.after * self.factor, style), self.value(self.after, style));
        style.change(&before, &after)
    }

    fn share(&self, style: &Style) -> String {
        style.percent(&(100 - 100 / self.factor).to_string())
    }

    fn load(&self, style: &Style) -> String {
        let noun = self.domain().loads[self.load];
        format!("on {} {noun} a day", style.millions(self.count))
    }

    /// The sentence.
    pub(crate) fn text(&self, style: &Style) -> String {
        let domain = self.domain();
        let (system, count, people) = (self.system(), self.count, domain.people);
        let (cause, idea) = (domain.causes[self.cause], domain.ideas[self.idea]);
        let (one, other) = (style.product(domain.stack[1]), style.product(domain.stack[0]));
        let text = match self.kind {
            Filler => {
                ["Attended meetings", "Wrote code", "Did various tasks", "Worked in an agile team"]
                    [self.cause]
                    .to_owned()
            }
            Duty => format!("Responsible for the {system}"),
            Attended => "Participated in the on-call rotation".to_owned(),
            Vague => "Improved performance and scalability".to_owned(),
            Tools => format!("Used {one} and {other}"),
            Helped => format!("Helped with the {system} backfill"),
            AfterOnly => {
                format!("Cut {} to {}", self.measured(style), self.value(self.after, style))
            }
            Relative => format!("Cut {} by {}", self.measured(style), self.share(style)),
            RelativeOnLoad => {
                format!(
                    "Cut {} by {} {}",
                    self.measured(style),
                    self.share(style),
                    self.load(style)
                )
            }
            BareChange => format!("Cut {} {}", self.measured(style), self.change(style)),
            Change => format!("Cut {} {} by {cause}", self.measured(style), self.change(style)),
            ChangeOnLoad => format!(
                "Cut {} {} {} by {cause}",
                self.measured(style),
                self.change(style),
                self.load(style)
            ),
            Rewrote => format!("Rewrote the {system} in {other}, used by {count} {people}"),
            Idea => format!("Built the {system} {idea}"),
            Task => format!("Wrote the {system} backfill"),
            Built => format!("Built the {system} {idea} {}", self.load(style)),
            Result => format!(
                "Moved the {system} to {one}, cutting {} {}",
                style.percentile(domain.measures[self.measure].0),
                self.change(style)
            ),
            Operated => {
                format!("Led {count} incident reviews of the {system}; pages per week fell {}", {
                    // Counts without a unit are read with `from` and `to` only.
                    let (before, after) = (self.after * self.factor, self.after);
                    format!("from {before} to {after}")
                })
            }
            Grew => format!(
                "Mentored {} engineers on the {system}; two now carry its pager",
                style.number(2 + self.count % 7)
            ),
        };
        style.typography(&text)
    }
}
