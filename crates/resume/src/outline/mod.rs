//! What a page shows, in reading order: the resume with dates worded, employers grouped and
//! private fields left out.
//!
//! Every renderer (PDF, text, …) walks the same outline, so no two of them can disagree on what
//! is shown or in which order; [`Outline::leaves`] is what a reader of any of them must find.

mod sections;
mod text;

use serde::Serialize;

pub use self::sections::SECTIONS;
use self::sections::{contact, sections};
pub(crate) use self::text::{bare, text};
use crate::model::Resume;

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
    /// The page of a resume, in the order and with the dates its settings ask for.
    pub fn of(resume: &Resume) -> Self {
        let basics = resume.basics.clone().unwrap_or_default();
        Self {
            contact: contact(&basics),
            name: text(basics.name.as_ref()),
            label: text(basics.label.as_ref()),
            summary: text(basics.summary.as_ref()),
            sections: sections(resume),
        }
    }

    /// What a viewer calls a file of this page.
    pub fn title(&self) -> String {
        match &self.name {
            Some(name) => format!("{name} – Resume"),
            None => "Resume".to_owned(),
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
