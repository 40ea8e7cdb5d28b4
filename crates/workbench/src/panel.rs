//! What a panel asks about a page, for the candidate and for the panel.

use extract::ReadJob;
use facts::requirement;
use interview::{Desk, Kit, Preparation, prepare};
use matching::{Evidence, NothingToMatch};
use resume::coverage::Coverage;
use resume::variant::Cut;
use resume::{FieldPath, Parsed, Resume, Stage};
use roles::{RolePack, question_bank};

/// A page that a panel has read.
#[derive(Clone, Copy, Debug)]
pub struct Panel<'a> {
    /// The resume as it was read.
    pub parsed: &'a Parsed,
    /// The variant of it that is meant.
    pub cut: Option<&'a Cut>,
    /// What it is graded against, where nobody names a stage.
    pub options: &'a lint::Options<'a>,
    /// The job that it is for.
    pub job: Option<&'a Sought>,
}

/// A job, and what a page shows of it.
#[derive(Clone, Debug)]
pub struct Sought {
    /// Its title.
    pub title: Option<String>,
    /// The stage it names.
    pub stage: Option<Stage>,
    coverage: Coverage,
}

impl<'a> Panel<'a> {
    /// What the page shows of a job.
    ///
    /// # Errors
    /// When the job asks for nothing that a page could show.
    pub fn seek(&self, read: &ReadJob) -> Result<Sought, NothingToMatch> {
        let pack = RolePack::backend_engineer();
        let page = match self.cut {
            Some(cut) => Evidence::of(&cut.resume, pack, &self.options.as_of),
            None => Evidence::of_parsed(self.parsed, pack, &self.options.as_of),
        };
        let coverage = matching::cover(&page, &requirement::read(&read.job, pack), pack, None)?;
        Ok(Sought { title: read.job.title.clone(), stage: read.job.stage, coverage })
    }

    /// The stage that is asked for, with the reason: what somebody named, what the job says, what
    /// the page itself says.
    pub fn stage(&self) -> (Stage, String) {
        let of_job = self.job.filter(|_| self.options.stage.is_none()).and_then(|job| job.stage);
        if let Some(stage) = of_job {
            return (stage, "the job says so".to_owned());
        }
        let grade = lint::check(self.resume(), RolePack::backend_engineer(), self.options).grade;
        (grade.stage, grade.stage_reason)
    }

    /// Questions for the candidate, with the private notes; `all` of those that fit, or those that
    /// a panel asks first.
    pub fn for_candidate(&self, stage: Stage, all: bool) -> Preparation {
        let desk = desk(stage);
        let mut found = prepare(self.resume(), &desk, all);
        if let Some(job) = self.job {
            found.ask_about(&job.coverage, &desk);
        }
        for claim in &mut found.claims {
            claim.line = Some(self.line(&claim.path));
            claim.path = self.in_source(&claim.path);
        }
        found
    }

    /// The sheets of the rounds, without name, employer or note.
    pub fn for_hiring(&self, stage: Stage) -> Kit {
        let desk = desk(stage);
        let mut kit = match self.job {
            Some(job) => interview::panel_for_job(self.resume(), &job.coverage, &desk),
            None => interview::panel(self.resume(), &desk),
        };
        let chains = kit.rounds.iter_mut().flat_map(|round| &mut round.chains);
        for quote in chains.filter_map(|chain| chain.quote.as_mut()) {
            quote.line = Some(self.line(&quote.path));
        }
        kit
    }

    fn resume(&self) -> &'a Resume {
        self.cut.map_or(&self.parsed.resume, |cut| &cut.resume)
    }

    /// Where the file has the value that the page has at `path`.
    fn in_source(&self, path: &FieldPath) -> FieldPath {
        self.cut.map_or_else(|| path.clone(), |cut| cut.in_source(path))
    }

    /// The one-based line of a value in its file.
    fn line(&self, path: &FieldPath) -> usize {
        self.parsed.source_map.locate(&self.in_source(path), "", None).line
    }
}

fn desk(stage: Stage) -> Desk<'static> {
    Desk { pack: RolePack::backend_engineer(), bank: question_bank(), stage }
}
