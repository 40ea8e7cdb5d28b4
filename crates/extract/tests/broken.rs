//! Broken files and what their authors are told, one snapshot for each.

#![expect(clippy::disallowed_methods, reason = "the cases are files")]

mod support;

use std::fs;
use std::path::Path;

#[test]
fn every_broken_file_gets_its_message() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("the folder exists")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"))
        .collect();
    files.sort();
    assert!(files.len() >= 40, "{} files", files.len());
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for file in &files {
            let bytes = fs::read(folder.join(file)).expect("the file is there");
            let shown = support::render(file, &bytes);
            assert!(!shown.is_empty(), "{file}: nothing was said");
            insta::assert_snapshot!(file.as_str(), shown);
        }
    });
}
