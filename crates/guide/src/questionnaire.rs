//! The file to assess oneself with.

use std::fmt::Write;

use resume::Stage;
use roles::{CareerPath, Guide, GuideSkill, SkillGroup};

/// Which skills a questionnaire asks about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope<'a> {
    /// Those usual at this stage; those of all stages when `None`.
    pub stage: Option<Stage>,
    /// Also those of this neighboring role.
    pub path: Option<&'a CareerPath>,
}

impl Scope<'_> {
    fn takes(&self, skill: &GuideSkill) -> bool {
        let of_stage = match self.stage {
            Some(stage) => skill.is_asked(stage),
            None => skill.group != SkillGroup::Neighbor,
        };
        of_stage || self.path.is_some_and(|path| path.levels.contains_key(&skill.id))
    }
}

/// The file as YAML: every skill with what its levels look like, and no answer.
pub fn questionnaire(guide: &Guide, scope: Scope<'_>) -> String {
    let mut text = "\
# How well do you do each of these today? Write one number behind each name:
#
#   0  not yet
#   1  with help
#   2  alone
#   3  others learn it from you
#
# Think of the last time you did it; that is the level. Leave out what you cannot tell. Nobody
# sees this file but you: it is no part of a grade, and `vitae guide gaps` is all that reads it.

skills:
"
    .to_owned();
    let mut group = None;
    for skill in guide.skills.iter().filter(|skill| scope.takes(skill)) {
        if group != Some(skill.group) {
            group = Some(skill.group);
            let _ = writeln!(text, "  # --- {} ---\n", heading(skill.group));
        }
        let _ = writeln!(text, "  # {}", skill.name);
        for (level, looks) in skill.levels.iter().enumerate() {
            comment(&mut text, &format!("{level}  "), looks);
        }
        let _ = writeln!(text, "  {}:\n", skill.id);
    }
    text + "\
# What would you point to if somebody asked? Only for yourself: `vitae guide gaps` shows it beside
# the line it could become. For example
#   caching: the tariff cache of last spring
notes:
"
}

/// What a group of skills is called.
fn heading(group: SkillGroup) -> &'static str {
    match group {
        SkillGroup::Core => "what every backend engineer is asked for",
        SkillGroup::OftenMissing => "what pages of early careers most often lack",
        SkillGroup::Later => "what senior and staff work adds",
        SkillGroup::Neighbor => "what neighboring roles ask for",
    }
}

/// Columns of a comment.
const WIDTH: usize = 98;

/// Writes a comment, broken at blanks.
fn comment(text: &mut String, lead: &str, words: &str) {
    let mut line = format!("  #   {lead}");
    let indent = line.len();
    for word in words.split_whitespace() {
        if line.len() > indent && line.chars().count() + 1 + word.chars().count() > WIDTH {
            let _ = writeln!(text, "{}", line.trim_end());
            line = format!("  #   {}", " ".repeat(lead.len()));
        }
        if line.len() > indent && !line.ends_with(' ') {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(text, "{line}");
}
