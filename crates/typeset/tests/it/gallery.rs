//! The published gallery is that of the templates there are; `cargo run -p typeset --example
//! gallery` writes it.

#![allow(clippy::disallowed_methods, reason = "compares committed files")]

use std::fs;
use std::path::Path;

use crate::templates;

#[test]
fn the_gallery_is_complete() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let page = fs::read_to_string(docs.join("templates.md")).expect("the page");
    for template in templates() {
        let name = &template.name;
        let about = format!("{}.", template.summary);
        for part in [&format!("### `{name}`"), &about, &format!("](gallery/{name}.png)")] {
            assert!(page.contains(part), "docs/templates.md lacks {part:?}");
        }
        let picture = fs::read(docs.join(format!("gallery/{name}.png"))).expect("a picture");
        assert!(picture.len() < 120_000, "{name}: {} bytes", picture.len());
    }
    let pictures = fs::read_dir(docs.join("gallery")).expect("a folder").count();
    assert_eq!((pictures, page.matches("\n### `").count()), (templates().len(), templates().len()));
}
