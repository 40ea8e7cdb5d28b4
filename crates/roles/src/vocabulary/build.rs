//! From the data to a [`Vocabulary`], with everything checked on the way.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use super::context::{Cues, YEAR};
use super::data::{Alias, CueSet, Entry, SkillsFile};
use super::find::{Patterns, head};
use super::folded::key;
use super::phrase::Phrases;
use super::text::Text;
use super::{Form, Pattern, Skill, SkillId, Vocabulary};

/// Years in which a skill can have come out; the first is that of Fortran's report.
const YEARS: std::ops::RangeInclusive<u16> = 1954..=2026;

/// Checks the data and arranges it for the search.
///
/// # Errors
/// All problems, one a line.
pub(super) fn vocabulary(file: &SkillsFile) -> Result<Vocabulary, String> {
    let mut builder = Builder::new(file);
    let mut skills: Vec<Skill> =
        file.skill.iter().enumerate().map(|(index, entry)| builder.add(index, entry)).collect();
    builder.relate(&file.skill, &mut skills);
    builder.shield(&file.ignore);
    builder.check_owners(&skills);
    builder.check_circles(&skills);
    builder.check_words(file);
    if !builder.problems.is_empty() {
        return Err(builder.problems.join("\n"));
    }
    let Builder { ids, patterns, cues, .. } = builder;
    let mut ids: Vec<(&str, SkillId)> = ids.into_iter().collect();
    ids.sort_unstable();
    let sorted = |words: &[String]| -> Cow<'static, [Text]> {
        let mut words: Vec<Text> = words.iter().map(|word| word.as_str().into()).collect();
        words.sort_unstable();
        words.into()
    };
    let phrases = Phrases {
        heads: sorted(&file.heads),
        common_heads: sorted(&file.common_heads),
        modifiers: sorted(&file.modifiers),
        people: sorted(&file.people),
    };
    // Rows keep this order, and it must not be that of a hash map.
    let mut patterns: Vec<Pattern> = patterns.into_values().flatten().collect();
    patterns.sort_unstable_by(|one, other| one.key.cmp(&other.key));
    Ok(Vocabulary {
        skills: skills.into(),
        ids: ids.into_iter().map(|(_, skill)| skill).collect(),
        patterns: Patterns::new(patterns),
        cues: cues.into(),
        plain: OnceLock::new(),
        compounds: sorted(&file.compounds),
        phrases,
    })
}

struct Builder<'a> {
    cue_sets: &'a BTreeMap<String, CueSet>,
    ids: HashMap<&'a str, SkillId>,
    patterns: HashMap<String, Vec<Pattern>>,
    cues: Vec<Cues>,
    /// From the sets a name refers to, to the index of their union.
    unions: HashMap<&'a [String], usize>,
    problems: Vec<String>,
}

impl<'a> Builder<'a> {
    fn new(file: &'a SkillsFile) -> Self {
        let mut builder = Self {
            cue_sets: &file.cues,
            ids: HashMap::with_capacity(file.skill.len()),
            patterns: HashMap::with_capacity(2 * file.skill.len()),
            cues: Vec::new(),
            unions: HashMap::new(),
            problems: Vec::new(),
        };
        for (index, entry) in file.skill.iter().enumerate() {
            if !is_kebab(&entry.id) {
                builder.problem(&entry.id, "the id is not in kebab-case");
            }
            if builder.ids.insert(&entry.id, SkillId::new(index)).is_some() {
                builder.problem(&entry.id, "the id is used twice");
            }
        }
        builder
    }

    fn problem(&mut self, id: &str, what: &str) {
        self.problems.push(format!("skill `{id}`: {what}"));
    }

    fn add(&mut self, index: usize, entry: &'a Entry) -> Skill {
        let id = SkillId::new(index);
        self.add_name(id, entry, &entry.name, entry.case, &entry.context);
        for Alias { text, case, context } in &entry.aliases {
            self.add_name(id, entry, text, *case, context);
        }
        let implies = self.named(entry, "implies", &entry.implies);
        let parents = self.named(entry, "is one of", &entry.parents);
        if entry.since.is_some_and(|year| !YEARS.contains(&year)) {
            self.problem(&entry.id, "the year of its first release is out of range");
        }
        Skill {
            id: entry.id.as_str().into(),
            name: entry.name.as_str().into(),
            category: entry.category,
            aliases: entry.aliases.iter().map(|alias| alias.text.as_str().into()).collect(),
            implies,
            parents,
            related: Cow::Borrowed(&[]),
            since: entry.since,
        }
    }

    /// The skills with these ids.
    fn named(&mut self, entry: &Entry, how: &str, ids: &[String]) -> Cow<'static, [SkillId]> {
        let mut skills = Vec::with_capacity(ids.len());
        for other in ids {
            match self.ids.get(other.as_str()) {
                Some(skill) if skills.contains(skill) => {
                    self.problem(&entry.id, &format!("{how} `{other}` twice"));
                }
                Some(skill) => skills.push(*skill),
                None => {
                    self.problem(&entry.id, &format!("{how} `{other}`, which does not exist"));
                }
            }
        }
        skills.into()
    }

    /// Writes down at both ends who is related to whom.
    fn relate(&mut self, entries: &[Entry], skills: &mut [Skill]) {
        for (index, entry) in entries.iter().enumerate() {
            let this = SkillId::new(index);
            for (other, strength) in &entry.related {
                let Some(&other) = self.ids.get(other.as_str()) else {
                    self.problem(&entry.id, &format!("related to `{other}`, which does not exist"));
                    continue;
                };
                if !(*strength > 0.0 && *strength < 1.0) {
                    self.problem(&entry.id, "a strength is not between 0 and 1");
                }
                let known = skills[index].related.iter().any(|(known, _)| *known == other);
                if other == this || known {
                    self.problem(&entry.id, "is related to itself, or twice to another");
                    continue;
                }
                skills[index].related.to_mut().push((other, *strength));
                skills[other.index()].related.to_mut().push((this, *strength));
            }
        }
    }

    fn add_name(
        &mut self,
        skill: SkillId,
        entry: &'a Entry,
        name: &str,
        case: bool,
        context: &'a [String],
    ) {
        let exact = key(name);
        if !exact.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.') {
            self.problem(&entry.id, &format!("`{name}` begins with no letter, digit or dot"));
            return;
        }
        let cues = self.union(&entry.id, context);
        let takes_plural = entry.category.has_plurals()
            && exact.ends_with(|c: char| c.is_ascii_alphabetic() && c != 's')
            && !exact.ends_with("ing");
        if takes_plural {
            self.add_form(entry, format!("{exact}s"), case, skill, cues);
        }
        self.add_form(entry, exact, case, skill, cues);
    }

    fn add_form(
        &mut self,
        entry: &Entry,
        exact: String,
        case: bool,
        skill: SkillId,
        cues: Option<usize>,
    ) {
        let broad = !entry.category.is_engineering();
        let forms = self.forms(&exact);
        if forms.iter().any(|form| form.skill == skill) {
            self.problem(&entry.id, &format!("`{exact}` stands there twice"));
            return;
        }
        let exact = case.then(|| exact.into());
        forms.to_mut().push(Form { skill, broad, exact, cues });
    }

    /// What a pattern stands for; nothing yet when it is new.
    fn forms(&mut self, exact: &str) -> &mut Cow<'static, [Form]> {
        let key = exact.to_ascii_lowercase();
        let head = head(&key).len();
        let bucket = self.patterns.entry(key[..head].to_owned()).or_default();
        let index = bucket.iter().position(|pattern| pattern.key == key).unwrap_or_else(|| {
            bucket.push(Pattern { key: key.into(), head, forms: Cow::Borrowed(&[]) });
            bucket.len() - 1
        });
        &mut bucket[index].forms
    }

    /// The index of the union of the named cue sets; none when no set is named.
    fn union(&mut self, id: &str, names: &'a [String]) -> Option<usize> {
        if names.is_empty() {
            return None;
        }
        if let Some(index) = self.unions.get(names) {
            return Some(*index);
        }
        let mut sets = Vec::with_capacity(names.len());
        for name in names {
            match self.cue_sets.get(name) {
                Some(set) => sets.push(set),
                None => self.problem(id, &format!("there is no cue set `{name}`")),
            }
        }
        self.cues.push(Cues::union(sets));
        self.unions.insert(names, self.cues.len() - 1);
        Some(self.cues.len() - 1)
    }

    /// Phrases that hide the names inside them.
    fn shield(&mut self, phrases: &[String]) {
        for phrase in phrases {
            if !self.forms(&key(phrase)).is_empty() {
                self.problems.push(format!("ignored phrase `{phrase}` is the name of a skill"));
            }
        }
    }

    fn check_owners(&mut self, skills: &[Skill]) {
        let mut shared: Vec<&Pattern> = self
            .patterns
            .values()
            .flatten()
            .filter(|pattern| {
                pattern.forms.len() > 1 && pattern.forms.iter().any(|form| form.cues.is_none())
            })
            .collect();
        shared.sort_unstable_by(|one, other| one.key.cmp(&other.key));
        for Pattern { key, forms, .. } in shared {
            let owners: Vec<&str> =
                forms.iter().map(|form| skills[form.skill.index()].id.as_str()).collect();
            self.problems.push(format!(
                "`{key}` belongs to {}; give it to one, or bind all of them to a context",
                owners.join(" and ")
            ));
        }
    }

    /// Every chain of implied skills ends.
    fn check_circles(&mut self, skills: &[Skill]) {
        // Skills whose chains are known to end; a round that adds none has met a circle.
        let mut ends = vec![false; skills.len()];
        loop {
            let mut grown = false;
            for (index, skill) in skills.iter().enumerate() {
                let mut next = skill.implies.iter().chain(skill.parents.iter());
                if !ends[index] && next.all(|next| ends[next.index()]) {
                    ends[index] = true;
                    grown = true;
                }
            }
            if !grown {
                break;
            }
        }
        for (skill, _) in skills.iter().zip(ends).filter(|(_, ends)| !ends) {
            self.problem(
                &skill.id,
                "what it implies or is one of leads back to itself or into a circle",
            );
        }
    }

    fn check_words(&mut self, file: &SkillsFile) {
        let lists = file
            .cues
            .values()
            .flat_map(|set| [&set.before, &set.after, &set.near, &set.not_before, &set.not_after]);
        let phrases =
            file.heads.iter().chain(&file.common_heads).chain(&file.modifiers).chain(&file.people);
        for word in lists.flatten().chain(&file.compounds).chain(phrases) {
            let is_word = word.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase());
            if word != YEAR && (word.is_empty() || !is_word) {
                self.problems.push(format!("cue `{word}` is not one word in lower case"));
            }
        }
    }
}

fn is_kebab(id: &str) -> bool {
    !id.is_empty()
        && id.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use crate::Vocabulary;

    /// One skill `kafka` and what `more` adds; `expected` is part of the error, or empty for none.
    #[track_caller]
    fn check(more: &str, expected: &str) {
        let text =
            format!("[[skill]]\nid = \"kafka\"\nname = \"Kafka\"\ncategory = \"queue\"\n{more}\n");
        match Vocabulary::from_toml(&text) {
            Ok(_) => assert!(expected.is_empty(), "no error for {more}"),
            Err(problems) => assert!(
                !expected.is_empty() && problems.contains(expected),
                "{problems}\nfor {more}"
            ),
        }
    }

    fn skill(id: &str, rest: &str) -> String {
        format!("[[skill]]\nid = \"{id}\"\nname = \"{id}\"\ncategory = \"tool\"\n{rest}")
    }

    #[test]
    fn well_formed_data_is_accepted() {
        check("", "");
        check("aliases = [\"Apache Kafka\", { text = \"KFK\", case = true }]", "");
        check(&skill("ksql", "implies = [\"kafka\"]"), "");
        check(&format!("context = [\"a\"]\n{}", skill("go", "context = [\"a\"]\n[cues.a]")), "");
        let twice = "aliases = [{ text = \"Stream\", context = [\"a\"] }]";
        check(&format!("{twice}\n{}\n[cues.a]\nbefore = [\"<year>\"]", skill("b", twice)), "");
    }

    #[test]
    fn ids() {
        check(&skill("kafka", ""), "skill `kafka`: the id is used twice");
        check(&skill("Kafka-2", ""), "skill `Kafka-2`: the id is not in kebab-case");
        check(&skill("a--b", ""), "not in kebab-case");
    }

    #[test]
    fn names() {
        check("aliases = [\"KAFKA\"]", "skill `kafka`: `KAFKA` stands there twice");
        check("aliases = [\"\"]", "skill `kafka`: `` begins with no letter, digit or dot");
        check("aliases = [\"#kafka\"]", "`#kafka` begins with no letter");
        check(
            &skill("b", "aliases = [\"kafka\"]"),
            "`kafka` belongs to kafka and b; give it to one, or bind all of them to a context",
        );
        check(
            &skill("event-log", "aliases = [{ text = \"Kafka\", case = true }]"),
            "`kafka` belongs to kafka and event-log",
        );
    }

    #[test]
    fn implied_skills() {
        check("implies = [\"zookeeper\"]", "implies `zookeeper`, which does not exist");
        check("implies = [\"kafka\"]", "skill `kafka`: what it implies or is one of leads back");
        let circle = format!("implies = [\"b\"]\n{}", skill("b", "parents = [\"kafka\"]"));
        check(&circle, "skill `b`: what it implies or is one of leads back");
        check("parents = [\"bus\"]", "is one of `bus`, which does not exist");
        let twice = format!("parents = [\"b\", \"b\"]\n{}", skill("b", ""));
        check(&twice, "is one of `b` twice");
    }

    #[test]
    fn relations_and_years() {
        let to = |strength: &str| format!("related = {{ b = {strength} }}\n{}", skill("b", ""));
        check(&to("0.4"), "");
        check(&to("1.0"), "skill `kafka`: a strength is not between 0 and 1");
        check(&to("0.0"), "not between 0 and 1");
        check(&to("nan"), "not between 0 and 1");
        check("related = { b = 0.5 }", "related to `b`, which does not exist");
        check("related = { kafka = 0.5 }", "related to itself");
        let both = format!("related = {{ b = 0.5 }}\n{}", skill("b", "related = { kafka = 0.5 }"));
        check(&both, "skill `b`: is related to itself, or twice to another");
        check("since = 2011", "");
        check("since = 3011", "skill `kafka`: the year of its first release");
    }

    #[test]
    fn shape_and_words() {
        check("category = \"queue\"", "duplicate key");
        check("catgory = \"queue\"", "unknown field `catgory`");
        check("aliases = [{ txt = \"K\" }]", "unknown field `txt`");
        check("aliases = [7]", "a text, or a table with `text`");
        check("context = [\"bus\"]", "skill `kafka`: there is no cue set `bus`");
        check("[cues.bus]\nnear = [\"Two words\"]", "cue `Two words` is not one word");
        check(&skill("b", "category = \"cake\"").replacen("category = \"tool\"\n", "", 1), "cake");
    }
}
