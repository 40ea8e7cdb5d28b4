//! `buried-strongest-bullet`: the best line of a role is not its first.

use resume::{BulletGrade, FieldPath, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::shortened;

declare_rule! {
    /// The first bullet of a recent role is much weaker than a later one.
    ///
    /// ## Why
    /// Of each role many readers take in the first bullet only, and decide by it whether to read
    /// the second.
    ///
    /// ## What to do
    /// Move the bullet named here to the top. If you tell the role in the order of time, leave it.
    ///
    /// ```bullets,flagged-together
    /// - Maintained the nightly export
    /// - Cut p99 of the seat search from 900 ms to 120 ms at 1,200 requests a second by replacing one query per cabin with a covering index
    /// ```
    /// ```bullets,clean
    /// - Cut p99 of the seat search from 900 ms to 120 ms at 1,200 requests a second by replacing one query per cabin with a covering index
    /// - Maintained the nightly export
    /// ```
    /// ```bullets,clean
    /// - Moved the seat inventory from MySQL to PostgreSQL with dual writes, without downtime
    /// - Cut p99 of the seat search from 900 ms to 120 ms with a covering index
    /// ```
    /// ```bullets,clean
    /// - Maintained the nightly export
    /// - Helped with the seat map
    /// ```
    "buried-strongest-bullet", Severity::Info, Topic::Evidence => check
}

/// Roles that are read bullet by bullet.
const RECENT_ROLES: usize = 2;
/// Points that a first bullet may lack.
const LEEWAY: f64 = 30.0;
/// A first bullet of this grade is a good opening, whatever follows.
const GOOD: f64 = 45.0;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for at in 0..cx.resume.work.len().min(RECENT_ROLES) {
        let role = FieldPath::root().key("work").index(at);
        let mut bullets = cx.bullet_grades.iter().filter(|grade| grade.path.starts_with(&role));
        let Some(first) = bullets.next().filter(|first| first.score < GOOD) else { continue };
        let better = |best: Option<&'_ BulletGrade>, next: &BulletGrade| {
            best.is_none_or(|best| next.score > best.score)
        };
        let mut best: Option<&BulletGrade> = None;
        for next in bullets {
            if better(best, next) {
                best = Some(next);
            }
        }
        let Some(best) = best.filter(|best| best.score > first.score + LEEWAY) else { continue };
        findings.add(
            best.path.clone(),
            format!(
                "stronger than the first bullet of its role, \"{}\"",
                shortened(&first.text, 6)
            ),
            "move it to the top: many readers take in the first bullet only",
        );
    }
}
