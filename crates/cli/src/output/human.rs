//! The report for people: findings beside their lines, then the grade.

use std::fmt::Write;

use resume::{Axis, Report, Verdict};
use roles::Bar;

use super::screen::Screen;
use super::shown_name;
use super::snippet::{self, Marked, Paper};
use super::style::{BAD, FAINT, GOOD, NAME, STRONG, WEAK, paint};
use super::{axes, comparison, derivation};

/// Next steps shown unless everything is asked for.
const NEXT_STEPS: usize = 3;

/// What a report is shown with.
pub(crate) struct Human<'a> {
    /// The source the report is about.
    pub(crate) source: &'a str,
    /// The bar of the report's stage.
    pub(crate) bar: Option<&'a Bar>,
    /// True when the source is the text of a document.
    pub(crate) document: bool,
    /// Leave nothing out.
    pub(crate) full: bool,
    /// Show how every point came about.
    pub(crate) explain: bool,
    /// Where it is shown.
    pub(crate) screen: Screen,
}

impl Human<'_> {
    /// The whole report, with a line end at its end.
    pub(crate) fn render(&self, report: &Report) -> String {
        let mut text = String::new();
        for finding in &report.findings {
            let mut marked = Marked::from(finding);
            marked.paper = self.document.then(|| Paper {
                place: super::on_paper(finding),
                quoted: !finding.path.is_empty(),
            });
            text += &snippet::finding(&marked, &report.file, self.source, &self.screen);
            text += "\n\n";
        }
        text += &heading(report);
        text += "\n";
        text += &axes::bars(report, self.bar.map(|bar| bar.advance_axis), &self.screen);
        text += &self.verdict(report);
        text += &readiness(report);
        text += "\n";
        if let Some(comparison) = &report.baseline {
            text += &comparison::render(comparison, report, &self.screen);
            text += "\n";
        }
        text += &if self.explain {
            derivation::render(report, self.bar, &self.screen)
        } else {
            axes::criteria(report, &self.screen, self.full)
        };
        if self.full {
            text += &allowed(report, &self.screen);
        }
        text += &self.next_steps(report);
        text += &explain(report);
        text
    }

    /// Overall grade, what a panel would say, and how far it is to the bar.
    fn verdict(&self, report: &Report) -> String {
        let style = match report.verdict {
            Verdict::Advance => GOOD,
            Verdict::Maybe => WEAK,
            Verdict::NotYet | Verdict::FixFirst => BAD,
        };
        let overall = paint(STRONG, format_args!("{:>3}", report.overall.floor()));
        let verdict = paint(style, report.verdict.as_str());
        let distance =
            self.bar.map_or_else(String::new, |bar| format!(": {}", distance(report, bar)));
        format!("  {:<9} {overall}  {verdict}{distance}\n", "overall")
    }

    fn next_steps(&self, report: &Report) -> String {
        if report.next.is_empty() {
            return String::new();
        }
        let shown = if self.full { report.next.len() } else { NEXT_STEPS };
        let mut text = format!("\n{}\n", paint(STRONG, "next, the cheapest first"));
        for (index, step) in report.next.iter().take(shown).enumerate() {
            let number = format!("  {}. ", index + 1);
            let options = textwrap::Options::new(self.screen.width)
                .initial_indent(&number)
                .subsequent_indent("     ");
            let _ = writeln!(text, "{}", textwrap::fill(step, options));
        }
        text
    }
}

/// What may stay, with the reasons.
fn allowed(report: &Report, screen: &Screen) -> String {
    if report.allowed.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", paint(STRONG, "allowed in the file"));
    for allowed in &report.allowed {
        let finding = &allowed.finding;
        let place = format!("{}:{}", shown_name(&report.file), finding.line);
        let entry = format!("{} {place}: {}", finding.rule, axes::one_line(&allowed.reason));
        let options =
            textwrap::Options::new(screen.width).initial_indent("  ").subsequent_indent("     ");
        let _ = writeln!(text, "{}", textwrap::fill(&entry, options));
    }
    text
}

/// What was graded, against which bar and why that one.
fn heading(report: &Report) -> String {
    let file = shown_name(&report.file);
    let variant = report.variant.as_ref().map(|name| format!(", variant {name}"));
    let variant = variant.unwrap_or_default();
    let title = paint(STRONG, format_args!("{file}{variant}, graded as {}", report.stage));
    let config = report.config.as_ref().map(|file| format!(", settings of {file}"));
    let config = config.unwrap_or_default();
    let pack = format!("{}, as of {}{config}", report.rubric.version, report.as_of);
    format!("{title} ({})\n{}\n", report.stage_reason, paint(FAINT, pack))
}

/// How far the page is from its bar, in whole points.
fn distance(report: &Report, bar: &Bar) -> String {
    if let Some(cap) = report.caps.first() {
        return format!("held at {} by {}", report.overall.floor(), cap.rule);
    }
    let over = report.overall.floor() - bar.advance;
    let below = Axis::ALL.iter().any(|axis| report.axes.get(*axis) < bar.advance_axis);
    match (over < 0.0, below) {
        (true, _) => format!("{} below the bar of {}", -over, bar.advance),
        (false, false) => format!("{over} above the bar of {}", bar.advance),
        (false, true) => {
            format!("every axis needs {}, however high the others are", bar.advance_axis)
        }
    }
}

/// How to learn more about the gravest finding, the first of several.
fn explain(report: &Report) -> String {
    let gravest = report.findings.iter().rev().max_by_key(|finding| finding.severity);
    gravest.map_or_else(String::new, |finding| {
        let command = paint(NAME, format_args!("vitae explain {}", finding.rule));
        format!("\n{command} tells why a rule matters\n")
    })
}

fn readiness(report: &Report) -> String {
    let found = report.readiness;
    let mut counts: Vec<_> =
        [(found.errors, "error"), (found.warnings, "warning"), (found.infos, "note")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}{}", if count == 1 { "" } else { "s" }))
            .collect();
    if !report.allowed.is_empty() {
        counts.push(format!("{} allowed", report.allowed.len()));
    }
    let (style, word) = if found.ready { (GOOD, "ready to send") } else { (BAD, "not ready") };
    let counts = if counts.is_empty() { "nothing found".to_owned() } else { counts.join(", ") };
    format!("  readiness      {}: {counts}\n", paint(style, word))
}
