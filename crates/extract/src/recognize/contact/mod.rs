//! E-mail addresses, telephone numbers and links of a line.

mod email;
mod link;
mod network;
mod phone;

pub(crate) use email::emails;
pub(crate) use link::{Link, links};
pub(crate) use phone::{Phone, phones};
