//! `misspelled-technology`: the name of a technology is not written as its makers write it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use resume::{Edit, FieldPath, Fix, Severity};
use roles::{Category, Mention, PhraseSet, RolePack, Skill, Word};

use super::misspelled_word::is_code;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The name of a technology is misspelled or has the wrong capitals.
    ///
    /// ## Why
    /// Who works with a thing every day knows how it is written. "Postgress" and "Javascript" make
    /// a reader doubt the other entries of the list, and some searches miss them.
    ///
    /// ## What to do
    /// Write the name as its makers do. Commands, packages and addresses keep their own spelling.
    ///
    /// ```skills,flagged
    /// - Javascript
    /// - PostgreSQL
    /// ```
    /// ```bullets,flagged
    /// - Moved the ledger to Postgress without downtime
    /// - Ran the seat map on Kuberntes in 3 regions
    /// - Wrote the tariff pages in typescript for 40 carriers
    /// - Published the parser on Github
    /// ```
    /// ```bullets,clean
    /// - Moved the ledger to PostgreSQL 16 and the cache to Redis
    /// - Ran `kubectl` and docker compose in the release script
    /// - Published github.com/tollhaven/javascript-tides and @tollhaven/graphql
    /// - Chose to go with express delivery; containers hibernated at night
    /// - Built the Postgres extension that checks container numbers
    /// - Wrote a service that collects and summarizes readings of 80 stations over MQTT
    /// - Wrote the Telegram bot of a depot on UNIX hosts, bundled by Webpack
    /// - Traced the crash with GDB while containers waited at the gate
    /// - Patched the Linux Kernel driver of the meter board
    /// - Pytest runs in 3 minutes on every push
    /// - GITHUB ACTIONS RUNS EVERY NIGHT ON 40 HOSTS
    /// ```
    "misspelled-technology", Severity::Info, Topic::Language => check
}

/// Slips further from the name than one letter, or too short to guess.
const KNOWN: [(&str, &str); 33] = [
    ("apahce", "Apache"),
    ("cassandara", "Cassandra"),
    ("djnago", "Django"),
    ("dockker", "Docker"),
    ("elasticsearh", "Elasticsearch"),
    ("elastisearch", "Elasticsearch"),
    ("grahpql", "GraphQL"),
    ("grapql", "GraphQL"),
    ("hibernte", "Hibernate"),
    ("javascipt", "JavaScript"),
    ("javscript", "JavaScript"),
    ("jenkin", "Jenkins"),
    ("kafaka", "Kafka"),
    ("kakfa", "Kafka"),
    ("kubernates", "Kubernetes"),
    ("kubernets", "Kubernetes"),
    ("kubernettes", "Kubernetes"),
    ("kuberntes", "Kubernetes"),
    ("linx", "Linux"),
    ("mongdb", "MongoDB"),
    ("postgre", "PostgreSQL"),
    ("postgress", "PostgreSQL"),
    ("postgressql", "PostgreSQL"),
    ("postgresssql", "PostgreSQL"),
    ("prometeus", "Prometheus"),
    ("promethus", "Prometheus"),
    ("pyhton", "Python"),
    ("pyton", "Python"),
    ("rabbitmp", "RabbitMQ"),
    ("rabitmq", "RabbitMQ"),
    ("redies", "Redis"),
    ("terrafrom", "Terraform"),
    ("typescipt", "TypeScript"),
];

/// Shorter words are too near to others to be guessed.
const SHORTEST: usize = 8;

/// One way of writing a name wrong, with all its places.
struct Wrong<'a> {
    right: &'a str,
    places: Vec<(FieldPath, Range<usize>)>,
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut all: BTreeMap<String, Wrong<'_>> = BTreeMap::new();
    let mut add = |path: &FieldPath,
                   offset: usize,
                   text: &str,
                   spoken: &[Word],
                   mentions: &[Mention],
                   list: bool| {
        for (range, right) in wrong(text, spoken, mentions, list, cx.pack) {
            let wrong = all.entry(text[range.clone()].to_owned());
            let wrong = wrong.or_insert(Wrong { right, places: Vec::new() });
            wrong.places.push((path.clone(), offset + range.start..offset + range.end));
        }
    };
    for unit in &cx.page.units {
        add(&unit.path, unit.offset, &unit.text, &unit.facts.words, &unit.facts.skills, false);
    }
    for item in cx.skill_items() {
        add(&item.path, 0, item.text, &item.words, &item.mentions, true);
    }
    for (said, wrong) in all {
        let Some((path, range)) = wrong.places.first().cloned() else { continue };
        let edits = wrong.places.into_iter().map(|(path, range)| Edit::Replace {
            path,
            range: Some(range),
            text: wrong.right.to_owned(),
        });
        let fix = Fix { title: format!("Write \"{}\"", wrong.right), edits: edits.collect() };
        findings
            .add_at(
                path,
                range,
                format!("\"{said}\" is written \"{}\"", wrong.right),
                "write the name as its makers do",
            )
            .fix = Some(fix);
    }
}

/// Wrong names of a text, with the right ones.
fn wrong<'a>(
    text: &str,
    spoken: &[Word],
    mentions: &[Mention],
    list: bool,
    pack: &'a RolePack,
) -> Vec<(Range<usize>, &'a str)> {
    let shouts = !text.chars().any(char::is_lowercase);
    if shouts && text.contains(' ') {
        return Vec::new();
    }
    let mut found: Vec<(Range<usize>, &'a str)> = Vec::new();
    for mention in mentions {
        let skill = pack.vocabulary.skill(mention.skill);
        let cased = miscased(text, &mention.range, skill, list).then_some(skill.name.as_str());
        let at = spoken.partition_point(|word| word.start < mention.range.start);
        let whole = spoken.get(at..=at).filter(|one| one[0].end == mention.range.end);
        let slip = || known_slip(whole?);
        if let Some(right) = cased.or_else(slip) {
            found.push((mention.range.clone(), right));
        }
    }
    for word in spoken {
        let said = &text[word.start..word.end];
        let Some(right) = known_slip(std::slice::from_ref(word)).or_else(|| near(said, pack))
        else {
            continue;
        };
        let named = mentions.iter().any(|m| m.range.start < word.end && word.start < m.range.end);
        if !named && said.is_ascii() && !is_code(text, word.start, word.end) {
            found.push((word.start..word.end, right));
        }
    }
    found
}

/// The name that a word misses by one letter. Forms of the name, and of the everyday word that
/// it was made from (`collects` beside `collectd`), are words.
fn near<'a>(said: &str, pack: &'a RolePack) -> Option<&'a str> {
    if said.len() + 1 < SHORTEST || !said.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let mask = roles::letters(said);
    let names = pack.vocabulary.plain_names(letter(said)?).iter();
    // Length and letters tell nearly all names apart before one is compared.
    let alike = names.filter(|known| {
        known.len >= SHORTEST
            && known.len.abs_diff(said.len()) <= 1
            && (mask ^ known.letters).count_ones() <= 2
    });
    let mut near = alike.map(|known| pack.vocabulary.skill(known.skill)).filter(|skill| {
        is_one_apart(said.as_bytes(), skill.name.as_bytes())
            && !is_form(said, &skill.name)
            && !is_common(skill)
    });
    near.next().map(|skill| skill.name.as_str())
}

/// Endings of English words, the longest first.
const ENDINGS: [&str; 18] = [
    "ations", "ation", "ators", "ator", "ings", "ions", "ing", "ion", "ers", "ors", "ies", "er",
    "or", "ed", "es", "ly", "s", "d",
];

/// The word is an English form of the stem that opens the name, or the name goes on where it ends.
fn is_form(said: &str, name: &str) -> bool {
    let opens = |stem: &str| {
        name.get(..stem.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(stem))
    };
    // Who mistypes a name seldom gets all but its last letter right: `Telegram` is no `Telegraf`.
    let last = said.len() == name.len()
        && said.get(..said.len() - 1).is_some_and(opens)
        && !said.is_empty();
    let continues =
        said.get(..name.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(name));
    let ends = |ending: &&str| {
        let stem = said.len().checked_sub(ending.len());
        let parts = stem.and_then(|stem| said.get(..stem).zip(said.get(stem..)));
        parts.is_some_and(|(stem, end)| end.eq_ignore_ascii_case(ending) && opens(stem))
    };
    last || continues || opens(said) || ENDINGS.iter().any(ends)
}

/// The first letter, counted from `a`.
fn letter(word: &str) -> Option<usize> {
    let first = word.bytes().next()?.to_ascii_lowercase();
    first.is_ascii_lowercase().then(|| usize::from(first - b'a'))
}

/// Names that are words of everyday English, near which other words lie.
fn is_common(skill: &Skill) -> bool {
    matches!(skill.category, Category::Practice | Category::Pattern)
        || matches!(
            skill.id.as_str(),
            "hibernate"
                | "mustache"
                | "bootstrap"
                | "graphite"
                | "selenium"
                | "inspector"
                | "containers"
                | "hypothesis"
                | "material"
                | "confluence"
                | "processing"
        )
}

fn known_slip(said: &[Word]) -> Option<&'static str> {
    static SLIPS: LazyLock<PhraseSet> = LazyLock::new(|| {
        PhraseSet::new(KNOWN.iter().enumerate().map(|(at, (slip, _))| (*slip, at)))
    });
    let [_] = said else { return None };
    SLIPS.opens(said).map(|found| KNOWN[found.value].1)
}

/// Ways to write a name that its makers use or used themselves.
const ACCEPTED: [&str; 4] = ["UNIX", "JIRA", "LINUX", "bash"];

/// Longest name that is read letter by letter.
const INITIALS: usize = 4;

/// `Webpack` for `webpack`, `Linux Kernel` for `Linux kernel`: only the capitals that open words
/// differ, of a name or a word that opens small.
fn is_accepted(said: &str, name: &str) -> bool {
    let title = |(said, name): (&str, &str)| {
        said == name
            || name.starts_with(char::is_lowercase)
                && said.starts_with(char::is_uppercase)
                && said.get(1..) == name.get(1..)
    };
    // `GDB` for `gdb`.
    let initials = name.len() <= INITIALS
        && !name.contains(char::is_uppercase)
        && !said.contains(char::is_lowercase);
    roles::is_one_of(said, &ACCEPTED) || initials || said.split(' ').zip(name.split(' ')).all(title)
}

/// The right letters with the wrong capitals.
fn miscased(text: &str, range: &Range<usize>, skill: &Skill, list: bool) -> bool {
    let Some(said) = text.get(range.clone()) else { return false };
    let name = skill.name.as_str();
    if said == name
        || !said.eq_ignore_ascii_case(name)
        || matches!(skill.category, Category::Practice | Category::Pattern | Category::Protocol)
        || skill.aliases.iter().any(|alias| alias == said)
        || is_accepted(said, name)
        || (is_common(skill) && !said.contains(char::is_uppercase))
        || is_code(text, range.start, range.end)
        || text[range.end..].starts_with('-')
        || text[..range.start].ends_with('-')
    {
        return false;
    }
    // `Pytest` where a sentence begins.
    let begins = text[..range.start].trim_end().is_empty()
        || text[..range.start].trim_end().ends_with(['.', ':', '!', '?']);
    let capitalized = said.get(1..) == name.get(1..);
    if begins && capitalized && said.starts_with(char::is_uppercase) {
        return false;
    }
    // `docker compose` and `git push` are commands: an ordinary word in small letters is left
    // alone in prose, unless its makers put a capital inside it.
    let inner = name
        .as_bytes()
        .windows(2)
        .any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    let inner = inner || (name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_uppercase()));
    let small = !said.chars().any(char::is_uppercase);
    let product = matches!(
        skill.category,
        Category::Language | Category::Framework | Category::Database | Category::Queue
    );
    // `API gateway` is a common noun that a vendor took for a name.
    let opens_small = |(said, name): (&str, &str)| {
        said == name || said.get(1..) == name.get(1..) && said.starts_with(char::is_lowercase)
    };
    let noun = name.contains(' ') && said.split(' ').zip(name.split(' ')).all(opens_small);
    let tool = matches!(skill.category, Category::Tool | Category::Infrastructure) && list;
    !noun && (inner || tool || !small || product)
}

/// One letter more, less or other, or two neighbors swapped; capitals do not matter.
fn is_one_apart(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
    match long.len() - short.len() {
        0 => match (&short[same..], &long[same..]) {
            ([_, a @ ..], [_, b @ ..]) if a.eq_ignore_ascii_case(b) => true,
            ([a, b, first @ ..], [c, d, second @ ..]) => {
                let swapped = a.eq_ignore_ascii_case(d) && b.eq_ignore_ascii_case(c);
                swapped && first.eq_ignore_ascii_case(second)
            }
            _ => false,
        },
        1 => short[same..].eq_ignore_ascii_case(&long[same + 1..]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_words_are_no_slips() {
        for (said, name, expected) in [
            ("collects", "collectd", true),
            ("Collected", "collectd", true),
            ("Elasticsearches", "Elasticsearch", true),
            ("Kuberntes", "Kubernetes", false),
            ("Elasticsaerch", "Elasticsearch", false),
            ("Telegram", "Telegraf", true),
            ("é", "collectd", false),
        ] {
            assert_eq!(is_form(said, name), expected, "{said} {name}");
        }
    }

    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        assert_eq!(is_one_apart(a.as_bytes(), b.as_bytes()), expected, "{a} {b}");
        assert_eq!(is_one_apart(b.as_bytes(), a.as_bytes()), expected, "{b} {a}");
    }

    #[test]
    fn one_letter_apart() {
        check("kuberntes", "kubernetes", true);
        check("kubernetse", "kubernetes", true);
        check("kubernutes", "kubernetes", true);
        check("kubernetes", "kubernetes", false);
        check("kubrntes", "kubernetes", false);
        check("consult", "consul", true);
    }
}
