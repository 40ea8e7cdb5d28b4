//! What is looked at: each part tried or asked, and what is wrong with it gathered.

use std::env::consts;
use std::path::Path;
use std::time::Instant;

use document::Kind;
use roles::RolePack;
use sandbox::{Confinement, Policy};
use serde::Serialize;

use crate::config::{Config, ConfigArgs};
use crate::input::DEFAULT_FILE;
use crate::output::{Screen, commands};

/// Name and version of the wire form.
const FORMAT: &str = "vitae-doctor/1";

/// What every sample says.
const NAME: &str = "Ada Lindqvist";

/// A small file of each kind, written by the project's own program for seeds (`fuzz/src`).
const SAMPLES: [(Kind, &[u8]); 7] = [
    (Kind::Pdf, include_bytes!("sample.pdf")),
    (Kind::Docx, include_bytes!("sample.docx")),
    (Kind::Odt, include_bytes!("sample.odt")),
    (Kind::Rtf, include_bytes!("sample.rtf")),
    (Kind::Html, include_bytes!("sample.html")),
    (Kind::Markdown, include_bytes!("sample.md")),
    (Kind::Text, include_bytes!("sample.txt")),
];

/// What was found. Keys are only ever added.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Checkup {
    format: &'static str,
    pub(crate) version: &'static str,
    /// How it was built: `release`, or `debug`, which is many times slower.
    pub(crate) profile: &'static str,
    /// Processor and system.
    pub(crate) target: String,
    pub(crate) sandbox: Sandbox,
    pub(crate) readers: Vec<Reader>,
    pub(crate) role_packs: Vec<Pack>,
    /// How many rules there are.
    pub(crate) rules: usize,
    pub(crate) templates: Vec<Template>,
    pub(crate) limits: Limits,
    /// The `vitae.toml` in force here.
    pub(crate) config: Option<String>,
    pub(crate) terminal: Terminal,
    /// What costs something, and what to do.
    pub(crate) problems: Vec<Problem>,
}

/// What a worker process gives up here.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Sandbox {
    /// True when it can do nothing but compute.
    pub(crate) holds: bool,
    #[serde(flatten)]
    pub(crate) layers: Confinement,
    /// From the start of a process to its answer; `None` when there was none.
    pub(crate) milliseconds: Option<f64>,
}

/// Whether documents of a kind can be read.
#[derive(Debug, Serialize)]
pub(crate) struct Reader {
    /// Usual extension.
    pub(crate) extension: &'static str,
    /// The kind in words.
    pub(crate) name: &'static str,
    /// Why not; `None` when a sample was read.
    pub(crate) error: Option<String>,
}

/// A role pack.
#[derive(Debug, Serialize)]
pub(crate) struct Pack {
    pub(crate) id: String,
    pub(crate) version: u32,
    pub(crate) fingerprint: String,
}

/// A template and the family of its text.
#[derive(Debug, Serialize)]
pub(crate) struct Template {
    pub(crate) name: &'static str,
    pub(crate) font: &'static str,
}

/// Limits in force; bytes and seconds.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Limits {
    pub(crate) source_bytes: usize,
    pub(crate) document_bytes: usize,
    pub(crate) document_unpacked: usize,
    pub(crate) document_pages: usize,
    pub(crate) document_characters: usize,
    pub(crate) sandbox_memory: usize,
    pub(crate) sandbox_cpu: u64,
    pub(crate) sandbox_wall: u64,
}

/// What standard output can show.
#[derive(Debug, Serialize)]
pub(crate) struct Terminal {
    pub(crate) columns: usize,
    pub(crate) unicode: bool,
    pub(crate) color: bool,
}

/// Something that does not work as it should.
#[derive(Debug, Serialize)]
pub(crate) struct Problem {
    pub(crate) message: String,
    pub(crate) hint: String,
}

/// Looks at everything.
pub(crate) fn examine(screen: &Screen) -> Checkup {
    let mut problems = Vec::new();
    let sandbox = sandbox(&mut problems);
    let readers = SAMPLES.map(|(kind, sample)| reader(kind, sample, &mut problems)).into();
    let pack = RolePack::backend_engineer();
    let templates =
        typeset::templates().iter().map(|one| Template { name: &one.name, font: one.font.name });
    Checkup {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION"),
        profile: if cfg!(debug_assertions) { "debug" } else { "release" },
        target: format!("{}-{}", consts::ARCH, consts::OS),
        sandbox,
        readers,
        role_packs: vec![Pack {
            id: pack.id.clone(),
            version: pack.version,
            fingerprint: pack.fingerprint.clone(),
        }],
        rules: workbench::rules::docs().len(),
        templates: templates.collect(),
        limits: limits(),
        config: config(&mut problems),
        terminal: Terminal {
            columns: screen.width,
            unicode: screen.unicode,
            color: output_has_color(),
        },
        problems,
    }
}

fn sandbox(problems: &mut Vec<Problem>) -> Sandbox {
    let start = Instant::now();
    let probed = sandbox::probe(&Policy::default());
    let elapsed = start.elapsed().as_secs_f64() * 1000.0;
    match probed {
        Ok(layers) => {
            // Elsewhere there is nothing to switch on.
            if cfg!(target_os = "linux") && !layers.holds() {
                problems.push(Problem {
                    message: "the sandbox does not hold: the kernel filters no calls".to_owned(),
                    hint: "allow seccomp where this runs (a container's profile may forbid it); \
                           until then read files of strangers on another machine"
                        .to_owned(),
                });
            }
            let milliseconds = Some((elapsed * 10.0).round() / 10.0);
            Sandbox { holds: layers.holds(), layers, milliseconds }
        }
        Err(failure) => {
            problems.push(Problem {
                message: format!("the sandbox cannot be used: {failure}"),
                hint: "let this program start itself: /proc has to be there, and the folder of \
                       the program may not be mounted `noexec`"
                    .to_owned(),
            });
            Sandbox { holds: false, layers: Confinement::default(), milliseconds: None }
        }
    }
}

/// Reads the sample of a kind, in a worker as a stranger's file would be.
fn reader(kind: Kind, sample: &[u8], problems: &mut Vec<Problem>) -> Reader {
    let limits = document::Limits::default();
    let error = match sandbox::read(sample, kind, &limits, &Policy::default()) {
        Ok(document) if document.placed().text.contains(NAME) => None,
        Ok(_) => Some("its text is not read".to_owned()),
        Err(failure) => Some(failure.to_string()),
    };
    if let Some(error) = &error {
        problems.push(Problem {
            message: format!("{} cannot be read: {error}", kind.name()),
            hint: "use another format of the same page until this is mended".to_owned(),
        });
    }
    Reader { extension: kind.extension(), name: kind.name(), error }
}

fn limits() -> Limits {
    let document = document::Limits::default();
    let sandbox = sandbox::Limits::default();
    Limits {
        source_bytes: extract::Limits::default().bytes,
        document_bytes: document.bytes,
        document_unpacked: document.unpacked,
        document_pages: document.pages,
        document_characters: document.characters,
        sandbox_memory: sandbox.memory,
        sandbox_cpu: sandbox.cpu.as_secs(),
        sandbox_wall: sandbox.wall.as_secs(),
    }
}

fn config(problems: &mut Vec<Problem>) -> Option<String> {
    match Config::load(&ConfigArgs::default(), Path::new(DEFAULT_FILE)) {
        Ok(config) => config.file,
        Err(failure) => {
            let hint = commands::hint(&failure);
            problems.push(Problem {
                message: failure.message,
                hint: hint.unwrap_or_else(|| "mend it, or pass --no-config".to_owned()),
            });
            None
        }
    }
}

fn output_has_color() -> bool {
    anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
}
