//! What an OpenDocument text says of itself.

use super::reader::Reader;
use crate::office::{filled, join_keywords, stuffed};
use crate::xml::Element;
use crate::{HazardKind, Part, Veil};

impl Reader<'_> {
    /// Reads the description of the file and what it may do by itself.
    pub(super) fn about<'n>(
        &mut self,
        meta: Element<'_>,
        settings: Element<'_>,
        look: Element<'_>,
        mut names: impl Iterator<Item = &'n str>,
    ) {
        self.sink.part = Part::Body;
        let metadata = &mut self.sink.document.metadata;
        let mut fields = Vec::new();
        for property in meta.child("meta").into_iter().flat_map(Element::elements) {
            let Some(text) = filled(Some(property.text())) else { continue };
            match property.name() {
                "title" => metadata.title = Some(text.clone()),
                "initial-creator" => metadata.author = Some(text.clone()),
                "creator" => {
                    metadata.author.get_or_insert_with(|| text.clone());
                }
                "subject" => metadata.subject = Some(text.clone()),
                "keyword" => join_keywords(metadata, &text),
                "generator" => metadata.creator = Some(text.clone()),
                "language" => metadata.language = Some(text.clone()),
                _ => {}
            }
            if property.name() != "keyword" {
                fields.push(text);
            }
        }
        fields.extend(metadata.keywords.clone());
        if metadata.language.is_none() {
            metadata.language = language(look);
        }
        for text in stuffed(fields.iter().map(String::as_str)) {
            let text = self.sink.within_limit(text).to_owned();
            self.sink.hide(Veil::Metadata, text);
        }
        let locked = settings.descendants().any(|item| {
            item.attribute("name") == Some("LoadReadonly") && item.text().trim() == "true"
        });
        if locked {
            self.sink.hazard_once(HazardKind::Restricted, "");
        }
        // Programs are parts of libraries; every file lists libraries, most of them empty.
        let program = names.find(|name| {
            let folder = name.starts_with("Basic/") || name.starts_with("Scripts/");
            folder && !name.ends_with("script-lb.xml") && !name.ends_with("script-lc.xml")
        });
        if let Some(name) = program {
            self.sink.hazard_once(HazardKind::Active, name);
        }
    }
}

/// The language of paragraphs of which nobody says anything.
fn language(look: Element<'_>) -> Option<String> {
    let mut styles = look.child("styles")?.elements();
    let default = styles.find(|style| {
        style.name() == "default-style" && style.attribute("family") == Some("paragraph")
    })?;
    let letters = default.child("text-properties")?;
    let language = letters.attribute("language").filter(|language| *language != "none")?;
    Some(match letters.attribute("country").filter(|country| *country != "none") {
        Some(country) => format!("{language}-{country}"),
        None => language.to_owned(),
    })
}
