//! Word files, OpenDocument texts, RTF, HTML, Markdown and text that hide nothing.

use document::Kind;

use crate::check_clean;
use crate::office::{open, rich, run, web, word};
use crate::pdf::WORDS;

#[test]
fn word_files() {
    let look = |properties: &str| run(properties, WORDS);
    for body in [
        look(""),
        look(r#"<w:color w:val="auto"/>"#),
        look(r#"<w:color w:val="808080"/><w:sz w:val="14"/>"#),
        look(r#"<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="2F5496"/>"#),
        look(r#"<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>"#),
        look("<w:webHidden/>"),
        look("<w:caps/><w:spacing w:val=\"40\"/>"),
        look("<w:smallCaps/><w:b/>"),
        look("<w:outline/>"),
        // A letter between paragraphs that are joined, a mark of a paragraph that is hidden.
        format!(
            "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>{WORDS}</w:t></w:r></w:p>"
        ),
        // A field that holds a page, a place to come back to, a control with its text.
        format!(
            r#"<w:p><w:bookmarkStart w:id="0" w:name="_Hidden"/><w:r><w:t>{WORDS}</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>"#
        ),
        format!(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
        format!(
            r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://a.example"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{WORDS}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#
        ),
        // Another program is given another form of the same text.
        format!(
            r"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='w14'><w:t>{WORDS}</w:t></mc:Choice><mc:Fallback><w:t>{WORDS}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        ),
        format!(
            r#"<w:p><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:r><w:t>{WORDS}</w:t></w:r></w:p>"#
        ),
    ] {
        check_clean(&word(&body, &[]), Kind::Docx, WORDS);
    }
    let usual =
        "<title>Resume</title><creator>Mara Quist</creator><keywords>Rust, Kafka</keywords>";
    let parts = [("docProps/core.xml", usual)];
    check_clean(&word(&look(""), &parts), Kind::Docx, WORDS);
    // A part with data of another program is no text of the page.
    check_clean(&word(&look(""), &[("item1.xml", "<data>secret</data>")]), Kind::Docx, WORDS);
}

#[test]
fn open_document_texts() {
    let body = format!(r#"<text:p><text:span text:style-name="T1">{WORDS}</text:span></text:p>"#);
    for properties in [
        "",
        r##"fo:color="#666666""##,
        r#"fo:font-size="6pt""#,
        r#"fo:font-weight="bold""#,
        r##"fo:color="#ffffff" fo:background-color="#123456""##,
    ] {
        check_clean(&open(properties, &body), Kind::Odt, WORDS);
    }
}

#[test]
fn rich_texts() {
    for look in ["", r"\b ", r"\i\fs16 ", r"\cf3 ", r"\cf1\highlight2 ", r"\caps ", r"\strike0 "] {
        check_clean(&rich(&format!("{{{look}{WORDS}}}")), Kind::Rtf, WORDS);
    }
}

#[test]
fn pages_of_html() {
    for body in [
        format!("<p>{WORDS}</p>"),
        format!("<p style=\"color:#999\">{WORDS}</p>"),
        format!("<div style=\"background:#123\"><p style=\"color:#fff\">{WORDS}</p></div>"),
        format!("<div style=\"background:linear-gradient(#123,#456);color:#fff\">{WORDS}</div>"),
        format!("<p style=\"font-size:8px\">{WORDS}</p>"),
        format!("<p style=\"margin-left:-12px\">{WORDS}</p>"),
        format!("<script>var hidden = 1;</script><style>p {{ margin: 0 }}</style><p>{WORDS}</p>"),
        format!("<!-- a note to myself --><p>{WORDS}</p>"),
        format!("<p><a href=\"https://a.example\" title=\"site\">{WORDS}</a></p>"),
    ] {
        check_clean(&web(&body), Kind::Html, WORDS);
    }
}
