//! The page as a grader may see it: texts with their facts, and periods of work. Nothing on it
//! tells who the person is.

use std::sync::Arc;

use facts::Facts;
use resume::model::{Bullet, Publication};
use resume::{Date, FieldPath, Resume};
use roles::RolePack;
use sha2::{Digest, Sha256};

use crate::fingerprint::short;
use crate::memory::Memory;
use crate::similarity::same_stories;

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The line under the name.
    Label,
    /// A sentence of the summary.
    Summary,
    /// The scope line of a role.
    ScopeLine,
    /// A bullet of a job.
    Work,
    /// A bullet or the description of a project.
    Project,
    /// A bullet of an unpaid role.
    Volunteer,
}

impl Part {
    /// True for bullets, false for prose.
    pub fn is_bullet(self) -> bool {
        matches!(self, Self::Work | Self::Project | Self::Volunteer)
    }
}

/// One text of the page with what was read from it.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Which value it stands in.
    pub path: FieldPath,
    /// Where it begins inside that value's text, in bytes.
    pub offset: usize,
    /// Where it stands.
    pub part: Part,
    /// The text.
    pub text: String,
    /// What it says; shared, because a page that is graded again keeps most of its texts.
    pub facts: Arc<Facts>,
}

/// A dated period of paid work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub start: Option<Date>,
    /// Last day; `None` while it goes on.
    pub end: Option<Date>,
}

/// A published piece of work, as far as a reader can check it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Which entry.
    pub path: FieldPath,
    /// Its title.
    pub title: String,
}

/// A page without identity: the only thing the grader sees.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Texts in page order.
    pub units: Vec<Unit>,
    /// Paid work, in page order.
    pub periods: Vec<Period>,
    /// Publications and talks with a venue and a date.
    pub proofs: Vec<Proof>,
    /// Pairs `(earlier, later)` of units that tell the same story, sorted.
    pub same_stories: Vec<(usize, usize)>,
}

impl Page {
    /// Takes from a resume what may be graded.
    pub fn of(resume: &Resume, pack: &RolePack) -> Self {
        Self::with(resume, pack, &Memory::default())
    }

    /// As [`Page::of`]; a text that was read before is not read again.
    pub(crate) fn with(resume: &Resume, pack: &RolePack, memory: &Memory) -> Self {
        let mut page = Self::default();
        let source = &Source { pack, memory };
        let root = FieldPath::root();
        let basics = root.key("basics");
        if let Some(person) = &resume.basics {
            page.text(&basics.key("label"), Part::Label, person.label.as_deref(), source);
            let summary = person.summary.as_deref().unwrap_or_default();
            for (offset, sentence) in sentences(summary) {
                page.unit(basics.key("summary"), offset, Part::Summary, sentence, source);
            }
        }
        for (index, role) in resume.work.iter().enumerate() {
            let path = root.key("work").index(index);
            page.periods
                .push(Period { start: role.start_date.clone(), end: role.end_date.clone() });
            page.text(&path.key("summary"), Part::ScopeLine, role.summary.as_deref(), source);
            page.bullets(&path, Part::Work, &role.highlights, source);
        }
        for (index, project) in resume.projects.iter().enumerate() {
            let path = root.key("projects").index(index);
            page.text(
                &path.key("description"),
                Part::ScopeLine,
                project.description.as_deref(),
                source,
            );
            page.bullets(&path, Part::Project, &project.highlights, source);
        }
        for (index, role) in resume.volunteer.iter().enumerate() {
            let path = root.key("volunteer").index(index);
            page.text(&path.key("summary"), Part::ScopeLine, role.summary.as_deref(), source);
            page.bullets(&path, Part::Volunteer, &role.highlights, source);
        }
        for (index, publication) in resume.publications.iter().enumerate() {
            page.proofs.extend(proof(root.key("publications").index(index), publication));
        }
        page.same_stories = same_stories(&page.units);
        page
    }

    /// The first 16 hexadecimal digits of a SHA-256 over all that is on the page.
    pub(crate) fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for Unit { path, offset, part, text, facts: _ } in &self.units {
            hash.update(format!("{path} {offset} {part:?} {text:?}\n"));
        }
        hash.update(format!("{:?}\n{:?}\n", self.periods, self.proofs));
        short(hash)
    }

    fn text(&mut self, path: &FieldPath, part: Part, text: Option<&str>, source: &Source<'_>) {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            self.unit(path.clone(), 0, part, text, source);
        }
    }

    fn bullets(&mut self, role: &FieldPath, part: Part, bullets: &[Bullet], source: &Source<'_>) {
        for (index, bullet) in bullets.iter().enumerate() {
            self.text(&role.key("highlights").index(index), part, Some(&bullet.text), source);
        }
    }

    fn unit(
        &mut self,
        path: FieldPath,
        offset: usize,
        part: Part,
        text: &str,
        source: &Source<'_>,
    ) {
        let facts = source.memory.facts(text, source.pack);
        self.units.push(Unit { path, offset, part, text: text.to_owned(), facts });
    }
}

/// Where the facts of a text come from.
struct Source<'a> {
    pack: &'a RolePack,
    memory: &'a Memory,
}

/// A title with a venue and a date can be checked by anybody.
fn proof(path: FieldPath, publication: &Publication) -> Option<Proof> {
    let dated = publication.release_date.as_ref().is_some_and(|date| date.year().is_some());
    let venue = publication.publisher.as_ref().is_some_and(|venue| !venue.trim().is_empty());
    let title = publication.name.clone().filter(|name| !name.trim().is_empty())?;
    (dated && venue).then_some(Proof { path, title })
}

/// Sentences with their byte offsets. A sentence ends at `.`, `!` or `?` before white space; the
/// dots of `Node.js`, `1.2` and `e.g.` are no ends.
fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    for (at, c) in text.char_indices() {
        let ends = matches!(c, '.' | '!' | '?')
            && bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace)
            && !text[..at].ends_with("e.g")
            && !text[..at].ends_with("i.e");
        if ends {
            push_trimmed(&mut sentences, text, start, at + 1);
            start = at + 1;
        }
    }
    push_trimmed(&mut sentences, text, start, text.len());
    sentences
}

fn push_trimmed<'a>(
    sentences: &mut Vec<(usize, &'a str)>,
    text: &'a str,
    start: usize,
    end: usize,
) {
    let slice = &text[start..end];
    let trimmed = slice.trim();
    if !trimmed.is_empty() {
        let lead = slice.len() - slice.trim_start().len();
        sentences.push((start + lead, trimmed));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = sentences(text);
        assert_eq!(found.iter().map(|(_, text)| *text).collect::<Vec<_>>(), expected);
        for (offset, sentence) in found {
            assert!(text[offset..].starts_with(sentence));
        }
    }

    #[test]
    fn sentences_end_where_readers_stop() {
        check("Owns the router. Cut p99 to 1.2 s.", &["Owns the router.", "Cut p99 to 1.2 s."]);
        check("Node.js services, e.g. billing", &["Node.js services, e.g. billing"]);
        check("  ", &[]);
        check("Ends\n here.\nNext", &["Ends\n here.", "Next"]);
    }
}
