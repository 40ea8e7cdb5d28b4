//! One line, one complaint: where a specific rule speaks about a line, the general one is silent.

use std::collections::HashSet;

use resume::{FieldPath, Finding};

/// A rule, and the rules that say the same about a line in a more helpful way.
const SILENT_BESIDE: [(&str, &[&str]); 19] = [
    ("adjective-claim", &["buzzword-heap", "vague-improvement"]),
    ("after-without-before", &["unmeasurable-figure"]),
    // A line that boasts is no better opening.
    (
        "buried-strongest-bullet",
        &[
            "adjective-claim",
            "buzzword-heap",
            "contradicting-direction",
            "impossible-number",
            "inflated-verb",
            "mismatched-ratio",
            "no-mechanism",
            "number-without-unit",
            "objectless-figure",
            "partition-without-key",
            "pattern-list",
            "pattern-without-qualifier",
            "relative-without-base",
            "too-many-figures",
            "unbacked-availability",
            "unmeasurable-figure",
            "vague-improvement",
            "vague-mechanism",
            "vanity-metric",
        ],
    ),
    ("first-person", &["unclear-own-part"]),
    ("inflated-verb", &["vague-improvement"]),
    ("latency-without-percentile", &["relative-without-base"]),
    ("many-claims", &["buzzword-heap"]),
    ("mentoring-without-outcome", &["weak-opening"]),
    (
        "no-mechanism",
        &[
            "after-without-before",
            "contradicting-direction",
            "impossible-number",
            "number-without-unit",
            "objectless-figure",
            "relative-without-base",
            "saving-without-guard",
            "unmeasurable-figure",
            "vague-mechanism",
        ],
    ),
    (
        "no-outcome",
        &[
            "generic-database",
            "mentoring-without-outcome",
            "partition-without-key",
            "tool-not-work",
            "trait-in-bullet",
            "unclear-own-part",
            "unnamed-open-source",
            "unsized-migration",
            "unmeasured-tests",
        ],
    ),
    ("number-without-unit", &["objectless-figure"]),
    ("objectless-figure", &["impossible-number", "mismatched-ratio", "unmeasurable-figure"]),
    ("passive-style", &["duty-not-work", "first-person", "unclear-own-part", "weak-opening"]),
    (
        "relative-without-base",
        &["impossible-number", "objectless-figure", "saving-without-guard", "unmeasurable-figure"],
    ),
    ("saving-without-guard", &["impossible-number"]),
    (
        "short-bullet",
        &[
            "duty-not-work", "no-outcome", "tool-not-work", "unclear-own-part", "unexplained-name",
            "unsized-migration", "unspecific-object", "vague-improvement", "vanity-metric",
            "weak-opening",
        ],
    ),
    ("unexplained-name", &["unsized-migration"]),
    ("unspecific-object", &["generic-database", "partition-without-key"]),
    ("weak-opening", &["tool-not-work", "unnamed-open-source"]),
];

/// Removes what a more specific finding about the same value already says.
pub(crate) fn keep_most_specific(findings: &mut Vec<Finding>) {
    let said: HashSet<(String, FieldPath)> =
        findings.iter().map(|finding| (finding.rule.to_string(), finding.path.clone())).collect();
    findings.retain(|finding| {
        let specific = SILENT_BESIDE.iter().find(|(rule, _)| *rule == finding.rule);
        !specific.is_some_and(|(_, rules)| {
            rules.iter().any(|rule| said.contains(&((*rule).to_owned(), finding.path.clone())))
        })
    });
}

/// True for a rule that another one can silence.
#[cfg(test)]
pub(crate) fn may_be_silent(rule: &str) -> bool {
    SILENT_BESIDE.iter().any(|(general, _)| *general == rule)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use resume::Severity;

    use super::*;

    #[track_caller]
    fn check(rules: &[(&'static str, &'static str)], expected: &[&str]) {
        let found = |(rule, key): &(&'static str, &'static str)| {
            Finding::new(*rule, Severity::Info, FieldPath::root().key(*key), "wrong")
        };
        let mut findings: Vec<Finding> = rules.iter().map(found).collect();
        keep_most_specific(&mut findings);
        let kept: Vec<&str> = findings.iter().map(|finding| finding.rule.as_ref()).collect();
        assert_eq!(kept, expected);
    }

    #[test]
    fn the_specific_rule_speaks() {
        check(&[("no-outcome", "a"), ("tool-not-work", "a")], &["tool-not-work"]);
        check(&[("no-outcome", "a"), ("tool-not-work", "b")], &["no-outcome", "tool-not-work"]);
        check(&[("tool-not-work", "a")], &["tool-not-work"]);
    }

    #[test]
    fn every_named_rule_exists() {
        let known: BTreeSet<&str> = crate::rules().iter().map(|rule| rule.id).collect();
        for (general, specific) in SILENT_BESIDE {
            assert!(known.contains(general), "{general}");
            for rule in specific {
                assert!(known.contains(rule), "{rule}");
            }
        }
    }
}
