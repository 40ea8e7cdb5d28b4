//! The texts a pack or a library is read from, each under the name its errors use.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::sets::in_data_folder;
use crate::PackError;

/// Data files of one pack, by name, in the order of the names.
pub(crate) struct Files {
    pub(crate) pack: String,
    pub(crate) texts: BTreeMap<&'static str, String>,
    /// The same file as JSON, by its name in the data folder, where somebody has translated it.
    translated: fn(&str) -> Option<&'static str>,
}

impl Files {
    /// Fetches the files called `names`; all of them must be there.
    pub(crate) fn open(
        pack: &str,
        names: &[&'static str],
        files: impl Fn(&str) -> Option<String>,
        translated: fn(&str) -> Option<&'static str>,
    ) -> Result<Self, PackError> {
        let mut texts = BTreeMap::new();
        for &name in names {
            let text = files(&in_data_folder(pack, name));
            texts.insert(name, text.ok_or_else(|| missing(pack, name))?);
        }
        Ok(Self { pack: pack.to_owned(), texts, translated })
    }

    /// The files of an embedded pack, which are there and were translated.
    pub(crate) fn translated(pack: &str, translated: fn(&str) -> Option<&'static str>) -> Self {
        Self { pack: pack.to_owned(), texts: BTreeMap::new(), translated }
    }

    /// The text of a file.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    /// Parses a file into its shape; unknown keys are errors.
    pub(crate) fn parse<T: DeserializeOwned>(&self, name: &str) -> Result<T, PackError> {
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
    pub(crate) fn invalid(&self, name: &str, reason: String) -> PackError {
        PackError::Invalid { pack: self.pack.clone(), file: name.to_owned(), reason }
    }
}

/// The error for a file that is not there.
pub(crate) fn missing(pack: &str, name: &str) -> PackError {
    PackError::Missing { pack: pack.to_owned(), file: name.to_owned() }
}
