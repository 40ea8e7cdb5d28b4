//! What a plain YAML word means: nothing, a truth value, a number or text.

/// The type other programs give to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScalarType {
    /// `null`, `~` or nothing at all.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number, in any notation that a common YAML reader takes for one.
    Number,
    /// Anything else.
    Text,
}

/// The type of an unquoted YAML scalar. Truth values are those of YAML 1.2; numbers also those of
/// YAML 1.1 (`1_000`), because a reader of either version drops what the author wrote.
pub(crate) fn plain_type(text: &str) -> ScalarType {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => ScalarType::Null,
        "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => ScalarType::Bool,
        _ if is_number(text) => ScalarType::Number,
        _ => ScalarType::Text,
    }
}

fn is_number(text: &str) -> bool {
    let body = text.strip_prefix(['+', '-']).unwrap_or(text);
    if let Some(hex) = body.strip_prefix("0x") {
        return !hex.is_empty() && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    if let Some(octal) = body.strip_prefix("0o") {
        return !octal.is_empty() && octal.bytes().all(|byte| matches!(byte, b'0'..=b'7'));
    }
    if matches!(body, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let (mantissa, exponent) = match body.find(['e', 'E']) {
        Some(at) => (&body[..at], Some(&body[at + 1..])),
        None => (body, None),
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let has_digit = mantissa.bytes().any(|byte| byte.is_ascii_digit());
    let exponent_fits = exponent.is_none_or(|power| {
        let power = power.strip_prefix(['+', '-']).unwrap_or(power);
        !power.is_empty() && power.bytes().all(|byte| byte.is_ascii_digit())
    });
    has_digit && exponent_fits && !whole.starts_with('_') && digits(whole) && digits(fraction)
}

/// The number as JSON writes it; `None` when JSON would not write it so (`+1`, `007`, `0x1F`,
/// `.5`, `1_000`, `.nan`) or cannot hold it.
pub(crate) fn number(text: &str) -> Option<serde_json::Number> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let padded = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    if padded || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Ok(number) = text.parse::<u64>() {
        return Some(number.into());
    }
    if let Ok(number) = text.parse::<i64>() {
        return Some(number.into());
    }
    text.parse::<f64>().ok().and_then(serde_json::Number::from_f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: ScalarType, texts: &[&str]) {
        for text in texts {
            assert_eq!(plain_type(text), kind, "{text:?}");
        }
    }

    #[test]
    fn plain_words_have_the_type_other_programs_see() {
        check(ScalarType::Null, &["", "~", "null"]);
        check(ScalarType::Bool, &["true", "False"]);
        check(
            ScalarType::Number,
            &["0", "-1", "+385991234567", "1.5", ".5", "5.", "1e9", "1.5E-3"],
        );
        check(ScalarType::Number, &["0x1F", "0o17", "007", "1_000", ".inf", "-.inf", ".nan"]);
        check(ScalarType::Text, &["no", "yes", "on", "NO", "nul", "1.2.3", "2021-03", "1e", "e5"]);
        check(
            ScalarType::Text,
            &["+385 99", "10%", "0x", "_1", "-", "+", ".", "1-2", "24/7", "p99"],
        );
    }

    #[test]
    fn numbers_become_json_numbers_when_json_writes_them_so() {
        let json = |text| number(text).map(|number| number.to_string());
        for text in ["0", "12", "-12", "1.5", "0.5", "18446744073709551615"] {
            assert_eq!(json(text).as_deref(), Some(text));
        }
        for text in ["+12", "007", "0x1F", ".5", ".nan", "-.inf", "1e999", "1_000", "inf", "-"] {
            assert_eq!(json(text), None, "{text:?}");
        }
    }
}
