//! Headings of a posting: which part of it a line opens.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::tokens::{joined, tokens};

macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident = $key:literal,)*) => {
        /// A part of a posting, or a fact it states behind a label.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Part {
            $($(#[$doc])* $part,)*
        }

        impl Part {
            fn from_key(key: &str) -> Option<Self> {
                match key {
                    $($key => Some(Self::$part),)*
                    _ => None,
                }
            }
        }
    };
}

parts! {
    /// About the job.
    Summary = "summary",
    /// Everything, under a heading that only says so.
    Description = "description",
    /// What the job consists of.
    Duties = "duties",
    /// What is reached after some time.
    Outcomes = "outcomes",
    /// What is needed.
    Must = "must",
    /// What helps.
    Nice = "nice",
    /// What is wanted, without a word on how much.
    Qualifications = "qualifications",
    /// How people work with others.
    Soft = "soft",
    /// Degree, language, clearance.
    Prerequisites = "prerequisites",
    /// What is worked with.
    Tools = "tools",
    /// What is offered besides pay.
    Benefits = "benefits",
    /// Pay.
    Pay = "pay",
    /// Where.
    Place = "place",
    /// The kind of contract.
    Type = "type",
    /// The title of the job.
    Title = "title",
    /// Its level.
    Level = "level",
    /// Who hires.
    Company = "company",
    /// About who hires.
    About = "about",
    /// The team.
    Team = "team",
    /// Rounds of the interviews.
    Process = "process",
    /// How to apply.
    Apply = "apply",
    /// Equal opportunity.
    Equal = "equal",
    /// Accommodations.
    Accommodations = "accommodations",
    /// Tools that take part in the selection.
    Notice = "notice",
    /// The day it was posted.
    Posted = "posted",
    /// The last day.
    Until = "until",
    /// When it begins.
    Start = "start",
    /// The number of the opening.
    Identifier = "identifier",
    /// Countries to live in.
    Countries = "countries",
    /// None of these.
    Other = "other",
}

impl Part {
    /// True for a fact that one line behind a label states.
    pub(super) fn is_field(self) -> bool {
        use Part::{
            Company, Countries, Identifier, Level, Place, Posted, Start, Title, Type, Until,
        };
        matches!(
            self,
            Company
                | Countries
                | Identifier
                | Level
                | Place
                | Posted
                | Start
                | Title
                | Type
                | Until
        )
    }

    /// True for a part that says what is wanted.
    pub(super) fn is_wanted(self) -> bool {
        use Part::{Must, Nice, Prerequisites, Qualifications, Soft};
        matches!(self, Must | Nice | Prerequisites | Qualifications | Soft)
    }
}

/// The names of the parts, and the beginnings of names that go on in any way.
struct Names {
    exact: BTreeMap<String, Part>,
    begins: BTreeMap<String, Part>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names { exact: BTreeMap::new(), begins: BTreeMap::new() };
    let text = include_str!("data/sections.txt");
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let Some((key, list)) = line.split_once(": ") else { continue };
        let Some(part) = Part::from_key(key) else { continue };
        for name in list.split(", ") {
            let (name, table) = match name.strip_suffix(" *") {
                Some(name) => (name, &mut names.begins),
                None => (name, &mut names.exact),
            };
            // The parts in the middle of a name: `as a * you will`.
            table.entry(joined(&tokens(name))).or_insert(part);
        }
    }
    names
});

/// The most words of a heading.
const LONGEST: usize = 12;

/// The words of a line that may be a heading; `None` when it is too long for one.
fn heading_words(text: &str) -> Option<Vec<Cow<'static, str>>> {
    if text.len() > 120 {
        return None;
    }
    let mut all = tokens(text);
    all.retain(|word| !matches!(word.as_ref(), "and" | "the" | "a" | "an"));
    while all.len() > 1 && all[0].bytes().all(|byte| byte.is_ascii_digit()) {
        all.remove(0);
    }
    (!all.is_empty() && all.len() <= LONGEST).then_some(all)
}

/// The part that the whole of `text` is a usual name of. Case, icons, numbering, articles and a
/// colon do not matter.
pub(super) fn exact(text: &str) -> Option<Part> {
    static PLAIN: LazyLock<BTreeMap<String, Part>> = LazyLock::new(|| {
        let mut plain = BTreeMap::new();
        for (name, part) in &NAMES.exact {
            if let Some(words) = heading_words(name) {
                plain.entry(joined(&words)).or_insert(*part);
            }
        }
        plain
    });
    PLAIN.get(&joined(&heading_words(text)?)).copied()
}

/// The part that `text`, which looks like a heading, names: a usual name, a usual beginning, or
/// words that only such a part has.
pub(super) fn named(text: &str) -> Option<Part> {
    exact(text).or_else(|| {
        let all = tokens(text);
        if all.is_empty() || all.len() > LONGEST {
            return None;
        }
        let mut begins = (1..all.len().min(9)).rev().filter(|end| all.len() - end <= 6);
        begins
            .find_map(|end| NAMES.begins.get(&joined(&all[..end])).copied())
            .or_else(|| by_words(&all))
    })
}

/// The part by a word of the heading.
fn by_words(all: &[Cow<'static, str>]) -> Option<Part> {
    let has = |list: &[&str]| all.iter().any(|word| list.contains(&word.as_ref()));
    let wants = ["requirements", "qualifications", "skills", "experience", "criteria"];
    Some(if has(&["nice", "bonus", "preferred", "desired", "desirable", "plus", "optional"]) {
        Part::Nice
    } else if has(&["must", "required", "minimum", "mandatory", "essential"]) && has(&wants) {
        Part::Must
    } else if has(&["responsibilities", "duties", "tasks", "accountabilities"]) {
        Part::Duties
    } else if has(&["requirements"]) {
        Part::Must
    } else if has(&["interview", "hiring", "recruitment", "recruiting", "selection", "application"])
        && has(&["process", "steps", "stages", "rounds", "timeline", "procedure"])
    {
        Part::Process
    } else if has(&["benefits", "perks"]) {
        Part::Benefits
    } else if has(&["qualifications", "skills", "profile", "candidate"]) {
        Part::Qualifications
    } else if has(&["salary", "compensation", "pay"]) {
        Part::Pay
    } else if has(&["stack", "technologies"]) {
        Part::Tools
    } else if has(&["diversity", "inclusion", "eeo"]) {
        Part::Equal
    } else if has(&["accommodations", "accommodation"]) {
        Part::Accommodations
    } else if has(&["privacy", "gdpr", "disclaimer"]) {
        Part::Other
    } else {
        return None;
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Part>) {
        assert_eq!(named(text), expected, "{text:?}");
    }

    #[test]
    fn headings_are_known_by_many_names() {
        check("What you'll do", Some(Part::Duties));
        check("What You Will Do Every Day", Some(Part::Duties));
        check("✨ What you’ll bring:", Some(Part::Qualifications));
        check("2. Key Responsibilities", Some(Part::Duties));
        check("The requirements", Some(Part::Must));
        check("Minimum Qualifications", Some(Part::Must));
        check("Required Skills & Experience", Some(Part::Must));
        check("BONUS POINTS IF YOU HAVE", Some(Part::Nice));
        check("Preferred Technical Skills", Some(Part::Nice));
        check("Who you are", Some(Part::Qualifications));
        check("Who we are", Some(Part::About));
        check("About Northwind Parcel", Some(Part::About));
        check("About you", Some(Part::Qualifications));
        check("About the role", Some(Part::Summary));
        check("Why you'll love working with us", Some(Part::Benefits));
        check("What we offer", Some(Part::Benefits));
        check("How we hire", Some(Part::Process));
        check("Interview process at Northwind", Some(Part::Process));
        check("Equal Opportunity Employer", Some(Part::Equal));
        check("In your first 90 days", Some(Part::Outcomes));
        check("What we're looking for", Some(Part::Qualifications));
        check("Backend Responsibilities", Some(Part::Duties));
    }

    #[test]
    fn other_lines_are_no_known_heading() {
        check("Senior Backend Engineer", None);
        check("Go, Kafka, PostgreSQL", None);
        check("Northwind Parcel", None);
        check("", None);
        check(&"word ".repeat(40), None);
    }

    #[test]
    fn every_line_of_the_data_names_a_part() {
        let text = include_str!("data/sections.txt");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let key = line.split_once(": ").map(|(key, _)| key).unwrap_or_default();
            assert!(Part::from_key(key).is_some(), "{line}");
        }
    }
}
