//! `age-signal`: a word that asks for an age, or a ceiling to experience.

use resume::Severity;

use crate::job::{JobContext, Kind, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// A word asks for an age, or a ceiling limits experience.
    ///
    /// ## Why
    /// "Young, energetic team" and "1-3 years max" turn away people who can do the work, and in
    /// many countries a court may read them as a choice by age.
    ///
    /// ## What to do
    /// Describe the work and the stage. A floor is enough: the pay band says the rest. Programs for
    /// graduates may be called that; the finding is then only a note.
    ///
    /// ```about,flagged
    /// Join a young, energetic team of digital natives.
    /// ```
    /// ```must,flagged
    /// - Recent college graduate
    /// - 1 to 3 years of experience with Go max
    /// - No more than 4 years of experience
    /// - Up to 5 years of experience in backend work
    /// ```
    /// ```must,clean
    /// - You have run a Go service in production for two years or more
    /// - 3-5 years of experience with payment systems
    /// - You can bring a mature codebase to PostgreSQL 16 without an outage
    /// - Queries that stay below 80 ms for up to 5 years of history
    /// ```
    /// ```about,clean
    /// Our customers are hospitals; the product is fresh from its first certification, and tech-savvy
    /// users ask for an API. High-energy physics was our first field.
    /// ```
    "age-signal", Severity::Error => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let hint = "describe the work and its stage, not who does it";
    for text in cx.wording_texts() {
        for found in cx.wording.age.find(&text.words) {
            let range = text.bytes(&found.words);
            let message = format!("\"{}\" asks for an age", text.said(&range));
            findings.add_said(text, range, message, hint);
        }
        for found in cx.wording.age_mild.find(&text.words) {
            let range = text.bytes(&found.words);
            let message = format!("\"{}\" may be read as an age", text.said(&range));
            findings.add_said(text, range, message, hint).severity = Severity::Info;
        }
    }
    for one in &cx.requirements {
        let Some(years) = &one.years else { continue };
        let Some(most) = years.max.or(years.min) else { continue };
        let Some(text) = cx.text_at(&one.path) else { continue };
        if !Kind::REQUIRED.contains(&text.kind) || !is_ceiling(text.text, &years.range) {
            continue;
        }
        let message = format!("{most} years are a ceiling to experience");
        findings.add_at(
            one.path.clone(),
            years.range.clone(),
            message,
            "leave out the upper end; the pay band says for whom it is",
        );
    }
}

/// True when the words beside a number of years make its upper end a limit: `max`, `up to`. A range
/// alone is an estimate.
fn is_ceiling(text: &str, range: &std::ops::Range<usize>) -> bool {
    const BEFORE: [&str; 9] = [
        "max", "max.", "maximum", "maximum of", "up to", "no more than", "not more than",
        "at most", "less than",
    ];
    const AFTER: [&str; 3] = ["max", "maximum", "at most"];
    let before = text.get(..range.start).unwrap_or_default().trim_end().to_lowercase();
    let said = text.get(range.clone()).unwrap_or_default().to_lowercase();
    // The next few words: `of experience max`.
    let after = text.get(range.end..).unwrap_or_default().to_lowercase();
    let after: Vec<&str> = after
        .split(['.', ';', ','])
        .next()
        .unwrap_or_default()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(8)
        .collect();
    let joined = after.join(" ");
    BEFORE.iter().any(|word| before.ends_with(word) || said.starts_with(word))
        || AFTER.iter().any(|word| joined.ends_with(word))
}
