//! A job as a `JobPosting` of schema.org: what Google asks for and recommends.
//!
//! What is not known is left out and never made up: no title for a description, no place for an
//! address, no country called "Anywhere".

use resume::Job;
use resume::job::{EmploymentType, PayPeriod, RemoteScope, Wanted};
use serde_json::{Value, json};

use super::html;
use crate::json_ld::{Node, clean, home};

/// Pretty JSON of one node.
pub(super) fn write(job: &Job) -> String {
    let mut text = serde_json::to_string_pretty(&node(job)).unwrap_or_default();
    text.push('\n');
    text
}

fn node(job: &Job) -> Value {
    let mut node = Node::default();
    node.text("title", job.title.as_ref());
    node.value("description", description(job).map(Value::from));
    node.value("datePosted", day(job.date_posted.as_deref()));
    node.value("validThrough", day(job.valid_through.as_deref()).map(last_moment));
    let who = job.hiring_organization.as_ref();
    if let Some(who) = who {
        let mut organization = Node::of("Organization");
        organization.text("name", who.name.as_ref());
        organization.url("sameAs", who.url.as_ref());
        organization.url("logo", who.logo.as_ref());
        node.value("hiringOrganization", organization.finish());
    }
    let places = job.locations.iter().filter_map(|place| {
        let mut held = Node::of("Place");
        held.value("address", Some(home(place)?));
        held.finish()
    });
    node.list("jobLocation", places);
    let remote = job.remote.as_ref();
    // Only work that can be done from elsewhere all the time is remote work here.
    if remote.is_some_and(|remote| remote.scope == Some(RemoteScope::Full)) {
        node.value("jobLocationType", Some("TELECOMMUTE".into()));
        let countries = remote.into_iter().flat_map(|remote| &remote.countries);
        let countries =
            countries.filter_map(|code| Some(json!({"@type": "Country", "name": clean(code)?})));
        node.list("applicantLocationRequirements", countries);
    }
    node.value("employmentType", job.employment_type.map(|kind| employment(kind).into()));
    node.value("baseSalary", salary(job));
    if let Some(number) = job.identifier.as_deref().and_then(clean) {
        let mut identifier = Node::of("PropertyValue");
        identifier.text("name", who.and_then(|who| who.name.as_ref()));
        identifier.value("value", Some(number.into()));
        node.value("identifier", identifier.finish());
    }
    node.url("url", job.apply_url.as_ref());
    node.value("responsibilities", joined(&job.responsibilities));
    let wanted = [&job.must, &job.qualifications, &job.soft_skills, &job.prerequisites];
    let wanted: Vec<&Wanted> = wanted.into_iter().flatten().collect();
    let wanted: Vec<String> = wanted.into_iter().map(|one| one.text.clone()).collect();
    node.value("qualifications", joined(&wanted));
    let tools = job.tools.iter().flat_map(|group| &group.keywords);
    let tools: Vec<String> = tools.filter_map(|word| clean(word)).collect();
    node.value("skills", (!tools.is_empty()).then(|| tools.join(", ").into()));
    node.value("jobBenefits", joined(&job.benefits));
    let mut json = json!({"@context": "https://schema.org", "@type": "JobPosting"});
    if let (Value::Object(json), Some(Value::Object(mut posting))) = (&mut json, node.finish()) {
        json.append(&mut posting);
    }
    json
}

/// The text of the posting as HTML, with the facts above it; `None` when there is none.
pub(super) fn description(job: &Job) -> Option<String> {
    let page = job.page();
    let mut out = String::new();
    html::facts(&mut out, &page);
    for part in &page.sections {
        html::section(&mut out, part, 3);
    }
    (!page.sections.is_empty()).then_some(out)
}

/// A day as ISO 8601 writes it; other wordings are none.
pub(super) fn day(text: Option<&str>) -> Option<Value> {
    let text = text?.trim();
    let parsed = resume::Date::parse(text);
    let is_day = matches!(parsed, resume::Date::Day(..)) && parsed.to_string() == text;
    is_day.then(|| text.into())
}

/// The end of a day: the posting is valid through all of it.
fn last_moment(day: Value) -> Value {
    match day {
        Value::String(day) => format!("{day}T23:59:59").into(),
        other => other,
    }
}

/// The word of schema.org.
pub(super) fn employment(kind: EmploymentType) -> &'static str {
    match kind {
        EmploymentType::FullTime => "FULL_TIME",
        EmploymentType::PartTime => "PART_TIME",
        EmploymentType::Contractor => "CONTRACTOR",
        EmploymentType::Temporary => "TEMPORARY",
        EmploymentType::Intern => "INTERN",
    }
}

/// A band needs a currency and a period; without them nobody can compare it.
fn salary(job: &Job) -> Option<Value> {
    let pay = job.pay.as_ref()?;
    let currency = pay.currency.as_deref().and_then(clean)?;
    let unit = match pay.period? {
        PayPeriod::Year => "YEAR",
        PayPeriod::Month => "MONTH",
        PayPeriod::Week => "WEEK",
        PayPeriod::Day => "DAY",
        PayPeriod::Hour => "HOUR",
    };
    let mut value = Node::of("QuantitativeValue");
    match (pay.min, pay.max) {
        (Some(min), Some(max)) if min == max => value.value("value", Some(min.into())),
        (min, max) => {
            value.value("minValue", min.map(Value::from));
            value.value("maxValue", max.map(Value::from));
        }
    }
    let Value::Object(mut value) = value.finish()? else { return None };
    value.insert("unitText".to_owned(), unit.into());
    Some(json!({"@type": "MonetaryAmount", "currency": currency, "value": value}))
}

fn joined(list: &[String]) -> Option<Value> {
    let lines: Vec<String> = list.iter().filter_map(|text| clean(text)).collect();
    (!lines.is_empty()).then(|| lines.join("\n").into())
}
