//! Kind of contract, work from elsewhere, days and places, as a line states them.

use resume::Date;
use resume::job::{EmploymentType, Remote, RemoteScope};
use resume::model::Place;

use super::tokens::{joined, tokens};
use crate::recognize::{dates, place};

/// The kind of contract a short line names.
pub(super) fn employment(text: &str) -> Option<EmploymentType> {
    let all = format!(" {} ", joined(&tokens(text)));
    let has = |phrase: &str| all.contains(&format!(" {phrase} "));
    if has("intern") || has("internship") || has("working student") || has("co op") {
        Some(EmploymentType::Intern)
    } else if has("part time") || has("parttime") {
        Some(EmploymentType::PartTime)
    } else if has("full time") || has("fulltime") {
        Some(EmploymentType::FullTime)
    } else if has("contractor") || has("freelance") || has("contract") || has("freelancer") {
        Some(EmploymentType::Contractor)
    } else if has("temporary") || has("fixed term") || has("seasonal") {
        Some(EmploymentType::Temporary)
    } else if has("permanent") {
        Some(EmploymentType::FullTime)
    } else {
        None
    }
}

/// What a line says about work from elsewhere. In a line of facts (`is_fact`) one word is enough;
/// a sentence has to say that the job is meant.
pub(super) fn remote(text: &str, is_fact: bool) -> Option<Remote> {
    let all = format!(" {} ", joined(&tokens(text)));
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| all.contains(&format!(" {phrase} ")));
    let refused =
        has(&["no remote", "not remote", "not a remote", "remote not possible", "remote no"]);
    let scope = if refused {
        RemoteScope::OnSite
    } else if has(&["hybrid", "partially remote", "partly remote"])
        && (is_fact
            || has(&[
                "hybrid work", "hybrid role", "hybrid position", "work hybrid", "hybrid model",
                "hybrid setup", "hybrid schedule", "is hybrid", "hybrid working", "hybrid policy",
            ]))
        || has(&[
            "days a week in the office",
            "days per week in the office",
            "days in the office",
            "days a week at the office",
            "days on site",
            "days from home",
            "days a week in office",
            "days per week in office",
            "days a week onsite",
            "days per week onsite",
        ])
    {
        RemoteScope::Hybrid
    } else if (is_fact && has(&["remote", "work from home", "wfh", "telecommute", "home office"]))
        || has(&[
            "fully remote", "100 remote", "remote first", "remote position", "remote role",
            "remote job", "is remote", "work from anywhere", "work remotely from",
            "work fully remotely", "remote friendly role", "remotely from anywhere", "remote only",
            "all remote", "remote within", "remote anywhere", "us remote", "remote us",
        ])
    {
        RemoteScope::Full
    } else if is_fact && has(&["on site", "onsite", "in office", "in person", "office based"])
        || has(&[
            "fully on site", "fully onsite", "on site position", "onsite position", "on site role",
            "onsite role", "in person role", "is on site", "is onsite",
        ])
    {
        RemoteScope::OnSite
    } else {
        return None;
    };
    let countries =
        if scope == RemoteScope::Full && is_fact { countries(text) } else { Vec::new() };
    Some(Remote { scope: Some(scope), countries, time_zone: time_zone(text), ..Remote::default() })
}

/// The codes of the countries beside `Remote`: `Remote (US, Canada)`.
fn countries(text: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for piece in text.split(['(', ')', ',', '/', '|', '–', '-', ';', '·', ':']) {
        let mut piece = piece.trim();
        for word in ["or ", "and ", "within ", "in ", "the "] {
            piece = piece.strip_prefix(word).unwrap_or(piece);
        }
        for piece in piece.split(" or ").flat_map(|piece| piece.split(" and ")) {
            let piece = piece.trim().trim_start_matches("Remote ").trim_start_matches("in ");
            let code = match piece {
                "US" | "USA" | "U.S." | "U.S" | "US only" | "United States" => {
                    Some("US".to_owned())
                }
                "UK" => Some("GB".to_owned()),
                _ => place::parse(piece)
                    .filter(|place| place.city.is_none() && place.region.is_none())
                    .and_then(|place| place.country_code),
            };
            if let Some(code) = code.filter(|code| !codes.contains(code)) {
                codes.push(code);
            }
        }
    }
    codes
}

/// The countries of a line that names nothing else, by name or code.
pub(super) fn codes(text: &str) -> Vec<String> {
    let pieces = text.split([',', '/', ';', '·', '|']).map(str::trim);
    let of = |piece: &str| {
        let is_code = piece.len() == 2 && piece.bytes().all(|byte| byte.is_ascii_uppercase());
        if is_code { vec![piece.to_owned()] } else { countries(piece) }
    };
    pieces.flat_map(of).collect()
}

/// The hours a line asks to share: `CET ± 2 hours`.
fn time_zone(text: &str) -> Option<String> {
    const ZONES: [&str; 16] = [
        "UTC", "GMT", "CET", "CEST", "EET", "WET", "BST", "EST", "EDT", "CST", "MST", "PST", "PDT",
        "IST", "JST", "ET",
    ];
    let is_zone = |piece: &&str| {
        let head = piece.trim_start_matches(['(', '~']);
        let letters = head.trim_end_matches(|c: char| !c.is_ascii_uppercase());
        let letters = letters.split(['+', '-', '±', '/']).next().unwrap_or_default();
        ZONES.contains(&letters)
    };
    let clause = text
        .split([',', ';', '|', '·', '(', ')'])
        .find(|clause| clause.split_whitespace().any(|word| is_zone(&word)))?;
    let clause = clause.trim();
    (clause.len() <= 60).then(|| clause.to_owned())
}

/// The places of a line of facts; what is remote is no place.
pub(super) fn places(text: &str) -> Vec<(std::ops::Range<usize>, Place)> {
    let found = place::places(text).into_iter().filter(|found| found.score >= 0.6);
    found
        .filter(|found| {
            let said = text[found.range.clone()].to_lowercase();
            !["remote", "hybrid", "anywhere", "on-site", "onsite"].iter().any(|w| said.contains(w))
        })
        .map(|found| (found.range, found.place))
        .collect()
}

/// A day, as `2026-11-30` when it is one.
pub(super) fn day(text: &str) -> Option<String> {
    let text = text.trim();
    // A moment of a machine: `2026-07-02T06:21:04+00:00`.
    let head = text.get(..10).unwrap_or(text);
    if let day @ Date::Day(..) = Date::parse(head)
        && day.to_string() == head
    {
        return Some(head.to_owned());
    }
    let found = dates::periods(text);
    let date = found.first().and_then(|period| period.start.clone().or(period.end.clone()));
    match date {
        Some(day @ Date::Day(..)) => Some(day.to_string()),
        _ => (!text.is_empty() && text.len() <= 60).then(|| text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contracts_are_named() {
        for (text, expected) in [
            ("Full-time", Some(EmploymentType::FullTime)),
            ("Part-time (32 hours)", Some(EmploymentType::PartTime)),
            ("Permanent", Some(EmploymentType::FullTime)),
            ("12-month contract", Some(EmploymentType::Contractor)),
            ("Summer internship", Some(EmploymentType::Intern)),
            ("Utrecht", None),
        ] {
            assert_eq!(employment(text), expected, "{text}");
        }
    }

    #[track_caller]
    fn check(text: &str, is_fact: bool, expected: Option<(RemoteScope, &[&str])>) {
        let found = remote(text, is_fact);
        let found = found.as_ref().map(|remote| {
            (remote.scope.unwrap_or_default(), remote.countries.iter().map(|c| &**c).collect())
        });
        let expected = expected.map(|(scope, codes)| (scope, codes.to_vec()));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn remote_work_is_what_the_job_says_of_itself() {
        check("Remote", true, Some((RemoteScope::Full, &[])));
        check("Remote (Germany, Netherlands)", true, Some((RemoteScope::Full, &["DE", "NL"])));
        check("Remote - US", true, Some((RemoteScope::Full, &["US"])));
        check("Hybrid, two days a week", true, Some((RemoteScope::Hybrid, &[])));
        check("This is a fully remote position", false, Some((RemoteScope::Full, &[])));
        check("No remote", true, Some((RemoteScope::OnSite, &[])));
        check("On-site", true, Some((RemoteScope::OnSite, &[])));
        check("Experience with remote teams", false, None);
        check("Work with hybrid cloud infrastructure", false, None);
        check("Utrecht", true, None);
    }

    #[test]
    fn days_are_dates_where_they_are_days() {
        for (text, expected) in [
            ("2026-11-30", "2026-11-30"),
            ("30 November 2026", "2026-11-30"),
            ("2026-07-02T06:21:04+00:00", "2026-07-02"),
            ("as soon as possible", "as soon as possible"),
        ] {
            assert_eq!(day(text).as_deref(), Some(expected));
        }
    }
}
