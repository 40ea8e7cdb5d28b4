//! The one place that knows how a PDF is stored: opens it and gives pages in our own words.

mod catalog;
mod device;
mod fonts;
mod frame;
mod notes;
mod probe;
mod shapes;
mod xmp;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::page::Page;
use crate::{DocumentError, Limits};
use device::Recorder;
use fonts::Looks;

pub(super) use catalog::Description;

/// A file with everything that is drawn on its pages.
#[derive(Debug, Default)]
pub(super) struct Opened {
    /// The pages, at most as many as the limits allow.
    pub pages: Vec<Page>,
    /// What the file says of itself.
    pub description: Description,
    /// True when pages were left out.
    pub cut_off: bool,
}

/// Opens a PDF and draws its pages into lists.
pub(super) fn open(bytes: &[u8], limits: &Limits) -> Result<Opened, DocumentError> {
    // The file may be made to break its reader. A panic in there is a damaged file, no crash.
    let opened = catch_unwind(AssertUnwindSafe(|| open_inner(bytes, limits)));
    opened.unwrap_or_else(|_| Err(damaged()))
}

fn open_inner(bytes: &[u8], limits: &Limits) -> Result<Opened, DocumentError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => DocumentError::new(
            "the file opens with a password only",
            "save a copy without a password; no system that takes applications can open this one",
        ),
        LoadPdfError::Decryption(_) => DocumentError::new(
            "the file is encrypted in a way that cannot be read",
            "save a copy without protection",
        ),
        LoadPdfError::Invalid => damaged(),
    })?;
    if pdf.pages().is_empty() {
        return Err(damaged());
    }
    // Glyphs of layers that are off are not delivered, and some are shown only when others are
    // off. Drawn once more on behalf of files with all layers on and with all off, everything is
    // delivered; the difference is what was off.
    let stand_ins = catalog::stand_ins(&pdf);
    let settings = InterpreterSettings::default();
    let cache = InterpreterCache::new();
    let mut looks = Looks::default();
    let mut left = limits.characters;
    let mut pages = Vec::new();
    for source in pdf.pages().iter().take(limits.pages) {
        let (width, height) = source.render_dimensions();
        let frame = kurbo_rect(width, height);
        looks.add_page(source);
        let draw = |xref, left| {
            let mut device = Recorder::new(width, height, left, &looks);
            let transform = transform_of(source.initial_transform(true));
            let mut context = Context::new(transform, frame, &cache, xref, settings.clone());
            let drawn = catch_unwind(AssertUnwindSafe(|| {
                interpret_page(source, &mut context, &mut device);
            }));
            let mut page = device.finish();
            page.damaged |= drawn.is_err();
            page
        };
        let mut page = draw(pdf.xref(), left);
        left = left.saturating_sub(page.glyphs.len());
        for other in &stand_ins {
            let all = draw(other.xref(), left);
            left = left.saturating_sub(all.glyphs.len().saturating_sub(page.glyphs.len()));
            page.layers_off.extend(device::missing(all.glyphs, &page.glyphs));
        }
        page.links = catalog::links(source);
        page.notes = notes::of(source);
        pages.push(page);
    }
    let description = catalog::describe(&pdf);
    Ok(Opened { cut_off: pdf.pages().len() > pages.len(), pages, description })
}

fn damaged() -> DocumentError {
    DocumentError::new(
        "the file is damaged: no page of it can be opened",
        "export it again from the program it was made with",
    )
}

fn kurbo_rect(width: f32, height: f32) -> hayro_interpret::kurbo::Rect {
    hayro_interpret::kurbo::Rect::new(0.0, 0.0, f64::from(width), f64::from(height))
}

fn transform_of(transform: hayro_syntax::transform::Transform) -> hayro_interpret::kurbo::Affine {
    hayro_interpret::kurbo::Affine::new(transform.as_coeffs())
}
