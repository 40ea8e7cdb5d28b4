//! Pages as SVG for a screen: with fewer elements, and in parts.
//!
//! Typst writes each letter as a `<use>` of a shared outline. A page has some 2,400 of them, and a
//! browser takes three times as long to draw those as the same outlines in a hundred paths. A
//! shared outline begins at the origin and goes on in relative steps, so that only its beginning
//! has to move.

mod parts;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

pub use parts::{Part, Parts};

/// How a shared outline begins in Typst's drawings.
const ORIGIN: &str = "M 0 0";
const SYMBOL: &str = "<symbol id=\"";
const USE: &str = "<use xlink:href=\"#";

/// A page as an SVG picture with letters as outlines, of which each is there once.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The picture.
    pub svg: String,
    /// In points (1/72 inch).
    pub width: f64,
    /// In points.
    pub height: f64,
}

impl Drawing {
    /// The same picture, four times as large and drawn by a browser in a third of the time.
    pub fn for_screen(&self) -> String {
        with_few_elements(&self.svg)
    }

    /// The same picture in parts, for who has most of them already.
    pub fn parts(&self) -> Parts<'_> {
        Parts::of(&self.svg)
    }
}

/// A letter on its line.
struct Letter<'a> {
    outline: &'a str,
    x: &'a str,
    y: &'a str,
    /// Color and fill rule, as attributes.
    paint: &'a str,
}

/// The drawing with the letters of each line as one path. What is not a plain letter (a picture
/// for an emoji, say) stays as it is.
fn with_few_elements(svg: &str) -> String {
    let outlines = outlines(svg);
    let (out, used) = joined(svg, &outlines);
    without_unused(&out, &outlines, &used)
}

/// `svg` with the letters of each line as one path, and the ids that it still refers to.
fn joined<'a>(svg: &'a str, outlines: &BTreeMap<&'a str, &'a str>) -> (String, BTreeSet<&'a str>) {
    let mut out = String::with_capacity(svg.len() * 2);
    let mut used = BTreeSet::new();
    let mut rest = svg;
    while let Some(start) = rest.find(USE) {
        out += &rest[..start];
        rest = &rest[start..];
        let mut paint = None;
        while let Some((letter, after)) = letter(rest, outlines) {
            if paint != Some(letter.paint) {
                if paint.is_some() {
                    out += "\"/>";
                }
                paint = Some(letter.paint);
                let _ = write!(out, "<path{} d=\"", letter.paint);
            }
            let _ = write!(out, "M{} {}{}", letter.x, letter.y, letter.outline);
            rest = after;
        }
        if paint.is_some() {
            out += "\"/>";
        } else {
            // Something else that is shared: its outline has to stay, too.
            let end = rest.find('>').map_or(rest.len(), |end| end + 1);
            used.extend(reference(rest));
            out += &rest[..end];
            rest = &rest[end..];
        }
    }
    out += rest;
    (out, used)
}

/// The letter that `svg` begins with, and what follows.
fn letter<'a>(svg: &'a str, outlines: &BTreeMap<&str, &'a str>) -> Option<(Letter<'a>, &'a str)> {
    let outline = outlines.get(reference(svg)?)?;
    let (element, after) = svg.split_once("/>")?;
    let (_, place) = element.split_once(" x=\"")?;
    let (x, place) = place.split_once("\" y=\"")?;
    let (y, paint) = place.split_once('"')?;
    // Only what is known to be about color may move to the path.
    let plain = paint.starts_with(" fill=\"#") && !paint.contains("transform");
    plain.then_some((Letter { outline, x, y, paint }, after))
}

/// The id that a `<use>` names.
fn reference(svg: &str) -> Option<&str> {
    Some(svg.strip_prefix(USE)?.split_once('"')?.0)
}

/// Shared outlines by id, without their beginning at the origin.
fn outlines(svg: &str) -> BTreeMap<&str, &str> {
    let mut found = BTreeMap::new();
    for symbol in svg.split(SYMBOL).skip(1) {
        let Some((id, rest)) = symbol.split_once('"') else { continue };
        let Some((_, rest)) = rest.split_once('>') else { continue };
        let path =
            rest.strip_prefix("<path d=\"").and_then(|path| path.split_once("\"/></symbol>"));
        let steps = path.and_then(|(path, _)| path.strip_prefix(ORIGIN));
        // A second absolute step would stay behind.
        if let Some(steps) = steps.filter(|steps| !steps.contains(is_absolute)) {
            found.insert(id, steps.trim_end());
        }
    }
    found
}

fn is_absolute(c: char) -> bool {
    c.is_ascii_uppercase() && c != 'Z'
}

/// Leaves out the shared outlines that nothing refers to any more.
fn without_unused(svg: &str, outlines: &BTreeMap<&str, &str>, used: &BTreeSet<&str>) -> String {
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some(start) = rest.find(SYMBOL) {
        out += &rest[..start];
        rest = &rest[start..];
        let id = rest[SYMBOL.len()..].split('"').next().unwrap_or_default();
        let end = rest.find("</symbol>").map_or(rest.len(), |end| end + "</symbol>".len());
        if !outlines.contains_key(id) || used.contains(id) {
            out += &rest[..end];
        }
        rest = &rest[end..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str =
        "<symbol id=\"gA\" overflow=\"visible\"><path d=\"M 0 0m 1 2l 3 4Z \"/></symbol>";
    const B: &str = "<symbol id=\"gB\" overflow=\"visible\"><path d=\"M 0 0v 5Z \"/></symbol>";
    const EMOJI: &str = "<symbol id=\"gE\" overflow=\"visible\"><image href=\"x\"/></symbol>";
    const ABSOLUTE: &str =
        "<symbol id=\"gF\" overflow=\"visible\"><path d=\"M 0 0m 1 1M 2 2Z \"/></symbol>";

    fn letter(id: &str, x: &str, fill: &str) -> String {
        format!(
            "<use xlink:href=\"#g{id}\" x=\"{x}\" y=\"0\" fill=\"{fill}\" fill-rule=\"nonzero\"/>"
        )
    }

    #[track_caller]
    fn check(body: &str, symbols: &str, expected_body: &str, expected_symbols: &str) {
        let page =
            |body: &str, symbols: &str| format!("<svg><g>{body}</g><defs>{symbols}</defs></svg>");
        assert_eq!(with_few_elements(&page(body, symbols)), page(expected_body, expected_symbols));
    }

    #[test]
    fn letters_of_a_line_become_one_path() {
        let line = letter("A", "0", "#000000") + &letter("B", "7.5", "#000000");
        let path = "<path fill=\"#000000\" fill-rule=\"nonzero\" d=\"M0 0m 1 2l 3 4ZM7.5 0v 5Z\"/>";
        check(&line, &(A.to_owned() + B), path, "");
    }

    #[test]
    fn another_color_is_another_path() {
        let line = letter("B", "0", "#000000") + &letter("B", "1", "#ff0000");
        let paths = "<path fill=\"#000000\" fill-rule=\"nonzero\" d=\"M0 0v 5Z\"/>\
                     <path fill=\"#ff0000\" fill-rule=\"nonzero\" d=\"M1 0v 5Z\"/>";
        check(&line, B, paths, "");
    }

    #[test]
    fn what_is_no_plain_letter_stays() {
        let line = letter("E", "0", "#000000");
        check(&line, EMOJI, &line, EMOJI);
        let line = letter("F", "0", "#000000");
        check(&line, ABSOLUTE, &line, ABSOLUTE);
        let turned = "<use xlink:href=\"#gA\" x=\"0\" y=\"0\" fill=\"url(#p)\"/>";
        check(turned, A, turned, A);
        check("<path d=\"M 0 0\"/>", "", "<path d=\"M 0 0\"/>", "");
    }

    #[test]
    fn odd_bytes_do_no_harm() {
        for svg in [
            "",
            USE,
            "<use xlink:href=\"#gA\"",
            SYMBOL,
            "<symbol id=\"g\">",
            "é<use xlink:href=\"#é",
        ] {
            assert_eq!(with_few_elements(svg), svg);
        }
    }
}
