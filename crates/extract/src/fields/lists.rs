//! Sections whose lines are the entries: skills, languages, interests.

use std::ops::Range;

use resume::FieldPath;
use resume::model::{Interest, Language, Skill};

use super::make::{Cut, Maker};
use crate::recognize::languages::languages as spoken_in;
use crate::recognize::skills::{SkillGroup, skill_groups};

/// One cell of a section of skills.
struct Row {
    cut: Cut,
    groups: Vec<SkillGroup>,
    /// It stands out from the rows below it: heavy, large or named by the format.
    marked: bool,
    size: f32,
    item: bool,
}

impl Row {
    /// A row that only says how well.
    fn is_level(&self) -> bool {
        self.groups.iter().all(|group| group.keywords.is_empty() && group.name.is_none())
    }

    /// A row of one name and nothing else.
    fn is_lone(&self) -> bool {
        matches!(&self.groups[..], [group] if group.name.is_none() && group.keywords.len() == 1 && group.level.is_none())
            || matches!(&self.groups[..], [group] if group.name.is_some() && group.keywords.is_empty())
    }

    fn words(&self) -> usize {
        self.groups.iter().map(|group| group.keywords.len()).sum()
    }
}

/// Groups of skills. A line that only names a group gives its name to the lines below it.
pub(crate) fn skills(maker: &mut Maker<'_>, lines: &[usize], first: usize) -> Vec<Skill> {
    let paras = maker.paras;
    let rows: Vec<Row> = lines
        .iter()
        .flat_map(|&at| paras[at].cells().into_iter().map(move |range| (at, range)))
        .map(|(at, range)| Row {
            groups: skill_groups(&paras[at].text[range.clone()]),
            marked: paras[at].is_bold() || paras[at].heading.is_some(),
            size: paras[at].size(),
            item: paras[at].is_item(),
            cut: Cut { para: at, range },
        })
        .collect();
    let mut groups: Vec<Skill> = Vec::new();
    let mut pending: Option<(Cut, bool)> = None;
    // True while rows without a name belong to the last group.
    let mut open = false;
    for (at, row) in rows.iter().enumerate() {
        if row.is_level() {
            continue;
        }
        if is_name(&rows, at) {
            pending = Some((row.cut.clone(), row.marked));
            continue;
        }
        for found in &row.groups {
            let inner = |range: &Range<usize>| Cut {
                para: row.cut.para,
                range: row.cut.range.start + range.start..row.cut.range.start + range.end,
            };
            if found.name.is_some() || pending.is_some() || !open {
                let path = FieldPath::root().key("skills").index(first + groups.len());
                let name =
                    found.name.as_ref().map(&inner).or_else(|| pending.take().map(|(cut, _)| cut));
                let name = name.and_then(|cut| maker.take(path.key("name"), &cut));
                groups.push(Skill { name, ..Skill::default() });
                pending = None;
                open = true;
            }
            let path = FieldPath::root().key("skills").index(first + groups.len() - 1);
            let Some(group) = groups.last_mut() else { continue };
            for item in &found.keywords {
                let at = path.key("keywords").index(group.keywords.len());
                group.keywords.extend(maker.take(at, &inner(item)));
            }
        }
    }
    groups.retain(|group| !group.keywords.is_empty() || group.name.is_some());
    groups
}

/// True for a row that names the rows below it: alone in its line, and either heavier than what
/// follows or above a list of several words.
fn is_name(rows: &[Row], at: usize) -> bool {
    let row = &rows[at];
    if !row.is_lone() || row.item {
        return false;
    }
    let mut below = rows[at + 1..].iter().skip_while(|row| row.is_level());
    let Some(next) = below.next() else { return false };
    let skipped_level = rows.get(at + 1).is_some_and(Row::is_level);
    let named = next.groups.iter().any(|group| group.name.is_some() && !group.keywords.is_empty());
    let heavier = (row.marked && !next.marked) || row.size > next.size + 0.6;
    !named && (heavier || skipped_level || (next.words() > 1 && next.item == row.item) || next.item)
}

/// Human languages.
pub(crate) fn languages(maker: &mut Maker<'_>, lines: &[usize], first: usize) -> Vec<Language> {
    let mut spoken = Vec::new();
    for &at in lines {
        for found in spoken_in(&maker.paras[at].text) {
            let path = FieldPath::root().key("languages").index(first + spoken.len());
            let language =
                maker.take(path.key("language"), &Cut { para: at, range: found.language });
            let fluency = found
                .fluency
                .and_then(|range| maker.take(path.key("fluency"), &Cut { para: at, range }));
            spoken.push(Language { language, fluency, ..Language::default() });
        }
    }
    spoken
}

/// Interests: what stands between separators.
pub(crate) fn interests(maker: &mut Maker<'_>, lines: &[usize], first: usize) -> Vec<Interest> {
    let mut interests = Vec::new();
    for &at in lines {
        let groups = skill_groups(&maker.paras[at].text);
        for range in
            groups.into_iter().flat_map(|group| group.name.into_iter().chain(group.keywords))
        {
            let path = FieldPath::root().key("interests").index(first + interests.len());
            if let Some(name) = maker.take(path.key("name"), &Cut { para: at, range }) {
                interests.push(Interest { name: Some(name), ..Interest::default() });
            }
        }
    }
    interests
}
