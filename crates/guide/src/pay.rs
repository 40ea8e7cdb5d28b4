//! What is known about pay, and how old it is.

use resume::{Date, Stage};
use roles::{Band, Earlier, Outlook, Pay, Wage};
use serde::Serialize;

/// Figures older than this many months are marked.
pub const STALE_MONTHS: i32 = 18;

/// Wages of an occupation with their age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AgedWage {
    /// The figures.
    #[serde(flatten)]
    pub wage: &'static Wage,
    /// Months since.
    pub months: i32,
    /// Older than [`STALE_MONTHS`].
    pub stale: bool,
    /// Earlier years, oldest first.
    pub earlier: Vec<&'static Earlier>,
}

/// What somebody published for a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AgedBand {
    /// The stage.
    pub stage: Stage,
    /// The band; `None` where there is no source, and so no figure.
    pub band: Option<&'static Band>,
    /// Months since; `None` without a date.
    pub months: Option<i32>,
    /// Older than [`STALE_MONTHS`], or of unknown age.
    pub stale: bool,
}

/// A projection with its age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AgedOutlook {
    /// What it says.
    #[serde(flatten)]
    pub outlook: &'static Outlook,
    /// Months since it was published.
    pub months: i32,
    /// Older than [`STALE_MONTHS`].
    pub stale: bool,
}

/// Pay as seen from a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PayView {
    /// The day.
    pub as_of: String,
    /// Where the figures hold.
    pub region: &'static str,
    /// ISO 4217.
    pub currency: &'static str,
    /// What has to be known to read them.
    pub note: &'static str,
    /// Wages of occupations, that of backend engineers first.
    pub wages: Vec<AgedWage>,
    /// One per stage.
    pub bands: Vec<AgedBand>,
    /// Projections.
    pub outlook: Vec<AgedOutlook>,
}

impl PayView {
    /// The figures with their age on the day `as_of`.
    pub fn of(pay: &'static Pay, as_of: &Date) -> Self {
        let months = |date: &str| months(date, as_of);
        let wages = pay.wage.iter().map(|wage| AgedWage {
            wage,
            months: months(&wage.date),
            stale: months(&wage.date) > STALE_MONTHS,
            earlier: pay.earlier.iter().filter(|earlier| earlier.code == wage.code).collect(),
        });
        let bands = Stage::ALL.map(|stage| {
            let band = pay.band.iter().find(|band| band.stage == stage);
            let age = band.and_then(|band| band.date.as_deref()).map(months);
            let stale = band.is_some() && age.is_none_or(|age| age > STALE_MONTHS);
            AgedBand { stage, band, months: age, stale }
        });
        let outlook = pay.outlook.iter().map(|outlook| AgedOutlook {
            outlook,
            months: months(&outlook.date),
            stale: months(&outlook.date) > STALE_MONTHS,
        });
        Self {
            as_of: as_of.to_string(),
            region: &pay.region,
            currency: &pay.currency,
            note: &pay.note,
            wages: wages.collect(),
            bands: bands.into(),
            outlook: outlook.collect(),
        }
    }
}

/// Whole months from a month to the month of a day; never below 0.
fn months(date: &str, as_of: &Date) -> i32 {
    let then = Date::parse(date).first_month(as_of);
    let now = as_of.first_month(as_of);
    then.zip(now).map_or(0, |(then, now)| now.saturating_sub(then).max(0))
}
