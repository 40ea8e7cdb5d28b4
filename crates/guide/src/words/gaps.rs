//! Gaps and next steps of the career guide in words.

use std::collections::BTreeSet;

use roles::GuideSkill;

use super::stages::change_of;
use super::{Block, number, one_line};
use crate::{Gap, Gaps, Next, NextStep, Shows, Situation, Standing};

/// Skills of a section told in full; the others are named.
const IN_FULL: usize = 5;

/// What is missing, and what to do about it. All in full when `all`.
pub fn gaps(gaps: &Gaps, file: &str, all: bool) -> Vec<Block> {
    let shown = gaps.in_situation(Situation::Shown).count();
    let mut blocks = vec![Block::Title(format!(
        "{}, read as {}: {shown} of {} skills have a line that shows them",
        file,
        gaps.stage,
        gaps.skills.len()
    ))];
    if gaps.empty_page {
        blocks.push(Block::Text("The page tells of no work, so no line can show a skill.".into()));
    }
    blocks.push(Block::Text(
        "No page shows all of them, and none has to: what the next job asks for decides. These are \
         the ones panels most often ask about."
            .into(),
    ));
    if gaps.assessed == 0 {
        blocks.push(Block::Text(
            "Only you know what the page leaves out: rate yourself, and look again.".into(),
        ));
        for (command, does) in [
            ("vitae guide assess", "write self.yaml, to rate yourself"),
            ("vitae guide gaps --self self.yaml", "what is missing, with that"),
        ] {
            blocks.push(Block::Command(command.into(), does.into()));
        }
    }
    for (situation, title, advice) in [
        (
            Situation::Untold,
            "you can do it, and the page does not say so",
            "The cheapest gains there are: write a line about the last time you did it.",
        ),
        (
            Situation::Named,
            "named, and nothing done with it",
            "A name proves nothing to a panel. Say in one line what you did with it.",
        ),
        (
            Situation::Open,
            "not stated",
            "That is not \"cannot\". If you have done it, write the line; if not, the exercise is a \
             way to begin.",
        ),
        (
            Situation::ToLearn,
            "to learn, the nearest first",
            "Do the exercise, at work if you can. The line is empty until it is true.",
        ),
    ] {
        let mut skills: Vec<&Gap> = gaps.in_situation(situation).collect();
        if skills.is_empty() {
            continue;
        }
        if situation == Situation::Open {
            // What pages most often lack is what one is most often asked about.
            skills.sort_by_key(|gap| gap.group != roles::SkillGroup::OftenMissing);
        }
        blocks.push(Block::Section(format!("{title} ({})", skills.len())));
        blocks.push(Block::Text(advice.into()));
        let full = if all { skills.len() } else { IN_FULL.min(skills.len()) };
        for gap in &skills[..full] {
            blocks.extend(entry(gap));
        }
        let rest: Vec<&str> = skills[full..].iter().map(|gap| gap.exercise.skill).collect();
        if !rest.is_empty() {
            let rest = rest.join(", ");
            blocks.push(Block::Text(format!("And {rest}.")));
            let commands = [("skill NAME", "one of them"), ("gaps --all", "all of them")];
            let command = |(rest, does): (&str, &str)| {
                Block::Command(format!("vitae guide {rest}"), does.to_owned())
            };
            blocks.extend(commands.map(command));
        }
    }
    let shown: Vec<&Gap> = gaps.in_situation(Situation::Shown).collect();
    if !shown.is_empty() {
        blocks.push(Block::Section(format!("shown by your own lines ({})", shown.len())));
        for gap in shown {
            blocks.push(Block::Item(gap.exercise.name.into(), quote(&gap.page)));
            if gap.below_own_page {
                let usual =
                    "you rate yourself below what the line sounds like; be ready to be asked";
                blocks.push(Block::Under("note", usual.into()));
            }
        }
    }
    blocks
}

fn entry(gap: &Gap) -> Vec<Block> {
    let levels = match &gap.own {
        Some(own) => format!("you say {}, usual is {}", own.level, gap.usual.level),
        None => format!("usual is {}", gap.usual.level),
    };
    let mut blocks =
        vec![Block::Item(format!("{} ({levels})", gap.exercise.name), gap.usual.looks.into())];
    if !gap.page.quotes.is_empty() {
        let place = match gap.page.standing {
            Standing::Listed => "listed",
            _ => "the page says",
        };
        blocks.push(Block::Under(place, quote(&gap.page)));
    }
    if let Some(note) = &gap.note {
        blocks.push(Block::Under("you would point to", note.clone()));
    }
    if matches!(gap.situation, Situation::Open | Situation::ToLearn) {
        blocks.push(Block::Under("exercise", gap.exercise.exercise.into()));
        blocks.push(Block::Under("done when", gap.exercise.done.into()));
    }
    blocks.push(Block::Under("line", gap.exercise.skeleton.into()));
    blocks
}

/// The first of the words that were found, and how many more there are.
fn quote(shows: &Shows) -> String {
    let Some(first) = shows.quotes.first() else { return String::new() };
    let line = first.line.map_or_else(String::new, |line| format!(" (line {line})"));
    format!("\"{}\"{line}", one_line(&first.text))
}

/// One skill of the guide.
pub fn skill(skill: &GuideSkill) -> Vec<Block> {
    let mut blocks = vec![
        Block::Title(skill.name.clone()),
        Block::Text(skill.why.clone()),
        Block::Section("levels".into()),
    ];
    for (level, looks) in skill.levels.iter().enumerate() {
        blocks.push(Block::Item(level.to_string(), looks.clone()));
    }
    let [junior, mid, senior, staff] = skill.expect;
    if staff > 0 {
        blocks.push(Block::Text(format!(
            "Usual in backend work: junior {junior}, mid {mid}, senior {senior}, staff {staff}."
        )));
    }
    blocks.push(Block::Section("exercise".into()));
    blocks.push(Block::Text(skill.exercise.clone()));
    blocks.push(Block::Text(format!("Done when: {}", skill.done)));
    blocks.push(Block::Section("the line it may become".into()));
    blocks.push(Block::Text(skill.skeleton.clone()));
    blocks.push(Block::Text(
        "Fill the slots with your own facts and figures; leave out what you do not know.".into(),
    ));
    blocks
}

/// The way to the next stage. `overall` is the grade of the page at that stage.
pub fn next(next: &Next, overall: Option<f64>, file: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    match &next.change {
        Some(change) => {
            blocks.push(Block::Title(format!("{file}: from {} to {}", change.from, change.to)));
            if let Some(overall) = overall {
                blocks.push(Block::Text(format!(
                    "Graded as {} today, the page has {} points; the bar is {}. A page can only show \
                     work you have done: what is missing below is work first, and words second.",
                    change.to,
                    number(overall.floor()),
                    number(change.advance.1)
                )));
            }
            blocks.extend(change_of(change));
        }
        None => {
            blocks.push(Block::Title(format!("{file}: {}, the last stage we know", next.stage)));
        }
    }
    blocks.push(Block::Section(format!("next steps at {}, in this order", next.stage)));
    let mut told = BTreeSet::new();
    for (at, step) in next.steps.iter().enumerate() {
        blocks.push(Block::Step(at + 1, format!("{}. {}", step.step.title, step.step.text)));
        blocks.extend(about(step, &mut told));
    }
    blocks
}

/// What the page shows of a step, or the lines it may become, each told once.
fn about(step: &NextStep, told: &mut BTreeSet<&'static str>) -> Vec<Block> {
    if step.open.is_empty() {
        return vec![Block::Under("your page shows it", quote(&step.page))];
    }
    let new = step.open.iter().filter(|exercise| told.insert(exercise.skill));
    new.map(|exercise| Block::Under("line", exercise.skeleton.into())).collect()
}
