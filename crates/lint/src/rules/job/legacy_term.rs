//! `legacy-term`: a technical term with a harmful picture in it.

use resume::{Fix, Severity};

use crate::job::{JobContext, cased, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// A technical term has a harmful picture in it.
    ///
    /// ## Why
    /// The field has moved on: databases have primaries and replicas, firewalls have allowlists. The
    /// old words date the posting, and some readers with it.
    ///
    /// ## What to do
    /// Use the current word; there is a fix. Names of an API between quotes or in code stay.
    ///
    /// ```duties,flagged
    /// - Keep the whitelist of partner addresses
    /// - Run master/slave replication of the ledger
    /// - Move grandfathered tariffs to the new tables
    /// ```
    /// ```duties,clean
    /// - Keep the allowlist of partner addresses
    /// - Run the ledger's primary and its replicas
    /// - Retire the `whitelist` endpoint and the ip_blacklist column
    /// - Merge to the master branch behind a flag
    /// - Keep master data of 40 depots
    /// ```
    "legacy-term", Severity::Info => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    for text in &cx.texts {
        for found in cx.wording.legacy.find(&text.words) {
            let range = text.bytes(&found.words);
            if text.is_quoted(&range) {
                continue;
            }
            let said = text.said(&range);
            let message = format!("\"{said}\" has a current name");
            let Some(instead) = cx.wording.legacy.instead(&found) else { continue };
            let fix = Fix::replace(
                format!("Write \"{instead}\""),
                text.path.clone(),
                text.offset + range.start..text.offset + range.end,
                cased(said, instead),
            );
            findings.add_said(text, range, message, format!("write \"{instead}\"")).fix = Some(fix);
        }
    }
}
