//! `unsure-reading`: a field was read, but something else on the page was nearly as likely.

use resume::{Finding, Severity};

use super::{Read, quoted};
use crate::fields::Action;

pub(crate) fn check(read: &Read<'_>) -> Vec<Finding> {
    let unsure = read.decisions.iter().filter(|decision| decision.action() == Action::Review);
    let finding = |decision: &crate::fields::Decision| {
        let best = decision.candidates.first()?;
        let message =
            format!("{} was taken for this field, without being sure", quoted(&best.text, 50));
        let hint = match decision.candidates.get(1) {
            Some(other) => format!("it might be {}, too", quoted(&other.text, 50)),
            None => "look whether it is what stands on the page".to_owned(),
        };
        Some(
            Finding::new("unsure-reading", Severity::Info, decision.path.clone(), message)
                .hint(hint),
        )
    };
    unsure.filter_map(finding).collect()
}
