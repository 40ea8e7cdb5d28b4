//! `unreadable-date`: a date that is none.

use resume::{Date, FieldPath, Resume, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A date cannot be read.
    ///
    /// ## Why
    /// Experience is counted from dates, by us and by every application form. A date that cannot
    /// be read counts as none: the role it belongs to adds no experience.
    ///
    /// ## What to do
    /// Write `2022-03`, `Mar 2022` or `2022`; `present` for an end that has not come. A season
    /// means other months elsewhere in the world, so name the month.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: Fall 2022
    /// ```
    /// ```yaml,flagged
    /// education:
    ///   - institution: Zeeland Polytechnic
    ///     startDate: 2019 - 2021
    /// ```
    /// ```yaml,flagged
    /// certificates:
    ///   - name: Operations of PostgreSQL
    ///     date: last spring
    /// publications:
    ///   - name: Fencing tokens in a ferry terminal
    ///     releaseDate: 2024-13
    /// ```
    /// ```yaml,flagged
    /// vitae: {asOf: yesterday}
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     startDate: Sept. 2022
    ///     endDate: present
    ///   - name: Brackwater Data
    ///     startDate: 03/2019
    ///     endDate: "2022"
    /// ```
    /// ```yaml,clean
    /// education:
    ///   - institution: Zeeland Polytechnic
    ///     endDate: 2018-06-30
    /// ```
    "unreadable-date", Severity::Error, Topic::Format => check
}

/// The dates of one entry, by key.
pub(super) struct Dated<'a> {
    /// The section's key.
    pub(super) section: &'static str,
    /// Which entry.
    pub(super) path: FieldPath,
    /// Keys with their dates, start before end.
    pub(super) dates: Vec<(&'static str, &'a Date)>,
}

impl<'a> Dated<'a> {
    /// The date under `key`.
    pub(super) fn date(&self, key: &str) -> Option<&'a Date> {
        self.dates.iter().find(|(name, _)| *name == key).map(|(_, date)| *date)
    }
}

/// Every entry that has a date, section by section.
pub(super) fn dated(resume: &Resume) -> Vec<Dated<'_>> {
    /// An entry of one section with its keys.
    macro_rules! section {
        ($name:ident: $($key:literal $field:ident),+) => {
            resume.$name.iter().enumerate().map(|(index, entry)| Dated {
                section: stringify!($name),
                path: FieldPath::root().key(stringify!($name)).index(index),
                dates: [$(($key, entry.$field.as_ref())),+]
                    .into_iter()
                    .filter_map(|(key, date)| Some((key, date?)))
                    .collect(),
            })
        };
    }
    section!(work: "startDate" start_date, "endDate" end_date)
        .chain(section!(volunteer: "startDate" start_date, "endDate" end_date))
        .chain(section!(education: "startDate" start_date, "endDate" end_date))
        .chain(section!(projects: "startDate" start_date, "endDate" end_date))
        .chain(section!(awards: "date" date))
        .chain(section!(certificates: "date" date))
        .chain(section!(publications: "releaseDate" release_date))
        .filter(|entry| !entry.dates.is_empty())
        .collect()
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let as_of = cx.resume.vitae.as_ref().and_then(|settings| settings.as_of.as_ref());
    if let Some(Date::Unreadable(text)) = as_of {
        let path = resume::FieldPath::root().key("vitae").key("asOf");
        findings.add(
            path,
            format!("\"{text}\" is not a day, so the current one stands for today"),
            "write a day, e.g. `2026-11-30`, and the report never changes by itself",
        );
    }
    for entry in dated(cx.resume) {
        for (key, date) in &entry.dates {
            let Date::Unreadable(text) = date else { continue };
            let path = entry.path.key(*key);
            if text.is_empty() {
                findings.add(path, format!("`{key}` is empty"), when_empty(key));
            } else {
                findings.add(path, format!("\"{text}\" is not a date"), hint(text));
            }
        }
    }
}

fn when_empty(key: &str) -> &'static str {
    if key == "endDate" {
        "write `present` while it goes on, or remove the key"
    } else {
        "write the date, e.g. `2022-03`, or remove the key"
    }
}

fn hint(text: &str) -> &'static str {
    let lower = text.to_lowercase();
    let years = lower.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let open = ["present", "now", "current"].iter().any(|word| lower.contains(word));
    let season = ["spring", "summer", "fall", "autumn", "winter"];
    if years.count() >= 2 || (open && lower.contains(|c: char| c.is_ascii_digit())) {
        "these are two dates: write one as `startDate`, the other as `endDate`"
    } else if season.iter().any(|word| lower.contains(word)) {
        "name the month instead of the season, e.g. `2022-09`"
    } else {
        "write `2022-03`, `Mar 2022` or `2022`; `present` for an end that has not come"
    }
}
