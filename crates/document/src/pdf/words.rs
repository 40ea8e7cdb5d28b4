//! Where words begin: at spaces, and where room is.

use super::segments::{Segment, only};

/// Decides where words begin.
pub(super) fn find(segment: &mut Segment) {
    let marks = &mut segment.marks;
    let explicit = marks.iter().filter(|mark| mark.spaced).count();
    // Where the file has spaces of its own, room alone must be larger to be one.
    let room = if explicit * 12 > marks.len() { 0.22 } else { 0.15 };
    let gaps: Vec<f32> = marks
        .windows(2)
        .map(|pair| (pair[1].left - pair[0].right) / pair[1].size.max(0.1))
        .collect();
    for (at, gap) in gaps.iter().enumerate() {
        let mark = &mut marks[at + 1];
        let narrow = mark.spaced && *gap < -0.2;
        mark.begins = (mark.spaced && !narrow) || *gap > room;
    }
    if let Some(first) = marks.first_mut() {
        first.begins = true;
    }
    let begun = marks.iter().filter(|mark| mark.begins).count();
    let alone = marks
        .iter()
        .enumerate()
        .filter(|(at, mark)| {
            let ends = marks.get(at + 1).is_none_or(|next| next.begins);
            mark.begins && ends && only(&mark.text).is_some_and(char::is_alphabetic)
        })
        .count();
    if begun < 4 || alone * 10 < begun * 7 {
        return;
    }
    // Letters set apart: what lies between words is clearly wider than what lies between letters.
    let mut sorted = gaps.clone();
    sorted.sort_by(f32::total_cmp);
    let usual = sorted[sorted.len() / 3];
    let real_spaces = explicit * 2 > marks.len();
    // With real spaces between words only, they say where words begin.
    let marked = explicit > 0 && !real_spaces;
    for (at, gap) in gaps.iter().enumerate() {
        let mark = &mut marks[at + 1];
        mark.begins = if marked { mark.spaced } else { *gap > usual * 1.7 + 0.02 };
    }
    segment.letter_spaced = real_spaces;
}
