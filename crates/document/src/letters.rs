//! Characters as people type them: ligatures apart, accents on their letters, spaces plain.

use unicode_normalization::char::compose as compose_pair;

/// What a character of a file stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A letter, digit or sign that belongs to the text.
    Letter,
    /// A ligature: one character for several letters.
    Ligature,
    /// Any kind of space.
    Space,
    /// Leaves no trace when it is shown: zero width, marks of direction, tags.
    Shapeless,
    /// A character for private use: a picture in a font of icons, or a bullet.
    Private,
    /// No character: a control code or the mark for something unknown.
    Nothing,
}

/// The sort of a character.
pub(crate) fn sort(c: char) -> Sort {
    match c {
        ' '..='~' if c != ' ' => Sort::Letter,
        ' '
        | '\t'
        | '\n'
        | '\r'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => Sort::Space,
        '\u{fb00}'..='\u{fb06}' => Sort::Ligature,
        '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{e0000}'..='\u{e0fff}' => Sort::Shapeless,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Sort::Private,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fff0}'..='\u{ffff}' => Sort::Nothing,
        _ => Sort::Letter,
    }
}

/// The letters a joined letter stands for.
pub(crate) fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// Adds a character that is seen, with ligatures taken apart; a soft hyphen that is seen is a
/// hyphen. Adds nothing for spaces and characters without a shape.
pub(crate) fn push(text: &mut String, c: char) {
    match sort(c) {
        Sort::Ligature => text.push_str(ligature(c).unwrap_or_default()),
        Sort::Letter if matches!(c, '\u{ad}' | '\u{2010}' | '\u{2011}') => text.push('-'),
        Sort::Letter | Sort::Private => text.push(c),
        Sort::Space | Sort::Shapeless | Sort::Nothing => {}
    }
}

/// The mark that goes on a letter for an accent that stands alone.
pub(crate) fn combining(accent: char) -> Option<char> {
    Some(match accent {
        '\u{b4}' | '\u{2ca}' => '\u{301}',
        '`' | '\u{2cb}' => '\u{300}',
        '\u{2c6}' => '\u{302}',
        '\u{2dc}' => '\u{303}',
        '\u{a8}' => '\u{308}',
        '\u{af}' | '\u{2c9}' => '\u{304}',
        '\u{2d8}' => '\u{306}',
        '\u{2d9}' => '\u{307}',
        '\u{2da}' => '\u{30a}',
        '\u{2dd}' => '\u{30b}',
        '\u{2c7}' => '\u{30c}',
        '\u{b8}' => '\u{327}',
        '\u{2db}' => '\u{328}',
        '\u{300}'..='\u{36f}' => accent,
        _ => return None,
    })
}

/// A letter with an accent that was drawn over it; `None` when there is no such letter.
pub(crate) fn compose(letter: char, accent: char) -> Option<char> {
    // TeX puts accents on letters that have lost their dots for it.
    let letter = match letter {
        '\u{131}' => 'i',
        '\u{237}' => 'j',
        other => other,
    };
    compose_pair(letter, combining(accent)?)
}

/// The character of a code in a font that does not say what its codes mean: ASCII, and the
/// ligatures, quotes and accented letters of TeX's T1 encoding, the most common such font.
pub(crate) fn by_code(code: u32) -> Option<&'static str> {
    const ASCII: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`\
                         abcdefghijklmnopqrstuvwxyz{|}~";
    const LATIN: &str = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖŒØÙÚÛÜÝÞẞàáâãäåæçèéêëìíîïðñòóôõöœøùúûüýþß";
    Some(match code {
        16 => "“",
        17 => "”",
        18 => "„",
        19 => "«",
        20 => "»",
        21 => "–",
        22 => "—",
        27 => "ff",
        28 => "fi",
        29 => "fl",
        30 => "ffi",
        31 => "ffl",
        39 => "’",
        96 => "‘",
        0x21..=0x7e => {
            let at = code as usize - 0x21;
            ASCII.get(at..=at)?
        }
        0xc0..=0xff => {
            let mut places = LATIN.char_indices().skip(code as usize - 0xc0).map(|(at, _)| at);
            let start = places.next()?;
            &LATIN[start..places.next().unwrap_or(LATIN.len())]
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Sort, by_code, compose, push, sort};

    #[track_caller]
    fn check(seen: &str, expected: &str) {
        let mut text = String::new();
        seen.chars().for_each(|c| push(&mut text, c));
        assert_eq!(text, expected, "{seen:?}");
    }

    #[test]
    fn characters_become_what_people_type() {
        check("o\u{fb03}ce", "office");
        check("e\u{fb00}ort", "effort");
        check("co\u{ad}op", "co-op");
        check("a\u{200b}b\u{e0041}", "ab");
        check("x² and ½ ™", "x²and½™");
        check("naïve – “quoted”", "naïve–“quoted”");
    }

    #[test]
    fn accents_are_put_on_their_letters() {
        for (letter, accent, expected) in [
            ('a', '\u{b4}', Some('á')),
            ('\u{131}', '\u{b4}', Some('í')),
            ('u', '\u{a8}', Some('ü')),
            ('c', '\u{b8}', Some('ç')),
            ('S', '\u{2c7}', Some('Š')),
            ('x', '\u{b8}', None),
            ('a', 'b', None),
        ] {
            assert_eq!(compose(letter, accent), expected, "{letter}{accent}");
        }
    }

    #[test]
    fn codes_without_a_map_are_read_as_tex_wrote_them() {
        for (code, expected) in
            [(65, "A"), (28, "fi"), (31, "ffl"), (0x21, "!"), (0x7e, "~"), (0xe9, "é"), (0xff, "ß")]
        {
            assert_eq!(by_code(code), Some(expected), "{code}");
        }
        assert_eq!(by_code(5), None);
        assert_eq!(by_code(70_000), None);
    }

    #[test]
    fn every_character_has_one_sort() {
        for (c, expected) in [
            ('a', Sort::Letter),
            ('é', Sort::Letter),
            ('漢', Sort::Letter),
            ('\u{a0}', Sort::Space),
            ('\u{fb01}', Sort::Ligature),
            ('\u{200d}', Sort::Shapeless),
            ('\u{f095}', Sort::Private),
            ('\u{fffd}', Sort::Nothing),
        ] {
            assert_eq!(sort(c), expected, "{c:?}");
        }
    }
}
