//! Rules that follow from one kind of hazard: its name, how much it matters, what to say.

use std::collections::BTreeMap;
use std::fmt::Write;

use document::{Hazard, HazardKind};
use resume::{FieldPath, Finding, Severity};

use super::{Read, quoted, region};

/// A rule about one kind of hazard.
struct Rule {
    id: &'static str,
    severity: Severity,
    message: &'static str,
    hint: &'static str,
}

/// The rule a kind of hazard breaks; `None` when another file speaks of it.
fn rule(kind: HazardKind) -> Option<Rule> {
    let rule = |id, severity, message, hint| Some(Rule { id, severity, message, hint });
    match kind {
        HazardKind::Scanned => rule(
            "scanned-page",
            Severity::Error,
            "the page holds no text that a machine could read: it is a picture, or drawn as shapes",
            "export it from the program it was written with instead of scanning or printing it",
        ),
        HazardKind::FontWithoutMap => rule(
            "font-without-map",
            Severity::Warning,
            "a font does not say which characters its shapes are; they were guessed",
            "embed the font with its character map (in LaTeX: `\\usepackage{cmap}` or a Unicode engine)",
        ),
        HazardKind::Unreadable => rule(
            "unreadable-characters",
            Severity::Warning,
            "some shapes stand for no character; a search will not find these words",
            "set them in another font, and copy the text out of the file to see what arrives",
        ),
        HazardKind::Ligature => rule(
            "joined-letters",
            Severity::Info,
            "letters are stored joined to one character; a search for the word may not find it",
            "switch ligatures off where the program offers it",
        ),
        HazardKind::LetterSpaced => rule(
            "spaced-letters",
            Severity::Warning,
            "letters of a word are set apart with real spaces; a machine reads single letters",
            "use the program's letter spacing instead of spaces, or none",
        ),
        HazardKind::TornColumns => rule(
            "torn-columns",
            Severity::Warning,
            "the file stores lines of neighboring columns mixed; a simple reader tears both",
            "put everything into one column, or let the program write column after column",
        ),
        HazardKind::Columns => rule(
            "several-columns",
            Severity::Info,
            "the page has more than one column; not every applicant system follows them",
            "one column is read in order everywhere",
        ),
        HazardKind::Table => rule(
            "text-in-table",
            Severity::Warning,
            "text stands in a table; several applicant systems drop tables or mix their cells",
            "write it as lines; a tab sets a date to the right",
        ),
        HazardKind::TextBox => rule(
            "text-box",
            Severity::Warning,
            "text stands in a box of its own; several applicant systems skip boxes",
            "move it into the text",
        ),
        HazardKind::Picture => rule(
            "large-picture",
            Severity::Info,
            "a picture covers a good part of the page; what it says is no text",
            "leave it out, or write what it says",
        ),
        HazardKind::TrackedChanges => rule(
            "tracked-changes",
            Severity::Warning,
            "the file remembers changes; a reader may see what you took out",
            "accept or reject all of them and save again",
        ),
        HazardKind::Comment => rule(
            "comment-in-file",
            Severity::Warning,
            "a comment or a note travels with the file",
            "delete it before you send the file",
        ),
        HazardKind::Lookalike => rule(
            "lookalike-letters",
            Severity::Warning,
            "a letter of another script stands in for a Latin one; a search will not find the word",
            "type the word again",
        ),
        HazardKind::Restricted => rule(
            "restricted-file",
            Severity::Info,
            "the file forbids copying or changing; some systems refuse it",
            "save it without protection",
        ),
        HazardKind::Active => rule(
            "active-content",
            Severity::Warning,
            "the file carries a program or opens an address by itself; mail filters refuse that",
            "save it without macros or actions",
        ),
        HazardKind::HeaderFooter | HazardKind::CutOff | HazardKind::Damaged => None,
    }
}

/// The part of a quote that shows what it is about: of a line with a joined letter, the word.
fn telling(kind: HazardKind, quote: &str) -> &str {
    let joined = |word: &&str| word.contains(|c| ('\u{fb00}'..='\u{fb06}').contains(&c));
    match kind {
        HazardKind::Ligature => quote.split_whitespace().find(joined).unwrap_or(quote),
        _ => quote,
    }
}

/// One finding a kind: the first place, and how many there are.
pub(crate) fn check(read: &Read<'_>) -> Vec<Finding> {
    let mut kinds = BTreeMap::<HazardKind, Vec<&Hazard>>::new();
    for hazard in &read.document.hazards {
        kinds.entry(hazard.kind).or_default().push(hazard);
    }
    let finding = |(kind, hazards): (HazardKind, Vec<&Hazard>)| {
        let rule = rule(kind)?;
        let first = hazards.first()?;
        let mut message = rule.message.to_owned();
        let quotes = hazards.iter().map(|hazard| telling(kind, &hazard.quote));
        if let Some(quote) = quotes.into_iter().find(|quote| !quote.trim().is_empty()) {
            message.push_str(": ");
            message.push_str(&quoted(quote, 50));
        }
        if hazards.len() > 1 {
            let _ = write!(message, " and {} more", hazards.len() - 1);
        }
        let finding = Finding::new(rule.id, rule.severity, FieldPath::root(), message);
        Some(finding.seen_at(region(first.page, first.rect)).hint(rule.hint))
    };
    kinds.into_iter().filter_map(finding).collect()
}
