//! What must hold between the values of a pack, beyond the shape of its files.

use std::collections::{BTreeMap, BTreeSet};

use resume::{Axis, Date, Stage};

use super::files::Files;
use super::shapes::{
    ConceptEntry, ConceptsFile, ObjectsFile, ReleasesFile, SignalsFile, SpellingFile, WordingFile,
};
use crate::phrases::readings;
use crate::{Bar, CriterionSpec, PackError, RolePack, Section, Verb};

/// A concept that is a way of testing counts for this; which criterion that is depends on the
/// stage, so it is not one of the criteria.
const TESTING: &str = "T";

/// The keys of JSON Resume that hold a section.
const SECTION_KEYS: [&str; 13] = [
    "awards", "basics", "certificates", "education", "interests", "languages", "projects",
    "publications", "references", "skills", "summary", "volunteer", "work",
];

/// Runs all checks; the error names the first file that breaks one.
pub(super) fn everything(pack: &RolePack, files: &Files) -> Result<(), PackError> {
    let wording: WordingFile = files.parse("_common/wording.toml")?;
    let concepts_file: ConceptsFile = files.parse("concepts.toml")?;
    let objects_file: ObjectsFile = files.parse("_common/objects.toml")?;
    let results = [
        ("role.toml", role(pack, &files.pack)),
        ("needs.toml", needs(&pack.needs.criterion)),
        ("_common/verbs.toml", verbs(&pack.verbs)),
        ("concepts.toml", concepts(&concepts_file.concept, &pack.needs.criterion)),
        ("_common/objects.toml", objects(&objects_file)),
        ("_common/wording.toml", lists(&wording)),
        ("_common/spelling.toml", spelling(&files.parse("_common/spelling.toml")?)),
        ("_common/sections.toml", sections(&pack.sections)),
        ("_common/signals.toml", signals(&files.parse("_common/signals.toml")?)),
        ("releases.toml", releases(pack, &files.parse("releases.toml")?)),
    ];
    for (file, result) in results {
        result.map_err(|reason| files.invalid(file, reason))?;
    }
    Ok(())
}

/// A slip is one word in lower case, stands once, and is what no other slip was meant to be.
fn spelling(file: &SpellingFile) -> Result<(), String> {
    let meant: BTreeSet<&str> = file.typos.iter().map(|(_, meant)| meant.as_str()).collect();
    let mut seen = BTreeSet::new();
    for (typo, correction) in &file.typos {
        if !typo.bytes().all(|byte| byte.is_ascii_lowercase()) || correction.trim().is_empty() {
            return Err(format!("`{typo}` is not one word in lower case with a correction"));
        }
        if meant.contains(typo.as_str()) || !seen.insert(typo) {
            return Err(format!("`{typo}` stands twice"));
        }
    }
    Ok(())
}

fn releases(pack: &RolePack, file: &ReleasesFile) -> Result<(), String> {
    for (skill, versions) in &file.versions {
        for (version, month) in versions {
            if !matches!(Date::parse(month), Date::Month(..)) {
                return Err(format!("`{skill}` {version}: `{month}` is no month"));
            }
        }
    }
    let unknown = file.versions.keys().find(|skill| pack.vocabulary.by_id(skill).is_none());
    if let Some(skill) = unknown {
        return Err(format!("no skill has the id `{skill}`"));
    }
    for (id, releases) in &pack.releases {
        let skill = pack.vocabulary.skill(*id);
        let years = releases.iter().filter_map(|release| match release.date {
            Date::Month(year, _) => Some(year),
            _ => None,
        });
        if let (Some(first), Some(since)) = (years.min(), skill.since)
            && first < since
        {
            return Err(format!("`{}` came out in {since}, and a version in {first}", skill.id));
        }
    }
    Ok(())
}

fn role(pack: &RolePack, folder: &str) -> Result<(), String> {
    if pack.id != folder {
        return Err(format!("id `{}` is not the name of the folder, `{folder}`", pack.id));
    }
    if pack.title.trim().is_empty() {
        return Err("title is empty".to_owned());
    }
    if !pack.bars.iter().map(|bar| bar.stage).eq(Stage::ALL) {
        return Err("one bar per stage is needed: junior, mid, senior, staff".to_owned());
    }
    pack.bars.iter().try_for_each(bar)?;
    for pair in pack.bars.windows(2) {
        rising(&pair[0], &pair[1])?;
    }
    Ok(())
}

fn bar(bar: &Bar) -> Result<(), String> {
    let in_range = (0.0..=100.0).contains(&bar.maybe) && (0.0..=100.0).contains(&bar.advance);
    if !in_range || bar.from_years.is_nan() || bar.from_years < 0.0 {
        return Err(format!("bar `{}`: a value is out of range", bar.stage));
    }
    if bar.maybe >= bar.advance || bar.advance_axis > bar.advance {
        return Err(format!("bar `{}`: `advance` must be the highest of the three", bar.stage));
    }
    Ok(())
}

fn rising(low: &Bar, high: &Bar) -> Result<(), String> {
    let values = [
        ("from_years", low.from_years, high.from_years),
        ("advance", low.advance, high.advance),
        ("advance_axis", low.advance_axis, high.advance_axis),
        ("maybe", low.maybe, high.maybe),
    ];
    match values.into_iter().find(|(_, before, after)| before >= after) {
        Some((key, _, _)) => {
            Err(format!("`{key}` must rise from `{}` to `{}`", low.stage, high.stage))
        }
        None => Ok(()),
    }
}

fn needs(criteria: &[CriterionSpec]) -> Result<(), String> {
    unique("criterion", criteria.iter().map(|criterion| criterion.id.as_str()))?;
    for axis in Axis::ALL {
        let of_axis = criteria.iter().filter(|criterion| criterion.axis == axis);
        let sum: f64 = of_axis.map(|criterion| criterion.weight).sum();
        if (sum - 100.0).abs() > 1e-9 {
            return Err(format!("weights of axis `{axis}` sum to {sum}, not to 100"));
        }
    }
    criteria.iter().try_for_each(criterion)
}

fn criterion(criterion: &CriterionSpec) -> Result<(), String> {
    let CriterionSpec { id, title, weight, need, next, .. } = criterion;
    if title.trim().is_empty() || next.trim().is_empty() {
        return Err(format!("criterion `{id}`: `title` and `next` must say something"));
    }
    if weight.is_nan() || *weight <= 0.0 {
        return Err(format!("criterion `{id}`: the weight must be above 0"));
    }
    let is_asked = |need: f64| need > 0.0;
    if need.iter().any(|need| !is_asked(*need) && need.total_cmp(&-1.0).is_ne()) {
        return Err(format!("criterion `{id}`: a need is above 0, or -1 where nothing is asked"));
    }
    let asked: Vec<f64> = need.iter().copied().filter(|need| is_asked(*need)).collect();
    if asked.is_empty() {
        return Err(format!("criterion `{id}`: no stage needs it"));
    }
    if asked.windows(2).any(|pair| pair[0] > pair[1]) {
        return Err(format!("criterion `{id}`: needs fall from one stage to a later one"));
    }
    Ok(())
}

fn verbs(verbs: &[Verb]) -> Result<(), String> {
    unique("verb", verbs.iter().map(|verb| verb.lemma.as_str()))?;
    one_owner("form", verbs.iter().map(|verb| (verb.lemma.as_str(), verb.forms.as_slice())))
}

fn concepts(concepts: &[ConceptEntry], criteria: &[CriterionSpec]) -> Result<(), String> {
    unique("concept", concepts.iter().map(|concept| concept.id.as_str()))?;
    for concept in concepts {
        let ConceptEntry { id, name, counts, .. } = concept;
        if !is_kebab(id) {
            return Err(format!("concept `{id}`: the id is not in kebab-case"));
        }
        if name.trim().is_empty() {
            return Err(format!("concept `{id}`: the name is empty"));
        }
        let is_known =
            |count: &&String| *count == TESTING || criteria.iter().any(|known| known.id == **count);
        if let Some(unknown) = counts.iter().find(|count| !is_known(count)) {
            return Err(format!("concept `{id}` counts for `{unknown}`, which is no criterion"));
        }
        unique(&format!("count of `{id}`"), counts.iter().map(String::as_str))?;
    }
    one_owner("phrase", concepts.iter().map(|concept| (&*concept.id, &*concept.phrases)))
}

fn objects(objects: &ObjectsFile) -> Result<(), String> {
    // A noun that is both would make the same line specific and generic.
    one_owner(
        "noun",
        [("heads", &*objects.heads), ("generic_heads", &*objects.generic_heads)].into_iter(),
    )?;
    one_owner("word", [("generic_modifiers", &*objects.generic_modifiers)].into_iter())
}

fn lists(wording: &WordingFile) -> Result<(), String> {
    for (name, list) in wording.lists() {
        if list.note.trim().is_empty() {
            return Err(format!("list `{name}`: the note is empty"));
        }
        one_owner("phrase", [(name, &*list.phrases)].into_iter())?;
    }
    Ok(())
}

fn signals(file: &SignalsFile) -> Result<(), String> {
    unique("noun", file.people.iter().chain(&file.effort).map(String::as_str))?;
    if let Some(list) = file.signal.iter().find(|list| list.note.trim().is_empty()) {
        return Err(format!("signal `{}`: the note is empty", list.kind.as_str()));
    }
    unique("signal", file.signal.iter().map(|list| list.kind.as_str()))?;
    one_owner("phrase", file.signal.iter().map(|list| (list.kind.as_str(), &*list.phrases)))
}

fn sections(sections: &[Section]) -> Result<(), String> {
    unique("section", sections.iter().map(|section| section.key.as_str()))?;
    let is_known = |section: &&Section| SECTION_KEYS.contains(&section.key.as_str());
    if let Some(unknown) = sections.iter().find(|section| !is_known(section)) {
        return Err(format!("`{}` is no section of JSON Resume", unknown.key));
    }
    one_owner("name", sections.iter().map(|section| (&*section.key, &*section.names)))
}

fn is_kebab(id: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    id.split('-').all(is_part)
}

/// Errs when an id is empty or stands twice.
fn unique<'a>(kind: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if id.trim().is_empty() {
            return Err(format!("{kind}: an id is empty"));
        }
        if !seen.insert(id) {
            return Err(format!("{kind} `{id}` stands twice"));
        }
    }
    Ok(())
}

/// Errs when two patterns read the same, when one does not begin with a word, or when an owner
/// has none.
fn one_owner<'a>(
    kind: &str,
    owners: impl Iterator<Item = (&'a str, &'a [String])>,
) -> Result<(), String> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (owner, patterns) in owners {
        if patterns.is_empty() {
            return Err(format!("`{owner}` has no {kind}"));
        }
        for pattern in patterns {
            let all = readings(pattern);
            if all.iter().any(|reading| reading.is_empty() || reading.starts_with("..")) {
                return Err(format!("`{owner}`: {kind} `{pattern}` does not begin with a word"));
            }
            for reading in all {
                match seen.insert(reading, owner) {
                    Some(first) if first == owner => {
                        return Err(format!("{kind} `{pattern}` of `{owner}` stands twice"));
                    }
                    Some(first) => {
                        return Err(format!(
                            "{kind} `{pattern}` belongs to `{first}` and to `{owner}`"
                        ));
                    }
                    None => {}
                }
            }
        }
    }
    Ok(())
}
