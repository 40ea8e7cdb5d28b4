//! Pairs of lines that were written after the engine and then frozen; see
//! `cases/unseen-at-writing/README.md`.

use resume::Stage;
use serde::Deserialize;

use crate::page::{check, with_bullets};

#[derive(Deserialize)]
struct Cases {
    pair: Vec<Pair>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    field: String,
    weak: String,
    strong: String,
}

/// The sets in the order they were written.
const SETS: [&str; 4] = [
    include_str!("../../../../cases/unseen-at-writing/first.toml"),
    include_str!("../../../../cases/unseen-at-writing/second.toml"),
    include_str!("../../../../cases/unseen-at-writing/third.toml"),
    include_str!("../../../../cases/unseen-at-writing/fourth.toml"),
];

/// How many pairs of a set may be ordered wrongly.
const MOST_WRONG: usize = 1;

fn scores(set: &str) -> Vec<(Pair, f64, f64)> {
    let cases: Cases = toml::from_str(set).expect("a list of pairs");
    let score = |text: &str| check(&with_bullets(&[text]), Stage::Senior).grade.bullets[0].score;
    cases
        .pair
        .into_iter()
        .map(|pair| {
            let (weak, strong) = (score(&pair.weak), score(&pair.strong));
            (pair, weak, strong)
        })
        .collect()
}

#[test]
fn the_better_line_of_a_pair_wins() {
    for set in SETS {
        let scores = scores(set);
        assert!(scores.len() >= 20);
        let wrong = scores.iter().filter(|(_, weak, strong)| strong <= weak);
        let wrong: Vec<_> = wrong.map(|(pair, ..)| &pair.field).collect();
        assert!(wrong.len() <= MOST_WRONG, "{wrong:?}");
    }
}

#[test]
#[ignore = "prints the tables of the README, for people"]
#[expect(clippy::print_stdout, reason = "that is its purpose")]
fn tables() {
    for set in SETS {
        println!("| field | weak | strong |\n|---|---:|---:|");
        for (pair, weak, strong) in scores(set) {
            println!("| {} | {weak:.1} | {strong:.1} |", pair.field);
        }
    }
}
