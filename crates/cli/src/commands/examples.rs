//! `vitae examples`: shipped resumes, bullets, and lines told badly and well.

use std::io;

use resume::Stage;
use roles::library;
use workbench::nearest;

use crate::exit::{Exit, Failure};
use crate::output::examples::{Selection, bullet, list, overview, pair};
use crate::output::{self, Screen};

/// Show resumes, bullets, and lines told badly and well.
///
/// All people, companies and figures are invented. What makes a line work is read from the line
/// itself, with the same eyes that grade yours. Without a name or a choice, an overview.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae examples
  vitae examples --theme latency
  vitae examples --stage senior --theme migration
  vitae examples latency-vague           a line told badly and well, and why
  vitae examples staff-orders | less     a whole resume
  vitae new --example staff-orders       the same as a file to edit

Exit codes: 0 done, 2 cannot run")]
pub(crate) struct Args {
    /// A resume, a bullet or a pair, as the lists name them
    #[arg(value_name = "NAME", conflicts_with_all = ["stage", "theme"])]
    name: Option<String>,
    /// Only what was written for this career stage
    #[arg(long, value_parser = super::stage())]
    stage: Option<Stage>,
    /// Only lines about this kind of work
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let screen = Screen::of(&io::stdout());
    let text = match (&args.name, &args.theme, args.stage) {
        (Some(name), ..) => named(name, &screen)?,
        (None, None, None) => overview(&screen),
        (None, theme, stage) => {
            let theme = theme.as_deref().map(known_theme).transpose()?;
            list(&Selection { stage, theme }, &screen)
        }
    };
    output::print(&text)?;
    Ok(Exit::Clean)
}

/// What the library calls `name`.
fn named(name: &str, screen: &Screen) -> Result<String, Failure> {
    let library = library();
    if let Some(resume) = library.resume(name) {
        return Ok(resume.yaml.clone());
    }
    if let Some(found) = library.pairs.iter().find(|pair| pair.id == name) {
        return Ok(pair(found, screen));
    }
    if let Some(found) = library.bullets.iter().find(|bullet| bullet.id == name) {
        return Ok(bullet(found, screen));
    }
    if library.themes().contains(name) {
        return Ok(list(
            &Selection { stage: None, theme: library.themes().get(name).copied() },
            screen,
        ));
    }
    let names = (library.resumes.iter().map(|resume| resume.name.as_str()))
        .chain(library.pairs.iter().map(|pair| pair.id.as_str()))
        .chain(library.bullets.iter().map(|bullet| bullet.id.as_str()))
        .chain(library.themes());
    let hint = match nearest(name, names) {
        Some(similar) => format!("did you mean `{similar}`?"),
        None => "`vitae examples` tells what there is".to_owned(),
    };
    Err(Failure::new(format!("there is no example `{name}`")).hint(hint))
}

fn known_theme(theme: &str) -> Result<&'static str, Failure> {
    let themes = library().themes();
    themes.get(theme).copied().ok_or_else(|| {
        let hint = match nearest(theme, themes.iter().copied()) {
            Some(similar) => format!("did you mean `{similar}`?"),
            None => format!("there are: {}", themes.iter().copied().collect::<Vec<_>>().join(", ")),
        };
        Failure::new(format!("there is no theme `{theme}`")).hint(hint)
    })
}

/// The page to begin with: the one called `name`, else the one of `stage`.
pub(super) fn page(name: Option<&str>, stage: Stage) -> Result<&'static str, Failure> {
    let library = library();
    let wanted = name.unwrap_or(stage.as_str());
    library.resume(wanted).map(|resume| resume.yaml.as_str()).ok_or_else(|| {
        let names: Vec<&str> = library.resumes.iter().map(|resume| resume.name.as_str()).collect();
        let hint = match nearest(wanted, names.iter().copied()) {
            Some(similar) => format!("did you mean `{similar}`?"),
            None => format!("there are: {}", names.join(", ")),
        };
        Failure::new(format!("there is no example resume `{wanted}`")).hint(hint)
    })
}
