//! How surely tokens date an entry, and what belongs to them: brackets and a length of time.

use std::ops::Range;

use resume::Date;

use super::lex::{Kind, Token};
use super::point::Point;
use super::{Period, Reader};

impl Reader<'_> {
    /// False for a bare year that counts or names something else: `2000 users`, `ISO 9001`.
    pub(super) fn stands(&self, at: usize, first: &Point, cue: Option<Kind>) -> bool {
        if !first.is_bare() || cue.is_some() {
            return true;
        }
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        if before.is_some_and(|token| {
            token.kind == Kind::Owner
                || (token.kind == Kind::Other && !self.tokens[at].spaced)
                || matches!(
                    token.text,
                    "$" | "€" | "£" | "¥" | "#" | "+" | "≈" | "<" | ">" | "=" | "№"
                )
        }) {
            return false;
        }
        let Some(after) = self.tokens.get(first.next) else { return true };
        let tied = !after.spaced;
        match after.kind {
            Kind::Number(..) | Kind::Unit => false,
            Kind::Dot | Kind::Comma | Kind::Dash | Kind::Slash | Kind::Apostrophe => {
                !(tied
                    && self.tokens.get(first.next + 1).is_some_and(|next| {
                        !next.spaced
                            && matches!(
                                next.kind,
                                Kind::Number(..) | Kind::Word | Kind::Month(_) | Kind::Unit
                            )
                    }))
            }
            Kind::Other => !tied && !matches!(after.text, "+" | "%" | "$" | "€" | "£" | "x" | "×"),
            Kind::Word if tied => {
                after.text.chars().next().is_some_and(char::is_uppercase) && after.text.len() > 2
            }
            // Lower case behind a year without a comma: what is counted, unless a preposition.
            Kind::Word => {
                let counted = after.text.chars().next().is_some_and(char::is_lowercase);
                !counted
                    || before.is_some_and(|token| {
                        matches!(token.kind, Kind::In | Kind::Since | Kind::Of | Kind::Comma)
                    })
            }
            _ => true,
        }
    }

    /// How surely a bare year dates the entry, by where it stands.
    pub(super) fn place(&self, at: usize, next: usize) -> f32 {
        let is_edge = |kind: Option<Kind>| {
            kind.is_none_or(|kind| {
                matches!(kind, Kind::Break | Kind::Comma | Kind::Open | Kind::Close | Kind::Dash)
            })
        };
        let before = at.checked_sub(1).and_then(|at| self.kind(at));
        let after = self.kind(next);
        match (before, after) {
            (None, None) => 0.9,
            _ if is_edge(before) && is_edge(after) => 0.8,
            (_, None) => 0.6,
            (None, _) => 0.55,
            _ => 0.3,
        }
    }

    /// True when small words stand directly on both sides, or behind.
    pub(super) fn prose(&self, at: usize, next: usize) -> bool {
        let small = |token: &Token<'_>| {
            matches!(token.kind, Kind::Word | Kind::In | Kind::To | Kind::Of)
                && token.text.chars().next().is_some_and(char::is_lowercase)
        };
        self.tokens.get(next).is_some_and(small)
            || (at.checked_sub(1).is_some_and(|before| small(&self.tokens[before]))
                && next < self.tokens.len())
    }

    /// A period over the tokens, with a duration behind it and brackets around it.
    pub(super) fn made(
        &self,
        at: usize,
        next: usize,
        start: Option<Date>,
        end: Option<Date>,
        single: bool,
        confidence: f32,
    ) -> Period {
        let mut range = self.tokens[at].start..self.tokens[next - 1].end;
        let (mut first, mut behind) = (at, next);
        self.widen(&mut first, &mut behind, &mut range);
        if let Some(after) = self.duration(behind) {
            range.end = self.tokens[after - 1].end;
            behind = after;
            self.widen(&mut first, &mut behind, &mut range);
        }
        Period { range, start, end, single, confidence }
    }

    /// Takes the brackets around the tokens in.
    pub(super) fn widen(&self, first: &mut usize, next: &mut usize, range: &mut Range<usize>) {
        let open =
            first.checked_sub(1).filter(|&at| at >= self.free && self.kind(at) == Some(Kind::Open));
        if let Some(open) = open
            && self.kind(*next) == Some(Kind::Close)
        {
            *range = self.tokens[open].start..self.tokens[*next].end;
            *first = open;
            *next += 1;
        } else if self.kind(*next) == Some(Kind::Close)
            && self.tokens[*first..*next].iter().any(|token| token.kind == Kind::Open)
        {
            // A bracket that opened inside: `Expected (May 2026)`.
            range.end = self.tokens[*next].end;
            *next += 1;
        }
    }

    /// The token behind `(2 years 3 months)`, `· 2 yrs 3 mos`.
    pub(super) fn duration(&self, at: usize) -> Option<usize> {
        let mut next = at;
        let opened = self.kind(next) == Some(Kind::Open);
        while next < at + 2
            && matches!(self.kind(next), Some(Kind::Open | Kind::Break | Kind::Comma | Kind::Dash))
        {
            next += 1;
        }
        if next == at {
            return None;
        }
        let mut units = 0;
        while let Some(Kind::Number(number, 1..=2)) = self.kind(next) {
            let mut unit = next + 1;
            while matches!(self.kind(unit), Some(Kind::Other | Kind::Dot | Kind::Number(..)))
                && unit < next + 3
            {
                unit += 1;
            }
            if self.kind(unit) != Some(Kind::Unit) || number > 60 {
                break;
            }
            units += 1;
            next = unit + 1;
            while matches!(self.kind(next), Some(Kind::Comma | Kind::Dot))
                && units < 2
                && matches!(self.kind(next + 1), Some(Kind::Number(..)))
            {
                next += 1;
            }
        }
        if units == 0 {
            return None;
        }
        if opened {
            return (self.kind(next) == Some(Kind::Close)).then_some(next + 1);
        }
        Some(next)
    }

    /// True when the numeric date before token `next` was written with its day first.
    pub(super) fn day_leads(&self, date: &Point, next: usize) -> bool {
        let first = next.checked_sub(5).and_then(|at| self.tokens.get(at));
        first.is_some_and(|token| matches!(token.kind, Kind::Number(number, _) if date.day == u8::try_from(number).ok()))
    }

    /// `20032006`: two years without anything between.
    pub(super) fn glued_years(&self, at: usize) -> Option<(Period, usize)> {
        let Kind::Number(number, 8) = self.tokens[at].kind else { return None };
        let (first, last) = (number / 10_000, number % 10_000);
        let plausible = |year: u32| (1950..=2049).contains(&year);
        if !plausible(first) || !plausible(last) || first > last {
            return None;
        }
        let year = |year: u32| u16::try_from(year).ok().map(Date::Year);
        Some((self.made(at, at + 1, year(first), year(last), false, 0.6), at + 1))
    }
}
