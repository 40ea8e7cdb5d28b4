//! Sites with accounts, from outside: each request goes through the whole router.

mod guessing;
mod letters;
mod others;
mod requests;
mod story;
mod strangers;
