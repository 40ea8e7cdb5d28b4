//! Word files: Office Open XML with real styles, headings, lists and links, one paragraph after
//! another. No tables, text boxes or tabs: whatever reads the paragraphs in order reads the page.
//!
//! `body` makes paragraphs of the outline, `paragraph` writes them, `package` puts the parts
//! together. Parts that hold no text of the resume lie in `parts/`.

mod body;
mod package;
mod paragraph;
mod xml;

use resume::Resume;
use resume::outline::Outline;

use crate::Options;
use crate::look;
use crate::script::{East, east};

/// The bytes of a `.docx` file.
pub(crate) fn write(resume: &Resume, options: &Options) -> Vec<u8> {
    let outline = Outline::of(resume);
    let (document, links) = body::write(&outline, options);
    let accent = look::accent(options);
    let look = package::Look {
        accent: look::hex(accent),
        hairline: look::hex(accent.map(look::paler)),
        // Faces that Word brings along on Windows and on a Mac.
        eastern: match east(options.language, outline.leaves()) {
            East::Chinese => "Microsoft YaHei",
            East::Japanese => "Yu Gothic",
            East::Korean => "Malgun Gothic",
        },
        language: options.language,
    };
    package::write(&document, &links, &outline, &look)
}
