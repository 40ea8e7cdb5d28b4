//! How a page looks: arguments first, then the resume's own settings, then those of `vitae.toml`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use document::Document;
use resume::model::{Accent, DateFormat, Density, Paper, Settings};
use resume::{FieldPath, PageFacts, Paragraph, Parsed, Resume};
use typeset::{Template, TypesetError};

use crate::config::Config;
use crate::exit::Failure;
use crate::input::reason;
use crate::settings::template_hint;

/// What a page is set with.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct LookArgs {
    /// The template: a name (`vitae templates` lists them) or a folder of your own, written with
    /// a slash; otherwise the file's `vitae.template`, otherwise that of vitae.toml, otherwise
    /// classic
    #[arg(long, value_name = "NAME|FOLDER")]
    template: Option<String>,
    /// The paper; otherwise the file's `vitae.paper`, otherwise that of vitae.toml, otherwise a4
    #[arg(long, value_parser = words(Paper::ALL, Paper::as_str))]
    paper: Option<Paper>,
    /// The color of headings and links, as #1d4e79; otherwise the file's `vitae.accent`,
    /// otherwise the template's own
    #[arg(long, value_name = "COLOR")]
    accent: Option<Accent>,
    /// The font family; otherwise the file's `vitae.font`, otherwise the template's own
    #[arg(long, value_name = "FAMILY")]
    font: Option<String>,
    /// How tightly the page is set; otherwise the file's `vitae.density`, otherwise regular
    #[arg(long, value_parser = words(Density::ALL, Density::as_str))]
    density: Option<Density>,
    /// How dates are worded; otherwise the file's `vitae.dateFormat`, otherwise short (Mar 2021)
    #[arg(long, value_parser = words(DateFormat::ALL, DateFormat::as_str))]
    date_format: Option<DateFormat>,
}

/// One of the words of a choice.
pub(crate) fn words<T>(
    all: &'static [T],
    word: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T>
where
    T: Copy + FromStr + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(move |value| word(*value)))
        .map(move |word| word.parse().unwrap_or(all[0]))
}

/// A look that all has been decided of.
#[derive(Debug)]
pub(crate) struct Look {
    template: Cow<'static, Template>,
    paper: Paper,
    language: String,
    accent: Option<Accent>,
    font: Option<String>,
    density: Density,
}

impl Look {
    /// What a page is typeset with.
    pub(crate) fn of_page(&self) -> typeset::Options<'_> {
        typeset::Options {
            template: &self.template,
            paper: self.paper,
            language: &self.language,
            accent: self.accent,
            font: self.font.as_deref(),
            density: self.density,
        }
    }

    /// What other formats are written with.
    pub(crate) fn of_export(&self) -> export::Options<'_> {
        export::Options {
            paper: self.paper,
            language: &self.language,
            accent: self.accent,
            ..export::Options::default()
        }
    }
}

impl LookArgs {
    /// The folder of a template of one's own, when the arguments name one.
    pub(crate) fn template_folder(&self) -> Option<&Path> {
        self.template.as_deref().filter(|name| is_folder(name)).map(Path::new)
    }

    /// The look of a resume with these settings of its own. How its dates are worded becomes one
    /// of its settings, where every format finds it.
    pub(crate) fn decide(&self, resume: &mut Resume, config: &Config) -> Result<Look, Failure> {
        if self.date_format.is_some() {
            resume.vitae.get_or_insert_default().date_format = self.date_format;
        }
        let own = resume.vitae.as_ref();
        let own = own.map_or_else(|| Cow::Owned(Settings::default()), Cow::Borrowed);
        let template = self.template.as_deref();
        let name = template.or(own.template.as_deref()).or(config.template.as_deref());
        Ok(Look {
            template: find_template(name.unwrap_or("classic"))?,
            paper: self.paper.or(own.paper).or(config.paper).unwrap_or_default(),
            language: own.language.clone().unwrap_or_else(|| "en".to_owned()),
            accent: self.accent.or(own.accent),
            font: self.font.clone().or_else(|| own.font.clone()),
            density: self.density.or(own.density).unwrap_or_default(),
        })
    }
}

fn is_folder(template: &str) -> bool {
    template.contains(['/', '\\'])
}

/// A shipped template by name, or that of a folder when the name is a path.
fn find_template(name: &str) -> Result<Cow<'static, Template>, Failure> {
    if !is_folder(name) {
        let shipped = typeset::template(name).map(Cow::Borrowed);
        return shipped.ok_or_else(|| {
            Failure::new(format!("there is no template `{name}`")).hint(template_hint(name))
        });
    }
    let folder = Path::new(name);
    let file = |file: &str| {
        let path = folder.join(file);
        fs::read_to_string(&path).map_err(|error| {
            Failure::new(format!("`{}` cannot be read: {}", path.display(), reason(&error)))
                .hint("a template is a folder with `template.toml` and `resume.typ`")
        })
    };
    let last = folder.file_name().map_or_else(|| name.into(), |last| last.to_string_lossy());
    Template::new(&last, &file("template.toml")?, &file("resume.typ")?)
        .map(Cow::Owned)
        .map_err(|error| failure(&error))
}

/// What rules may know of the page as `vitae build` sets it.
pub(crate) fn page_facts(resume: &Resume, config: &Config) -> Result<PageFacts, Failure> {
    let mut resume = resume.clone();
    let look = LookArgs::default().decide(&mut resume, config)?;
    let pages = typeset::pages(&resume, &look.of_page()).map_err(|error| failure(&error))?;
    Ok(pages.facts(&resume))
}

/// What rules may know of the pages of a document; `None` where pages are made by whoever prints
/// it.
pub(crate) fn document_facts(document: &Document, parsed: &Parsed) -> Option<PageFacts> {
    let last = document.sheets.len().checked_sub(1)?;
    let sheet = document.sheets[last];
    let area = |page| document.text_area(page);
    // The page is taken to have equal margins above and below; what stands below is a footer.
    let top = area(0).map_or(0.0, |area| area.top);
    let (mut lines, mut lowest) = (0, top);
    let of_last = document.lines.iter().filter(|line| line.page == last);
    for rect in of_last.filter_map(|line| line.rect) {
        if rect.middle() < sheet.height - 0.8 * top {
            lines += 1;
            lowest = rect.bottom.max(lowest);
        }
    }
    let room = sheet.height - 2.0 * top;
    let fill = if room > 0.0 { f64::from((lowest - top) / room) } else { 1.0 };
    Some(PageFacts {
        pages: last + 1,
        last_page_fill: fill.clamp(0.0, 1.0),
        last_page_lines: lines,
        // Nobody refits the pages of a document.
        lines_by_page: Vec::new(),
        paragraphs: paragraphs(document, parsed),
    })
}

/// How the texts of a document are broken into lines.
fn paragraphs(document: &Document, parsed: &Parsed) -> BTreeMap<FieldPath, Paragraph> {
    let placed = document.placed();
    let lines: Vec<Range<usize>> = placed
        .pieces
        .iter()
        .map(|pieces| {
            pieces.first().map_or(0, |first| first.start)..pieces.last().map_or(0, |last| last.end)
        })
        .collect();
    let mut paragraphs = BTreeMap::new();
    for (path, span) in parsed.source_map.spans() {
        let value = &span.value;
        let first = lines.partition_point(|line| line.end <= value.start);
        let covered = lines[first..].iter().take_while(|line| line.start < value.end).count();
        let Some(last) = (first + covered).checked_sub(1).filter(|_| covered > 0) else { continue };
        let rest = lines[last].start.max(value.start)..lines[last].end.min(value.end);
        let words = placed.text.get(rest).map_or(0, |rest| rest.split_whitespace().count());
        let page = document.lines[first].page;
        let paragraph = Paragraph { lines: covered, last_line_words: words, page };
        paragraphs.insert(path.clone(), paragraph);
    }
    paragraphs
}

/// Why a page cannot be set.
pub(crate) fn failure(error: &TypesetError) -> Failure {
    Failure::new(error.to_string()).hint(error.hint())
}
