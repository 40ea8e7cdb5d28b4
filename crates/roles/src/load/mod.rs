//! Reading a role pack from its files, and the packs embedded in the binary.

mod check;
pub(crate) mod files;
mod fingerprint;
mod prepared;
pub(crate) mod sets;
mod shapes;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use resume::{Date, Stage};

use crate::vocabulary::SkillsFile;
use crate::{
    Concept, Objects, PackError, Release, RolePack, Signals, SkillId, Spelling, Vocabulary,
    WordLists,
};
use files::Files;
use sets::{PACK_FILES, Sets, nouns, owned_phrases, phrases, skill_files};
use shapes::{
    ConceptEntry, ConceptsFile, ObjectsFile, ReleasesFile, RoleFile, SectionsFile, SignalsFile,
    SpellingFile, VerbsFile, WordingFile,
};

/// The data folder, as it was when the binary was built.
static ROLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../roles");

/// The TOML files of that folder as JSON, made by `build.rs`.
static TRANSLATED: Dir<'_> = include_dir!("$OUT_DIR/roles");

/// The role every command uses unless told otherwise.
pub(crate) const BACKEND_ENGINEER: &str = "backend-engineer";

static BACKEND_PACK: LazyLock<RolePack> = LazyLock::new(|| {
    // Not checked again at every start: `tests/packs.rs` checks every folder that is embedded.
    let files = Files::translated(BACKEND_ENGINEER, translated);
    let vocabulary = prepared::VOCABULARY.clone();
    assemble(&files, prepared::SETS.clone(), vocabulary, prepared::FINGERPRINT.to_owned())
        .expect("the embedded pack is well-formed, as tests/packs.rs proves")
});

pub(crate) fn embedded(name: &str) -> Option<String> {
    ROLES.get_file(name)?.contents_utf8().map(str::to_owned)
}

/// Names and texts of the files of a folder.
pub(crate) fn embedded_folder(name: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let files = ROLES.get_dir(name).into_iter().flat_map(Dir::files);
    files.filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)))
}

pub(crate) fn translated(name: &str) -> Option<&'static str> {
    TRANSLATED.get_file(Path::new(name).with_extension("json"))?.contents_utf8()
}

impl RolePack {
    /// The embedded pack for backend engineers, read once a process.
    pub fn backend_engineer() -> &'static Self {
        &BACKEND_PACK
    }

    /// Reads and checks the pack `id`. `files` returns the text of a file by its name inside the
    /// data folder, e.g. `_common/verbs.toml` or `backend-engineer/needs.toml`.
    ///
    /// Every disagreement inside the data is an error here: weights that do not sum to 100, needs
    /// that fall from one stage to the next, a phrase with two owners.
    pub fn load(id: &str, files: impl Fn(&str) -> Option<String>) -> Result<Self, PackError> {
        let files = Files::open(id, &PACK_FILES, files, |_| None)?;
        let texts = files.texts.iter().map(|(name, text)| (*name, text.as_str()));
        let skills: Result<Vec<SkillsFile>, _> =
            skill_files().map(|name| files.parse(name)).collect();
        let vocabulary = Vocabulary::from_data(skills?)
            .map_err(|reason| files.invalid("skills.toml", reason))?;
        let pack = assemble(&files, sets(&files)?, vocabulary, fingerprint::of(texts))?;
        check::everything(&pack, &files)?;
        Ok(pack)
    }

    /// The complete, fictional page shipped for `stage`, as YAML.
    pub fn example(stage: Stage) -> Option<&'static str> {
        ROLES.get_file(format!("{BACKEND_ENGINEER}/examples/{stage}.yaml"))?.contents_utf8()
    }
}

/// Makes the phrase sets of a pack.
fn sets(files: &Files) -> Result<Sets, PackError> {
    let verbs = files.parse::<VerbsFile>("_common/verbs.toml")?.verb;
    let concepts = files.parse::<ConceptsFile>("concepts.toml")?.concept;
    let objects: ObjectsFile = files.parse("_common/objects.toml")?;
    let wording: WordingFile = files.parse("_common/wording.toml")?;
    let signals: SignalsFile = files.parse("_common/signals.toml")?;
    let spelling: SpellingFile = files.parse("_common/spelling.toml")?;
    Ok(Sets {
        verb_forms: owned_phrases(verbs.iter().map(|verb| &verb.forms)),
        concepts: owned_phrases(concepts.iter().map(|concept| &concept.phrases)),
        heads: nouns(&objects.heads),
        generic_heads: nouns(&objects.generic_heads),
        generic_modifiers: phrases(&objects.generic_modifiers),
        signals: owned_phrases(signals.signal.iter().map(|list| &list.phrases)),
        people: phrases(&signals.people),
        weak_openers: phrases(&wording.weak_openers.phrases),
        traits: phrases(&wording.traits.phrases),
        vague_changes: phrases(&wording.vague_changes.phrases),
        vague_mechanisms: phrases(&wording.vague_mechanisms.phrases),
        buzzwords: phrases(&wording.buzzwords.phrases),
        soft_skills: phrases(&wording.soft_skills.phrases),
        objectives: phrases(&wording.objectives.phrases),
        filler: phrases(&wording.filler.phrases),
        category_words: phrases(&wording.category_words.phrases),
        typos: phrases(spelling.typos.iter().map(|(typo, _)| typo)),
    })
}

/// Parses all files and puts the pack together; trusts what the data says.
fn assemble(
    files: &Files,
    sets: Sets,
    vocabulary: Vocabulary,
    fingerprint: String,
) -> Result<RolePack, PackError> {
    let role: RoleFile = files.parse("role.toml")?;
    let concepts = files.parse::<ConceptsFile>("concepts.toml")?.concept.into_iter();
    let signals: SignalsFile = files.parse("_common/signals.toml")?;
    let spelling: SpellingFile = files.parse("_common/spelling.toml")?;
    Ok(RolePack {
        id: role.id,
        title: role.title,
        version: role.version,
        bars: role.bar,
        needs: files.parse("needs.toml")?,
        verbs: files.parse::<VerbsFile>("_common/verbs.toml")?.verb,
        verb_forms: sets.verb_forms,
        concepts: concepts
            .map(|ConceptEntry { id, name, counts, .. }| Concept { id, name, counts })
            .collect(),
        concept_phrases: sets.concepts,
        objects: Objects {
            heads: sets.heads,
            generic_heads: sets.generic_heads,
            generic_modifiers: sets.generic_modifiers,
        },
        signals: Signals {
            phrases: sets.signals,
            kinds: signals.signal.iter().map(|list| list.kind).collect(),
            people_words: sets.people,
            people: signals.people.into_iter().collect(),
            effort: signals.effort.into_iter().collect(),
        },
        lists: WordLists {
            weak_openers: sets.weak_openers,
            traits: sets.traits,
            vague_changes: sets.vague_changes,
            vague_mechanisms: sets.vague_mechanisms,
            buzzwords: sets.buzzwords,
            soft_skills: sets.soft_skills,
            objectives: sets.objectives,
            filler: sets.filler,
            category_words: sets.category_words,
        },
        spelling: Spelling {
            typos: sets.typos,
            corrections: spelling.typos.into_iter().map(|(_, meant)| meant).collect(),
        },
        releases: releases(&files.parse::<ReleasesFile>("releases.toml")?, &vocabulary),
        vocabulary,
        sections: files.parse::<SectionsFile>("_common/sections.toml")?.section,
        fingerprint,
    })
}

/// Releases by skill; versions of unknown skills are refused by the checks.
fn releases(file: &ReleasesFile, vocabulary: &Vocabulary) -> BTreeMap<SkillId, Vec<Release>> {
    let release = |(version, month): (&String, &String)| Release {
        version: version.clone(),
        date: Date::parse(month),
    };
    file.versions
        .iter()
        .filter_map(|(skill, versions)| {
            Some((vocabulary.by_id(skill)?, versions.iter().map(release).collect()))
        })
        .collect()
}
