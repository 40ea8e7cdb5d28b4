//! What a heading means: the key JSON Resume files its section under.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use roles::{RolePack, words};

/// The key of the section called `heading`, by the headings people use; `summary` stands for
/// `basics.summary`, and contact details are no section.
pub(super) fn section(heading: &str) -> Option<&'static str> {
    static KEYS: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
        let sections = RolePack::backend_engineer().sections.iter();
        let named = sections.flat_map(|section| {
            section.names.iter().map(|name| (folded(name), section.key.as_str()))
        });
        named.collect()
    });
    // No heading has this many characters, and folding costs time.
    let heading = heading.get(..heading.len().min(120)).unwrap_or_default();
    KEYS.get(&folded(heading)).copied().filter(|key| *key != "basics")
}

/// The words of a heading without `and`, so that `Honors & Awards` is `honors and awards`.
fn folded(heading: &str) -> String {
    let words = words(heading);
    let norms: Vec<&str> =
        words.iter().map(|word| word.norm.as_str()).filter(|norm| *norm != "and").collect();
    norms.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_meaning() {
        for (heading, expected) in [
            ("experience", Some("work")),
            ("professional_experience", Some("work")),
            ("Honors & Awards", Some("awards")),
            ("Technical Skills", Some("skills")),
            ("Open-Source Projects", Some("projects")),
            ("summary", Some("summary")),
            ("Contact", None),
            ("Welcome to my page!", None),
            ("", None),
        ] {
            assert_eq!(section(heading), expected, "{heading}");
        }
    }
}
