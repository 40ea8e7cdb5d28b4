//! Resumes in the data formats of other tools, as trees of our own.
//!
//! A format is known by what a file holds, never by its name. Each reader builds the tree that a
//! JSON Resume of the same content would have and lets every value keep its place in the user's
//! file, so that the walk in [`crate::shape`], the source map and all rules work unchanged. Keys
//! without a home are kept as they are and reported.

mod build;
mod country;
mod date;
mod entry;
pub(crate) mod europass;
mod headings;
pub(crate) mod html;
pub(crate) mod linkedin;
mod markup;
mod network;
mod place;
mod rendercv;
mod table;
mod tables;
mod yamlresume;

use resume::Origin;

use crate::node::Document;

/// Turns the tree of another tool's YAML or JSON into one of ours, and says whose it was.
pub(crate) fn convert(text: &str, document: &mut Document) -> Origin {
    if let Some(root) = rendercv::resume(text, &document.root) {
        document.root = root;
        return Origin::RenderCv;
    }
    if let Some(root) = yamlresume::resume(text, &document.root) {
        document.root = root;
        return Origin::YamlResume;
    }
    Origin::JsonResume
}
