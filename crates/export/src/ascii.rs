//! Text in 7-bit ASCII, for forms that damage anything else.

use deunicode::deunicode_with_tofu_cow;

/// What stands for a character that nobody knows how to spell: seen, instead of silently gone.
const UNKNOWN: &str = "?";

/// Signs that people type differently from how a table of all characters spells them.
const SIGNS: [(char, &str); 33] = [
    ('\u{a0}', " "),
    ('\u{202f}', " "),
    ('–', "-"),
    ('—', "-"),
    ('−', "-"),
    ('‑', "-"),
    ('…', "..."),
    ('·', "|"),
    ('•', "-"),
    ('€', "EUR"),
    ('£', "GBP"),
    ('¥', "JPY"),
    ('×', "x"),
    ('÷', "/"),
    ('→', "->"),
    ('←', "<-"),
    ('↔', "<->"),
    ('⇒', "=>"),
    ('≥', ">="),
    ('≤', "<="),
    ('≠', "!="),
    ('≈', "~"),
    ('±', "+/-"),
    ('µ', "u"),
    ('μ', "u"),
    ('°', " deg "),
    ('²', "^2"),
    ('³', "^3"),
    ('½', "1/2"),
    ('¼', "1/4"),
    ('¾', "3/4"),
    ('§', "section "),
    ('№', "No. "),
];

/// The text in ASCII: accents off, other scripts spelled in Latin letters, signs typed.
pub(crate) fn ascii(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn line(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    let mut greek = false;
    for c in text.chars() {
        match SIGNS.iter().find(|(sign, _)| *sign == c) {
            // A letter of a Greek word, and no sign for a millionth.
            Some(('μ', _)) if greek => typed.push(c),
            Some((_, spelled)) => {
                // `5 °C` has a space already.
                let spelled = if typed.ends_with(' ') { spelled.trim_start() } else { spelled };
                typed.push_str(spelled);
            }
            None => typed.push(c),
        }
        greek = ('\u{370}'..'\u{400}').contains(&c);
    }
    deunicode_with_tofu_cow(&typed, UNKNOWN).into_owned()
}

#[cfg(test)]
mod tests {
    use super::ascii;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let written = ascii(text);
        assert!(written.is_ascii(), "{written}");
        assert_eq!(written, expected);
    }

    #[test]
    fn latin_letters_lose_their_accents() {
        check(
            "Zoë Kovač, Łódź, Strauß, Ægir, Ørsted, Þór, İstanbul",
            "Zoe Kovac, Lodz, Strauss, AEgir, Orsted, Thor, Istanbul",
        );
        check("e\u{301}tude", "etude");
        check(
            "plain: C++ & <b> #1 @x \\ ~ ^ ` |\n- next\n",
            "plain: C++ & <b> #1 @x \\ ~ ^ ` |\n- next\n",
        );
    }

    #[test]
    fn signs_are_typed() {
        check("“a” ‘b’ «c» – d — e…", "\"a\" 'b' <<c>> - d - e...");
        check("€5, 3 × 4 → 12 ≥ 9 ≤ 10 ≠ 1 ≈ 2 ± 1", "EUR5, 3 x 4 -> 12 >= 9 <= 10 != 1 ~ 2 +/- 1");
        check("200 µs, 200 μs, 5 m², 90 °C", "200 us, 200 us, 5 m^2, 90 deg C");
        check("a\u{a0}b · c", "a b | c");
        check("é\n\n- ü\n", "e\n\n- u\n");
    }

    #[test]
    fn other_scripts_are_spelled() {
        check("Привет, Жуков", "Privet, Zhukov");
        check("Ελληνικά Δημήτρης", "Ellenika Demetres");
        check("東京", "Dong Jing");
        check("🚀", "rocket");
    }

    #[test]
    fn nothing_goes_silently() {
        check("a\u{f8ff}b", "a?b");
    }
}
