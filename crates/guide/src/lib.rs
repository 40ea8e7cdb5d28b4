//! The career guide: what a stage asks for, what a page shows of it, and what to do next.
//!
//! The knowledge is data ([`roles::guide`]); this crate compares it with a resume, with what its
//! author says of themselves ([`resume::Assessment`]) and with itself:
//!
//! - [`StageView::of`]: a stage with its duties, skills, steps and ways on;
//! - [`Gaps::of`]: skill by skill what the page proves, what is only named, what is not stated;
//! - [`Next::of`]: what the next stage asks for in addition, computed from the needs of the grade;
//! - [`Ways::of`]: what neighboring roles ask for in addition;
//! - [`PayView::of`]: what is known about pay, and how old it is;
//! - [`questionnaire`]: the file to assess oneself with.
//!
//! Each of them in words for people is in [`words`].
//!
//! A page that does not state a skill says nothing about its author, and no result here does.

mod gaps;
mod named;
mod needs;
mod next;
mod page;
mod pay;
mod questionnaire;
mod stage;
mod ways;
pub mod words;

pub use gaps::{Gap, Gaps, Situation};
pub use named::{Exercise, LevelOf};
pub use needs::{Ask, AskKind, StageChange};
pub use next::{Next, NextStep};
pub use page::{Page, Shows, Standing};
pub use pay::{AgedBand, AgedOutlook, AgedWage, PayView, STALE_MONTHS};
pub use questionnaire::{Scope, questionnaire};
pub use stage::{StageView, Usual};
pub use ways::{Basis, Delta, Way, Ways};
