//! The eight-second view for people: places, checklist, sections.

use std::fmt::Write;

use lint::{Asked, Scan, Section, Zone};
use resume::CreditedFact;

use super::axes::{fit, one_line};
use super::screen::Screen;
use super::style::{BAD, FAINT, GOOD, STRONG, paint};

/// Columns before the facts of a place.
const INDENT: usize = 6;
/// Columns for the title of a section.
const TITLE: usize = 32;

/// The whole view, with a line end at its end.
pub(crate) fn render(scan: &Scan, file: &str, screen: &Screen) -> String {
    let mut text = format!(
        "{} ({})\n\n{}\n",
        paint(STRONG, format_args!("{file}, the first eight seconds")),
        scan.stage,
        paint(STRONG, "what stands where readers look")
    );
    for zone in &scan.zones {
        text += &place(zone, screen);
    }
    let missing = scan.checklist.iter().filter(|asked| asked.quote.is_none()).count();
    let told =
        format!("what it tells: {} of {}", scan.checklist.len() - missing, scan.checklist.len());
    let _ = writeln!(text, "\n{}", paint(STRONG, told));
    for asked in &scan.checklist {
        text += &item(asked, screen);
    }
    text += &sections(&scan.sections);
    text
}

fn place(zone: &Zone, screen: &Screen) -> String {
    let Some(words) = &zone.text else {
        let missing = paint(BAD, "nothing");
        return format!("  {}: {missing}\n", zone.title);
    };
    let line = zone.line.map_or_else(String::new, |line| format!(", line {line}"));
    let mut text = format!("  {}{}\n", zone.title, paint(FAINT, line));
    let indent = " ".repeat(INDENT);
    let options =
        textwrap::Options::new(screen.width).initial_indent("    ").subsequent_indent("    ");
    let _ = writeln!(text, "{}", textwrap::fill(&one_line(words), options));
    let mut any = false;
    for (axis, facts) in
        [("scope", &zone.scope), ("evidence", &zone.evidence), ("depth", &zone.depth)]
    {
        if facts.is_empty() {
            continue;
        }
        any = true;
        let quotes: Vec<String> = facts.iter().map(quoted).collect();
        let head = format!("{indent}{axis}: ");
        let options = textwrap::Options::new(screen.width)
            .initial_indent(&head)
            .subsequent_indent("        ");
        let _ = writeln!(text, "{}", paint(FAINT, textwrap::fill(&quotes.join(", "), options)));
    }
    let graded = !matches!(zone.zone, "current-role" | "education");
    if !any && graded {
        let _ = writeln!(text, "{indent}{}", paint(BAD, "establishes nothing"));
    }
    text
}

fn quoted(fact: &CreditedFact) -> String {
    format!("{} \"{}\"", fact.word(), one_line(&fact.text))
}

fn item(asked: &Asked, screen: &Screen) -> String {
    let Some(quote) = &asked.quote else {
        let head = format!("  {} {}\n", paint(BAD, "missing"), asked.title);
        let hint = asked.hint.as_deref().unwrap_or_default();
        let indent = " ".repeat("  missing ".len());
        let options =
            textwrap::Options::new(screen.width).initial_indent(&indent).subsequent_indent(&indent);
        return format!("{head}{}\n", textwrap::fill(hint, options));
    };
    let line = asked.line.map_or_else(String::new, |line| format!(" (line {line})"));
    let words = format!("{}: \"{}\"{line}", asked.title, one_line(quote));
    let indent = " ".repeat("  missing ".len());
    let options =
        textwrap::Options::new(screen.width).initial_indent(&indent).subsequent_indent(&indent);
    let filled = textwrap::fill(&words, options);
    format!("  {}   {}\n", paint(GOOD, "tells"), filled.trim_start())
}

/// A table: what each section holds, and the points the page would lose without it.
fn sections(sections: &[Section]) -> String {
    let mut text = format!(
        "\n{}\n  {:<TITLE$} {:>5} {:>5} {:>5}  {:>6} {:>8} {:>6}\n",
        paint(STRONG, "section by section, with the points lost without it"),
        "",
        "items",
        "words",
        "score",
        "scope",
        "evidence",
        "depth"
    );
    for section in sections {
        let score = section.score.map_or_else(|| "-".to_owned(), |score| score.floor().to_string());
        let adds = match section.adds {
            Some(adds) => {
                format!(
                    "{:>6.1} {:>8.1} {:>6.1}",
                    zero(adds.scope),
                    zero(adds.evidence),
                    zero(adds.depth)
                )
            }
            None => paint(FAINT, "not graded"),
        };
        let title = fit(&one_line(&section.title), TITLE);
        let (bullets, words) = (section.bullets, section.words);
        let _ = writeln!(text, "  {title:<TITLE$} {bullets:>5} {words:>5} {score:>5}  {adds}");
    }
    text
}

/// A negative zero is a zero.
fn zero(points: f64) -> f64 {
    points + 0.0
}
