//! Plain text and Markdown.

use document::Kind;

use crate::office::PAGE;
use crate::pdf::WORDS;
use crate::{check_clean, check_hidden};

fn plain(more: &str) -> Vec<u8> {
    let page = PAGE
        .iter()
        .map(|(style, text)| match *style {
            "Heading1" => format!("\n{}\n", text.to_uppercase()),
            _ => format!("{text}\n"),
        })
        .collect::<Vec<_>>()
        .concat();
    format!("{page}\n{more}\n").into_bytes()
}

fn marked(more: &str) -> Vec<u8> {
    let page = PAGE
        .iter()
        .map(|(style, text)| match *style {
            "Title" => format!("# {text}\n\n"),
            "Heading1" => format!("## {text}\n\n"),
            _ => format!("{}\n\n", text.replace('•', "-")),
        })
        .collect::<Vec<_>>()
        .concat();
    format!("{page}{more}\n").into_bytes()
}

#[test]
fn characters_without_a_shape() {
    let tags: String =
        WORDS.chars().filter_map(|c| char::from_u32(0xe0000 + u32::from(c))).collect();
    let planted = format!("Remote{tags} work");
    check_hidden(&plain(&planted), Kind::Text, WORDS, "Snowflake", None);
    check_hidden(&marked(&planted), Kind::Markdown, WORDS, "Snowflake", None);
    for word in ["Remote work", "Remote\u{200b} work", "Remote work \u{2764}\u{fe0f}"] {
        check_clean(&plain(word), Kind::Text, "Remote work");
        check_clean(&marked(word), Kind::Markdown, "Remote work");
    }
}

#[test]
fn comments_and_elements_in_markdown() {
    let hidden = format!("<p style=\"display:none\">{WORDS}</p>");
    check_hidden(&marked(&hidden), Kind::Markdown, WORDS, "marked as hidden", None);
    check_clean(&marked(&format!("<p>{WORDS}</p>")), Kind::Markdown, WORDS);
    check_clean(&marked(&format!("**{WORDS}**")), Kind::Markdown, WORDS);
    check_clean(&plain(WORDS), Kind::Text, WORDS);
}
