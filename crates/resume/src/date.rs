//! Dates as resumes write them: a year, a month or a day, or "present".

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::DateFormat;

/// A calendar date with the precision its author gave.
///
/// Text that is not a date is kept as [`Date::Unreadable`], so that nothing is lost and a rule
/// can point at it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Date {
    /// `2021`
    Year(u16),
    /// `2021-03`; the month is 1–12.
    Month(u16, u8),
    /// `2021-03-15`; month and day are valid for the Gregorian calendar.
    Day(u16, u8, u8),
    /// `present`, `now`, `current`, `ongoing`, `today`.
    Present,
    /// Anything else, as written.
    Unreadable(String),
}

const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
];

impl Date {
    /// Reads ISO forms (`2021`, `2021-03`, `2021-03-15`), their `/` and `.` variants, `03/2021`,
    /// `Mar 2021`, `March 2021`, `Mar 15, 2021`, `15 March 2021`, the day of a point in time
    /// (`2021-03-15T08:00:00Z`) and the words for "still there".
    pub fn parse(text: &str) -> Self {
        let trimmed = text.trim();
        let lower = trimmed.to_lowercase();
        if matches!(lower.as_str(), "present" | "now" | "current" | "ongoing" | "today") {
            return Self::Present;
        }
        // A point in time begins with its day.
        let (day, time) = lower.split_once('t').unwrap_or((&lower, ""));
        let is_time = day.len() == 10 && time.as_bytes().first().is_some_and(u8::is_ascii_digit);
        Self::numeric(if is_time { day } else { &lower })
            .or_else(|| Self::worded(&lower))
            .unwrap_or_else(|| Self::Unreadable(trimmed.to_owned()))
    }

    fn numeric(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
        match parts.as_slice() {
            [year] => Some(Self::Year(parse_year(year)?)),
            [year, month] if year.len() == 4 => Self::month(parse_year(year)?, month),
            [month, year] => Self::month(parse_year(year)?, month),
            [year, month, day] => {
                let (year, month) = (parse_year(year)?, parse_small(month, 12)?);
                let day = parse_small(day, days_in_month(year, month))?;
                Some(Self::Day(year, month, day))
            }
            _ => None,
        }
    }

    fn month(year: u16, month: &str) -> Option<Self> {
        Some(Self::Month(year, parse_small(month, 12)?))
    }

    fn worded(text: &str) -> Option<Self> {
        let (word, year) = text.rsplit_once(' ')?;
        let word = word.trim().trim_end_matches(['.', ',']);
        let year = parse_year(year)?;
        if let Some(month) = month_of(word) {
            return Some(Self::Month(year, month));
        }
        let (first, second) = word.split_once(' ')?;
        let (month, day) = match month_of(first.trim_end_matches('.')) {
            Some(month) => (month, second),
            None => (month_of(second.trim())?, first),
        };
        let day = day.trim().trim_end_matches(['.', ',']);
        let ordinals = ["st", "nd", "rd", "th"];
        let day = ordinals.iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
        Some(Self::Day(year, month, parse_small(day, days_in_month(year, month))?))
    }

    /// The year, when there is one.
    pub fn year(&self) -> Option<u16> {
        match self {
            Self::Year(year) | Self::Month(year, _) | Self::Day(year, _, _) => Some(*year),
            Self::Present | Self::Unreadable(_) => None,
        }
    }

    /// True when the month is known.
    pub fn has_month(&self) -> bool {
        matches!(self, Self::Month(..) | Self::Day(..))
    }

    /// Months since year 0 of the first month this date can mean (`2021` → January 2021);
    /// `as_of` stands for "present". `None` for unreadable text.
    pub fn first_month(&self, as_of: &Self) -> Option<i32> {
        match self {
            Self::Year(year) => Some(i32::from(*year) * 12),
            Self::Month(year, month) | Self::Day(year, month, _) => {
                Some(i32::from(*year) * 12 + i32::from(*month) - 1)
            }
            Self::Present if *as_of != Self::Present => as_of.first_month(as_of),
            Self::Present | Self::Unreadable(_) => None,
        }
    }

    /// As [`Date::first_month`], for the last month this date can mean (`2021` → December 2021).
    pub fn last_month(&self, as_of: &Self) -> Option<i32> {
        match self {
            Self::Year(year) => Some(i32::from(*year) * 12 + 11),
            Self::Present if *as_of != Self::Present => as_of.first_month(as_of),
            _ => self.first_month(as_of),
        }
    }

    /// What a page shows: `Mar 2021`, `2021`, `Present`, or the text as written.
    pub fn display(&self) -> Cow<'_, str> {
        self.display_as(DateFormat::Short)
    }

    /// As [`Date::display`], the month in another form.
    pub fn display_as(&self, format: DateFormat) -> Cow<'_, str> {
        match self {
            Self::Year(year) => Cow::Owned(year.to_string()),
            Self::Month(year, month) | Self::Day(year, month, _) => {
                let name = MONTHS[usize::from(*month) - 1];
                let initial = name[..1].to_uppercase();
                Cow::Owned(match format {
                    DateFormat::Short => format!("{initial}{} {year}", &name[1..3]),
                    DateFormat::Long => format!("{initial}{} {year}", &name[1..]),
                    DateFormat::Numeric => format!("{month:02}/{year}"),
                    DateFormat::Iso => format!("{year}-{month:02}"),
                    DateFormat::Year => year.to_string(),
                })
            }
            Self::Present => Cow::Borrowed("Present"),
            Self::Unreadable(text) => Cow::Borrowed(text),
        }
    }
}

/// The number of a month by its English name, whole or cut after three letters.
fn month_of(word: &str) -> Option<u8> {
    let index = MONTHS.iter().position(|name| {
        *name == word
            || (word == "sept" && *name == "september")
            || (word.len() == 3 && name.starts_with(word))
    })?;
    u8::try_from(index + 1).ok()
}

fn parse_year(text: &str) -> Option<u16> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn parse_small(text: &str, max: u8) -> Option<u8> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().filter(|number| (1..=max).contains(number))
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The ISO 8601 form that JSON Resume asks for; `present` and unreadable text as they are.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(year, month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
            Self::Present => f.write_str("present"),
            Self::Unreadable(text) => f.write_str(text),
        }
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::parse(&String::deserialize(deserializer)?))
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A date with the precision you know: `2021`, `2021-03` or `2021-03-15`; `present` for an open end.",
            "examples": ["2021-03", "2021", "present"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, iso: &str, shown: &str) {
        let date = Date::parse(text);
        assert!(!matches!(date, Date::Unreadable(_)), "{text:?} was not read");
        assert_eq!((date.to_string().as_str(), &*date.display()), (iso, shown));
    }

    #[test]
    fn reads_the_common_forms() {
        check("2021", "2021", "2021");
        check("2021-03", "2021-03", "Mar 2021");
        check("2021-3", "2021-03", "Mar 2021");
        check("2021/03", "2021-03", "Mar 2021");
        check("03/2021", "2021-03", "Mar 2021");
        check("03.2021", "2021-03", "Mar 2021");
        check("2021-03-15", "2021-03-15", "Mar 2021");
        check("Mar 2021", "2021-03", "Mar 2021");
        check("Sept. 2021", "2021-09", "Sep 2021");
        check("September 2021", "2021-09", "Sep 2021");
        check(" may 2021 ", "2021-05", "May 2021");
        check("Mar 15, 2021", "2021-03-15", "Mar 2021");
        check("March 15 2021", "2021-03-15", "Mar 2021");
        check("15 Sept. 2021", "2021-09-15", "Sep 2021");
        check("1st May 2021", "2021-05-01", "May 2021");
        check("2021-03-15T08:00:00.000Z", "2021-03-15", "Mar 2021");
        check("2024-02-29", "2024-02-29", "Feb 2024");
        check("Present", "present", "Present");
        check("now", "present", "Present");
    }

    #[test]
    fn months_have_several_forms() {
        let forms = |text: &str| -> Vec<String> {
            let date = Date::parse(text);
            DateFormat::ALL.iter().map(|format| date.display_as(*format).into_owned()).collect()
        };
        assert_eq!(forms("2021-09"), ["Sep 2021", "September 2021", "09/2021", "2021-09", "2021"]);
        assert_eq!(forms("2021"), ["2021"; 5]);
        assert_eq!(forms("present"), ["Present"; 5]);
        assert_eq!(forms("soon"), ["soon"; 5]);
    }

    #[test]
    fn keeps_what_is_not_a_date() {
        for text in [
            "", "soon", "2021-13", "2021-02-30", "2023-02-29", "21-03", "20210-3", "Ma 2021",
            "1/2/3/4", "Feb 30, 2021", "15 Mai 2021", "2021-03-15 then", "Mar Apr 2021",
        ] {
            assert_eq!(Date::parse(text), Date::Unreadable(text.to_owned()), "{text:?}");
        }
    }

    #[test]
    fn months_bound_what_a_date_can_mean() {
        let as_of = Date::Month(2026, 11);
        assert_eq!(Date::Year(2021).first_month(&as_of), Some(2021 * 12));
        assert_eq!(Date::Year(2021).last_month(&as_of), Some(2021 * 12 + 11));
        assert_eq!(Date::Present.last_month(&as_of), Some(2026 * 12 + 10));
        assert_eq!(Date::Present.first_month(&Date::Present), None);
    }
}
