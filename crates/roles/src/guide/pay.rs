//! What is known about pay. Every figure has a source; where there is none, there is no figure.

use resume::Stage;
use serde::{Deserialize, Serialize};

/// Figures about pay, with what they mean.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Pay {
    /// Where all of them hold.
    pub region: String,
    /// ISO 4217.
    pub currency: String,
    /// What has to be known to read them.
    pub note: String,
    /// Wages of occupations.
    pub wage: Vec<Wage>,
    /// The same of earlier years.
    pub earlier: Vec<Earlier>,
    /// Bands by stage; stages without one have no source.
    pub band: Vec<Band>,
    /// How many jobs there will be, by whom.
    pub outlook: Vec<Outlook>,
}

/// Yearly wages of an occupation before tax, without bonus and equity. `p10` to `p90` are
/// percentiles: a tenth earn less than `p10`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Wage {
    /// Who published it.
    pub source: String,
    /// The month it holds for, as `2025-05`.
    pub date: String,
    /// Its name there.
    pub occupation: String,
    /// Its code in the Standard Occupational Classification.
    pub code: String,
    /// Roles it comes closest to: `backend`, or ids of [`CareerPath`](super::CareerPath).
    pub paths: Vec<String>,
    /// People employed.
    pub employed: u64,
    /// 10th percentile.
    pub p10: u32,
    /// 25th percentile.
    pub p25: u32,
    /// Half earn less.
    pub median: u32,
    /// 75th percentile.
    pub p75: u32,
    /// 90th percentile.
    pub p90: u32,
}

/// The same occupation in an earlier year.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Earlier {
    /// The occupation.
    pub code: String,
    /// The month.
    pub date: String,
    /// People employed.
    pub employed: u64,
    /// Median yearly wage.
    pub median: u32,
}

/// A band for a stage that somebody published.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// For which stage.
    pub stage: Stage,
    /// Who published it.
    pub source: String,
    /// The month, when its source tells one.
    pub date: Option<String>,
    /// What its ends mean.
    pub meaning: String,
    /// Lower end.
    pub low: u32,
    /// Upper end.
    pub high: u32,
}

/// A projection of how many jobs there will be.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Outlook {
    /// Who published it.
    pub source: String,
    /// The month of publication.
    pub date: String,
    /// Which people it counts.
    pub counts: String,
    /// What it says.
    pub text: String,
}
