//! Fields of work, and the titles that show them: a backend engineer does backend development.

use roles::{fold, is_one_of, words};

use crate::evidence::Place;

/// The title of a role.
#[derive(Clone, Debug)]
pub(crate) struct Title {
    /// All of it, as a place of the page.
    pub(crate) place: Place,
    /// Its words, one after the other without blanks, so that `back-end` is `backend`.
    joined: String,
    words: Vec<String>,
}

/// The last word of a field of work, and who does it.
const FIELDS: [(&str, &[&str]); 9] = [
    ("development", &["developer", "engineer", "programmer"]),
    ("engineering", &["engineer", "developer", "programmer"]),
    ("programming", &["programmer", "developer", "engineer"]),
    ("management", &["manager"]),
    ("design", &["designer"]),
    ("administration", &["administrator"]),
    ("analysis", &["analyst"]),
    ("testing", &["tester"]),
    ("science", &["scientist"]),
];

/// Parts of a title that make an engineer one of software.
const OF_SOFTWARE: [&str; 14] = [
    "software", "backend", "frontend", "fullstack", "web", "platform", "data", "devops", "systems",
    "reliability", "cloud", "infrastructure", "security", "mobile",
];

impl Title {
    /// The title that stands on a line.
    pub(crate) fn of(line: usize, text: &str) -> Self {
        let words: Vec<String> = words(text).iter().map(|word| word.norm.to_string()).collect();
        let place = Place { line, range: 0..text.len(), in_claim: true };
        Self { place, joined: words.concat(), words }
    }

    /// True when whoever has the title does what `field` names: `backend development`.
    pub(crate) fn shows(&self, field: &Field) -> bool {
        let is_agent = |word: &String| is_one_of(word.as_str(), field.agents);
        if !self.words.iter().any(is_agent) {
            return false;
        }
        if field.of != "software" {
            return self.joined.contains(&field.of);
        }
        let named = |word: &String| is_one_of(word.as_str(), &["developer", "programmer"]);
        self.words.iter().any(named) || OF_SOFTWARE.iter().any(|part| self.joined.contains(part))
    }
}

/// A field of work.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// What it is about, without blanks: `backend`.
    of: String,
    agents: &'static [&'static str],
}

impl Field {
    /// `Backend development`; `None` for what is no field of work, and for all of them at once.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let words: Vec<String> = name.split([' ', '-']).map(fold).collect();
        let (last, of) = words.split_last().filter(|(_, of)| !of.is_empty())?;
        let (_, agents) = FIELDS.iter().find(|(field, _)| field == last)?;
        Some(Self { of: of.concat(), agents })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, field: &str, expected: bool) {
        let shown = Field::of(field).is_some_and(|field| Title::of(0, title).shows(&field));
        assert_eq!(shown, expected, "{title}: {field}");
    }

    #[test]
    fn titles_show_fields_of_work() {
        check("Senior Backend Engineer", "Backend development", true);
        check("Back-end Developer", "backend engineering", true);
        check("Backend Engineer", "Software engineering", true);
        check("Junior Developer", "Software development", true);
        check("Product Manager", "Product management", true);
        check("Data Scientist", "Data science", true);
        check("Backend Engineer", "Product management", false);
        check("Product Manager", "Software development", false);
        check("Frontend Engineer", "Backend development", false);
        check("Civil Engineer", "Software engineering", false);
        check("Backend Engineer", "Kafka", false);
        check("Backend Engineer", "Development", false);
        check("Backend", "Backend development", false);
    }
}
