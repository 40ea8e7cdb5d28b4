//! Prepares the data for the processes that read it: translates the files from TOML, which people
//! write, to JSON, which reads several times faster, and makes the sets of phrases of the embedded
//! pack. The TOML stays what errors, tests and fingerprints speak of.

#![expect(clippy::disallowed_methods, reason = "how a build script talks")]

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use sets::{PACK_FILES, Sets, in_data_folder, nouns, owned_phrases, phrases, skill_files};
use toml::{Table, Value};

#[path = "build/examples.rs"]
mod examples;
// The files of the library that make phrase sets and the fingerprint; it uses the rest of them.
#[path = "src/load/fingerprint.rs"]
mod fingerprint;
#[allow(dead_code, unreachable_pub)]
#[path = "src/phrases/mod.rs"]
mod phrases;
#[allow(dead_code)]
#[path = "src/shipped/runs.rs"]
mod runs;
#[allow(dead_code)]
#[path = "src/load/sets.rs"]
mod sets;
#[allow(dead_code, unreachable_pub)]
#[path = "src/vocabulary/mod.rs"]
mod vocabulary;
#[allow(dead_code, unreachable_pub)]
#[path = "src/words.rs"]
mod words;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const DATA: &str = "../../roles";
const PACK: &str = "backend-engineer";

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed={DATA}");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let translated = out.join("roles");
    if translated.exists() {
        fs::remove_dir_all(&translated)?;
    }
    translate(Path::new(DATA), &translated)?;
    fs::write(out.join("prepared.rs"), prepared()?)?;
    fs::write(out.join("shipped.rs"), shipped()?)?;
    Ok(())
}

/// Writes `to/x.json` for every `from/x.toml`, folders included.
fn translate(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        // Skills are read from the prepared vocabulary.
        if name == "skills" || name == "skills.toml" {
            continue;
        }
        if path.is_dir() {
            translate(&path, &to.join(name))?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let mut table = read(&path)?;
            // Phrases are read from the prepared sets.
            for key in ["concept", "signal"] {
                for entry in entries(&mut table, key) {
                    entry.remove("phrases");
                }
            }
            let json = serde_json::to_string(&table)?;
            fs::write(to.join(name).with_extension("json"), json)?;
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Table> {
    let table = toml::from_str(&fs::read_to_string(path)?);
    table.map_err(|error| format!("{}: {error}", path.display()).into())
}

/// The tables of `[[key]]`.
fn entries<'a>(table: &'a mut Table, key: &str) -> impl Iterator<Item = &'a mut Table> {
    let list = table.get_mut(key).and_then(Value::as_array_mut);
    list.into_iter().flatten().filter_map(Value::as_table_mut)
}

/// The source of `load/prepared.rs`.
fn prepared() -> Result<String> {
    let path = |name: &str| Path::new(DATA).join(in_data_folder(PACK, name));
    let mut texts = Vec::new();
    for name in PACK_FILES {
        texts.push((name, fs::read_to_string(path(name))?));
    }
    let fingerprint = fingerprint::of(texts.iter().map(|(name, text)| (*name, text.as_str())));
    let mut source = format!("pub(super) const FINGERPRINT: &str = {fingerprint:?};\n");
    source.push_str("pub(super) static SETS: Sets = Sets {\n");
    let read = |name: &str| read(&path(name));
    for (name, set) in named(&sets(&read)?) {
        writeln!(source, "    {name}: {},", set.source())?;
    }
    source.push_str("};\n");
    let mut skills = Vec::new();
    for name in skill_files() {
        let text = fs::read_to_string(path(name))?;
        skills.push(toml::from_str(&text).map_err(|error| format!("{name}: {error}"))?);
    }
    let vocabulary = vocabulary::Vocabulary::from_data(skills)?;
    writeln!(source, "pub(super) static VOCABULARY: Vocabulary = {};", vocabulary.source())?;
    Ok(source)
}

/// Makes the sets as `load/mod.rs` does; `tests/packs.rs` compares the two.
fn sets(read: &dyn Fn(&str) -> Result<Table>) -> Result<Sets> {
    let objects = read("_common/objects.toml")?;
    let wording = read("_common/wording.toml")?;
    let signals = read("_common/signals.toml")?;
    let spelling = read("_common/spelling.toml")?;
    let listed =
        |name: &str| phrases(&texts(wording.get(name).and_then(|list| list.get("phrases"))));
    let pairs = spelling.get("typos").and_then(Value::as_array).into_iter().flatten();
    let typos: Vec<String> =
        pairs.filter_map(|pair| texts(Some(pair)).into_iter().next()).collect();
    let owned = |table: &Table, key: &str, list: &str| {
        let owners = table.get(key).and_then(Value::as_array).into_iter().flatten();
        let lists: Vec<Vec<String>> = owners.map(|owner| texts(owner.get(list))).collect();
        owned_phrases(lists.iter())
    };
    Ok(Sets {
        verb_forms: owned(&read("_common/verbs.toml")?, "verb", "forms"),
        concepts: owned(&read("concepts.toml")?, "concept", "phrases"),
        heads: nouns(&texts(objects.get("heads"))),
        generic_heads: nouns(&texts(objects.get("generic_heads"))),
        generic_modifiers: phrases(&texts(objects.get("generic_modifiers"))),
        signals: owned(&signals, "signal", "phrases"),
        people: phrases(&texts(signals.get("people"))),
        weak_openers: listed("weak_openers"),
        traits: listed("traits"),
        vague_changes: listed("vague_changes"),
        vague_mechanisms: listed("vague_mechanisms"),
        buzzwords: listed("buzzwords"),
        soft_skills: listed("soft_skills"),
        objectives: listed("objectives"),
        filler: listed("filler"),
        category_words: listed("category_words"),
        typos: phrases(&typos),
    })
}

/// The texts of an array.
fn texts(list: Option<&Value>) -> Vec<String> {
    let items = list.and_then(Value::as_array).into_iter().flatten();
    items.filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

/// The sets with the names of their fields.
fn named(sets: &Sets) -> [(&'static str, &phrases::PhraseSet); 17] {
    [
        ("verb_forms", &sets.verb_forms),
        ("concepts", &sets.concepts),
        ("heads", &sets.heads),
        ("generic_heads", &sets.generic_heads),
        ("generic_modifiers", &sets.generic_modifiers),
        ("signals", &sets.signals),
        ("people", &sets.people),
        ("weak_openers", &sets.weak_openers),
        ("traits", &sets.traits),
        ("vague_changes", &sets.vague_changes),
        ("vague_mechanisms", &sets.vague_mechanisms),
        ("buzzwords", &sets.buzzwords),
        ("soft_skills", &sets.soft_skills),
        ("objectives", &sets.objectives),
        ("filler", &sets.filler),
        ("category_words", &sets.category_words),
        ("typos", &sets.typos),
    ]
}

/// The source of `shipped::prepared`: what all examples say.
fn shipped() -> Result<String> {
    let path = |name: &str| Path::new(DATA).join(PACK).join(name);
    let listed = |file: &str, key: &str, text: &str| -> Result<Vec<String>> {
        let mut table = read(&path(file))?;
        let texts = entries(&mut table, key)
            .filter_map(|entry| entry.get(text)?.as_str().map(str::to_owned));
        Ok(texts.collect())
    };
    let mut shipped = examples::Shipped::default();
    for name in listed("examples.toml", "resume", "name")? {
        shipped.read_resume(&fs::read_to_string(path(&format!("examples/{name}.yaml")))?);
    }
    let bullets = listed("bullets.toml", "bullet", "text")?;
    for line in bullets.iter().chain(&listed("pairs.toml", "pair", "strong")?) {
        shipped.read_text(line);
    }
    let names = Vec::from_iter(&shipped.names);
    let runs = Vec::from_iter(&shipped.runs);
    let mut source = String::new();
    writeln!(source, "pub(super) static PEOPLE: &[(&str, &str)] = &{:?};", shipped.people)?;
    writeln!(source, "pub(super) static NAMES: &[&str] = &{names:?};")?;
    writeln!(source, "pub(super) static RUNS: &[u64] = &{runs:?};")?;
    Ok(source)
}
