//! Colors by name: the theme of a document, its tints and shades.

use std::collections::BTreeMap;

use crate::Color;
use crate::office::measure::{hex, mix, named};
use crate::xml::Element;

/// The colors of a theme by the names Word gives them.
#[derive(Debug, Default)]
pub(super) struct Theme {
    colors: BTreeMap<String, Color>,
}

impl Theme {
    /// Reads the part of the theme.
    pub(super) fn read(root: Element<'_>) -> Self {
        let mut theme = Self::default();
        let scheme = root.child("themeElements").and_then(|elements| elements.child("clrScheme"));
        for slot in scheme.into_iter().flat_map(Element::elements) {
            let Some(value) = slot.elements().next() else { continue };
            let color = match value.name() {
                "sysClr" => value
                    .attribute("lastClr")
                    .and_then(hex)
                    .or_else(|| value.attribute("val").and_then(named)),
                _ => value.attribute("val").and_then(hex),
            };
            if let Some(color) = color {
                theme.colors.insert(slot.name().to_owned(), color);
            }
        }
        theme
    }

    /// The color of this name; Office's own theme when the document brings none.
    fn get(&self, name: &str) -> Option<Color> {
        let slot = match name {
            "dark1" | "text1" | "tx1" => "dk1",
            "light1" | "background1" | "bg1" => "lt1",
            "dark2" | "text2" | "tx2" => "dk2",
            "light2" | "background2" | "bg2" => "lt2",
            "hyperlink" => "hlink",
            "followedHyperlink" => "folHlink",
            other => other,
        };
        self.colors.get(slot).copied().or(match slot {
            "dk1" => Some(Color::default()),
            "lt1" => Some(Color::WHITE),
            _ => None,
        })
    }

    /// The color an element gives in an attribute or as a name of the theme, which goes first:
    /// the plain value is only there for programs that know no themes.
    ///
    /// `Some(None)` when it says "automatic".
    pub(super) fn color(
        &self,
        element: Element<'_>,
        plain: &str,
        themed: &str,
    ) -> Option<Option<Color>> {
        if let Some(name) = element.attribute(themed)
            && let Some(color) = self.get(name)
        {
            let share = |suffix: &str| {
                let value = element.attribute(&format!("{themed}{suffix}"));
                // The name of the attributes is "themeTint" beside "themeColor".
                let short = themed.strip_suffix("Color").map(|stem| format!("{stem}{suffix}"));
                let value = value.or_else(|| element.attribute(&short?))?;
                u8::from_str_radix(value, 16).ok().map(|share| f32::from(share) / 255.0)
            };
            return Some(Some(match (share("Tint"), share("Shade")) {
                (Some(share), _) => mix(color, Color::WHITE, share),
                (_, Some(share)) => mix(color, Color::default(), share),
                _ => color,
            }));
        }
        match element.attribute(plain)? {
            "auto" | "none" => Some(None),
            value => hex(value).map(Some),
        }
    }

    /// The color of a fill in a drawing, and how much of it is seen, 0–1.
    pub(super) fn drawn(&self, fill: Element<'_>) -> Option<(Color, f32)> {
        let value = fill.elements().next()?;
        let name = value.attribute("val").or_else(|| value.attribute("lastClr"))?;
        let mut color = match value.name() {
            "srgbClr" => hex(name)?,
            "schemeClr" => self.get(name)?,
            "sysClr" => value.attribute("lastClr").and_then(hex).or_else(|| named(name))?,
            "prstClr" => named(name)?,
            _ => return None,
        };
        let mut seen = 1.0;
        for change in value.elements() {
            let share = change.attribute("val").and_then(|share| share.parse::<f32>().ok());
            let share = share.unwrap_or_default() / 100_000.0;
            match change.name() {
                "alpha" => seen = share,
                "lumMod" | "shade" => color = mix(color, Color::default(), share.clamp(0.0, 1.0)),
                "lumOff" => color = mix(Color::WHITE, color, share.clamp(0.0, 1.0)),
                "tint" => color = mix(color, Color::WHITE, share.clamp(0.0, 1.0)),
                _ => {}
            }
        }
        Some((color, seen))
    }
}
