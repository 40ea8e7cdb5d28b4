//! One line of a resume by itself: what it establishes, and which rules it breaks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use lint::Options;
use resume::model::Work;
use resume::{BulletGrade, CreditedFact, Date, FieldPath, Finding, Resume, Stage};
use roles::{ExamplePair, RolePack, library};

/// A line with what is read from it.
pub struct Line {
    /// Its score and facts.
    pub grade: BulletGrade,
    /// What a reader holds against it.
    pub findings: Vec<Finding>,
}

impl Line {
    /// Reads `text` as the only bullet of a page graded at `stage`. What such a page lacks is not
    /// the line's fault, and is left out.
    pub fn read(text: &str, stage: Stage) -> Option<Self> {
        let role = Work {
            start_date: Some(Date::Month(2024, 1)),
            highlights: vec![text.into()],
            ..Work::default()
        };
        let resume = Resume { work: vec![role], ..Resume::default() };
        let options = Options { stage: Some(stage), as_of: Date::Month(2026, 1), layout: None };
        let outcome = lint::check(&resume, RolePack::backend_engineer(), &options);
        let path = FieldPath::root().key("work").index(0).key("highlights").index(0);
        let findings = outcome.findings.into_iter().filter(|finding| finding.path == path);
        let grade = outcome.grade.bullets.into_iter().next()?;
        Some(Self { grade, findings: findings.collect() })
    }

    /// Ids of the rules it breaks.
    pub fn rules(&self) -> BTreeSet<&str> {
        self.findings.iter().map(|finding| &*finding.rule).collect()
    }
}

/// The shipped pairs whose weak line breaks `rule`, in the order of the library. All of them are read
/// at the first call.
pub fn pairs_that_break(rule: &str) -> &'static [&'static ExamplePair] {
    static BROKEN: LazyLock<BTreeMap<String, Vec<&'static ExamplePair>>> = LazyLock::new(|| {
        let mut broken: BTreeMap<String, Vec<_>> = BTreeMap::new();
        for pair in &library().pairs {
            let line = Line::read(&pair.weak, pair.stage);
            for rule in line.iter().flat_map(Line::rules) {
                broken.entry(rule.to_owned()).or_default().push(pair);
            }
        }
        broken
    });
    BROKEN.get(rule).map_or(&[], Vec::as_slice)
}

/// What a fact gives a reader; `None` for those that give little by themselves.
pub fn meaning(fact: &CreditedFact) -> Option<&'static str> {
    Some(match fact.kind.split(':').next().unwrap_or_default() {
        "object" => "which system",
        "scale" => "how big it is",
        "reach" => "whom it reached",
        "change" => "what changed",
        "mechanism" => "how it was done",
        "concept" => "which idea carried it",
        "skill" => "with which tool",
        "production" => "that it runs for real",
        "proof" => "what others can check",
        "outcome" => "what came of it",
        "operations" => "that its author runs it",
        "testing" => "how it was tested",
        _ => return None,
    })
}
