//! Words of variants that name nothing: a tag no bullet has, a section there is none of.

use std::collections::BTreeSet;

use resume::model::Variant;
use resume::outline::SECTIONS;
use resume::{FieldPath, Finding, Resume, Severity};

use super::unknown::{closest, fold};
use crate::words::{choices, quote};

/// Words that are told of at most: each is compared with all tags.
const MOST: usize = 50;
/// Tags that a word is compared with, and that a hint lists.
const MOST_COMPARED: usize = 1000;
const MOST_LISTED: usize = 12;

/// What is wrong with `vitae.sections` and `vitae.variants`.
pub(super) fn findings(resume: &Resume) -> Vec<Finding> {
    let Some(settings) = &resume.vitae else { return Vec::new() };
    let vitae = FieldPath::root().key("vitae");
    let mut findings = Vec::new();
    sections(&settings.sections, &vitae.key("sections"), &mut findings);
    if settings.variants.is_empty() {
        return findings;
    }
    let tags = tags(resume);
    for (name, variant) in &settings.variants {
        let Variant { select, omit, sections: order, .. } = variant;
        let path = vitae.key("variants").key(name.clone());
        words(select, &tags, false, &path.key("select"), &mut findings);
        words(omit, &tags, true, &path.key("omit"), &mut findings);
        sections(order, &path.key("sections"), &mut findings);
    }
    findings.truncate(MOST);
    findings
}

/// Ids and tags of all bullets.
fn tags(resume: &Resume) -> BTreeSet<&str> {
    let work = resume.work.iter().flat_map(|entry| &entry.highlights);
    let volunteer = resume.volunteer.iter().flat_map(|entry| &entry.highlights);
    let projects = resume.projects.iter().flat_map(|entry| &entry.highlights);
    work.chain(volunteer)
        .chain(projects)
        .flat_map(|bullet| bullet.id.iter().chain(&bullet.tags))
        .map(|name| name.trim())
        .filter(|name| !name.is_empty())
        .collect()
}

/// Words of `select` or `omit` that no bullet has.
fn words(
    words: &[String],
    tags: &BTreeSet<&str>,
    may_be_section: bool,
    path: &FieldPath,
    findings: &mut Vec<Finding>,
) {
    for (index, word) in words.iter().enumerate() {
        let word = word.trim();
        let is_section = SECTIONS.contains(&word);
        let known = tags.contains(word) || (may_be_section && is_section);
        // A text without characters was told of before.
        if known || word.is_empty() || findings.len() >= MOST {
            continue;
        }
        let sections: &[&str] = if may_be_section { &SECTIONS } else { &[] };
        let hint = if is_section {
            "all sections are shown but those that `omit` names; `sections` orders them".to_owned()
        } else if let Some(near) = near(word, tags.iter().chain(sections).copied()) {
            format!("did you mean `{near}`?")
        } else if tags.is_empty() {
            format!("give the bullets it is about a tag: `{{text: …, tags: [{word}]}}`")
        } else if tags.len() <= MOST_LISTED {
            format!("ids and tags here are {}", choices(tags.iter().copied(), "and"))
        } else {
            "bullets are named by their `id` or one of their `tags`".to_owned()
        };
        let message = format!("no bullet has the id or tag {}", quote(word));
        findings.push(unknown_value(path.index(index), message, hint));
    }
}

fn sections(names: &[String], path: &FieldPath, findings: &mut Vec<Finding>) {
    for (index, name) in names.iter().enumerate() {
        let known = SECTIONS.contains(&name.as_str()) || name.trim().is_empty();
        if known || findings.len() >= MOST {
            continue;
        }
        let hint = match near(name, SECTIONS.into_iter()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are {}", choices(SECTIONS, "and")),
        };
        let message = format!("there is no section {}", quote(name));
        findings.push(unknown_value(path.index(index), message, hint));
    }
}

fn unknown_value(path: FieldPath, message: String, hint: String) -> Finding {
    Finding::new("unknown-value", Severity::Error, path, message).hint(hint)
}

/// The word that was meant: the same but for case and separators, or one with a slip in it.
fn near<'a>(word: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    const LONGEST: usize = 40;
    if word.len() > LONGEST {
        return None;
    }
    let folded = fold(word);
    let same = known.clone().find(|known| known.len() <= LONGEST && fold(known) == folded);
    let short = known.filter(|known| known.len() <= LONGEST).take(MOST_COMPARED);
    same.or_else(|| closest(&folded, short))
}

#[cfg(test)]
mod tests {
    use crate::{Format, Limits, read};

    const BULLETS: &str = "\
work:
  - name: North
    highlights:
      - {text: a, tags: [payments, on-call]}
      - {text: b, id: ledger}
";

    /// Places (line and column) of findings with their hints.
    #[track_caller]
    fn check(settings: &str, expected: &[&str]) {
        let text = format!("{BULLETS}vitae:\n{settings}");
        let parsed = read(text.as_bytes(), Format::Yaml, &Limits::default()).expect("a resume");
        let places = parsed.places();
        let found = parsed.findings.iter().map(|finding| {
            let at = places.locate(finding);
            let hint = finding.hint.as_deref().unwrap_or_default();
            format!("{}:{} {}: {hint}", at.line, at.column, finding.message)
        });
        assert_eq!(found.collect::<Vec<_>>(), expected, "{settings}");
    }

    #[test]
    fn variants_name_what_there_is() {
        check(
            "  variants:\n    x:\n      select: [payments, ledger]\n      omit: [on-call]\n",
            &[],
        );
        check("  variants:\n    x:\n      omit: [interests]\n      sections: [skills]\n", &[]);
        check("  variants:\n    x:\n", &[]);
        check("  variants: {x: {label: L, summary: S}, \"y z\": {}}\n", &[]);
    }

    #[test]
    fn words_that_name_nothing_have_their_place() {
        check(
            "  variants:\n    x:\n      select:\n        - paymnets\n        - On Call\n",
            &[
                "10:11 no bullet has the id or tag `paymnets`: did you mean `payments`?",
                "11:11 no bullet has the id or tag `On Call`: did you mean `on-call`?",
            ],
        );
        check(
            "  variants:\n    x:\n      select: [skills]\n      omit: [intrests, cobol]\n",
            &[
                "9:16 no bullet has the id or tag `skills`: all sections are shown but those that \
                 `omit` names; `sections` orders them",
                "10:14 no bullet has the id or tag `intrests`: did you mean `interests`?",
                "10:24 no bullet has the id or tag `cobol`: ids and tags here are `ledger`, \
                 `on-call` and `payments`",
            ],
        );
        check(
            "  sections: [work, skils]\n  variants: {x: {sections: [projects, hobby]}}\n",
            &[
                "7:20 there is no section `skils`: did you mean `skills`?",
                "8:39 there is no section `hobby`: there are `work`, `projects`, `skills`, \
                 `education`, `certificates`, `publications`, `awards`, `volunteer`, `languages`, \
                 `interests` and `references`",
            ],
        );
    }

    #[test]
    fn mistakes_of_shape_have_their_place() {
        check(
            "  variants:\n    x: {selct: [payments]}\n",
            &[
                "8:9 a variant has no key `selct`: did you mean `select`? The value is kept, but not \
               shown",
            ],
        );
        check(
            "  variants: [x]\n",
            &[
                "7:13 `variants` needs a mapping, this is a list: write `key: value` lines, indented \
               below it; the list was not used",
            ],
        );
        check(
            "  variants: {x: {}, x: {}}\n",
            &[
                "7:21 `x` stands here a second time; this one was not used: keep one of the two, or \
               put both values under the first",
            ],
        );
    }

    #[test]
    fn many_words_are_told_of_in_time() {
        let tags: Vec<String> = (0..9000).map(|at| format!("tag{at}")).collect();
        let text = format!(
            "work: [{{highlights: [{{text: a, tags: [{}]}}]}}]\nvitae: {{variants: {{x: {{select: \
             [{}]}}}}}}\n",
            tags.join(", "),
            tags.join("x, ")
        );
        let parsed = read(text.as_bytes(), Format::Yaml, &Limits::default()).expect("a resume");
        assert_eq!(parsed.findings.len(), super::MOST);
    }
}
