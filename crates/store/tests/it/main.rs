//! The store, from outside: the same steps on every database.

mod databases;
mod story;
