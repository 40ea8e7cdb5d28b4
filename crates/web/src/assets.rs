//! Files that pages load: all of them are part of the program.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

/// Name, media type and content of every file.
const FILES: [(&str, &str, &str); 4] = [
    ("vitae.css", "text/css; charset=utf-8", include_str!("../assets/vitae.css")),
    ("watch.css", "text/css; charset=utf-8", include_str!("../assets/watch.css")),
    ("watch.js", "text/javascript; charset=utf-8", include_str!("../assets/watch.js")),
    ("icon.svg", "image/svg+xml", include_str!("../assets/icon.svg")),
];

/// Answers with the file `name`.
pub(crate) async fn asset(Path(name): Path<String>) -> Response {
    match FILES.iter().find(|file| file.0 == name) {
        Some((_, media_type, content)) => ([(CONTENT_TYPE, *media_type)], *content).into_response(),
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
}
