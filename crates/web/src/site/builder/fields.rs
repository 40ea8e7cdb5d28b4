//! What a form sends: pairs of name and value, sorted into a tree by the paths that are their names.
//!
//! A name is the path of a value in the resume that the form was made from: `work[0].name`,
//! `work[0].highlights[1].text`. The name of a list (`work`, `work[0].highlights`) says which of its
//! items stay and in which order: `2,0`; positions behind the last are new items.

use std::collections::BTreeMap;

use resume::{FieldPath, Segment};

use super::shape::{Kind, field_at};
use crate::site::fault::Fault;

/// Pairs at most; a long resume has a tenth of that.
const MOST_FIELDS: usize = 20_000;
/// Bytes of names and values at most, as of a file to edit.
const MOST_BYTES: usize = 2 << 20;
/// Bytes of a name at most.
const LONGEST_NAME: usize = 200;

/// What a form says of a value and of what lies below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields {
    /// The text of the field, or the order of the list.
    pub(crate) text: Option<String>,
    /// Fields of a part by key.
    pub(crate) keys: BTreeMap<String, Fields>,
    /// Items of a list by position.
    pub(crate) items: BTreeMap<usize, Fields>,
}

impl Fields {
    /// Sorts the pairs of a form; each name has to be the path of a field, and comes once.
    pub(crate) fn read<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Fault> {
        let mut root = Self::default();
        let mut bytes = 0;
        for (count, (name, value)) in pairs.into_iter().enumerate() {
            bytes += name.len() + value.len();
            if count >= MOST_FIELDS || bytes > MOST_BYTES {
                return Err(Fault::new(
                    axum::http::StatusCode::PAYLOAD_TOO_LARGE,
                    "this form is too large to be a resume",
                )
                .hint("nothing was saved; a resume is a few kilobytes of text"));
            }
            let place = root.at(&path(name)?);
            if place.text.replace(value.to_owned()).is_some() {
                return Err(Fault::bad_request(format!("the field `{name}` was sent twice")));
            }
        }
        Ok(root)
    }

    /// What is said of the value at `path`; made when nothing was.
    pub(crate) fn at(&mut self, path: &FieldPath) -> &mut Self {
        path.segments().iter().fold(self, |here, segment| match segment {
            Segment::Key(key) => here.keys.entry(key.to_string()).or_default(),
            Segment::Index(index) => here.items.entry(*index).or_default(),
        })
    }

    /// What is said of the value at `path`.
    pub(crate) fn get(&self, path: &FieldPath) -> Option<&Self> {
        path.segments().iter().try_fold(self, |here, segment| match segment {
            Segment::Key(key) => here.keys.get(key.as_ref()),
            Segment::Index(index) => here.items.get(index),
        })
    }

    /// True when nothing below holds anything but white space.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.as_ref().is_none_or(|text| text.trim().is_empty())
            && self.keys.values().chain(self.items.values()).all(Self::is_blank)
    }
}

/// The path of a field that has a text, or of a list.
fn path(name: &str) -> Result<FieldPath, Fault> {
    let shown: String = name.chars().take(60).collect();
    let unknown = || {
        Fault::bad_request(format!("a resume has no field `{shown}`"))
            .hint("nothing was saved; load the page again")
    };
    if name.len() > LONGEST_NAME {
        return Err(unknown());
    }
    let path = name.parse::<FieldPath>().map_err(|_| unknown())?;
    let holds_text = |kind: Kind| !matches!(kind, Kind::Part(_));
    let field = field_at(&path).filter(|field| holds_text(field.kind)).ok_or_else(unknown)?;
    // The last step of a list has to be its key: an item has no text of its own.
    let is_item = matches!(path.segments().last(), Some(Segment::Index(_)));
    let one_spelling = path.to_string() == name;
    if !one_spelling || is_item && field.kind.is_list() { Err(unknown()) } else { Ok(path) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: bool) {
        assert_eq!(Fields::read([(name, "x")]).is_ok(), expected, "{name:.80}");
    }

    #[test]
    fn names_are_paths_of_fields_and_lists() {
        for name in [
            "basics.name",
            "basics.location.city",
            "basics.profiles[0].url",
            "work",
            "work[0].name",
            "work[7].highlights",
            "work[0].highlights[1].text",
            "work[0].highlights[1].tags",
            "projects[0].highlights[0].evidence",
            "skills[1].keywords",
            "vitae.stage",
            "work[999999999].name",
        ] {
            check(name, true);
        }
        for name in [
            "",
            "name",
            "basics",
            "basics.location",
            "work[0]",
            "work.name",
            "work[0].highlights[1]",
            "work[0].highlights.text",
            "basics[0].name",
            "work[-1].name",
            "work[01].name",
            "work[0]x.name",
            "work[0][1].name",
            "work[99999999999999999999].name",
            "__proto__",
            "vitae.variants",
            "skills[1].keywords[0]",
            "$schema",
            "work[0].name.",
            ".work",
        ] {
            check(name, false);
        }
        check(&"work[0].".repeat(10_000), false);
    }

    #[test]
    fn a_form_has_an_end() {
        let many: Vec<String> = (0..=MOST_FIELDS).map(|at| format!("work[{at}].name")).collect();
        assert!(Fields::read(many.iter().map(|name| (name.as_str(), ""))).is_err());
        let long = "x".repeat(MOST_BYTES);
        assert!(Fields::read([("basics.summary", long.as_str())]).is_err());
        assert!(Fields::read([("work", "0"), ("work", "0")]).is_err());
        assert_eq!(Fields::read([]).ok(), Some(Fields::default()));
    }
}
