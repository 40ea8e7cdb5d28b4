//! Characters that stand for others: the private ones of symbol fonts.

/// The shape that a character has in a symbol font, as a character of its own.
///
/// Word stores such characters with their code in the font, plain or from U+F000 on. `font` is the
/// name of the font; letters of other fonts stay as they are. What has no likeness becomes a bullet
/// when `bullet` is set (it begins an item), otherwise it is left out.
pub(crate) fn symbol(c: char, font: &str, bullet: bool) -> Option<char> {
    let private = ('\u{e000}'..='\u{f8ff}').contains(&c);
    let code = match u32::from(c) {
        code @ 0xf020..=0xf0ff => code - 0xf000,
        code => code,
    };
    let font = font.to_ascii_lowercase();
    let unknown = bullet.then_some('•');
    if font.starts_with("wingdings") {
        match code {
            _ if code > 0xff && !private => Some(c),
            0x20 | 0xa0 => Some(' '),
            // Pictures of phones and letters.
            0x21..=0x3f => None,
            0x6c | 0x9f => Some('●'),
            0x6e => Some('■'),
            0x6f | 0x71 | 0x72 | 0xa8 => Some('□'),
            0x75 => Some('◆'),
            0x76 => Some('❖'),
            0x9e => Some('·'),
            0xa1 => Some('○'),
            0xa7 => Some('▪'),
            0xd8 => Some('➢'),
            0xe0 | 0xe8 => Some('➔'),
            0xfc | 0xfe => Some('✓'),
            0xab | 0xb6 => Some('★'),
            _ => unknown,
        }
    } else if font == "symbol" {
        match code {
            _ if code > 0xff && !private => Some(c),
            0xb7 => Some('•'),
            0xa8 => Some('◆'),
            0xae => Some('→'),
            0xb0 => Some('°'),
            0xb1 => Some('±'),
            0xb3 => Some('≥'),
            0xa3 => Some('≤'),
            0xb4 => Some('×'),
            0xbb => Some('≈'),
            0xa5 => Some('∞'),
            0x6d => Some('μ'),
            0x44 => Some('Δ'),
            0x2d => Some('-'),
            0x20..=0x3f | 0x5b | 0x5d | 0x5f | 0x7b..=0x7d => char::from_u32(code),
            _ => unknown,
        }
    } else if private || font == "webdings" {
        // Icons: the private characters of other fonts are pictures.
        match code {
            0xb7 => Some('•'),
            0xa7 => Some('▪'),
            0xd8 => Some('➢'),
            0xfc => Some('✓'),
            0x76 => Some('❖'),
            _ => unknown,
        }
    } else {
        Some(c)
    }
}

/// True for fonts whose letters are shapes, among them the bullets of lists.
pub(crate) fn is_symbolic(font: &str) -> bool {
    let font = font.as_bytes();
    ["wingdings", "symbol", "webdings", "opensymbol"].iter().any(|name| {
        font.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name.as_bytes()))
    })
}

/// Characters without a shape that take no room: joiners, marks of direction, tags, selectors.
pub(super) fn is_shapeless(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{180e}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}'
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{ad}' | '\u{34f}')
}

/// What a run of shapeless characters says: the letters that tags and selectors encode; `None` when
/// the run is a harmless one, as copying from the web leaves behind.
pub(crate) fn message(run: &str, flag: bool) -> Option<String> {
    let tags = run.chars().filter(|c| ('\u{e0000}'..='\u{e007f}').contains(c)).count();
    if tags >= 2 && !flag {
        let letters = run.chars().filter_map(|c| {
            let code = u32::from(c).checked_sub(0xe0000)?;
            char::from_u32(code).filter(|c| (' '..='~').contains(c))
        });
        return Some(letters.collect());
    }
    let selectors = |c: &char| matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    if run.chars().filter(selectors).count() >= 2 {
        let bytes = run.chars().filter(selectors).filter_map(|c| match u32::from(c) {
            code @ 0xfe00..=0xfe0f => u8::try_from(code - 0xfe00).ok(),
            code => u8::try_from(code - 0xe0100 + 16).ok(),
        });
        let bytes: Vec<u8> = bytes.collect();
        return Some(String::from_utf8(bytes).unwrap_or_else(|_| run.to_owned()));
    }
    // Four zero-width characters in a row are a code; one or two are what an editor left behind.
    let wide = run.chars().filter(|c| *c != '\u{ad}').count();
    (wide >= 4 && tags == 0).then(|| run.to_owned())
}
