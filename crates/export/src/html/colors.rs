//! The accent on white and on the dark ground, always readable.

use resume::model::Accent;

/// Headings and links when nothing is asked for.
const ACCENT: Accent = Accent { rgb: [0x1d, 0x4e, 0x79] };
/// The ground of the dark look, as in `style.css`.
const DARK: Accent = Accent { rgb: [0x15, 0x18, 0x1c] };
/// Text needs 4.5 by WCAG 2.2; a little more leaves room for rounding.
const LEAST: f64 = 4.6;
/// Light letters on a dark ground look thinner than they are.
const LEAST_ON_DARK: f64 = 6.5;
/// Shares of white or black that are tried, in hundredths.
const STEPS: std::ops::RangeInclusive<u16> = 0..=100;

/// The accent for both looks.
pub(super) struct Colors {
    /// On white.
    pub light: Accent,
    /// On [`DARK`].
    pub dark: Accent,
}

impl Colors {
    /// The color asked for, with as much black or white as its ground needs.
    pub(super) fn of(accent: Option<Accent>) -> Self {
        let accent = accent.unwrap_or(ACCENT);
        Self {
            light: readable(accent, 0, Accent::contrast, LEAST),
            dark: readable(accent, 255, on_dark, LEAST_ON_DARK),
        }
    }
}

/// The contrast of two colors is the ratio of their contrasts with white.
fn on_dark(color: Accent) -> f64 {
    DARK.contrast() / color.contrast()
}

fn readable(accent: Accent, toward: u8, contrast: fn(Accent) -> f64, least: f64) -> Accent {
    let mixed = STEPS.map(|share| mix(accent, toward, share));
    mixed.into_iter().find(|color| contrast(*color) >= least).unwrap_or(Accent { rgb: [toward; 3] })
}

fn mix(color: Accent, toward: u8, share: u16) -> Accent {
    let channel = |channel: u8| {
        let mixed = u16::from(channel) * (100 - share) + u16::from(toward) * share;
        u8::try_from((mixed + 50) / 100).unwrap_or(toward)
    };
    Accent { rgb: color.rgb.map(channel) }
}

#[cfg(test)]
mod tests {
    use resume::model::Accent;

    use super::{Colors, on_dark};

    #[track_caller]
    fn check(accent: Option<[u8; 3]>) {
        let colors = Colors::of(accent.map(|rgb| Accent { rgb }));
        assert!(colors.light.contrast() >= 4.5, "{} on white", colors.light);
        assert!(on_dark(colors.dark) >= 4.5, "{} on dark", colors.dark);
    }

    #[test]
    fn every_accent_can_be_read() {
        check(None);
        for red in (0..=255).step_by(51) {
            for green in (0..=255).step_by(51) {
                for blue in (0..=255).step_by(51) {
                    check(Some([red, green, blue]));
                }
            }
        }
    }

    #[test]
    fn a_readable_accent_is_not_changed() {
        let asked = Accent { rgb: [0x8a, 0x1c, 0x2b] };
        assert_eq!(Colors::of(Some(asked)).light, asked);
    }

    /// The other colors of the style sheet: ink, quiet text.
    #[test]
    fn the_style_sheet_is_readable() {
        let style = super::super::STYLE;
        let color = |name: &str, at: usize| -> Accent {
            let value = style.split(name).nth(at).and_then(|rest| rest.get(..7));
            value.and_then(|value| value.parse().ok()).expect("a color")
        };
        for name in ["--ink: ", "--quiet: "] {
            assert!(color(name, 1).contrast() >= 4.5, "{name} on white");
            assert!(on_dark(color(name, 2)) >= 4.5, "{name} on dark");
        }
        assert_eq!(color("--ground: ", 1).rgb, [255; 3]);
        assert_eq!(color("--ground: ", 2), super::DARK);
    }
}
