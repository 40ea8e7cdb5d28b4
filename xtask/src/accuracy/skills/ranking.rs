//! Resumes ranked for job ads by what they show of them.
//!
//! Every ad is compared with every resume as the command does it: ad and resume are read as
//! documents, requirements and evidence are made of what was read. What should come first is known
//! from people alone: the share of what experts marked in the ad that people marked as a tool in
//! the resume. An ad counts when at least one resume has something of it.

use std::collections::BTreeSet;

use document::{Document, Kind, Limits};
use facts::requirement;
use matching::{Evidence, cover};
use resume::Date;
use roles::RolePack;

use super::{Marked, Set};
use crate::table::{figure, rows};

/// Places of a ranking that count.
const FIRST: usize = 10;

/// Figures of the ranking; empty without documents.
pub(crate) fn table(all: &[Marked], markdown: bool) -> String {
    let pack = RolePack::backend_engineer();
    // The resumes end about then; nothing of this set is dated well enough for a day to matter.
    let as_of = Date::Month(2020, 1);
    let of_set = |set: Set| all.iter().filter(move |one| one.set == set);
    let resumes: Vec<(Evidence, BTreeSet<String>)> = of_set(Set::Resumes)
        .filter_map(|one| {
            let parsed = extract::read_document(&text(one)?).parsed;
            Some((Evidence::of_parsed(&parsed, pack, &as_of), one.texts(&one.gold)))
        })
        .collect();
    let (mut by_fit, mut by_words, mut by_chance) = (Vec::new(), Vec::new(), Vec::new());
    for ad in of_set(Set::Ads) {
        let wanted = ad.texts(&ad.gold);
        let gains: Vec<f64> = resumes
            .iter()
            .map(|(_, tools)| {
                wanted.intersection(tools).count() as f64 / wanted.len().max(1) as f64
            })
            .collect();
        if gains.iter().all(|gain| *gain <= 0.0) {
            continue;
        }
        let Some(document) = text(ad) else { continue };
        let job = extract::read_job_document(&document).job;
        let asked = requirement::read(&job, pack);
        let found = resumes.iter().map(|(page, _)| {
            let found = cover(page, &asked, pack, None);
            found.map_or((0.0, 0.0, 0.0), |found| (found.fit, found.uncapped, found.literal))
        });
        let found: Vec<(f64, f64, f64)> = found.collect();
        let fits: Vec<f64> = found.iter().map(|found| found.0 * 1000.0 + found.1).collect();
        let literal: Vec<f64> = found.iter().map(|found| found.2).collect();
        by_fit.push(quality(&gains, &fits));
        by_words.push(quality(&gains, &literal));
        by_chance.push(quality(&gains, &vec![0.0; gains.len()]));
    }
    if by_fit.is_empty() {
        return String::new();
    }
    let mean = |all: &[f64]| figure(all.iter().sum::<f64>() / all.len() as f64);
    let row = |name: &str, all: &[f64]| vec![name.to_owned(), mean(all)];
    let head = format!("{} resumes ranked for each of {} ads", resumes.len(), by_fit.len());
    let table = [
        vec![head, "nDCG@10".to_owned()],
        row("by fit", &by_fit),
        row("by exact words", &by_words),
        row("in any order", &by_chance),
    ];
    format!("\n{}", rows(&table, markdown))
}

fn text(one: &Marked) -> Option<Document> {
    document::read(one.text.as_bytes(), Kind::Text, &Limits::default()).ok()
}

/// nDCG of the first places. Documents of equal points share their places: each place gets the mean
/// of their gains, so that no order of files counts.
fn quality(gains: &[f64], points: &[f64]) -> f64 {
    let mut order: Vec<usize> = (0..gains.len()).collect();
    order.sort_by(|a, b| points[*b].total_cmp(&points[*a]));
    let mut placed = Vec::with_capacity(gains.len());
    for tied in order.chunk_by(|a, b| points[*a].total_cmp(&points[*b]).is_eq()) {
        let mean = tied.iter().map(|at| gains[*at]).sum::<f64>() / tied.len() as f64;
        placed.extend(std::iter::repeat_n(mean, tied.len()));
    }
    let mut best = gains.to_vec();
    best.sort_by(|a, b| b.total_cmp(a));
    discounted(&placed) / discounted(&best)
}

fn discounted(gains: &[f64]) -> f64 {
    let places = gains.iter().take(FIRST).enumerate();
    places.map(|(at, gain)| gain / (at as f64 + 2.0).log2()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ranking_is_as_good_as_its_first_places() {
        let check = |gains: &[f64], points: &[f64], expected: f64| {
            let found = quality(gains, points);
            assert!((found - expected).abs() < 1e-3, "{gains:?} {points:?}: {found}");
        };
        check(&[1.0, 0.5, 0.0], &[3.0, 2.0, 1.0], 1.0);
        check(&[1.0, 0.0], &[1.0, 2.0], 0.631);
        check(&[1.0, 0.0], &[1.0, 1.0], 0.815);
        check(&[1.0; 20], &[1.0; 20], 1.0);
    }
}
