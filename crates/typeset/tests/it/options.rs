//! What a user may choose holds in every template.

use resume::model::{Density, Paper, Resume};
use serde_json::json;

use super::poppler;
use super::reading::{assert_in_order, packed};
use super::samples::{CASES, in_parallel, sample};
use crate::{FAMILIES, Options, pages, templates};

/// The typical page of each template in `families` fonts, with a density and a color of its own.
pub(super) fn check_fonts(families: usize) {
    let resume = sample("typical");
    let mut jobs = Vec::new();
    for (row, template) in templates().iter().enumerate() {
        for index in row..row + families {
            let family = &FAMILIES[index % FAMILIES.len()];
            jobs.push((template, family, Density::ALL[index % Density::ALL.len()]));
        }
    }
    in_parallel(jobs, |(template, family, density)| {
        let name = format!("{} in {}, {}", template.name, family.name, density.as_str());
        let accent = Some("#7a1f5c".parse().expect("a color"));
        let font = Some(family.name);
        let options = Options { accent, font, density, ..Options::new(template) };
        let pages = pages(&resume, &options).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(pages.count() <= 2, "{name}: {} pages", pages.count());
        let Some(text) = poppler::text(&pages.pdf().expect("a PDF")) else { return };
        assert_in_order(&name, &template.outline(&resume).leaves(), &text, packed);
    });
}

#[test]
fn templates_take_fonts_and_densities() {
    check_fonts(2);
}

#[test]
fn a_tighter_page_ends_higher() {
    let typical = CASES.iter().filter(|case| case.sample == "typical" && case.paper == Paper::A4);
    in_parallel(typical.collect(), |case| {
        let options = Options { density: Density::Compact, ..Options::new(case.template) };
        let compact = pages(&case.resume, &options).expect("pages").facts(&case.resume);
        let (regular, compact) = (case.facts.last_page_fill, compact.last_page_fill);
        assert!((0.5..1.0).contains(&regular), "{}: {regular}", case.name);
        assert!(compact < regular - 0.04, "{}: {compact} {regular}", case.name);
    });
}

#[test]
fn sections_and_dates_follow_the_resume() {
    let asked: Resume = serde_json::from_value(json!({
        "basics": { "name": "Ana" },
        "work": [{ "name": "Pine Post", "startDate": "2020-03", "endDate": "2022-05" }],
        "awards": [{ "title": "Silver Oar" }],
        "volunteer": [{ "organization": "Code Club" }],
        "vitae": { "sections": ["volunteer", "awards"], "dateFormat": "iso" },
    }))
    .expect("a resume");
    in_parallel(templates().iter().collect(), |template| {
        let set = pages(&asked, &Options::new(template)).expect("pages");
        let Some(text) = poppler::text(&set.pdf().expect("a PDF")) else { return };
        let order = ["Code Club", "Silver Oar", "Pine Post", "2020-03 – 2022-05"];
        assert_in_order(&template.name, &order, &text, packed);
    });
}
