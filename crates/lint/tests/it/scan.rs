//! The eight-second view: what stands in the first places, what is missing, what sections add.

use lint::{Options, Scan};
use resume::{Axis, Date, Stage};
use roles::RolePack;

use crate::page::resume;

fn scan(yaml: &str) -> Scan {
    let options = Options { stage: Some(Stage::Mid), as_of: Date::Month(2026, 11), layout: None };
    lint::scan(&resume(yaml), RolePack::backend_engineer(), &options)
}

/// For each zone that holds something: its name and its facts by axis, as `scope kind "words"`.
fn zones(yaml: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for zone in scan(yaml).zones {
        let Some(text) = &zone.text else { continue };
        lines.push(format!("{}: {text}", zone.zone));
        for (axis, facts) in
            [("scope", &zone.scope), ("evidence", &zone.evidence), ("depth", &zone.depth)]
        {
            let kind = |kind: &str| kind.split(':').next().unwrap_or_default().to_owned();
            lines.extend(facts.iter().map(|fact| {
                assert_eq!(&text[fact.start..fact.end], fact.text);
                format!("  {axis} {} {}", kind(&fact.kind), fact.text)
            }));
        }
    }
    lines
}

const PAGE: &str = "\
basics:
  label: Backend engineer
  summary: Owns the tariff importer in Go. It reads 40 GB a night.
work:
  - position: Backend Engineer
    startDate: 2024-03
    summary: Tariffs of 12 carriers
    highlights:
      - Cut p99 of the quote API from 900 ms to 120 ms by caching zone tables in Redis
      - Wrote the parcel index
  - position: Software Engineer
    startDate: 2022-01
    endDate: 2024-02
    highlights: [Helped with various things]
education:
  - {studyType: BSc, area: Mathematics, institution: Somewhere, endDate: 2021-06}
skills:
  - keywords: [Go, Redis]
";

#[test]
fn zones_tell_what_they_establish() {
    assert_eq!(
        zones(PAGE),
        [
            "headline: Backend engineer",
            "opening: Owns the tariff importer in Go.",
            "  scope object tariff importer",
            "  depth skill Go",
            "current-role: Backend Engineer, 2024-03 to present",
            "scope-line: Tariffs of 12 carriers",
            "  scope scale 12 carriers",
            "first-bullet: Cut p99 of the quote API from 900 ms to 120 ms by caching zone tables \
             in Redis",
            "  scope object quote API",
            "  evidence change 900 ms to 120 ms",
            "  evidence mechanism by caching zone tables in Redis",
            "  depth concept p99",
            "  depth skill caching",
            "  depth skill Redis",
            "second-role: Helped with various things",
            "education: BSc, Mathematics, 2021-06",
        ]
    );
    assert_eq!(zones("basics: {name: Ada}"), [""; 0]);
    assert_eq!(
        zones("projects: [{name: x, highlights: [Wrote the parcel index]}]"),
        ["first-bullet: Wrote the parcel index", "  scope object parcel index"]
    );
}

/// Items of the checklist as `item: quote`, or `item at path` where the words stand too late, or
/// `item missing`.
#[track_caller]
fn check(yaml: &str, expected: &[&str]) {
    let told: Vec<String> = scan(yaml)
        .checklist
        .into_iter()
        .map(|asked| match (asked.quote, asked.path) {
            (Some(quote), _) => format!("{}: {quote}", asked.item),
            (None, Some(path)) => format!("{} at {path}", asked.item),
            (None, None) => format!("{} missing", asked.item),
        })
        .collect();
    assert_eq!(told, expected, "{yaml}");
}

#[test]
fn the_checklist_tells_what_is_missing() {
    check(
        PAGE,
        &[
            "system: tariff importer",
            "quantity: 12 carriers",
            "current-role: Backend Engineer, 2024-03",
            "language-or-store: Go",
        ],
    );
    check(
        "basics: {name: Ada}",
        &[
            "system missing",
            "quantity missing",
            "current-role missing",
            "language-or-store missing",
        ],
    );
    // Told, but not where it is seen.
    check(
        "work:
  - position: Engineer
    highlights: [Did things, 'Wrote the parcel index in Go, 40 GB a night']
skills:
  - keywords: [Docker, PostgreSQL]
",
        &[
            "system at work[0].highlights[1]",
            "quantity at work[0].highlights[1]",
            "current-role at work[0]",
            "language-or-store at work[0].highlights[1]",
        ],
    );
    check(
        "work: [{startDate: 2024-03, highlights: [Did things]}]\nskills: [{keywords: [Docker, Go]}]",
        &[
            "system missing",
            "quantity missing",
            "current-role at work[0]",
            "language-or-store at skills[0].keywords[1]",
        ],
    );
    for asked in scan(PAGE).checklist {
        assert_eq!(asked.hint, None);
    }
    for asked in scan("basics: {name: Ada}").checklist {
        assert!(asked.hint.is_some(), "{}", asked.item);
    }
}

#[test]
fn sections_tell_what_the_page_would_lose() {
    let sections = scan(PAGE).sections;
    let titles: Vec<(&str, usize, usize)> =
        sections.iter().map(|one| (one.title.as_str(), one.bullets, one.words)).collect();
    assert_eq!(
        titles,
        [
            ("headline and summary", 0, 14),
            ("Backend Engineer", 2, 26),
            ("Software Engineer", 1, 4),
            ("education", 1, 1),
            ("skills", 2, 2),
        ]
    );
    let adds = |index: usize, axis: Axis| sections[index].adds.map(|adds| adds.get(axis));
    assert!(adds(0, Axis::Scope) > Some(0.0));
    assert_eq!(adds(0, Axis::Evidence), Some(0.0));
    assert!(adds(1, Axis::Evidence) > Some(0.0));
    assert!(adds(1, Axis::Depth) > Some(0.0));
    assert_eq!(adds(3, Axis::Depth), None);
    assert_eq!(adds(4, Axis::Depth), None);
    assert!(sections[1].score > sections[2].score);
    assert_eq!(sections[0].score, None);
}

/// Removing the words of a weak line may even win points: its penalty goes with it.
#[test]
fn a_weak_section_can_cost_points() {
    let weak = "work:
  - {position: A, startDate: 2024-03, highlights: [Cut p99 of the quote API from 900 ms to 120 ms]}
  - {position: B, highlights: [Helped with the rota, Assisted with the depot, Worked on the gate]}
";
    let sections = scan(weak).sections;
    let lost = sections[1].adds.expect("graded");
    assert!(lost.scope <= 0.0 || lost.evidence <= 0.0, "{lost:?}");
}

#[test]
fn a_page_of_many_sections_is_scanned_in_time() {
    let roles = "  - {position: A, startDate: 2024-03, highlights: [Wrote the parcel index]}\n";
    let sections = scan(&format!("work:\n{}", roles.repeat(1500))).sections;
    assert_eq!(sections.len(), 1500);
    assert!(sections[23].adds.is_some() && sections[24].adds.is_none());
}
