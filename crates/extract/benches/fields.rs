//! What it costs to find the fields of a resume in the lines of a document.
//!
//! Run by `cargo bench -p extract`.

#[path = "../../document/benches/page/mod.rs"]
mod page;

use criterion::Criterion;
use document::{Kind, Limits};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    one_page(&mut criterion);
    criterion.final_summary();
}

fn one_page(criterion: &mut Criterion) {
    let document = document::read(&page::resume(), Kind::Pdf, &Limits::default()).expect("a PDF");
    let reading = extract::read_document(&document);
    assert_eq!(reading.parsed.resume.work.len(), 4, "the page is read as it was meant");
    criterion.bench_function("find the fields of one page", |bencher| {
        bencher.iter(|| extract::read_document(&document));
    });
}
