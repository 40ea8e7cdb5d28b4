//! Every text that a page shows, with its place: for rules that look at all of them.

use resume::model::Bullet;
use resume::{FieldPath, Resume};

/// A text of the page.
#[derive(Clone, Debug)]
pub(crate) struct Leaf<'a> {
    /// Which value.
    pub(crate) path: FieldPath,
    /// As written.
    pub(crate) text: &'a str,
}

/// Texts in page order. Dates, contact data and settings are left out.
pub(crate) fn leaves(resume: &Resume) -> Vec<Leaf<'_>> {
    collected(resume, true)
}

/// The texts that are no unit of the page, in page order: names, titles, skills, schools.
pub(crate) fn beside_units(resume: &Resume) -> Vec<Leaf<'_>> {
    collected(resume, false)
}

/// `units` tells whether headline, summary, scope lines and bullets are wanted as well.
fn collected(resume: &Resume, units: bool) -> Vec<Leaf<'_>> {
    let mut all = Leaves { list: Vec::new(), units };
    let root = FieldPath::root();
    if let Some(person) = &resume.basics {
        let path = root.key("basics");
        all.texts(&path, &[("name", &person.name)]);
        all.units(&path, &[("label", &person.label), ("summary", &person.summary)]);
    }
    for (index, role) in resume.work.iter().enumerate() {
        let path = root.key("work").index(index);
        all.texts(&path, &[("name", &role.name), ("description", &role.description)]);
        all.texts(&path, &[("position", &role.position)]);
        all.units(&path, &[("summary", &role.summary)]);
        all.bullets(&path, &role.highlights);
    }
    for (index, role) in resume.volunteer.iter().enumerate() {
        let path = root.key("volunteer").index(index);
        all.texts(&path, &[("organization", &role.organization)]);
        all.texts(&path, &[("position", &role.position)]);
        all.units(&path, &[("summary", &role.summary)]);
        all.bullets(&path, &role.highlights);
    }
    for (index, project) in resume.projects.iter().enumerate() {
        let path = root.key("projects").index(index);
        all.texts(&path, &[("name", &project.name)]);
        all.units(&path, &[("description", &project.description)]);
        all.bullets(&path, &project.highlights);
        all.list(&path.key("keywords"), &project.keywords);
    }
    for (index, group) in resume.skills.iter().enumerate() {
        let path = root.key("skills").index(index);
        all.texts(&path, &[("name", &group.name)]);
        all.list(&path.key("keywords"), &group.keywords);
    }
    for (index, school) in resume.education.iter().enumerate() {
        let path = root.key("education").index(index);
        all.texts(&path, &[("area", &school.area), ("studyType", &school.study_type)]);
        all.list(&path.key("courses"), &school.courses);
    }
    for (index, award) in resume.awards.iter().enumerate() {
        let path = root.key("awards").index(index);
        all.texts(&path, &[("title", &award.title), ("summary", &award.summary)]);
    }
    for (index, certificate) in resume.certificates.iter().enumerate() {
        all.texts(&root.key("certificates").index(index), &[("name", &certificate.name)]);
    }
    for (index, publication) in resume.publications.iter().enumerate() {
        let path = root.key("publications").index(index);
        all.texts(&path, &[("name", &publication.name), ("summary", &publication.summary)]);
    }
    all.list
}

struct Leaves<'a> {
    list: Vec<Leaf<'a>>,
    /// Texts that are units of the page are wanted as well.
    units: bool,
}

impl<'a> Leaves<'a> {
    fn push(&mut self, path: FieldPath, text: &'a str) {
        if !text.trim().is_empty() {
            self.list.push(Leaf { path, text });
        }
    }

    fn texts(&mut self, entry: &FieldPath, texts: &[(&'static str, &'a Option<String>)]) {
        for (key, text) in texts {
            if let Some(text) = text {
                self.push(entry.key(*key), text);
            }
        }
    }

    fn units(&mut self, entry: &FieldPath, texts: &[(&'static str, &'a Option<String>)]) {
        if self.units {
            self.texts(entry, texts);
        }
    }

    fn bullets(&mut self, role: &FieldPath, bullets: &'a [Bullet]) {
        if !self.units {
            return;
        }
        let path = role.key("highlights");
        for (index, bullet) in bullets.iter().enumerate() {
            self.push(path.index(index), &bullet.text);
        }
    }

    fn list(&mut self, path: &FieldPath, items: &'a [String]) {
        for (index, item) in items.iter().enumerate() {
            self.push(path.index(index), item);
        }
    }
}
