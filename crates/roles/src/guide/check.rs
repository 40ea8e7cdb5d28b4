//! What must hold between the files of a guide, beyond their shapes.

use std::collections::BTreeSet;

use resume::{Date, Stage};

use super::{Guide, GuideSkill, SkillGroup};
use crate::RolePack;

/// The highest level of a skill.
const MOST_LEVEL: u8 = 3;

pub(super) fn stages(guide: &Guide) -> Result<(), String> {
    if !guide.stages.iter().map(|entry| entry.stage).eq(Stage::ALL) {
        return Err("one entry per stage is needed: junior, mid, senior, staff".to_owned());
    }
    for entry in &guide.stages {
        let name = entry.stage.as_str();
        said(name, &[&entry.unit, &entry.about, &entry.leaves])?;
        unique(entry.work.iter().map(|duty| duty.id.as_str()))?;
        for duty in &entry.work {
            said(&duty.id, &[&duty.title, &duty.helped, &duty.done])?;
        }
    }
    Ok(())
}

pub(super) fn skills(guide: &Guide, known: &RolePack) -> Result<(), String> {
    unique(guide.skills.iter().map(|skill| skill.id.as_str()))?;
    if !guide.skills.is_sorted_by_key(|skill| skill.group) {
        return Err("skills stand by group: core, often-missing, later, neighbor".to_owned());
    }
    guide.skills.iter().try_for_each(|skill| one_skill(skill, known))
}

fn one_skill(skill: &GuideSkill, known: &RolePack) -> Result<(), String> {
    let GuideSkill { id, name, why, levels, exercise, done, skeleton, expect, .. } = skill;
    said(id, &[name, why, exercise, done, skeleton])?;
    said(id, &levels.each_ref().map(String::as_str))?;
    if expect.iter().any(|level| *level > MOST_LEVEL) || !expect.is_sorted() {
        return Err(format!("`{id}`: levels are 0 to 3 and never fall from stage to stage"));
    }
    if skill.group != SkillGroup::Neighbor && expect[3] == 0 {
        return Err(format!("`{id}`: nobody expects it"));
    }
    let slots = skill.slots();
    if slots.is_empty() || skeleton.matches(['‹', '›']).count() != 2 * slots.len() {
        return Err(format!("`{id}`: the skeleton needs slots in ‹ and ›"));
    }
    if skeleton.bytes().any(|byte| byte.is_ascii_digit()) && !skeleton.contains("p99") {
        return Err(format!("`{id}`: a skeleton invents no numbers"));
    }
    if skill.shown == super::Shown::default() {
        return Err(format!("`{id}`: nothing shows it"));
    }
    let concept = |id: &&String| known.concepts.iter().any(|concept| concept.id == **id);
    if let Some(unknown) = skill.shown.concepts.iter().find(|id| !concept(id)) {
        return Err(format!("`{id}`: no concept has the id `{unknown}`"));
    }
    let product = |id: &&String| known.vocabulary.by_id(id).is_some();
    match skill.shown.skills.iter().find(|id| !product(id)) {
        Some(unknown) => Err(format!("`{id}`: no skill of skills.toml has the id `{unknown}`")),
        None => Ok(()),
    }
}

pub(super) fn paths(guide: &Guide) -> Result<(), String> {
    unique(guide.paths.iter().map(|path| path.id.as_str()))?;
    for path in &guide.paths {
        said(&path.id, &[&path.title, &path.about, &path.suits])?;
        for (skill, level) in &path.levels {
            if guide.skill(skill).is_none() || *level == 0 || *level > MOST_LEVEL {
                return Err(format!("`{}`: `{skill}` is no skill at a level 1 to 3", path.id));
            }
        }
    }
    // A skill that is there for other roles is asked by one of them.
    let asked =
        |skill: &&GuideSkill| guide.paths.iter().any(|path| path.levels.contains_key(&skill.id));
    let neighbors = guide.skills.iter().filter(|skill| skill.group == SkillGroup::Neighbor);
    match neighbors.clone().find(|skill| !asked(skill)) {
        Some(skill) => Err(format!("no path asks for `{}`", skill.id)),
        None => Ok(()),
    }
}

pub(super) fn steps(guide: &Guide) -> Result<(), String> {
    if !guide.steps.is_sorted_by_key(|step| step.stage) {
        return Err("steps stand by stage".to_owned());
    }
    for stage in Stage::ALL {
        if guide.steps(stage).next().is_none() {
            return Err(format!("there is no step for `{stage}`"));
        }
        unique(guide.steps(stage).map(|step| step.id.as_str()))?;
    }
    for step in &guide.steps {
        said(&step.id, &[&step.title, &step.text])?;
        let unknown = step.skills.iter().find(|id| guide.skill(id).is_none());
        if let Some(unknown) = unknown {
            return Err(format!("`{}`: no skill has the id `{unknown}`", step.id));
        }
        if step.skills.is_empty() {
            return Err(format!("`{}` trains nothing", step.id));
        }
    }
    Ok(())
}

pub(super) fn pay(guide: &Guide) -> Result<(), String> {
    let pay = &guide.pay;
    said("pay", &[&pay.region, &pay.currency, &pay.note])?;
    for wage in &pay.wage {
        said(&wage.code, &[&wage.source, &wage.occupation])?;
        month(&wage.date)?;
        if ![wage.p10, wage.p25, wage.median, wage.p75, wage.p90].is_sorted() {
            return Err(format!("`{}`: percentiles rise", wage.code));
        }
        let path =
            |id: &&String| *id == "backend" || guide.paths.iter().any(|path| path.id == **id);
        if let Some(unknown) = wage.paths.iter().find(|id| !path(id)) {
            return Err(format!("`{}`: no path has the id `{unknown}`", wage.code));
        }
    }
    for earlier in &pay.earlier {
        month(&earlier.date)?;
        let latest = pay.wage.iter().find(|wage| wage.code == earlier.code);
        if latest.is_none_or(|latest| latest.date <= earlier.date) {
            return Err(format!("`{}` has no later figures", earlier.code));
        }
    }
    for band in &pay.band {
        said(band.stage.as_str(), &[&band.source, &band.meaning])?;
        band.date.as_deref().map_or(Ok(()), month)?;
        if band.low >= band.high {
            return Err(format!("the band of `{}` has no width", band.stage));
        }
    }
    for outlook in &pay.outlook {
        said("outlook", &[&outlook.source, &outlook.counts, &outlook.text])?;
        month(&outlook.date)?;
    }
    Ok(())
}

fn month(text: &str) -> Result<(), String> {
    if matches!(Date::parse(text), Date::Month(..)) {
        return Ok(());
    }
    Err(format!("`{text}` is no month"))
}

fn said(id: &str, texts: &[&str]) -> Result<(), String> {
    let empty = texts.iter().any(|text| text.trim().is_empty());
    if empty { Err(format!("`{id}`: a text is empty")) } else { Ok(()) }
}

fn unique<'a>(ids: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    let in_kebab_case = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    for id in ids {
        if id.is_empty() || !id.chars().all(in_kebab_case) {
            return Err(format!("`{id}` is not an id: lower-case letters, digits and hyphens"));
        }
        if !seen.insert(id) {
            return Err(format!("two entries have the id `{id}`"));
        }
    }
    Ok(())
}
