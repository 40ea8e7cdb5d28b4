//! Every rule, and each with its reasons and examples: the same texts as `vitae explain` prints.

use axum::extract::{Path, State};
use maud::{Markup, html};
use resume::{Axis, Severity};
use roles::RolePack;
use workbench::line::pairs_that_break;
use workbench::rules::{Doc, TOPICS, criterion, docs};

use crate::site::Site;
use crate::site::fault::Fault;
use crate::site::layout::{Place, layout};
use crate::site::markdown::markdown;
use crate::site::pages::bullets::pair;

/// Pairs of lines shown with a rule; more do not help.
const MOST_PAIRS: usize = 3;

pub(crate) async fn all() -> Markup {
    let docs = docs();
    let criteria = &RolePack::backend_engineer().needs.criterion;
    let content = html! {
        article.rules aria-labelledby="rules" {
            h1 #rules { "Rules" }
            p.lead {
                "What is looked for, and why. A rule speaks about words, never about a person. Criteria "
                "count what is told; rules say what stands in the way."
            }
            nav.topics aria-label="Topics" {
                ul { @for (topic, _) in TOPICS { li { a href={ "#" (topic) } { (topic) } } } }
            }
            @for (topic, about) in TOPICS {
                section aria-labelledby=(topic) {
                    h2 #(topic) { (topic) ": " (about) }
                    ul.list {
                        @for spec in criteria.iter().filter(|spec| spec.axis.as_str() == topic) {
                            li {
                                a href={ "/rules/" (spec.id) } { (spec.id) } " "
                                span.level.counts { "counts" } " " (spec.title)
                            }
                        }
                        @for doc in docs.iter().filter(|doc| doc.topic == topic) {
                            li {
                                a href={ "/rules/" (doc.id) } { (doc.id) } " "
                                (level(doc.severity)) " " (doc.summary.trim_end_matches('.'))
                            }
                        }
                    }
                }
            }
        }
    };
    layout("Rules", Place::Rules, &content)
}

/// One rule or criterion. Which lines break a rule is read from them, so it is work for the pool.
pub(crate) async fn one(
    State(site): State<Site>,
    Path(name): Path<String>,
) -> Result<Markup, Fault> {
    site.pool.run(move || named(&name)).await?
}

fn named(name: &str) -> Result<Markup, Fault> {
    let criteria = &RolePack::backend_engineer().needs.criterion;
    if let Some(spec) = criteria.iter().find(|spec| spec.id.eq_ignore_ascii_case(name)) {
        let axis: Axis = spec.axis;
        let head = html! { (axis) ", weight " (spec.weight) };
        return Ok(shown(&spec.id, &spec.title, &head, &criterion(spec, criteria), &html! {}));
    }
    let docs = docs();
    let Some(doc) = docs.iter().find(|doc| doc.id == name) else {
        let near = workbench::nearest(name, docs.iter().map(|doc| doc.id));
        let hint = near.map_or_else(
            || "the list has all of them".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        return Err(Fault::not_found("rule").hint(hint));
    };
    Ok(rule(doc))
}

fn rule(doc: &Doc) -> Markup {
    let head = html! {
        (level(doc.severity)) ", " (doc.topic)
        @if let Some(stages) = doc.at_stages() { ", " (stages) }
    };
    // The documentation may open with its own summary.
    let text = doc.text.trim_start();
    let text = text.strip_prefix(doc.summary).unwrap_or(text).trim_start_matches('.');
    let pairs = pairs_that_break(doc.id);
    let below = html! {
        @if !pairs.is_empty() {
            h2 { "Told badly and well" }
            @for one in pairs.iter().take(MOST_PAIRS) { (pair(one)) }
        }
    };
    shown(doc.id, doc.summary, &head, text, &below)
}

fn shown(id: &str, title: &str, head: &Markup, text: &str, below: &Markup) -> Markup {
    let content = html! {
        article.rule-page aria-labelledby="rule" {
            p { a href="/rules" { "All rules" } }
            h1 #rule { (title.trim_end_matches('.')) }
            p.quiet { code { (id) } " · " (head) }
            div.prose { (markdown(text)) }
            (below)
        }
    };
    layout(id, Place::Rules, &content)
}

fn level(severity: Severity) -> Markup {
    html! { span.level.(severity.to_string()) { (severity) } }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use crate::site::testing::User;

    #[tokio::test]
    async fn every_rule_has_a_page() {
        let user = User::local().await;
        let list = user.get("/rules").await;
        for doc in workbench::rules::docs() {
            assert!(list.text().contains(&format!("/rules/{}\"", doc.id)), "{}", doc.id);
        }
        for (path, expected) in [
            ("/rules/weak-opening", "Nothing found here"),
            ("/rules/e1", "How it adds up"),
            ("/rules/active-content", "file"),
            ("/rules/age-signal", "job"),
        ] {
            let page = user.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(page.text().contains(expected), "{path}");
        }
        let unknown = user.get("/rules/weak-openin").await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        assert!(unknown.text().contains("weak-opening"));
    }
}
