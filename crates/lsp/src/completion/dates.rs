//! Dates: the open end, this month, this year.

use lsp_types::{CompletionItem, CompletionItemKind};
use resume::Date;

use super::Desk;
use crate::schema::Step;

/// Dates that are likely at the cursor.
pub(super) fn dates(desk: &Desk<'_>) -> Vec<CompletionItem> {
    if !desk.place.is_date() {
        return Vec::new();
    }
    let ends = matches!(desk.cursor.path.last(), Some(Step::Key(key)) if key == "endDate");
    let mut words: Vec<(String, &str)> = Vec::new();
    if ends {
        words.push(("present".to_owned(), "while you are there"));
    }
    if let Date::Day(year, month, _) | Date::Month(year, month) = (desk.world.setup.today)() {
        words.push((format!("{year:04}-{month:02}"), "this month"));
        words.push((format!("{year:04}"), "this year"));
    }
    words
        .into_iter()
        .filter(|(word, _)| desk.continues(word))
        .map(|(word, meaning)| {
            let mut item = desk.text_item(&word, CompletionItemKind::VALUE);
            item.detail = Some(meaning.to_owned());
            item
        })
        .collect()
}
