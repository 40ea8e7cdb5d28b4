//! Rules about `Cargo.toml` files: the arrows between crates, and what every crate inherits.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use toml::{Table, Value};

use super::arrows::{self, Kind};
use crate::repository;

/// Breaches as `path: what`.
pub(super) fn check(files: &[PathBuf]) -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for path in files.iter().filter(|path| path.ends_with("Cargo.toml")) {
        // The root declares the workspace; a fuzz crate is a workspace of its own.
        if *path == Path::new("Cargo.toml") || path.starts_with("fuzz") {
            continue;
        }
        let manifest: Table = repository::read(path)?
            .parse()
            .with_context(|| format!("{} is not TOML", path.display()))?;
        let found = check_manifest(&manifest);
        breaches.extend(found.into_iter().map(|what| format!("{}: {what}", path.display())));
    }
    Ok(breaches)
}

fn check_manifest(manifest: &Table) -> Vec<String> {
    let mut breaches = Vec::new();
    let at = |table: &str, key: &str| manifest.get(table).and_then(|table| table.get(key)).cloned();
    let inherits = |value: Option<Value>| {
        value.and_then(|value| value.get("workspace").and_then(Value::as_bool)) == Some(true)
    };
    for key in ["version", "edition", "rust-version", "license", "publish"] {
        if !inherits(at("package", key)) {
            breaches.push(format!("`package.{key}` is the workspace's: `{key}.workspace = true`"));
        }
    }
    if at("lints", "workspace") != Some(Value::Boolean(true)) {
        breaches.push("lints are the workspace's: `[lints] workspace = true`".to_owned());
    }
    let name = at("package", "name");
    let name = name.as_ref().and_then(Value::as_str).unwrap_or_default();
    for (table, kind) in [
        ("dependencies", Kind::Normal),
        ("build-dependencies", Kind::Normal),
        ("dev-dependencies", Kind::Dev),
    ] {
        let dependencies = manifest.get(table).and_then(Value::as_table);
        for (dependency, value) in dependencies.into_iter().flatten() {
            if !inherits(Some(value.clone())) {
                breaches.push(format!("`{dependency}` is declared once, in the workspace"));
            }
            breaches.extend(arrows::breach(name, dependency, kind));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "[package]\nname = \"lint\"\nversion.workspace = true\n\
        edition.workspace = true\nrust-version.workspace = true\nlicense.workspace = true\n\
        publish.workspace = true\n[lints]\nworkspace = true\n";

    #[track_caller]
    fn check(manifest: &str, expected: &[&str]) {
        let manifest = manifest.parse().expect("test manifests are TOML");
        assert_eq!(check_manifest(&manifest), expected);
    }

    #[test]
    fn a_crate_that_inherits_everything_passes() {
        check(HEAD, &[]);
        check(&format!("{HEAD}[dependencies]\nresume.workspace = true\n"), &[]);
        check(&format!("{HEAD}[dependencies]\nserde = {{ workspace = true }}\n"), &[]);
    }

    #[test]
    fn what_is_not_inherited_is_named() {
        check(
            &HEAD.replace("license.workspace = true", "license = \"MIT\""),
            &["`package.license` is the workspace's: `license.workspace = true`"],
        );
        check(
            &HEAD.replace("[lints]\nworkspace = true\n", ""),
            &["lints are the workspace's: `[lints] workspace = true`"],
        );
        check(
            &format!("{HEAD}[dependencies]\nserde = \"1\"\n"),
            &["`serde` is declared once, in the workspace"],
        );
        check(
            &format!("{HEAD}[dependencies]\ntypeset.workspace = true\n"),
            &["`lint` must not depend on `typeset`: arrows go down only"],
        );
    }
}
