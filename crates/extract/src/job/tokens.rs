//! Words of a posting in the form that headings and wording are compared by.

use std::borrow::Cow;

use crate::recognize::text::words;

/// The words of `text`, folded, contractions apart: `You'll` is `you`, `will`.
pub(super) fn tokens(text: &str) -> Vec<Cow<'static, str>> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for word in words(text) {
        apart(word.norm, &mut tokens);
    }
    tokens
}

/// Pushes a folded word, or the words it contracts.
fn apart(norm: String, tokens: &mut Vec<Cow<'static, str>>) {
    const ENDS: [(&str, &str); 6] = [
        ("'ll", "will"),
        ("'re", "are"),
        ("'ve", "have"),
        ("'d", "would"),
        ("'m", "am"),
        ("n't", "not"),
    ];
    let Some(at) = norm.find('\'') else {
        tokens.push(Cow::Owned(american(norm)));
        return;
    };
    if let Some((end, word)) = ENDS.iter().find(|(end, _)| norm.ends_with(end)) {
        tokens.push(Cow::Owned(norm[..norm.len() - end.len()].to_owned()));
        tokens.push(Cow::Borrowed(word));
    } else if norm.ends_with("'s") && IS.contains(&&norm[..at]) {
        tokens.push(Cow::Owned(norm[..at].to_owned()));
        tokens.push(Cow::Borrowed("is"));
    } else {
        tokens.push(Cow::Owned(norm));
    }
}

/// Words behind which `'s` is a verb.
const IS: [&str; 9] = ["what", "who", "it", "that", "there", "here", "where", "how", "let"];

/// American spelling of the words that headings have.
fn american(norm: String) -> String {
    match norm.as_str() {
        "organisation" => "organization".to_owned(),
        "behaviours" => "behaviors".to_owned(),
        "licences" => "licenses".to_owned(),
        _ => norm,
    }
}

/// Words with one blank between them.
pub(super) fn joined(tokens: &[Cow<'static, str>]) -> String {
    tokens.join(" ")
}
