//! Facts are tested from the outside: a text, and what must be read from it.

mod changes;
mod claims;
mod concepts;
mod contrasts;
mod designs;
mod domains;
mod domains_clean;
mod domains_fields;
mod domains_objects;
mod equivalences;
mod mechanisms;
mod not_metrics;
mod objects;
mod properties;
mod quantities;
mod reasons;
mod render;
mod requirements;
mod told;
mod verbs;
