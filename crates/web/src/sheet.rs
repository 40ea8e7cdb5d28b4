//! A page as one file that loads nothing and runs nothing.

use maud::{DOCTYPE, Markup, PreEscaped, html};

/// A whole page: its styles on top of those of every page, and what its body holds.
pub(crate) fn page(title: &str, styles: &[&str], class: &str, body: &Markup) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy"
                    content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(include_str!("../assets/vitae.css"))) }
                @for style in styles { style { (PreEscaped(style)) } }
            }
            body class=(class) { main { (body) } }
        }
    };
    markup.into_string()
}
