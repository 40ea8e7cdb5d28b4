//! Keys that JSON Resume had before 1.0, under their names of today.
//!
//! Thousands of files still have them, and each can mean one thing only.

use super::schema::Record;

/// The mapping, the old key, and its name of today.
const RENAMED: &[(&str, &str, &str)] = &[
    ("Resume", "bio", "basics"),
    ("Resume", "hobbies", "interests"),
    ("Basics", "picture", "image"),
    ("Basics", "website", "url"),
    ("Place", "state", "region"),
    ("Work", "company", "name"),
    ("Work", "website", "url"),
    ("Volunteer", "website", "url"),
    ("Education", "gpa", "score"),
    ("Award", "awardDate", "date"),
    ("Publication", "website", "url"),
];

/// What `key` of `record` is called today.
pub(super) fn today(record: &Record, key: &str) -> Option<&'static str> {
    RENAMED
        .iter()
        .find(|(name, old, _)| *name == record.name && *old == key)
        .map(|(_, _, today)| *today)
}

#[cfg(test)]
mod tests {
    use super::super::schema::shapes;
    use super::*;

    #[test]
    fn every_old_name_leads_to_a_key_and_is_none_itself() {
        for (name, old, new) in RENAMED {
            let record = shapes().record(name).unwrap_or_else(|| shapes().root());
            assert_eq!(record.name, *name);
            assert!(record.field(old).is_none() && record.field(new).is_some(), "{name}.{old}");
            assert_eq!(today(record, old), Some(*new));
        }
    }
}
