//! Every place on a page that names a job title, an employer or client, a school or a degree.
//!
//! The fields of a resume hold one value each; pages say more: clients in a list of projects, the
//! title in the summary, the school behind "from". A mention is any such place, with the cue that
//! made it one. Where language leaves open how far a name goes, both readings are mentions, one
//! inside the other: the degree with and without its subject, the title with and without its
//! grade, the school with and without its department.
//!
//! The way of a page: paragraphs become words and joints between them (`phrase`), each kind has
//! its own reader (`titles`, `employers` with `heads`, `schools`, `degrees`), and `beside` reads names that go
//! over two lines. Each looks at a bounded number of words around a cue, so that the time grows
//! with the text.

mod beside;
mod degrees;
mod employers;
mod heads;
mod phrase;
mod schools;
#[cfg(test)]
mod tests;
mod titles;

use std::ops::Range;

use document::{Document, Part};
use resume::{FieldPath, Region};

use crate::Reading;
use crate::fields::para::{self, Para};
use crate::fields::sections;
use crate::recognize::headings::Section;
use crate::recognize::{contact, dates, looks, place, text};
use phrase::Line;

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// A job title: `Senior Java Developer`.
    Title,
    /// An employer or a client: `Acme Ltd`.
    Employer,
    /// A school: `University of Oslo`.
    School,
    /// A degree or a certificate: `BSc in Physics`, `Certified Public Accountant`.
    Degree,
}

/// What made a place a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cue {
    /// It became a field of the resume.
    Field,
    /// A label stands before it: `Client:`, `Role:`.
    Label,
    /// It is a line, or a part of a line, of its own.
    Alone,
    /// `as`, `as a`, `am a` before it; for an employer, `as` and a title behind it.
    As,
    /// Years of experience behind it.
    Experience,
    /// A role that is looked for.
    Sought,
    /// A title with an employer behind it, or the employer beside a title.
    Employer,
    /// The noun of a role with known words before it.
    Role,
    /// A legal form ends it: `Ltd`.
    LegalForm,
    /// Work is said to be done `at`, `for`, `with` or `in` it.
    Employment,
    /// A place stands behind it.
    Place,
    /// A date stands behind or below it.
    Date,
    /// A noun of schools is part of it.
    SchoolNoun,
    /// It is known by this name.
    Known,
    /// A degree stands above or before it.
    Degree,
    /// A word or an abbreviation of degrees begins it.
    DegreeWord,
    /// It is the field of a degree.
    Subject,
    /// `Certified` is part of it.
    Certificate,
    /// A title and the employer below it read as one name.
    TitleAndEmployer,
    /// A subject and the school below it read as one name.
    SubjectAndSchool,
}

impl MentionKind {
    /// Its name in output: `title`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Employer => "employer",
            Self::School => "school",
            Self::Degree => "degree",
        }
    }
}

impl Cue {
    /// The cue in words that follow "because of": `a label before it`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Field => "its place in an entry",
            Self::Label => "a label before it",
            Self::Alone => "a line of its own",
            Self::As => "\"as\" beside it",
            Self::Experience => "years of experience behind it",
            Self::Sought => "a role that is looked for",
            Self::Employer => "an employer or a title beside it",
            Self::Role => "a noun of roles and words before it",
            Self::LegalForm => "a legal form",
            Self::Employment => "work that was done there",
            Self::Place => "a place behind it",
            Self::Date => "a date beside it",
            Self::SchoolNoun => "a noun of schools",
            Self::Known => "a known name",
            Self::Degree => "a degree beside it",
            Self::DegreeWord => "a word for a degree",
            Self::Subject => "a subject that is studied",
            Self::Certificate => "the word \"certified\"",
            Self::TitleAndEmployer => "a title with its employer",
            Self::SubjectAndSchool => "a subject with its school",
        }
    }
}

/// One place on the page that names something.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// What it names.
    pub kind: MentionKind,
    /// Its words; a blank where two lines meet.
    pub text: String,
    /// Its bytes in the text of the document (`Document::placed`), which is also the text of the
    /// reading's source map.
    pub range: Range<usize>,
    /// Where it begins on paper; `None` for formats without pages.
    pub region: Option<Region>,
    /// What made it a mention.
    pub cue: Cue,
}

/// Reads the mentions of a document, those of `reading` (the same document's) among them.
///
/// In the order of the text; of two that begin at one place the longer first; each range once a
/// kind. Readings of one place overlap, mentions of different places do not. Total: any document
/// gives a list. Takes time in proportion to the text.
///
/// ```
/// use document::{Kind, Limits};
///
/// let text = b"I worked as a test engineer at Brightline Ltd.";
/// let document = document::read(text, Kind::Text, &Limits::default()).expect("text");
/// let mentions = extract::mentions(&document, &extract::read_document(&document));
/// assert_eq!(mentions[0].text, "test engineer");
/// assert_eq!(mentions[1].text, "Brightline Ltd");
/// ```
pub fn mentions(document: &Document, reading: &Reading) -> Vec<Mention> {
    let placed = document.placed();
    let paras = para::paragraphs(document, &placed);
    let page = Page::new(document, &paras);
    let mut found = Vec::new();
    titles::find(&page, &mut found);
    employers::find(&page, &mut found);
    schools::find(&page, &mut found);
    degrees::find(&page, &mut found);
    beside::find(&page, &mut found);
    let map = &reading.parsed.source_map;
    let mut mentions: Vec<Mention> = fields(reading);
    mentions.extend(found.into_iter().filter_map(|one| one.placed(&paras)));
    mentions.retain(|one| one.text.chars().any(char::is_alphabetic));
    mentions.sort_by(|a, b| {
        let key = |one: &Mention| (one.range.start, usize::MAX - one.range.end, one.kind, one.cue);
        key(a).cmp(&key(b))
    });
    mentions.dedup_by(|next, kept| {
        next.kind == kept.kind
            && (next.range == kept.range
                || next.text == kept.text && next.range.start == kept.range.start)
    });
    for one in &mut mentions {
        one.region = map.region(&one.range);
    }
    mentions
}

/// Values of fields that name something, where they stand.
fn fields(reading: &Reading) -> Vec<Mention> {
    const KEYS: [(MentionKind, &str, &str, Option<&str>); 4] = [
        (MentionKind::Title, "work", "position", None),
        (MentionKind::Employer, "work", "name", None),
        (MentionKind::School, "education", "institution", None),
        (MentionKind::Degree, "education", "studyType", Some("area")),
    ];
    let (resume, map) = (&reading.parsed.resume, &reading.parsed.source_map);
    let mut mentions = Vec::new();
    for (kind, list, key, more) in KEYS {
        let entries = if list == "work" { resume.work.len() } else { resume.education.len() };
        for entry in (0..entries).map(|at| FieldPath::root().key(list).index(at)) {
            let range = |key: &'static str| map.get(&entry.key(key)).map(|span| span.value.clone());
            let first = range(key);
            // A subject behind the kind of degree belongs to it.
            let both = first.clone().zip(more.and_then(range)).and_then(|(kind, area)| {
                (kind.end <= area.start && area.start - kind.end < 8)
                    .then_some(kind.start..area.end)
            });
            for range in first.into_iter().chain(both) {
                let Some(text) = map.text().get(range.clone()) else { continue };
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                if !holds(kind, &text) {
                    continue;
                }
                mentions.push(Mention { kind, text, range, region: None, cue: Cue::Field });
            }
        }
    }
    mentions
}

/// True when the words of a field do not deny what its place makes them: a label, a date and the
/// middle of a sentence name nothing.
fn holds(kind: MentionKind, text: &str) -> bool {
    let score = match kind {
        MentionKind::Title => looks::title(text).max(looks::employer(text)),
        MentionKind::Employer => looks::employer(text),
        MentionKind::School => looks::school(text).max(looks::employer(text)),
        MentionKind::Degree => looks::degree(text),
    };
    let place = place::place(text) >= 0.7 && score < 0.5;
    let begins = text.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || score >= 0.5;
    score >= 0.25 && begins && !place && !text.contains(": ") && !dates::is_period(text)
}

/// All paragraphs of text, cut into words.
struct Page<'a> {
    lines: Vec<Line<'a>>,
}

impl<'a> Page<'a> {
    fn new(document: &Document, paras: &'a [Para]) -> Self {
        let mut sections: Vec<(Option<Section>, bool, bool)> =
            vec![(None, false, false); paras.len()];
        for stretch in sections::split(document, paras) {
            for &at in &stretch.paras {
                sections[at] = (stretch.kind, stretch.heading.is_none(), false);
            }
            if let Some(at) = stretch.heading.filter(|_| stretch.kind.is_some()) {
                sections[at].2 = true;
            }
        }
        let lines = paras
            .iter()
            .enumerate()
            .filter(|(at, para)| {
                !sections[*at].2 && !matches!(para.part, Part::Header | Part::Footer)
            })
            .map(|(at, para)| Line {
                parts: Vec::new(),
                para: at,
                text: &para.text,
                words: text::words(&para.text),
                section: sections[at].0,
                top: sections[at].1,
                item: para.is_item(),
                dated: !para.times.is_empty() && dates::is_period(&para.text),
                contact: is_contact(&para.text),
            })
            .map(Line::cut)
            .collect();
        Self { lines }
    }
}

fn is_contact(text: &str) -> bool {
    text.contains('@') && !contact::emails(text).is_empty()
        || text.contains("://")
        || text.contains("www.")
}

/// A mention before it has its place in the document.
struct Found {
    kind: MentionKind,
    para: usize,
    range: Range<usize>,
    /// Where it goes on in another paragraph.
    more: Option<(usize, Range<usize>)>,
    cue: Cue,
}

impl Found {
    fn of(kind: MentionKind, line: &Line<'_>, range: Range<usize>, cue: Cue) -> Self {
        Self { kind, para: line.para, range, more: None, cue }
    }

    fn placed(self, paras: &[Para]) -> Option<Mention> {
        let para = paras.get(self.para)?;
        let mut text = para.text.get(self.range.clone())?.to_owned();
        let mut range = para.placed(&self.range);
        if let Some((next, more)) = self.more {
            let para = paras.get(next)?;
            text.push(' ');
            text.push_str(para.text.get(more.clone())?);
            range.end = para.placed(&more).end.max(range.end);
        }
        (range.start < range.end).then_some(Mention {
            kind: self.kind,
            text,
            range,
            region: None,
            cue: self.cue,
        })
    }
}
