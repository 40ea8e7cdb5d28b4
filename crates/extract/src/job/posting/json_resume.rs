//! A job of JSON Resume.

use resume::job::{RemoteScope, ToolGroup};
use resume::model::Place;
use resume::{FieldPath, Job, Stage};

use super::{Making, code, described, employment, get, lines, list, paid, text_of};
use crate::job::{terms, title};
use crate::node::Node;
use crate::recognize::place;

/// Fills a job from the keys of JSON Resume.
pub(super) fn fill(making: &mut Making, node: &Node) {
    let root = FieldPath::root();
    described(making, node);
    let summary = making.job.summary.take();
    making.job.summary = summary.or_else(|| {
        // A description of a line or two holds no parts.
        let has_parts = making.job != Job::default();
        if has_parts { None } else { making.text(node, "description", root.key("summary")) }
    });
    making.job.title = making.text(node, "title", root.key("title"));
    if let Some(name) = making.text(node, "company", root.key("hiringOrganization").key("name")) {
        making.job.hiring_organization.get_or_insert_default().name = Some(name);
    }
    let kind = making.text(node, "type", root.key("employmentType"));
    making.job.employment_type =
        kind.and_then(|kind| employment(&kind)).or(making.job.employment_type);
    let date = making.text(node, "date", root.key("datePosted"));
    making.job.date_posted = date.and_then(|day| terms::day(&day));
    if let Some(held) = get(node, "location") {
        let part = |key: &str| get(held, key).and_then(|value| text_of(value));
        let place = match text_of(held) {
            Some(text) => {
                place::parse(&text).unwrap_or(Place { city: Some(text), ..Place::default() })
            }
            None => Place {
                address: part("address"),
                postal_code: part("postalCode"),
                city: part("city"),
                region: part("region"),
                country_code: part("countryCode").map(code),
                ..Place::default()
            },
        };
        if place != Place::default() {
            making.place(root.key("locations").index(0), held);
            making.job.locations = vec![place];
        }
    }
    if let Some(word) = making.text(node, "remote", root.key("remote").key("scope")) {
        let scope = match word.to_ascii_lowercase().as_str() {
            "full" | "true" => Some(RemoteScope::Full),
            "hybrid" => Some(RemoteScope::Hybrid),
            "none" | "false" => Some(RemoteScope::OnSite),
            _ => None,
        };
        if scope.is_some() {
            making.job.remote.get_or_insert_default().scope = scope;
        }
    }
    if let Some(salary) = making.text(node, "salary", root.key("pay")) {
        making.job.pay = Some(paid(&salary));
    }
    if let Some(level) = making.text(node, "experience", root.key("stage")) {
        let known = level.parse::<Stage>().ok().or_else(|| title::only_level(&level));
        making.job.stage = known;
        if known.is_none() && level.bytes().any(|byte| byte.is_ascii_digit()) {
            making.job.qualifications.push(level.into());
        }
    }
    let duties = lines(making, node, "responsibilities", "responsibilities");
    making.job.responsibilities.extend(duties);
    for text in lines(making, node, "qualifications", "qualifications") {
        match text.strip_prefix("Nice to have: ") {
            Some(nice) => making.job.nice.push(nice.into()),
            None => making.job.qualifications.push(text.into()),
        }
    }
    if !making.job.nice.is_empty() && making.job.must.is_empty() {
        making.job.must = std::mem::take(&mut making.job.qualifications);
    }
    for skill in get(node, "skills").map(list).unwrap_or_default() {
        let words: Vec<String> = get(skill, "keywords")
            .map(|words| list(words).into_iter().filter_map(|word| text_of(word)).collect())
            .unwrap_or_default();
        let name = text_of(skill).or_else(|| get(skill, "name").and_then(|name| text_of(name)));
        let keywords = if words.is_empty() { name.iter().cloned().collect() } else { words };
        if !keywords.is_empty() {
            let path = root.key("tools").index(making.job.tools.len());
            making.place(path, skill);
            let name = name.filter(|name| keywords != [name.clone()]);
            let group = ToolGroup { name, keywords, ..Default::default() };
            making.job.tools.push(group);
        }
    }
}
