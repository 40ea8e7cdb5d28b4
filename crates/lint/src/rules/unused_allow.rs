//! `unused-allow`: an allowance that silences nothing.

use resume::Severity;

use crate::allow::in_review;
use crate::rule::{Topic, declare_rule};

declare_rule! {
    /// An entry of `vitae.allow` silences nothing.
    ///
    /// ## Why
    /// What it was written for is gone, or it points to a place that is not on the page. Left
    /// where it is, it would hide the next finding of its kind, which may be a real one.
    ///
    /// ## What to do
    /// Remove it. If the bullet moved, correct `at`; a bullet with an `id` can be named by it
    /// wherever it goes.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - highlights: [Wrote the backfill for the parcel index]
    /// vitae:
    ///   allow:
    ///     - {rule: weak-opening, reason: The team was named by the client}
    /// ```
    /// ```yaml,flagged
    /// work:
    ///   - highlights: [Helped with the parcel index]
    /// vitae:
    ///   allow:
    ///     - {rule: weak-opening, at: "work[3].highlights[0]", reason: A joint effort by contract}
    /// ```
    /// ```yaml,flagged
    /// work:
    ///   - highlights: [Helped with the parcel index]
    /// vitae:
    ///   allow:
    ///     - {rule: weak-opening, at: "work[0]", reason: A joint effort by contract}
    ///     - {rule: weak-opening, at: "work[0]", reason: The same once more}
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - highlights: [Helped with the parcel index]
    /// vitae:
    ///   allow:
    ///     - {rule: weak-opening, at: "work[0].highlights[0]", reason: A joint effort by contract}
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - highlights:
    ///       - {id: index, text: Helped with the parcel index}
    /// vitae:
    ///   allow:
    ///     - {rule: weak-opening, at: index, reason: A joint effort by contract}
    /// ```
    "unused-allow", Severity::Info, Topic::Format => in_review
}
