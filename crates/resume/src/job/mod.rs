//! A job: what a company looks for and offers. Written as YAML by a hiring manager, or read from a
//! posting for people.
//!
//! Keys follow schema.org `JobPosting` where it has a name for the thing.

mod page;
mod parts;
mod words;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Stage;
use crate::model::{Place, record};

pub use page::{JobFact, JobPage, JobPart};
pub use parts::{JobSection, Organization, Pay, Remote, Round, ToolGroup, Wanted};
pub use words::{EmploymentType, JobOrigin, PayPeriod, RemoteScope};

record! {
    /// A job, written as YAML or JSON; every key is optional.
    Job {
        /// The title, as candidates would search for it: `Senior Backend Engineer`.
        title: Option<String>,
        /// The stage the job is meant for.
        stage: Option<Stage>,
        /// Your own number of this opening.
        identifier: Option<String>,
        /// Who hires.
        hiring_organization: Option<Organization>,
        /// The team: how many, what it runs, whom the job reports to.
        team: Option<String>,
        /// About the job, in a few sentences. A blank line begins a new paragraph.
        summary: Option<String>,
        /// The kind of contract.
        employment_type: Option<EmploymentType>,
        /// Places the work can be done at; nothing for work from anywhere.
        locations: Vec<Place>,
        /// How much of the work can be done from elsewhere.
        remote: Option<Remote>,
        /// What it pays.
        pay: Option<Pay>,
        /// The day it was posted, as `2026-11-30`.
        date_posted: Option<String>,
        /// The last day for applications, as `2027-01-31`.
        valid_through: Option<String>,
        /// When the work begins.
        start: Option<String>,
        /// What somebody new has reached after the first 90 days.
        outcomes: Vec<String>,
        /// What the job consists of.
        responsibilities: Vec<String>,
        /// What nobody can do the job without.
        must: Vec<Wanted>,
        /// What helps, and can be learned here.
        nice: Vec<Wanted>,
        /// Requirements of a posting that does not say which of them are needed.
        qualifications: Vec<Wanted>,
        /// How you work with people here, as behavior somebody can see.
        soft_skills: Vec<Wanted>,
        /// What has to be there before anything else: degree or equivalent, language, clearance.
        prerequisites: Vec<Wanted>,
        /// What you work with here, by category. It asks for as much as a duty does.
        tools: Vec<ToolGroup>,
        /// What you offer besides pay.
        benefits: Vec<String>,
        /// Rounds of the interviews, in order.
        process: Vec<Round>,
        /// Whom to ask for accommodations during the process, and how.
        accommodations: Option<String>,
        /// What you say about equal opportunity.
        equal_opportunity: Option<String>,
        /// What you say about tools that take part in the selection.
        selection_notice: Option<String>,
        /// Where to apply.
        apply_url: Option<String>,
        /// Parts of a posting that are none of the above.
        other: Vec<JobSection>,
    }
}

impl Job {
    /// The lists that say what is wanted, each with its key, in the order of the format.
    pub fn wanted(&self) -> [(&'static str, &[Wanted]); 5] {
        [
            ("must", &self.must),
            ("nice", &self.nice),
            ("qualifications", &self.qualifications),
            ("softSkills", &self.soft_skills),
            ("prerequisites", &self.prerequisites),
        ]
    }

    /// True when there is something a resume can be compared with.
    pub fn says_what_is_wanted(&self) -> bool {
        !self.responsibilities.is_empty() || self.wanted().iter().any(|(_, list)| !list.is_empty())
    }
}
