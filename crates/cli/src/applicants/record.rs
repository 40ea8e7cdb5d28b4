//! The record of a ranking, from what was compared.

use std::collections::BTreeMap;

use facts::requirement::{self, Requirement};
use matching::NothingToMatch;
use ranking::report::{
    FORMAT, Flag, Moved, RankReport, RankedApplicant, RankedJob, RankedRequirement, Scorer, Unread,
};
use ranking::{Band, Entry, Standing, changes, order};
use resume::coverage::Coverage;
use resume::{Date, Job};
use roles::RolePack;

use super::application::{Application, sha256};
use super::compared::{Bar, Compared};
use crate::exit::Failure;
use crate::output::commands;

/// A job to compare with.
pub(crate) struct Asked {
    file: String,
    job: Job,
    requirements: Vec<Requirement>,
}

/// What is compared, and how.
pub(crate) struct Question {
    /// The job.
    pub(crate) job: Asked,
    /// Another version of it: everybody's record says what moved.
    pub(crate) before: Option<Asked>,
    /// The day that stands for today.
    pub(crate) as_of: Date,
    /// Cover names.
    pub(crate) blind: bool,
}

/// What came of all files.
pub(crate) struct Read {
    /// Applications.
    pub(crate) applications: Vec<Compared>,
    /// Files that could not be read, and why.
    pub(crate) failed: Vec<(String, Failure)>,
    /// Files of a folder that are no documents.
    pub(crate) left_out: Vec<String>,
    /// What was named on the command line.
    pub(crate) inputs: Vec<String>,
}

impl Question {
    /// Asks an application.
    pub(crate) fn put_to(&self, application: Application) -> Result<Compared, NothingToMatch> {
        let bar = Bar {
            requirements: &self.job.requirements,
            before: self.before.as_ref().map(|before| before.requirements.as_slice()),
            as_of: &self.as_of,
            blind: self.blind,
        };
        Compared::of(application, bar)
    }
}

impl Asked {
    /// What `job` asks for.
    pub(crate) fn of(file: &str, job: Job) -> Self {
        let requirements = requirement::read(&job, RolePack::backend_engineer());
        Self { file: file.to_owned(), job, requirements }
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

/// Puts what was read into an order.
pub(crate) fn record(read: Read, question: &Question) -> RankReport {
    let Read { applications, failed, left_out, inputs } = read;
    let blind = question.blind;
    let standings =
        standings(applications.iter().map(|one| (&one.coverage, one.text_sha256.as_str())));
    let stood: BTreeMap<usize, Standing> = self::standings(
        applications.iter().filter_map(|one| Some((one.before.as_ref()?, &*one.text_sha256))),
    )
    .into_iter()
    .map(|standing| (standing.entry, standing))
    .collect();
    let weights: Vec<f64> = applications
        .first()
        .map(|one| one.coverage.requirements.iter().map(|one| one.weight).collect())
        .unwrap_or_default();
    let names = names(&applications, blind);
    let mut same_text: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, one) in applications.iter().enumerate() {
        same_text.entry(one.text_sha256.clone()).or_default().push(at);
    }
    let mut applications: Vec<Option<Compared>> = applications.into_iter().map(Some).collect();
    let applicants = standings
        .into_iter()
        .filter_map(|standing| {
            let at = standing.entry;
            let one = applications[at].take()?;
            let others = copied(&same_text[&one.text_sha256], &names, at);
            let mut ranked = applicant(one, standing, stood.get(&at));
            ranked.applicant.clone_from(&names[at]);
            ranked.integrity.extend(others);
            Some(ranked)
        })
        .collect();
    let scorer = Scorer {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        role: RolePack::backend_engineer().fingerprint.clone(),
        weights: sha256(format!("{weights:?}").as_bytes()),
    };
    RankReport {
        format: FORMAT.to_owned(),
        job: question.job.described(&weights),
        scorer,
        as_of: question.as_of.to_string(),
        blind,
        inputs: if blind { Vec::new() } else { inputs },
        applicants,
        unread: failed.iter().enumerate().map(|(at, one)| unread(at, one, blind)).collect(),
        left_out: if blind { Vec::new() } else { left_out },
    }
}

fn standings<'a>(entries: impl Iterator<Item = (&'a Coverage, &'a str)>) -> Vec<Standing> {
    let entries: Vec<Entry<'_>> = entries.map(|(coverage, key)| Entry { coverage, key }).collect();
    order(&entries)
}

/// What the applicants are called: by their files, or by the content of their files.
fn names(applications: &[Compared], blind: bool) -> Vec<String> {
    let name = |one: &Compared| {
        if blind { format!("applicant-{}", &one.file_sha256[..8]) } else { one.file.clone() }
    };
    applications.iter().map(name).collect()
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

/// The entry of an applicant who stood elsewhere under another version of the job.
fn applicant(one: Compared, standing: Standing, stood: Option<&Standing>) -> RankedApplicant {
    let coverage = &one.coverage;
    let moved = stood.zip(one.before.as_ref()).map(|(stood, before)| Moved {
        place: stood.place,
        band: stood.band,
        fit: before.fit,
        because: changes(before, coverage),
    });
    RankedApplicant {
        applicant: String::new(),
        file_sha256: one.file_sha256,
        text_sha256: one.text_sha256,
        band: Band::of(coverage),
        place: standing.place,
        sharing: standing.sharing,
        fit: coverage.fit,
        literal: coverage.literal,
        cap: coverage.cap,
        capped_by: one.coverage.capped_by,
        criteria: one.criteria,
        integrity: one.flags,
        moved,
    }
}

fn unread(at: usize, (file, failure): &(String, Failure), blind: bool) -> Unread {
    let name = if blind { format!("file {}", at + 1) } else { file.clone() };
    Unread {
        message: failure.message.replace(file.as_str(), &name),
        hint: commands::hint(failure),
        file: name,
    }
}
