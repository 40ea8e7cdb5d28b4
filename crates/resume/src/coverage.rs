//! What a resume shows of what a job asks for, requirement by requirement.

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::grade::Quote;
use crate::{Date, FieldPath, Places};

/// How much a requirement matters.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum RequirementKind {
    /// Without it the job cannot be done.
    Must,
    /// It helps.
    Nice,
    /// A duty of the job, which asks for what it takes.
    Duty,
}

/// What a page shows of one thing. Ordered from the strongest to the weakest.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// A claim of work shows it, under the name the job uses.
    Proved,
    /// A claim of work shows it, under another name: `Postgres` for `PostgreSQL`.
    OtherName,
    /// A claim of work shows something that cannot be done without it: EKS for Kubernetes.
    Implied,
    /// A claim of work shows it, long ago.
    Stale,
    /// Some of what the requirement asks for is shown, and some is not.
    Partly,
    /// It is only named: in a list of skills or in the summary.
    ListedOnly,
    /// A claim of work shows something close: `MariaDB` for `MySQL`. Never as good as the thing itself.
    Related,
    /// The whole resume has it, this variant leaves it out.
    InMasterOnly,
    /// The page does not say. That is not the same as "cannot".
    NotStated,
    /// No page can show it: a trait, a permit, a willingness.
    Unverifiable,
    /// It names nothing that could be looked up; somebody has to read it.
    NotCompared,
}

impl Status {
    /// All of them, from the strongest to the weakest.
    pub const ALL: [Self; 11] = [
        Self::Proved,
        Self::OtherName,
        Self::Implied,
        Self::Stale,
        Self::Partly,
        Self::ListedOnly,
        Self::Related,
        Self::InMasterOnly,
        Self::NotStated,
        Self::Unverifiable,
        Self::NotCompared,
    ];

    /// The word used in data and output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proved => "proved",
            Self::OtherName => "other-name",
            Self::Implied => "implied",
            Self::Stale => "stale",
            Self::Partly => "partly",
            Self::ListedOnly => "listed-only",
            Self::Related => "related",
            Self::InMasterOnly => "in-master-only",
            Self::NotStated => "not-stated",
            Self::Unverifiable => "unverifiable",
            Self::NotCompared => "not-compared",
        }
    }

    /// True when the page shows the thing itself, however weakly.
    pub fn is_on_page(self) -> bool {
        self <= Self::ListedOnly
    }
}

/// One skill of a requirement, or one way to satisfy it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SkillCoverage {
    /// Id in the vocabulary of the role; the name itself for a skill that is not in it.
    pub skill: String,
    /// As people write it.
    pub name: String,
    /// What the page shows of it.
    pub status: Status,
    /// How much of it is shown, 0–1.
    pub credit: f64,
    /// Names of what the job would take instead.
    pub alternatives: Vec<String>,
    /// The name the page uses, when it is another one or only implies it.
    pub shown_as: Option<String>,
    /// The strongest words first.
    pub quotes: Vec<Quote>,
    /// Months of work that show it, overlaps counted once.
    pub months: Option<u32>,
    /// The last month somebody worked with it.
    #[schemars(with = "Option<String>")]
    pub last_used: Option<Date>,
    /// True when the exact word of the job stands somewhere on the page.
    pub literal: bool,
}

/// One requirement of a job and what the page shows of it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Covered {
    /// Stable within the job: `must-3`, or the id the job gives it.
    pub id: String,
    /// Where it stands in the job.
    #[schemars(with = "String")]
    pub path: FieldPath,
    /// Bytes of the text at `path`.
    #[serde(skip)]
    pub range: Range<usize>,
    /// One-based line in the job's file; `null` before [`Coverage::point`] gave it its place.
    pub line: Option<usize>,
    /// The requirement in the words of the job.
    pub text: String,
    /// How much it matters.
    pub kind: RequirementKind,
    /// Its share of the whole, 0–1; the shares of all requirements that count add up to 1.
    pub weight: f64,
    /// What the page shows of it, all in all.
    pub status: Status,
    /// How much of it is shown, 0–1.
    pub credit: f64,
    /// How much of it is missing in the sense of the ceiling, 0–1; always 0 when it is no must.
    pub missing: f64,
    /// Skill by skill; of alternatives the one that is shown best.
    pub skills: Vec<SkillCoverage>,
    /// Words of the page that show it, the strongest first.
    pub quotes: Vec<Quote>,
    /// What is open about years, degree or language, in words.
    pub notes: Vec<String>,
    /// What its author can do about it; never a text that claims it.
    pub action: Option<String>,
}

/// What a resume shows of a job.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// 0–100: what a reader finds. Rounded to one decimal.
    pub fit: f64,
    /// 0–100: what a machine finds that looks for the exact words of the job.
    pub literal: f64,
    /// `fit` before the ceiling, 0–100.
    pub uncapped: f64,
    /// The requirements that hold `fit` below what the rest would give; ids.
    pub capped_by: Vec<String>,
    /// The ceiling they set, 0–100.
    pub cap: Option<f64>,
    /// Every requirement, in the order of the job.
    pub requirements: Vec<Covered>,
}

impl Coverage {
    /// Gives requirements and quotes the lines they stand on in their files.
    pub fn point(&mut self, resume: &Places<'_>, job: &Places<'_>) {
        for one in &mut self.requirements {
            one.line = Some(job.at(&one.path, Some(one.range.clone())).line);
            let of_skills = one.skills.iter_mut().flat_map(|skill| &mut skill.quotes);
            for quote in one.quotes.iter_mut().chain(of_skills) {
                let place = if quote.path == FieldPath::root() {
                    // Words of a document that no value was made of.
                    resume.in_text(quote.range.clone())
                } else {
                    resume.at(&quote.path, Some(quote.range.clone()))
                };
                quote.line = Some(place.line);
            }
        }
    }

    /// Requirements of a kind, in the order of the job.
    pub fn of_kind(&self, kind: RequirementKind) -> impl Iterator<Item = &Covered> {
        self.requirements.iter().filter(move |one| one.kind == kind)
    }
}

impl RequirementKind {
    /// All kinds, the strictest first.
    pub const ALL: [Self; 3] = [Self::Must, Self::Nice, Self::Duty];

    /// The word used in data and output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Nice => "nice",
            Self::Duty => "duty",
        }
    }
}

impl Status {
    /// What it means, in a few words for people.
    pub fn words(self) -> &'static str {
        match self {
            Self::Proved => "proved",
            Self::OtherName => "under another name",
            Self::Implied => "implied",
            Self::Stale => "long ago",
            Self::Partly => "partly",
            Self::ListedOnly => "listed only",
            Self::Related => "something close",
            Self::InMasterOnly => "not in this variant",
            Self::NotStated => "not stated",
            Self::Unverifiable => "no page can show it",
            Self::NotCompared => "not compared",
        }
    }
}

/// `4 years`, `2 years 3 months`, `5 months`.
pub fn span(months: u32) -> String {
    let count = |count: u32, what: &str| match count {
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    };
    match (months / 12, months % 12) {
        (0, months) => count(months, "month"),
        (years, 0) => count(years, "year"),
        (years, months) => format!("{} {}", count(years, "year"), count(months, "month")),
    }
}
