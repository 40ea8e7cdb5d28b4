//! Pages for a browser on this machine: where they are found, and opening them.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};
use std::thread;

use crate::exit::Failure;
use crate::input::reason;
use crate::output;

/// Listens on this machine only, on a free port unless one is named.
pub(crate) fn listen(port: Option<u16>) -> Result<TcpListener, Failure> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0))).map_err(|error| {
        match (error.kind(), port) {
            (ErrorKind::AddrInUse, Some(port)) => {
                Failure::new(format!("port {port} is in use by another program"))
                    .hint("choose another one, or leave out `--port` for a free one")
            }
            _ => cannot_serve(&error),
        }
    })
}

/// Why nobody can be answered.
pub(crate) fn cannot_serve(error: &io::Error) -> Failure {
    Failure::new(format!("pages cannot be served on this machine: {}", reason(error)))
}

/// Asks the system to open `address`. Somebody who sees no browser has the address anyway.
pub(crate) fn open(address: &str) {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    };
    let child = Command::new(program)
        .args(before)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    match child {
        // It may live as long as the browser does.
        Ok(mut child) => {
            thread::spawn(move || child.wait());
        }
        Err(error) => {
            output::note(&format!("`{program}` cannot open the address: {}", reason(&error)));
        }
    }
}
