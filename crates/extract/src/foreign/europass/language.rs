//! English names of languages by their ISO 639 codes.

/// Codes of two and three letters, in order; both forms of ISO 639-2 where they differ.
#[rustfmt::skip]
const LANGUAGES: &[(&str, &str)] = &[
    ("ara", "Arabic"), ("bg", "Bulgarian"), ("bul", "Bulgarian"), ("ca", "Catalan"),
    ("cat", "Catalan"), ("ces", "Czech"), ("chi", "Chinese"), ("cs", "Czech"), ("cze", "Czech"),
    ("da", "Danish"), ("dan", "Danish"), ("de", "German"), ("deu", "German"), ("dut", "Dutch"),
    ("el", "Greek"), ("ell", "Greek"), ("en", "English"), ("eng", "English"), ("es", "Spanish"),
    ("est", "Estonian"), ("et", "Estonian"), ("eus", "Basque"), ("fi", "Finnish"),
    ("fin", "Finnish"), ("fr", "French"), ("fra", "French"), ("fre", "French"), ("ga", "Irish"),
    ("ger", "German"), ("gle", "Irish"), ("glg", "Galician"), ("gre", "Greek"), ("heb", "Hebrew"),
    ("hi", "Hindi"), ("hin", "Hindi"), ("hr", "Croatian"), ("hrv", "Croatian"),
    ("hu", "Hungarian"), ("hun", "Hungarian"), ("ice", "Icelandic"), ("is", "Icelandic"),
    ("isl", "Icelandic"), ("it", "Italian"), ("ita", "Italian"), ("ja", "Japanese"),
    ("jpn", "Japanese"), ("kor", "Korean"), ("lav", "Latvian"), ("lit", "Lithuanian"),
    ("lt", "Lithuanian"), ("lv", "Latvian"), ("mac", "Macedonian"), ("mkd", "Macedonian"),
    ("mlt", "Maltese"), ("mt", "Maltese"), ("nl", "Dutch"), ("nld", "Dutch"), ("no", "Norwegian"),
    ("nor", "Norwegian"), ("pl", "Polish"), ("pol", "Polish"), ("por", "Portuguese"),
    ("pt", "Portuguese"), ("ro", "Romanian"), ("ron", "Romanian"), ("ru", "Russian"),
    ("rum", "Romanian"), ("rus", "Russian"), ("sk", "Slovak"), ("sl", "Slovenian"),
    ("slk", "Slovak"), ("slo", "Slovak"), ("slv", "Slovenian"), ("spa", "Spanish"),
    ("sq", "Albanian"), ("sqi", "Albanian"), ("sr", "Serbian"), ("srp", "Serbian"),
    ("sv", "Swedish"), ("swe", "Swedish"), ("tr", "Turkish"), ("tur", "Turkish"),
    ("uk", "Ukrainian"), ("ukr", "Ukrainian"), ("zh", "Chinese"), ("zho", "Chinese"),
];

/// The name of a language; a code that is not known stays as it is.
pub(super) fn name(code: &str) -> &str {
    let folded = code.trim().to_ascii_lowercase();
    let folded = folded.split(['-', '_']).next().unwrap_or_default();
    let found = LANGUAGES.binary_search_by_key(&folded, |(known, _)| known);
    found.map_or(code, |at| LANGUAGES[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_named() {
        assert!(LANGUAGES.is_sorted_by_key(|(code, _)| code));
        for (code, expected) in
            [("hrv", "Croatian"), ("en", "English"), ("EN-gb", "English"), ("tlh", "tlh")]
        {
            assert_eq!(name(code), expected);
        }
    }
}
