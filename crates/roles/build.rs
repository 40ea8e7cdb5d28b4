//! Rebuilds the crate when a data file comes or goes; edits alone the compiler sees by itself.

fn main() {
    println!("cargo::rerun-if-changed=../../roles");
}
