//! Colors as CSS writes them.

use super::color_names::NAMES;
use crate::Color;

/// A color and how much of it is there, 0–1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Paint {
    pub color: Color,
    pub alpha: f32,
}

impl Paint {
    /// The color seen when this is laid on a ground.
    pub(super) fn over(self, ground: Color) -> Color {
        let alpha = self.alpha.clamp(0.0, 1.0);
        let mix = |top: u8, below: u8| {
            let mixed = f32::from(top) * alpha + f32::from(below) * (1.0 - alpha);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0–255")]
            let channel = mixed.round() as u8;
            channel
        };
        Color {
            red: mix(self.color.red, ground.red),
            green: mix(self.color.green, ground.green),
            blue: mix(self.color.blue, ground.blue),
        }
    }
}

/// A color of CSS: name, hex digits, `rgb()` or `hsl()`; `None` when it cannot be told.
pub(super) fn parse(text: &str) -> Option<Paint> {
    let text = text.trim();
    if let Some(digits) = text.strip_prefix('#') {
        return hex(digits);
    }
    if let Some((function, arguments)) = text.split_once('(') {
        let numbers = numbers(arguments.trim_end_matches(')'))?;
        return match function.trim() {
            "rgb" | "rgba" => rgb(&numbers),
            "hsl" | "hsla" => hsl(&numbers),
            _ => None,
        };
    }
    if text == "transparent" {
        return Some(Paint { color: Color::default(), alpha: 0.0 });
    }
    let at = NAMES.binary_search_by_key(&text, |(name, _)| name).ok()?;
    Some(solid(NAMES[at].1))
}

/// A color of the attributes `bgcolor` and `color`, where the `#` is often left out.
pub(super) fn legacy(text: &str) -> Option<Paint> {
    let text = text.trim().to_ascii_lowercase();
    parse(&text).or_else(|| if text.len() == 6 { hex(&text) } else { None })
}

fn solid(value: u32) -> Paint {
    let [_, red, green, blue] = value.to_be_bytes();
    Paint { color: Color { red, green, blue }, alpha: 1.0 }
}

fn hex(digits: &str) -> Option<Paint> {
    if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let value = u32::from_str_radix(digits, 16).ok()?;
    // A short form doubles each digit.
    let double = |shift: u32| ((value >> shift) & 0xF) * 0x11;
    let (value, alpha) = match digits.len() {
        3 => ((double(8) << 16) | (double(4) << 8) | double(0), 255),
        4 => ((double(12) << 16) | (double(8) << 8) | double(4), double(0)),
        6 => (value, 255),
        8 => (value >> 8, value & 0xFF),
        _ => return None,
    };
    Some(Paint { alpha: alpha as f32 / 255.0, ..solid(value) })
}

/// A number and whether a percent sign follows.
type Number = (f32, bool);

fn numbers(arguments: &str) -> Option<Vec<Number>> {
    let words = arguments.split([',', '/', ' ']).map(str::trim).filter(|word| !word.is_empty());
    words
        .map(|word| {
            let percent = word.ends_with('%');
            let digits = word.trim_end_matches('%').trim_end_matches("deg");
            digits.parse::<f32>().ok().filter(|n| n.is_finite()).map(|n| (n, percent))
        })
        .collect()
}

fn rgb(numbers: &[Number]) -> Option<Paint> {
    let (&[red, green, blue], rest) = numbers.split_first_chunk::<3>()?;
    let channel = |(number, percent): Number| if percent { number * 2.55 } else { number };
    Some(paint([red, green, blue].map(channel), rest))
}

fn hsl(numbers: &[Number]) -> Option<Paint> {
    let (&[(hue, _), (saturation, _), (lightness, _)], rest) = numbers.split_first_chunk::<3>()?;
    let (saturation, lightness) = (saturation / 100.0, lightness / 100.0);
    // The formula of CSS Color 4, section 7.1.
    let channel = |n: f32| {
        let k = (n + hue.rem_euclid(360.0) / 30.0) % 12.0;
        let a = saturation * lightness.min(1.0 - lightness);
        (lightness - a * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0)) * 255.0
    };
    Some(paint([channel(0.0), channel(8.0), channel(4.0)], rest))
}

fn paint(channels: [f32; 3], alpha: &[Number]) -> Paint {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let [red, green, blue] = channels.map(|channel| channel.round().clamp(0.0, 255.0) as u8);
    let alpha = alpha.first().map_or(1.0, |&(n, percent)| if percent { n / 100.0 } else { n });
    Paint { color: Color { red, green, blue }, alpha: alpha.clamp(0.0, 1.0) }
}

#[cfg(test)]
mod tests {
    use super::{legacy, parse};

    #[track_caller]
    fn check(text: &str, expected: Option<(u8, u8, u8, f32)>) {
        let found = parse(text).map(|p| (p.color.red, p.color.green, p.color.blue, p.alpha));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn colors_are_read() {
        check("white", Some((255, 255, 255, 1.0)));
        check("rebeccapurple", Some((102, 51, 153, 1.0)));
        check("#fff", Some((255, 255, 255, 1.0)));
        check("#0f08", Some((0, 255, 0, 136.0 / 255.0)));
        check("#12345600", Some((0x12, 0x34, 0x56, 0.0)));
        check("rgb(1, 2, 3)", Some((1, 2, 3, 1.0)));
        check("rgba(255 255 255 / 50%)", Some((255, 255, 255, 0.5)));
        check("rgb(100%, 0%, 0%)", Some((255, 0, 0, 1.0)));
        check("hsl(120, 100%, 50%)", Some((0, 255, 0, 1.0)));
        check("hsl(0deg 0% 100%)", Some((255, 255, 255, 1.0)));
        check("transparent", Some((0, 0, 0, 0.0)));
        assert_eq!(legacy("FFFFFF"), parse("#ffffff"));
    }

    #[test]
    fn what_is_no_color_is_none() {
        check("", None);
        check("#ggg", None);
        check("#12345", None);
        check("rgb(1)", None);
        check("var(--ink)", None);
        check("whiteish", None);
        check("inherit", None);
    }
}
