//! Rebuilds the crate when a template appears or goes: the folder is embedded as a whole.

fn main() {
    #[allow(clippy::print_stdout, reason = "this is how a build script talks to Cargo")]
    {
        println!("cargo::rerun-if-changed=../../templates");
    }
}
