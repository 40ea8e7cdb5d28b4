//! The order in which to read.

use resume::coverage::Coverage;

use crate::Band;

/// An applicant, as far as the order may know one.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// What the page shows of the job.
    pub coverage: &'a Coverage,
    /// A hash of the text of the page. It orders what is equal otherwise, so that neither the names
    /// of files nor the order in which they were found can.
    pub key: &'a str,
}

/// A place in the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Position in what was given to [`order`].
    pub entry: usize,
    /// What is shown of the must-haves.
    pub band: Band,
    /// One-based; applicants who show equally much share it.
    pub place: usize,
    /// How many share the place, with this one.
    pub sharing: usize,
}

/// The order: by band, inside a band by `fit`. `fit` has one decimal, and what is equal in it shares
/// a place.
pub fn order(entries: &[Entry<'_>]) -> Vec<Standing> {
    let mut standings: Vec<Standing> = entries
        .iter()
        .enumerate()
        .map(|(entry, of)| Standing { entry, band: Band::of(of.coverage), place: 0, sharing: 0 })
        .collect();
    let fit = |standing: &Standing| tenths(entries[standing.entry].coverage.fit);
    standings.sort_by(|one, other| {
        let ahead = |standing: &Standing| (standing.band, std::cmp::Reverse(fit(standing)));
        let key = |standing: &Standing| entries[standing.entry].key;
        ahead(one).cmp(&ahead(other)).then_with(|| key(one).cmp(key(other)))
    });
    let mut start = 0;
    while start < standings.len() {
        let first = standings[start];
        let equal = |other: &&Standing| other.band == first.band && fit(other) == fit(&first);
        let sharing = standings[start..].iter().take_while(equal).count();
        for standing in &mut standings[start..start + sharing] {
            (standing.place, standing.sharing) = (start + 1, sharing);
        }
        start += sharing;
    }
    standings
}

/// A number from 0 to 100 in tenths.
#[expect(clippy::cast_possible_truncation, reason = "0 to 1,000 after rounding")]
fn tenths(fit: f64) -> i64 {
    (fit * 10.0).round() as i64
}
