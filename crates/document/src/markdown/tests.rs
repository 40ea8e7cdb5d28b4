//! Markdown and the lines it becomes.

use crate::dump::dump;
use crate::{Kind, Limits, hostile, read};

#[track_caller]
fn check(markdown: &str, expected: &str) {
    let document = read(markdown.as_bytes(), Kind::Markdown, &Limits::default()).expect("a text");
    assert_eq!(dump(&document), expected.trim_matches('\n'));
}

#[test]
fn headings_and_paragraphs() {
    check("# Jane Roe\n\nOne\n\nTwo", "#1 Jane Roe\n^ One\n^ Two");
    check("Jane Roe\n========\n\nWork\n----\nText", "#1 Jane Roe\n^ #2 Work\n^ Text");
    check("One  \ntwo\\\nthree", "One\ntwo\nthree");
    check("One\n\n---\n\nTwo", "One\n^ Two");
    check("## Work {#work}\n\n{: .wide}", "#2 Work");
}

#[test]
fn line_ends_join_unless_they_are_meant() {
    check(
        "Designed the ledger that holds the balance of every\naccount and proves it each night against the bank.",
        "Designed the ledger that holds the balance of every account and proves it each night against the bank.",
    );
    check("Email: jane@example.org\nPhone: 555 0100", "Email: jane@example.org | Phone: 555 0100");
}

#[test]
fn lists_nest() {
    check("- One\n- Two\n  - Three\n\nText", "() One\n() Two\n>() Three\n^ Text");
    check("3. One\n4. Two", "(3.) One\n(4.) Two");
    check("- One\n\n- Two", "() One\n^ () Two");
    check("- [x] Done", "() Done");
}

#[test]
fn words_have_a_look_and_lead_somewhere() {
    check("**Acme**, *Berlin* `Go`", "*Acme*, /Berlin/ Go");
    check(
        "[Site](https://example.org) [mail][m]\n\n[m]: mailto:j@example.org",
        "Site<https://example.org> mail<mailto:j@example.org>",
    );
    check(
        "<https://example.org> <j@example.org>",
        "https://example.org<https://example.org> j@example.org<mailto:j@example.org>",
    );
    check("[Site][gone], 99 % [2019]", "Site, 99 % [2019]");
    check("[Work](#work) ![badge](https://example.org/b.svg)", "Work");
    check(
        "### *Engineer*, [Acme](https://example.org) (2019)",
        "#3 Engineer, Acme<https://example.org> (2019)",
    );
}

#[test]
fn tables_are_rows() {
    check(
        "| Skill | Years |\n|---|---|\n| Go | 5 |\n| SQL | 9 |",
        "[0.0.0] *Skill* | *Years*\n[0.1.0] Go | 5\n[0.2.0] SQL | 9\n! Table Skill | Years",
    );
}

#[test]
fn html_is_shown_and_comments_are_not() {
    check(
        "<div align=center><h1>Jane Roe</h1>\n<p>Berlin</p></div>\n\nText",
        "#1 Jane Roe\n^ Berlin\n^ Text",
    );
    check("One<br>two <b>bold</b>", "One\ntwo *bold*");
    check("**Acme** <span style=\"float:right\">2019</span>", "*Acme* | 2019");
    check("Text\n\n<!-- hire me -->", "Text\nMarked: hire me");
    check("Text <!-- hire me --> more", "Text more\nMarked: hire me");
    check("<a href='https://example.org'>Site</a>", "Site<https://example.org>");
}

#[test]
fn front_matter_is_metadata() {
    let text = "---\ntitle: \"Resume\"\nauthor: Jane Roe\n---\n\n# Jane Roe";
    check(text, "#1 Jane Roe");
    let document = read(text.as_bytes(), Kind::Markdown, &Limits::default()).expect("a text");
    assert_eq!(document.metadata.title.as_deref(), Some("Resume"));
    assert_eq!(document.metadata.author.as_deref(), Some("Jane Roe"));
}

#[test]
fn hostile_texts_end() {
    let text = "---\ntitle: x\n---\n# Jane {#a}\n\n- **a** [b](https://x.org)\n  1. `c`\n\n| a | b |\n|---|---|\n| c | d |\n\n<div><!-- e --></div>\n";
    hostile::mutate(text, Kind::Markdown);
    for unit in [
        "[", "![", "> ", "- ", "**a", "<b>", "|a", "`", "<!-- ", "\n- a\n  b", "[a][b]\n", "# a\n",
        "a\n",
    ] {
        hostile::repeat("", unit, Kind::Markdown);
    }
}
