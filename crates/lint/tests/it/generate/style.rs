//! Ways to write the same value.

/// How before and after stand together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Ends {
    /// `from 480 ms to 92 ms`.
    #[default]
    FromTo,
    /// `480 ms → 92 ms`.
    Arrow,
    /// `480 ms -> 92 ms`.
    AsciiArrow,
    /// `to 92 ms (was 480 ms)`.
    Was,
    /// `to 92 ms instead of 480 ms`.
    InsteadOf,
}

/// How marks and spaces are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Marks {
    #[default]
    Plain,
    /// Every space before a digit or after one cannot break.
    NoBreak,
    /// `- ` in front.
    Hyphen,
    /// `• ` in front.
    Dot,
    /// `* ` in front.
    Star,
    /// A full stop at the end.
    FullStop,
    /// White space at the end.
    Trailing,
    /// Two spaces and a line break inside.
    Wrapped,
}

/// How a line writes its values; the plain style is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a way of writing of its own")]
pub(crate) struct Style {
    pub(crate) ends: Ends,
    pub(crate) marks: Marks,
    /// `480ms`.
    pub(crate) glued: bool,
    /// `0.48 s`.
    pub(crate) seconds: bool,
    /// `12 minutes`, `12 percent`, `12 hours`.
    pub(crate) units_in_words: bool,
    /// `3M`.
    pub(crate) short_millions: bool,
    /// `3,000,000`.
    pub(crate) digits: bool,
    /// `99th percentile`.
    pub(crate) worded_percentile: bool,
    /// `Postgres`, `K8s`, `Golang`.
    pub(crate) aliases: bool,
    /// `four`.
    pub(crate) worded_numbers: bool,
}

const WORDS: [&str; 10] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

impl Style {
    fn unit(&self, value: &str, short: &str, long: &str) -> String {
        if self.units_in_words {
            format!("{value} {long}")
        } else if self.glued {
            format!("{value}{short}")
        } else {
            format!("{value} {short}")
        }
    }

    pub(super) fn millis(&self, value: u32) -> String {
        if self.seconds {
            let seconds = format!("{}.{:03}", value / 1000, value % 1000);
            self.unit(seconds.trim_end_matches('0').trim_end_matches('.'), "s", "seconds")
        } else {
            self.unit(&value.to_string(), "ms", "milliseconds")
        }
    }

    pub(super) fn minutes(&self, value: u32) -> String {
        self.unit(&value.to_string(), "min", "minutes")
    }

    pub(super) fn hours(&self, value: u32) -> String {
        self.unit(&value.to_string(), "h", "hours")
    }

    pub(super) fn percent(&self, value: &str) -> String {
        if self.units_in_words {
            format!("{value} percent")
        } else if self.glued {
            format!("{value}%")
        } else {
            format!("{value} %")
        }
    }

    pub(super) fn millions(&self, value: u32) -> String {
        if self.digits {
            format!("{value},000,000")
        } else if self.short_millions {
            format!("{value}M")
        } else {
            format!("{value} million")
        }
    }

    pub(super) fn number(&self, value: u32) -> String {
        match WORDS.get(value as usize) {
            Some(word) if self.worded_numbers => (*word).to_owned(),
            _ => value.to_string(),
        }
    }

    pub(super) fn percentile(&self, measure: &str) -> String {
        match measure.strip_prefix('p').filter(|rest| rest.bytes().all(|b| b.is_ascii_digit())) {
            Some(rank) if self.worded_percentile => format!("{rank}th percentile"),
            _ => measure.to_owned(),
        }
    }

    pub(super) fn product(&self, product: &'static str) -> &'static str {
        match product {
            "PostgreSQL" if self.aliases => "Postgres",
            "Kubernetes" if self.aliases => "K8s",
            "Go" if self.aliases => "Golang",
            _ => product,
        }
    }

    pub(super) fn change(&self, before: &str, after: &str) -> String {
        match self.ends {
            Ends::FromTo => format!("from {before} to {after}"),
            Ends::Arrow => format!("{before} → {after}"),
            Ends::AsciiArrow => format!("{before} -> {after}"),
            Ends::Was => format!("to {after} (was {before})"),
            Ends::InsteadOf => format!("to {after} instead of {before}"),
        }
    }

    pub(super) fn typography(&self, text: &str) -> String {
        match self.marks {
            Marks::Plain => text.to_owned(),
            Marks::NoBreak => text.replace(' ', "\u{a0}"),
            Marks::Hyphen => format!("- {text}"),
            Marks::Dot => format!("• {text}"),
            Marks::Star => format!("* {text}"),
            Marks::FullStop => format!("{text}."),
            Marks::Trailing => format!("{text}  \r\n"),
            Marks::Wrapped => match text.find(" the ") {
                Some(at) => format!("{}\r\n  {}", &text[..at], &text[at + 1..]),
                None => text.to_owned(),
            },
        }
    }
}
