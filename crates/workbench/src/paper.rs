//! The pages of a document as rules see them.

use std::collections::BTreeMap;
use std::ops::Range;

use document::Document;
use resume::{FieldPath, PageFacts, Paragraph, Parsed};

/// What rules may know of the pages of a document; `None` where pages are made by whoever prints
/// it.
pub fn document_facts(document: &Document, parsed: &Parsed) -> Option<PageFacts> {
    let last = document.sheets.len().checked_sub(1)?;
    let sheet = document.sheets[last];
    let area = |page| document.text_area(page);
    // The page is taken to have equal margins above and below; what stands below is a footer.
    let top = area(0).map_or(0.0, |area| area.top);
    let (mut lines, mut lowest) = (0, top);
    let of_last = document.lines.iter().filter(|line| line.page == last);
    for rect in of_last.filter_map(|line| line.rect) {
        if rect.middle() < sheet.height - 0.8 * top {
            lines += 1;
            lowest = rect.bottom.max(lowest);
        }
    }
    let room = sheet.height - 2.0 * top;
    let fill = if room > 0.0 { f64::from((lowest - top) / room) } else { 1.0 };
    Some(PageFacts {
        pages: last + 1,
        last_page_fill: fill.clamp(0.0, 1.0),
        last_page_lines: lines,
        // Nobody refits the pages of a document.
        lines_by_page: Vec::new(),
        paragraphs: paragraphs(document, parsed),
    })
}

/// How the texts of a document are broken into lines.
fn paragraphs(document: &Document, parsed: &Parsed) -> BTreeMap<FieldPath, Paragraph> {
    let placed = document.placed();
    let lines: Vec<Range<usize>> = placed
        .pieces
        .iter()
        .map(|pieces| {
            pieces.first().map_or(0, |first| first.start)..pieces.last().map_or(0, |last| last.end)
        })
        .collect();
    let mut paragraphs = BTreeMap::new();
    for (path, span) in parsed.source_map.spans() {
        let value = &span.value;
        let first = lines.partition_point(|line| line.end <= value.start);
        let covered = lines[first..].iter().take_while(|line| line.start < value.end).count();
        let Some(last) = (first + covered).checked_sub(1).filter(|_| covered > 0) else { continue };
        let rest = lines[last].start.max(value.start)..lines[last].end.min(value.end);
        let words = placed.text.get(rest).map_or(0, |rest| rest.split_whitespace().count());
        let page = document.lines[first].page;
        let paragraph = Paragraph { lines: covered, last_line_words: words, page };
        paragraphs.insert(path.clone(), paragraph);
    }
    paragraphs
}
