//! `incomplete-posting`: what search engines and job boards need of a posting is not there.

use resume::job::RemoteScope;
use resume::{Date, FieldPath, Severity};

use crate::job::{JobContext, declare_job_rule};
use crate::rule::Findings;
use crate::wording::filled;

declare_job_rule! {
    /// What search engines and job boards need of a posting is not there.
    ///
    /// ## Why
    /// A posting becomes a search result through structured data (schema.org `JobPosting`), which is
    /// made from these fields. Without title, description, organization, day of posting and place,
    /// or countries for remote work, it is not shown; with a last day in the past it is taken down.
    ///
    /// ## What to do
    /// Fill in what the message names. Countries of a remote job are where somebody may live; they say
    /// nothing of visas.
    ///
    /// ```job,flagged
    /// title: Backend Engineer
    /// summary: You run the tariff importer.
    /// ```
    /// ```job,flagged
    /// title: Backend Engineer
    /// summary: You run the tariff importer.
    /// hiringOrganization: {name: Brackwater Freight}
    /// datePosted: 2026-09-01
    /// validThrough: 2026-10-15
    /// locations: [{city: Leipzig, countryCode: DE}]
    /// ```
    /// ```job,flagged
    /// title: Backend Engineer
    /// summary: You run the tariff importer.
    /// hiringOrganization: {name: Brackwater Freight}
    /// datePosted: 2026-11-01
    /// remote: {scope: full}
    /// ```
    /// ```job,clean
    /// title: Backend Engineer
    /// summary: You run the tariff importer.
    /// hiringOrganization: {name: Brackwater Freight}
    /// datePosted: 2026-11-01
    /// validThrough: 2027-01-31
    /// locations: [{city: Leipzig, countryCode: DE}]
    /// ```
    /// ```job,clean
    /// title: Backend Engineer
    /// responsibilities: [Run the tariff importer]
    /// hiringOrganization: {name: Brackwater Freight}
    /// datePosted: 2026-11-01
    /// remote: {scope: full, countries: [DE, PL]}
    /// ```
    "incomplete-posting", Severity::Info => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let job = cx.job;
    let root = FieldPath::root();
    if cx.is_empty() {
        return;
    }
    let organization = job.hiring_organization.as_ref();
    let remote = job.remote.as_ref();
    let is_remote = remote.is_some_and(|remote| remote.scope == Some(RemoteScope::Full));
    let has_countries = remote.is_some_and(|remote| !remote.countries.is_empty());
    let has_place = job.locations.iter().any(|place| {
        [&place.city, &place.region, &place.country_code, &place.address, &place.postal_code]
            .into_iter()
            .any(|part| filled(part.as_ref()).is_some())
    });
    let says = filled(job.summary.as_ref()).is_some()
        || !job.responsibilities.is_empty()
        || !job.other.is_empty();
    let named = organization.and_then(|organization| filled(organization.name.as_ref()));
    let missing: Vec<&str> = [
        ("`title`", filled(job.title.as_ref()).is_none()),
        ("`summary`", !says),
        ("`hiringOrganization.name`", named.is_none()),
        ("`datePosted`", filled(job.date_posted.as_ref()).is_none()),
        ("`locations`", !has_place && !is_remote),
        ("`remote.countries`", is_remote && !has_countries && !has_place),
    ]
    .into_iter()
    .filter_map(|(name, is_missing)| is_missing.then_some(name))
    .collect();
    if !missing.is_empty() {
        let message = format!("search engines need what is not there: {}", missing.join(", "));
        findings.add_whole(message, "fill it in; the posting carries it as structured data");
    }
    for (key, text) in [("datePosted", &job.date_posted), ("validThrough", &job.valid_through)] {
        let Some(text) = filled(text.as_ref()) else { continue };
        let date = Date::parse(text);
        if date.year().is_none() {
            let message = format!("\"{text}\" is not a day");
            findings.add(root.key(key), message, "write it as 2027-01-31");
        } else if key == "validThrough" && is_before(&date, cx.today) {
            let message = format!("the posting ended on {text}");
            findings.add(root.key(key), message, "move the last day, or take the posting down");
        }
    }
}

fn is_before(date: &Date, today: &Date) -> bool {
    let day = |date: &Date| match date {
        Date::Day(_, _, day) => Some(*day),
        _ => None,
    };
    match (date.last_month(today), today.first_month(today)) {
        (Some(then), Some(now)) if then == now => {
            day(date).zip(day(today)).is_some_and(|(then, now)| then < now)
        }
        (Some(then), Some(now)) => then < now,
        _ => false,
    }
}
