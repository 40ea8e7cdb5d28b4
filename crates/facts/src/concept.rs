//! Engineering concepts by any of their names.

use std::ops::Range;

use roles::{Concept, RolePack, Word};

/// A concept that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConceptUse {
    /// Bytes in the text.
    pub range: Range<usize>,
    /// Index into [`RolePack::concepts`].
    pub concept: usize,
}

impl ConceptUse {
    /// What the role pack knows about the concept.
    pub fn entry<'a>(&self, pack: &'a RolePack) -> &'a Concept {
        &pack.concepts[self.concept]
    }
}

/// All concepts of a text, the longest name at each place.
pub(crate) fn concepts(words: &[Word], pack: &RolePack) -> Vec<ConceptUse> {
    let matches = pack.concept_phrases.find(words).into_iter();
    matches
        .map(|found| ConceptUse {
            range: words[found.words.start].start..words[found.words.end - 1].end,
            concept: found.value,
        })
        .collect()
}
