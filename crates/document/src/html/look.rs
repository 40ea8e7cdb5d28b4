//! What an element looks like: its own declarations on top of what it inherits.

use super::color::{self, Paint};
use super::display::{self, Display};
use super::property::{Declaration, length};
use super::tree::Node;
use crate::{Color, Style, Veil};

/// The look of the text in an element; what an element inherits from the one around it.
#[derive(Clone, Debug)]
pub(super) struct Look {
    /// Size of type in CSS pixels.
    pub size: f32,
    pub bold: bool,
    pub italic: bool,
    /// `None` when the color cannot be told.
    pub color: Option<Paint>,
    /// What it stands on; `None` when that cannot be told.
    pub ground: Option<Color>,
    /// How much of it is there, 0–1.
    pub opacity: f32,
    /// False where `visibility` says so.
    pub visible: bool,
    /// How an element around it hides it.
    pub veil: Option<Veil>,
    /// True where spaces and line ends of the text are kept.
    pub preformatted: bool,
    /// Where it leads.
    pub link: Option<String>,
}

/// How the box of one element behaves.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    pub display: Display,
    /// Moved to a side of the line.
    pub floats: bool,
    /// Has a ground, a border or room of its own.
    pub boxed: bool,
    /// Room above, when the style tells it.
    pub above: Option<bool>,
    /// Room below, when the style tells it.
    pub below: Option<bool>,
}

/// Lengths and places of a box that together may hide it.
#[derive(Default)]
struct Place {
    positioned: bool,
    far_off: bool,
    far_off_if_positioned: bool,
    clipped_if_positioned: bool,
    clipped: bool,
    cut: bool,
    small: bool,
    column: bool,
    display: Option<String>,
}

/// Further than this nobody moves what is to be seen, in CSS pixels.
const FAR: f32 = -500.0;

impl Look {
    /// Black on the given ground, 12 points.
    pub(super) fn new(ground: Option<Color>) -> Self {
        Self {
            size: 16.0,
            bold: false,
            italic: false,
            color: Some(Paint { color: Color::default(), alpha: 1.0 }),
            ground,
            opacity: 1.0,
            visible: true,
            veil: None,
            preformatted: false,
            link: None,
        }
    }

    /// The look of an element in this one.
    pub(super) fn of(&self, node: &Node, declared: &[(&Declaration, String)]) -> (Self, Frame) {
        let mut look = self.clone();
        let mut frame = Frame { display: Display::of(&node.name), ..Frame::default() };
        look.by_name(node);
        let mut place = Place::default();
        for (declaration, value) in declared {
            look.declare(&declaration.name, value, self, &mut frame, &mut place);
        }
        if let Some(display) = &place.display {
            let said = Display::parse(display, place.column);
            // Dropped elements hold no text, whatever their style.
            frame.display =
                said.filter(|_| !display::is_dropped(&node.name)).unwrap_or(frame.display);
        }
        let marked = frame.display == Display::None || node.attribute("hidden").is_some();
        let closed = node.name == "dialog" && node.attribute("open").is_none();
        if look.veil.is_none() {
            look.veil = if marked || closed {
                Some(Veil::Marked)
            } else if place.far_off || (place.positioned && place.far_off_if_positioned) {
                Some(Veil::OffPage)
            } else if place.clipped
                || (place.positioned && place.clipped_if_positioned)
                || (place.cut && place.small)
            {
                Some(Veil::Clipped)
            } else {
                None
            };
        }
        (look, frame)
    }

    fn by_name(&mut self, node: &Node) {
        match node.name.as_str() {
            "b" | "strong" | "th" => self.bold = true,
            "i" | "em" | "cite" | "dfn" | "var" | "address" => self.italic = true,
            "small" | "sub" | "sup" => self.size *= 0.83,
            "big" => self.size *= 1.2,
            "pre" | "textarea" | "listing" | "xmp" | "plaintext" => self.preformatted = true,
            _ => {}
        }
        if let Some(level) = display::heading(&node.name) {
            self.bold = true;
            self.size *= [2.0, 1.5, 1.17, 1.0, 0.83, 0.67][usize::from(level - 1)];
        }
        if node.name == "font" {
            if let Some(color) = node.attribute("color").and_then(color::legacy) {
                self.color = Some(color);
            }
            let size = node.attribute("size").and_then(|size| size.parse::<usize>().ok());
            if let Some(size) = size {
                self.size = [10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0][size.clamp(1, 7) - 1];
            }
        }
        if let Some(ground) = node.attribute("bgcolor").and_then(color::legacy) {
            self.ground = Some(ground.color);
        }
    }

    fn declare(
        &mut self,
        name: &str,
        value: &str,
        outer: &Self,
        frame: &mut Frame,
        place: &mut Place,
    ) {
        let pixels = |text: &str| length(text, self.size, None);
        match name {
            "display" => place.display = Some(value.to_owned()),
            "mso-hide" if value == "all" => place.display = Some("none".to_owned()),
            "flex-direction" | "flex-flow" => place.column = value.starts_with("column"),
            "visibility" => self.visible = !matches!(value, "hidden" | "collapse"),
            "color" => match value {
                "inherit" | "currentcolor" | "unset" => self.color = outer.color,
                "initial" | "windowtext" | "auto" => {
                    self.color = Some(Paint { color: Color::default(), alpha: 1.0 });
                }
                _ => self.color = color::parse(value),
            },
            "background" | "background-color" | "background-image" => {
                self.lay_ground(value);
                frame.boxed |= !matches!(value, "none" | "transparent" | "inherit" | "0");
            }
            "border" | "padding" => frame.boxed |= !value.starts_with('0') && value != "none",
            "font-size" => self.size = font_size(value, outer.size).unwrap_or(self.size),
            "font" => self.font(value, outer.size),
            "font-weight" => self.bold = weight(value).unwrap_or(self.bold),
            "font-style" => self.italic = matches!(value, "italic" | "oblique"),
            "opacity" => self.opacity *= share(value).unwrap_or(1.0),
            "filter" => {
                let share =
                    value.strip_prefix("opacity(").and_then(|v| share(v.trim_end_matches(')')));
                self.opacity *= share.unwrap_or(1.0);
            }
            "position" => place.positioned = matches!(value, "absolute" | "fixed" | "relative"),
            "left" | "right" | "top" | "bottom" => {
                place.far_off_if_positioned |= pixels(value).is_some_and(|n| n <= FAR);
            }
            "margin-left" | "text-indent" => {
                place.far_off |= pixels(value).is_some_and(|n| n <= FAR);
            }
            "margin" => {
                let sides: Vec<_> = value.split(' ').map(pixels).collect();
                let above = sides.first().copied().flatten();
                let below = sides.get(2).copied().flatten().or(above);
                place.far_off |= sides.iter().flatten().any(|n| *n <= FAR);
                frame.above = above.map(|n| n >= self.size / 2.0).or(frame.above);
                frame.below = below.map(|n| n >= self.size / 2.0).or(frame.below);
            }
            "margin-top" => frame.above = pixels(value).map(|n| n >= self.size / 2.0),
            "margin-bottom" => frame.below = pixels(value).map(|n| n >= self.size / 2.0),
            "transform" => {
                place.far_off |= value
                    .strip_prefix("translate")
                    .and_then(|rest| rest.split_once('('))
                    .is_some_and(|(_, sides)| {
                        sides.trim_end_matches(')').split(',').filter_map(pixels).any(|n| n <= FAR)
                    });
                place.clipped |= matches!(value, "scale(0)" | "scale(0, 0)" | "scale(0,0)");
            }
            "clip" => {
                let inside = value.trim_start_matches("rect(").trim_end_matches(')');
                let sides: Vec<_> =
                    inside.split([',', ' ']).filter(|s| !s.is_empty()).filter_map(pixels).collect();
                place.clipped_if_positioned =
                    matches!(sides[..], [t, r, b, l] if (r - l) * (b - t) <= 1.0);
            }
            "clip-path" => {
                let inset = value.strip_prefix("inset(").and_then(|v| v.split([')', ' ']).next());
                let inset = inset.and_then(|v| length(v, self.size, Some(100.0)));
                place.clipped |= value.ends_with('%')
                    || inset.is_some_and(|n| n >= 50.0)
                    || value == "circle(0)";
            }
            "height" | "max-height" | "width" | "max-width" => {
                place.small |= pixels(value).is_some_and(|n| n <= 1.0);
            }
            "overflow" | "overflow-x" | "overflow-y" => {
                place.cut = matches!(value, "hidden" | "clip");
            }
            "float" => frame.floats = matches!(value, "left" | "right"),
            "white-space" => {
                self.preformatted =
                    matches!(value, "pre" | "pre-wrap" | "pre-line" | "break-spaces");
            }
            _ => {}
        }
    }

    fn lay_ground(&mut self, value: &str) {
        if matches!(value, "none" | "inherit" | "initial" | "unset") {
            return;
        }
        if value.contains("url(") || value.contains("gradient(") {
            self.ground = None;
            return;
        }
        // The shorthand holds places and repeats too; the first color counts.
        let paint = color::parse(value).or_else(|| value.split(' ').find_map(color::parse));
        self.ground = match (paint, self.ground) {
            (Some(paint), _) if paint.alpha >= 1.0 => Some(paint.color),
            (Some(paint), Some(ground)) => Some(paint.over(ground)),
            (Some(paint), None) if paint.alpha <= 0.0 => None,
            _ => None,
        };
    }

    fn font(&mut self, value: &str, outer: f32) {
        for word in value.split(' ') {
            let size = word.split('/').next().unwrap_or_default();
            if let Some(bold) = weight(word) {
                self.bold = bold;
            } else if matches!(word, "italic" | "oblique") {
                self.italic = true;
            } else if let Some(size) = font_size(size, outer) {
                self.size = size;
                return;
            }
        }
    }

    /// How text of this look cannot be seen.
    pub(super) fn hides(&self) -> Option<Veil> {
        if self.veil.is_some() {
            return self.veil;
        }
        if !self.visible {
            return Some(Veil::Marked);
        }
        // 2 points, as on paper.
        if self.size * 0.75 < 2.0 {
            return Some(Veil::Tiny);
        }
        let color = self.color?;
        if self.opacity * color.alpha < 0.05 {
            return Some(Veil::Transparent);
        }
        let ground = self.ground?;
        let alpha = color.alpha * self.opacity;
        let seen = Paint { alpha, ..color }.over(ground);
        seen.vanishes_on(ground).then_some(Veil::SameColor)
    }

    pub(super) fn style(&self) -> Style {
        let size = (self.size * 0.75 * 4.0).round() / 4.0;
        let color = self.color.map(|paint| match self.ground {
            Some(ground) => paint.over(ground),
            None => paint.color,
        });
        Style { size, bold: self.bold, italic: self.italic, color: color.unwrap_or_default() }
    }
}

fn weight(value: &str) -> Option<bool> {
    match value {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        _ => value.parse::<u16>().ok().filter(|n| (100..=1000).contains(n)).map(|n| n >= 600),
    }
}

fn font_size(value: &str, outer: f32) -> Option<f32> {
    let size = match value {
        "xx-small" => 9.0,
        "x-small" => 10.0,
        "small" => 13.0,
        "medium" => 16.0,
        "large" => 18.0,
        "x-large" => 24.0,
        "xx-large" => 32.0,
        "smaller" => outer / 1.2,
        "larger" => outer * 1.2,
        _ => length(value, outer, Some(outer))?,
    };
    (size >= 0.0).then_some(size.min(1000.0))
}

fn share(value: &str) -> Option<f32> {
    let share = match value.strip_suffix('%') {
        Some(number) => number.trim().parse::<f32>().ok()? / 100.0,
        None => value.trim().parse::<f32>().ok()?,
    };
    share.is_finite().then_some(share.clamp(0.0, 1.0))
}
