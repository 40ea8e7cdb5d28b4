//! Rich text and the lines it becomes.

use crate::dump::dump;
use crate::{Kind, Limits, hostile, read};

#[track_caller]
fn check(rtf: &str, expected: &str) {
    let document = read(rtf.as_bytes(), Kind::Rtf, &Limits::default()).expect("rich text");
    assert_eq!(dump(&document), expected.trim_matches('\n'), "{rtf}");
}

#[test]
fn paragraphs_are_lines() {
    check(r"{\rtf1 One\par Two\line three\par}", "One\nTwo\nthree");
    check(r"{\rtf1 One\par\par Two}", "One\n^ Two");
    check(r"{\rtf1 Acme\tab 2019 \endash  2021\par}", "Acme | 2019 – 2021");
    check(r"{\rtf1 a\{b\}\\c\~d\_e\-f}", r"a{b}\c d-ef");
}

#[test]
fn characters_follow_their_code_page() {
    check(r"{\rtf1\ansi\ansicpg1252 caf\'e9 \'96 x}", "café – x");
    check(r"{\rtf1\ansi\ansicpg1251 \'c8\'e2\'e0\'ed}", "Иван");
    check(
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset238 Arial CE;}}\f0 x \f1\'a3\'f3d\'9f}",
        "x Łódź",
    );
    check(r"{\rtf1\uc1 Zo\u235?\u8211?x}", "Zoë–x");
    check(r"{\rtf1\uc0\u-10179\u-9087 !}", "\u{1f481}!");
    check(r"{\rtf1\uc2\u8226\'81\'45 x}", "(•) x");
}

#[test]
fn looks_end_with_their_group() {
    check(r"{\rtf1{\b Acme}, {\i Berlin}\b  x\b0  y}", "*Acme*, /Berlin/ *x* y");
    check(
        r"{\rtf1{\stylesheet{\s1\b heading 1;}{\s2 Normal;}}\s1 Work\par\pard\s2 x}",
        "#1 Work\nx",
    );
    check(r"{\rtf1\outlinelevel1 Work\par\pard x}", "#2 Work\nx");
}

#[test]
fn lists_have_marks() {
    check(
        r"{\rtf1{\fonttbl{\f3\fcharset2 Symbol;}}{\listtext\f3\'b7\tab}\ls1\ilvl0 One\par{\listtext o\tab}\ilvl1 Two\par\pard x\par}",
        "(•) One\n>(o) Two\nx",
    );
    check(r"{\rtf1{\pntext 1.\tab}{\*\pn\pnlvlbody}One\par}", "(1.) One");
    check(r"{\rtf1\bullet  One\par}", "(•) One");
}

#[test]
fn fields_are_links() {
    check(
        r#"{\rtf1{\field{\*\fldinst{HYPERLINK "https://example.org"}}{\fldrslt{\ul Site}}} x}"#,
        "Site<https://example.org> x",
    );
    check(r"{\rtf1 {\field{\*\fldinst PAGE}{\fldrslt 1}}}", "1");
}

#[test]
fn tables_are_rows() {
    check(
        r"{\rtf1\trowd\cellx1\cellx2\intbl Go\cell 5\cell\row\trowd\cellx1\cellx2\intbl SQL\cell 9\cell\row\pard x\par}",
        "[0.0.0] Go | 5\n[0.1.0] SQL | 9\nx\n! Table",
    );
    check(
        r"{\rtf1\intbl a\par b\cell c\par d\cell\row\pard x\par}",
        "[0.0.0] a\n[0.0.0] b\n--\n[0.0.1] c\n[0.0.1] d\n--\nx\n! Table",
    );
}

#[test]
fn what_is_hidden_is_told() {
    check(r"{\rtf1 x{\v secret} y}", "x y\nMarked: secret");
    check(
        r"{\rtf1{\colortbl;\red255\green255\blue255;\red0\green0\blue0;}x {\cf1 secret}{\cf1\highlight2 seen}}",
        "x seen\nSameColor: secret",
    );
    check(
        r"{\rtf1{\colortbl;\red255\green255\blue255;\red0\green0\blue90;}\trowd\clcbpat2\cellx1\intbl\cf1 Name\cell\row\pard x}",
        "[0.0.0] Name\nSameColor: x",
    );
    check(r"{\rtf1 x{\fs2 secret}}", "x\nTiny: secret");
    check(r"{\rtf1 x{\deleted old}{\revised new}}", "xnew\nMarked: old\n! TrackedChanges old");
}

#[test]
fn what_stands_beside_the_page_has_its_part() {
    check(
        r"{\rtf1{\header Jane\par}{\footer 1\par}Text{\footnote note} more\par}",
        "[Header] Jane\n--\nText more\n--\n[Footer] 1\n--\n[Note] note\n! HeaderFooter\n! Comment",
    );
    check(
        r"{\rtf1 a{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv 1}}{\shptxt box\par}}{\shprslt{\*\do old}}}b\par}",
        "ab\n--\n[TextBox] box\n! TextBox",
    );
}

#[test]
fn the_head_is_not_text() {
    let rtf = r"{\rtf1{\fonttbl{\f0 Arial;}}{\info{\title CV}{\author Jane}{\*\company Acme}}{\*\generator Writer;}{\pict\picw1 abcdef}{\*\unknown x}Text}";
    check(rtf, "Text");
    let document = read(rtf.as_bytes(), Kind::Rtf, &Limits::default()).expect("rich text");
    assert_eq!(document.metadata.title.as_deref(), Some("CV"));
    assert_eq!(document.metadata.author.as_deref(), Some("Jane"));
}

#[test]
fn what_is_broken_is_read_as_far_as_it_goes() {
    check(r"{\rtf1 One\par Two", "One\nTwo\n! Damaged");
    check(r"{\rtf1 One}}}} Two", "One Two");
    check(r"{\rtf1\bin99999999 x", "! Damaged");
    let deep = format!("{{\\rtf1 {}x{}y}}", "{".repeat(100_000), "}".repeat(100_000));
    check(&deep, "xy");
}

#[test]
fn hostile_texts_end() {
    let text = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 A;}{\f1\fcharset2 S;}}{\colortbl;\red255\green255\blue255;}{\*\gen x}{\listtext\f1\'b7\tab}\ls1 One\par\trowd\cellx1\intbl a\cell\row\pard\u8226?\cf1 x{\v y}{\field{\*\fldinst{HYPERLINK https://x.org}}{\fldrslt z}}\par}";
    hostile::mutate(text, Kind::Rtf);
    for unit in [
        "{", "}", "{\\b x}", "\\'", "\\u-1 ", "\\cell ", "\\intbl x\\cell\\row ", "{\\*\\x ",
        "\\par ", "{\\shptxt x}", "\\trowd\\cellx1 ", ";", "{\\header x}",
    ] {
        hostile::repeat("{\\rtf1 ", unit, Kind::Rtf);
        hostile::repeat("{\\rtf1{\\colortbl ", unit, Kind::Rtf);
    }
}
