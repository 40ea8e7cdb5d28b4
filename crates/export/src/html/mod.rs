//! One file of HTML: structure for machines, a look for screens and paper, no request of any kind.
//!
//! The elements say what things are: `header`, `main`, a `section` a part of the page, an
//! `article` an employer, headings without gaps, lists, `time`. Classes are those of microformats
//! (h-resume, h-card, h-event). Text stands in the order of [`Outline::leaves`], and what stands
//! between two texts is text too and no style, so that a reader without styles sees words apart.

mod body;
mod colors;
mod escape;
mod period;

use std::fmt::Write;

use resume::Resume;
use resume::model::Paper;
use resume::outline::Outline;

use self::colors::Colors;
pub use self::escape::escape;
use crate::Options;

/// What a browser may load for the page: nothing.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The look; names in capitals stand for values.
const STYLE: &str = include_str!("style.css");

/// The whole page.
pub(crate) fn write(resume: &Resume, options: &Options) -> String {
    let outline = Outline::of(resume);
    let mut html = String::from("<!DOCTYPE html>\n");
    let language = escape(options.language);
    let direction = if is_right_to_left(options.language) { " dir=\"rtl\"" } else { "" };
    let _ = writeln!(html, "<html lang=\"{language}\"{direction}>");
    head(&mut html, &outline, options);
    body::write(&mut html, &outline);
    html.push_str("</html>\n");
    html
}

fn head(html: &mut String, outline: &Outline, options: &Options) {
    let title: Vec<&str> =
        [&outline.name, &outline.label].into_iter().flatten().map(String::as_str).collect();
    let title = if title.is_empty() { "Resume".to_owned() } else { title.join(" – ") };
    html.push_str("<head>\n<meta charset=\"utf-8\">\n");
    let _ = writeln!(html, "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    for (name, content) in [
        ("viewport", Some("width=device-width, initial-scale=1")),
        ("color-scheme", Some("light dark")),
        ("referrer", Some("no-referrer")),
        ("author", outline.name.as_deref()),
        ("description", outline.label.as_deref()),
    ] {
        if let Some(content) = content {
            let _ = writeln!(html, "<meta name=\"{name}\" content=\"{}\">", escape(content));
        }
    }
    let _ = writeln!(html, "<title>{}</title>", escape(&title));
    let _ = writeln!(html, "<style>\n{}</style>\n</head>", style(options));
}

/// The look with the colors and the sheet of `options`.
pub(crate) fn style(options: &Options) -> String {
    let colors = Colors::of(options.accent);
    let paper = match options.paper {
        Paper::A4 => "A4",
        Paper::Letter => "letter",
    };
    STYLE
        .replace("LIGHT-ACCENT", &colors.light.to_string())
        .replace("DARK-ACCENT", &colors.dark.to_string())
        .replace("PAPER", paper)
}

/// True for languages written from right to left, by the first part of their tag.
fn is_right_to_left(language: &str) -> bool {
    let first = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    matches!(
        first.as_str(),
        "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "iw" | "ps" | "sd" | "ug" | "ur" | "yi"
    )
}
