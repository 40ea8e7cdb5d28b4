//! The gallery: complete, fictional resumes by stage and sector, each with what it tells.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use resume::{Axis, Stage};
use roles::{ExampleResume, library};
use serde::Deserialize;
use workbench::line::meaning;

use crate::guard::PICTURE_POLICY;
use crate::site::Site;
use crate::site::desk::{Asked, Desk, Examined};
use crate::site::fault::Fault;
use crate::site::layout::{Place, layout};
use crate::site::shelf::Dropped;

/// Pages of examples that were set, by name and template: there are few, and they never change.
#[derive(Debug, Default)]
pub(crate) struct Gallery(Mutex<BTreeMap<(&'static str, String), Drawn>>);

/// Each page as SVG.
type Drawn = Arc<Vec<String>>;

/// How an example is shown.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Look {
    template: Option<String>,
}

pub(crate) async fn all() -> Markup {
    let content = html! {
        article.gallery aria-labelledby="examples" {
            h1 #examples { "Examples" }
            p.lead {
                "Whole resumes of invented engineers. Each meets the bar of its stage, and none would meet "
                "that of the next."
            }
            p { a href="/bullets" { "Single lines, told badly and well" } }
            @for stage in Stage::ALL {
                section aria-labelledby=(stage) {
                    h2 #(stage) { (stage) }
                    ul.cards {
                        @for one in library().resumes.iter().filter(|one| one.stage == stage) {
                            li.card { (card(one)) }
                        }
                    }
                }
            }
        }
    };
    layout("Examples", Place::Examples, &content)
}

fn card(example: &ExampleResume) -> Markup {
    html! {
        a.cover href={ "/examples/" (example.name) } {
            img src={ "/examples/" (example.name) "/1.svg" } alt="" loading="lazy" width="210" height="297";
            span { (example.sector) }
        }
        p.quiet { (example.title) }
        (take(example))
    }
}

/// The button that makes a copy to edit.
fn take(example: &ExampleResume) -> Markup {
    html! {
        form method="post" action="/resumes" {
            input type="hidden" name="example" value=(example.name);
            button.plain type="submit" {
                "Use this" span.visually-hidden { ": " (example.sector) ", " (example.stage) }
            }
        }
    }
}

fn find(name: &str) -> Result<&'static ExampleResume, Fault> {
    library().resume(name).ok_or_else(|| Fault::not_found("example"))
}

pub(crate) async fn one(
    State(site): State<Site>,
    Path(name): Path<String>,
    Query(look): Query<Look>,
) -> Result<Markup, Fault> {
    let example = find(&name)?;
    let template = template(&look)?;
    let desk = Desk::of(&site);
    let examined = site.pool.run(move || desk.examine(&file(example), &Asked::default())).await??;
    let pages = pages(&site, example, template).await?;
    Ok(shown(example, &examined, pages.len(), template))
}

fn file(example: &ExampleResume) -> Dropped {
    Dropped { name: format!("{}.yaml", example.name), bytes: example.yaml.clone().into_bytes() }
}

fn shown(example: &ExampleResume, examined: &Examined, pages: usize, template: &str) -> Markup {
    let report = &examined.reviewed.report;
    let content = html! {
        article.example aria-labelledby="example" {
            p { a href="/examples" { "All examples" } }
            h1 #example { (example.sector) ", " (example.stage) }
            p.lead { (example.title) }
            div.actions {
                (take(example))
                form method="get" {
                    label.visually-hidden for="template" { "Template" }
                    select #template name="template" {
                        @for one in typeset::templates() {
                            option value=(one.name) selected[one.name == template] { (one.name) }
                        }
                    }
                    " " button.plain type="submit" { "Look" }
                }
            }
            div.beside {
                div.pages {
                    @for page in 1..=pages {
                        div.sheet {
                            img src={ "/examples/" (example.name) "/" (page) ".svg?template=" (template) }
                                alt={ "Page " (page) " of " (pages) } width="595" height="842";
                        }
                    }
                }
                section.why aria-labelledby="why" {
                    h2 #why { "Why it works" }
                    p {
                        (report.overall.floor()) " points at " (report.stage) ": "
                        @for (at, axis) in Axis::ALL.into_iter().enumerate() {
                            @if at > 0 { ", " }
                            (axis) " " (report.axes.get(axis).floor())
                        }
                    }
                    ol.lines {
                        @for bullet in &report.bullets {
                            li {
                                blockquote { (bullet.text) }
                                ul.facts {
                                    @for (what, fact) in bullet.facts.iter()
                                        .filter_map(|fact| Some((meaning(fact)?, fact)))
                                    {
                                        li.tells { (what) ": " q { (fact.text) } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    layout(&example.sector, Place::Examples, &content)
}

/// A page of an example as a picture.
pub(crate) async fn picture(
    State(site): State<Site>,
    Path((name, file)): Path<(String, String)>,
    Query(look): Query<Look>,
) -> Result<Response, Fault> {
    let example = find(&name)?;
    let page = file.strip_suffix(".svg").and_then(|page| page.parse::<usize>().ok());
    let pages = pages(&site, example, template(&look)?).await?;
    let page = page.and_then(|page| page.checked_sub(1)).and_then(|page| pages.get(page));
    let page = page.ok_or_else(|| Fault::not_found("page"))?;
    let headers = [
        (CONTENT_TYPE, "image/svg+xml"),
        (CONTENT_SECURITY_POLICY, PICTURE_POLICY),
        (CACHE_CONTROL, "private, max-age=3600"),
    ];
    Ok((headers, page.clone()).into_response())
}

/// The template that is asked for, when there is one of that name.
fn template(look: &Look) -> Result<&'static str, Fault> {
    let name = look.template.as_deref().filter(|name| !name.is_empty()).unwrap_or("classic");
    let found = typeset::template(name).ok_or_else(|| Fault::not_found("such template"))?;
    Ok(found.name.as_str())
}

/// The pages of an example, set once.
async fn pages(
    site: &Site,
    example: &'static ExampleResume,
    template: &'static str,
) -> Result<Drawn, Fault> {
    let key = (template, example.name.clone());
    let gallery = || site.gallery.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(pages) = gallery().get(&key) {
        return Ok(Arc::clone(pages));
    }
    let desk = Desk::of(site);
    let pages = site.pool.run(move || desk.pages(&file(example), template)).await??;
    let pages = Arc::new(pages);
    gallery().insert(key, Arc::clone(&pages));
    Ok(pages)
}

#[cfg(test)]
mod tests {
    use crate::site::testing::User;

    #[tokio::test]
    async fn examples_are_shown_as_they_will_be_printed() {
        let user = User::local().await;
        let name = &roles::library().resumes[0].name;
        for (path, status, expected) in [
            ("/examples".to_owned(), 200, "Use this"),
            (format!("/examples/{name}"), 200, "Why it works"),
            (format!("/examples/{name}?template=modern"), 200, "1.svg?template=modern"),
            (format!("/examples/{name}/1.svg"), 200, "<svg"),
            (format!("/examples/{name}/0.svg"), 404, "There is no page"),
            (format!("/examples/{name}/9.svg"), 404, "There is no page"),
            (format!("/examples/{name}/1.svg?template=../x"), 404, "There is no such template"),
            ("/examples/nobody".to_owned(), 404, "There is no example"),
        ] {
            let page = user.get(&path).await;
            assert_eq!(page.status.as_u16(), status, "{path}");
            assert!(page.text().contains(expected), "{path}");
        }
    }
}
