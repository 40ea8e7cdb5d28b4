//! Translates the data files from TOML, which people write, to JSON, which every process reads
//! several times faster. The TOML stays what errors, tests and fingerprints speak of.

#![expect(clippy::disallowed_methods, reason = "how a build script talks")]

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=../../roles");
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR")?;
    let translated = Path::new(&out).join("roles");
    if translated.exists() {
        fs::remove_dir_all(&translated)?;
    }
    translate(Path::new("../../roles"), &translated)
}

/// Writes `to/x.json` for every `from/x.toml`, folders included.
fn translate(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() {
            translate(&path, &to.join(name))?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let table: toml::Table = toml::from_str(&fs::read_to_string(&path)?)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            let json = serde_json::to_string(&table)?;
            fs::write(to.join(name).with_extension("json"), json)?;
        }
    }
    Ok(())
}
