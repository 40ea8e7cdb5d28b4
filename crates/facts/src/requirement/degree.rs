//! A degree, and whether experience may stand for it.

use std::ops::Range;

use roles::{Word, is_one_of};

/// A degree that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Degree {
    /// The lowest that would do.
    pub level: DegreeLevel,
    /// True when the same words let experience stand for it: `or equivalent experience`.
    pub or_equivalent: bool,
    /// Bytes of the value that name it.
    pub range: Range<usize>,
}

/// A kind of degree. Ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DegreeLevel {
    /// `a degree in …`, of no particular kind.
    Any,
    /// Bachelor.
    Bachelor,
    /// Master.
    Master,
    /// Doctorate.
    Doctorate,
}

const BACHELOR: [&str; 8] =
    ["bachelor", "bachelors", "bachelor's", "bachelors'", "bsc", "beng", "undergraduate", "btech"];
const DOCTOR: [&str; 6] = ["phd", "doctorate", "doctoral", "dphil", "ph", "doctor"];
const MASTER: [&str; 6] = ["master's", "masters", "msc", "meng", "masters'", "mtech"];
/// Short forms that name other things, too; they count beside another degree or before `in`.
const SHORT: [(&str, DegreeLevel); 4] = [
    ("bs", DegreeLevel::Bachelor),
    ("ba", DegreeLevel::Bachelor),
    ("ms", DegreeLevel::Master),
    ("ma", DegreeLevel::Master),
];
/// Before `degree`: an amount of something.
const AMOUNTS: [&str; 9] =
    ["some", "high", "certain", "large", "great", "360", "180", "higher", "highest"];
/// What may stand for a degree.
const EQUIVALENT: [&str; 8] = [
    "equivalent", "equivalents", "comparable", "similar", "commensurate", "relevant", "practical",
    "experience",
];

/// The degree that the words of a sentence ask for: the lowest they name.
pub(super) fn degree(words: &[Word]) -> Option<Degree> {
    let found: Vec<(usize, DegreeLevel)> =
        (0..words.len()).filter_map(|at| Some((at, level_at(words, at)?))).collect();
    let (first, last) = (found.first()?.0, found.last()?.0);
    let named = found.iter().map(|(_, level)| *level);
    let level = named.clone().filter(|level| *level != DegreeLevel::Any).min();
    let rest = &words[last + 1..];
    let stands_for = |at: usize| {
        let near = rest[at + 1..].iter().take(4);
        rest[at].norm == "or" && near.clone().any(|word| is_one_of(&word.norm, &EQUIVALENT))
    };
    let before = words[..first].iter().any(|word| word.norm == "equivalent");
    let or_equivalent = before
        || rest.iter().any(|word| word.norm == "equivalent")
        || (0..rest.len()).any(stands_for);
    Some(Degree {
        level: level.unwrap_or(DegreeLevel::Any),
        or_equivalent,
        range: words[first].start..words[last].end,
    })
}

fn level_at(words: &[Word], at: usize) -> Option<DegreeLevel> {
    let word = words[at].norm.as_str();
    let near = |offset: isize| {
        at.checked_add_signed(offset).and_then(|at| words.get(at)).map_or("", |w| w.norm.as_str())
    };
    if is_one_of(word, &BACHELOR) {
        return Some(DegreeLevel::Bachelor);
    }
    if is_one_of(word, &DOCTOR) {
        let is_one = !matches!(word, "ph" | "doctor")
            || near(1) == "d"
            || near(1) == "of" && near(2) == "philosophy";
        return is_one.then_some(DegreeLevel::Doctorate);
    }
    if is_one_of(word, &MASTER) {
        return Some(DegreeLevel::Master);
    }
    let of_study = |word: &str| is_one_of(word, &["degree", "in", "of", "diploma"]);
    let is_full = |word: &str| is_one_of(word, &BACHELOR) || is_one_of(word, &MASTER);
    if word == "master" {
        let beside = is_full(near(-1)) || near(-1) == "or" && is_full(near(-2));
        let studied = near(1) == "degree" || near(1) == "of" && near(2) == "science";
        return (beside || studied).then_some(DegreeLevel::Master);
    }
    if let Some((_, level)) = SHORT.iter().find(|(short, _)| *short == word) {
        let other = |word: &str| {
            SHORT.iter().any(|(short, _)| *short == word)
                || is_full(word)
                || is_one_of(word, &DOCTOR)
        };
        let beside = other(near(1)) || other(near(-1)) || near(1) == "or" && other(near(2));
        return (beside || of_study(near(1))).then_some(*level);
    }
    let is_degree = word == "degree" && !is_one_of(near(-1), &AMOUNTS) && near(1) != "of";
    let is_degree = is_degree || word == "degrees" && near(1) == "in";
    let is_meant = near(-1) != "a" || is_one_of(near(1), &["in", "or", "from", ""]);
    (is_degree && is_meant).then_some(DegreeLevel::Any)
}

#[cfg(test)]
mod tests {
    use roles::words;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(DegreeLevel, bool)>) {
        let found = degree(&words(text));
        assert_eq!(found.map(|degree| (degree.level, degree.or_equivalent)), expected, "{text}");
    }

    #[test]
    fn degrees_and_what_may_stand_for_them() {
        use DegreeLevel::{Any, Bachelor, Doctorate, Master};
        check("Bachelor's degree in computer science required", Some((Bachelor, false)));
        check("BSc or equivalent practical experience", Some((Bachelor, true)));
        check("BS/MS in Computer Science, or similar", Some((Bachelor, true)));
        check("B.S. degree", Some((Any, false)));
        check("Master’s degree or PhD", Some((Master, false)));
        check("PhD in distributed systems", Some((Doctorate, false)));
        check("A degree in engineering or comparable experience", Some((Any, true)));
        check("University degree", Some((Any, false)));
        check("Bachelor or Master degree", Some((Bachelor, false)));
        check("Equivalent experience instead of a degree", Some((Any, true)));
    }

    #[test]
    fn other_degrees_and_masters_are_none() {
        check("Certified Scrum Master", None);
        check("master data management", None);
        check("a high degree of ownership", None);
        check("360 degree feedback", None);
        check("MS SQL Server", None);
        check("merge to master in small steps", None);
        check("to a degree that surprises", None);
    }
}
