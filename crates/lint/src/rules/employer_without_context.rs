//! `employer-without-context`: nothing says what the employer does or how big it is.

use std::sync::LazyLock;

use resume::model::Work;
use resume::{FieldPath, Severity};
use roles::PhraseSet;

use crate::career::same_employer;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{filled, is_exactly, says, set};

declare_rule! {
    /// A recent employer is named, and nothing says what it does.
    ///
    /// ## Why
    /// The same bullet means something else at a bank with 40 million accounts and in a team of
    /// four. One clause about the employer lets a panel grade your work at its true size.
    ///
    /// ## What to do
    /// Add a few words as `description`: what they make, for whom, how big. A scope line of the
    /// role that says it does the same.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Brackwater
    ///     position: Backend Engineer
    ///     highlights: [Moved the nightly export to Kafka]
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Brackwater
    ///     description: Retail analytics, 300 shops
    ///     position: Backend Engineer
    ///   - name: Tollhaven
    ///     position: Backend Engineer
    ///     summary: Owns seat inventory for 12 ferry lines
    /// ```
    ///
    /// A name that says it, and a name everybody knows, need no clause; of several roles at one
    /// employer one says it for all.
    ///
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     position: Backend Engineer
    ///   - name: Netflix
    ///     position: Backend Engineer
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Brackwater
    ///     position: Senior Backend Engineer
    ///   - name: Brackwater
    ///     description: Retail analytics, 300 shops
    ///     position: Backend Engineer
    /// ```
    "employer-without-context", Severity::Info, Topic::Scope => check
}

/// Roles whose employer a panel looks at.
const RECENT_ROLES: usize = 2;

/// Words of a name that say what the firm does.
static TRADES: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "bank|bancorp|insurance|assurance|mutual|capital|payments|pay|finance|financial|fintech",
        "university|college|institute|polytechnic|school|academy|laboratory|laboratories|lab|labs",
        "hospital|hospitals|clinic|clinics|diagnostics|health|healthcare|medical|pharma|clinical",
        "airlines|airways|airline|railway|railways|rail|ferries|transit|logistics|freight|shipping",
        "parcels|post|postal|mobility|taxi|motors|automotive|aerospace|energy|electric|power|water",
        "telecom|telekom|mobile|broadband|media|news|radio|television|studios|games|gaming|music",
        "hotels|travel|foods|grocery|retail|stores|shop|books|publishing|analytics|robotics|steel",
        "security|hosting|cloud|databases|semiconductor|semiconductors|maps|weather",
        "city|department|ministry of",
        "ministry|government|police|army|navy|council|agency|stealth .. startup",
        "stealth",
        "freelance",
        "self employed",
        "various clients",
        "consulting|consultants",
    ])
});

/// Parts of such words in several languages.
const STEMS: [&str; 20] = [
    "bank", "banco", "banque", "banca", "sparkasse", "klinik", "hospita", "hopital", "hôpital",
    "krankenhaus", "insur", "versicher", "assuran", "universi", "hochschule", "airline", "logisti",
    "tele", "software", "école",
];

/// Names a panel knows anywhere.
static KNOWN: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "google|amazon|apple|microsoft|meta|facebook|netflix|nvidia|intel|amd|ibm|oracle|sap",
        "adobe|salesforce|cisco|vmware|dell|hp|siemens|bosch|samsung|sony|huawei|alibaba|tencent",
        "amazon web services",
        "aws",
        "stripe|paypal|klarna|visa|mastercard|square|block|shopify|ebay",
        "uber|lyft|airbnb|booking|expedia|zalando|spotify|twitter|x|linkedin|pinterest|snap|reddit",
        "booking com",
        "cloudflare|fastly|akamai|github|gitlab|atlassian|slack|zoom|dropbox|twilio",
        "datadog|elastic|mongodb|confluent|databricks|snowflake|hashicorp",
        "red hat",
        "goldman sachs",
        "jp morgan",
        "jpmorgan|barclays|hsbc|revolut|bloomberg|accenture|deloitte",
        "electronic arts",
        "epic games",
        "tesla|spacex|bmw|volkswagen|toyota|nasa|cern|bbc|ikea",
        "tiktok|bytedance|baidu|grab|gojek|flipkart|infosys|tcs|wipro|capgemini|thoughtworks",
        "mercado libre",
        "mercadolibre|nubank|walmart|target|philips|ericsson|nokia|vodafone|orange",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let work = &cx.resume.work;
    for (at, role) in work.iter().enumerate().take(RECENT_ROLES) {
        let Some(name) = filled(role.name.as_ref()) else { continue };
        let again = work[..at].iter().any(|other| same_employer(other, role));
        let said = work.iter().any(|other| {
            (std::ptr::eq(other, role) || same_employer(other, role)) && has_context(other)
        });
        if again || said || says_trade(name) || is_exactly(&KNOWN, name) {
            continue;
        }
        findings.add(
            FieldPath::root().key("work").index(at),
            format!("what does {name} make, and how big is it?"),
            "add a few words as `description`: what they make, for whom, how big",
        );
    }
}

/// The name says what the firm does: `Harbor Insurance`, `Commerzbank`.
fn says_trade(name: &str) -> bool {
    let lower = name.to_lowercase();
    says(&TRADES, name) || STEMS.iter().any(|stem| lower.contains(stem))
}

fn has_context(role: &Work) -> bool {
    filled(role.description.as_ref()).is_some() || filled(role.summary.as_ref()).is_some()
}
