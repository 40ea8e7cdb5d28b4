//! A job as one page of HTML that loads nothing, with the posting as data inside.

use std::fmt::Write;

use resume::Job;
use resume::job::{JobPage, JobPart};

use super::posting;
use crate::Options;
use crate::html::{escape, style};

/// What a browser may load for the page: nothing. Data blocks run nothing.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The whole page.
pub(super) fn write(job: &Job, options: &Options) -> String {
    let page = job.page();
    let mut out = String::from("<!DOCTYPE html>\n");
    let title: Vec<&str> =
        [&page.title, &page.company].into_iter().flatten().map(String::as_str).collect();
    let title = if title.is_empty() { "Job".to_owned() } else { title.join(" – ") };
    let _ = writeln!(out, "<html lang=\"{}\">\n<head>", escape(options.language));
    let _ = writeln!(out, "<meta charset=\"utf-8\">");
    let _ = writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    let _ =
        writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    let _ = writeln!(out, "<meta name=\"color-scheme\" content=\"light dark\">");
    let _ = writeln!(out, "<title>{}</title>", escape(&title));
    let _ = writeln!(out, "<style>\n{}{STYLE}</style>", style(options));
    let _ = writeln!(
        out,
        "<script type=\"application/ld+json\">\n{}</script>\n</head>\n<body>\n<main>",
        in_script(&posting::write(job))
    );
    out.push_str("<header>\n");
    if let Some(title) = &page.title {
        let _ = writeln!(out, "<h1>{}</h1>", escape(title));
    }
    if let Some(company) = &page.company {
        let _ = writeln!(out, "<p>Company: {}</p>", escape(company));
    }
    facts(&mut out, &page);
    out.push_str("</header>\n");
    for part in &page.sections {
        let _ =
            writeln!(out, "<section>\n<h2>{}</h2>\n<div class=\"part\">", escape(&part.heading));
        body(&mut out, part);
        out.push_str("</div>\n</section>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// What a job has and a resume has not: parts of several paragraphs, and lists of sentences.
const STYLE: &str = include_str!("style.css");

/// The facts as a list, each behind its label.
pub(super) fn facts(out: &mut String, page: &JobPage) {
    if page.facts.is_empty() {
        return;
    }
    out.push_str("<ul>\n");
    for fact in &page.facts {
        let (label, text) = (escape(&fact.label), escape(&fact.text));
        let _ = writeln!(out, "<li><strong>{label}:</strong> {text}</li>");
    }
    out.push_str("</ul>\n");
}

/// A heading of this level, paragraphs and a list.
pub(super) fn section(out: &mut String, part: &JobPart, level: u8) {
    let _ = writeln!(out, "<h{level}>{}</h{level}>", escape(&part.heading));
    body(out, part);
}

/// Paragraphs and a list.
fn body(out: &mut String, part: &JobPart) {
    for text in &part.paragraphs {
        let _ = writeln!(out, "<p>{}</p>", escape(text));
    }
    if part.items.is_empty() {
        return;
    }
    let list = if part.ordered { "ol" } else { "ul" };
    let _ = writeln!(out, "<{list}>");
    for item in &part.items {
        let text = escape(item);
        let is_address = item.starts_with("https://") && !item.contains(' ');
        if is_address {
            let _ = writeln!(out, "<li><a href=\"{text}\">{text}</a></li>");
        } else {
            let _ = writeln!(out, "<li>{text}</li>");
        }
    }
    let _ = writeln!(out, "</{list}>");
}

/// JSON that no text of it can end the script with.
fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
