//! A finding or failure beside the line it is about.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use resume::{ReportedFinding, Severity};

use super::commands;
use super::screen::Screen;
use super::shown_name;
use super::style::{BAD, NAME, STRONG, paint};
use crate::exit::Failure;

/// Columns for line numbers and for the dots where a line is cut.
const MARGIN: usize = 20;
/// Columns that `   = help: ` takes before a hint.
const HINT_INDENT: usize = 14;

/// Where a finding in a document is seen.
pub(crate) struct Paper {
    /// Page and line in words; empty when it is about the document as a whole.
    pub(crate) place: String,
    /// True when it is about text that stands in the document.
    pub(crate) quoted: bool,
}

/// A finding with its place in the source.
pub(crate) struct Marked<'a> {
    pub(crate) severity: Severity,
    pub(crate) rule: &'a str,
    pub(crate) message: &'a str,
    pub(crate) hint: Option<&'a str>,
    /// What `vitae fix` would do.
    pub(crate) fix: Option<&'a str>,
    /// The claim with slots for what its author knows.
    pub(crate) rewrite: Option<&'a str>,
    /// Bytes of the source.
    pub(crate) range: Range<usize>,
    /// Where it is seen, when the source is the text of a document.
    pub(crate) paper: Option<Paper>,
}

impl<'a> From<&'a ReportedFinding> for Marked<'a> {
    fn from(finding: &'a ReportedFinding) -> Self {
        Self {
            severity: finding.severity,
            rule: &finding.rule,
            message: &finding.message,
            hint: finding.hint.as_deref(),
            fix: finding.fix.as_ref().map(|fix| fix.title.as_str()),
            rewrite: finding.rewrite.as_deref(),
            range: finding.start..finding.end,
            paper: None,
        }
    }
}

/// Level and rule, message, place, line with caret, hint. No line end at its end.
pub(crate) fn finding(finding: &Marked, file: &str, source: &str, screen: &Screen) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    // The library aligns the lines of a title below its first word.
    let label = format!("{}[{}]: ", finding.severity, finding.rule).len();
    let message = textwrap::fill(finding.message, screen.width.saturating_sub(label).max(20));
    let title = Group::with_title(level.primary_title(message).id(finding.rule));
    let fix = finding.fix.map(|fix| format!("{fix} (`vitae fix`)"));
    let notes = [
        (Level::HELP, finding.hint),
        (Level::HELP.with_name("fix"), fix.as_deref()),
        (Level::HELP.with_name("say"), finding.rewrite),
        (Level::HELP.with_name("more"), commands::of_rule(finding.rule)),
    ];
    let place = Place { file, source, range: finding.range.clone(), paper: finding.paper.as_ref() };
    render(title, Some(place), &notes, screen)
}

/// A failure, with its place when it has one. No line end at its end.
pub(crate) fn failure(failure: &Failure, screen: &Screen) -> String {
    let hint = commands::hint(failure);
    let hint = hint.as_deref();
    if let Some(place) = &failure.place {
        let title = Group::with_title(Level::ERROR.primary_title(failure.message.as_str()));
        let range = place.location.range.clone();
        let place = Place { file: &place.file, source: &place.source, range, paper: None };
        return render(title, Some(place), &[(Level::HELP, hint)], screen);
    }
    let wrap = |label: &str, text: &str| {
        let indent = " ".repeat(label.len());
        let options =
            textwrap::Options::new(screen.width).initial_indent(&indent).subsequent_indent(&indent);
        textwrap::fill(text, options)[label.len()..].to_owned()
    };
    let message = wrap("error: ", &failure.message);
    let text = format!("{}: {}", paint(BAD.bold(), "error"), paint(STRONG, message));
    match hint {
        Some(hint) => format!("{text}\n {}: {}", paint(NAME, "help"), wrap(" help: ", hint)),
        None => text,
    }
}

/// Where in which text.
struct Place<'a> {
    file: &'a str,
    source: &'a str,
    range: Range<usize>,
    /// Where it is seen, when the text is that of a document.
    paper: Option<&'a Paper>,
}

fn render<'a>(
    mut group: Group<'a>,
    place: Option<Place<'a>>,
    notes: &[(Level<'a>, Option<&str>)],
    screen: &Screen,
) -> String {
    if let Some(Place { file, source, range, paper }) = place {
        let span = first_line(source, range, screen.width.saturating_sub(MARGIN));
        let snippet = Snippet::source(source).annotation(AnnotationKind::Primary.span(span));
        group = match paper {
            // The line of a text that nobody sees as a file says little behind a colon.
            Some(paper) => {
                let comma = if paper.place.is_empty() { "" } else { ", " };
                let name = format!("{}{comma}{}", shown_name(file), paper.place);
                let group = group.element(Origin::path(name));
                if paper.quoted { group.element(snippet) } else { group }
            }
            None => group.element(snippet.path(shown_name(file))),
        };
    }
    for (level, note) in notes {
        if let Some(note) = note {
            let note = textwrap::fill(note, screen.width - HINT_INDENT);
            group = group.element(level.clone().message(note));
        }
    }
    let decor = if screen.unicode { DecorStyle::Unicode } else { DecorStyle::Ascii };
    let text = Renderer::styled().term_width(screen.width).decor_style(decor).render(&[group]);
    without_second_file(&text)
}

/// The text without the line that announces another file: the excerpt belongs to the place above.
fn without_second_file(text: &str) -> String {
    let announces = |line: &str| {
        let plain = anstream::adapter::strip_str(line).to_string();
        matches!(plain.trim(), ":::" | "⸬")
    };
    text.lines().filter(|line| !announces(line)).collect::<Vec<_>>().join("\n")
}

/// A value of many lines is marked on its first: the finding is about it, not about its layout. A
/// mark wider than the screen ends after `most` characters, and the line is cut there.
fn first_line(source: &str, range: Range<usize>, most: usize) -> Range<usize> {
    let marked = source.get(range.clone()).unwrap_or_default();
    let line = marked.lines().next().unwrap_or_default();
    let length = line.char_indices().nth(most).map_or(line.len(), |(at, _)| at);
    range.start..range.start + length
}
