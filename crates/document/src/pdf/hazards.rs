//! What makes other readers fail on a PDF.

use super::Turned;
use super::engine::Opened;
use crate::{Document, Hazard, HazardKind};

/// Adds the hazards of a file to its document.
pub(super) fn find(opened: &Opened, _prepared: &[Turned], document: &mut Document) {
    let mut add = |kind, page| {
        document.hazards.push(Hazard { kind, page, rect: None, quote: String::new() });
    };
    if opened.cut_off || opened.pages.iter().any(|page| page.cut_off) {
        add(HazardKind::CutOff, 0);
    }
    for (number, page) in opened.pages.iter().enumerate() {
        if page.damaged {
            add(HazardKind::Damaged, number);
        }
    }
}
