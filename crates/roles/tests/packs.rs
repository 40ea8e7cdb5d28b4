//! Every folder of `/roles` is a pack that loads, and every way to break one has its error.

#![expect(clippy::disallowed_methods, reason = "the test compares the binary with the folder")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use resume::Stage;
use roles::{Concept, PackError, RolePack, words};

fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../roles")
}

/// The text of a data file as it is on disk now.
fn on_disk(name: &str) -> Option<String> {
    std::fs::read_to_string(data_folder().join(name)).ok()
}

fn pack_ids() -> Vec<String> {
    let mut ids: Vec<String> = std::fs::read_dir(data_folder())
        .expect("the data folder can be read")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| !name.starts_with('_'))
        .collect();
    ids.sort();
    ids
}

#[test]
fn every_folder_is_a_pack() {
    let ids = pack_ids();
    assert!(ids.contains(&"backend-engineer".to_owned()), "{ids:?}");
    for id in ids {
        let pack = RolePack::load(&id, on_disk).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(pack.id, id);
        assert_eq!(pack.bars.len(), Stage::ALL.len());
    }
}

#[test]
fn the_embedded_pack_is_the_one_on_disk() {
    let embedded = RolePack::backend_engineer();
    let loaded = RolePack::load("backend-engineer", on_disk).expect("the pack loads");
    // Phrase sets and fingerprint of the one were made by the build script.
    assert!(format!("{embedded:?}") == format!("{loaded:?}"), "built and loaded packs differ");
    assert_eq!(embedded.fingerprint.len(), 16);
    assert!(embedded.fingerprint.chars().all(|c| c.is_ascii_hexdigit()));
}

#[test]
fn the_data_is_rich_enough_to_be_useful() {
    let pack = RolePack::backend_engineer();
    assert!(pack.verbs.len() >= 260, "{} verbs", pack.verbs.len());
    assert!(pack.concepts.len() >= 420, "{} concepts", pack.concepts.len());
    for count in ["D2", "D3", "D4", "T"] {
        let counting = |concept: &&Concept| concept.counts.iter().any(|known| known == count);
        assert!(pack.concepts.iter().filter(counting).count() >= 10, "{count}");
    }
}

/// Loads the pack with `from` replaced by `to` in `file`, and expects `reason` to be named.
#[track_caller]
fn check_broken(file: &str, from: &str, to: &str, reason: &str) {
    let path = |name: &str| {
        if name.starts_with("_common/") {
            name.to_owned()
        } else {
            format!("backend-engineer/{name}")
        }
    };
    let original = on_disk(&path(file)).expect("the file exists");
    assert!(original.contains(from), "`{from}` is not in {file}");
    let broken = original.replacen(from, to, 1);
    let result = RolePack::load("backend-engineer", |name| {
        if name == path(file) {
            Some(broken.clone())
        } else if name.contains("skills") {
            // Valid, and read in no time; the real one has its own cases.
            Some(String::new())
        } else {
            on_disk(name)
        }
    });
    match result {
        Err(PackError::Invalid { pack, file: named, reason: found }) => {
            assert_eq!((pack.as_str(), named.as_str()), ("backend-engineer", file));
            assert!(found.contains(reason), "expected `{reason}` in `{found}`");
        }
        other => panic!("expected an error that says `{reason}`, got {:?}", other.map(|p| p.id)),
    }
}

#[test]
fn forms_of_files() {
    check_broken("role.toml", "version = 1", "version = 1\nflavor = 2", "unknown field `flavor`");
    check_broken("role.toml", "version = 1", "version = \"one\"", "line 10");
    check_broken("role.toml", "stage = \"mid\"", "stage = \"middle\"", "unknown variant");
    check_broken("needs.toml", "weight = 25\n", "weight = 25\nwait = 1\n", "unknown field `wait`");
    check_broken("needs.toml", "axis = \"depth\"", "axis = \"height\"", "unknown variant");
    check_broken("concepts.toml", "phrases = [", "phrase = [", "unknown field `phrase`");
    check_broken("_common/verbs.toml", "\"strong\"", "\"mighty\"", "unknown variant `mighty`");
    check_broken("_common/objects.toml", "generic_heads = [", "dull_heads = [", "unknown field");
    check_broken("_common/wording.toml", "[traits]", "[manners]", "unknown field `manners`");
    check_broken("_common/sections.toml", "names = [", "names = ", "line");
    check_broken("skills.toml", "category = \"", "category = \"un", "unknown variant");
}

#[test]
fn bars() {
    check_broken("role.toml", "id = \"backend-engineer\"", "id = \"other\"", "name of the folder");
    check_broken("role.toml", "title = \"Backend engineer\"", "title = \"\"", "title is empty");
    check_broken("role.toml", "stage = \"mid\"", "stage = \"junior\"", "one bar per stage");
    check_broken("role.toml", "from_years = 5", "from_years = 2", "`from_years` must rise");
    check_broken("role.toml", "advance = 75", "advance = 71", "`advance` must rise");
    check_broken("role.toml", "advance_axis = 60", "advance_axis = 50", "`advance_axis` must rise");
    check_broken("role.toml", "maybe = 58", "maybe = 55", "`maybe` must rise");
    check_broken("role.toml", "maybe = 58", "maybe = 79", "highest of the three");
    check_broken("role.toml", "advance = 78", "advance = 178", "out of range");
}

#[test]
fn needs() {
    check_broken("needs.toml", "weight = 40", "weight = 35", "axis `evidence` sum to 95");
    check_broken("needs.toml", "id = \"S2\"", "id = \"S1\"", "`S1` stands twice");
    check_broken("needs.toml", "[2, 5, 7, 8]", "[2, 5, 4, 8]", "needs fall");
    check_broken("needs.toml", "[-1, 1, 2, 4]", "[-1, 1, -1, 0.5]", "needs fall");
    check_broken("needs.toml", "[-1, 1, 2, 4]", "[-1, 0, 2, 4]", "above 0, or -1");
    check_broken("needs.toml", "[-1, 1, 2, 4]", "[-1, -1, -1, -1]", "no stage needs it");
    check_broken("needs.toml", "title = \"What was yours\"", "title = \" \"", "`S4`");
}

#[test]
fn verbs() {
    let file = "_common/verbs.toml";
    check_broken(file, "lemma = \"create\"", "lemma = \"build\"", "`build` stands twice");
    check_broken(file, "\"created\"", "\"built\"", "belongs to `build` and to `create`");
    check_broken(file, "\"optimized\", ", "\"optimized\", \"Optimised\", ", "stands twice");
    check_broken(file, "[\"built\", \"build\", \"builds\", \"building\"]", "[]", "no form");
    check_broken(file, "\"built\"", "\".. built\"", "does not begin with a word");
}

#[test]
fn concepts() {
    let file = "concepts.toml";
    check_broken(file, "id = \"outbox\"", "id = \"idempotency\"", "stands twice");
    check_broken(file, "id = \"outbox\"", "id = \"Out_box\"", "kebab-case");
    check_broken(file, "name = \"Saga\"", "name = \"\"", "name is empty");
    check_broken(
        file,
        "\"outbox\",",
        "\"idempoten*\",",
        "belongs to `idempotency` and to `outbox`",
    );
    check_broken(file, "\"saga|sagas\"", "\"saga|outbox\"", "belongs to `outbox` and to `saga`");
    check_broken(file, "counts = [\"D3\"]", "counts = [\"D7\"]", "counts for `D7`");
    check_broken(file, "counts = [\"D3\"]", "counts = [\"D3\", \"D3\"]", "stands twice");
}

#[test]
fn lists_objects_and_sections() {
    check_broken("_common/objects.toml", "\"service\",", "\"thing\",", "noun `thing`");
    check_broken("_common/objects.toml", "\"scalable\",", "\"robust\",", "`robust`");
    check_broken("_common/wording.toml", "\"etc\",", "\"and more\",", "`and more`");
    check_broken("_common/wording.toml", "note = \"", "note = \"\" #", "note is empty");
    check_broken("_common/spelling.toml", "\"accross\"", "\"across\"", "`across` stands twice");
    check_broken("releases.toml", "[versions.java]", "[versions.jawa]", "no skill has the id");
    check_broken("releases.toml", "\"2023-09\"", "\"soon\"", "no month");
    check_broken("_common/sections.toml", "key = \"work\"", "key = \"jobs\"", "no section");
    check_broken("_common/sections.toml", "\"hobbies\"", "\"projects\"", "belongs to");
}

/// Ids of what a skill implies, nearest first.
#[track_caller]
fn check_implied(id: &str, expected: &[&str]) {
    let vocabulary = &RolePack::backend_engineer().vocabulary;
    let skill = vocabulary.by_id(id).expect("the pack has it");
    let implied = vocabulary.implied(skill);
    let ids: Vec<&str> = implied.iter().map(|id| vocabulary.skill(*id).id.as_str()).collect();
    for id in expected {
        assert!(ids.contains(id), "`{id}` is not among {ids:?}");
    }
    assert!(!implied.contains(&skill), "{id} implies itself");
}

#[test]
fn skills_know_what_they_imply_and_resemble() {
    check_implied("eks", &["kubernetes", "containers", "aws", "cloud-computing"]);
    check_implied("django", &["python", "web-frameworks"]);
    check_implied("pgvector", &["postgresql", "relational-databases"]);
    let vocabulary = &RolePack::backend_engineer().vocabulary;
    let [kafka, rabbitmq] = ["kafka", "rabbitmq"].map(|id| vocabulary.by_id(id).expect("known"));
    let strength = |one, other| {
        vocabulary.related(one).iter().find(|(id, _)| *id == other).map(|(_, strength)| *strength)
    };
    assert_eq!(strength(kafka, rabbitmq), strength(rabbitmq, kafka));
    assert!(strength(kafka, rabbitmq).is_some_and(|strength| strength > 0.0 && strength < 1.0));
    assert_eq!(vocabulary.skill(kafka).since, Some(2011));
    assert!(vocabulary.skills().count() >= 2000);
    assert_eq!(vocabulary.parents(kafka).len(), 1);
}

#[test]
fn a_missing_file_is_named() {
    for name in ["needs.toml", "_common/verbs.toml"] {
        let result = RolePack::load("backend-engineer", |asked| {
            if asked.ends_with(name) { None } else { on_disk(asked) }
        });
        let expected =
            PackError::Missing { pack: "backend-engineer".to_owned(), file: name.to_owned() };
        assert_eq!(result.map(|pack| pack.id), Err(expected));
    }
}

#[test]
fn the_fingerprint_follows_the_data() {
    let first = RolePack::load("backend-engineer", on_disk).expect("the pack loads").fingerprint;
    let second = RolePack::load("backend-engineer", |name| {
        on_disk(name).map(|text| text + if name.ends_with("verbs.toml") { "\n" } else { "" })
    });
    assert_ne!(first, second.expect("the pack loads").fingerprint);
}

/// The texts a pattern stands for, for a test: choices multiplied out, `*` and `..` left out.
fn spelled_out(pattern: &str) -> Vec<String> {
    let parts = pattern.split_whitespace().filter(|part| *part != "..");
    parts.fold(vec![String::new()], |rows, part| {
        let choices = part.split('|').map(|choice| choice.trim_end_matches('*'));
        rows.iter()
            .flat_map(|row| choices.clone().map(move |word| format!("{row} {word}")))
            .collect()
    })
}

/// What a process does not read: it has the phrases as a set.
#[derive(serde::Deserialize)]
struct ConceptsFile {
    concept: Vec<ConceptEntry>,
}

#[derive(serde::Deserialize)]
struct ConceptEntry {
    id: String,
    phrases: Vec<String>,
}

#[test]
fn every_phrase_finds_its_owner() {
    let pack = RolePack::backend_engineer();
    let mut lost = BTreeMap::new();
    let concepts = on_disk("backend-engineer/concepts.toml").expect("the file exists");
    let concepts: ConceptsFile = toml::from_str(&concepts).expect("the file is well-formed");
    let concepts = concepts.concept.iter().map(|concept| (&concept.id, &concept.phrases));
    let verbs = pack.verbs.iter().map(|verb| (&verb.lemma, &verb.forms));
    for (set, owners) in [
        (&pack.concept_phrases, concepts.collect::<Vec<_>>()),
        (&pack.verb_forms, verbs.collect::<Vec<_>>()),
    ] {
        for (value, (owner, patterns)) in owners.into_iter().enumerate() {
            for text in patterns.iter().flat_map(|pattern| spelled_out(pattern)) {
                if set.opens(&words(&text)).is_none_or(|found| found.value != value) {
                    lost.insert(text, owner);
                }
            }
        }
    }
    assert!(lost.is_empty(), "phrases that another owner wins or nothing finds: {lost:#?}");
}
