//! Names of values for people: `work[0].highlights[2]` is "Role 1, bullet 3".

use resume::{FieldPath, Segment};

use crate::prose::capital;

/// What the value at `path` is called; as it is written where it has no name.
pub(crate) fn label(path: &FieldPath) -> String {
    let mut steps = path.segments().iter().peekable();
    let Some(Segment::Key(section)) = steps.next() else { return "The whole page".to_owned() };
    let mut words = Vec::new();
    let entry = entry(section);
    match (entry, steps.peek()) {
        (Some(entry), Some(Segment::Index(at))) => {
            words.push(format!("{entry} {}", at + 1));
            steps.next();
        }
        (None, _) if section == "basics" => {}
        _ => words.push(capital(&spaced(section))),
    }
    while let Some(step) = steps.next() {
        let Segment::Key(key) = step else { continue };
        let at = match steps.peek() {
            Some(Segment::Index(at)) => Some(at + 1),
            _ => None,
        };
        let word = word(section, key);
        words.push(at.map_or_else(|| word.clone(), |at| format!("{word} {at}")));
    }
    capital(&words.join(", "))
}

/// What the path in `text` is called: `None` for a word that only looks like a path, and for the key
/// of a whole section, which is a word.
pub(crate) fn of_text(text: &str) -> Option<String> {
    let path: FieldPath = text.parse().ok()?;
    let [Segment::Key(section), _, ..] = path.segments() else { return None };
    let known = entry(section).is_some() || matches!(&**section, "basics" | "hiringOrganization");
    known.then(|| label(&path))
}

/// What one entry of a section is called.
fn entry(section: &str) -> Option<&'static str> {
    Some(match section {
        "work" => "Role",
        "volunteer" => "Unpaid role",
        "education" => "Education",
        "projects" => "Project",
        "skills" => "Skills",
        "languages" => "Language",
        "certificates" => "Certificate",
        "awards" => "Award",
        "publications" => "Publication",
        "interests" => "Interest",
        "references" => "Reference",
        "must" => "Must",
        "nice" => "Nice to have",
        "responsibilities" => "Duty",
        "other" => "Other line",
        "locations" => "Place",
        "process" => "Round",
        _ => return None,
    })
}

fn word(section: &str, key: &str) -> String {
    let word = match (section, key) {
        ("work", "name") => "employer",
        ("basics", "label") => "headline",
        ("basics", "profiles") => "account",
        ("education", "area") => "subject",
        ("education", "studyType") => "degree",
        (_, "position") => "title",
        (_, "highlights") => "bullet",
        (_, "keywords") => "item",
        (_, "startDate") => "from",
        (_, "endDate") => "to",
        (_, "url") => "link",
        _ => return spaced(key),
    };
    word.to_owned()
}

/// `countryCode` as `country code`.
fn spaced(key: &str) -> String {
    let mut text = String::new();
    for c in key.chars() {
        if c.is_ascii_uppercase() {
            text.push(' ');
        }
        text.push(c.to_ascii_lowercase());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: &str) {
        assert_eq!(label(&path.parse().expect("a path")), expected);
    }

    #[test]
    fn values_have_names() {
        for (path, expected) in [
            ("", "The whole page"),
            ("basics.name", "Name"),
            ("basics.label", "Headline"),
            ("basics.location.countryCode", "Location, country code"),
            ("basics.profiles[1].url", "Account 2, link"),
            ("work[0]", "Role 1"),
            ("work[0].name", "Role 1, employer"),
            ("work[2].highlights[0]", "Role 3, bullet 1"),
            ("work[0].highlights[1].text", "Role 1, bullet 2, text"),
            ("education[0].studyType", "Education 1, degree"),
            ("skills[1].keywords[4]", "Skills 2, item 5"),
            ("skills", "Skills"),
            ("vitae.dateFormat", "Vitae, date format"),
            ("must[2]", "Must 3"),
            ("process[0].name", "Round 1, name"),
            ("hiringOrganization.name", "Hiring organization, name"),
        ] {
            check(path, expected);
        }
    }

    #[test]
    fn paths_are_told_from_words() {
        for (text, expected) in [
            ("work[0].highlights[2]", Some("Role 1, bullet 3")),
            ("basics.email", Some("Email")),
            ("skills", None),
            ("Node.js", None),
            ("work-email", None),
            ("startDate: 2023-02", None),
            ("work[", None),
            ("", None),
        ] {
            assert_eq!(of_text(text).as_deref(), expected, "{text}");
        }
    }
}
