//! `publication-outside-role`: a talk or prize that names an employer at another time.

use resume::{Date, FieldPath, Severity};
use roles::{PhraseSet, words};

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A dated talk, article or prize names an employer at a time when the page has you elsewhere.
    ///
    /// ## Why
    /// "What we run at Tollhaven", given two years after you left Tollhaven, makes a reader ask
    /// which of the two dates is wrong.
    ///
    /// ## What to do
    /// Check both dates. A talk about earlier work may say so: "what we ran at …". Up to a year
    /// after leaving nothing is said.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven
    ///     startDate: 2017-03
    ///     endDate: 2021-06
    /// publications:
    ///   - name: How we run the berth scheduler at Tollhaven
    ///     publisher: FOSDEM
    ///     releaseDate: 2024-02
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven
    ///     startDate: 2017-03
    ///     endDate: 2021-06
    /// publications:
    ///   - name: How we run the berth scheduler at Tollhaven
    ///     publisher: FOSDEM
    ///     releaseDate: 2022-02
    ///   - name: Tides and timeouts
    ///     releaseDate: 2024-02
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven
    ///     startDate: 2017-03
    /// awards:
    ///   - title: Best first project
    ///     awarder: Tollhaven
    ///     date: 2019-04
    /// ```
    "publication-outside-role", Severity::Info, Topic::Integrity => check
}

/// Months after leaving in which a talk that was accepted before may be given.
const AFTERWARDS: i32 = 12;

/// Something with a date that may name an employer.
struct Dated<'a> {
    path: FieldPath,
    date: &'a Date,
    key: &'static str,
    texts: [Option<&'a str>; 3],
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.resume.publications.is_empty() && cx.resume.awards.is_empty() {
        return;
    }
    let mut employers: Vec<&str> =
        cx.resume.work.iter().filter_map(|role| role.name.as_deref()).collect();
    employers.dedup();
    let names = PhraseSet::new(employers.iter().enumerate().map(|(at, name)| (*name, at)));
    for entry in dated(cx) {
        let Some(month) = entry.date.first_month(cx.as_of) else { continue };
        let Some(latest) = entry.date.last_month(cx.as_of) else { continue };
        let named = entry.texts.iter().flatten().find_map(|text| {
            names.find(&words(text)).into_iter().next().map(|found| employers[found.value])
        });
        let Some(name) = named else { continue };
        let roles = cx.resume.work.iter().filter(|role| role.name.as_deref() == Some(name));
        let there = roles.into_iter().any(|role| {
            let start = role.start_date.as_ref().and_then(|date| date.first_month(cx.as_of));
            let end = role.end_date.as_ref().unwrap_or(&Date::Present).last_month(cx.as_of);
            start.is_none_or(|start| start <= latest)
                && end.is_none_or(|end| month <= end + AFTERWARDS)
        });
        if there {
            continue;
        }
        findings.add(
            entry.path.key(entry.key),
            format!("in {} the page does not have you at {name}", entry.date.display()),
            "check both dates; work of an earlier time may say so",
        );
    }
}

fn dated<'a>(cx: &Context<'a>) -> Vec<Dated<'a>> {
    let root = FieldPath::root();
    let mut all = Vec::new();
    for (index, publication) in cx.resume.publications.iter().enumerate() {
        all.extend(publication.release_date.as_ref().map(|date| Dated {
            path: root.key("publications").index(index),
            date,
            key: "releaseDate",
            texts: [
                publication.name.as_deref(),
                publication.summary.as_deref(),
                publication.publisher.as_deref(),
            ],
        }));
    }
    for (index, award) in cx.resume.awards.iter().enumerate() {
        all.extend(award.date.as_ref().map(|date| Dated {
            path: root.key("awards").index(index),
            date,
            key: "date",
            texts: [award.title.as_deref(), award.summary.as_deref(), award.awarder.as_deref()],
        }));
    }
    all
}
