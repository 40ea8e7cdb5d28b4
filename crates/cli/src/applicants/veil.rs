//! Names that a blind ranking does not show.

use resume::Resume;
use roles::{Word, words};

/// What stands in their place.
pub(super) const VEIL: &str = "[…]";

/// Names of a person, of employers, schools, places and accounts.
pub(crate) struct Veil(Vec<Vec<Word>>, Vec<String>);

impl Veil {
    /// The names that a resume tells in its fields.
    pub(crate) fn of(resume: &Resume) -> Self {
        let mut whole: Vec<&str> = Vec::new();
        let mut parts: Vec<String> = Vec::new();
        if let Some(person) = &resume.basics {
            whole.extend(
                [&person.name, &person.email, &person.phone, &person.url]
                    .into_iter()
                    .flatten()
                    .map(String::as_str),
            );
            let name = person.name.as_deref().unwrap_or_default();
            parts.extend(words(name).iter().map(|word| name[word.start..word.end].to_lowercase()));
            whole.extend(person.location.iter().filter_map(|place| place.city.as_deref()));
            for profile in &person.profiles {
                whole.extend(
                    [&profile.username, &profile.url].into_iter().flatten().map(String::as_str),
                );
            }
        }
        whole.extend(resume.work.iter().filter_map(|work| work.name.as_deref()));
        whole.extend(resume.volunteer.iter().filter_map(|work| work.organization.as_deref()));
        whole.extend(resume.education.iter().filter_map(|school| school.institution.as_deref()));
        let mut whole: Vec<Vec<Word>> =
            whole.into_iter().map(words).filter(|words| !words.is_empty()).collect();
        whole.sort_by_key(|words| std::cmp::Reverse(words.len()));
        parts.retain(|part| part.chars().count() > 1);
        Self(whole, parts)
    }

    /// `text` without them. A part of a person's name counts only where it is written as a name, so
    /// that `will` stays where Will applies.
    pub(crate) fn over(&self, text: &str) -> String {
        let of_text = words(text);
        let mut shown = String::with_capacity(text.len());
        let (mut at, mut from) = (0, 0);
        while at < of_text.len() {
            let hidden = self.hidden_at(text, &of_text[at..]);
            if hidden > 0 {
                shown.push_str(&text[from..of_text[at].start]);
                shown.push_str(VEIL);
                from = of_text[at + hidden - 1].end;
            }
            at += hidden.max(1);
        }
        shown.push_str(&text[from..]);
        shown
    }

    /// How many of the first words are a name.
    fn hidden_at(&self, text: &str, rest: &[Word]) -> usize {
        let is_here = |name: &&Vec<Word>| {
            name.len() <= rest.len()
                && name.iter().zip(rest).all(|(one, other)| one.norm == other.norm)
        };
        if let Some(name) = self.0.iter().find(is_here) {
            return name.len();
        }
        let written = &text[rest[0].start..rest[0].end];
        let is_name = written.starts_with(char::is_uppercase)
            && self.1.iter().any(|part| *part == written.to_lowercase());
        usize::from(is_name)
    }
}

#[cfg(test)]
mod tests {
    use resume::model::{Basics, Work};

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let resume = Resume {
            basics: Some(Basics {
                name: Some("Will Øster".to_owned()),
                email: Some("will@oster.example".to_owned()),
                ..Basics::default()
            }),
            work: vec![Work { name: Some("Hafen Logistik AG".to_owned()), ..Work::default() }],
            ..Resume::default()
        };
        assert_eq!(Veil::of(&resume).over(text), expected);
    }

    #[test]
    fn names_are_covered_and_words_stay() {
        check("Will moved Hafen Logistik AG to Go", "[…] moved […] to Go");
        check("Øster's router will scale", "Øster's router will scale");
        check("ØSTER wrote will@oster.example", "[…] wrote […]");
        check("Hafen and logistik stay apart", "Hafen and logistik stay apart");
        check("", "");
    }
}
