//! What a sentence of a posting speaks about, by its words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::tokens::{joined, tokens};

macro_rules! tones {
    ($($(#[$doc:meta])* $tone:ident = $key:literal,)*) => {
        /// What a sentence speaks about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Tone {
            $($(#[$doc])* $tone,)*
        }

        impl Tone {
            fn from_key(key: &str) -> Option<Self> {
                match key {
                    $($key => Some(Self::$tone),)*
                    _ => None,
                }
            }
        }

        /// How many tones there are.
        const TONES: usize = [$($key,)*].len();
    };
}

// In the order that decides between equals.
tones! {
    /// Equal opportunity.
    Equal = "equal",
    /// Accommodations.
    Accommodation = "accommodation",
    /// Notices that bind nobody who applies.
    Legal = "legal",
    /// Something that helps.
    Nice = "nice",
    /// Something that is needed.
    Must = "must",
    /// Something that is wanted.
    Wanted = "req",
    /// Something to do.
    Duty = "duty",
    /// Pay.
    Pay = "pay",
    /// The interviews.
    Process = "process",
    /// How to apply.
    Apply = "apply",
    /// Something that is offered.
    Benefit = "benefit",
    /// About who hires.
    Company = "company",
}

/// Words behind the first one, and what they speak for.
struct Cue {
    rest: Vec<String>,
    first_only: bool,
    tone: Tone,
    weight: u16,
}

static CUES: LazyLock<BTreeMap<String, Vec<Cue>>> = LazyLock::new(|| {
    let mut cues = BTreeMap::<String, Vec<Cue>>::new();
    let text = include_str!("data/cues.txt");
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let Some((head, list)) = line.split_once(": ") else { continue };
        let Some((tone, weight)) = head.split_once(' ') else { continue };
        let (Some(tone), Ok(weight)) = (Tone::from_key(tone), weight.parse()) else { continue };
        for phrase in list.split(", ") {
            let first_only = phrase.starts_with('^');
            let mut words = tokens(phrase.trim_start_matches('^')).into_iter();
            let Some(first) = words.next() else { continue };
            let rest = words.map(Into::into).collect();
            let cue = Cue { rest, first_only, tone, weight };
            cues.entry(first.into_owned()).or_default().push(cue);
        }
    }
    for held in cues.values_mut() {
        // The longest phrase of each tone counts.
        held.sort_by_key(|cue| std::cmp::Reverse((cue.rest.len(), cue.weight)));
    }
    cues
});

static VERBS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let text = include_str!("data/verbs.txt");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let verbs = lines.flat_map(|line| line.split(", "));
    verbs.map(|verb| joined(&tokens(verb))).filter(|verb| !verb.is_empty()).collect()
});

/// How strongly a sentence speaks about each thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wording([u16; TONES]);

impl Wording {
    /// The wording of a sentence, an item or a line.
    pub(super) fn of(text: &str) -> Self {
        let all = tokens(text);
        let mut scores = Self::default();
        for (at, word) in all.iter().enumerate() {
            let mut seen = [false; TONES];
            for cue in CUES.get(word.as_ref()).into_iter().flatten() {
                let rest = &all[at + 1..];
                let too_late = cue.first_only && at > 0;
                let holds = !too_late
                    && !seen[cue.tone as usize]
                    && rest.len() >= cue.rest.len()
                    && cue.rest.iter().zip(rest).all(|(one, other)| one == other);
                let is_meant = word != "experience" || is_experience_of_work(&all, at);
                if holds && is_meant {
                    seen[cue.tone as usize] = true;
                    scores.add(cue.tone, cue.weight);
                }
            }
            let is_number = word.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
            let unit = all.get(at + 1).map(AsRef::as_ref);
            if is_number && matches!(unit, Some("years" | "year" | "yrs")) {
                scores.add(Tone::Wanted, if at == 0 { 4 } else { 2 });
            }
        }
        let duty = opens_duty(&all);
        if duty > 0 && scores.get(Tone::Wanted) < 4 {
            scores.add(Tone::Duty, duty);
        }
        scores
    }

    fn add(&mut self, tone: Tone, weight: u16) {
        let held = &mut self.0[tone as usize];
        *held = held.saturating_add(weight).min(60);
    }

    /// How strongly it speaks about `tone`.
    pub(super) fn get(self, tone: Tone) -> u16 {
        self.0[tone as usize]
    }

    /// How strongly it says that something is wanted, in any way.
    pub(super) fn wanted(self) -> u16 {
        self.get(Tone::Wanted) + self.get(Tone::Must) + self.get(Tone::Nice)
    }

    /// What it speaks about most, and how strongly; `None` for a sentence that says nothing known.
    pub(super) fn best(self) -> Option<(Tone, u16)> {
        const ALONE: [Tone; 9] = [
            Tone::Equal,
            Tone::Accommodation,
            Tone::Legal,
            Tone::Duty,
            Tone::Pay,
            Tone::Process,
            Tone::Apply,
            Tone::Benefit,
            Tone::Company,
        ];
        let wanted = match self.wanted() {
            0 => None,
            sum if self.get(Tone::Nice) >= 4 => Some((Tone::Nice, sum)),
            sum if self.get(Tone::Must) >= 4 => Some((Tone::Must, sum)),
            sum => Some((Tone::Wanted, sum)),
        };
        let alone = ALONE.iter().map(|tone| (*tone, self.get(*tone)));
        alone
            .chain(wanted)
            .filter(|(_, score)| *score > 0)
            .min_by_key(|(tone, score)| (std::cmp::Reverse(*score), *tone))
    }
}

/// `Experience` that is asked for, by the words around it; users have one, too: `the shopping
/// experience`.
fn is_experience_of_work(all: &[std::borrow::Cow<'static, str>], at: usize) -> bool {
    let is =
        |at: usize, list: &[&str]| all.get(at).is_some_and(|word| list.contains(&word.as_ref()));
    let of_users = (1..=3).any(|back| {
        let articles = ["a", "an", "the", "our", "their", "every", "each"];
        at.checked_sub(back).is_some_and(|before| is(before, &articles))
    });
    !of_users || is(at + 1, &["with", "in", "of", "as", "using", "working", "building", "on"])
}

/// How much the first words look like those of a duty: `Design`, `Designing`, `Designs`.
fn opens_duty(all: &[std::borrow::Cow<'static, str>]) -> u16 {
    let Some(first) = all.first() else { return 0 };
    let two = all.get(1).map(|second| format!("{first} {second}"));
    if all.len() > 1
        && (VERBS.contains(first.as_ref()) || two.is_some_and(|two| VERBS.contains(&two)))
    {
        return 3;
    }
    let stems = [
        first.strip_suffix("ing").map(str::to_owned),
        first.strip_suffix("ing").map(|stem| format!("{stem}e")),
        first.strip_suffix("ing").and_then(|stem| {
            let mut letters = stem.chars().rev();
            let (last, before) = (letters.next()?, letters.next()?);
            (last == before).then(|| stem[..stem.len() - last.len_utf8()].to_owned())
        }),
        first.strip_suffix('s').map(str::to_owned),
        first.strip_suffix("es").map(str::to_owned),
    ];
    let known = stems.into_iter().flatten().any(|stem| VERBS.contains(&stem));
    if known && all.len() > 2 { 3 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Tone>) {
        assert_eq!(Wording::of(text).best().map(|(tone, _)| tone), expected, "{text:?}");
    }

    #[test]
    fn wording_tells_what_is_wanted_from_what_is_done() {
        check("You have run services in Go or Java for users who pay", Some(Tone::Wanted));
        check("5+ years with relational databases", Some(Tone::Wanted));
        check("Experience designing APIs that other teams build on", Some(Tone::Wanted));
        check("Kafka is a plus", Some(Tone::Nice));
        check("Ideally, you have seen a large migration", Some(Tone::Nice));
        check("A valid driving licence is required", Some(Tone::Must));
        check("You will own the rating service", Some(Tone::Duty));
        check("Design and build the APIs of our partners", Some(Tone::Duty));
        check("Debugging what wakes us at night", Some(Tone::Duty));
        check("Runs the on-call rota of two teams", Some(Tone::Duty));
        check("An experience in fraud detection", Some(Tone::Wanted));
        check("Riders get a shopping experience they like", None);
        check("People love the experience", None);
    }

    #[test]
    fn the_rest_is_set_aside() {
        check("We offer 30 days of vacation and a learning budget", Some(Tone::Benefit));
        check("All qualified applicants are considered regardless of age", Some(Tone::Equal));
        check("Send your CV to jobs@example.org", Some(Tone::Apply));
        check("Northwind was founded in 2014 and is backed by two funds", Some(Tone::Company));
        check("We do not accept unsolicited resumes from recruitment agencies", Some(Tone::Legal));
        check("Blue skies", None);
        check("", None);
    }

    #[test]
    fn every_line_of_the_data_names_a_tone() {
        let text = include_str!("data/cues.txt");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let key = line.split_once(' ').map(|(key, _)| key).unwrap_or_default();
            assert!(Tone::from_key(key).is_some(), "{line}");
        }
    }
}
