//! Language tags, as far as a page needs them.

use crate::TypesetError;

/// Language and country of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Language {
    /// ISO 639 code, lower case: `en`.
    pub(crate) code: String,
    /// ISO 3166-1 code, upper case: `GB`.
    pub(crate) country: Option<String>,
}

impl Language {
    /// Reads a BCP 47 tag; script and variants are passed over.
    pub(crate) fn parse(tag: &str) -> Result<Self, TypesetError> {
        let mut parts = tag.split('-');
        let code = parts.next().unwrap_or_default();
        let is_word = |part: &str, lengths: &[usize]| {
            lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
        };
        let rest: Vec<&str> = parts.collect();
        let well_formed = |part: &&str| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        if !is_word(code, &[2, 3]) || !rest.iter().all(well_formed) {
            return Err(TypesetError::Language { tag: tag.to_owned() });
        }
        // A country comes before any single letter, which opens an extension.
        let country = rest
            .iter()
            .take_while(|part| part.len() > 1)
            .find(|part| is_word(part, &[2]))
            .map(|part| part.to_ascii_uppercase());
        Ok(Self { code: code.to_ascii_lowercase(), country })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tag: &str, expected: Option<(&str, Option<&str>)>) {
        let read = Language::parse(tag).ok();
        let read = read.as_ref().map(|read| (read.code.as_str(), read.country.as_deref()));
        assert_eq!(read, expected, "{tag:?}");
    }

    #[test]
    fn reads_language_and_country() {
        check("en", Some(("en", None)));
        check("EN", Some(("en", None)));
        check("pt-br", Some(("pt", Some("BR"))));
        check("sr-Latn-RS", Some(("sr", Some("RS"))));
        check("fil", Some(("fil", None)));
        check("en-x-us", Some(("en", None)));
    }

    #[test]
    fn refuses_what_is_not_a_tag() {
        for tag in ["", "e", "english", "en_US", "en-", "en--US", "1n", "en-überlang", "e n"] {
            check(tag, None);
        }
    }
}
