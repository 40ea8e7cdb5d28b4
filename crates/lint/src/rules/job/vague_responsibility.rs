//! `vague-responsibility`: a duty that names no system, no users and no result.

use resume::Severity;

use crate::job::{JobContext, Kind, declare_job_rule, is_product};
use crate::rule::Findings;

/// A duty of more words says something beside the phrase.
const LONG: usize = 16;

declare_job_rule! {
    /// A duty names no system, no users and no result.
    ///
    /// ## Why
    /// "Various tasks" and "best practices" fit every job of the field, so they tell nobody why this
    /// one is worth a move, and nobody can ask about them in an interview. A duty that names a
    /// product or a number is left alone, whatever else it says.
    ///
    /// ## What to do
    /// Name the system, who uses it, and what is to change in the first 90 days.
    ///
    /// ```duties,flagged
    /// - Work on various tasks as required
    /// - Assist with the development of features
    /// - Follow best practices
    /// - Help maintain our mission-critical systems
    /// - Other duties as assigned
    /// ```
    /// ```duties,clean
    /// - Help move the tariff importer from nightly files to Kafka
    /// - Keep the seat map below 200 ms, which is mission critical on Friday evenings
    /// - Assist the carriers' support desk when a booking is stuck
    /// - Write the importer that reads tariffs of 40 carriers every night
    /// ```
    "vague-responsibility", Severity::Info => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    for text in cx.of_kinds(&[Kind::Duty, Kind::Outcome]) {
        let found = cx.wording.vague_duties.find(&text.words);
        let Some(found) = found.first() else { continue };
        let names_something = text.words.len() > LONG
            || text.text.contains(|c: char| c.is_ascii_digit())
            || cx
                .pack
                .vocabulary
                .mentions(text.text)
                .iter()
                .any(|mention| is_product(cx.pack.vocabulary.skill(mention.skill).category));
        if names_something {
            continue;
        }
        let range = text.bytes(&found.words);
        let message = format!("\"{}\" names no system and no result", text.said(&range));
        let hint = "name the system, who uses it, and what is to change in the first 90 days";
        findings.add_said(text, range, message, hint);
    }
}
