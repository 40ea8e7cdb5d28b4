//! `skill-rating`: stars, bars and levels behind skills.

use std::ops::Range;
use std::sync::LazyLock;

use resume::{FieldPath, Severity};
use roles::{PhraseSet, WordList, words};

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A skill carries a rating of its own author.
    ///
    /// ## Why
    /// Four stars of five mean nothing: nobody knows what the fifth would have been. Stars and bars
    /// also break into stray characters when software reads the page.
    ///
    /// ## What to do
    /// Drop the rating and order the list, best first. A bullet that shows the skill says more than
    /// any level.
    ///
    /// ```skills,flagged
    /// - Python ★★★★☆
    /// - Go (expert)
    /// - "Java: advanced"
    /// - PostgreSQL 4/5
    /// - Rust - intermediate
    /// - Kafka 80%
    /// ```
    /// ```yaml,flagged
    /// skills:
    ///   - name: Python
    ///     level: Master
    /// ```
    /// ```skills,clean
    /// - Python 3.12
    /// - Visual Basic
    /// - Fluent Bit
    /// - HTTP/2
    /// - IPv4/IPv6
    /// - Intermediate representations (LLVM)
    /// - 24/7 operations
    /// - C1 compiler
    /// ```
    /// ```yaml,clean
    /// languages:
    ///   - language: German
    ///     fluency: Native speaker
    /// ```
    "skill-rating", Severity::Warning, Topic::Format => check
}

/// Symbols that draw stars and bars.
const SYMBOLS: [char; 18] =
    ['★', '☆', '⭐', '✭', '✮', '✯', '●', '○', '◐', '◉', '◯', '⬤', '■', '□', '▮', '▯', '█', '░'];

/// Words for a level, when they stand apart from the name.
static LEVELS: LazyLock<PhraseSet> = LazyLock::new(|| {
    let phrases = [
        "expert", "expert level", "advanced", "intermediate", "upper intermediate", "beginner",
        "basic", "basics", "basic knowledge", "novice", "proficient", "proficiency", "mastery",
        "familiar", "strong", "good", "very good", "excellent", "skilled", "working knowledge",
        "good knowledge", "advanced level", "competent", "senior level", "junior level",
    ];
    set(&phrases)
});

/// Languages that people speak, wherever they are listed.
const SPOKEN: WordList<32> = WordList::new([
    "english", "german", "french", "spanish", "italian", "portuguese", "dutch", "polish", "czech",
    "russian", "ukrainian", "hebrew", "arabic", "turkish", "persian", "hindi", "bengali", "tamil",
    "telugu", "urdu", "chinese", "mandarin", "cantonese", "japanese", "korean", "vietnamese",
    "swedish", "danish", "norwegian", "finnish", "greek", "romanian",
]);

const HINT: &str = "drop it and put the skills you know best first";

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for (index, group) in cx.resume.skills.iter().enumerate() {
        let path = FieldPath::root().key("skills").index(index);
        if let Some(level) = group.level.as_deref().filter(|level| !level.trim().is_empty()) {
            let message = format!("\"{}\" is a rating nobody can check", level.trim());
            findings.add_at(path.key("level"), 0..level.len(), message, HINT);
        }
        let keywords = group.keywords.iter().enumerate();
        let items = keywords.map(|(at, text)| (path.key("keywords").index(at), text));
        for (path, text) in items.chain(group.name.iter().map(|name| (path.key("name"), name))) {
            if let Some(range) = rating(text) {
                let message = format!("\"{}\" is a rating nobody can check", &text[range.clone()]);
                findings.add_at(path, range, message, HINT);
            }
        }
    }
}

/// The part of an item that rates it.
fn rating(text: &str) -> Option<Range<usize>> {
    symbols(text).or_else(|| level(text)).or_else(|| score(text))
}

/// From the first symbol to the last.
fn symbols(text: &str) -> Option<Range<usize>> {
    // Plain text has no such symbol, and is most of what stands there.
    (!text.is_ascii()).then_some(())?;
    let start = text.find(SYMBOLS)?;
    let end = text
        .char_indices()
        .filter(|(_, c)| SYMBOLS.contains(c))
        .map(|(at, c)| at + c.len_utf8())
        .next_back()?;
    Some(start..end)
}

/// `Go (expert)`, `Java: advanced`, `Rust - intermediate`; the level is all that stands there.
fn level(text: &str) -> Option<Range<usize>> {
    let marked = |byte: &u8| matches!(byte, b'-' | b':' | b'(' | b',') || !byte.is_ascii();
    text.as_bytes().iter().any(marked).then_some(())?;
    let parted = [" - ", " – ", " — ", ":", "(", ","];
    let (at, mark) = parted.iter().filter_map(|mark| Some((text.find(mark)?, mark))).min()?;
    let start = at + mark.len();
    // How well somebody speaks is no skill rating.
    if words(&text[..at]).iter().any(|word| roles::is_one_of(&word.norm, &SPOKEN)) {
        return None;
    }
    let rest = &text[start..];
    let list = words(rest);
    let found = LEVELS.opens(&list)?;
    let last = list.get(found.words.end - 1)?;
    (found.words.end == list.len()).then(|| start + list[0].start..start + last.end)
}

/// `4/5`, `8/10`, `80 %` after the name.
fn score(text: &str) -> Option<Range<usize>> {
    let start = text
        .rfind(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '%' | '.' | ' ' | ')')))?
        + 1;
    let start = text.ceil_char_boundary(start);
    let tail = text.get(start..)?;
    let score = tail.trim_matches([' ', ')']);
    let outside = tail.starts_with(' ') || text.get(..start)?.ends_with(['(', ':', '-']);
    let of = score.split_once('/').is_some_and(|(points, of)| {
        matches!(of, "5" | "10" | "100") && points.parse::<f64>().is_ok()
    });
    let percent =
        score.strip_suffix('%').is_some_and(|points| points.trim().parse::<f64>().is_ok());
    let at = start + tail.find(score)?;
    (outside && (of || percent)).then(|| at..at + score.len())
}
