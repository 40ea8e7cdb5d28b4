//! Jobs as others write them in JSON: a `JobPosting` of schema.org, and a job of JSON Resume.

mod json_resume;

use std::ops::Range;
use std::rc::Rc;

use document::Kind;
use resume::job::{
    EmploymentType, JobOrigin, Organization, Pay, PayPeriod, Remote, RemoteScope, Wanted,
};
use resume::model::Place;
use resume::{FieldPath, Job, SourceMap, Span};

use super::read::asks_nothing;
use super::{ReadJob, pay, read_job_document, terms, title};
use crate::node::{Entry, Node, Value};
use crate::recognize::place;

/// The job of another format; `None` when the file is in that of vitae.
pub(super) fn read(text: &str, root: &Rc<Node>) -> Option<ReadJob> {
    if let Some(node) = posting(root) {
        return Some(made(text, node, JobOrigin::JobPosting, schema_org));
    }
    is_json_resume(root).then(|| made(text, root, JobOrigin::JsonResume, json_resume::fill))
}

/// The first `JobPosting` of a tree, whatever it is wrapped in.
fn posting(root: &Rc<Node>) -> Option<&Rc<Node>> {
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Mapping { entries, .. } => {
                let kind = get(node, "@type");
                let is_one = |node: &Node| {
                    text_of(node)
                        .is_some_and(|kind| kind.rsplit(['/', ':']).next() == Some("JobPosting"))
                };
                if kind.is_some_and(|kind| list(kind).iter().any(|kind| is_one(kind))) {
                    return Some(node);
                }
                let inside = ["@graph", "mainEntity", "itemListElement", "item"];
                let inside = entries.iter().filter(|entry| inside.contains(&&*entry.key));
                open.extend(inside.map(|entry| &entry.value));
            }
            Value::List(items) => open.extend(items.iter().rev()),
            Value::Scalar(_) => {}
        }
    }
    None
}

/// Keys that only the format of vitae has.
const OURS: [&str; 12] = [
    "must", "nice", "hiringOrganization", "locations", "pay", "employmentType", "softSkills",
    "prerequisites", "outcomes", "process", "benefits", "stage",
];

fn is_json_resume(root: &Node) -> bool {
    let theirs = ["company", "type", "description", "location", "salary", "experience", "skills"];
    let has = |list: &[&str]| list.iter().any(|key| get(root, key).is_some());
    has(&theirs) && !has(&OURS) && get(root, "basics").is_none()
}

/// A job being read from a tree.
struct Making {
    job: Job,
    spans: Vec<(FieldPath, Range<usize>)>,
}

impl Making {
    /// Records that `node` says the value at `path`.
    fn place(&mut self, path: FieldPath, node: &Node) {
        self.spans.push((path, node.span.clone()));
    }

    /// The text of a key, recorded as the value at `path`.
    fn text(&mut self, node: &Node, key: &str, path: FieldPath) -> Option<String> {
        let held = get(node, key)?;
        let text = text_of(held)?;
        self.place(path, held);
        Some(text)
    }
}

fn made(text: &str, node: &Node, origin: JobOrigin, fill: fn(&mut Making, &Node)) -> ReadJob {
    let mut making = Making { job: Job::default(), spans: Vec::new() };
    fill(&mut making, node);
    let mut source_map = SourceMap::new(text.to_owned());
    source_map.insert(FieldPath::root(), Span { key: None, value: node.span.clone() });
    for (path, value) in making.spans {
        let mut above = path.parent();
        while let Some(path) = above.filter(|path| *path != FieldPath::root()) {
            source_map.insert(path.clone(), Span { key: None, value: value.clone() });
            above = path.parent();
        }
        source_map.insert(path, Span { key: None, value });
    }
    if making.job.stage.is_none() {
        making.job.stage = making.job.title.as_deref().and_then(title::level);
    }
    let findings = asks_nothing(&making.job).into_iter().collect();
    ReadJob { job: making.job, source_map, findings, origin }
}

fn schema_org(making: &mut Making, node: &Node) {
    let root = FieldPath::root();
    described(making, node);
    making.job.title = making.text(node, "title", root.key("title")).or(making.job.title.take());
    let posted = making.text(node, "datePosted", root.key("datePosted"));
    making.job.date_posted = posted.and_then(|day| terms::day(&day));
    let until = making.text(node, "validThrough", root.key("validThrough"));
    making.job.valid_through = until.and_then(|day| terms::day(&day));
    let start = making.text(node, "jobStartDate", root.key("start"));
    making.job.start = start.or(making.job.start.take());
    if let Some(kind) = get(node, "employmentType") {
        let words = list(kind);
        let found = words.iter().find_map(|word| employment(&text_of(word)?));
        if found.is_some() {
            making.place(root.key("employmentType"), kind);
        }
        making.job.employment_type = found.or(making.job.employment_type);
    }
    organization(making, node);
    let places: Vec<Place> = get(node, "jobLocation")
        .map(|places| list(places).iter().filter_map(|place| address(place)).collect())
        .unwrap_or_default();
    if let Some(held) = get(node, "jobLocation").filter(|_| !places.is_empty()) {
        for index in 0..places.len() {
            making.place(root.key("locations").index(index), held);
        }
        making.job.locations = places;
    }
    remote(making, node);
    salary(making, node);
    if let Some(held) = get(node, "identifier") {
        let value = text_of(held).or_else(|| get(held, "value").and_then(|value| text_of(value)));
        if value.is_some() {
            making.place(root.key("identifier"), held);
        }
        making.job.identifier = value;
    }
    let url = making.text(node, "url", root.key("applyUrl"));
    making.job.apply_url = url.or(making.job.apply_url.take());
    if making.job.responsibilities.is_empty() {
        making.job.responsibilities = lines(making, node, "responsibilities", "responsibilities");
    }
    if making.job.wanted().iter().all(|(_, list)| list.is_empty()) {
        let keys = ["qualifications", "experienceRequirements", "educationRequirements", "skills"];
        for key in keys {
            let more = lines(making, node, key, "qualifications");
            making.job.qualifications.extend(more.into_iter().map(Wanted::from));
        }
    }
    if making.job.benefits.is_empty() {
        making.job.benefits = lines(making, node, "jobBenefits", "benefits");
    }
}

/// Files what the description says; its values are placed where it stands.
fn described(making: &mut Making, node: &Node) {
    let Some(held) = get(node, "description") else { return };
    let Some(text) = text_of(held) else { return };
    // Some write the tags as entities.
    let text = if text.contains('<') { text } else { crate::foreign::html::entities(&text) };
    let kind = if text.contains('<') { Kind::Html } else { Kind::Text };
    let Ok(document) = document::read(text.as_bytes(), kind, &document::Limits::default()) else {
        return;
    };
    let read = read_job_document(&document);
    for (path, _) in read.source_map.spans() {
        making.place(path.clone(), held);
    }
    making.job = read.job;
    // A title in the text is a heading of it.
    making.job.title = None;
}

fn organization(making: &mut Making, node: &Node) {
    let path = FieldPath::root().key("hiringOrganization");
    let Some(held) = get(node, "hiringOrganization") else { return };
    let about = making.job.hiring_organization.take().and_then(|who| who.summary);
    let who = if let Some(name) = text_of(held) {
        making.place(path.key("name"), held);
        Organization { name: Some(name), summary: about, ..Organization::default() }
    } else {
        let logo = get(held, "logo").and_then(|logo| {
            text_of(logo).or_else(|| get(logo, "url").and_then(|url| text_of(url)))
        });
        Organization {
            name: making.text(held, "name", path.key("name")),
            url: making
                .text(held, "sameAs", path.key("url"))
                .or_else(|| making.text(held, "url", path.key("url"))),
            logo,
            summary: about.or_else(|| making.text(held, "description", path.key("summary"))),
            ..Organization::default()
        }
    };
    making.job.hiring_organization = (who != Organization::default()).then_some(who);
}

/// A `Place`, an address, or a line that names one.
fn address(node: &Rc<Node>) -> Option<Place> {
    if let Some(text) = text_of(node) {
        return place::parse(&text).or(Some(Place { city: Some(text), ..Place::default() }));
    }
    let held = get(node, "address").unwrap_or(node);
    if let Some(text) = text_of(held) {
        return place::parse(&text).or(Some(Place { city: Some(text), ..Place::default() }));
    }
    let part = |key: &str| get(held, key).and_then(|value| text_of(value));
    let country = get(held, "addressCountry").and_then(|country| {
        text_of(country).or_else(|| get(country, "name").and_then(|name| text_of(name)))
    });
    let place = Place {
        address: part("streetAddress"),
        postal_code: part("postalCode"),
        city: part("addressLocality"),
        region: part("addressRegion"),
        country_code: country.map(code),
        ..Place::default()
    };
    (place != Place::default()).then_some(place)
}

/// The code of a country given by name or code; other words stay.
fn code(country: String) -> String {
    if country.len() == 2 {
        return country.to_ascii_uppercase();
    }
    terms::codes(&country).into_iter().next().unwrap_or(country)
}

fn remote(making: &mut Making, node: &Node) {
    let path = FieldPath::root().key("remote");
    let kind = get(node, "jobLocationType").filter(|kind| {
        text_of(kind).is_some_and(|kind| kind.to_ascii_uppercase().contains("TELECOMMUTE"))
    });
    let Some(kind) = kind else { return };
    making.place(path.key("scope"), kind);
    let mut countries = Vec::new();
    if let Some(held) = get(node, "applicantLocationRequirements") {
        for one in list(held) {
            let name = text_of(one).or_else(|| get(one, "name").and_then(|name| text_of(name)));
            countries.extend(name.map(code).filter(|code| code.len() == 2));
        }
        making.place(path.key("countries"), held);
    }
    let held = making.job.remote.take().unwrap_or_default();
    making.job.remote = Some(Remote { scope: Some(RemoteScope::Full), countries, ..held });
}

fn salary(making: &mut Making, node: &Node) {
    let path = FieldPath::root().key("pay");
    let Some(held) = get(node, "baseSalary").or_else(|| get(node, "estimatedSalary")) else {
        return;
    };
    let Some(held) = list(held).into_iter().next() else { return };
    making.place(path.clone(), held);
    if let Some(text) = text_of(held) {
        making.job.pay = Some(paid(&text));
        return;
    }
    let value = get(held, "value").unwrap_or(held);
    let number = |key: &str| {
        let text = get(value, key).and_then(|number| text_of(number))?;
        let number = text.replace(',', "").parse::<f64>().ok()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        Some(number.round().clamp(0.0, 4e9) as u32)
    };
    let single = text_of(value).and_then(|text| text.replace(',', "").parse::<u32>().ok());
    let single = single.or_else(|| number("value"));
    let unit =
        get(value, "unitText").or_else(|| get(held, "unitText")).and_then(|unit| text_of(unit));
    let period = unit.and_then(|unit| match unit.to_ascii_uppercase().as_str() {
        "YEAR" | "ANN" | "YEARLY" | "ANNUAL" => Some(PayPeriod::Year),
        "MONTH" | "MON" | "MONTHLY" => Some(PayPeriod::Month),
        "WEEK" | "WEEKLY" => Some(PayPeriod::Week),
        "DAY" | "DAILY" => Some(PayPeriod::Day),
        "HOUR" | "HUR" | "HOURLY" => Some(PayPeriod::Hour),
        _ => None,
    });
    let currency =
        get(held, "currency").or_else(|| get(value, "currency")).and_then(|c| text_of(c));
    let (min, max) = (number("minValue").or(single), number("maxValue").or(single));
    if min.or(max).is_some() {
        let note = making.job.pay.take().and_then(|pay| pay.note);
        making.job.pay = Some(Pay { currency, min, max, period, note, ..Pay::default() });
    }
}

/// The kind of contract in the words of schema.org.
fn employment(word: &str) -> Option<EmploymentType> {
    match word.to_ascii_uppercase().replace(['-', ' '], "_").as_str() {
        "FULL_TIME" | "FULLTIME" => Some(EmploymentType::FullTime),
        "PART_TIME" | "PARTTIME" => Some(EmploymentType::PartTime),
        "CONTRACTOR" | "CONTRACT" => Some(EmploymentType::Contractor),
        "TEMPORARY" | "PER_DIEM" => Some(EmploymentType::Temporary),
        "INTERN" | "INTERNSHIP" => Some(EmploymentType::Intern),
        _ => terms::employment(word),
    }
}

/// The texts of a key: a list, or lines of a text, HTML or plain.
fn lines(making: &mut Making, node: &Node, key: &str, to: &'static str) -> Vec<String> {
    let Some(held) = get(node, key) else { return Vec::new() };
    let mut found = Vec::new();
    for one in list(held) {
        let text = text_of(one).or_else(|| get(one, "name").and_then(|name| text_of(name)));
        let Some(text) = text else { continue };
        let is_html = ["</", "<li", "<br", "<p>"].iter().any(|tag| text.contains(tag));
        let text = if is_html { crate::foreign::html::lines(&text) } else { text };
        let plain = text.lines().map(|line| line.trim_start_matches(['-', '•', '*', ' ']).trim());
        found.extend(plain.filter(|line| !line.is_empty()).map(str::to_owned));
    }
    for index in 0..found.len() {
        making.place(FieldPath::root().key(to).index(index), held);
    }
    found
}

/// The pay a text states, or the text as its note.
fn paid(text: &str) -> Pay {
    let Some(found) = pay::find(text, true) else {
        return Pay { note: Some(text.to_owned()), ..Pay::default() };
    };
    let rest = pay::without_period(text[found.range.end..].trim_start());
    let rest = rest.trim_start_matches(['+', ',', '.', ';', ' ', ')', '-', '–']).trim();
    let note = (rest.len() > 2).then(|| rest.to_owned());
    Pay { note, ..found.pay }
}

/// The value of a key of a mapping.
fn get<'a>(node: &'a Node, key: &str) -> Option<&'a Rc<Node>> {
    let Value::Mapping { entries, .. } = &node.value else { return None };
    let found = entries.iter().find(|Entry { key: held, .. }| **held == *key)?;
    (!found.value.is_null()).then_some(&found.value)
}

/// The items of a list, or the one value.
fn list(node: &Rc<Node>) -> Vec<&Rc<Node>> {
    match &node.value {
        Value::List(items) => items.iter().collect(),
        _ => vec![node],
    }
}

/// The text of a single value that is not empty.
fn text_of(node: &Node) -> Option<String> {
    let text = node.scalar()?.text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
