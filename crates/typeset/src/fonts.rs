//! The embedded fonts, parsed only when a template needs them.

use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Families a template may name, and where their faces stand in [`typst_assets::fonts`].
///
/// Parsing all embedded fonts to learn their names costs more than setting a page.
const FAMILIES: [(&str, std::ops::Range<usize>); 1] = [("Libertinus Serif", 0..6)];

/// The faces of some families.
#[derive(Debug)]
pub(crate) struct FontSet {
    /// Indices into [`typst_assets::fonts`].
    faces: Vec<usize>,
    parsed: OnceLock<Parsed>,
}

#[derive(Debug)]
struct Parsed {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl FontSet {
    /// The faces of `families`; an unknown family is the error.
    pub(crate) fn new(families: &[String]) -> Result<Self, String> {
        let mut faces = Vec::new();
        for family in families {
            let known = FAMILIES.iter().find(|(name, _)| name == family);
            faces.extend(known.ok_or_else(|| family.clone())?.1.clone());
        }
        Ok(Self { faces, parsed: OnceLock::new() })
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
    fn indices_name_the_faces_they_claim() {
        for (family, range) in FAMILIES {
            for (index, data) in typst_assets::fonts().enumerate() {
                let font = Font::new(Bytes::new(data), 0).expect("an embedded font parses");
                let belongs = font.info().family == family;
                assert_eq!(belongs, range.contains(&index), "{family}, face {index}");
            }
        }
    }

    #[test]
    fn an_unknown_family_is_named() {
        let families = ["Libertinus Serif".to_owned(), "Comic Sans".to_owned()];
        assert_eq!(FontSet::new(&families).err().as_deref(), Some("Comic Sans"));
    }

    #[track_caller]
    fn check(text: &str, expected: bool) {
        let fonts = FontSet::new(&["Libertinus Serif".to_owned()]).expect("a known family");
        for character in text.chars() {
            assert_eq!(fonts.draws(character), expected, "{character:?}");
        }
    }

    #[test]
    fn draws_latin_greek_and_cyrillic() {
        check("AZaz 09 ČĆŽŠĐ čćžšđ ÄÖÜß àéîõű İıŁøŒþ Şșțğ", true);
        check("ΑΩαω άέήίόύώ АЯая ЂЉЊЋЏ ґєії", true);
        check("•–—…‘’“”„«»→←≥≤≠≈×±µ°€£¥§©®™", true);
        check("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", true);
    }

    #[test]
    fn does_not_draw_what_it_lacks() {
        check("日本語한국어中文हिन्दीไทย🚀✅😀", false);
    }
}
