//! `hard-to-read`: long sentences, nouns for verbs, abbreviations nobody explains.

use std::collections::BTreeSet;

use resume::Severity;

use crate::job::{JobContext, JobText, Kind, declare_job_rule, sentences};
use crate::rule::Findings;

/// Words of a sentence that is read at once.
const LONGEST: usize = 25;
/// Nobody writes a sentence of more words: it is a list whose line ends got lost.
const MOST: usize = 80;
/// Places of one kind that are shown; a job with more has its message.
const SHOWN: usize = 3;

declare_job_rule! {
    /// A sentence is long, a noun stands for a verb, or an abbreviation is not explained.
    ///
    /// ## Why
    /// A job is read on a phone, between two others, often in a second language. Sentences of more
    /// than 25 words are read twice or not at all, and an abbreviation of your own house tells
    /// outsiders that they are outsiders. Three places of each kind are shown.
    ///
    /// ## What to do
    /// Make two sentences, use the verb ("handles" for "is responsible for"), and write an
    /// abbreviation out where it stands first.
    ///
    /// ```about,flagged
    /// You will be working with a cross-functional group of people from product, design, operations
    /// and finance in order to find out together which of the many possible changes to the planner
    /// brings the most to the depots that use it every day.
    /// ```
    /// ```duties,flagged
    /// - Be responsible for the ledger
    /// - Drive the implementation of the new ledger
    /// - Maintain the QZRP
    /// ```
    /// ```duties,clean
    /// - Handle incidents of the ledger: page, mitigate, write the review
    /// - Maintain the QZRP (Quota and Zone Routing Planner), which the QZRP team of the depot runs
    /// - Run REST and gRPC services on AWS within their SLOs
    /// ```
    /// ```about,clean
    /// You will work with people from product, design and finance. Together you decide which change
    /// to the planner comes next. The depots that use it every day tell you what it brought.
    /// ```
    "hard-to-read", Severity::Info => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let prose = || {
        cx.wording_texts()
            .filter(|text| !text.kind.is_legal() && !matches!(text.kind, Kind::Title | Kind::Note))
    };
    long_sentences(prose(), findings);
    let mut shown = 0;
    for text in prose() {
        for found in cx.wording.nominal.find(&text.words) {
            let instead = cx.wording.nominal.instead(&found).unwrap_or_default();
            let range = text.bytes(&found.words);
            if shown < SHOWN {
                let message = format!("\"{}\" hides a verb", text.said(&range));
                let hint = format!("write \"{instead}\" and rebuild the sentence around it");
                findings.add_said(text, range, message, hint);
            }
            shown += 1;
        }
    }
    abbreviations(cx, findings);
}

fn long_sentences<'a, 'b: 'a>(
    texts: impl Iterator<Item = &'a JobText<'b>>,
    findings: &mut Findings<'_>,
) {
    let mut shown = 0;
    for text in texts {
        for (start, sentence) in sentences(text.text) {
            let words = sentence.split_whitespace().filter(|word| is_word(word)).count();
            // What a colon announces is a list.
            let is_list = words > MOST || sentence.matches(',').count() * 5 >= words;
            if words <= LONGEST || is_list {
                continue;
            }
            if shown < SHOWN {
                let lead = sentence.len() - sentence.trim_start().len();
                let range = start + lead..start + sentence.trim_end().len();
                let message = format!("this sentence has {words} words");
                findings.add_said(text, range, message, "make two sentences of it");
            }
            shown += 1;
        }
    }
}

fn is_word(word: &str) -> bool {
    word.contains(char::is_alphanumeric)
}

/// Abbreviations in capitals that are no known word and are nowhere written out.
fn abbreviations(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut shown = 0;
    let kinds = [Kind::Summary, Kind::Team, Kind::Organization, Kind::Outcome, Kind::Duty];
    let texts = cx.texts.iter().filter(|text| {
        kinds.contains(&text.kind) || text.kind.is_item() || text.kind == Kind::Other
    });
    for text in texts {
        // A heading, or somebody who shouts.
        if !text.text.contains(|c: char| c.is_lowercase()) {
            continue;
        }
        let mentions = std::cell::OnceCell::new();
        for (at, word) in text.words.iter().enumerate() {
            let range = word.start..word.end;
            let said = text.said(&range);
            if !is_abbreviation(said) || seen.contains(said) {
                continue;
            }
            let is_known = cx.wording.known_acronyms.is_said(&text.words[at..=at])
                || mentions.get_or_init(|| cx.pack.vocabulary.mentions(text.text)).iter().any(
                    |mention| mention.range.start <= range.start && range.end <= mention.range.end,
                )
                || !cx.pack.vocabulary.mentions_in_list(said).is_empty();
            seen.insert(said);
            if is_known || is_explained(text.text, &range) || text.is_name(&(at..at + 1)) {
                continue;
            }
            if shown < SHOWN {
                let message = format!("\"{said}\" is explained nowhere");
                findings.add_said(text, range, message, "write it out where it stands first");
            }
            shown += 1;
        }
    }
}

/// Three to six capitals, perhaps with a small plural.
fn is_abbreviation(said: &str) -> bool {
    let bare = said.strip_suffix('s').unwrap_or(said);
    (3..=6).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Brackets before or after it say what it means.
fn is_explained(text: &str, range: &std::ops::Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default().trim_end();
    let after = text.get(range.end..).unwrap_or_default().trim_start();
    before.ends_with('(') || after.starts_with('(') || after.starts_with(')')
}
