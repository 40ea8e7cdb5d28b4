//! Which part of a job each thing belongs to that a posting says.

use super::blocks::{Block, Said};
use super::names::Part;
use super::sentence::sentences;
use super::wording::{Tone, Wording};
use crate::fields::make::Cut;
use crate::fields::para::Para;

/// One thing a posting says, and the part it belongs to.
pub(super) struct Unit {
    /// The part.
    pub(super) part: Part,
    /// Where it stands.
    pub(super) cut: Cut,
    /// The last of the lines that say it, when the items below it do.
    pub(super) last: Option<Cut>,
}

/// What the headings of a posting tell about all of it.
pub(super) struct Sorted {
    duties: bool,
    wanted: bool,
    /// There is a part for what helps, so that the other one is what is needed.
    split: bool,
}

impl Sorted {
    pub(super) fn of(blocks: &[Block]) -> Self {
        let has = |test: &dyn Fn(Part) -> bool| {
            blocks.iter().any(|block| block.part.is_some_and(test) && !block.said.is_empty())
        };
        Self {
            duties: has(&|part| matches!(part, Part::Duties | Part::Outcomes)),
            wanted: has(&Part::is_wanted),
            split: has(&|part| part == Part::Nice) && !has(&|part| part == Part::Must),
        }
    }

    /// What a block says, each with its part.
    pub(super) fn units(&self, paras: &[Para], block: &Block) -> Vec<Unit> {
        let part = match block.part {
            Some(Part::Qualifications) if self.split => Some(Part::Must),
            part => part,
        };
        let mut units = Vec::new();
        let mut hint = None;
        let mut at = 0;
        while let Some(said) = block.said.get(at) {
            let text = &paras[said.cut.para].text[said.cut.range.clone()];
            let below = below(block, at);
            if below > 0 && text.trim_end().ends_with(':') {
                let last = &block.said[at + below].cut;
                if Self::are_words(paras, &block.said[at + 1..=at + below]) {
                    let part = self.item(part, hint, Wording::of(text), &mut units, &said.cut);
                    units.push(Unit { part, cut: said.cut.clone(), last: Some(last.clone()) });
                    at += 1 + below;
                    continue;
                }
                // The items below say it.
                at += 1;
                continue;
            }
            let next = block.said.get(at + 1);
            let list = run(block, at, said);
            if said.item {
                if list.1 && Self::is_free(part) {
                    hint = hint.or_else(|| self.list(paras, &block.said[at..at + list.0]));
                }
                let part = self.item(part, hint, Wording::of(text), &mut units, &said.cut);
                units.push(Unit { part, cut: said.cut.clone(), last: None });
            } else {
                hint = None;
                let leads = text.trim_end().ends_with([':', '…'])
                    && next.is_some_and(|next| next.item || is_line(paras, next));
                let mut pieces = sentences(text);
                if leads {
                    let lead = pieces.pop().unwrap_or(0..text.len());
                    hint = self.lead(&text[lead]);
                }
                let lone = pieces.len() == 1 && is_line(paras, said);
                for piece in pieces {
                    let wording = Wording::of(&text[piece.clone()]);
                    let start = said.cut.range.start;
                    let cut =
                        Cut { para: said.cut.para, range: start + piece.start..start + piece.end };
                    let part = if lone && !Self::is_free(part) {
                        self.item(part, hint, wording, &mut units, &cut)
                    } else {
                        self.sentence(part, wording)
                    };
                    units.push(Unit { part, cut, last: None });
                }
            }
            at += 1;
        }
        units
    }

    /// True for a part whose sentences go where their wording says.
    fn is_free(part: Option<Part>) -> bool {
        match part {
            None | Some(Part::Summary | Part::Description | Part::About | Part::Team) => true,
            Some(_) => false,
        }
    }

    /// The part that the words before a list announce.
    fn lead(&self, text: &str) -> Option<Part> {
        let (tone, _) = Wording::of(text).best()?;
        Some(match tone {
            Tone::Nice => Part::Nice,
            Tone::Must => Part::Must,
            Tone::Wanted if self.split => Part::Must,
            Tone::Wanted => Part::Qualifications,
            Tone::Duty => Part::Duties,
            Tone::Benefit => Part::Benefits,
            _ => return None,
        })
    }

    /// The part that most items of a list without a heading speak for.
    fn list(&self, paras: &[Para], items: &[Said]) -> Option<Part> {
        let mut votes = [0_usize; 4];
        for said in items {
            let text = &paras[said.cut.para].text[said.cut.range.clone()];
            match Wording::of(text).best() {
                Some((Tone::Nice | Tone::Must | Tone::Wanted, _)) => votes[0] += 1,
                Some((Tone::Duty, _)) => votes[1] += 1,
                Some((Tone::Benefit, _)) => votes[2] += 1,
                _ => votes[3] += 1,
            }
        }
        let most = (0..3).max_by_key(|&at| (votes[at], 3 - at))?;
        if votes[most] == 0 || votes[most] * 3 < items.len() {
            return None;
        }
        Some(match most {
            0 if self.split => Part::Must,
            0 => Part::Qualifications,
            1 => Part::Duties,
            _ => Part::Benefits,
        })
    }

    /// True when items are names rather than sentences.
    fn are_words(paras: &[Para], items: &[Said]) -> bool {
        items.len() <= 20
            && items.iter().all(|said| {
                let text = &paras[said.cut.para].text[said.cut.range.clone()];
                text.split_whitespace().count() <= 6
            })
    }

    /// The part of an item of a list.
    fn item(
        &self,
        part: Option<Part>,
        hint: Option<Part>,
        wording: Wording,
        units: &mut [Unit],
        cut: &Cut,
    ) -> Part {
        let best = wording.best();
        let aside = best.and_then(|(tone, score)| match tone {
            Tone::Equal if score >= 6 => Some(Part::Equal),
            Tone::Accommodation if score >= 6 => Some(Part::Accommodations),
            _ => None,
        });
        if let Some(part) = aside.filter(|_| part != Some(Part::Benefits)) {
            return part;
        }
        let wanted = |own: Part| {
            let plain = matches!(own, Part::Qualifications | Part::Must);
            if plain && wording.get(Tone::Nice) >= 4 {
                Part::Nice
            } else if own == Part::Qualifications && wording.get(Tone::Must) >= 5 {
                Part::Must
            } else {
                own
            }
        };
        match (part, hint) {
            (Some(own), Some(hint)) if own.is_wanted() || own == Part::Duties => match hint {
                Part::Qualifications if own.is_wanted() => wanted(own),
                Part::Benefits => own,
                hint => wanted(hint),
            },
            (Some(own), _) if own.is_wanted() => wanted(own),
            (Some(Part::Duties), None) => match best {
                Some((Tone::Wanted | Tone::Must | Tone::Nice, score))
                    if score >= 4 && wording.get(Tone::Duty) == 0 =>
                {
                    wanted(if self.split { Part::Must } else { Part::Qualifications })
                }
                _ => Part::Duties,
            },
            (own, Some(hint)) if Self::is_free(own) => wanted(hint),
            // `Interested? This is what you need:` – the words before the list say what it is.
            (Some(Part::Apply | Part::Other | Part::Process), Some(hint)) if hint.is_wanted() => {
                wanted(hint)
            }
            (own, None) if Self::is_free(own) => {
                let found = self.free(own, wording, true);
                // An item that says nothing known goes with the one above it.
                match units.last() {
                    Some(above) if found == Part::Summary && above.cut.para + 1 == cut.para => {
                        above.part
                    }
                    _ => found,
                }
            }
            (Some(own), _) => own,
            (None, _) => Part::Other,
        }
    }

    /// The part of a sentence of a paragraph.
    fn sentence(&self, part: Option<Part>, wording: Wording) -> Part {
        if Self::is_free(part) {
            return self.free(part, wording, false);
        }
        let own = part.unwrap_or(Part::Other);
        let Some((tone, score)) = wording.best() else { return own };
        let listed =
            own.is_wanted() || matches!(own, Part::Duties | Part::Outcomes | Part::Benefits);
        if !listed {
            return own;
        }
        match tone {
            Tone::Equal if score >= 6 => Part::Equal,
            Tone::Accommodation => Part::Accommodations,
            Tone::Legal | Tone::Apply if score >= 5 => Part::Other,
            Tone::Pay if score >= 4 && own != Part::Benefits => Part::Pay,
            Tone::Benefit if score >= 4 && own != Part::Benefits => Part::Benefits,
            Tone::Company if score >= 4 => Part::About,
            Tone::Nice if own.is_wanted() => Part::Nice,
            Tone::Must if own == Part::Qualifications => Part::Must,
            Tone::Duty if own.is_wanted() && score >= 4 => Part::Duties,
            Tone::Wanted | Tone::Must if own == Part::Duties && score >= 4 => {
                if self.split {
                    Part::Must
                } else {
                    Part::Qualifications
                }
            }
            Tone::Nice if own == Part::Duties => Part::Nice,
            _ => own,
        }
    }

    /// The part of a sentence that no heading files, by its words. Where headings already file what
    /// is asked for, only clear words do.
    fn free(&self, part: Option<Part>, wording: Wording, item: bool) -> Part {
        let own = match part {
            Some(own @ (Part::About | Part::Team)) => own,
            _ => Part::Summary,
        };
        let about_others = matches!(own, Part::About | Part::Team);
        let Some((tone, score)) = wording.best() else { return own };
        let least = |known: bool| match (known, about_others, item) {
            (false, false, _) => 2,
            (false, true, _) => 4,
            (true, false, true) => 3,
            (true, ..) => 10,
        };
        match tone {
            Tone::Nice if score >= least(self.wanted).min(8) => Part::Nice,
            Tone::Must if score >= least(self.wanted) => Part::Must,
            Tone::Wanted if score >= least(self.wanted) => {
                if self.split {
                    Part::Must
                } else {
                    Part::Qualifications
                }
            }
            Tone::Duty if score >= least(self.duties) => Part::Duties,
            Tone::Benefit if score >= 4 => Part::Benefits,
            Tone::Pay => Part::Pay,
            Tone::Equal if score >= 6 => Part::Equal,
            Tone::Accommodation => Part::Accommodations,
            Tone::Legal | Tone::Process => Part::Other,
            Tone::Apply if score >= 5 => Part::Other,
            Tone::Company if score >= 3 && part != Some(Part::Summary) => Part::About,
            _ => own,
        }
    }
}

/// How many items right behind the one at `at` are nested below it.
fn below(block: &Block, at: usize) -> usize {
    let own = &block.said[at];
    if !own.item {
        return 0;
    }
    block.said[at + 1..].iter().take_while(|said| said.item && said.depth > own.depth).count()
}

/// How many items stand together from `at`, and whether the list begins there.
fn run(block: &Block, at: usize, said: &Said) -> (usize, bool) {
    let first = at == 0 || !block.said[at - 1].item;
    if !first || !said.item {
        return (1, false);
    }
    (block.said[at..].iter().take_while(|said| said.item).count(), true)
}

/// True for a line that is an item in all but its mark: short and no sentence.
fn is_line(paras: &[Para], said: &Said) -> bool {
    let text = paras[said.cut.para].text[said.cut.range.clone()].trim_end();
    !said.item
        && !text.ends_with(['.', '!', '?'])
        && text.split_whitespace().count() <= 28
        && sentences(text).len() <= 1
}
