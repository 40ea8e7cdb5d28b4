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
    let mut all = Leaves(Vec::new());
    let root = FieldPath::root();
    if let Some(person) = &resume.basics {
        let path = root.key("basics");
        all.texts(&path, &[("name", &person.name), ("label", &person.label)]);
        all.texts(&path, &[("summary", &person.summary)]);
    }
    for (index, role) in resume.work.iter().enumerate() {
        let path = root.key("work").index(index);
        all.texts(&path, &[("name", &role.name), ("description", &role.description)]);
        all.texts(&path, &[("position", &role.position), ("summary", &role.summary)]);
        all.bullets(&path, &role.highlights);
    }
    for (index, role) in resume.volunteer.iter().enumerate() {
        let path = root.key("volunteer").index(index);
        all.texts(&path, &[("organization", &role.organization)]);
        all.texts(&path, &[("position", &role.position), ("summary", &role.summary)]);
        all.bullets(&path, &role.highlights);
    }
    for (index, project) in resume.projects.iter().enumerate() {
        let path = root.key("projects").index(index);
        all.texts(&path, &[("name", &project.name), ("description", &project.description)]);
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
    all.0
}

struct Leaves<'a>(Vec<Leaf<'a>>);

impl<'a> Leaves<'a> {
    fn push(&mut self, path: FieldPath, text: &'a str) {
        if !text.trim().is_empty() {
            self.0.push(Leaf { path, text });
        }
    }

    fn texts(&mut self, entry: &FieldPath, texts: &[(&'static str, &'a Option<String>)]) {
        for (key, text) in texts {
            if let Some(text) = text {
                self.push(entry.key(*key), text);
            }
        }
    }

    fn bullets(&mut self, role: &FieldPath, bullets: &'a [Bullet]) {
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
