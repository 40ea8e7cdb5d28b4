//! Whole pages: every template with every sample resume, on both papers.

mod all;
mod clean;
mod errors;
mod files;
mod gallery;
mod geometry;
mod jobs;
mod layouts;
mod letter_looks;
mod letters;
mod options;
mod page_breaks;
mod poppler;
mod reading;
mod samples;
mod structure;
