//! Every way to hide text in Word files, OpenDocument texts, RTF and HTML, each with its twin.

use document::Kind;

use crate::make::{docx, odt};
use crate::pdf::WORDS;
use crate::{check_clean, check_hidden};

/// The page of an engineer in Word, with something more at its end.
pub(crate) fn word(more: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    docx(&format!("{}{more}", word_page()), parts)
}

fn word_page() -> String {
    PAGE.iter()
        .map(|(style, text)| {
            let style = match *style {
                "" => String::new(),
                style => format!(r#"<w:pPr><w:pStyle w:val="{style}"/></w:pPr>"#),
            };
            format!("<w:p>{style}<w:r><w:t>{text}</w:t></w:r></w:p>")
        })
        .collect::<Vec<_>>()
        .concat()
}

pub(crate) const PAGE: [(&str, &str); 9] = [
    ("Title", "Mara Quist"),
    ("", "mara.quist@example.org, +385 91 555 0134, Split, Croatia"),
    ("Heading1", "Experience"),
    ("", "Tidewater Freight"),
    ("", "Backend Engineer, March 2019 – Present"),
    ("", "• Cut the p99 of booking search from 900 ms to 120 ms by caching the tariffs"),
    ("Heading1", "Education"),
    ("", "University of Split"),
    ("", "Master of Science in Computer Science, 2013 – 2018"),
];

/// A paragraph of one run.
pub(crate) fn run(properties: &str, text: &str) -> String {
    format!("<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>")
}

#[track_caller]
fn check_word(how: &str, planted: &str, twin: &str) {
    check_word_parts(how, planted, twin, &[], &[]);
}

#[track_caller]
fn check_word_parts(
    how: &str,
    planted: &str,
    twin: &str,
    parts: &[(&str, &str)],
    twin_parts: &[(&str, &str)],
) {
    check_hidden(&word(planted, parts), Kind::Docx, WORDS, how, None);
    check_clean(&word(twin, twin_parts), Kind::Docx, WORDS);
}

const SAME: &str = "in the color of the ground";
const MARKED: &str = "marked as hidden";

#[test]
fn word_runs_marked_as_hidden() {
    check_word(MARKED, &run("<w:vanish/>", WORDS), &run(r#"<w:vanish w:val="0"/>"#, WORDS));
    let style = |hides: &str| {
        format!(
            r#"<w:style w:type="character" w:styleId="Ghost"><w:rPr>{hides}</w:rPr></w:style><w:style w:type="paragraph" w:styleId="Gone"><w:rPr>{hides}</w:rPr></w:style>"#
        )
    };
    let (gone, kept) = (style("<w:vanish/>"), style("<w:i/>"));
    let by_run = run(r#"<w:rStyle w:val="Ghost"/>"#, WORDS);
    let by_paragraph = format!(
        r#"<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr><w:r><w:t>{WORDS}</w:t></w:r></w:p>"#
    );
    for body in [by_run, by_paragraph] {
        check_word_parts(MARKED, &body, &body, &[("styles.xml", &gone)], &[("styles.xml", &kept)]);
    }
    let row = |hidden: &str| {
        format!(
            r"<w:tbl><w:tr><w:trPr>{hidden}</w:trPr><w:tc><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        )
    };
    check_hidden(&word(&row("<w:hidden/>"), &[]), Kind::Docx, WORDS, MARKED, None);
}

#[test]
fn word_runs_in_the_color_of_their_ground() {
    let color = |value: &str| run(&format!(r#"<w:color w:val="{value}"/>"#), WORDS);
    check_word(SAME, &color("FFFFFF"), &color("000000"));
    check_word(SAME, &color("FDFDFD"), &color("A6A6A6"));
    let over =
        |color: &str, ground: &str| run(&format!(r#"<w:color w:val="{color}"/>{ground}"#), WORDS);
    let shade = r#"<w:shd w:val="clear" w:fill="1F4E79"/>"#;
    check_word(SAME, &over("1F4E79", shade), &over("FFFFFF", shade));
    let marker = r#"<w:highlight w:val="yellow"/>"#;
    check_word(SAME, &over("FFFF00", marker), &over("000000", marker));
    let paragraph = |color: &str| {
        format!(
            r#"<w:p><w:pPr><w:shd w:val="clear" w:fill="203040"/></w:pPr><w:r><w:rPr><w:color w:val="{color}"/></w:rPr><w:t>{WORDS}</w:t></w:r></w:p>"#
        )
    };
    check_word(SAME, &paragraph("203040"), &paragraph("FFFFFF"));
    let shown = ("settings.xml", "<w:displayBackgroundShape/>");
    let dark = |ink: &str| {
        let body =
            format!("{}{}", word_page(), run(&format!(r#"<w:color w:val="{ink}"/>"#), WORDS));
        let white =
            body.replace("<w:r><w:t>", r#"<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>"#);
        docx_on("203040", &white, &[shown])
    };
    check_hidden(&dark("203040"), Kind::Docx, WORDS, SAME, None);
    check_clean(&dark("FFFFFF"), Kind::Docx, WORDS);
}

/// A Word file whose page has a color.
fn docx_on(color: &str, body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    // The maker wraps a body; the ground of the page is its sibling.
    docx(&format!("{body}</w:body><w:background w:color=\"{color}\"/><w:body>"), parts)
}

#[test]
fn word_runs_without_size_or_ink() {
    let tiny = "smaller than 2 points";
    check_word(tiny, &run(r#"<w:sz w:val="1"/>"#, WORDS), &run(r#"<w:sz w:val="12"/>"#, WORDS));
    check_word(tiny, &run(r#"<w:w w:val="1"/>"#, WORDS), &run(r#"<w:w w:val="90"/>"#, WORDS));
    let filled = |fill: &str| run(&format!("<w14:textFill>{fill}</w14:textFill>"), WORDS);
    let solid = r#"<w14:solidFill><w14:srgbClr w14:val="203040"/></w14:solidFill>"#;
    check_word("drawn without ink", &filled("<w14:noFill/>"), &filled(solid));
    let clear = r#"<w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill>"#;
    check_word("fully transparent", &filled(clear), &filled(solid));
    let exact = |line: u16| {
        format!(
            r#"<w:p><w:pPr><w:spacing w:line="{line}" w:lineRule="exact"/></w:pPr><w:r><w:t>{WORDS}</w:t></w:r></w:p>"#
        )
    };
    check_word("cut away by a mask", &exact(1), &exact(240));
    let indent = |left: u16| {
        format!(
            r#"<w:p><w:pPr><w:ind w:left="{left}"/></w:pPr><w:r><w:t>{WORDS}</w:t></w:r></w:p>"#
        )
    };
    check_word("outside the page", &indent(31_680), &indent(720));
}

/// A floating box with a text.
pub(crate) fn boxed(place: &str, shape: &str, ink: &str, text: &str) -> String {
    format!(
        r#"<w:p><w:r><w:drawing><wp:anchor>{place}<wp:extent cx="2000000" cy="2000000"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>{shape}</wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:rPr>{ink}</w:rPr><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"#
    )
}

#[test]
fn word_boxes_that_hide_their_text() {
    let white = r#"<w:color w:val="FFFFFF"/>"#;
    let plant =
        |body: &str, how: &str| check_hidden(&word(body, &[]), Kind::Docx, WORDS, how, None);
    plant(&boxed("", "<a:noFill/>", white, WORDS), SAME);
    plant(
        &boxed("", r#"<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>"#, white, WORDS),
        SAME,
    );
    plant(&boxed(r#"<wp:docPr id="1" hidden="1"/>"#, "<a:noFill/>", "", WORDS), MARKED);
    let away = "<wp:positionH><wp:posOffset>-99000000</wp:posOffset></wp:positionH>";
    plant(&boxed(away, "<a:noFill/>", "", WORDS), "outside the page");
}

#[test]
fn word_alternatives_that_say_something_else() {
    let page = |other: &str| {
        format!(
            r"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='w14'><w:t>Remote work</w:t></mc:Choice><mc:Fallback><w:t>{other}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
    };
    let how = "as what a machine reads in its place";
    check_hidden(&word(&page(WORDS), &[]), Kind::Docx, WORDS, how, None);
    check_clean(&word(&page("Remote work"), &[]), Kind::Docx, "Remote work");
}

#[test]
fn word_tips_of_links() {
    let link = |tip: &str| {
        format!(
            r#"<w:p><w:hyperlink w:tooltip="{tip}"><w:r><w:t>My site</w:t></w:r></w:hyperlink></w:p>"#
        )
    };
    let how = "as what a machine reads in its place";
    let long = format!("{WORDS} ").repeat(30);
    check_hidden(&word(&link(&long), &[]), Kind::Docx, WORDS, how, None);
    check_clean(&word(&link("My site and notes"), &[]), Kind::Docx, "My site");
}

#[test]
fn word_changes_are_no_hidden_text() {
    let body = "<w:p><w:r><w:t>Led the team</w:t></w:r><w:del><w:r><w:delText>Snowflake</w:delText></w:r></w:del></w:p>";
    let (document, reading) = crate::read(&word(body, &[]), Kind::Docx);
    assert!(document.hidden.is_empty(), "{:?}", document.hidden);
    let found: Vec<&str> = crate::faults(&reading).iter().map(|fault| &*fault.rule).collect();
    assert_eq!(found, ["tracked-changes"]);
    assert!(!crate::taken(&document, &reading).contains("Snowflake"));
}

#[test]
fn word_heads_of_pages() {
    let head = |ink: &str| format!(r"<w:p><w:r><w:rPr>{ink}</w:rPr><w:t>{WORDS}</w:t></w:r></w:p>");
    let section =
        r#"<w:sectPr><w:headerReference w:type="default" r:id="header1.xml"/></w:sectPr>"#;
    let (white, black) = (head(r#"<w:color w:val="FFFFFF"/>"#), head(""));
    check_word_parts(
        SAME,
        section,
        section,
        &[("header1.xml", &white)],
        &[("header1.xml", &black)],
    );
}

#[test]
fn word_characters_without_a_shape() {
    let tags: String =
        WORDS.chars().filter_map(|c| char::from_u32(0xe0000 + u32::from(c))).collect();
    let planted = run("", &format!("Remote{tags} work"));
    check_hidden(&word(&planted, &[]), Kind::Docx, WORDS, "Snowflake", None);
    check_clean(&word(&run("", "Remote\u{200b} work"), &[]), Kind::Docx, "Remote work");
    let code = run("", "Remote \u{200b}\u{200c}\u{200b}\u{200d}\u{200b}work");
    check_hidden(&word(&code, &[]), Kind::Docx, "", "without a shape", None);
}

#[test]
fn word_descriptions() {
    let how = "in the description of the file";
    for field in ["keywords", "description", "subject", "category"] {
        let said =
            |times: usize| format!("<{field}>{}</{field}>", "Snowflake Erlang ".repeat(times));
        let (long, short) = (said(60), said(5));
        let hidden = word("", &[("docProps/core.xml", &long)]);
        check_hidden(&hidden, Kind::Docx, "Snowflake Erlang", how, None);
        check_clean(&word("", &[("docProps/core.xml", &short)]), Kind::Docx, "Tidewater Freight");
    }
}

#[test]
fn word_instructions_of_fields() {
    let field = |instruction: &str| {
        format!(
            r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>My site</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#
        )
    };
    let long =
        format!(r#"HYPERLINK "https://mara.example" \o "{}""#, format!("{WORDS} ").repeat(30));
    check_hidden(
        &word(&field(&long), &[]),
        Kind::Docx,
        WORDS,
        "as what a machine reads in its place",
        None,
    );
    let short = r#"HYPERLINK "https://mara.example" \o "My site and notes""#;
    check_clean(&word(&field(short), &[]), Kind::Docx, "My site");
}

/// The page of an engineer as an OpenDocument text with a style `T1`.
pub(crate) fn open(properties: &str, body: &str) -> Vec<u8> {
    let style = format!(
        r#"<style:style style:name="T1" style:family="text"><style:text-properties {properties}/></style:style>"#
    );
    let page = PAGE
        .iter()
        .map(|(_, text)| format!("<text:p>{text}</text:p>"))
        .collect::<Vec<_>>()
        .concat();
    odt(&style, &format!("{page}{body}"), "", "")
}

#[test]
fn open_document_runs() {
    let body = format!(r#"<text:p><text:span text:style-name="T1">{WORDS}</text:span></text:p>"#);
    for (how, planted, twin) in [
        (SAME, r##"fo:color="#ffffff""##, r##"fo:color="#909090""##),
        (
            SAME,
            r##"fo:color="#204060" fo:background-color="#204060""##,
            r##"fo:color="#ffffff" fo:background-color="#204060""##,
        ),
        (MARKED, r#"text:display="none""#, r#"text:display="true""#),
        ("smaller than 2 points", r#"fo:font-size="1pt""#, r#"fo:font-size="7pt""#),
    ] {
        check_hidden(&open(planted, &body), Kind::Odt, WORDS, how, None);
        check_clean(&open(twin, &body), Kind::Odt, WORDS);
    }
}

/// The page of an engineer in RTF.
pub(crate) fn rich(more: &str) -> Vec<u8> {
    let page = PAGE
        .iter()
        .map(|(_, text)| {
            format!("{}\\par\n", text.replace('–', "\\endash ").replace('•', "\\bullet "))
        })
        .collect::<Vec<_>>()
        .concat();
    let colors =
        r"{\colortbl;\red255\green255\blue255;\red32\green64\blue96;\red128\green128\blue128;}";
    format!(r"{{\rtf1\ansi{colors}{{\fonttbl{{\f0 Arial;}}}}\f0\fs22 {page}{more}\par}}")
        .into_bytes()
}

#[test]
fn rich_text_runs() {
    for (how, planted, twin) in [
        (SAME, r"\cf1 ", r"\cf3 "),
        (SAME, r"\cf2\cb2\highlight2 ", r"\cf1\cb2\highlight2 "),
        (MARKED, r"\v ", r"\v0 "),
        ("smaller than 2 points", r"\fs2 ", r"\fs12 "),
    ] {
        let run = |look: &str| rich(&format!("{{{look}{WORDS}}}"));
        check_hidden(&run(planted), Kind::Rtf, WORDS, how, None);
        check_clean(&run(twin), Kind::Rtf, WORDS);
    }
}

/// The page of an engineer in HTML.
pub(crate) fn web(more: &str) -> Vec<u8> {
    let page = PAGE
        .iter()
        .map(|(style, text)| match *style {
            "Title" => format!("<h1>{text}</h1>"),
            "Heading1" => format!("<h2>{text}</h2>"),
            _ => format!("<p>{text}</p>"),
        })
        .collect::<Vec<_>>()
        .concat();
    format!("<!doctype html><html><head><meta charset=utf-8><title>Mara Quist</title></head><body>{page}{more}</body></html>").into_bytes()
}

#[test]
fn elements_of_html() {
    for (how, planted, twin) in [
        (SAME, "color:#fff", "color:#777"),
        (SAME, "color:#fefefe;background:#fff", "color:#fefefe;background:#246"),
        (MARKED, "display:none", "display:block"),
        (MARKED, "visibility:hidden", "visibility:visible"),
        ("smaller than 2 points", "font-size:1px", "font-size:9px"),
        ("fully transparent", "opacity:0", "opacity:.8"),
        ("fully transparent", "color:rgba(0,0,0,0)", "color:rgba(0,0,0,.8)"),
        ("outside the page", "position:absolute;left:-9999px", "position:absolute;left:9px"),
        ("outside the page", "text-indent:-9999px", "text-indent:-9px"),
        ("cut away by a mask", "height:0;overflow:hidden", "height:9em;overflow:hidden"),
        ("cut away by a mask", "clip-path:inset(100%)", "clip-path:none"),
    ] {
        let styled = |style: &str| web(&format!("<p style=\"{style}\">{WORDS}</p>"));
        check_hidden(&styled(planted), Kind::Html, WORDS, how, None);
        check_clean(&styled(twin), Kind::Html, WORDS);
    }
    check_hidden(&web(&format!("<p hidden>{WORDS}</p>")), Kind::Html, WORDS, MARKED, None);
}
