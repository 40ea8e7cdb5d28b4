//! Files that pages load: all of them are part of the program.
//!
//! Pages of the site ask for a file under an address with a mark of its content, so that a browser
//! may keep it until it changes.

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// Name, media type and content of every file.
const FILES: &[(&str, &str, &str)] = &[
    ("builder-lists.js", SCRIPT, include_str!("../assets/site/builder-lists.js")),
    ("builder-save.js", SCRIPT, include_str!("../assets/site/builder-save.js")),
    ("builder.js", SCRIPT, include_str!("../assets/site/builder.js")),
    ("check.css", CSS, include_str!("../assets/check.css")),
    ("drop.js", SCRIPT, include_str!("../assets/site/drop.js")),
    ("editor.js", SCRIPT, include_str!("../assets/site/editor.js")),
    ("icon.svg", "image/svg+xml", include_str!("../assets/icon.svg")),
    ("preview.js", SCRIPT, include_str!("../assets/site/preview.js")),
    ("report.js", SCRIPT, include_str!("../assets/site/report.js")),
    (
        "site.css",
        CSS,
        concat!(
            include_str!("../assets/vitae.css"),
            include_str!("../assets/check.css"),
            include_str!("../assets/coverage.css"),
            include_str!("../assets/site/frame.css"),
            include_str!("../assets/site/builder.css"),
            include_str!("../assets/site/resumes.css"),
            include_str!("../assets/site/preview.css"),
            include_str!("../assets/site/jobs.css"),
            include_str!("../assets/site/match.css"),
            include_str!("../assets/site/home.css"),
            include_str!("../assets/site/report.css"),
            include_str!("../assets/site/report-findings.css"),
            include_str!("../assets/site/report-details.css"),
            include_str!("../assets/site/reference.css"),
            include_str!("../assets/site/guide.css"),
            include_str!("../assets/site/api.css"),
            include_str!("../assets/site/accounts.css"),
        ),
    ),
    ("vitae.css", CSS, include_str!("../assets/vitae.css")),
    ("watch.css", CSS, include_str!("../assets/watch.css")),
    ("watch.js", SCRIPT, include_str!("../assets/watch.js")),
];

/// The mark of each file.
static MARKS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mark = |(_, _, content): &(&str, &str, &str)| {
        let mut hasher = DefaultHasher::new();
        hasher.write(content.as_bytes());
        format!("{:016x}", hasher.finish())
    };
    FILES.iter().map(mark).collect()
});

/// Where a page finds the file `name`: `/assets/MARK-NAME`.
pub(crate) fn address(name: &str) -> String {
    let index = FILES.iter().position(|file| file.0 == name);
    debug_assert!(index.is_some(), "there is no file {name}");
    let mark = index.map_or("", |index| MARKS[index].as_str());
    format!("/assets/{mark}-{name}")
}

/// Answers with the file of that name, or of that mark and name.
pub(crate) async fn asset(Path(asked): Path<String>) -> Response {
    let found = FILES.iter().zip(MARKS.iter()).find_map(|((name, media_type, content), mark)| {
        let marked = asked.strip_prefix(mark.as_str()).and_then(|rest| rest.strip_prefix('-'));
        (asked == *name || marked == Some(name)).then_some((marked, *media_type, *content))
    });
    match found {
        Some((Some(_), media_type, content)) => {
            let forever = "public, max-age=31536000, immutable";
            ([(CONTENT_TYPE, media_type), (CACHE_CONTROL, forever)], content).into_response()
        }
        Some((None, media_type, content)) => {
            ([(CONTENT_TYPE, media_type)], content).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_ask_for_nothing_from_elsewhere() {
        for (name, _, content) in FILES {
            let content = content.replace("http://www.w3.org/2000/svg", "");
            for mark in ["http:", "https:", "url(", "@import", "'//", "\"//"] {
                assert!(!content.contains(mark), "{name}: {mark}");
            }
        }
    }

    #[test]
    fn addresses_have_a_mark() {
        let address = address("site.css");
        assert_eq!(address.len(), "/assets/".len() + 16 + "-site.css".len(), "{address}");
    }
}
