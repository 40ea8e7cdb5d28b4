//! Why a page could not be set.

use std::fmt;

use resume::model::Accent;

use crate::fonts::FAMILIES;

/// What went wrong. The message says what; [`TypesetError::hint`] says what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypesetError {
    /// The resume holds characters that the font of the page cannot draw.
    #[error("the font {font} cannot draw {}", Listed(missing))]
    MissingGlyphs {
        /// The family of the text.
        font: &'static str,
        /// Families that can draw all of them.
        better: Vec<&'static str>,
        /// The characters in order of appearance, each once; never empty.
        missing: Vec<Missing>,
    },
    /// The language is not a tag such as `en` or `pt-BR`.
    #[error("`{tag}` is not a language tag")]
    Language {
        /// The tag as given.
        tag: String,
    },
    /// There is no such font family.
    #[error("there is no font `{name}`")]
    Font {
        /// The name as given.
        name: String,
    },
    /// Text in this color could hardly be read.
    #[error(
        "text in {accent} on white paper has a contrast of {contrast} : 1; readers need 4.5 : 1"
    )]
    Contrast {
        /// The color as given.
        accent: Accent,
        /// Its contrast with white, to one decimal.
        contrast: String,
        /// The same hue, dark enough.
        darker: Accent,
    },
    /// The picture would be empty or larger than memory should hold.
    #[error("a scale of {scale} pixels a point is outside 0.1 to 10")]
    Scale {
        /// The scale as written.
        scale: String,
    },
    /// The template does not print letters.
    #[error("template `{template}` does not print the texts of a letter")]
    NoLetter {
        /// Name of the template.
        template: String,
    },
    /// A page of a document cannot be drawn.
    #[error("the page cannot be drawn: {message}")]
    Picture {
        /// Why.
        message: String,
    },
    /// The template itself is wrong: a defect of the template, not of the resume.
    #[error("template `{template}` failed: {message}")]
    Template {
        /// Name of the template.
        template: String,
        /// The first complaint of the compiler, with its line when it has one.
        message: String,
        /// The compiler's advice, when it has any.
        advice: Option<String>,
    },
}

/// A character that cannot be drawn and the first text it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The character.
    pub character: char,
    /// The text it first appears in, whole.
    pub text: String,
}

impl TypesetError {
    /// What the reader of the error can do.
    pub fn hint(&self) -> String {
        match self {
            Self::MissingGlyphs { missing, better, .. } => match (missing.first(), &better[..]) {
                (Some(first), []) => format!(
                    "the first stands in \"{}\"; write it in Latin, Greek or Cyrillic letters, or \
                     leave it out",
                    excerpt(&first.text)
                ),
                (Some(first), fonts) => format!(
                    "the first stands in \"{}\"; {} can draw all of them (`--font`)",
                    excerpt(&first.text),
                    fonts.join(" or ")
                ),
                (None, _) => String::new(),
            },
            Self::Font { .. } => {
                let names: Vec<&str> = FAMILIES.iter().map(|family| family.name).collect();
                format!("there are: {}", names.join(", "))
            }
            Self::Contrast { darker, .. } => format!("{darker} is the same color, dark enough"),
            Self::Language { .. } => {
                "use a BCP 47 tag: two or three letters and, if it matters, a country: `en`, \
                 `en-GB`, `hr`"
                    .to_owned()
            }
            Self::Scale { .. } => "2 gives a picture that is sharp on a screen".to_owned(),
            Self::NoLetter { .. } => "choose another template with `--template`; one of your own \
                                      prints `letter` of its data when there is one"
                .to_owned(),
            Self::Picture { .. } => {
                "the file may be damaged or locked; what can be read of it is shown without a \
                 picture"
                    .to_owned()
            }
            Self::Template { advice, .. } => advice
                .clone()
                .unwrap_or_else(|| "choose another template, and report this one".to_owned()),
        }
    }
}

/// At most five characters, drawn and named by code point.
struct Listed<'a>(&'a [Missing]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 5;
        for (index, missing) in self.0.iter().take(SHOWN).enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            let code = u32::from(missing.character);
            if missing.character.is_control() {
                write!(f, "{comma}U+{code:04X}")?;
            } else {
                write!(f, "{comma}'{}' (U+{code:04X})", missing.character)?;
            }
        }
        match self.0.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

/// A text short enough for one line of a message.
fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let mut start: String = text.chars().take(LONGEST - 1).collect();
    start.push('…');
    start
}
