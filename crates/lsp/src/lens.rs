//! `textDocument/codeLens`: the grade above the page, and what the bullets of each role are worth
//! above the role.

use lsp_types::{CodeLens, CodeLensParams, Command, Range};
use resume::{Axis, BulletGrade, FieldPath, Grade, Segment};

use crate::reading::Reading;
use crate::server::World;

/// Sections whose entries have bullets.
const SECTIONS: [&str; 3] = ["work", "projects", "volunteer"];

/// The lenses of a document.
pub(crate) fn lenses(world: &World<'_>, params: &CodeLensParams) -> Option<Vec<CodeLens>> {
    let document = world.resume(&params.text_document.uri)?;
    let Some(page) = world.reading(document).and_then(Reading::page) else {
        return Some(Vec::new());
    };
    let grade = &page.outcome.grade;
    let mut lenses = vec![lens(Range::default(), grade_line(grade))];
    for (entry, bullets) in by_entry(&grade.bullets) {
        let Some(span) = page.parsed.source_map.get(&entry) else { continue };
        let place = document.text.range(span.value.start..span.value.start, world.client.encoding);
        lenses.push(lens(place, bullets_line(&bullets)));
    }
    Some(lenses)
}

/// A line above a place. Its command does nothing: it is there to be read.
fn lens(range: Range, title: String) -> CodeLens {
    let command = Command { title, command: String::new(), arguments: None };
    CodeLens { range, command: Some(command), data: None }
}

/// `mid: 74 maybe · scope 71 · evidence 63 · depth 80`
fn grade_line(grade: &Grade) -> String {
    let verdict = grade.verdict.as_str();
    let line = format!("{}: {} {verdict}", grade.stage, grade.overall.floor());
    Axis::ALL
        .iter()
        .fold(line, |line, axis| format!("{line} · {axis} {}", grade.axes.get(*axis).floor()))
}

/// `3 bullets: 81 · 64 · 22`
fn bullets_line(bullets: &[&BulletGrade]) -> String {
    let scores: Vec<_> = bullets.iter().map(|it| it.score.floor().to_string()).collect();
    let plural = if scores.len() == 1 { "" } else { "s" };
    format!("{} bullet{plural}: {}", scores.len(), scores.join(" · "))
}

/// Bullets by the entry they belong to, in page order.
fn by_entry(bullets: &[BulletGrade]) -> Vec<(FieldPath, Vec<&BulletGrade>)> {
    let mut entries: Vec<(FieldPath, Vec<&BulletGrade>)> = Vec::new();
    for bullet in bullets {
        let [Segment::Key(section), Segment::Index(index), ..] = bullet.path.segments() else {
            continue;
        };
        if !SECTIONS.contains(&section.as_ref()) {
            continue;
        }
        let entry = FieldPath::root().key(section.clone()).index(*index);
        match entries.last_mut() {
            Some((last, list)) if *last == entry => list.push(bullet),
            _ => entries.push((entry, vec![bullet])),
        }
    }
    entries
}
