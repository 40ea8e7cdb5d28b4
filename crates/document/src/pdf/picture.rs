//! A page as a picture, to show its owner where something stands.
//!
//! `engine` reads with a newer version of the same library. This one is older on purpose: it is the
//! one that Typst draws with, so that the program holds one rasterizer. The letters of fonts that a
//! file does not bring are those of the newer one, so that they are there once.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::font::{FontData, FontQuery, StandardFont as Asked};
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use hayro_font::StandardFont;

use crate::DocumentError;

/// Width at most, in pixels.
const WIDEST: u16 = 2400;
/// Height at most, in pixels: a page of a continuous roll is drawn smaller.
const HIGHEST: f32 = 6000.0;

/// Draws page `page`, from 1, as PNG of `width` pixels.
pub(crate) fn picture(bytes: &[u8], page: usize, width: u16) -> Result<Vec<u8>, DocumentError> {
    // The file may be made to break its reader. A panic in there is a damaged file, no crash.
    let drawn = catch_unwind(AssertUnwindSafe(|| draw(bytes, page, width)));
    drawn.ok().flatten().ok_or_else(|| {
        DocumentError::new(
            format!("page {page} cannot be drawn"),
            "export the file again from the program it was made with",
        )
    })
}

fn draw(bytes: &[u8], page: usize, width: u16) -> Option<Vec<u8>> {
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let page = pdf.pages().get(page.checked_sub(1)?)?;
    let (wide, high) = page.render_dimensions();
    let scale = (f32::from(width.clamp(1, WIDEST)) / wide).min(HIGHEST / high);
    if !scale.is_finite() || wide * scale < 1.0 || high * scale < 1.0 {
        return None;
    }
    let reading = InterpreterSettings {
        font_resolver: Arc::new(|query| Some(font(query))),
        cmap_resolver: hayro_interpret::InterpreterSettings::default().cmap_resolver,
        ..InterpreterSettings::default()
    };
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
        ..RenderSettings::default()
    };
    let drawn = render(page, &RenderCache::new(), &reading, &settings);
    drawn.into_png().ok()
}

/// The letters of a font that the file names and does not bring.
fn font(query: &FontQuery) -> (FontData, u32) {
    let asked = match query {
        FontQuery::Standard(font) => *font,
        FontQuery::Fallback(like) => like.pick_standard_font(),
    };
    let font = match asked {
        Asked::Helvetica => StandardFont::Helvetica,
        Asked::HelveticaBold => StandardFont::HelveticaBold,
        Asked::HelveticaOblique => StandardFont::HelveticaOblique,
        Asked::HelveticaBoldOblique => StandardFont::HelveticaBoldOblique,
        Asked::Courier => StandardFont::Courier,
        Asked::CourierBold => StandardFont::CourierBold,
        Asked::CourierOblique => StandardFont::CourierOblique,
        Asked::CourierBoldOblique => StandardFont::CourierBoldOblique,
        Asked::TimesRoman => StandardFont::TimesRoman,
        Asked::TimesBold => StandardFont::TimesBold,
        Asked::TimesItalic => StandardFont::TimesItalic,
        Asked::TimesBoldItalic => StandardFont::TimesBoldItalic,
        Asked::ZapfDingBats => StandardFont::ZapfDingBats,
        Asked::Symbol => StandardFont::Symbol,
    };
    font.get_font_data()
}
