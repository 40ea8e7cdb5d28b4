//! `unusual-paper`: a sheet that is not sold where the author lives.

use resume::model::Paper;
use resume::{FieldPath, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::filled;

declare_rule! {
    /// The page is set on paper that is not used in the country it names.
    ///
    /// ## Why
    /// Printed on the other size, a page loses a strip or is scaled, and a full page may spill
    /// onto a second sheet.
    ///
    /// ## What to do
    /// Write `paper: letter` under `vitae:` for North America and `paper: a4` elsewhere. Applying
    /// abroad, take the paper of the reader and ignore this.
    ///
    /// ```yaml,flagged
    /// vitae: {paper: letter}
    /// basics: {location: {city: Ghent, countryCode: BE}}
    /// ```
    /// ```yaml,flagged
    /// vitae: {paper: a4}
    /// basics: {location: {city: Toledo, countryCode: US}}
    /// ```
    /// ```yaml,clean
    /// vitae: {paper: letter}
    /// basics: {location: {city: Toledo, countryCode: us}}
    /// ```
    /// ```yaml,clean
    /// basics: {location: {city: Ghent, countryCode: BE}}
    /// ```
    /// ```yaml,clean
    /// vitae: {paper: letter}
    /// basics: {location: {city: Anywhere}}
    /// ```
    "unusual-paper", Severity::Info, Topic::Format => check
}

/// Countries that print on US letter.
const LETTER: [&str; 12] = ["US", "CA", "MX", "PH", "CL", "CO", "VE", "GT", "CR", "PR", "PA", "DO"];
/// Countries of these where both sizes are common.
const BOTH: [&str; 9] = ["MX", "PH", "CL", "CO", "VE", "GT", "CR", "PA", "DO"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let resume = cx.resume;
    let Some(paper) = resume.vitae.as_ref().and_then(|settings| settings.paper) else { return };
    let place = resume.basics.as_ref().and_then(|basics| basics.location.as_ref());
    let Some(country) = place.and_then(|place| filled(place.country_code.as_ref())) else { return };
    let country = country.to_uppercase();
    let usual = if LETTER.contains(&country.as_str()) { Paper::Letter } else { Paper::A4 };
    if country.len() != 2 || paper == usual || BOTH.contains(&country.as_str()) {
        return;
    }
    findings.add(
        FieldPath::root().key("vitae").key("paper"),
        format!("{} is not the paper people print on in {country}", paper.as_str()),
        format!("write `paper: {}`, unless your readers are elsewhere", usual.as_str()),
    );
}
