//! How a page looks: arguments first, then the resume's own settings, then those of `vitae.toml`.

use std::collections::BTreeMap;
use std::ops::Range;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use document::Document;
use resume::model::{Paper, Settings};
use resume::{FieldPath, PageFacts, Paragraph, Parsed, Resume};
use typeset::TypesetError;

use crate::config::Config;
use crate::exit::Failure;
use crate::settings::template_hint;

/// What a page is set with.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct LookArgs {
    /// The template; otherwise the file's `vitae.template`, otherwise that of vitae.toml,
    /// otherwise classic
    #[arg(long, value_name = "NAME")]
    template: Option<String>,
    /// The paper; otherwise the file's `vitae.paper`, otherwise that of vitae.toml, otherwise a4
    #[arg(long, value_parser = paper())]
    paper: Option<Paper>,
}

/// `a4` or `letter`.
fn paper() -> impl TypedValueParser<Value = Paper> {
    PossibleValuesParser::new([Paper::A4.as_str(), Paper::Letter.as_str()])
        .map(|word| if word == Paper::Letter.as_str() { Paper::Letter } else { Paper::A4 })
}

impl LookArgs {
    /// The look of a resume with these settings of its own.
    pub(crate) fn options<'a>(
        &self,
        settings: &'a Settings,
        config: &Config,
    ) -> Result<typeset::Options<'a>, Failure> {
        let name = self
            .template
            .as_deref()
            .or(settings.template.as_deref())
            .or(config.template.as_deref())
            .unwrap_or("classic");
        let template = typeset::template(name).ok_or_else(|| {
            Failure::new(format!("there is no template `{name}`")).hint(template_hint(name))
        })?;
        Ok(typeset::Options {
            template,
            paper: self.paper.or(settings.paper).or(config.paper).unwrap_or_default(),
            language: settings.language.as_deref().unwrap_or("en"),
        })
    }
}

/// What rules may know of the page as `vitae build` sets it.
pub(crate) fn page_facts(resume: &Resume, config: &Config) -> Result<PageFacts, Failure> {
    let settings = resume.vitae.clone().unwrap_or_default();
    let options = LookArgs::default().options(&settings, config)?;
    let pages = typeset::pages(resume, &options).map_err(|error| failure(&error))?;
    Ok(pages.facts(resume))
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
