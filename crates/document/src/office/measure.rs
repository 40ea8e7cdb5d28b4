//! Values of attributes: switches, lengths, colors.

use crate::Color;

/// A switch: on when it has no value.
pub(crate) fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off" | "none"))
}

/// A length in points. Plain numbers are in `unit` parts of a point; strict files may write `12pt`.
pub(crate) fn points(value: &str, unit: f32) -> Option<f32> {
    let value = value.trim();
    let split = value.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(value.len());
    let number: f32 = value[..split].trim().parse().ok()?;
    let length = match &value[split..] {
        "" => number / unit,
        "pt" => number,
        "in" => number * 72.0,
        "cm" => number * 72.0 / 2.54,
        "mm" => number * 7.2 / 2.54,
        "pi" | "pc" => number * 12.0,
        "px" => number * 0.75,
        _ => return None,
    };
    length.is_finite().then_some(length)
}

/// Twentieths of a point.
pub(crate) fn twips(value: &str) -> Option<f32> {
    points(value, 20.0)
}

/// A color of six hexadecimal digits, with or without `#`.
pub(crate) fn hex(value: &str) -> Option<Color> {
    let digits = value.strip_prefix('#').unwrap_or(value);
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some(Color { red: channel(0)?, green: channel(2)?, blue: channel(4)? })
}

/// A color by its name in HTML, as Word's highlighter and VML use them.
pub(crate) fn named(name: &str) -> Option<Color> {
    let (red, green, blue) = match name.to_ascii_lowercase().as_str() {
        "black" | "windowtext" => (0, 0, 0),
        "white" | "window" => (255, 255, 255),
        "red" => (255, 0, 0),
        "green" => (0, 255, 0),
        "blue" => (0, 0, 255),
        "yellow" => (255, 255, 0),
        "cyan" | "aqua" => (0, 255, 255),
        "magenta" | "fuchsia" => (255, 0, 255),
        "darkblue" | "navy" => (0, 0, 128),
        "darkcyan" | "teal" => (0, 128, 128),
        "darkgreen" => (0, 100, 0),
        "darkmagenta" | "purple" => (128, 0, 128),
        "darkred" | "maroon" => (128, 0, 0),
        "darkyellow" | "olive" => (128, 128, 0),
        "darkgray" | "gray" | "grey" => (128, 128, 128),
        "lightgray" | "silver" => (192, 192, 192),
        _ => return None,
    };
    Some(Color { red, green, blue })
}

/// One color over another: `share` of the upper one, 0–1.
pub(crate) fn mix(upper: Color, lower: Color, share: f32) -> Color {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
    let channel = |upper: u8, lower: u8| {
        (f32::from(upper) * share + f32::from(lower) * (1.0 - share)).round() as u8
    };
    Color {
        red: channel(upper.red, lower.red),
        green: channel(upper.green, lower.green),
        blue: channel(upper.blue, lower.blue),
    }
}
