//! What reading a PDF costs.
//!
//! Run by `cargo bench -p document`. `PDF=file` adds a file of your own.

use std::fmt::Write as _;

use criterion::Criterion;
use document::{Kind, Limits};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    one_page(&mut criterion);
    own_file(&mut criterion);
    criterion.final_summary();
}

fn one_page(criterion: &mut Criterion) {
    let file = page();
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

/// A page of the usual length in two standard fonts: eleven entries of four bullets, with dates
/// at the right margin.
fn page() -> Vec<u8> {
    let mut drawn = String::new();
    let mut height = 750;
    let mut text = |font: u8, x: u16, height: u16, text: &str| {
        writeln!(drawn, "BT /F{font} 9 Tf {x} {height} Td ({text}) Tj ET").expect("a text");
    };
    for entry in 0..11 {
        text(2, 50, height, "Engineer, Tidewater Freight");
        text(1, 480, height, &format!("20{:02} - 20{:02}", 10 + entry, 11 + entry));
        for _ in 0..4 {
            height -= 12;
            text(
                1,
                60,
                height,
                "\\225 Cut the p99 of booking search from 900 ms to 120 ms by keeping tariffs",
            );
        }
        height -= 18;
    }
    let font =
        |name| format!("<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R\
             /Resources<</Font<</F1{}/F2{}>>>>>>",
            font("Helvetica"),
            font("Helvetica-Bold")
        ),
        format!("<</Length {}>>\nstream\n{drawn}\nendstream", drawn.len()),
    ];
    let mut file = "%PDF-1.7\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).expect("a text");
        write!(file, "{} 0 obj\n{object}\nendobj\n", number + 1).expect("a text");
    }
    let end = file.len();
    write!(file, "{table}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n{end}\n%%EOF\n")
        .expect("a text");
    file.into_bytes()
}
