//! The fields of a resume as a flat record: what a form of an applicant tracking system asks for.

use resume::model::{Bullet, Education, Place, Profile, Work};
use resume::{Date, Resume};
use serde_json::{Value, json};

/// Contact, headline, links, jobs, schools and skills, in the form in which readers of resumes are
/// compared with each other.
///
/// Dates are `YYYY-MM`, `YYYY` or `present`; a field that the resume does not have is `null`, a
/// list that it does not have is empty. The degree of a school is the kind of study and the
/// subject; skills are the keywords of all groups, and the names of groups without keywords.
pub fn fields(resume: &Resume) -> Value {
    let basics = resume.basics.clone().unwrap_or_default();
    let own = basics.url.iter().cloned();
    let links: Vec<String> = own.chain(basics.profiles.iter().filter_map(link)).collect();
    let skills = resume.skills.iter().flat_map(|group| match group.keywords.as_slice() {
        [] => group.name.as_slice(),
        keywords => keywords,
    });
    json!({
        "name": basics.name,
        "email": basics.email,
        "phone": basics.phone,
        "location": basics.location.as_ref().and_then(place),
        "headline": basics.label,
        "links": links,
        "experience": resume.work.iter().map(job).collect::<Vec<_>>(),
        "education": resume.education.iter().map(school).collect::<Vec<_>>(),
        "skills": skills.collect::<Vec<_>>(),
    })
}

/// The address of an account, or its name where the address is not known.
fn link(profile: &Profile) -> Option<String> {
    profile.url.clone().or_else(|| profile.username.clone())
}

/// `District, City, Region, Country`: where somebody lives, as forms ask for it. Streets and postal
/// codes say no more, and are told by their figures.
fn place(place: &Place) -> Option<String> {
    let has_figures = |text: &&String| text.contains(|c: char| c.is_ascii_digit());
    let district = place.address.as_ref().filter(|address| !has_figures(address)).cloned();
    joined([&district, &place.city, &place.region, &place.country_code], ", ")
}

fn job(job: &Work) -> Value {
    json!({
        "company": job.name,
        "title": job.position,
        "start": job.start_date.as_ref().and_then(date),
        "end": job.end_date.as_ref().and_then(date),
        "bullets": job.highlights.iter().map(|Bullet { text, .. }| text).collect::<Vec<_>>(),
    })
}

fn school(school: &Education) -> Value {
    json!({
        "institution": school.institution,
        "degree": joined([&school.study_type, &school.area], " "),
        "start": school.start_date.as_ref().and_then(date),
        "end": school.end_date.as_ref().and_then(date),
    })
}

/// A date without its day.
fn date(date: &Date) -> Option<String> {
    match date {
        Date::Year(year) => Some(format!("{year:04}")),
        Date::Month(year, month) | Date::Day(year, month, _) => {
            Some(format!("{year:04}-{month:02}"))
        }
        Date::Present => Some("present".to_owned()),
        Date::Unreadable(_) => None,
    }
}

/// The texts that are there, in one; `None` without any.
fn joined<const N: usize>(parts: [&Option<String>; N], between: &str) -> Option<String> {
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    (!parts.is_empty()).then(|| parts.join(between))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    #[track_caller]
    fn check(resume: Value, pointer: &str, expected: &Value) {
        let resume = serde_json::from_value(resume).expect("a resume");
        assert_eq!(super::fields(&resume).pointer(pointer), Some(expected), "{pointer}");
    }

    #[test]
    fn contact_is_one_text_a_field() {
        let resume = json!({"basics": {
            "name": "Ada Example", "label": "Backend Engineer", "email": "ada@example.org",
            "url": "https://ada.example.org",
            "location": {"city": "Graz", "region": "Styria", "address": "Annenstraße 12", "postalCode": "8010", "countryCode": "AT"},
            "profiles": [
                {"network": "GitHub", "username": "ada", "url": "https://github.com/ada"},
                {"network": "Mastodon", "username": "ada@example.social"},
                {"network": "LinkedIn"},
            ],
        }});
        check(resume.clone(), "/name", &json!("Ada Example"));
        check(resume.clone(), "/headline", &json!("Backend Engineer"));
        check(resume.clone(), "/phone", &json!(null));
        check(resume.clone(), "/location", &json!("Graz, Styria, AT"));
        let links = ["https://ada.example.org", "https://github.com/ada", "ada@example.social"];
        check(resume, "/links", &json!(links));
        check(json!({"basics": {"location": {}}}), "/location", &json!(null));
        check(json!({}), "/links", &json!([]));
    }

    #[test]
    fn jobs_have_dates_of_one_form() {
        let resume = json!({"work": [
            {"name": "Harbor Analytics", "position": "Engineer", "startDate": "2021-03-15",
             "endDate": "present", "highlights": ["Wrote it", {"text": "Ran it", "id": "ran"}]},
            {"name": "Fare Works", "startDate": "2019", "endDate": "a while ago"},
        ]});
        check(
            resume.clone(),
            "/experience/0",
            &json!({
                "company": "Harbor Analytics", "title": "Engineer", "start": "2021-03",
                "end": "present", "bullets": ["Wrote it", "Ran it"],
            }),
        );
        check(
            resume,
            "/experience/1",
            &json!({
                "company": "Fare Works", "title": null, "start": "2019", "end": null, "bullets": [],
            }),
        );
    }

    #[test]
    fn degrees_and_skills_are_put_together() {
        let resume = json!({
            "education": [
                {"institution": "TU Graz", "studyType": "BSc", "area": "Mathematics", "endDate": "2016"},
                {"institution": "Night School", "area": "Welding"},
            ],
            "skills": [{"name": "Languages", "keywords": ["Go", "Rust"]}, {"name": "Kafka"}, {}],
        });
        check(
            resume.clone(),
            "/education/0",
            &json!({
                "institution": "TU Graz", "degree": "BSc Mathematics", "start": null, "end": "2016",
            }),
        );
        check(resume.clone(), "/education/1/degree", &json!("Welding"));
        check(resume, "/skills", &json!(["Go", "Rust", "Kafka"]));
        check(json!({}), "/skills", &json!([]));
    }
}
