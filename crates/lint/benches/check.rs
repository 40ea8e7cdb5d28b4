//! What one check costs inside a process that has its role pack already, and how the cost grows.
//!
//! Run by `cargo xtask bench`, which puts the figures into `docs/benchmarks.md`.

use criterion::{BatchSize, Criterion};
use extract::{Format, Limits};
use facts::Facts;
use lint::Options;
use resume::{Date, Resume, Stage};
use roles::RolePack;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    one_page(&mut criterion);
    many_bullets(&mut criterion);
    criterion.final_summary();
}

fn one_page(criterion: &mut Criterion) {
    let pack = RolePack::backend_engineer();
    let source = RolePack::example(Stage::Senior).expect("every stage has an example");
    let read = || {
        extract::read(source.as_bytes(), Format::Yaml, &Limits::default()).expect("a resume").resume
    };
    let resume = read();
    let bullet = &resume.work[0].highlights[0].text;
    criterion.bench_function("facts of one bullet", |bencher| {
        bencher.iter(|| Facts::read(bullet, pack));
    });
    criterion.bench_function("read the YAML of one page", |bencher| bencher.iter(read));
    criterion.bench_function("check one page, all rules", |bencher| {
        bencher.iter(|| check(&resume, pack));
    });
}

fn many_bullets(criterion: &mut Criterion) {
    let pack = RolePack::backend_engineer();
    let mut group = criterion.benchmark_group("check");
    group.sample_size(10);
    for count in [1_000_usize, 10_000] {
        group.bench_function(format!("{count} bullets"), |bencher| {
            bencher.iter_batched_ref(
                || page_of(count),
                |resume| check(resume, pack),
                BatchSize::LargeInput,
            );
        });
    }
}

fn check(resume: &Resume, pack: &RolePack) -> lint::Outcome {
    let options =
        Options { stage: Some(Stage::Senior), as_of: Date::Month(2026, 11), layout: None };
    lint::check(resume, pack, &options)
}

/// A role of `count` bullets of the usual length, no two the same.
fn page_of(count: usize) -> Resume {
    const SHAPES: [&str; 4] = [
        "Cut p99 of the fare endpoint in zone {} from 620 ms to 140 ms by caching tariffs per zone",
        "Moved parcel index {} (4.2M rows) to PostgreSQL 16 without downtime by dual writes",
        "Responsible for maintaining various backend services and improving performance {}",
        "Wrote the contract tests of meter gateway {} and caught 14 breaking changes before release",
    ];
    let bullet = |at: usize| SHAPES[at % SHAPES.len()].replace("{}", &at.to_string()).into();
    let role = resume::model::Work {
        name: Some("Harbor Analytics".to_owned()),
        position: Some("Backend engineer".to_owned()),
        start_date: Some(Date::Month(2022, 3)),
        highlights: (0..count).map(bullet).collect(),
        ..resume::model::Work::default()
    };
    Resume { work: vec![role], ..Resume::default() }
}
