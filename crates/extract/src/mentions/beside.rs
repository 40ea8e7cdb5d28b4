//! Names that stand on two lines: a title with the employer below it, a subject with its school.
//!
//! Who reads such an entry aloud says both in one breath, and many write them so:
//! "Physics, University of Oslo", "Consultant Brightline".

use std::collections::BTreeMap;
use std::ops::Range;

use super::phrase::Line;
use super::{Cue, Found, MentionKind, Page};
use crate::recognize::headings::Section;
use crate::recognize::looks;

/// Readings of one kind in one paragraph.
type Places = BTreeMap<(usize, MentionKind), Vec<Range<usize>>>;

pub(super) fn find(page: &Page<'_>, found: &mut Vec<Found>) {
    let mut places = Places::new();
    for one in found.iter() {
        places.entry((one.para, one.kind)).or_default().push(one.range.clone());
    }
    for pair in page.lines.windows(2) {
        let [above, below] = pair else { continue };
        if above.item || below.item || above.words.is_empty() {
            continue;
        }
        match below.section {
            Some(Section::Work) => title_and_employer(above, below, &places, found),
            Some(Section::Education) => subject_and_school(above, below, &places, found),
            _ => {}
        }
    }
}

fn of<'p>(places: &'p Places, line: &Line<'_>, kind: MentionKind) -> &'p [Range<usize>] {
    places.get(&(line.para, kind)).map_or(&[], Vec::as_slice)
}

/// Readings that begin where the text begins.
fn opening<'p>(
    places: &'p Places,
    line: &Line<'_>,
    kind: MentionKind,
) -> impl Iterator<Item = &'p Range<usize>> {
    let start = line.words.first().map_or(0, |word| word.range.start);
    of(places, line, kind).iter().filter(move |range| range.start == start)
}

fn title_and_employer(above: &Line<'_>, below: &Line<'_>, places: &Places, found: &mut Vec<Found>) {
    let end = above.text.trim_end().len();
    let mut employers: Vec<&Range<usize>> = opening(places, below, MentionKind::Employer).collect();
    employers.sort_by_key(|range| std::cmp::Reverse(range.len()));
    employers.dedup();
    let mut titles: Vec<Range<usize>> = of(places, above, MentionKind::Title)
        .iter()
        .filter(|range| range.end == end && above.words.len() <= 9)
        .cloned()
        .collect();
    titles.sort_by_key(|range| (range.start, range.end));
    titles.dedup();
    for title in titles.iter().take(3) {
        for employer in employers.iter().take(3) {
            found.push(Found {
                kind: MentionKind::Title,
                para: above.para,
                range: title.clone(),
                more: Some((below.para, (*employer).clone())),
                cue: Cue::TitleAndEmployer,
            });
        }
    }
}

fn subject_and_school(above: &Line<'_>, below: &Line<'_>, places: &Places, found: &mut Vec<Found>) {
    if above.section != below.section || above.words.len() > 16 {
        return;
    }
    let Some(start) = subject(above) else { return };
    let mut schools: Vec<&Range<usize>> = opening(places, below, MentionKind::School).collect();
    schools.sort_by_key(|range| std::cmp::Reverse(range.len()));
    schools.dedup();
    let range = above.bytes(&(start..above.words.len()));
    for school in schools.into_iter().take(3) {
        found.push(Found {
            kind: MentionKind::School,
            para: above.para,
            range: range.clone(),
            more: Some((below.para, school.clone())),
            cue: Cue::SubjectAndSchool,
        });
    }
}

/// The word at which the subject of a line with a degree begins.
fn subject(line: &Line<'_>) -> Option<usize> {
    let named = (0..line.words.len()).find_map(|at| looks::degree_end(&line.words, at));
    let linked = (0..line.words.len()).rev().find(|&at| line.norm(at) == "in");
    match (named, linked) {
        (_, Some(at)) if at + 1 < line.words.len() => Some(at + 1),
        (None, None)
            if line.words.len() <= 6
                && line.parts.len() == 1
                && line.words.iter().any(|word| looks::is_subject(&word.norm)) =>
        {
            Some(0)
        }
        _ => None,
    }
}
