//! Pages and the lines they become.

use crate::dump::dump;
use crate::{Kind, Limits, hostile, read};

#[track_caller]
fn check(html: &str, expected: &str) {
    let document = read(html.as_bytes(), Kind::Html, &Limits::default()).expect("a page");
    assert_eq!(dump(&document), expected.trim_matches('\n'), "{html}");
}

#[test]
fn blocks_are_lines() {
    check("<p>One<p>Two", "One\n^ Two");
    check("<div>One</div><div>Two<br>three</div>", "One\nTwo\nthree");
    check("<h1>Jane</h1>One<hr>Two", "#1 Jane\n^ One\n^ Two");
    check("One<br><br>Two", "One\n^ Two");
    check("<div>One<p>Two</div>Three", "One\n^ Two\n^ Three");
    check("a\n  b&nbsp;c &amp; d&#8211;e", "a b c & d–e");
    check("<pre>a\n  b\tc</pre>", "a\nb | c");
    check("Go&nbsp;&nbsp;&nbsp;&nbsp;SQL", "Go | SQL");
}

#[test]
fn words_have_a_look_and_lead_somewhere() {
    check("<b>A</b>b <i>c</i> <strong><em>d</em></strong>", "*A*b /c/ */d/*");
    check(
        "<span style='font-weight:600'>A</span> <span style='font:italic 12px x'>b</span>",
        "*A* /b/",
    );
    check(
        "<a href='https://example.org'>S</a> <a href='#top'>T</a> <a href='/x'>U</a>",
        "S<https://example.org> T U",
    );
    check(
        "<a href='mailto:j@example.org'>j@example.org</a>",
        "j@example.org<mailto:j@example.org>",
    );
    check(
        "<style>.b{font-weight:bold} #i{font-style:italic}</style><p class='a b'>A <u id=i>b</u>",
        "*A* */b/*",
    );
    check("<i class='fa fa-phone'></i> 555", "555");
}

#[test]
fn lists_nest() {
    check("<ul><li>One<li>Two<ul><li>Three</ul></ul>Text", "() One\n() Two\n>() Three\n^ Text");
    check("<ol start=3><li>One<li>Two</ol>", "(3.) One\n(4.) Two");
    check("<li><p>One</p><p>Two</p></li>", "() One\n^ Two");
    check("<ul><li></li></ul><p>Text", "Text");
    check("<p>• One</p><p>·&nbsp;&nbsp;Two</p>", "(•) One\n^ (·) Two");
}

#[test]
fn short_cells_are_a_line() {
    check(
        "<table><tr><td>Go<td>5<tr><td>SQL<td>9</table>",
        "[0.0.0] Go | 5\n[0.1.0] SQL | 9\n! Table Go 5",
    );
    check("<table><tr><td>Text</table>", "[0.0.0] Text");
    check("<div style='display:flex'><div>Acme</div><div>2019</div></div>", "Acme | 2019");
    check("<h3>Acme <span style='float:right'>2019</span></h3>", "#3 Acme | 2019");
    check(
        "<style>.r{display:flex;flex-direction:column}</style><div class=r><p>a<p>b</div>",
        "a\n^ b",
    );
}

#[test]
fn tall_cells_are_blocks() {
    check(
        "<table><tr><td><p>a<p>b<td><p>c<p>d</table>e",
        "[0.0.0] a\n^ [0.0.0] b\n--\n^ [0.0.1] c\n^ [0.0.1] d\n--\n^ e\n! Table c",
    );
    check(
        "<div style='display:flex'><aside><p>a<p>b</aside><main><p>c</main></div>",
        "a\n^ b\n--\n^ c",
    );
}

#[test]
fn what_is_not_text_is_left_out() {
    check(
        "<head><title>T</title><style>p{}</style><script>x<p></script></head>a<svg><text>b</text></svg><noscript>c</noscript><template>d</template><!-- e -->",
        "a",
    );
    check("<textarea>a</textarea><input value=b><input type=hidden value=c>", "a | b");
}

#[test]
fn hidden_text_is_told() {
    check("a<span style='display:none'>b <b>c</b></span>d", "ad\nMarked: b c");
    check("a <p hidden>b</p>", "a\nMarked: b");
    check(
        "a <span style='visibility:hidden'>b<i style='visibility:visible'>c</i></span>",
        "a /c/\nMarked: b",
    );
    check("a <span style='color:#fff'>b</span>", "a\nSameColor: b");
    check("a <span style='font-size:1px'>b</span>", "a\nTiny: b");
    check("a <span style='opacity:0'>b</span>", "a\nTransparent: b");
    check("a <span style='color:rgba(0,0,0,0)'>b</span>", "a\nTransparent: b");
    check("a <div style='position:absolute; left:-9999px'>b</div>", "a\nOffPage: b");
    check("a <div style='text-indent:-999em'>b</div>", "a\nOffPage: b");
    check(
        "<style>.sr{position:absolute;width:1px;height:1px;overflow:hidden}</style>a <span class=sr>b</span>",
        "a\nClipped: b",
    );
    check(
        "<style>body{background:#111;color:#eee}.x{color:#121212}</style>a <p class=x>b",
        "a\nSameColor: b",
    );
    check(
        "<style>main > .k{display:none!important}</style><main>a<p class=k style='display:block'>b</main>",
        "a\nMarked: b",
    );
    check("a <p style='mso-hide:all'>b</p>", "a\nMarked: b");
}

#[test]
fn what_is_seen_is_not_hidden() {
    check("<div style='background:navy'><span style='color:white'>a</span></div>", "a");
    check("<div style='background:linear-gradient(red,blue);color:white'>a</div>", "a");
    check(
        "<style>:root{--ink:#fff;--paper:#222}div{color:var(--ink);background:var(--paper)}</style><div>a</div>",
        "a",
    );
    check("<link rel=stylesheet href=site.css><div class=dark style='color:white'>a</div>", "a");
    check("<table bgcolor=333333><tr><td><font color=white>a</font></table>", "[0.0.0] a");
    check(
        "<style>@media print{p{display:none}}@media (max-width:600px){p{display:none}}</style><p>a",
        "a",
    );
    check("<style>.p{display:none}@media print{.p{display:block}}</style><p class=p>a", "a");
    check("<p style='color:#ccc;font-size:8px'>a</p>", "a");
    check("<p style='color:inherit;position:relative;left:-50px'>a</p>", "a");
}

#[test]
fn encodings_and_metadata() {
    let html = b"<html lang=de><meta charset=windows-1252><meta name=author content='Zo\xeb'><title>L\xe9</title><p>caf\xe9";
    let document = read(html, Kind::Html, &Limits::default()).expect("a page");
    assert_eq!(document.lines[0].text(), "café");
    assert_eq!(document.metadata.author.as_deref(), Some("Zoë"));
    assert_eq!(document.metadata.title.as_deref(), Some("Lé"));
    assert_eq!(document.metadata.language.as_deref(), Some("de"));
    assert_eq!(document.naive, "café\n");
}

#[test]
fn naive_text_is_in_the_order_of_the_file() {
    let html =
        "<title>T</title><p>One <b>two</b></p><p hidden>three</p><table><tr><td>a<td>b</table>";
    let document = read(html.as_bytes(), Kind::Html, &Limits::default()).expect("a page");
    assert_eq!(document.naive, "One two\nthree\na\nb\n");
}

#[test]
fn xml_of_word_2003() {
    let head = "<?xml version='1.0'?><w:wordDocument xmlns:w='x'><o:Title>CV</o:Title><w:body>";
    let word = |body: &str| format!("{head}{body}</w:body></w:wordDocument>");
    check(
        &word(
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Jane &amp; Co</w:t></w:r><w:r><w:t> x</w:t></w:r></w:p><w:p/>",
        ),
        "*Jane & Co* x",
    );
    check(
        &word("<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Work</w:t></w:r></w:p>"),
        "#1 Work",
    );
    check(
        &word(
            "<w:p><w:pPr><w:listPr><w:ilvl w:val='1'/></w:listPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>",
        ),
        ">() One",
    );
    check(
        &word("<w:p><w:hlink w:dest='https://x.org'><w:r><w:t>S</w:t></w:r></w:hlink></w:p>"),
        "S<https://x.org>",
    );
    check(&word("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r></w:p>"), "Marked: a");
    check(
        &word(
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        ),
        "[0.0.0] a | b\n! Table",
    );
    hostile::mutate(
        &word(
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:sz w:val='3'/><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        ),
        Kind::Html,
    );
}

#[test]
fn hostile_pages_end() {
    let html = "<!doctype html><html><head><style>.a > b{color:#fff;display:none} @media print{p{}}</style></head><body class=a><h1 id='x'>J</h1><table><tr><td>a<td><ul><li>b</ul></table><p style='font-size:0'>c<!-- d --><a href='http://x.org'>e</a></body>";
    hostile::mutate(html, Kind::Html);
    for unit in [
        "<div>",
        "<div>x",
        "<b><p>",
        "<table><tr><td>",
        "<ul><li>",
        "<a href=x>",
        "</div>",
        "<!--",
        "&amp;",
        "<p style='color:red'>",
        "<div style=display:flex>x<i>y</i>",
        "<",
        "<span class='a b c'>x</span>",
    ] {
        hostile::repeat("", unit, Kind::Html);
    }
    for unit in ["a{", "}", "@media{", "/*", "* * * * * b{color:red}", "a,", "--x:var(--x);"] {
        hostile::repeat("<style>", unit, Kind::Html);
    }
    let nested = "<b>".repeat(2000);
    hostile::repeat(
        &format!("<style>{}</style>{nested}", "b b b b > b i{color:red}".repeat(300)),
        "<i>x</i>",
        Kind::Html,
    );
}
