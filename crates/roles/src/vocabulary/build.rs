//! From the data file to a [`Vocabulary`], with everything checked on the way.

use std::collections::{BTreeMap, HashMap};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::context::{Cues, YEAR};
use super::data::{Alias, CueSet, Entry, File};
use super::folded::key;
use super::{Form, Skill, SkillId, Vocabulary};

/// Reads and checks the text of a `skills.toml`.
///
/// # Errors
/// All problems, one a line.
pub(super) fn vocabulary(text: &str) -> Result<Vocabulary, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string().trim().to_owned())?;
    let mut builder = Builder::new(&file);
    let skills: Vec<Skill> =
        file.skill.iter().enumerate().map(|(index, entry)| builder.add(index, entry)).collect();
    builder.shield(&file.ignore);
    builder.check_owners(&skills);
    builder.check_circles(&skills);
    builder.check_words(&file);
    if !builder.problems.is_empty() {
        return Err(builder.problems.join("\n"));
    }
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::Standard)
        // Built anew by every process, for a page or two: the form that is cheapest to build.
        .kind(Some(AhoCorasickKind::NoncontiguousNFA))
        .build(&builder.keys)
        .map_err(|error| error.to_string())?;
    let by_id = builder.ids.into_iter().map(|(id, skill)| (id.to_owned(), skill)).collect();
    let (patterns, cues) = (builder.patterns, builder.cues);
    let mut compounds = file.compounds;
    compounds.sort_unstable();
    Ok(Vocabulary { skills, by_id, patterns, automaton, cues, compounds })
}

struct Builder<'a> {
    cue_sets: &'a BTreeMap<String, CueSet>,
    ids: HashMap<&'a str, SkillId>,
    /// Pattern texts, and beside each what it stands for.
    keys: Vec<String>,
    patterns: Vec<Vec<Form>>,
    /// From a pattern in lower case to its index.
    by_key: HashMap<String, usize>,
    cues: Vec<Cues>,
    /// From the sets a name refers to, to the index of their union.
    unions: HashMap<&'a [String], usize>,
    problems: Vec<String>,
}

impl<'a> Builder<'a> {
    fn new(file: &'a File) -> Self {
        let mut builder = Self {
            cue_sets: &file.cues,
            ids: HashMap::with_capacity(file.skill.len()),
            keys: Vec::new(),
            patterns: Vec::new(),
            by_key: HashMap::new(),
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
        let cues = self.union(&entry.id, &entry.context);
        self.add_name(id, entry, &entry.name, entry.case, cues);
        for alias in &entry.aliases {
            match alias {
                Alias::Plain(text) => self.add_name(id, entry, text, false, None),
                Alias::Bound(bound) => {
                    let cues = self.union(&entry.id, &bound.context);
                    self.add_name(id, entry, &bound.text, bound.case, cues);
                }
            }
        }
        let mut implies = Vec::with_capacity(entry.implies.len());
        for other in &entry.implies {
            match self.ids.get(other.as_str()) {
                Some(skill) => implies.push(*skill),
                None => {
                    self.problem(&entry.id, &format!("implies `{other}`, which does not exist"))
                }
            }
        }
        Skill {
            id: entry.id.clone(),
            name: entry.name.clone(),
            category: entry.category,
            aliases: entry.aliases.iter().map(|alias| alias.text().to_owned()).collect(),
            implies,
        }
    }

    fn add_name(
        &mut self,
        skill: SkillId,
        entry: &Entry,
        name: &str,
        case: bool,
        cues: Option<usize>,
    ) {
        let exact = key(name);
        if exact.is_empty() {
            self.problem(&entry.id, "a name is empty");
            return;
        }
        let takes_plural = entry.category.has_plurals()
            && exact.ends_with(|c: char| c.is_ascii_alphabetic() && c != 's')
            && !exact.ends_with("ing");
        if takes_plural {
            let plural = format!("{exact}s");
            self.add_form(skill, entry, plural, case, cues);
        }
        self.add_form(skill, entry, exact, case, cues);
    }

    fn add_form(
        &mut self,
        skill: SkillId,
        entry: &Entry,
        exact: String,
        case: bool,
        cues: Option<usize>,
    ) {
        let pattern = self.pattern(&exact);
        if self.patterns[pattern].iter().any(|form| form.skill == skill) {
            self.problem(&entry.id, &format!("`{exact}` stands there twice"));
            return;
        }
        self.patterns[pattern].push(Form { skill, exact: case.then_some(exact), cues });
    }

    /// The index of a pattern, a new one when the text is new.
    fn pattern(&mut self, exact: &str) -> usize {
        let lower = exact.to_ascii_lowercase();
        if let Some(index) = self.by_key.get(&lower) {
            return *index;
        }
        let index = self.keys.len();
        self.keys.push(lower.clone());
        self.patterns.push(Vec::new());
        self.by_key.insert(lower, index);
        index
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
            let pattern = self.pattern(&key(phrase));
            if !self.patterns[pattern].is_empty() {
                self.problems.push(format!("ignored phrase `{phrase}` is the name of a skill"));
            }
        }
    }

    fn check_owners(&mut self, skills: &[Skill]) {
        for (key, forms) in self.keys.iter().zip(&self.patterns) {
            if forms.len() > 1 && forms.iter().any(|form| form.cues.is_none()) {
                let owners: Vec<&str> =
                    forms.iter().map(|form| skills[form.skill.index()].id.as_str()).collect();
                self.problems.push(format!(
                    "`{key}` belongs to {}; give it to one, or bind all of them to a context",
                    owners.join(" and ")
                ));
            }
        }
    }

    /// Every chain of implied skills ends.
    fn check_circles(&mut self, skills: &[Skill]) {
        // Skills whose chains are known to end; a round that adds none has met a circle.
        let mut ends = vec![false; skills.len()];
        loop {
            let mut grown = false;
            for (index, skill) in skills.iter().enumerate() {
                if !ends[index] && skill.implies.iter().all(|next| ends[next.index()]) {
                    ends[index] = true;
                    grown = true;
                }
            }
            if !grown {
                break;
            }
        }
        for (skill, _) in skills.iter().zip(ends).filter(|(_, ends)| !ends) {
            self.problem(&skill.id, "what it implies leads back to itself or into a circle");
        }
    }

    fn check_words(&mut self, file: &File) {
        let lists = file
            .cues
            .values()
            .flat_map(|set| [&set.before, &set.after, &set.near, &set.not_before, &set.not_after]);
        for word in lists.flatten().chain(&file.compounds) {
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
