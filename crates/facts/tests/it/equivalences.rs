//! Different ways to write one thing are one thing.

use std::fmt::Write;

use facts::{Change, End, Facts};
use roles::RolePack;

fn number(value: f64) -> String {
    let rounded: f64 = format!("{value:.4e}").parse().expect("a number");
    rounded.to_string()
}

fn change(change: &Change) -> String {
    let end = |end: &Option<End>| {
        let value = end.as_ref().map(|end| end.value.map_or_else(|| "worded".to_owned(), number));
        value.unwrap_or_else(|| "?".to_owned())
    };
    let mut line = format!("change {}", change.dimension.as_str());
    match change.delta {
        Some(delta) => write!(line, " by {}", number(delta)),
        None => write!(line, " {} -> {}", end(&change.before), end(&change.after)),
    }
    .expect("writing to a string");
    line + change.percentile.as_deref().map(|name| format!(" {name}")).unwrap_or_default().as_str()
}

/// What a text says, without where: the same for all ways to say it.
fn canonical(text: &str) -> String {
    let pack = RolePack::backend_engineer();
    let facts = Facts::read(text, pack);
    let mut lines: Vec<String> = facts.changes.iter().map(change).collect();
    lines.extend(facts.measured().map(|q| {
        let noun = q.noun.as_deref().unwrap_or_default().trim_end_matches('s');
        let percentile = q.percentile.as_deref().unwrap_or_default();
        let role = q.role.as_str();
        let line =
            format!("{} {} {noun} {role} {percentile}", q.dimension.as_str(), number(q.value));
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    }));
    lines.extend(facts.concepts.iter().map(|found| format!("concept {}", found.entry(pack).id)));
    lines.extend(
        facts.skills.iter().map(|found| format!("skill {}", pack.vocabulary.skill(found.skill).id)),
    );
    for claim in &facts.claims {
        if let Some(verb) = &claim.verb {
            lines.push(format!("verb {}", verb.entry(pack).lemma));
        }
        if let Some(object) = &claim.object {
            lines.push(format!("object {}", object.key));
        }
    }
    lines.sort();
    lines.join("\n")
}

/// All texts say the same, and it includes every line of `expected`.
#[track_caller]
fn same(expected: &str, texts: &[&str]) {
    let first = canonical(texts[0]);
    for line in expected.lines().map(str::trim) {
        assert!(
            first.lines().any(|found| found == line),
            "{:?}: no {line:?} in\n{first}",
            texts[0]
        );
    }
    for text in &texts[1..] {
        assert_eq!(canonical(text), first, "{text:?} is not {:?}", texts[0]);
    }
}

#[test]
fn units() {
    same(
        "time 0.48 level p99",
        &[
            "Kept p99 under 480ms",
            "Kept p99 under 480 ms",
            "Kept p99 under 0.48 s",
            "Kept p99 under 0,48 s",
            "Kept p99 under 0.48 seconds",
            "Kept p99 under 480\u{a0}ms",
            "Kept p99 under 480\u{202f}ms",
            "Kept p99 under 480 milliseconds",
        ],
    );
    same(
        "percent 12 level",
        &[
            "Covers 12% of fares",
            "Covers 12 % of fares",
            "Covers 12 percent of fares",
            "Covers 12 per cent of fares",
        ],
    );
    same(
        "money 75000 EUR count",
        &[
            "Guards €75k of stock",
            "Guards EUR 75,000 of stock",
            "Guards 75,000 EUR of stock",
            "Guards €75,000 of stock",
            "Guards € 75k of stock",
            "Guards 75k euros of stock",
            "Guards 75k€ of stock",
        ],
    );
    same(
        "bytes 2000000000000 denominator",
        &[
            "Archives 2 TB of scans",
            "Archives 2TB of scans",
            "Archives 2 terabytes of scans",
            "Archives 2,000 GB of scans",
        ],
    );
    same(
        "rate 12000 denominator",
        &[
            "Answers quotes at 12k rps",
            "Answers quotes at 12,000 rps",
            "Answers quotes at 12K RPS",
            "Answers quotes at 12 000 rps",
        ],
    );
    same(
        "rate 138.89 event denominator",
        &["Runs a 12M-event/day feed", "Runs a 12M event/day feed"],
    );
    same(
        "rate 138.89 event denominator",
        &[
            "Reads 12M events/day",
            "Reads 12M events per day",
            "Reads 12M events a day",
            "Reads 12M events daily",
            "Reads 12M events each day",
            "Reads 12 million events every day",
        ],
    );
}

#[test]
fn numbers() {
    same(
        "count 1200000 parcel count",
        &[
            "Sorted 1.2M parcels",
            "Sorted 1,200,000 parcels",
            "Sorted 1.2 million parcels",
            "Sorted 1.2m parcels",
            "Sorted 1.200.000 parcels",
            "Sorted 1\u{202f}200\u{202f}000 parcels",
            "Sorted 1_200_000 parcels",
        ],
    );
    same(
        "count 4 ward count",
        &["Digitised 4 wards", "Digitised four wards", "Digitized four wards"],
    );
    same(
        "count 25 ward count",
        &["Merged 25 wards", "Merged twenty-five wards", "Merged twenty five wards"],
    );
    same(
        "count 12 ward count",
        &["Merged 12 wards", "Merged a dozen wards", "Merged twelve wards"],
    );
    same("count 500000 meter count", &["Merged 500k meters", "Merged half a million meters"]);
    same(
        "time 1209600 duration",
        &["Took two weeks", "Took 2 weeks", "Took 14 days", "Took 2 wks"],
    );
}

#[test]
fn ways_to_say_from_to() {
    same(
        "change time 6.4 -> 1.1",
        &[
            "Cut tile loads from 6.4s to 1.1s",
            "Cut tile loads 6.4s → 1.1s",
            "Cut tile loads 6.4 s -> 1.1 s",
            "Cut tile loads 6.4s–>1.1s",
            "Cut tile loads 6.4s=>1.1s",
            "Cut tile loads from 6.4 to 1.1 s",
            "Cut tile loads from 6,4 s to 1,1 s",
            "Cut tile loads from 6.4s down to 1.1s",
            "Cut tile loads from 6.4s to just 1.1s",
            "Cut tile loads from about 6.4s to 1.1s",
            "Cut tile loads (6.4 s to 1.1 s)",
            "Cut tile loads to 1.1s from 6.4s",
            "Cut tile loads to 1.1s (was 6.4s)",
            "Cut tile loads: 1.1s (was 6.4s)",
            "Cut tile loads to 1.1s (previously 6.4s)",
            "Cut tile loads to 1.1s (from 6.4s)",
            "Cut tile loads: 1.1s instead of 6.4s",
            "Cut tile loads: 1.1s rather than 6.4s",
            "Cut tile loads: 1.1s, down from 6.4s",
            "Cut tile loads: 1.1s vs 6.4s",
            "Cut tile loads: 1.1s vs. 6.4s",
            "Cut tile loads: 1.1s versus 6.4s",
            "Cut tile loads: 1.1s compared to 6.4s",
        ],
    );
    same(
        "change time 80 -> 40",
        &[
            "Halved builds (80 s to 40 s)",
            "Halved builds from 80 s to 40 s",
            "Halved builds, 80 s → 40 s",
            "Halved builds to 40 s (was 80 s)",
        ],
    );
}

#[test]
fn percentile_names() {
    same(
        "change time 0.48 -> 0.092 p99",
        &[
            "Cut p99 of quotes from 480 ms to 92 ms",
            "Cut P99 of quotes from 480 ms to 92 ms",
            "Cut the p99 of quotes from 480 ms to 92 ms",
            "Cut p99 of quotes from 0.48 s to 0.092 s",
        ],
    );
    for text in [
        "Cut 99th percentile of quotes from 480 ms to 92 ms",
        "Cut 99th-percentile of quotes from 480 ms to 92 ms",
        "Cut the 99th percentile latency of quotes from 480 ms to 92 ms",
    ] {
        assert!(canonical(text).contains("change time 0.48 -> 0.092 p99\n"), "{}", canonical(text));
        assert!(canonical(text).contains("object quote"), "{}", canonical(text));
    }
}

#[test]
fn characters() {
    same(
        "verb cut\nobject seat map",
        &[
            "Cut the seat map's load by 40%",
            "Cut the seat map’s load by 40%",
            "Cut the seat map’s load by 40\u{a0}%",
            "Cut  the\tseat map's load by 40%",
            "Cut the seat\r\nmap's load by 40%",
            "• Cut the seat map's load by 40%",
            "- Cut the seat map's load by 40%",
            "* Cut the seat map's load by 40%",
            "– Cut the seat map's load by 40%",
            "Cut the seat map's load by 40%.",
            "\u{feff}Cut the seat map's load by 40%\n",
        ],
    );
    same(
        "change ratio by 2\nobject map cache",
        &[
            "Rebuilt the seat-map cache — twice as fast",
            "Rebuilt the seat\u{2011}map cache – twice as fast",
            "Rebuilt the seat‐map cache - twice as fast",
        ],
    );
    same(
        "object ticket counter",
        &[
            "Wrote the “ticket counter” in Go",
            "Wrote the \"ticket counter\" in Go",
            "Wrote the ‘ticket counter’ in Go",
            "Wrote the ticket counter in Go",
        ],
    );
}

#[test]
fn spelling() {
    same("verb optimize", &["Optimised the colour pipeline", "Optimized the color pipeline"]);
    same(
        "skill postgresql",
        &["Tuned ward queries on Postgres", "Tuned ward queries on PostgreSQL"],
    );
    same("skill kubernetes", &["Sharded queues on K8s", "Sharded queues on Kubernetes"]);
    same("skill go", &["Rewrote the bidder in Golang", "Rewrote the bidder in Go"]);
    same("concept idempotency", &["Made refunds idempotent", "Made refunds Idempotent"]);
}

#[test]
fn case() {
    same(
        "change time 6.4 -> 1.1",
        &["CUT TILE LOADS FROM 6.4 s TO 1.1 s", "Cut tile loads from 6.4 s to 1.1 s"],
    );
}
