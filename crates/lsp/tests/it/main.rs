//! The server as an editor meets it: every test is a session over the real protocol.

mod actions;
mod broken;
mod client;
mod completion;
mod diagnostics;
mod hover;
mod outline;
mod session;
