//! States of the view on the wire: server-sent events, each a whole state as JSON.

use std::convert::Infallible;
use std::sync::Arc;

use axum::response::sse::Event;
use futures_util::stream::{self, Stream};
use serde::Serialize;
use tokio::sync::watch;

use super::shown::Shown;

/// What the script is told.
#[derive(Serialize)]
struct State<'a> {
    revision: u64,
    pages: Vec<PageState<'a>>,
    panel: &'a str,
    summary: &'a str,
    problem: Option<&'a str>,
}

/// A picture: its name, and its size in points.
#[derive(Serialize)]
struct PageState<'a> {
    id: &'a str,
    width: f64,
    height: f64,
}

/// The state now, then every later one; the last event is `end`: an event without data would be no event. States that come while the
/// connection is busy are left out, except the last.
pub(super) fn events(
    mut shown: watch::Receiver<Option<Arc<Shown>>>,
) -> impl Stream<Item = Result<Event, Infallible>> {
    shown.mark_changed();
    stream::unfold(Some(shown), async |shown| {
        let mut shown = shown?;
        let changed = shown.changed().await;
        let state = shown.borrow_and_update().clone().filter(|_| changed.is_ok());
        match state {
            Some(state) => Some((Ok(state_event(&state)), Some(shown))),
            None => Some((Ok(Event::default().event("end").data("over")), None)),
        }
    })
}

fn state_event(shown: &Shown) -> Event {
    Event::default().event("state").id(shown.revision.to_string()).data(encode(shown))
}

/// JSON escapes every line break, which an event could not carry.
fn encode(shown: &Shown) -> String {
    let pages = shown.pages.iter().map(|page| PageState {
        id: &page.id,
        width: page.picture.width,
        height: page.picture.height,
    });
    let state = State {
        revision: shown.revision,
        pages: pages.collect(),
        panel: &shown.panel,
        summary: &shown.summary,
        problem: shown.problem.as_deref(),
    };
    serde_json::to_string(&state).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::{Picture, Problem, Rendered};
    use super::*;

    #[track_caller]
    fn check(rendered: Rendered, expected: &str) {
        let encoded = encode(&Shown::default().after(rendered));
        assert!(!encoded.contains(['\n', '\r']), "{encoded}");
        assert_eq!(encoded, expected);
    }

    #[test]
    fn a_state_is_one_line() {
        let pages = vec![Picture { svg: "<svg/>".to_owned(), width: 595.28, height: 841.89 }];
        check(
            Rendered { pages, ..Rendered::default() },
            r#"{"revision":1,"pages":[{"id":"ID","width":595.28,"height":841.89}],"panel":"","summary":"","problem":null}"#
                .replace("ID", &id("<svg/>"))
                .as_str(),
        );
        let message = "Line\nbreak\r\u{2028}".to_owned();
        let problem = Some(Problem { message, ..Problem::default() });
        check(
            Rendered { problem, ..Rendered::default() },
            "{\"revision\":1,\"pages\":[],\"panel\":\"\",\"summary\":\"\",\"problem\":\"<p class=\\\"message\\\">\
             <strong>Line\\nbreak\\r\u{2028}</strong></p>\"}",
        );
    }

    fn id(svg: &str) -> String {
        let picture = Picture { svg: svg.to_owned(), ..Picture::default() };
        let rendered = Rendered { pages: vec![picture], ..Rendered::default() };
        Shown::default().after(rendered).pages[0].id.clone()
    }
}
