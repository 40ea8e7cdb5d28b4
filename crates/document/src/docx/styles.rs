//! The style sheet: what a style says together with those it is based on.

use std::collections::BTreeMap;

use super::props::{Block, Ground, Run};
use super::theme::Theme;
use crate::office::measure::is_on;
use crate::xml::{Element, Space};

/// Styles based on each other that are followed.
const CHAIN: usize = 24;

/// One style with everything it inherits.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// Properties of its letters.
    pub run: Run,
    /// Properties of its paragraphs.
    pub block: Block,
    /// True when it paints the ground of a table's cells.
    pub paints: bool,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    default: Option<String>,
    run: Run,
    block: Block,
}

impl Styles {
    /// Reads the part of the styles.
    pub(super) fn read(root: Element<'_>, theme: &Theme) -> Self {
        let mut sheet = Self::default();
        let defaults = root.child("docDefaults");
        let default = |outer: &str, inner: &str| defaults?.child(outer)?.child(inner);
        sheet.run = Run::read(default("rPrDefault", "rPr"), theme);
        sheet.block = Block::read(default("pPrDefault", "pPr"), theme);
        let mut own = BTreeMap::new();
        let mut parents = BTreeMap::new();
        for style in root.elements().filter(|element| element.is(Space::Word, "style")) {
            let Some(id) = style.attribute("styleId") else { continue };
            let is_paragraph = style.attribute("type") == Some("paragraph");
            if is_paragraph && style.attribute("default").is_some_and(|on| is_on(Some(on))) {
                sheet.default = Some(id.to_owned());
            }
            let mut block = Block::read(style.child("pPr"), theme);
            if is_paragraph && let Some(level) = heading(id, style.child_value("name")) {
                block.outline = Some(level);
            }
            let run = Run::read(style.child("rPr"), theme);
            let paints = style.attribute("type") == Some("table") && paints(style, theme);
            own.insert(id, Style { run, block, paints });
            parents.insert(id, style.child_value("basedOn"));
        }
        for (id, style) in &own {
            let mut whole = style.clone();
            let mut at = *id;
            for _ in 0..CHAIN {
                let Some(parent) = parents.get(at).copied().flatten() else { break };
                let Some(below) = own.get(parent) else { break };
                whole.run = whole.run.over(&below.run);
                whole.block = whole.block.over(&below.block);
                whole.paints |= below.paints;
                at = parent;
            }
            sheet.styles.insert((*id).to_owned(), whole);
        }
        sheet
    }

    /// The style of this name; without a name or for an unknown one, that of plain paragraphs.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Option<&Style> {
        let named = id.and_then(|id| self.styles.get(id));
        named.or_else(|| self.styles.get(self.default.as_deref()?))
    }

    /// The style of this name, for letters and tables.
    pub(super) fn get(&self, id: &str) -> Option<&Style> {
        self.styles.get(id)
    }

    /// What holds for all letters.
    pub(super) fn run(&self) -> &Run {
        &self.run
    }

    /// What holds for all paragraphs.
    pub(super) fn block(&self) -> &Block {
        &self.block
    }
}

/// The level of a heading by the name of its style: Word translates ids, never these names.
fn heading(id: &str, name: Option<&str>) -> Option<u8> {
    let level = |text: &str| {
        let text = text.to_ascii_lowercase();
        if text == "title" {
            return Some(1);
        }
        let number: u8 = text.strip_prefix("heading")?.trim().parse().ok()?;
        (1..=9).contains(&number).then_some(number)
    };
    name.and_then(level).or_else(|| level(id))
}

/// True when a table style puts a color behind some cells.
fn paints(style: Element<'_>, theme: &Theme) -> bool {
    let shades = |properties: Element<'_>| {
        let shade = properties.child("shd");
        shade.is_some_and(|shade| super::props::shading(shade, theme) != Ground::Clear)
    };
    let direct =
        style.child("tcPr").is_some_and(shades) || style.child("tblPr").is_some_and(shades);
    direct
        || style
            .elements()
            .filter(|element| element.name() == "tblStylePr")
            .any(|part| part.child("tcPr").is_some_and(shades))
}
