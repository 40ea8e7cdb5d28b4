//! The language server inside a real editor: Neovim opens a resume, shows a finding, makes the
//! offered change as a person would, and the finding goes away.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{Cli, PAGE};

/// What Neovim does, as its own script; it says what it sees on standard output.
const SCRIPT: &str = include_str!("editor.lua");

#[test]
fn neovim_shows_a_finding_and_makes_the_fix() {
    let page = PAGE.replace("[Go, Redis]", "[Redis, Go, redis] # data");
    let cli = Cli::new().file("resume.yaml", &page).file("script.lua", SCRIPT);
    let said = neovim(&cli);
    let lines: Vec<&str> = said.lines().collect();
    let [encoding, finding, action, cleared, hover, lens, stopped] = lines[..] else {
        panic!("Neovim said:\n{said}");
    };
    assert_eq!(encoding, "encoding utf-16");
    assert_eq!(finding, "finding duplicate-skill at `redis` from vitae");
    assert!(action.starts_with("action "), "{action}");
    assert_eq!(cleared, "cleared");
    assert!(hover.starts_with("hover **") && hover.contains("of 100"), "{hover}");
    assert!(lens.starts_with("lens mid: "), "{lens}");
    assert_eq!(stopped, "stopped");
    let fixed = page.replace("[Redis, Go, redis] # data", "[Redis, Go] # data");
    assert_eq!(String::from_utf8_lossy(&cli.read("resume.yaml")), fixed);
}

/// Runs the script in a Neovim without any settings; what it printed.
#[track_caller]
fn neovim(cli: &Cli) -> String {
    let folder = cli.path("");
    let output = Command::new("nvim")
        .args(["--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", "script.lua"])
        .current_dir(&folder)
        .env("HOME", &folder)
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("XDG_STATE_HOME", folder.join("state"))
        .env("VITAE", Path::new(env!("CARGO_BIN_EXE_vitae")))
        .stdin(Stdio::null())
        .output();
    let output = output.unwrap_or_else(|error| {
        panic!("`nvim` cannot be started ({error}); `cargo xtask test` installs it on Debian")
    });
    let (out, err) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "Neovim failed:\n{out}\n{err}");
    out.into_owned()
}

/// A message as it goes over the wire.
fn message(body: &str) -> String {
    format!("Content-Length: {}\r\n\r\n{body}", body.len())
}

#[track_caller]
fn check_session(stdin: &str, code: i32, out: &str, err: &str) {
    let run = Cli::new().stdin(stdin).run("lsp --stdio");
    assert_eq!(run.code, Some(code), "{run}");
    assert!(run.stdout.contains(out) && run.stderr.contains(err), "{run}");
    assert_eq!(run.stderr.is_empty(), err.is_empty(), "{run}");
}

#[test]
fn a_session_ends_as_the_editor_ends_it() {
    let hello =
        message(r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#);
    let bye = message(r#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#);
    let exit = message(r#"{"jsonrpc":"2.0","method":"exit"}"#);
    check_session(&format!("{hello}{bye}{exit}"), 0, "\"positionEncoding\":\"utf-16\"", "");
    check_session(&format!("{hello}{exit}"), 2, "\"serverInfo\"", "went away");
    check_session(&hello, 2, "\"serverInfo\"", "went away");
    check_session("", 2, "", "went away");
    check_session("Content-Length: 3\r\n\r\n{}}", 2, "", "connection to the editor broke");
    check_session("basics:\n  name: Ada\n", 2, "", "connection to the editor broke");
}
