//! What must hold between the values of the question files, beyond their shape.

use std::collections::BTreeSet;

use super::{
    Piece, QUESTION_FILES, Question, QuestionBank, QuestionsFile, RUBRICS, Round, RoundId, Rubric,
    Trigger,
};
use crate::load::files::Files;
use crate::{Category, PackError, RolePack};

/// Runs all checks; the error names the first file that breaks one.
pub(super) fn everything(
    bank: &QuestionBank,
    pack: &RolePack,
    files: &Files,
) -> Result<(), PackError> {
    rubrics(&bank.rubrics, &bank.rounds).map_err(|reason| files.invalid(RUBRICS, reason))?;
    let (mut ids, mut texts) = (BTreeSet::new(), BTreeSet::new());
    for name in QUESTION_FILES {
        for question in files.parse::<QuestionsFile>(name)?.question {
            let Question { id, text, .. } = &question;
            let checked = check(&question, bank, pack).and_then(|()| {
                let known = texts.contains(text);
                (ids.insert(id.clone()) && !known).then_some(()).ok_or("stands twice".to_owned())
            });
            checked.map_err(|reason| files.invalid(name, format!("question `{id}`: {reason}")))?;
            texts.insert(question.text);
        }
    }
    let asked = |rubric: &&Rubric| bank.questions.iter().any(|one| one.family == rubric.id);
    match bank.rubrics.iter().find(|rubric| !asked(rubric)) {
        Some(idle) => {
            Err(files.invalid(RUBRICS, format!("no question is of the family `{}`", idle.id)))
        }
        None => Ok(()),
    }
}

fn rubrics(rubrics: &[Rubric], rounds: &[Round]) -> Result<(), String> {
    let all = [RoundId::TechnicalScreen, RoundId::CodingExercise, RoundId::TeamInterview];
    if !rounds.iter().map(|round| round.id).eq(all) {
        return Err("each round is described once, in the order they are held".to_owned());
    }
    if rounds.iter().any(|round| is_blank(&[&round.title, &round.purpose]) || round.minutes == 0) {
        return Err("a round needs a title, minutes and a purpose".to_owned());
    }
    let mut ids = BTreeSet::new();
    for Rubric { id, title, anchors, flags, .. } in rubrics {
        if !is_kebab(id) || !ids.insert(id) {
            return Err(format!("rubric `{id}`: the id is not in kebab-case, or stands twice"));
        }
        let mut texts: Vec<&str> = vec![title];
        texts.extend(anchors.iter().chain(flags).map(String::as_str));
        if is_blank(&texts) || flags.is_empty() {
            return Err(format!("rubric `{id}`: a text is empty, or there is no flag"));
        }
        if anchors.iter().collect::<BTreeSet<_>>().len() != anchors.len() {
            return Err(format!("rubric `{id}`: two anchors are the same"));
        }
    }
    Ok(())
}

fn check(question: &Question, bank: &QuestionBank, pack: &RolePack) -> Result<(), String> {
    let Question { id, fires, family, stages: [first, last], weight, text, shows, .. } = question;
    if !is_kebab(id) {
        return Err("the id is not in kebab-case".to_owned());
    }
    if bank.rubric(family).is_none() {
        return Err(format!("no rubric has the id `{family}`"));
    }
    if first > last {
        return Err(format!("asked from `{first}` to `{last}`"));
    }
    if !(1..=100).contains(weight) {
        return Err(format!("the weight {weight} is not from 1 to 100"));
    }
    if is_blank(&[text, shows]) || text.contains("  ") || !text.ends_with(['.', '?']) {
        return Err("the text is no sentence, or says nothing".to_owned());
    }
    trigger(fires, pack)?;
    for piece in question.pieces() {
        match piece {
            Piece::Unknown(name) => return Err(format!("there is no slot `{name}`")),
            Piece::Slot(slot) if !slot.fits(fires) => {
                return Err(format!("what fires it has no words for `{}`", slot.as_str()));
            }
            Piece::Slot(_) | Piece::Words(_) => {}
        }
    }
    Ok(())
}

/// What a trigger names exists, once.
fn trigger(trigger: &Trigger, pack: &RolePack) -> Result<(), String> {
    let concept = |id: &str| pack.concepts.iter().any(|concept| concept.id == id);
    let skill = |id: &str| pack.vocabulary.by_id(id).is_some();
    match trigger {
        Trigger::Concepts(ids) => names("concept", ids, concept),
        Trigger::Skills(ids) => names("skill", ids, skill),
        Trigger::Verbs(lemmas) => {
            names("verb", lemmas, |lemma| pack.verbs.iter().any(|verb| verb.lemma == lemma))
        }
        Trigger::Exercise(ids) => names("skill, concept or category", ids, |id| {
            concept(id) || skill(id) || Category::is_word(id)
        }),
        Trigger::Listed(list) | Trigger::Requirement(list) => {
            let once: BTreeSet<Category> = list.iter().copied().collect();
            (once.len() == list.len()).then_some(()).ok_or("a category stands twice".to_owned())
        }
        _ => Ok(()),
    }
}

fn names(kind: &str, ids: &[String], is_known: impl Fn(&str) -> bool) -> Result<(), String> {
    if ids.is_empty() {
        return Err(format!("it names no {kind}"));
    }
    let mut seen = BTreeSet::new();
    for id in ids {
        if !is_known(id) {
            return Err(format!("there is no {kind} `{id}`"));
        }
        if !seen.insert(id) {
            return Err(format!("{kind} `{id}` stands twice"));
        }
    }
    Ok(())
}

fn is_blank(texts: &[&str]) -> bool {
    texts.iter().any(|text| text.trim().is_empty())
}

fn is_kebab(id: &str) -> bool {
    let lower = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    id.split('-').all(|part| !part.is_empty() && part.chars().all(lower))
}
