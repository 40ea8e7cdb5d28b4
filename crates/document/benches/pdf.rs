//! What reading a PDF costs.
//!
//! Run by `cargo bench -p document`. `PDF=file` adds a file of your own.

mod page;

use criterion::Criterion;
use document::{Kind, Limits};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    one_page(&mut criterion);
    own_file(&mut criterion);
    criterion.final_summary();
}

fn one_page(criterion: &mut Criterion) {
    let file = page::resume();
    criterion.bench_function("read a PDF of one page", |bencher| {
        bencher.iter(|| document::read(&file, Kind::Pdf, &Limits::default()));
    });
}

#[expect(clippy::disallowed_methods, reason = "a benchmark is a shell of its own")]
fn own_file(criterion: &mut Criterion) {
    let Ok(path) = std::env::var("PDF") else { return };
    let file = std::fs::read(&path).expect("the file named by PDF");
    criterion.bench_function("read your PDF", |bencher| {
        bencher.iter(|| document::read(&file, Kind::Pdf, &Limits::default()));
    });
}
