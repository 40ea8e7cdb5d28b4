//! The embedded fonts, parsed only when a template needs them.

use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Faces a template may name, by PostScript name, at their places in [`typst_assets::fonts`].
///
/// Parsing all embedded fonts to learn their names costs more than setting a page.
const FACES: [&str; 6] = [
    "LibertinusSerif-Regular",
    "LibertinusSerif-Bold",
    "LibertinusSerif-Italic",
    "LibertinusSerif-BoldItalic",
    "LibertinusSerif-Semibold",
    "LibertinusSerif-SemiboldItalic",
];

/// The faces of a template.
#[derive(Debug)]
pub(crate) struct FontSet {
    /// Indices into [`FACES`].
    faces: Vec<usize>,
    parsed: OnceLock<Parsed>,
}

#[derive(Debug)]
struct Parsed {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl FontSet {
    /// The named faces; an unknown name is the error.
    pub(crate) fn new(names: &[String]) -> Result<Self, String> {
        let place = |name: &String| FACES.iter().position(|face| face == name);
        let faces = names.iter().map(|name| place(name).ok_or_else(|| name.clone()));
        Ok(Self { faces: faces.collect::<Result<_, _>>()?, parsed: OnceLock::new() })
    }

    fn parsed(&self) -> &Parsed {
        self.parsed.get_or_init(|| {
            let data: Vec<&'static [u8]> = typst_assets::fonts().collect();
            let fonts: Vec<Font> = self
                .faces
                .iter()
                .filter_map(|&index| Font::new(Bytes::new(*data.get(index)?), 0))
                .collect();
            Parsed { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
        })
    }

    /// Names of the faces, in the template's order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.faces.iter().map(|&index| FACES[index])
    }

    /// What Typst chooses a face by.
    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.parsed().book
    }

    /// The face at a place of [`FontSet::book`].
    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.parsed().fonts.get(index).cloned()
    }

    /// True when every face can draw the character, so that weight and slope do not matter.
    pub(crate) fn draws(&self, character: char) -> bool {
        let fonts = &self.parsed().fonts;
        fonts.iter().all(|font| font.info().coverage.contains(u32::from(character)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_stand_at_their_places() {
        let fonts: Vec<&[u8]> = typst_assets::fonts().collect();
        for (index, name) in FACES.into_iter().enumerate() {
            let font = Font::new(Bytes::new(fonts[index]), 0).expect("an embedded font parses");
            assert_eq!(font.post_script_name().as_deref(), Some(name), "face {index}");
        }
    }

    #[test]
    fn an_unknown_face_is_named() {
        let names = ["LibertinusSerif-Bold".to_owned(), "ComicSans".to_owned()];
        assert_eq!(FontSet::new(&names).err().as_deref(), Some("ComicSans"));
    }

    #[track_caller]
    fn check(text: &str, expected: bool) {
        let fonts = &crate::templates()[0].fonts;
        for character in text.chars() {
            assert_eq!(fonts.draws(character), expected, "{character:?}");
        }
    }

    #[test]
    fn draws_latin_greek_and_cyrillic() {
        check("AZaz 09 ČĆŽŠĐ čćžšđ ÄÖÜß àéîõű İıŁøŒþ Şșțğ Ơơễ", true);
        check("ΑΩαω άέήίόύώ АЯая ЂЉЊЋЏ ґєії", true);
        check("•–—…‘’“”„«»→←≥≤≠≈×±µ°€£¥§©®™", true);
        check("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", true);
    }

    #[test]
    fn does_not_draw_what_it_lacks() {
        check("日本語한국어中文हिन्दीไทย🚀✅😀", false);
    }
}
