//! The career guide in words: stages, ways to other roles, pay.

use resume::Stage;
use roles::{Guide, RolePack, SkillGroup};

use super::{Block, number};
use crate::{AgedBand, AgedWage, Ask, AskKind, Basis, PayView, StageChange, StageView, Way, Ways};

/// The stages, one after the other, and where to read on.
pub fn overview(guide: &'static Guide, pack: &RolePack) -> Vec<Block> {
    let mut blocks = vec![
        Block::Title(format!("{}: a career, stage by stage", pack.title)),
        Block::Text(
            "Titles differ between companies; what you are given and answer for does not.".into(),
        ),
        Block::Section("stages".into()),
    ];
    for entry in &guide.stages {
        let bar = pack.bars.iter().find(|bar| bar.stage == entry.stage);
        let years = bar.map_or(0.0, |bar| bar.from_years);
        let from = if years > 0.0 {
            format!("{}, usually from {} years", entry.stage, number(years))
        } else {
            format!("{}, the first job", entry.stage)
        };
        blocks.push(Block::Item(from, format!("you own {}", entry.unit)));
    }
    for stage in Stage::ALL {
        if let Some(change) = StageChange::after(stage, pack, |_| None) {
            blocks.push(Block::Section(format!("from {} to {}", change.from, change.to)));
            blocks.push(Block::Text(brief(&change)));
        }
    }
    blocks.push(Block::Section("read on".into()));
    for (command, does) in [
        ("vitae guide --stage mid", "a stage: duties, skills, next steps"),
        ("vitae guide assess", "write self.yaml, to rate yourself"),
        ("vitae guide gaps --self self.yaml", "what is missing, and what to do about it"),
        ("vitae guide next", "the way to the next stage, from your page"),
        ("vitae guide skill caching", "one skill: levels, exercise, line"),
        ("vitae guide paths", "neighboring roles, and what they ask for"),
        ("vitae guide pay", "what is known about pay, with sources"),
    ] {
        blocks.push(Block::Command(command.into(), does.into()));
    }
    blocks
}

/// A change in two sentences.
fn brief(change: &StageChange) -> String {
    let of = |kind: AskKind| {
        let asks = change.asks.iter().filter(move |ask| ask.kind == kind);
        asks.map(|ask| lower(&ask.title)).collect::<Vec<_>>().join("; ")
    };
    let mut text = String::new();
    for (kind, lead) in [
        (AskKind::New, "For the first time: "),
        (AskKind::More, "More of: "),
        (AskKind::Dropped, "No longer asked: "),
    ] {
        let list = of(kind);
        if !list.is_empty() {
            text += lead;
            text += &list;
            text += ". ";
        }
    }
    text.trim_end().to_owned()
}

fn lower(title: &str) -> String {
    let mut chars = title.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// One stage.
pub fn stage(view: &StageView) -> Vec<Block> {
    let mut blocks = vec![
        Block::Title(format!("{}: you own {}", view.stage, view.unit)),
        Block::Text(view.about.into()),
        Block::Text(view.leaves.into()),
        Block::Section("what you do: mark each as not yet, with help, or alone".into()),
    ];
    for duty in view.duties {
        blocks.push(Block::Check(duty.title.clone()));
        blocks.push(Block::Under("with help", duty.helped.clone()));
        blocks.push(Block::Under("alone", duty.done.clone()));
    }
    if !view.earlier.is_empty() {
        let earlier = view.earlier.iter().map(|title| lower(title)).collect::<Vec<_>>().join("; ");
        blocks.push(Block::Text(format!("And as before: {earlier}.")));
    }
    blocks.push(Block::Section(
        "skills at their usual level (1 with help, 2 alone, 3 others learn it from you)".into(),
    ));
    for group in
        [SkillGroup::Core, SkillGroup::OftenMissing, SkillGroup::Later, SkillGroup::Neighbor]
    {
        let skills: Vec<_> = view.skills.iter().filter(|skill| skill.group == group).collect();
        if skills.is_empty() {
            continue;
        }
        blocks.push(Block::Text(format!("{}:", group_name(group))));
        for skill in skills {
            let up = skill.before.is_some_and(|before| before < skill.level.level);
            let mark = if up { " (up)" } else { "" };
            blocks.push(Block::Item(
                format!("{} {}{mark}", skill.name, skill.level.level),
                skill.level.looks.into(),
            ));
        }
    }
    blocks.push(Block::Section("next steps, in this order".into()));
    for (at, step) in view.steps.iter().enumerate() {
        blocks.push(Block::Step(at + 1, format!("{}. {}", step.title, step.text)));
    }
    if let Some(change) = &view.change {
        blocks.extend(change_of(change));
    }
    blocks.push(Block::Section("ways to other roles from here, the nearest first".into()));
    for way in &view.ways {
        blocks.push(Block::Item(way.title.into(), learn(way)));
    }
    blocks
}

/// What a group of skills is called.
pub(super) fn group_name(group: SkillGroup) -> &'static str {
    match group {
        SkillGroup::Core => "What every backend team asks for",
        SkillGroup::OftenMissing => "What pages of early careers most often lack",
        SkillGroup::Later => "What senior and staff work adds",
        SkillGroup::Neighbor => "What neighboring roles ask for more of",
    }
}

/// What the next stage asks for in addition.
pub(super) fn change_of(change: &StageChange) -> Vec<Block> {
    let mut blocks = vec![
        Block::Section(format!("what changes from {} to {}", change.from, change.to)),
        Block::Text(format!(
            "A {} page usually has {} years of work behind it. A panel goes on from {} points \
             overall instead of {}, and from {} on the weakest axis instead of {}. In facts on the \
             page:",
            change.to,
            number(change.from_years),
            number(change.advance.1),
            number(change.advance.0),
            number(change.advance_axis.1),
            number(change.advance_axis.0)
        )),
    ];
    for ask in &change.asks {
        blocks.push(Block::Item(format!("{} {}", ask.id, ask.title), asked(ask)));
        // What is there already needs no example.
        if ask.kind != AskKind::Dropped && ask.missing().is_none_or(|missing| missing > 0.0) {
            blocks.push(Block::Under("", ask.next.clone()));
        }
    }
    blocks
}

fn asked(ask: &Ask) -> String {
    let facts = |need: Option<f64>| need.map_or_else(|| "none".to_owned(), number);
    let mut text = match ask.kind {
        AskKind::New => format!("asked for the first time, {}", facts(ask.to)),
        AskKind::More => format!("{} instead of {}", facts(ask.to), facts(ask.from)),
        AskKind::Dropped => "no longer asked".to_owned(),
    };
    if let (Some(have), Some(missing)) = (ask.have, ask.missing()) {
        let have = number(have);
        let enough = if missing > 0.0 { "" } else { ", which is enough" };
        text += &["; your page has ", &have, enough].concat();
    }
    text
}

/// All ways.
pub fn paths(ways: &Ways) -> Vec<Block> {
    let basis = match ways.basis {
        Basis::Usual => format!("from what is usual at {}", ways.stage),
        Basis::Own => format!(
            "from your own levels; where you gave none, from what is usual at {}",
            ways.stage
        ),
    };
    let mut blocks = vec![
        Block::Title("ways to other roles, the nearest first".into()),
        Block::Text(format!(
            "Counted {basis}, to the levels somebody usually begins the role with. 1 with help, 2 \
             alone, 3 others learn it from you."
        )),
    ];
    blocks.extend(ways.ways.iter().flat_map(path));
    blocks.push(Block::Section("read on".into()));
    blocks.push(Block::Command(
        "vitae guide skill ID".into(),
        "the exercise for a skill, and the line it may become".into(),
    ));
    blocks
}

/// One of the ways.
pub fn path(way: &Way) -> Vec<Block> {
    let mut blocks = vec![
        Block::Section(format!("{} ({})", way.title, climb(way.levels))),
        Block::Text(format!("{} A sign that it is for you: {}", way.about, lower(way.suits))),
    ];
    blocks.extend(way.learn.iter().map(|delta| {
        let lead = format!("{} {} to {}", delta.name, delta.from, delta.to.level);
        Block::Item(lead, delta.to.looks.into())
    }));
    if !way.already.is_empty() {
        blocks.push(Block::Text(format!("There already: {}.", way.already.join(", "))));
    }
    blocks
}

/// How far a way is, in words.
pub fn climb(levels: u32) -> String {
    match levels {
        0 => "nothing to learn first".to_owned(),
        1 => "1 level to climb".to_owned(),
        _ => format!("{levels} levels to climb"),
    }
}

/// What a way asks for, in one line.
fn learn(way: &Way) -> String {
    let names: Vec<String> = way
        .learn
        .iter()
        .map(|delta| format!("{} {} to {}", lower_word(delta.name), delta.from, delta.to.level))
        .collect();
    if names.is_empty() { "nothing to learn first".to_owned() } else { names.join(", ") }
}

/// Lower case at the beginning, unless the word is an acronym.
fn lower_word(name: &str) -> String {
    let acronym = name.chars().nth(1).is_some_and(char::is_uppercase);
    if acronym { name.to_owned() } else { lower(name) }
}

/// What is known about pay.
pub fn pay(pay: &PayView) -> Vec<Block> {
    let mut blocks = vec![
        Block::Title(format!("pay: {}, {} a year", pay.region, pay.currency)),
        Block::Text(pay.note.into()),
    ];
    for wage in &pay.wages {
        blocks.extend(wage_of(wage));
    }
    blocks.push(Block::Section("by stage".into()));
    blocks.extend(bands(&pay.bands));
    blocks.push(Block::Text(
        "Compare with postings that name a band for your place and stage: where the law asks for \
         bands, they are the freshest figures there are."
            .into(),
    ));
    blocks.push(Block::Section("outlook".into()));
    for entry in &pay.outlook {
        let outlook = entry.outlook;
        let words = format!("{} It counts {}.", outlook.text, outlook.counts);
        blocks.push(Block::Item(String::new(), words));
        blocks.push(Block::Under("source", format!("{}, {}", outlook.source, outlook.date)));
        blocks.extend(aged(entry.stale, Some(entry.months)));
    }
    blocks
}

fn wage_of(entry: &AgedWage) -> Vec<Block> {
    let wage = entry.wage;
    let heads = ["", "a tenth below", "a quarter", "half", "three quarters", "nine tenths"];
    let figures = [wage.p10, wage.p25, wage.median, wage.p75, wage.p90];
    let cells = std::iter::once(wage.date.clone()).chain(figures.map(thousands)).collect();
    let mut blocks = vec![
        Block::Section(format!("{} ({} people)", wage.occupation, thousands(wage.employed))),
        Block::Table(heads.map(str::to_owned).to_vec(), vec![cells]),
        Block::Under(
            "meaning",
            "so many earn less; wages before tax, without bonus and equity".to_owned(),
        ),
        Block::Under("source", format!("{}, {}, {}", wage.source, wage.code, wage.date)),
    ];
    let medians = entry.earlier.iter().map(|year| {
        format!("{} {} ({} people)", year.date, thousands(year.median), thousands(year.employed))
    });
    let medians: Vec<String> = medians.collect();
    if !medians.is_empty() {
        blocks.push(Block::Under("median before", medians.join(", ")));
    }
    blocks.extend(aged(entry.stale, Some(entry.months)));
    blocks
}

/// The stages with their bands, and under the last of a source what has to be known about it.
fn bands(bands: &[AgedBand]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (at, entry) in bands.iter().enumerate() {
        let Some(band) = entry.band else {
            let text = "no source, so no figure".to_owned();
            blocks.push(Block::Item(entry.stage.to_string(), text));
            continue;
        };
        let ends = format!("{} to {}", thousands(band.low), thousands(band.high));
        blocks.push(Block::Item(entry.stage.to_string(), ends));
        let next = bands.get(at + 1).and_then(|next| next.band);
        if next.is_some_and(|next| (&next.source, &next.date) == (&band.source, &band.date)) {
            continue;
        }
        let date = band.date.as_deref().unwrap_or("undated, so nobody can say how old it is");
        blocks.push(Block::Under("source", format!("{}; {date}", band.source)));
        blocks.push(Block::Under("meaning", band.meaning.clone()));
        blocks.extend(aged(entry.stale, entry.months));
    }
    blocks
}

fn aged(stale: bool, months: Option<i32>) -> Option<Block> {
    let months = months.filter(|_| stale)?;
    Some(Block::Under(
        "old",
        format!("{months} months; look for newer figures before you rely on it"),
    ))
}

/// A number with commas: `135,980`.
fn thousands(number: impl Into<u64>) -> String {
    let digits = number.into().to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::thousands;

    #[test]
    fn numbers_have_commas() {
        for (number, expected) in
            [(0_u32, "0"), (999, "999"), (1000, "1,000"), (1_687_890, "1,687,890")]
        {
            assert_eq!(thousands(number), expected);
        }
    }
}
