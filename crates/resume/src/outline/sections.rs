//! The sections of a page, from the lists of a resume.

use super::text::{bare, joined, text, texts};
use super::{Contact, Entry, Position, Row, Section};
use crate::Date;
use crate::model::{
    Award, Basics, Bullet, Certificate, DateFormat, Education, Place, Project, Publication,
    Reference, Resume, Volunteer, Work,
};

/// All sections that hold something, in reading order: those that the resume's settings name
/// first, then the others as usual.
pub(super) fn sections(resume: &Resume) -> Vec<Section> {
    let settings = resume.vitae.as_ref();
    let dates = Dates(settings.and_then(|settings| settings.date_format).unwrap_or_default());
    let sections = [
        entries("work", "Experience", work(&resume.work, dates)),
        entries("projects", "Projects", each(&resume.projects, dates, project)),
        rows("skills", "Skills", skills(resume)),
        entries("education", "Education", each(&resume.education, dates, education)),
        entries("certificates", "Certificates", each(&resume.certificates, dates, certificate)),
        entries(
            "publications",
            "Publications and talks",
            each(&resume.publications, dates, publication),
        ),
        entries("awards", "Awards", each(&resume.awards, dates, award)),
        entries("volunteer", "Volunteering", each(&resume.volunteer, dates, volunteer)),
        rows("languages", "Languages", languages(resume)),
        rows("interests", "Interests", interests(resume)),
        entries("references", "References", resume.references.iter().map(reference).collect()),
    ];
    let mut sections: Vec<Section> = sections.into_iter().flatten().collect();
    let wanted = settings.map_or(&[][..], |settings| &settings.sections);
    // Stable: what is not named keeps its order behind what is.
    sections.sort_by_key(|section| {
        wanted.iter().position(|id| id == section.id).unwrap_or(wanted.len())
    });
    sections
}

/// Keys of the sections a page can have, in their usual order.
pub const SECTIONS: [&str; 11] = [
    "work", "projects", "skills", "education", "certificates", "publications", "awards",
    "volunteer", "languages", "interests", "references",
];

fn each<T>(items: &[T], dates: Dates, entry: fn(&T, Dates) -> Entry) -> Vec<Entry> {
    items.iter().map(|item| entry(item, dates)).collect()
}

/// How dates are worded.
#[derive(Clone, Copy)]
struct Dates(DateFormat);

impl Dates {
    fn shown(self, date: &Date) -> String {
        date.display_as(self.0).into_owned()
    }

    /// `Mar 2021 – Present`; one date when start and end read alike. An entry that began and has
    /// no end goes on.
    fn period(self, start: Option<&Date>, end: Option<&Date>) -> Option<String> {
        let end = end.map(|end| self.shown(end));
        match (start.map(|start| self.shown(start)), end) {
            (None, end) => end,
            (Some(start), None) => Some(format!("{start} – Present")),
            (Some(start), Some(end)) if start == end => Some(start),
            (Some(start), Some(end)) => Some(format!("{start} – {end}")),
        }
    }
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

/// Ways to reach the person, the place first.
pub(super) fn contact(basics: &Basics) -> Vec<Contact> {
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

fn place(place: &Place) -> Option<String> {
    let Place { address, postal_code, city, region, country_code, .. } = place;
    let town: Vec<String> =
        [postal_code, city].into_iter().filter_map(|part| text(part.as_ref())).collect();
    let town = (!town.is_empty()).then(|| town.join(" "));
    joined([address.as_ref(), town.as_ref(), region.as_ref(), country_code.as_ref()])
}

/// Consecutive roles at one employer become one entry.
fn work(work: &[Work], dates: Dates) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for role in work {
        let heading = text(role.name.as_ref());
        let position = Position {
            title: text(role.position.as_ref()),
            dates: dates.period(role.start_date.as_ref(), role.end_date.as_ref()),
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

fn volunteer(role: &Volunteer, dates: Dates) -> Entry {
    let position = Position {
        title: text(role.position.as_ref()),
        dates: dates.period(role.start_date.as_ref(), role.end_date.as_ref()),
        summary: text(role.summary.as_ref()),
        bullets: bullets(&role.highlights),
        ..Position::default()
    };
    Entry::single(role.organization.as_ref(), role.url.as_ref(), position)
}

fn project(project: &Project, dates: Dates) -> Entry {
    let roles: Vec<&String> = project.roles.iter().collect();
    let title =
        joined(roles.into_iter().map(Some).chain([project.entity.as_ref(), project.kind.as_ref()]));
    let position = Position {
        title,
        dates: dates.period(project.start_date.as_ref(), project.end_date.as_ref()),
        summary: text(project.description.as_ref()),
        bullets: bullets(&project.highlights),
        keywords: texts(&project.keywords),
        ..Position::default()
    };
    let mut entry = Entry::single(project.name.as_ref(), project.url.as_ref(), position);
    entry.address = entry.url.as_deref().map(bare);
    entry
}

fn education(school: &Education, dates: Dates) -> Entry {
    let position = Position {
        title: joined([school.study_type.as_ref(), school.area.as_ref()]),
        dates: dates.period(school.start_date.as_ref(), school.end_date.as_ref()),
        summary: text(school.score.as_ref()),
        keywords: texts(&school.courses),
        ..Position::default()
    };
    Entry::single(school.institution.as_ref(), school.url.as_ref(), position)
}

fn certificate(certificate: &Certificate, dates: Dates) -> Entry {
    let date = certificate.date.as_ref().map(|date| dates.shown(date));
    let position = Position { dates: date, ..Position::default() };
    let mut entry = Entry::single(certificate.name.as_ref(), certificate.url.as_ref(), position);
    entry.context = text(certificate.issuer.as_ref());
    entry
}

fn publication(publication: &Publication, dates: Dates) -> Entry {
    let position = Position {
        dates: publication.release_date.as_ref().map(|date| dates.shown(date)),
        summary: text(publication.summary.as_ref()),
        ..Position::default()
    };
    let mut entry = Entry::single(publication.name.as_ref(), publication.url.as_ref(), position);
    entry.context = text(publication.publisher.as_ref());
    entry.address = entry.url.as_deref().map(bare);
    entry
}

fn award(award: &Award, dates: Dates) -> Entry {
    let position = Position {
        dates: award.date.as_ref().map(|date| dates.shown(date)),
        summary: text(award.summary.as_ref()),
        ..Position::default()
    };
    let mut entry = Entry::single(award.title.as_ref(), None, position);
    entry.context = text(award.awarder.as_ref());
    entry
}

fn reference(reference: &Reference) -> Entry {
    let position = Position { summary: text(reference.reference.as_ref()), ..Position::default() };
    Entry::single(reference.name.as_ref(), None, position)
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
