//! The address of a value in a resume: `work[2].highlights[0]`.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One step of a [`FieldPath`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// A key of a mapping, as written.
    Key(Cow<'static, str>),
    /// A zero-based position in a list.
    Index(usize),
}

/// The address of a value in a resume. The empty path is the whole document.
///
/// Written as `work[2].highlights[0]`; a key that is not a plain word is quoted: `x["a b"]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldPath(Vec<Segment>);

impl FieldPath {
    /// The whole document.
    pub fn root() -> Self {
        Self::default()
    }

    /// This path with one more key.
    #[must_use]
    pub fn key(&self, key: impl Into<Cow<'static, str>>) -> Self {
        self.with(Segment::Key(key.into()))
    }

    /// This path with one more list position.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Segment::Index(index))
    }

    fn with(&self, segment: Segment) -> Self {
        let mut segments = Vec::with_capacity(self.0.len() + 1);
        segments.extend_from_slice(&self.0);
        segments.push(segment);
        Self(segments)
    }

    /// The path without its last step; `None` for the root.
    pub fn parent(&self) -> Option<Self> {
        let (_, rest) = self.0.split_last()?;
        Some(Self(rest.to_vec()))
    }

    /// The steps from the root.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// True when `self` is `prefix` or lies below it.
    pub fn starts_with(&self, prefix: &Self) -> bool {
        self.0.starts_with(&prefix.0)
    }
}

impl FromIterator<Segment> for FieldPath {
    fn from_iter<T: IntoIterator<Item = Segment>>(steps: T) -> Self {
        Self(steps.into_iter().collect())
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '$'))
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Key(key) if is_plain(key) && position == 0 => f.write_str(key)?,
                Segment::Key(key) if is_plain(key) => write!(f, ".{key}")?,
                Segment::Key(key) => write!(f, "[{key:?}]")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Reads what [`fmt::Display`] writes for plain keys and positions.
impl FromStr for FieldPath {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut path = Self::root();
        for part in text.split('.').filter(|part| !part.is_empty()) {
            let (key, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
            if !key.is_empty() {
                path = path.key(key.to_owned());
            }
            while let Some(inner) = rest.strip_prefix('[') {
                let (number, after) =
                    inner.split_once(']').ok_or_else(|| format!("`{text}`: `[` without `]`"))?;
                let index = number
                    .parse()
                    .map_err(|_| format!("`{text}`: `{number}` is not a position"))?;
                path = path.index(index);
                rest = after;
            }
        }
        Ok(path)
    }
}

impl<'de> Deserialize<'de> for FieldPath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl Serialize for FieldPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn display_and_parse_are_inverse() {
        for text in ["", "basics.name", "work[2].highlights[0]", "work[0].highlights[1].text"] {
            assert_eq!(text.parse::<FieldPath>().expect("a path").to_string(), text);
        }
        assert!("work[x]".parse::<FieldPath>().is_err());
        assert!("work[1".parse::<FieldPath>().is_err());
    }

    #[test]
    fn odd_keys_are_quoted() {
        assert_eq!(FieldPath::root().key("x").key("a b").to_string(), "x[\"a b\"]");
    }

    #[test]
    fn starts_with_counts_whole_steps() {
        let role: FieldPath = "work[1]".parse().expect("a path");
        assert!(role.key("name").starts_with(&role));
        assert!(!"work[10]".parse::<FieldPath>().expect("a path").starts_with(&role));
    }
}
