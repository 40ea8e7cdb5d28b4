//! `heavy-process`: more rounds or hours than a decision needs, or a round that says nothing.

use std::sync::LazyLock;

use resume::{FieldPath, Severity, Stage};
use roles::{PhraseSet, words};

use crate::job::{JobContext, declare_job_rule};
use crate::rule::Findings;
use crate::wording::set;

/// Most rounds, and most of a staff role.
const ROUNDS: (usize, usize) = (4, 5);
/// Most minutes of all rounds, and of a take-home task.
const MINUTES: (u32, u32) = (360, 180);

declare_job_rule! {
    /// The process asks for more than a decision needs, or a round does not say what it is for.
    ///
    /// ## Why
    /// Two or three rounds decide as well as seven, and good candidates with other offers leave in the
    /// fourth. A long unpaid task favors those with free evenings. Without knowing what is assessed
    /// nobody can prepare, and everybody is judged by something else. Staff roles may have five
    /// conversations.
    ///
    /// ## What to do
    /// Keep at most 4 rounds, 6 hours in all and 3 hours at home, or pay for the task. Say for each
    /// round how long it takes and what it assesses.
    ///
    /// ```job,flagged
    /// process: [{name: Screen, minutes: 30, assesses: [fit]}, {name: Coding, minutes: 90, assesses: [code]},
    ///   {name: Design, minutes: 90, assesses: [design]}, {name: Team, minutes: 60, assesses: [work]},
    ///   {name: Founders, minutes: 60, assesses: [talk]}]
    /// ```
    /// ```job,flagged
    /// process: [{name: Take-home task, minutes: 480, assesses: [code]}]
    /// ```
    /// ```job,flagged
    /// process: [{name: Interview}]
    /// ```
    /// ```job,clean
    /// process: [{name: Technical talk, minutes: 60, assesses: [debugging a slow query]},
    ///   {name: Coding together, minutes: 90, assesses: [tests, reading code]},
    ///   {name: Team, minutes: 45, assesses: [how you review]}]
    /// ```
    /// ```job,clean
    /// process: [{name: Take-home task (paid), minutes: 240, assesses: [a small importer]}]
    /// ```
    "heavy-process", Severity::Info => check
}

static TAKE_HOME: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&["take home", "at home", "homework", "home assignment|task|test", "coding assignment"])
});
static PAID: LazyLock<PhraseSet> = LazyLock::new(|| set(&["paid", "we pay", "compensated"]));

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let process = &cx.job.process;
    let path = FieldPath::root().key("process");
    let most = if cx.stage == Some(Stage::Staff) { ROUNDS.1 } else { ROUNDS.0 };
    if process.len() > most {
        let message = format!("{} rounds are more than a decision needs", process.len());
        findings.add(path.clone(), message, "join rounds, or drop those that never decide");
    }
    let minutes: u32 =
        process.iter().filter_map(|round| round.minutes).fold(0, u32::saturating_add);
    if minutes > MINUTES.0 {
        let message = format!("the rounds take {} hours in all", minutes / 60);
        findings.add(path.clone(), message, "keep it at 6 hours in all");
    }
    for (index, round) in process.iter().enumerate() {
        let at = path.index(index);
        let name = round.name.as_deref().unwrap_or_default();
        let said = format!("{name} {}", round.assesses.join(" "));
        let said = words(&said);
        let takes_long = round.minutes.is_some_and(|minutes| minutes > MINUTES.1);
        if takes_long && !TAKE_HOME.find(&said).is_empty() && PAID.find(&said).is_empty() {
            let message = "the task at home takes more than 3 hours and is not paid";
            findings.add(at.key("minutes"), message, "make it smaller, or pay for it");
        }
        if round.assesses.iter().all(|text| text.trim().is_empty()) {
            let hint = "list under `assesses` what is looked at, and how";
            findings.add(at, format!("nothing says what \"{name}\" assesses"), hint);
        }
    }
}
