//! What every surface does with one file in the same way, so that a page gets one verdict wherever
//! it is asked for: bytes become a resume ([`Source`]), a resume a report ([`Reviewed`]), a choice
//! of looks a page ([`Look`]), and what was made is read again before anybody gets it
//! ([`read_back`]).
//!
//! The stages below never see each other; this is where they are put in line. It touches no file
//! and no clock, and knows nothing of terminals or browsers.

pub mod editable;
mod failure;
mod form;
pub mod line;
mod look;
mod nearest;
mod paper;
mod read_back;
mod rendition;
mod review;
pub mod rules;
mod settings;
mod shape;
mod source;

pub use failure::{Failure, Place};
pub use form::{Form, can_be_resume};
pub use look::{Choices, Look, Otherwise, shipped_template};
pub use nearest::nearest;
pub use paper::document_facts;
pub use read_back::read_back;
pub use rendition::Rendition;
pub use review::{Reviewed, Variant, shown};
pub use settings::template_hint;
pub use shape::{cut, refuse_unknown_entries, spare_what_was_read};
pub use source::{Opened, Source, shown_name, too_large};
