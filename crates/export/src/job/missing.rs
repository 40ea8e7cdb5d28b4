//! What a job lacks for a format.

use resume::Job;
use resume::job::RemoteScope;

use super::JobFormat;
use super::posting::day;

/// A key that a job lacks for a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The key: `datePosted`.
    pub key: &'static str,
    /// What to add.
    pub hint: &'static str,
    /// True when the format is refused without it; otherwise it is recommended.
    pub required: bool,
}

/// What `job` lacks for `format`, required keys first.
pub fn missing(job: &Job, format: JobFormat) -> Vec<Missing> {
    let mut all = Vec::new();
    let mut needs = |there: bool, required: bool, key: &'static str, hint: &'static str| {
        if !there {
            all.push(Missing { key, hint, required });
        }
    };
    let has = |text: Option<&String>| text.is_some_and(|text| !text.trim().is_empty());
    let who = job.hiring_organization.as_ref();
    let (google, indeed) = (format == JobFormat::JsonLd, format == JobFormat::Indeed);
    let strict = google || indeed;
    let remote = job.remote.as_ref();
    let full = remote.is_some_and(|remote| remote.scope == Some(RemoteScope::Full));
    let country = |place: &resume::model::Place| has(place.country_code.as_ref());
    needs(has(job.title.as_ref()), true, "title", "`title: Senior Backend Engineer`");
    if strict {
        let text = !job.page().sections.is_empty();
        needs(
            text,
            true,
            "responsibilities",
            "the text of the posting: `responsibilities`, `must`, `summary`",
        );
        let posted = day(job.date_posted.as_deref()).is_some();
        needs(posted, true, "datePosted", "the day it is posted: `datePosted: 2026-11-30`");
        let name = has(who.and_then(|who| who.name.as_ref()));
        needs(
            name,
            true,
            "hiringOrganization",
            "who hires: `hiringOrganization: {name: Northwind Parcel}`",
        );
        if full && job.locations.is_empty() {
            let countries = remote.is_some_and(|remote| !remote.countries.is_empty());
            needs(
                countries,
                true,
                "remote.countries",
                "where people may live: `remote: {scope: full, countries: [NL]}`",
            );
        } else {
            let placed = !job.locations.is_empty() && job.locations.iter().all(country);
            needs(
                placed,
                true,
                "locations",
                "a place with its country: `locations: [{city: Utrecht, countryCode: NL}]`",
            );
        }
    }
    needs(
        !indeed || has(job.identifier.as_ref()),
        true,
        "identifier",
        "your number of the opening: `identifier: NP-77`",
    );
    needs(
        !indeed || has(job.apply_url.as_ref()),
        true,
        "applyUrl",
        "where to apply: `applyUrl: https://…`",
    );
    if google {
        let through = day(job.valid_through.as_deref()).is_some();
        needs(through, false, "validThrough", "the last day: `validThrough: 2027-01-31`");
        needs(
            job.employment_type.is_some(),
            false,
            "employmentType",
            "`employmentType: full-time`",
        );
        let band = job.pay.as_ref().is_some_and(|pay| {
            pay.currency.is_some() && pay.period.is_some() && pay.min.or(pay.max).is_some()
        });
        needs(
            band,
            false,
            "pay",
            "a band: `pay: {currency: EUR, min: 70000, max: 85000, period: year}`",
        );
        needs(
            has(job.identifier.as_ref()),
            false,
            "identifier",
            "your number of the opening: `identifier: NP-77`",
        );
    }
    all
}
