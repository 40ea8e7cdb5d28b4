//! What a job asks for: its lines to requirements, each with what would show it.
//!
//! A requirement is one line of the job, or one sentence of a line that has several. What is asked
//! for twice counts once, at the stricter place.

mod alternatives;
mod degree;
mod kind;
mod language;
mod level;
mod pieces;
mod years;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use resume::coverage::RequirementKind;
use resume::job::Wanted;
use resume::{FieldPath, Job};
use roles::{Category, Mention, RolePack, SkillId, words};

use crate::concept;

pub use degree::{Degree, DegreeLevel};
pub use language::SpokenLanguage;
pub use level::Level;
pub use years::Years;

/// One thing a job asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// Stable within the job: the id its author gave it, else kind and number, `must-3`.
    pub id: String,
    /// The value it stands in.
    pub path: FieldPath,
    /// Bytes of that value's text.
    pub range: Range<usize>,
    /// Its words.
    pub text: String,
    /// How much it matters.
    pub kind: RequirementKind,
    /// How much it counts beside the others of its kind, as its author says; 1 when nothing is said.
    pub weight: u32,
    /// The round of the process that finds out, by name.
    pub assessed_in: Option<String>,
    /// The skills that would show it: all of these, each in any one of its ways.
    pub skills: Vec<AnyOf>,
    /// Techniques of the role it names, by id: `idempotency`.
    pub concepts: Vec<String>,
    /// Years of experience.
    pub years: Option<Years>,
    /// How well.
    pub level: Option<Level>,
    /// A degree.
    pub degree: Option<Degree>,
    /// A human language.
    pub language: Option<SpokenLanguage>,
    /// True when it names nothing a page could show: a trait, a permit, a willingness.
    pub is_soft: bool,
}

/// Skills of which one is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnyOf(pub Vec<Asked>);

/// A skill, where the job names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which.
    pub skill: SkillId,
    /// Bytes of the value at [`Requirement::path`], its name as written.
    pub range: Range<usize>,
    /// True when it only stands for others: `such as Kafka` names examples of a queue.
    pub is_example: bool,
}

/// What a job asks for, in the order of its lists: `must`, `nice`, `qualifications`, `softSkills`,
/// `prerequisites`, `responsibilities`, `tools`. What one works with asks for as much as a duty does.
///
/// A skill that several requirements ask for stays with the strictest of them, and there with the
/// first; a requirement that loses all it asked for this way is left out.
pub fn read(job: &Job, pack: &RolePack) -> Vec<Requirement> {
    let mut reader = Reader { pack, found: Vec::new(), counts: [0; 3] };
    for (key, list) in job.wanted() {
        let base = if key == "nice" { RequirementKind::Nice } else { RequirementKind::Must };
        for (index, wanted) in list.iter().enumerate() {
            reader.read(&FieldPath::root().key(key).index(index), wanted, base);
        }
    }
    for (index, duty) in job.responsibilities.iter().enumerate() {
        let path = FieldPath::root().key("responsibilities").index(index);
        reader.read(&path, &Wanted::from(duty.as_str()), RequirementKind::Duty);
    }
    for (index, group) in job.tools.iter().enumerate() {
        let path = FieldPath::root().key("tools").index(index).key("keywords");
        for (at, tool) in group.keywords.iter().enumerate() {
            reader.tool(&path.index(at), tool);
        }
    }
    once(reader.found)
}

/// Most words of a line that only names a skill.
const ITEM_WORDS: usize = 3;

struct Reader<'a> {
    pack: &'a RolePack,
    found: Vec<Requirement>,
    /// Requirements without an id of their own, by kind.
    counts: [usize; 3],
}

impl Reader<'_> {
    fn read(&mut self, path: &FieldPath, wanted: &Wanted, base: RequirementKind) {
        let text = wanted.text.as_str();
        let mut pieces = 0;
        for piece in pieces::pieces(text) {
            let mut mentions = mentions(text, piece.clone(), self.pack);
            let words_of = shifted(words(&text[piece.clone()]), piece.start);
            let has_degree = degree::degree(&words_of).is_some();
            mentions.retain(|mention| match self.pack.vocabulary.skill(mention.skill).category {
                Category::SpokenLanguage | Category::Credential => false,
                Category::Subject => !has_degree,
                Category::Industry => base != RequirementKind::Duty,
                _ => true,
            });
            let chains = alternatives::chains(text, &piece, &mentions);
            for part in kind::parts(text, &piece, base, &words_of, &chains) {
                let range = trimmed(text, part.range);
                if range.is_empty() {
                    continue;
                }
                pieces += 1;
                let id = match &wanted.id {
                    Some(id) if pieces == 1 => id.clone(),
                    Some(id) => format!("{id}-{pieces}"),
                    None => self.next_id(part.kind),
                };
                let within = |one: &Range<usize>| range.start <= one.start && one.end <= range.end;
                let words_of: Vec<_> = words_of
                    .iter()
                    .filter(|word| within(&(word.start..word.end)))
                    .cloned()
                    .collect();
                let skills: Vec<AnyOf> = chains
                    .iter()
                    .filter(|chain| within(&chain.range))
                    .flat_map(|chain| chain.groups.iter().cloned())
                    .collect();
                let concepts = self.concepts(&words_of, &mentions);
                let years = years::years(text, &words_of, !skills.is_empty());
                let degree = degree::degree(&words_of);
                let language = language::language(text, &words_of);
                let is_soft = skills.is_empty()
                    && concepts.is_empty()
                    && years.is_none()
                    && degree.is_none()
                    && language.is_none();
                self.found.push(Requirement {
                    id,
                    path: path.clone(),
                    text: text[range.clone()].to_owned(),
                    range: range.clone(),
                    kind: part.kind,
                    weight: wanted.weight.unwrap_or(1),
                    assessed_in: wanted.assessed_in.clone(),
                    skills,
                    concepts,
                    years,
                    level: level::level(&words_of),
                    degree,
                    language,
                    is_soft,
                });
            }
        }
    }

    /// One thing that is worked with; nothing where it is not known.
    fn tool(&mut self, path: &FieldPath, tool: &str) {
        let (before, counts) = (self.found.len(), self.counts);
        self.read(path, &Wanted::from(tool), RequirementKind::Duty);
        if self.found[before..].iter().all(|one| one.is_soft) {
            self.found.truncate(before);
            self.counts = counts;
        }
    }

    fn next_id(&mut self, kind: RequirementKind) -> String {
        let (at, name) = match kind {
            RequirementKind::Must => (0, "must"),
            RequirementKind::Nice => (1, "nice"),
            RequirementKind::Duty => (2, "duty"),
        };
        self.counts[at] += 1;
        format!("{name}-{}", self.counts[at])
    }

    /// Techniques that no skill of the same words stands for, each once.
    fn concepts(&self, words: &[roles::Word], mentions: &[Mention]) -> Vec<String> {
        let mut ids = Vec::new();
        for found in concept::concepts(words, self.pack) {
            let is_skill = mentions.iter().any(|mention| {
                mention.range.start < found.range.end && found.range.start < mention.range.end
            });
            let id = &found.entry(self.pack).id;
            if !is_skill && !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        ids
    }
}

/// The skills a sentence asks for. What it says after a colon, or all of it, may be so short that it
/// is an item of a list of skills: `Go`, `Rust experience`, `Nice to have: Go`.
fn mentions(text: &str, piece: Range<usize>, pack: &RolePack) -> Vec<Mention> {
    let vocabulary = &pack.vocabulary;
    let item = text[piece.clone()].find(": ").map_or(0, |colon| colon + 2) + piece.start;
    let is_item = words(&text[item..piece.end]).len() <= ITEM_WORDS;
    let lead = if is_item { piece.start..item } else { piece.clone() };
    let mut mentions = shifted_mentions(vocabulary.mentions(&text[lead.clone()]), lead.start);
    if is_item {
        let list = vocabulary.mentions_in_list(&text[item..piece.end]);
        mentions.extend(shifted_mentions(list, item));
    }
    // What is no engineering is asked for, too: machine learning, product management. Traits are not.
    let soft = soft_words(&text[piece.clone()], piece.start, pack);
    for term in vocabulary.terms(&text[piece.clone()]) {
        let range = term.range.start + piece.start..term.range.end + piece.start;
        let Some(skill) = term.skill else { continue };
        let meets = |other: &Range<usize>| range.start < other.end && other.start < range.end;
        let is_new = !mentions.iter().any(|mention| meets(&mention.range));
        if is_new && !vocabulary.skill(skill).category.is_engineering() && !soft.iter().any(meets) {
            mentions.push(Mention { skill, range, negated: term.negated });
        }
    }
    mentions.retain(|mention| !mention.negated);
    mentions.sort_by_key(|mention| mention.range.start);
    mentions
}

/// Bytes of traits and soft skills in a part of a text that begins at `start`.
fn soft_words(part: &str, start: usize, pack: &RolePack) -> Vec<Range<usize>> {
    let words = words(part);
    let lists = [&pack.lists.soft_skills, &pack.lists.traits];
    let found = lists.into_iter().flat_map(|list| list.find(&words));
    found
        .map(|found| start + words[found.words.start].start..start + words[found.words.end - 1].end)
        .collect()
}

/// Mentions of a part of a text as mentions of the text.
fn shifted_mentions(mut mentions: Vec<Mention>, by: usize) -> Vec<Mention> {
    for mention in &mut mentions {
        mention.range = mention.range.start + by..mention.range.end + by;
    }
    mentions
}

/// Words of a part of a text as words of the text.
fn shifted(mut words: Vec<roles::Word>, by: usize) -> Vec<roles::Word> {
    for word in &mut words {
        word.start += by;
        word.end += by;
    }
    words
}

/// `range` without the blanks and separators around it.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let slice = &text[range.clone()];
    let around = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '-' | '–' | '•' | '*');
    let start = range.start + slice.len() - slice.trim_start_matches(around).len();
    let end = start + slice.trim_matches(around).len();
    start..end
}

/// Everything once: at the strictest requirement, there the first. That goes for each choice of
/// skills, each technique, a degree of one kind and a language. Who has to have Java is not asked
/// for Java or Kotlin once more.
fn once(mut found: Vec<Requirement>) -> Vec<Requirement> {
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|at| (found[*at].kind, *at));
    let mut skills: BTreeSet<Vec<SkillId>> = BTreeSet::new();
    let single = |group: &AnyOf| matches!(group.0.as_slice(), [one] if !one.is_example);
    let mut strictest: BTreeMap<SkillId, RequirementKind> = BTreeMap::new();
    for requirement in &found {
        for group in requirement.skills.iter().filter(|group| single(group)) {
            let kind = strictest.entry(group.0[0].skill).or_insert(requirement.kind);
            *kind = (*kind).min(requirement.kind);
        }
    }
    let mut concepts: BTreeSet<String> = BTreeSet::new();
    let mut degrees: BTreeSet<(DegreeLevel, bool)> = BTreeSet::new();
    let mut languages: BTreeSet<String> = BTreeSet::new();
    let mut emptied = BTreeSet::new();
    for at in order {
        let requirement = &mut found[at];
        let asked_something = asks_something(requirement);
        let kind = requirement.kind;
        requirement.skills.retain(|group| {
            let asked_alone =
                |asked: &Asked| strictest.get(&asked.skill).is_some_and(|at| *at <= kind);
            if group.0.len() > 1 && group.0.iter().any(asked_alone) {
                return false;
            }
            let mut of_group: Vec<SkillId> = group.0.iter().map(|asked| asked.skill).collect();
            of_group.sort_unstable();
            skills.insert(of_group)
        });
        requirement.concepts.retain(|concept| concepts.insert(concept.clone()));
        let degree = requirement.degree.take();
        requirement.degree =
            degree.filter(|degree| degrees.insert((degree.level, degree.or_equivalent)));
        let language = requirement.language.take();
        requirement.language = language.filter(|language| languages.insert(language.name.clone()));
        if asked_something && !asks_something(requirement) {
            emptied.insert(at);
        }
    }
    let mut at = 0;
    found.retain(|_| {
        at += 1;
        !emptied.contains(&(at - 1))
    });
    found
}

/// True for a requirement of more than years.
fn asks_something(requirement: &Requirement) -> bool {
    !requirement.skills.is_empty()
        || !requirement.concepts.is_empty()
        || requirement.degree.is_some()
        || requirement.language.is_some()
}
