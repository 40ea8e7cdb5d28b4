//! What a Word file says of itself, and what it does besides being read.

use super::paragraph::switched_on;
use super::reader::Reader;
use super::theme::Theme;
use crate::office::measure::hex;
use crate::office::{filled, join_keywords, stuffed};
use crate::xml::{Element, Tree};
use crate::{Color, HazardKind, Part, Veil};

/// The language most of the text is in.
pub(super) fn language(styles: Element<'_>) -> Option<String> {
    let run = styles.child("docDefaults")?.child("rPrDefault")?.child("rPr")?;
    run.child_value("lang").map(str::to_owned)
}

/// The color of the page; white unless Word is told to show another one.
pub(super) fn page_color(root: Element<'_>, settings: Element<'_>, theme: &Theme) -> Color {
    let shown = switched_on(settings, "displayBackgroundShape");
    let color = root.child("background").filter(|_| shown);
    let color = color.and_then(|color| {
        theme
            .color(color, "color", "themeColor")
            .flatten()
            .or_else(|| color.attribute("color").and_then(hex))
    });
    color.unwrap_or(Color::WHITE)
}

impl Reader<'_> {
    /// Reads the description of the file and what it may do by itself.
    pub(super) fn about(&mut self, main: &str, settings: Element<'_>) {
        self.sink.part = Part::Body;
        let mut fields = Vec::new();
        for relation in self.package.relations("").into_values() {
            let text = match relation.kind.as_str() {
                "core-properties" | "extended-properties" | "custom-properties" => {
                    self.package.text(&relation.target)
                }
                _ => continue,
            };
            let tree = Tree::parse(&text, self.limits.depth);
            for property in tree.root().elements() {
                self.property(property, &mut fields);
            }
        }
        for text in stuffed(fields.iter().map(String::as_str)) {
            let text = self.sink.within_limit(text).to_owned();
            self.sink.hide(Veil::Metadata, text);
        }
        let protection = settings.child("documentProtection");
        let enforced = protection.and_then(|protection| protection.attribute("enforcement"));
        if matches!(enforced, Some("1" | "true" | "on"))
            || settings.child("writeProtection").is_some()
        {
            self.sink.hazard_once(HazardKind::Restricted, "");
        }
        self.active(main);
    }

    fn property(&mut self, property: Element<'_>, fields: &mut Vec<String>) {
        let text = filled(Some(property.text()));
        let metadata = &mut self.sink.document.metadata;
        match property.name() {
            "title" => metadata.title.clone_from(&text),
            "creator" => metadata.author.clone_from(&text),
            "subject" => metadata.subject.clone_from(&text),
            "keywords" => {
                if let Some(words) = &text {
                    join_keywords(metadata, words);
                }
            }
            "language" => metadata.language.clone_from(&text),
            "Application" => metadata.creator.clone_from(&text),
            "description" | "category" | "contentStatus" | "Manager" | "Company" => {}
            // Own properties hold their value one level down.
            "property" => {
                fields.extend(property.elements().filter_map(|value| filled(Some(value.text()))));
                return;
            }
            _ => return,
        }
        fields.extend(text);
    }

    /// Programs in the file, and addresses it opens when it is opened.
    fn active(&mut self, main: &str) {
        let runs = |name: &&str| {
            let name = name.rsplit('/').next().unwrap_or(name);
            name.eq_ignore_ascii_case("vbaProject.bin") || name.starts_with("activeX")
        };
        if let Some(name) = self.package.archive.names().find(runs) {
            let name = name.to_owned();
            self.sink.hazard_once(HazardKind::Active, &name);
        }
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        for part in [main.to_owned(), format!("{folder}/settings.xml")] {
            for relation in self.package.relations(&part).into_values() {
                let opens = matches!(
                    relation.kind.as_str(),
                    "attachedTemplate"
                        | "oleObject"
                        | "frame"
                        | "subDocument"
                        | "aFChunk"
                        | "image"
                );
                // A template on the author's own disk is in every file made in a company.
                if opens && relation.external && !is_local(&relation.target) {
                    self.sink.hazard_once(HazardKind::Active, &relation.target);
                }
            }
        }
    }
}

/// True for a path on a disk: opening it asks nobody.
pub(super) fn is_local(target: &str) -> bool {
    target.starts_with("file:") || !(target.contains("://") || target.starts_with("\\\\"))
}
