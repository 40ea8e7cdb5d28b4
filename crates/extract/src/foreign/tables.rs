//! Where entries of a section keep what, in `RenderCV` and `YAMLResume` alike.
//!
//! A section of `RenderCV` may hold any kind of entry, so a row lists the keys of all of them, the
//! likeliest first. `text` stands for an entry that is a plain text.

use super::table::Field;
use super::table::How::{Body, Bullets, Date, Finished, Linked, Paragraph, Period, Text, Words};
use super::table::field;

const START: Field = field("startDate", Date, &["startdate"]);
const END: Field = field("endDate", Date, &["enddate"]);
const URL: Field = field("url", Text, &["url", "website", "link"]);
const HIGHLIGHTS: Field = field("highlights", Bullets, &["highlights"]);

/// The rows of the section that JSON Resume files under `key`.
pub(super) fn table(key: &str) -> Option<&'static [Field]> {
    Some(match key {
        "work" => WORK,
        "volunteer" => VOLUNTEER,
        "education" => EDUCATION,
        "awards" => AWARDS,
        "certificates" => CERTIFICATES,
        "publications" => PUBLICATIONS,
        "skills" => SKILLS,
        "languages" => LANGUAGES,
        "interests" => INTERESTS,
        "references" => REFERENCES,
        "projects" => PROJECTS,
        _ => return None,
    })
}

const WORK: &[Field] = &[
    field("name", Linked, &["company", "institution", "organization", "name", "title", "label"]),
    field("position", Text, &["position", "role", "degree", "area"]),
    field("location", Text, &["location"]),
    URL,
    START,
    END,
    field("date", Period, &["date"]),
    field("summary", Body, &["summary", "details", "description", "text"]),
    HIGHLIGHTS,
    field("highlights", Bullets, &["bullet", "number", "reversednumber"]),
];

const VOLUNTEER: &[Field] = &[
    field(
        "organization",
        Linked,
        &["organization", "company", "institution", "name", "title", "label"],
    ),
    field("position", Text, &["position", "role", "degree", "area"]),
    URL,
    START,
    END,
    field("date", Period, &["date"]),
    field("summary", Body, &["summary", "details", "description", "text"]),
    HIGHLIGHTS,
    field("highlights", Bullets, &["bullet", "number", "reversednumber"]),
];

const EDUCATION: &[Field] = &[
    field(
        "institution",
        Linked,
        &["institution", "school", "company", "name", "title", "label", "text", "bullet", "number"],
    ),
    field("area", Text, &["area", "details"]),
    field("studyType", Text, &["degree", "studytype", "position"]),
    field("score", Text, &["score", "gpa", "grade"]),
    URL,
    START,
    END,
    field("date", Finished, &["date"]),
    field("courses", Words, &["courses"]),
];

const AWARDS: &[Field] = &[
    field(
        "title",
        Text,
        &["title", "name", "label", "text", "bullet", "number", "reversednumber", "position"],
    ),
    field("date", Date, &["date", "enddate", "startdate"]),
    field("awarder", Text, &["awarder", "issuer", "company", "institution", "organization"]),
    field("summary", Paragraph, &["summary", "details", "description", "highlights"]),
];

const CERTIFICATES: &[Field] = &[
    field(
        "name",
        Linked,
        &["name", "title", "label", "text", "bullet", "number", "reversednumber", "degree", "area"],
    ),
    field("date", Date, &["date", "enddate", "startdate"]),
    URL,
    field("issuer", Text, &["issuer", "authority", "company", "institution", "details"]),
];

const PUBLICATIONS: &[Field] = &[
    field(
        "name",
        Linked,
        &["title", "name", "label", "text", "bullet", "number", "reversednumber", "position"],
    ),
    field("publisher", Text, &["journal", "publisher", "venue", "company", "institution"]),
    field("releaseDate", Date, &["releasedate", "date", "enddate", "startdate"]),
    URL,
    field("summary", Paragraph, &["summary", "details", "description", "highlights"]),
];

const SKILLS: &[Field] = &[
    field("name", Text, &["label", "name", "title"]),
    field("level", Text, &["level"]),
    field(
        "keywords",
        Words,
        &[
            "keywords", "details", "text", "bullet", "number", "reversednumber", "summary",
            "highlights",
        ],
    ),
];

const LANGUAGES: &[Field] = &[
    field(
        "language",
        Text,
        &["language", "label", "name", "title", "text", "bullet", "number", "reversednumber"],
    ),
    field("fluency", Text, &["fluency", "level", "details", "summary"]),
];

const INTERESTS: &[Field] = &[
    field("name", Text, &["name", "label", "title", "text", "bullet", "number", "reversednumber"]),
    field("keywords", Words, &["keywords", "details", "summary", "highlights"]),
];

const REFERENCES: &[Field] = &[
    field("name", Text, &["name", "label", "title"]),
    field(
        "reference",
        Paragraph,
        &["reference", "summary", "details", "text", "bullet", "number", "highlights"],
    ),
];

const PROJECTS: &[Field] = &[
    field("name", Linked, &["name", "title", "label", "company", "institution"]),
    field("entity", Text, &["entity", "company", "institution", "organization"]),
    field("roles", Words, &["roles", "position", "role"]),
    URL,
    START,
    END,
    field("date", Period, &["date"]),
    field("description", Paragraph, &["description", "details"]),
    field("description", Body, &["summary", "text", "bullet", "number", "reversednumber"]),
    field("keywords", Words, &["keywords", "technologies", "tags"]),
    HIGHLIGHTS,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::fold;

    #[test]
    fn rows_name_keys_as_they_are_compared() {
        let sections = [
            "work", "volunteer", "education", "awards", "certificates", "publications", "skills",
            "languages", "interests", "references", "projects",
        ];
        for row in sections.iter().filter_map(|key| table(key)).flatten() {
            assert!(row.from.iter().all(|name| fold(name) == *name), "{}", row.to);
        }
        assert!(table("basics").is_none());
    }
}
