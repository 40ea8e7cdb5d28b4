//! What stands around the content of every page.

use maud::{DOCTYPE, Markup, html};

use super::person::Viewer;
use crate::assets;

/// The part of the site that a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Dropping a file, and its report.
    Check,
    /// Resumes that are kept, and the builder.
    Resumes,
    /// A resume and a job, compared.
    Match,
    /// Jobs that were saved, and what is made for one.
    Jobs,
    /// Example resumes and lines.
    Examples,
    /// The career guide.
    Guide,
    /// Rules and criteria.
    Rules,
    /// The person's account, and those of others.
    Account,
    /// None of those in the navigation.
    Elsewhere,
}

/// The navigation: where, its address, its name.
const NAVIGATION: &[(Place, &str, &str)] = &[
    (Place::Check, "/", "Check"),
    (Place::Resumes, "/resumes", "Resumes"),
    (Place::Match, "/match", "Match"),
    (Place::Jobs, "/jobs", "Jobs"),
    (Place::Examples, "/examples", "Examples"),
    (Place::Guide, "/guide", "Guide"),
    (Place::Rules, "/rules", "Rules"),
];

/// A whole page: its title, where in the site it is, and what it holds.
pub(crate) fn layout(title: &str, place: Place, content: &Markup) -> Markup {
    page(title, place, &[], content)
}

/// As [`layout`], with the names of scripts that make the page quicker.
pub(crate) fn page(title: &str, place: Place, scripts: &[&str], content: &Markup) -> Markup {
    let viewer = Viewer::now();
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " – vitae" }
                link rel="icon" href=(assets::address("icon.svg")) type="image/svg+xml";
                link rel="stylesheet" href=(assets::address("site.css"));
                @for script in scripts {
                    script type="module" src=(assets::address(script)) {}
                }
            }
            body.site {
                a.skip href="#content" { "Skip to the content" }
                header.masthead {
                    a.brand href="/" { "vitae" }
                    nav aria-label="Site" {
                        ul {
                            @for (of, address, name) in NAVIGATION {
                                li { a href=(address) aria-current=[(*of == place).then_some("page")] { (name) } }
                            }
                        }
                    }
                    (account(&viewer, place))
                }
                main #content tabindex="-1" { (content) }
                footer.colophon {
                    p {
                        @if matches!(viewer, Viewer::Local) { "Nothing leaves this machine. " }
                        @else { "Nothing leaves this site. " }
                        "Same file, same verdict."
                    }
                    ul {
                        li { a href="/formats" { "Formats" } }
                        li { a href="/privacy" { "Privacy" } }
                        li { a href="/api" { "API" } }
                    }
                }
            }
        }
    }
}

/// The way in, or to the account; nothing in local mode.
fn account(viewer: &Viewer, place: Place) -> Markup {
    let way = |address: &str, name: &str| {
        html! {
            a href=(address) aria-current=[(place == Place::Account).then_some("page")] { (name) }
        }
    };
    html! {
        @match viewer {
            Viewer::Local => {},
            Viewer::Visitor => nav.account aria-label="Account" { (way("/sign-in", "Sign in")) },
            Viewer::Member(_) => nav.account aria-label="Account" { (way("/account", "Account")) },
        }
    }
}
