//! The record of a ranking, from what was read.

use std::collections::BTreeMap;

use facts::requirement::{self, Requirement};
use matching::NothingToMatch;
use ranking::report::{
    Criterion, FORMAT, Flag, Moved, RankReport, RankedApplicant, RankedJob, RankedRequirement,
    Scorer, Unread,
};
use ranking::{Band, Entry, Standing, changes, order};
use resume::coverage::{Coverage, Covered, Status};
use resume::{Date, Job};
use roles::RolePack;

use super::page::{Page, sha256};
use crate::exit::Failure;

/// A job to compare with.
pub(crate) struct Asked {
    file: String,
    job: Job,
    requirements: Vec<Requirement>,
}

/// What was read.
pub(crate) struct Read {
    /// Applications.
    pub(crate) pages: Vec<Page>,
    /// Files that could not be read, and why.
    pub(crate) failed: Vec<(String, Failure)>,
    /// Files of a folder that are no documents.
    pub(crate) left_out: Vec<String>,
    /// What was named on the command line.
    pub(crate) inputs: Vec<String>,
    /// The day that stands for today.
    pub(crate) as_of: Date,
}

impl Asked {
    /// What `job` asks for.
    pub(crate) fn of(file: &str, job: Job) -> Self {
        let requirements = requirement::read(&job, RolePack::backend_engineer());
        Self { file: file.to_owned(), job, requirements }
    }

    /// What every page shows of it.
    fn cover(&self, pages: &[Page]) -> Result<Vec<Coverage>, NothingToMatch> {
        let pack = RolePack::backend_engineer();
        let cover = |page: &Page| matching::cover(&page.evidence, &self.requirements, pack, None);
        pages.iter().map(cover).collect()
    }

    fn described(&self, weights: &[f64]) -> RankedJob {
        let requirements: Vec<RankedRequirement> = self
            .requirements
            .iter()
            .zip(weights)
            .map(|(one, weight)| RankedRequirement {
                id: one.id.clone(),
                kind: one.kind,
                text: one.text.clone(),
                weight: *weight,
            })
            .collect();
        let wording = requirements.iter().fold(String::new(), |all, one| {
            all + &format!("{}\t{}\t{}\n", one.id, one.kind.as_str(), one.text)
        });
        RankedJob {
            file: self.file.clone(),
            title: self.job.title.clone(),
            organization: self.job.hiring_organization.as_ref().and_then(|it| it.name.clone()),
            version: sha256(wording.as_bytes()),
            requirements,
        }
    }
}

/// Puts what was read into an order. With another version of the job in `before`, everybody's
/// record says what moved.
pub(crate) fn record(
    read: &Read,
    asked: &Asked,
    before: Option<&Asked>,
    blind: bool,
) -> Result<RankReport, NothingToMatch> {
    let coverages = asked.cover(&read.pages)?;
    let standings = standings(&read.pages, &coverages);
    let earlier = match before {
        Some(before) => {
            let coverages = before.cover(&read.pages)?;
            let standings = self::standings(&read.pages, &coverages).into_iter();
            let by_entry: BTreeMap<usize, Standing> =
                standings.map(|standing| (standing.entry, standing)).collect();
            Some((by_entry, coverages))
        }
        None => None,
    };
    let weights: Vec<f64> = coverages
        .first()
        .map(|coverage| coverage.requirements.iter().map(|one| one.weight).collect())
        .unwrap_or_default();
    let job = asked.described(&weights);
    let names = names(&read.pages, blind);
    let mut same_text: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, page) in read.pages.iter().enumerate() {
        same_text.entry(&page.text_sha256).or_default().push(at);
    }
    let applicants = standings
        .iter()
        .map(|standing| {
            let at = standing.entry;
            let moved = earlier.as_ref().and_then(|(standings, before)| {
                let stood = standings.get(&at)?;
                Some(Moved {
                    place: stood.place,
                    band: stood.band,
                    fit: before[at].fit,
                    because: changes(&before[at], &coverages[at]),
                })
            });
            let page = &read.pages[at];
            let mut one = applicant(page, &coverages[at], *standing, blind);
            one.applicant.clone_from(&names[at]);
            one.integrity.extend(copied(&same_text[page.text_sha256.as_str()], &names, at));
            one.moved = moved;
            one
        })
        .collect();
    let scorer = Scorer {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        role: RolePack::backend_engineer().fingerprint.clone(),
        weights: sha256(format!("{weights:?}").as_bytes()),
    };
    Ok(RankReport {
        format: FORMAT.to_owned(),
        job,
        scorer,
        as_of: read.as_of.to_string(),
        blind,
        inputs: if blind { Vec::new() } else { read.inputs.clone() },
        applicants,
        unread: read.failed.iter().enumerate().map(|(at, one)| unread(at, one, blind)).collect(),
        left_out: if blind { Vec::new() } else { read.left_out.clone() },
    })
}

fn standings(pages: &[Page], coverages: &[Coverage]) -> Vec<Standing> {
    let entries: Vec<Entry<'_>> = coverages
        .iter()
        .zip(pages)
        .map(|(coverage, page)| Entry { coverage, key: &page.text_sha256 })
        .collect();
    order(&entries)
}

/// What the applicants are called: by their files, or by the content of their files.
fn names(pages: &[Page], blind: bool) -> Vec<String> {
    let name = |page: &Page| {
        if blind { format!("applicant-{}", &page.file_sha256[..8]) } else { page.file.clone() }
    };
    pages.iter().map(name).collect()
}

/// A note when the text was handed in more than once; `all` are those who did.
fn copied(all: &[usize], names: &[String], at: usize) -> Option<Flag> {
    let others: Vec<&str> =
        all.iter().filter(|other| **other != at).map(|other| names[*other].as_str()).collect();
    (!others.is_empty()).then(|| Flag {
        rule: "same-text".to_owned(),
        message: format!("The same text as {}", others.join(", ")),
    })
}

fn applicant(page: &Page, coverage: &Coverage, standing: Standing, blind: bool) -> RankedApplicant {
    let quoting = page.quoting(blind);
    let criterion = |one: &Covered| Criterion {
        id: one.id.clone(),
        status: one.status,
        credit: one.credit,
        points: (one.weight * one.credit * 1000.0).round() / 10.0,
        months: one.skills.iter().filter_map(|skill| skill.months).max(),
        evidence: quoting.words(&one.quotes),
        absent_reason: absent_reason(one).map(str::to_owned),
    };
    RankedApplicant {
        applicant: String::new(),
        file_sha256: page.file_sha256.clone(),
        text_sha256: page.text_sha256.clone(),
        band: Band::of(coverage),
        place: standing.place,
        sharing: standing.sharing,
        fit: coverage.fit,
        literal: coverage.literal,
        cap: coverage.cap,
        capped_by: coverage.capped_by.clone(),
        criteria: coverage.requirements.iter().map(criterion).collect(),
        integrity: page.flags.clone(),
        moved: None,
    }
}

fn absent_reason(one: &Covered) -> Option<&'static str> {
    match one.status {
        Status::NotStated => Some("the page does not say; that is not the same as cannot"),
        Status::Unverifiable => Some("no page can show it; ask"),
        Status::NotCompared => Some("it names nothing that could be looked up; read it yourself"),
        _ => None,
    }
}

fn unread(at: usize, (file, failure): &(String, Failure), blind: bool) -> Unread {
    let name = if blind { format!("file {}", at + 1) } else { file.clone() };
    Unread {
        message: failure.message.replace(file.as_str(), &name),
        hint: failure.hint.clone(),
        file: name,
    }
}
