//! What it costs to set one page again while its author writes, and to make a PDF of it.
//!
//! Run by `cargo bench -p typeset`.

use criterion::Criterion;
use resume::Resume;
use typeset::{Options, pages, template};

const TYPICAL: &str = include_str!("../tests/samples/typical.json");

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    one_page(&mut criterion);
    criterion.final_summary();
}

fn one_page(criterion: &mut Criterion) {
    let mut resume: Resume = serde_json::from_str(TYPICAL).expect("a resume");
    let options = Options::new(template("classic").expect("a shipped template"));
    let set = pages(&resume, &options).expect("a page");
    assert_eq!(set.count(), 1, "the sample is one page");
    let mut edits = 0_u64;
    criterion.bench_function("set one page after an edit", |bencher| {
        bencher.iter(|| {
            // Another text each time, or the cache would answer.
            edits += 1;
            resume.work[0].highlights[0].text = format!("Cut p99 from {edits} ms to 12 ms");
            pages(&resume, &options).expect("a page")
        });
    });
    criterion.bench_function("set one page after an edit, and make a PDF", |bencher| {
        bencher.iter(|| {
            edits += 1;
            resume.work[0].highlights[0].text = format!("Cut p99 from {edits} ms to 12 ms");
            pages(&resume, &options).and_then(|set| set.pdf()).expect("a PDF")
        });
    });
}
