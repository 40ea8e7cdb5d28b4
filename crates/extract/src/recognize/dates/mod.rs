//! Periods and single dates of a line, in the forms and languages of resumes.

mod judge;
mod lex;
mod point;

use std::ops::Range;

use resume::Date;

use self::lex::{Kind, Token, lex};
use self::point::{Point, point, short_year};
use super::text::fold;

/// A period or a single date.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Period {
    /// Bytes of the line: with `since` or `expected` before it, a duration behind it, and the
    /// brackets around it.
    pub(crate) range: Range<usize>,
    /// The first date. Of a single date it is the only one, unless a word says that it is an end
    /// (`expected May 2026`).
    pub(crate) start: Option<Date>,
    /// The last date; [`Date::Present`] for an open end.
    pub(crate) end: Option<Date>,
    /// One date was written and no open end.
    pub(crate) single: bool,
    /// How surely it dates an entry, 0–1. Beyond .8: a period, a month, or a year that stands
    /// alone; about .6: a year at an end of the line; below .5: a year in running prose.
    pub(crate) confidence: f32,
}

/// The periods of `text`, in order, not overlapping.
pub(crate) fn periods(text: &str) -> Vec<Period> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = lex(text);
    let mut found = Vec::new();
    let (mut at, mut free) = (0, 0);
    while at < tokens.len() {
        match (Reader { tokens: &tokens, free }).period(at) {
            Some((period, next)) => {
                found.push(period);
                at = next;
                free = next;
            }
            None => at += 1,
        }
    }
    found
}

/// True when periods are all that `text` says.
pub(crate) fn is_period(text: &str) -> bool {
    let found = periods(text);
    let mut end = 0;
    let says = |piece: &str| piece.chars().any(char::is_alphanumeric);
    let only = found.iter().all(|period| {
        let before = &text[end..period.range.start];
        end = period.range.end;
        !says(before)
    });
    !found.is_empty() && only && !says(&text[end..])
}

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    /// The first token that belongs to no period yet.
    free: usize,
}

/// Where reading of a second date ended.
enum End {
    Date(Point),
    Present(usize),
    Open(usize),
}

impl Reader<'_> {
    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// The period that begins with the token at `at`, and the token behind it.
    fn period(&self, at: usize) -> Option<(Period, usize)> {
        let cue = self.tokens[at].kind;
        match cue {
            Kind::Since => {
                let first = self
                    .date(self.skip_fillers(at + 1))
                    .filter(|first| first.year.is_some() || self.end(first).is_some())?;
                self.finish(at, first, Some(cue))
            }
            Kind::Expected => {
                let mut next = at + 1;
                while next <= at + 3
                    && matches!(
                        self.kind(next),
                        Some(
                            Kind::Break
                                | Kind::Expected
                                | Kind::In
                                | Kind::Comma
                                | Kind::Open
                                | Kind::Of
                                | Kind::Dash
                        )
                    )
                {
                    next += 1;
                }
                let first = self.date(next).filter(|first| first.year.is_some())?;
                self.finish(at, first, Some(cue))
            }
            Kind::Until => {
                let first = self.date(at + 1).filter(|first| first.year.is_some())?;
                let next = first.next;
                let confidence = if first.is_bare() { 0.6 } else { 0.85 };
                Some((self.made(at, next, None, first.date(), false, confidence), next))
            }
            Kind::Month(_) | Kind::Season | Kind::Quarter | Kind::Apostrophe | Kind::Number(..) => {
                if let Some(found) = self.glued_years(at) {
                    return Some(found);
                }
                let first = self.date(at)?;
                self.finish(at, first, None)
            }
            _ => None,
        }
    }

    /// A date that is not a piece of a longer number or word.
    fn date(&self, at: usize) -> Option<Point> {
        let found = point(self.tokens, at)?;
        let token = self.tokens.get(at)?;
        let numeric = matches!(token.kind, Kind::Number(..));
        let before = at.checked_sub(1).filter(|_| numeric && !token.spaced && at > self.free);
        let torn = before.is_some_and(|before| match self.tokens[before].kind {
            Kind::Number(..)
            | Kind::Dot
            | Kind::Comma
            | Kind::Slash
            | Kind::Other
            | Kind::Owner => true,
            Kind::Dash => {
                before > 0
                    && !self.tokens[before].spaced
                    && matches!(self.kind(before - 1), Some(Kind::Number(..)))
            }
            Kind::Word => self.tokens[before].text.len() < 4,
            _ => false,
        });
        (!torn).then_some(found)
    }

    fn skip_fillers(&self, at: usize) -> usize {
        let is_filler = |token: &Token<'_>| {
            matches!(token.kind, Kind::Of)
                || matches!(
                    token.text,
                    "the" | "le" | "el" | "il" | "dem" | "der" | "early" | "late" | "mid"
                )
        };
        let next = at + usize::from(self.tokens.get(at).is_some_and(is_filler));
        // `from the year 2019` is prose; a season is read with its year.
        if self.tokens.get(at).is_some_and(|token| token.kind == Kind::Season) { at } else { next }
    }

    /// Reads on behind the first date.
    fn finish(&self, at: usize, first: Point, cue: Option<Kind>) -> Option<(Period, usize)> {
        if cue != Some(Kind::Expected)
            && let Some((last, approximate)) = self.end(&first)
        {
            return self.range(at, first, &last, approximate);
        }
        first.year?;
        if first.short || !self.stands(at, &first, cue) {
            return None;
        }
        let next = first.next;
        if cue == Some(Kind::Expected) {
            return Some((self.made(at, next, None, first.date(), true, 0.95), next));
        }
        let mut confidence = if first.is_bare() { self.place(at, next) } else { 0.9 };
        if self.prose(at, next) {
            confidence = confidence.min(if first.is_bare() { 0.3 } else { 0.5 });
        }
        if cue == Some(Kind::Since) {
            // `since 2019` alone is a period; "since 2019 we" is prose, "from 2019" says less.
            let since = !matches!(
                self.tokens[at].text.to_ascii_lowercase().as_str(),
                "de" | "do" | "ab" | "von" | "from"
            );
            if since {
                let open = Some(Date::Present);
                return Some((
                    self.made(at, next, first.date(), open, false, confidence.min(0.9)),
                    next,
                ));
            }
            confidence = confidence.min(0.6);
        }
        Some((self.made(at, next, first.date(), None, true, confidence), next))
    }

    /// The second date of a period, and whether the words between leave doubt.
    fn end(&self, first: &Point) -> Option<(End, bool)> {
        let at = first.next;
        let token = self.tokens.get(at)?;
        match token.kind {
            Kind::Dash | Kind::To | Kind::Until => self.behind_connector(first, at),
            Kind::Slash if first.is_bare() => {
                let next = self.tokens.get(at + 1)?;
                let last = short_year(next)
                    .or_else(|| point(self.tokens, at + 1).filter(Point::is_bare)?.year)?;
                let year = first.year?;
                (last == year + 1 && !next.spaced).then_some((
                    End::Date(Point { year: Some(last), next: at + 2, ..*first }),
                    false,
                ))
            }
            // `May 2022Present`
            Kind::Present if first.year.is_some() => Some((End::Present(at + 1), false)),
            // Blanks alone, where a bad reader lost the dash: `2001  2005`.
            Kind::Number(..) | Kind::Month(_) if first.year.is_some() => {
                let last = self.date(at).filter(|last| last.year.is_some() && !last.short)?;
                let like =
                    last.month.is_some() == first.month.is_some() && last.order() >= first.order();
                (like && (last.day.is_some() == first.day.is_some()))
                    .then_some((End::Date(last), true))
            }
            _ => None,
        }
    }

    fn behind_connector(&self, first: &Point, at: usize) -> Option<(End, bool)> {
        let worded = !matches!(self.kind(at), Some(Kind::Dash));
        let mut next = at + 1;
        while matches!(self.kind(next), Some(Kind::Dash | Kind::To | Kind::Until | Kind::Of))
            && next < at + 4
        {
            next += 1;
        }
        let known = first.year.is_some();
        let filler = |at: usize| {
            self.tokens.get(at).is_some_and(|token| {
                matches!(
                    fold(token.text).as_str(),
                    "the"
                        | "la"
                        | "le"
                        | "el"
                        | "il"
                        | "l"
                        | "o"
                        | "date"
                        | "ce"
                        | "expected"
                        | "my"
                )
            })
        };
        let mut present = next;
        while present < next + 3
            && (filler(present)
                || matches!(self.kind(present), Some(Kind::Apostrophe | Kind::Open)))
        {
            present += 1;
        }
        match self.kind(present) {
            Some(Kind::Present) if known => {
                let behind = present + 1;
                // `present day`, `aujourd'hui`
                let two = match self.kind(behind) {
                    Some(Kind::Apostrophe) if fold(self.tokens[present].text) == "aujourd" => 2,
                    Some(Kind::PresentAfterTo) => 1,
                    _ => 0,
                };
                return Some((End::Present(behind + two), false));
            }
            Some(Kind::PresentAfterTo) if known => return Some((End::Present(present + 1), false)),
            Some(Kind::In) if known && self.kind(present + 1) == Some(Kind::Progress) => {
                return Some((End::Present(present + 2), false));
            }
            _ if known
                && present > next
                && filler(present - 1)
                && fold(self.tokens[present - 1].text) == "date" =>
            {
                return Some((End::Present(present), false));
            }
            _ => {}
        }
        if self.kind(next) == Some(Kind::Expected) {
            next += 1;
        }
        let found = point(self.tokens, next).filter(|last| last.year.is_some());
        if let Some(last) = found {
            return Some((End::Date(last), false));
        }
        let year = first.year?;
        // `2019–21`, `1967 - 70`
        if let Some(last) = self.tokens.get(next).and_then(short_year)
            && first.is_bare()
            && last >= year
            && last < year + 50
            && !self.tokens.get(next + 1).is_some_and(|token| {
                !token.spaced
                    && matches!(
                        token.kind,
                        Kind::Dash | Kind::Number(..) | Kind::Slash | Kind::Word | Kind::Other
                    )
            })
        {
            return Some((End::Date(Point { year: Some(last), next: next + 1, ..*first }), false));
        }
        // `March 2019 – May`: the same year, when that goes forward.
        if let (Some(Kind::Month(month)), Some(begun)) = (self.kind(next), first.month)
            && month >= begun
            && self.closes(next + 1)
        {
            return Some((
                End::Date(Point { month: Some(month), next: next + 1, ..*first }),
                false,
            ));
        }
        (!worded && self.closes(next)).then_some((End::Open(next), first.is_bare()))
    }

    /// True when a piece of the line ends before the token at `at`.
    fn closes(&self, at: usize) -> bool {
        self.kind(at).is_none_or(|kind| matches!(kind, Kind::Close | Kind::Break))
    }

    fn range(
        &self,
        at: usize,
        first: Point,
        last: &End,
        doubtful: bool,
    ) -> Option<(Period, usize)> {
        let (next, last) = match *last {
            End::Present(next) | End::Open(next) => {
                let sure = if first.short { 0.7 } else { 0.95 };
                let confidence = if doubtful { sure - 0.2 } else { sure };
                let start = first.date();
                return Some((
                    self.made(at, next, start, Some(Date::Present), false, confidence),
                    next,
                ));
            }
            End::Date(last) => (last.next, last),
        };
        let (mut first, mut last) = (first, last);
        if first.year.is_none() {
            // `Jan - Mar 2020`, `Nov - Jan 2020`
            let year = last.year?;
            let before = first.month > last.month && last.month.is_some();
            first.year = Some(if before { year - 1 } else { year });
        }
        if first.ambiguous != last.ambiguous {
            // One end tells how the other is meant: `01/10/2010 – 30/06/2011`.
            first = if first.ambiguous && self.day_leads(&last, next) {
                first.swapped()
            } else {
                first
            };
            last = if last.ambiguous && self.day_leads(&first, at + 5) {
                last.swapped()
            } else {
                last
            };
        }
        let order = first.order().0 <= last.order().0;
        let count = next < self.tokens.len() && self.prose(at, next) && first.is_bare();
        let confidence = match (order, doubtful, count) {
            (false, ..) => 0.4,
            (true, true, _) => 0.7,
            (true, false, true) => 0.6,
            (true, false, false) => {
                if first.is_bare() {
                    0.92
                } else {
                    0.98
                }
            }
        };
        Some((self.made(at, next, first.date(), last.date(), false, confidence), next))
    }
}

#[cfg(test)]
mod tests;
