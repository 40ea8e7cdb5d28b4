//! Resumes that are part of the repository.

#![allow(clippy::disallowed_methods, reason = "reads files of the repository")]

use std::fs;
use std::path::Path;

use resume::Resume;

/// The shipped examples.
pub(crate) fn examples() -> Vec<(String, Resume)> {
    resumes("roles/backend-engineer/examples")
}

/// The shipped examples and the pages the templates are tried on.
pub(crate) fn samples() -> Vec<(String, Resume)> {
    let mut all = examples();
    all.extend(resumes("crates/typeset/tests/samples"));
    assert!(all.len() > 15);
    all
}

/// The resumes of a folder, by file name.
fn resumes(folder: &str) -> Vec<(String, Resume)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let mut resumes = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let bytes = fs::read(&path).expect("a file");
        let format = extract::Format::detect(Some(&name), &bytes);
        let parsed = extract::read(&bytes, format, &extract::Limits::default());
        resumes.push((name, parsed.expect("a resume").resume));
    }
    resumes.sort_by(|(one, _), (other, _)| one.cmp(other));
    resumes
}
