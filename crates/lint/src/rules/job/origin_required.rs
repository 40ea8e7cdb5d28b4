//! `origin-required`: where somebody comes from, instead of what somebody can do.

use resume::Severity;

use crate::job::{JobContext, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// The job asks where somebody comes from.
    ///
    /// ## Why
    /// "Native speaker" asks for a birth, where the work asks for a language. It excludes people who
    /// write better than most natives, and many countries forbid it.
    ///
    /// ## What to do
    /// Name the language and the level the work needs: "English at C1: you write design documents".
    /// Where a law asks for citizenship, name the law; then nothing is found.
    ///
    /// ```must,flagged
    /// - Native English speaker
    /// - German as mother tongue
    /// - US citizens only
    /// - No accent
    /// ```
    /// ```must,clean
    /// - Professional working proficiency in English
    /// - Cloud-native services and React Native clients
    /// - US citizens only, as ITAR export control asks for this project
    /// - You can work in the EU, or we sponsor a visa
    /// ```
    "origin-required", Severity::Error => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    for text in cx.wording_texts() {
        for found in cx.wording.origin.find(&text.words) {
            let range = text.bytes(&found.words);
            let said = text.said(&range);
            let is_papers = cx.wording.citizenship.is_said(&text.words[found.words.clone()]);
            if is_papers && cx.wording.clearance.is_said(&text.words) {
                continue;
            }
            let hint = if is_papers {
                "ask for a permit to work; where a law asks for citizenship, name the law"
            } else {
                "name the language and the level the work needs: \"English at C1\""
            };
            findings.add_said(text, range, format!("\"{said}\" asks for an origin"), hint);
        }
    }
}
