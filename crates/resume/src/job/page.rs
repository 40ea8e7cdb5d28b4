//! A job as a page shows it: facts with their labels, then parts under headings.

use serde::Serialize;

use super::{Job, Pay, Remote, RemoteScope, Round, Wanted};
use crate::model::Place;

/// A job as a page shows it, in reading order. Texts have single blanks only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct JobPage {
    /// The title.
    pub title: Option<String>,
    /// Who hires.
    pub company: Option<String>,
    /// What a reader wants to know before anything else, each with its label.
    pub facts: Vec<JobFact>,
    /// The parts.
    pub sections: Vec<JobPart>,
}

/// A fact behind its label.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct JobFact {
    /// `Location`.
    pub label: String,
    /// `Utrecht, NL`.
    pub text: String,
}

/// A part of the page under its heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct JobPart {
    /// The heading.
    pub heading: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// The items of its list.
    pub items: Vec<String>,
    /// True when the order of the items counts.
    pub ordered: bool,
}

impl Job {
    /// What a page shows of it. Ids, weights and where something is assessed stay behind.
    pub fn page(&self) -> JobPage {
        let who = self.hiring_organization.as_ref();
        let company = who.and_then(|who| clean(who.name.as_deref()));
        JobPage {
            title: clean(self.title.as_deref()),
            facts: facts(self),
            sections: sections(self, company.as_deref()),
            company,
        }
    }
}

impl JobPage {
    /// Every text in reading order.
    pub fn leaves(&self) -> Vec<&str> {
        let mut leaves: Vec<&str> = Vec::new();
        leaves.extend(self.title.as_deref());
        leaves.extend(self.company.as_deref());
        for fact in &self.facts {
            leaves.extend([fact.label.as_str(), fact.text.as_str()]);
        }
        for part in &self.sections {
            leaves.push(&part.heading);
            leaves.extend(part.paragraphs.iter().chain(&part.items).map(String::as_str));
        }
        leaves
    }
}

/// A text with single blanks; `None` when nothing is left.
fn clean(text: Option<&str>) -> Option<String> {
    let text: String = text?
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'))
        .collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn facts(job: &Job) -> Vec<JobFact> {
    let mut facts = Vec::new();
    let mut add = |label: &str, text: Option<String>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            facts.push(JobFact { label: label.to_owned(), text });
        }
    };
    let places: Vec<String> = job.locations.iter().filter_map(place).collect();
    add("Location", Some(places.join(" / ")));
    add("Remote work", job.remote.as_ref().and_then(remote));
    let countries = job.remote.iter().flat_map(|remote| &remote.countries);
    let countries: Vec<String> = countries.filter_map(|code| clean(Some(code))).collect();
    add("Countries to live in", Some(countries.join(", ")));
    let kind = job.employment_type.map(|kind| {
        let word = kind.as_str();
        word[..1].to_uppercase() + &word[1..]
    });
    add("Employment type", kind);
    add("Salary", job.pay.as_ref().and_then(pay));
    add("Seniority", job.stage.map(|stage| stage.as_str().to_owned()));
    add("Start date", clean(job.start.as_deref()));
    add("Date posted", clean(job.date_posted.as_deref()));
    add("Application deadline", clean(job.valid_through.as_deref()));
    add("Job ID", clean(job.identifier.as_deref()));
    facts
}

/// `Stationsplein 1, 3511 ED Utrecht, NL`.
fn place(place: &Place) -> Option<String> {
    let Place { address, postal_code, city, region, country_code, .. } = place;
    let town: Vec<String> =
        [postal_code, city].into_iter().filter_map(|part| clean(part.as_deref())).collect();
    let parts = [address, &Some(town.join(" ")), region, country_code];
    let parts: Vec<String> = parts.into_iter().filter_map(|part| clean(part.as_deref())).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn remote(remote: &Remote) -> Option<String> {
    let scope = remote.scope.map(|scope| match scope {
        RemoteScope::OnSite => "On site",
        RemoteScope::Hybrid => "Hybrid",
        RemoteScope::Full => "Fully remote",
    });
    let parts = [scope.map(str::to_owned), clean(remote.time_zone.as_deref())];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    noted(parts.join(", "), clean(remote.note.as_deref()))
}

/// A fact and what is noted to it: behind a comma, or as a sentence of its own when it is one.
fn noted(fact: String, note: Option<String>) -> Option<String> {
    let Some(note) = note else { return (!fact.is_empty()).then_some(fact) };
    if fact.is_empty() {
        return Some(note);
    }
    let is_sentence = note.starts_with(char::is_uppercase) && note.ends_with(['.', '!', '?']);
    Some(format!("{fact}{} {note}", if is_sentence { '.' } else { ',' }))
}

/// `EUR 70,000–85,000 per year, equity after a year`.
fn pay(pay: &Pay) -> Option<String> {
    let number = |value: u32| {
        let digits = value.to_string();
        let mut shown = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                shown.push(',');
            }
            shown.push(digit);
        }
        shown
    };
    let currency = clean(pay.currency.as_deref()).map(|code| code + " ").unwrap_or_default();
    let band = match (pay.min, pay.max) {
        (Some(min), Some(max)) if min == max => Some(format!("{currency}{}", number(min))),
        (Some(min), Some(max)) => Some(format!("{currency}{}–{}", number(min), number(max))),
        (Some(min), None) => Some(format!("from {currency}{}", number(min))),
        (None, Some(max)) => Some(format!("up to {currency}{}", number(max))),
        (None, None) => None,
    };
    let period = pay.period.map(|period| format!(" per {}", period.as_str()));
    let band = band.map(|band| band + &period.unwrap_or_default());
    noted(band.unwrap_or_default(), clean(pay.note.as_deref()))
}

fn sections(job: &Job, company: Option<&str>) -> Vec<JobPart> {
    let who = job.hiring_organization.as_ref();
    let about = company.map_or("About us".to_owned(), |name| format!("About {name}"));
    let lines = |list: &[String]| list.iter().filter_map(|text| clean(Some(text))).collect();
    let wanted = |list: &[Wanted]| list.iter().filter_map(|one| clean(Some(&one.text))).collect();
    let text = |heading: &str, text: Option<&String>| JobPart {
        heading: heading.to_owned(),
        paragraphs: paragraphs(text.map_or("", String::as_str)),
        ..JobPart::default()
    };
    let list = |heading: &str, items: Vec<String>| JobPart {
        heading: heading.to_owned(),
        items,
        ..JobPart::default()
    };
    let tools = job.tools.iter().filter_map(|group| {
        let words: Vec<String> =
            group.keywords.iter().filter_map(|word| clean(Some(word))).collect();
        let words = clean(Some(&words.join(", ")))?;
        Some(match clean(group.name.as_deref()) {
            Some(name) => format!("{name}: {words}"),
            None => words,
        })
    });
    let apply = clean(job.apply_url.as_deref());
    let mut parts = vec![
        text("About the job", job.summary.as_ref()),
        text(&about, who.and_then(|who| who.summary.as_ref())),
        text("The team", job.team.as_ref()),
        list("What you will do", lines(&job.responsibilities)),
        list("Your first 90 days", lines(&job.outcomes)),
        list("Must have", wanted(&job.must)),
        list("Nice to have", wanted(&job.nice)),
        list("Qualifications", wanted(&job.qualifications)),
        list("How you work with people", wanted(&job.soft_skills)),
        list("Prerequisites", wanted(&job.prerequisites)),
        list("Tools", tools.collect()),
        list("What we offer", lines(&job.benefits)),
        JobPart { ordered: true, ..list("How we hire", job.process.iter().map(round).collect()) },
        text("Accommodations", job.accommodations.as_ref()),
        text("Equal opportunity", job.equal_opportunity.as_ref()),
        text("Selection notice", job.selection_notice.as_ref()),
    ];
    parts.extend(job.other.iter().map(|part| JobPart {
        heading:
            clean(part.heading.as_deref()).unwrap_or_else(|| "Additional information".to_owned()),
        paragraphs: lines(&part.texts),
        ..JobPart::default()
    }));
    parts.push(list("How to apply", apply.into_iter().collect()));
    parts.retain(|part| !part.items.is_empty() || !part.paragraphs.is_empty());
    parts
}

/// `Technical screen (60 minutes, with two engineers): system design; your code`.
fn round(round: &Round) -> String {
    let name = clean(round.name.as_deref()).unwrap_or_else(|| "Interview".to_owned());
    let minutes = round.minutes.map(|minutes| format!("{minutes} minutes"));
    let with = clean(round.with.as_deref()).map(|with| format!("with {with}"));
    let about: Vec<String> = [minutes, with].into_iter().flatten().collect();
    let mut text = name;
    if !about.is_empty() {
        text = format!("{text} ({})", about.join(", "));
    }
    let assesses: Vec<String> =
        round.assesses.iter().filter_map(|part| clean(Some(part))).collect();
    if !assesses.is_empty() {
        text = format!("{text}: {}", assesses.join("; "));
    }
    text
}

/// What blank lines set apart.
fn paragraphs(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            found.push(String::new());
        } else if let Some(last) = found.last_mut() {
            last.push_str(line);
            last.push(' ');
        }
    }
    found.iter().filter_map(|paragraph| clean(Some(paragraph))).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(job: serde_json::Value, expected: &[&str]) {
        let job: Job = serde_json::from_value(job).expect("a job");
        assert_eq!(job.page().leaves(), expected);
    }

    #[test]
    fn a_page_shows_what_is_there() {
        check(json!({}), &[]);
        check(json!({"title": "  Backend \n Engineer "}), &["Backend Engineer"]);
        check(
            json!({"pay": {"currency": "EUR", "min": 70000, "max": 85000, "period": "year", "note": "equity"}}),
            &["Salary", "EUR 70,000–85,000 per year, equity"],
        );
        check(json!({"pay": {"max": 900, "period": "day"}}), &["Salary", "up to 900 per day"]);
        check(
            json!({"pay": {"max": 9, "note": "Shares later."}, "remote": {"scope": "hybrid", "note": "Utrecht"}}),
            &["Remote work", "Hybrid, Utrecht", "Salary", "up to 9. Shares later."],
        );
        check(json!({"pay": {"note": "by agreement"}}), &["Salary", "by agreement"]);
        check(
            json!({"locations": [{"city": "Utrecht", "countryCode": "NL"}, {"city": "Ghent"}]}),
            &["Location", "Utrecht, NL / Ghent"],
        );
        check(
            json!({"must": ["Go", {"text": "SQL", "weight": 2}], "summary": "One.\n\nTwo."}),
            &["About the job", "One.", "Two.", "Must have", "Go", "SQL"],
        );
        check(
            json!({"process": [{"name": "Screen", "minutes": 60, "with": "Ada", "assesses": ["Go", "SQL"]}]}),
            &["How we hire", "Screen (60 minutes, with Ada): Go; SQL"],
        );
    }
}
