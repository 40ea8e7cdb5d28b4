//! Lists: which mark an item begins with.

use std::collections::BTreeMap;

use super::props::Run;
use super::theme::Theme;
use crate::List;
use crate::office::{letter, roman, symbol};
use crate::xml::{Element, Space};

/// One level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    font: Option<String>,
    style: Option<String>,
}

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Levels of the abstract lists.
    kinds: BTreeMap<String, BTreeMap<u8, Level>>,
    /// The abstract list of each list, and where its levels start again.
    lists: BTreeMap<String, (String, BTreeMap<u8, u32>)>,
    /// Lists that stand for the one a style brings.
    by_style: BTreeMap<String, String>,
    /// What was counted, by abstract list.
    counted: BTreeMap<String, BTreeMap<u8, u32>>,
    /// Lists that have begun.
    begun: BTreeMap<String, ()>,
}

impl Numbering {
    /// Reads the part of the numbering.
    pub(super) fn read(root: Element<'_>, theme: &Theme) -> Self {
        let mut numbering = Self::default();
        let mut links = Vec::new();
        for element in root.elements().filter(|element| element.space() == Space::Word) {
            match element.name() {
                "abstractNum" => {
                    let Some(id) = element.attribute("abstractNumId") else { continue };
                    let levels = element.elements().filter(|child| child.name() == "lvl");
                    let levels: BTreeMap<u8, Level> =
                        levels.filter_map(|level| read_level(level, theme)).collect();
                    if let Some(style) = element.child_value("styleLink") {
                        numbering.by_style.insert(style.to_owned(), id.to_owned());
                    }
                    if let Some(style) = element.child_value("numStyleLink") {
                        links.push((id.to_owned(), style.to_owned()));
                    }
                    numbering.kinds.insert(id.to_owned(), levels);
                }
                "num" => {
                    let Some(id) = element.attribute("numId") else { continue };
                    let Some(kind) = element.child_value("abstractNumId") else { continue };
                    let overrides =
                        element.elements().filter(|child| child.name() == "lvlOverride");
                    let starts = overrides.filter_map(|change| {
                        let level = change.attribute("ilvl")?.parse().ok()?;
                        Some((level, change.child_value("startOverride")?.parse().ok()?))
                    });
                    let starts = starts.collect();
                    numbering.lists.insert(id.to_owned(), (kind.to_owned(), starts));
                }
                _ => {}
            }
        }
        for (id, style) in links {
            let levels = numbering.by_style.get(&style).and_then(|id| numbering.kinds.get(id));
            if let Some(levels) = levels.cloned() {
                numbering.kinds.insert(id, levels);
            }
        }
        numbering
    }

    /// The level of a list that belongs to a style of paragraphs.
    pub(super) fn level_of_style(&self, list: &str, style: &str) -> Option<u8> {
        let (kind, _) = self.lists.get(list)?;
        let levels = self.kinds.get(kind)?;
        levels.iter().find(|(_, l)| l.style.as_deref() == Some(style)).map(|(level, _)| *level)
    }

    /// The next item of a list; `None` when there is no such list.
    pub(super) fn next(&mut self, list: &str, level: u8) -> Option<List> {
        let (kind, starts) = self.lists.get(list)?;
        let levels = self.kinds.get(kind)?;
        let own = levels.get(&level)?;
        let counted = self.counted.entry(kind.clone()).or_default();
        if self.begun.insert(list.to_owned(), ()).is_none() {
            for (level, start) in starts {
                counted.insert(*level, start.saturating_sub(1));
            }
        }
        counted.split_off(&level.saturating_add(1));
        let count = counted.entry(level).or_insert_with(|| own.start.saturating_sub(1));
        *count = count.saturating_add(1);
        let mark = mark(own, levels, counted);
        Some(List { level, mark })
    }
}

fn read_level(element: Element<'_>, theme: &Theme) -> Option<(u8, Level)> {
    let number = element.attribute("ilvl")?.parse().ok()?;
    let text = element.child_value("lvlText").unwrap_or_default();
    let level = Level {
        start: element.child_value("start").and_then(|start| start.parse().ok()).unwrap_or(1),
        format: element.child_value("numFmt").unwrap_or("decimal").to_owned(),
        text: text.chars().take(32).collect(),
        font: Run::read(element.child("rPr"), theme).font,
        style: element.child_value("pStyle").map(str::to_owned),
    };
    Some((number, level))
}

/// The mark as it is printed.
fn mark(own: &Level, levels: &BTreeMap<u8, Level>, counted: &BTreeMap<u8, u32>) -> String {
    let font = own.font.as_deref().unwrap_or_default();
    let mut mark = String::new();
    let mut letters = own.text.chars().peekable();
    while let Some(c) = letters.next() {
        let level = if c == '%' { letters.peek().and_then(|c| c.to_digit(10)) } else { None };
        if let Some(level) = level.and_then(|level| u8::try_from(level).ok()?.checked_sub(1)) {
            letters.next();
            let start = levels.get(&level).map_or(1, |level| level.start);
            let count = counted.get(&level).copied().unwrap_or(start);
            let format = levels.get(&level).map_or("decimal", |level| level.format.as_str());
            mark.push_str(&number(count, format));
        } else if own.format == "bullet" {
            mark.extend(symbol(c, font, true).unwrap_or(Some(c)));
        } else if !c.is_control() {
            mark.push(c);
        }
    }
    // Courier's small o is drawn as an open bullet.
    if own.format == "bullet" && mark == "o" {
        mark = "◦".to_owned();
    }
    mark.trim().to_owned()
}

/// A number in one of the formats that lists use.
fn number(count: u32, format: &str) -> String {
    match format {
        "none" | "bullet" => String::new(),
        "lowerLetter" => letter(count).to_ascii_lowercase(),
        "upperLetter" => letter(count),
        "lowerRoman" => roman(count).to_ascii_lowercase(),
        "upperRoman" => roman(count),
        "decimalZero" => format!("{count:02}"),
        _ => count.to_string(),
    }
}
