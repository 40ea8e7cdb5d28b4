//! How much room each part of the page takes, in words.

use resume::Resume;
use resume::outline::{Outline, Position, Section};

/// Words of the opening lines.
pub(crate) const TOP: &str = "summary";

/// Words under the name, then of every section that holds something, by its JSON Resume key.
pub(crate) fn words_by_section(resume: &Resume) -> Vec<(&'static str, usize)> {
    let outline = Outline::of(resume);
    let top = count(&outline.label) + count(&outline.summary);
    let sections = outline.sections.iter().map(|section| (section.id, section_words(section)));
    std::iter::once((TOP, top)).chain(sections).collect()
}

fn section_words(section: &Section) -> usize {
    let rows = section.rows.iter().map(|row| {
        count(&row.label)
            + count(&row.note)
            + row.items.iter().map(|item| words(item)).sum::<usize>()
    });
    let entries = section.entries.iter().map(|entry| {
        let positions: usize = entry.positions.iter().map(position_words).sum();
        count(&entry.heading) + count(&entry.context) + positions
    });
    rows.chain(entries).sum()
}

fn position_words(position: &Position) -> usize {
    let lists = position.bullets.iter().chain(&position.keywords);
    count(&position.title) + count(&position.summary) + lists.map(|text| words(text)).sum::<usize>()
}

fn count(text: &Option<String>) -> usize {
    text.as_deref().map_or(0, words)
}

/// Words between blanks that hold a letter or digit.
pub(crate) fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
