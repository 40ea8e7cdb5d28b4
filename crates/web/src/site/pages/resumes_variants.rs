//! Variants of a resume: the same resume, cut for one kind of job each, with their grades beside
//! that of the whole.

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, State};
use axum::response::Redirect;
use maud::{Markup, html};
use resume::Report;
use resume::model::Variant;
use serde::Deserialize;
use serde_json::Value;
use store::{Draft, Opened};

use super::builder::{dropped, open, read_as};
use super::download::files;
use super::resumes::title;
use crate::site::Site;
use crate::site::builder::{Fields, apply, shown, words, write};
use crate::site::desk::{Asked, Desk};
use crate::site::fault::Fault;
use crate::site::layout::{Place, layout};
use crate::site::person::Person;

/// Variants of one resume at most.
const MOST_VARIANTS: usize = 50;

/// A variant as a form says it.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Sent {
    /// The revision that the form was made from.
    base: i64,
    /// What it is called in the file; empty for a new one.
    #[serde(default)]
    variant: String,
    /// What it is to be called.
    #[serde(default)]
    name: String,
    #[serde(default)]
    label: String,
    #[serde(default)]
    summary: String,
    #[serde(default)]
    select: String,
    #[serde(default)]
    omit: String,
    #[serde(default)]
    sections: String,
    /// `save` or `remove`.
    #[serde(default)]
    r#do: String,
}

pub(crate) async fn list(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
) -> Result<Markup, Fault> {
    let opened = open(&site, user, &id).await?;
    let desk = Desk::of(&site);
    site.pool.run(move || listed(&desk, &opened)).await?
}

fn listed(desk: &Desk, opened: &Opened) -> Result<Markup, Fault> {
    let revision = &opened.revision;
    let file = dropped(&revision.source, revision.summary.format);
    let whole = desk.check(&file, &Asked::default())?;
    let before = apply(&revision.source, read_as(revision.summary.format), &Fields::default())?;
    let variants = before.resume.vitae.map(|vitae| vitae.variants).unwrap_or_default();
    let base = revision.summary.number;
    let here = format!("/resumes/{}", opened.document.id);
    let mut shown = Vec::new();
    for (name, variant) in variants.iter().take(MOST_VARIANTS) {
        shown.push((name, variant, desk.check_variant(&file, name)?));
    }
    let content = html! {
        div.resumes {
            h1 { "Variants of " a href=(here) { (opened.document.title) } }
            p { "A variant shows some bullets of the same resume, for one kind of job. It selects them by the tags that you give them in the builder, or by the ids in the file. The page Match makes one for a job by itself." }
            p { "The whole: " (grade(&whole)) }
            ol.documents {
                @for (name, variant, report) in shown {
                    li.card {
                        h2 { (name) }
                        p { (grade(&report)) }
                        details.files {
                            summary { "Download" }
                            (files(opened.document.id, Some(name)))
                        }
                        (form(&here, base, name, variant))
                    }
                }
                li.card { h2 { "A new variant" } (form(&here, base, "", &Variant::default())) }
            }
        }
    };
    Ok(layout("Variants", Place::Resumes, &content))
}

fn grade(report: &Report) -> Markup {
    html! { strong { (report.overall.floor()) } " " (report.verdict.as_str()) " as " (report.stage) }
}

fn form(here: &str, base: i64, name: &str, variant: &Variant) -> Markup {
    let list = |words: &[String]| shown(Some(&Value::from(words.to_vec())));
    let field = |key: &str, label: &str, value: &str, hint: &str| {
        let id = format!("{key}-of-{name}");
        html! {
            div.field {
                label for=(id) { (label) }
                input id=(id) name=(key) value=(value) required[key == "name"] autocomplete="off";
                @if !hint.is_empty() { p.hint { (hint) } }
            }
        }
    };
    html! {
        form.fields method="post" action={ (here) "/variants" } {
            input type="hidden" name="base" value=(base);
            input type="hidden" name="variant" value=(name);
            (field("name", "Name", name, ""))
            (field("select", "Shows", &list(&variant.select), "ids and tags; all when empty"))
            (field("omit", "Leaves out", &list(&variant.omit), "ids, tags, and sections as interests"))
            (field("sections", "Order of sections", &list(&variant.sections), "keys, as skills, work"))
            (field("label", "Line under your name", variant.label.as_deref().unwrap_or_default(), "instead of that of the whole"))
            div.field {
                label for={ "summary-of-" (name) } { "Summary" }
                textarea id={ "summary-of-" (name) } name="summary" rows="3" {
                    "\n" (variant.summary.as_deref().unwrap_or_default())
                }
            }
            div.actions {
                button.primary type="submit" name="do" value="save" { "Save" }
                @if !name.is_empty() {
                    button.plain type="submit" name="do" value="remove" aria-label={ "Remove " (name) } { "Remove" }
                }
            }
        }
    }
}

pub(crate) async fn save(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    form: Result<Form<Sent>, FormRejection>,
) -> Result<Redirect, Fault> {
    let Form(sent) = form?;
    let opened = open(&site, user, &id).await?;
    let (id, base) = (opened.document.id, sent.base);
    let format = opened.revision.summary.format;
    if opened.revision.summary.number != base {
        let head = opened.revision.summary.number;
        return Err(Fault::from(store::StoreError::Conflict { head })
            .hint("nothing was saved; load the page again"));
    }
    let source =
        site.pool.run(move || changed(&opened.revision.source, read_as(format), &sent)).await??;
    let draft = Draft { source, format, note: "variants".to_owned() };
    site.store.save_revision(user, id, base, draft, site.clock.now()).await?;
    Ok(Redirect::to(&format!("/resumes/{id}/variants")))
}

/// The file with one variant changed, added or removed.
fn changed(source: &str, format: extract::Format, sent: &Sent) -> Result<String, Fault> {
    let mut resume = apply(source, format, &Fields::default())?.resume;
    let variants = &mut resume.vitae.get_or_insert_default().variants;
    let before = variants.remove(&sent.variant);
    if before.is_none() && !sent.variant.is_empty() {
        return Err(Fault::not_found("variant"));
    }
    if sent.r#do != "remove" {
        let name = title(Some(&sent.name)).ok_or_else(|| {
            Fault::bad_request("a variant needs a name").hint("write one, as payments")
        })?;
        if variants.contains_key(&name) || variants.len() >= MOST_VARIANTS {
            return Err(Fault::bad_request(format!("there is a variant `{name:.60}` already"))
                .hint("choose another name, or remove one"));
        }
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let variant = Variant {
            label: text(&sent.label),
            summary: text(&sent.summary.replace("\r\n", "\n")),
            select: words(&sent.select),
            omit: words(&sent.omit),
            sections: words(&sent.sections),
            ..before.unwrap_or_default()
        };
        variants.insert(name, variant);
    }
    Ok(write(source, format, &resume)?.source)
}
