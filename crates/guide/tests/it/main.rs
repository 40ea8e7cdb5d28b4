//! The guide against small pages.

mod gaps;
mod stages;
mod totals;
