//! Ways from backend work to other roles: how far each is from a stage, and what there is to learn.

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use guide::words::{self, Block};
use guide::{Way, Ways};
use maud::{Markup, html};
use resume::{Assessment, Stage};
use roles::guide;
use serde::Deserialize;

use super::guide::page;
use crate::blocks::blocks;
use crate::prose::sentence;
use crate::site::fault::Fault;

/// From where the ways are seen.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct From {
    stage: Option<Stage>,
}

/// The ways from what is usual at a stage; at the middle of a career when none is named.
pub(crate) async fn show(from: Result<Query<From>, QueryRejection>) -> Result<Markup, Fault> {
    let Query(from) = from.map_err(|error| Fault::bad_request(error.body_text()))?;
    let ways = Ways::of(from.stage.unwrap_or(Stage::Mid), &Assessment::default(), guide());
    let told = words::paths(&ways);
    let before = told.iter().take_while(|block| !matches!(block, Block::Section(_)));
    let before: Vec<Block> = before.cloned().collect();
    let content = html! {
        p { a href="/guide" { "The whole guide" } }
        (blocks(&before))
        (stages(ways.stage))
        (graph(&ways.ways))
        @for way in &ways.ways {
            section #(way.id) { (blocks(&words::path(way))) }
        }
    };
    Ok(page(&told, &content))
}

/// Where to look from.
fn stages(here: Stage) -> Markup {
    html! {
        nav.actions aria-label="Seen from" {
            @for entry in &guide().stages {
                @let current = (entry.stage == here).then_some("page");
                a.button href={ "/guide/paths?stage=" (entry.stage) } aria-current=[current] {
                    (sentence(&entry.stage.to_string()))
                }
            }
        }
    }
}

/// The roles by how far they are: a dot for each level to climb.
fn graph(ways: &[Way]) -> Markup {
    let farthest = ways.iter().map(|way| way.levels).max().unwrap_or(1).max(1);
    html! {
        ol.ways {
            @for way in ways {
                li {
                    a href={ "#" (way.id) } { (way.title) }
                    svg viewBox={ "-1 -1 " (farthest + 2) " 2" } preserveAspectRatio="xMinYMid" aria-hidden="true" {
                        line x1="0" y1="0" x2=(way.levels) y2="0" {}
                        @for level in 1..way.levels { circle cx=(level) cy="0" r="0.14" {} }
                        circle.from cx="0" cy="0" r="0.3" {}
                        circle.to cx=(way.levels) cy="0" r="0.4" {}
                    }
                    span { (words::climb(way.levels)) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::site::testing::User;

    #[tokio::test]
    async fn a_later_stage_is_nearer() {
        let user = User::local().await;
        let dots = async |query: &str| {
            let answer = user.get(&format!("/guide/paths{query}")).await;
            assert_eq!(answer.status.as_u16(), 200, "{query}");
            let text = answer.text();
            assert!(text.contains("href=\"#sre\"") && text.contains("id=\"sre\""), "{text}");
            text.matches("r=\"0.14\"").count()
        };
        assert_eq!(dots("").await, dots("?stage=mid").await);
        assert!(dots("?stage=junior").await > dots("?stage=staff").await);
        for query in ["?stage=x", "?color=red"] {
            assert_eq!(user.get(&format!("/guide/paths{query}")).await.status.as_u16(), 400);
        }
    }
}
