//! What is kept of a document, in the form it has on disk.

use std::ops::Range;

use ranking::report::Flag;
use resume::{FieldPath, Origin, Parsed, Rect, Region, Resume, SourceMap, Span};
use serde::{Deserialize, Serialize};

use super::application::Content;

/// The content of an entry.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Stored {
    resume: Resume,
    text: String,
    /// Path, key and value of everything that has a place.
    spans: Vec<(String, Option<[usize; 2]>, [usize; 2])>,
    /// Bytes of the text and the page they are on.
    pages: Vec<[usize; 3]>,
    /// Rule and message.
    flags: Vec<[String; 2]>,
}

impl Stored {
    pub(super) fn of(content: &Content) -> Self {
        let pair = |range: &Range<usize>| [range.start, range.end];
        let Content { parsed: Parsed { resume, source_map, .. }, flags } = content;
        Self {
            resume: resume.clone(),
            text: source_map.text().to_owned(),
            spans: source_map
                .spans()
                .map(|(path, span)| {
                    (path.to_string(), span.key.as_ref().map(pair), pair(&span.value))
                })
                .collect(),
            pages: source_map
                .regions()
                .iter()
                .map(|(bytes, region)| [bytes.start, bytes.end, region.page])
                .collect(),
            flags: flags.iter().map(|flag| [flag.rule.clone(), flag.message.clone()]).collect(),
        }
    }

    /// The content again; `None` when it is none that could have been kept: a path that is no path,
    /// places outside of the text.
    pub(super) fn content(self) -> Option<Content> {
        let Self { resume, text, spans, pages, flags } = self;
        let bytes = |range: [usize; 2]| {
            let range = range[0]..range[1];
            text.get(range.clone()).map(|_| range)
        };
        let spans: Vec<(FieldPath, Span)> = spans
            .into_iter()
            .map(|(path, key, value)| {
                let key = match key {
                    Some(key) => Some(bytes(key)?),
                    None => None,
                };
                Some((path.parse().ok()?, Span { key, value: bytes(value)? }))
            })
            .collect::<Option<_>>()?;
        let pages: Vec<(Range<usize>, Region)> = pages
            .into_iter()
            .map(|[start, end, page]| {
                // Where on its page something stands is no part of a ranking.
                Some((bytes([start, end])?, Region { page, rect: Rect::default() }))
            })
            .collect::<Option<_>>()?;
        let mut source_map = SourceMap::new(text).with_regions(pages);
        for (path, span) in spans {
            source_map.insert(path, span);
        }
        let flags = flags.into_iter().map(|[rule, message]| Flag { rule, message }).collect();
        // Only documents are kept.
        let origin = Origin::Document;
        Some(Content { parsed: Parsed { resume, source_map, findings: Vec::new(), origin }, flags })
    }
}
