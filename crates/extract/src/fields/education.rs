//! Schools and courses of study.

use std::ops::Range;

use resume::FieldPath;
use resume::model::Education;

use super::entries;
use super::labels::{self, Choice, Field};
use super::make::{Cut, Maker};
use super::para::Para;
use super::refine::refine;
use super::segments::{Segment, segments, trim};
use crate::recognize::{looks, place};

const FIELDS: [Field; 4] = [
    Field { key: "institution", score: school, least: 0.2 },
    Field { key: "studyType", score: degree, least: 0.25 },
    Field { key: "location", score: location, least: 0.5 },
    Field { key: "score", score: grade, least: 0.5 },
];
const INSTITUTION: usize = 0;
const STUDY_TYPE: usize = 1;
const SCORE: usize = 3;

fn school(text: &str) -> f32 {
    let own = looks::school(text);
    let other = looks::degree(text).max(0.9 * place::place(text)).max(grade(text));
    (own.max(0.3) - 0.5 * other * (1.0 - own)).clamp(0.0, 1.0)
}

fn degree(text: &str) -> f32 {
    looks::degree(text) * (1.0 - 0.5 * looks::school(text))
}

fn location(text: &str) -> f32 {
    place::place(text) * (1.0 - looks::school(text))
}

fn grade(text: &str) -> f32 {
    if looks::grade(text).is_none() {
        return 0.0;
    }
    (0.8 - 0.6 * looks::degree(text).max(looks::school(text))).max(0.0)
}

/// Reads the courses of study below one heading; `first` is the number of the first one.
pub(crate) fn read(
    maker: &mut Maker<'_>,
    lines: &[usize],
    body_size: f32,
    first: usize,
) -> Vec<Education> {
    let split = entries::split(maker.paras, lines, body_size);
    let segments: Vec<Vec<Segment>> = split
        .iter()
        .map(|entry| {
            refine(
                maker.paras,
                segments(maker.paras, &entry.heads),
                &[looks::degree, looks::school],
                false,
            )
        })
        .collect();
    let paras = maker.paras;
    let (scores, choices) = labels::choose(paras, &segments, &FIELDS);

    let mut courses: Vec<Education> = Vec::new();
    let mut school: Option<Cut> = None;
    for (number, entry) in split.iter().enumerate() {
        let cut = |field: usize| {
            choices[number][field].map(|choice| segments[number][choice.segment].cut())
        };
        let (institution, study, score) = (cut(INSTITUTION), cut(STUDY_TYPE), cut(SCORE));
        let institution = institution
            .or_else(|| unknown_school(paras, &segments[number], &choices[number]))
            .or_else(|| study.as_ref().and(school.clone()));
        if institution.is_none() && study.is_none() {
            continue;
        }
        school.clone_from(&institution);
        let path = FieldPath::root().key("education").index(first + courses.len());
        let institution = institution.and_then(|cut| maker.take(path.key("institution"), &cut));
        let mut course = Education { institution, ..Education::default() };
        if let Some(study) = study {
            set_degree(maker, &path, &study, &mut course);
        }
        course.score = score.and_then(|cut| maker.take(path.key("score"), &cut));
        (course.start_date, course.end_date) = maker.take_times(&path, &entry.heads);
        // One date of a course is the day it ended.
        if course.end_date.is_none() {
            course.end_date = course.start_date.take();
            maker.rename(&path.key("startDate"), &path.key("endDate"));
        }
        let used: Vec<usize> = choices[number]
            .iter()
            .flatten()
            .map(|choice| segments[number][choice.segment].para)
            .collect();
        let lists = entry.heads.iter().filter(|at| !used.contains(at) && is_list(&paras[**at]));
        for &at in lists.chain(&entry.body) {
            let list = path.key("courses");
            for range in courses_in(&paras[at]) {
                let item = list.index(course.courses.len());
                course.courses.extend(maker.take(item, &Cut { para: at, range }));
            }
        }
        labels::explain(
            maker, &path, &FIELDS, &segments[number], &scores[number], &choices[number],
        );
        courses.push(course);
    }
    courses
}

/// Words beside a degree that are nothing else: a school nobody knows.
fn unknown_school(paras: &[Para], segments: &[Segment], choices: &[Option<Choice>]) -> Option<Cut> {
    choices[STUDY_TYPE]?;
    let taken = |at: usize| choices.iter().flatten().any(|choice| choice.segment == at);
    let free = |(at, segment): &(usize, &Segment)| {
        let text = &paras[segment.para].text[segment.range.clone()];
        let words = text.split_whitespace().count();
        !taken(*at)
            && (1..=8).contains(&words)
            && !is_list(&paras[segment.para])
            && location(text) < 0.5
    };
    let (_, segment) = segments.iter().enumerate().find(free)?;
    Some(segment.cut())
}

/// A line of several names between commas and nothing else.
fn is_list(para: &Para) -> bool {
    para.times.is_empty() && !para.text.ends_with('.') && para.text.matches(", ").count() >= 2
}

/// The courses a line names: each of a list, or the line as it stands.
fn courses_in(para: &Para) -> Vec<Range<usize>> {
    let start = match para.text.split_once(':') {
        Some((label, _)) if label.to_lowercase().contains("course") => label.len() + 1,
        _ => 0,
    };
    if !is_list(para) && start == 0 {
        return std::iter::once(0..para.text.len()).collect();
    }
    let mut from = start;
    let ends = para.text.match_indices(',').map(|(at, _)| at).filter(|at| *at >= start);
    let mut courses = Vec::new();
    for end in ends.chain([para.text.len()]) {
        courses.push(trim(&para.text, from..end));
        from = (end + 1).min(para.text.len());
    }
    courses.retain(|range| !range.is_empty());
    courses
}

/// Splits "Bachelor of Physics" into the degree and its subject.
fn set_degree(maker: &mut Maker<'_>, path: &FieldPath, cut: &Cut, course: &mut Education) {
    let text = &maker.paras[cut.para].text[cut.range.clone()];
    let looks::DegreeParts { study_type: kind, area } = looks::degree_parts(text);
    let part = |range: Range<usize>| Cut {
        para: cut.para,
        range: cut.range.start + range.start..cut.range.start + range.end,
    };
    match (kind, area) {
        (None, None) => course.study_type = maker.take(path.key("studyType"), cut),
        (kind, area) => {
            course.study_type =
                kind.and_then(|range| maker.take(path.key("studyType"), &part(range)));
            course.area = area.and_then(|range| maker.take(path.key("area"), &part(range)));
        }
    }
}
