//! What one can do with a report.

use maud::{Markup, html};

use super::Subject;

/// Forms and links, each of which works without a script.
pub(super) fn bar(subject: &Subject<'_>) -> Markup {
    let Subject { key, asked, .. } = subject;
    let stage = asked.stage.map(|stage| stage.to_string()).unwrap_or_default();
    let address = |rest: &str| format!("/reports/{key}/{rest}");
    html! {
        div.actions {
            form method="post" action="/resumes" {
                input type="hidden" name="from" value=(key);
                button.primary type="submit" { "Open in the builder" }
            }
            a.button href=(format!("/match?resume={key}")) { "Match with a job" }
            form method="post" action=(address("save")) {
                input type="hidden" name="stage" value=(stage);
                button.plain type="submit" { "Save this report" }
            }
            form method="post" action=(address("forget")) {
                button.plain type="submit" { "Forget the file now" }
            }
            (downloads(&address("download"), &stage))
        }
    }
}

/// The report as a file, below `address`.
pub(super) fn downloads(address: &str, stage: &str) -> Markup {
    let query = if stage.is_empty() { String::new() } else { format!("?stage={stage}") };
    html! {
        p.downloads {
            "Report as "
            @for (at, (file, name)) in super::files::FORMS.iter().enumerate() {
                @if at > 0 { ", " }
                a href=(format!("{address}/{file}{query}")) download { (name) }
            }
        }
    }
}
