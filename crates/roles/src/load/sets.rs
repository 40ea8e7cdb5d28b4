//! How each set of phrases is made from its list. The build script makes those of the embedded
//! pack, with this file.

use crate::phrases::PhraseSet;

/// The files of a pack, by the names its errors use: what every pack shares, and what each has of
/// its own.
pub(crate) const PACK_FILES: [&str; 31] = [
    "_common/objects.toml",
    "_common/sections.toml",
    "_common/signals.toml",
    "_common/skills/business.toml",
    "_common/skills/cloud.toml",
    "_common/skills/concepts.toml",
    "_common/skills/credentials.toml",
    "_common/skills/databases.toml",
    "_common/skills/frameworks.toml",
    "_common/skills/industries.toml",
    "_common/skills/infrastructure.toml",
    "_common/skills/languages.toml",
    "_common/skills/libraries.toml",
    "_common/skills/observability.toml",
    "_common/skills/practices.toml",
    "_common/skills/protocols.toml",
    "_common/skills/queues.toml",
    "_common/skills/security.toml",
    "_common/skills/spoken-languages.toml",
    "_common/skills/subjects.toml",
    "_common/skills/testing.toml",
    "_common/skills/tools.toml",
    "_common/skills/words.toml",
    "_common/spelling.toml",
    "_common/verbs.toml",
    "_common/wording.toml",
    "concepts.toml",
    "needs.toml",
    "releases.toml",
    "role.toml",
    "skills.toml",
];

/// The files of skills among them, in the order of the names: the shared ones, then the role's.
pub(crate) fn skill_files() -> impl Iterator<Item = &'static str> {
    let is_skills = |name: &&str| name.starts_with("_common/skills/") || *name == "skills.toml";
    PACK_FILES.into_iter().filter(is_skills)
}

/// From a name relative to the pack to the name in the data folder.
pub(crate) fn in_data_folder(pack: &str, name: &str) -> String {
    if name.starts_with("_common/") { name.to_owned() } else { format!("{pack}/{name}") }
}

/// All sets of phrases of a pack; values are positions in the data files.
#[derive(Clone, Debug)]
pub(crate) struct Sets {
    pub(crate) verb_forms: PhraseSet,
    pub(crate) concepts: PhraseSet,
    pub(crate) heads: PhraseSet,
    pub(crate) generic_heads: PhraseSet,
    pub(crate) generic_modifiers: PhraseSet,
    pub(crate) signals: PhraseSet,
    pub(crate) people: PhraseSet,
    pub(crate) weak_openers: PhraseSet,
    pub(crate) traits: PhraseSet,
    pub(crate) vague_changes: PhraseSet,
    pub(crate) vague_mechanisms: PhraseSet,
    pub(crate) buzzwords: PhraseSet,
    pub(crate) soft_skills: PhraseSet,
    pub(crate) objectives: PhraseSet,
    pub(crate) filler: PhraseSet,
    pub(crate) category_words: PhraseSet,
    pub(crate) typos: PhraseSet,
}

/// A set whose values are positions in `phrases`.
pub(crate) fn phrases<'a>(phrases: impl IntoIterator<Item = &'a String>) -> PhraseSet {
    PhraseSet::new(phrases.into_iter().enumerate().map(|(at, phrase)| (phrase.as_str(), at)))
}

/// A set whose values are the positions of the phrases' owners.
pub(crate) fn owned_phrases<'a>(owners: impl Iterator<Item = &'a Vec<String>>) -> PhraseSet {
    PhraseSet::new(
        owners
            .enumerate()
            .flat_map(|(at, phrases)| phrases.iter().map(move |phrase| (phrase.as_str(), at))),
    )
}

/// Like [`phrases`], with the regular plural beside every noun.
pub(crate) fn nouns(nouns: &[String]) -> PhraseSet {
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
