//! What formats with a look share: language, colors.

use crate::Options;

/// The language tag without anything that no tag has; English when nothing is left.
pub(crate) fn tag(language: &str) -> String {
    let kept = language.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-');
    let tag: String = kept.take(35).collect();
    if tag.is_empty() { "en".to_owned() } else { tag }
}

/// The color of headings and links: red, green and blue.
pub(crate) fn accent(options: &Options) -> [u8; 3] {
    options.accent.map_or([0x1d, 0x4e, 0x79], |accent| accent.rgb)
}

/// A tone between the accent and white, for rules under titles.
pub(crate) fn paler(channel: u8) -> u8 {
    let mixed = (u16::from(channel) * 45 + u16::from(u8::MAX) * 55) / 100;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

/// Six hexadecimal digits.
pub(crate) fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}
