//! Grades: averages, classes and honors.

use std::ops::Range;

use crate::recognize::text::{trimmed_of, words};

/// Where a grade stands: `GPA: 3.8/4.0`, `First Class Honours`, `magna cum laude`, `Note 1,3`.
pub(crate) fn grade(text: &str) -> Option<Range<usize>> {
    let all = words(text);
    for (at, word) in all.iter().enumerate() {
        let next = |offset: usize| all.get(at + offset).map_or("", |word| word.norm.as_str());
        match word.norm.as_str() {
            "gpa" | "cgpa" | "sgpa" | "grade" | "note" | "abschlussnote" | "notendurchschnitt"
            | "score" | "average" | "moyenne" | "voto" | "nota" | "cijfer" => {
                let (before, after) = (at.checked_sub(1).map(|at| &all[at]), all.get(at + 1));
                if let Some(number) = after
                    .filter(|number| number.has_digit() && number.range.start - word.range.end <= 4)
                {
                    return Some(number_around(text, &number.range));
                }
                if let Some(number) = before
                    .filter(|number| number.has_digit() && word.range.start - number.range.end <= 2)
                {
                    return Some(number_around(text, &number.range));
                }
            }
            "summa" | "magna" if next(1) == "cum" && next(2) == "laude" => {
                return Some(word.range.start..all[at + 2].range.end);
            }
            "cum" if next(1) == "laude" => return Some(word.range.start..all[at + 1].range.end),
            "first" | "second" | "upper" | "lower" if next(1) == "class" => {
                let mut end = at + 1;
                while all.get(end + 1).is_some_and(|word| {
                    matches!(
                        word.norm.as_str(),
                        "honours"
                            | "honors"
                            | "upper"
                            | "lower"
                            | "division"
                            | "degree"
                            | "distinction"
                            | "with"
                    )
                }) {
                    end += 1;
                }
                return Some(word.range.start..all[end].range.end);
            }
            "distinction" | "honours" | "honors" if at > 0 && all[at - 1].norm == "with" => {
                return Some(all[at - 1].range.start..word.range.end);
            }
            _ => {}
        }
    }
    // A bare `3.8/4.0`.
    let slash = text.match_indices('/').find_map(|(at, _)| {
        let is_grade = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
        let before = text[..at].trim_end();
        let first = before
            .rfind(|c| !is_grade(c))
            .map_or(0, |last| last + before[last..].chars().next().map_or(1, char::len_utf8));
        let after = text[at + 1..].trim_start();
        let scale = &after[..after.find(|c| !is_grade(c)).unwrap_or(after.len())];
        let value: f32 = before[first..].replace(',', ".").parse().ok()?;
        let most: f32 = scale.trim_end_matches(['.', ',']).replace(',', ".").parse().ok()?;
        let known = [4.0, 4.3, 4.5, 5.0, 6.0, 7.0, 10.0, 20.0, 30.0, 100.0, 110.0].contains(&most);
        let decimal = before[first..].contains(['.', ',']) || most >= 10.0;
        (known && decimal && value <= most && value >= most * 0.25)
            .then(|| first..text.len() - after.len() + scale.trim_end_matches(['.', ',']).len())
    });
    slash.filter(|range| text[range.clone()].len() <= 12)
}

/// The number with its decimals and its scale: `3.8/4.0`, `8,5 / 10`, `3.9 out of 4`.
fn number_around(text: &str, range: &Range<usize>) -> Range<usize> {
    let rest = &text[range.start..];
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | ' ' | '%');
    let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    let from = range.start
        - text[..range.start]
            .chars()
            .rev()
            .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/'))
            .count();
    trimmed_of(text, from..range.start + end, |c| !c.is_ascii_digit() && c != '%')
}
