//! Lines of a document to a job.

use document::{Document, Kind};
use resume::job::JobOrigin;
use resume::{FieldPath, Finding, Job, Severity};

use super::blocks::{self, Block};
use super::fill::Filler;
use super::names::{self, Part};
use super::sorted::Sorted;
use super::{ReadJob, facts, title};
use crate::fields::located;
use crate::fields::make::{Cut, Maker};
use crate::fields::para::{self, Para};
use crate::recognize::memory;

/// Reads the job a document describes. Total: any document gives a job, possibly an empty one; a
/// finding says when nothing in it is asked for.
///
/// Values have their places in the document's text (`Document::placed`).
pub fn read_job_document(document: &Document) -> ReadJob {
    memory::forget();
    let placed = document.placed();
    let paras = para::paragraphs(document, &placed);
    let (job, spans) = read(document, &paras);
    let source_map = located(document, placed, spans);
    let findings = asks_nothing(&job).into_iter().collect();
    ReadJob { job, source_map, findings, origin: JobOrigin::Document }
}

/// What a job without anything to compare a resume with is told.
pub(super) fn asks_nothing(job: &Job) -> Option<Finding> {
    if job.says_what_is_wanted() {
        return None;
    }
    let message = "nothing was found that this posting asks for";
    let finding = Finding::new("nothing-asked", Severity::Error, FieldPath::root(), message);
    Some(finding.hint(
        "check that this is the whole posting; what it asks for stands best under a heading such \
         as \"Requirements\"",
    ))
}

/// A job, and the bytes of the document's text that show each of its values.
type Filled = (Job, Vec<(FieldPath, std::ops::Range<usize>)>);

fn read(document: &Document, paras: &[Para]) -> Filled {
    let titled = title::find(document, paras);
    let mut filler = Filler::new(Maker::new(paras));
    let mut skip = Vec::new();
    if let Some(titled) = &titled {
        filler.job.title = filler.maker.take(FieldPath::root().key("title"), &titled.title);
        if let Some(stage) = filler.job.title.as_deref().and_then(title::level) {
            filler.job.stage = Some(stage);
            filler.maker.place(FieldPath::root().key("stage"), &titled.title);
        }
        if let Some(company) = &titled.company {
            facts::company(&mut filler, company);
        }
        let text = &paras[titled.para].text;
        let whole = Cut { para: titled.para, range: titled.title.range.end..text.len() };
        if titled.title.range.end < text.len() && text.len() <= 200 {
            facts::header(&mut filler, &whole, false);
        }
        let line =
            text.len() <= 200 && names::exact(text).is_none() && titled.title.range.start < 40;
        if titled.alone || line {
            skip.push(titled.para);
        }
        // Above the main heading of a page stands its navigation.
        if document.kind == Kind::Html && paras[titled.para].heading.is_some() {
            skip.extend(0..titled.para);
        }
    }
    let blocks = blocks::blocks(paras, &skip);
    let sorted = Sorted::of(&blocks);
    let mut header = true;
    for block in &blocks {
        let block = if header {
            top(&mut filler, block, titled.as_ref().map(|t| t.para))
        } else {
            block.clone()
        };
        header &= block.part.is_none_or(Part::is_field) && block.said.is_empty();
        filler.block(&block, &sorted);
    }
    rest(&mut filler, paras, &blocks);
    filler.finish()
}

/// The block without the lines of facts that stand above the text.
fn top(filler: &mut Filler<'_>, block: &Block, title: Option<usize>) -> Block {
    let mut block = block.clone();
    if block.heading.is_some() {
        return block;
    }
    block.said.retain(|said| {
        let beside = title.is_none_or(|title| said.cut.para.abs_diff(title) <= 1);
        said.item || !facts::header(filler, &said.cut, beside)
    });
    block
}

/// What sentences anywhere say, where no line of facts did.
fn rest(filler: &mut Filler<'_>, paras: &[Para], blocks: &[Block]) {
    let named = filler.job.hiring_organization.as_ref().is_some_and(|who| who.name.is_some());
    if !named {
        let about = blocks.iter().filter(|block| block.part == Some(Part::About));
        let heading = about.filter_map(|block| block.heading.clone()).find_map(|cut| {
            let text = &paras[cut.para].text[cut.range.clone()];
            let text = text.trim_end_matches([':', ' ']);
            let name = text.strip_prefix("About ").or_else(|| text.strip_prefix("ABOUT "))?;
            let of_us = ["us", "the", "our", "we", "company"];
            let first = name.split_whitespace().next()?.to_lowercase();
            let start = cut.range.start + text.len() - name.len();
            (!of_us.contains(&first.as_str()) && name.split_whitespace().count() <= 5)
                .then(|| Cut { para: cut.para, range: start..start + name.len() })
        });
        let found = heading.or_else(|| {
            let mut paras = paras.iter().enumerate().filter(|(_, para)| !para.is_item());
            paras
                .find_map(|(at, para)| facts::company_of(para).map(|range| Cut { para: at, range }))
        });
        if let Some(cut) = found {
            facts::company(filler, &cut);
        }
    }
    let said = || blocks.iter().flat_map(|block| &block.said);
    let has_pay = |filler: &Filler<'_>| {
        filler.job.pay.as_ref().is_some_and(|pay| pay.min.or(pay.max).is_some())
    };
    for said in said() {
        if !has_pay(filler) {
            facts::pay_of(filler, &said.cut, false);
        }
        if filler.job.remote.is_none() {
            facts::remote(filler, &said.cut, false);
        }
    }
    let links = paras.iter().flat_map(|para| &para.runs).filter_map(|run| run.link.as_deref());
    let apply = links.filter(|link| {
        let link = link.to_ascii_lowercase();
        link.starts_with("http") && (link.contains("apply") || link.contains("application"))
    });
    filler.job.apply_url = apply.map(str::to_owned).next();
}
