//! Blocks of a posting to the job they describe.

use std::collections::BTreeSet;
use std::ops::Range;

use resume::job::{JobSection, Organization, Wanted};
use resume::{FieldPath, Job};

use super::blocks::Block;
use super::names::Part;
use super::sorted::{Sorted, Unit};
use super::tokens::{joined, tokens};
use super::{facts, parts};
use crate::fields::make::{Cut, Maker};

/// A job that is being put together.
pub(super) struct Filler<'a> {
    pub(super) maker: Maker<'a>,
    pub(super) job: Job,
    /// What was put into a list already, folded.
    seen: BTreeSet<String>,
    /// Paragraphs of the texts that are none of the lists.
    texts: Texts,
}

/// Sentences that become one text, by the key they are filed under.
#[derive(Default)]
struct Texts {
    summary: Vec<Cut>,
    about: Vec<Cut>,
    team: Vec<Cut>,
    equal: Vec<Cut>,
    accommodations: Vec<Cut>,
    notice: Vec<Cut>,
}

impl<'a> Filler<'a> {
    pub(super) fn new(maker: Maker<'a>) -> Self {
        Self { maker, job: Job::default(), seen: BTreeSet::new(), texts: Texts::default() }
    }

    /// The bytes of a cut.
    pub(super) fn text(&self, cut: &Cut) -> &'a str {
        &self.maker.paras[cut.para].text[cut.range.clone()]
    }

    /// Files what a block says.
    pub(super) fn block(&mut self, block: &Block, sorted: &Sorted) {
        match block.part {
            Some(part) if part.is_field() => facts::field(self, part, block),
            Some(Part::Pay) => facts::pay(self, block),
            Some(Part::Tools) => parts::tools(self, block),
            Some(Part::Process) if block.said.iter().any(|said| said.item) => {
                parts::process(self, block);
                let said = block.said.iter().filter(|said| !said.item).cloned().collect();
                self.block(&Block { part: None, heading: None, said }, sorted);
            }
            _ => {
                let mut rest = Vec::new();
                for unit in sorted.units(self.maker.paras, block) {
                    self.unit(unit, &mut rest);
                }
                self.section(block, &rest);
            }
        }
    }

    /// Files one thing a posting says; what has no place of its own is left in `rest`.
    fn unit(&mut self, unit: Unit, rest: &mut Vec<Cut>) {
        let Unit { part, cut, last } = unit;
        match part {
            Part::Duties => {
                self.line("responsibilities", &cut, last.as_ref(), |job| &mut job.responsibilities);
            }
            Part::Outcomes => self.line("outcomes", &cut, last.as_ref(), |job| &mut job.outcomes),
            Part::Benefits => self.line("benefits", &cut, last.as_ref(), |job| &mut job.benefits),
            Part::Must => self.wanted("must", &cut, last.as_ref(), |job| &mut job.must),
            Part::Nice => self.wanted("nice", &cut, last.as_ref(), |job| &mut job.nice),
            Part::Qualifications => {
                self.wanted("qualifications", &cut, last.as_ref(), |job| &mut job.qualifications);
            }
            Part::Soft => {
                self.wanted("softSkills", &cut, last.as_ref(), |job| &mut job.soft_skills);
            }
            Part::Prerequisites => {
                self.wanted("prerequisites", &cut, last.as_ref(), |job| &mut job.prerequisites);
            }
            Part::Summary | Part::Description => self.texts.summary.push(cut),
            Part::About => self.texts.about.push(cut),
            Part::Team => self.texts.team.push(cut),
            Part::Equal => self.texts.equal.push(cut),
            Part::Accommodations => self.texts.accommodations.push(cut),
            Part::Notice => self.texts.notice.push(cut),
            Part::Pay => facts::pay_of(self, &cut, true),
            _ => rest.push(cut),
        }
    }

    fn line(
        &mut self,
        key: &'static str,
        cut: &Cut,
        last: Option<&Cut>,
        list: fn(&mut Job) -> &mut Vec<String>,
    ) {
        let index = list(&mut self.job).len();
        if let Some(text) = self.take(FieldPath::root().key(key).index(index), cut, last) {
            list(&mut self.job).push(text);
        }
    }

    fn wanted(
        &mut self,
        key: &'static str,
        cut: &Cut,
        last: Option<&Cut>,
        list: fn(&mut Job) -> &mut Vec<Wanted>,
    ) {
        let index = list(&mut self.job).len();
        if let Some(text) = self.take(FieldPath::root().key(key).index(index), cut, last) {
            list(&mut self.job).push(text.into());
        }
    }

    /// The text of a line of a list, or of the lines from `cut` to `last` as one; `None` when it
    /// was there before.
    fn take(&mut self, path: FieldPath, cut: &Cut, last: Option<&Cut>) -> Option<String> {
        let mut text = self.maker.text(cut);
        if let Some(last) = last {
            let more = (cut.para + 1..=last.para).map(|at| {
                self.maker.text(&Cut { para: at, range: 0..self.maker.paras[at].text.len() })
            });
            let more: Vec<String> =
                more.map(|text| text.trim_end_matches([',', ';', '.']).to_owned()).collect();
            text = format!("{text} {}", more.join(", "));
        }
        if text.is_empty() || !self.seen.insert(joined(&tokens(&text))) {
            return None;
        }
        let paras = self.maker.paras;
        let mut place = paras[cut.para].placed(&cut.range);
        if let Some(last) = last {
            place.end = paras[last.para].placed(&last.range).end.max(place.end);
        }
        self.maker.spans.push((path, place));
        Some(text)
    }

    /// Keeps what has no place of its own under its heading.
    fn section(&mut self, block: &Block, rest: &[Cut]) {
        let path = FieldPath::root().key("other").index(self.job.other.len());
        let mut texts = Vec::new();
        for cut in rest {
            let here = path.key("texts").index(texts.len());
            texts.extend(self.maker.take(here, cut));
        }
        if texts.is_empty() {
            return;
        }
        let heading =
            block.heading.as_ref().and_then(|cut| self.maker.take(path.key("heading"), cut));
        let heading = heading.map(|text| text.trim_end_matches([':', ' ']).to_owned());
        // Lines without a heading go on where the last ones without one ended.
        self.job.other.push(JobSection { heading, texts, ..JobSection::default() });
    }

    /// Files the texts; sentences of one paragraph stay together.
    pub(super) fn finish(mut self) -> (Job, Vec<(FieldPath, Range<usize>)>) {
        let texts = std::mem::take(&mut self.texts);
        let root = FieldPath::root();
        self.job.summary = self.paragraphs(root.key("summary"), &texts.summary);
        self.job.team = self.paragraphs(root.key("team"), &texts.team).or(self.job.team.take());
        self.job.equal_opportunity = self.paragraphs(root.key("equalOpportunity"), &texts.equal);
        self.job.accommodations =
            self.paragraphs(root.key("accommodations"), &texts.accommodations);
        self.job.selection_notice = self.paragraphs(root.key("selectionNotice"), &texts.notice);
        let about = root.key("hiringOrganization").key("summary");
        if let Some(about) = self.paragraphs(about, &texts.about) {
            let who = self.job.hiring_organization.get_or_insert_with(Organization::default);
            who.summary = Some(about);
        }
        (self.job, self.maker.spans)
    }

    fn paragraphs(&mut self, path: FieldPath, cuts: &[Cut]) -> Option<String> {
        let (first, last) = (cuts.first()?, cuts.last()?);
        let paras = self.maker.paras;
        let start = paras[first.para].placed(&first.range).start;
        let end = paras[last.para].placed(&last.range).end;
        self.maker.spans.push((path, start..end.max(start)));
        let mut text = String::new();
        let mut para = first.para;
        for cut in cuts {
            if !text.is_empty() {
                text.push_str(if cut.para == para { " " } else { "\n\n" });
            }
            text.push_str(&self.maker.text(cut));
            para = cut.para;
        }
        Some(text)
    }
}
