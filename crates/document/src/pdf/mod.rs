//! PDF.
//!
//! `engine` gives the glyphs and shapes of a page; every later step is geometry and knows no
//! PDF: glyphs become segments, segments are put in reading order, and lines are made of them.

mod bullets;
mod edges;
mod engine;
mod gutter;
mod hazards;
mod lines;
mod naive;
mod order;
mod outlined;
mod page;
mod painted;
mod picture;
mod replacements;
mod rows;
#[cfg(test)]
mod sample;
mod segments;
mod side;
mod sides;
mod strip;
mod veil;
mod words;
mod wrapped;

use resume::Rect;

use crate::{Document, DocumentError, HazardKind, Limits, Line, List, Part, Sheet, Veil};
use page::{Page, Paint, Turn};
pub(crate) use picture::picture;
use segments::Segment;

/// Reads a PDF.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, DocumentError> {
    let mut opened = engine::open(bytes, limits)?;
    let mut document =
        Document { metadata: opened.description.metadata.clone(), ..Document::default() };
    for (number, page) in opened.pages.iter_mut().enumerate() {
        outlined::settle(page);
        document.hidden.extend(replacements::settle(page, number));
    }
    let mut prepared = Vec::with_capacity(opened.pages.len());
    for (number, page) in opened.pages.iter().enumerate() {
        document.sheets.push(sheet(page));
        let veils = veil::of(page);
        document.hidden.extend(veil::texts(page, number, &veils));
        if !document.naive.is_empty() {
            document.naive.push('\n');
        }
        document.naive.push_str(&naive::text(page.glyphs.iter()));
        prepared.push(segments_of(page, &veils));
    }
    let upright: Vec<(f32, &[Segment])> = opened
        .pages
        .iter()
        .zip(&prepared)
        .map(|(page, turned)| (page.height, &*turned[0]))
        .collect();
    let margins = edges::of(&upright);
    let mut block = 0;
    for (number, page) in opened.pages.iter().enumerate() {
        let lines = &mut document.lines;
        let mut reader = Reader { page, number, block: &mut block, lines, columns: Vec::new() };
        reader.page(&prepared[number], &margins[number]);
        let columns = reader.columns;
        hazards::of_columns(number, &columns, &mut document.hazards);
    }
    hazards::find(&opened, &prepared, &mut document);
    if hazards::is_cut_short(bytes) {
        hazards::add(&mut document.hazards, HazardKind::Damaged, 0, None, String::new());
    }
    document.hidden.extend(hazards::stuffed(&document.metadata, &opened.description.more));
    document.hazards.sort_by_key(|hazard| (hazard.page, hazard.kind));
    Ok(document)
}

/// Segments by direction of writing: upright first.
type Turned = [Vec<Segment>; 4];

fn segments_of(page: &Page, veils: &[Option<Veil>]) -> Turned {
    const TURNS: [Turn; 4] = [Turn::Right, Turn::Down, Turn::Up, Turn::Left];
    TURNS.map(|turn| {
        let is_shown = |at: &usize| {
            let own = page.glyphs[*at].turn;
            veils[*at].is_none() && (own == turn || (own == Turn::Slant && turn == Turn::Right))
        };
        let shown: Vec<usize> = (0..page.glyphs.len()).filter(is_shown).collect();
        let mut segments = segments::of(&page.glyphs, &shown, turn);
        bullets::join(&mut segments);
        segments
    })
}

fn sheet(page: &Page) -> Sheet {
    let area = page.width * page.height;
    let pictures = page.shapes.iter().filter(|shape| shape.paint == Paint::Picture);
    let covered: f32 = pictures.map(|shape| shape.rect.width() * shape.rect.height()).sum();
    let share = if area > 0.0 { (covered / area).clamp(0.0, 1.0) } else { 0.0 };
    Sheet { width: page.width, height: page.height, pictures: share }
}

/// Makes lines of the segments of one page.
struct Reader<'a> {
    page: &'a Page,
    number: usize,
    block: &'a mut usize,
    lines: &'a mut Vec<Line>,
    columns: Vec<Column>,
}

/// A column: the box around each of its lines, and when the file draws it.
type Column = Vec<(Rect, u32)>;

impl Reader<'_> {
    fn page(&mut self, turned: &Turned, margins: &[(Part, Vec<usize>)]) {
        let [upright, others @ ..] = turned;
        let in_margin = |number: &usize| margins.iter().any(|(_, row)| row.contains(number));
        self.margin(upright, margins, Part::Header);
        let body: Vec<Segment> = (0..upright.len())
            .filter(|number| !in_margin(number))
            .map(|number| upright[number].clone())
            .collect();
        for leaf in order::of(&body) {
            if leaf.column {
                let place = |number: &usize| {
                    let segment = &body[*number];
                    (segment.rect, self.page.glyphs[segment.marks[0].glyph].order)
                };
                self.columns.push(leaf.segments.iter().map(place).collect());
            }
            let from = self.lines.len();
            self.leaf(&body, &leaf.segments, None);
            if leaf.column {
                wrapped::join(self.lines, from, leaf.limit);
            }
        }
        for (segments, turn) in others.iter().zip([Turn::Down, Turn::Up, Turn::Left]) {
            let all: Vec<usize> = (0..segments.len()).collect();
            self.leaf(segments, &all, Some(turn));
        }
        self.margin(upright, margins, Part::Footer);
    }

    fn margin(&mut self, segments: &[Segment], margins: &[(Part, Vec<usize>)], part: Part) {
        let from = self.lines.len();
        for (_, row) in margins.iter().filter(|(own, _)| *own == part) {
            self.leaf(segments, row, None);
        }
        self.lines[from..].iter_mut().for_each(|line| line.part = part);
    }

    /// The lines of segments that are read one after the other.
    fn leaf(&mut self, segments: &[Segment], chosen: &[usize], turn: Option<Turn>) {
        let rows = rows::of(segments, chosen);
        let pitch = rows::pitch(segments, &rows);
        let mut above: Option<&Segment> = None;
        let mut indents: Vec<f32> = Vec::new();
        let pictures = bullets::pictures(segments, &rows, &self.page.links);
        let drawn = if turn.is_none() { self.drawn_bullets(segments, &rows) } else { Vec::new() };
        for (number, row) in rows.iter().enumerate() {
            let first = &segments[row[0]];
            let mut pieces = lines::pieces(self.page, segments, row);
            let mut list = bullets::take(&mut pieces);
            let mut left = first.rect.left;
            if list.is_none() && bullets::picture(first).is_some_and(|key| pictures.contains(&key))
            {
                list = Some(List { level: 0, mark: "•".to_owned() });
            }
            if list.is_none()
                && let Some(mark) = drawn.get(number).copied().flatten()
            {
                left = mark.left;
                list = Some(List { level: 0, mark: "•".to_owned() });
            }
            let Some(mut line) = lines::line(pieces, self.number, *self.block) else { continue };
            if let Some(list) = &mut list {
                list.level = level(&mut indents, left, first.size);
            }
            line.list = list;
            line.apart = above.is_some_and(|above| {
                let wide = first.y - above.y > 1.35 * pitch.max(1.1 * first.size.min(above.size));
                wide || (turn.is_none() && ruled(self.page, above, first))
            });
            if let Some(turn) = turn {
                turn_back(&mut line, turn);
            }
            self.lines.push(line);
            above = Some(first);
        }
        *self.block += 1;
    }

    /// The drawn bullets of lines. A shape to the left of all text marks points of time beside
    /// entries, unless nearly every line has one.
    fn drawn_bullets(&self, segments: &[Segment], rows: &[Vec<usize>]) -> Vec<Option<Rect>> {
        let first = |row: &Vec<usize>| &segments[row[0]];
        let found: Vec<Option<Rect>> =
            rows.iter().map(|row| bullets::drawn(&self.page.shapes, first(row))).collect();
        let margin = rows.iter().map(|row| first(row).rect.left).fold(f32::INFINITY, f32::min);
        let many = found.iter().flatten().count() * 10 >= rows.len() * 6;
        found
            .into_iter()
            .map(|mark| mark.filter(|mark| many || mark.left >= margin - 3.0))
            .collect()
    }
}

/// How deep an item at this indent is nested, given the indents of the items before it.
fn level(indents: &mut Vec<f32>, left: f32, size: f32) -> u8 {
    while indents.last().is_some_and(|last| *last > left + 0.5 * size) {
        indents.pop();
    }
    if indents.last().is_none_or(|last| *last < left - 0.5 * size) {
        indents.push(left);
    }
    u8::try_from(indents.len() - 1).unwrap_or(u8::MAX)
}

/// True when a rule is drawn between two lines.
fn ruled(page: &Page, above: &Segment, below: &Segment) -> bool {
    page.shapes.iter().any(|shape| {
        let Rect { left, top, right, bottom } = shape.rect;
        bottom - top < 3.0
            && right - left > 40.0
            && top > above.y
            && bottom < below.y - 0.5 * below.size
            && left < below.rect.right
            && right > below.rect.left
            && shape.paint != Paint::Picture
    })
}

/// Puts the boxes of a turned line back to where they are on the sheet.
fn turn_back(line: &mut Line, turn: Turn) {
    let back = |rect: Rect| {
        let Rect { left, top, right, bottom } = rect;
        match turn {
            Turn::Down => Rect { left: -bottom, top: left, right: -top, bottom: right },
            Turn::Up => Rect { left: top, top: -right, right: bottom, bottom: -left },
            Turn::Left => Rect { left: -right, top: -bottom, right: -left, bottom: -top },
            Turn::Right | Turn::Slant => rect,
        }
    };
    line.rect = line.rect.map(back);
    for piece in &mut line.pieces {
        piece.rect = piece.rect.map(back);
    }
}
