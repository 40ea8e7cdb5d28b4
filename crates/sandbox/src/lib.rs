//! Work on untrusted bytes in a child process that may do nothing but compute.
//!
//! [`run`] starts the same program again as a worker, hands it a job and its input over a pipe, and
//! takes back the result. Before the worker touches the input it gives up everything it does not
//! need (see [`Confinement`]): files, network, other programs, threads, memory and time beyond its
//! share. The parent stops it when the wall clock or the size of the answer passes the limit. What
//! goes wrong in there is a [`Failure`] out here, never a crash.
//!
//! A program that uses this calls [`worker`] first thing in `main`, before any thread starts.
//! [`read`] is the job this was made for: the bytes of a document to a [`document::Document`].

#![expect(
    clippy::disallowed_methods,
    reason = "starts processes, asks the clock when to stop them, reads and writes their pipes"
)]

mod confinement;
mod document_job;
mod failure;
mod frame;
mod limits;
mod parent;
mod picture_job;
mod worker;

pub use confinement::Confinement;
pub use document_job::read;
pub use failure::{Failure, Refusal};
pub use limits::{Limits, Policy};
pub use parent::{Answer, probe, run};
pub use picture_job::picture;
pub use worker::{Job, worker};
