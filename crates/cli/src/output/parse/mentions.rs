//! Every place of a document that names a title, an employer, a school or a degree.

use document::Document;
use extract::Reading;
use serde_json::{Value, json};

use crate::input::Opened;

/// A list in the order of the page: kind, words, what made it a mention, where it stands (a line
/// from 1 and bytes of `--format text`, and the page of a document that has pages, from 1).
pub(super) fn list(document: &Document, opened: &Opened) -> Value {
    let Opened { parsed, decisions, .. } = opened;
    let reading = Reading { parsed: parsed.clone(), decisions: decisions.clone() };
    let text = reading.parsed.source_map.text();
    let (mut line, mut from) = (1, 0);
    let mentions = extract::mentions(document, &reading);
    let mut in_order: Vec<_> = mentions.iter().collect();
    in_order.sort_by_key(|mention| (mention.range.start, mention.range.end, mention.kind));
    let shown = in_order.into_iter().map(|mention| {
        let start = mention.range.start;
        line += text.get(from..start).map_or(0, |between| between.matches('\n').count());
        from = start.max(from);
        json!({
            "kind": mention.kind.name(),
            "text": mention.text,
            "because_of": mention.cue.words(),
            "line": line,
            "start": start,
            "end": mention.range.end,
            "page": mention.region.map(|region| region.page + 1),
        })
    });
    Value::Array(shown.collect())
}
