//! Numbers as letters and as Roman numerals.

/// 1 is A, 26 is Z, 27 is AA.
pub(crate) fn letter(count: u32) -> String {
    let Some(at) = count.checked_sub(1) else { return String::new() };
    let letter = char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    letter.to_string().repeat(usize::try_from(at / 26).unwrap_or_default().min(8) + 1)
}

/// Roman numerals up to 3999; digits above.
pub(crate) fn roman(count: u32) -> String {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if count > 3999 {
        return count.to_string();
    }
    let (mut left, mut text) = (count, String::new());
    for (value, digit) in DIGITS {
        while left >= value {
            left -= value;
            text.push_str(digit);
        }
    }
    text
}
