//! `technology-before-release`: a version that did not exist when the role ended.

use facts::Dimension;
use resume::{Date, FieldPath, Severity};
use roles::{Mention, Release};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A dated role names a version that was released after it ended.
    ///
    /// ## Why
    /// Java 21 in a role that ended in 2019 cannot be, and readers who know the language see it at
    /// once. Most often a list was updated and the old lines with it.
    ///
    /// ## What to do
    /// Write the version you used then, or leave it out. Previews are allowed for: six months
    /// before the release nothing is said.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: 2017-03
    ///     endDate: 2019-06
    ///     highlights: [Built the berth scheduler of 14 ports in Java 21]
    /// ```
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: 2017-03
    ///     endDate: 2021-06
    ///     highlights: [Moved the ledger to PostgreSQL 16 without downtime]
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: 2017-03
    ///     endDate: 2023-06
    ///     highlights:
    ///       - Built the berth scheduler of 14 ports in Java 21
    ///       - Ran PostgreSQL 12 replicas in 14 ports
    ///       - Built 16 PostgreSQL clusters in Go
    ///   - name: Brackwater Data
    ///     highlights: [Moved the ledger to PostgreSQL 16 without downtime]
    /// skills:
    ///   - name: Languages
    ///     keywords: [Java 25]
    /// ```
    "technology-before-release", Severity::Warning, Topic::Integrity => check
}

/// Months before a release in which previews were in use.
const PREVIEW: i32 = 6;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for (entry, units) in cx.roles() {
        let Some((end, last)) = ended(cx, &entry) else { continue };
        for unit in units {
            for mention in &unit.facts.skills {
                let Some((range, release)) = version(cx, unit, mention) else { continue };
                let Some(month) = release.date.first_month(cx.as_of) else { continue };
                if month <= last + PREVIEW {
                    continue;
                }
                let said = unit.said(&range);
                findings.add_in(
                    unit,
                    range.clone(),
                    format!(
                        "\"{said}\" came out in {}, after this ended in {}",
                        release.date.display(),
                        end.display()
                    ),
                    "write the version you used then, or leave it out",
                );
            }
        }
    }
}

/// The end of a dated role and its last month.
fn ended<'a>(cx: &Context<'a>, entry: &FieldPath) -> Option<(&'a Date, i32)> {
    let [resume::Segment::Key(section), resume::Segment::Index(index)] = entry.segments() else {
        return None;
    };
    let end = match section.as_ref() {
        "work" => cx.resume.work.get(*index)?.end_date.as_ref(),
        "projects" => cx.resume.projects.get(*index)?.end_date.as_ref(),
        "volunteer" => cx.resume.volunteer.get(*index)?.end_date.as_ref(),
        _ => None,
    }?;
    (*end != Date::Present).then_some(())?;
    Some((end, end.last_month(cx.as_of)?))
}

/// The version right behind a name, with its release.
fn version<'a>(
    cx: &Context<'a>,
    unit: &Unit,
    mention: &Mention,
) -> Option<(std::ops::Range<usize>, &'a Release)> {
    let releases = cx.pack.releases.get(&mention.skill)?;
    let after = unit.text.get(mention.range.end..)?;
    let blank = after.strip_prefix(' ').unwrap_or(after);
    let digits = blank.strip_prefix('v').unwrap_or(blank);
    let start = mention.range.end + (after.len() - digits.len());
    let length = digits.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let written = digits.get(..length)?.trim_end_matches('.');
    let range = mention.range.start..start + written.len();
    // `Redis 6 nodes` counts nodes.
    let counts = unit.facts.quantities.iter().any(|quantity| {
        quantity.dimension != Dimension::Bare
            && quantity.range.start < range.end
            && start < quantity.range.end
    });
    let release = releases
        .iter()
        .filter(|release| is_version(written, &release.version))
        .max_by_key(|release| release.version.len())?;
    (!counts).then_some((range, release))
}

/// `3.12.4` is a version of `3.12`; `3.1` is not.
fn is_version(written: &str, known: &str) -> bool {
    written.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
