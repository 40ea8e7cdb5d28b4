//! Whether a media query holds on the screen of a desk computer.

/// Where a query holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// On the screen.
    Always,
    /// On paper alone.
    InPrint,
    /// Neither.
    Never,
}

/// Width of the window, in CSS pixels.
const WINDOW: f32 = 1280.0;

/// Reads a list of queries; one that holds is enough.
pub(super) fn holds(queries: &str) -> Holds {
    let found = queries.split(',').map(query);
    found.fold(Holds::Never, |best, next| match (best, next) {
        (Holds::Always, _) | (_, Holds::Always) => Holds::Always,
        (Holds::InPrint, _) | (_, Holds::InPrint) => Holds::InPrint,
        _ => Holds::Never,
    })
}

fn query(query: &str) -> Holds {
    let query = query.trim().to_ascii_lowercase();
    let mut holds = Holds::Always;
    for term in query.split(" and ") {
        let term = term.trim();
        holds = match term.trim_start_matches("only ") {
            "screen" | "all" | "" => holds,
            "print" => Holds::InPrint,
            feature if feature.starts_with('(') && has(feature) => holds,
            _ => return Holds::Never,
        };
    }
    holds
}

fn has(feature: &str) -> bool {
    let feature = feature.trim_matches(['(', ')', ' ']);
    let Some((name, value)) = feature.split_once(':') else { return false };
    let value = value.trim();
    let (number, scale) = match value.strip_suffix("px") {
        Some(number) => (number, 1.0),
        None => (value.trim_end_matches("rem").trim_end_matches("em"), 16.0),
    };
    let pixels = number.trim().parse::<f32>().map(|number| number * scale);
    match (name.trim(), pixels) {
        ("min-width", Ok(pixels)) => pixels <= WINDOW,
        ("max-width", Ok(pixels)) => pixels >= WINDOW,
        ("prefers-color-scheme", _) => value == "light",
        ("orientation", _) => value == "landscape",
        ("hover", _) => value == "hover",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Holds, holds};

    #[test]
    fn queries_are_read() {
        for (query, expected) in [
            (" screen", Holds::Always),
            (" (min-width: 768px)", Holds::Always),
            (" only screen and (min-width: 40em)", Holds::Always),
            (" print, screen", Holds::Always),
            (" print", Holds::InPrint),
            (" (max-width: 480px)", Holds::Never),
            (" (prefers-color-scheme: dark)", Holds::Never),
            (" not print", Holds::Never),
        ] {
            assert_eq!(holds(query), expected, "{query}");
        }
    }
}
