//! `on-call-attendance`: being on call, and nothing that came of it.

use std::ops::Range;
use std::sync::LazyLock;

use facts::Signal;
use resume::{Severity, Stage};
use roles::{Act, PhraseSet, RolePack, Strength};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A bullet says that you were on call, not what you did there.
    ///
    /// ## Why
    /// Past the first job nearly everybody is on call. What differs is who led the incident, who
    /// wrote the runbook, and whose pages became fewer.
    ///
    /// ## What to do
    /// Say what you led or changed: reviews, runbooks, alerts; and what moved: pages a week, time
    /// to mitigate, repeat incidents.
    ///
    /// ```bullets,flagged
    /// - Participated in on-call rotations
    /// - Took part in incident response for the booking platform
    /// - Was on call for payments
    /// ```
    /// ```bullets,clean
    /// - Led 9 incident reviews as on-call engineer; night pages fell from 22 to 6 a month
    /// - Wrote the on-call runbook for the booking platform
    /// - Built the on-call scheduler that 12 teams plan their weeks with
    /// - On call for 6 services with 40 million requests a day
    /// ```
    /// ```bullets,clean,junior
    /// - Joined the on-call rotation of the booking platform
    /// ```
    "on-call-attendance", Severity::Warning, Topic::Depth => check
}

static ON_CALL: LazyLock<PhraseSet> = LazyLock::new(|| {
    let phrases = [
        "on call",
        "on call rotation|rotations|duty|shift|shifts|rota|support",
        "pager duty",
        "pager rotation",
        "carried the|a pager",
        "incident response|handling|management",
        "production support",
        "support rotation|rota",
    ];
    set(&phrases)
});

/// What on-call work leaves behind.
static RESULTS: LazyLock<PhraseSet> = LazyLock::new(|| {
    let phrases = [
        "runbook*", "playbook*", "postmortem*", "post mortem*", "retrospective*",
        "incident review*", "root cause*", "mttr", "mttm", "time to", "burn rate", "error budget*",
        "slo*", "game day*", "alert*", "dashboard*",
    ];
    set(&phrases)
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.stage == Stage::Junior {
        return;
    }
    for unit in cx.bullets() {
        let Some(range) = attendance(unit, cx.pack) else { continue };
        let said = unit.said(&range).to_owned();
        findings.add_in(
            unit,
            range,
            format!("\"{said}\" says that you were there"),
            "what did you lead or change, and what moved: pages a week, time to mitigate, repeats?",
        );
    }
}

fn attendance(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let found = ON_CALL.find(&facts.words).into_iter().next()?;
    let acts = facts.verbs.iter().any(|verb| {
        let verb = verb.entry(pack);
        verb.strength == Strength::Strong && !matches!(verb.act, Act::Attend | Act::Operate)
    });
    let shows_something = acts
        || !facts.changes.is_empty()
        || facts.measured().next().is_some()
        || !RESULTS.find(&facts.words).is_empty()
        || facts.has(Signal::Proof);
    // `Incident Response (RTIR), Remedy etc.` is a list of tools.
    let list = facts.verbs.is_empty() && unit.text.contains([',', '(']);
    (!shows_something && !list).then(|| unit.bytes(&found.words))
}
