//! The store, from outside: the same steps on every database.

mod accounts;
mod backup;
mod crash;
mod damage;
mod databases;
mod export;
mod files;
mod hostile;
mod idempotency;
mod lists;
mod opening;
mod owners;
mod sample;
mod story;
