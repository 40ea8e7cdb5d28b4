//! The times a paragraph carries.

use std::ops::Range;

use super::para::Para;
use crate::recognize::dates::Period;

/// How a line carries its time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dated {
    /// True when it stands like the time of an entry and not like a year in a sentence.
    pub(crate) strong: bool,
    /// Its share of the line's letters, 0–1.
    pub(crate) share: f32,
}

/// Whether a paragraph carries a time.
pub(crate) fn dated(para: &Para) -> Option<Dated> {
    let found = &para.times;
    let letters = |range: &Range<usize>| {
        para.text[range.clone()].chars().filter(|c| !c.is_whitespace()).count()
    };
    let all = letters(&(0..para.text.len())).max(1);
    let taken: usize = found.iter().map(|period| letters(&period.range)).sum();
    #[expect(clippy::cast_precision_loss, reason = "a line has few letters")]
    let share = taken as f32 / all as f32;
    let strong = found.iter().any(|period| is_strong(para, period, share));
    (!found.is_empty()).then_some(Dated { strong, share })
}

/// A time at the end or the beginning of its line, in a cell of its own, in brackets or after a
/// separator belongs to the line; a year between words belongs to a sentence.
fn is_strong(para: &Para, period: &Period, share: f32) -> bool {
    let text = &para.text;
    let before = text[..period.range.start].trim_end();
    let after = text[period.range.end..].trim_start();
    let bound = |side: &str, last: bool| {
        let c = if last { side.chars().next_back() } else { side.chars().next() };
        c.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '\'' | '"' | '%' | '$'))
    };
    let cell = para
        .cells()
        .iter()
        .any(|cell| text[cell.clone()].trim() == text[period.range.clone()].trim());
    if cell || share > 0.6 {
        return true;
    }
    let free = bound(before, true) || text[..period.range.start].ends_with("    ");
    let at_edge =
        after.is_empty() || before.is_empty() || (bound(after, false) && bound(before, true));
    let range = period.start.is_some() && period.end.is_some();
    (range && at_edge)
        || (at_edge && free && period.confidence >= 0.5)
        || (range && period.confidence >= 0.8 && text.chars().count() < 90)
}
