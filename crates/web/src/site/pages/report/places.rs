//! Findings in the order of the report, each with where it is seen.

use std::collections::BTreeMap;

use lint::Topic;
use resume::{Rect, Region, Report, ReportedFinding, Severity};
use workbench::Form;

use crate::report::MOST_FINDINGS;
use crate::site::desk::Examined;
use crate::spots::Spots;

/// What a finding is about. Only the first kind counts for the axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// What was owned, what changed, how it works.
    Content,
    /// Whether all of it can be true.
    Integrity,
    /// Format and language.
    Readiness,
}

impl Group {
    pub(super) const ALL: [Self; 3] = [Self::Content, Self::Integrity, Self::Readiness];

    /// The group of the findings of a rule.
    fn of(rule: &str) -> Self {
        match lint::rule(rule).map(|rule| rule.topic) {
            Some(Topic::Scope | Topic::Evidence | Topic::Depth) => Self::Content,
            Some(Topic::Integrity) => Self::Integrity,
            // Rules of the reader: words that only a machine sees, or that only look like words.
            None if matches!(rule, "hidden-text" | "lookalike-letters") => Self::Integrity,
            Some(Topic::Format | Topic::Language) | None => Self::Readiness,
        }
    }
}

/// A finding with its number on the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbered<'a> {
    /// From 1.
    pub(super) number: usize,
    pub(super) group: Group,
    pub(super) finding: &'a ReportedFinding,
    /// Which of the boxes shows it first.
    pub(super) spot: Option<usize>,
}

/// A box on a page with the findings that are seen in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spot {
    pub(super) region: Region,
    /// Numbers of findings.
    pub(super) numbers: Vec<usize>,
    /// The highest level among them.
    pub(super) severity: Severity,
}

/// All findings that are shown.
#[derive(Debug)]
pub(super) struct Places<'a> {
    pub(super) findings: Vec<Numbered<'a>>,
    pub(super) spots: Vec<Spot>,
    /// How many more there are.
    pub(super) left_out: usize,
}

impl<'a> Places<'a> {
    /// Of a file that was examined: boxes are on its own pages, or on those that were set.
    pub(super) fn of(examined: &'a Examined) -> Self {
        let report = &examined.reviewed.report;
        let sizes = examined.pages();
        let spots = Spots { regions: &examined.set.regions, sizes: &sizes };
        let regions = |finding: &ReportedFinding| match examined.form {
            Form::Data(_) => spots.boxes(&finding.path),
            Form::Document(_) => finding.page.zip(finding.rect).into_iter().collect(),
        };
        Self::with(report, regions)
    }

    /// Of a report without its file: no boxes.
    pub(super) fn none(report: &'a Report) -> Self {
        Self::with(report, |_| BTreeMap::new())
    }

    fn with(
        report: &'a Report,
        regions: impl Fn(&ReportedFinding) -> BTreeMap<usize, Rect>,
    ) -> Self {
        let mut ordered: Vec<(Group, &ReportedFinding)> =
            report.findings.iter().map(|finding| (Group::of(&finding.rule), finding)).collect();
        ordered.sort_by_key(|(group, _)| *group);
        let left_out = ordered.len().saturating_sub(MOST_FINDINGS);
        let mut spots: Vec<Spot> = Vec::new();
        let mut findings = Vec::new();
        for (at, (group, finding)) in ordered.into_iter().take(MOST_FINDINGS).enumerate() {
            let mut first = None;
            for (page, rect) in regions(finding) {
                let spot = put(&mut spots, Region { page, rect }, at + 1, finding.severity);
                first.get_or_insert(spot);
            }
            findings.push(Numbered { number: at + 1, group, finding, spot: first });
        }
        Self { findings, spots, left_out }
    }

    /// The findings of a group.
    pub(super) fn of_group(&self, group: Group) -> impl Iterator<Item = &Numbered<'a>> {
        self.findings.iter().filter(move |one| one.group == group)
    }
}

/// Adds a finding to the box `region`, and returns which that is.
fn put(spots: &mut Vec<Spot>, region: Region, number: usize, severity: Severity) -> usize {
    let there = spots.iter().position(|spot| spot.region == region);
    let Some(at) = there else {
        spots.push(Spot { region, numbers: vec![number], severity });
        return spots.len() - 1;
    };
    spots[at].numbers.push(number);
    spots[at].severity = spots[at].severity.max(severity);
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_belong_to_a_group() {
        for (rule, expected) in [
            ("missing-outcome", Group::Readiness),
            ("impossible-number", Group::Integrity),
            ("keyword-block", Group::Integrity),
            ("hidden-text", Group::Integrity),
            ("scanned-page", Group::Readiness),
            ("wrong-type", Group::Readiness),
            ("no such rule", Group::Readiness),
        ] {
            assert_eq!(Group::of(rule), expected, "{rule}");
        }
        let content = lint::rules().iter().filter(|rule| Group::of(rule.id) == Group::Content);
        assert!(content.count() > 10);
    }

    #[test]
    fn findings_at_one_place_share_a_box() {
        let mut spots = Vec::new();
        let at = |page| Region { page, rect: Rect { right: 10.0, ..Rect::default() } };
        let put =
            |spots: &mut Vec<Spot>, page, number, severity| put(spots, at(page), number, severity);
        assert_eq!(put(&mut spots, 1, 1, Severity::Info), 0);
        assert_eq!(put(&mut spots, 2, 2, Severity::Info), 1);
        assert_eq!(put(&mut spots, 1, 3, Severity::Error), 0);
        assert_eq!(spots[0].numbers, [1, 3]);
        assert_eq!(spots[0].severity, Severity::Error);
    }
}
