//! For any file and any sequence of edits in its form: the text that is saved holds exactly what the
//! form means, and all that nobody touched keeps its bytes: comments, order, keys of others.

mod changes;
mod file;

use extract::{Format, Limits};
use proptest::prelude::*;
use resume::{FieldPath, Resume};

use super::apply::apply;
use super::fields::Fields;
use changes::{Changes, changes, clean, meant};
use file::file;

/// Texts that mean something else where nobody quotes them.
const ODD: [&str; 16] = [
    "yes", "12", "- a", "a: b", "#x", "don't", "\"q\"", "é 😀", "{y}", "[z", "*b", "%", "null",
    "a #b", "'", "\\n",
];

/// Numbers from one seed: what is built depends on it alone.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides.max(1)
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }
}

/// True when the value at `path` leaves, or stands in one that does.
fn leaves(path: &FieldPath, changes: &Changes) -> bool {
    let within = |of: &str| of.parse().is_ok_and(|of: FieldPath| path.starts_with(&of));
    let blank = changes.texts.iter().filter(|(_, (_, value))| value.is_null());
    let removed = changes.orders.iter().flat_map(|(list, (order, count))| {
        (0..*count).filter(|at| !order.contains(at)).map(move |at| format!("{list}[{at}]"))
    });
    blank.map(|(path, _)| path.clone()).chain(removed).any(|of| within(&of))
}

fn check(seed: u64, format: Format) -> Result<(), TestCaseError> {
    let (text, lines) = file(seed, format);
    let read = |text: &str| extract::read(text.as_bytes(), format, &Limits::default());
    let before = read(&text).expect("a resume").resume;
    let value = serde_json::to_value(&before).expect("JSON");
    let changes = changes(&value, &mut Dice(seed ^ 0x5eed));
    let order = |order: &[usize]| order.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
    let mut pairs: Vec<(String, String)> = Vec::new();
    pairs.extend(changes.texts.iter().map(|(name, (text, _))| (name.clone(), text.clone())));
    pairs.extend(changes.orders.iter().map(|(name, (at, _))| (name.clone(), order(at))));
    let pairs = pairs.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let fields = Fields::read(pairs).expect("a form");
    let made = apply(&text, format, &fields).expect("applied");
    let context = format!(
        "{changes:#?}
of\n{text}\nmade\n{}",
        made.source
    );

    let after = read(&made.source).expect("a resume").resume;
    let plain = |resume: &Resume| clean(serde_json::to_value(resume).expect("JSON"));
    prop_assert_eq!(plain(&after), plain(&meant(&value, &changes)), "{}", context);
    prop_assert_eq!(&after, &made.resume, "{}", context);

    let mut last = 0;
    for line in &lines {
        if leaves(&line.path, &changes) {
            continue;
        }
        // A bullet that gets tags becomes a mapping, and is written anew.
        let bullet = line.path.to_string().strip_suffix("].text").map(|list| format!("{list}]."));
        let becomes = |path: &String| bullet.as_ref().is_some_and(|it| path.starts_with(it));
        let edited =
            changes.texts.contains_key(&line.path.to_string()) || changes.texts.keys().any(becomes);
        let parts = [(&line.value, edited), (&line.stays, made.lost_comments)];
        for (part, may_go) in parts {
            let place = made.source.find(part.as_str());
            prop_assert!(place.is_some() || may_go, "`{}` is gone\n{}", part, context);
            if changes.orders.is_empty() && !may_go && !part.is_empty() && has_mark(part) {
                prop_assert!(place >= Some(last), "`{}` moved\n{}", part, context);
                last = place.unwrap_or(last);
            }
        }
    }
    Ok(())
}

/// True for a text that stands in a file once.
fn has_mark(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) && !text.contains("20") && !text.contains("1d4e")
}

#[test]
fn files_that_once_lost_something() {
    for seed in [8_597_689_580_496_683_547, 12_066_750_110_989_662_417, 14_309_413_414_186_654_176]
    {
        check(seed, Format::Yaml).expect("nothing is lost");
    }
}

proptest! {
    #[test]
    fn a_form_changes_what_it_says_and_nothing_else(seed in any::<u64>()) {
        check(seed, Format::Yaml)?;
        check(seed, Format::Json)?;
    }
}
