//! "Did you mean": the known word nearest to a mistyped one.

/// The candidate most like `word`, when one is near enough to be meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// Below this Jaro-Winkler similarity two words have little in common but letters.
    const NEAR: f64 = 0.8;

    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(similarity, _)| *similarity >= NEAR)
        // The first of equals wins, so that the answer follows the order of the list.
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(nearest(word, ["weak-opening", "long-bullet", "classic"]), expected, "{word}");
    }

    #[test]
    fn near_words_are_offered_and_far_ones_are_not() {
        check("weak-openin", Some("weak-opening"));
        check("weakopening", Some("weak-opening"));
        check("long-bulet", Some("long-bullet"));
        check("clasic", Some("classic"));
        check("zzz", None);
        check("", None);
    }
}
