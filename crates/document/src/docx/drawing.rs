//! Drawings: text boxes and pictures that float over the page.

use super::about::is_local;
use super::reader::Reader;
use crate::office::measure::{hex, named, points};
use crate::office::{FAR, Floating, Ground, Inline, LEGIBLE, Look, Paragraph, stuffed};
use crate::xml::{Element, Space};
use crate::{HazardKind, Part, Veil};

/// English metric units of a point.
const EMU: f32 = 12_700.0;
/// A picture of this width and height may hold text, in points; a portrait is narrower.
const PICTURE: (f32, f32) = (200.0, 60.0);
/// A shape of this size or more may stand behind text, in square points.
const BACKDROP: f32 = 3000.0;

/// What is known of the shape of the moment.
#[derive(Clone, Copy)]
struct Shape {
    ground: Ground,
    veil: Option<Veil>,
    size: Option<(f32, f32)>,
}

impl Reader<'_> {
    /// Reads what a drawing says. Its lines come before those of the paragraph it hangs on.
    pub(super) fn drawing(&mut self, element: Element<'_>) {
        let shape = Shape { ground: self.ground, veil: self.veil, size: None };
        let start = self.sink.lines.len();
        self.drawn(element, shape);
        let lines = self.sink.lines.split_off(start);
        if !lines.is_empty() {
            self.boxes.push(Floating { place: place(element), lines });
        }
    }

    fn drawn(&mut self, element: Element<'_>, shape: Shape) {
        let mut shape = shape;
        match element.space() {
            Space::Compatibility => {
                if let Some(choice) = self.chosen(element) {
                    for child in choice.elements() {
                        self.drawn(child, shape);
                    }
                }
                return;
            }
            Space::Word if element.name() == "txbxContent" => return self.text_box(element, shape),
            Space::Vml => {
                if let Some(text) =
                    element.attribute("string").filter(|_| element.name() == "textpath")
                {
                    return self.word_art(text, shape);
                }
                shape = vml(element, shape);
                if element.name() == "imagedata" {
                    self.picture(shape.size, "");
                }
            }
            _ => shape = self.drawing_ml(element, shape),
        }
        for child in element.elements() {
            self.drawn(child, shape);
        }
    }

    /// What an element of `DrawingML` says about the shapes in it.
    fn drawing_ml(&mut self, element: Element<'_>, shape: Shape) -> Shape {
        let mut shape = shape;
        match element.name() {
            "inline" | "anchor" => {
                if let Some(extent) = element.child("extent") {
                    let side = |name: &str| extent.attribute(name).and_then(|v| points(v, EMU));
                    shape.size = side("cx").zip(side("cy"));
                }
                let thin = shape.size.is_some_and(|(x, y)| x < LEGIBLE || y < LEGIBLE);
                if thin {
                    shape.veil = shape.veil.or(Some(Veil::Clipped));
                }
                for place in ["positionH", "positionV"] {
                    let offset = element.child(place).and_then(|place| place.child("posOffset"));
                    let offset = offset.and_then(|offset| points(&offset.text(), EMU));
                    if offset.is_some_and(|offset| offset.abs() > FAR) {
                        shape.veil = shape.veil.or(Some(Veil::OffPage));
                    }
                }
                let about = element.child("docPr");
                let hidden = about.and_then(|about| about.attribute("hidden"));
                if matches!(hidden, Some("1" | "true")) {
                    shape.veil = shape.veil.or(Some(Veil::Marked));
                }
                let said = about.and_then(|about| about.attribute("descr"));
                for text in stuffed(said.into_iter()) {
                    let text = self.sink.within_limit(text).to_owned();
                    self.sink.hide(Veil::Replacement, text);
                }
            }
            "wsp" => shape.ground = self.fill(element).unwrap_or(shape.ground),
            "pic" | "chart" | "relIds" => {
                let name = element.child("nvPicPr").and_then(|name| name.child("cNvPr"));
                let name = name.and_then(|name| name.attribute("descr")).unwrap_or_default();
                self.picture(shape.size, name);
            }
            "blip" => {
                let link = element.attribute("link").and_then(|id| self.relations.get(id));
                if let Some(link) = link
                    .filter(|link| link.external && !is_local(&link.target))
                    .map(|to| to.target.clone())
                {
                    self.sink.hazard_once(HazardKind::Active, &link);
                }
            }
            _ => {}
        }
        shape
    }

    /// How a shape is filled; `None` when what is behind it is seen.
    fn fill(&self, shape: Element<'_>) -> Option<Ground> {
        let properties = shape.child("spPr");
        for fill in properties.into_iter().flat_map(Element::elements) {
            match fill.name() {
                "noFill" => return None,
                "solidFill" => {
                    return match self.theme.drawn(fill) {
                        Some((_, seen)) if seen < 0.3 => None,
                        Some((color, seen)) if seen > 0.9 => Some(Ground::Plain(color)),
                        _ => Some(Ground::Unknown),
                    };
                }
                "gradFill" | "pattFill" | "blipFill" | "grpFill" => return Some(Ground::Unknown),
                _ => {}
            }
        }
        let by_style = shape.child("style").and_then(|style| style.child("fillRef"))?;
        if by_style.attribute("idx") == Some("0") {
            return None;
        }
        Some(self.theme.drawn(by_style).map_or(Ground::Unknown, |(color, _)| Ground::Plain(color)))
    }

    fn picture(&mut self, size: Option<(f32, f32)>, name: &str) {
        if size.is_some_and(|(width, height)| width >= PICTURE.0 && height >= PICTURE.1) {
            self.sink.hazard(HazardKind::Picture, name);
        }
    }

    /// Text in a box: a block of its own.
    fn text_box(&mut self, content: Element<'_>, shape: Shape) {
        let sink = &mut self.sink;
        let place = (sink.part, sink.block, sink.apart);
        let outside = (self.ground, self.veil, self.framed);
        let fields = std::mem::take(&mut self.fields);
        let carried = self.carried.take();
        let before = self.before.clone();
        let start = sink.lines.len();
        sink.part = Part::TextBox;
        sink.apart = false;
        sink.new_block();
        (self.ground, self.veil, self.framed) = (shape.ground, shape.veil, false);
        self.blocks(content);
        if let Some(line) = self.sink.lines.get(start) {
            let quote = line.text();
            self.sink.hazard(HazardKind::TextBox, &quote);
        }
        (self.fields, self.carried, self.before) = (fields, carried, before);
        (self.ground, self.veil, self.framed) = outside;
        (self.sink.part, self.sink.block, self.sink.apart) = place;
    }

    /// Letters drawn as a picture.
    fn word_art(&mut self, text: &str, shape: Shape) {
        let text = self.sink.within_limit(text).to_owned();
        let mut inline = Inline::default();
        inline.text(&text, &Look { veil: shape.veil, ..Look::default() });
        let place = (self.sink.part, self.sink.block, self.sink.apart);
        self.sink.part = Part::TextBox;
        self.sink.new_block();
        if self.sink.end(inline, &Paragraph::default()) {
            self.sink.hazard(HazardKind::TextBox, &text);
        }
        (self.sink.part, self.sink.block, self.sink.apart) = place;
    }

    /// True when a shape that may stand behind text is drawn in this part.
    pub(super) fn paints(&self, root: Element<'_>) -> bool {
        root.descendants().any(|element| match element.name() {
            "wsp" => self.fill(element).is_some_and(Ground::is_dark) && is_large(element),
            // A picture behind the text, from one edge of it to the other.
            "anchor" => {
                let behind = matches!(element.attribute("behindDoc"), Some("1" | "true"));
                let side = |name: &str| {
                    element.child("extent")?.attribute(name).and_then(|v| points(v, EMU))
                };
                behind
                    && side("cx").zip(side("cy")).is_some_and(|(x, y)| x * y > BACKDROP)
                    && element.descendants().any(|element| element.name() == "pic")
            }
            "rect" | "shape" | "roundrect" if element.space() == Space::Vml => {
                let shape = Shape { ground: Ground::Clear, veil: None, size: None };
                let shape = vml(element, shape);
                let large = shape.size.is_none_or(|(x, y)| x * y > BACKDROP);
                large && shape.ground.is_dark()
            }
            _ => false,
        })
    }
}

/// Where a drawing floats, in points from the paragraph, the margin or the page: the three differ
/// by less than a margin at the top of a page, where such boxes hang.
fn place(drawing: Element<'_>) -> Option<[f32; 4]> {
    let anchor = drawing.child("anchor")?;
    let from = |name: &str, frames: [&str; 3]| {
        let position = anchor.child(name)?;
        let frame = position.attribute("relativeFrom")?;
        frames.contains(&frame).then_some(())?;
        points(&position.child("posOffset")?.text(), EMU)
    };
    let left = from("positionH", ["page", "margin", "column"])?;
    let top = from("positionV", ["page", "margin", "paragraph"])?;
    let extent = anchor.child("extent")?;
    let side = |name: &str| extent.attribute(name).and_then(|value| points(value, EMU));
    Some([left, top, left + side("cx")?, top + side("cy")?])
}

fn is_large(shape: Element<'_>) -> bool {
    let extent = shape.child("spPr").and_then(|p| p.child("xfrm")).and_then(|x| x.child("ext"));
    let side = |name: &str| extent?.attribute(name).and_then(|v| points(v, EMU));
    side("cx").zip(side("cy")).is_none_or(|(x, y)| x * y > BACKDROP)
}

/// What an element of VML says about the shapes in it.
fn vml(element: Element<'_>, shape: Shape) -> Shape {
    let mut shape = shape;
    for rule in element.attribute("style").unwrap_or_default().split(';') {
        let Some((name, value)) = rule.split_once(':') else { continue };
        let length = points(value.trim(), 1.0);
        match (name.trim(), value.trim()) {
            ("visibility", "hidden") => shape.veil = shape.veil.or(Some(Veil::Marked)),
            ("left" | "margin-left" | "top" | "margin-top", _) => {
                // Without a unit these are coordinates of a group.
                let away = value.trim().ends_with("pt") && length.is_some_and(|l| l.abs() > FAR);
                if away {
                    shape.veil = shape.veil.or(Some(Veil::OffPage));
                }
            }
            ("width", _) => shape.size = length.map(|x| (x, shape.size.map_or(0.0, |size| size.1))),
            ("height", _) => {
                shape.size = length.map(|y| (shape.size.map_or(0.0, |size| size.0), y));
            }
            _ => {}
        }
    }
    if matches!(element.attribute("filled"), Some("f" | "false")) {
        return shape;
    }
    if let Some(color) = element.attribute("fillcolor") {
        // A name or number of the theme may follow in brackets.
        let color = color.split_whitespace().next().unwrap_or_default();
        shape.ground = hex(color).or_else(|| named(color)).map_or(Ground::Unknown, Ground::Plain);
    }
    if element.name() == "fill" && element.attribute("type").is_some_and(|kind| kind != "solid") {
        shape.ground = Ground::Unknown;
    }
    shape
}
