//! What a reader gets that takes text as it is stored.

use crate::xml::{Element, Space};

/// The text of all runs in the order of the file, one line a paragraph.
pub(super) fn text(root: Element<'_>, characters: usize) -> String {
    let mut text = String::new();
    let mut left = characters;
    collect(root, &mut text, &mut left);
    text
}

fn collect(parent: Element<'_>, text: &mut String, left: &mut usize) {
    for child in parent.elements() {
        let plain = child.space() == Space::Word;
        match child.name() {
            "Fallback" if child.space() == Space::Compatibility => {}
            "t" if plain => {
                for c in child.children().filter_map(Element::letters).flat_map(str::chars) {
                    if *left == 0 {
                        return;
                    }
                    *left -= 1;
                    text.push(c);
                }
            }
            "tab" | "br" | "cr" if plain && parent.name() == "r" => text.push(' '),
            "p" if plain => {
                end_line(text);
                collect(child, text, left);
                end_line(text);
            }
            _ => collect(child, text, left),
        }
    }
}

fn end_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}
