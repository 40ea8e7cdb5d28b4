//! What an author allows: the findings that `vitae.allow` names leave the list, each with its
//! reason, and allowances that do nothing are findings themselves.

use std::collections::HashMap;

use resume::model::{Allowance, Bullet};
use resume::{FieldPath, Finding, Resume, Segment, Severity, Stage};
use serde_json::Value;

use crate::rule::{Context, Findings, Rule, Topic};

/// Below this Jaro-Winkler similarity two words have little in common but letters.
const NEAR: f64 = 0.8;

/// Bytes of a mistyped word worth comparing.
const MOST_COMPARED: usize = 60;

/// The check of rules that [`crate::review`] speaks for, when all other findings are known.
pub(crate) fn in_review(_: &Context<'_>, _: &mut Findings<'_>) {}

/// Which of `findings` the resume allows, in their order. Rules of others than ours may be named
/// in `other_rules`.
pub fn allowed(resume: &Resume, findings: &[Finding], other_rules: &[&str]) -> Vec<bool> {
    let mut allowances = Allowances::of(resume, other_rules);
    findings.iter().map(|finding| allowances.reason(finding).is_some()).collect()
}

/// Where the allowance at a position of `vitae.allow` stands.
pub(crate) fn place(index: usize) -> FieldPath {
    FieldPath::root().key("vitae").key("allow").index(index)
}

/// The reason of an allowance; without one nothing is allowed.
pub(crate) fn reason(allowance: &Allowance) -> Option<&str> {
    allowance.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty())
}

/// The allowances of a resume, with what each silenced so far.
pub(crate) struct Allowances<'a> {
    list: &'a [Allowance],
    /// From rule and value to the first allowance that names both. Never iterated.
    by_target: HashMap<(&'a str, FieldPath), usize>,
    /// How many findings each silenced.
    used: Vec<usize>,
    /// Whether each was read without a finding about itself.
    sound: Vec<bool>,
    /// What is wrong with allowances, before any finding was seen.
    findings: Vec<Finding>,
}

impl<'a> Allowances<'a> {
    /// Reads `vitae.allow`; `other_rules` may be named beside ours.
    pub(crate) fn of(resume: &'a Resume, other_rules: &[&str]) -> Self {
        let list = resume.vitae.as_ref().map_or(&[][..], |settings| &settings.allow);
        let used = vec![0; list.len()];
        let sound = vec![false; list.len()];
        let mut this = Self { list, by_target: HashMap::new(), used, sound, findings: Vec::new() };
        if list.is_empty() {
            return this;
        }
        let targets = Targets::of(resume);
        for (index, allowance) in list.iter().enumerate() {
            let Some(rule) = this.known_rule(index, allowance, other_rules) else { continue };
            let at = allowance.at.as_deref().map(str::trim).filter(|at| !at.is_empty());
            let target = match at {
                None => FieldPath::root(),
                Some(at) => {
                    let Some(path) = targets.find(at) else {
                        this.points_nowhere(index, at);
                        continue;
                    };
                    path
                }
            };
            if reason(allowance).is_some() {
                this.sound[index] = true;
                this.by_target.entry((rule, target)).or_insert(index);
            }
        }
        this
    }

    /// Why a finding may stay; `None` when nothing allows it.
    pub(crate) fn reason(&mut self, finding: &Finding) -> Option<&'a str> {
        if self.by_target.is_empty() {
            return None;
        }
        let mut path = Some(finding.path.clone());
        let mut found = None;
        while let Some(at) = path {
            path = at.parent();
            found = found.or(self.by_target.get(&(&*finding.rule, at)).copied());
        }
        let index = found?;
        self.used[index] += 1;
        reason(&self.list[index])
    }

    /// What is wrong with the allowances, after every finding went through [`Allowances::reason`].
    ///
    /// A rule that is silent at `stage`, or that only speaks about a page that was set, may find
    /// something another time; its allowance is left alone.
    pub(crate) fn findings(mut self, stage: Stage, page_was_set: bool) -> Vec<Finding> {
        let is_silent = |rule: &&&Rule| {
            !rule.stages.contains(&stage) || (rule.topic == Topic::Format && !page_was_set)
        };
        let silent: Vec<&str> =
            crate::rules().iter().filter(is_silent).map(|rule| rule.id).collect();
        for (index, allowance) in self.list.iter().enumerate() {
            let rule = allowance.rule.as_deref().unwrap_or_default().trim();
            if !self.sound[index] || self.used[index] > 0 || silent.contains(&rule) {
                continue;
            }
            let finding = Finding::new(
                "unused-allow",
                Severity::Info,
                place(index),
                format!("nothing is left to allow: `{rule}` finds nothing here"),
            );
            self.findings.push(finding.hint("remove the entry; it would hide the next finding"));
        }
        self.findings
    }

    /// The rule an allowance names; a finding when there is none of that name.
    fn known_rule(
        &mut self,
        index: usize,
        allowance: &'a Allowance,
        other_rules: &[&str],
    ) -> Option<&'a str> {
        let rule = allowance.rule.as_deref().unwrap_or_default().trim();
        if other_rules.contains(&rule) || crate::rule(rule).is_some() {
            return Some(rule);
        }
        let (place, message) = if rule.is_empty() {
            (place(index), "this entry names no rule".to_owned())
        } else {
            (place(index).key("rule"), format!("there is no rule `{}`", clip(rule)))
        };
        let ours = crate::rules().iter().map(|rule| rule.id);
        let hint = match nearest(rule, ours.chain(other_rules.iter().copied())) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "name a rule as it stands in brackets in a report: `rule: long-bullet`".into(),
        };
        let finding = Finding::new("unknown-allow", Severity::Warning, place, message);
        self.findings.push(finding.hint(hint));
        None
    }

    fn points_nowhere(&mut self, index: usize, at: &str) {
        let finding = Finding::new(
            "unused-allow",
            Severity::Info,
            place(index).key("at"),
            format!("the page has nothing at `{}`", clip(at)),
        );
        let hint = "write the path of a value, e.g. `work[0].highlights[2]`, or a bullet's `id`";
        self.findings.push(finding.hint(hint));
    }
}

/// What `at` can point to.
struct Targets<'a> {
    resume: &'a Resume,
    values: Value,
}

impl<'a> Targets<'a> {
    fn of(resume: &'a Resume) -> Self {
        Self { resume, values: serde_json::to_value(resume).unwrap_or_default() }
    }

    /// The path that `at` names: one that leads somewhere, or that of the bullet with this id.
    fn find(&self, at: &str) -> Option<FieldPath> {
        let path = at.parse::<FieldPath>().ok();
        path.filter(|path| self.leads_somewhere(path)).or_else(|| self.bullet(at))
    }

    fn leads_somewhere(&self, path: &FieldPath) -> bool {
        let mut value = &self.values;
        for segment in path.segments() {
            let inner = match segment {
                Segment::Key(key) => value.get(key.as_ref()),
                Segment::Index(index) => value.get(*index),
            };
            let Some(inner) = inner else { return false };
            value = inner;
        }
        true
    }

    fn bullet(&self, id: &str) -> Option<FieldPath> {
        let in_list =
            |bullets: &[Bullet]| bullets.iter().position(|bullet| bullet.id.as_deref() == Some(id));
        let root = FieldPath::root();
        let path = |section: &'static str, entry: usize, bullet: usize| {
            root.key(section).index(entry).key("highlights").index(bullet)
        };
        let mut entries = (self.resume.work.iter().map(|role| &role.highlights).enumerate())
            .map(|(at, list)| ("work", at, list))
            .chain(
                (self.resume.projects.iter().map(|project| &project.highlights).enumerate())
                    .map(|(at, list)| ("projects", at, list)),
            )
            .chain(
                (self.resume.volunteer.iter().map(|role| &role.highlights).enumerate())
                    .map(|(at, list)| ("volunteer", at, list)),
            );
        entries.find_map(|(section, at, list)| Some(path(section, at, in_list(list)?)))
    }
}

fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if word.is_empty() || word.len() > MOST_COMPARED {
        return None;
    }
    known
        .map(|known| (strsim::jaro_winkler(word, known), known))
        .filter(|(similarity, _)| *similarity >= NEAR)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, known)| known)
}

/// Enough of a word to recognize it.
fn clip(word: &str) -> String {
    word.chars().take(MOST_COMPARED).collect()
}
