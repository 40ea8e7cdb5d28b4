//! People as the layouts print them: `/data.json` of `cases/layouts/*.typ`.

use resume::model::Resume;
use resume::{Bullet, Date};
use serde_json::{Value, json};

use super::view::month;

/// Countries of the people, as pages name them.
const COUNTRIES: [(&str, &str); 14] = [
    ("AU", "Australia"),
    ("BR", "Brazil"),
    ("CH", "Switzerland"),
    ("DE", "Germany"),
    ("ES", "Spain"),
    ("FR", "France"),
    ("GB", "United Kingdom"),
    ("IE", "Ireland"),
    ("IN", "India"),
    ("KE", "Kenya"),
    ("NL", "Netherlands"),
    ("SE", "Sweden"),
    ("SG", "Singapore"),
    ("US", "USA"),
];

/// What a layout prints of a person.
pub(crate) fn data(resume: &Resume) -> Value {
    let basics = resume.basics.clone().unwrap_or_default();
    let place = basics.location.clone().unwrap_or_default();
    let code = place.country_code.as_deref().unwrap_or_default();
    let country =
        COUNTRIES.iter().find(|(known, _)| *known == code).map(|(_, name)| (*name).to_owned());
    let location = [place.city.clone(), place.region.clone().or(country)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    let link = |profile: &resume::model::Profile| {
        let url = profile.url.clone().unwrap_or_default();
        let shown = url.trim_start_matches("https://").trim_start_matches("www.").to_owned();
        json!({"network": profile.network, "handle": profile.username, "url": url, "shown": shown})
    };
    let texts =
        |bullets: &[Bullet]| bullets.iter().map(|bullet| bullet.text.clone()).collect::<Vec<_>>();
    let job = |job: &resume::model::Work| {
        json!({
            "company": job.name, "title": job.position, "location": job.location,
            "about": job.description, "summary": job.summary, "bullets": texts(&job.highlights),
            "start": date(job.start_date.as_ref()), "end": date(job.end_date.as_ref()),
        })
    };
    let jobs: Vec<Value> = resume.work.iter().map(job).collect();
    let school = |course: &resume::model::Education| {
        json!({
            "school": course.institution, "degree": course.study_type, "area": course.area,
            "courses": course.courses,
            "start": date(course.start_date.as_ref()), "end": date(course.end_date.as_ref()),
        })
    };
    let project = |project: &resume::model::Project| {
        json!({
            "name": project.name, "description": project.description, "url": project.url,
            "bullets": texts(&project.highlights), "keywords": project.keywords,
            "start": date(project.start_date.as_ref()), "end": date(project.end_date.as_ref()),
        })
    };
    json!({
        "name": basics.name, "label": basics.label, "email": basics.email, "phone": basics.phone,
        "city": place.city, "location": location.join(", "), "summary": basics.summary,
        "links": basics.profiles.iter().map(link).collect::<Vec<_>>(),
        "employers": employers(&jobs), "work": jobs,
        "education": resume.education.iter().map(school).collect::<Vec<_>>(),
        "projects": resume.projects.iter().map(project).collect::<Vec<_>>(),
        "skills": resume.skills.iter()
            .map(|skill| json!({"name": skill.name, "keywords": skill.keywords}))
            .collect::<Vec<_>>(),
        "languages": resume.languages.iter()
            .map(|language| json!({"language": language.language, "fluency": language.fluency}))
            .collect::<Vec<_>>(),
        "publications": resume.publications.iter()
            .map(|it| json!({"name": it.name, "publisher": it.publisher, "date": date(it.release_date.as_ref())}))
            .collect::<Vec<_>>(),
    })
}

/// Roles under their employers; the total time reaches from the oldest role to the newest.
fn employers(jobs: &[Value]) -> Vec<Value> {
    let mut groups: Vec<Value> = Vec::new();
    for job in jobs {
        match groups.last_mut() {
            Some(group) if group["company"] == job["company"] => {
                group["start"] = job["start"].clone();
                if let Some(roles) = group["roles"].as_array_mut() {
                    roles.push(job.clone());
                }
            }
            _ => groups.push(json!({
                "company": job["company"], "location": job["location"],
                "start": job["start"], "end": job["end"], "roles": [job],
            })),
        }
    }
    groups
}

fn date(date: Option<&Date>) -> Value {
    let Some(text) = month(date) else { return Value::Null };
    if text == "present" {
        return json!(text);
    }
    let mut numbers = text.split('-').map(|number| number.parse::<u16>().ok());
    json!({"year": numbers.next().flatten(), "month": numbers.next().flatten()})
}
