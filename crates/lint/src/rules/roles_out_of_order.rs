//! `roles-out-of-order`: a later role stands below an earlier one.

use resume::model::Work;
use resume::{Date, FieldPath, Fix, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// Roles do not stand in order, the most recent first.
    ///
    /// ## Why
    /// A reader takes the first role for the current one and judges the stage by it. An old role
    /// on top makes you look like who you were.
    ///
    /// ## What to do
    /// Move the most recent role to the top. Roles held at the same time, and promotions inside
    /// one employer, may stand as you like.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Brackwater Data
    ///     startDate: 2017-02
    ///     endDate: 2019-05
    ///   - name: Tollhaven Ferries
    ///     startDate: 2022-03
    ///     endDate: 2024-08
    /// ```
    /// ```yaml,flagged
    /// work:
    ///   - name: Brackwater Data
    ///     startDate: 2017-02
    ///     endDate: 2019-06
    ///   - name: Tollhaven Ferries
    ///     startDate: 2019-05
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: 2022-03
    ///   - name: Brackwater Data
    ///     startDate: "2017"
    ///     endDate: 2022-02
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: "2021"
    ///     endDate: "2021"
    ///   - name: Brackwater Data
    ///     startDate: 2020-01
    ///     endDate: 2021-02
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: 2019-03
    ///     endDate: 2024-06
    ///   - name: Zeeland Polytechnic
    ///     position: Evening lecturer
    ///     startDate: 2021-09
    ///     endDate: present
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     position: Backend Engineer
    ///     startDate: 2019-03
    ///     endDate: 2021-12
    ///   - name: Tollhaven Ferries
    ///     position: Senior Backend Engineer
    ///     startDate: 2022-01
    ///   - name: Brackwater Data
    ///     startDate: 2017-02
    ///     endDate: 2019-02
    /// ```
    "roles-out-of-order", Severity::Warning, Topic::Format => check
}

/// Months two roles may share when one was left for the other.
const HANDOVER_MONTHS: i32 = 3;

/// Consecutive roles of one employer.
struct Stay<'a> {
    /// Its first dated role on the page.
    index: usize,
    role: &'a Work,
    /// The first month, and the months in which it can have ended: a year alone is all of them.
    start: i32,
    ended: (i32, i32),
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let stays = stays(&cx.resume.work, cx.as_of);
    for pair in stays.windows(2) {
        let [above, below] = pair else { continue };
        let shared = above.ended.1.min(below.ended.1) - above.start.max(below.start) + 1;
        if above.ended.1 >= below.ended.0 || shared > HANDOVER_MONTHS {
            continue;
        }
        let end = |stay: &Stay<'_>| match &stay.role.end_date {
            Some(Date::Present) | None => "still going on".to_owned(),
            Some(date) => format!("until {}", date.display()),
        };
        let name = |stay: &Stay<'_>| {
            let name = stay.role.name.as_ref().or(stay.role.position.as_ref());
            name.map_or_else(|| "a role".to_owned(), |name| format!("\"{name}\""))
        };
        let key = if below.role.end_date.is_some() { "endDate" } else { "startDate" };
        let finding = findings.add(
            FieldPath::root().key("work").index(below.index).key(key),
            format!(
                "{} ({}) stands below {} ({})",
                name(below),
                end(below),
                name(above),
                end(above)
            ),
            "put the most recent role first",
        );
        finding.fix = Some(Fix::reorder(
            format!("Move {} above {}", name(below), name(above)),
            FieldPath::root().key("work"),
            moved(&cx.resume.work, below.index, above.index),
        ));
    }
}

/// The order of roles in which the stay that begins at `from` stands in front of role `to`.
fn moved(work: &[Work], from: usize, to: usize) -> Vec<usize> {
    let own = |role: &Work| employer(role) == employer(&work[from]);
    let end = (from + 1..work.len()).find(|at| !own(&work[*at])).unwrap_or(work.len());
    let end = if employer(&work[from]).is_empty() { from + 1 } else { end };
    (0..to).chain(from..end).chain(to..from).chain(end..work.len()).collect()
}

fn employer(role: &Work) -> String {
    role.name.as_deref().unwrap_or_default().trim().to_lowercase()
}

/// The dated roles, those of one employer taken together.
fn stays<'a>(work: &'a [Work], as_of: &Date) -> Vec<Stay<'a>> {
    let mut stays: Vec<Stay<'a>> = Vec::new();
    for (index, role) in work.iter().enumerate() {
        let end = role.end_date.as_ref().unwrap_or(&Date::Present);
        let ended = end.first_month(as_of).zip(end.last_month(as_of));
        let start = role.start_date.as_ref().and_then(|start| start.first_month(as_of));
        let (Some(start), Some(ended)) = (start, ended) else { continue };
        let same = stays
            .last_mut()
            .filter(|stay| !employer(role).is_empty() && employer(stay.role) == employer(role));
        match same {
            Some(stay) => {
                stay.start = stay.start.min(start);
                stay.ended.0 = stay.ended.0.max(ended.0);
                stay.ended.1 = stay.ended.1.max(ended.1);
            }
            None => stays.push(Stay { index, role, start, ended }),
        }
    }
    stays
}
