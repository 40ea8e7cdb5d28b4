//! The message of a run that could not do its work.

use std::io;

use super::screen::Screen;
use super::{note, snippet};
use crate::exit::Failure;

/// Shows `failure` on standard error.
pub(crate) fn show(failure: &Failure) {
    note(&snippet::failure(failure, &Screen::of(&io::stderr())));
}
