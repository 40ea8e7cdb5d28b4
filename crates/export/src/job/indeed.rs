//! A job as the XML that Indeed takes: one `source` with one `job`.

use std::fmt::Write;

use resume::Job;
use resume::job::RemoteScope;

use super::posting::description;

/// The whole file. Texts stand in CDATA, without entities.
pub(super) fn write(job: &Job) -> String {
    let page = job.page();
    let who = job.hiring_organization.as_ref();
    let place = job.locations.first();
    let fact = |label: &str| {
        page.facts.iter().find(|fact| fact.label == label).map(|fact| fact.text.as_str())
    };
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<source>\n");
    let mut add = |depth: usize, name: &str, text: Option<&str>| {
        if let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) {
            let _ = writeln!(out, "{:depth$}<{name}><![CDATA[{}]]></{name}>", "", cdata(text));
        }
    };
    add(2, "publisher", page.company.as_deref());
    add(2, "publisherurl", who.and_then(|who| who.url.as_deref()));
    out.push_str("  <job>\n");
    let mut add = |name: &str, text: Option<&str>| {
        if let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) {
            let _ = writeln!(out, "    <{name}><![CDATA[{}]]></{name}>", cdata(text));
        }
    };
    add("title", page.title.as_deref());
    add("date", job.date_posted.as_deref());
    add("referencenumber", job.identifier.as_deref());
    add("requisitionid", job.identifier.as_deref());
    add("url", job.apply_url.as_deref());
    add("company", page.company.as_deref());
    add("city", place.and_then(|place| place.city.as_deref()));
    add("state", place.and_then(|place| place.region.as_deref()));
    add("country", place.and_then(|place| place.country_code.as_deref()));
    add("postalcode", place.and_then(|place| place.postal_code.as_deref()));
    add("streetaddress", place.and_then(|place| place.address.as_deref()));
    add("description", description(job).as_deref());
    add("salary", fact("Salary"));
    add("jobtype", job.employment_type.map(resume::job::EmploymentType::as_str));
    let remote = job.remote.as_ref().and_then(|remote| remote.scope);
    add(
        "remotetype",
        match remote {
            Some(RemoteScope::Full) => Some("Fully remote"),
            Some(RemoteScope::Hybrid) => Some("Hybrid remote"),
            _ => None,
        },
    );
    add("expirationdate", job.valid_through.as_deref());
    out.push_str("  </job>\n</source>\n");
    out
}

/// Text that does not end its section, without characters that XML cannot hold.
fn cdata(text: &str) -> String {
    let held = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let text: String =
        text.chars().filter(held).filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
    text.replace("]]>", "]]]]><![CDATA[>")
}
