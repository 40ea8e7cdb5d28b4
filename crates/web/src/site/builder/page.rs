//! The page of the builder.

use maud::{Markup, html};
use resume::{FieldPath, Resume};
use serde_json::Value;
use store::DocumentId;

use super::entries::Parts;
use super::notes::Notes;
use super::shape::{Field, Kind, RESUME};
use crate::site::desk::Examined;
use crate::site::layout;
use crate::site::pages::download;
use crate::site::preview::{Fit, looks, section as section_of_pages};

/// What the page shows.
pub(crate) struct View<'a> {
    pub(crate) id: DocumentId,
    pub(crate) title: &'a str,
    /// The revision that the form is made from.
    pub(crate) base: i64,
    pub(crate) examined: &'a Examined,
    /// The list that shows one more empty entry.
    pub(crate) add: Option<&'a str>,
    /// What has to be said first.
    pub(crate) note: Option<&'a str>,
}

/// The whole page.
pub(crate) fn page(view: &View<'_>) -> Markup {
    let report = &view.examined.reviewed.report;
    let resume = &view.examined.reviewed.parsed.resume;
    let notes = Notes::of(report);
    let set = &view.examined.set;
    let content = html! {
        div.builder {
            header.bar {
                h1 { (view.title) }
                (links(view.id))
            }
            @if let Some(note) = view.note { p.said role="status" { (note) } }
            (form(view, resume, &notes))
            div.beside {
                aside #grade aria-label="Grade" tabindex="0" {
                    (super::grade(report, set.facts.as_ref().map(Fit::of)))
                    (notes.beside(""))
                }
                (section_of_pages(&view.id.to_string(), view.base, None, &set.sizes()))
                (looks())
            }
        }
    };
    layout::page(view.title, layout::Place::Resumes, &["builder.js"], &content)
}

/// Where else the resume can be looked at.
fn links(id: DocumentId) -> Markup {
    let here = format!("/resumes/{id}");
    html! {
        nav.actions aria-label="This resume" {
            a href={ (here) "/revisions" } { "Revisions" }
            a href={ (here) "/variants" } { "Variants" }
            a href={ (here) "/yaml" } { "YAML" }
            a href={ "/match?resume=" (id) } { "Match" }
            a href={ (here) "/interview" } { "Questions" }
            details.files.menu {
                summary { "Download" }
                (download::files(id, None))
            }
        }
    }
}

fn form(view: &View<'_>, resume: &Resume, notes: &Notes<'_>) -> Markup {
    let value = serde_json::to_value(resume).unwrap_or_default();
    let parts = Parts { notes, add: view.add };
    html! {
        form #builder method="post" action={ "/resumes/" (view.id) } data-resume=(view.id)
            data-base=(view.base) autocomplete="on" {
            input type="hidden" name="base" value=(view.base);
            div.actions.save {
                // The first button of a form is the one that the Enter key presses.
                button.primary type="submit" name="do" value="save" { "Save" }
                nav aria-label="Sections" {
                    details.menu {
                        summary { "Sections" }
                        ul { @for field in RESUME { li { a href={ "#section-" (field.key) } { (field.label) } } } }
                    }
                }
            }
            @for field in RESUME { (section(&parts, field, &value)) }
            div.actions { button.primary type="submit" name="do" value="save" { "Save" } }
        }
        @for field in blanks() { (parts.blank(field)) }
    }
}

fn section(parts: &Parts<'_>, field: &Field, value: &Value) -> Markup {
    let path = FieldPath::root().key(field.key);
    let value = value.get(field.key).unwrap_or(&Value::Null);
    let is_open = !value.is_null()
        || field.key == "basics"
        || parts.add.is_some_and(|add| add.starts_with(field.key));
    html! {
        details.section id={ "section-" (field.key) } open[is_open] {
            summary { h2 { (field.label) } @if !field.hint.is_empty() { span.quiet { (field.hint) } } }
            (parts.notes.beside(field.key))
            @match field.kind {
                Kind::Part(shape) => (parts.fields(&path, shape, value)),
                _ => (parts.list(&path, field, value)),
            }
        }
    }
}

/// Every list of the form, one a key: an empty item of each is there for scripts.
fn blanks() -> Vec<&'static Field> {
    let mut found: Vec<&'static Field> = Vec::new();
    let mut open: Vec<&'static Field> = RESUME.iter().rev().collect();
    while let Some(field) = open.pop() {
        if field.kind.is_list() && !found.iter().any(|one| one.key == field.key) {
            found.push(field);
        }
        open.extend(field.kind.fields().unwrap_or_default().iter().rev());
    }
    found
}
