//! What a page shows of skills: a claim proves, a name does not, silence says nothing.

use guide::{Gaps, Page, Situation, Standing};
use resume::model::{Basics, Bullet, Skill, Work};
use resume::{Assessment, Resume, Stage};
use roles::{RolePack, guide};

fn bullet(text: &str) -> Bullet {
    Bullet { text: text.to_owned(), ..Bullet::default() }
}

/// A page with lines of work and a list of skills.
pub(crate) fn page(lines: &[&str], skills: &[&str]) -> Resume {
    Resume {
        work: vec![Work {
            highlights: lines.iter().map(|line| bullet(line)).collect(),
            ..Work::default()
        }],
        skills: vec![Skill {
            keywords: skills.iter().map(|skill| (*skill).to_owned()).collect(),
            ..Skill::default()
        }],
        ..Resume::default()
    }
}

#[track_caller]
fn check(line: &str, skill: &str, expected: Standing) {
    let resume = page(&[line], &[]);
    let pack = RolePack::backend_engineer();
    let shows = Page::of(&resume, pack).shows(guide().skill(skill).expect("a skill"));
    assert_eq!(shows.standing, expected, "{skill}: {line}");
    let quoted = shows.quotes.iter().all(|quote| quote.text == line);
    assert!(quoted && shows.quotes.is_empty() == (expected == Standing::NotStated));
}

#[test]
fn a_claim_of_work_shows_a_skill() {
    use Standing::Shown;
    check(
        "Cut p99 of the fare endpoint from 620 ms to 140 ms by caching tariffs",
        "caching",
        Shown,
    );
    check(
        "Cut p99 of the fare endpoint from 620 ms to 140 ms by caching tariffs",
        "performance",
        Shown,
    );
    check(
        "Cut p99 of the fare endpoint from 620 ms to 140 ms by caching tariffs",
        "problem-solving",
        Shown,
    );
    check(
        "Built the parcel index on PostgreSQL with a partial index per depot",
        "databases",
        Shown,
    );
    check("Built the parcel index on PostgreSQL with a partial index per depot", "indexing", Shown);
    check(
        "Moved label printing behind a Kafka topic with a dead-letter queue",
        "message-queues",
        Shown,
    );
    check("Diagnosed a split brain in etcd; wrote the fencing fix", "debugging", Shown);
    check("Wrote integration tests for the tariff importer", "testing", Shown);
    check("Mentored 2 engineers who now run the seat service", "mentoring", Shown);
    check(
        "Migrated 6 TB of meter readings from MongoDB to PostgreSQL without downtime",
        "migrations",
        Shown,
    );
    check("Deployed the invoice service on Amazon EKS with Terraform", "clusters", Shown);
    check("Wrote the meter-file parser that 4 teams adopted", "direction", Shown);
    check("Designed the lease protocol of the battery scheduler", "system-design", Shown);
}

#[test]
fn a_name_does_not() {
    use Standing::{Mentioned, NotStated};
    check("Helped with caching", "caching", Mentioned);
    check("Responsible for caching and message queues", "message-queues", Mentioned);
    check(
        "Used Kafka, Redis, Docker, Kubernetes, AWS, Terraform, Jenkins, Prometheus",
        "message-queues",
        Mentioned,
    );
    check(
        "Cut p99 of the fare endpoint from 620 ms to 140 ms by caching tariffs",
        "rate-limiting",
        NotStated,
    );
    check("Mentored people", "mentoring", NotStated);
    check(
        "Owns dispatch of 41,000 home batteries; promoted after 28 months",
        "direction",
        NotStated,
    );
    check("Went to the gym", "caching", NotStated);
    check("Cashed in on team spirit", "caching", NotStated);
}

/// `skill: situation` of a few skills.
#[track_caller]
fn check_gaps(resume: &Resume, own: &[(&str, u32)], expected: &[(&str, Situation)]) {
    let skills = own.iter().map(|(skill, level)| ((*skill).to_owned(), *level)).collect();
    let own = Assessment { skills, ..Assessment::default() };
    let gaps = Gaps::of(resume, &own, Stage::Mid, guide(), RolePack::backend_engineer());
    for (skill, situation) in expected {
        let found = gaps.skills.iter().find(|gap| gap.exercise.skill == *skill).expect("a skill");
        assert_eq!(found.situation, *situation, "{skill}");
    }
    assert!(gaps.skills.is_sorted_by_key(|gap| gap.situation));
}

#[test]
fn page_and_self_assessment_together_say_what_to_do() {
    let resume = page(
        &[
            "Cut p99 of the fare endpoint from 620 ms to 140 ms by caching tariffs",
            "Helped with logging",
        ],
        &["Kafka", "Git", "Docker"],
    );
    check_gaps(
        &resume,
        &[("caching", 1), ("testing", 2), ("sql", 1), ("message-queues", 0), ("indexing", 3)],
        &[
            ("caching", Situation::Shown),
            ("testing", Situation::Untold),
            ("indexing", Situation::Untold),
            ("sql", Situation::ToLearn),
            // Listing Kafka shows nothing, and its author says so, too.
            ("message-queues", Situation::ToLearn),
            ("authorization", Situation::Open),
            // Nobody expects a line about these.
            ("version-control", Situation::Shown),
            ("containers", Situation::Shown),
        ],
    );
    check_gaps(&resume, &[], &[("message-queues", Situation::Named), ("sql", Situation::Open)]);
}

#[test]
fn a_summary_lists_and_proves_nothing() {
    let summary = "Backend engineer who built caching for the fare service".to_owned();
    let basics = Basics { summary: Some(summary), ..Basics::default() };
    let resume = Resume { basics: Some(basics), ..Resume::default() };
    check_gaps(&resume, &[], &[("caching", Situation::Named)]);
    let own = Assessment::default();
    let gaps = Gaps::of(&resume, &own, Stage::Junior, guide(), RolePack::backend_engineer());
    assert!(gaps.empty_page);
}

#[test]
fn levels_of_ones_own_are_kept_beside_the_page() {
    let resume =
        page(&["Cut p99 of the fare endpoint from 620 ms to 140 ms by caching tariffs"], &[]);
    let own = Assessment {
        skills: [("caching".to_owned(), 1), ("knitting".to_owned(), 3)].into(),
        notes: [("caching".to_owned(), "the tariff cache".to_owned())].into(),
        ..Assessment::default()
    };
    let gaps = Gaps::of(&resume, &own, Stage::Mid, guide(), RolePack::backend_engineer());
    assert_eq!((gaps.unknown.as_slice(), gaps.assessed), (&["knitting".to_owned()][..], 1));
    let caching = gaps.in_situation(Situation::Shown).find(|gap| gap.exercise.skill == "caching");
    let caching = caching.expect("it is shown");
    assert!(caching.below_own_page);
    assert_eq!(caching.note.as_deref(), Some("the tariff cache"));
}
