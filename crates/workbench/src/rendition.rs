//! What a resume is written as.

/// A form of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendition {
    /// A tagged PDF.
    Pdf,
    /// A picture of each page.
    Png,
    /// A drawing of each page.
    Svg,
    /// A format without pages of its own.
    Export(export::Format),
}

impl Rendition {
    /// The one that files with this extension hold, in lower case.
    pub fn from_extension(extension: &str) -> Option<Self> {
        match extension {
            "pdf" => Some(Self::Pdf),
            "png" => Some(Self::Png),
            "svg" => Some(Self::Svg),
            other => export::Format::from_extension(other).map(Self::Export),
        }
    }
}
