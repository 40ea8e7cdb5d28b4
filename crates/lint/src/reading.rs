//! What several rules ask about a text of the page.

use std::ops::Range;

use facts::{Claim, ConceptUse, Dimension, Quantity, Role};
use resume::{FieldPath, Segment};
use roles::{Listed, Match, RolePack, Word, WordList};

use crate::page::{Part, Unit};

/// Words that end a noun phrase: what stands before one of them is whole.
const PHRASE_ENDS: WordList<44> = WordList::new([
    "a", "across", "after", "an", "and", "as", "at", "because", "before", "between", "but", "by",
    "during", "each", "every", "for", "from", "in", "into", "of", "on", "or", "our", "over", "per",
    "since", "so", "than", "that", "the", "through", "throughout", "to", "under", "until", "using",
    "via", "when", "where", "which", "while", "with", "within", "without",
]);

/// People: whoever a line is about, they are not what it built.
const PEOPLE: WordList<29> = WordList::new([
    "owner", "owners", "manager", "managers", "tester", "testers", "developer", "developers",
    "engineer", "engineers", "team", "teams", "client", "clients", "customer", "customers",
    "stakeholder", "stakeholders", "colleague", "colleagues", "user", "users", "member", "members",
    "analyst", "analysts", "lead", "leads", "designers",
]);

/// Words that a reader of facts may take for a thing, and a message should not quote.
const NO_NOUNS: WordList<26> = WordList::new([
    "sure", "able", "onsite", "offshore", "onshore", "daily", "weekly", "monthly", "new", "other",
    "various", "different", "many", "several", "multiple", "all", "it", "them", "this", "that",
    "part", "parts", "thing", "things", "everything", "work",
]);

/// Most words of a thing that a message quotes.
const QUOTED: usize = 6;

/// Most adverbs before the word that counts.
const MOST_ADVERBS: usize = 2;

impl Unit {
    /// The job, project or unpaid role that the text belongs to: `work[2]`.
    pub(crate) fn entry(&self) -> Option<FieldPath> {
        match self.part {
            Part::Label | Part::Summary => None,
            Part::ScopeLine => self.path.parent(),
            Part::Work | Part::Project | Part::Volunteer => self.path.parent()?.parent(),
        }
    }

    /// The steps to what [`Unit::entry`] gives; `None` where that is `None`.
    pub(crate) fn entry_steps(&self) -> Option<&[Segment]> {
        let steps = self.path.segments();
        let below = match self.part {
            Part::Label | Part::Summary => return None,
            Part::ScopeLine => 1,
            Part::Work | Part::Project | Part::Volunteer => 2,
        };
        steps.len().checked_sub(below).map(|count| &steps[..count])
    }

    /// True when one of the words is in a list of words in the form they are compared by.
    pub(crate) fn has_word(&self, list: &(impl Listed + ?Sized)) -> bool {
        self.facts.words.iter().any(|word| list.lists(&word.norm))
    }

    /// Concepts that say how: not those in the name of the thing itself (`the fare search`).
    pub(crate) fn techniques(&self) -> impl Iterator<Item = &ConceptUse> {
        let facts = &self.facts;
        facts.concepts.iter().filter(|concept| {
            let mut objects = facts.claims.iter().filter_map(|claim| claim.object.as_ref());
            !objects.any(|object| {
                object.range.start < concept.range.end && concept.range.start < object.range.end
            })
        })
    }

    /// A number that says how big something is: no change, no share, no duration, no effort.
    pub(crate) fn sizes(&self) -> impl Iterator<Item = &Quantity> {
        self.facts.measured().filter(|quantity| {
            let relative = matches!(
                quantity.dimension,
                Dimension::Percent | Dimension::Points | Dimension::Ratio | Dimension::Time
            );
            !relative && quantity.role != Role::Delta && !quantity.counts_effort
        })
    }

    /// Index of the first word that can open a claim: adverbs such as `actively` are passed over.
    pub(crate) fn first_word(&self) -> usize {
        let words = self.facts.words.iter().take(MOST_ADVERBS);
        words.take_while(|word| word.norm.len() > 4 && word.norm.ends_with("ly")).count()
    }

    /// The bytes of a row of words.
    pub(crate) fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        let all = &self.facts.words;
        match all.get(words.start).zip(words.end.checked_sub(1).and_then(|last| all.get(last))) {
            Some((first, last)) => first.start..last.end,
            None => 0..self.text.len(),
        }
    }

    /// The text of some bytes.
    pub(crate) fn said(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The words that stand inside some bytes.
    pub(crate) fn words_in(&self, range: &Range<usize>) -> &[Word] {
        let words = &self.facts.words;
        let first = words.partition_point(|word| word.start < range.start);
        let last = words.partition_point(|word| word.end <= range.end);
        words.get(first..last).unwrap_or_default()
    }

    /// The claim a byte belongs to.
    pub(crate) fn claim_at(&self, at: usize) -> Option<&Claim> {
        self.facts.claims.iter().find(|claim| claim.range.contains(&at))
    }

    /// What the text acts on first, as written, with the words that describe it; `None` where a
    /// message should not quote it.
    pub(crate) fn object(&self, pack: &RolePack) -> Option<&str> {
        let claim = self.facts.claims.iter().find(|claim| claim.object.is_some())?;
        let object = claim.object.as_ref()?;
        let from = claim.verb.as_ref().map_or(claim.range.start, |verb| verb.range.end);
        let mut start = object.range.start;
        for word in self.words_in(&(from..object.range.start)).iter().rev() {
            let gap = self.said(&(word.end..start));
            let glued = gap == "-" || gap == "/";
            if !glued && (!gap.trim().is_empty() || ends_phrase(word)) {
                break;
            }
            start = word.start;
        }
        let whole = start..object.range.end;
        self.is_quotable(&whole, pack).then(|| self.said(&whole))
    }

    /// True for a whole noun phrase with a word of its own: `tariff importer`, but not `bugs`,
    /// `SQL queries`, `actuaries about` or `sure`.
    pub(crate) fn is_quotable(&self, range: &Range<usize>, pack: &RolePack) -> bool {
        let words = self.words_in(range);
        let Some((first, last)) = words.first().zip(words.last()) else { return false };
        let next = self.words_in(&(range.end..self.text.len())).first();
        let ends = next.is_none_or(|next| {
            !self.said(&(last.end..next.start)).trim().is_empty() || ends_phrase(next)
        });
        let acts = pack.verb_forms.opens(words).is_some()
            && (words.len() == 1 || first.norm.ends_with("ed"));
        let own = |word: &Word| {
            let one = std::slice::from_ref(word);
            let named = self
                .facts
                .skills
                .iter()
                .any(|skill| skill.range.start <= word.start && word.end <= skill.range.end);
            let objects = &pack.objects;
            !named
                && word.norm.len() > 2
                && !ends_phrase(word)
                && !roles::is_one_of(&word.norm, &NO_NOUNS)
                && objects.generic_heads.opens(one).is_none()
                && objects.generic_modifiers.opens(one).is_none()
                && pack.lists.buzzwords.opens(one).is_none()
        };
        words.len() <= QUOTED
            && ends
            && !acts
            && !ends_phrase(first)
            && !ends_phrase(last)
            && !roles::is_one_of(&last.norm, &PEOPLE)
            && words.iter().any(own)
    }

    /// The bytes of all words, or of the whole text when it has none.
    pub(crate) fn whole(&self) -> Range<usize> {
        self.bytes(&(0..self.facts.words.len()))
    }

    /// True when one of the matched phrases is a whole noun phrase: `improved performance of`, but
    /// not `improved performance reviews`.
    pub(crate) fn is_whole(&self, found: &Match) -> bool {
        let words = &self.facts.words;
        let Some((last, next)) = words.get(found.words.end - 1).zip(words.get(found.words.end))
        else {
            return true;
        };
        !self.said(&(last.end..next.start)).trim().is_empty() || ends_phrase(next)
    }
}

/// True for a word before which a noun phrase ends: a preposition, an article, an adverb in `-ly`.
pub(crate) fn ends_phrase(word: &Word) -> bool {
    let norm = word.norm.as_str();
    roles::is_one_of(norm, &PHRASE_ENDS)
        || (norm.len() > 4 && norm.ends_with("ly"))
        || norm.starts_with(|c: char| c.is_ascii_digit())
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn listed<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_end_a_phrase() {
        for (text, expected) in
            [("of", true), ("12", true), ("greatly", true), ("reviews", false), ("fly", false)]
        {
            assert_eq!(ends_phrase(&roles::words(text)[0]), expected, "{text}");
        }
    }

    #[test]
    fn lists_read_as_people_write_them() {
        assert_eq!(listed::<&str>(&[]), "");
        assert_eq!(listed(&["Go"]), "Go");
        assert_eq!(listed(&["Go", "Rust", "C"]), "Go, Rust and C");
    }
}
