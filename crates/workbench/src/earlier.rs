//! What changed since an earlier report, and why, in words.

use resume::{Comparison, Move, Report};

/// Why two grades of one page may differ, in sentences.
pub fn causes(comparison: &Comparison, report: &Report) -> Vec<String> {
    let mut causes = Vec::new();
    let rubric = &comparison.rubric;
    causes.push(match (comparison.page_changed, comparison.rubric_changed) {
        (Some(false), false) if same_findings(comparison) => {
            "neither the graded words nor the rubric changed".to_owned()
        }
        (Some(false), false) => {
            "neither the graded words nor the rubric changed; the findings did".to_owned()
        }
        (Some(true), false) => "the page changed, the rubric did not".to_owned(),
        (Some(false), true) => "the rubric changed, the graded words did not".to_owned(),
        (Some(true), true) => "both the page and the rubric changed".to_owned(),
        (None, false) => "the rubric did not change; the earlier report does not tell whether the \
                          page did"
            .to_owned(),
        (None, true) => {
            "the rubric changed; the earlier report does not tell whether the page did".to_owned()
        }
    });
    if comparison.rubric_changed {
        causes.push(format!(
            "rubric: {} ({}), now {} ({})",
            rubric.version, rubric.fingerprint, report.rubric.version, report.rubric.fingerprint
        ));
    }
    if comparison.stage != report.stage {
        causes.push(format!("graded as {} then, as {} now", comparison.stage, report.stage));
    }
    if comparison.as_of != report.as_of {
        causes.push(format!("as of {} then, as of {} now", comparison.as_of, report.as_of));
    }
    for (rules, now) in
        [(&comparison.rules_off, "off now"), (&comparison.rules_on, "no longer off")]
    {
        if !rules.is_empty() {
            causes.push(format!("the settings differ: {} {now}", rules.join(", ")));
        }
    }
    if comparison.verdict != report.verdict {
        let (was, now) = (comparison.verdict.as_str(), report.verdict.as_str());
        causes.push(format!("the verdict was \"{was}\", now it is \"{now}\""));
    }
    causes
}

/// True when the same things are found and shown.
fn same_findings(comparison: &Comparison) -> bool {
    let Comparison { new, fixed, allowed, hidden, .. } = comparison;
    [new, fixed, allowed, hidden].into_iter().all(Vec::is_empty)
}

/// The grade and its axes, then and now.
pub fn moves(comparison: &Comparison) -> [(&'static str, Move); 4] {
    [
        ("overall", comparison.overall),
        ("scope", comparison.scope),
        ("evidence", comparison.evidence),
        ("depth", comparison.depth),
    ]
}
