//! `vitae explain`: what a rule looks for and why, what a criterion counts.

use roles::RolePack;
use workbench::line::pairs_that_break;
use workbench::nearest;
use workbench::rules::{criterion, docs};

use crate::exit::{Exit, Failure};
use crate::output::{self, commands, markdown, rules};

/// Tell what a rule looks for, or what a criterion of the grade counts; without a name, list them
/// all.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae explain
  vitae explain weak-opening
  vitae explain E1")]
pub(crate) struct Args {
    /// A rule, as named in brackets in a report, or a criterion, such as E1
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let docs = docs();
    let criteria = &RolePack::backend_engineer().needs.criterion;
    let Some(wanted) = &args.name else {
        output::print(&rules::list(&docs, criteria))?;
        return Ok(Exit::Clean);
    };
    if let Some(spec) = criteria.iter().find(|spec| spec.id.eq_ignore_ascii_case(wanted)) {
        let text = markdown::render(&criterion(spec, criteria));
        output::print(&(rules::criterion_title(spec) + &text))?;
        return Ok(Exit::Clean);
    }
    let Some(doc) = docs.iter().find(|doc| doc.id == wanted) else {
        let hint = match nearest(wanted, docs.iter().map(|doc| doc.id)) {
            Some(similar) => format!("did you mean `{similar}`?"),
            None => "`vitae explain` lists all rules and criteria".to_owned(),
        };
        return Err(Failure::new(format!("there is no rule `{wanted}`")).hint(hint));
    };
    let pairs = pairs_that_break(doc.id);
    let more = commands::of_rule(doc.id).map(|more| format!("\n{more}\n")).unwrap_or_default();
    output::print(
        &(rules::title(doc) + &markdown::render(&doc.text) + &more + &rules::pairs(pairs)),
    )?;
    Ok(Exit::Clean)
}
