//! Verbs at the beginning of a bullet: those that name a piece of work, by the kind of act. What
//! was typed is only ever continued; no verb stands for a weaker one, because only the author
//! knows what was done.

use lsp_types::{CompletionItem, CompletionItemKind};
use roles::{Act, Strength, Verb};

use super::Desk;
use crate::hover::act;

/// Acts in the order they are offered.
const ACTS: [Act; 8] = [
    Act::Create,
    Act::Change,
    Act::Repair,
    Act::Migrate,
    Act::Own,
    Act::Operate,
    Act::Grow,
    Act::Share,
];

/// Strong verbs that go on from what was typed, in the past tense.
pub(super) fn verbs(desk: &Desk<'_>) -> Vec<CompletionItem> {
    let in_bullet = matches!(desk.key(), "highlights" | "text") && desk.in_highlights();
    if !in_bullet || desk.typed.contains(char::is_whitespace) {
        return Vec::new();
    }
    let strong = |verb: &&Verb| verb.strength == Strength::Strong;
    let of_act = |wanted: Act| {
        let verbs = desk.world.pack.verbs.iter().filter(strong);
        verbs.filter(move |verb| verb.act == wanted)
    };
    ACTS.into_iter().flat_map(of_act).filter_map(|verb| item(desk, verb)).collect()
}

fn item(desk: &Desk<'_>, verb: &Verb) -> Option<CompletionItem> {
    // The first form is the past tense.
    let mut letters = verb.forms.first()?.chars();
    let first = letters.next()?;
    let word = first.to_uppercase().chain(letters).collect::<String>();
    if !desk.continues(&word) {
        return None;
    }
    let goes_on = desk.after().get(desk.rest_of_word()..).is_some_and(|rest| rest.starts_with(' '));
    let text = if goes_on { word.clone() } else { format!("{word} ") };
    let mut item = desk.item(&word, CompletionItemKind::TEXT, text);
    item.filter_text = Some(word);
    item.detail = Some(act(verb.act).to_owned());
    Some(item)
}
