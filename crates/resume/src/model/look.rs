//! How pages look, as far as a file can say it: paper, color, density, wording of dates.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// Declares a choice of words: an enum whose values are one lower-case word each in files, on the
/// command line and in templates.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// All values, in the order people meet them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word used in files, on the command line and in templates.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl FromStr for $name {
            type Err = ();

            /// The value that is written this way; nothing else is known about a wrong word.
            fn from_str(word: &str) -> Result<Self, ()> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word).ok_or(())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// A sheet of paper.
    Paper {
        /// 210 × 297 mm.
        #[default]
        A4 = "a4",
        /// US letter, 8.5 × 11 in.
        Letter = "letter",
    }
}

words! {
    /// How tightly a page is set. Every step stays comfortable to read: body text between 9.5 and
    /// 11.5 points.
    Density {
        /// More air than the template has by itself.
        Airy = "airy",
        /// As the template was drawn.
        #[default]
        Regular = "regular",
        /// A little tighter.
        Snug = "snug",
        /// As tight as stays readable.
        Compact = "compact",
    }
}

impl Density {
    /// What gaps between lines and parts are multiplied with.
    pub fn spacing(self) -> f64 {
        match self {
            Self::Airy => 1.18,
            Self::Regular => 1.0,
            Self::Snug => 0.88,
            Self::Compact => 0.76,
        }
    }

    /// What the size of text is multiplied with.
    pub fn size(self) -> f64 {
        match self {
            Self::Airy => 1.03,
            Self::Regular => 1.0,
            Self::Snug => 0.97,
            Self::Compact => 0.94,
        }
    }
}

words! {
    /// How a date is worded.
    DateFormat {
        /// `Mar 2021`
        #[default]
        Short = "short",
        /// `March 2021`
        Long = "long",
        /// `03/2021`
        Numeric = "numeric",
        /// `2021-03`
        Iso = "iso",
        /// `2021`
        Year = "year",
    }
}

/// A color, written `#1d4e79`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Accent {
    /// Red, green and blue.
    pub rgb: [u8; 3],
}

impl Accent {
    /// The contrast with white paper by WCAG 2.2: 1 to 21. Text needs at least 4.5.
    pub fn contrast(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
        };
        let [red, green, blue] = self.rgb.map(linear);
        1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }
}

impl FromStr for Accent {
    type Err = NotAColor;

    fn from_str(text: &str) -> Result<Self, NotAColor> {
        let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6);
        let number = digits
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .ok_or(NotAColor)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self { rgb: [red, green, blue] })
    }
}

/// A text that is no color.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAColor;

impl fmt::Display for NotAColor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("write a color as `#` and six hexadecimal digits: `#1d4e79`")
    }
}

impl std::error::Error for NotAColor {}

impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.rgb;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl TryFrom<String> for Accent {
    type Error = NotAColor;

    fn try_from(text: String) -> Result<Self, NotAColor> {
        text.parse()
    }
}

impl From<Accent> for String {
    fn from(accent: Accent) -> Self {
        accent.to_string()
    }
}

impl JsonSchema for Accent {
    fn schema_name() -> Cow<'static, str> {
        "Accent".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A color: `#` and six hexadecimal digits.",
            "pattern": "^#[0-9A-Fa-f]{6}$",
            "examples": ["#1d4e79"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<[u8; 3]>) {
        assert_eq!(text.parse::<Accent>().ok().map(|accent| accent.rgb), expected, "{text:?}");
    }

    #[test]
    fn reads_colors() {
        check("#1d4e79", Some([0x1d, 0x4e, 0x79]));
        check(" #FFFFFF ", Some([255; 3]));
        for text in ["", "#", "1d4e79", "#1d4e7", "#1d4e799", "#+d4e79", "#zzzzzz", "blue", "#é234"]
        {
            check(text, None);
        }
        assert_eq!(Accent { rgb: [1, 2, 255] }.to_string(), "#0102ff");
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let contrast = |text: &str| text.parse::<Accent>().expect("a color").contrast();
        assert!((contrast("#000000") - 21.0).abs() < 0.01);
        assert!((contrast("#ffffff") - 1.0).abs() < 0.01);
        // The lightest gray that passes for text on white.
        assert!((contrast("#767676") - 4.54).abs() < 0.01);
    }

    #[test]
    fn words_lead_back_to_their_values() {
        for density in Density::ALL {
            assert_eq!(density.as_str().parse(), Ok(*density));
        }
        assert_eq!("A4".parse::<Paper>(), Err(()));
        assert_eq!("iso".parse(), Ok(DateFormat::Iso));
    }
}
