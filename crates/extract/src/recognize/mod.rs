//! What a line or a part of it says: dates, contact data, places, titles, employers, schools,
//! degrees, people, headings, languages and skills.
//!
//! Everything here looks at one `&str` and nothing around it; layout and sections belong to the
//! caller. Ranges are bytes of that text. Scores go from 0 to 1. Words are compared folded (no
//! case, no accents), lists are data in `data/`, read when the first text asks for them: a file
//! that is no document pays nothing.
//!
//! The lists live here and not in the role packs: every check loads a pack, only documents need
//! these. They are kept as plain lines that are cut and sorted in place, because that costs less
//! than any format with quotes.

pub(crate) mod contact;
pub(crate) mod dates;
pub(crate) mod headings;
pub(crate) mod languages;
pub(crate) mod looks;
pub(crate) mod memory;
pub(crate) mod place;
pub(crate) mod skills;
pub(crate) mod text;

#[cfg(test)]
mod hostile;
