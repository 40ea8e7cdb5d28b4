//! Facts of a line as triggers of questions, with the spans that fill their slots.

use std::ops::Range;

use facts::{Change, Claim, Dimension, Facts, Position, Quantity, Role, Specificity};
use roles::{Act, Measure, RolePack, Shape, Signal, SkillId, Strength, Trigger};

use crate::line::{Line, Part};
use crate::shape;

/// A fact that can make a panel ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fact {
    /// A measured change.
    Change(Measure),
    /// A size that is no end of a change.
    Size(Measure),
    /// Index of a concept of the pack.
    Concept(usize),
    /// A skill.
    Skill(SkillId),
    /// What a claim's verb does.
    Act(Act),
    /// Index of a verb of the pack.
    Verb(usize),
    /// A small signal.
    Signal(Signal),
    /// How the line is made.
    Shape(Shape),
}

/// A fact with its words.
#[derive(Clone, Debug)]
pub(crate) struct Fired {
    /// What fired.
    pub(crate) fact: Fact,
    /// Its words: bytes of the line.
    pub(crate) words: Range<usize>,
    /// The end before, of a change.
    pub(crate) before: Option<Range<usize>>,
    /// The end after, of a change.
    pub(crate) after: Option<Range<usize>>,
    /// The particular thing the claim around it acts on.
    pub(crate) object: Option<Range<usize>>,
    /// That thing is a name that takes no article.
    pub(crate) is_name: bool,
    /// How much more (or less) it matters here than elsewhere.
    pub(crate) bonus: i16,
}

impl Fired {
    /// True when the fact sets off a trigger.
    pub(crate) fn sets_off(&self, trigger: &Trigger, pack: &RolePack) -> bool {
        match (trigger, &self.fact) {
            (Trigger::Change(wanted), Fact::Change(found))
            | (Trigger::Size(wanted), Fact::Size(found)) => wanted == found,
            (Trigger::Concepts(ids), Fact::Concept(found)) => {
                ids.contains(&pack.concepts[*found].id)
            }
            // Patterns and practices are skills, too, under the same ids.
            (Trigger::Concepts(ids) | Trigger::Skills(ids), Fact::Skill(found)) => {
                let id = pack.vocabulary.skill(*found).id.as_str();
                ids.iter().any(|wanted| wanted == id)
            }
            (Trigger::Category(wanted), Fact::Skill(found)) => {
                *wanted == pack.vocabulary.skill(*found).category
            }
            (Trigger::Act(wanted), Fact::Act(found)) => wanted == found,
            (Trigger::Verbs(lemmas), Fact::Verb(found)) => {
                lemmas.contains(&pack.verbs[*found].lemma)
            }
            (Trigger::Signal(wanted), Fact::Signal(found)) => wanted == found,
            (Trigger::Shape(wanted), Fact::Shape(found)) => wanted == found,
            _ => false,
        }
    }
}

/// A time that somebody waits for, in seconds; a longer one is a duration.
const LATENCY: f64 = 60.0;
/// The same where a percentile is given.
const LATENCY_WITH_PERCENTILE: f64 = 300.0;
/// Things per second below which they are counted by the day, week or month.
const RARE: f64 = 0.01;
/// Most characters from an outcome to the end of its clause.
const NEAR: usize = 40;
/// In a line about people what they learned about is asked later.
const BESIDE_PEOPLE: i16 = -30;
/// Verbs of testing.
const TESTING: [&str; 9] = [
    "test", "unit-test", "smoke-test", "soak-test", "stress-test", "property-test", "fuzz",
    "backtest", "replay",
];
/// A count from which the size of a thing changes how it is built.
const MANY: f64 = 20.0;
/// Facts inside what was done matter more than those that say where it was done.
const INSIDE_MECHANISM: i16 = 4;
/// Facts of a summary are asked about where the work is told.
const OUTSIDE_BULLETS: i16 = -24;

/// All facts of a line, in the order they are looked for.
pub(crate) fn fired(line: &Line<'_>, pack: &RolePack) -> Vec<Fired> {
    let reader = Reader { line, facts: &line.facts, pack };
    let mut all = Vec::new();
    reader.figures(&mut all);
    reader.terms(&mut all);
    reader.claims(&mut all);
    for (shape, words) in shape::shapes(line, pack) {
        all.push(reader.at(Fact::Shape(shape), words));
    }
    let grows = shape::grows(line, pack);
    for one in &mut all {
        let inside =
            |range: &Range<usize>| range.start <= one.words.start && one.words.end <= range.end;
        let of_shape = matches!(one.fact, Fact::Shape(_));
        if line.facts.mechanisms.iter().any(|mechanism| inside(&mechanism.range)) && !of_shape {
            one.bonus += INSIDE_MECHANISM;
        }
        let of_people = matches!(one.fact, Fact::Verb(_));
        if grows && !of_people {
            one.bonus += BESIDE_PEOPLE;
        }
        let is_own = matches!(
            one.fact,
            Fact::Shape(Shape::ScopeLine | Shape::ProjectLine | Shape::Publication) | Fact::Verb(_)
        );
        if line.part != Part::Bullet && !is_own {
            one.bonus += OUTSIDE_BULLETS;
        }
    }
    all
}

struct Reader<'a> {
    line: &'a Line<'a>,
    facts: &'a Facts,
    pack: &'a RolePack,
}

impl Reader<'_> {
    /// A fact with the thing that the claim around it acts on.
    fn at(&self, fact: Fact, words: Range<usize>) -> Fired {
        let around = |claim: &&Claim| {
            claim.range.start <= words.start && words.start < claim.range.end.max(words.start + 1)
        };
        let specific = |claim: &Claim| {
            let object = claim.object.as_ref()?;
            // A line that begins with it was read without a verb, and may be read wrong.
            (object.specificity == Specificity::Specific && object.range.start > 0)
                .then(|| object.range.clone())
        };
        let object = self.facts.claims.iter().rev().find(around).and_then(specific);
        let is_name = object.as_ref().is_some_and(|object| {
            self.facts.skills.iter().any(|skill| skill.range == *object)
                || self.line.text[object.clone()].chars().all(|c| !c.is_whitespace())
                    && self.line.text[object.clone()].starts_with(char::is_uppercase)
        });
        Fired { fact, words, before: None, after: None, object, is_name, bonus: 0 }
    }

    /// Changes and sizes.
    fn figures(&self, all: &mut Vec<Fired>) {
        for change in &self.facts.changes {
            let before = change.before.as_ref().map(|end| &self.line.text[end.range.clone()]);
            // `from 6-second to 2-second segments` sizes the segments; nobody waited for them.
            if before.is_some_and(|before| before.contains('-')) {
                continue;
            }
            let fact = Fact::Change(measure_of_change(change));
            let mut fired = self.at(fact, change.range.clone());
            let range = |end: &Option<facts::End>| end.as_ref().map(|end| end.range.clone());
            (fired.before, fired.after) = (range(&change.before), range(&change.after));
            all.push(fired);
        }
        for quantity in self.facts.measured() {
            let changed = |change: &Change| {
                change.range.start <= quantity.range.start && quantity.range.end <= change.range.end
            };
            // How many things a test ran on is no size of a system.
            let tests =
                quantity.dimension == Dimension::Count && is_about_tests(self.facts, self.pack);
            let of_size =
                matches!(quantity.role, Role::Denominator | Role::Level | Role::Count) && !tests;
            let aside = quantity.counts_people || quantity.own_team || quantity.counts_effort;
            if !of_size || aside || self.facts.changes.iter().any(changed) {
                continue;
            }
            if let Some(measure) =
                measure_of_size(quantity, &self.line.text[quantity.range.clone()])
            {
                all.push(self.at(Fact::Size(measure), quantity.range.clone()));
            }
        }
    }

    /// Concepts, skills and signals; each once, where it stands first.
    fn terms(&self, all: &mut Vec<Fired>) {
        let mut seen = Vec::new();
        for concept in &self.facts.concepts {
            // Words of two sentences make no name.
            let one_sentence = !self.line.text[concept.range.clone()].contains([';', '.']);
            if one_sentence && !seen.contains(&concept.concept) {
                seen.push(concept.concept);
                all.push(self.at(Fact::Concept(concept.concept), concept.range.clone()));
            }
        }
        let mut seen = Vec::new();
        for skill in self.facts.skills.iter().filter(|skill| !skill.negated) {
            if !seen.contains(&skill.skill) {
                seen.push(skill.skill);
                all.push(self.at(Fact::Skill(skill.skill), skill.range.clone()));
            }
        }
        let mut seen = Vec::new();
        for signal in &self.facts.signals {
            let text = &self.line.text[signal.range.clone()];
            let beside = match signal.signal {
                Signal::Reach => self.reaches_by_growing(&signal.range),
                Signal::Outcome => !tells_absence(text),
                _ => false,
            };
            if !seen.contains(&signal.signal) && !beside {
                seen.push(signal.signal);
                let mut range = signal.range.clone();
                if signal.signal == Signal::Outcome {
                    range.end = self.clause_end(range.end);
                }
                all.push(self.at(Fact::Signal(signal.signal), range));
            }
        }
    }

    /// Where the clause around a byte ends, if that is near: `no longer` says nothing without it.
    fn clause_end(&self, from: usize) -> usize {
        let rest = &self.line.text[from..];
        let end = rest.find([',', ';', '.', '(']).unwrap_or(rest.len());
        if rest[..end].chars().count() <= NEAR { from + end } else { from }
    }

    /// `mentored`, `promoted`: reach of another kind than that of a thing others adopted.
    fn reaches_by_growing(&self, range: &Range<usize>) -> bool {
        let verbs = &self.facts.verbs;
        let own = verbs.iter().any(|verb| {
            verb.entry(self.pack).act == Act::Grow
                && verb.range.start < range.end
                && range.start < verb.range.end
        });
        own || self.line.text[range.clone()].to_lowercase().starts_with("promot")
    }

    /// Verbs of claims that name work, and what kind of act they are.
    fn claims(&self, all: &mut Vec<Fired>) {
        for claim in &self.facts.claims {
            let Some(verb) = claim.verb.as_ref().filter(|_| !claim.is_list && !claim.is_duty)
            else {
                continue;
            };
            let entry = verb.entry(self.pack);
            let opens = matches!(verb.position, Position::Opening | Position::Clause);
            // `Publishing and download counts`: above the bullets a verb is often a noun.
            let titles = self.line.part != Part::Bullet && entry.act != Act::Own;
            if !opens || titles || matches!(entry.strength, Strength::Weak | Strength::Inflated) {
                continue;
            }
            let about_tests = |object: &Range<usize>| {
                self.facts.signals.iter().any(|signal| {
                    signal.signal == Signal::Testing
                        && signal.range.start < object.end
                        && object.start < signal.range.end
                })
            };
            let mut fired = self.at(Fact::Verb(verb.verb), verb.range.clone());
            all.push(fired.clone());
            if TESTING.contains(&entry.lemma.as_str()) && !self.facts.has(Signal::Testing) {
                all.push(Fired { fact: Fact::Signal(Signal::Testing), ..fired.clone() });
            }
            // The first version of a test suite is no product.
            let tests = entry.act == Act::Create && fired.object.as_ref().is_some_and(about_tests);
            if entry.strength == Strength::Strong && !tests {
                fired.fact = Fact::Act(entry.act);
                all.push(fired);
            }
        }
    }
}

fn measure_of_change(change: &Change) -> Measure {
    if change.is_worded() {
        return Measure::Worded;
    }
    // `by 40%` is a factor of something that is not on the page, and no share.
    let share = matches!(change.dimension, Dimension::Percent | Dimension::Points);
    if share && change.before.is_none() && change.after.is_none() {
        return Measure::Factor;
    }
    let ends = [&change.before, &change.after];
    let largest = ends.into_iter().flatten().filter_map(|end| end.value).fold(0.0_f64, f64::max);
    let measure = measure(change.dimension, largest, change.percentile.is_some());
    measure.unwrap_or(Measure::Count)
}

/// What a size measures; `None` where no panel would ask about it.
fn measure_of_size(quantity: &Quantity, text: &str) -> Option<Measure> {
    let measure = measure(quantity.dimension, quantity.value, false)?;
    let asks = match measure {
        Measure::Count => quantity.value >= MANY && !text.contains('-') && quantity.noun.is_some(),
        Measure::Throughput | Measure::Volume | Measure::Money => !text.contains('-'),
        Measure::Share => quantity.role == Role::Level,
        _ => false,
    };
    let of_tests = quantity.noun.as_deref() == Some("tests");
    (asks && !of_tests).then_some(measure)
}

fn measure(dimension: Dimension, value: f64, has_percentile: bool) -> Option<Measure> {
    Some(match dimension {
        Dimension::Time if value < LATENCY => Measure::Latency,
        Dimension::Time if has_percentile && value < LATENCY_WITH_PERCENTILE => Measure::Latency,
        Dimension::Time => Measure::Duration,
        Dimension::Rate if value < RARE => Measure::Frequency,
        Dimension::Rate | Dimension::Bandwidth => Measure::Throughput,
        Dimension::Bytes => Measure::Volume,
        Dimension::Money => Measure::Money,
        Dimension::Percent | Dimension::Points => Measure::Share,
        Dimension::Ratio => Measure::Factor,
        Dimension::Count => Measure::Count,
        Dimension::Frequency | Dimension::Energy => Measure::Other,
        Dimension::Bare => return None,
    })
}

/// An outcome that is told by what is gone: `without downtime`, `none recurred`.
fn tells_absence(words: &str) -> bool {
    let absent = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        matches!(
            word.as_str(),
            "no" | "none" | "never" | "without" | "zero" | "cannot" | "nothing" | "anymore" | "not"
        )
    };
    words.split_whitespace().any(absent)
}

/// The line tells of tests.
pub(crate) fn is_about_tests(facts: &Facts, pack: &RolePack) -> bool {
    let mut verbs = facts.verbs.iter().map(|verb| verb.entry(pack).lemma.as_str());
    facts.has(Signal::Testing) || verbs.any(|lemma| TESTING.contains(&lemma))
}
