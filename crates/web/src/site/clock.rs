//! The time as an argument: the command brings the clock of the machine, a test one of its own.

use resume::Date;
use time::OffsetDateTime;

/// Tells the time.
#[derive(Clone, Copy, Debug)]
pub struct Clock(fn() -> i64);

impl Clock {
    /// A clock that asks `now`: milliseconds since 1970 in UTC.
    pub fn new(now: fn() -> i64) -> Self {
        Self(now)
    }

    /// Milliseconds since 1970 in UTC.
    pub(crate) fn now(self) -> i64 {
        (self.0)()
    }

    /// The day in UTC.
    pub(crate) fn today(self) -> Date {
        day(self.now())
    }
}

/// The day in UTC that holds a time in milliseconds since 1970.
pub(crate) fn day(ms: i64) -> Date {
    let day = OffsetDateTime::from_unix_timestamp(ms.div_euclid(1000)).map(OffsetDateTime::date);
    match day.map(|day| (u16::try_from(day.year()), u8::from(day.month()), day.day())) {
        Ok((Ok(year), month, day)) => Date::Day(year, month, day),
        // A clock before year 0 is broken; a grade without open-ended work is left.
        _ => Date::Present,
    }
}

/// A time in milliseconds since 1970 as RFC 3339 writes it, in UTC: `2026-11-01T12:00:00.000Z`.
pub(crate) fn rfc3339(ms: i64) -> String {
    let time = OffsetDateTime::from_unix_timestamp(ms.div_euclid(1000));
    let time = time.unwrap_or(OffsetDateTime::UNIX_EPOCH);
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
        time.year(),
        u8::from(time.month()),
        time.day(),
        time.hour(),
        time.minute(),
        time.second(),
        ms.rem_euclid(1000)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_utc() {
        for (ms, expected) in [
            (0, Date::Day(1970, 1, 1)),
            (-1, Date::Day(1969, 12, 31)),
            (1_793_491_199_999, Date::Day(2026, 10, 31)),
            (1_793_491_200_000, Date::Day(2026, 11, 1)),
            (i64::MIN, Date::Present),
        ] {
            assert_eq!(day(ms), expected, "{ms}");
        }
    }

    #[test]
    fn times_are_written_in_utc() {
        for (ms, expected) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (1_793_491_199_042, "2026-10-31T23:59:59.042Z"),
        ] {
            assert_eq!(rfc3339(ms), expected);
        }
    }
}
