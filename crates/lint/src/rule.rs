//! What a rule is, and how one is declared.

use resume::{Axis, Date, Finding, Resume, Severity, Stage};
use roles::RolePack;

use crate::page::{Page, Unit};

/// A check of the page, with everything a reader may want to know about it.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case, equal to the file's name; names the defect and reads well after "allow".
    pub id: &'static str,
    /// The level of its findings.
    pub severity: Severity,
    /// A one-line summary, sections, and executed examples; see [`Rule::text`].
    pub(crate) docs: &'static str,
    /// Points its findings take from an axis.
    pub penalty: Option<Penalty>,
    /// This many findings cap the grade; see [`crate::check`].
    pub caps_at: Option<usize>,
    pub(crate) check: fn(&Context<'_>, &mut Findings<'_>),
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
        let lines = self.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
        lines.flat_map(|line| [line, "\n"]).collect()
    }

    /// The first line of the documentation.
    pub fn summary(&self) -> &'static str {
        self.docs.trim_start().lines().next().unwrap_or_default().trim()
    }
}

/// What a rule may look at.
pub(crate) struct Context<'a> {
    pub(crate) resume: &'a Resume,
    pub(crate) pack: &'a RolePack,
    pub(crate) stage: Stage,
    /// The day that stands for "today".
    pub(crate) as_of: &'a Date,
    pub(crate) page: &'a Page,
}

impl Context<'_> {
    /// Bullets of jobs, projects and volunteering, in page order.
    pub(crate) fn bullets(&self) -> impl Iterator<Item = &Unit> {
        self.page.units.iter().filter(|unit| unit.part.is_bullet())
    }

    /// Sentences of the summary, in order.
    pub(crate) fn summary(&self) -> impl Iterator<Item = &Unit> {
        self.page.units.iter().filter(|unit| unit.part == crate::page::Part::Summary)
    }
}

/// Collects the findings of one rule: its id and level are filled in.
pub(crate) struct Findings<'a> {
    pub(crate) rule: &'static Rule,
    pub(crate) list: &'a mut Vec<Finding>,
}

impl Findings<'_> {
    /// A finding about a whole value.
    pub(crate) fn add(
        &mut self,
        path: resume::FieldPath,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let finding = Finding::new(self.rule.id, self.rule.severity, path, message).hint(hint);
        self.list.push(finding);
    }

    /// A finding about some bytes of a value's text.
    pub(crate) fn add_at(
        &mut self,
        path: resume::FieldPath,
        range: std::ops::Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let finding =
            Finding::new(self.rule.id, self.rule.severity, path, message).at(range).hint(hint);
        self.list.push(finding);
    }

    /// A finding about some bytes of a unit of the page.
    pub(crate) fn add_in(
        &mut self,
        unit: &Unit,
        range: std::ops::Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let range = unit.offset + range.start..unit.offset + range.end;
        self.add_at(unit.path.clone(), range, message, hint);
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
///     "rule-id", Severity::Warning => check
/// }
/// ```
///
/// After the level may stand `penalty(axis, points, cap)` and `caps_at(count)`.
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])+
        $id:literal, $severity:expr
        $(, penalty($axis:ident, $points:literal, $cap:literal))?
        $(, caps_at($caps_at:literal))?
        => $check:path
    ) => {
        pub(crate) static RULE: crate::rule::Rule = crate::rule::Rule {
            id: $id,
            severity: $severity,
            docs: concat!($($doc, "\n"),+),
            penalty: declare_rule!(@penalty $($axis, $points, $cap)?),
            caps_at: declare_rule!(@caps_at $($caps_at)?),
            check: $check,
        };
    };
    (@penalty) => { None };
    (@penalty $axis:ident, $points:literal, $cap:literal) => {
        Some(crate::rule::Penalty { axis: resume::Axis::$axis, points: $points, cap: $cap })
    };
    (@caps_at) => { None };
    (@caps_at $count:literal) => { Some($count) };
}
pub(crate) use declare_rule;
