//! Skills in the keywords of a group, by the names their makers use.

use std::cmp::Reverse;

use lsp_types::{CompletionItem, CompletionItemKind};
use roles::Skill;

use super::Desk;
use crate::schema::Step;

/// Skills whose name or other name goes on from what was typed, and that are not in the group yet.
pub(super) fn skills(desk: &Desk<'_>) -> Vec<CompletionItem> {
    let in_list = matches!(desk.cursor.path.last(), Some(Step::Item));
    if !in_list || desk.key() != "keywords" || !is_skill_group(&desk.cursor.path) {
        return Vec::new();
    }
    let vocabulary = &desk.world.pack.vocabulary;
    let present: Vec<_> = desk
        .cursor
        .beside
        .iter()
        .flat_map(|item| vocabulary.mentions_in_list(item))
        .map(|mention| mention.skill)
        .collect();
    let missing = vocabulary.skills().filter(|(id, _)| !present.contains(id));
    let mut found: Vec<(&Skill, CompletionItem)> =
        missing.filter_map(|(_, skill)| Some((skill, item(desk, skill)?))).collect();
    // What begins so comes before what is also called so; what has many names is in wide use:
    // PostgreSQL comes before PostgREST.
    found.sort_by_key(|(skill, item)| {
        let other_name = item.filter_text.is_some();
        (!skill.category.is_engineering(), other_name, Reverse(skill.aliases.len()))
    });
    found.into_iter().map(|(_, item)| item).collect()
}

/// `skills[].keywords`, and what projects used.
fn is_skill_group(path: &[Step]) -> bool {
    matches!(path.first(), Some(Step::Key(section)) if section == "skills" || section == "projects")
}

fn item(desk: &Desk<'_>, skill: &Skill) -> Option<CompletionItem> {
    let by_name = desk.continues(&skill.name);
    let alias = skill.aliases.iter().find(|alias| !by_name && desk.continues(alias));
    if !by_name && alias.is_none() {
        return None;
    }
    let mut item = desk.text_item(&skill.name, CompletionItemKind::MODULE);
    item.detail = Some(skill.category.as_str().to_owned());
    item.filter_text = alias.map(ToString::to_string);
    Some(item)
}
