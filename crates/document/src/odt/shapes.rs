//! Frames and shapes: text boxes and pictures.

use super::reader::{FAR, Reader};
use super::styles::Fill;
use crate::office::{measure::points, stuffed};
use crate::xml::{Element, Space};
use crate::{Color, HazardKind, Part, Veil};

/// A picture of this width and height may hold text, in points; a portrait is narrower.
const PICTURE: (f32, f32) = (200.0, 60.0);
/// A shape of this size or more may stand behind text, in square points.
const BACKDROP: f32 = 3000.0;

impl<'t> Reader<'t> {
    /// Reads a frame or a shape. Its lines come before those of the paragraph it hangs on.
    pub(super) fn shape(&mut self, shape: Element<'t>) {
        let veil = self.veil;
        let ground = self.ground;
        let far = |name: &str| {
            let place = shape.attribute(name).and_then(|value| points(value, 1.0));
            place.is_some_and(|place| place.abs() > FAR)
        };
        if far("x") || far("y") {
            self.veil = veil.or(Some(Veil::OffPage));
        }
        match self.fill(shape) {
            Fill::None => {}
            fill => self.ground = fill,
        }
        for child in shape.elements() {
            match (child.space(), child.name()) {
                (Space::Draw, "text-box") => self.text_box(child),
                (Space::Draw, "image" | "object" | "object-ole") => {
                    let (width, height) = size(shape).unwrap_or_default();
                    if width >= PICTURE.0 && height >= PICTURE.1 {
                        self.sink.hazard(HazardKind::Picture, "");
                    }
                    let to = child.attribute("href").unwrap_or_default();
                    if to.starts_with("http:") || to.starts_with("https:") {
                        self.sink.hazard_once(HazardKind::Active, to);
                    }
                }
                (Space::Draw, _) => self.shape(child),
                (_, "desc") => {
                    for text in stuffed(std::iter::once(child.text().as_str())) {
                        let text = self.sink.within_limit(text).to_owned();
                        self.sink.hide(Veil::Replacement, text);
                    }
                }
                _ => {}
            }
        }
        // Shapes that are no frames hold their paragraphs themselves.
        if shape.elements().any(|child| child.space() == Space::Text) {
            self.text_box(shape);
        }
        (self.veil, self.ground) = (veil, ground);
    }

    fn text_box(&mut self, content: Element<'t>) {
        let place = (self.sink.part, self.sink.block, self.sink.apart);
        let start = self.sink.lines.len();
        self.sink.part = Part::TextBox;
        self.sink.apart = false;
        self.sink.new_block();
        // Shapes inside were read already.
        let lists = self.leave_lists();
        if content.name() == "text-box" {
            self.blocks(content);
        } else {
            self.texts(content);
        }
        self.enter_lists(lists);
        if let Some(line) = self.sink.lines.get(start) {
            let quote = line.text();
            self.sink.hazard(HazardKind::TextBox, &quote);
        }
        (self.sink.part, self.sink.block, self.sink.apart) = place;
    }

    fn fill(&self, shape: Element<'_>) -> Fill {
        let style = self.styles.get("graphic", shape.attribute("style-name"));
        style.fill.unwrap_or(Fill::None)
    }

    /// True when a shape that may stand behind text is drawn.
    pub(super) fn paints(&self, root: Element<'t>) -> bool {
        let shapes = root.descendants().filter(|element| element.space() == Space::Draw);
        shapes.filter(|shape| shape.attribute("style-name").is_some()).any(|shape| {
            let dark = match self.fill(shape) {
                Fill::Plain(color) => !Color::WHITE.vanishes_on(color),
                Fill::Unknown => true,
                Fill::None => false,
            };
            dark && size(shape).is_none_or(|(width, height)| width * height > BACKDROP)
        })
    }
}

fn size(shape: Element<'_>) -> Option<(f32, f32)> {
    let side = |name: &str| shape.attribute(name).and_then(|value| points(value, 1.0));
    side("width").zip(side("height"))
}
