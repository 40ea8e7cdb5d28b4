//! `incomplete-role`: a role without employer, title or start.

use resume::model::Work;
use resume::{FieldPath, Severity};
use roles::PhraseSet;

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A role has no employer, no title or no start date.
    ///
    /// ## Why
    /// Employer, title and dates are what a reader checks first and what every application form
    /// asks for. A role without a start adds no experience to your page.
    ///
    /// ## What to do
    /// Fill in what is missing. If you may not name the employer, describe it: "Stealth payments
    /// start-up, 20 people". Freelance work needs no employer when its title says so.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: 2022-03
    /// ```
    /// ```yaml,flagged
    /// work:
    ///   - position: Backend Engineer
    ///     startDate: 2022-03
    /// ```
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     position: Backend Engineer
    ///     endDate: 2024-01
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - position: Freelance Backend Engineer
    ///     startDate: 2022-03
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Stealth fintech, Series A
    ///     position: Founding Engineer
    ///     startDate: 2022-03
    ///   - position: Consultant
    ///     description: Self-employed, for four insurers
    ///     startDate: 2019-03
    ///     endDate: 2022-02
    /// ```
    "incomplete-role", Severity::Error, Topic::Format => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let alone = PhraseSet::new([
        ("freelance|freelancer|freelancing|contractor", 0),
        ("self employed", 0),
        ("independent consultant|contractor|developer|engineer", 0),
    ]);
    for (index, role) in cx.resume.work.iter().enumerate() {
        let blank = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
        let own_boss = [&role.position, &role.description, &role.summary]
            .into_iter()
            .flatten()
            .any(|text| !alone.find(&roles::words(text)).is_empty());
        let missing: Vec<&str> = [
            ("employer", blank(&role.name) && !own_boss),
            ("title", blank(&role.position)),
            ("start date", role.start_date.is_none()),
        ]
        .into_iter()
        .filter_map(|(what, is_missing)| is_missing.then_some(what))
        .collect();
        if missing.is_empty() {
            continue;
        }
        findings.add(
            FieldPath::root().key("work").index(index),
            format!("{} has no {}", called(role), missing.join(", no ")),
            "fill it in: every role needs an employer, a title and a start date",
        );
    }
}

fn called(role: &Work) -> String {
    let known = |text: &&String| !text.trim().is_empty();
    let name = role.position.as_ref().filter(known).or(role.name.as_ref().filter(known));
    name.map_or_else(|| "this role".to_owned(), |name| format!("the role \"{name}\""))
}
