//! Which of two bullets a panel prefers.

use resume::{Resume, Stage, Verdict};

use super::{assert_not_higher, bullet_score, grade};
use crate::bases::{all, complete, with_bullet};
use crate::page::check;

/// Fails unless the scores fall strictly, by at least `gap` points each.
#[track_caller]
fn assert_falling(bullets: &[&str], gap: f64) {
    let scores: Vec<f64> = bullets.iter().map(|bullet| bullet_score(bullet)).collect();
    for (index, pair) in scores.windows(2).enumerate() {
        assert!(
            pair[0] >= pair[1] + gap && pair[0] > pair[1],
            "{:?} {} should beat {:?} {}",
            bullets[index],
            pair[0],
            bullets[index + 1],
            pair[1]
        );
    }
}

#[test]
fn strong_beats_weak() {
    let pairs = [
        (
            "Cut p99 on the settlement path from 480 ms to 92 ms by batching cache lookups",
            "Improved API performance through caching and optimization techniques",
        ),
        ("Diagnosed a split brain in etcd; wrote the fencing fix", "Fixed 12 bugs"),
        (
            "Re-partitioned the 4.8B-row events table by tenant and week; index builds went from 9 h to 45 min",
            "Optimized the database",
        ),
        (
            "Ran 11 incident reviews and rewrote 6 alerts; pages per week fell from 40 to 9",
            "Participated in the on-call rotation",
        ),
        (
            "Mentored two engineers to mid level within 14 months with a weekly design review",
            "Helped junior team members",
        ),
        (
            "Built the parcel-routing service that assigns 38k parcels a day to vans",
            "Built scalable microservices",
        ),
        (
            "Wrote the importer for 6 hospital systems as an intern; it ran in production from week 9",
            "Assisted the team during internship",
        ),
        (
            "Claims are deduplicated by a unique constraint on (filing_id, line), so a retried upload no longer pays twice",
            "Worked on claims and payouts using Docker and Kubernetes",
        ),
        (
            "Held p99 of the tile renderer at 38 ms under 9,000 requests per second",
            "Maintained the tile renderer with high availability",
        ),
        (
            "Throughput of the invoice router went from 8k to 31k messages per second",
            "Increased throughput",
        ),
        (
            "Mentored 4 graduates on the dispatch service; two now carry its pager",
            "Helped graduates",
        ),
    ];
    for (strong, weak) in pairs {
        assert_falling(&[strong, weak], 10.0);
    }
}

/// Six ways to tell one change, from all of it to an adjective.
struct Six {
    change: &'static str,
    percentile: &'static str,
    after: &'static str,
    share: &'static str,
    load: &'static str,
    adjective: &'static str,
}

#[test]
fn evidence_is_ordered_as_a_panel_orders_it_in_every_field() {
    let fields = [
        Six {
            change: "from 480 ms to 92 ms",
            percentile: "Cut p99 of the price feed",
            after: "to 92 ms",
            share: "Cut latency of the price feed by 80%",
            load: "at 12k requests per second",
            adjective: "Made the price feed significantly faster",
        },
        Six {
            change: "from 3.1 s to 700 ms",
            percentile: "Reduced p95 of the lab-result lookup",
            after: "to 700 ms",
            share: "Reduced response time of the lab-result lookup by 77%",
            load: "for 900,000 patients",
            adjective: "Greatly improved the speed of the lab-result lookup",
        },
        Six {
            change: "from 260 ms to 70 ms",
            percentile: "Lowered p99 of the tracking API",
            after: "to 70 ms",
            share: "Lowered latency of the tracking API by 73%",
            load: "on 40 million scans a day",
            adjective: "Made the tracking API highly performant",
        },
        Six {
            change: "from 120 ms to 35 ms",
            percentile: "Cut p99 of the matchmaker",
            after: "to 35 ms",
            share: "Cut response time of the matchmaker by 71%",
            load: "for 25,000 concurrent players",
            adjective: "Optimized the matchmaker for much better performance",
        },
        Six {
            change: "from 45 ms to 9 ms",
            percentile: "Brought p99 of the feature store down",
            after: "to 9 ms",
            share: "Brought latency of the feature store down by 80%",
            load: "at 30k reads per second",
            adjective: "Drastically sped up the feature store",
        },
        Six {
            change: "from 18 ms to 4 ms",
            percentile: "Cut p99 of the bus driver",
            after: "to 4 ms",
            share: "Cut response time of the bus driver by 78%",
            load: "at 2,000 frames per second",
            adjective: "Enhanced the bus driver considerably",
        },
    ];
    for Six { change, percentile, after, share, load, adjective } in fields {
        let lines = [
            format!("{percentile} {change} {load}"),
            format!("{percentile} {change}"),
            format!("{percentile} {after}"),
            format!("{share} {load}"),
            share.to_owned(),
            adjective.to_owned(),
        ];
        assert_falling(&lines.each_ref().map(String::as_str), 0.5);
    }
}

#[test]
fn evidence_is_ordered_as_a_panel_orders_it() {
    assert_falling(
        &[
            "Cut p99 of the price feed from 480 ms to 92 ms at 12k requests per second",
            "Cut p99 of the price feed from 480 ms to 92 ms",
            "Cut p99 of the price feed to 92 ms",
            "Cut latency of the price feed by 80% at 12k requests per second",
            "Cut latency of the price feed by 80%",
            "Made the price feed significantly faster",
        ],
        0.5,
    );
}

#[test]
fn a_specific_object_beats_a_generic_one() {
    let pairs = [
        ["Cut errors of the invoice matcher from 4% to 1%", "Cut errors from 4% to 1%"],
        [
            "Reduced load time of the ward board from 9 s to 2 s",
            "Reduced load time of the application from 9 s to 2 s",
        ],
        [
            "Moved the parcel index to 16 shards, 2 billion rows",
            "Moved the data to 16 shards, 2 billion rows",
        ],
        ["Wrote the replay decoder, used by 12 studios", "Wrote software, used by 12 studios"],
        [
            "Cut flash time of the pump controller from 90 s to 20 s",
            "Cut time of the process from 90 s to 20 s",
        ],
    ];
    for pair in pairs {
        assert_falling(&pair, 5.0);
    }
}

#[test]
fn leading_with_effect_beats_attending() {
    let pairs = [
        [
            "Led the cutover of the pricing cluster and rolled back twice within 6 minutes",
            "Took part in the cutover of the pricing cluster",
        ],
        [
            "Led 9 incident reviews of the claims importer; repeat incidents fell from 5 to 1",
            "Participated in 9 incident reviews of the claims importer",
        ],
        [
            "Ran the failover drill of the ticket store; recovery went from 40 min to 6 min",
            "Attended the failover drill of the ticket store",
        ],
        [
            "Led the game day for the matchmaker and fixed the 4 faults it found",
            "Was involved in the game day for the matchmaker",
        ],
    ];
    for pair in pairs {
        assert_falling(&pair, 5.0);
    }
}

#[test]
fn an_internship_with_size_and_production_beats_one_that_assisted() {
    let triples = [
        [
            "Wrote the importer for 6 hospital systems as an intern; it ran in production from week 9",
            "Wrote the importer for hospital systems as an intern",
            "Assisted the team with the importer during an internship",
        ],
        [
            "Added paging to the parcel search, 40k searches a day, in production since my second month",
            "Added paging to the parcel search",
            "Assisted with the parcel search",
        ],
        [
            "Ported 11 sensor tests to the lab rig as an intern; they still run in production every night",
            "Ported sensor tests to the lab rig as an intern",
            "Helped with the lab rig during an internship",
        ],
    ];
    for triple in triples {
        assert_falling(&triple, 0.5);
    }
}

#[test]
fn listed_patterns_lower_an_honest_page() {
    let list =
        "Applied saga, CQRS, event sourcing, sharding, consistent hashing and two-phase commit";
    for (name, page, stage) in all().into_iter().filter(|(_, _, stage)| *stage == Stage::Mid) {
        let padded = with_bullet(&page, list);
        assert_not_higher(name, &page, &padded, stage, 0.0);
        assert!(grade(&padded, stage).1 < grade(&page, stage).1, "{name}");
    }
}

/// A section that says one was on call says nothing that the page without it does not.
#[test]
fn a_thin_section_about_being_on_call_earns_nothing() {
    let thin = [
        "Participated in the on-call rotation",
        "On-call engineer",
        "Member of the on-call team, resolved incidents in a timely manner",
    ];
    for (name, page, stage) in all().into_iter().filter(|(_, _, stage)| *stage >= Stage::Senior) {
        let without = without_on_call(&page);
        for line in thin {
            assert_not_higher(name, &without, &with_bullet(&without, line), stage, 0.0);
        }
    }
}

fn without_on_call(page: &Resume) -> Resume {
    let mut page = page.clone();
    for role in &mut page.work {
        role.highlights.retain(|bullet| !bullet.text.contains("pages per week"));
    }
    page
}

/// Any weak page below any middling one, any middling one below any strong one, and a strong page
/// passes the bar while a weak one is far from it.
#[test]
fn complete_pages_are_sorted_as_an_expert_sorts_them() {
    let graded: Vec<_> =
        complete().into_iter().map(|page| (check(&page.resume, page.stage).grade, page)).collect();
    let shown = || {
        let lines = graded.iter().map(|(grade, page)| {
            format!("{} {} {:?} {:?}", page.name, grade.overall, grade.axes, grade.verdict)
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    for (one, better) in &graded {
        for (other, worse) in &graded {
            if better.stage == worse.stage && better.quality > worse.quality {
                assert!(
                    one.overall >= other.overall + 5.0,
                    "{} should beat {}\n{}",
                    better.name,
                    worse.name,
                    shown()
                );
            }
        }
    }
    for (grade, page) in &graded {
        let fits = match page.quality {
            crate::bases::Quality::Weak => grade.verdict == Verdict::NotYet,
            crate::bases::Quality::Middling => grade.verdict != Verdict::Advance,
            crate::bases::Quality::Strong => grade.verdict == Verdict::Advance,
        };
        assert!(fits, "{} is {:?}\n{}", page.name, grade.verdict, shown());
    }
}
