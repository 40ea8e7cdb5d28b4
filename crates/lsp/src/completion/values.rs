//! Settings that have a fixed set of values.

use lsp_types::{CompletionItem, CompletionItemKind};
use resume::outline::SECTIONS;

use super::{Desk, markdown};
use crate::schema::Step;

/// True inside the lists that order sections: that of a resume, and those of its variants.
fn names_sections(path: &[Step]) -> bool {
    let is = |step: &Step, word: &str| matches!(step, Step::Key(key) if key == word);
    match path {
        [vitae, sections, Step::Item] => is(vitae, "vitae") && is(sections, "sections"),
        [vitae, variants, _, sections, Step::Item] => {
            is(vitae, "vitae") && is(variants, "variants") && is(sections, "sections")
        }
        _ => false,
    }
}

/// The words that may stand at the cursor.
pub(super) fn values(desk: &Desk<'_>) -> Vec<CompletionItem> {
    let setting = match desk.cursor.path.as_slice() {
        [Step::Key(section), Step::Key(key)] if section == "vitae" => key.as_str(),
        _ => "",
    };
    let mut words = desk.place.choices();
    if names_sections(&desk.cursor.path) {
        words.extend(SECTIONS.map(|section| (section, None)));
    }
    match setting {
        "template" => words.extend(desk.world.setup.templates.iter().map(|name| (*name, None))),
        "role" => words.push((desk.world.pack.id.as_str(), Some(desk.world.pack.title.as_str()))),
        _ => {}
    }
    words
        .into_iter()
        .filter(|(word, _)| desk.continues(word))
        .map(|(word, meaning)| {
            let mut item = desk.text_item(word, CompletionItemKind::ENUM_MEMBER);
            item.documentation = meaning.map(markdown);
            item
        })
        .collect()
}
