//! The tests of pages in a browser: `tests/e2e`, run by Node.js against the debug build.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::repository::{root, target};
use crate::run::{command, output, run as run_program};
use crate::steps::CannotRun;
use crate::tools;

/// The least version of Node.js that the tests run on; Debian 12 has it.
const NODE: u32 = 18;

/// Installs what is missing, builds the command, and runs the tests.
pub(crate) fn run() -> Result<()> {
    tools::debian("node", "nodejs", "node")?;
    tools::debian("npm", "npm", "node")?;
    tools::debian("chromium", "chromium", "chromium")?;
    check_version(&output(&mut command("node --version"))?)?;
    let folder = root().join("tests/e2e");
    install(&folder)?;
    run_program(&mut command("cargo build --quiet --package cli"))?;
    let mut tests = command("node --test");
    tests.current_dir(&folder).env("VITAE", target().join("debug/vitae"));
    if let Some(chromium) = on_path("chromium") {
        tests.env("CHROMIUM", chromium);
    }
    run_program(&mut tests)
}

/// The libraries of the tests, as `package-lock.json` names them.
fn install(folder: &Path) -> Result<()> {
    // npm keeps a copy of what it installed.
    let installed = fs::metadata(folder.join("node_modules/.package-lock.json"));
    let wanted = fs::metadata(folder.join("package-lock.json"))?.modified()?;
    if installed.is_ok_and(|file| file.modified().is_ok_and(|when| when >= wanted)) {
        return Ok(());
    }
    let mut npm = command("npm ci --no-audit --no-fund --ignore-scripts");
    run_program(npm.current_dir(folder)).map_err(|error| {
        CannotRun(format!("the libraries of tests/e2e cannot be installed: {error:#}")).into()
    })
}

fn check_version(version: &str) -> Result<()> {
    let version = version.trim();
    let major = version.trim_start_matches('v').split('.').next().unwrap_or_default();
    if major.parse().is_ok_and(|major: u32| major >= NODE) {
        return Ok(());
    }
    Err(CannotRun(format!("Node.js {version} is too old; install {NODE} or later")).into())
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_versions_of_node_are_refused() {
        for (version, expected) in [
            ("v20.20.2\n", true),
            ("v18.19.0", true),
            ("v16.3.0", false),
            ("", false),
            ("vx", false),
        ] {
            assert_eq!(check_version(version).is_ok(), expected, "{version}");
        }
    }
}
