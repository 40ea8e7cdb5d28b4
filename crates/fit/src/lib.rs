//! Fewer pages: how a resume comes to fit a number of them while it loses the least.
//!
//! 1. The page is set as it is. What stands behind the last wanted page is the overflow.
//! 2. It is set tighter, within what stays comfortable to read ([`Density`]). If that is enough,
//!    nothing leaves.
//! 3. Else the cheapest bullets leave that free enough lines ([`solve`]): cheapest by the facts
//!    that the grade credits them with. How many lines are enough, only the real layout knows, so
//!    each try is set.
//! 4. The rest is graded again. When it loses more points than allowed, bullets that the grade
//!    would miss become dearer, and the search begins anew.
//!
//! This crate sets and grades nothing itself: whoever calls it brings a [`Desk`].

mod items;
mod solve;

use std::collections::BTreeMap;

use items::{Parts, groups, parts};
use resume::model::Density;
use resume::{Edit, FieldPath, Grade, PageFacts, Resume};

/// Who sets and grades.
pub trait Desk {
    /// Why a page cannot be set.
    type Error;

    /// Sets the resume this tightly.
    fn set(&self, resume: &Resume, density: Density) -> Result<PageFacts, Self::Error>;

    /// Grades the resume.
    fn grade(&self, resume: &Resume) -> Grade;

    /// What a value is worth beside the grade, in credited facts: what it shows of a job.
    fn worth(&self, _path: &FieldPath) -> u64 {
        0
    }
}

/// What is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Goal {
    /// At most this many pages; at least one.
    pub pages: usize,
    /// How tightly the page is set today.
    pub density: Density,
    /// Whether it may be set tighter.
    pub may_tighten: bool,
    /// Points of the overall grade that may be lost.
    pub most_loss: f64,
}

/// What there was, and what to do.
#[derive(Clone, Debug)]
pub struct Fit {
    /// The pages as they are.
    pub before: PageFacts,
    /// The grade as it is.
    pub grade_before: Grade,
    /// Values that begin behind the last wanted page, in order.
    pub spilled: Vec<FieldPath>,
    /// Each density that was tried, with the lines that were too many.
    pub tried: Vec<(Density, usize)>,
    /// What to do; `None` when even leaving out all that may leave is not enough.
    pub plan: Option<Plan>,
}

/// What makes a resume fit.
#[derive(Clone, Debug)]
pub struct Plan {
    /// How tightly to set it.
    pub density: Density,
    /// What to leave out, in order.
    pub removed: Vec<Removed>,
    /// The pages then.
    pub after: PageFacts,
    /// The grade then.
    pub grade_after: Grade,
    /// By how many credited facts another set of lines could be better at most; 0 when no set is.
    pub slack: u64,
}

/// A value that leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Which.
    pub path: FieldPath,
    /// How many lines it takes.
    pub lines: usize,
}

impl Plan {
    /// Points of the overall grade that are lost; 0 when none is.
    pub fn loss(&self, before: &Grade) -> f64 {
        (before.overall - self.grade_after.overall).max(0.0)
    }

    /// The changes of the source, apart from its density.
    pub fn edits(&self) -> Vec<Edit> {
        edits(self.removed.iter().map(|removed| &removed.path))
    }
}

/// How much dearer a bullet becomes for each point of the grade it holds, in credited facts, from
/// one search to the next.
const PRICES: [u64; 4] = [0, 2, 8, 32];
/// Bullets that are priced one by one; each costs a grading.
const MOST_PRICED: usize = 300;

/// How `resume` comes to fit.
pub fn fit<D: Desk>(resume: &Resume, goal: &Goal, desk: &D) -> Result<Fit, D::Error> {
    let pages = goal.pages.max(1);
    let before = desk.set(resume, goal.density)?;
    let grade_before = desk.grade(resume);
    let spilled = before
        .paragraphs
        .iter()
        .filter(|(_, paragraph)| paragraph.page >= pages)
        .map(|(path, _)| path.clone())
        .collect();
    let mut found = Fit { before, grade_before, spilled, tried: Vec::new(), plan: None };
    let mut tightest = found.before.clone();
    let mut density = goal.density;
    for tried in densities(goal) {
        if tried != goal.density {
            tightest = desk.set(resume, tried)?;
        }
        density = tried;
        found.tried.push((tried, tightest.lines_behind(pages)));
        if tightest.pages <= pages {
            break;
        }
    }
    let search = Search { resume, desk, pages, density };
    if tightest.pages <= pages {
        let grade_after = found.grade_before.clone();
        found.plan =
            Some(Plan { density, removed: Vec::new(), after: tightest, grade_after, slack: 0 });
        return Ok(found);
    }
    let parts = parts(resume, &tightest, &found.grade_before);
    let prices = if parts.iter().map(|group| group.parts.len()).sum::<usize>() <= MOST_PRICED {
        &PRICES[..]
    } else {
        &PRICES[..1]
    };
    let mut points: Option<BTreeMap<FieldPath, u64>> = None;
    for price in prices {
        if *price > 0 && points.is_none() {
            points = Some(search.points(&parts, &found.grade_before));
        }
        let extra = |path: &FieldPath| {
            let points = points.as_ref().and_then(|points| points.get(path));
            points.map_or(0, |points| points * price) + items::FACT * desk.worth(path)
        };
        let Some(plan) = search.plan(&parts, &extra)? else { break };
        let loss = plan.loss(&found.grade_before);
        if found.plan.as_ref().is_none_or(|best| loss < best.loss(&found.grade_before)) {
            found.plan = Some(plan);
        }
        if loss <= goal.most_loss {
            break;
        }
    }
    Ok(found)
}

/// From the density of today to the tightest.
fn densities(goal: &Goal) -> impl Iterator<Item = Density> {
    let from = Density::ALL.iter().position(|density| *density == goal.density).unwrap_or(0);
    let count = if goal.may_tighten { usize::MAX } else { 1 };
    Density::ALL.iter().copied().skip(from).take(count)
}

fn edits<'a>(paths: impl Iterator<Item = &'a FieldPath>) -> Vec<Edit> {
    paths.map(|path| Edit::Remove { path: path.clone() }).collect()
}

/// One density and one way to price.
struct Search<'a, D> {
    resume: &'a Resume,
    desk: &'a D,
    pages: usize,
    density: Density,
}

impl<D: Desk> Search<'_, D> {
    /// Hundredths of points that the grade would lose without each part.
    fn points(&self, parts: &[Parts], before: &Grade) -> BTreeMap<FieldPath, u64> {
        let lost = |path: &FieldPath| {
            let rest = self.without(std::iter::once(path));
            let loss = (before.overall - self.desk.grade(&rest).overall).clamp(0.0, 100.0);
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
            let hundredths = (loss * 100.0) as u64;
            hundredths
        };
        let parts = parts.iter().flat_map(|group| &group.parts);
        parts.map(|part| (part.path.clone(), lost(&part.path))).collect()
    }

    fn without<'p>(&self, paths: impl Iterator<Item = &'p FieldPath>) -> Resume {
        // Paths of the resume itself can always be removed.
        self.resume.edited(&edits(paths)).unwrap_or_else(|| self.resume.clone())
    }

    /// The cheapest parts whose leaving makes the rest fit.
    fn plan(
        &self,
        parts: &[Parts],
        extra: &dyn Fn(&FieldPath) -> u64,
    ) -> Result<Option<Plan>, D::Error> {
        let groups = groups(parts, extra);
        let all: usize = groups.iter().flat_map(|group| &group.items).map(|item| item.lines).sum();
        // The fewest lines that are enough: more freed lines never make more pages.
        let (mut low, mut high) = (1, all);
        let mut best = None;
        while low <= high {
            let middle = low.midpoint(high);
            // Where some have to stay, not all lines can be freed.
            let Some(choice) = solve::cheapest(&groups, middle) else {
                high = middle - 1;
                continue;
            };
            let removed = choice.items.iter().map(|(group, item)| {
                let part = &parts[*group].parts[*item];
                Removed { path: part.path.clone(), lines: part.lines }
            });
            let removed: Vec<Removed> = removed.collect();
            let rest = self.without(removed.iter().map(|removed| &removed.path));
            let after = self.desk.set(&rest, self.density)?;
            if after.pages <= self.pages {
                best = Some((removed, after, choice.slack));
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        let Some((mut removed, mut after, slack)) = best else { return Ok(None) };
        self.put_back(&mut removed, &mut after)?;
        let rest = self.without(removed.iter().map(|removed| &removed.path));
        let grade_after = self.desk.grade(&rest);
        let slack = slack.div_ceil(items::FACT);
        Ok(Some(Plan { density: self.density, removed, after, grade_after, slack }))
    }

    /// Takes back what need not leave: breaks of pages are not additive.
    fn put_back(&self, removed: &mut Vec<Removed>, after: &mut PageFacts) -> Result<(), D::Error> {
        for at in (0..removed.len()).rev() {
            let others = removed.iter().enumerate().filter(|(other, _)| *other != at);
            let rest = self.without(others.map(|(_, removed)| &removed.path));
            let facts = self.desk.set(&rest, self.density)?;
            if facts.pages <= self.pages {
                *after = facts;
                removed.remove(at);
            }
        }
        Ok(())
    }
}
