//! What the first places must tell together: a system, a size, a title with dates, a language or
//! data store.

use std::ops::Range;

use resume::{FieldPath, Resume};
use roles::{Category, RolePack};

use super::{Asked, Zone};
use crate::grade::is_scale;
use crate::memory::Memory;
use crate::page::{Page, Part, Unit};
use crate::skills;

/// All four, in the order people look for them.
pub(super) fn checklist(
    resume: &Resume,
    page: &Page,
    memory: &Memory,
    pack: &RolePack,
    zones: &[Zone],
) -> Vec<Asked> {
    let seen = |unit: &&Unit| {
        let opening = page.units.iter().find(|unit| unit.part == Part::Summary);
        let is_opening = opening.is_some_and(|opening| std::ptr::eq(opening, *unit));
        is_opening
            || (unit.part != Part::Summary && zones.iter().any(|zone| zone.path == unit.path))
    };
    let (first, later): (Vec<&Unit>, Vec<&Unit>) = page.units.iter().partition(|unit| seen(unit));
    let listed = || listed_skill(resume, memory, pack);
    let look = |find: fn(&Unit, &RolePack) -> Option<Range<usize>>| {
        Found::of(&first, &later, |unit| find(unit, pack))
    };
    vec![
        look(|unit, _| system(unit)).asked(
            "system",
            "a system, by its name",
            "name in the headline or the first sentence the system you know best, as your team \
             calls it",
            None,
        ),
        look(|unit, _| quantity(unit)).asked(
            "quantity",
            "one quantity with its unit",
            "put one size or one result with its unit into the first sentence or the first \
             bullet: 40k messages a second, p99 from 900 ms to 120 ms",
            None,
        ),
        title_and_dates(resume),
        look(language_or_store).asked(
            "language-or-store",
            "the language or data store you work with most",
            "name it in the headline, the first sentence or the first bullet",
            listed(),
        ),
    ]
}

/// Where something is told: in the first places, or later.
enum Found {
    Seen(String, FieldPath),
    Later(FieldPath),
    Nowhere,
}

impl Found {
    fn of(first: &[&Unit], later: &[&Unit], find: impl Fn(&Unit) -> Option<Range<usize>>) -> Self {
        if let Some((unit, range)) = first.iter().find_map(|unit| Some((unit, find(unit)?))) {
            return Self::Seen(unit.said(&range).to_owned(), unit.path.clone());
        }
        let later = later.iter().find(|unit| find(unit).is_some());
        later.map_or(Self::Nowhere, |unit| Self::Later(unit.path.clone()))
    }

    /// `listed` is where it stands outside running text, if anywhere.
    fn asked(
        self,
        item: &'static str,
        title: &'static str,
        hint: &str,
        listed: Option<FieldPath>,
    ) -> Asked {
        let (quote, path) = match self {
            Self::Seen(quote, path) => (Some(quote), Some(path)),
            Self::Later(path) => (None, Some(path)),
            Self::Nowhere => (None, listed),
        };
        let hint = match (&quote, &path) {
            (Some(_), _) => None,
            (None, Some(path)) => Some(format!("it stands only at `{path}`: {hint}")),
            (None, None) => Some(hint.to_owned()),
        };
        Asked { item, title, quote, path, line: None, hint }
    }
}

/// A particular thing, named as such or by what was done to it.
fn system(unit: &Unit) -> Option<Range<usize>> {
    let claimed = unit.facts.claims.iter().filter_map(|claim| claim.object.as_ref());
    let specific = claimed.filter(|object| object.specificity == facts::Specificity::Specific);
    let named = unit.facts.things.iter().filter(|_| !unit.part.is_bullet());
    specific.chain(named).next().map(|thing| thing.range.clone())
}

/// How big something is, or what changed.
fn quantity(unit: &Unit) -> Option<Range<usize>> {
    let change = unit.facts.changes.first().map(|change| change.range.clone());
    let scale = unit.facts.measured().find(|quantity| is_scale(quantity));
    change.or_else(|| scale.map(|quantity| quantity.range.clone()))
}

fn is_language_or_store(category: Category) -> bool {
    matches!(category, Category::Language | Category::Database)
}

fn language_or_store(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let mut mentions = unit.facts.skills.iter();
    let found = mentions
        .find(|mention| is_language_or_store(pack.vocabulary.skill(mention.skill).category))?;
    Some(found.range.clone())
}

/// The first language or data store of the skills section.
fn listed_skill(resume: &Resume, memory: &Memory, pack: &RolePack) -> Option<FieldPath> {
    let items = skills::items(resume, memory, pack);
    let named = items.into_iter().find(|item| {
        let mut mentions = item.mentions.iter();
        mentions.any(|mention| is_language_or_store(pack.vocabulary.skill(mention.skill).category))
    });
    named.map(|item| item.path)
}

fn title_and_dates(resume: &Resume) -> Asked {
    let path = FieldPath::root().key("work").index(0);
    let role = resume.work.first();
    let title = role
        .and_then(|role| role.position.as_deref())
        .map(str::trim)
        .filter(|title| !title.is_empty());
    let start = role.and_then(|role| role.start_date.as_ref()).filter(|date| date.year().is_some());
    let hint = match (title, start) {
        (Some(_), Some(_)) => None,
        (Some(_), None) => Some("give your current role a start, such as 2023-02"),
        (None, Some(_)) => Some("give your current role a title, such as Backend engineer"),
        (None, None) => {
            Some("begin the work section with your current role, its title and its start")
        }
    };
    let quote = title.zip(start).map(|(title, start)| format!("{title}, {start}"));
    Asked {
        item: "current-role",
        title: "the current title, with dates",
        quote,
        path: role.map(|_| path),
        line: None,
        hint: hint.map(str::to_owned),
    }
}
