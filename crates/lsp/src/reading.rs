//! What one version of a document says: the resume with its findings and grade, or why there is
//! none.

use std::collections::BTreeMap;
use std::ops::Range;

use extract::{Format, Limits, ReadError};
use lint::{Options, Outcome, Policy};
use resume::{Date, Edit, FieldPath, Finding, Parsed};
use roles::RolePack;

/// The result of reading a document.
pub(crate) enum Reading {
    /// A resume.
    Page(Box<Page>),
    /// Nothing can be taken from it.
    Unreadable(ReadError),
}

/// A resume that was read and checked.
pub(crate) struct Page {
    pub(crate) format: Format,
    pub(crate) parsed: Parsed,
    pub(crate) outcome: Outcome,
    /// The findings that the file does not allow, the reader's first.
    told: Vec<Finding>,
    as_of: Date,
}

impl Reading {
    pub(crate) fn of(text: &str, format: Format, pack: &RolePack, today: Date) -> Self {
        match extract::read(text.as_bytes(), format, &Limits::default()) {
            Ok(parsed) => Self::Page(Box::new(Page::check(parsed, format, pack, today))),
            Err(error) => Self::Unreadable(error),
        }
    }

    /// The resume, when there is one.
    pub(crate) fn page(&self) -> Option<&Page> {
        match self {
            Self::Page(page) => Some(page),
            Self::Unreadable(_) => None,
        }
    }
}

impl Page {
    /// Checks a resume that was read.
    pub(crate) fn check(parsed: Parsed, format: Format, pack: &RolePack, today: Date) -> Self {
        let as_of = parsed.resume.as_of().unwrap_or(today);
        let outcome = lint::check(&parsed.resume, pack, &options(&as_of));
        let told = told(&parsed, &outcome, &as_of);
        Self { format, parsed, outcome, told, as_of }
    }

    /// The findings that `asked` picks, with only those fixes that hold. Trying a fix costs another
    /// check, so this is done for what somebody looks at.
    pub(crate) fn verified(
        &self,
        pack: &RolePack,
        asked: impl Fn(&Finding) -> bool,
    ) -> Vec<Finding> {
        let options = options(&self.as_of);
        let mut outcome = self.outcome.clone();
        let others = outcome.findings.iter_mut().filter(|finding| !asked(finding));
        others.for_each(|finding| finding.fix = None);
        lint::verify_fixes(&self.parsed.resume, pack, &options, &mut outcome);
        let told = told(&self.parsed, &outcome, &self.as_of);
        told.into_iter().filter(asked).collect()
    }

    /// True when the page is nowhere worse with some edits.
    pub(crate) fn is_no_worse(&self, pack: &RolePack, edits: &[Edit]) -> bool {
        let after = self.parsed.resume.edited(edits);
        let after = after.map(|resume| lint::check(&resume, pack, &options(&self.as_of)));
        after.is_some_and(|after| lint::is_no_worse(&self.outcome, &after))
    }

    /// Findings of the reader and of the rules, each with its bytes in the source; by place.
    pub(crate) fn findings(&self) -> Vec<(Range<usize>, &Finding)> {
        let places = self.parsed.places();
        let located = self.told.iter().map(|finding| (places.locate(finding).range, finding));
        let mut found: Vec<_> = located.collect();
        found.sort_by(|(a, x), (b, y)| (a.start, a.end, &x.rule).cmp(&(b.start, b.end, &y.rule)));
        found
    }

    /// The innermost value whose key or text holds a byte, and whether the byte is in its key.
    pub(crate) fn value_at(&self, at: usize) -> Option<(&FieldPath, bool)> {
        let spans = self.parsed.source_map.spans();
        let holds = |range: &Range<usize>| range.start <= at && at <= range.end;
        spans
            .filter_map(|(path, span)| {
                let in_key = span.key.as_ref().is_some_and(holds);
                (in_key || holds(&span.value)).then_some((path, in_key))
            })
            .max_by_key(|(path, in_key)| (*in_key, path.segments().len()))
    }
}

/// The findings of the reader and of the rules that the file does not allow.
fn told(parsed: &Parsed, outcome: &Outcome, as_of: &Date) -> Vec<Finding> {
    let reader: Vec<&str> = extract::reader_rules().iter().map(|rule| rule.id).collect();
    let policy = Policy { levels: &BTreeMap::new(), other_rules: &reader };
    lint::settle(parsed, outcome, &options(as_of), policy).findings
}

fn options(as_of: &Date) -> Options<'static> {
    Options { stage: None, as_of: as_of.clone(), layout: None }
}
