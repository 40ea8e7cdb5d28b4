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

/// How many pairs may be ordered wrongly: as many as at the first run.
const MOST_WRONG: usize = 4;

fn scores() -> Vec<(Pair, f64, f64)> {
    let cases = include_str!("../../../../cases/unseen-at-writing/pairs.toml");
    let cases: Cases = toml::from_str(cases).expect("a list of pairs");
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
    let scores = scores();
    assert!(scores.len() >= 20);
    let wrong: Vec<_> = scores
        .iter()
        .filter(|(_, weak, strong)| strong <= weak)
        .map(|(pair, ..)| &pair.field)
        .collect();
    assert!(wrong.len() <= MOST_WRONG, "{wrong:?}");
}

#[test]
#[ignore = "prints the table of the README, for people"]
#[expect(clippy::print_stdout, reason = "that is its purpose")]
fn table() {
    println!("| field | weak | strong |\n|---|---:|---:|");
    for (pair, weak, strong) in scores() {
        println!("| {} | {weak:.1} | {strong:.1} |", pair.field);
    }
}
