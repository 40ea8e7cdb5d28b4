//! Units: what a number measures, and its size in a base unit.

use crate::lex::{Kind, Token};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Seconds.
    Time,
    /// Things per second; see [`crate::Quantity::noun`] for which.
    Rate,
    /// Bytes.
    Bytes,
    /// Bits per second.
    Bandwidth,
    /// Hertz; frames per second.
    Frequency,
    /// Watts, ampere, volts, watt-hours, degrees, decibels: each in its own base unit.
    Energy,
    /// Percent: 100 is the whole.
    Percent,
    /// Percentage points.
    Points,
    /// Times as much: `10x`, `halved` (0.5).
    Ratio,
    /// Money; see [`crate::Quantity::noun`] for the currency.
    Money,
    /// Countable things; see [`crate::Quantity::noun`] for which.
    Count,
    /// A number without a unit.
    Bare,
}

impl Dimension {
    /// The word used in reports and tests.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Rate => "rate",
            Self::Bytes => "bytes",
            Self::Bandwidth => "bandwidth",
            Self::Frequency => "frequency",
            Self::Energy => "energy",
            Self::Percent => "percent",
            Self::Points => "points",
            Self::Ratio => "ratio",
            Self::Money => "money",
            Self::Count => "count",
            Self::Bare => "bare",
        }
    }
}

/// A unit with its factor to the base unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Unit {
    pub(crate) dimension: Dimension,
    pub(crate) factor: f64,
}

const fn unit(dimension: Dimension, factor: f64) -> Unit {
    Unit { dimension, factor }
}

const MINUTE: f64 = 60.0;
const HOUR: f64 = 3_600.0;
const DAY: f64 = 86_400.0;
/// A month is a twelfth of 365.25 days.
const MONTH: f64 = 2_629_800.0;
const YEAR: f64 = 31_557_600.0;

/// The unit a word names. Short symbols are read as written (`MB` is not `Mb`), words in lower
/// case.
pub(crate) fn of_word(token: &Token<'_>) -> Option<Unit> {
    use Dimension::{Bandwidth, Bytes, Energy, Frequency, Percent, Points, Rate, Ratio, Time};
    let symbol = match token.text {
        "ns" => unit(Time, 1e-9),
        "us" | "µs" | "μs" => unit(Time, 1e-6),
        "ms" => unit(Time, 1e-3),
        "s" => unit(Time, 1.0),
        "h" => unit(Time, HOUR),
        "d" => unit(Time, DAY),
        "B" | "bytes" | "byte" => unit(Bytes, 1.0),
        "KB" | "kB" => unit(Bytes, 1e3),
        "MB" => unit(Bytes, 1e6),
        "GB" => unit(Bytes, 1e9),
        "TB" => unit(Bytes, 1e12),
        "PB" => unit(Bytes, 1e15),
        "KiB" => unit(Bytes, 1024.0),
        "MiB" => unit(Bytes, 1_048_576.0),
        "GiB" => unit(Bytes, 1_073_741_824.0),
        "TiB" => unit(Bytes, 1_099_511_627_776.0),
        "EB" => unit(Bytes, 1e18),
        "PiB" => unit(Bytes, 1_125_899_906_842_624.0),
        "bps" => unit(Bandwidth, 1.0),
        "kbps" | "Kbps" | "kbit" | "kb" => unit(Bandwidth, 1e3),
        "Mbps" | "Mbit" => unit(Bandwidth, 1e6),
        "Gbps" | "Gbit" => unit(Bandwidth, 1e9),
        "Tbps" | "Tbit" => unit(Bandwidth, 1e12),
        "nA" | "nW" => unit(Energy, 1e-9),
        "GW" | "GWh" => unit(Energy, 1e9),
        "TWh" => unit(Energy, 1e12),
        "Hz" | "fps" | "FPS" => unit(Frequency, 1.0),
        "kHz" => unit(Frequency, 1e3),
        "MHz" => unit(Frequency, 1e6),
        "GHz" => unit(Frequency, 1e9),
        "W" | "A" | "V" | "VA" | "Wh" | "J" | "dB" | "dBm" => unit(Energy, 1.0),
        "mW" | "mA" | "mV" | "mJ" | "mWh" | "mAh" => unit(Energy, 1e-3),
        "µA" | "uA" | "µW" | "uW" => unit(Energy, 1e-6),
        "kW" | "kV" | "kVA" | "kWh" => unit(Energy, 1e3),
        "MW" | "MWh" => unit(Energy, 1e6),
        "pp" => unit(Points, 1.0),
        "x" | "X" => unit(Ratio, 1.0),
        _ => unit(Percent, 0.0),
    };
    if symbol.factor > 0.0 {
        return Some(symbol);
    }
    Some(match &*token.lower {
        "nanosecond" | "nanoseconds" => unit(Time, 1e-9),
        "microsecond" | "microseconds" => unit(Time, 1e-6),
        "millisecond" | "milliseconds" | "msec" | "millis" => unit(Time, 1e-3),
        "sec" | "secs" | "second" | "seconds" => unit(Time, 1.0),
        "min" | "mins" | "minute" | "minutes" => unit(Time, MINUTE),
        "hr" | "hrs" | "hour" | "hours" => unit(Time, HOUR),
        "day" | "days" => unit(Time, DAY),
        "week" | "weeks" | "wk" | "wks" => unit(Time, 7.0 * DAY),
        "month" | "months" | "mo" => unit(Time, MONTH),
        "quarter" | "quarters" => unit(Time, 3.0 * MONTH),
        "year" | "years" | "yr" | "yrs" => unit(Time, YEAR),
        "kilobytes" => unit(Bytes, 1e3),
        "megabytes" | "mb" => unit(Bytes, 1e6),
        "gigabytes" | "gb" => unit(Bytes, 1e9),
        "terabytes" | "tb" => unit(Bytes, 1e12),
        "petabytes" => unit(Bytes, 1e15),
        "fortnight" | "fortnights" | "sprint" | "sprints" => unit(Time, 14.0 * DAY),
        "exabytes" => unit(Bytes, 1e18),
        "percent" | "pct" => unit(Percent, 1.0),
        "ppm" => unit(Percent, 1e-4),
        "bp" => unit(Points, 0.01),
        "rps" | "qps" | "tps" | "iops" | "eps" => unit(Rate, 1.0),
        "krps" | "kqps" | "ktps" | "kiops" => unit(Rate, 1e3),
        "mrps" | "mqps" | "miops" => unit(Rate, 1e6),
        "rpm" => unit(Rate, 1.0 / MINUTE),
        "volts" | "volt" | "watts" | "amps" | "degrees" | "decibels" => unit(Energy, 1.0),
        "kilowatts" | "kilovolts" => unit(Energy, 1e3),
        "megawatts" => unit(Energy, 1e6),
        "gigawatts" => unit(Energy, 1e9),
        "hertz" => unit(Frequency, 1.0),
        _ => return None,
    })
}

/// Seconds of the period a word names, for rates: `per day`, `/s`, `a week`.
pub(crate) fn period_of(token: &Token<'_>) -> Option<f64> {
    if token.kind != Kind::Word {
        return None;
    }
    Some(match &*token.lower {
        "s" | "sec" | "second" => 1.0,
        "min" | "minute" => MINUTE,
        "h" | "hr" | "hour" => HOUR,
        "d" | "day" | "night" | "weekday" => DAY,
        "week" | "wk" => 7.0 * DAY,
        "sprint" => 14.0 * DAY,
        "month" | "mo" => MONTH,
        "quarter" => 3.0 * MONTH,
        "year" | "yr" => YEAR,
        _ => return None,
    })
}

/// Seconds between occurrences that an adverb names: `daily`, `hourly`.
pub(crate) fn adverb_period(token: &Token<'_>) -> Option<f64> {
    if token.kind != Kind::Word {
        return None;
    }
    Some(match &*token.lower {
        "hourly" => HOUR,
        "daily" | "nightly" => DAY,
        "weekly" => 7.0 * DAY,
        "biweekly" | "fortnightly" => 14.0 * DAY,
        "monthly" => MONTH,
        "quarterly" => 3.0 * MONTH,
        "yearly" | "annually" => YEAR,
        _ => return None,
    })
}

/// The ISO 4217 code of a currency sign, code or word.
pub(crate) fn currency_of(token: &Token<'_>) -> Option<&'static str> {
    Some(match (token.kind, &*token.lower) {
        (Kind::Symbol('$'), _) | (_, "usd" | "dollars") => "USD",
        (Kind::Symbol('€'), _) | (_, "eur" | "euros" | "euro") => "EUR",
        (Kind::Symbol('£'), _) | (_, "gbp" | "pounds") => "GBP",
        (Kind::Symbol('¥'), _) | (_, "jpy" | "yen") => "JPY",
        (Kind::Symbol('₹'), _) | (_, "inr" | "rupees") => "INR",
        (_, "chf") => "CHF",
        (_, "sek") => "SEK",
        (_, "nok") => "NOK",
        (_, "dkk") => "DKK",
        (_, "pln" | "zł") => "PLN",
        (_, "cad") => "CAD",
        (_, "aud") => "AUD",
        (_, "brl") => "BRL",
        _ => return None,
    })
}
