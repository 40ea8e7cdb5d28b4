//! How every point came about, so that a reader can recompute it: criterion by criterion, axis by
//! axis, then the whole.

use std::fmt::Write;

use lint::attainment;
use resume::{Axis, Criterion, Report};
use roles::Bar;

use super::axes::one_line;
use super::screen::Screen;
use super::shown_name;
use super::style::{BAD, FAINT, NAME, STRONG, paint};

/// The algebra, once, before the numbers.
const WORDS: &str = "Each criterion counts distinct facts of the page (n) against what meets the \
                     bar of the stage (need). It earns a = 1 - 0.2^(n/need) of its share of the \
                     axis: 0.8 at the need, 0.96 at twice the need, never all of it. Shares are \
                     the weights of the criteria that count, scaled to 100.";

/// All axes and the whole.
pub(super) fn render(report: &Report, bar: Option<&Bar>, screen: &Screen) -> String {
    let mut text = textwrap::fill(WORDS, screen.width) + "\n\n";
    for axis in Axis::ALL {
        text += &of_axis(report, axis);
        text.push('\n');
    }
    text + &whole(report, bar)
}

/// The share of the axis that a criterion which counts can earn, 0–100.
fn share(report: &Report, criterion: &Criterion) -> f64 {
    let counting = report.criteria.iter().filter(|c| c.axis == criterion.axis && c.need.is_some());
    let total: f64 = counting.map(|c| c.weight).sum();
    100.0 * criterion.weight / total
}

fn of_axis(report: &Report, axis: Axis) -> String {
    let mut text = format!("{}\n", paint(STRONG, axis));
    let mut sum = Vec::new();
    for criterion in report.criteria.iter().filter(|criterion| criterion.axis == axis) {
        text += &entry(report, criterion);
        if criterion.need.is_some() {
            sum.push(format!("{:.1}", criterion.points));
        }
    }
    let mut total = sum.join(" + ");
    for penalty in report.penalties.iter().filter(|penalty| penalty.axis == axis) {
        let times = if penalty.count == 1 { "finding" } else { "findings" };
        let points = paint(BAD, format_args!("-{:.1}", penalty.points));
        let rule = paint(NAME, &penalty.rule);
        let _ = writeln!(text, "  off {rule}: {} {times}, {points}", penalty.count);
        let _ = write!(total, " - {:.1}", penalty.points);
    }
    let points = paint(STRONG, format_args!("{:.1}", report.axes.get(axis)));
    let taken_all = report.axes.get(axis) <= 0.0 && total.contains(" - ");
    let floor = if taken_all { " (never below 0)" } else { "" };
    let _ = writeln!(text, "  {axis} = {total} = {points}{floor}");
    text
}

fn entry(report: &Report, criterion: &Criterion) -> String {
    let mut text = format!("  {:<3} {}\n", criterion.id, criterion.title);
    let n = criterion.n;
    match criterion.need {
        Some(need) => {
            let _ = writeln!(
                text,
                "      n {n} of need {need}: a = {:.3}; weight {} is a share of {:.1}: {:.1} points",
                attainment(n, need),
                criterion.weight,
                share(report, criterion),
                criterion.points
            );
            let _ = writeln!(text, "      one more fact: +{:.1}", criterion.gain);
        }
        None => {
            let _ = writeln!(text, "      n {n}; not asked for at {}", report.stage);
        }
    }
    for quote in &criterion.quotes {
        let line = quote.line.map_or_else(String::new, |line| format!(":{line}"));
        let place = paint(FAINT, format_args!("{}{line}", shown_name(&report.file)));
        let _ = writeln!(text, "      {place} {} \"{}\"", quote.path, one_line(&quote.text));
    }
    text
}

fn whole(report: &Report, bar: Option<&Bar>) -> String {
    let axes = report.axes;
    let mut text = format!(
        "{}\n  0.6 x the mean of {:.1}, {:.1} and {:.1}, plus 0.4 x the lowest of them: {:.1}\n",
        paint(STRONG, "overall"),
        axes.scope,
        axes.evidence,
        axes.depth,
        0.6 * axes.mean() + 0.4 * axes.min(),
    );
    for cap in &report.caps {
        let rule = paint(NAME, &cap.rule);
        let _ = writeln!(text, "  held at {} at most by {rule}, until it is gone", cap.overall);
    }
    if let Some(bar) = bar {
        let _ = writeln!(
            text,
            "  {}: advance from {} overall and {} on every axis, maybe from {}; so: {}",
            bar.stage,
            bar.advance,
            bar.advance_axis,
            bar.maybe,
            report.verdict.as_str()
        );
    }
    text
}
