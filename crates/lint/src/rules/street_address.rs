//! `street-address`: the page says where its author lives.

use std::sync::LazyLock;

use resume::{FieldPath, Fix, Severity};
use roles::PhraseSet;

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{filled, says, set, shortened};

declare_rule! {
    /// The page names a street and house number.
    ///
    /// ## Why
    /// Nobody writes letters to applicants. The address tells strangers where you live, and the
    /// distance to the office may be held against you.
    ///
    /// ## What to do
    /// City and country are enough. Keep the street where a form or a custom of the country asks
    /// for it.
    ///
    /// ```yaml,flagged
    /// basics:
    ///   location: {address: 14 Quayside Road, city: Bristol, countryCode: GB}
    /// ```
    /// ```yaml,flagged
    /// basics:
    ///   location: {city: "Lindenstraße 8, Bremen"}
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   location: {city: Bristol, region: England, countryCode: GB}
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   location: {address: Remote in Europe, city: St. Gallen}
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   location: {city: Paris 11}
    /// ```
    "street-address", Severity::Info, Topic::Format => check
}

static STREETS: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "street|road|avenue|lane|drive|boulevard|terrace|crescent|court|square|close|way|place",
        "rd|ave|ln|blvd|dr|apt|apartment|flat|suite|unit",
        "rue|calle|via|viale|avenida|rua|ulica|ul",
        "weg|platz|allee|strasse|straße|gata|gatan|laan|straat",
    ])
});

/// Words of an address that a message quotes.
const MOST_WORDS: usize = 6;

/// Endings of street names written as one word.
const ENDINGS: [&str; 7] = ["strasse", "straße", "weg", "platz", "straat", "gatan", "vägen"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(place) = cx.resume.basics.as_ref().and_then(|basics| basics.location.as_ref()) else {
        return;
    };
    let path = FieldPath::root().key("basics").key("location");
    for (key, text) in [("address", &place.address), ("city", &place.city)] {
        let Some(text) = filled(text.as_ref()).filter(|text| is_street(text)) else { continue };
        let message = format!("\"{}\" tells strangers where you live", shortened(text, MOST_WORDS));
        let hint = "city and country are enough";
        let fix = (key == "address")
            .then(|| Fix::remove("Remove the street address", path.key("address")));
        findings.add(path.key(key), message, hint).fix = fix;
    }
}

/// A house number beside the name of a street.
fn is_street(text: &str) -> bool {
    let number = text.contains(|c: char| c.is_ascii_digit());
    let ends = |word: &str| ENDINGS.iter().any(|ending| word.ends_with(ending));
    number && (says(&STREETS, text) || roles::words(text).iter().any(|word| ends(&word.norm)))
}
