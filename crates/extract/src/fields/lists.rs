//! Sections whose lines are the entries: skills, languages, interests.

use std::ops::Range;

use resume::FieldPath;
use resume::model::{Interest, Language, Skill};

use roles::RolePack;

use super::make::{Cut, Maker};
use super::para::{Para, Run};
use super::tags::tags;
use crate::recognize::headings::Section;
use crate::recognize::languages::{language_line, languages as spoken_in};
use crate::recognize::skills::{SkillGroup, is_level, skill_groups};

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
    let are_tags =
        |&at: &usize| paras[at].cells().len() == 1 && tags(&paras[at].text, false).is_some();
    let tagged = lines.iter().any(are_tags);
    let rows: Vec<Row> = lines
        .iter()
        .flat_map(|&at| paras[at].cells().into_iter().map(move |range| (at, range)))
        .map(|(at, range)| Row {
            groups: with_heavy_name(&paras[at], &range)
                .unwrap_or_else(|| groups_of(&paras[at].text[range.clone()], tagged)),
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

/// "**Back-end** Go, Kafka": the heavy words at the beginning of a light cell are its name.
fn with_heavy_name(para: &Para, cell: &Range<usize>) -> Option<Vec<SkillGroup>> {
    let inside = |run: &&Run| run.range.start >= cell.start && run.range.end <= cell.end;
    let runs: Vec<&Run> = para.runs.iter().filter(inside).collect();
    let heavy = runs.iter().take_while(|run| run.style.bold).count();
    if heavy == 0 || heavy == runs.len() || runs[heavy..].iter().any(|run| run.style.bold) {
        return None;
    }
    let end = runs[heavy - 1].range.end;
    let name = para.text[cell.start..end].trim_end();
    let rest = &para.text[end..cell.end];
    if name.is_empty() || name.contains([',', ':']) || rest.trim_start().starts_with([':', ',']) {
        return None;
    }
    let offset = end - cell.start;
    let moved = |range: Range<usize>| range.start + offset..range.end + offset;
    let keywords =
        groups_of(rest, false).into_iter().flat_map(|group| group.keywords).map(moved).collect();
    Some(vec![SkillGroup { name: Some(0..name.len()), keywords, level: None }])
}

/// The groups of a cell: a level behind a single name is none of its words, tags are apart.
fn groups_of(text: &str, tagged: bool) -> Vec<SkillGroup> {
    let mut groups = skill_groups(text);
    if let [group] = &mut groups[..]
        && group.name.is_none()
        && let [item] = &group.keywords[..]
        && let Some(space) = text[item.clone()].rfind(' ')
        && is_level(text[item.start + space..item.end].trim())
    {
        group.level = Some(item.start + space + 1..item.end);
        group.name = Some(item.start..item.start + space);
        group.keywords.clear();
        return groups;
    }
    let alone = groups.iter().map(|group| group.keywords.len()).sum::<usize>() == 1;
    for group in &mut groups {
        let apart = |item: &Range<usize>| {
            let tags = tags(&text[item.clone()], tagged && alone);
            let tags = tags.map(|tags| {
                tags.into_iter().map(|tag| item.start + tag.start..item.start + tag.end).collect()
            });
            tags.unwrap_or_else(|| vec![item.clone()])
        };
        group.keywords = group.keywords.iter().flat_map(apart).collect();
    }
    groups
}

/// True for a row that names the rows below it: alone in its line, and either heavier than what
/// follows or above a list of several words.
fn is_name(rows: &[Row], at: usize) -> bool {
    let row = &rows[at];
    if !row.is_lone() {
        return false;
    }
    let mut below = rows[at + 1..].iter().skip_while(|row| row.is_level());
    let Some(next) = below.next() else { return false };
    // Among items a name has to stand out: another item below it is one more skill.
    if row.item && (next.item || !row.marked || next.marked) {
        return false;
    }
    let skipped_level = rows.get(at + 1).is_some_and(Row::is_level);
    // One name and its level above another such pair: a table of skills, not of groups.
    let levels = rows[at + 1..].iter().take_while(|row| row.is_level()).count();
    let next_level = rows.get(at + levels + 2).is_some_and(Row::is_level);
    if levels == 1 && next.is_lone() && next_level && row.marked == next.marked {
        return false;
    }
    let named = next.groups.iter().any(|group| group.name.is_some() && !group.keywords.is_empty());
    let heavier = (row.marked && !next.marked) || row.size > next.size + 0.6;
    let leveled = row.groups.iter().any(|group| group.level.is_some());
    !named
        && (leveled
            || heavier
            || skipped_level
            || (next.words() > 1 && next.item == row.item)
            || next.item)
}

/// What a stretch under an unknown heading is: a group of skills, when the page has no section of
/// that name, its lines are few words each, and most of them are known or have a level.
pub(crate) fn guess(paras: &[Para], heading: Option<usize>, lines: &[usize]) -> Option<Section> {
    let short = |&at: &usize| {
        let para = &paras[at];
        para.times.is_empty() && para.lines == 1 && para.text.split_whitespace().count() <= 6
    };
    if heading.is_none() || lines.len() < 2 || !lines.iter().all(short) {
        return None;
    }
    let vocabulary = &RolePack::backend_engineer().vocabulary;
    let tells = |&&at: &&usize| {
        let text = &paras[at].text;
        is_level(text) || !vocabulary.mentions_in_list(text).is_empty()
    };
    (lines.iter().filter(tells).count() * 4 >= lines.len()).then_some(Section::Skills)
}

/// True when a section called "Languages" holds those of programs.
pub(crate) fn are_of_programs(paras: &[Para], lines: &[usize]) -> bool {
    let mut texts = lines.iter().map(|&at| paras[at].text.as_str());
    if texts.clone().any(|text| language_line(text) >= 0.5) {
        return false;
    }
    let vocabulary = &RolePack::backend_engineer().vocabulary;
    texts.any(|text| !vocabulary.mentions_in_list(text).is_empty())
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
