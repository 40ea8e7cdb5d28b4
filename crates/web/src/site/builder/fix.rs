//! The change of a finding that somebody wants made, as a button of the form names it:
//! `fix:misspelled-technology:skills[0]:write JavaScript`.

use extract::Format;
use resume::{FieldPath, Report, ReportedFinding};

use super::apply::{Applied, write};
use super::notes::home;
use crate::site::fault::Fault;

/// What a button of that name asks for begins with.
pub(crate) const VERB: &str = "fix";

/// A change that was offered beside a part of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    rule: String,
    path: String,
    title: String,
}

impl Change {
    /// The change that a finding offers.
    pub(crate) fn of(finding: &ReportedFinding) -> Option<Self> {
        let title = finding.fix.as_ref()?.title.clone();
        Some(Self { rule: finding.rule.clone(), path: finding.path.clone(), title })
    }

    /// What it does, in words.
    pub(crate) fn title(&self) -> &str {
        &self.title
    }

    /// What its button asks for.
    pub(crate) fn asked(&self) -> String {
        let Self { rule, path, title } = self;
        format!("{VERB}:{rule}:{path}:{title}")
    }

    /// The change that a button asks for, without the verb.
    pub(super) fn parse(asked: &str) -> Option<Self> {
        let (rule, rest) = asked.split_once(':')?;
        let (path, title) = rest.split_once(':')?;
        path.parse::<FieldPath>().ok()?;
        Some(Self { rule: rule.to_owned(), path: path.to_owned(), title: title.to_owned() })
    }

    /// The part of the form it is offered beside.
    pub(crate) fn place(&self) -> Option<FieldPath> {
        home(&self.path).parse().ok().filter(|path| *path != FieldPath::root())
    }

    /// Makes the change in a file that `report` is about. The file stays as it is when nothing
    /// offers the change any more, because the text is another by now.
    pub(crate) fn make(
        &self,
        report: &Report,
        applied: Applied,
        format: Format,
    ) -> Result<Applied, Fault> {
        let offers = |finding: &&ReportedFinding| Self::of(finding).as_ref() == Some(self);
        let found = report.findings.iter().find(offers);
        let edits = found.and_then(|finding| finding.fix.as_ref()).map(|fix| &fix.edits);
        let Some(wanted) = edits.and_then(|edits| applied.resume.edited(edits)) else {
            return Ok(applied);
        };
        let lost = applied.lost_comments;
        let made = write(&applied.source, format, &wanted)?;
        Ok(Applied { lost_comments: made.lost_comments || lost, ..made })
    }
}
