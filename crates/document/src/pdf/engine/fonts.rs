//! Which fonts are heavy or slanted.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use hayro_font::{Font, FontCache, FontGlyph};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::font::{GlyphIdentifier, OutlineGlyph};
use hayro_syntax::object::{Dict, Name, Stream};
use hayro_syntax::page::Page;
use skrifa::MetadataProvider;

/// The look of a font.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Heavier than usual.
    pub bold: bool,
    /// Slanted.
    pub italic: bool,
    /// Its shapes are pictures, whatever characters they are called by.
    pub pictures: bool,
}

/// The most fonts of one file whose names are looked at.
const FONTS: usize = 64;
/// The most glyphs whose look is kept.
const GLYPHS: usize = 10_000;
/// How deep forms inside forms are looked at for fonts.
const DEPTH: usize = 3;

/// The looks of a file's fonts.
///
/// Fonts that bring their own data along say what they are when they are used. Type 1 and
/// standard fonts do not; those are opened beside, when the first glyph of them comes, and told by
/// the program that draws it.
#[derive(Default)]
pub(super) struct Looks<'a> {
    cache: FontCache<'a>,
    settings: InterpreterSettings,
    nameless: Vec<Nameless<'a>>,
    seen: HashSet<Vec<u8>>,
    /// Looks of fonts that were asked for, by what they are called.
    named: RefCell<HashMap<String, Look>>,
    /// Looks of glyphs whose font was found among the nameless ones.
    found: RefCell<HashMap<GlyphIdentifier, Look>>,
    /// For fonts with glyphs nobody names, the character each glyph has in the font itself.
    maps: RefCell<HashMap<u128, HashMap<u32, char>>>,
}

/// A font that may not say what it is called: opening one costs as much as drawing a page.
struct Nameless<'a> {
    dict: Dict<'a>,
    opened: OnceCell<Option<Font<'a>>>,
}

impl<'a> Looks<'a> {
    /// Takes in the fonts of a page.
    pub(super) fn add_page(&mut self, page: &Page<'a>) {
        let resources = page.resources();
        self.add(&resources.fonts, &resources.x_objects, 0);
    }

    fn add(&mut self, fonts: &Dict<'a>, forms: &Dict<'a>, depth: usize) {
        for name in fonts.keys() {
            let Some(dict) = fonts.get::<Dict<'a>>(&name) else { continue };
            if self.seen.len() >= FONTS || !self.seen.insert(dict.data().to_vec()) {
                continue;
            }
            let subtype = dict.get::<Name<'a>>("Subtype");
            if matches!(subtype.as_deref(), Some(b"Type1" | b"MMType1" | b"TrueType")) {
                self.nameless.push(Nameless { dict, opened: OnceCell::new() });
            }
        }
        if depth == DEPTH {
            return;
        }
        for name in forms.keys().take(FONTS) {
            let Some(form) = forms.get::<Stream<'a>>(&name) else { continue };
            let Some(resources) = form.dict().get::<Dict<'a>>("Resources") else { continue };
            let inner = |key| resources.get::<Dict<'a>>(key).unwrap_or_default();
            self.add(&inner("Font"), &inner("XObject"), depth + 1);
        }
    }

    /// The look of the font a glyph belongs to.
    pub(super) fn of(&self, glyph: &OutlineGlyph) -> Look {
        if let Some(data) = glyph.font_data() {
            let named = data.postscript_name.map(|name| self.of_name(name)).unwrap_or_default();
            return Look {
                bold: named.bold || data.weight.is_some_and(|weight| weight >= 600),
                italic: named.italic || data.is_italic,
                pictures: named.pictures,
            };
        }
        let program = glyph.identifier();
        if let Some(look) = self.found.borrow().get(&program) {
            return *look;
        }
        let (id, code) = (glyph.glyph_id(), glyph.char_code());
        let drawn_by = |font: &Font<'a>| matches!(font.glyph(id, code), FontGlyph::Outline(other) if other.identifier() == program);
        let owner = self.nameless.iter().find(|font| self.open(font).is_some_and(drawn_by));
        let Some(owner) = owner else { return Look::default() };
        let look = look_of_dict(&owner.dict);
        let mut found = self.found.borrow_mut();
        if found.len() < GLYPHS {
            found.insert(program, look);
        }
        look
    }

    fn open<'f>(&self, font: &'f Nameless<'a>) -> Option<&'f Font<'a>> {
        let InterpreterSettings { font_resolver, cmap_resolver, .. } = &self.settings;
        let open = || self.cache.font(&font.dict, font_resolver, cmap_resolver);
        font.opened.get_or_init(open).as_ref()
    }

    fn of_name(&self, name: String) -> Look {
        let mut named = self.named.borrow_mut();
        if let Some(look) = named.get(&name) {
            return *look;
        }
        let look = look_of_name(&name);
        if named.len() < FONTS {
            named.insert(name, look);
        }
        look
    }
}

impl Looks<'_> {
    /// The character a glyph has in its own font, for files that do not tell it.
    pub(super) fn char_in_font(&self, glyph: &OutlineGlyph) -> Option<char> {
        let data = glyph.font_data()?;
        let mut maps = self.maps.borrow_mut();
        if maps.len() >= FONTS {
            return None;
        }
        let map = maps.entry(data.cache_key).or_insert_with(|| {
            let bytes: &[u8] = (*data.data).as_ref();
            let Ok(font) = skrifa::FontRef::new(bytes) else { return HashMap::new() };
            // The lowest of several characters: a letter before its compatibility forms.
            let mut map = HashMap::new();
            // Characters come in ascending order.
            for (character, glyph) in font.charmap().mappings().take(1 << 16) {
                if let Some(character) = char::from_u32(character) {
                    map.entry(glyph.to_u32()).or_insert(character);
                }
            }
            map
        });
        map.get(&glyph.glyph_id().to_u32()).copied()
    }
}

fn look_of_dict(dict: &Dict<'_>) -> Look {
    const ITALIC: u32 = 1 << 6;
    const FORCE_BOLD: u32 = 1 << 18;
    let name = dict.get::<Name<'_>>("BaseFont");
    let mut look = name.map(|name| look_of_name(name.as_str())).unwrap_or_default();
    if let Some(descriptor) = dict.get::<Dict<'_>>("FontDescriptor") {
        let flags = descriptor.get::<u32>("Flags").unwrap_or(0);
        look.italic |= flags & ITALIC != 0;
        look.bold |= flags & FORCE_BOLD != 0;
        look.bold |= descriptor.get::<f32>("FontWeight").is_some_and(|weight| weight >= 600.0);
    }
    look
}

/// What the name of a font says of its look: `Lato-Bold`, `CMBX10`, `NimbusRomNo9L-MediItal`.
fn look_of_name(name: &str) -> Look {
    let name = match name.split_once('+') {
        Some((tag, rest)) if tag.len() == 6 => rest,
        _ => name,
    };
    let lower = name.to_ascii_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| lower.contains(part));
    let ends = |parts: &[&str]| parts.iter().any(|part| name.ends_with(part));
    let computer_modern = ["cm", "sf", "ec-lm", "lm", "rm-lm", "ts1-lm", "ot1-lm", "t1-lm", "ec"];
    let tex = |style: &[&str]| {
        computer_modern.iter().any(|family| {
            lower.strip_prefix(family).is_some_and(|rest| {
                style.iter().any(|style| {
                    rest.strip_prefix(style).is_some_and(|rest| {
                        rest.trim_start_matches('m').starts_with(|c: char| c.is_ascii_digit())
                    })
                })
            })
        })
    };
    let urw_bold = lower.starts_with("nimbus") || lower.contains("l-medi");
    Look {
        bold: has(&["bold", "black", "heavy", "semibd", "demi"])
            || ends(&["-Bd", "-BdIt", "-B", "-BI", "-Sb", "-SbIt"])
            || (urw_bold && has(&["-medi"]))
            || tex(&["bx", "bxti", "bxsl", "b", "ssbx", "csc10bx", "xb", "bi"]),
        italic: has(&["italic", "oblique", "slanted"])
            || ends(&["-It", "Ital", "BoldIt", "-I", "-BI", "BdIt", "SbIt", "-LightIt"])
            || tex(&["ti", "sl", "bxti", "bxsl", "ssi", "mi", "bi", "it"]),
        pictures: has(&[
            "awesome", "icon", "materialsymbols", "fontello", "marvosym", "feather", "icomoon",
        ]) && !lower.contains("icone"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Look, look_of_name};

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let Look { bold, italic, pictures } = look_of_name(name);
        let found = [(bold, "bold"), (italic, "italic"), (pictures, "pictures")];
        let found: Vec<&str> = found.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect();
        assert_eq!(found.join(" "), expected, "{name}");
    }

    #[test]
    fn names_of_fonts_say_how_they_look() {
        for name in ["ABCDEF+Lato-Bold", "CMBX10", "LMRoman10-Bold", "SFBX1095", "Arial-BoldMT"] {
            check(name, "bold");
        }
        for name in ["Inter-SemiBold", "Poppins-Black", "NimbusRomNo9L-Medi", "SourceSans-Bd"] {
            check(name, "bold");
        }
        for name in ["CMTI10", "Times-Italic", "Helvetica-Oblique", "XYZABC+SFTI1000", "Fira-It"] {
            check(name, "italic");
        }
        for name in ["Times-BoldItalic", "NimbusRomNo9L-MediItal", "Roboto-BoldItalic"] {
            check(name, "bold italic");
        }
        for name in ["CMR10", "Helvetica", "Inter-Medium", "LMRoman10-Regular", "SFRM1000"] {
            check(name, "");
        }
        check("ABCDEF+FontAwesome5Free-Solid", "pictures");
        for name in ["CMCSC10", "Raleway-Medium", "Bitter-Regular", "Cambria", ""] {
            check(name, "");
        }
    }
}
