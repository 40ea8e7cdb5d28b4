//! Styles of an OpenDocument text: what each says together with its parents.

use std::collections::BTreeMap;

use crate::Color;
use crate::office::measure::{hex, points};
use crate::xml::{Element, Space};

/// Styles based on each other that are followed.
const CHAIN: usize = 24;

/// What is said about letters and paragraphs; `None` where nothing is said.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub size: Option<Size>,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    /// `Some(None)` is automatic.
    pub color: Option<Option<Color>>,
    /// Ground of letters, of a paragraph, of a cell; `Some(None)` is clear.
    pub behind: Option<Option<Color>>,
    pub ground: Option<Option<Color>>,
    pub hidden: Option<bool>,
    /// Share of their width that letters have, and of ink they are drawn with, 0–1.
    pub stretch: Option<f32>,
    pub ink: Option<f32>,
    pub font: Option<String>,
    /// Room before and after, fixed height of lines, indent, in points.
    pub before: Option<f32>,
    pub after: Option<f32>,
    pub height: Option<f32>,
    pub indent: Option<f32>,
    pub rule: Option<bool>,
    pub rule_below: Option<bool>,
    /// A column ends before the paragraph.
    pub column: Option<bool>,
    /// How a shape is filled.
    pub fill: Option<Fill>,
    /// Columns of a section.
    pub columns: Option<u32>,
    /// The list a paragraph belongs to.
    pub list: Option<String>,
    /// Level of the heading.
    pub outline: Option<u8>,
    /// The name of the page it begins.
    pub master: Option<String>,
}

/// A size of letters: in points, or as a share of the parent's.
#[derive(Clone, Copy, Debug)]
pub(super) enum Size {
    Points(f32),
    Share(f32),
}

/// How a shape is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Fill {
    None,
    Plain(Color),
    Unknown,
}

/// All styles that one part may use, by family and name.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<(String, String), (Style, Option<String>)>,
    defaults: BTreeMap<String, Style>,
}

impl Styles {
    /// Adds the styles that stand in an element.
    pub(super) fn add(&mut self, parent: Option<Element<'_>>) {
        for element in parent.into_iter().flat_map(Element::elements) {
            let family = element.attribute("family").unwrap_or_default();
            if element.is(Space::Style, "default-style") {
                self.defaults.insert(family.to_owned(), Style::read(element));
            } else if element.is(Space::Style, "style")
                && let Some(name) = element.attribute("name")
            {
                let above = element.attribute("parent-style-name").map(str::to_owned);
                let mut style = Style::read(element);
                if style.outline.is_none() && family == "paragraph" {
                    let shown = element.attribute("display-name").unwrap_or(name);
                    style.outline = heading(shown);
                }
                let key = (family.to_owned(), name.to_owned());
                self.styles.insert(key, (style, above));
            }
        }
    }

    /// A style with everything it inherits; the family's default for an unknown name.
    pub(super) fn get(&self, family: &str, name: Option<&str>) -> Style {
        let mut whole = Style::default();
        let mut key = (family.to_owned(), name.unwrap_or_default().to_owned());
        for _ in 0..CHAIN {
            let Some((style, above)) = self.styles.get(&key) else { break };
            whole = whole.over(style);
            let Some(above) = above else { break };
            key.1.clone_from(above);
        }
        match self.defaults.get(family) {
            Some(default) => whole.over(default),
            None => whole,
        }
    }
}

/// The level of a heading by the name of its style.
fn heading(name: &str) -> Option<u8> {
    let name = name.replace("_20_", " ");
    if name == "Title" {
        return Some(1);
    }
    let level: u8 = name.strip_prefix("Heading ")?.parse().ok()?;
    (1..=10).contains(&level).then_some(level)
}

impl Style {
    fn read(element: Element<'_>) -> Self {
        let level = element.attribute("default-outline-level");
        let mut style = Self {
            list: element.attribute("list-style-name").map(str::to_owned),
            outline: level.and_then(|level| level.parse().ok()),
            master: element.attribute("master-page-name").map(str::to_owned),
            ..Self::default()
        };
        for properties in element.elements() {
            match properties.name() {
                "text-properties" => style.read_text(properties),
                "paragraph-properties" => style.read_paragraph(properties),
                "table-cell-properties" => style.ground = ground(properties),
                "graphic-properties" => style.fill = fill(properties),
                "section-properties" => {
                    let columns = properties.child("columns");
                    let number = columns.and_then(|columns| columns.attribute("column-count"));
                    style.columns = number.and_then(|number| number.parse().ok());
                }
                _ => {}
            }
        }
        style
    }

    fn read_text(&mut self, properties: Element<'_>) {
        let get = |name: &str| properties.attribute(name);
        self.size = get("font-size").and_then(|size| match size.strip_suffix('%') {
            Some(share) => Some(Size::Share(share.parse::<f32>().ok()? / 100.0)),
            None => points(size, 1.0).map(Size::Points),
        });
        let heavy =
            |weight: &str| weight == "bold" || weight.parse::<u32>().is_ok_and(|w| w >= 600);
        self.bold = get("font-weight").map(heavy);
        self.italic = get("font-style").map(|slant| matches!(slant, "italic" | "oblique"));
        self.color = get("color").and_then(hex).map(Some);
        if get("use-window-font-color") == Some("true") {
            self.color = Some(None);
        }
        self.behind = ground(properties);
        self.hidden = get("display").map(|display| display == "none");
        let share = |value: &str| value.strip_suffix('%')?.parse::<f32>().ok().map(|s| s / 100.0);
        self.stretch = get("text-scale").and_then(share);
        self.ink = get("opacity").and_then(share);
        self.font = get("font-name").or_else(|| get("font-family")).map(str::to_owned);
    }

    fn read_paragraph(&mut self, properties: Element<'_>) {
        let length = |name: &str| properties.attribute(name).and_then(|value| points(value, 1.0));
        self.before = length("margin-top");
        self.after = length("margin-bottom");
        self.height = length("line-height");
        self.indent = length("margin-left");
        let drawn = |side: &str| {
            let border = properties.attribute(side).or_else(|| properties.attribute("border"))?;
            Some(border != "none")
        };
        (self.rule, self.rule_below) = (drawn("border-top"), drawn("border-bottom"));
        self.ground = ground(properties);
        self.column = properties.attribute("break-before").map(|place| place == "column");
    }

    fn over(&self, below: &Self) -> Self {
        let size = match (self.size, below.size) {
            (Some(Size::Share(upper)), Some(Size::Share(lower))) => {
                Some(Size::Share(upper * lower))
            }
            (Some(Size::Share(share)), Some(Size::Points(size))) => {
                Some(Size::Points(size * share))
            }
            (size, below) => size.or(below),
        };
        Self {
            size,
            bold: self.bold.or(below.bold),
            italic: self.italic.or(below.italic),
            color: self.color.or(below.color),
            behind: self.behind.or(below.behind),
            ground: self.ground.or(below.ground),
            hidden: self.hidden.or(below.hidden),
            stretch: self.stretch.or(below.stretch),
            ink: self.ink.or(below.ink),
            font: self.font.clone().or_else(|| below.font.clone()),
            before: self.before.or(below.before),
            after: self.after.or(below.after),
            height: self.height.or(below.height),
            indent: self.indent.or(below.indent),
            rule: self.rule.or(below.rule),
            rule_below: self.rule_below.or(below.rule_below),
            column: self.column.or(below.column),
            fill: self.fill.or(below.fill),
            columns: self.columns.or(below.columns),
            list: self.list.clone().or_else(|| below.list.clone()),
            outline: self.outline.or(below.outline),
            master: self.master.clone().or_else(|| below.master.clone()),
        }
    }

    /// The style of letters over that of what they stand in.
    pub(super) fn letters_over(&self, below: &Self) -> Self {
        // A list and a level belong to the paragraph alone.
        self.over(below)
    }

    /// The size of the letters in points.
    pub(super) fn points(&self) -> f32 {
        match self.size {
            Some(Size::Points(size)) => size,
            Some(Size::Share(share)) => share * super::SIZE,
            None => super::SIZE,
        }
    }
}

fn ground(properties: Element<'_>) -> Option<Option<Color>> {
    properties.attribute("background-color").map(hex)
}

fn fill(properties: Element<'_>) -> Option<Fill> {
    match properties.attribute("fill") {
        Some("none") => return Some(Fill::None),
        Some("solid") => {
            let color = properties.attribute("fill-color").and_then(hex);
            return Some(color.map_or(Fill::Unknown, Fill::Plain));
        }
        Some(_) => return Some(Fill::Unknown),
        None => {}
    }
    let color = properties.attribute("background-color")?;
    Some(hex(color).map_or(Fill::None, Fill::Plain))
}
