//! E-mail addresses, telephone numbers and links of a line.

mod email;
mod link;
mod network;
mod phone;

#[allow(unused_imports, reason = "the type of what the function gives")]
pub(crate) use email::{Email, emails};
pub(crate) use link::{Link, links};
pub(crate) use phone::{Phone, phones};
