//! The sheets of the rounds: what fits into the time, and which rubrics belong to it.

use resume::coverage::RequirementKind;
use roles::{Question, RoundId, Rubric, Trigger};

use crate::choose::Page;
use crate::panel::{Chain, Kit, RoundSheet, WhatFor};
use crate::{Desk, fill};

/// Minutes a question takes with its follow-ups.
const MINUTES: usize = 7;
/// Questions that everybody is asked, in a round of talk.
const EVERYONE: usize = 2;

/// Sheets being filled.
pub(crate) struct Sheets<'a, 'd> {
    desk: &'d Desk<'a>,
    page: Page<'a>,
    rounds: Vec<RoundSheet>,
    left: Vec<WhatFor>,
}

impl<'a, 'd> Sheets<'a, 'd> {
    /// Empty sheets for all rounds of the role.
    pub(crate) fn new(desk: &'d Desk<'a>) -> Self {
        let rounds = desk.bank.rounds.iter();
        let sheets = rounds
            .map(|round| RoundSheet {
                id: round.id,
                title: round.title.clone(),
                minutes: round.minutes,
                purpose: round.purpose.clone(),
                chains: Vec::new(),
            })
            .collect();
        Self { desk, page: Page::default(), rounds: sheets, left: Vec::new() }
    }

    /// What was asked so far.
    pub(crate) fn page(&mut self) -> &mut Page<'a> {
        &mut self.page
    }

    /// True when the round has time for one more question about a requirement or a line.
    pub(crate) fn has_room(&self, round: RoundId) -> bool {
        self.rounds
            .iter()
            .filter(|sheet| sheet.id == round)
            .any(|sheet| sheet.chains.len() + EVERYONE < usize::from(sheet.minutes) / MINUTES)
    }

    /// Adds a chain to the round of its question. A must-have is always asked about; the rest as
    /// long as there is time.
    pub(crate) fn add(&mut self, chain: Chain) {
        let must = chain.what_for.as_ref().is_some_and(|what| what.kind == RequirementKind::Must);
        let round = chain.question.round;
        if !must && !self.has_room(round) {
            self.left.extend(chain.what_for);
            return;
        }
        if let Some(sheet) = self.rounds.iter_mut().find(|sheet| sheet.id == round) {
            sheet.chains.push(chain);
        }
    }

    /// Notes a requirement that no question is about.
    pub(crate) fn leave(&mut self, what_for: WhatFor) {
        self.left.push(what_for);
    }

    /// Adds the exercises: the first to be held, the second to choose from.
    pub(crate) fn exercises(&mut self, found: Vec<(&'a Question, Option<WhatFor>)>) {
        for (at, (question, what_for)) in found.into_iter().take(2).enumerate() {
            let Some(question) = self.plain(question) else { continue };
            let alternative = at > 0;
            if let Some(sheet) = self.rounds.iter_mut().find(|s| s.id == RoundId::CodingExercise) {
                sheet.chains.push(Chain { what_for, quote: None, question, alternative });
            }
        }
    }

    /// A question without slots, as it is asked.
    fn plain(&mut self, question: &'a Question) -> Option<crate::Asked> {
        self.page.take_id(question);
        fill::with(question, |_| None)
    }

    /// Adds what everybody is asked, and puts the rubrics together.
    pub(crate) fn finish(mut self) -> Kit {
        let rounds: Vec<RoundId> = self.rounds.iter().map(|sheet| sheet.id).collect();
        for round in rounds {
            let mut everyone: Vec<(&Question, i16)> = Vec::new();
            for question in &self.desk.bank.questions {
                let weight = self.desk.bank.weight(question, self.desk.stage);
                if let Some(weight) = weight.filter(|_| question.fires == Trigger::Everyone(round))
                {
                    everyone.push((question, weight));
                }
            }
            everyone.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
            let filled = |sheets: &[RoundSheet]| {
                let sheet = sheets.iter().find(|sheet| sheet.id == round);
                sheet.map_or(0, |sheet| sheet.chains.len())
            };
            for (question, _) in everyone {
                let minutes = self.rounds.iter().find(|sheet| sheet.id == round);
                let most = minutes.map_or(0, |sheet| usize::from(sheet.minutes) / MINUTES);
                // An exercise chosen for the job takes the place of the general one.
                let spare =
                    self.has_family(round, &question.family) && round == RoundId::CodingExercise;
                let asked_enough = filled(&self.rounds) >= most;
                let own = self.own_everyone(round);
                if spare || asked_enough && own >= EVERYONE {
                    continue;
                }
                let Some(question) = self.plain(question) else { continue };
                let chain = Chain { what_for: None, quote: None, question, alternative: false };
                if let Some(sheet) = self.rounds.iter_mut().find(|sheet| sheet.id == round) {
                    sheet.chains.push(chain);
                }
            }
        }
        let rubrics = self.rubrics();
        Kit { stage: self.desk.stage, rounds: self.rounds, rubrics, left: self.left }
    }

    /// True when a question of the family is asked in the round.
    fn has_family(&self, round: RoundId, family: &str) -> bool {
        let sheet = self.rounds.iter().find(|sheet| sheet.id == round);
        sheet.is_some_and(|sheet| sheet.chains.iter().any(|chain| chain.question.rubric == family))
    }

    /// Questions of a round so far that everybody is asked.
    fn own_everyone(&self, round: RoundId) -> usize {
        let sheet = self.rounds.iter().find(|sheet| sheet.id == round);
        let general = |chain: &&Chain| chain.what_for.is_none() && chain.quote.is_none();
        sheet.map_or(0, |sheet| sheet.chains.iter().filter(general).count())
    }

    /// The rubrics of all questions asked, in the order of the data.
    fn rubrics(&self) -> Vec<Rubric> {
        let asked = |rubric: &&Rubric| {
            let mut chains = self.rounds.iter().flat_map(|sheet| &sheet.chains);
            chains.any(|chain| chain.question.rubric == rubric.id)
        };
        self.desk.bank.rubrics.iter().filter(asked).cloned().collect()
    }
}
