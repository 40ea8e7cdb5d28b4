//! Text to typed facts, each with the bytes it was read from.
//!
//! [`Facts::read`] is a pipeline of small steps; each takes what the steps before it found:
//!
//! 1. [`lex`]: tokens, and [`mark`]: what the role knows about each;
//! 2. [`quantity`]: numbers with what they measure: [`number`], [`measure`], [`mod@unit`], [`counted`],
//!    [`fraction`] ([`name`] tells which numbers measure nothing);
//! 3. [`verb`]: verbs where verbs can stand, and [`clause`]: where sentences have theirs;
//! 4. [`change`]: before and after ([`pair`], [`contrast`], [`retold`]), one end ([`end`]), by how much ([`delta`]), in other words ([`then`]);
//!    [`percentile`] and [`role`] complete quantities;
//! 5. [`concept`] and [`signal`]: techniques and small signals by any of their names, and
//!    [`outcome`], [`denial`] and [`verified`]: what came of it in words;
//! 6. [`mechanism`], [`cause`] and [`design`]: how it was done, [`reason`]: when, why and what follows,
//!    and [`check`]: how it was verified;
//! 7. [`claim`], [`object`] and [`phrase`]: what was done to which thing.
//!
//! No step looks at who wrote the text, and none knows a grade: facts describe, `lint` judges.

mod cause;
mod change;
mod check;
mod claim;
mod clause;
mod concept;
mod contrast;
mod counted;
mod delta;
mod denial;
mod design;
mod end;
mod fraction;
mod lex;
mod mark;
mod measure;
mod mechanism;
mod name;
mod number;
mod object;
mod outcome;
mod pair;
mod percentile;
mod phrase;
mod quantity;
mod reason;
pub mod requirement;
mod retold;
mod role;
mod signal;
mod then;
mod trouble;
mod unit;
mod verb;
mod verified;

use std::ops::Range;

use roles::{Mention, RolePack, Word, words};

pub use change::{Change, End};
pub use claim::Claim;
pub use concept::ConceptUse;
pub use mechanism::Mechanism;
pub use object::{Object, Specificity};
pub use quantity::{Quantity, Role};
pub use roles::Signal;
pub use signal::SignalUse;
pub use unit::Dimension;
pub use verb::{Position, VerbUse};

/// Everything read from one text: a bullet, or a sentence of a summary.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Its words.
    pub words: Vec<Word>,
    /// Numbers with what they measure.
    pub quantities: Vec<Quantity>,
    /// What changed.
    pub changes: Vec<Change>,
    /// Verbs.
    pub verbs: Vec<VerbUse>,
    /// Techniques.
    pub concepts: Vec<ConceptUse>,
    /// Products, languages, protocols.
    pub skills: Vec<Mention>,
    /// Reach, production, proof, operations, testing.
    pub signals: Vec<SignalUse>,
    /// Bytes of the clauses that say when, why or what follows: `if the first heartbeat fails`.
    pub reasons: Vec<Range<usize>>,
    /// Bytes of the checks of a whole that were done: `compared every message for a month`.
    pub checks: Vec<Range<usize>>,
    /// How it was done.
    pub mechanisms: Vec<Mechanism>,
    /// What was done to which thing; together they cover the text.
    pub claims: Vec<Claim>,
    /// Particular things named anywhere in the text.
    pub things: Vec<Object>,
}

impl Facts {
    /// Reads a text with the words a role knows.
    pub fn read(text: &str, pack: &RolePack) -> Self {
        let words = words(text);
        let skills = pack.vocabulary.mentions(text);
        let mut names: Vec<Range<usize>> = skills.iter().map(|skill| skill.range.clone()).collect();
        names.sort_by_key(|name| (name.start, name.end));
        let mut tokens = lex::tokens(text);
        mark::mark(&mut tokens, &words, &names, pack);

        let mut quantities = quantity::quantities(&tokens);
        let verbs = verb::verbs(text, &words, &tokens, pack);
        percentile::attach(&tokens, &mut quantities);
        let scene = change::Scene { tokens: &tokens, verbs: &verbs, pack };
        let outcomes = outcome::outcomes(&tokens);
        let changes = change::changes(&scene, &mut quantities, &outcomes);
        role::assign(&tokens, &mut quantities, &verbs);
        for quantity in quantities.iter_mut().filter(|q| q.dimension == Dimension::Count) {
            let noun = quantity.noun.as_deref();
            quantity.counts_people = noun.is_some_and(|noun| pack.signals.names_people(noun));
            quantity.counts_effort = noun.is_some_and(|noun| pack.signals.effort.contains(noun));
        }

        let concepts = concept::concepts(&words, pack);
        let signals = signal::signals(&words, &outcomes, pack);
        let nouns = phrase::Nouns::new(&tokens, &quantities);
        let source = mechanism::Source {
            nouns: &nouns,
            words: &words,
            verbs: &verbs,
            concepts: &concepts,
            changes: &changes,
            outcomes: &outcomes,
            pack,
        };
        let mechanisms = mechanism::mechanisms(&source);

        let mut terms = names;
        terms.extend(concepts.iter().map(|concept| concept.range.clone()));
        terms.sort_by_key(|term| (term.start, term.end));
        let things = object::things(&nouns);
        let source = claim::Source { text, words: &words, nouns: &nouns, verbs: &verbs, pack };
        let claims = claim::claims(&source, &terms, &things);
        Self {
            words,
            quantities,
            changes,
            verbs,
            concepts,
            skills,
            signals,
            reasons: reason::reasons(&nouns),
            checks: check::checks(&tokens),
            mechanisms,
            claims,
            things,
        }
    }

    /// Quantities that measure something; bare numbers are left out.
    pub fn measured(&self) -> impl Iterator<Item = &Quantity> {
        self.quantities.iter().filter(|quantity| quantity.dimension != Dimension::Bare)
    }

    /// True when the signal stands in the text.
    pub fn has(&self, signal: Signal) -> bool {
        self.signals.iter().any(|found| found.signal == signal)
    }

    /// True when a claim of the text can carry credit, see [`Claim::is_substantial`].
    pub fn is_substantial(&self, pack: &RolePack) -> bool {
        self.claims.iter().any(|claim| claim.is_substantial(pack))
    }

    /// Counts of people or groups of people.
    pub fn people(&self) -> impl Iterator<Item = &Quantity> {
        self.measured().filter(|quantity| quantity.counts_people)
    }
}
