//! The three axes: bars, and the criteria under them with the words they rest on.

use std::fmt::Write;

use anstyle::Style;
use resume::{Axis, Criterion, Report};

pub(super) use workbench::{number, one_line};

use super::screen::Screen;
use super::style::{BAD, FAINT, GOOD, STRONG, WEAK, paint};

/// Cells of a bar; each is worth 4 points, so that the bar of a stage falls between two.
const CELLS: usize = 25;
/// Cells below the bar of a stage, which is at 80 points on every axis.
const CELLS_TO_BAR: usize = 20;
/// Points that meet the bar of a stage.
const BAR: f64 = 80.0;
/// Columns for a criterion's title.
const TITLE: usize = 34;
/// Columns for how many facts there are and are needed.
const SHARE: usize = 7;
/// Columns before the quotes of a criterion.
const BEFORE_QUOTES: usize = 2 + 3 + 1 + TITLE + 1 + SHARE + 2;

/// One line an axis: name, points, bar, and what it needs at least when it has less.
pub(super) fn bars(report: &Report, least: Option<f64>, screen: &Screen) -> String {
    Axis::ALL.iter().fold(String::new(), |mut text, axis| {
        let points = report.axes.get(*axis);
        let bar = paint(style(points), bar(points, screen));
        let _ = write!(text, "  {axis:<9} {:>3}  {bar}", points.floor());
        if let Some(least) = least.filter(|least| points < *least) {
            let _ = write!(text, "  needs {least}");
        }
        text + "\n"
    })
}

/// A bar with the mark of the stage at 80 points: `[#############-------|-----]`.
fn bar(points: f64, screen: &Screen) -> String {
    let (open, full, empty, mark, close) =
        if screen.unicode { ("", '█', '░', '│', "") } else { ("[", '#', '-', '|', "]") };
    let filled = (0..CELLS).filter(|cell| points >= ((cell + 1) * 100 / CELLS) as f64).count();
    let mut bar = String::from(open);
    for cell in 0..CELLS {
        if cell == CELLS_TO_BAR {
            bar.push(mark);
        }
        bar.push(if cell < filled { full } else { empty });
    }
    bar + close
}

fn style(points: f64) -> Style {
    match points {
        points if points >= BAR => GOOD,
        points if points >= BAR / 2.0 => WEAK,
        _ => BAD,
    }
}

/// One line a criterion that the stage asks for or that has facts: how many there are, how many
/// are needed, and the words; then the points that findings cost. All words when `full`.
pub(super) fn criteria(report: &Report, screen: &Screen, full: bool) -> String {
    let mut text = String::new();
    for axis in Axis::ALL {
        let _ = writeln!(text, "{}", paint(STRONG, axis));
        let asked = |criterion: &Criterion| criterion.need.is_some() || criterion.n > 0.0;
        for criterion in &report.criteria {
            if criterion.axis == axis && (full || asked(criterion)) {
                text += &entry(criterion, screen, full);
            }
        }
        for penalty in &report.penalties {
            if penalty.axis == axis && penalty.points > 0.0 {
                let times = format!("{} ({}x)", penalty.rule, penalty.count);
                let points = format!("-{}", number(penalty.points));
                text += &row("off", &times, &paint(BAD, format_args!("{points:>SHARE$}")), "");
            }
        }
    }
    text
}

/// The lines of one criterion.
fn entry(criterion: &Criterion, screen: &Screen, full: bool) -> String {
    let need = criterion.need.map_or_else(|| "-".to_owned(), number);
    let share = format!("{}/{need}", number(criterion.n));
    let style = match criterion.need {
        Some(need) if criterion.n < need => WEAK,
        Some(_) => GOOD,
        None => FAINT,
    };
    let share = paint(style, format_args!("{share:>SHARE$}"));
    let quotes = criterion.quotes.iter().map(|quote| one_line(&quote.text));
    if full {
        let first = row(&criterion.id, &criterion.title, &share, "");
        return quotes.fold(first, |text, quote| {
            text + &format!("      {}\n", paint(FAINT, format_args!("\"{quote}\"")))
        });
    }
    let words = first_quotes(quotes, screen.width.saturating_sub(BEFORE_QUOTES));
    row(&criterion.id, &criterion.title, &share, &words)
}

fn row(id: &str, title: &str, share: &str, words: &str) -> String {
    let row = format!("  {id:<3} {:<TITLE$} {share}", fit(title, TITLE));
    if words.is_empty() { row + "\n" } else { format!("{row}  {}\n", paint(FAINT, words)) }
}

/// As many quotes as there is room for; the first is cut when it alone is too long.
fn first_quotes(quotes: impl Iterator<Item = String>, room: usize) -> String {
    let mut text = String::new();
    for quote in quotes {
        if text.is_empty() {
            text = format!("\"{}\"", fit(&quote, room.saturating_sub(2)));
        } else if text.chars().count() + quote.chars().count() + 4 <= room {
            let _ = write!(text, ", \"{quote}\"");
        } else {
            break;
        }
    }
    text
}

/// At most `room` characters of `text`; what is left out is shown by dots.
pub(super) fn fit(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let start: String = text.chars().take(room.saturating_sub(3)).collect();
    start.trim_end().to_owned() + "..."
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_bar(points: f64, ascii: &str, unicode: &str) {
        let screen = Screen { width: 80, unicode: false };
        assert_eq!(bar(points, &screen), ascii);
        assert_eq!(bar(points, &Screen { unicode: true, ..screen }), unicode);
    }

    #[test]
    fn bars_fill_cell_by_cell() {
        check_bar(0.0, "[--------------------|-----]", "░░░░░░░░░░░░░░░░░░░░│░░░░░");
        check_bar(3.9, "[--------------------|-----]", "░░░░░░░░░░░░░░░░░░░░│░░░░░");
        check_bar(4.0, "[#-------------------|-----]", "█░░░░░░░░░░░░░░░░░░░│░░░░░");
        check_bar(79.9, "[###################-|-----]", "███████████████████░│░░░░░");
        check_bar(80.0, "[####################|-----]", "████████████████████│░░░░░");
        check_bar(100.0, "[####################|#####]", "████████████████████│█████");
    }

    #[track_caller]
    fn check_quotes(quotes: &[&str], room: usize, expected: &str) {
        let quotes = quotes.iter().map(|quote| one_line(quote));
        assert_eq!(first_quotes(quotes, room), expected);
    }

    #[test]
    fn quotes_fill_the_line_and_no_more() {
        check_quotes(&[], 20, "");
        check_quotes(&["a b"], 20, "\"a b\"");
        check_quotes(&["a\n  b"], 20, "\"a b\"");
        check_quotes(&["abc", "def"], 12, "\"abc\", \"def\"");
        check_quotes(&["abc", "def"], 11, "\"abc\"");
        check_quotes(&["a long quote"], 10, "\"a lon...\"");
    }
}
