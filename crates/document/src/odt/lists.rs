//! Lists of an OpenDocument text: which mark an item begins with.

use std::collections::BTreeMap;

use crate::List;
use crate::office::{letter, roman, symbol};
use crate::xml::Element;

/// One level of a list style.
#[derive(Clone, Debug, Default)]
struct Level {
    bullet: Option<String>,
    font: String,
    format: String,
    prefix: String,
    suffix: String,
    shown: u8,
    start: u32,
}

/// List styles by name, and how far lists have counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    styles: BTreeMap<String, BTreeMap<u8, Level>>,
    counted: BTreeMap<String, BTreeMap<u8, u32>>,
}

impl Lists {
    /// Adds the list styles that stand in an element.
    pub(super) fn add(&mut self, parent: Option<Element<'_>>) {
        for style in parent.into_iter().flat_map(Element::elements) {
            let Some(name) = style.attribute("name").filter(|_| style.name() == "list-style")
            else {
                continue;
            };
            let levels = style.elements().filter_map(level).collect();
            self.styles.insert(name.to_owned(), levels);
        }
    }

    /// A list of this style begins anew at a level.
    pub(super) fn begin(&mut self, style: &str, level: u8) {
        let counted = self.counted.entry(style.to_owned()).or_default();
        counted.split_off(&level);
    }

    /// The next item of a level.
    pub(super) fn next(&mut self, style: &str, level: u8, start: Option<u32>) -> List {
        let Some(levels) = self.styles.get(style) else {
            return List { level, mark: "•".into() };
        };
        let own = levels.get(&level).cloned().unwrap_or_default();
        let counted = self.counted.entry(style.to_owned()).or_default();
        counted.split_off(&level.saturating_add(1));
        let count = counted.entry(level).or_insert_with(|| own.start.saturating_sub(1));
        *count = start.unwrap_or_else(|| count.saturating_add(1));
        if let Some(bullet) = &own.bullet {
            let shape = |c: char| symbol(c, &own.font, true).unwrap_or(Some(c));
            return List { level, mark: bullet.chars().filter_map(shape).collect() };
        }
        let first = level.saturating_sub(own.shown.max(1) - 1);
        let numbers: Vec<String> = (first..=level)
            .filter_map(|at| {
                let format = &levels.get(&at)?.format;
                let count = counted.get(&at).copied().unwrap_or(1);
                Some(match format.as_str() {
                    "" => return None,
                    "a" => letter(count).to_ascii_lowercase(),
                    "A" => letter(count),
                    "i" => roman(count).to_ascii_lowercase(),
                    "I" => roman(count),
                    _ => count.to_string(),
                })
            })
            .collect();
        let mark = if numbers.is_empty() {
            String::new()
        } else {
            format!("{}{}{}", own.prefix, numbers.join("."), own.suffix)
        };
        List { level, mark: mark.trim().to_owned() }
    }
}

fn level(element: Element<'_>) -> Option<(u8, Level)> {
    let number: u8 = element.attribute("level")?.parse().ok()?;
    let get = |name: &str| element.attribute(name).unwrap_or_default();
    let text = |name: &str| get(name).chars().take(16).collect::<String>();
    let bullet = match element.name() {
        "list-level-style-bullet" => Some(text("bullet-char")),
        "list-level-style-image" => Some("•".to_owned()),
        _ => None,
    };
    let letters = element.child("text-properties");
    let font = letters.and_then(|letters| {
        letters.attribute("font-name").or_else(|| letters.attribute("font-family"))
    });
    let level = Level {
        bullet,
        font: font.unwrap_or_default().to_owned(),
        format: text("num-format"),
        prefix: text("num-prefix"),
        suffix: text("num-suffix"),
        shown: get("display-levels").parse().unwrap_or(1).clamp(1, 10),
        start: get("start-value").parse().unwrap_or(1),
    };
    Some((number.checked_sub(1)?, level))
}
