//! The examples shipped for a role: complete resumes, single lines, and lines told badly and well.
//!
//! No part of a [`RolePack`](crate::RolePack): a grade never depends on an example, and a process
//! that shows none does not read them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use resume::Stage;
use serde::Deserialize;

use crate::PackError;
use crate::load::files::{Files, missing};
use crate::load::sets::in_data_folder;
use crate::load::{BACKEND_ENGINEER, embedded, translated};

const RESUMES: &str = "examples.toml";
const BULLETS: &str = "bullets.toml";
const PAIRS: &str = "pairs.toml";

/// All examples of a role, each list in the order of its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// Complete, fictional pages, by stage.
    pub resumes: Vec<ExampleResume>,
    /// Lines that stand well by themselves.
    pub bullets: Vec<ExampleBullet>,
    /// The same work told badly and well.
    pub pairs: Vec<ExamplePair>,
}

/// A complete, fictional page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleResume {
    /// Stem of its file in `examples/`, e.g. `mid-logistics`.
    pub name: String,
    /// The stage whose bar it meets.
    pub stage: Stage,
    /// Field of business, for people, e.g. `Logistics`.
    pub sector: String,
    /// What the person works on, for people, e.g. `Warehouse picking and carrier booking`.
    pub title: String,
    /// The resume in the source format.
    pub yaml: String,
}

/// A line that stands well by itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleBullet {
    /// Unique in the library, kebab-case.
    pub id: String,
    /// What kind of work it tells of, kebab-case, e.g. `on-call`.
    pub theme: String,
    /// The stage it was written for.
    pub stage: Stage,
    /// The line.
    pub text: String,
}

/// One piece of work told badly and well.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExamplePair {
    /// Unique in the library, kebab-case.
    pub id: String,
    /// What kind of work it tells of, kebab-case, e.g. `on-call`.
    pub theme: String,
    /// The stage both lines were written for.
    pub stage: Stage,
    /// As people often write it.
    pub weak: String,
    /// As a reader can use it.
    pub strong: String,
    /// Ids of rules that the weak line breaks; may be empty.
    #[serde(default)]
    pub rules: Vec<String>,
}

/// The embedded examples for backend engineers, read at the first call.
pub fn library() -> &'static Library {
    &LIBRARY
}

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    read(BACKEND_ENGINEER, embedded, translated)
        .expect("the embedded library is well-formed, as tests/library.rs proves")
});

impl Library {
    /// The themes of its bullets and pairs, in alphabetical order.
    pub fn themes(&self) -> BTreeSet<&str> {
        let of_bullets = self.bullets.iter().map(|bullet| bullet.theme.as_str());
        of_bullets.chain(self.pairs.iter().map(|pair| pair.theme.as_str())).collect()
    }

    /// Reads and checks the examples of the role `pack`. `files` returns the text of a file by its
    /// name inside the data folder, e.g. `backend-engineer/bullets.toml`.
    ///
    /// An error names the first file that is missing, has an unknown key, an id that is not unique
    /// or a text that says nothing.
    pub fn load(pack: &str, files: impl Fn(&str) -> Option<String>) -> Result<Self, PackError> {
        read(pack, files, |_| None)
    }

    /// The resume with this name.
    pub fn resume(&self, name: &str) -> Option<&ExampleResume> {
        self.resumes.iter().find(|resume| resume.name == name)
    }
}

/// `examples.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ResumesFile {
    resume: Vec<ResumeEntry>,
}

/// What a resume does not say about itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ResumeEntry {
    name: String,
    stage: Stage,
    sector: String,
    title: String,
}

/// `bullets.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BulletsFile {
    bullet: Vec<ExampleBullet>,
}

/// `pairs.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PairsFile {
    pair: Vec<ExamplePair>,
}

fn read(
    pack: &str,
    source: impl Fn(&str) -> Option<String>,
    translated: fn(&str) -> Option<&'static str>,
) -> Result<Library, PackError> {
    let files = Files::open(pack, &[RESUMES, BULLETS, PAIRS], &source, translated)?;
    let entries: ResumesFile = files.parse(RESUMES)?;
    let bullets: BulletsFile = files.parse(BULLETS)?;
    let pairs: PairsFile = files.parse(PAIRS)?;
    let resumes: Result<Vec<_>, _> = entries
        .resume
        .into_iter()
        .map(|ResumeEntry { name, stage, sector, title }| {
            let file = format!("examples/{name}.yaml");
            let yaml = source(&in_data_folder(pack, &file)).ok_or_else(|| missing(pack, &file))?;
            Ok(ExampleResume { name, stage, sector, title, yaml })
        })
        .collect();
    let library = Library { resumes: resumes?, bullets: bullets.bullet, pairs: pairs.pair };
    for (file, texts) in library.texts() {
        named_once(&texts).map_err(|reason| files.invalid(file, reason))?;
    }
    Ok(library)
}

impl Library {
    /// For each file its entries: the id, then every text that has to say something.
    fn texts(&self) -> [(&'static str, Vec<Vec<&str>>); 3] {
        let resumes = self
            .resumes
            .iter()
            .map(|resume| vec![resume.name.as_str(), &resume.sector, &resume.title, &resume.yaml]);
        let bullets =
            self.bullets.iter().map(|bullet| vec![bullet.id.as_str(), &bullet.theme, &bullet.text]);
        let pairs = self.pairs.iter().map(|pair| {
            let mut texts = vec![pair.id.as_str(), &pair.theme, &pair.weak, &pair.strong];
            texts.extend(pair.rules.iter().map(String::as_str));
            texts
        });
        [(RESUMES, resumes.collect()), (BULLETS, bullets.collect()), (PAIRS, pairs.collect())]
    }
}

/// Ids are kebab-case and unique, no text is empty.
fn named_once(entries: &[Vec<&str>]) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for texts in entries {
        let id = texts.first().copied().unwrap_or_default();
        let in_kebab_case = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(in_kebab_case) {
            return Err(format!("`{id}` is not an id: lower-case letters, digits and hyphens"));
        }
        if !seen.insert(id) {
            return Err(format!("two entries have the id `{id}`"));
        }
        if texts.iter().any(|text| text.trim().is_empty()) {
            return Err(format!("`{id}`: a text is empty"));
        }
    }
    Ok(())
}
