//! Sets a JSON resume: `set resume.json out.pdf [a4|letter]`. For looking at a template.
use std::time::Instant;
fn main() {
    let start = Instant::now();
    let args: Vec<String> = std::env::args().collect();
    let resume: resume::Resume = serde_json::from_str(&std::fs::read_to_string(&args[1]).unwrap()).unwrap();
    let paper = if args.get(3).is_some_and(|p| p == "letter") { resume::model::Paper::Letter } else { resume::model::Paper::A4 };
    let options = typeset::Options { template: typeset::template("classic").unwrap(), paper, language: "en" };
    let t0 = start.elapsed();
    let pages = match typeset::pages(&resume, &options) { Ok(p) => p, Err(e) => { eprintln!("{e}\n{}", e.hint()); std::process::exit(2) } };
    let t1 = start.elapsed();
    let pdf = match pages.pdf() { Ok(p) => p, Err(e) => { eprintln!("{e}\n{}", e.hint()); std::process::exit(2) } };
    let t2 = start.elapsed();
    std::fs::write(&args[2], &pdf).unwrap();
    eprintln!("{} pages, {} bytes; load {t0:?}, set {:?}, pdf {:?}", pages.count(), pdf.len(), t1 - t0, t2 - t1);
}
