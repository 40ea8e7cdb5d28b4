//! One date at a place of the token list, in any of its forms.

use resume::Date;

use super::lex::{Kind, Token};

/// A date as far as it is written: the year may be shared with the other end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: Option<u16>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    /// Written as two numbers of which either can be the month: `04/05/2019`.
    pub(super) ambiguous: bool,
    /// A season or quarter stood with the year.
    pub(super) part_of_year: bool,
    /// The year has two digits and nothing else says that it is one.
    pub(super) short: bool,
    /// One past the last token.
    pub(super) next: usize,
}

impl Point {
    const NONE: Self = Self {
        year: None,
        month: None,
        day: None,
        ambiguous: false,
        part_of_year: false,
        short: false,
        next: 0,
    };

    /// The date, when the year is known.
    pub(super) fn date(&self) -> Option<Date> {
        let year = self.year?;
        Some(match (self.month, self.day) {
            (Some(month), Some(day)) if day <= days_in(year, month) => Date::Day(year, month, day),
            (Some(month), _) => Date::Month(year, month),
            _ => Date::Year(year),
        })
    }

    /// Year and month to order by.
    pub(super) fn order(&self) -> (u16, u8) {
        (self.year.unwrap_or(0), self.month.unwrap_or(0))
    }

    /// Reads an ambiguous date the other way round.
    pub(super) fn swapped(self) -> Self {
        Self { month: self.day, day: self.month, ..self }
    }

    /// True when nothing but four digits was written.
    pub(super) fn is_bare(&self) -> bool {
        self.month.is_none() && !self.part_of_year && !self.short
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Years a career can name.
const YEARS: std::ops::RangeInclusive<u32> = 1940..=2069;

fn year_of(token: &Token<'_>) -> Option<u16> {
    match token.kind {
        Kind::Number(number, 4) if YEARS.contains(&number) => u16::try_from(number).ok(),
        _ => None,
    }
}

/// The year two digits stand for.
pub(super) fn short_year(token: &Token<'_>) -> Option<u16> {
    match token.kind {
        Kind::Number(number @ 0..=39, 2) => u16::try_from(2000 + number).ok(),
        Kind::Number(number @ 50..=99, 2) => u16::try_from(1900 + number).ok(),
        _ => None,
    }
}

fn small(token: &Token<'_>, most: u32) -> Option<u8> {
    match token.kind {
        Kind::Number(number, 1..=2) if (1..=most).contains(&number) => u8::try_from(number).ok(),
        _ => None,
    }
}

/// The kind of the token at `at`.
fn kind(tokens: &[Token<'_>], at: usize) -> Option<Kind> {
    tokens.get(at).map(|token| token.kind)
}

/// The date that begins with the token at `at`.
pub(super) fn point(tokens: &[Token<'_>], at: usize) -> Option<Point> {
    match tokens.get(at)?.kind {
        Kind::Month(month) => Some(from_month(tokens, at, month)),
        Kind::Season | Kind::Quarter => part_of_year(tokens, at),
        Kind::Apostrophe => {
            let year = tokens.get(at + 1).filter(|token| !token.spaced).and_then(short_year)?;
            Some(Point { year: Some(year), next: at + 2, ..Point::NONE })
        }
        Kind::Number(..) => compact(tokens, at)
            .or_else(|| day_first(tokens, at))
            .or_else(|| numeric(tokens, at))
            .or_else(|| year_alone(tokens, at)),
        _ => None,
    }
}

/// `March 2020`, `Sept. '12`, `March 1, 2020`, `mayo de 2008`, `May`.
fn from_month(tokens: &[Token<'_>], at: usize, month: u8) -> Point {
    let mut next = at + 1;
    if kind(tokens, next) == Some(Kind::Dot) && !tokens[next].spaced {
        next += 1;
    }
    let base = Point { month: Some(month), ..Point::NONE };
    if let Some(day) = tokens.get(next).and_then(|token| small(token, 31)) {
        let mut after = next + 1;
        if kind(tokens, after) == Some(Kind::Ordinal) {
            after += 1;
        }
        if kind(tokens, after) == Some(Kind::Comma) {
            after += 1;
        }
        if let Some(year) = tokens.get(after).and_then(year_of)
            && (after > next + 1 || tokens[after].spaced)
        {
            return Point { year: Some(year), day: Some(day), next: after + 1, ..base };
        }
    }
    while matches!(kind(tokens, next), Some(Kind::Comma | Kind::Of | Kind::Slash | Kind::Break))
        && tokens.get(next + 1).is_some_and(|token| year_of(token).is_some())
    {
        next += 1;
    }
    if kind(tokens, next) == Some(Kind::Apostrophe) {
        let year =
            tokens.get(next + 1).and_then(|token| short_year(token).or_else(|| year_of(token)));
        if year.is_some() {
            return Point { year, next: next + 2, ..base };
        }
    }
    // `Jan-2020` and `Jan-19`: a dash without blanks, as spreadsheets write.
    let hyphen = kind(tokens, next) == Some(Kind::Dash) && !tokens[next].spaced;
    let tied = hyphen && tokens.get(next + 1).is_some_and(|token| !token.spaced);
    let number = tokens.get(if tied { next + 1 } else { next });
    if let Some(year) = number.and_then(year_of) {
        return Point { year: Some(year), next: next + 1 + usize::from(tied), ..base };
    }
    if let Some(year) = number.and_then(short_year) {
        let next = next + 1 + usize::from(tied);
        return Point { year: Some(year), short: !tied, next, ..base };
    }
    Point { next: at + 1, ..base }
}

/// `Summer 2018`, `Q3 2020`, `Q3'20`, `early 2019`.
fn part_of_year(tokens: &[Token<'_>], at: usize) -> Option<Point> {
    let mut next = at + 1;
    if tokens[at].kind == Kind::Quarter {
        let number = tokens.get(next).filter(|token| !token.spaced)?;
        small(number, 4)?;
        next += 1;
    }
    while matches!(
        kind(tokens, next),
        Some(Kind::Comma | Kind::Of | Kind::Slash | Kind::Dash | Kind::In)
    ) {
        next += 1;
    }
    let known = Point { part_of_year: true, ..Point::NONE };
    if kind(tokens, next) == Some(Kind::Apostrophe) {
        let year = tokens.get(next + 1).and_then(short_year)?;
        return Some(Point { year: Some(year), next: next + 2, ..known });
    }
    // `mid March 2020`
    if let Kind::Month(month) = tokens.get(next)?.kind {
        return Some(from_month(tokens, next, month));
    }
    let year = year_of(&tokens[next])?;
    Some(Point { year: Some(year), next: next + 1, ..known })
}

/// `1 March 2020`, `1st of March, 2020`, `1. März 2020`.
fn day_first(tokens: &[Token<'_>], at: usize) -> Option<Point> {
    let day = small(&tokens[at], 31)?;
    let mut next = at + 1;
    while matches!(kind(tokens, next), Some(Kind::Ordinal | Kind::Dot | Kind::Of | Kind::Dash)) {
        next += 1;
    }
    let Kind::Month(month) = kind(tokens, next)? else { return None };
    let point = from_month(tokens, next, month);
    (point.year.is_some() && point.day.is_none() && !point.short)
        .then_some(Point { day: Some(day), ..point })
}

/// `20200315`.
fn compact(tokens: &[Token<'_>], at: usize) -> Option<Point> {
    let Kind::Number(number, 8) = tokens[at].kind else { return None };
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    if !YEARS.contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let part = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(year).ok();
    Some(Point { year, month: part(month), day: part(day), next: at + 1, ..Point::NONE })
}

/// `03/2019`, `2019-03`, `2019.03.15`, `20/03/2019`, `03/19`.
fn numeric(tokens: &[Token<'_>], at: usize) -> Option<Point> {
    let separator = |at: usize| match kind(tokens, at) {
        Some(kind @ (Kind::Slash | Kind::Dot)) => Some(kind),
        Some(Kind::Dash) if tokens[at].text.chars().count() == 1 && !tokens[at].spaced => {
            Some(Kind::Dash)
        }
        _ => None,
    };
    let mark = separator(at + 1)?;
    let second = tokens.get(at + 2)?;
    let apart = tokens[at + 1].spaced || second.spaced;
    if apart && mark != Kind::Slash {
        return None;
    }
    let third = tokens.get(at + 4).filter(|_| separator(at + 3) == Some(mark));
    let third = third.filter(|token| !token.spaced && !tokens[at + 3].spaced && !apart);
    let base = Point { next: at + 3, ..Point::NONE };
    if let Some(year) = year_of(&tokens[at]) {
        let month = small(second, 12).filter(|_| !apart)?;
        let wide = matches!(second.kind, Kind::Number(_, 2));
        // `2009–11` with a long dash is a period.
        if mark == Kind::Dash && !matches!(tokens[at + 1].text, "-" | "‐" | "‑") && third.is_none()
        {
            return None;
        }
        if mark == Kind::Dash && !wide {
            return None;
        }
        if let Some(day) = third.and_then(|token| small(token, 31)) {
            return Some(Point {
                year: Some(year),
                month: Some(month),
                day: Some(day),
                next: at + 5,
                ..base
            });
        }
        return Some(Point { year: Some(year), month: Some(month), ..base });
    }
    let first = small(&tokens[at], 31)?;
    if let Some(year) = third.and_then(year_of) {
        let other = small(second, 31)?;
        let (month, day) = match (first, other) {
            // Slashes alone are also written month first.
            (1..=12, _) if other > 12 || mark == Kind::Slash => (first, other),
            (_, 1..=12) => (other, first),
            _ => return None,
        };
        let ambiguous = first <= 12 && other <= 12;
        let base = Point { next: at + 5, ambiguous, ..base };
        return Some(Point { year: Some(year), month: Some(month), day: Some(day), ..base });
    }
    let month = (first <= 12).then_some(first)?;
    if let Some(year) = year_of(second) {
        return Some(Point { year: Some(year), month: Some(month), ..base });
    }
    let wide = matches!(tokens[at].kind, Kind::Number(_, 2)) && third.is_none();
    if kind(tokens, at + 2) == Some(Kind::Apostrophe) {
        let year = tokens.get(at + 3).and_then(short_year)?;
        return Some(Point { year: Some(year), month: Some(month), next: at + 4, ..base });
    }
    let year = short_year(second).filter(|_| wide && mark != Kind::Dash && !apart)?;
    Some(Point { year: Some(year), month: Some(month), short: true, ..base })
}

/// `2019`, `2019 Q3`.
fn year_alone(tokens: &[Token<'_>], at: usize) -> Option<Point> {
    let year = year_of(&tokens[at])?;
    let quarter = kind(tokens, at + 1) == Some(Kind::Quarter)
        && tokens.get(at + 2).is_some_and(|token| !token.spaced && small(token, 4).is_some());
    let next = if quarter { at + 3 } else { at + 1 };
    Some(Point { year: Some(year), part_of_year: quarter, next, ..Point::NONE })
}
