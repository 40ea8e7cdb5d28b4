//! The page around pictures and findings.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::shown::{Page, Shown};

/// The whole page, with the state as it is now: the first picture needs no script.
pub(super) fn page(name: &str, shown: &Shown) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (name) " – vitae watch" }
                link rel="icon" href="/assets/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/assets/vitae.css";
                link rel="stylesheet" href="/assets/check.css";
                link rel="stylesheet" href="/assets/watch.css";
                script type="module" src="/assets/watch.js" {}
            }
            body {
                a.skip href="#findings" { "Skip to the findings" }
                (header(name))
                div #problem.problem role="alert" hidden[shown.problem.is_none()] {
                    (PreEscaped(shown.problem.as_deref().unwrap_or_default()))
                }
                div.columns {
                    // What scrolls has to be reachable by keyboard.
                    main #pages.pages data-stale[shown.problem.is_some()] tabindex="0" aria-label="Pages" {
                        noscript { p.hint { "Without JavaScript, reload this page to see changes." } }
                        @for (index, page) in shown.pages.iter().enumerate() {
                            (sheet(page, index, shown.pages.len()))
                        }
                        @if shown.pages.is_empty() { p #empty.hint { "No page yet." } }
                    }
                    aside #findings.panel aria-label="Check" tabindex="0" {
                        (PreEscaped(&shown.panel))
                    }
                }
                p #status.visually-hidden role="status" {}
            }
        }
    }
}

fn header(name: &str) -> Markup {
    html! {
        header.top {
            p.brand { "vitae" }
            h1 { (name) }
            p #connection.connection data-state="waiting" {
                span.light aria-hidden="true" {}
                span.words { "Connecting" }
            }
            div.zoom role="group" aria-label="Zoom" {
                button #zoom-out type="button" aria-label="Smaller" title="Smaller (-)" { "−" }
                output #zoom-value aria-label="Zoom" {}
                button #zoom-in type="button" aria-label="Larger" title="Larger (+)" { "+" }
                button #zoom-fit type="button" aria-pressed="true" title="As wide as the window (F)" {
                    "Fit"
                    span.long { " width" }
                }
                button #zoom-full type="button" aria-pressed="false" title="As large as on paper (0)" {
                    "100\u{202f}%"
                }
            }
        }
    }
}

/// One page; the script makes later ones alike.
fn sheet(page: &Page, index: usize, count: usize) -> Markup {
    html! {
        figure.sheet data-id=(page.id) data-width=(page.picture.width) {
            img src={ "/pages/" (page.id) ".svg" }
                width=(page.picture.width.round())
                height=(page.picture.height.round())
                alt={ "Page " (index + 1) " of " (count) ", as it will be printed" };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Picture, Rendered};
    use super::*;

    #[test]
    fn a_name_is_escaped_and_nothing_is_inline() {
        let picture = Picture { svg: "<svg/>".to_owned(), width: 595.28, height: 841.89 };
        let rendered = Rendered { pages: vec![picture; 2], ..Rendered::default() };
        let shown = Shown::default().after(rendered);
        let html = page("<b>\"cv\"</b>.yaml", &shown).into_string();
        assert!(html.contains("<h1>&lt;b&gt;&quot;cv&quot;&lt;/b&gt;.yaml</h1>"), "{html}");
        assert!(html.contains("alt=\"Page 2 of 2, as it will be printed\""), "{html}");
        assert!(html.contains("width=\"595\" height=\"842\""), "{html}");
        // The policy of the page would refuse them.
        for inline in ["style=", "onclick", "<style", "javascript:"] {
            assert!(!html.contains(inline), "{inline}");
        }
    }
}
