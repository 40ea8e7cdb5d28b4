//! What a rule is, and how one is declared.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use resume::{Axis, BulletGrade, Date, FieldPath, Finding, PageFacts, Resume, Severity, Stage};
use roles::{RolePack, SkillId, Word};

use crate::leaves::{Leaf, beside_units, leaves};
use crate::memory::Memory;
use crate::page::{Page, Unit};
use crate::skills::{self, Item};

/// A check of the page, with everything a reader may want to know about it.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case, equal to the file's name; names the defect and reads well after "allow".
    pub id: &'static str,
    /// The level of its findings.
    pub severity: Severity,
    /// What its findings are about.
    pub topic: Topic,
    /// The stages at which it speaks.
    pub stages: RangeInclusive<Stage>,
    /// A one-line summary, sections, and executed examples; see [`Rule::text`].
    pub(crate) docs: &'static str,
    /// Points its findings take from an axis.
    pub penalty: Option<Penalty>,
    /// This many findings cap the grade; see [`crate::check`].
    pub caps_at: Option<usize>,
    pub(crate) check: fn(&Context<'_>, &mut Findings<'_>),
}

/// What a rule is about: one of the graded axes, or a part of readiness, which is never mixed into
/// the grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// What was owned, and how big it was.
    Scope,
    /// What changed, and how anybody knows.
    Evidence,
    /// Mechanism, data, consistency, operations.
    Depth,
    /// What a page looks like and holds.
    Format,
    /// Whether all of it can be true.
    Integrity,
    /// How it is worded.
    Language,
}

impl Topic {
    /// The word used in reports and documentation.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Scope => "scope",
            Self::Evidence => "evidence",
            Self::Depth => "depth",
            Self::Format => "format",
            Self::Integrity => "integrity",
            Self::Language => "language",
        }
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Points that findings of a rule take from an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Penalty {
    /// The axis.
    pub axis: Axis,
    /// Points per finding.
    pub points: f64,
    /// Most points all findings of the rule take together.
    pub cap: f64,
}

impl Rule {
    /// The documentation as Markdown, without the space that a doc comment puts before each line.
    pub fn text(&self) -> String {
        markdown(self.docs)
    }

    /// The first line of the documentation.
    pub fn summary(&self) -> &'static str {
        first_line(self.docs)
    }

    /// True when this many findings cap the grade.
    pub(crate) fn is_breached(&self, count: usize) -> bool {
        self.caps_at.is_some_and(|limit| count >= limit)
    }
}

/// Documentation without the space that a doc comment puts before each line.
pub(crate) fn markdown(docs: &str) -> String {
    let lines = docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The first line of documentation, which sums it up.
pub(crate) fn first_line(docs: &'static str) -> &'static str {
    docs.trim_start().lines().next().unwrap_or_default().trim()
}

/// What a rule may look at.
pub(crate) struct Context<'a> {
    pub(crate) resume: &'a Resume,
    pub(crate) pack: &'a RolePack,
    pub(crate) stage: Stage,
    /// The day that stands for "today".
    pub(crate) as_of: &'a Date,
    pub(crate) page: &'a Page,
    /// How the page looks when set; `None` where nobody set it.
    pub(crate) layout: Option<&'a PageFacts>,
    /// Every bullet on its own, in the order of [`Context::bullets`].
    pub(crate) bullet_grades: &'a [BulletGrade],
    /// What is known of texts.
    pub(crate) memory: &'a Memory,
    pub(crate) cache: Cache<'a>,
}

/// What several rules ask, read when the first one asks.
#[derive(Default)]
pub(crate) struct Cache<'a> {
    items: OnceCell<Vec<Item<'a>>>,
    shown: OnceCell<BTreeSet<SkillId>>,
    entries: OnceCell<BTreeMap<FieldPath, Range<usize>>>,
    leaves: OnceCell<Vec<Leaf<'a>>>,
    beside: OnceCell<Vec<(Leaf<'a>, Arc<[Word]>)>>,
}

impl<'a> Context<'a> {
    /// Every item of the skills section, in page order.
    pub(crate) fn skill_items(&self) -> &[Item<'a>] {
        self.cache.items.get_or_init(|| skills::items(self.resume, self.memory, self.pack))
    }

    /// Every text that a page shows, in page order.
    pub(crate) fn leaves(&self) -> &[Leaf<'a>] {
        self.cache.leaves.get_or_init(|| leaves(self.resume))
    }

    /// Texts that are no unit of the page, with their words.
    pub(crate) fn beside_units(&self) -> &[(Leaf<'a>, Arc<[Word]>)] {
        let split = |leaf: Leaf<'a>| {
            let words = self.memory.words(leaf.text);
            (leaf, words)
        };
        let read = || beside_units(self.resume).into_iter().map(split).collect();
        self.cache.beside.get_or_init(read)
    }

    /// The texts of an entry such as `work[2]`, which stand together on the page.
    pub(crate) fn units_of(&self, entry: &FieldPath) -> &[Unit] {
        let entries = self.cache.entries.get_or_init(|| {
            let mut entries: BTreeMap<FieldPath, Range<usize>> = BTreeMap::new();
            for (at, unit) in self.page.units.iter().enumerate() {
                let mut path = unit.path.clone();
                while path.segments().len() > 2 {
                    path = path.parent().unwrap_or_default();
                }
                entries.entry(path).or_insert(at..at).end = at + 1;
            }
            entries
        });
        entries.get(entry).map_or(&[], |range| &self.page.units[range.clone()])
    }

    /// Skills that the page shows outside the skills section; see [`skills::shown`].
    pub(crate) fn shown_skills(&self) -> &BTreeSet<SkillId> {
        self.cache
            .shown
            .get_or_init(|| skills::shown(self.resume, self.page, self.memory, self.pack))
    }

    /// Skills that stand on the page, the skills section included.
    pub(crate) fn named_skills(&self) -> impl Iterator<Item = SkillId> {
        let listed = self.skill_items().iter().flat_map(|item| item.mentions.iter());
        self.shown_skills().iter().copied().chain(listed.map(|mention| mention.skill))
    }

    /// Bullets of jobs, projects and volunteering, in page order.
    pub(crate) fn bullets(&self) -> impl Iterator<Item = &Unit> {
        self.page.units.iter().filter(|unit| unit.part.is_bullet())
    }

    /// The units of each job, project and unpaid role: its scope line and its bullets.
    pub(crate) fn roles(&self) -> impl Iterator<Item = (FieldPath, &[Unit])> {
        let entries = self.page.units.chunk_by(|a, b| a.entry_steps() == b.entry_steps());
        entries.filter_map(|units| Some((units.first()?.entry()?, units)))
    }

    /// Sentences of the summary, in order.
    pub(crate) fn summary(&self) -> impl Iterator<Item = &Unit> {
        self.page.units.iter().filter(|unit| unit.part == crate::page::Part::Summary)
    }
}

/// Collects the findings of one rule: its id and level are filled in.
pub(crate) struct Findings<'a> {
    pub(crate) id: &'static str,
    pub(crate) severity: Severity,
    pub(crate) list: &'a mut Vec<Finding>,
}

impl Findings<'_> {
    fn keep(&mut self, finding: Finding) -> &mut Finding {
        let at = self.list.len();
        self.list.push(finding);
        &mut self.list[at]
    }

    /// A finding about a whole value. All three give the finding back, to add a fix to.
    pub(crate) fn add(
        &mut self,
        path: FieldPath,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> &mut Finding {
        let finding = Finding::new(self.id, self.severity, path, message).hint(hint);
        self.keep(finding)
    }

    /// A finding about some bytes of a value's text.
    pub(crate) fn add_at(
        &mut self,
        path: FieldPath,
        range: std::ops::Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> &mut Finding {
        let finding = Finding::new(self.id, self.severity, path, message).at(range).hint(hint);
        self.keep(finding)
    }

    /// A finding about some bytes of a unit of the page.
    pub(crate) fn add_in(
        &mut self,
        unit: &Unit,
        range: std::ops::Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> &mut Finding {
        let range = unit.offset + range.start..unit.offset + range.end;
        self.add_at(unit.path.clone(), range, message, hint)
    }
}

/// Declares the rule of a file: its documentation, id, level and check.
///
/// ```text
/// declare_rule! {
///     /// One line that says what is wrong.
///     ///
///     /// ## Why
///     /// …
///     "rule-id", Severity::Warning, Topic::Scope => check
/// }
/// ```
///
/// After the topic may stand `stages(first, last)` for a rule that is silent at the others,
/// `penalty(axis, points, cap)` and `caps_at(count)`, in this order.
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])+
        $id:literal, $severity:expr, $topic:expr
        $(, stages($first:ident, $last:ident))?
        $(, penalty($axis:ident, $points:literal, $cap:literal))?
        $(, caps_at($caps_at:literal))?
        => $check:path
    ) => {
        pub(crate) static RULE: crate::rule::Rule = crate::rule::Rule {
            id: $id,
            severity: $severity,
            topic: $topic,
            stages: declare_rule!(@stages $($first, $last)?),
            docs: concat!($($doc, "\n"),+),
            penalty: declare_rule!(@penalty $($axis, $points, $cap)?),
            caps_at: declare_rule!(@caps_at $($caps_at)?),
            check: $check,
        };
    };
    (@stages) => { resume::Stage::Junior..=resume::Stage::Staff };
    (@stages $first:ident, $last:ident) => { resume::Stage::$first..=resume::Stage::$last };
    (@penalty) => { None };
    (@penalty $axis:ident, $points:literal, $cap:literal) => {
        Some(crate::rule::Penalty { axis: resume::Axis::$axis, points: $points, cap: $cap })
    };
    (@caps_at) => { None };
    (@caps_at $count:literal) => { Some($count) };
}
pub(crate) use declare_rule;
