//! Properties of runs and paragraphs, as far as they decide what is seen.

use super::theme::Theme;
use crate::Color;
use crate::office::measure::{hex, is_on, mix, named, points, twips};
use crate::xml::{Element, Space};

/// Below this size, or as thin, nobody can read letters, in points.
pub(super) const LEGIBLE: f32 = 2.0;

/// What stands behind letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Ground {
    /// Nothing of its own: what is behind it is seen.
    Clear,
    /// One color.
    Plain(Color),
    /// Something whose color is not known: a pattern, a picture.
    Unknown,
}

/// What was said about letters; `None` where nothing was said.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    pub size: Option<f32>,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub vanish: Option<bool>,
    /// `Some(None)` is automatic: black or white, whatever can be read.
    pub color: Option<Option<Color>>,
    pub highlight: Option<Ground>,
    pub shade: Option<Ground>,
    pub font: Option<String>,
    /// Width of the letters, 1 is their own.
    pub stretch: Option<f32>,
    /// How much of the letters is inked, 0–1; with the color of their fill.
    pub ink: Option<(f32, Option<Color>)>,
    /// True when the change was tracked as a removal.
    pub deleted: bool,
}

impl Run {
    /// Reads `w:rPr`.
    pub(super) fn read(element: Option<Element<'_>>, theme: &Theme) -> Self {
        let mut run = Self::default();
        for property in element.into_iter().flat_map(Element::elements) {
            let value = property.attribute("val");
            if property.space() == Space::WordMore {
                if property.name() == "textFill" {
                    run.ink = fill(property, theme);
                }
                continue;
            }
            match property.name() {
                "sz" => run.size = value.and_then(|value| points(value, 2.0)),
                "b" => run.bold = Some(is_on(value)),
                "i" => run.italic = Some(is_on(value)),
                "vanish" => run.vanish = Some(is_on(value)),
                "color" => run.color = theme.color(property, "val", "themeColor"),
                "highlight" => run.highlight = value.map(highlighter),
                "shd" => run.shade = Some(shading(property, theme)),
                "w" => {
                    let percent = value.and_then(|value| value.trim_end_matches('%').parse().ok());
                    run.stretch = percent.map(|percent: f32| percent / 100.0);
                }
                "rFonts" => {
                    let name = property.attribute("ascii").or_else(|| property.attribute("hAnsi"));
                    run.font = name.map(str::to_owned);
                }
                "del" | "moveFrom" => run.deleted = true,
                _ => {}
            }
        }
        run
    }

    /// These properties, and where they are silent those of `below`.
    pub(super) fn over(&self, below: &Self) -> Self {
        Self {
            size: self.size.or(below.size),
            bold: self.bold.or(below.bold),
            italic: self.italic.or(below.italic),
            vanish: self.vanish.or(below.vanish),
            color: self.color.or(below.color),
            highlight: self.highlight.or(below.highlight),
            shade: self.shade.or(below.shade),
            font: self.font.clone().or_else(|| below.font.clone()),
            stretch: self.stretch.or(below.stretch),
            ink: self.ink.or(below.ink),
            deleted: self.deleted,
        }
    }

    /// Properties of a character style over those of a paragraph style. Weight, slant and hiding
    /// are switches there: said twice, they are off again.
    pub(super) fn toggled_over(&self, below: &Self) -> Self {
        let toggle = |upper: Option<bool>, lower: Option<bool>| match (upper, lower) {
            (Some(true), Some(true)) => Some(false),
            (Some(true), _) | (_, Some(true)) => Some(true),
            (upper, lower) => upper.or(lower),
        };
        Self {
            bold: toggle(self.bold, below.bold),
            italic: toggle(self.italic, below.italic),
            vanish: toggle(self.vanish, below.vanish),
            ..self.over(below)
        }
    }
}

fn highlighter(value: &str) -> Ground {
    named(value).map_or(Ground::Clear, Ground::Plain)
}

/// The ground that `w:shd` paints.
pub(super) fn shading(element: Element<'_>, theme: &Theme) -> Ground {
    let fill = theme.color(element, "fill", "themeFill").flatten();
    let share = match element.attribute("val") {
        Some("solid") => 1.0,
        Some("clear" | "nil" | "none") | None => 0.0,
        Some(pattern) => match pattern.strip_prefix("pct").and_then(|n| n.parse::<f32>().ok()) {
            Some(percent) => (percent / 100.0).clamp(0.0, 1.0),
            None => return Ground::Unknown,
        },
    };
    if share == 0.0 {
        return fill.map_or(Ground::Clear, Ground::Plain);
    }
    let upper = theme.color(element, "color", "themeColor").flatten().unwrap_or_default();
    Ground::Plain(mix(upper, fill.unwrap_or(Color::WHITE), share))
}

/// How letters are filled: Word 2010 and later draw them as shapes.
fn fill(element: Element<'_>, theme: &Theme) -> Option<(f32, Option<Color>)> {
    let fill = element.elements().next()?;
    match fill.name() {
        "noFill" => Some((0.0, None)),
        "solidFill" => {
            let value = fill.elements().next()?;
            // Here, unlike in drawings, alpha says how much is seen through.
            let through = value.child_value("alpha").and_then(|share| share.parse::<f32>().ok());
            let color = match value.name() {
                "srgbClr" => value.attribute("val").and_then(hex),
                _ => theme.drawn(fill).map(|(color, _)| color),
            };
            Some((1.0 - through.unwrap_or_default() / 100_000.0, color))
        }
        _ => None,
    }
}

/// What was said about a paragraph; `None` where nothing was said.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// Level of the heading, from 1; 0 is plain text.
    pub outline: Option<u8>,
    /// Number of the list; `0` is no list.
    pub list: Option<String>,
    /// Level in the list, from 0.
    pub level: Option<u8>,
    /// Room before, in points.
    pub before: Option<f32>,
    /// Room after, in points.
    pub after: Option<f32>,
    /// Height of its lines when it is fixed, in points.
    pub height: Option<f32>,
    /// A rule above it.
    pub rule: Option<bool>,
    /// A rule below it.
    pub rule_below: Option<bool>,
    /// The ground of the paragraph.
    pub shade: Option<Ground>,
    /// Where its left edge is, in points from that of the text.
    pub indent: Option<f32>,
    /// No room between paragraphs of this style.
    pub close: Option<bool>,
}

impl Block {
    /// Reads `w:pPr`.
    pub(super) fn read(element: Option<Element<'_>>, theme: &Theme) -> Self {
        let mut block = Self::default();
        for property in element.into_iter().flat_map(Element::elements) {
            let value = property.attribute("val");
            match property.name() {
                "outlineLvl" => {
                    let level = value.and_then(|value| value.parse::<u8>().ok());
                    block.outline = level.map(|level| if level < 9 { level + 1 } else { 0 });
                }
                "numPr" => {
                    block.list = property.child_value("numId").map(str::to_owned);
                    block.level = property.child_value("ilvl").and_then(|level| level.parse().ok());
                }
                "spacing" => {
                    block.before = property.attribute("before").and_then(twips);
                    if is_auto(property.attribute("beforeAutospacing")) {
                        block.before = Some(14.0);
                    }
                    block.after = property.attribute("after").and_then(twips);
                    if property.attribute("lineRule") == Some("exact") {
                        block.height = property.attribute("line").and_then(twips);
                    }
                }
                "pBdr" => {
                    let drawn = |side: &str| {
                        let side = property.child(side)?;
                        Some(!matches!(side.attribute("val"), Some("nil" | "none") | None))
                    };
                    (block.rule, block.rule_below) = (drawn("top"), drawn("bottom"));
                }
                "shd" => block.shade = Some(shading(property, theme)),
                "ind" => {
                    let left = property.attribute("left").or_else(|| property.attribute("start"));
                    block.indent = left.and_then(twips);
                }
                "contextualSpacing" => block.close = Some(is_on(value)),
                _ => {}
            }
        }
        block
    }

    /// These properties, and where they are silent those of `below`.
    pub(super) fn over(&self, below: &Self) -> Self {
        Self {
            outline: self.outline.or(below.outline),
            list: self.list.clone().or_else(|| below.list.clone()),
            level: self.level.or(below.level),
            before: self.before.or(below.before),
            after: self.after.or(below.after),
            height: self.height.or(below.height),
            rule: self.rule.or(below.rule),
            rule_below: self.rule_below.or(below.rule_below),
            shade: self.shade.or(below.shade),
            indent: self.indent.or(below.indent),
            close: self.close.or(below.close),
        }
    }
}

fn is_auto(value: Option<&str>) -> bool {
    value.is_some() && is_on(value)
}
