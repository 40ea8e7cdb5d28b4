//! What a user may choose holds in every template.

use resume::model::{Density, Resume};
use serde_json::json;

use super::poppler;
use super::reading::{assert_in_order, packed};
use super::samples::{in_parallel, sample};
use crate::{FAMILIES, Options, pages, templates};

#[test]
fn every_template_takes_every_font_and_density() {
    let resume = sample("typical");
    let mut jobs = Vec::new();
    for template in templates() {
        for (index, family) in FAMILIES.iter().enumerate() {
            jobs.push((template, family, Density::ALL[index % Density::ALL.len()]));
        }
    }
    in_parallel(jobs, |(template, family, density)| {
        let name = format!("{} in {}, {}", template.name, family.name, density.as_str());
        let accent = Some("#7a1f5c".parse().expect("a color"));
        let font = Some(family.name);
        let options = Options { font, density, accent, ..Options::new(template) };
        let pages = pages(&resume, &options).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(pages.count() <= 2, "{name}: {} pages", pages.count());
        let Some(text) = poppler::text(&pages.pdf().expect("a PDF")) else { return };
        assert_in_order(&name, &template.outline(&resume).leaves(), &text, packed);
    });
}

#[test]
fn a_tighter_page_ends_higher() {
    let resume = sample("typical");
    in_parallel(templates().iter().collect(), |template| {
        let fill = |density| {
            let set = pages(&resume, &Options { density, ..Options::new(template) });
            set.expect("pages").facts(&resume).last_page_fill
        };
        let (regular, compact) = (fill(Density::Regular), fill(Density::Compact));
        assert!((0.5..1.0).contains(&regular), "{}: {regular}", template.name);
        assert!(compact < regular - 0.04, "{}: {compact} {regular}", template.name);
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
