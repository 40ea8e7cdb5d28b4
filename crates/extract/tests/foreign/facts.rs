//! The facts of a resume in comparable form, and that one person has the same ones in any format.

use resume::{Date, Resume};

use super::{SAME, parse, sample};

/// Names, employers, titles, times, claims, schools, skills and projects, one a line.
pub(crate) fn facts(resume: &Resume) -> Vec<String> {
    let text =
        |value: Option<&String>| value.map(|value| value.trim().to_owned()).unwrap_or_default();
    let mut out = Vec::new();
    if let Some(basics) = &resume.basics {
        out.push(format!("name: {}", text(basics.name.as_ref())));
        out.push(format!("label: {}", text(basics.label.as_ref())));
        out.push(format!("email: {}", text(basics.email.as_ref())));
        let digits =
            |phone: &String| phone.chars().filter(char::is_ascii_digit).collect::<String>();
        out.push(format!("phone: {}", basics.phone.as_ref().map(digits).unwrap_or_default()));
        out.push(format!("url: {}", text(basics.url.as_ref())));
        let city = basics.location.as_ref().and_then(|place| place.city.as_ref());
        out.push(format!("city: {}", text(city)));
    }
    for job in &resume.work {
        let when = period(job.start_date.as_ref(), job.end_date.as_ref());
        let (name, title) = (text(job.name.as_ref()), text(job.position.as_ref()));
        out.push(format!("job: {name} | {title} | {when}"));
        out.extend(job.highlights.iter().map(|bullet| format!("bullet: {}", words(&bullet.text))));
    }
    for school in &resume.education {
        let when = period(school.start_date.as_ref(), school.end_date.as_ref());
        let (name, degree) = (text(school.institution.as_ref()), text(school.study_type.as_ref()));
        out.push(format!("school: {name} | {degree} | {when}"));
    }
    for group in &resume.skills {
        out.extend(group.keywords.iter().map(|skill| format!("skill: {skill}")));
    }
    for one in &resume.languages {
        let (name, level) = (text(one.language.as_ref()), text(one.fluency.as_ref()));
        out.push(format!("language: {name} | {level}"));
    }
    for project in &resume.projects {
        out.push(format!("project: {}", text(project.name.as_ref())));
        let bullets = project.highlights.iter();
        out.extend(bullets.map(|bullet| format!("bullet: {}", words(&bullet.text))));
    }
    out
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Months, or years where one format knows no more; an open end is `present` in words too.
fn period(start: Option<&Date>, end: Option<&Date>) -> String {
    let shown = |date: Option<&Date>| match date {
        Some(Date::Present) | None => "present".to_owned(),
        Some(date) => date.display().into_owned(),
    };
    format!("{} to {}", shown(start), shown(end))
}

#[test]
fn one_person_has_the_same_facts_in_every_format() {
    let expected = facts(&parse("resume.json", &sample("resume.json")).resume);
    assert!(expected.len() > 15);
    for (name, _) in SAME {
        let found = facts(&parse(name, &sample(name)).resume);
        // The passport of version 3 has no projects of its own, today's editor no headline.
        let missing = |fact: &str| match name {
            "passport.xml" => fact.contains("tide") || fact.contains("tables in"),
            "candidate.xml" => fact.starts_with("label: "),
            _ => false,
        };
        let wanted: Vec<&String> = expected.iter().filter(|fact| !missing(fact)).collect();
        let found: Vec<&String> = found.iter().filter(|fact| !missing(fact)).collect();
        assert_eq!(found, wanted, "{name}");
    }
}
