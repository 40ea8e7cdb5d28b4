//! Everything of a person as one file, sent while it is read from the store.

use std::io;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::sync::mpsc;

use crate::site::Site;
use crate::site::fault::Fault;
use crate::site::person::Signed;

/// Pieces that wait for a slow reader at most; each is a few rows.
const AHEAD: usize = 4;

/// Sends the export.
pub(crate) async fn show(
    State(site): State<Site>,
    Signed(member): Signed,
) -> Result<Response, Fault> {
    let (pieces, waiting) = mpsc::channel(AHEAD);
    let user = member.user.id;
    tokio::spawn(async move {
        let writer = Pieces(pieces.clone());
        if site.store.export_user(user, writer).await.is_err() {
            // The last line is missing then, and the connection ends as one that failed.
            let broken = io::Error::other("the export was not finished");
            let _ = pieces.send(Err(broken)).await;
        }
    });
    let body = stream::unfold(waiting, async |mut waiting| {
        let piece = waiting.recv().await?;
        Some((piece, waiting))
    });
    let headers = [
        (CONTENT_TYPE, "application/jsonl; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"vitae-export.jsonl\""),
    ];
    Ok((headers, Body::from_stream(body)).into_response())
}

/// Hands what is written over to the answer.
struct Pieces(mpsc::Sender<io::Result<Bytes>>);

impl io::Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let piece = Ok(Bytes::copy_from_slice(bytes));
        // The store writes on a thread that may wait.
        self.0.blocking_send(piece).map_err(|_| io::Error::other("nobody reads"))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
