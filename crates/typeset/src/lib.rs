//! Resume, letter or job and template to PDF, PNG and SVG, through Typst.
//!
//! 1. An [`Outline`](resume::outline::Outline) of the resume becomes a virtual `/data.json`.
//! 2. Every character of it is looked up in the template's fonts; one that cannot be drawn is
//!    an error that names it, never an empty box on the page.
//! 3. The template reads the data and lays out [`Pages`]; user text stays data and is never
//!    evaluated.
//! 4. The pages tell how they look ([`Pages::facts`]), and become a
//!    tagged PDF (PDF/UA-1 and PDF/A-2a) or one picture each.
//!
//! Nothing here reads a file, the clock or the environment: same resume, same options, same
//! bytes. This is the only crate that names Typst.

mod error;
mod fonts;
mod geometry;
mod job;
mod language;
mod overlay;
mod pages;
mod svg;
mod template;
mod words;
mod world;

pub use error::{Missing, TypesetError};
pub use fonts::{FAMILIES, Family};
pub use job::job;
pub use overlay::{Mark, Tone, overlay};
pub use pages::{Options, Pages, letter, pages, pdf, png};
pub use svg::{Drawing, Part, Parts};
pub use template::{Template, job_template, template, templates};

/// True for a BCP 47 tag that a page can be set in: `en`, `pt-BR`.
pub fn is_language(tag: &str) -> bool {
    language::Language::parse(tag).is_ok()
}

// Typst takes long to link, so unit tests and the tests of whole pages are one program.
#[cfg(test)]
#[path = "../tests/it/main.rs"]
mod it;
