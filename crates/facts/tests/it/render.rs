//! One `check` for all facts: a text and the lines that must be read from it.
//!
//! Each line of the expectation begins with the kind of a fact. For every kind that the
//! expectation mentions, the facts of that kind must be exactly those lines, in order; `no change`
//! says that there is none. Kinds:
//!
//! ```text
//! verb "Cut" cut opening
//! object "settlement ledger" specific
//! quantity "480ms" time 0.48 before p99
//! change "480ms to 92ms" time 0.48 -> 0.092 down p99
//! mechanism "by batching writes" concrete
//! concept batching
//! skill postgresql
//! signal reach
//! list
//! ```

use std::fmt::Write;
use std::ops::Range;

use facts::{Change, Facts, Position, Quantity, Specificity};
use roles::{Direction, RolePack};

/// Fails unless the facts of `text` are those of `expected`.
#[track_caller]
pub(crate) fn check(text: &str, expected: &str) {
    let pack = RolePack::backend_engineer();
    let all = lines(text, &Facts::read(text, pack), pack);
    let mut quoted = false;
    let separates = |c: char| {
        quoted ^= c == '"';
        matches!(c, '\n' | ';') && !quoted
    };
    let mut wanted: Vec<&str> =
        expected.split(separates).map(str::trim).filter(|line| !line.is_empty()).collect();
    let kinds: Vec<&str> = wanted
        .iter()
        .map(|line| line.strip_prefix("no ").unwrap_or(line).split(' ').next().unwrap_or_default())
        .collect();
    wanted.retain(|line| !line.starts_with("no "));
    let found: Vec<&str> = all
        .iter()
        .map(String::as_str)
        .filter(|line| kinds.contains(&line.split(' ').next().unwrap_or_default()))
        .collect();
    // The order inside a kind is that of the text; the order of kinds is the author's.
    let by_kind = |list: &[&str]| {
        let mut list: Vec<String> = list.iter().map(|line| (*line).to_owned()).collect();
        list.sort_by_key(|line| line.split(' ').next().unwrap_or_default().to_owned());
        list
    };
    assert!(
        by_kind(&found) == by_kind(&wanted),
        "{text:?}\nexpected:\n  {}\nfound:\n  {}",
        wanted.join("\n  "),
        found.join("\n  ")
    );
}

/// All facts of a text, one a line.
pub(crate) fn lines(text: &str, facts: &Facts, pack: &RolePack) -> Vec<String> {
    let quoted = |range: &Range<usize>| format!("\"{}\"", &text[range.clone()]);
    let mut lines = Vec::new();
    for verb in &facts.verbs {
        let position = match verb.position {
            Position::Opening => "opening",
            Position::Clause => "clause",
            Position::Gerund => "gerund",
            Position::Result => "result",
        };
        lines.push(format!("verb {} {} {position}", quoted(&verb.range), verb.entry(pack).lemma));
    }
    for object in facts.claims.iter().filter_map(|claim| claim.object.as_ref()) {
        let specific = match object.specificity {
            Specificity::Specific => "specific",
            Specificity::Generic => "generic",
        };
        lines.push(format!("object {} {specific}", quoted(&object.range)));
    }
    lines
        .extend(facts.measured().map(|quantity| quantity_line(&quoted(&quantity.range), quantity)));
    lines.extend(facts.changes.iter().map(|change| change_line(&quoted(&change.range), change)));
    for mechanism in &facts.mechanisms {
        let concrete = if mechanism.concrete { "concrete" } else { "vague" };
        lines.push(format!("mechanism {} {concrete}", quoted(&mechanism.range)));
    }
    lines.extend(facts.concepts.iter().map(|found| format!("concept {}", found.entry(pack).id)));
    lines.extend(
        facts.skills.iter().map(|found| format!("skill {}", pack.vocabulary.skill(found.skill).id)),
    );
    lines.extend(facts.signals.iter().map(|found| format!("signal {}", found.signal.as_str())));
    if facts.claims.iter().any(|claim| claim.is_list) {
        lines.push("list".to_owned());
    }
    lines
}

/// At most six significant digits, without trailing zeros.
fn number(value: f64) -> String {
    let rounded: f64 = format!("{value:.5e}").parse().expect("a number");
    rounded.to_string()
}

fn quantity_line(quoted: &str, quantity: &Quantity) -> String {
    let mut line =
        format!("quantity {quoted} {} {}", quantity.dimension.as_str(), number(quantity.value));
    if let Some(noun) = &quantity.noun {
        write!(line, " {noun}").expect("writing to a string");
    }
    write!(line, " {}", quantity.role.as_str()).expect("writing to a string");
    if let Some(percentile) = &quantity.percentile {
        write!(line, " {percentile}").expect("writing to a string");
    }
    line
}

fn change_line(quoted: &str, change: &Change) -> String {
    let end = |end: &Option<facts::End>| match end {
        Some(end) => end.value.map_or_else(|| "worded".to_owned(), number),
        None => "?".to_owned(),
    };
    let mut line = format!("change {quoted} {}", change.dimension.as_str());
    match change.delta {
        Some(delta) => write!(line, " by {}", number(delta)),
        None => write!(line, " {} -> {}", end(&change.before), end(&change.after)),
    }
    .expect("writing to a string");
    match change.direction {
        Some(Direction::Down) => line.push_str(" down"),
        Some(Direction::Up) => line.push_str(" up"),
        None => {}
    }
    if let Some(percentile) = &change.percentile {
        line.push(' ');
        line.push_str(percentile);
    }
    line
}

#[test]
#[ignore = "prints facts of lines from standard input, for people"]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "it is there to read and print"
)]
fn dump() {
    let pack = RolePack::backend_engineer();
    for line in std::io::stdin().lines().map_while(Result::ok).filter(|line| !line.is_empty()) {
        eprintln!("# {line}");
        for fact in lines(&line, &Facts::read(&line, pack), pack) {
            eprintln!("    {fact}");
        }
    }
}

/// Fails unless a text names exactly these concepts, in order.
#[track_caller]
pub(crate) fn check_concepts(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let lines: Vec<String> =
            expected.split(", ").map(|concept| format!("concept {concept}")).collect();
        check(text, &lines.join("; "));
    }
}
