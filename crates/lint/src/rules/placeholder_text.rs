//! `placeholder-text`: a gap that was never filled in.

use std::ops::Range;
use std::sync::LazyLock;

use resume::{FieldPath, Severity};
use roles::{PhraseSet, Word};

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// Text of a template was left in.
    ///
    /// ## Why
    /// "[X]%" tells a reader that the line was copied and nobody read it again. It costs the trust
    /// in every other number of the page.
    ///
    /// ## What to do
    /// Fill the gap with your own fact, or remove the line.
    ///
    /// ```bullets,flagged
    /// - Reduced latency of the search API by [X]%
    /// - Cut costs by $X by moving to spot instances
    /// - Served XX users a day with <technology>
    /// - Lorem ipsum dolor sit amet
    /// - Raised throughput from X to Y
    /// ```
    /// ```yaml,flagged
    /// work:
    ///   - name: Company Name
    ///     position: "[Your title]"
    /// ```
    /// ```yaml,flagged
    /// education:
    ///   - institution: TBD
    /// ```
    /// ```bullets,clean
    /// - Added a unique constraint on (tenant_id, merchant_id) to the payout table
    /// - Replaced Vec<T> by a ring buffer, map[string]int by a slice; p99 <5 ms, down from >40 ms
    /// - Escaped <script> tags in comments; tuned -XX:MaxGCPauseMillis
    /// - Serves GET /orders/{id} and the X.509 check of OS X clients
    /// - Moved releases to trunk-based development (TBD) for 4 teams
    /// - Matched suppliers on company name and city [ICML workshop](https://tollhaven.net/paper)
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Stealth fintech, Series A
    ///     position: Backend Engineer [contract]
    /// ```
    "placeholder-text", Severity::Error, Topic::Integrity => check
}

/// Phrases that only a template says.
static PHRASES: LazyLock<PhraseSet> = LazyLock::new(|| {
    let phrases = [
        "lorem ipsum", "your name", "your company", "your company's name", "your employer",
        "your title", "your job title", "your university", "your school", "your degree",
        "your city", "your role here", "insert .. here", "add .. here", "describe your",
    ];
    set(&phrases)
});

/// The first words of the phrases; see [`tells`].
const OPENERS: [&str; 5] = ["lorem", "your", "insert", "add", "describe"];

/// Bytes without which no text has a gap to fill in.
const MARKS: [u8; 5] = [b'[', b'<', b'{', b'_', b'?'];

/// Values that are placeholders when they are the whole text.
static WHOLE: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "company", "company name", "company a", "company b", "company c", "company 1", "company 2",
        "company 3", "company x", "company y", "company xyz", "employer", "employer name",
        "job title", "position title", "title", "university name", "school name", "university",
        "project name", "project title", "city state", "summary", "description", "bullet",
        "bullet point", "text", "responsibility", "achievement", "skill", "skill 1", "skill 2",
        "skill 3", "tba", "n a",
    ])
});

/// Words of the longest of them.
const MOST_WORDS_WHOLE: usize = 2;

/// Words that fill a bracket of a template.
const GAP_WORDS: &[&str] = &[
    "your", "insert", "placeholder", "name", "number", "metric", "percentage", "amount", "company",
    "employer", "technology", "technologies", "tool", "tools", "framework", "language", "title",
    "city", "state", "country", "university", "school", "degree", "date", "month", "year", "value",
    "result", "outcome", "project", "skill", "skills", "industry", "team", "job", "role",
    "feature", "product", "system", "percent", "time", "here", "the", "of", "a", "an", "or", "and",
    "x", "xx", "xxx", "y", "n", "s",
];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for leaf in cx.leaves() {
        look_at(leaf.path.clone(), leaf.text, findings);
    }
    // Names of places and institutions, which no other rule about wording looks at.
    let root = FieldPath::root();
    for (index, role) in cx.resume.work.iter().enumerate() {
        look_in(&root.key("work").index(index), "location", role.location.as_ref(), findings);
    }
    for (index, school) in cx.resume.education.iter().enumerate() {
        let path = root.key("education").index(index);
        look_in(&path, "institution", school.institution.as_ref(), findings);
    }
    for (index, award) in cx.resume.awards.iter().enumerate() {
        look_in(&root.key("awards").index(index), "awarder", award.awarder.as_ref(), findings);
    }
    for (index, certificate) in cx.resume.certificates.iter().enumerate() {
        let path = root.key("certificates").index(index);
        look_in(&path, "issuer", certificate.issuer.as_ref(), findings);
    }
    for (index, publication) in cx.resume.publications.iter().enumerate() {
        let path = root.key("publications").index(index);
        look_in(&path, "publisher", publication.publisher.as_ref(), findings);
    }
    for (index, reference) in cx.resume.references.iter().enumerate() {
        let path = root.key("references").index(index);
        look_in(&path, "reference", reference.reference.as_ref(), findings);
    }
}

fn look_in(
    entry: &FieldPath,
    key: &'static str,
    text: Option<&String>,
    findings: &mut Findings<'_>,
) {
    if let Some(text) = text {
        look_at(entry.key(key), text, findings);
    }
}

fn look_at(path: FieldPath, text: &str, findings: &mut Findings<'_>) {
    let Some(range) = placeholder(text) else { return };
    if path == FieldPath::root().key("basics").key("name") {
        return; // `fake-contact` looks after it.
    }
    let message = format!("\"{}\" was left in from a template", text[range.clone()].trim());
    findings.add_at(path, range, message, "fill in your own fact, or remove the line");
}

/// Few enough words to be a placeholder as a whole.
fn is_short(text: &str) -> bool {
    text.bytes().filter(|byte| *byte == b' ').count() < MOST_WORDS_WHOLE
}

/// A cheap look at the bytes: false for nearly every text, and then it has no placeholder inside.
fn may_hold_placeholder(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins_word =
        |at: usize| at.checked_sub(1).is_none_or(|last| !bytes[last].is_ascii_alphanumeric());
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'X' | b'Y' | b'N' | b'T' | b'L' | b'I' | b'A' | b'D' | b'l' | b'y' | b'i' | b'a'
        | b'd' => begins_word(at) && tells(&bytes[at..]),
        _ => MARKS.contains(byte),
    })
}

/// True when a word of a placeholder opens the text.
fn tells(text: &[u8]) -> bool {
    let end = text.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(text.len());
    let word = &text[..end];
    let is_letter = matches!(word, b"X" | b"Y" | b"N" | b"XK" | b"XM" | b"Xk" | b"TBD");
    let is_run = word.len() > 1 && word.iter().all(|byte| *byte == b'X');
    is_letter || is_run || OPENERS.iter().any(|opener| word.eq_ignore_ascii_case(opener.as_bytes()))
}

/// The first placeholder of a text.
fn placeholder(text: &str) -> Option<Range<usize>> {
    let may_hold = may_hold_placeholder(text);
    if !may_hold && !is_short(text) {
        return None;
    }
    let words = roles::words(text);
    if WHOLE.opens(&words).is_some_and(|found| found.words.end == words.len()) {
        return Some(0..text.len());
    }
    if !may_hold {
        return None;
    }
    let phrase = PHRASES
        .find(&words)
        .into_iter()
        .next()
        .map(|found| words[found.words.start].start..words[found.words.end - 1].end);
    let marked = text.bytes().any(|byte| MARKS.contains(&byte));
    let gaps = [("[", "]"), ("<", ">"), ("{{", "}}")];
    let gap =
        gaps.into_iter().filter(|_| marked).filter_map(|(open, close)| gap(text, open, close));
    let gap = gap.min_by_key(|range| range.start);
    let mark = ["___", "???"].iter().filter(|_| marked).find_map(|mark| {
        let at = text.find(mark)?;
        Some(at..at + mark.len())
    });
    let letter = letters(text, &words);
    [phrase, gap, mark, letter].into_iter().flatten().min_by_key(|range| range.start)
}

/// A bracket that holds nothing but words of a template: `[X]`, `<your title>`, `{{company}}`.
fn gap(text: &str, open: &str, close: &str) -> Option<Range<usize>> {
    text.match_indices(open).find_map(|(start, _)| {
        let from = start + open.len();
        let inner = &text[from..from + text[from..].find(close)?];
        let end = from + inner.len() + close.len();
        // `Vec<T>` and `map[string]` are code, `[text](address)` is a link.
        let code = text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '&')
            || (open == "<" && inner.len() == 1);
        let link = text[end..].starts_with('(');
        let words = roles::words(inner);
        let blank = words.is_empty() && inner.contains(['#', '_', '.', '…', '?']);
        let template =
            !words.is_empty() && words.iter().all(|word| roles::is_one_of(&word.norm, GAP_WORDS));
        (!code && !link && inner.len() <= 40 && (blank || template)).then_some(start..end)
    })
}

/// `TBD`, and an `X` where a number belongs: `X%`, `$X`, `XX users`, `from X to Y`.
fn letters(text: &str, words: &[Word]) -> Option<Range<usize>> {
    let said = |at: usize| words.get(at).map_or("", |word| &text[word.start..word.end]);
    (0..words.len()).find_map(|at| {
        let word = &words[at];
        said(at).starts_with(['X', 'Y', 'N', 'T']).then_some(())?;
        let (before, after) = (&text[..word.start], &text[word.end..]);
        let run = said(at).len() >= 2 && said(at).bytes().all(|byte| byte == b'X');
        let flag = before.ends_with('-') && after.starts_with(':');
        let single = matches!(said(at), "X" | "Y" | "N" | "XK" | "XM" | "Xk");
        let currency = before.chars().next_back().filter(|c| matches!(c, '$' | '€' | '£'));
        let percent = after.starts_with('%') || said(at + 1) == "percent";
        let ends = said(at) == "X" && said(at + 1) == "to" && said(at + 2) == "Y";
        // In "trunk-based development (TBD)" the letters mean something.
        let undecided = said(at) == "TBD" && !text.to_lowercase().contains("trunk");
        let found =
            (run && !flag) || (single && (currency.is_some() || percent)) || ends || undecided;
        let start = word.start - currency.map_or(0, char::len_utf8);
        let end = if ends { words[at + 2].end } else { word.end };
        found.then_some(start..end + usize::from(text[end..].starts_with('%')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The placeholder found in a text; `""` when there is none.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = placeholder(text).map_or("", |range| &text[range]);
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn gaps_of_templates() {
        check("Reduced latency by [X]%", "[X]");
        check("Ran it for <your company>", "<your company>");
        check("Cut {{amount}} a month", "{{amount}}");
        check("Led [#] people", "[#]");
        check("Saved €X a year", "€X");
        check("Grew by XX% in a year", "XX%");
        check("Cut N% of N+1 queries", "N%");
        check("Grew from X to Y", "X to Y");
        check("Kept ___ up", "___");
        check("Date TBD", "TBD");
        check("Insert your result here", "Insert your result here");
        check("Company A", "Company A");
    }

    #[test]
    fn brackets_and_letters_of_code() {
        check("Vec<T>, <T>, map[string]int and &[_]", "");
        check("p99 <5 ms, down from >40 ms", "");
        check("Escapes <script> in <canvas>", "");
        check("GET /orders/{id}", "");
        check("Queries return [id, name, created]", "");
        check("[a paper](https://tollhaven.net)", "");
        check("Cut N+1 queries by 30%", "");
        check("X.509, OS X, XXL, -XX:+UseZGC", "");
        check("trunk-based development (TBD)", "");
        check("Matched on company name", "");
        check("{}Ա", "");
        check("", "");
    }
}
