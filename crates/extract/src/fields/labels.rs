//! Which segment is which field, decided for all entries of a section at once.
//!
//! One employer name says little about itself; eight segments that fill the same slot of eight
//! entries say much. Each segment is scored by its own words and by the words of the segments in
//! the same slot, and each entry takes the best way to give its segments to the fields.

use resume::FieldPath;

use super::make::{Candidate, Maker, squeezed};
use super::para::Para;
use super::segments::Segment;

/// How much of a score a segment's own words have; the rest is that of its slot.
const OWN: f32 = 0.55;

/// What one section's entries can hold.
pub(crate) struct Field {
    /// The key of JSON Resume.
    pub(crate) key: &'static str,
    /// 0–1: how much a text looks like this field.
    pub(crate) score: fn(&str) -> f32,
    /// Below it nothing is taken.
    pub(crate) least: f32,
}

/// A segment with the score it won or lost with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Choice {
    /// Its number among the segments of the entry.
    pub(crate) segment: usize,
    /// 0–1.
    pub(crate) score: f32,
}

/// The scores of one entry: a row a segment, a column a field.
pub(crate) type Scores = Vec<Vec<f32>>;

/// The scores of all segments of a section, and the best way to give them to its fields.
pub(crate) fn choose(
    paras: &[Para],
    segments: &[Vec<Segment>],
    fields: &[Field],
) -> (Vec<Scores>, Vec<Vec<Option<Choice>>>) {
    let text = |segment: &Segment| squeezed(&paras[segment.para].text[segment.range.clone()]);
    let scores = scores(segments, fields, text);
    let choices = scores.iter().map(|scores| assign(scores, fields)).collect();
    (scores, choices)
}

/// Scores of all segments of all entries: own words and slot together.
fn scores(
    entries: &[Vec<Segment>],
    fields: &[Field],
    text: impl Fn(&Segment) -> String,
) -> Vec<Scores> {
    let own: Vec<Scores> = entries
        .iter()
        .map(|segments| {
            let texts = segments.iter().map(&text);
            texts.map(|text| fields.iter().map(|field| (field.score)(&text)).collect()).collect()
        })
        .collect();
    let all: Vec<(usize, usize)> = entries
        .iter()
        .enumerate()
        .flat_map(|(entry, segments)| (0..segments.len()).map(move |segment| (entry, segment)))
        .collect();
    // Beyond a few dozen entries the first ones tell as much as all of them.
    let sample = &all[..all.len().min(200)];
    entries
        .iter()
        .enumerate()
        .map(|(entry, segments)| {
            let of_segment = |(number, segment): (usize, &Segment)| -> Vec<f32> {
                let mut weight = 0.0;
                let mut sums = vec![0.0; fields.len()];
                for &(other_entry, other) in sample.iter().filter(|&&(other, _)| other != entry) {
                    let like = segment.slot.likeness(&entries[other_entry][other].slot);
                    if like < 0.5 {
                        continue;
                    }
                    // The same slot counts eight times one that only looks alike.
                    let like = like * like * like;
                    weight += like;
                    for (sum, score) in sums.iter_mut().zip(&own[other_entry][other]) {
                        *sum += like * score;
                    }
                }
                let mine = &own[entry][number];
                let blend = |(sum, mine): (&f32, &f32)| {
                    if weight > 0.0 { OWN * mine + (1.0 - OWN) * sum / weight } else { *mine }
                };
                let prior = prior(segment);
                sums.iter().zip(mine).map(blend).map(|score| score * prior).collect()
            };
            segments.iter().enumerate().map(of_segment).collect()
        })
        .collect()
}

/// 0.8–1: names are heavy and stand first; what comes later and light is a description.
fn prior(segment: &Segment) -> f32 {
    let slot = &segment.slot;
    let heavy = slot.bold || slot.caps || slot.italic;
    let late = slot.line.min(4) + slot.part.min(2);
    #[expect(clippy::cast_precision_loss, reason = "at most 6")]
    let late = late as f32;
    (1.0 - 0.02 * late) * if heavy { 1.0 } else { 0.92 }
}

/// The best way to give segments to fields: no segment twice, no field below its least score.
fn assign(scores: &Scores, fields: &[Field]) -> Vec<Option<Choice>> {
    let mut best = (f32::NEG_INFINITY, vec![None; fields.len()]);
    // Ten segments and four fields make 5 000 ways at most.
    let segments = scores.len().min(10);
    let mut chosen = vec![None; fields.len()];
    search(scores, fields, segments, 0, 0.0, &mut chosen, &mut best);
    best.1
}

fn search(
    scores: &Scores,
    fields: &[Field],
    segments: usize,
    field: usize,
    sum: f32,
    chosen: &mut Vec<Option<Choice>>,
    best: &mut (f32, Vec<Option<Choice>>),
) {
    if field == fields.len() {
        if sum > best.0 {
            *best = (sum, chosen.clone());
        }
        return;
    }
    for segment in 0..segments {
        let score = scores[segment][field];
        let taken = chosen[..field].iter().flatten().any(|choice| choice.segment == segment);
        if taken || score < fields[field].least {
            continue;
        }
        chosen[field] = Some(Choice { segment, score });
        // A point for being filled at all: two fields are worth more than one sure one.
        search(scores, fields, segments, field + 1, sum + score + 0.1, chosen, best);
    }
    chosen[field] = None;
    search(scores, fields, segments, field + 1, sum, chosen, best);
}

/// Records what was weighed for each field of one entry.
pub(crate) fn explain(
    maker: &mut Maker<'_>,
    path: &FieldPath,
    fields: &[Field],
    segments: &[Segment],
    scores: &Scores,
    choices: &[Option<Choice>],
) {
    for (column, field) in fields.iter().enumerate() {
        let Some(choice) = choices[column] else { continue };
        let candidate = |segment: usize| {
            let text = maker.text(&segments[segment].cut());
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
