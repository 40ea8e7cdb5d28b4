//! `unclear-pay`: no band of pay that a candidate can decide by.

use resume::job::Pay;
use resume::{FieldPath, Severity};

use crate::job::{JobContext, Kind, declare_job_rule, law_of, names_only_lawless_countries};
use crate::rule::Findings;

/// A band that is wider than this says little.
const WIDEST: f64 = 1.6;

declare_job_rule! {
    /// There is no band of pay that a candidate can decide by.
    ///
    /// ## Why
    /// Pay is what candidates look for first. "Competitive" and "up to" are read as low, and weeks of
    /// interviews end at a number both sides could have known. California, Colorado, New York and
    /// Washington ask for a band in the posting, the European Union (Directive 2023/970, from
    /// June 2026) for one before the interview: there the finding is an error. It is a note where all
    /// places of the job are in countries without such a rule that we know of. This is no legal advice.
    ///
    /// ## What to do
    /// Give least and most, currency and period, and beside it bonus and equity. The most should not be
    /// more than 1.6 times the least: otherwise two jobs are meant.
    ///
    /// ```job,flagged
    /// title: Backend Engineer
    /// pay: {note: Competitive salary}
    /// ```
    /// ```job,flagged
    /// title: Backend Engineer
    /// benefits: [Competitive salary and equity]
    /// ```
    /// ```job,flagged
    /// pay: {currency: EUR, max: 90000, period: year}
    /// ```
    /// ```job,flagged
    /// pay: {currency: EUR, min: 50000, max: 120000, period: year}
    /// ```
    /// ```job,flagged
    /// pay: {min: 62000, max: 78000, period: year}
    /// ```
    /// ```job,clean
    /// pay: {currency: EUR, min: 62000, max: 78000, period: year}
    /// ```
    /// ```job,clean
    /// pay: {currency: USD, min: 165000, max: 210000, period: year, note: plus equity}
    /// locations: [{city: New York, region: NY, countryCode: US}]
    /// ```
    "unclear-pay", Severity::Warning => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    if cx.is_empty() && cx.job.pay.is_none() {
        return;
    }
    let path = FieldPath::root().key("pay");
    let nothing = Pay::default();
    let pay = cx.job.pay.as_ref().unwrap_or(&nothing);
    let severity = match law_of(cx.job, cx.wording, cx.today) {
        Some(_) => Severity::Error,
        None if names_only_lawless_countries(cx.job) => Severity::Info,
        None => findings.severity,
    };
    let hint = match law_of(cx.job, cx.wording, cx.today) {
        Some(law) => format!(
            "give least and most, currency and period; {} asks for it ({})",
            law.name, law.source
        ),
        None => "give least and most, currency and period".to_owned(),
    };
    let (key, message) = match (pay.min, pay.max) {
        (None, None) => return nothing_named(cx, findings, severity, hint),
        (Some(_), None) => ("min", "the band of pay is open above".to_owned()),
        (None, Some(_)) => ("max", "the band of pay is open below".to_owned()),
        (Some(min), Some(max)) if max < min => {
            ("min", format!("the least, {min}, is more than the most, {max}"))
        }
        (Some(min), Some(max)) if f64::from(max) > WIDEST * f64::from(min) => {
            ("max", format!("the band from {min} to {max} is too wide to tell what the job pays"))
        }
        (Some(_), Some(_)) => {
            let missing: Vec<&str> = [
                ("currency", crate::wording::filled(pay.currency.as_ref()).is_none()),
                ("period", pay.period.is_none()),
            ]
            .into_iter()
            .filter_map(|(name, is_missing)| is_missing.then_some(name))
            .collect();
            if !missing.is_empty() {
                let message = format!("the band of pay has no {}", missing.join(" and no "));
                findings.add(path, message, hint).severity = severity;
            }
            return;
        }
    };
    findings.add(path.key(key), message, hint).severity = severity;
}

/// No amount at all: where it says something else instead, that is the place.
fn nothing_named(
    cx: &JobContext<'_>,
    findings: &mut Findings<'_>,
    severity: Severity,
    hint: String,
) {
    let empty = cx.texts.iter().filter(|text| {
        let is_pay = text.kind == Kind::Note && text.path.to_string().starts_with("pay");
        // `up to` and `from` say something of pay only where pay is meant.
        is_pay
            || text.kind == Kind::Benefit
            || text.words.iter().any(|word| is_pay_word(&word.norm))
    });
    for text in empty {
        let found = cx.wording.empty_pay.find(&text.words);
        let said = |found: &roles::Match| text.bytes(&found.words);
        let about_pay = |found: &&roles::Match| {
            let words = &text.words[found.words.clone()];
            text.kind == Kind::Note
                || words.iter().any(|word| is_pay_word(&word.norm) || word.norm == "commensurate")
        };
        if let Some(found) = found.iter().find(about_pay) {
            let range = said(found);
            let message = format!("\"{}\" names no pay", text.said(&range));
            findings.add_said(text, range, message, hint).severity = severity;
            return;
        }
    }
    let path = FieldPath::root().key("pay");
    findings.add(path, "the job does not say what it pays", hint).severity = severity;
}

fn is_pay_word(norm: &str) -> bool {
    matches!(
        norm,
        "salary"
            | "salaries"
            | "pay"
            | "compensation"
            | "remuneration"
            | "wage"
            | "wages"
            | "package"
    )
}
