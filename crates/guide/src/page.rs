//! What a page shows of the skills of the guide. A claim of work proves; a name does not.

use std::ops::Range;

use facts::{Claim, Facts};
use resume::model::Bullet;
use resume::{FieldPath, Quote, Resume};
use roles::{Act, Concept, GuideSkill, RolePack, ShownFact, Signal, SkillId, Vocabulary, Word};
use serde::Serialize;

/// Quotes of one skill at most, the first on the page.
const MOST_QUOTES: usize = 3;

/// What a page shows of one skill. Ordered from the strongest to the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// A line says what its author did with it.
    Shown,
    /// A line names it, and does not say what its author did.
    Mentioned,
    /// It stands in a list of skills or in the summary.
    Listed,
    /// The page does not say. That is not the same as "cannot".
    NotStated,
}

/// A skill on a page, with the words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Shows {
    /// The strongest that was found.
    pub standing: Standing,
    /// The lines, those of the strongest standing only.
    pub quotes: Vec<Quote>,
}

/// A page, read.
pub struct Page<'a> {
    pack: &'a RolePack,
    lines: Vec<Line>,
}

/// One text of a page.
struct Line {
    path: FieldPath,
    text: String,
    facts: Facts,
    /// It tells of work; otherwise it names skills.
    work: bool,
    /// Skills it names and all that these imply; not those it denies.
    skills: Vec<(Range<usize>, Vec<SkillId>)>,
}

impl<'a> Page<'a> {
    /// Reads the texts of a resume. Private notes are not read.
    pub fn of(resume: &Resume, pack: &'a RolePack) -> Self {
        let mut page = Self { pack, lines: Vec::new() };
        let root = FieldPath::root();
        for (at, role) in resume.work.iter().enumerate() {
            let path = root.key("work").index(at);
            page.text(path.key("summary"), role.summary.as_deref(), true);
            page.bullets(&path, &role.highlights);
        }
        for (at, project) in resume.projects.iter().enumerate() {
            let path = root.key("projects").index(at);
            page.text(path.key("description"), project.description.as_deref(), true);
            page.bullets(&path, &project.highlights);
        }
        for (at, role) in resume.volunteer.iter().enumerate() {
            let path = root.key("volunteer").index(at);
            page.text(path.key("summary"), role.summary.as_deref(), true);
            page.bullets(&path, &role.highlights);
        }
        let basics = root.key("basics");
        let summary = resume.basics.as_ref().and_then(|basics| basics.summary.as_deref());
        page.text(basics.key("summary"), summary, false);
        for (at, group) in resume.skills.iter().enumerate() {
            let path = root.key("skills").index(at).key("keywords");
            for (item, text) in group.keywords.iter().enumerate() {
                page.text(path.index(item), Some(text), false);
            }
        }
        page
    }

    fn bullets(&mut self, path: &FieldPath, bullets: &[Bullet]) {
        for (at, bullet) in bullets.iter().enumerate() {
            self.text(path.key("highlights").index(at), Some(&bullet.text), true);
        }
    }

    fn text(&mut self, path: FieldPath, text: Option<&str>, work: bool) {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return };
        let vocabulary = &self.pack.vocabulary;
        let facts = Facts::read(text, self.pack);
        let in_list = path.to_string().starts_with("skills");
        let mentions =
            if in_list { vocabulary.mentions_in_list(text) } else { facts.skills.clone() };
        let skills = mentions.into_iter().filter(|mention| !mention.negated).map(|mention| {
            let mut known = vocabulary.implied(mention.skill);
            known.insert(0, mention.skill);
            (mention.range, known)
        });
        let skills = skills.collect();
        self.lines.push(Line { path, text: text.to_owned(), facts, work, skills });
    }

    /// What the page shows of a skill.
    pub fn shows(&self, skill: &GuideSkill) -> Shows {
        let wanted = Wanted::of(skill, self.pack);
        let mut found: Vec<(Standing, Sign, &Line)> = Vec::new();
        for line in &self.lines {
            found.extend(line.standing(&wanted).map(|(standing, sign)| (standing, sign, line)));
        }
        // The most telling words first; of equals the first on the page.
        found.sort_by_key(|(standing, sign, _)| (*standing, *sign));
        let Some(standing) = found.first().map(|(standing, ..)| *standing) else {
            return Shows { standing: Standing::NotStated, quotes: Vec::new() };
        };
        let strongest = found.iter().filter(|(other, ..)| *other == standing).take(MOST_QUOTES);
        let quotes = strongest.map(|(_, _, line)| Quote {
            path: line.path.clone(),
            range: 0..line.text.len(),
            text: line.text.clone(),
            line: None,
        });
        let standing = if skill.listing { Standing::Shown } else { standing };
        Shows { standing, quotes: quotes.collect() }
    }

    /// True when the page tells of no work at all.
    pub fn is_empty(&self) -> bool {
        !self.lines.iter().any(|line| line.work)
    }
}

/// What to look for, in the numbers of the pack.
struct Wanted<'a> {
    skill: &'a GuideSkill,
    pack: &'a RolePack,
    skills: Vec<SkillId>,
}

impl<'a> Wanted<'a> {
    fn of(skill: &'a GuideSkill, pack: &'a RolePack) -> Self {
        let skills = &skill.shown.skills;
        let skills = skills.iter().filter_map(|id| pack.vocabulary.by_id(id)).collect();
        Self { skill, pack, skills }
    }

    fn has_concept(&self, concept: &Concept) -> bool {
        self.skill.shown.concepts.contains(&concept.id)
    }

    /// What a named skill tells, with all that it implies.
    fn sign_of(&self, known: &[SkillId], vocabulary: &Vocabulary) -> Option<Sign> {
        if known.iter().any(|id| self.skills.contains(id)) {
            return Some(Sign::Skill);
        }
        // The kind of what is named, not of all it implies: Kafka's clients are no cloud.
        let category = vocabulary.skill(*known.first()?).category;
        self.skill.shown.categories.contains(&category).then_some(Sign::Category)
    }
}

/// What in a line told of a skill, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Concept,
    Skill,
    Fact,
    Category,
    Signal,
}

impl Line {
    fn standing(&self, wanted: &Wanted<'_>) -> Option<(Standing, Sign)> {
        let named = self.names(wanted);
        if !self.work {
            return named.map(|(sign, _)| (Standing::Listed, sign));
        }
        let sign = named.map_or(Sign::Fact, |(sign, _)| sign.min(Sign::Fact));
        if self.acts(wanted) {
            return Some((Standing::Shown, sign));
        }
        let (sign, place) = named?;
        if !self.facts.is_substantial(wanted.pack) {
            return Some((Standing::Mentioned, sign));
        }
        let claim = self.facts.claims.iter().find(|claim| claim.range.contains(&place));
        let tells = claim.is_none_or(|claim| !claim.is_list && !claim.is_duty);
        Some((if tells { Standing::Shown } else { Standing::Mentioned }, sign))
    }

    /// The most telling name of the skill in the line, and where it stands.
    fn names(&self, wanted: &Wanted<'_>) -> Option<(Sign, usize)> {
        let pack = wanted.pack;
        let concepts = self.facts.concepts.iter();
        let concepts = concepts.filter(|found| wanted.has_concept(found.entry(pack)));
        let skills = self.skills.iter();
        let skills = skills.filter_map(|(range, known)| {
            Some((wanted.sign_of(known, &pack.vocabulary)?, range.start))
        });
        let signals = self.facts.signals.iter();
        let signals = signals.filter(|found| wanted.skill.shown.signals.contains(&found.signal));
        let names = (concepts.map(|found| (Sign::Concept, found.range.start)))
            .chain(skills)
            .chain(signals.map(|found| (Sign::Signal, found.range.start)));
        names.min()
    }

    /// The line tells of an act that shows the skill by itself.
    fn acts(&self, wanted: &Wanted<'_>) -> bool {
        let (shown, pack) = (&wanted.skill.shown, wanted.pack);
        let explained = shown.facts.contains(&ShownFact::ExplainedChange)
            && self.facts.is_substantial(pack)
            && !self.facts.changes.is_empty()
            && self.facts.mechanisms.iter().any(|mechanism| mechanism.concrete);
        // Who was taught is no particular thing, so that a count of them stands in for one.
        let people = self.facts.people().next().is_some();
        let adopted = shown.facts.contains(&ShownFact::Adopted)
            && self.facts.is_substantial(pack)
            && people
            && (self.facts.has(Signal::Reach) || self.facts.words.iter().any(takes_up));
        let verbs = |fact: ShownFact, verbs: &'static [&'static str]| {
            if shown.facts.contains(&fact) { verbs } else { &[] }
        };
        let designs = verbs(ShownFact::Design, &DESIGNS);
        let faults = verbs(ShownFact::Fault, &FAULTS);
        let act = |claim: &Claim| {
            let Some(verb) = claim.verb.as_ref().map(|verb| verb.entry(pack)) else {
                return false;
            };
            let taught = verb.act == Act::Grow && people && !claim.is_list && !claim.is_duty;
            let fits = shown.acts.contains(&verb.act)
                || designs.contains(&verb.lemma.as_str())
                || faults.contains(&verb.lemma.as_str());
            fits && (taught || claim.is_substantial(pack))
        };
        explained || adopted || self.facts.claims.iter().any(act)
    }
}

/// True for `adopted`, wherever the teams stand: `that 4 teams adopted`.
fn takes_up(word: &Word) -> bool {
    word.norm.starts_with("adopt")
}

/// Verbs that say that something was designed.
const DESIGNS: [&str; 3] = ["design", "redesign", "architect"];

/// Verbs that say that a fault was found or fixed.
const FAULTS: [&str; 10] = [
    "diagnose", "debug", "fix", "trace", "isolate", "reproduce", "troubleshoot", "investigate",
    "resolve", "repair",
];
