//! For the panel: requirement, quote, question, rubric, round by round.
//!
//! What makes these sheets sees no name, employer, school or place, and no private note: lines,
//! requirements and what one shows of the other.

use resume::coverage::{Coverage, Covered, RequirementKind, Status};
use resume::{Quote, Resume, Stage};
use roles::{Question, RoundId, Rubric};
use serde::Serialize;

use crate::choose::{Candidate, candidates};
use crate::exercise::{Topics, exercises, topics};
use crate::fired::Fact;
use crate::gaps::{in_order, is_shown, open_question};
use crate::line::{Line, Part, lines};
use crate::round::Sheets;
use crate::{Asked, Desk, fill};

/// Sheets for all rounds of an interview.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Kit {
    /// The stage the questions are chosen for.
    pub stage: Stage,
    /// In the order they are held.
    pub rounds: Vec<RoundSheet>,
    /// What answers are judged by: the rubrics of all questions of the rounds.
    pub rubrics: Vec<Rubric>,
    /// Requirements that no question is about: for want of time, or of a question.
    pub left: Vec<WhatFor>,
}

/// One round.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RoundSheet {
    /// Which.
    pub id: RoundId,
    /// For people.
    pub title: String,
    /// How long it takes, as proposed.
    pub minutes: u16,
    /// What is found out in it.
    pub purpose: String,
    /// What is asked, in order.
    pub chains: Vec<Chain>,
}

/// From what the job asks for to what is asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Chain {
    /// The requirement; none for a question about the page alone, or that everybody is asked.
    pub what_for: Option<WhatFor>,
    /// The line of the page it is about.
    pub quote: Option<Quote>,
    /// The question, which names its rubric.
    pub question: Asked,
    /// It may be asked instead of the one before it.
    pub alternative: bool,
}

/// A requirement, as far as a question needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WhatFor {
    /// Id in the job.
    pub id: String,
    /// In the words of the job.
    pub requirement: String,
    /// How much it matters.
    pub kind: RequirementKind,
    /// What the page shows of it.
    pub status: Status,
}

/// A fact that stands in the words that show the requirement is asked about before others.
const IN_QUOTE: i16 = 12;
/// A fact that is the requirement itself is asked about first.
const ON_POINT: i16 = 40;
/// Questions about lines without a job: so many come from the page.
const FROM_PAGE: usize = 6;
/// Work a role further back is asked about later.
const BY_DISTANCE: i16 = 8;

/// Sheets for a job: a question for each requirement, about the words that show it where there are
/// some.
pub fn panel_for_job(resume: &Resume, coverage: &Coverage, desk: &Desk<'_>) -> Kit {
    let lines = lines(resume, desk);
    let mut sheets = Sheets::new(desk);
    let requirements = in_order(coverage);
    for covered in &requirements {
        let chain = about_quote(covered, &lines, desk, &mut sheets).or_else(|| {
            // Shown where nothing can be asked about it: a list of languages, a degree.
            if is_shown(covered) && !covered.quotes.iter().any(|quote| is_line(quote, &lines)) {
                return None;
            }
            let question = open_question(covered, desk, sheets.page())?;
            let what_for = Some(what_for(covered));
            Some(Chain { what_for, quote: None, question, alternative: false })
        });
        match chain {
            Some(chain) => sheets.add(chain),
            None => sheets.leave(what_for(covered)),
        }
    }
    let texts: Vec<(Topics, f64)> = requirements
        .iter()
        .map(|covered| (of_requirement(covered, desk), covered.weight.max(0.01)))
        .collect();
    let found = exercises(&texts, desk).into_iter();
    let found = found.map(|(question, at)| (question, requirements.get(at).map(|c| what_for(c))));
    sheets.exercises(found.collect::<Vec<(&Question, Option<WhatFor>)>>());
    sheets.finish()
}

/// Sheets without a job: what a panel asks about the page.
pub fn panel(resume: &Resume, desk: &Desk<'_>) -> Kit {
    let lines = lines(resume, desk);
    let mut sheets = Sheets::new(desk);
    for (round, most) in [(RoundId::TechnicalScreen, FROM_PAGE), (RoundId::TeamInterview, 3)] {
        for (line, next) in best_lines(&lines, round, most, desk, &mut sheets) {
            sheets.add(chain(None, line, next));
        }
    }
    let texts: Vec<(Topics, f64)> = lines
        .iter()
        .filter(|line| line.part == Part::Bullet)
        .map(|line| (topics(&line.facts, desk.pack), 1.0))
        .collect();
    let found = exercises(&texts, desk).into_iter().map(|(question, _)| (question, None));
    sheets.exercises(found.collect());
    sheets.finish()
}

/// For each of the lines most worth asking about in a round its first question, in page order.
fn best_lines<'a, 'l>(
    lines: &'l [Line<'l>],
    round: RoundId,
    most: usize,
    desk: &Desk<'a>,
    sheets: &mut Sheets<'a, '_>,
) -> Vec<(&'l Line<'l>, Asked)> {
    let mut fitting: Vec<(usize, Vec<Candidate<'a>>)> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.part == Part::Bullet) {
        let mut all = candidates(line, desk);
        all.retain(|candidate| candidate.question.round == round);
        if !all.is_empty() {
            fitting.push((at, all));
        }
    }
    let key = |(at, all): &(usize, Vec<Candidate<'_>>)| {
        let distance = i16::try_from(lines[*at].distance).unwrap_or(i16::MAX);
        all[0].weight.saturating_sub(distance.saturating_mul(BY_DISTANCE))
    };
    fitting.sort_by_key(|one| std::cmp::Reverse(key(one)));
    let mut chosen = Vec::new();
    for (at, all) in fitting {
        if chosen.len() == most {
            break;
        }
        let page = sheets.page();
        if let Some(next) = page.next(&all, &[], 1) {
            page.take(next);
            chosen.push((at, next.asked.clone()));
        }
    }
    chosen.sort_by_key(|(at, _)| *at);
    chosen.into_iter().map(|(at, asked)| (&lines[at], asked)).collect()
}

/// A question about the line that shows a requirement.
fn about_quote<'a>(
    covered: &Covered,
    lines: &[Line<'_>],
    desk: &Desk<'a>,
    sheets: &mut Sheets<'a, '_>,
) -> Option<Chain> {
    if !is_shown(covered) {
        return None;
    }
    let wanted = of_requirement(covered, desk);
    for quote in &covered.quotes {
        let Some(line) = lines.iter().find(|line| line.path == quote.path) else { continue };
        let mut fitting = candidates(line, desk);
        for candidate in &mut fitting {
            let words = &candidate.fired.words;
            let is_whole = *words == (0..line.text.len());
            let in_quote = words.start < quote.range.end && quote.range.start < words.end;
            if in_quote && !is_whole {
                candidate.weight = candidate.weight.saturating_add(IN_QUOTE);
            }
            if is_wanted(&candidate.fired.fact, &wanted, desk) {
                candidate.weight = candidate.weight.saturating_add(ON_POINT);
            }
        }
        fitting.sort_by_key(|candidate| std::cmp::Reverse(candidate.weight));
        let page = sheets.page();
        if let Some(next) = page.next(&fitting, &[], 1) {
            page.take(next);
            return Some(chain(Some(what_for(covered)), line, next.asked.clone()));
        }
    }
    None
}

fn is_line(quote: &Quote, lines: &[Line<'_>]) -> bool {
    lines.iter().any(|line| line.path == quote.path)
}

/// True when a fact is what the requirement names.
fn is_wanted(fact: &Fact, wanted: &Topics, desk: &Desk<'_>) -> bool {
    match fact {
        Fact::Skill(skill) => wanted.contains(desk.pack.vocabulary.skill(*skill).id.as_str()),
        Fact::Concept(concept) => wanted.contains(&desk.pack.concepts[*concept].id),
        _ => false,
    }
}

/// What a requirement is about: its skills, and what its words name.
fn of_requirement(covered: &Covered, desk: &Desk<'_>) -> Topics {
    let mut all = topics(&facts::Facts::read(&covered.text, desk.pack), desk.pack);
    for skill in &covered.skills {
        if let Some(id) = desk.pack.vocabulary.by_id(&skill.skill) {
            let skill = desk.pack.vocabulary.skill(id);
            all.insert(skill.id.as_str().to_owned());
            all.insert(skill.category.as_str().to_owned());
        }
    }
    all
}

fn chain(what_for: Option<WhatFor>, line: &Line<'_>, question: Asked) -> Chain {
    let quote = Some(fill::quote(&line.path, line.text, 0..line.text.len()));
    Chain { what_for, quote, question, alternative: false }
}

fn what_for(covered: &Covered) -> WhatFor {
    WhatFor {
        id: covered.id.clone(),
        requirement: covered.text.clone(),
        kind: covered.kind,
        status: covered.status,
    }
}
