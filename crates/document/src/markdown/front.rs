//! The block at the head of a file that describes it.

use crate::Metadata;

/// Title, author and the like of lines `key: value`.
pub(super) fn metadata(front: &str) -> Metadata {
    let mut metadata = Metadata::default();
    for line in front.lines() {
        let Some((key, value)) = line.split_once([':', '=']) else { continue };
        let value = value.trim().trim_matches(['"', '\'']).trim();
        let place = match key {
            "title" => &mut metadata.title,
            "author" | "name" => &mut metadata.author,
            "subject" | "subtitle" | "description" => &mut metadata.subject,
            "keywords" | "tags" => &mut metadata.keywords,
            "lang" | "language" => &mut metadata.language,
            _ => continue,
        };
        *place = (!value.is_empty()).then(|| value.to_owned());
    }
    metadata
}
