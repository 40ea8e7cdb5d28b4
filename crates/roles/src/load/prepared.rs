//! What the build script made of the embedded pack, so that no process makes it again.

#![expect(clippy::unreadable_literal, reason = "nobody reads what a build script wrote")]

use std::borrow::Cow;
use std::sync::OnceLock;

use super::sets::Sets;
use crate::Category;
use crate::phrases::index::{Entry, Index, Second};
use crate::phrases::{Pattern, PhraseSet};
use crate::vocabulary::{Cues, Form, Patterns, Phrases, Text};
use crate::vocabulary::{Pattern as Name, Skill, SkillId, Vocabulary};
use Second::{Any, Stem, Word};

const fn t(text: &'static str) -> Text {
    Text(Cow::Borrowed(text))
}

include!(concat!(env!("OUT_DIR"), "/prepared.rs"));
