//! One thing that is asked for, with all the ways to show it: the best of them counts.

use facts::requirement::{AnyOf, Asked, Requirement};
use resume::coverage::{SkillCoverage, Status};

use crate::found::{Eye, Link, Way};
use crate::literal::{stands, written};
use crate::requirement::Desk;
use crate::weights;

/// A part of a requirement that is shown or not.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) coverage: SkillCoverage,
    /// What is shown is a kind of what is asked for, which leaves nothing to do.
    pub(crate) is_kind: bool,
    /// Its share beside others of the requirement.
    pub(crate) weight: f64,
    /// Counts as missing, should it be a must.
    pub(crate) is_missing: bool,
    /// The skill whose ways were taken; `None` for a concept.
    pub(crate) skill: Option<roles::SkillId>,
}

impl Desk<'_> {
    /// Skills of which one is enough. `months` of use are wanted.
    pub(crate) fn any_of(
        &self,
        requirement: &Requirement,
        group: &AnyOf,
        months: Option<u32>,
    ) -> Option<Element> {
        let weight = weights::of_group(group, self.pack);
        let each = group.0.iter().map(|asked| self.one(requirement, asked, weight, months));
        let better = |best: Element, other: Element| {
            let key = |one: &Element| (one.coverage.credit, !one.is_missing);
            if key(&other) > key(&best) { other } else { best }
        };
        let mut best = each.reduce(better)?;
        let others = group.0.iter().filter(|asked| Some(asked.skill) != best.skill);
        let names = others.map(|asked| self.pack.vocabulary.skill(asked.skill).name.to_string());
        best.coverage.alternatives = names.collect();
        best.weight = weight;
        Some(best)
    }

    fn one(
        &self,
        requirement: &Requirement,
        asked: &Asked,
        weight: f64,
        months: Option<u32>,
    ) -> Element {
        let skill = self.pack.vocabulary.skill(asked.skill);
        let name = written(requirement, asked);
        let name = if name.is_empty() { skill.name.as_str() } else { name };
        let eye = self.eye();
        let as_word = weights::as_word(skill.category, weight);
        let ways = eye.skill(asked.skill, name, asked.is_example, as_word);
        let literal = stands(self.page, name);
        let mut coverage = SkillCoverage {
            skill: skill.id.to_string(),
            name: name.to_owned(),
            literal,
            ..blank()
        };
        if let Some(best) = ways.first() {
            coverage.shown_as = self.shown_as(eye, best, name);
            coverage.status = status(best, literal || coverage.shown_as.is_none());
            (coverage.months, coverage.last_used) = eye.used(&ways);
            coverage.credit = best.credit * of_years(coverage.months, months);
            coverage.quotes = eye.quotes(best);
        } else if self.master().is_some_and(|whole| {
            whole
                .skill(asked.skill, name, asked.is_example, as_word)
                .iter()
                .any(|way| way.link != Link::Related)
        }) {
            coverage.status = Status::InMasterOnly;
        }
        let is_missing = match coverage.status {
            Status::Related => !asked.is_example,
            status => !status.is_on_page(),
        };
        let is_kind = ways.first().is_some_and(|way| way.link == Link::Kind);
        Element { coverage, is_kind, weight, is_missing, skill: Some(asked.skill) }
    }

    /// A technique by its position in the pack.
    pub(crate) fn technique(&self, requirement: &Requirement, at: usize) -> Element {
        let concept = &self.pack.concepts[at];
        // In the words of the job.
        let words = roles::words(&requirement.text);
        let named = self.pack.concept_phrases.find(&words).into_iter().find(|one| one.value == at);
        let named = named.and_then(|one| {
            let (first, last) = (words.get(one.words.start)?, words.get(one.words.end - 1)?);
            requirement.text.get(first.start..last.end)
        });
        let eye = self.eye();
        let mut coverage = SkillCoverage {
            skill: concept.id.clone(),
            name: named.unwrap_or(&concept.name).to_owned(),
            ..blank()
        };
        if let Some(way) = eye.concept(at) {
            coverage.status = status(&way, true);
            coverage.credit = way.credit;
            coverage.quotes = eye.quotes(&way);
            (coverage.months, coverage.last_used) = eye.used(std::slice::from_ref(&way));
        } else if self.master().is_some_and(|whole| whole.concept(at).is_some()) {
            coverage.status = Status::InMasterOnly;
        }
        let is_missing = !coverage.status.is_on_page();
        Element { coverage, is_kind: false, weight: weights::TECHNIQUE, is_missing, skill: None }
    }

    /// The name the page uses, when it is not that of the job.
    fn shown_as(&self, eye: Eye<'_>, way: &Way, name: &str) -> Option<String> {
        if way.link != Link::Itself && !way.is_title {
            return way.skill.map(|skill| self.pack.vocabulary.skill(skill).name.to_string());
        }
        let places = if way.claims.is_empty() { &way.named } else { &way.claims };
        let mut words = places.iter().map(|place| eye.words(place));
        // `Terraform modules` has the name in it.
        if words.clone().any(|word| is_same_name(word, name) || is_within(name, word)) {
            return None;
        }
        words.next().map(str::to_owned)
    }
}

fn status(way: &Way, is_own_name: bool) -> Status {
    match way.link {
        Link::Related => Status::Related,
        _ if way.claims.is_empty() => Status::ListedOnly,
        _ if way.is_stale => Status::Stale,
        Link::Kind | Link::Takes => Status::Implied,
        Link::Itself if is_own_name => Status::Proved,
        Link::Itself => Status::OtherName,
    }
}

fn blank() -> SkillCoverage {
    SkillCoverage {
        skill: String::new(),
        name: String::new(),
        status: Status::NotStated,
        credit: 0.0,
        alternatives: Vec::new(),
        shown_as: None,
        quotes: Vec::new(),
        months: None,
        last_used: None,
        literal: false,
    }
}

/// What is left when fewer months are shown than wanted.
fn of_years(shown: Option<u32>, wanted: Option<u32>) -> f64 {
    let Some(wanted) = wanted.filter(|wanted| *wanted > 0) else { return 1.0 };
    let share = (f64::from(shown.unwrap_or(0)) / f64::from(wanted)).min(1.0);
    weights::WITHOUT_YEARS + (1.0 - weights::WITHOUT_YEARS) * share
}

/// True when a longer name has this one in it as words of their own.
fn is_within(name: &str, longer: &str) -> bool {
    let (name, longer) = (roles::words(name), roles::words(longer));
    !name.is_empty()
        && longer
            .windows(name.len())
            .any(|part| part.iter().zip(&name).all(|(one, other)| one.norm == other.norm))
}

/// Case, blanks, hyphens, dots and a plural do not make another name.
fn is_same_name(a: &str, b: &str) -> bool {
    let key = |name: &str| {
        let letters = name.chars().filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#'));
        let mut key: String = letters.flat_map(char::to_lowercase).collect();
        if key.len() > 3 && key.ends_with('s') {
            key.pop();
        }
        key
    };
    key(a) == key(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_makes_no_other_name() {
        let check =
            |a: &str, b: &str, expected| assert_eq!(is_same_name(a, b), expected, "{a} {b}");
        check("PostgreSQL", "postgresql", true);
        check("Node.js", "NodeJS", true);
        check("REST APIs", "REST API", true);
        check("CI/CD", "CI-CD", true);
        check("Postgres", "PostgreSQL", false);
        check("C++", "C", false);
        check("K8s", "Kubernetes", false);
    }
}
