//! What a resume, or a variant of it, shows of a job.

use extract::ReadJob;
use facts::requirement;
use matching::{Evidence, NothingToMatch};
use resume::coverage::Coverage;
use resume::variant::Cut;
use resume::{Date, Parsed, Resume};
use roles::RolePack;

use crate::{Failure, shown_name};

/// A resume and a job, to be compared.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    /// The resume as it was read.
    pub parsed: &'a Parsed,
    /// The variant of it that is meant; quotes keep the places of the whole.
    pub cut: Option<&'a Cut>,
    /// The whole, where the resume is a selection of it.
    pub whole: Whole<'a>,
    /// The day that stands for today.
    pub as_of: &'a Date,
}

/// What a resume is a selection of: what only the whole has is said, and never counts.
#[derive(Clone, Copy, Debug, Default)]
pub enum Whole<'a> {
    /// The resume that the variant was cut from; nothing for a whole resume.
    #[default]
    Own,
    /// Another resume.
    Other(&'a Parsed),
}

impl Comparison<'_> {
    /// Compares with a job, requirement by requirement; every place is that of its file.
    ///
    /// # Errors
    /// When the job asks for nothing that a page could show; [`nothing_to_match`] words it.
    pub fn with(&self, job: &ReadJob) -> Result<Coverage, NothingToMatch> {
        let pack = RolePack::backend_engineer();
        let evidence = |resume: &Resume| Evidence::of(resume, pack, self.as_of);
        let page = match self.cut {
            Some(cut) => evidence(&cut.resume).moved(|path| cut.in_source(path)),
            None => Evidence::of_parsed(self.parsed, pack, self.as_of),
        };
        let master = match (self.whole, self.cut) {
            (Whole::Other(whole), _) => Some(Evidence::of_parsed(whole, pack, self.as_of)),
            (Whole::Own, Some(_)) => Some(evidence(&self.parsed.resume)),
            (Whole::Own, None) => None,
        };
        let requirements = requirement::read(&job.job, pack);
        let mut found = matching::cover(&page, &requirements, pack, master.as_ref())?;
        found.point(&self.parsed.places(), &job.places());
        Ok(found)
    }
}

/// A job that asks for nothing is no job that nobody fits.
pub fn nothing_to_match(job: &str, nothing: NothingToMatch) -> Failure {
    Failure::new(format!("{}: {nothing}", shown_name(job)))
        .hint("name the skills, techniques, degrees or languages under `must` and `nice`")
}
