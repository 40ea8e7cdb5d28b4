//! The report as a file to keep: JSON for programs, Markdown, one page of HTML.

use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use maud::html;
use resume::Report;
use roles::RolePack;
use workbench::markdown;

use super::findings::On;
use super::{Wish, alone, dropped, title};
use crate::sheet;
use crate::site::Site;
use crate::site::desk::Desk;
use crate::site::fault::Fault;

/// The names that files are asked for by, and the names people know their form by.
pub(super) const FORMS: [(&str, &str); 3] =
    [("report.json", "JSON"), ("report.md", "Markdown"), ("report.html", "HTML")];

/// A report of a file that was dropped.
pub(super) async fn download(
    State(site): State<Site>,
    Path((key, file)): Path<(String, String)>,
    Query(wish): Query<Wish>,
) -> Result<Response, Fault> {
    let dropped = dropped(&site, &key)?;
    let asked = wish.asked()?;
    let desk = Desk::of(&site);
    let work = move || {
        let examined = desk.examine(&dropped, &asked)?;
        written(&examined.reviewed.report, &file)
    };
    site.pool.run(work).await?
}

/// The report in the form that the name asks for.
pub(super) fn written(report: &Report, file: &str) -> Result<Response, Fault> {
    let (media_type, content) = match file {
        "report.json" => {
            let json = serde_json::to_string_pretty(report).map_err(|_| Fault::ours())?;
            ("application/json", json + "\n")
        }
        "report.md" => {
            let bars = &RolePack::backend_engineer().bars;
            let bar = bars.iter().find(|bar| bar.stage == report.stage);
            ("text/markdown; charset=utf-8", markdown::report(report, bar))
        }
        "report.html" => ("text/html; charset=utf-8", page(report)),
        _ => return Err(Fault::not_found("file")),
    };
    let name = format!("{}-{file}", stem(&report.file));
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [(CONTENT_TYPE, media_type.to_owned()), (CONTENT_DISPOSITION, disposition)];
    Ok((headers, content).into_response())
}

/// One page that loads nothing.
fn page(report: &Report) -> String {
    const STYLES: [&str; 3] = [
        include_str!("../../../../assets/check.css"),
        include_str!("../../../../assets/site/frame.css"),
        include_str!("../../../../assets/site/report.css"),
    ];
    let name = title(&report.file);
    let body = html! {
        article.report {
            header.about {
                h1 { (name) }
                p.quiet { "Graded by vitae as of " (report.as_of) "." }
            }
            (alone(report, On::File))
        }
    };
    sheet::page(&format!("Report of {name}"), &STYLES, "site", &body)
}

/// The name of a file without its extension, in letters that every system takes.
fn stem(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let plain: String = stem.chars().take(60).map(plain).collect();
    let plain = plain.trim_matches('-');
    if plain.is_empty() { "resume".to_owned() } else { plain.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_plain_names() {
        for (file, expected) in [
            ("cv.pdf", "cv"),
            ("-", "resume"),
            ("Ada's CV (final).docx", "Ada-s-CV--final"),
            ("a\"\r\nX: y.pdf", "a---X--y"),
            ("životopis.pdf", "ivotopis"),
            (".pdf", "resume"),
        ] {
            assert_eq!(stem(file), expected);
        }
    }
}
