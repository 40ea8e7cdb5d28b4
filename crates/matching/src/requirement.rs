//! One requirement: its skills, techniques, years, degree and language put together.

use facts::requirement::{AnyOf, Asked, Degree, DegreeLevel, Requirement, SpokenLanguage};
use resume::Quote;
use resume::coverage::{Covered, RequirementKind, Status, span};
use roles::{Listed, PhraseSet, RolePack, WordList, words};

use crate::action::action;
use crate::asked::Element;
use crate::copied::Phrases;
use crate::evidence::Evidence;
use crate::found::{Eye, MOST_QUOTES};
use crate::reading::key;
use crate::weights;

/// What a job is compared with.
pub(crate) struct Desk<'a> {
    pub(crate) page: &'a Evidence,
    pub(crate) master: Option<&'a Evidence>,
    pub(crate) pack: &'a RolePack,
    pub(crate) job: &'a Phrases,
}

/// A part of a requirement that is no skill.
#[derive(Debug, Default)]
struct Other {
    weight: f64,
    credit: f64,
    missing: bool,
    status: Option<Status>,
    quote: Option<Quote>,
    note: Option<String>,
}

impl<'a> Desk<'a> {
    pub(crate) fn eye(&self) -> Eye<'a> {
        Eye { page: self.page, pack: self.pack, job: self.job }
    }

    pub(crate) fn master(&self) -> Option<Eye<'a>> {
        Some(Eye { page: self.master?, ..self.eye() })
    }

    pub(crate) fn cover(&self, requirement: &Requirement) -> Covered {
        let months = requirement.years.as_ref().and_then(|years| years.min);
        let months = months.map(|years| years.saturating_mul(12));
        let groups = with_examples(requirement);
        let mut elements: Vec<Element> =
            groups.iter().filter_map(|group| self.any_of(requirement, group, months)).collect();
        for concept in &requirement.concepts {
            let at = self.pack.concepts.iter().position(|known| known.id == *concept);
            let named = elements.iter().any(|element| element.coverage.skill == *concept);
            elements.extend(at.filter(|_| !named).map(|at| self.technique(requirement, at)));
        }
        let mut others = Vec::new();
        others.extend(requirement.degree.as_ref().map(|degree| self.degree(degree)));
        others.extend(requirement.language.as_ref().map(|language| self.language(language)));
        let mut notes = Vec::new();
        if let Some(months) = months {
            if elements.is_empty() && others.is_empty() {
                others.push(self.years(months));
            } else {
                notes.extend(of_years(&elements, months));
            }
        }
        notes.extend(others.iter_mut().filter_map(|other| other.note.take()));
        let (weight, credit, missing) = sums(&elements, &others);
        let is_must = requirement.kind == RequirementKind::Must;
        let statuses = elements.iter().map(|element| element.coverage.status);
        let statuses: Vec<Status> =
            statuses.chain(others.iter().filter_map(|other| other.status)).collect();
        let status = match statuses.as_slice() {
            [] if is_soft(&requirement.text, self.pack) => Status::Unverifiable,
            [] => {
                notes.push("it names nothing that can be looked up; read the page for it".into());
                Status::NotCompared
            }
            statuses => all_in_all(statuses),
        };
        let mut quotes: Vec<Quote> = Vec::new();
        let shown = elements.iter().flat_map(|element| &element.coverage.quotes);
        for quote in shown.chain(others.iter().filter_map(|other| other.quote.as_ref())) {
            if !quotes.contains(quote) {
                quotes.push(quote.clone());
            }
        }
        quotes.truncate(MOST_QUOTES.max(elements.len()));
        let action = action(self, &elements);
        Covered {
            id: requirement.id.clone(),
            path: requirement.path.clone(),
            range: requirement.range.clone(),
            line: None,
            text: requirement.text.clone(),
            kind: requirement.kind,
            // Beside the others of its kind; the share of the whole when all are known.
            weight,
            status,
            credit,
            missing: if is_must { missing } else { 0.0 },
            skills: elements.into_iter().map(|element| element.coverage).collect(),
            quotes,
            notes,
            action,
        }
    }

    /// Years of work of any kind.
    fn years(&self, wanted: u32) -> Other {
        Other { weight: weights::YEARS_ALONE, ..self.shown_years(wanted) }
    }

    fn shown_years(&self, wanted: u32) -> Other {
        let shown = self.page.months_of_work();
        if wanted == 0 || shown >= wanted {
            let note = Some(format!("the page dates {} of work", span(shown)));
            return Other { credit: 1.0, status: Some(Status::Proved), note, ..Other::default() };
        }
        if shown == 0 {
            let note = Some("the page dates no work".to_owned());
            return Other { status: Some(Status::NotStated), note, ..Other::default() };
        }
        let credit = 0.5 + 0.5 * f64::from(shown) / f64::from(wanted);
        let note = format!("asks for {}; the page dates {} of work", span(wanted), span(shown));
        Other { credit, status: Some(Status::Partly), note: Some(note), ..Other::default() }
    }

    fn degree(&self, degree: &Degree) -> Other {
        Other { weight: weights::DEGREE, ..self.shown_degree(degree) }
    }

    fn shown_degree(&self, degree: &Degree) -> Other {
        let level = |held: &&crate::evidence::Held| {
            held.level >= degree.level || degree.level == DegreeLevel::Any
        };
        if let Some(held) = self.page.degrees.iter().find(level) {
            let quote = Quote {
                path: held.path.clone(),
                range: 0..held.kind.len(),
                text: held.kind.clone(),
                line: None,
            };
            let status = Some(Status::Proved);
            return Other { credit: 1.0, status, quote: Some(quote), ..Other::default() };
        }
        if !degree.or_equivalent {
            let note = Some("the page states no such degree".to_owned());
            let status = Some(Status::NotStated);
            return Other { missing: true, status, note, ..Other::default() };
        }
        let (shown, wanted) = (self.page.months_of_work(), weights::YEARS_FOR_DEGREE * 12);
        let credit = (f64::from(shown) / f64::from(wanted)).min(1.0);
        let status = match shown {
            0 => Status::NotStated,
            shown if shown < wanted => Status::Partly,
            _ => Status::Proved,
        };
        let note = format!("no such degree; {} of dated work may stand for it", span(shown));
        Other { credit, status: Some(status), note: Some(note), ..Other::default() }
    }

    fn language(&self, language: &SpokenLanguage) -> Other {
        Other { weight: weights::LANGUAGE, ..self.shown_language(language) }
    }

    fn shown_language(&self, language: &SpokenLanguage) -> Other {
        let wanted = key(&language.name);
        let Some(spoken) = self.page.languages.iter().find(|spoken| spoken.name.contains(&wanted))
        else {
            let note =
                Some(format!("the page does not say that its author speaks {}", language.name));
            let status = Some(Status::NotStated);
            return Other { missing: true, status, note, ..Other::default() };
        };
        let quote = spoken.stated.as_ref().map(|(path, text)| Quote {
            path: path.clone(),
            range: 0..text.len(),
            text: text.clone(),
            line: None,
        });
        let note = quote.is_none().then(|| format!("the page is written in {}", language.name));
        Other { credit: 1.0, status: Some(Status::Proved), quote, note, ..Other::default() }
    }
}

/// The groups of a requirement; examples join the kind they stand for: of `message queues such as
/// Kafka` either is enough.
fn with_examples(requirement: &Requirement) -> Vec<AnyOf> {
    let mut groups: Vec<AnyOf> = Vec::with_capacity(requirement.skills.len());
    for group in &requirement.skills {
        let joins = groups.last().is_some_and(|before| {
            let from = before.0.iter().map(|asked| asked.range.end).max();
            let to = group.0.iter().map(|asked| asked.range.start).min();
            let of = |at: usize| at.checked_sub(requirement.range.start);
            let between = from.and_then(of).zip(to.and_then(of));
            let between = between.and_then(|(from, to)| requirement.text.get(from..to));
            between.is_some_and(|between| {
                let words = words(between);
                let named = group.0.iter().all(|asked| asked.is_example)
                    || words.iter().any(|word| EXAMPLE.lists(&word.norm));
                named && words.iter().all(|word| BEFORE_EXAMPLES.lists(&word.norm))
            })
        });
        match groups.last_mut().filter(|_| joins) {
            Some(before) => {
                let examples = group.0.iter().cloned();
                before.0.extend(examples.map(|asked| Asked { is_example: true, ..asked }));
            }
            None => groups.push(group.clone()),
        }
    }
    groups
}

/// Words between a kind and its examples.
const BEFORE_EXAMPLES: WordList<11> = WordList::new([
    "such", "as", "like", "e", "g", "eg", "for", "example", "instance", "including", "include",
]);

/// Those of them that say that examples follow.
const EXAMPLE: WordList<8> =
    WordList::new(["such", "like", "g", "eg", "example", "instance", "including", "include"]);

/// Words of what no page can show: a permit, a willingness.
const PERMITS: WordList<20> = WordList::new([
    "authorized", "authorization", "visa", "sponsorship", "clearance", "citizen", "citizenship",
    "eligible", "permit", "willing", "willingness", "travel", "relocate", "relocation", "commute",
    "available", "availability", "flexible", "onsite", "license",
]);

/// True for a trait, a soft skill, a permit or a willingness.
fn is_soft(text: &str, pack: &RolePack) -> bool {
    let words = words(text);
    let named = |list: &PhraseSet| !list.find(&words).is_empty();
    named(&pack.lists.soft_skills)
        || named(&pack.lists.traits)
        || words.iter().any(|word| PERMITS.lists(&word.norm))
}

/// The weight of all parts together, the mean of their credits, and the share that is missing.
fn sums(elements: &[Element], others: &[Other]) -> (f64, f64, f64) {
    let of_elements = elements
        .iter()
        .map(|element| (element.weight, element.coverage.credit, element.is_missing));
    let of_others = others.iter().map(|other| (other.weight, other.credit, other.missing));
    let (mut all, mut credits, mut missed) = (0.0, 0.0, 0.0);
    for (weight, credit, missing) in of_elements.chain(of_others) {
        all += weight;
        credits += weight * credit;
        missed += if missing { weight } else { 0.0 };
    }
    if all > 0.0 { (all, credits / all, missed / all) } else { (0.0, 0.0, 0.0) }
}

/// What is open about the years of what is shown.
fn of_years(elements: &[Element], wanted: u32) -> Option<String> {
    let shown = elements.iter().filter(|element| element.coverage.status.is_on_page());
    let short = shown.filter(|element| element.coverage.months.unwrap_or(0) < wanted);
    let each = short.map(|element| {
        let months = element.coverage.months.map_or("no work".to_owned(), span);
        format!("{months} of {}", element.coverage.name)
    });
    let each: Vec<String> = each.collect();
    (!each.is_empty())
        .then(|| format!("asks for {}; the page dates {}", span(wanted), each.join(", ")))
}

fn all_in_all(statuses: &[Status]) -> Status {
    let shown = |status: &&Status| **status <= Status::Stale;
    let weakest = statuses.iter().copied().max().unwrap_or(Status::NotCompared);
    let strongest = statuses.iter().copied().min().unwrap_or(Status::NotCompared);
    match statuses.iter().filter(shown).count() {
        all if all == statuses.len() => weakest,
        0 if weakest == strongest || !strongest.is_on_page() => strongest,
        _ => Status::Partly,
    }
}
