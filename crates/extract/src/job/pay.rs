//! Pay in a line: `€70,000–85,000 per year`, `up to $185k`, `120-140/hr`.

use std::ops::Range;

use resume::job::{Pay, PayPeriod};

use super::currencies::CURRENCIES;

/// Pay and the bytes that say it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// Bytes of the line.
    pub(super) range: Range<usize>,
    /// What they say; the note is empty.
    pub(super) pay: Pay,
}

/// A number with what stands right beside it.
#[derive(Clone, Debug)]
struct Amount {
    range: Range<usize>,
    value: f64,
    thousands: bool,
    open: bool,
    currency: Option<&'static str>,
}

/// Words around a number that is no pay.
const OTHER_MONEY: &[&str] = &[
    "raised", "funding", "valuation", "revenue", "arr", "series", "budget", "stipend", "allowance",
    "million", "billion", "bonus of", "sign-on", "signing", "referral", "investment", "assets",
    "customers", "users", "reimburse", "401", "turnover", "fund", "sales", "savings",
    "transactions",
];

/// Words that say that a number is pay.
const PAY_WORDS: &[&str] = &[
    "salary", "pay", "compensation", "wage", "remuneration", "base", "ote", "rate", "earn",
    "range", "gross", "per annum", "per year", "/year", "annually", "per hour", "/hr", "hourly",
    "p.a.", "package", "band", "per month", "a year", "per day", "day rate",
];

/// The pay that a line states. `is_pay` says that the line stands where pay does, so that a range
/// without a currency counts, too.
pub(super) fn find(text: &str, is_pay: bool) -> Option<Found> {
    if text.len() > 4000 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let amounts = amounts(text);
    let lower = text.to_ascii_lowercase();
    let mut at = 0;
    let mut best: Option<(u8, Found)> = None;
    while at < amounts.len() {
        let second = amounts.get(at + 1).filter(|next| is_range(text, &amounts[at], next));
        let pair = (&amounts[at], second);
        if let Some((rank, found)) = read(&lower, pair, is_pay)
            && best.as_ref().is_none_or(|(held, _)| *held < rank)
        {
            best = Some((rank, found));
        }
        at += 1 + usize::from(second.is_some());
    }
    best.map(|(_, found)| found)
}

/// The pay of one amount or of a range, and how sure it is.
fn read(
    lower: &str,
    (first, second): (&Amount, Option<&Amount>),
    is_pay: bool,
) -> Option<(u8, Found)> {
    let last = second.unwrap_or(first);
    let currency = first.currency.or(last.currency);
    let scaled = |amount: &Amount, other: &Amount| {
        // In `80-110k` both are thousands.
        let thousands = amount.thousands || (other.thousands && amount.value < 1000.0);
        if thousands { amount.value * 1000.0 } else { amount.value }
    };
    let (low, high) = (scaled(first, last), scaled(last, first));
    let before = window(lower, first.range.start.saturating_sub(60)..first.range.start);
    let after = window(lower, last.range.end..last.range.end + 40);
    let near = |list: &[&str]| list.iter().any(|word| has(before, word) || has(after, word));
    let named = is_pay || near(PAY_WORDS);
    let period = period(before, after).or_else(|| {
        // Nobody is paid so much by the month in these.
        let yearly = matches!(currency, Some("USD" | "EUR" | "GBP" | "CHF" | "CAD" | "AUD"));
        (yearly && low.max(high) >= 20_000.0).then_some(PayPeriod::Year)
    });
    let ranged = second.is_some();
    let large = low.max(high) >= 1000.0 || matches!(period, Some(PayPeriod::Hour | PayPeriod::Day));
    if !large || low > high || high >= 1e9 || (near(OTHER_MONEY) && !is_pay) {
        return None;
    }
    // A range of plain numbers is pay where pay stands.
    let sure = match (currency.is_some(), named, ranged) {
        (true, true, true) => 5,
        (true, true, false) => 4,
        (true, false, true) => 3,
        (false, true, true) if period.is_some() || (is_pay && low >= 10_000.0) => 2,
        (false, true, false) if is_pay && first.thousands => 1,
        _ => return None,
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1e9")]
    let whole = |value: f64| value.round() as u32;
    let upto = ["up to", "max", "maximum", "to"].iter().any(|word| ends(before, word));
    let from = ["from", "starting at", "starts at", "at least", "min", "minimum", "starting from"];
    let from = from.iter().any(|word| ends(before, word));
    let (min, max) = match second {
        None if upto => (None, Some(whole(high))),
        None if from || first.open => (Some(whole(low)), None),
        _ => (Some(whole(low)), Some(whole(high))),
    };
    let pay = Pay { currency: currency.map(str::to_owned), min, max, period, ..Pay::default() };
    Some((sure, Found { range: first.range.start..last.range.end, pay }))
}

/// True when the text ends with these words.
fn ends(before: &str, word: &str) -> bool {
    before
        .trim_end()
        .strip_suffix(word)
        .is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric()))
}

fn has(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
        let first_is_sign = word.starts_with(|c: char| !c.is_alphanumeric());
        (first_is_sign || edge(text[..at].chars().next_back()))
            && edge(text[at + word.len()..].chars().next())
    })
}

/// The part of `text` in a range that may reach beyond it.
fn window(text: &str, range: Range<usize>) -> &str {
    let start = text.ceil_char_boundary(range.start.min(text.len()));
    let end = text.floor_char_boundary(range.end.min(text.len()));
    text.get(start..end.max(start)).unwrap_or_default()
}

fn period(before: &str, after: &str) -> Option<PayPeriod> {
    const AFTER: [(&[&str], PayPeriod); 5] = [
        (
            &["per hour", "/hr", "/hour", "/h", "an hour", "hourly", "p/h", "per hr"],
            PayPeriod::Hour,
        ),
        (&["per day", "/day", "a day", "daily", "p/d"], PayPeriod::Day),
        (&["per week", "/week", "a week", "weekly"], PayPeriod::Week),
        (&["per month", "/month", "/mo", "a month", "monthly", "p.m.", "pcm"], PayPeriod::Month),
        (
            &[
                "per year", "/year", "/yr", "/y", "a year", "annually", "annual", "yearly",
                "per annum", "p.a.", "pa", "p/a",
            ],
            PayPeriod::Year,
        ),
    ];
    const BEFORE: [(&[&str], PayPeriod); 4] = [
        (&["hourly", "per hour"], PayPeriod::Hour),
        (&["day rate", "daily"], PayPeriod::Day),
        (&["monthly", "per month"], PayPeriod::Month),
        (&["annual", "annually", "yearly", "per year", "per annum"], PayPeriod::Year),
    ];
    let close = window(after, 0..30);
    let pick = |text: &str, table: &[(&[&str], PayPeriod)]| {
        let found = table.iter().find(|(words, _)| words.iter().any(|word| has(text, word)));
        found.map(|(_, period)| *period)
    };
    pick(close, &AFTER).or_else(|| pick(before, &BEFORE))
}

/// What follows a band, without the words for its period at the beginning.
pub(super) fn without_period(text: &str) -> &str {
    const WORDS: [&str; 17] = [
        "per year", "per hour", "per month", "per week", "per day", "per annum", "a year",
        "a month", "an hour", "annually", "yearly", "monthly", "/year", "/month", "/hour", "/yr",
        "/hr",
    ];
    let found = WORDS
        .iter()
        .find(|word| text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)));
    found.map_or(text, |word| &text[word.len()..])
}

/// True when two amounts are the ends of a range.
fn is_range(text: &str, first: &Amount, second: &Amount) -> bool {
    let Some(between) = text.get(first.range.end..second.range.start) else { return false };
    let between = between.trim().trim_start_matches('+').trim();
    let between = between.to_ascii_lowercase();
    matches!(between.as_str(), "-" | "–" | "—" | "‒" | "−" | "to" | "and" | "until" | "..." | "~")
        || (between.len() <= 16
            && (between.ends_with(" to") || between.ends_with('-'))
            && period("", &between).is_some())
}

/// The numbers of a text with their currencies.
fn amounts(text: &str) -> Vec<Amount> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let inside = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'.');
        let glued_code = at >= 3 && bytes[at - 3..at].iter().all(u8::is_ascii_uppercase);
        if !bytes[at].is_ascii_digit() || (inside && !glued_code) {
            at += 1;
            continue;
        }
        let (end, value) = number(text, at);
        found.extend(amount(text, at..end, value));
        at = end.max(at + 1);
    }
    found
}

/// The number that begins at `at`: digits with groups of three behind `,`, `.`, `'` or a blank.
fn number(text: &str, at: usize) -> (usize, f64) {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut end = at + digits(at).min(15);
    let mut value = text[at..end].parse::<f64>().unwrap_or(0.0);
    loop {
        let rest = &text[end..];
        let Some(mark) = rest.chars().next() else { break };
        let from = end + mark.len_utf8();
        let group = digits(from);
        let groups = matches!(mark, ',' | '.' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}');
        if groups && group == 3 && end - at <= 11 && (mark != ' ' || value < 1000.0) {
            value = value * 1000.0 + text[from..from + 3].parse::<f64>().unwrap_or(0.0);
            end = from + 3;
        } else if matches!(mark, '.' | ',') && (1..=2).contains(&group) {
            let cents = text[from..from + group].parse::<f64>().unwrap_or(0.0);
            value += cents / if group == 1 { 10.0 } else { 100.0 };
            end = from + group;
            break;
        } else {
            break;
        }
    }
    (end, value)
}

fn amount(text: &str, digits: Range<usize>, value: f64) -> Option<Amount> {
    let mut range = digits.clone();
    let mut rest = &text[digits.end..];
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut thousands = false;
    if let Some(after) = rest.strip_prefix(['k', 'K'])
        && !is_letter(after.chars().next())
    {
        if value.to_bits() == 401_f64.to_bits() {
            return None;
        }
        thousands = true;
        range.end += 1;
        rest = after;
    }
    // Millions and percentages are no pay.
    if rest.starts_with('%') || rest.starts_with(['m', 'M', 'b', 'B', 'x']) {
        return None;
    }
    if rest.starts_with("(k)") {
        return None;
    }
    let open = rest.starts_with('+');
    let before = text[..digits.start].trim_end_matches([' ', '\u{a0}']);
    let gap = digits.start - before.len() <= 2;
    let mark = CURRENCIES.iter().find(|(mark, _)| {
        before.ends_with(mark)
            && !(is_word(mark)
                && is_letter(before[..before.len() - mark.len()].chars().next_back()))
    });
    let mut currency = None;
    if let Some((mark, code)) = mark.filter(|_| gap) {
        range.start = before.len() - mark.len();
        // `USD$160`, `USD $160`: the code says more than the mark.
        let outer = text[..range.start].trim_end();
        let named = CURRENCIES.iter().find(|(mark, _)| is_word(mark) && outer.ends_with(mark));
        currency = Some(named.filter(|_| *mark == "$").map_or(*code, |(_, code)| *code));
    }
    let after = rest.trim_start_matches([' ', '\u{a0}', '+']);
    let behind = CURRENCIES.iter().find(|(mark, _)| {
        after
            .strip_prefix(mark)
            .is_some_and(|tail| !is_word(mark) || !is_letter(tail.chars().next()))
    });
    let is_next = |mark: &str| {
        // `$80 - $90` has the mark of the second amount behind a dash, never right behind a blank.
        after[mark.len()..].starts_with(|c: char| c.is_ascii_digit())
    };
    if let Some((mark, code)) = behind.filter(|(mark, _)| !is_next(mark))
        && (currency.is_none() || currency == Some("USD"))
    {
        currency = Some(code);
        range.end = text.len() - after.len() + mark.len();
    }
    Some(Amount { range, value, thousands, open, currency })
}

fn is_word(mark: &str) -> bool {
    mark.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, is_pay: bool, expected: &str) {
        let shown = find(text, is_pay).map(|found| {
            let Pay { currency, min, max, period, .. } = found.pay;
            let number = |value: Option<u32>| value.map_or("?".to_owned(), |n| n.to_string());
            let period = period.map_or("?", PayPeriod::as_str);
            let currency = currency.as_deref().unwrap_or("?").to_owned();
            format!("{currency} {}-{} {period}", number(min), number(max))
        });
        assert_eq!(shown.as_deref().unwrap_or_default(), expected, "{text:?}");
    }

    #[test]
    fn bands_are_read_however_they_are_written() {
        check("Salary: €70,000–85,000 per year", false, "EUR 70000-85000 year");
        check("$80k-$110k+", true, "USD 80000-110000 year");
        check("$150K - $300K + Equity", true, "USD 150000-300000 year");
        check("USD$160-220K+", true, "USD 160000-220000 year");
        check("175000-215000 USD", true, "USD 175000-215000 year");
        check("180000-230000", true, "? 180000-230000 ?");
        check("120-140/hr", true, "? 120-140 hour");
        check("€85k-€95k", true, "EUR 85000-95000 year");
        check("£63k - 80k", true, "GBP 63000-80000 year");
        check("85 000 – 95 000 PLN monthly", true, "PLN 85000-95000 month");
        check("CHF 110'000 to 130'000 gross", true, "CHF 110000-130000 year");
        check("70.000 € bis 85.000 €", true, "EUR 70000-70000 year");
        check("The base salary is between $120,000 and $150,000.", false, "USD 120000-150000 year");
        check("Pay: $45.50 - $60 per hour", false, "USD 46-60 hour");
        check("EUR 70000-85000 a year", true, "EUR 70000-85000 year");
    }

    #[test]
    fn one_end_is_enough() {
        check("Up to $185,500 + equity", true, "USD ?-185500 year");
        check("from €70,000", true, "EUR 70000-? year");
        check("200000+ USD", true, "USD 200000-? year");
        check("annual salary of 65,000 GBP", false, "GBP 65000-65000 year");
    }

    #[test]
    fn other_numbers_are_no_pay() {
        check("We raised $42M from two funds", false, "");
        check("a $2,000 learning budget per year", false, "");
        check("401k match and 25 days", false, "");
        check("serving 2,000-3,000 requests", false, "");
        check("5-8 years of experience", false, "");
        check("Competitive", true, "");
        check("1000 - 5000 employees", true, "");
        check("", true, "");
    }
}
