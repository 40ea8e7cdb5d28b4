//! What stands on the page, element by element.

use std::fmt::Write;

use resume::outline::{Contact, Entry, Outline, Position, Row, Section};

use super::escape::escape;
use super::period::period;
use crate::address::href;
use crate::head::dated;

/// What stands between a name and what it is.
const DASH: &str = " <span class=\"sep\">–</span> ";
/// What stands between two texts of a line.
const DOT: &str = " <span class=\"sep\">·</span> ";

/// The body of the page. Headings begin at level 1 also when the page has no name.
pub(super) fn write(html: &mut String, outline: &Outline) {
    html.push_str("<body class=\"h-resume\">\n");
    header(html, outline);
    html.push_str("<main>\n");
    if let Some(summary) = &outline.summary {
        let _ = writeln!(html, "<p class=\"summary p-summary\">{}</p>", escape(summary));
    }
    let level = if outline.name.is_some() { 2 } else { 1 };
    for part in &outline.sections {
        section(html, part, level);
    }
    html.push_str("</main>\n</body>\n");
}

fn header(html: &mut String, outline: &Outline) {
    let Outline { name, label, contact, .. } = outline;
    if name.is_none() && label.is_none() && contact.is_empty() {
        return;
    }
    html.push_str("<header class=\"p-contact h-card\">\n");
    if let Some(name) = name {
        let _ = writeln!(html, "<h1 class=\"p-name\">{}</h1>", escape(name));
    }
    if let Some(label) = label {
        let _ = writeln!(html, "<p class=\"label p-job-title\">{}</p>", escape(label));
    }
    if !contact.is_empty() {
        html.push_str("<ul class=\"contact\">\n");
        for item in contact {
            let _ = writeln!(html, "<li>{}</li>", contact_item(item));
        }
        html.push_str("</ul>\n");
    }
    html.push_str("</header>\n");
}

fn contact_item(contact: &Contact) -> String {
    let url = contact.url.as_deref();
    let is = |scheme: &str| url.is_some_and(|url| url.starts_with(scheme));
    let class = match url {
        None if contact.label.is_none() => " class=\"p-locality\"",
        None => "",
        Some(_) if is("mailto:") => " class=\"u-email\"",
        Some(_) if is("tel:") => " class=\"p-tel\"",
        Some(_) => " class=\"u-url\" rel=\"me\"",
    };
    let label = contact.label.as_ref();
    let label = label.map(|label| format!("<span class=\"quiet\">{}</span> ", escape(label)));
    let shown = if let Some(url) = url.and_then(href) {
        format!("<a href=\"{}\"{class}>{}</a>", escape(&url), escape(&contact.text))
    } else {
        let class = if url.is_none() { class } else { "" };
        format!("<span{class}>{}</span>", escape(&contact.text))
    };
    label.unwrap_or_default() + &shown
}

fn section(html: &mut String, section: &Section, level: usize) {
    let Section { id, title, .. } = section;
    let _ = writeln!(html, "<section id=\"{id}\">");
    let _ = writeln!(html, "<h{level}>{}</h{level}>", escape(title));
    html.push_str("<div>\n");
    let class = match *id {
        "work" | "projects" | "volunteer" => " p-experience h-event",
        "education" => " p-education h-event",
        _ => "",
    };
    for part in &section.entries {
        entry(html, part, level + 1, class);
    }
    rows(html, section);
    html.push_str("</div>\n</section>\n");
}

fn entry(html: &mut String, entry: &Entry, level: usize, class: &str) {
    html.push_str("<article>\n");
    let link = entry.url.as_deref().and_then(href);
    let linked = |text: &str| match &link {
        Some(url) => format!("<a href=\"{}\">{}</a>", escape(url), escape(text)),
        None => escape(text).into_owned(),
    };
    let mut head: Vec<String> = Vec::new();
    head.extend(entry.heading.as_deref().map(&linked));
    let plain = |text: &String| format!("<span class=\"context\">{}</span>", escape(text));
    head.extend(entry.context.as_ref().map(plain));
    let address = |text: &String| format!("<span class=\"context\">{}</span>", linked(text));
    head.extend(entry.address.as_ref().map(address));
    let (date, positions) = dated(entry);
    if !head.is_empty() {
        let mut head = head.join(DASH);
        head.extend(date.map(|date| format!("{DOT}<span class=\"date\">{}</span>", period(&date))));
        let _ = writeln!(html, "<h{level}>{head}</h{level}>");
    }
    for part in &positions {
        position(html, part, class);
    }
    html.push_str("</article>\n");
}

fn position(html: &mut String, position: &Position, class: &str) {
    let _ = writeln!(html, "<div class=\"position{class}\">");
    let title = |text: &String| format!("<strong class=\"p-name\">{}</strong>", escape(text));
    let place = |text: &String| format!("<span class=\"p-location\">{}</span>", escape(text));
    let dates = |text: &String| format!("<span class=\"dates\">{}</span>", period(text));
    let role: Vec<String> = [
        position.title.as_ref().map(title),
        position.location.as_ref().map(place),
        position.dates.as_ref().map(dates),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !role.is_empty() {
        let _ = writeln!(html, "<p class=\"role\">{}</p>", role.join(DOT));
    }
    if let Some(summary) = &position.summary {
        let _ = writeln!(html, "<p class=\"p-summary\">{}</p>", escape(summary));
    }
    if !position.bullets.is_empty() {
        html.push_str("<ul>\n");
        for bullet in &position.bullets {
            let _ = writeln!(html, "<li>{}</li>", escape(bullet));
        }
        html.push_str("</ul>\n");
    }
    if !position.keywords.is_empty() {
        let keywords: Vec<_> = position.keywords.iter().map(|word| escape(word)).collect();
        let _ = writeln!(html, "<p class=\"keywords\">{}</p>", keywords.join(", "));
    }
    html.push_str("</div>\n");
}

/// Labeled lists, a line each; short ones stand side by side where no list has items.
fn rows(html: &mut String, section: &Section) {
    if section.rows.is_empty() {
        return;
    }
    let plain = section.rows.iter().all(|row| row.items.is_empty());
    let _ = writeln!(html, "<ul class=\"{}\">", if plain { "rows beside" } else { "rows" });
    let class = if section.id == "skills" { " class=\"p-skill\"" } else { "" };
    for item in &section.rows {
        let _ = writeln!(html, "<li>{}</li>", row(item, class));
    }
    html.push_str("</ul>\n");
}

/// `Label (note): item, item`
fn row(row: &Row, class: &str) -> String {
    let colon = |behind: &str| if behind.ends_with(':') { "" } else { ":" };
    let items: Vec<String> =
        row.items.iter().map(|item| format!("<span{class}>{}</span>", escape(item))).collect();
    let items = items.join(", ");
    let note = row.note.as_ref();
    let note = note.map(|note| format!("<span class=\"quiet\">({})</span>", escape(note)));
    let label = row.label.as_deref().map(|label| {
        let colon = if note.is_none() && !items.is_empty() { colon(label) } else { "" };
        format!("<strong>{}{colon}</strong>", escape(label))
    });
    let note = note.map(|note| if items.is_empty() { note } else { note + ":" });
    let parts = [label, note, Some(items).filter(|items| !items.is_empty())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
