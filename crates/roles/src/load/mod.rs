//! Reading a role pack from its files, and the packs embedded in the binary.

mod check;
pub(crate) mod files;
mod fingerprint;
mod shapes;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use resume::{Date, Stage};

use crate::vocabulary::SkillsFile;
use crate::{
    Objects, PackError, PhraseSet, Release, RolePack, Signals, SkillId, Spelling, Vocabulary,
    WordLists,
};
use files::{Files, PACK_FILES};
use shapes::{
    ConceptsFile, ObjectsFile, ReleasesFile, RoleFile, SectionsFile, SignalsFile, SpellingFile,
    VerbsFile, WordingFile,
};

/// The data folder, as it was when the binary was built.
static ROLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../roles");

/// The TOML files of that folder as JSON, made by `build.rs`.
static TRANSLATED: Dir<'_> = include_dir!("$OUT_DIR/roles");

/// The role every command uses unless told otherwise.
pub(crate) const BACKEND_ENGINEER: &str = "backend-engineer";

static BACKEND_PACK: LazyLock<RolePack> = LazyLock::new(|| {
    // Not checked again at every start: `tests/packs.rs` checks every folder that is embedded.
    Files::open(BACKEND_ENGINEER, &PACK_FILES, embedded, translated)
        .and_then(|files| assemble(&files))
        .expect("the embedded pack is well-formed, as tests/packs.rs proves")
});

pub(crate) fn embedded(name: &str) -> Option<String> {
    ROLES.get_file(name)?.contents_utf8().map(str::to_owned)
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
        let pack = assemble(&files)?;
        check::everything(&pack, &files)?;
        Ok(pack)
    }

    /// The complete, fictional page shipped for `stage`, as YAML.
    pub fn example(stage: Stage) -> Option<&'static str> {
        ROLES.get_file(format!("{BACKEND_ENGINEER}/examples/{stage}.yaml"))?.contents_utf8()
    }
}

/// Parses all files and builds the phrase sets; trusts what the data says.
fn assemble(files: &Files) -> Result<RolePack, PackError> {
    let role: RoleFile = files.parse("role.toml")?;
    let verbs = files.parse::<VerbsFile>("_common/verbs.toml")?.verb;
    let concepts = files.parse::<ConceptsFile>("concepts.toml")?.concept;
    let objects: ObjectsFile = files.parse("_common/objects.toml")?;
    let wording: WordingFile = files.parse("_common/wording.toml")?;
    let signals: SignalsFile = files.parse("_common/signals.toml")?;
    let verb_forms = owned_phrases(verbs.iter().map(|verb| &verb.forms));
    let concept_phrases = owned_phrases(concepts.iter().map(|concept| &concept.phrases));
    let spelling: SpellingFile = files.parse("_common/spelling.toml")?;
    let vocabulary = Vocabulary::from_data(files.parse::<SkillsFile>("skills.toml")?)
        .map_err(|reason| files.invalid("skills.toml", reason))?;
    Ok(RolePack {
        id: role.id,
        title: role.title,
        version: role.version,
        bars: role.bar,
        needs: files.parse("needs.toml")?,
        verbs,
        verb_forms,
        concepts,
        concept_phrases,
        objects: Objects {
            heads: nouns(&objects.heads),
            generic_heads: nouns(&objects.generic_heads),
            generic_modifiers: phrases(&objects.generic_modifiers),
        },
        signals: Signals {
            phrases: owned_phrases(signals.signal.iter().map(|list| &list.phrases)),
            kinds: signals.signal.iter().map(|list| list.kind).collect(),
            people_words: phrases(&signals.people),
            people: signals.people.into_iter().collect(),
            effort: signals.effort.into_iter().collect(),
        },
        lists: WordLists {
            weak_openers: phrases(&wording.weak_openers.phrases),
            traits: phrases(&wording.traits.phrases),
            vague_changes: phrases(&wording.vague_changes.phrases),
            vague_mechanisms: phrases(&wording.vague_mechanisms.phrases),
            buzzwords: phrases(&wording.buzzwords.phrases),
            soft_skills: phrases(&wording.soft_skills.phrases),
            objectives: phrases(&wording.objectives.phrases),
            filler: phrases(&wording.filler.phrases),
            category_words: phrases(&wording.category_words.phrases),
        },
        spelling: Spelling {
            typos: PhraseSet::new(
                spelling.typos.iter().enumerate().map(|(at, (typo, _))| (typo.as_str(), at)),
            ),
            corrections: spelling.typos.iter().map(|(_, meant)| meant.clone()).collect(),
        },
        releases: releases(&files.parse::<ReleasesFile>("releases.toml")?, &vocabulary),
        vocabulary,
        sections: files.parse::<SectionsFile>("_common/sections.toml")?.section,
        fingerprint: fingerprint::of(files),
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

/// A set whose values are positions in `phrases`.
fn phrases(phrases: &[String]) -> PhraseSet {
    PhraseSet::new(phrases.iter().enumerate().map(|(at, phrase)| (phrase.as_str(), at)))
}

/// A set whose values are the positions of the phrases' owners.
fn owned_phrases<'a>(owners: impl Iterator<Item = &'a Vec<String>>) -> PhraseSet {
    PhraseSet::new(
        owners
            .enumerate()
            .flat_map(|(at, phrases)| phrases.iter().map(move |phrase| (phrase.as_str(), at))),
    )
}

/// Like [`phrases`], with the regular plural beside every noun.
fn nouns(nouns: &[String]) -> PhraseSet {
    let plurals: Vec<String> = nouns.iter().map(|noun| plural(noun)).collect();
    PhraseSet::new(
        nouns
            .iter()
            .zip(&plurals)
            .enumerate()
            .flat_map(|(at, (noun, plural))| [(noun.as_str(), at), (plural.as_str(), at)]),
    )
}

/// The regular plural: `queries`, `indexes`, `services`. An irregular one is a row of its own.
fn plural(noun: &str) -> String {
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|ending| noun.ends_with(ending));
    if hisses {
        return format!("{noun}es");
    }
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[track_caller]
    fn check(noun: &str, expected: &str) {
        assert_eq!(plural(noun), expected);
    }

    #[test]
    fn regular_plurals() {
        check("service", "services");
        check("registry", "registries");
        check("gateway", "gateways");
        check("index", "indexes");
        check("batch", "batches");
        check("billing run", "billing runs");
    }
}
