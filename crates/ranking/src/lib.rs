//! Puts what applicants show of one job into bands and an order.
//!
//! The only input is a [`Coverage`](resume::coverage::Coverage) and a key made from the content of the file: nothing here could
//! know a name, a school or an employer. Nothing here decides anything either: a band says what is
//! shown, the order says in which order to read, and nobody is turned down.

mod band;
mod change;
mod order;
pub mod report;

pub use band::Band;
pub use change::{Cause, Change, changes};
pub use order::{Entry, Standing, order};
