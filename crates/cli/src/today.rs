//! The clock. Everything below takes the day as an argument.

use resume::Date;

/// The current day in UTC.
pub(crate) fn today() -> Date {
    let today = time::OffsetDateTime::now_utc().date();
    match u16::try_from(today.year()) {
        Ok(year) => Date::Day(year, today.month().into(), today.day()),
        // A clock before year 0 or after 65535 is broken; a grade without open-ended work is left.
        Err(_) => Date::Present,
    }
}
