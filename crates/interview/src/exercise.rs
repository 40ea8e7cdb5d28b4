//! Which coding exercise comes closest to what a job, or a page, is about.

use std::collections::BTreeSet;

use facts::Facts;
use roles::{Question, RolePack, Trigger};

use crate::Desk;

/// Words that exercises are found by: ids of skills and concepts, and categories.
pub(crate) type Topics = BTreeSet<String>;

/// The topics of a text.
pub(crate) fn topics(facts: &Facts, pack: &RolePack) -> Topics {
    let mut topics = Topics::new();
    for found in facts.skills.iter().filter(|found| !found.negated) {
        let skill = pack.vocabulary.skill(found.skill);
        topics.insert(skill.id.as_str().to_owned());
        topics.insert(skill.category.as_str().to_owned());
    }
    topics.extend(facts.concepts.iter().map(|found| found.entry(pack).id.clone()));
    topics
}

/// Exercises with the position of the first text each is about, the closest first. A text speaks
/// for an exercise with its share; one that names the very skill or concept counts twice.
pub(crate) fn exercises<'a>(
    texts: &[(Topics, f64)],
    desk: &Desk<'a>,
) -> Vec<(&'a Question, usize)> {
    let mut found: Vec<(&Question, usize, f64)> = Vec::new();
    for question in &desk.bank.questions {
        let Trigger::Exercise(wanted) = &question.fires else { continue };
        let Some(weight) = desk.bank.weight(question, desk.stage) else { continue };
        let mut sum = 0.0;
        let mut first = None;
        for (at, (topics, share)) in texts.iter().enumerate() {
            let hits = wanted.iter().filter(|word| topics.contains(*word)).count();
            if hits > 0 {
                sum += share * if hits > 1 { 2.0 } else { 1.0 };
                first = first.or(Some(at));
            }
        }
        if let Some(first) = first {
            found.push((question, first, sum * f64::from(weight)));
        }
    }
    // Stable: equal sums keep the order of the data.
    found.sort_by(|one, other| other.2.total_cmp(&one.2));
    found.into_iter().map(|(question, first, _)| (question, first)).collect()
}
