//! A source as its pages and its report: what a preview shows.

use std::collections::BTreeMap;

use resume::variant::Cut;
use resume::{FieldPath, Region};
use store::Format;
use workbench::{Failure, Reviewed, Source, Variant, cut};

use crate::site::desk::{Asked, Desk, Set, set};

/// A text that somebody is writing.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) format: Format,
}

/// What became of it.
#[derive(Debug)]
pub(crate) struct Drawing {
    pub(crate) reviewed: Reviewed,
    /// The pages; the places on them are those of the source, also when a variant is shown.
    pub(crate) set: Set,
}

impl Written {
    /// A text as a browser sends it: every line ends with a carriage return, whatever it had.
    pub(crate) fn sent(text: &str, format: Format) -> Self {
        Self { text: text.replace("\r\n", "\n"), format }
    }

    /// What people call its format.
    pub(crate) fn kind(&self) -> &'static str {
        match self.format {
            Format::Yaml => "YAML",
            Format::Json => "JSON",
        }
    }

    /// The name that messages call it by.
    pub(crate) fn name(&self) -> &'static str {
        match self.format {
            Format::Yaml => "resume.yaml",
            Format::Json => "resume.json",
        }
    }

    /// The same as the reader takes it.
    pub(crate) fn source(&self) -> Result<Source, Failure> {
        Source::new(self.name().to_owned(), self.text.clone().into_bytes())
    }
}

/// Reads, sets and checks `written`, or a variant of it, as `vitae build` and `vitae check --pages`
/// do.
pub(crate) fn draw(
    desk: &Desk,
    written: &Written,
    variant: Option<&str>,
) -> Result<Drawing, Failure> {
    let source = written.source()?;
    let (parsed, _) = source.parse("the preview shows")?;
    let shown = match variant {
        Some(name) => Some((name, cut(&parsed.resume, &source.name, name)?)),
        None => None,
    };
    let resume = shown.as_ref().map_or(&parsed.resume, |(_, cut)| &cut.resume);
    let mut pages = set(resume);
    let options = desk.options(resume, &Asked::default(), pages.facts.as_ref());
    let of = shown.as_ref().map(|(name, cut)| Variant { name, cut });
    let no_levels = BTreeMap::new();
    let reviewed = Reviewed::of(&source.name, parsed, of, &options, &no_levels);
    if let Some((_, cut)) = &shown {
        pages.regions = in_source(cut, pages.regions);
    }
    Ok(Drawing { reviewed, set: pages })
}

/// The places of a variant by the values of the whole.
fn in_source(
    cut: &Cut,
    regions: BTreeMap<FieldPath, Vec<Region>>,
) -> BTreeMap<FieldPath, Vec<Region>> {
    regions.into_iter().map(|(path, regions)| (cut.in_source(&path), regions)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
basics: {name: Ada Kovač}
work:
- name: Pine
  highlights:
  - {text: Wrote the ledger in Go, tags: [ledger]}
  - {text: Cut p99 of checkout from 480 ms to 92 ms, tags: [checkout]}
vitae: {asOf: 2026-11-01, variants: {checkout: {select: [checkout]}}}
";

    #[track_caller]
    fn check(source: &str, variant: Option<&str>, paths: &[&str]) {
        let written = Written { text: source.to_owned(), format: Format::Yaml };
        let drawing = draw(&Desk::for_test(), &written, variant).expect("a drawing");
        let found: Vec<String> = drawing.set.regions.keys().map(ToString::to_string).collect();
        let bullets: Vec<&String> =
            found.iter().filter(|path| path.contains("highlights")).collect();
        assert_eq!(bullets, paths, "{variant:?}");
    }

    #[test]
    fn places_are_those_of_the_source() {
        check(SOURCE, None, &["work[0].highlights[0]", "work[0].highlights[1]"]);
        check(SOURCE, Some("checkout"), &["work[0].highlights[1]"]);
    }
}
