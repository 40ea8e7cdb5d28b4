//! The embedded font families; a face is parsed when a page needs it, and once in a process.

use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use serde::Deserialize;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// A font family that is part of the program.
#[derive(Debug)]
pub struct Family {
    /// Its name, which users write.
    pub name: &'static str,
    /// The name inside its font files, which templates get.
    inner_name: &'static str,
    /// Its license as an SPDX expression.
    pub license: &'static str,
    /// For each of [`Style`]: a place in [`FACES`]. A family without a semibold lends its bold;
    /// one variable font serves all styles.
    faces: [usize; 5],
    /// Name and place of a face for signs that the others lack.
    symbols: Option<(&'static str, usize)>,
}

impl Family {
    /// The names a template asks Typst for, in order.
    pub(crate) fn inner_names(&self) -> Vec<&'static str> {
        std::iter::once(self.inner_name).chain(self.symbols.map(|(name, _)| name)).collect()
    }
}

/// A style that a template sets text in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Style {
    Regular,
    Italic,
    Semibold,
    Bold,
    BoldItalic,
}

/// All families, serifs first.
pub const FAMILIES: &[Family] = &[
    Family {
        name: "Libertinus Serif",
        inner_name: "Libertinus Serif",
        license: "OFL-1.1",
        // Its bold italic lacks letters that the semibold one has.
        faces: [0, 2, 4, 1, 3],
        symbols: None,
    },
    Family {
        name: "New Computer Modern",
        inner_name: "New Computer Modern",
        license: "LPPL-1.3c",
        faces: [6, 8, 7, 7, 9],
        // Signs such as ≥ stand in its mathematical face only.
        symbols: Some(("New Computer Modern Math", 5)),
    },
    Family {
        name: "Inter",
        inner_name: "Inter V",
        license: "OFL-1.1",
        faces: [10; 5],
        symbols: None,
    },
    Family {
        name: "Noto Sans",
        inner_name: "Noto Sans",
        license: "OFL-1.1",
        faces: [11, 12, 13, 13, 14],
        symbols: None,
    },
    Family {
        name: "DejaVu Sans Mono",
        inner_name: "DejaVu Sans Mono",
        license: "Bitstream-Vera",
        faces: [15, 17, 16, 16, 18],
        symbols: None,
    },
];

/// PostScript names of the faces with their files.
static FACES: LazyLock<[(&str, &[u8]); 19]> = LazyLock::new(|| {
    // Parsing all of Typst's fonts to learn their names costs more than setting a page, so their
    // places are written down; a test compares.
    let assets: Vec<&'static [u8]> = typst_assets::fonts().collect();
    let asset = |place: usize| assets.get(place).copied().unwrap_or_default();
    [
        ("LibertinusSerif-Regular", asset(0)),
        ("LibertinusSerif-Bold", asset(1)),
        ("LibertinusSerif-Italic", asset(2)),
        ("LibertinusSerif-SemiboldItalic", asset(5)),
        ("LibertinusSerif-Semibold", asset(4)),
        ("NewCMMath-Regular", asset(8)),
        ("NewCM10-Regular", asset(9)),
        ("NewCM10-Bold", asset(10)),
        ("NewCM10-Italic", asset(11)),
        ("NewCM10-BoldItalic", asset(12)),
        ("InterV", ttf_inter::REGULAR),
        ("NotoSans", notosans::REGULAR_TTF),
        ("NotoSans-Italic", notosans::ITALIC_TTF),
        ("NotoSans-Bold", notosans::BOLD_TTF),
        ("NotoSans-BoldItalic", notosans::BOLD_ITALIC_TTF),
        ("DejaVuSansMono", asset(16)),
        ("DejaVuSansMono-Bold", asset(13)),
        ("DejaVuSansMono-Oblique", asset(15)),
        ("DejaVuSansMono-BoldOblique", asset(14)),
    ]
});

/// The family with this name, in any case.
pub(crate) fn family(name: &str) -> Option<&'static Family> {
    FAMILIES.iter().find(|family| family.name.eq_ignore_ascii_case(name.trim()))
}

/// The faces of one page, as Typst asks for them.
#[derive(Debug)]
pub(crate) struct FontSet {
    /// Places in [`FACES`], the family of the text first.
    faces: Vec<usize>,
    /// How many of them belong to the family of the text.
    own: usize,
    /// Where the face for its signs stands.
    symbols: Option<usize>,
    fonts: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
}

impl FontSet {
    /// The family of the text and further ones, in these styles. Sets are kept for the process:
    /// there are few, and Typst's cache knows them again.
    pub(crate) fn of(
        text: &'static Family,
        others: &[&'static Family],
        styles: &[Style],
    ) -> Arc<Self> {
        static KNOWN: Mutex<Vec<Arc<FontSet>>> = Mutex::new(Vec::new());
        let mut faces = Vec::new();
        let mut own = 0;
        for family in std::iter::once(&text).chain(others) {
            for style in styles {
                let face = family.faces[*style as usize];
                if !faces.contains(&face) {
                    faces.push(face);
                }
            }
            own = if own == 0 { faces.len() } else { own };
        }
        let symbols = text.symbols.map(|(_, face)| {
            faces.push(face);
            faces.len() - 1
        });
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(set) = known.iter().find(|set| set.faces == faces && set.own == own) {
            return Arc::clone(set);
        }
        let fonts: Vec<Font> = faces.iter().filter_map(|face| parsed(*face)).collect();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        let set = Arc::new(Self { faces, own, symbols, fonts, book });
        known.push(Arc::clone(&set));
        set
    }

    /// The face at a place of the book.
    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// True when every face of the text can draw the character, so that weight and slope do not
    /// matter.
    pub(crate) fn draws(&self, character: char) -> bool {
        let has = |font: &Font| font.info().coverage.contains(u32::from(character));
        let symbols = self.symbols.and_then(|place| self.fonts.get(place));
        self.fonts.iter().take(self.own).all(has) || symbols.is_some_and(has)
    }
}

/// The face at a place of [`FACES`].
fn parsed(face: usize) -> Option<Font> {
    static PARSED: [OnceLock<Option<Font>>; 19] = [const { OnceLock::new() }; 19];
    PARSED[face].get_or_init(|| Font::new(Bytes::new(FACES[face].1), 0)).clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Style; 5] =
        [Style::Regular, Style::Italic, Style::Semibold, Style::Bold, Style::BoldItalic];

    #[test]
    fn faces_stand_at_their_places() {
        for (index, (name, _)) in FACES.iter().enumerate() {
            let font = parsed(index).expect("an embedded font parses");
            assert_eq!(font.post_script_name().as_deref(), Some(*name), "face {index}");
        }
    }

    #[test]
    fn families_are_found_by_the_name_users_write() {
        for known in FAMILIES {
            let found = family(&known.name.to_uppercase()).expect("a family");
            assert_eq!(found.name, known.name);
            let set = FontSet::of(found, &[], &ALL);
            for font in &set.fonts {
                assert!(known.inner_names().contains(&font.info().family.as_str()));
            }
        }
        assert!(family("Comic Sans").is_none());
    }

    #[test]
    fn a_set_is_made_once() {
        let [serif, sans] = ["Libertinus Serif", "Inter"].map(|name| family(name).expect("known"));
        let one = FontSet::of(serif, &[sans], &ALL[..2]);
        assert!(Arc::ptr_eq(&one, &FontSet::of(serif, &[sans], &ALL[..2])));
        assert!(!Arc::ptr_eq(&one, &FontSet::of(sans, &[serif], &ALL[..2])));
        assert_eq!((one.own, one.fonts.len()), (2, 3));
    }

    #[track_caller]
    fn check(text: &str, expected: bool) {
        for family in FAMILIES {
            let set = FontSet::of(family, &[], &ALL);
            for character in text.chars() {
                assert_eq!(set.draws(character), expected, "{}: {character:?}", family.name);
            }
        }
    }

    #[test]
    fn draws_latin_greek_and_cyrillic() {
        check("AZaz 09 ČĆŽŠĐ čćžšđ ÄÖÜß àéîõű İıŁøŒþ Şșțğ Ơơ", true);
        check("ΑΩαω άέήίόύώ АЯая ЂЉЊЋЏ ґєії", true);
        check("•–—…‘’“”„«»→←≥≤≠≈×±µ°€£¥§©®™", true);
        check("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", true);
    }

    #[test]
    fn does_not_draw_what_it_lacks() {
        check("日本語한국어中文ไทย🚀✅😀", false);
    }
}
