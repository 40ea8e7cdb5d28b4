//! What a page shows, in reading order: the resume with dates worded, employers grouped and
//! private fields left out.
//!
//! Every renderer (PDF, text, …) walks the same outline, so no two of them can disagree on what
//! is shown or in which order; [`Outline::leaves`] is what a reader of any of them must find.

use serde::Serialize;

use crate::Date;
use crate::model::{Basics, Bullet, Education, Place, Project, Resume, Work};

/// A page, ready to be set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Outline {
    /// The person's name.
    pub name: Option<String>,
    /// The line under the name.
    pub label: Option<String>,
    /// Place, e-mail, phone, links.
    pub contact: Vec<Contact>,
    /// The opening paragraph.
    pub summary: Option<String>,
    /// Sections in reading order; none is empty.
    pub sections: Vec<Section>,
}

/// One way to reach the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// The network's name when the text alone does not say it.
    pub label: Option<String>,
    /// The text to show.
    pub text: String,
    /// Where the text leads.
    pub url: Option<String>,
}

/// A titled part of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The JSON Resume key, e.g. `work`.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// Dated things, one below another.
    pub entries: Vec<Entry>,
    /// Labeled lists, one line each.
    pub rows: Vec<Row>,
}

/// An employer, school, project, prize, …
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its name.
    pub heading: Option<String>,
    /// Where the name leads.
    pub url: Option<String>,
    /// The address as text, where the reader should see it.
    pub address: Option<String>,
    /// What it is, in a few words.
    pub context: Option<String>,
    /// Roles there, most recent first; at least one.
    pub positions: Vec<Position>,
}

/// One role or period of an [`Entry`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Position {
    /// The title.
    pub title: Option<String>,
    /// The period, worded.
    pub dates: Option<String>,
    /// Where.
    pub location: Option<String>,
    /// A line or a short paragraph.
    pub summary: Option<String>,
    /// Claims.
    pub bullets: Vec<String>,
    /// Technologies, courses.
    pub keywords: Vec<String>,
}

/// A labeled list on one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What the list is about.
    pub label: Option<String>,
    /// A word beside the label, e.g. a level.
    pub note: Option<String>,
    /// The items.
    pub items: Vec<String>,
}

impl Outline {
    /// The page of a resume.
    pub fn of(resume: &Resume) -> Self {
        let basics = resume.basics.clone().unwrap_or_default();
        let sections = [
            entries("work", "Experience", work(&resume.work)),
            entries("projects", "Projects", resume.projects.iter().map(project).collect()),
            rows("skills", "Skills", skills(resume)),
            entries("education", "Education", resume.education.iter().map(education).collect()),
            entries("certificates", "Certificates", certificates(resume)),
            entries("publications", "Publications and talks", publications(resume)),
            entries("awards", "Awards", awards(resume)),
            entries("volunteer", "Volunteering", volunteer(resume)),
            rows("languages", "Languages", languages(resume)),
            rows("interests", "Interests", interests(resume)),
            entries("references", "References", references(resume)),
        ];
        Self {
            contact: contact(&basics),
            name: text(basics.name.as_ref()),
            label: text(basics.label.as_ref()),
            summary: text(basics.summary.as_ref()),
            sections: sections.into_iter().flatten().collect(),
        }
    }

    /// Every text a reader must find, in reading order.
    pub fn leaves(&self) -> Vec<&str> {
        let mut leaves: Vec<&str> = Vec::new();
        leaves.extend(self.name.as_deref());
        leaves.extend(self.label.as_deref());
        for contact in &self.contact {
            leaves.extend(contact.label.as_deref());
            leaves.push(&contact.text);
        }
        leaves.extend(self.summary.as_deref());
        for section in &self.sections {
            leaves.push(section.title);
            for entry in &section.entries {
                leaves.extend(entry.heading.as_deref());
                leaves.extend(entry.context.as_deref());
                leaves.extend(entry.address.as_deref());
                for position in &entry.positions {
                    leaves.extend(position.title.as_deref());
                    leaves.extend(position.location.as_deref());
                    leaves.extend(position.dates.as_deref());
                    leaves.extend(position.summary.as_deref());
                    leaves.extend(position.bullets.iter().map(String::as_str));
                    leaves.extend(position.keywords.iter().map(String::as_str));
                }
            }
            for row in &section.rows {
                leaves.extend(row.label.as_deref());
                leaves.extend(row.note.as_deref());
                leaves.extend(row.items.iter().map(String::as_str));
            }
        }
        leaves
    }
}

/// A text with white space collapsed, ligature characters spelled out and characters nobody sees
/// left out, so that every reader finds the letters; `None` when nothing is left.
fn text(value: Option<&String>) -> Option<String> {
    let visible: String = value?.chars().filter(|c| !is_invisible(*c)).collect();
    let words: Vec<String> = visible.split_whitespace().map(without_ligatures).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Soft hyphen, zero-width characters, direction marks, variation selectors, control characters.
fn is_invisible(c: char) -> bool {
    let zero_width = matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    );
    zero_width || (c.is_control() && !c.is_whitespace())
}

/// Ligature characters come with text copied out of a PDF.
fn without_ligatures(word: &str) -> String {
    const LIGATURES: [(char, &str); 7] = [
        ('\u{FB00}', "ff"),
        ('\u{FB01}', "fi"),
        ('\u{FB02}', "fl"),
        ('\u{FB03}', "ffi"),
        ('\u{FB04}', "ffl"),
        ('\u{FB05}', "st"),
        ('\u{FB06}', "st"),
    ];
    LIGATURES.into_iter().fold(word.to_owned(), |word, (c, letters)| word.replace(c, letters))
}

fn texts<'a>(values: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    values.into_iter().filter_map(|value| text(Some(value))).collect()
}

fn joined<'a>(parts: impl IntoIterator<Item = Option<&'a String>>) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().filter_map(text).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn bullets(bullets: &[Bullet]) -> Vec<String> {
    texts(bullets.iter().map(|bullet| &bullet.text))
}

fn entries(id: &'static str, title: &'static str, entries: Vec<Entry>) -> Option<Section> {
    let entries: Vec<Entry> = entries.into_iter().filter(|entry| !entry.is_blank()).collect();
    (!entries.is_empty()).then_some(Section { id, title, entries, rows: Vec::new() })
}

fn rows(id: &'static str, title: &'static str, rows: Vec<Row>) -> Option<Section> {
    let rows: Vec<Row> = rows.into_iter().filter(|row| *row != Row::default()).collect();
    (!rows.is_empty()).then_some(Section { id, title, entries: Vec::new(), rows })
}

impl Entry {
    fn is_blank(&self) -> bool {
        self.heading.is_none()
            && self.context.is_none()
            && self.address.is_none()
            && self.positions.iter().all(|position| *position == Position::default())
    }

    /// An entry with a single, untitled position.
    fn single(heading: Option<&String>, url: Option<&String>, position: Position) -> Self {
        Self {
            heading: text(heading),
            url: text(url),
            positions: vec![position],
            ..Self::default()
        }
    }
}

/// `Mar 2021 – Present`; one date when start and end read alike. An entry that began and has no
/// end goes on.
fn period(start: Option<&Date>, end: Option<&Date>) -> Option<String> {
    let start_text = start.map(Date::display);
    let end_text = end.map(Date::display);
    match (start_text, end_text) {
        (None, None) => None,
        (None, Some(end)) => Some(end.into_owned()),
        (Some(start), None) => Some(format!("{start} – Present")),
        (Some(start), Some(end)) if start == end => Some(start.into_owned()),
        (Some(start), Some(end)) => Some(format!("{start} – {end}")),
    }
}

fn contact(basics: &Basics) -> Vec<Contact> {
    let plain = |text: String| Contact { label: None, text, url: None };
    let link = |text: String, url: String| Contact { label: None, text, url: Some(url) };
    let mut contact = Vec::new();
    contact.extend(basics.location.as_ref().and_then(place).map(plain));
    contact.extend(text(basics.email.as_ref()).map(|email| {
        let url = format!("mailto:{email}");
        link(email, url)
    }));
    contact.extend(text(basics.phone.as_ref()).map(|phone| {
        let digits = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+');
        let url = format!("tel:{}", digits.collect::<String>());
        link(phone, url)
    }));
    contact.extend(text(basics.url.as_ref()).map(|url| link(bare(&url), url)));
    for profile in &basics.profiles {
        let (network, username) = (text(profile.network.as_ref()), text(profile.username.as_ref()));
        let shown = match (text(profile.url.as_ref()), username) {
            // The address usually contains the name; when it does not, both are shown.
            (Some(url), Some(name)) if !url.contains(&name) => {
                Some((format!("{name} ({})", bare(&url)), Some(url)))
            }
            (Some(url), _) => Some((bare(&url), Some(url))),
            (None, Some(name)) => Some((name, None)),
            (None, None) => None,
        };
        match (network, shown) {
            (label, Some((text, url))) => contact.push(Contact { label, text, url }),
            (Some(network), None) => contact.push(plain(network)),
            (None, None) => {}
        }
    }
    contact
}

/// An address without scheme and closing slash.
fn bare(url: &str) -> String {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.unwrap_or(url).trim_end_matches('/').to_owned()
}

fn place(place: &Place) -> Option<String> {
    let Place { address, postal_code, city, region, country_code, .. } = place;
    let town: Vec<String> =
        [postal_code, city].into_iter().filter_map(|part| text(part.as_ref())).collect();
    let town = (!town.is_empty()).then(|| town.join(" "));
    joined([address.as_ref(), town.as_ref(), region.as_ref(), country_code.as_ref()])
}

/// Consecutive roles at one employer become one entry.
fn work(work: &[Work]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for role in work {
        let heading = text(role.name.as_ref());
        let position = Position {
            title: text(role.position.as_ref()),
            dates: period(role.start_date.as_ref(), role.end_date.as_ref()),
            location: text(role.location.as_ref()),
            summary: text(role.summary.as_ref()),
            bullets: bullets(&role.highlights),
            keywords: Vec::new(),
        };
        let context = text(role.description.as_ref());
        match entries.last_mut() {
            Some(last) if heading.is_some() && last.heading == heading => {
                // What the employer does is said once, by the entry that says it.
                if last.context.is_none() {
                    last.context = context;
                } else if context.is_some() && last.context != context {
                    entries.push(Entry {
                        heading,
                        context,
                        positions: vec![position],
                        ..Entry::default()
                    });
                    continue;
                }
                last.positions.push(position);
            }
            _ => entries.push(Entry {
                heading,
                url: text(role.url.as_ref()),
                context,
                positions: vec![position],
                ..Entry::default()
            }),
        }
    }
    for entry in &mut entries {
        say_location_once(entry);
    }
    entries
}

/// Roles at one employer and one place name the place at the first of them.
fn say_location_once(entry: &mut Entry) {
    let mut said: Option<String> = None;
    for position in &mut entry.positions {
        if position.location.is_some() && position.location == said {
            position.location = None;
        } else if position.location.is_some() {
            said.clone_from(&position.location);
        }
    }
}

fn volunteer(resume: &Resume) -> Vec<Entry> {
    let entry = |role: &crate::model::Volunteer| {
        let position = Position {
            title: text(role.position.as_ref()),
            dates: period(role.start_date.as_ref(), role.end_date.as_ref()),
            summary: text(role.summary.as_ref()),
            bullets: bullets(&role.highlights),
            ..Position::default()
        };
        Entry::single(role.organization.as_ref(), role.url.as_ref(), position)
    };
    resume.volunteer.iter().map(entry).collect()
}

fn project(project: &Project) -> Entry {
    let roles: Vec<&String> = project.roles.iter().collect();
    let title =
        joined(roles.into_iter().map(Some).chain([project.entity.as_ref(), project.kind.as_ref()]));
    let position = Position {
        title,
        dates: period(project.start_date.as_ref(), project.end_date.as_ref()),
        summary: text(project.description.as_ref()),
        bullets: bullets(&project.highlights),
        keywords: texts(&project.keywords),
        ..Position::default()
    };
    let mut entry = Entry::single(project.name.as_ref(), project.url.as_ref(), position);
    entry.address = entry.url.as_deref().map(bare);
    entry
}

fn education(school: &Education) -> Entry {
    let position = Position {
        title: joined([school.study_type.as_ref(), school.area.as_ref()]),
        dates: period(school.start_date.as_ref(), school.end_date.as_ref()),
        summary: text(school.score.as_ref()),
        keywords: texts(&school.courses),
        ..Position::default()
    };
    Entry::single(school.institution.as_ref(), school.url.as_ref(), position)
}

fn certificates(resume: &Resume) -> Vec<Entry> {
    let entry = |certificate: &crate::model::Certificate| {
        let position =
            Position { dates: certificate.date.as_ref().map(shown), ..Position::default() };
        let mut entry =
            Entry::single(certificate.name.as_ref(), certificate.url.as_ref(), position);
        entry.context = text(certificate.issuer.as_ref());
        entry
    };
    resume.certificates.iter().map(entry).collect()
}

fn publications(resume: &Resume) -> Vec<Entry> {
    let entry = |publication: &crate::model::Publication| {
        let position = Position {
            dates: publication.release_date.as_ref().map(shown),
            summary: text(publication.summary.as_ref()),
            ..Position::default()
        };
        let mut entry =
            Entry::single(publication.name.as_ref(), publication.url.as_ref(), position);
        entry.context = text(publication.publisher.as_ref());
        entry.address = entry.url.as_deref().map(bare);
        entry
    };
    resume.publications.iter().map(entry).collect()
}

fn awards(resume: &Resume) -> Vec<Entry> {
    let entry = |award: &crate::model::Award| {
        let position = Position {
            dates: award.date.as_ref().map(shown),
            summary: text(award.summary.as_ref()),
            ..Position::default()
        };
        let mut entry = Entry::single(award.title.as_ref(), None, position);
        entry.context = text(award.awarder.as_ref());
        entry
    };
    resume.awards.iter().map(entry).collect()
}

fn references(resume: &Resume) -> Vec<Entry> {
    let entry = |reference: &crate::model::Reference| {
        let position =
            Position { summary: text(reference.reference.as_ref()), ..Position::default() };
        Entry::single(reference.name.as_ref(), None, position)
    };
    resume.references.iter().map(entry).collect()
}

fn shown(date: &Date) -> String {
    date.display().into_owned()
}

fn skills(resume: &Resume) -> Vec<Row> {
    let row = |skill: &crate::model::Skill| Row {
        label: text(skill.name.as_ref()),
        note: text(skill.level.as_ref()),
        items: texts(&skill.keywords),
    };
    resume.skills.iter().map(row).collect()
}

fn languages(resume: &Resume) -> Vec<Row> {
    let row = |language: &crate::model::Language| Row {
        label: text(language.language.as_ref()),
        note: text(language.fluency.as_ref()),
        items: Vec::new(),
    };
    resume.languages.iter().map(row).collect()
}

fn interests(resume: &Resume) -> Vec<Row> {
    let row = |interest: &crate::model::Interest| Row {
        label: text(interest.name.as_ref()),
        note: None,
        items: texts(&interest.keywords),
    };
    resume.interests.iter().map(row).collect()
}
