//! The text of a page as a reader sees it that takes out the tags and nothing else.

use super::display;
use super::tree::Tree;

/// Text in the order of the file, hidden or not, one line a block.
pub(super) fn text(tree: &Tree, most: usize) -> String {
    let mut text = String::new();
    let mut open: Vec<usize> = Vec::new();
    // Nodes stand in the order of the file; a block ends where a node outside it begins.
    for (at, node) in tree.nodes.iter().enumerate().skip(1) {
        while open.last().is_some_and(|last| *last != node.parent) {
            let Some(ended) = open.pop() else { break };
            if breaks(&tree.nodes[ended].name) {
                end_line(&mut text);
            }
        }
        if node.name.is_empty() {
            let dropped = open.iter().any(|at| is_dropped(&tree.nodes[*at].name));
            if !dropped {
                add(&mut text, &node.text);
            }
        } else {
            if breaks(&node.name) {
                end_line(&mut text);
            }
            open.push(at);
        }
        if text.len() > most {
            text.truncate(text.floor_char_boundary(most));
            break;
        }
    }
    end_line(&mut text);
    text
}

fn is_dropped(name: &str) -> bool {
    matches!(name, "script" | "style" | "template" | "svg" | "title")
}

fn breaks(name: &str) -> bool {
    display::is_block(name) || matches!(name, "br" | "tr" | "td" | "th")
}

fn add(text: &mut String, more: &str) {
    for word in more.split_inclusive(char::is_whitespace) {
        let letters = word.trim();
        text.push_str(letters);
        if letters.len() < word.len() && !text.ends_with([' ', '\n']) && !text.is_empty() {
            text.push(' ');
        }
    }
}

fn end_line(text: &mut String) {
    text.truncate(text.trim_end_matches(' ').len());
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}
