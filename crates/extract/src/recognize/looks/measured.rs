//! Recall and false alarms of the scores on annotated resumes: `VITAE_FIXTURES=DIR cargo test -p
//! extract measured -- --ignored --nocapture`.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement reads files and prints"
)]

use serde_json::Value;

use super::{degree, employer, school, title};

type Score = fn(&str) -> f32;

/// Labels of the annotators, the score that should see them, and labels a text may also have.
const LABELS: [(&str, Score, &[&str]); 4] = [
    ("Designation", title, &[]),
    ("College Name", school, &["Companies worked at"]),
    ("Degree", degree, &[]),
    ("Companies worked at", employer, &["College Name"]),
];

fn spans<'a>(document: &'a Value, text: &'a str) -> Vec<(&'a str, usize, usize)> {
    // Offsets count characters.
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let place = |value: &Value| {
        value.as_u64().and_then(|at| starts.get(usize::try_from(at).ok()?).copied())
    };
    let spans = document["spans"].as_array().into_iter().flatten();
    spans
        .filter_map(|span| {
            Some((span["label"].as_str()?, place(&span["start"])?, place(&span["end"])?))
        })
        .collect()
}

#[test]
#[ignore = "reads annotated resumes from VITAE_FIXTURES"]
fn measured() {
    let Ok(folder) = std::env::var("VITAE_FIXTURES") else { return };
    let path = format!("{folder}/resume-ner-dotin-cc0/dev/docs.jsonl");
    let Ok(lines) = std::fs::read_to_string(path) else { return };
    let documents: Vec<Value> =
        lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let verbose = std::env::var("VITAE_VERBOSE").is_ok();
    for (label, score, also) in LABELS {
        let (mut hits, mut all, mut wrong, mut others) = (0_usize, 0_usize, 0_usize, 0_usize);
        for document in &documents {
            let text = document["text"].as_str().unwrap_or_default();
            let spans = spans(document, text);
            for (name, start, end) in &spans {
                let span = &text[*start..*end];
                if *name == label {
                    all += 1;
                    hits += usize::from(score(span) >= 0.5);
                    if verbose && score(span) < 0.5 {
                        println!("- {label} {:.2} {span:?}", score(span));
                    }
                } else if !also.contains(name) {
                    others += 1;
                    wrong += usize::from(score(span) >= 0.5);
                    if verbose && score(span) >= 0.5 {
                        println!("+ {label} {:.2} {span:?} is {name}", score(span));
                    }
                }
            }
            // Lines (two blanks stand for a line end here) that no span of the label touches.
            let mut from = 0;
            for line in text.split(['\n']).flat_map(|line| line.split("  ")) {
                let start = from + text[from..].find(line).unwrap_or(0);
                from = start + line.len();
                let touched = spans.iter().any(|(name, first, last)| {
                    (*name == label || also.contains(name)) && *first < from && start < *last
                });
                if !touched && line.trim().len() > 2 {
                    others += 1;
                    wrong += usize::from(score(line) >= 0.5);
                    if verbose && score(line) >= 0.5 {
                        println!("~ {label} {:.2} {line:?}", score(line));
                    }
                }
            }
        }
        println!(
            "{label}: recall {hits}/{all} = {:.3}, false {wrong}/{others} = {:.3}",
            hits as f64 / all.max(1) as f64,
            wrong as f64 / others.max(1) as f64
        );
    }
}
