//! A page in parts: each line of text once, and where it stands.
//!
//! Who writes looks at one page that changes by a line at a time. Whoever has the other lines
//! already needs to be told no more than their places.

use std::collections::BTreeMap;
use std::iter;
use std::ops::Range;

use super::{USE, joined, letter, outlines};

/// A page in parts, from the back to the front.
#[derive(Debug)]
pub struct Parts<'a> {
    outlines: BTreeMap<&'a str, &'a str>,
    all: Vec<Part<'a>>,
}

/// A part of a page: a line of text, a rule, a ground.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part<'a> {
    /// How far it stands from the left, in points (1/72 inch).
    pub x: f64,
    /// How far it stands from the top, in points.
    pub y: f64,
    /// Names what it shows: equal for parts that look the same. [`Parts::draw`] makes a picture of
    /// it.
    pub source: &'a str,
}

impl<'a> Parts<'a> {
    /// Takes a drawing of Typst's apart. Groups that do nothing but move what is in them are opened;
    /// links are left out, which show nothing.
    pub(super) fn of(svg: &'a str) -> Self {
        let outlines = outlines(svg);
        let (mut x, mut y) = (0.0, 0.0);
        let mut outside = Vec::new();
        let mut all = Vec::new();
        let mut shared = None;
        let mut from = 0;
        while let Some(tag) = tag(svg, from) {
            let text = &svg[tag.clone()];
            from = tag.end;
            if text.starts_with("<svg") {
                continue;
            }
            if text.starts_with("</") {
                (x, y) = outside.pop().unwrap_or((x, y));
                continue;
            }
            if let Some((right, down)) = moved(text) {
                outside.push((x, y));
                (x, y) = (x + right, y + down);
                continue;
            }
            from = end_of_element(svg, &tag);
            let source = &svg[tag.start..from];
            if text.starts_with("<defs") {
                shared = Some(Part { x, y, source });
            } else if !text.starts_with("<a ") {
                all.push(Part { x, y, source });
            }
        }
        let refers = |part: &Part<'_>| {
            let mut uses = part.source.match_indices(USE).map(|(at, _)| &part.source[at..]);
            part.source.contains("url(#") || uses.any(|rest| letter(rest, &outlines).is_none())
        };
        // Letters bring their outlines with them; anything else needs what is shared.
        if all.iter().any(refers) {
            all.extend(shared);
        }
        Self { outlines, all }
    }

    /// The parts.
    pub fn iter(&self) -> impl Iterator<Item = &Part<'a>> {
        self.all.iter()
    }

    /// A part as the content of an SVG group that is moved to its place.
    pub fn draw(&self, part: &Part<'_>) -> String {
        joined(part.source, &self.outlines).0
    }
}

/// The first tag at or behind `from`. Values of attributes may hold `>`.
fn tag(svg: &str, from: usize) -> Option<Range<usize>> {
    let start = from + svg.get(from..)?.find('<')?;
    let mut quoted = false;
    let end = svg[start..].bytes().position(|byte| {
        quoted ^= byte == b'"';
        !quoted && byte == b'>'
    })?;
    Some(start..start + end + 1)
}

/// How far a group moves what is in it, when that is all it does.
fn moved(tag: &str) -> Option<(f64, f64)> {
    let place = tag.strip_prefix("<g transform=\"translate(")?.strip_suffix(")\">")?;
    let (x, y) = place.split_once(' ').unwrap_or((place, "0"));
    Some((x.parse().ok()?, y.parse().ok()?))
}

/// Where the element ends that begins with the tag `start`.
fn end_of_element(svg: &str, start: &Range<usize>) -> usize {
    let mut depth = 0_usize;
    let tags = iter::successors(Some(start.clone()), |last| tag(svg, last.end));
    for tag in tags {
        let text = &svg[tag.clone()];
        if text.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if !text.ends_with("/>") {
            depth += 1;
        }
        if depth == 0 {
            return tag.end;
        }
    }
    svg.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "<symbol id=\"gA\" overflow=\"visible\"><path d=\"M 0 0v 5Z \"/></symbol>";
    const LETTER_A: &str = "<use xlink:href=\"#gA\" x=\"0\" y=\"0\" fill=\"#000000\"/>";
    const DRAWN: &str = "<path fill=\"#000000\" d=\"M0 0v 5Z\"/>";

    #[track_caller]
    fn check(body: &str, expected: &[(f64, f64, &str)]) {
        let svg =
            format!("<svg viewBox=\"0 0 9 9\">{body}<defs id=\"glyph\">{LETTER}</defs></svg>");
        let parts = Parts::of(&svg);
        let found: Vec<_> = parts.iter().map(|part| (part.x, part.y, parts.draw(part))).collect();
        let found: Vec<_> = found.iter().map(|(x, y, svg)| (*x, *y, svg.as_str())).collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn lines_stand_at_their_places() {
        check("", &[]);
        check("<path d=\"M 0 0\"/>", &[(0.0, 0.0, "<path d=\"M 0 0\"/>")]);
        let line = format!("<g transform=\"matrix(1 0 0 -1 0 7)\">{LETTER_A}</g>");
        let drawn = format!("<g transform=\"matrix(1 0 0 -1 0 7)\">{DRAWN}</g>");
        let body = format!(
            "<g transform=\"translate(10 20)\">{line}<g transform=\"translate(1.5)\">{line}</g>{line}</g>{line}"
        );
        check(
            &body,
            &[(10.0, 20.0, &drawn), (11.5, 20.0, &drawn), (10.0, 20.0, &drawn), (0.0, 0.0, &drawn)],
        );
    }

    #[test]
    fn links_show_nothing() {
        let link = "<a href=\"https://a.example/?b>c\"><rect width=\"1\"/></a>";
        check(&format!("{link}<rect/>{link}"), &[(0.0, 0.0, "<rect/>")]);
    }

    #[test]
    fn what_is_shared_comes_along_where_it_is_needed() {
        let clipped = "<g clip-path=\"url(#c)\"><g><rect/></g></g>";
        let shared = format!("<defs id=\"glyph\">{LETTER}</defs>");
        check(clipped, &[(0.0, 0.0, clipped), (0.0, 0.0, &shared)]);
        let other = "<use xlink:href=\"#gX\"/>";
        check(other, &[(0.0, 0.0, other), (0.0, 0.0, &shared)]);
    }

    #[test]
    fn odd_bytes_do_no_harm() {
        for svg in
            ["", "<", "<g", "</g></g>", "<g><g>", "<é a=\"", "<svg><g transform=\"translate(\">"]
        {
            let parts = Parts::of(svg);
            parts.iter().for_each(|part| drop(parts.draw(part)));
        }
    }
}
