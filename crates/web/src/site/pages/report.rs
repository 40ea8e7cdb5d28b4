//! The report of a file that was dropped.

use axum::extract::{Path, State};
use maud::{Markup, html};

use crate::report::panel;
use crate::site::Site;
use crate::site::desk::{Asked, Desk, Examined};
use crate::site::fault::Fault;
use crate::site::layout::{Place, page};
use crate::site::shelf::Dropped;
use crate::spots::Spots;

pub(crate) async fn show(
    State(site): State<Site>,
    Path(key): Path<String>,
) -> Result<Markup, Fault> {
    let file = site.shelf.get(&key, site.clock.now()).ok_or_else(|| {
        Fault::not_found("report").hint("files are forgotten after an hour: drop it again")
    })?;
    let desk = Desk::of(&site);
    site.pool.run(move || Ok(shown(&file, &desk.examine(&file, &Asked::default())?))).await?
}

fn shown(file: &Dropped, examined: &Examined) -> Markup {
    let name = if file.name == "-" { "Pasted text" } else { &file.name };
    let sizes: Vec<_> = examined.set.pictures.iter().map(|one| (one.width, one.height)).collect();
    let spots = Spots { regions: &examined.set.regions, sizes: &sizes };
    let content = html! {
        article.report aria-labelledby="report" {
            h1 #report { (name) }
            (panel(&examined.reviewed.report, spots))
        }
    };
    page(&format!("Report of {name}"), Place::Check, &[], &content)
}
