//! Runs: letters of one look, and what stands between them.

use std::borrow::Cow;

use super::props::Run;
use super::reader::Reader;
use crate::office::{Ground, Ink, Inline, Look, Sight, is_symbolic, symbol};
use crate::xml::{Element, Space};
use crate::{HazardKind, Style, Veil};

/// What runs of a paragraph inherit.
#[derive(Clone)]
pub(super) struct Context {
    pub run: Run,
    pub ground: Ground,
    pub veil: Option<Veil>,
    pub link: Option<String>,
}

impl Reader<'_> {
    /// Reads one run.
    pub(super) fn run(&mut self, element: Element<'_>, context: &Context, inline: &mut Inline) {
        let properties = element.child("rPr");
        let own = Run::read(properties, &self.theme);
        let style = properties.and_then(|properties| properties.child_value("rStyle"));
        let run = match style.and_then(|style| self.styles.get(style)) {
            Some(style) => own.over(&style.run.toggled_over(&context.run)),
            None => own.over(&context.run),
        };
        self.run_parts(element, &run, context, inline);
    }

    fn run_parts(
        &mut self,
        element: Element<'_>,
        run: &Run,
        context: &Context,
        inline: &mut Inline,
    ) {
        for child in element.elements() {
            if child.space() == Space::Compatibility {
                if let Some(choice) = self.chosen(child) {
                    self.run_parts(choice, run, context, inline);
                }
                continue;
            }
            let instruction = self.fields.last().is_some_and(|field| !field.result);
            match child.name() {
                "fldChar" => self.field_mark(child),
                "instrText" => {
                    if let Some(field) = self.fields.last_mut()
                        && field.instruction.len() < 4096
                    {
                        field.instruction.push_str(&child.text());
                    }
                }
                _ if instruction => {}
                "t" => {
                    let text = child.text();
                    let kept = child.attribute("space") == Some("preserve");
                    let text = if kept { text.as_str() } else { text.trim() };
                    self.letters(text, run, context, inline);
                }
                "tab" | "ptab" => inline.tab(),
                "br" | "cr" => match child.attribute("type") {
                    Some("column") => inline.end_column(),
                    _ => inline.end_line(),
                },
                "noBreakHyphen" => self.letters("-", run, context, inline),
                "sym" => self.symbol(child, run, context, inline),
                "ruby" => self.runs(child, context, inline),
                "drawing" | "pict" | "object" => self.drawing(child),
                "footnoteReference" | "endnoteReference" | "commentReference" => {
                    let quote = inline.tail();
                    self.sink.hazard(HazardKind::Comment, &quote);
                }
                _ => {}
            }
        }
    }

    /// A character by its number in a font.
    fn symbol(&mut self, child: Element<'_>, run: &Run, context: &Context, inline: &mut Inline) {
        let code = child.attribute("char").and_then(|code| u32::from_str_radix(code, 16).ok());
        let font = child.attribute("font").unwrap_or_default();
        if let Some(c) = code.and_then(char::from_u32) {
            let run = Run { font: Some(font.to_owned()), ..run.clone() };
            self.letters(c.encode_utf8(&mut [0; 4]), &run, context, inline);
        }
    }

    /// Letters with their look.
    pub(super) fn letters(
        &mut self,
        text: &str,
        run: &Run,
        context: &Context,
        inline: &mut Inline,
    ) {
        let text = self.sink.within_limit(text);
        let size = run.size.unwrap_or(super::SIZE);
        let plain = run.color.and_then(Ink::color);
        let (ink, color) = match run.ink {
            Some((ink, fill)) if ink <= 0.0 => (0.0, fill),
            Some((ink, fill)) => (ink, fill.or(plain)),
            None => (1.0, plain),
        };
        let style = Style {
            size,
            bold: run.bold.unwrap_or(false),
            italic: run.italic.unwrap_or(false),
            color: color.unwrap_or_default(),
        };
        let grounds = [run.highlight, run.shade, Some(context.ground)];
        let sight = Sight {
            marked: run.vanish == Some(true),
            size,
            stretch: run.stretch.unwrap_or(1.0),
            ink,
            color,
            ground: Ground::nearest(grounds.into_iter().flatten()),
        };
        let in_field = || self.fields.iter().rev().find_map(|field| field.link.clone());
        let link = context.link.clone().or_else(in_field);
        let veil = context.veil.or_else(|| sight.veil());
        let font = run.font.as_deref().unwrap_or_default();
        inline.text(&shapes(text, font, inline.at_start()), &Look { style, link, veil });
    }
}

/// The text with shapes of symbol fonts as characters of their own.
fn shapes<'a>(text: &'a str, font: &str, starts: bool) -> Cow<'a, str> {
    let private = |c: char| ('\u{e000}'..='\u{f8ff}').contains(&c);
    if !is_symbolic(font) && !text.contains(private) {
        return Cow::Borrowed(text);
    }
    let mut shapes = String::with_capacity(text.len());
    for c in text.chars() {
        let first = starts && shapes.trim().is_empty() && is_symbolic(font);
        shapes.extend(symbol(c, font, first));
    }
    Cow::Owned(shapes)
}
