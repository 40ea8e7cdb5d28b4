//! `mixed-spelling`: British and American spelling on one page.

use std::ops::Range;

use resume::{Edit, FieldPath, Fix, Severity};

use crate::page::Part;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The page mixes British and American spelling.
    ///
    /// ## Why
    /// Both are right; together they look like pieces of two texts. A careful reader notices it
    /// before noticing what the lines say.
    ///
    /// ## What to do
    /// Choose one, the one of the country you apply in, and use it throughout.
    ///
    /// ```bullets,flagged-together
    /// - Organised the tariff tables of 40 carriers by zone
    /// - Optimized the tile server for night trains
    /// ```
    /// ```bullets,flagged-together
    /// - Logged the behaviour of 40 meter gateways
    /// - Tested the color tables of the seat map
    /// ```
    /// ```bullets,clean
    /// - Organised the tariff tables of 40 carriers by zone
    /// - Optimised the behaviour of the tile server at a size of 40 MB
    /// - Raised the prize of the seat auction; revised its rules
    /// - Organised the move of the Harbor Authority to Kafka
    /// ```
    "mixed-spelling", Severity::Info, Topic::Language => check
}

/// Stems that take -ise or -ize.
const ISE: [&str; 42] = [
    "organ", "optim", "normal", "serial", "deserial", "synchron", "author", "virtual", "container",
    "general", "special", "custom", "modern", "minim", "maxim", "priorit", "standard", "stabil",
    "util", "visual", "initial", "final", "parallel", "token", "centr", "decentral", "central",
    "local", "material", "summar", "categor", "memo", "anonym", "pseudonym", "random", "vector",
    "quant", "real", "recogn", "analy", "reorgan", "finaliz",
];

/// Stems that end in -our or -or.
const OUR: [&str; 9] = ["behavi", "col", "fav", "hon", "lab", "neighb", "flav", "endeav", "rum"];

/// One way to spell, and its counterpart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Variant {
    British,
    American,
}

/// A word with two spellings.
struct Place {
    path: FieldPath,
    range: Range<usize>,
    variant: Variant,
    family: usize,
    other: String,
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let places = places(cx);
    for family in 0..2 {
        let of = |variant: Variant| {
            places.iter().filter(move |place| place.family == family && place.variant == variant)
        };
        let (british, american) = (of(Variant::British).count(), of(Variant::American).count());
        if british == 0 || american == 0 {
            continue;
        }
        let first = places.iter().find(|place| place.family == family).map(|place| place.variant);
        let british_first = first == Some(Variant::British);
        let minority = if american < british || (american == british && british_first) {
            Variant::American
        } else {
            Variant::British
        };
        let name = if minority == Variant::British { "British" } else { "American" };
        let Some(place) = of(minority).next() else { continue };
        let edits = of(minority).map(|place| Edit::Replace {
            path: place.path.clone(),
            range: Some(place.range.clone()),
            text: place.other.clone(),
        });
        let fix = Fix { title: "Spell one way throughout".to_owned(), edits: edits.collect() };
        findings
            .add_at(
                place.path.clone(),
                place.range.clone(),
                format!("{name} spelling here, the other one elsewhere on the page"),
                format!("choose one throughout: \"{}\"", place.other),
            )
            .fix = Some(fix);
    }
}

fn places(cx: &Context<'_>) -> Vec<Place> {
    let mut places = Vec::new();
    let units = cx.page.units.iter().filter(|unit| unit.part != Part::Label);
    for unit in units {
        for word in &unit.facts.words {
            let said = &unit.text[word.start..word.end];
            let inside = word.start > 0 && said.starts_with(char::is_uppercase);
            // A capitalized word inside a line is a name.
            if inside || !said.is_ascii() {
                continue;
            }
            let Some((variant, family, other)) = variant(said) else { continue };
            let range = unit.offset + word.start..unit.offset + word.end;
            places.push(Place { path: unit.path.clone(), range, variant, family, other });
        }
    }
    places
}

/// Which spelling a word has, of which family, and the other one.
fn variant(word: &str) -> Option<(Variant, usize, String)> {
    // Most words have none of the letters in question.
    let may_vary = |pair: &[u8]| matches!(pair, b"is" | b"iz" | b"ys" | b"yz" | b"or" | b"ou");
    if word.len() < 5 || !word.as_bytes().windows(2).any(may_vary) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let ise = ISE.iter().find_map(|stem| {
        let rest = lower.strip_prefix(stem)?;
        let (variant, tail) = match rest.as_bytes() {
            [b'i', b's', ..] | [b's', ..] => (Variant::British, rest),
            [b'i', b'z', ..] | [b'z', ..] => (Variant::American, rest),
            _ => return None,
        };
        // `analyst` and `realism` have no other spelling.
        let ending = tail.trim_start_matches('i').get(1..)?;
        let two = matches!(
            ending,
            "e" | "ed" | "es" | "er" | "ers" | "ing" | "ation" | "ations" | "able"
        );
        let needs_i = !rest.starts_with('i') && *stem != "analy";
        (two && !needs_i).then(|| (variant, stem.len() + usize::from(rest.starts_with('i'))))
    });
    if let Some((variant, at)) = ise {
        let letter = if variant == Variant::British { "z" } else { "s" };
        return Some((variant, 0, format!("{}{letter}{}", &word[..at], &word[at + 1..])));
    }
    OUR.iter().find_map(|stem| {
        let rest = lower.strip_prefix(stem)?;
        let at = stem.len();
        if let Some(tail) = rest.strip_prefix("our") {
            let other = format!("{}or{}", &word[..at], &word[at + 3..]);
            return is_ending(tail).then_some((Variant::British, 1, other));
        }
        let tail = rest.strip_prefix("or")?;
        let other = format!("{}our{}", &word[..at], &word[at + 2..]);
        is_ending(tail).then_some((Variant::American, 1, other))
    })
}

fn is_ending(tail: &str) -> bool {
    matches!(tail, "" | "s" | "ed" | "ing" | "al" | "ally" | "ite" | "ites" | "able" | "ful")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(variant(word).map(|(.., other)| other).as_deref(), expected, "{word}");
    }

    #[test]
    fn words_with_two_spellings() {
        check("Organised", Some("Organized"));
        check("optimizations", Some("optimisations"));
        check("analysed", Some("analyzed"));
        check("behaviour", Some("behavior"));
        check("colors", Some("colours"));
    }

    #[test]
    fn words_with_one_spelling() {
        for word in [
            "raised", "size", "exercise", "analyst", "labor-saving", "column", "honest", "realism",
            "colon", "serial",
        ] {
            check(word, None);
        }
    }
}
