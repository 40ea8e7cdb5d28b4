//! The live view of one file: its pages, the findings beside them, both anew after every save.
//!
//! Somebody else looks at the file and makes a [`Rendered`] of it after each change; [`Live`] keeps
//! what browsers are to see and tells them. The way of a change:
//!
//! 1. [`Live::publish`] puts what was rendered over what was shown (`shown`). What could not be
//!    made anew stays as it was, with the [`Problem`] above it.
//! 2. Every open page holds a connection on which it is told the new state (`events`): the names of
//!    the pictures, the findings as HTML. A state that comes while a browser is busy replaces the
//!    one before it.
//! 3. The script loads the pictures whose names it does not show yet, and swaps them in when they
//!    are decoded.

mod events;
mod page;
mod serve;
mod shown;

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use resume::{FieldPath, Region, Report};
use tokio::sync::watch;

use shown::Shown;

/// What became of a file.
#[derive(Clone, Debug, Default)]
pub struct Rendered {
    /// Its pages; empty when none could be set.
    pub pages: Vec<Picture>,
    /// What the check says; `None` when the file could not be checked.
    pub report: Option<Report>,
    /// Where on the pages paragraphs stand; see `report` for the values.
    pub regions: BTreeMap<FieldPath, Vec<Region>>,
    /// Why something of the above is missing.
    pub problem: Option<Problem>,
}

/// One page as it will be printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The page as SVG.
    pub svg: String,
    /// Its width in points (1/72 inch).
    pub width: f64,
    /// Its height in points.
    pub height: f64,
}

/// Why a file could not be read or set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong: one sentence, no full stop.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// Where in the file, and its lines there.
    pub place: Option<Place>,
}

/// A place in a file, with the lines around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file's name, as its author gave it.
    pub file: String,
    /// One-based line.
    pub line: usize,
    /// One-based column, in characters.
    pub column: usize,
    /// Lines of the file with their numbers, a few.
    pub lines: Vec<(usize, String)>,
}

/// What browsers see of one file.
pub struct Live {
    /// The file's name as people see it.
    name: String,
    /// What is shown; `None` when it is over.
    shown: watch::Sender<Option<Arc<Shown>>>,
}

impl Live {
    /// A view of the file `name`, of which nothing is known yet.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), shown: watch::Sender::new(Some(Arc::default())) }
    }

    /// Shows what became of the file. Nothing happens when that looks as before.
    pub fn publish(&self, rendered: Rendered) {
        self.shown.send_if_modified(|state| {
            // It is over.
            let Some(shown) = state else { return false };
            let next = shown.after(rendered);
            let differs = next.revision != shown.revision;
            if differs {
                *shown = Arc::new(next);
            }
            differs
        });
    }

    /// Answers browsers until the process is asked to end (Ctrl-C, SIGTERM), then says goodbye to
    /// them. Whoever binds `listener` decides who can reach it; names of this machine only are
    /// answered.
    pub fn serve(&self, listener: TcpListener) -> io::Result<()> {
        serve::serve(self, listener)
    }
}

impl fmt::Debug for Live {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Live").field("name", &self.name).finish_non_exhaustive()
    }
}
