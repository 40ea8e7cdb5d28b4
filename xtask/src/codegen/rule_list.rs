//! The list of lint rules: one `mod` line and one entry of `ALL` a file.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};

use super::Mode;
use crate::repository::{read, root, write};
use crate::run::command;

/// The folder of the rules.
pub(crate) const FOLDER: &str = "crates/lint/src/rules";

/// Compares the list with the folder, and rewrites it when asked to.
pub(crate) fn run(mode: Mode) -> Result<()> {
    let path = Path::new(FOLDER).join("mod.rs");
    let current = read(&path)?;
    let wanted = formatted(&listed(&current, &modules()?)?)?;
    if current == wanted {
        return Ok(());
    }
    if mode == Mode::Write {
        println!("wrote {}", path.display());
        return write(&path, &wanted);
    }
    bail!("{} does not list the files beside it; run `cargo xtask codegen`", path.display())
}

/// Names of the rule modules, in the order of their ids.
fn modules() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join(FOLDER)).context(FOLDER)? {
        let path = entry.context(FOLDER)?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).context("a name is not text")?;
        if path.extension().is_some_and(|extension| extension == "rs") && stem != "mod" {
            names.push(stem.to_owned());
        }
    }
    names.sort_by_key(|name| name.replace('_', "-"));
    Ok(names)
}

/// `current` with the lines from the first `mod` to the end of `ALL` replaced.
fn listed(current: &str, modules: &[String]) -> Result<String> {
    let start = current.find("\nmod ").map(|at| at + 1).context("the file has no `mod` line")?;
    let all = current[start..].find("static ALL").context("the file has no `static ALL`")? + start;
    let length = current[all..].find("];").context("`ALL` has no end")?;
    let mut list = String::new();
    for module in modules {
        let _ = writeln!(list, "mod {module};");
    }
    list += "\n/// All rules, sorted by id. Written by `cargo xtask codegen`.\n";
    list += "pub(crate) static ALL: &[&crate::Rule] = &[\n";
    for module in modules {
        let _ = writeln!(list, "    &{module}::RULE,");
    }
    Ok([&current[..start], &list, &current[all + length..]].concat())
}

/// `text` as rustfmt writes it.
fn formatted(text: &str) -> Result<String> {
    let mut rustfmt = command("rustfmt --edition 2024 --emit stdout")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("rustfmt could not be started")?;
    // The list is far smaller than a pipe's buffer, so writing first cannot block.
    rustfmt.stdin.take().context("rustfmt has no input")?.write_all(text.as_bytes())?;
    let output = rustfmt.wait_with_output()?;
    ensure!(output.status.success(), "rustfmt failed: {}", output.status);
    Ok(String::from_utf8(output.stdout)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(current: &str, modules: &[&str], expected: &str) {
        let modules: Vec<_> = modules.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(listed(current, &modules).expect("a list"), expected);
    }

    #[test]
    fn only_the_list_is_replaced() {
        check(
            "//! Rules.\n\nmod old;\n\nstatic ALL: &[&Rule] = &[&old::RULE];\n\nfn rest() {}\n",
            &["first", "second_one"],
            "//! Rules.\n\nmod first;\nmod second_one;\n\n\
             /// All rules, sorted by id. Written by `cargo xtask codegen`.\n\
             pub(crate) static ALL: &[&crate::Rule] = &[\n    &first::RULE,\n    \
             &second_one::RULE,\n];\n\nfn rest() {}\n",
        );
    }

    #[test]
    fn a_file_without_a_list_is_refused() {
        assert!(listed("//! Rules.\n", &[]).is_err());
        assert!(listed("//! Rules.\n\nmod a;\n", &[]).is_err());
    }
}
