//! Segments that stand on one line.

use super::segments::Segment;

/// Numbers of segments by line, from top to bottom, each line from left to right.
pub(super) fn of(segments: &[Segment], chosen: &[usize]) -> Vec<Vec<usize>> {
    let mut sorted = chosen.to_vec();
    sorted.sort_by(|one, other| segments[*one].y.total_cmp(&segments[*other].y));
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut start = 0.0_f32;
    let mut small = 0.0_f32;
    for number in sorted {
        let segment = &segments[number];
        match rows.last_mut() {
            Some(row)
                if segment.y - start <= 0.35 * segment.size.min(small)
                    && !over(segments, row, segment) =>
            {
                row.push(number);
                small = small.min(segment.size);
            }
            _ => {
                (start, small) = (segment.y, segment.size);
                rows.push(vec![number]);
            }
        }
    }
    for row in &mut rows {
        row.sort_by(|one, other| segments[*one].rect.left.total_cmp(&segments[*other].rect.left));
    }
    rows
}

/// True when a segment is printed over one of the last ones of a row: two lines, not one.
fn over(segments: &[Segment], row: &[usize], segment: &Segment) -> bool {
    let new = segment.rect;
    row.iter().rev().take(8).any(|number| {
        let old = segments[*number].rect;
        let shared = new.right.min(old.right) - new.left.max(old.left);
        shared > 0.5 * new.width().min(old.width())
    })
}

/// The usual distance of lines, in points: the median of the distances of neighbors that stand
/// in one column; 1.25 times the size when there is nothing to measure.
pub(super) fn pitch(segments: &[Segment], rows: &[Vec<usize>]) -> f32 {
    let heights = |row: &Vec<usize>| row.first().map(|first| segments[*first].y);
    let mut steps: Vec<f32> =
        rows.windows(2).filter_map(|pair| Some(heights(&pair[1])? - heights(&pair[0])?)).collect();
    if steps.is_empty() {
        let size = rows.iter().flatten().map(|number| segments[*number].size).fold(0.0, f32::max);
        return 1.25 * size;
    }
    steps.sort_by(f32::total_cmp);
    steps[steps.len() / 2]
}
