//! The texts a pack is read from, each under the name its errors use.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use crate::PackError;

/// What every pack shares, and what each has of its own.
const NAMES: [&str; 11] = [
    "_common/objects.toml", "_common/sections.toml", "_common/signals.toml",
    "_common/spelling.toml", "_common/verbs.toml", "_common/wording.toml", "concepts.toml",
    "needs.toml", "releases.toml", "role.toml", "skills.toml",
];

/// All data files of one pack, by name, in the order of the names.
pub(super) struct Files {
    pub(super) pack: String,
    pub(super) texts: BTreeMap<&'static str, String>,
    /// The same file as JSON, by its name in the data folder, where somebody has translated it.
    translated: fn(&str) -> Option<&'static str>,
}

impl Files {
    /// Fetches every file the pack needs.
    pub(super) fn open(
        pack: &str,
        files: impl Fn(&str) -> Option<String>,
        translated: fn(&str) -> Option<&'static str>,
    ) -> Result<Self, PackError> {
        let mut texts = BTreeMap::new();
        for name in NAMES {
            let text = files(&in_data_folder(pack, name));
            let missing = || PackError::Missing { pack: pack.to_owned(), file: name.to_owned() };
            texts.insert(name, text.ok_or_else(missing)?);
        }
        Ok(Self { pack: pack.to_owned(), texts, translated })
    }

    /// The text of a file.
    pub(super) fn text(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    /// Parses a file into its shape; unknown keys are errors.
    pub(super) fn parse<T: DeserializeOwned>(&self, name: &str) -> Result<T, PackError> {
        if let Some(json) = (self.translated)(&in_data_folder(&self.pack, name)) {
            return serde_json::from_str(json)
                .map_err(|error| self.invalid(name, error.to_string()));
        }
        let text = self.text(name);
        toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            self.invalid(name, format!("line {line}: {}", error.message()))
        })
    }

    /// The error for a file whose content is wrong.
    pub(super) fn invalid(&self, name: &str, reason: String) -> PackError {
        PackError::Invalid { pack: self.pack.clone(), file: name.to_owned(), reason }
    }
}

/// From a name relative to the pack to the name in the data folder.
fn in_data_folder(pack: &str, name: &str) -> String {
    if name.starts_with("_common/") { name.to_owned() } else { format!("{pack}/{name}") }
}
