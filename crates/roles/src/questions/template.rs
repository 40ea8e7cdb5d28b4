//! The words of a question and the slots between them.

use super::{Shape, Trigger};

/// A part of a question's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// A place for words of the page.
    Slot(Slot),
    /// A slot by a name that does not exist; the checks refuse it.
    Unknown(&'a str),
}

/// A place for words of the page, or of the job. Each is filled with a span of it and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// The figure: `40k messages a second`; of a change both ends and what stands between.
    Quantity,
    /// The value before.
    Before,
    /// The value after.
    After,
    /// What the claim acts on: `route-sheet endpoint`.
    Object,
    /// The same with an article, where it is no name of a product: `the route-sheet endpoint`.
    TheObject,
    /// The words that name the concept.
    Concept,
    /// The words that name the skill.
    Skill,
    /// The verb, in lower case.
    Verb,
    /// The words that fired.
    Words,
    /// The requirement of the job.
    Requirement,
}

impl Slot {
    /// All slots.
    const ALL: [(Self, &'static str); 10] = [
        (Self::Quantity, "quantity"),
        (Self::Before, "before"),
        (Self::After, "after"),
        (Self::Object, "object"),
        (Self::TheObject, "the-object"),
        (Self::Concept, "concept"),
        (Self::Skill, "skill"),
        (Self::Verb, "verb"),
        (Self::Words, "words"),
        (Self::Requirement, "requirement"),
    ];

    /// The name between the braces.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(slot, _)| *slot == self).map_or("", |(_, name)| name)
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(slot, _)| *slot)
    }

    /// True when a fact of this kind can have the words for it.
    pub(super) fn fits(self, trigger: &Trigger) -> bool {
        let of_claim = matches!(self, Self::Object | Self::TheObject);
        match trigger {
            Trigger::Change(_) => {
                of_claim || matches!(self, Self::Quantity | Self::Before | Self::After)
            }
            Trigger::Size(_) => of_claim || self == Self::Quantity,
            Trigger::Concepts(_) => of_claim || self == Self::Concept,
            Trigger::Skills(_) | Trigger::Category(_) => of_claim || self == Self::Skill,
            Trigger::Act(_) | Trigger::Verbs(_) => of_claim || self == Self::Verb,
            Trigger::Shape(Shape::Team | Shape::People | Shape::CountsTests) => {
                of_claim || self == Self::Quantity
            }
            Trigger::Shape(Shape::Trait | Shape::JobDuty) => self == Self::Requirement,
            Trigger::Shape(Shape::Stale) => matches!(self, Self::Skill | Self::Requirement),
            Trigger::Shape(Shape::Related) => {
                matches!(self, Self::Skill | Self::Words | Self::Requirement)
            }
            Trigger::Signal(_) | Trigger::Shape(_) => of_claim || self == Self::Words,
            Trigger::Listed(_) => self == Self::Skill,
            Trigger::Requirement(_) => matches!(self, Self::Skill | Self::Requirement),
            Trigger::Exercise(_) | Trigger::Everyone(_) => false,
        }
    }
}

/// Splits a text at its slots.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else { break };
        if open > 0 {
            pieces.push(Piece::Words(&rest[..open]));
        }
        let name = &rest[open + 1..close];
        pieces.push(Slot::parse(name).map_or(Piece::Unknown(name), Piece::Slot));
        rest = &rest[close + 1..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[Piece<'_>]) {
        assert_eq!(pieces(text), expected, "{text}");
    }

    #[test]
    fn slots_stand_between_words() {
        let (quantity, object) = (Piece::Slot(Slot::Quantity), Piece::Slot(Slot::TheObject));
        check("Why?", &[Piece::Words("Why?")]);
        check("{quantity}: why?", &[quantity, Piece::Words(": why?")]);
        check("Who calls {the-object}", &[Piece::Words("Who calls "), object]);
        check("{quantity}{the-object}", &[quantity, object]);
        check("{color}", &[Piece::Unknown("color")]);
        check("a { b", &[Piece::Words("a { b")]);
        check("", &[]);
    }

    #[test]
    fn every_slot_has_its_name() {
        for (slot, name) in Slot::ALL {
            assert_eq!((slot.as_str(), Slot::parse(name)), (name, Some(slot)));
        }
    }
}
