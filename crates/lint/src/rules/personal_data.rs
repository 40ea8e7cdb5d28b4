//! `personal-data`: facts about the person that a screen must not use.

use std::ops::Range;
use std::sync::LazyLock;

use resume::model::Extra;
use resume::{Date, FieldPath, Severity};
use roles::{PhraseSet, Word};

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The page tells age, family, origin, belief or looks.
    ///
    /// ## Why
    /// A fair screen must not use any of it, and in many countries the law says so. On the page it
    /// can only feed bias or make the employer uneasy. vitae never grades it and never prints a
    /// photo.
    ///
    /// ## What to do
    /// Remove it. The right to work is another matter: "EU citizen, no permit needed" is useful.
    ///
    /// ```yaml,flagged
    /// basics:
    ///   image: https://haverkamp-post.net/me.jpg
    /// ```
    /// ```yaml,flagged
    /// basics:
    ///   dateOfBirth: 1991-03-12
    ///   maritalStatus: married
    /// ```
    /// ```yaml,flagged
    /// personal:
    ///   nationality: Dutch
    /// ```
    /// ```summary,flagged
    /// Born 12.03.1991, married, 2 children. Owns the tariff service of an energy retailer.
    /// ```
    /// ```summary,flagged
    /// I am 34 years old. Marital status: single.
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   image: ""
    ///   workAuthorization: EU citizen, no permit needed
    ///   location:
    ///     countryCode: NL
    /// ```
    /// ```summary,clean
    /// Owns the intake service of a children's hospital. It checks date of birth and nationality of 900 patients a day.
    /// ```
    /// ```summary,clean
    /// Keeps a 20 years old billing monolith alive; a rewrite born in 2019 married its two schemas.
    /// ```
    /// ```summary,clean
    /// Owns the single-node cache of a fleet tracker; tree nodes with 2 children each, age of entries: below 5 s.
    /// ```
    "personal-data", Severity::Warning, Topic::Integrity => check
}

const PHOTO: &str = "a photo";

/// Keys, folded, with what they tell.
const KEYS: &[(&str, &[&str])] = &[
    (PHOTO, &["image", "photo", "picture", "photograph"]),
    ("a date of birth", &["dateofbirth", "birthdate", "birthday", "birth", "born", "dob"]),
    ("an age", &["age"]),
    ("a place of birth", &["placeofbirth", "birthplace"]),
    (
        "family status",
        &[
            "maritalstatus", "civilstatus", "familystatus", "married", "children", "dependents",
            "dependants", "spouse", "fathersname", "mothersname",
        ],
    ),
    ("nationality", &["nationality", "nationalities"]),
    ("origin", &["race", "ethnicity", "ethnicorigin", "caste"]),
    ("belief", &["religion", "denomination", "politicalviews"]),
    ("gender", &["gender", "sex", "sexualorientation"]),
    (
        "health or looks",
        &["disability", "disabilities", "bloodgroup", "bloodtype", "height", "weight"],
    ),
    (
        "an identity number",
        &[
            "passport", "passportnumber", "passportno", "idnumber", "nationalid", "identitynumber",
            "ssn", "socialsecuritynumber", "taxid",
        ],
    ),
];

/// Labels that tell something when a colon follows.
const LABELS: &[(&str, &str)] = &[
    ("date of birth", "a date of birth"),
    ("birth date", "a date of birth"),
    ("birthday", "a date of birth"),
    ("dob", "a date of birth"),
    ("age", "an age"),
    ("place of birth", "a place of birth"),
    ("marital|civil|family status", "family status"),
    ("nationality", "nationality"),
    ("religion", "belief"),
    ("gender", "gender"),
    ("sex", "gender"),
    ("passport number|no", "an identity number"),
];

static LABEL_WORDS: LazyLock<PhraseSet> = LazyLock::new(|| {
    PhraseSet::new(LABELS.iter().enumerate().map(|(index, (phrase, _))| (*phrase, index)))
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let root = FieldPath::root();
    walk(&root, &cx.resume.extra, findings);
    let Some(basics) = &cx.resume.basics else { return };
    let path = root.key("basics");
    if basics.image.as_ref().is_some_and(|image| !image.trim().is_empty()) {
        report(findings, path.key("image"), None, PHOTO);
    }
    walk(&path, &basics.extra, findings);
    for (key, text) in [("label", &basics.label), ("summary", &basics.summary)] {
        let text = text.as_deref().unwrap_or_default();
        for (range, what) in tells(text, cx.as_of) {
            report(findings, path.key(key), Some(range), what);
        }
    }
}

fn report(findings: &mut Findings<'_>, path: FieldPath, range: Option<Range<usize>>, what: &str) {
    let verb = if what == PHOTO { "shows" } else { "states" };
    let message = format!("the page {verb} {what}, which a fair screen must not use");
    let hint = "remove it; the right to work may stay";
    match range {
        Some(range) => findings.add_at(path, range, message, hint),
        None => findings.add(path, message, hint),
    };
}

/// Looks for telling keys among those that are not part of the format.
fn walk(path: &FieldPath, extra: &Extra, findings: &mut Findings<'_>) {
    for (key, value) in extra {
        let here = path.key(key.clone());
        let folded: String = key.chars().filter(|c| c.is_alphanumeric()).collect();
        let folded = folded.to_lowercase();
        let empty = value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty());
        match KEYS.iter().find(|(_, keys)| keys.contains(&folded.as_str())) {
            Some((what, _)) if !empty => report(findings, here, None, what),
            _ => {
                if let Some(inner) = value.as_object() {
                    walk(&here, inner, findings);
                }
            }
        }
    }
}

/// Places of a text that tell something personal, with what they tell, in order.
fn tells(text: &str, as_of: &Date) -> Vec<(Range<usize>, &'static str)> {
    let words = roles::words(text);
    let span = |from: usize, to: usize| words[from].start..words[to].end;
    let mut tells: Vec<(Range<usize>, &'static str)> = LABEL_WORDS
        .find(&words)
        .into_iter()
        .map(|found| (span(found.words.start, found.words.end - 1), LABELS[found.value].1))
        .filter(|(range, _)| text[range.end..].trim_start().starts_with(':'))
        .collect();
    for (at, word) in words.iter().enumerate() {
        match word.norm.as_str() {
            "born" => {
                let mut near = words.iter().enumerate().skip(at + 1).take(4);
                let year = near.rfind(|(_, word)| is_birth_year(&word.norm, as_of));
                tells.extend(year.map(|(last, _)| (span(at, last), "a date of birth")));
            }
            "married" | "unmarried" | "divorced" | "widowed" if stands_alone(text, &words, at) => {
                tells.push((span(at, at), "family status"));
            }
            "father" | "mother" | "parent" if is_of_number(&words, at) => {
                tells.push((span(at, at + 2), "family status"));
            }
            "old" if at >= 2 && is_age(&words, at) => tells.push((span(at - 2, at), "an age")),
            _ => {}
        }
    }
    tells.sort_by_key(|(range, _)| range.start);
    tells
}

/// A year in which somebody who works today can be born.
fn is_birth_year(word: &str, as_of: &Date) -> bool {
    let youngest = as_of.year().map_or(2010, |year| year.saturating_sub(14));
    word.len() == 4 && word.parse().is_ok_and(|year: u16| (1930..=youngest).contains(&year))
}

/// An item of a list (`Berlin, married, two children`), not the verb of a sentence.
fn stands_alone(text: &str, words: &[Word], at: usize) -> bool {
    let rest = text[words[at].end..].trim_start();
    let before = text[..words[at].start].trim_end();
    let opens = before.is_empty() || before.ends_with([',', ';', '.', '·', '|', '/', '(', ':']);
    let am = at > 0 && matches!(words[at - 1].norm.as_str(), "am" | "i'm" | "happily");
    let closes = rest.is_empty() || rest.starts_with([',', ';', '.', '·', '|', '/', ')']);
    let goes_on = ["with ", "and "].iter().any(|word| rest.starts_with(word));
    (opens || am) && (closes || goes_on)
}

/// `father of 2`, `mother of two`.
fn is_of_number(words: &[Word], at: usize) -> bool {
    let Some([of, number]) = words.get(at + 1..at + 3) else { return false };
    let small = ["a", "one", "two", "three", "four", "five"].contains(&number.norm.as_str());
    of.norm == "of" && (small || number.norm.parse().is_ok_and(|count: u8| count < 13))
}

/// `34 years old` and `34-year-old` said of a person: at the start, after "am", or before a word
/// for somebody.
fn is_age(words: &[Word], at: usize) -> bool {
    let years = matches!(words[at - 1].norm.as_str(), "year" | "years");
    let age = words[at - 2].norm.parse().is_ok_and(|age: u8| (14..90).contains(&age));
    let before = at.checked_sub(3).map(|at| words[at].norm.as_str());
    let said_of_me = matches!(before, None | Some("am" | "i'm" | "engineer" | "developer"));
    let after = words.get(at + 1).map(|word| word.norm.as_str());
    let somebody = matches!(
        after,
        Some(
            "backend"
                | "software"
                | "engineer"
                | "developer"
                | "programmer"
                | "man"
                | "woman"
                | "student"
        )
    );
    years && age && (somebody || (said_of_me && (before.is_some() || after.is_none())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a text that tell something personal.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = tells(text, &Date::Month(2026, 11));
        let found: Vec<&str> = found.into_iter().map(|(range, _)| &text[range]).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn what_tells_of_the_person() {
        check("Berlin, born 1990, married", &["born 1990", "married"]);
        check("Born on March 12, 1991 in Utrecht", &["Born on March 12, 1991"]);
        check("Marital status: single", &["Marital status"]);
        check("Happily married with two dogs", &["married"]);
        check("34-year-old backend engineer", &["34-year-old"]);
        check("I'm 34 years old.", &["34 years old"]);
        check("Father of two", &["Father of two"]);
        check("Age : 31 · Gender: f", &["Age", "Gender"]);
    }

    #[test]
    fn what_tells_of_the_work() {
        check("A fork born in 2019", &[]);
        check("A 20 years old billing monolith", &[]);
        check("Married the two schemas", &[]);
        check("Divorced reads from writes", &[]);
        check("Parent of 40 services", &[]);
        check("Checks age, gender and date of birth of patients", &[]);
        check("EU citizen, no permit needed", &[]);
        check("", &[]);
    }
}
