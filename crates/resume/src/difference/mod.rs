//! Two resumes side by side: what one says that the other does not.
//!
//! Compared is what a page can show: settings, notes on the file, ids, tags and private evidence
//! are left aside, and white space as well. Entries and bullets are paired before they are
//! compared, so that a reworded bullet is one change, and a moved one is no two.

mod flatten;
mod pair;

use schemars::JsonSchema;
use serde::Serialize;

use crate::Resume;
use crate::outline::{Outline, SECTIONS};
use flatten::{Entry, entries_of, entry_of};
use pair::{Pair, pair_bullets, pair_entries};

/// What differs between two resumes, the first read as earlier than the second.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// Sections that differ, in the usual order of a page.
    pub sections: Vec<SectionDifference>,
    /// The order of the sections that both show, when it differs.
    pub order: Option<OrderDifference>,
}

/// What differs inside one section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SectionDifference {
    /// Its key: `basics`, `work`.
    pub section: String,
    /// Fields that stand in no entry; those of `basics`.
    pub fields: Vec<FieldDifference>,
    /// Entries, in the order of the second resume; those it does not have stand first.
    pub entries: Vec<EntryDifference>,
}

/// The order of sections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OrderDifference {
    /// Keys of sections in the first resume.
    pub was: Vec<String>,
    /// The same keys as the second one has them.
    pub now: Vec<String>,
}

/// One entry: a job, a school, a group of skills.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "change", rename_all = "lowercase")]
pub enum EntryDifference {
    /// Only the first resume has it.
    Removed {
        /// What it is called.
        entry: String,
        /// Its position in the first resume, from 1.
        was: usize,
        /// How many bullets went with it.
        bullets: usize,
    },
    /// Only the second resume has it.
    Added {
        /// What it is called.
        entry: String,
        /// Its position in the second resume, from 1.
        now: usize,
        /// How many bullets came with it.
        bullets: usize,
    },
    /// Both have it, and not alike.
    Changed {
        /// What it is called in the second resume.
        entry: String,
        /// Its position in the first resume, from 1.
        was: usize,
        /// Its position in the second resume, from 1.
        now: usize,
        /// True when it stands before or behind others than it did.
        moved: bool,
        /// Fields that differ.
        fields: Vec<FieldDifference>,
        /// Bullets that differ: those only the first has, then those of the second in its order.
        bullets: Vec<BulletDifference>,
    },
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum FieldDifference {
    /// A text, a date.
    Text {
        /// Its key: `label`, `location.city`.
        field: String,
        /// In the first resume.
        was: Option<String>,
        /// In the second resume.
        now: Option<String>,
    },
    /// A list of short texts: keywords, courses, profiles.
    Items {
        /// Its key.
        field: String,
        /// What only the first has.
        removed: Vec<String>,
        /// What only the second has.
        added: Vec<String>,
        /// True when what both have stands in another order.
        moved: bool,
    },
}

/// One bullet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "change", rename_all = "lowercase")]
pub enum BulletDifference {
    /// Only the first resume has it.
    Removed {
        /// Its position there, from 1.
        was: usize,
        /// Its text.
        text: String,
    },
    /// Only the second resume has it.
    Added {
        /// Its position there, from 1.
        now: usize,
        /// Its text.
        text: String,
    },
    /// Both have it, in other words.
    Reworded {
        /// Its position in the first resume, from 1.
        was: usize,
        /// Its position in the second resume, from 1.
        now: usize,
        /// True when it stands before or behind others than it did.
        moved: bool,
        /// Its text in the first resume.
        from: String,
        /// Its text in the second resume.
        to: String,
    },
    /// Both have it, word for word, before or behind others than it was.
    Moved {
        /// Its position in the first resume, from 1.
        was: usize,
        /// Its position in the second resume, from 1.
        now: usize,
        /// Its text.
        text: String,
    },
}

impl Difference {
    /// Compares two resumes.
    pub fn between(was: &Resume, now: &Resume) -> Self {
        let order = order(was, now);
        let values = [was, now].map(|resume| serde_json::to_value(resume).unwrap_or_default());
        let [was, now] = &values;
        let mut sections = Vec::new();
        let fields = fields(&entry_of(&was["basics"]), &entry_of(&now["basics"]));
        if !fields.is_empty() {
            let (section, entries) = ("basics".to_owned(), Vec::new());
            sections.push(SectionDifference { section, fields, entries });
        }
        for section in SECTIONS {
            let entries = entries(section, &entries_of(&was[section]), &entries_of(&now[section]));
            if !entries.is_empty() {
                let (section, fields) = (section.to_owned(), Vec::new());
                sections.push(SectionDifference { section, fields, entries });
            }
        }
        Self { sections, order }
    }

    /// True when both say the same.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty() && self.order.is_none()
    }
}

/// Sections that both show, when their order differs.
fn order(was: &Resume, now: &Resume) -> Option<OrderDifference> {
    let keys = |resume: &Resume| -> Vec<&'static str> {
        Outline::of(resume).sections.iter().map(|section| section.id).collect()
    };
    let (was, now) = (keys(was), keys(now));
    let both = |list: &[&str], other: &[&str]| -> Vec<String> {
        list.iter().filter(|key| other.contains(key)).map(|key| (*key).to_owned()).collect()
    };
    let (was, now) = (both(&was, &now), both(&now, &was));
    (was != now).then_some(OrderDifference { was, now })
}

fn entries(section: &str, was: &[Entry], now: &[Entry]) -> Vec<EntryDifference> {
    let pairs = pair_entries(section, was, now);
    let mut found: Vec<EntryDifference> = unpaired(was.len(), pairs.iter().map(|pair| pair.was))
        .map(|at| EntryDifference::Removed {
            entry: was[at].title(section),
            was: at + 1,
            bullets: was[at].bullets.len(),
        })
        .collect();
    let mut rest: Vec<(usize, EntryDifference)> =
        unpaired(now.len(), pairs.iter().map(|pair| pair.now))
            .map(|at| {
                let entry = now[at].title(section);
                let bullets = now[at].bullets.len();
                (at, EntryDifference::Added { entry, now: at + 1, bullets })
            })
            .collect();
    for Pair { was: from, now: to, moved } in pairs {
        let fields = fields(&was[from], &now[to]);
        let bullets = bullets(&was[from], &now[to]);
        if moved || !fields.is_empty() || !bullets.is_empty() {
            let entry = now[to].title(section);
            let (was, now) = (from + 1, to + 1);
            let changed = EntryDifference::Changed { entry, was, now, moved, fields, bullets };
            rest.push((to, changed));
        }
    }
    rest.sort_by_key(|(at, _)| *at);
    found.extend(rest.into_iter().map(|(_, entry)| entry));
    found
}

fn bullets(was: &Entry, now: &Entry) -> Vec<BulletDifference> {
    let pairs = pair_bullets(&was.bullets, &now.bullets);
    let (was, now) = (&was.bullets, &now.bullets);
    let mut found: Vec<BulletDifference> = unpaired(was.len(), pairs.iter().map(|pair| pair.was))
        .map(|at| BulletDifference::Removed { was: at + 1, text: was[at].text.clone() })
        .collect();
    let mut rest: Vec<(usize, BulletDifference)> =
        unpaired(now.len(), pairs.iter().map(|pair| pair.now))
            .map(|at| (at, BulletDifference::Added { now: at + 1, text: now[at].text.clone() }))
            .collect();
    for Pair { was: from, now: to, moved } in pairs {
        let (before, after) = (&was[from].text, &now[to].text);
        let (was, now) = (from + 1, to + 1);
        if before != after {
            let (from, text) = (before.clone(), after.clone());
            rest.push((to, BulletDifference::Reworded { was, now, moved, from, to: text }));
        } else if moved {
            rest.push((to, BulletDifference::Moved { was, now, text: after.clone() }));
        }
    }
    rest.sort_by_key(|(at, _)| *at);
    found.extend(rest.into_iter().map(|(_, bullet)| bullet));
    found
}

/// Positions below `count` that are not among `paired`.
fn unpaired(count: usize, paired: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
    let mut free = vec![true; count];
    paired.for_each(|at| free[at] = false);
    free.into_iter().enumerate().filter(|(_, free)| *free).map(|(at, _)| at)
}

/// Fields in the order of the first resume, then those that only the second has.
fn fields(was: &Entry, now: &Entry) -> Vec<FieldDifference> {
    let mut found = Vec::new();
    for field in was.keys().chain(now.keys().filter(|key| !was.has(key))) {
        let (before, after) = (was.text(field), now.text(field));
        if before != after {
            let owned = |text: Option<&str>| text.map(str::to_owned);
            found.push(FieldDifference::Text {
                field: field.to_owned(),
                was: owned(before),
                now: owned(after),
            });
        }
        found.extend(items(field, was.items(field), now.items(field)));
    }
    found
}

fn items(field: &str, was: &[String], now: &[String]) -> Option<FieldDifference> {
    if was == now {
        return None;
    }
    let pairs = pair::equal(was, now);
    let removed = unpaired(was.len(), pairs.iter().map(|pair| pair.was));
    let added = unpaired(now.len(), pairs.iter().map(|pair| pair.now));
    Some(FieldDifference::Items {
        field: field.to_owned(),
        removed: removed.map(|at| was[at].clone()).collect(),
        added: added.map(|at| now[at].clone()).collect(),
        moved: pairs.iter().any(|pair| pair.moved),
    })
}

#[cfg(test)]
mod tests;
