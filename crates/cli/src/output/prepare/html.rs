//! Sheets as one file of HTML for screen and paper, which loads nothing.
//!
//! A panel marks with real radio buttons, so that a sheet can be filled in by keyboard and printed
//! with its marks; nothing is stored or sent.

use std::fmt::Write;

use export::escape_html as escape;

use super::{Block, Item, Sheet};

/// What a browser may load: nothing.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE: &str = include_str!("sheet.css");

/// The whole page.
pub(crate) fn render(sheet: &Sheet) -> String {
    let title = escape(&sheet.title);
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<h1>{title}</h1>\n<p>{}</p>\n</header>\n<main>\n",
        escape(&sheet.about)
    );
    let mut marks = 0;
    for page in &sheet.pages {
        let _ = writeln!(html, "<section>\n<h2>{}</h2>", escape(&page.title));
        if !page.about.is_empty() {
            let _ = writeln!(html, "<p class=\"about\">{}</p>", escape(&page.about));
        }
        for block in &page.blocks {
            of_block(&mut html, block, &mut marks);
        }
        html.push_str("</section>\n");
    }
    if !sheet.left.is_empty() {
        html.push_str("<section>\n<h2>Not asked about</h2>\n<ul>\n");
        for left in &sheet.left {
            let _ = writeln!(html, "<li>{}</li>", escape(left));
        }
        html.push_str("</ul>\n</section>\n");
    }
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

/// `marks` counts the scales of the file, which need names of their own.
fn of_block(html: &mut String, block: &Block, marks: &mut usize) {
    html.push_str("<article>\n");
    if let Some(requirement) = &block.requirement {
        let _ = writeln!(html, "<p class=\"wanted\">Wanted: {}</p>", escape(requirement));
    }
    if let Some(quote) = &block.quote {
        let place = block.place.as_ref();
        let place = place.map(|place| format!(" <small>{place}</small>")).unwrap_or_default();
        let _ = writeln!(html, "<blockquote>{}{place}</blockquote>", escape(quote));
    }
    if let Some(note) = &block.note {
        let _ = writeln!(html, "<p class=\"note\">Your note: {}</p>", escape(note));
    }
    for item in &block.items {
        of_item(html, item, marks);
    }
    html.push_str("</article>\n");
}

fn of_item(html: &mut String, item: &Item, marks: &mut usize) {
    let lead = if item.alternative { "<em>Or:</em> " } else { "" };
    let _ = writeln!(html, "<h3>{lead}{}</h3>", escape(&item.question));
    let _ = writeln!(html, "<p class=\"shows\">A good answer shows: {}</p>", escape(&item.shows));
    let Some(rubric) = &item.rubric else { return };
    *marks += 1;
    let _ = writeln!(html, "<fieldset>\n<legend>{}</legend>", escape(&rubric.title));
    for (mark, anchor) in (1..).zip(&rubric.anchors) {
        let _ = writeln!(
            html,
            "<label><input type=\"radio\" name=\"mark-{marks}\" value=\"{mark}\"> \
             <b>{mark}</b> <span>{}</span></label>",
            escape(anchor)
        );
    }
    html.push_str("</fieldset>\n<ul class=\"flags\">\n");
    for flag in &rubric.flags {
        let _ = writeln!(html, "<li>Watch out: {}</li>", escape(flag));
    }
    html.push_str("</ul>\n");
    let _ = writeln!(
        html,
        "<label class=\"said\">What was said <textarea rows=\"3\"></textarea></label>"
    );
}
