//! Text in LaTeX: every character as itself, whatever it means to TeX.

use crate::script::{begins_right_to_left, is_eastern, is_right_to_left, segments};

/// Letters in a row after which a word may break anywhere: no line holds it.
const LONGEST: usize = 44;
/// Letters between two such places.
const PIECE: usize = 8;

/// True for a character that pdfLaTeX has with the packages of the preamble.
pub(super) fn is_narrow(c: char) -> bool {
    c.is_ascii()
        || command(c).is_some()
        || matches!(c,
        // Latin-1 and those of Latin Extended-A that the T1 encoding has.
        '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{FF}'
            | '\u{100}'..='\u{107}' | '\u{10A}'..='\u{113}' | '\u{116}'..='\u{11B}'
            | '\u{11E}'..='\u{123}' | '\u{12A}'..='\u{12B}' | '\u{12E}'..='\u{131}'
            | '\u{136}'..='\u{137}' | '\u{139}'..='\u{13E}' | '\u{141}'..='\u{148}'
            | '\u{14A}'..='\u{14D}' | '\u{150}'..='\u{165}' | '\u{168}'..='\u{173}'
            | '\u{178}'..='\u{17E}' | '\u{218}'..='\u{21B}')
}

/// What stands for a character that means something to TeX, or that not every engine takes as it
/// is.
fn command(c: char) -> Option<&'static str> {
    Some(match c {
        '\\' => r"\textbackslash{}",
        '{' => r"\{",
        '}' => r"\}",
        // Brackets would be an option of the command before.
        '[' => "{[}",
        ']' => "{]}",
        '$' => r"\$",
        '&' => r"\&",
        '#' => r"\#",
        '%' => r"\%",
        '_' => r"\_",
        '^' => r"\textasciicircum{}",
        '~' => r"\textasciitilde{}",
        '<' => r"\textless{}",
        '>' => r"\textgreater{}",
        '|' => r"\textbar{}",
        '"' => r"\textquotedbl{}",
        '\'' => r"\textquotesingle{}",
        '`' => r"\textasciigrave{}",
        '\u{A0}' | '\u{202F}' => "~",
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' => "",
        '\u{2010}' | '\u{2011}' => "-",
        '–' => r"\textendash{}",
        '—' => r"\textemdash{}",
        '‘' => r"\textquoteleft{}",
        '’' => r"\textquoteright{}",
        '‚' => r"\quotesinglbase{}",
        '“' => r"\textquotedblleft{}",
        '”' => r"\textquotedblright{}",
        '„' => r"\quotedblbase{}",
        '‹' => r"\guilsinglleft{}",
        '›' => r"\guilsinglright{}",
        '†' => r"\textdagger{}",
        '‡' => r"\textdaggerdbl{}",
        '•' => r"\textbullet{}",
        '…' => r"\textellipsis{}",
        '‰' => r"\textperthousand{}",
        '€' => r"\texteuro{}",
        '™' => r"\texttrademark{}",
        'μ' => r"\textmu{}",
        '−' => r"\ensuremath{-}",
        '→' => r"\ensuremath{\rightarrow}",
        '←' => r"\ensuremath{\leftarrow}",
        '↑' => r"\ensuremath{\uparrow}",
        '↓' => r"\ensuremath{\downarrow}",
        '↔' => r"\ensuremath{\leftrightarrow}",
        '⇒' => r"\ensuremath{\Rightarrow}",
        '≤' => r"\ensuremath{\leq}",
        '≥' => r"\ensuremath{\geq}",
        '≠' => r"\ensuremath{\neq}",
        '≈' => r"\ensuremath{\approx}",
        '∞' => r"\ensuremath{\infty}",
        _ => return None,
    })
}

/// Text for the page.
pub(super) fn text(text: &str) -> String {
    let mut tex = String::with_capacity(text.len() + text.len() / 8);
    let from_right = begins_right_to_left(text) == Some(true);
    if from_right {
        tex.push_str(r"\rtl{");
    }
    for (range, right_to_left) in segments(text) {
        let part = &text[range];
        if right_to_left == from_right {
            push(&mut tex, part, !right_to_left);
        } else if right_to_left {
            tex.push_str(r"\rtl{");
            push(&mut tex, part, false);
            tex.push('}');
        } else {
            // What stands around letters from left to right runs as the rest does.
            let inner = part.trim_matches(|c: char| !c.is_alphanumeric() && !"+#%".contains(c));
            let (before, after) = part.split_once(inner).unwrap_or((part, ""));
            push(&mut tex, before, false);
            if !inner.is_empty() {
                tex.push_str(r"\ltr{");
                push(&mut tex, inner, true);
                tex.push('}');
            }
            push(&mut tex, after, false);
        }
    }
    if from_right {
        tex.push('}');
    }
    tex
}

/// Text for the properties of the file, where letters have no face.
pub(super) fn plain(text: &str) -> String {
    let mut tex = String::new();
    for c in text.chars().filter(|c| !c.is_control()) {
        match command(c).filter(|command| !command.starts_with(r"\ensuremath")) {
            Some(command) => tex.push_str(command),
            None => tex.push(c),
        }
    }
    tex
}

/// An address inside `\href`; it has only characters of a URI.
pub(super) fn address(uri: &str) -> String {
    let mut tex = String::with_capacity(uri.len());
    for c in uri.chars() {
        if matches!(c, '%' | '#' | '&' | '_' | '$') {
            tex.push('\\');
        }
        tex.push(c);
    }
    tex
}

/// The face a character needs where the main one does not have it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Face {
    Main,
    East,
    Other,
}

fn face(c: char) -> Face {
    if is_narrow(c) || is_right_to_left(c) {
        Face::Main
    } else if is_eastern(c) {
        Face::East
    } else if matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{E000}'..='\u{F8FF}' | '\u{1F000}'..='\u{1FFFF}')
    {
        Face::Other
    } else {
        Face::Main
    }
}

fn push(tex: &mut String, text: &str, faces: bool) {
    let mut open = Face::Main;
    let mut before = ' ';
    for word in text.split_inclusive(' ') {
        let long = word.chars().nth(LONGEST).is_some();
        for (at, c) in word.chars().filter(|c| !c.is_control()).enumerate() {
            let face = if faces { face(c) } else { Face::Main };
            if face != open {
                if open != Face::Main {
                    tex.push('}');
                }
                tex.push_str(match face {
                    Face::Main => "",
                    Face::East => r"\cjk{",
                    Face::Other => r"\symbols{",
                });
                open = face;
            }
            if long && at > 0 && at % PIECE == 0 {
                tex.push_str(r"\allowbreak{}");
            } else if c == before && matches!(c, '-' | ',') {
                // Two hyphens would become a dash.
                tex.push_str("{}");
            }
            match command(c) {
                Some(command) => tex.push_str(command),
                None => tex.push(c),
            }
            before = c;
        }
    }
    if open != Face::Main {
        tex.push('}');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, expected: &str) {
        assert_eq!(text(written), expected, "{written:?}");
    }

    #[test]
    fn what_means_something_to_tex_is_text() {
        check("C++ & C# cost 5 % of $10", r"C++ \& C\# cost 5 \% of \$10");
        check(
            r"\input{x} ~^_",
            r"\textbackslash{}input\{x\} \textasciitilde{}\textasciicircum{}\_",
        );
        check("<b>[x]|", r"\textless{}b\textgreater{}{[}x{]}\textbar{}");
        check(
            "\"a\" 'b' `c`",
            r"\textquotedbl{}a\textquotedbl{} \textquotesingle{}b\textquotesingle{} \textasciigrave{}c\textasciigrave{}",
        );
        check("a--b --- c,,d", "a-{}-b -{}-{}- c,{},d");
        check("a\u{0}b\u{7}c", "abc");
    }

    #[test]
    fn plain_text_stays() {
        check(
            "load-tested * @ops (42/7): a; b! c? Łódź, naïve",
            "load-tested * @ops (42/7): a; b! c? Łódź, naïve",
        );
        check("2 → 3 – 4 ≤ 5", r"2 \ensuremath{\rightarrow} 3 \textendash{} 4 \ensuremath{\leq} 5");
    }

    #[test]
    fn letters_find_their_face() {
        check("Go 日本 C++", r"Go \cjk{日本} C++");
        check("日本", r"\cjk{日本}");
        check("at חברה & co", r"at \rtl{חברה} \& co");
        check("שלום (Go) 3", r"\rtl{שלום (\ltr{Go) 3}}");
        check("מהנדס C++, שוב!", r"\rtl{מהנדס \ltr{C++}, שוב!}");
        check("Привет ✓", r"Привет \symbols{✓}");
    }

    #[test]
    fn a_word_no_line_holds_may_break() {
        let long = "x".repeat(50);
        let pieces = ["xxxxxxxx"; 6].join(r"\allowbreak{}");
        check(&long, &format!(r"{pieces}\allowbreak{{}}xx"));
        check(&"x".repeat(44), &"x".repeat(44));
    }

    #[test]
    fn letters_of_pdflatex() {
        assert!("Azűłğşçñßøœ¿€–…µ×→".chars().all(is_narrow));
        assert!(!"Жλ日ש🚀✓\u{301}ạ".chars().any(is_narrow));
    }

    #[test]
    fn addresses() {
        assert_eq!(
            address("https://a.example/%20x_y?a=1&b#c~d"),
            r"https://a.example/\%20x\_y?a=1\&b\#c~d"
        );
    }
}
