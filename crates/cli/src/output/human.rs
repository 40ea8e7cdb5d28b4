//! The report for people: findings beside their lines, then the grade.

use std::fmt::Write;

use resume::{Axis, Report, Verdict};
use roles::Bar;

use super::axes;
use super::screen::Screen;
use super::shown_name;
use super::snippet::{self, Marked};
use super::style::{BAD, FAINT, GOOD, NAME, STRONG, WEAK, paint};

/// Next steps shown unless everything is asked for.
const NEXT_STEPS: usize = 3;

/// What a report is shown with.
pub(crate) struct Human<'a> {
    /// The source the report is about.
    pub(crate) source: &'a str,
    /// The bar of the report's stage.
    pub(crate) bar: Option<&'a Bar>,
    /// Leave nothing out.
    pub(crate) full: bool,
    /// Where it is shown.
    pub(crate) screen: Screen,
}

impl Human<'_> {
    /// The whole report, with a line end at its end.
    pub(crate) fn render(&self, report: &Report) -> String {
        let mut text = String::new();
        for finding in &report.findings {
            let marked = Marked::from(finding);
            text += &snippet::finding(&marked, &report.file, self.source, &self.screen);
            text += "\n\n";
        }
        text += &self.heading(report);
        text += "\n";
        text += &axes::bars(report, &self.screen);
        text += &self.verdict(report);
        text += &readiness(report);
        text += "\n";
        text += &axes::criteria(report, &self.screen, self.full);
        text += &self.next_steps(report);
        text
    }

    fn heading(&self, report: &Report) -> String {
        let file = shown_name(&report.file);
        let title = paint(STRONG, format_args!("{file}, graded as {}", report.stage));
        let pack = &report.rubric.version;
        let reason = format!("{}; {pack}; as of {}", report.stage_reason, report.as_of);
        let reason = textwrap::fill(&reason, self.screen.width);
        format!("{title}\n{}\n", paint(FAINT, reason))
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
        if let Some(finding) = report.findings.first() {
            let command = paint(NAME, format_args!("vitae explain {}", finding.rule));
            let _ = writeln!(text, "\n{command} tells why a rule matters");
        }
        text
    }
}

/// How far the page is from its bar, in whole points.
fn distance(report: &Report, bar: &Bar) -> String {
    if let Some(cap) = report.caps.first() {
        return format!("held at {} by {}", report.overall.floor(), cap.rule);
    }
    let over = report.overall.floor() - bar.advance;
    let side = if over < 0.0 { "below" } else { "above" };
    let overall = format!("{} {side} the bar of {}", over.abs(), bar.advance);
    let weak: Vec<_> = Axis::ALL
        .into_iter()
        .map(|axis| (axis, bar.advance_axis - report.axes.get(axis).floor()))
        .filter(|(_, missing)| *missing > 0.0)
        .map(|(axis, missing)| format!("{axis} {missing}"))
        .collect();
    if weak.is_empty() {
        overall
    } else {
        format!("{overall}; {} below {}", weak.join(", "), bar.advance_axis)
    }
}

fn readiness(report: &Report) -> String {
    let found = report.readiness;
    let counts: Vec<_> =
        [(found.errors, "error"), (found.warnings, "warning"), (found.infos, "note")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}{}", if count == 1 { "" } else { "s" }))
            .collect();
    let (style, word) = if found.ready { (GOOD, "ready to send") } else { (BAD, "not ready") };
    let counts = if counts.is_empty() { "nothing found".to_owned() } else { counts.join(", ") };
    format!("  readiness      {}: {counts}\n", paint(style, word))
}
