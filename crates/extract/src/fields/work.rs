//! Jobs.

use resume::model::Work;
use resume::{Bullet, FieldPath};

use super::body::{self, Told};
use super::entries::{self, Entry};
use super::labels::{self, Choice, Field};
use super::make::{Candidate, Cut, Maker, squeezed};
use super::para::Para;
use super::refine::refine;
use super::segments::{Segment, Slot, segments, trim};
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

fn location(text: &str) -> f32 {
    place::place(text)
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
    let (mut scores, mut choices) = choose(paras, &segments);
    // "Engineer, Acme" may be a team or an employer. When nothing else names employers, it is one.
    // The same holds for one entry when others have both in one piece of a line.
    let lacks = |fields: &[Option<Choice>]| fields[NAME].is_none() || fields[POSITION].is_none();
    let nameless: Vec<bool> = choices.iter().map(|fields| lacks(fields)).collect();
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
        (scores, choices) = choose(paras, &segments);
    }
    let cut_places = names_before_places(paras, &mut segments, &choices);
    if places_alike(paras, &mut segments) || cut_places {
        (scores, choices) = choose(paras, &segments);
    }
    rescue(paras, &segments, &mut choices);

    let mut jobs: Vec<Work> = Vec::new();
    // The employer above the roles that follow, with its place.
    let mut banner: Option<(Cut, Option<Cut>)> = None;
    for (number, entry) in split.iter().enumerate() {
        let cut = |field: usize| {
            choices[number][field].map(|choice| {
                let segment = &segments[number][choice.segment];
                Cut { para: segment.para, range: segment.range.clone() }
            })
        };
        let (position, name, place) = (cut(POSITION), cut(NAME), cut(LOCATION));
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
        explain(maker, &path, &segments[number], &scores[number], &choices[number]);
        tell(maker, &path, &told, &mut job);
        jobs.push(job);
    }
    jobs
}

/// An unknown name between the title and the dates of a line is where the work was done, once the
/// employer is found elsewhere: "Engineer · Saint-Nazaire · 2019 – 2022".
fn place_beside(paras: &[Para], segments: &[Segment], choices: &[Option<Choice>]) -> Option<Cut> {
    let (position, name) = (choices[POSITION]?.segment, choices[NAME]?.segment);
    let para = segments[position].para;
    let next = segments.get(position + 1).filter(|next| next.para == para && next.slot.dated)?;
    let text = &paras[para].text[next.range.clone()];
    let short = text.split_whitespace().count() <= 3;
    let proper =
        text.split([' ', '-']).all(|word| word.chars().next().is_some_and(char::is_uppercase));
    let elsewhere = segments[name].para != para && position + 1 != name;
    (short && proper && elsewhere && !text.contains(|c: char| c.is_ascii_digit()))
        .then(|| Cut { para, range: next.range.clone() })
}

/// What the head says of the employer besides its name: the first words that are no other field.
fn description(paras: &[Para], segments: &[Segment], choices: &[Option<Choice>]) -> Option<Cut> {
    let name = choices[NAME]?.segment;
    let taken = |at: usize| choices.iter().flatten().any(|choice| choice.segment == at);
    let says = |at: &usize| {
        let text = &paras[segments[*at].para].text[segments[*at].range.clone()];
        let words = text.split_whitespace().count();
        // Behind the name and a dash it describes the employer, whatever its words are.
        let beside = segments[*at].para == segments[name].para;
        let plain = beside || looks::title(text) < 0.5;
        words >= 2 && contact::links(text).is_empty() && place::place(text) < 0.5 && plain
    };
    let at = (name + 1..segments.len()).find(|at| !taken(*at) && says(at))?;
    Some(Cut { para: segments[at].para, range: segments[at].range.clone() })
}

/// A head that only says when, above an item that says what: the item belongs to the head.
fn head_from_body(paras: &[Para], entry: &mut Entry) {
    let Some(&first) = entry.body.first() else { return };
    if !segments(paras, &entry.heads).is_empty() {
        return;
    }
    let text = &paras[first].text;
    let names = text.split([',', '|', '–']).any(|part| title(part.trim()) >= 0.5);
    if names && text.split_whitespace().count() <= 12 && !text.ends_with('.') {
        entry.heads.push(first);
        entry.body.remove(0);
    }
}

/// True when a comma and nothing else stands between two segments.
fn parted_by_comma(paras: &[Para], one: &Segment, two: &Segment) -> bool {
    let (first, second) = if one.range.start <= two.range.start { (one, two) } else { (two, one) };
    first.para == second.para
        && paras[first.para]
            .text
            .get(first.range.end..second.range.start)
            .is_some_and(|between| between.trim() == ",")
}

/// Gives a field that nothing was taken for the free segment that fills its slot in the other
/// entries: an employer called "Architect" says nothing by its words, but stands where all
/// employers stand.
fn rescue(paras: &[Para], segments: &[Vec<Segment>], choices: &mut [Vec<Option<Choice>>]) {
    let banner = choices.iter().any(|fields| fields[NAME].is_some() && fields[POSITION].is_none());
    for field in [POSITION, NAME] {
        if field == NAME && banner {
            continue;
        }
        let slots: Vec<Slot> = choices
            .iter()
            .zip(segments)
            .filter_map(|(fields, segments)| Some(segments[fields[field]?.segment].slot))
            .take(60)
            .collect();
        for (fields, segments) in choices.iter_mut().zip(segments) {
            if fields[field].is_some() || slots.is_empty() {
                continue;
            }
            let free = |at: &usize| {
                let segment = &segments[*at];
                let text = &paras[segment.para].text[segment.range.clone()];
                !fields.iter().flatten().any(|choice| choice.segment == *at)
                    && place::place(text) < 0.6
                    && contact::links(text).is_empty()
                    && text.split_whitespace().count() <= 10
            };
            #[expect(clippy::cast_precision_loss, reason = "at most 60")]
            let likeness = |at: usize| {
                let sum: f32 = slots.iter().map(|slot| segments[at].slot.likeness(slot)).sum();
                sum / slots.len() as f32
            };
            let best = (0..segments.len())
                .filter(free)
                .map(|at| (at, likeness(at)))
                .max_by(|(_, one), (_, two)| one.total_cmp(two));
            if let Some((segment, like)) = best.filter(|(_, like)| *like >= 0.84) {
                fields[field] = Some(Choice { segment, score: 0.5 * like });
            }
        }
    }
}

/// Cuts "Acme, Singapore" and "Acme, Remote" where nothing else names the employer: a name nobody
/// knows before a country is a city only where an employer stands beside it.
fn names_before_places(
    paras: &[Para],
    segments: &mut [Vec<Segment>],
    choices: &[Vec<Option<Choice>>],
) -> bool {
    let banner =
        |fields: &Vec<Option<Choice>>| fields[NAME].is_some() && fields[POSITION].is_none();
    if choices.iter().any(banner) {
        return false;
    }
    let mut any = false;
    for (entry, fields) in segments.iter_mut().zip(choices) {
        let (None, Some(choice)) = (fields[NAME], fields[LOCATION]) else { continue };
        let whole = entry[choice.segment].clone();
        let text = &paras[whole.para].text;
        let part = &text[whole.range.clone()];
        let Some(comma) = part.find(", ").filter(|_| place::is_guessed(part)) else { continue };
        let comma = whole.range.start + comma;
        entry[choice.segment].range = trim(text, whole.range.start..comma);
        let range = trim(text, comma + 1..whole.range.end);
        let slot = Slot { part: whole.slot.part + 1, ..whole.slot };
        entry.insert(choice.segment + 1, Segment { range, slot, ..whole });
        any = true;
    }
    any
}

/// Cuts "Acme, Smallville" when the same slot of other entries holds a name with a known place
/// behind its comma. True when something was cut.
fn places_alike(paras: &[Para], segments: &mut [Vec<Segment>]) -> bool {
    let mut pairs = segments.iter().flat_map(|entry| entry.windows(2)).filter(|pair| {
        parted_by_comma(paras, &pair[0], &pair[1])
            && place::place(&paras[pair[1].para].text[pair[1].range.clone()]) >= 0.6
    });
    let Some(slot) = pairs.next().map(|pair| pair[0].slot) else { return false };
    let mut any = false;
    for entry in segments {
        let found = entry.iter().position(|segment| {
            segment.slot.likeness(&slot) >= 0.8
                && place_after_comma(&paras[segment.para].text[segment.range.clone()]).is_some()
        });
        let has_place = entry
            .iter()
            .any(|segment| place::place(&paras[segment.para].text[segment.range.clone()]) >= 0.6);
        let (Some(at), false) = (found, has_place) else { continue };
        let whole = entry[at].clone();
        let text = &paras[whole.para].text;
        let Some(comma) = place_after_comma(&text[whole.range.clone()]) else { continue };
        let comma = whole.range.start + comma;
        let name = trim(text, whole.range.start..comma);
        let place = trim(text, comma + 1..whole.range.end);
        let slot = Slot { part: whole.slot.part + 1, ..whole.slot };
        entry[at].range = name;
        entry.insert(at + 1, Segment { range: place, slot, ..whole });
        any = true;
    }
    any
}

/// The last comma, when one to three capitalized words stand behind it that may name a place.
fn place_after_comma(text: &str) -> Option<usize> {
    let at = text.rfind(", ")?;
    let words: Vec<&str> = text[at + 2..].split_whitespace().collect();
    let named = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    let fits = (1..=3).contains(&words.len()) && words.iter().all(named);
    let other = looks::title(&text[at + 2..]) >= 0.4 || looks::employer(&text[at + 2..]) >= 0.5;
    (fits && !other).then_some(at)
}

/// Scores of all segments, and the best way to give them to the fields.
fn choose(
    paras: &[Para],
    segments: &[Vec<Segment>],
) -> (Vec<labels::Scores>, Vec<Vec<Option<Choice>>>) {
    let text = |segment: &Segment| squeezed(&paras[segment.para].text[segment.range.clone()]);
    let scores = labels::scores(segments, &FIELDS, text);
    let choices = scores.iter().map(|scores| labels::assign(scores, &FIELDS)).collect();
    (scores, choices)
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

/// Records what was weighed for each field of one entry.
pub(crate) fn explain_fields(
    maker: &mut Maker<'_>,
    path: &FieldPath,
    fields: &[Field],
    segments: &[Segment],
    scores: &labels::Scores,
    choices: &[Option<Choice>],
) {
    for (column, field) in fields.iter().enumerate() {
        let Some(choice) = choices[column] else { continue };
        let candidate = |segment: usize| {
            let text = maker.text(&Cut {
                para: segments[segment].para,
                range: segments[segment].range.clone(),
            });
            let own = (field.score)(&text);
            let reasons = vec![
                format!("its words {own:.2}"),
                format!("with its slot in the other entries {:.2}", scores[segment][column]),
            ];
            Candidate { text, score: scores[segment][column], reasons }
        };
        let mut others: Vec<Candidate> =
            (0..segments.len()).filter(|&at| at != choice.segment).map(candidate).collect();
        others.sort_by(|one, two| two.score.total_cmp(&one.score));
        others.truncate(3);
        others.insert(0, candidate(choice.segment));
        maker.decide(path.key(field.key), others);
    }
}

fn explain(
    maker: &mut Maker<'_>,
    path: &FieldPath,
    segments: &[Segment],
    scores: &labels::Scores,
    choices: &[Option<Choice>],
) {
    explain_fields(maker, path, &FIELDS, segments, scores, choices);
}
