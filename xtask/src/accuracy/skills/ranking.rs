//! Resumes ranked for job ads by what they show of them.
//!
//! Every ad is compared with every resume as the command does it: ad and resume are read as
//! documents, requirements and evidence are made of what was read. What should come first is known
//! from people alone: the share of what experts marked in the ad that people marked as a tool in
//! the resume, in the same words. An ad counts when at least one resume has something of it.
//!
//! The first two figures rank by what the command prints: the fit, and the share of exact words. People
//! marked nothing but tools in resumes, so that two more rank by the tools among what the ad asks for,
//! by any of their names and in the exact words of the ad.
//!
//! The ads are parted by a hash of their ids. How the fit weighs was decided with the first half in
//! view; the second was looked at afterwards.

use std::collections::BTreeSet;

use document::{Document, Kind, Limits};
use facts::requirement;
use matching::{Evidence, cover};
use resume::Date;
use resume::coverage::{Coverage, SkillCoverage, Status};
use roles::RolePack;

use super::{Marked, Set, is_tool};
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
    let mut figures: [[Vec<f64>; 2]; 5] = Default::default();
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
        let asked = requirement::read(&extract::read_job_document(&document).job, pack);
        let found = resumes.iter().map(|(page, _)| cover(page, &asked, pack, None).ok());
        let found: Vec<Option<Coverage>> = found.collect();
        let by = |points: &dyn Fn(&Coverage) -> f64| {
            let points = found.iter().map(|found| found.as_ref().map_or(0.0, points));
            quality(&gains, &points.collect::<Vec<f64>>())
        };
        let tools = |of: &Coverage, counts: &dyn Fn(&SkillCoverage) -> bool| {
            let skills = of.requirements.iter().flat_map(|one| &one.skills);
            skills.filter(|one| is_named_tool(one, pack) && counts(one)).count() as f64
        };
        let half = usize::from(!is_first_half(&ad.id));
        let of_ad = [
            by(&|of| of.fit),
            by(&|of| of.literal),
            by(&|of| tools(of, &is_named)),
            by(&|of| tools(of, &|one| one.literal)),
            by(&|_| 0.0),
        ];
        for (held, figure) in figures.iter_mut().zip(of_ad) {
            held[half].push(figure);
        }
    }
    let [first, second] = [0, 1].map(|half| figures[0][half].len());
    if first + second == 0 {
        return String::new();
    }
    let mean = |all: &[f64]| figure(all.iter().sum::<f64>() / all.len().max(1) as f64);
    let row = |name: &str, [one, other]: &[Vec<f64>; 2]| {
        vec![name.to_owned(), mean(&[one.as_slice(), other].concat()), mean(one), mean(other)]
    };
    let head = format!("{} resumes ranked for each of {} ads", resumes.len(), first + second);
    let halves = [format!("first half ({first})"), format!("second half ({second})")];
    let mut table = vec![[vec![head, "nDCG@10".to_owned()], halves.to_vec()].concat()];
    let names = [
        "the fit",
        "the share of exact words",
        "tools that are on the page",
        "tools that are on it in the words of the ad",
        "in any order",
    ];
    table.extend(names.iter().zip(&figures).map(|(name, held)| row(name, held)));
    format!("\n{}", rows(&table, markdown))
}

/// FNV-1a; its lower bits repeat where ids differ by a digit only.
fn is_first_half(id: &str) -> bool {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    (id.bytes().fold(0xcbf2_9ce4_8422_2325, mix) >> 20).is_multiple_of(2)
}

/// People marked tools, and nothing else, in resumes.
fn is_named_tool(skill: &SkillCoverage, pack: &RolePack) -> bool {
    let known = pack.vocabulary.by_id(&skill.skill);
    known.is_some_and(|id| is_tool(Some(pack.vocabulary.skill(id).category)))
}

/// They marked what is named, and not what follows from it.
fn is_named(skill: &SkillCoverage) -> bool {
    let follows = matches!(skill.status, Status::Implied) || skill.shown_as.is_some();
    skill.status.is_on_page() && (!follows || skill.status == Status::OtherName)
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
