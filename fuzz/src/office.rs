//! Seeds of the formats that are XML in a ZIP container: Word and OpenDocument.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::{PAGE, Seed};

const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
    xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' \
    xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' \
    xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'";
const OPEN: &str = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
    xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' \
    xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' \
    xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' \
    xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' \
    xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' \
    xmlns:xlink='http://www.w3.org/1999/xlink'";

/// A container of these parts, in this order.
fn container(method: CompressionMethod, parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { method };
        let options = SimpleFileOptions::default().compression_method(method);
        zip.start_file(*name, options).expect("memory takes every file");
        zip.write_all(text.as_bytes()).expect("memory takes every byte");
    }
    zip.finish().expect("memory takes the directory").into_inner()
}

/// The body of the page in Word's terms.
fn word_body() -> String {
    let paragraph = |(at, line): (usize, &&str)| {
        let look = match at {
            0 => "<w:pPr><w:pStyle w:val='Title'/></w:pPr>",
            2 | 7 => "<w:pPr><w:pStyle w:val='Heading1'/></w:pPr>",
            4..=6 => "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>",
            _ => "",
        };
        format!("<w:p>{look}<w:r><w:t xml:space='preserve'>{line}</w:t></w:r></w:p>")
    };
    PAGE.iter().enumerate().map(paragraph).collect()
}

fn word(tail: &str, method: CompressionMethod) -> Vec<u8> {
    let types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>\
        <Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>\
        <Default Extension='xml' ContentType='application/xml'/>\
        <Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/>\
        </Types>";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let root = format!(
        "<Relationships xmlns='{package}'><Relationship Id='rId1' Type='{office}/officeDocument' \
         Target='word/document.xml'/></Relationships>"
    );
    let links = format!(
        "<Relationships xmlns='{package}'>\
         <Relationship Id='rId1' Type='{office}/styles' Target='styles.xml'/>\
         <Relationship Id='rId2' Type='{office}/numbering' Target='numbering.xml'/>\
         <Relationship Id='rId3' Type='{office}/header' Target='header1.xml'/>\
         <Relationship Id='rId4' Type='{office}/hyperlink' Target='https://a.example' TargetMode='External'/>\
         </Relationships>"
    );
    let styles = format!(
        "<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>\
         <w:style w:type='paragraph' w:styleId='Title'><w:name w:val='Title'/><w:rPr><w:sz w:val='40'/></w:rPr></w:style>\
         <w:style w:type='paragraph' w:styleId='Heading1'><w:name w:val='heading 1'/><w:basedOn w:val='Title'/>\
         <w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>"
    );
    let numbering = format!(
        "<w:numbering {W}><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>\
         <w:lvlText w:val='•'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    );
    let header = format!("<w:hdr {W}><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:hdr>", PAGE[1]);
    let document = format!(
        "<?xml version='1.0' encoding='UTF-8'?><w:document {W}><w:body>{}{tail}<w:sectPr>\
         <w:headerReference w:type='default' r:id='rId3'/><w:pgSz w:w='11906' w:h='16838'/></w:sectPr>\
         </w:body></w:document>",
        word_body()
    );
    container(
        method,
        &[
            ("[Content_Types].xml", types),
            ("_rels/.rels", &root),
            ("word/document.xml", &document),
            ("word/_rels/document.xml.rels", &links),
            ("word/styles.xml", &styles),
            ("word/numbering.xml", &numbering),
            ("word/header1.xml", &header),
        ],
    )
}

/// Word files: one feature each. Most are stored, not deflated, so that mutations reach the XML.
pub(crate) fn docx() -> Vec<Seed> {
    let stored = |tail: &str| word(tail, CompressionMethod::Stored);
    let run = |look: &str| format!("<w:p><w:r><w:rPr>{look}</w:rPr><w:t>secret</w:t></w:r></w:p>");
    vec![
        ("page", word("", CompressionMethod::Deflated)),
        ("stored", stored("")),
        ("hidden", stored(&run("<w:vanish/>"))),
        ("white", stored(&run("<w:color w:val='FFFFFF'/>"))),
        ("tiny", stored(&run("<w:sz w:val='1'/>"))),
        (
            "table",
            stored(
                "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            ),
        ),
        (
            "link",
            stored("<w:p><w:hyperlink r:id='rId4'><w:r><w:t>site</w:t></w:r></w:hyperlink></w:p>"),
        ),
        (
            "field",
            stored(
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK \"x\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>y</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
            ),
        ),
        (
            "box",
            stored(
                "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>",
            ),
        ),
        (
            "changes",
            stored(
                "<w:p><w:ins w:author='a'><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>",
            ),
        ),
        (
            "control",
            stored(
                "<w:sdt><w:sdtContent><w:p><w:r><w:t>c</w:t><w:tab/><w:br/><w:sym w:char='F0B7'/></w:r></w:p></w:sdtContent></w:sdt>",
            ),
        ),
        (
            "entity",
            container(
                CompressionMethod::Stored,
                &[(
                    "word/document.xml",
                    "<!DOCTYPE w [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><w:document><w:body>&b;</w:body></w:document>",
                )],
            ),
        ),
        ("empty", container(CompressionMethod::Stored, &[])),
        ("cut", stored("")[..900].to_vec()),
    ]
}

fn open_document(tail: &str, method: CompressionMethod) -> Vec<u8> {
    let line = |(at, line): (usize, &&str)| match at {
        0 | 2 | 7 => format!("<text:h text:outline-level='1'>{line}</text:h>"),
        4..=6 => format!(
            "<text:list><text:list-item><text:p>{line}</text:p></text:list-item></text:list>"
        ),
        _ => {
            format!("<text:p text:style-name='P1'>{}</text:p>", line.replace("    ", "<text:tab/>"))
        }
    };
    let body: String = PAGE.iter().enumerate().map(line).collect();
    let content = format!(
        "<?xml version='1.0' encoding='UTF-8'?><office:document-content {OPEN} office:version='1.3'>\
         <office:automatic-styles><style:style style:name='P1' style:family='paragraph'>\
         <style:text-properties fo:font-size='11pt' fo:color='#000000'/></style:style>\
         <style:style style:name='T1' style:family='text'><style:text-properties text:display='none' fo:color='#ffffff'/>\
         </style:style></office:automatic-styles><office:body><office:text>{body}{tail}</office:text>\
         </office:body></office:document-content>"
    );
    let manifest = "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>\
        <manifest:file-entry manifest:full-path='/' manifest:media-type='application/vnd.oasis.opendocument.text'/>\
        <manifest:file-entry manifest:full-path='content.xml' manifest:media-type='text/xml'/></manifest:manifest>";
    let styles =
        format!("<office:document-styles {OPEN}><office:styles/></office:document-styles>");
    container(
        method,
        &[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", &content),
            ("styles.xml", &styles),
            ("META-INF/manifest.xml", manifest),
        ],
    )
}

/// OpenDocument texts, one feature each.
pub(crate) fn odt() -> Vec<Seed> {
    let stored = |tail: &str| open_document(tail, CompressionMethod::Stored);
    vec![
        ("page", open_document("", CompressionMethod::Deflated)),
        ("stored", stored("")),
        ("hidden", stored("<text:p><text:span text:style-name='T1'>secret</text:span></text:p>")),
        (
            "condition",
            stored("<text:p><text:hidden-text text:is-hidden='true'>x</text:hidden-text></text:p>"),
        ),
        (
            "table",
            stored(
                "<table:table><table:table-row><table:table-cell table:number-columns-repeated='3'><text:p>a</text:p></table:table-cell></table:table-row></table:table>",
            ),
        ),
        ("link", stored("<text:p><text:a xlink:href='https://a.example'>site</text:a></text:p>")),
        (
            "box",
            stored(
                "<text:p><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame></text:p>",
            ),
        ),
        ("spaces", stored("<text:p>a<text:s text:c='999999999'/>b<text:line-break/>c</text:p>")),
        (
            "changes",
            stored(
                "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes>",
            ),
        ),
        (
            "note",
            stored(
                "<text:p><text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p>",
            ),
        ),
        ("cut", stored("")[..700].to_vec()),
    ]
}
