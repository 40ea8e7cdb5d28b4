//! `unknown-allow`: an allowance for a rule that does not exist.

use resume::Severity;

use crate::allow::in_review;
use crate::rule::{Topic, declare_rule};

declare_rule! {
    /// An entry of `vitae.allow` names no rule that exists.
    ///
    /// ## Why
    /// It allows nothing, and whoever wrote it believes that something is settled.
    ///
    /// ## What to do
    /// Copy the rule's name from the brackets in a report: `warning[long-bullet]`.
    ///
    /// ```yaml,flagged
    /// vitae:
    ///   allow:
    ///     - {rule: long-bulet, reason: The second line carries the numbers}
    /// ```
    /// ```yaml,flagged
    /// vitae:
    ///   allow:
    ///     - {reason: The second line carries the numbers}
    /// ```
    /// ```yaml,clean
    /// vitae:
    ///   allow:
    ///     - {rule: long-bullet, reason: The second line carries the numbers}
    /// ```
    "unknown-allow", Severity::Warning, Topic::Format => in_review
}
