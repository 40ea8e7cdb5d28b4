//! Reading back pages that nobody tuned the reader to: every layout of `cases/layouts` with a few
//! people, set to PDF, read and compared with what was printed.

pub(super) mod gallery;
mod person;
pub(super) mod score;
mod sheet;
pub(super) mod view;

use std::fmt::Write as _;

use document::{Kind, Limits};

use gallery::Layout;
use score::Score;
use view::View;

/// People a layout is printed with.
const PEOPLE: usize = 3;
/// The least mean F1 over all layouts, and of any one of them.
const LEAST: (f64, f64) = (0.98, 0.90);
/// Layouts whose columns are still torn apart on some pages before any field is read, and what
/// they reach all the same.
const TORN: [&str; 2] = ["date-table", "skill-bars"];
const LEAST_TORN: f64 = 0.75;

#[test]
fn layouts_are_read_back() {
    let people = gallery::people();
    let mut all = Score::default();
    let mut table = String::new();
    let mut worst: (f64, String) = (1.0, String::new());
    for layout in gallery::layouts() {
        let score = read_back(&layout, &people);
        let mean = score.mean();
        let missed = score.fields().filter(|(_, f1)| *f1 < 0.9995);
        let missed: Vec<String> = missed.map(|(field, f1)| format!("{field} {f1:.2}")).collect();
        let _ = writeln!(table, "{:24} {mean:.3}  {}", layout.name, missed.join(", "));
        let torn = TORN.contains(&layout.name.as_str());
        assert!(mean >= LEAST_TORN, "{}: {mean:.3}", layout.name);
        if mean < worst.0 && !torn {
            worst = (mean, layout.name.clone());
        }
        all.merge(&score);
    }
    let mean = all.mean();
    let _ = writeln!(table, "{:24} {mean:.3}", "all");
    // Shown with `--nocapture` and when the test fails.
    #[expect(clippy::print_stdout, reason = "a measurement prints its table")]
    {
        println!("{table}");
    }
    assert!(mean >= LEAST.0, "all layouts together: {mean:.3}");
    assert!(worst.0 >= LEAST.1, "{}: {:.3}", worst.1, worst.0);
}

/// Prints a layout with a few people and compares what is read. Each layout has others.
fn read_back(layout: &Layout, people: &[(String, resume::Resume)]) -> Score {
    let mut score = Score::default();
    let first: usize = layout.name.bytes().map(usize::from).sum();
    for turn in 0..PEOPLE {
        let (_, resume) = &people[(first + 4 * turn) % people.len()];
        let pdf = sheet::pdf(&layout.name, &layout.source, &person::data(resume));
        let document = document::read(&pdf, Kind::Pdf, &Limits::default()).expect("a PDF of ours");
        let reading = extract::read_document(&document);
        let shown = View::of(resume).shown(&layout.hidden, layout.years);
        score.add(&View::of(&reading.parsed.resume), &shown);
    }
    score
}
