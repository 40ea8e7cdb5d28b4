//! One application beside a job, reduced to what a ranking needs.

use facts::requirement::Requirement;
use matching::{Evidence, NothingToMatch};
use ranking::report::{Criterion, Flag, Words};
use resume::coverage::{Coverage, Covered, Status};
use resume::{Date, FieldPath, Places, Quote};
use roles::RolePack;

use super::application::{Application, Content, sha256};
use super::veil::{VEIL, Veil};

/// What an application shows of a job. Everything else of it is gone: many fit into memory.
pub(crate) struct Compared {
    /// The file as it was named.
    pub(super) file: String,
    /// SHA-256 of its bytes.
    pub(super) file_sha256: String,
    /// SHA-256 of the text that was read from it.
    pub(super) text_sha256: String,
    /// What is shown, without the words that show it.
    pub(super) coverage: Coverage,
    /// What is shown of another version of the job, without words either.
    pub(super) before: Option<Coverage>,
    /// Requirement by requirement, with the words that show it.
    pub(super) criteria: Vec<Criterion>,
    /// What a person has to look at.
    pub(super) flags: Vec<Flag>,
}

/// What applications are compared with.
#[derive(Clone, Copy)]
pub(super) struct Bar<'a> {
    /// What the job asks for.
    pub(super) requirements: &'a [Requirement],
    /// What another version of it asks for.
    pub(super) before: Option<&'a [Requirement]>,
    /// The day that stands for today, whatever a file says.
    pub(super) as_of: &'a Date,
    /// Cover names.
    pub(super) blind: bool,
}

impl Compared {
    /// Compares `application` with what is asked for.
    pub(super) fn of(application: Application, bar: Bar<'_>) -> Result<Self, NothingToMatch> {
        let Application { file, file_sha256, content } = application;
        let pack = RolePack::backend_engineer();
        let page = lint::Page::of(&content.parsed.resume, pack);
        // Texts are read once, for the flags and for what counts.
        let known = page.units.iter().map(|unit| (unit.text.as_str(), &unit.facts));
        let evidence = Evidence::of_known(&content.parsed, known, pack, bar.as_of);
        let cover = |asked: &[Requirement]| matching::cover(&evidence, asked, pack, None);
        let mut coverage = cover(bar.requirements)?;
        let mut before = bar.before.map(cover).transpose()?;
        let quoting = Quoting::of(&content, bar.blind);
        let criteria = coverage.requirements.iter().map(|one| criterion(one, &quoting)).collect();
        for coverage in [Some(&mut coverage), before.as_mut()].into_iter().flatten() {
            without_words(coverage);
        }
        Ok(Self {
            file,
            file_sha256,
            text_sha256: sha256(content.parsed.source_map.text().as_bytes()),
            coverage,
            before,
            criteria,
            flags: flags(&content, &page),
        })
    }
}

/// Takes the quotes out, which are most of it.
fn without_words(coverage: &mut Coverage) {
    for one in &mut coverage.requirements {
        one.quotes = Vec::new();
        one.skills = Vec::new();
    }
}

fn criterion(one: &Covered, quoting: &Quoting<'_>) -> Criterion {
    Criterion {
        id: one.id.clone(),
        status: one.status,
        credit: one.credit,
        points: (one.weight * one.credit * 1000.0).round() / 10.0,
        months: one.skills.iter().filter_map(|skill| skill.months).max(),
        evidence: quoting.words(&one.quotes),
        absent_reason: absent_reason(one).map(str::to_owned),
    }
}

fn absent_reason(one: &Covered) -> Option<&'static str> {
    match one.status {
        Status::NotStated => Some("the page does not say; that is not the same as cannot"),
        Status::Unverifiable => Some("no page can show it; ask"),
        Status::NotCompared => Some("it names nothing that could be looked up; read it yourself"),
        _ => None,
    }
}

/// The places of a page, and the names not to show.
struct Quoting<'a> {
    places: Places<'a>,
    veil: Option<Veil>,
}

impl<'a> Quoting<'a> {
    fn of(content: &'a Content, blind: bool) -> Self {
        let veil = blind.then(|| Veil::of(&content.parsed.resume));
        Self { places: content.parsed.places(), veil }
    }

    /// Words of the page with their place.
    fn words(&self, quotes: &[Quote]) -> Vec<Words> {
        let words = |quote: &Quote| {
            let location = self.places.at(&quote.path, Some(quote.range.clone()));
            Words {
                text: self.text(quote),
                path: quote.path.to_string(),
                span: [quote.range.start, quote.range.end],
                line: location.line,
                page: location.region.map(|region| region.page),
            }
        };
        quotes.iter().map(words).collect()
    }

    /// Its text. Names in words that are of no field are not known, so that none of them are shown.
    fn text(&self, quote: &Quote) -> String {
        match &self.veil {
            None => quote.text.clone(),
            Some(_) if quote.path == FieldPath::root() => VEIL.to_owned(),
            Some(veil) => veil.over(&quote.text),
        }
    }
}

/// What the reader noticed, and the rules that speak of the honesty of a page.
fn flags(content: &Content, page: &lint::Page) -> Vec<Flag> {
    let found = lint::integrity(&content.parsed.resume, page, RolePack::backend_engineer());
    let of_page = found
        .into_iter()
        .map(|finding| Flag { rule: finding.rule.into_owned(), message: finding.message });
    let mut flags: Vec<Flag> = content.flags.iter().cloned().chain(of_page).collect();
    flags.dedup();
    flags
}
