//! Facts are tested from the outside: a text, and what must be read from it.

mod render;
