//! `vitae explain`: what a rule looks for and why.

use resume::Severity;

use crate::exit::{Exit, Failure};
use crate::nearest::nearest;
use crate::output::{self, markdown, rules};

/// Tell what a rule looks for and why; without a rule, list them all.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae explain
  vitae explain weak-opening")]
pub(crate) struct Args {
    /// A rule, as named in brackets in a report
    #[arg(value_name = "RULE")]
    rule: Option<String>,
}

/// What is known of a rule, of the reader or of the linter.
pub(crate) struct Doc {
    /// Kebab-case name.
    pub(crate) id: &'static str,
    /// How much its findings matter.
    pub(crate) severity: Severity,
    /// One line.
    pub(crate) summary: &'static str,
    /// Everything, as Markdown.
    pub(crate) text: String,
}

/// All rules in alphabetical order.
fn docs() -> Vec<Doc> {
    let reader = extract::reader_rules().iter().map(|rule| Doc {
        id: rule.id,
        severity: rule.severity,
        summary: rule.summary,
        text: rule.docs_markdown.to_owned(),
    });
    let linter = lint::rules().iter().map(|rule| Doc {
        id: rule.id,
        severity: rule.severity,
        summary: rule.summary(),
        text: rule.text(),
    });
    let mut docs: Vec<_> = reader.chain(linter).collect();
    docs.sort_by_key(|doc| doc.id);
    docs
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let docs = docs();
    let Some(wanted) = &args.rule else {
        output::print(&rules::list(&docs))?;
        return Ok(Exit::Clean);
    };
    let Some(doc) = docs.iter().find(|doc| doc.id == wanted) else {
        let hint = match nearest(wanted, docs.iter().map(|doc| doc.id)) {
            Some(similar) => format!("did you mean `{similar}`?"),
            None => "`vitae explain` lists all rules".to_owned(),
        };
        return Err(Failure::new(format!("there is no rule `{wanted}`")).hint(hint));
    };
    output::print(&(rules::title(doc) + &markdown::render(&doc.text)))?;
    Ok(Exit::Clean)
}
