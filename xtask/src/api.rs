//! The API against its own document: `schemathesis` makes requests of the `OpenAPI` document, right
//! and wrong ones, and looks whether the answers are those that the document promises.

use anyhow::Result;

use crate::repository::target;
use crate::run::{command, run as run_program};
use crate::server::Server;
use crate::tools;

/// Installs what is missing, builds the command, and asks.
pub(crate) fn run() -> Result<()> {
    let folder = tools::schemathesis()?;
    run_program(&mut command("cargo build --quiet --package cli"))?;
    let server = Server::start(&target().join("debug/vitae"))?;
    let mut tests =
        command("python3 -m schemathesis.cli --config-file tests/api/schemathesis.toml run");
    tests.arg(format!("http://{}/api/v1/openapi.json", server.address));
    run_program(tests.env("PYTHONPATH", folder))
}
