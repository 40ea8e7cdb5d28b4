//! One application: read, and reduced to what a ranking needs.

use std::path::Path;

use matching::Evidence;
use ranking::report::{Flag, Words};

use resume::{Date, Parsed, Places, Quote};
use roles::RolePack;
use sha2::{Digest, Sha256};

use super::veil::Veil;
use crate::exit::Failure;
use crate::input::{self, Opened, ReadArgs};

/// Rules of the reader that speak of text made for machines.
const OF_READER: [&str; 2] = ["hidden-text", "lookalike-letters"];

/// An application that could be read.
pub(crate) struct Page {
    /// The file as it was named.
    pub(crate) file: String,
    /// SHA-256 of its bytes.
    pub(crate) file_sha256: String,
    /// SHA-256 of the text that was read from it.
    pub(crate) text_sha256: String,
    /// What may count.
    pub(crate) evidence: Evidence,
    /// What a person has to look at.
    pub(crate) flags: Vec<Flag>,
    parsed: Parsed,
}

impl Page {
    /// Reads a file; `as_of` stands for today, whatever the file says.
    pub(crate) fn read(path: &Path, args: ReadArgs, as_of: &Date) -> Result<Self, Failure> {
        let source = input::read_any(path, args)?;
        let Opened { parsed, document, .. } = source.open()?;
        if document.is_some() && parsed.source_map.text().trim().is_empty() {
            return Err(Failure::new(format!("{}: no text layer, only a picture", source.name))
                .hint("ask for a file with text, or read it yourself"));
        }
        let pack = RolePack::backend_engineer();
        Ok(Self {
            file: source.name.clone(),
            file_sha256: sha256(source.bytes()),
            text_sha256: sha256(parsed.source_map.text().as_bytes()),
            evidence: Evidence::of(&parsed.resume, pack, as_of),
            flags: flags(&parsed, as_of),
            parsed,
        })
    }

    /// What quoting the page takes, made once for all its quotes; names are covered where `blind`.
    pub(crate) fn quoting(&self, blind: bool) -> Quoting<'_> {
        let veil = blind.then(|| Veil::of(&self.parsed.resume));
        Quoting { places: self.parsed.places(), veil }
    }
}

/// The places of a page, and the names not to show.
pub(crate) struct Quoting<'a> {
    places: Places<'a>,
    veil: Option<Veil>,
}

impl Quoting<'_> {
    /// Words of the page with their place.
    pub(crate) fn words(&self, quotes: &[Quote]) -> Vec<Words> {
        let words = |quote: &Quote| {
            let location = self.places.at(&quote.path, Some(quote.range.clone()));
            Words {
                text: self.veil.as_ref().map_or(quote.text.clone(), |veil| veil.over(&quote.text)),
                path: quote.path.to_string(),
                span: [quote.range.start, quote.range.end],
                line: location.line,
                page: location.region.map(|region| region.page),
            }
        };
        quotes.iter().map(words).collect()
    }
}

/// Findings of the reader and the rules that speak of the honesty of a page.
fn flags(parsed: &Parsed, as_of: &Date) -> Vec<Flag> {
    let pack = RolePack::backend_engineer();
    let options = lint::Options { stage: None, as_of: as_of.clone(), layout: None };
    let checked = lint::check(&parsed.resume, pack, &options);
    let caps = |rule: &str| checked.grade.caps.iter().any(|cap| cap.rule == rule);
    let of_page = checked.findings.iter().filter(|finding| caps(&finding.rule));
    let of_reader = parsed.findings.iter().filter(|finding| OF_READER.contains(&&*finding.rule));
    let mut flags: Vec<Flag> = of_reader
        .chain(of_page)
        .map(|finding| Flag { rule: finding.rule.to_string(), message: finding.message.clone() })
        .collect();
    flags.dedup();
    flags
}

/// In hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}
