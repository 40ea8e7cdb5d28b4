//! Tokens of a line as dates need them: numbers, words with a meaning for dates, marks.

use crate::recognize::text::fold;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A whole number with its count of digits.
    Number(u32, usize),
    /// A name of a month, 1–12.
    Month(u8),
    /// A season or part of a year that is written before or behind it.
    Season,
    /// `Q` or `H` before a number.
    Quarter,
    /// `present`, `heute`.
    Present,
    /// `date` and other words that mean the present behind `to` only.
    PresentAfterTo,
    /// `since`, `from`, `seit`.
    Since,
    /// `to`, `until`, `bis`; also dashes and arrows in [`Kind::Dash`].
    To,
    /// `until`, `through`: a lone end may follow.
    Until,
    /// `expected`, `graduating`: the date is an end.
    Expected,
    /// `of`, `de`: between month and year.
    Of,
    /// `st`, `nd`, `rd`, `th` behind a day.
    Ordinal,
    /// `years`, `mos`: units of a duration.
    Unit,
    /// `in`, `en`: before `progress`, or before a year in prose.
    In,
    /// `progress`, `cours`.
    Progress,
    /// Names that own the number behind them: `ISO`, `SQL Server`.
    Owner,
    /// Any other word.
    Word,
    Dash,
    Slash,
    Dot,
    Comma,
    Apostrophe,
    Open,
    Close,
    /// `|`, `·`, `;`, `:`: pieces of a line end here.
    Break,
    /// Anything else.
    Other,
}

/// A token and its bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'a str,
    pub(super) kind: Kind,
    /// Blanks stand before it, or it is the first.
    pub(super) spaced: bool,
}

/// The tokens of `text`.
pub(super) fn lex(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut spaced = true;
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}') {
            spaced = true;
            continue;
        }
        let mut end = start + c.len_utf8();
        let mut last = c;
        while let Some(&(at, next)) = chars.peek() {
            if !goes_on(last, next) {
                break;
            }
            last = next;
            end = at + next.len_utf8();
            chars.next();
        }
        let piece = &text[start..end];
        tokens.push(Token { start, end, text: piece, kind: kind_of(c, piece), spaced });
        spaced = false;
    }
    tokens
}

/// Tokens are runs of digits, of letters up to the next capital behind a small one (`2022Present`
/// and `GoogleJan` are two each), and of dashes.
fn goes_on(last: char, next: char) -> bool {
    if last.is_ascii_digit() {
        return next.is_ascii_digit();
    }
    if last.is_alphabetic() || is_mark(last) {
        let hump = last.is_lowercase() && next.is_uppercase();
        return (next.is_alphabetic() && !hump) || is_mark(next);
    }
    is_dash(last) && (is_dash(next) || next == '>')
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '~' | '˗' | '－')
}

fn kind_of(first: char, piece: &str) -> Kind {
    if first.is_ascii_digit() {
        let number = if piece.len() <= 8 { piece.parse().unwrap_or(u32::MAX) } else { u32::MAX };
        return Kind::Number(number, piece.len());
    }
    if first.is_alphabetic() {
        return word_kind(piece);
    }
    match first {
        '→' | '➔' | '⇒' | '➝' | '►' => Kind::Dash,
        c if is_dash(c) => Kind::Dash,
        '/' | '⁄' => Kind::Slash,
        '.' => Kind::Dot,
        ',' => Kind::Comma,
        '\'' | '’' | '‘' | '`' | '´' => Kind::Apostrophe,
        '(' | '[' | '{' => Kind::Open,
        ')' | ']' | '}' => Kind::Close,
        '|' | '·' | '•' | ';' | ':' | '¦' | '∙' | '⋅' => Kind::Break,
        _ => Kind::Other,
    }
}

/// The meanings, each with its folded words.
const MEANINGS: &[(Kind, &str)] = &[
    (
        Kind::Month(1),
        "jan january janvier janv januar jaenner janner enero ene gennaio gen janeiro januari",
    ),
    (
        Kind::Month(2),
        "feb february fevrier fev fevr februar febrero febbraio fevereiro februari febr",
    ),
    (Kind::Month(3), "mar march mars marz maerz mrz marzo marco maart mrt"),
    (Kind::Month(4), "apr april avril avr abril abr aprile"),
    (Kind::Month(5), "may mai mayo maggio mag maio mei"),
    (Kind::Month(6), "jun june juin juni junio giugno giu junho"),
    (Kind::Month(7), "jul july juillet juil juli julio luglio lug julho"),
    (Kind::Month(8), "aug august aout agosto ago augustus"),
    (Kind::Month(9), "sep sept september septembre septiembre setiembre settembre set setembro"),
    (Kind::Month(10), "oct october octobre oktober okt octubre ottobre ott outubro out"),
    (Kind::Month(11), "nov november novembre noviembre novembro"),
    (Kind::Month(12), "dec december decembre dezember dez diciembre dic dicembre dezembro"),
    (
        Kind::Season,
        "spring summer fall autumn winter early late mid fruhling fruhjahr sommer herbst printemps ete \
         automne hiver primavera verano otono invierno estate autunno inverno verao outono lente zomer \
         herfst semester",
    ),
    (Kind::Quarter, "q h t"),
    (
        Kind::Present,
        "present now current currently ongoing today heute jetzt laufend actuel actuellement \
         aujourd actual actualmente actualidad presente hoy oggi attuale attualmente atual atualmente \
         momento hoje heden nu pres",
    ),
    (Kind::PresentAfterTo, "date day jour fecha data dato"),
    (Kind::Since, "since from seit von ab depuis desde dal dalla vanaf sinds starting"),
    (Kind::To, "to bis a au al hasta ate fino tot tm through thru till til until untill"),
    (
        Kind::Expected,
        "expected anticipated estimated graduating graduation graduated graduate expecting projected \
         voraussichtlich prevu prevue previsto prevista verwacht completed",
    ),
    (Kind::Of, "of de del do vom"),
    (Kind::Ordinal, "st nd rd th er"),
    (
        Kind::Unit,
        "year years yr yrs month months mo mos mth mths week weeks wk wks jahr jahre jahren monat monate \
         an ans annee annees mois ano anos mes meses anno anni mese mesi jaar maand maanden",
    ),
    (Kind::In, "in en em im during by"),
    (Kind::Progress, "progress cours curso corso andamento gange"),
    (
        Kind::Owner,
        "iso iec ieee rfc windows server office exchange sharepoint studio es ecmascript sql c cobol fortran \
         java din en pci top over than approximately approx about around nearly agenda vision",
    ),
];

fn word_kind(word: &str) -> Kind {
    // The longest word of the list has fifteen letters; most words of a page are told by that
    // or by the sieve of first letters inside the search.
    if word.len() > 24 {
        return Kind::Word;
    }
    let folded = fold(word);
    if folded == "until" || folded == "untill" || folded == "till" || folded == "bis" {
        return Kind::Until;
    }
    meanings()
        .binary_search_by(|(known, _)| (*known).cmp(&folded))
        .map_or(Kind::Word, |at| meanings()[at].1)
}

fn meanings() -> &'static [(&'static str, Kind)] {
    static SORTED: std::sync::LazyLock<Vec<(&str, Kind)>> = std::sync::LazyLock::new(|| {
        let pairs = MEANINGS
            .iter()
            .flat_map(|(kind, list)| list.split_whitespace().map(|word| (word, *kind)));
        let mut sorted: Vec<_> = pairs.collect();
        // The sort is stable: a word with two meanings keeps the first.
        sorted.sort_by_key(|(word, _)| *word);
        sorted.dedup_by_key(|(word, _)| *word);
        sorted
    });
    &SORTED
}
