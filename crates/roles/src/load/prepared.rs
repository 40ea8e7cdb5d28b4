//! What the build script made of the embedded pack, so that no process makes it again.

#![expect(clippy::unreadable_literal, reason = "nobody reads what a build script wrote")]

use std::borrow::Cow;

use super::sets::Sets;
use crate::phrases::index::{Entry, Index, Second};
use crate::phrases::{Pattern, PhraseSet};
use Second::{Any, Stem, Word};

include!(concat!(env!("OUT_DIR"), "/prepared.rs"));
