//! `vitae watch`: the pages in a browser, with what the check says, anew after every save.

mod changes;
mod render;

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::thread;

use web::watch::{Live, Rendered};

use crate::config::{Config, ConfigArgs};
use crate::exit::{Exit, Failure};
use crate::input::{self, DEFAULT_FILE};
use crate::local::{cannot_serve, listen, open};
use crate::look::LookArgs;
use crate::output::{self, shown_variant};
use crate::review::GradeArgs;
use crate::variant;
use changes::Changes;

/// Show the pages in a browser while you write, with findings and grade beside them.
///
/// Serves a page at the printed address, to this machine only, until Ctrl-C. After every save the
/// page shows the resume as `vitae build` sets it and what `vitae check --pages` says, in place:
/// scroll and zoom stay. While the file cannot be read, the last good page stays, with the reason
/// and its place above it. Settings in vitae.toml and the folder of a template of your own are
/// watched, too.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae watch                                  resume.yaml
  vitae watch cv.yaml --open                   opens your browser, too
  vitae watch cv.yaml --variant payments       a cut of it
  vitae watch cv.yaml --port 4000              at the same address each time
  vitae watch cv.yaml --template ./mine        while you draw a template

Exit codes: 0 ended by you, 2 cannot run")]
pub(crate) struct Args {
    /// The resume, YAML or JSON
    #[arg(value_name = "FILE", default_value = DEFAULT_FILE)]
    file: PathBuf,
    /// The variant to show, by its name under `vitae.variants`; findings point into the file
    #[arg(long, value_name = "NAME")]
    variant: Option<String>,
    /// The port of the address; otherwise a free one
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    port: Option<u16>,
    /// Open the address in your browser
    #[arg(long)]
    open: bool,
    #[command(flatten)]
    look: LookArgs,
    #[command(flatten)]
    grade: GradeArgs,
    #[command(flatten)]
    config: ConfigArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    refuse(args)?;
    let listener = listen(args.port)?;
    let address = listener.local_addr().map_err(|error| cannot_serve(&error))?;
    let changes = Changes::of(&watched(args))?;
    let live = Live::new(&shown_variant(&args.file.display().to_string(), args.variant.as_deref()));
    live.publish(render::render(args));

    let address = format!("http://{address}/");
    output::print(&format!("{address}\n"))?;
    output::note(&format!("watching {}; Ctrl-C ends", args.file.display()));
    if args.open {
        open(&address);
    }
    let handle = changes.handle();
    let shown = &live;
    thread::scope(|scope| {
        scope.spawn(move || {
            while changes.wait() {
                let rendered = render::render(args);
                tell(&rendered);
                shown.publish(rendered);
            }
        });
        let served = live.serve(listener);
        handle.end();
        served
    })
    .map_err(|error| cannot_serve(&error))?;
    if io::stderr().is_terminal() {
        output::note("");
    }
    Ok(Exit::Clean)
}

/// What a watch could never show ends it at once; a file that is broken only now does not.
fn refuse(args: &Args) -> Result<(), Failure> {
    if args.file.as_os_str() == "-" {
        return Err(Failure::new("standard input cannot be watched").hint("name a file"));
    }
    let source = input::read(&args.file)?;
    if source.format().is_none() {
        source.parse("`vitae watch` shows")?;
    }
    if let (Some(name), Ok((parsed, _))) = (&args.variant, source.parse("`vitae watch` shows")) {
        variant::cut(&parsed.resume, &source.name, name)?;
    }
    Config::load(&args.config, &args.file).map(|_| ())
}

/// The files whose changes matter: the resume, the settings, a template of one's own.
fn watched(args: &Args) -> Vec<PathBuf> {
    // Settings that do not exist yet would stand beside the resume.
    let mut files = vec![args.file.clone(), args.file.with_file_name("vitae.toml")];
    let settings = Config::load(&args.config, &args.file).ok().and_then(|config| config.file);
    files.extend(settings.map(PathBuf::from));
    if let Some(folder) = args.look.template_folder() {
        files.extend(["template.toml", "resume.typ"].map(|name| folder.join(name)));
    }
    files
}

/// Keeps a line of the terminal up to date.
fn tell(rendered: &Rendered) {
    if !io::stderr().is_terminal() {
        return;
    }
    output::status(&match (&rendered.problem, &rendered.report) {
        (Some(problem), _) => problem.message.clone(),
        (None, Some(report)) => format!(
            "{} page{}, overall {}, {} finding{}",
            rendered.pages.len(),
            if rendered.pages.len() == 1 { "" } else { "s" },
            report.overall.floor(),
            report.findings.len(),
            if report.findings.len() == 1 { "" } else { "s" },
        ),
        (None, None) => String::new(),
    });
}
