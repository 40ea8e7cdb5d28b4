//! What was noticed about a resume. A finding is data: it never knows how it will be shown.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{FieldPath, Region};

/// How much a finding matters. Ordered: `Info < Warning < Error`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; never blocks.
    Info,
    /// A reader will likely hold it against the page.
    Warning,
    /// Wrong, or certain to cost the reader's trust.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// One thing noticed, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Kebab-case rule id; names the defect.
    pub rule: Cow<'static, str>,
    /// How much it matters.
    pub severity: Severity,
    /// Which value it is about.
    pub path: FieldPath,
    /// Bytes inside that value's text; `None` when it is about the whole value.
    pub range: Option<Range<usize>>,
    /// Where it is on paper, when that is not where the value stands: hidden text, a picture.
    pub region: Option<Region>,
    /// What is wrong: one sentence, no full stop.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// A change that a program may make for the author; [`Finding::rewrite`] otherwise.
    pub fix: Option<Fix>,
    /// The same claim with slots for what only the author knows:
    /// "Cut ‹metric› of the label printer from ‹before› to 92 ms by ‹mechanism›".
    pub rewrite: Option<String>,
}

impl Finding {
    /// A finding about a whole value, without hint or fix.
    pub fn new(
        rule: impl Into<Cow<'static, str>>,
        severity: Severity,
        path: FieldPath,
        message: impl Into<String>,
    ) -> Self {
        Self {
            rule: rule.into(),
            severity,
            path,
            range: None,
            region: None,
            message: message.into(),
            hint: None,
            fix: None,
            rewrite: None,
        }
    }

    /// Narrows the finding to `range`, bytes inside the value's text.
    #[must_use]
    pub fn at(mut self, range: Range<usize>) -> Self {
        self.range = Some(range);
        self
    }

    /// Says where on paper it is.
    #[must_use]
    pub fn seen_at(mut self, region: Option<Region>) -> Self {
        self.region = region;
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds a machine-applicable change.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }
}

/// A finding that its author decided to live with.
#[derive(Clone, Debug, PartialEq)]
pub struct Allowed {
    /// What was found.
    pub finding: Finding,
    /// Why it may stay, in the author's words.
    pub reason: String,
}

/// A change a program may make for the author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fix {
    /// What it does, as a command: "Write `PostgreSQL`".
    pub title: String,
    /// What is changed, all at once: every path and range is that of the resume as it was read,
    /// and no two of them overlap. See [`Resume::edited`](crate::Resume::edited).
    pub edits: Vec<Edit>,
}

impl Fix {
    /// Replaces some bytes of a value's text.
    pub fn replace(
        title: impl Into<String>,
        path: FieldPath,
        range: Range<usize>,
        text: impl Into<String>,
    ) -> Self {
        Self::of(title, vec![Edit::Replace { path, range: Some(range), text: text.into() }])
    }

    /// Removes a value: a key with what it holds, or an item of a list.
    pub fn remove(title: impl Into<String>, path: FieldPath) -> Self {
        Self::of(title, vec![Edit::Remove { path }])
    }

    /// Puts the items of a list into another order: the new item `n` is the old item `order[n]`.
    pub fn reorder(title: impl Into<String>, list: FieldPath, order: Vec<usize>) -> Self {
        Self::of(title, vec![Edit::Reorder { path: list, order }])
    }

    /// Several edits that belong together.
    pub fn of(title: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { title: title.into(), edits }
    }
}

/// One change of one value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "action", rename_all = "lowercase")]
pub enum Edit {
    /// Writes another text.
    Replace {
        /// The value to change: a text, or a bullet.
        #[schemars(with = "String")]
        path: FieldPath,
        /// Bytes of the value's text to replace; `None` replaces the whole text.
        range: Option<Range<usize>>,
        /// The new text.
        text: String,
    },
    /// Takes a key with what it holds, or an item of a list, out of the resume.
    Remove {
        /// The value to remove.
        #[schemars(with = "String")]
        path: FieldPath,
    },
    /// Writes a text under a key that is not there yet. The mapping it belongs to is made when it
    /// is missing, too.
    Insert {
        /// The key, e.g. `vitae.density`.
        #[schemars(with = "String")]
        path: FieldPath,
        /// The text.
        text: String,
    },
    /// Puts the items of a list into another order.
    Reorder {
        /// The list.
        #[schemars(with = "String")]
        path: FieldPath,
        /// Every position of the list once: the new item `n` is the old item `order[n]`.
        order: Vec<usize>,
    },
}

impl Edit {
    /// The value it changes.
    pub fn path(&self) -> &FieldPath {
        match self {
            Self::Replace { path, .. }
            | Self::Remove { path }
            | Self::Insert { path, .. }
            | Self::Reorder { path, .. } => path,
        }
    }
}
