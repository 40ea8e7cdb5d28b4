//! Fixes are promises: one is kept only when the page, graded again with it, is nowhere worse.

use std::collections::BTreeMap;
use std::ops::Range;

use resume::model::Texts;
use resume::{Axis, Edit, Finding, Resume, Severity};
use roles::RolePack;

use crate::check::{Options, Outcome, judge};
use crate::memory::Memory;
use crate::page::Page;

/// Fixes that are tried, times texts of the page: a page has some dozens of texts and a few fixes,
/// and a file that has thousands of both is no reason to let anybody wait.
const MOST_WORK: usize = 20_000;

/// Points that two grades of the same facts may differ by, because sums are rounded.
const ROUNDING: f64 = 1e-9;

/// Drops every fix of `outcome` that does not hold, and keeps the others as they are.
///
/// A fix holds when, after it alone is made and the page is checked again, no axis and not the
/// overall grade is lower, its rule has one finding fewer, and no rule has more warnings or errors
/// than before; and it leaves names in quotes as they are. On a page of very many texts only the first fixes are tried. `outcome` is what [`crate::check`] said of the same arguments.
pub fn verify_fixes(
    resume: &Resume,
    pack: &RolePack,
    options: &Options<'_>,
    outcome: &mut Outcome,
) {
    if !has_fixes(outcome) {
        return;
    }
    let memory = Memory::default();
    verify_with(&memory, resume, &Page::with(resume, pack, &memory), pack, options, outcome);
}

/// True when a change is proposed.
pub(crate) fn has_fixes(outcome: &Outcome) -> bool {
    outcome.findings.iter().any(|finding| finding.fix.is_some())
}

/// As [`verify_fixes`], for the `page` of the resume; what is in `memory` is not read again.
pub(crate) fn verify_with(
    memory: &Memory,
    resume: &Resume,
    page: &Page,
    pack: &RolePack,
    options: &Options<'_>,
    outcome: &mut Outcome,
) {
    let before = Count::of(&outcome.findings);
    let texts = Texts::of(resume);
    let holds = |finding: &Finding| {
        let edits = finding.fix.as_ref().map(|fix| &fix.edits)?;
        let touches_name = edits.iter().any(|edit| touches_quoted(&texts, edit));
        (!touches_name).then_some(())?;
        let after = resume.edited(edits)?;
        let again = judge(&after, &Page::with(&after, pack, memory), memory, pack, options);
        let better = is_no_worse(outcome, &again)
            && Count::of(&again.findings).all(&finding.rule) < before.all(&finding.rule);
        better.then_some(())
    };
    let most = (MOST_WORK / page.units.len().max(1)).max(1);
    let broken: Vec<usize> = (0..outcome.findings.len())
        .filter(|at| outcome.findings[*at].fix.is_some())
        .enumerate()
        .filter(|(nth, at)| *nth >= most || holds(&outcome.findings[*at]).is_none())
        .map(|(_, at)| at)
        .collect();
    for at in broken {
        outcome.findings[at].fix = None;
    }
}

/// Bytes of the longest name in quotes; what is longer is a saying.
const LONGEST_NAME: usize = 80;

/// True when an edit changes a part of what stands in quotes inside a text: a name is written as
/// its owner writes it.
fn touches_quoted(texts: &Texts, edit: &Edit) -> bool {
    let Edit::Replace { path, range: Some(range), .. } = edit else { return false };
    let Some(text) = texts.get(path) else { return false };
    quoted(text).iter().any(|name| {
        let apart = range.end <= name.start || name.end <= range.start;
        let around = range.start < name.start && name.end < range.end;
        !apart && !around
    })
}

/// What stands between a pair of quotes, which itself stands between other words.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut open: Option<(char, usize)> = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        let closes = open.filter(|(close, start)| {
            let after = text[next..].chars().next();
            // The apostrophe of `don't` closes nothing.
            *close == c && at > *start && !after.is_some_and(char::is_alphanumeric)
        });
        if let Some((_, start)) = closes {
            if at - start <= LONGEST_NAME && !(start <= 3 && next == text.len()) {
                names.push(start..at);
            }
            open = None;
        } else if !before.is_alphanumeric()
            && open.is_none_or(|(close, start)| {
                // A single quote may be an apostrophe: any other opens all the same.
                at - start > LONGEST_NAME || matches!(close, '\'' | '’') && close != c
            })
        {
            open = match c {
                '"' | '\'' | '`' => Some((c, next)),
                '“' | '„' => Some(('”', next)),
                '‘' => Some(('’', next)),
                '«' => Some(('»', next)),
                _ => open,
            };
        }
        before = c;
    }
    names
}

/// True when nothing of a page got worse: no axis and not the overall grade is lower, and no rule
/// has more warnings or errors.
pub fn is_no_worse(before: &Outcome, after: &Outcome) -> bool {
    let (old, new) = (&before.grade, &after.grade);
    let holds = |old: f64, new: f64| new >= old - ROUNDING;
    let counts = Count::of(&before.findings);
    holds(old.overall, new.overall)
        && Axis::ALL.iter().all(|axis| holds(old.axes.get(*axis), new.axes.get(*axis)))
        && Count::of(&after.findings)
            .0
            .iter()
            .all(|(rule, (_, grave))| *grave <= counts.grave(rule))
}

/// Findings by rule: all of them, and those a reader holds against the page.
struct Count<'a>(BTreeMap<&'a str, (usize, usize)>);

impl<'a> Count<'a> {
    fn of(findings: &'a [Finding]) -> Self {
        let mut rules = BTreeMap::new();
        for finding in findings {
            let (all, grave): &mut (usize, usize) = rules.entry(&*finding.rule).or_default();
            *all += 1;
            *grave += usize::from(finding.severity > Severity::Info);
        }
        Self(rules)
    }

    fn all(&self, rule: &str) -> usize {
        self.0.get(rule).map_or(0, |(all, _)| *all)
    }

    fn grave(&self, rule: &str) -> usize {
        self.0.get(rule).map_or(0, |(_, grave)| *grave)
    }
}

#[cfg(test)]
mod tests {
    use resume::{Date, Edit, FieldPath, Fix};

    use super::*;

    const PAGE: &str = "\
basics: {name: Ada, email: ada@lindqvist.dev}
work:
  - name: Brackwater
    position: Engineer
    startDate: 2019-02
    endDate: 2021-05
    highlights:
      - Cut p99 of the rate quote API from 900 ms to 120 ms by caching zone tables in Redis
      - Helped with the label printing service
  - name: Northwind
    position: Engineer
    startDate: 2021-06
    highlights: [Moved the ledger to Kafka without downtime]
skills: [{name: Data, keywords: [Redis, Kafka, redis]}]
vitae: {asOf: 2026-11-01}
";

    fn path(text: &str) -> FieldPath {
        text.parse().expect("a path")
    }

    /// Which of the rules still have a fix; `candidate` is added to the first finding of `rule`.
    #[track_caller]
    fn check(candidate: Option<(&str, Fix)>, expected: &[&str]) {
        let limits = extract::Limits::default();
        let parsed = extract::read(PAGE.as_bytes(), extract::Format::Yaml, &limits);
        let resume = parsed.expect("a resume").resume;
        let pack = RolePack::backend_engineer();
        let options = Options { stage: None, as_of: Date::Month(2026, 11), layout: None };
        let mut outcome = crate::check(&resume, pack, &options);
        if let Some((rule, fix)) = candidate {
            outcome.findings.iter_mut().for_each(|finding| finding.fix = None);
            let found = outcome.findings.iter_mut().find(|finding| finding.rule == rule);
            found.expect("a finding of the rule").fix = Some(fix);
        }
        verify_fixes(&resume, pack, &options, &mut outcome);
        let mut fixed: Vec<&str> = outcome
            .findings
            .iter()
            .filter(|finding| finding.fix.is_some())
            .map(|finding| &*finding.rule)
            .collect();
        fixed.sort_unstable();
        assert_eq!(fixed, expected);
    }

    fn write(at: &str, text: &str) -> Fix {
        let edit = Edit::Replace { path: path(at), range: None, text: text.to_owned() };
        Fix::of("Write it", vec![edit])
    }

    #[test]
    fn names_in_quotes_are_found() {
        for (text, expected) in [
            ("Shipped the \"postgresql\" charm", &["postgresql"][..]),
            ("Wrote `golang` and 'js lib', don't ask", &["golang", "js lib"]),
            ("The users' store of the teams' data", &[]),
            ("Rock 'n roll of “k8s” and «x»", &["k8s", "x"]),
            ("\"Built it\"", &[]),
            ("a 5\" disk", &[]),
        ] {
            let names: Vec<&str> = quoted(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(names, expected, "{text}");
        }
    }

    #[test]
    fn fixes_that_hold_are_kept() {
        check(None, &["duplicate-skill", "misspelled-technology", "roles-out-of-order"]);
        let wrote = write("work[0].highlights[1]", "Wrote the template cache of the label printer");
        check(Some(("weak-opening", wrote)), &["weak-opening"]);
    }

    #[test]
    fn fixes_that_do_not_are_dropped() {
        let weak = |fix| check(Some(("weak-opening", fix)), &[]);
        // Nothing is there.
        weak(write("work[7].highlights[1]", "Wrote it"));
        weak(Fix::remove("Remove it", path("work[0].highlights[9]")));
        // The finding stays.
        weak(write("work[0].highlights[1]", "Helped with the label printer of the depot"));
        weak(write("basics.name", "Eve"));
        // The grade falls: the only strong line goes along.
        weak(Fix::of(
            "Remove both",
            vec![
                Edit::Remove { path: path("work[0].highlights[0]") },
                Edit::Remove { path: path("work[0].highlights[1]") },
            ],
        ));
        // Another warning comes.
        weak(write("work[0].highlights[1]", "Responsible for the label printing service"));
    }
}
