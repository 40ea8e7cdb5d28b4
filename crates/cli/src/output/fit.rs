//! The plan of `vitae fit`: what is too much, what leaves, what that costs.

use std::fmt::Write;

use fit::{Fit, Goal};
use resume::model::{Density, Texts};
use resume::{Axes, Axis, CreditedFact, FieldPath, Grade, Parsed};
use serde::Serialize;
use workbench::Variant;

use super::screen::Screen;
use super::style::{BAD, FAINT, GOOD, STRONG, paint};
use super::{shown_name, shown_variant};

/// Name and version of the wire form.
const FORMAT: &str = "vitae-fit/1";

/// A plan with its words; what `--format json` prints. Keys are only ever added.
#[derive(Debug, Serialize)]
pub(crate) struct Shown<'a> {
    format: &'static str,
    file: &'a str,
    /// The variant that is fitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<&'a str>,
    /// Pages asked for.
    pages: usize,
    /// Pages as they are.
    pages_before: usize,
    /// The first value behind the last wanted page.
    spills_from: Option<Line>,
    /// Lines that are too many, by density.
    tried: Vec<Tried>,
    /// True when a plan was found that loses no more than allowed.
    pub(crate) holds: bool,
    /// Points that may be lost.
    max_loss: f64,
    plan: Option<Way>,
    /// What is shown of a job, before and after, 0-100.
    pub(crate) job: Option<(f64, f64)>,
}

/// A density that was tried.
#[derive(Debug, Serialize)]
struct Tried {
    density: Density,
    lines_over: usize,
}

/// What makes it fit.
#[derive(Debug, Serialize)]
struct Way {
    density: Density,
    removed: Vec<Line>,
    pages: usize,
    loss: f64,
    before: Points,
    after: Points,
    /// By how many credited facts another set of lines could be better at most.
    slack: u64,
}

/// A value on the page.
#[derive(Debug, Serialize)]
struct Line {
    path: String,
    /// Its line in the source, from 1.
    #[serde(rename = "line")]
    at: usize,
    /// Lines on the page.
    #[serde(rename = "lines")]
    height: usize,
    text: String,
    facts: Vec<CreditedFact>,
}

/// A grade in numbers.
#[derive(Debug, Serialize)]
struct Points {
    overall: f64,
    #[serde(flatten)]
    axes: Axes,
    credited_facts: usize,
}

impl Points {
    fn of(grade: &Grade) -> Self {
        let credited_facts = grade.bullets.iter().map(|bullet| bullet.facts.len()).sum();
        Self { overall: grade.overall, axes: grade.axes, credited_facts }
    }
}

impl<'a> Shown<'a> {
    /// `variant` is the one of `parsed` that was fitted; the plan names the lines of the file.
    pub(crate) fn of(
        file: &'a str,
        parsed: &Parsed,
        variant: Option<Variant<'a>>,
        goal: &Goal,
        fit: &Fit,
    ) -> Self {
        let fitted = variant.map_or(&parsed.resume, |variant| &variant.cut.resume);
        let texts = Texts::of(fitted);
        let places = parsed.places();
        let line = |path: &FieldPath, lines: usize| {
            let graded = fit.grade_before.bullets.iter().find(|bullet| bullet.path == *path);
            let in_file =
                variant.map_or_else(|| path.clone(), |variant| variant.cut.in_source(path));
            Line {
                path: in_file.to_string(),
                at: places.at(&in_file, None).line,
                height: lines,
                text: texts.get(path).unwrap_or_default().to_owned(),
                facts: graded.map(|bullet| bullet.facts.clone()).unwrap_or_default(),
            }
        };
        let plan = fit.plan.as_ref().map(|plan| Way {
            density: plan.density,
            removed: plan.removed.iter().map(|one| line(&one.path, one.lines)).collect(),
            pages: plan.after.pages,
            loss: plan.loss(&fit.grade_before),
            before: Points::of(&fit.grade_before),
            after: Points::of(&plan.grade_after),
            slack: plan.slack,
        });
        let tried = fit.tried.iter();
        Self {
            format: FORMAT,
            file,
            variant: variant.map(|variant| variant.name),
            pages: goal.pages,
            pages_before: fit.before.pages,
            spills_from: fit.spilled.first().map(|path| line(path, 0)),
            tried: tried
                .map(|(density, over)| Tried { density: *density, lines_over: *over })
                .collect(),
            // A rounding error is no loss.
            holds: plan.as_ref().is_some_and(|plan| plan.loss <= goal.most_loss + 0.05),
            max_loss: goal.most_loss,
            plan,
            job: None,
        }
    }
}

/// For people.
pub(crate) fn render(shown: &Shown<'_>, screen: &Screen) -> String {
    let file = shown_name(shown.file);
    let whole = shown_variant(shown.file, shown.variant);
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{}",
        paint(STRONG, format_args!("{whole} takes {}", count(shown.pages_before, "page")))
    );
    if let Some(over) = shown.tried.first().map(|tried| tried.lines_over).filter(|over| *over > 0) {
        let from = shown.spills_from.as_ref().map(|first| {
            let text = excerpt(&first.text, screen.width.saturating_sub(file.len() + 40));
            format!(", from {file}:{} on: {text}", first.at)
        });
        let from = from.unwrap_or_default();
        let _ = writeln!(text, "{} behind page {}{from}", count(over, "line"), shown.pages);
    }
    for tried in shown.tried.iter().skip(1) {
        let left = match tried.lines_over {
            0 => "it fits".to_owned(),
            over => format!("{} too many", count(over, "line")),
        };
        let _ = writeln!(text, "  set {}: {left}", tried.density.as_str());
    }
    let Some(plan) = &shown.plan else {
        let _ = writeln!(
            text,
            "{}",
            paint(BAD, "Even without every line that may leave, it does not fit.")
        );
        return text;
    };
    let tighter = shown.tried.first().is_some_and(|first| first.density != plan.density);
    let density = plan.density.as_str();
    if plan.removed.is_empty() {
        if tighter {
            let _ =
                writeln!(text, "\n{}", paint(GOOD, format_args!("set {density}, nothing is lost")));
        }
        return text;
    }
    let set = if tighter { format!(", set {density}") } else { String::new() };
    let heading = format!("to fit on {}{set}, leave out:", count(shown.pages, "page"));
    let _ = writeln!(text, "\n{}", paint(STRONG, heading));
    for line in &plan.removed {
        removed(&mut text, file, line, screen);
    }
    let _ = writeln!(text);
    grades(&mut text, plan);
    if let Some((was, now)) = shown.job {
        let _ = writeln!(text, "  of the job {was:.1} -> {now:.1}");
    }
    let certain = match plan.slack {
        0 => "no other choice of lines that is enough holds fewer credited facts".to_owned(),
        slack => format!(
            "another choice of lines could save {} at most",
            count(usize::try_from(slack).unwrap_or(usize::MAX), "credited fact")
        ),
    };
    let _ = writeln!(text, "{}", paint(FAINT, certain));
    if !shown.holds {
        let _ = writeln!(
            text,
            "{}",
            paint(
                BAD,
                format_args!(
                    "that is more than the {:.1} points that may be lost (--max-loss)",
                    shown.max_loss
                )
            )
        );
    }
    text
}

/// `  cv.yaml:41  2 lines, no credited fact`, and the text below.
fn removed(text: &mut String, file: &str, line: &Line, screen: &Screen) {
    let facts = match line.facts.len() {
        0 => "no credited fact".to_owned(),
        facts => count(facts, "credited fact"),
    };
    let what = if line.text.is_empty() { &line.path } else { &line.text };
    let _ = writeln!(text, "  {file}:{}  {}, {facts}", line.at, count(line.height, "line"));
    let _ = writeln!(text, "      {}", paint(FAINT, excerpt(what, screen.width.saturating_sub(6))));
}

fn grades(text: &mut String, plan: &Way) {
    let moved = |was: f64, now: f64| {
        let by = now - was;
        let style = if by > -0.05 { GOOD } else { BAD };
        format!("{was:.1} -> {now:.1} {}", paint(style, format_args!("{by:+.1}")))
    };
    let _ = writeln!(text, "  overall   {}", moved(plan.before.overall, plan.after.overall));
    for axis in Axis::ALL {
        let (was, now) = (plan.before.axes.get(axis), plan.after.axes.get(axis));
        let _ = writeln!(text, "  {axis:<9} {}", moved(was, now));
    }
    let _ = writeln!(
        text,
        "  credited facts {} -> {}",
        plan.before.credited_facts, plan.after.credited_facts
    );
}

fn count(number: usize, word: &str) -> String {
    if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") }
}

/// At most `width` characters, cut with an ellipsis.
fn excerpt(text: &str, width: usize) -> String {
    let width = width.max(20);
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width - 3).collect();
    format!("{}...", kept.trim_end())
}
