//! The line under the name.

use std::ops::Range;

use resume::FieldPath;

use super::{Found, is_prose};
use crate::fields::make::{Candidate, Cut, Maker, squeezed};
use crate::fields::para::Para;
use crate::fields::segments;
use crate::recognize::{contact, dates, looks, place};

/// The line under the name.
pub(super) fn choose_label(
    maker: &mut Maker<'_>,
    lines: &[usize],
    name: &Cut,
    found: &Found,
) -> Option<Cut> {
    let paras = maker.paras;
    let at_name = lines.iter().position(|&at| at == name.para)?;
    let own_name = maker.text(name);
    let mut candidates: Vec<(Cut, Candidate)> = Vec::new();
    for (distance, &at) in lines[at_name..].iter().enumerate().take(5) {
        let para = &paras[at];
        if is_prose(para) {
            continue;
        }
        let parts = if distance == 0 {
            let mut parts = segments::parts(para);
            parts.extend(wholes(para, name.range.end));
            parts
        } else if found.paras.contains(&at) {
            // Beside contact details in the same line, in a cell of its own.
            let is_contact = |cell: &Range<usize>| {
                let text = &para.text[cell.clone()];
                !contact::emails(text).is_empty()
                    || !contact::phones(text).is_empty()
                    || !contact::links(text).is_empty()
            };
            let cells = para.cells();
            let alone = cells.len() == 1;
            cells.into_iter().filter(|cell| !alone && !is_contact(cell)).collect()
        } else {
            para.cells()
        };
        for range in parts {
            if distance == 0 && range.start < name.range.end {
                continue;
            }
            let text = para.text[range.clone()].trim();
            let title = title_of_parts(para, &range);
            let place = place::place(text);
            let words = text.split_whitespace().count();
            let mut score = 0.5 * title + 0.15;
            let mut reasons = vec![format!("looks like a title {title:.2}")];
            if distance <= 1 {
                score += 0.25;
                reasons.push("next to the name".to_owned());
            }
            if place > 0.5
                || contact::phones(text).len() + contact::emails(text).len() > 0
                || words > 16
            {
                continue;
            }
            if dates::is_period(text) || squeezed(text) == own_name {
                continue;
            }
            score = score.min(1.0);
            candidates.push((
                Cut { para: at, range },
                Candidate { text: text.to_owned(), score, reasons },
            ));
        }
    }
    candidates.sort_by(|(_, one), (_, two)| two.score.total_cmp(&one.score));
    let best = candidates.first().filter(|(_, best)| best.score >= 0.35)?.0.clone();
    let path = FieldPath::root().key("basics").key("label");
    maker.decide(path, candidates.into_iter().map(|(_, candidate)| candidate).take(4).collect());
    Some(best)
}

/// Cells that say several things of one look and nothing but words: "Engineer · Go, Kafka". What
/// stands behind a name is one headline, whatever separators it has.
pub(super) fn wholes(para: &Para, after: usize) -> Vec<Range<usize>> {
    let parts = segments::parts(para);
    let mut wholes = Vec::new();
    for cell in para.cells() {
        let inside: Vec<&Range<usize>> = parts
            .iter()
            .filter(|part| cell.start.max(after) <= part.start && part.end <= cell.end)
            .collect();
        let [first, .., last] = inside[..] else { continue };
        let plain = |part: &&Range<usize>| {
            let text = &para.text[(*part).clone()];
            contact::emails(text).is_empty()
                && contact::phones(text).is_empty()
                && contact::links(text).is_empty()
                && place::place(text) < 0.5
                && !dates::is_period(text)
        };
        if first.start < last.start && inside.iter().all(plain) {
            wholes.push(first.start..last.end);
        }
    }
    wholes
}

/// How much the best part of a headline looks like a title: of several parts together a little
/// more than of the best one alone.
pub(super) fn title_of_parts(para: &Para, range: &Range<usize>) -> f32 {
    let parts = segments::parts(para);
    let inside: Vec<f32> = parts
        .iter()
        .filter(|part| range.start <= part.start && part.end <= range.end)
        .map(|part| looks::title(&para.text[part.clone()]))
        .collect();
    let best = inside.iter().copied().fold(0.0, f32::max);
    if inside.len() > 1 && best > 0.3 { best + 0.05 } else { best }
}
