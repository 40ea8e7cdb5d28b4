//! A job as JSON Resume writes it.
//!
//! That format has one list for what is wanted; what only helps says so in its words.

use resume::Job;
use resume::job::RemoteScope;
use serde_json::{Map, Value, json};

use crate::json_ld::clean;

/// Pretty JSON.
pub(super) fn write(job: &Job) -> String {
    let page = job.page();
    let mut out = Map::new();
    let mut add = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            out.insert(key.to_owned(), value);
        }
    };
    let who = job.hiring_organization.as_ref();
    add("title", page.title.clone().map(Value::from));
    add("company", page.company.clone().map(Value::from));
    add(
        "type",
        job.employment_type.map(|kind| {
            let word = kind.as_str();
            (word[..1].to_uppercase() + &word[1..]).into()
        }),
    );
    add("date", job.date_posted.as_deref().and_then(clean).map(Value::from));
    let about = [job.summary.as_deref(), who.and_then(|who| who.summary.as_deref())];
    let about: Vec<String> = about.into_iter().flatten().filter_map(clean).collect();
    add("description", (!about.is_empty()).then(|| about.join("\n\n").into()));
    let place = job.locations.first().map(|place| {
        let parts = [
            ("address", &place.address),
            ("postalCode", &place.postal_code),
            ("city", &place.city),
            ("countryCode", &place.country_code),
            ("region", &place.region),
        ];
        let parts = parts.into_iter().filter_map(|(key, text)| {
            Some((key.to_owned(), Value::from(clean(text.as_deref()?)?)))
        });
        Value::Object(parts.collect())
    });
    add("location", place);
    add(
        "remote",
        job.remote.as_ref().and_then(|remote| remote.scope).map(|scope| {
            json!(match scope {
                RemoteScope::Full => "Full",
                RemoteScope::Hybrid => "Hybrid",
                RemoteScope::OnSite => "None",
            })
        }),
    );
    let salary = page.facts.iter().find(|fact| fact.label == "Salary");
    add("salary", salary.map(|fact| fact.text.clone().into()));
    add("experience", job.stage.map(|stage| stage.as_str().into()));
    let lines = |list: Vec<String>| (!list.is_empty()).then(|| Value::from(list));
    add("responsibilities", lines(job.responsibilities.iter().filter_map(|t| clean(t)).collect()));
    let wanted = [&job.prerequisites, &job.must, &job.qualifications, &job.soft_skills];
    let wanted = wanted.into_iter().flatten().filter_map(|one| clean(&one.text));
    let nice =
        job.nice.iter().filter_map(|one| Some(format!("Nice to have: {}", clean(&one.text)?)));
    add("qualifications", lines(wanted.chain(nice).collect()));
    let skills = job.tools.iter().map(|group| {
        let words: Vec<String> = group.keywords.iter().filter_map(|word| clean(word)).collect();
        json!({"name": group.name.as_deref().and_then(clean).unwrap_or_else(|| "Tools".to_owned()),
            "keywords": words})
    });
    let skills: Vec<Value> = skills.collect();
    add("skills", (!skills.is_empty()).then(|| skills.into()));
    let mut text = serde_json::to_string_pretty(&Value::Object(out)).unwrap_or_default();
    text.push('\n');
    text
}
