//! Fixes that delete words and leave a sentence that reads well.

use std::ops::Range;

use resume::Fix;

use crate::page::Unit;

/// Letters whose names begin with a vowel: `an SLA`.
const SPELLED_AN: &str = "AEFHILMNORSX";

/// Deletes words: one blank goes with them, a sentence keeps its capital, and an article before
/// them follows the word that comes next. `None` when little would remain.
pub(crate) fn delete(unit: &Unit, range: &Range<usize>) -> Option<Fix> {
    let text = unit.text.as_str();
    let said = text.get(range.clone())?;
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let rest = after.trim_start();
    let (mut start, mut end) = (range.start, range.end);
    let mut replacement = String::new();
    if before.trim().is_empty() {
        // The next word opens the text now.
        let first = rest.chars().next().filter(|c| c.is_alphanumeric())?;
        end = text.len() - rest.len() + first.len_utf8();
        replacement.extend(first.to_uppercase());
    } else if rest.is_empty() || rest.starts_with(['.', ',', ';', ':', ')', '!', '?']) {
        start = before.trim_end().len();
    } else {
        end = text.len() - rest.len();
        if let Some(article) = article_before(before) {
            start = article.start;
            let capital = text[article.clone()].starts_with('A');
            replacement.push_str(match (takes_an(rest), capital) {
                (true, true) => "An ",
                (true, false) => "an ",
                (false, true) => "A ",
                (false, false) => "a ",
            });
        }
    }
    let whole = unit.offset + start..unit.offset + end;
    Some(Fix::replace(format!("Delete \"{said}\""), unit.path.clone(), whole, replacement))
}

/// `a ` or `an ` at the end of a text.
fn article_before(before: &str) -> Option<Range<usize>> {
    let stem = before.strip_suffix(' ')?;
    let start = stem.rfind(' ').map_or(0, |at| at + 1);
    let article = stem[start..].to_ascii_lowercase();
    matches!(article.as_str(), "a" | "an").then_some(start..before.len())
}

/// True when `an` stands before the word that opens `rest`.
fn takes_an(rest: &str) -> bool {
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let lower = word.to_lowercase();
    let spelled = word.len() > 1 && word.chars().all(char::is_uppercase) && word.len() <= 4;
    if spelled {
        return word.starts_with(|c| SPELLED_AN.contains(c));
    }
    let like_you = ["uni", "use", "usa", "uti", "eu", "one", "u"]
        .iter()
        .any(|opening| if *opening == "u" { lower == "u" } else { lower.starts_with(opening) });
    let silent = ["hour", "honest", "honor", "heir"].iter().any(|word| lower.starts_with(word));
    silent || (lower.starts_with(['a', 'e', 'i', 'o', 'u', '8']) && !like_you)
}

#[cfg(test)]
mod tests {
    use facts::Facts;
    use resume::FieldPath;
    use roles::RolePack;

    use super::*;
    use crate::page::Part;

    #[track_caller]
    fn check(text: &str, deleted: &str, expected: Option<&str>) {
        let unit = Unit {
            path: FieldPath::root().key("work"),
            offset: 0,
            part: Part::Work,
            text: text.to_owned(),
            facts: Facts::read(text, RolePack::backend_engineer()).into(),
        };
        let start = text.find(deleted).expect("it stands in the text");
        let fixed = delete(&unit, &(start..start + deleted.len())).and_then(|fix| {
            let resume::Edit::Replace { range: Some(range), text: new, .. } =
                fix.edits.into_iter().next()?
            else {
                return None;
            };
            let mut fixed = text.to_owned();
            fixed.replace_range(range, &new);
            Some(fixed)
        });
        assert_eq!(fixed.as_deref(), expected);
    }

    #[test]
    fn what_remains_reads_well() {
        check("Built a robust importer", "robust", Some("Built an importer"));
        check("Built an innovative SLA board", "innovative", Some("Built an SLA board"));
        check("Built an innovative user page", "innovative", Some("Built a user page"));
        check("Ran it on a daily basis", "on a daily basis", Some("Ran it"));
        check("Ran it at all times, alone", "at all times", Some("Ran it, alone"));
        check("Seamless checkout", "Seamless", Some("Checkout"));
        check("Robust", "Robust", None);
    }
}
