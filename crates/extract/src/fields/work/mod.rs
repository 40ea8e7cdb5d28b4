//! Jobs.

mod joint;
mod leftover;

use resume::model::Work;
use resume::{Bullet, FieldPath};

use self::joint::{names_before_places, parted_by_comma, places_alike, rescue};
use self::leftover::{description, head_from_body, place_beside, unknown_title};
use super::body::{self, Told};
use super::entries::{self, Entry};
use super::labels::{self, Choice, Field};
use super::make::{Cut, Maker};
use super::refine::refine;
use super::segments::{Segment, Slot, segments};
use crate::recognize::{contact, looks, place};

/// What the head of a job holds.
const FIELDS: [Field; 3] = [
    Field { key: "position", score: title, least: 0.22 },
    Field { key: "name", score: employer, least: 0.2 },
    Field { key: "location", score: location, least: 0.42 },
];
const POSITION: usize = 0;
const NAME: usize = 1;
const LOCATION: usize = 2;

/// A note in brackets says nothing about the rest: "Tutor (15 hours per week)".
fn title(text: &str) -> f32 {
    let bare = text.split_once(" (").map_or(text, |(before, _)| before);
    looks::title(text).max(looks::title(bare))
}

/// Any name may be an employer's; what is surely something else is not.
fn employer(text: &str) -> f32 {
    if !text.trim().contains(' ') && !contact::links(text).is_empty() {
        return 0.0;
    }
    let own = looks::employer(text);
    let other = looks::title(text).max(0.9 * place::place(text));
    (own.max(0.22) - 0.5 * other * (1.0 - own)).clamp(0.0, 1.0)
}

/// A legal form makes it a firm: the codes of states and countries are in many of their names.
fn location(text: &str) -> f32 {
    place::place(text) * if looks::employer(text) >= 0.7 { 0.4 } else { 1.0 }
}

/// Reads the jobs below one heading; `first` is the number of the first one.
pub(crate) fn read(
    maker: &mut Maker<'_>,
    lines: &[usize],
    body_size: f32,
    first: usize,
) -> Vec<Work> {
    let mut split = entries::split(maker.paras, lines, body_size);
    for entry in &mut split {
        head_from_body(maker.paras, entry);
    }
    let paras = maker.paras;
    let cut = |force: bool| -> Vec<Vec<Segment>> {
        let of_entry =
            |entry: &Entry| refine(paras, segments(paras, &entry.heads), &[title], force);
        split.iter().map(of_entry).collect()
    };
    let mut segments = cut(false);
    let (mut scores, mut choices) = labels::choose(paras, &segments, &FIELDS);
    rescue(paras, &segments, &mut choices);
    // "Engineer, Acme" may be a team or an employer. When nothing else names employers, it is one.
    // The same holds for one entry when others have both in one piece of a line.
    let lacks = |fields: &[Option<Choice>]| fields[NAME].is_none() || fields[POSITION].is_none();
    let nameless: Vec<bool> = (0..choices.len())
        .map(|at| lacks(&choices[at]) && !has_employer_above(&segments, &choices, at))
        .collect();
    let count = nameless.iter().filter(|lacks| **lacks).count();
    let in_one = choices.iter().zip(&segments).any(|(fields, segments)| {
        fields[NAME].zip(fields[POSITION]).is_some_and(|(name, position)| {
            parted_by_comma(paras, &segments[name.segment], &segments[position.segment])
        })
    });
    if count * 2 > choices.len() || (count > 0 && in_one) {
        let all = count * 2 > choices.len();
        for (at, forced) in cut(true).into_iter().enumerate() {
            if all || nameless[at] {
                segments[at] = forced;
            }
        }
        (scores, choices) = labels::choose(paras, &segments, &FIELDS);
    }
    let cut_places = names_before_places(paras, &mut segments, &choices);
    if places_alike(paras, &mut segments) || cut_places {
        (scores, choices) = labels::choose(paras, &segments, &FIELDS);
    }
    rescue(paras, &segments, &mut choices);

    let mut jobs: Vec<Work> = Vec::new();
    // The employer above the roles that follow, with its place.
    let mut banner: Option<(Cut, Option<Cut>)> = None;
    for (number, entry) in split.iter().enumerate() {
        let cut = |field: usize| {
            choices[number][field].map(|choice| segments[number][choice.segment].cut())
        };
        let (position, name, place) = (cut(POSITION), cut(NAME), cut(LOCATION));
        let position =
            position.or_else(|| unknown_title(paras, &segments[number], &choices[number]));
        let told = body::read(paras, &entry.body);
        let nothing_told = told.items.is_empty() && told.prose.is_empty();
        let role_follows = choices
            .get(number + 1)
            .is_some_and(|next| next[POSITION].is_some() && next[NAME].is_none());
        if position.is_none() && name.is_some() && role_follows && told.items.is_empty() {
            banner = name.map(|name| (name, place));
            continue;
        }
        let mut place = place.or_else(|| place_beside(paras, &segments[number], &choices[number]));
        let name = match (&name, &banner) {
            (Some(_), _) => name,
            (None, Some((name, at))) if position.is_some() => {
                place = place.or_else(|| at.clone());
                Some(name.clone())
            }
            (None, _) => None,
        };
        if position.is_none() && name.is_none() && nothing_told {
            continue;
        }
        if let Some(name) = &name {
            banner = Some((name.clone(), place.clone()));
        }
        let path = FieldPath::root().key("work").index(first + jobs.len());
        let position = position.and_then(|cut| maker.take(path.key("position"), &cut));
        let mut job = Work { position, ..Work::default() };
        job.name = name.and_then(|cut| maker.take(path.key("name"), &cut));
        job.location = place.and_then(|cut| maker.take(path.key("location"), &cut));
        set_dates(maker, &path, entry, &mut job);
        if let Some(cut) = description(paras, &segments[number], &choices[number]) {
            job.description = maker.take(path.key("description"), &cut);
        }
        labels::explain(
            maker, &path, &FIELDS, &segments[number], &scores[number], &choices[number],
        );
        tell(maker, &path, &told, &mut job);
        jobs.push(job);
    }
    jobs
}

/// True for a role below an employer whose name stands on a line of its own, above its first role.
fn has_employer_above(
    segments: &[Vec<Segment>],
    choices: &[Vec<Option<Choice>>],
    at: usize,
) -> bool {
    let named = (0..at).rev().find(|&above| choices[above][NAME].is_some());
    let banner = named.and_then(|above| {
        let (name, position) = (choices[above][NAME]?.segment, choices[above][POSITION]?.segment);
        let (name, position) = (segments[above][name].slot, segments[above][position].slot);
        (name.line < position.line).then_some(position)
    });
    let own = choices[at][POSITION].map(|choice| segments[at][choice.segment].slot);
    let alike =
        |(banner, own): (Slot, Slot)| banner.bold == own.bold && banner.italic == own.italic;
    choices[at][NAME].is_none() && banner.zip(own).is_some_and(alike)
}

fn set_dates(maker: &mut Maker<'_>, path: &FieldPath, entry: &Entry, job: &mut Work) {
    (job.start_date, job.end_date) = maker.take_times(path, &entry.heads);
}

fn tell(maker: &mut Maker<'_>, path: &FieldPath, told: &Told, job: &mut Work) {
    if !told.prose.is_empty() {
        job.summary = maker.take_paras(path.key("summary"), &told.prose);
    }
    let list = path.key("highlights");
    for cut in &told.items {
        let at = list.index(job.highlights.len());
        if let Some(text) = maker.take(at, cut) {
            job.highlights.push(Bullet::from(text));
        }
    }
    if let Some(url) = &told.url {
        job.url = maker.take(path.key("url"), url);
    }
}
