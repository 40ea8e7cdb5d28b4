//! Where a job is, as far as laws on pay go.

use resume::{Date, Job};
use roles::{JobWording, PayLaw};

/// Members of the European Union.
const EU: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Codes of the places of a job: `US-NY`, `US`, `DE`.
fn codes(job: &Job) -> Vec<String> {
    let mut codes = Vec::new();
    for place in &job.locations {
        let country = place.country_code.as_deref().unwrap_or_default().trim();
        let region = place.region.as_deref().unwrap_or_default().trim();
        let city = place.city.as_deref().unwrap_or_default().trim();
        let state = state(region).or_else(|| state(city));
        match state {
            // Another country may have a region of that name.
            Some(state) if country.is_empty() || country.eq_ignore_ascii_case("us") => {
                codes.push(format!("US-{state}"));
            }
            _ if !country.is_empty() => codes.push(country.to_ascii_uppercase()),
            _ => {}
        }
    }
    let countries = job.remote.iter().flat_map(|remote| &remote.countries);
    codes.extend(countries.map(|country| country.trim().to_ascii_uppercase()));
    codes
}

/// The two letters of a state that has a law on pay.
fn state(name: &str) -> Option<&'static str> {
    const STATES: [(&str, &str); 14] = [
        ("CA", "CA"),
        ("California", "CA"),
        ("San Francisco", "CA"),
        ("Los Angeles", "CA"),
        ("CO", "CO"),
        ("Colorado", "CO"),
        ("Denver", "CO"),
        ("NY", "NY"),
        ("New York", "NY"),
        ("New York City", "NY"),
        ("NYC", "NY"),
        ("WA", "WA"),
        ("Washington", "WA"),
        ("Seattle", "WA"),
    ];
    let found = STATES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map(|(_, code)| *code)
}

/// The first law in force on `today` that asks for pay in a posting of this job.
pub(crate) fn law_of<'a>(job: &Job, wording: &'a JobWording, today: &Date) -> Option<&'a PayLaw> {
    let codes = codes(job);
    let applies = |law: &&PayLaw| {
        let at = |code: &String| match law.place.as_str() {
            "EU" => EU.contains(&code.as_str()),
            place => place == code,
        };
        codes.iter().any(at) && is_in_force(&law.since, today)
    };
    wording.pay_laws.iter().find(applies)
}

fn is_in_force(since: &Date, today: &Date) -> bool {
    let month = |date: &Date| date.first_month(today);
    month(since).zip(month(today)).is_some_and(|(since, today)| since <= today)
}

/// True when all places of a job are in countries without such a law that we know of.
pub(crate) fn names_only_lawless_countries(job: &Job) -> bool {
    let codes = codes(job);
    let unknown =
        |code: &String| code.starts_with("US") || code == "CA" || EU.contains(&code.as_str());
    !codes.is_empty() && !codes.iter().any(unknown)
}
