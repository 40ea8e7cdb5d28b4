//! Examples for people: lists, and why a line works. What is said of a line is read from it.

use std::fmt::Write;

use resume::Stage;
use roles::{ExampleBullet, ExamplePair, library};
use workbench::line::{Line, meaning};

use super::axes::one_line;
use super::screen::Screen;
use super::style::{BAD, FAINT, GOOD, NAME, STRONG, paint};

/// Which examples.
pub(crate) struct Selection {
    /// Those of this stage; of all when `None`.
    pub(crate) stage: Option<Stage>,
    /// Those of this theme; of all when `None`.
    pub(crate) theme: Option<&'static str>,
}

impl Selection {
    fn takes(&self, stage: Stage, theme: &str) -> bool {
        self.stage.is_none_or(|wanted| wanted == stage)
            && self.theme.is_none_or(|wanted| wanted == theme)
    }
}

/// All resumes, and how much there is for each theme.
pub(crate) fn overview(screen: &Screen) -> String {
    let mut text = resumes(None, screen);
    let _ = writeln!(text, "\n{}", paint(STRONG, "lines by theme"));
    let themes = library().themes();
    let longest = themes.iter().map(|theme| theme.len()).max().unwrap_or(0);
    for theme in themes {
        let bullets = library().bullets.iter().filter(|bullet| bullet.theme == theme).count();
        let pairs = library().pairs.iter().filter(|pair| pair.theme == theme).count();
        let name = paint(NAME, format_args!("{theme:<longest$}"));
        let _ = writeln!(text, "  {name}  {bullets} single, {pairs} told badly and well");
    }
    text + "\nvitae examples --theme THEME lists the lines; vitae examples NAME shows one\n"
}

/// The resumes, bullets and pairs of a selection.
pub(crate) fn list(selection: &Selection, screen: &Screen) -> String {
    let mut parts = Vec::new();
    if selection.theme.is_none() {
        parts.push(resumes(selection.stage, screen));
    }
    let mut bullets = String::new();
    let of_selection = library().bullets.iter();
    for bullet in of_selection.filter(|bullet| selection.takes(bullet.stage, &bullet.theme)) {
        let _ = writeln!(bullets, "  {} {}", paint(NAME, &bullet.id), paint(FAINT, bullet.stage));
        bullets += &wrapped(&bullet.text, screen);
    }
    let mut pairs = String::new();
    let of_selection = library().pairs.iter();
    for pair in of_selection.filter(|pair| selection.takes(pair.stage, &pair.theme)) {
        let _ = writeln!(pairs, "  {} {}", paint(NAME, &pair.id), paint(FAINT, pair.stage));
        pairs += &wrapped(&format!("- {}", pair.weak), screen);
        pairs += &wrapped(&format!("+ {}", pair.strong), screen);
    }
    for (title, list) in [("single lines", bullets), ("told badly and well", pairs)] {
        if !list.is_empty() {
            parts.push(format!("{}\n{list}", paint(STRONG, title)));
        }
    }
    if parts.is_empty() {
        return "nothing was written for this stage and theme\n".to_owned();
    }
    parts.join("\n")
}

fn resumes(stage: Option<Stage>, screen: &Screen) -> String {
    let list: Vec<_> = library()
        .resumes
        .iter()
        .filter(|resume| stage.is_none_or(|stage| stage == resume.stage))
        .collect();
    let longest = list.iter().map(|resume| resume.name.len()).max().unwrap_or(0);
    let mut text = format!("{}\n", paint(STRONG, "resumes"));
    for resume in list {
        let about = format!("{}: {}", resume.sector, resume.title);
        let head = format!("  {:<longest$}  ", resume.name);
        let indent = " ".repeat(head.len());
        let options =
            textwrap::Options::new(screen.width).initial_indent(&indent).subsequent_indent(&indent);
        let about = textwrap::fill(&about, options);
        let name = paint(NAME, format_args!("{:<longest$}", resume.name));
        let _ = writeln!(text, "  {name}  {}", about.trim_start());
    }
    text
}

/// A line that stands well by itself, and why.
pub(crate) fn bullet(bullet: &ExampleBullet, screen: &Screen) -> String {
    head(&bullet.id, &bullet.theme, bullet.stage) + &read(&bullet.text, bullet.stage, "", screen)
}

/// One piece of work told badly and well, and what makes the difference.
pub(crate) fn pair(pair: &ExamplePair, screen: &Screen) -> String {
    let mut text = head(&pair.id, &pair.theme, pair.stage);
    text += &read(&pair.weak, pair.stage, "told badly", screen);
    text.push('\n');
    text + &read(&pair.strong, pair.stage, "told well", screen)
}

fn head(id: &str, theme: &str, stage: Stage) -> String {
    format!("{} ({theme}, {stage})\n\n", paint(STRONG, id))
}

/// A line with its score, the rules it breaks and the facts it holds.
fn read(text: &str, stage: Stage, label: &str, screen: &Screen) -> String {
    let mut out = String::new();
    let line = Line::read(text, stage);
    let score = line.as_ref().map_or(0.0, |line| line.grade.score).floor();
    let label = if label.is_empty() { String::new() } else { format!("{label}, ") };
    let _ = writeln!(out, "{}", paint(STRONG, format_args!("{label}{score} of 100")));
    out += &wrapped(text, screen);
    let Some(line) = line else { return out };
    for finding in &line.findings {
        let what = format!("{}: {}", finding.rule, finding.message);
        out += &marked("breaks", BAD, &what, screen);
    }
    let mut told = 0;
    for fact in &line.grade.facts {
        if let Some(what) = meaning(fact) {
            told += 1;
            let what = format!("{what}: \"{}\"", one_line(&fact.text));
            out += &marked("tells ", GOOD, &what, screen);
        }
    }
    if told == 0 {
        out += &marked("tells ", BAD, "nothing that could be checked", screen);
    }
    out
}

fn marked(mark: &str, style: anstyle::Style, text: &str, screen: &Screen) -> String {
    let indent = " ".repeat(mark.len() + 3);
    let options =
        textwrap::Options::new(screen.width).initial_indent(&indent).subsequent_indent(&indent);
    let filled = textwrap::fill(text, options);
    format!("  {} {}\n", paint(style, mark), filled.trim_start())
}

fn wrapped(text: &str, screen: &Screen) -> String {
    let options =
        textwrap::Options::new(screen.width).initial_indent("    ").subsequent_indent("    ");
    textwrap::fill(&one_line(text), options) + "\n"
}
