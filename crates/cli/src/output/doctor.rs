//! The checkup for people: a line a part, then what is wrong.

use std::fmt::Write;

use super::screen::Screen;
use super::style::{BAD, GOOD, STRONG, paint};
use crate::commands::doctor::{Checkup, Problem, Reader};

/// Columns for the name of a part.
const NAME: usize = 10;

/// The whole checkup, with a line end at its end.
pub(crate) fn render(checkup: &Checkup, screen: &Screen) -> String {
    let Checkup { version, profile, target, .. } = checkup;
    let mut text =
        format!("{}\n\n", paint(STRONG, format_args!("vitae {version}, {profile}, {target}")));
    let mut part = |name: &str, what: &str| {
        let room = screen.width.saturating_sub(NAME + 1);
        for (at, line) in textwrap::wrap(what, room).iter().enumerate() {
            let _ = writeln!(text, "{:<NAME$} {line}", if at == 0 { name } else { "" });
        }
    };
    part("sandbox", &sandbox(checkup));
    let (works, fails): (Vec<_>, Vec<_>) =
        checkup.readers.iter().partition(|reader| reader.error.is_none());
    let names = |readers: &[&Reader]| {
        readers.iter().map(|one| one.extension).collect::<Vec<_>>().join(", ")
    };
    part("documents", &if works.is_empty() { "none".to_owned() } else { names(&works) });
    if !fails.is_empty() {
        part("", &format!("not read: {}", names(&fails)));
    }
    for pack in &checkup.role_packs {
        let (id, version, print) = (&pack.id, pack.version, &pack.fingerprint);
        part("role", &format!("{id} {version}, fingerprint {print}, {} rules", checkup.rules));
    }
    for template in &checkup.templates {
        part("template", &format!("{} ({})", template.name, template.font));
    }
    let limits = &checkup.limits;
    let mib = |bytes: usize| bytes >> 20;
    part(
        "limits",
        &format!(
            "YAML and JSON {} MiB; documents {} MiB, {} MiB unpacked, {} pages, {} characters; \
             sandbox {} MiB of memory, {} s of processor time, {} s in all",
            mib(limits.source_bytes),
            mib(limits.document_bytes),
            mib(limits.document_unpacked),
            limits.document_pages,
            limits.document_characters,
            mib(limits.sandbox_memory),
            limits.sandbox_cpu,
            limits.sandbox_wall,
        ),
    );
    part("settings", checkup.config.as_deref().unwrap_or("no vitae.toml beside here or above"));
    let terminal = &checkup.terminal;
    let color = if terminal.color { "color" } else { "no color" };
    let characters = if terminal.unicode { "Unicode" } else { "ASCII" };
    part("terminal", &format!("{} columns, {color}, {characters}", terminal.columns));
    text.push('\n');
    if checkup.problems.is_empty() {
        let _ = writeln!(text, "{}", paint(GOOD, "all is well"));
    }
    for Problem { message, hint } in &checkup.problems {
        let _ = writeln!(text, "{}: {message}\n  {hint}", paint(BAD, "degraded"));
    }
    text
}

/// What a process that reads a stranger's file cannot do here.
fn sandbox(checkup: &Checkup) -> String {
    let sandbox = &checkup.sandbox;
    let Some(milliseconds) = sandbox.milliseconds else { return "cannot be used".to_owned() };
    let mut layers = Vec::new();
    if let Some(version) = sandbox.layers.landlock {
        layers.push(format!("Landlock {version}"));
    }
    if sandbox.layers.seccomp {
        layers.push("seccomp".to_owned());
    }
    if sandbox.layers.limits {
        layers.push("limits".to_owned());
    }
    let holds = if sandbox.holds {
        format!("files, network, programs and threads are refused ({})", layers.join(", "))
    } else if layers.is_empty() {
        "a process of its own with a limit of time, and nothing more on this system".to_owned()
    } else {
        format!("does not hold; only: {}", layers.join(", "))
    };
    format!("{holds}; a process answers in {milliseconds} ms")
}
