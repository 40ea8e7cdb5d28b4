//! Values in the units facts are compared in, for people.

use std::fmt::Write as _;

use facts::{Change, Dimension, End, Quantity};
use roles::Direction;

/// `0.14 s`, `190,000 results/s`, `40 %`.
pub(super) fn quantity(quantity: &Quantity) -> String {
    value(quantity.value, quantity.dimension, quantity.noun.as_deref())
}

/// `0.62 s → 0.14 s, down 77 %`; `by 40 %`.
pub(super) fn change(change: &Change) -> String {
    let noun = change.noun.as_deref();
    let end = |end: &Option<End>| match end {
        None => "?".to_owned(),
        Some(end) => match end.value {
            None => "in words".to_owned(),
            Some(number) => value(number, change.dimension, noun),
        },
    };
    let mut text = match change.delta {
        Some(delta) => format!("by {}", value(delta, change.dimension, noun)),
        None => format!("{} → {}", end(&change.before), end(&change.after)),
    };
    text += match change.direction {
        Some(Direction::Down) => ", down",
        Some(Direction::Up) => ", up",
        None => "",
    };
    let number = |end: &Option<End>| end.as_ref().and_then(|end| end.value);
    if let (Some(before), Some(after)) = (number(&change.before), number(&change.after))
        && before > 0.0
        && change.direction.is_some()
    {
        let by = ((after - before) / before * 100.0).abs().round();
        let _ = write!(text, " {} %", figure(by));
    }
    if let Some(percentile) = &change.percentile {
        let _ = write!(text, ", {percentile}");
    }
    text
}

fn value(value: f64, dimension: Dimension, noun: Option<&str>) -> String {
    let figure = figure(value);
    match (dimension, noun) {
        (Dimension::Time, _) => format!("{figure} s"),
        (Dimension::Rate, noun) => format!("{figure} {}/s", noun.unwrap_or("events")),
        (Dimension::Bytes, _) => format!("{figure} bytes"),
        (Dimension::Bandwidth, _) => format!("{figure} bit/s"),
        (Dimension::Frequency, _) => format!("{figure} Hz"),
        (Dimension::Percent, _) => format!("{figure} %"),
        (Dimension::Points, _) => format!("{figure} percentage points"),
        (Dimension::Ratio, _) => format!("{figure} times"),
        (_, Some(noun)) => format!("{figure} {noun}"),
        (_, None) => figure,
    }
}

/// At most four significant digits, thousands parted by commas.
fn figure(value: f64) -> String {
    let rounded: f64 = format!("{value:.3e}").parse().unwrap_or(value);
    let text = rounded.to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(a, b)| (a, Some(b)));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match fraction {
        Some(fraction) => format!("{sign}{grouped}.{fraction}"),
        None => format!("{sign}{grouped}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_short_and_grouped() {
        for (value, expected) in [
            (0.0, "0"),
            (0.14, "0.14"),
            (1.0 / 3.0, "0.3333"),
            (999.0, "999"),
            (1000.0, "1,000"),
            (190_000.0, "190,000"),
            (640_123_456.0, "640,100,000"),
            (-42_006.0, "-42,010"),
        ] {
            assert_eq!(figure(value), expected);
        }
    }
}
