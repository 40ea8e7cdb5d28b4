//! Resumes ranked for job ads by what they show of them.
//!
//! Every ad is compared with every resume as the command does it: ad and resume are read as
//! documents, requirements and evidence are made of what was read. What should come first is known
//! from people alone: the share of what experts marked in the ad that people marked as a tool in
//! the resume, in the same words. An ad counts when at least one resume has something of it.
//!
//! People marked nothing but tools in resumes, so that the first figure ranks by the tools among what
//! the ad asks for. Two more rank by the same in the exact words of the ad, and by the fit with all
//! that is no tool, with weights and ceiling.

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
    let mut figures: [Vec<f64>; 4] = Default::default();
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
        figures[0].push(by(&|of| tools(of, &is_named)));
        figures[1].push(by(&|of| tools(of, &|one| one.literal)));
        figures[2].push(by(&|of| of.fit * 1000.0 + of.uncapped));
        figures[3].push(by(&|_| 0.0));
    }
    let ads = figures[0].len();
    if ads == 0 {
        return String::new();
    }
    let row = |name: &str, all: &[f64]| {
        vec![name.to_owned(), figure(all.iter().sum::<f64>() / all.len() as f64)]
    };
    let head = format!("{} resumes ranked for each of {ads} ads", resumes.len());
    let table = [
        vec![head, "nDCG@10".to_owned()],
        row("tools that are on the page", &figures[0]),
        row("tools that are on it in the words of the ad", &figures[1]),
        row("fit, with all that is no tool", &figures[2]),
        row("in any order", &figures[3]),
    ];
    format!("\n{}", rows(&table, markdown))
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
