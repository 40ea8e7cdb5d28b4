//! The picture of one page: made when a browser comes to it, so that the report itself waits for
//! none.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use document::Kind;
use typeset::Drawing;
use workbench::{Failure, Form};

use super::dropped;
use crate::site::Site;
use crate::site::desk::{Asked, Desk};
use crate::site::fault::Fault;

/// A browser may keep it as long as the file is remembered: its address names the file.
const KEPT: &str = "private, max-age=3600, immutable";

/// `1.png` of a PDF, `1.svg` of data that was set.
pub(super) async fn show(
    State(site): State<Site>,
    Path((key, page)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let missing = || Fault::not_found("page");
    let file = dropped(&site, &key)?;
    let (number, extension) = page.split_once('.').ok_or_else(missing)?;
    let number: u32 = number.parse().map_err(|_| missing())?;
    let desk = Desk::of(&site);
    let (media_type, bytes) = match extension {
        "svg" => {
            let kept = site.shelf.drawings(&key, site.clock.now());
            let at = (number as usize).checked_sub(1).ok_or_else(missing)?;
            let work = move || {
                if let Some(pages) = kept {
                    return Ok(pages.get(at).map(Drawing::for_screen));
                }
                let pages = desk.examine(&file, &Asked::default())?.set.drawings;
                Ok::<_, Failure>(pages.get(at).map(Drawing::for_screen))
            };
            let svg = site.pool.run(work).await??.ok_or_else(missing)?;
            ("image/svg+xml", svg.into_bytes())
        }
        "png" => {
            let work = move || {
                let form = desk.source(&file)?.form();
                (form == Form::Document(Kind::Pdf)).then(|| desk.picture(&file, number)).transpose()
            };
            let png = site.pool.run(work).await??.ok_or_else(missing)?;
            ("image/png", png)
        }
        _ => return Err(missing()),
    };
    Ok(([(CONTENT_TYPE, media_type), (CACHE_CONTROL, KEPT)], bytes).into_response())
}
