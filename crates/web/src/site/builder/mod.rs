//! The builder: a resume as a form with what the check says beside every bullet, whole without a
//! script.
//!
//! 1. `shape` says which sections and fields there are; `entries`, `controls` and `page` show them
//!    for a resume, `notes` and `grade` what a check says of it.
//! 2. `fields` reads what comes back, `steps` what a button asks for (move, remove, add; `fix`: the
//!    change of a finding), `wanted`
//!    makes the resume that is meant, and [`apply`] the text of the file: what nobody touched stays
//!    byte for byte.
//!
//! # What scripts can rely on
//!
//! - `<form id="builder" data-resume="ID" data-base="REVISION">`. Every field's name is the path of
//!   its value in that revision.
//! - `<ol data-list="work">` holds the items of a list, each `<li data-path="work[0]">`. The hidden
//!   field with the name of the list (`work`) says which items stay, and in which order: `0,2,1`.
//!   A script that moves or removes an item changes that field (and may move or remove the
//!   element), never the names of others. New items get positions behind the last: their order is
//!   that of the hidden field, else they come last. A new item without any text is left out.
//! - `<template data-blank="highlights">` holds a new item of every list of that key; the path of the
//!   item is `_` in it, at the beginning of names, of `data-path`, `data-list` and `data-notes`, and
//!   behind a prefix in ids (`field-_.text`), in `for` and in `value` of buttons (`add:_.highlights`).
//! - `<div data-notes="PATH">` stands in every item and every section; `Notes` makes its content.
//! - `<aside id="grade">`, `<section id="preview">`.
//! - Buttons `name="do"` with `data-do` (up, down, remove) or `data-add` (the list) do without a
//!   script what a script does at once.

mod apply;
mod controls;
mod entries;
mod fields;
mod fix;
mod grade;
mod merge;
mod notes;
mod page;
#[cfg(test)]
mod properties;
mod shape;
mod steps;
#[cfg(test)]
mod tests;
mod text;
mod wanted;

pub(crate) use apply::{apply, write};
pub(crate) use fields::Fields;
pub(crate) use grade::grade;
pub(crate) use merge::{Side, choices, merge};
pub(crate) use notes::Notes;
pub(crate) use page::{View, page};
pub(crate) use steps::{Step, take};
pub(crate) use text::{shown, words};
