//! A PDF of one page, made here: what the benchmarks read.

use std::fmt::Write as _;

/// A resume of the usual length in two standard fonts: contact details, four jobs with nine
/// bullets each, a school and skills, with dates at the right margin.
pub(crate) fn resume() -> Vec<u8> {
    let mut page = Page { drawn: String::new(), height: 770 };
    page.text(2, 50, "Jonas Field");
    page.next(12);
    page.text(1, 50, "Hamburg, Germany | jonas.field@example.com | +49 170 1234567");
    page.heading("Experience");
    let jobs = [
        ("Senior Backend Engineer", "Tidewater Freight"),
        ("Backend Engineer", "Harbor Analytics GmbH"),
        ("Software Engineer", "Cranefield Systems"),
        ("Junior Developer", "Bluebox Software"),
    ];
    for (number, (title, employer)) in jobs.into_iter().enumerate() {
        let year = 2023 - 2 * number;
        page.text(2, 50, &format!("{title}, {employer}"));
        page.text(1, 480, &format!("{year} - {}", year + 2));
        for line in 0..9 {
            page.next(12);
            page.text(1, 60, &bullet(line));
        }
        page.next(16);
    }
    page.heading("Education");
    page.text(2, 50, "B.Sc. Computer Science, University of Bremen");
    page.text(1, 480, "2013 - 2016");
    page.heading("Skills");
    page.text(1, 50, "Languages: Go, Java, Python, SQL");
    page.next(12);
    page.text(1, 50, "Infrastructure: Kafka, PostgreSQL, Redis, Kubernetes, Terraform");
    file(&page.drawn)
}

fn bullet(line: usize) -> String {
    match line % 3 {
        0 => "\\225 Cut the p99 of booking search from 900 ms to 120 ms by keeping tariffs"
            .to_owned(),
        1 => format!("\\225 Moved {line} services to Kafka, with one team and no lost message"),
        _ => "\\225 Led the review of every schema change that the order service needs".to_owned(),
    }
}

struct Page {
    drawn: String,
    height: u16,
}

impl Page {
    fn text(&mut self, font: u8, x: u16, text: &str) {
        let height = self.height;
        writeln!(self.drawn, "BT /F{font} 9 Tf {x} {height} Td ({text}) Tj ET").expect("a text");
    }

    fn next(&mut self, step: u16) {
        self.height -= step;
    }

    fn heading(&mut self, text: &str) {
        self.next(22);
        self.text(2, 50, text);
        self.next(14);
    }
}

fn file(drawn: &str) -> Vec<u8> {
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
