//! Variants: one resume, cut for one kind of job.
//!
//! A cut has fewer bullets than the whole, so that its paths are others. [`Cut`] remembers where
//! everything stands in the whole: findings about the cut point into the file they were made for.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::model::{Bullet, Settings, Variant};
use crate::outline::SECTIONS;
use crate::{Edit, FieldPath, Finding, Parsed, Resume, Review, Segment};

/// There is no variant of this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownVariant {
    /// The name as given.
    pub name: String,
    /// The names there are, in order.
    pub known: Vec<String>,
}

impl fmt::Display for UnknownVariant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no variant `{}`", self.name)
    }
}

impl std::error::Error for UnknownVariant {}

/// A variant of a resume, with where its values stand in the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    /// The resume as the variant shows it. It has no variants of its own.
    pub resume: Resume,
    /// The variant's name.
    name: String,
    /// Lists of the whole that lost items. None stands inside another.
    kept: BTreeMap<FieldPath, Kept>,
    /// Values that the variant words itself: where the cut shows them, where the file has them.
    instead: Vec<(FieldPath, FieldPath)>,
}

/// What is left of a list.
#[derive(Clone, Debug, PartialEq)]
struct Kept {
    /// Positions in the whole of what stayed, in order.
    positions: Vec<usize>,
    /// How many items the whole has.
    of: usize,
}

impl Resume {
    /// The resume as the variant called `name` shows it. See [`Resume::cut`].
    pub fn variant(&self, name: &str) -> Result<Self, UnknownVariant> {
        self.cut(name).map(|cut| cut.resume)
    }

    /// The resume as the variant called `name` shows it, with where everything comes from.
    ///
    /// Nothing is added but the variant's own label and summary, and nothing changes its order but
    /// sections. Allowances of findings stay with the values they name; those of a value that is
    /// left out go with it.
    pub fn cut(&self, name: &str) -> Result<Cut, UnknownVariant> {
        let variants = self.vitae.as_ref().map(|settings| &settings.variants);
        let Some(variant) = variants.and_then(|variants| variants.get(name)) else {
            let known = variants.map(|all| all.keys().cloned().collect()).unwrap_or_default();
            return Err(UnknownVariant { name: name.to_owned(), known });
        };
        let mut cut = Cut {
            resume: self.clone(),
            name: name.to_owned(),
            kept: BTreeMap::new(),
            instead: Vec::new(),
        };
        cut.reword(variant);
        cut.leave_out(variant);
        cut.move_allowances();
        if let Some(settings) = &mut cut.resume.vitae {
            settings.variants.clear();
            if *settings == Settings::default() {
                cut.resume.vitae = None;
            }
        }
        Ok(cut)
    }
}

impl Cut {
    /// The reader's result, as a check of the cut needs it: its findings about what the cut shows,
    /// at the paths of the cut. Places are to be found in `parsed` itself, by
    /// [`Cut::point_into_source`].
    pub fn parsed(&self, parsed: &Parsed) -> Parsed {
        let findings = parsed.findings.iter().filter_map(|finding| {
            let path = self.of_source(&finding.path)?;
            Some(Finding { path, fix: None, ..finding.clone() })
        });
        Parsed {
            resume: self.resume.clone(),
            findings: findings.collect(),
            origin: parsed.origin,
            ..Parsed::default()
        }
    }

    /// Makes everything that a review of the cut points at point into the whole.
    pub fn point_into_source(&self, review: &mut Review) {
        let allowed = review.allowed.iter_mut().map(|allowed| &mut allowed.finding);
        for finding in review.findings.iter_mut().chain(allowed) {
            self.finding_in_source(finding);
        }
        for bullet in &mut review.grade.bullets {
            bullet.path = self.in_source(&bullet.path);
        }
        for quote in review.grade.criteria.iter_mut().flat_map(|one| &mut one.quotes) {
            quote.path = self.in_source(&quote.path);
        }
    }

    /// Makes a finding about the cut, and what it offers to change, one about the whole.
    pub fn finding_in_source(&self, finding: &mut Finding) {
        finding.path = self.in_source(&finding.path);
        for edit in finding.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
            self.edit_in_source(edit);
        }
    }

    /// True for a value of the whole that the cut shows, and for what is said of it.
    pub fn shows(&self, path: &FieldPath) -> bool {
        self.of_source(path).is_some()
    }

    /// Where the whole has the value that the cut has at `path`.
    pub fn in_source(&self, path: &FieldPath) -> FieldPath {
        if let Some((shown, written)) = self.instead.iter().find(|one| path.starts_with(&one.0)) {
            let rest = &path.segments()[shown.segments().len()..];
            return written.segments().iter().chain(rest).cloned().collect();
        }
        self.moved(path, |kept, index| kept.positions.get(index).copied())
            .unwrap_or_else(|| path.clone())
    }

    /// Where the cut has the value that the whole has at `path`; `None` when it does not show it.
    fn of_source(&self, path: &FieldPath) -> Option<FieldPath> {
        let replaced = self.instead.iter().any(|(shown, _)| path.starts_with(shown));
        let other = match path.segments() {
            [Segment::Key(first), Segment::Key(second), Segment::Key(name), ..] => {
                first == "vitae" && second == "variants" && **name != *self.name
            }
            _ => false,
        };
        if replaced || other {
            return None;
        }
        self.moved(path, |kept, index| kept.positions.binary_search(&index).ok())
    }

    /// `path` with positions in lists that lost items given by `position`.
    fn moved(
        &self,
        path: &FieldPath,
        position: impl Fn(&Kept, usize) -> Option<usize>,
    ) -> Option<FieldPath> {
        let mut steps = path.segments().to_vec();
        for at in 0..steps.len() {
            let Segment::Index(index) = steps[at] else { continue };
            let list: FieldPath = steps[..at].iter().cloned().collect();
            if let Some(kept) = self.kept.get(&list) {
                steps[at] = Segment::Index(position(kept, index)?);
                break;
            }
        }
        Some(steps.into_iter().collect())
    }

    fn edit_in_source(&self, edit: &mut Edit) {
        match edit {
            Edit::Replace { path, .. } | Edit::Remove { path } | Edit::Insert { path, .. } => {
                *path = self.in_source(path);
            }
            Edit::Reorder { path, order } => {
                // What the cut does not show keeps its place.
                if let Some(kept) = self.kept.get(path) {
                    let mut whole: Vec<usize> = (0..kept.of).collect();
                    for (new, old) in order.iter().enumerate() {
                        let both = (kept.positions.get(new), kept.positions.get(*old));
                        if let (Some(to), Some(from)) = both {
                            whole[*to] = *from;
                        }
                    }
                    *order = whole;
                }
                *path = self.in_source(path);
            }
        }
    }

    /// What the variant says in its own words.
    fn reword(&mut self, variant: &Variant) {
        let own = FieldPath::root().key("vitae").key("variants").key(self.name.clone());
        let texts = [("label", &variant.label), ("summary", &variant.summary)];
        for (key, text) in texts {
            let Some(text) = text else { continue };
            let basics = self.resume.basics.get_or_insert_default();
            let shown = if key == "label" { &mut basics.label } else { &mut basics.summary };
            *shown = Some(text.clone());
            self.instead.push((FieldPath::root().key("basics").key(key), own.key(key)));
        }
        if !variant.sections.is_empty() {
            let settings = self.resume.vitae.get_or_insert_default();
            settings.sections.clone_from(&variant.sections);
            let shown = FieldPath::root().key("vitae").key("sections");
            self.instead.push((shown, own.key("sections")));
        }
    }

    fn leave_out(&mut self, variant: &Variant) {
        for section in variant.omit.iter().map(|name| name.trim()) {
            self.leave_section_out(section);
        }
        let selection = Selection::of(variant);
        let root = FieldPath::root();
        let mut bullets: Vec<(FieldPath, &mut Vec<Bullet>)> = Vec::new();
        let Resume { work, volunteer, projects, .. } = &mut self.resume;
        let at = |section: &'static str, index| root.key(section).index(index).key("highlights");
        let lists = work.iter_mut().map(|one| &mut one.highlights).enumerate();
        bullets.extend(lists.map(|(index, list)| (at("work", index), list)));
        let lists = volunteer.iter_mut().map(|one| &mut one.highlights).enumerate();
        bullets.extend(lists.map(|(index, list)| (at("volunteer", index), list)));
        let lists = projects.iter_mut().map(|one| &mut one.highlights).enumerate();
        bullets.extend(lists.map(|(index, list)| (at("projects", index), list)));
        for (path, list) in bullets {
            let shown: Vec<bool> = list.iter().map(|bullet| selection.shows(bullet)).collect();
            if shown.contains(&false) {
                self.kept.insert(path, keep(list, &shown));
            }
        }
    }

    fn leave_section_out(&mut self, section: &str) {
        let resume = &mut self.resume;
        let count = match section {
            "work" => empty(&mut resume.work),
            "projects" => empty(&mut resume.projects),
            "skills" => empty(&mut resume.skills),
            "education" => empty(&mut resume.education),
            "certificates" => empty(&mut resume.certificates),
            "publications" => empty(&mut resume.publications),
            "awards" => empty(&mut resume.awards),
            "volunteer" => empty(&mut resume.volunteer),
            "languages" => empty(&mut resume.languages),
            "interests" => empty(&mut resume.interests),
            "references" => empty(&mut resume.references),
            _ => return,
        };
        let path = FieldPath::root().key(section.to_owned());
        self.kept.entry(path).or_insert(Kept { positions: Vec::new(), of: count });
    }

    /// Allowances name values of the whole.
    fn move_allowances(&mut self) {
        let Some(mut settings) = self.resume.vitae.take() else { return };
        let mut stays = Vec::with_capacity(settings.allow.len());
        for allowance in &mut settings.allow {
            let path = allowance.at.as_ref().and_then(|at| at.trim().parse::<FieldPath>().ok());
            let moved = path.as_ref().map(|path| self.of_source(path));
            stays.push(moved != Some(None));
            if let (Some(Some(moved)), Some(path)) = (moved, path)
                && moved != path
            {
                allowance.at = Some(moved.to_string());
            }
        }
        if stays.contains(&false) {
            let kept = keep(&mut settings.allow, &stays);
            self.kept.insert(FieldPath::root().key("vitae").key("allow"), kept);
        }
        self.resume.vitae = Some(settings);
    }
}

/// Takes items that do not stay out of a list; gives what is left of it.
fn keep<T>(list: &mut Vec<T>, stays: &[bool]) -> Kept {
    let mut each = stays.iter();
    list.retain(|_| each.next().copied().unwrap_or(true));
    let positions = stays.iter().enumerate().filter(|(_, stays)| **stays);
    Kept { positions: positions.map(|(index, _)| index).collect(), of: stays.len() }
}

/// Empties a list; gives how many items it had.
fn empty<T>(list: &mut Vec<T>) -> usize {
    let count = list.len();
    list.clear();
    count
}

/// The words a variant chooses bullets by.
struct Selection<'a> {
    select: BTreeSet<&'a str>,
    omit: BTreeSet<&'a str>,
}

impl<'a> Selection<'a> {
    fn of(variant: &'a Variant) -> Self {
        let words = |list: &'a [String]| list.iter().map(|word| word.trim());
        Self {
            select: words(&variant.select).collect(),
            // A word that is the key of a section means the section.
            omit: words(&variant.omit).filter(|word| !SECTIONS.contains(word)).collect(),
        }
    }

    fn shows(&self, bullet: &Bullet) -> bool {
        let mut names = bullet.id.iter().chain(&bullet.tags).map(|name| name.trim()).peekable();
        let (named, mut selected) = (names.peek().is_some(), self.select.is_empty());
        for name in names {
            if self.omit.contains(name) {
                return false;
            }
            selected |= self.select.contains(name);
        }
        selected || !named
    }
}

#[cfg(test)]
mod tests;
