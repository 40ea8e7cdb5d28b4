//! A ranking for people.

use std::fmt::Write;

use ranking::Band;
use ranking::report::{Criterion, RankReport, RankedApplicant, RankedRequirement};
use resume::coverage::{RequirementKind, span};

use super::{Musts, place};
use crate::output::Screen;
use crate::output::style::{BAD, FAINT, GOOD, NAME, STRONG, WEAK, paint};

/// How much is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Detail {
    /// The words of the pages, too.
    pub(crate) quotes: bool,
}

/// Longest requirement in a list of several, in characters.
const LONGEST: usize = 40;

/// The whole ranking.
pub(crate) fn human(report: &RankReport, detail: Detail, screen: &Screen) -> String {
    let mut text = String::new();
    heading(&mut text, report, screen);
    for band in Band::ALL {
        let of_band: Vec<&RankedApplicant> =
            report.applicants.iter().filter(|one| one.band == band).collect();
        if of_band.is_empty() {
            continue;
        }
        let _ =
            writeln!(text, "\n{}", paint(STRONG, format!("{} ({})", band.title(), of_band.len())));
        for one in of_band {
            applicant(&mut text, report, one, detail, screen);
        }
    }
    attention(&mut text, report);
    text
}

fn heading(text: &mut String, report: &RankReport, screen: &Screen) {
    let job = &report.job;
    let title = job.title.as_deref().unwrap_or(&job.file);
    let who = job.organization.as_ref().map(|name| format!(", {name}")).unwrap_or_default();
    let _ = writeln!(text, "{}", paint(STRONG, format!("{title}{who}")));
    let count =
        |kind: RequirementKind| job.requirements.iter().filter(|one| one.kind == kind).count();
    let _ = writeln!(
        text,
        "{} applications, {} must-haves, {} nice to have, {} duties; as of {}",
        report.applicants.len(),
        count(RequirementKind::Must),
        count(RequirementKind::Nice),
        count(RequirementKind::Duty),
        report.as_of,
    );
    let note = "A band says what a page shows and decides nothing. What is not stated is a \
                question to ask; equal fits share a place and stand in no particular order.";
    for line in textwrap::wrap(note, screen.width) {
        let _ = writeln!(text, "{}", paint(FAINT, line));
    }
}

fn applicant(
    text: &mut String,
    report: &RankReport,
    one: &RankedApplicant,
    detail: Detail,
    screen: &Screen,
) {
    let cap = one.cap.map(|cap| format!(", at most {cap}")).unwrap_or_default();
    let _ = writeln!(
        text,
        "{:>4}  {}  {}",
        place(one),
        paint(NAME, &one.applicant),
        paint(FAINT, format!("fit {}{cap}, exact words {}", one.fit, one.literal)),
    );
    let musts = Musts::of(report, one);
    list(text, "shown", &musts.shown, GOOD, screen);
    list(text, "weak", &musts.weak, WEAK, screen);
    list(text, "not stated", &musts.open, BAD, screen);
    list(text, "ask", &musts.ask, FAINT, screen);
    if detail.quotes {
        for (asked, found) in musts.shown.iter().chain(&musts.weak) {
            quotes(text, asked, found, screen);
        }
    }
    moved(text, one);
    for flag in &one.integrity {
        let _ = writeln!(text, "        {} {} ({})", paint(WEAK, "look:"), flag.message, flag.rule);
    }
}

fn list(
    text: &mut String,
    title: &str,
    items: &[(&RankedRequirement, &Criterion)],
    style: anstyle::Style,
    screen: &Screen,
) {
    if items.is_empty() {
        return;
    }
    let named: Vec<String> = items.iter().map(|(asked, found)| item(title, asked, found)).collect();
    let indent = " ".repeat(20);
    let width = screen.width.saturating_sub(indent.len());
    for (at, line) in textwrap::wrap(&named.join("; "), width).iter().enumerate() {
        if at == 0 {
            let _ = writeln!(text, "        {}{line}", paint(style, format!("{title:<12}")));
        } else {
            let _ = writeln!(text, "{indent}{line}");
        }
    }
}

/// `Go in production (3 years 2 months)`.
fn item(title: &str, asked: &RankedRequirement, found: &Criterion) -> String {
    let mut name: String = asked.text.chars().take(LONGEST).collect();
    if name.len() < asked.text.len() {
        name = name.trim_end().to_owned() + "...";
    }
    let mut notes = Vec::new();
    if title == "weak" {
        notes.push(found.status.words().to_owned());
    }
    if title != "not stated" {
        notes.extend(found.months.filter(|months| *months > 0).map(span));
    }
    if notes.is_empty() { name } else { format!("{name} ({})", notes.join(", ")) }
}

fn quotes(text: &mut String, asked: &RankedRequirement, found: &Criterion, screen: &Screen) {
    let Some(words) = found.evidence.first() else { return };
    let place = match words.page {
        Some(page) => format!("page {page}, line {}", words.line),
        None => format!("line {}", words.line),
    };
    let line = format!("{}: \"{}\" ({place})", asked.id, words.text.trim());
    let width = screen.width.saturating_sub(10);
    for (at, line) in textwrap::wrap(&line, width).iter().enumerate() {
        let lead = if at == 0 { "        " } else { "          " };
        let _ = writeln!(text, "{lead}{}", paint(FAINT, line));
    }
}

fn moved(text: &mut String, one: &RankedApplicant) {
    let Some(moved) = &one.moved else { return };
    let line = match one.place.cmp(&moved.place) {
        std::cmp::Ordering::Less => format!("up from {}", moved.place),
        std::cmp::Ordering::Greater => format!("down from {}", moved.place),
        std::cmp::Ordering::Equal => "same place".to_owned(),
    };
    let _ = writeln!(text, "        {line}, fit was {}", moved.fit);
    for change in moved.because.iter().take(4) {
        let cause = match change.cause {
            ranking::Cause::Added => "new",
            ranking::Cause::Removed => "no longer asked for",
            ranking::Cause::Kind => "matters more or less now",
            ranking::Cause::Asks => "worded differently",
            ranking::Cause::Share => "another share",
        };
        let name: String = change.text.chars().take(LONGEST).collect();
        let _ = writeln!(text, "          {:+.1}  {name} ({cause})", change.points);
    }
}

/// What has to be looked at: files that could not be read.
fn attention(text: &mut String, report: &RankReport) {
    if !report.unread.is_empty() {
        let title = format!("Not read ({})", report.unread.len());
        let _ = writeln!(text, "\n{}", paint(STRONG, title));
        for one in &report.unread {
            let _ = writeln!(text, "  {}", one.message);
            if let Some(hint) = &one.hint {
                let _ = writeln!(text, "    {}", paint(FAINT, hint));
            }
        }
    }
    if !report.left_out.is_empty() {
        let files = report.left_out.join(", ");
        let _ = writeln!(text, "\nNo documents, left out: {files}");
    }
    let _ = writeln!(
        text,
        "\n{}",
        paint(
            FAINT,
            format!(
                "job {}, weights {}, role {}, vitae {}",
                &report.job.version[..12],
                &report.scorer.weights[..12],
                report.scorer.role.chars().take(12).collect::<String>(),
                report.scorer.version
            )
        )
    );
}

/// What doing a recorded ranking again came to.
pub(crate) fn verified(report: &RankReport, differences: &[String]) -> String {
    let criteria: usize = report.applicants.iter().map(|one| one.criteria.len()).sum();
    let mut text = format!(
        "{} applications and {criteria} criteria done again: {} differences\nEverything was read from \
         the files themselves, nothing from what an earlier ranking kept.\n",
        report.applicants.len(),
        differences.len()
    );
    for line in differences.iter().take(20) {
        let _ = writeln!(text, "  {line}");
    }
    if differences.len() > 20 {
        let _ = writeln!(text, "  and {} more", differences.len() - 20);
    }
    text
}
