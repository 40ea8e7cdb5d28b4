//! What every surface does with one file in the same way, so that a page gets one verdict wherever
//! it is asked for: bytes become a resume ([`Source`]), a resume a report ([`Reviewed`]), a choice
//! of looks a page ([`Look`]), and what was made is read again before anybody gets it
//! ([`read_back`]). With a job it is compared ([`Comparison`]), cut down ([`tailor`],
//! [`with_variant`]) and asked about ([`Panel`], [`Sheet`]).
//!
//! The stages below never see each other; this is where they are put in line. It touches no file
//! and no clock, and knows nothing of terminals or browsers.

mod comparison;
pub mod earlier;
pub mod editable;
mod failure;
mod form;
pub mod line;
mod look;
pub mod markdown;
mod nearest;
mod panel;
mod paper;
mod read_back;
mod rendition;
mod review;
pub mod rules;
mod settings;
mod shape;
mod sheet;
mod source;
mod tailoring;
mod variant;
mod wording;

pub use comparison::{Comparison, Whole, nothing_to_match};
pub use failure::{Aid, Failure, Place};
pub use form::{Form, can_be_resume};
pub use look::{Choices, Look, Otherwise, shipped_template};
pub use nearest::nearest;
pub use panel::{Panel, Sought};
pub use paper::document_facts;
pub use read_back::read_back;
pub use rendition::Rendition;
pub use review::{Reviewed, Variant, shown};
pub use settings::template_hint;
pub use shape::{cut, refuse_unknown_entries, spare_what_was_read};
pub use sheet::{Block, Item, Sheet, SheetPage};
pub use source::{DocumentReader, Opened, Source, shown_name, too_large};
pub use tailoring::{Bench, Chosen, Tailored, Wanted, tailor, tailor_by_hand, without};
pub use variant::{is_variant_name, with_variant, with_variant_anew};
pub use wording::{number, on_paper, one_line, place};
