//! Word: look, links, lists, parts.

use document::{HazardKind, Kind};

use crate::make::{document, docx, dump, hazards};

#[track_caller]
fn check(body: &str, expected: &str) {
    check_with(body, &[], expected);
}

#[track_caller]
fn check_with(body: &str, parts: &[(&str, &str)], expected: &str) {
    assert_eq!(dump(&document(&docx(body, parts), Kind::Docx)), expected, "{body}");
}

#[track_caller]
fn check_hazards(body: &str, parts: &[(&str, &str)], expected: &[HazardKind]) {
    assert_eq!(hazards(&document(&docx(body, parts), Kind::Docx)), expected, "{body}");
}

const STYLES: &str = r#"<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="N"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift2"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Bullets"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Second"><w:name w:val="Second"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>"#;

#[test]
fn letters_and_what_stands_between_them() {
    check("<w:p><w:r><w:t>Ann Lee</w:t></w:r></w:p>", "Ann Lee");
    check("<w:p><w:r><w:t>Ann</w:t></w:r><w:r><w:t>a Lee</w:t></w:r></w:p>", "Anna Lee");
    check("<w:p><w:r><w:t>A &amp; B &#x2014; C</w:t></w:r></w:p>", "A & B — C");
    check("<w:p><w:r><w:t>Acme</w:t><w:tab/><w:t>2019</w:t></w:r></w:p>", "Acme | 2019");
    check("<w:p><w:r><w:tab/><w:t>Acme</w:t></w:r></w:p>", "Acme");
    check(r#"<w:p><w:r><w:t xml:space="preserve">Acme     2019</w:t></w:r></w:p>"#, "Acme | 2019");
    check(r#"<w:p><w:r><w:t xml:space="preserve">Done.  Then</w:t></w:r></w:p>"#, "Done. Then");
    check("<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p>", "one\ntwo");
    check(
        "<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail soft</w:t><w:softHyphen/><w:t>ware</w:t></w:r></w:p>",
        "e-mail software",
    );
    check("<w:p><w:r><w:t>e\u{301}cole</w:t></w:r></w:p>", "école");
    check("<w:p><w:r><w:t>o\u{fb03}ce</w:t></w:r></w:p>", "office");
    check("<w:p><w:r><w:t>zero\u{200b}width</w:t></w:r></w:p>", "zerowidth");
    check("<w:p><m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath></w:p>", "x²");
    check("<w:p/><w:p><w:r/></w:p>", "");
}

#[test]
fn sizes_weights_and_slants_come_through_styles() {
    let styled = |style: &str, run: &str| {
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>x</w:t></w:r></w:p>"#
        )
    };
    let cases = [
        ("N", "", "x", 11.0),
        ("Unknown", "", "x", 11.0),
        ("N", r#"<w:sz w:val="19"/>"#, "x", 9.5),
        ("N", r#"<w:rStyle w:val="Strong"/>"#, "**x**", 11.0),
        ("N", r#"<w:rStyle w:val="Strong"/><w:b w:val="0"/>"#, "x", 11.0),
        ("berschrift2", "", "## **x**", 16.0),
        ("berschrift2", r#"<w:b w:val="false"/>"#, "## x", 16.0),
        // A switch in both kinds of style is off again.
        ("berschrift2", r#"<w:rStyle w:val="Strong"/>"#, "## x", 16.0),
        ("Mine", "", "## ***x***", 16.0),
        ("T", "", "# x", 11.0),
        ("Deep", "", "### x", 11.0),
    ];
    for (style, run, expected, size) in cases {
        let read = document(&docx(&styled(style, run), &[("styles.xml", STYLES)]), Kind::Docx);
        assert_eq!(dump(&read), expected, "{style} {run}");
        assert!((read.lines[0].size() - size).abs() < 0.01, "{style} {run}");
        assert_eq!(read.metadata.structured, read.lines[0].heading.is_some());
        assert_eq!(read.metadata.language.as_deref(), Some("en-GB"));
    }
}

#[test]
fn links_and_fields() {
    let to = "https://example.org/a";
    check_with(
        &format!(
            r#"<w:p><w:hyperlink r:id="{}"><w:r><w:t>site</w:t></w:r></w:hyperlink></w:p>"#,
            to.len()
        ),
        &[(to, "")],
        "[site](https://example.org/a)",
    );
    check(r#"<w:p><w:hyperlink w:anchor="top"><w:r><w:t>up</w:t></w:r></w:hyperlink></w:p>"#, "up");
    check(
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "mailto:ann@example.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>mail</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> me</w:t></w:r></w:p>"#,
        "[mail](mailto:ann@example.org) me",
    );
    check(
        r#"<w:p><w:fldSimple w:instr="HYPERLINK &quot;https://example.org&quot;"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>"#,
        "[x](https://example.org)",
    );
    check(r#"<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>"#, "1");
    // An instruction without an end does not swallow the rest of the page.
    check(
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText></w:r></w:p><w:p><w:r><w:t>seen</w:t></w:r></w:p>"#,
        "seen",
    );
}

const NUMBERING: &str = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0A7;"/><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/><w:pStyle w:val="Second"/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%3"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"#;

fn item(list: u8, level: u8, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
    )
}

#[test]
fn lists_have_marks_and_levels() {
    let parts = [("styles.xml", STYLES), ("numbering.xml", NUMBERING)];
    let body = [item(1, 0, "a"), item(1, 1, "b"), item(1, 2, "c")].concat();
    check_with(&body, &parts, "• a\n  ◦ b\n    ▪ c");
    let body =
        [item(2, 0, "a"), item(2, 1, "b"), item(2, 2, "c"), item(2, 0, "d"), item(2, 1, "e")];
    check_with(&body.concat(), &parts, "3. a\n  3.a) b\n    I c\n4. d\n  4.a) e");
    check_with(&item(0, 0, "none"), &parts, "none");
    check_with(&item(9, 0, "unknown"), &parts, "unknown");
    let styled = |style: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"#)
    };
    check_with(&styled("Bullets"), &parts, "• x");
    check_with(&styled("Second"), &parts, "  3.a) x");
    // Sections that are numbered are no items.
    let heading = r#"<w:p><w:pPr><w:pStyle w:val="berschrift2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>Experience</w:t></w:r></w:p>"#;
    check_with(heading, &parts, "## **Experience**");
}

#[test]
fn marks_that_were_typed() {
    check("<w:p><w:r><w:t>• Built x</w:t></w:r></w:p>", "• Built x");
    check("<w:p><w:r><w:t>•</w:t><w:tab/><w:t>Built x</w:t></w:r></w:p>", "• Built x");
    check(
        r#"<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t xml:space="preserve"> Built</w:t></w:r></w:p>"#,
        "▪ Built",
    );
    check(
        r#"<w:p><w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>·</w:t></w:r><w:r><w:tab/><w:t>Built</w:t></w:r></w:p>"#,
        "• Built",
    );
    check(
        "<w:p><w:r><w:t>Built:</w:t><w:br/><w:t>- a</w:t><w:br/><w:t>- b</w:t></w:r></w:p>",
        "Built:\n- a\n- b",
    );
    check("<w:p><w:r><w:t>-5 % cost</w:t></w:r></w:p>", "-5 % cost");
    // Pictures of phones are dropped, not taken for bullets.
    check(
        r#"<w:p><w:r><w:sym w:font="Wingdings" w:char="F028"/><w:t xml:space="preserve"> 555 0100</w:t></w:r></w:p>"#,
        "555 0100",
    );
}

#[test]
fn breaks_begin_lines_and_wrapped_sentences_go_on() {
    check(
        "<w:p><w:r><w:t>Moved the nightly import of parcels to a queue so that the</w:t><w:br/><w:t>morning reports were ready at six.</w:t></w:r></w:p>",
        "Moved the nightly import of parcels to a queue so that the ~\nmorning reports were ready at six. ~",
    );
    check(
        "<w:p><w:r><w:t>Acme Freight</w:t><w:br/><w:t>Engineer</w:t></w:r></w:p>",
        "Acme Freight\nEngineer",
    );
}

#[test]
fn controls_tracked_changes_and_alternatives() {
    check(
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>in a control</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "in a control",
    );
    check(
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>inline</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        "inline",
    );
    check("<w:p><w:smartTag><w:r><w:t>tagged</w:t></w:r></w:smartTag></w:p>", "tagged");
    let changed = r#"<w:p><w:r><w:t xml:space="preserve">kept </w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>"#;
    check(changed, "kept newhere");
    check_hazards(changed, &[], &[HazardKind::TrackedChanges]);
    check(
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p>",
        "onetwo",
    );
    check(
        "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>new</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>",
        "new",
    );
}

#[test]
fn boxes_stand_at_their_anchor_once() {
    let text = |word: &str| {
        format!("<w:txbxContent><w:p><w:r><w:t>{word}</w:t></w:r></w:p></w:txbxContent>")
    };
    let body = format!(
        r"<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{0}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{0}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>around</w:t></w:r></w:p>",
        text("boxed")
    );
    check(&body, "box: boxed\naround");
    check_hazards(&body, &[], &[HazardKind::TextBox]);
    let old = format!(
        "<w:p><w:r><w:pict><v:rect><v:textbox>{}</v:textbox></v:rect></w:pict></w:r></w:p>",
        text("old")
    );
    check(&old, "box: old");
    check(
        r#"<w:p><w:pPr><w:framePr w:x="100" w:y="100"/></w:pPr><w:r><w:t>framed</w:t></w:r></w:p><w:p><w:r><w:t>free</w:t></w:r></w:p>"#,
        "box: framed\nfree",
    );
    check(
        r#"<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>E</w:t></w:r></w:p><w:p><w:r><w:t>ngineer</w:t></w:r></w:p>"#,
        "Engineer",
    );
}

#[test]
fn boxes_of_one_paragraph_are_read_by_their_place() {
    // Left, top, width and height in points.
    let at = |text: &str, place: [u32; 4]| {
        let [x, y, cx, cy] = place.map(|length| length * 12_700);
        format!(
            r#"<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV><wp:extent cx="{cx}" cy="{cy}"/><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></w:r>"#
        )
    };
    let body = [
        "<w:p>".to_owned(),
        at("work", [200, 200, 300, 400]),
        at("skills", [20, 300, 150, 100]),
        at("contact", [20, 150, 150, 100]),
        at("summary", [200, 100, 300, 90]),
        at("name", [20, 20, 500, 50]),
        "</w:p>".to_owned(),
    ];
    check(&body.concat(), "box: name\nbox: contact\nbox: skills\nbox: summary\nbox: work");
}

#[test]
fn heads_feet_and_notes() {
    let section = r#"<w:sectPr><w:headerReference w:type="default" r:id="header1.xml"/><w:headerReference w:type="first" r:id="header2.xml"/><w:footerReference w:type="default" r:id="footer1.xml"/></w:sectPr>"#;
    let p = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let (head, first, foot) = (p("Ann, ann@example.org"), p("first"), p("Page 1 of 2"));
    let parts: [(&str, &str); 3] =
        [("header1.xml", &head), ("header2.xml", &first), ("footer1.xml", &foot)];
    let body = p("body") + section;
    // Without its switch the head of the first page is not printed.
    check_with(&body, &parts, "header: Ann, ann@example.org\nbody\nfooter: Page 1 of 2");
    let read = document(&docx(&body, &parts), Kind::Docx);
    assert_eq!(read.hazards[0].quote, "Ann, ann@example.org");
    let titled = body.replace("<w:sectPr>", "<w:sectPr><w:titlePg/>");
    check_with(
        &titled,
        &parts,
        "header: first\nheader: Ann, ann@example.org\nbody\nfooter: Page 1 of 2",
    );

    let note = r#"<w:footnote w:type="separator"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>a note</w:t></w:r></w:p></w:footnote>"#;
    let body = r#"<w:p><w:r><w:t>text</w:t><w:footnoteReference w:id="2"/></w:r></w:p>"#;
    check_with(body, &[("footnotes.xml", note)], "text\nnote: a note");
    check_hazards(body, &[("footnotes.xml", note)], &[HazardKind::Comment]);
}

#[test]
fn room_and_rules_set_lines_apart() {
    let apart = |second: &str| {
        let body =
            format!("<w:p><w:r><w:t>a</w:t></w:r></w:p>{second}<w:r><w:t>b</w:t></w:r></w:p>");
        document(&docx(&body, &[]), Kind::Docx).lines[1].apart
    };
    assert!(apart(r#"<w:p><w:pPr><w:spacing w:before="240"/></w:pPr>"#));
    assert!(apart(r#"<w:p><w:pPr><w:pBdr><w:top w:val="single"/></w:pBdr></w:pPr>"#));
    assert!(apart("<w:p/><w:p>"));
    assert!(!apart("<w:p>"));
    assert!(!apart(r#"<w:p><w:pPr><w:spacing w:before="40"/></w:pPr>"#));
    assert!(!apart(r#"<w:p><w:pPr><w:pBdr><w:top w:val="nil"/></w:pBdr></w:pPr>"#));
}

#[test]
fn files_inside_the_file() {
    let chunk =
        |name: &str| format!(r#"<w:p><w:r><w:t>a</w:t></w:r></w:p><w:altChunk r:id="{name}"/>"#);
    // Whatever the reader of that format makes of it, the rest of the page stays.
    let read = document(&docx(&chunk("x.txt"), &[("x.txt", "inserted")]), Kind::Docx);
    assert_eq!(read.lines[0].text(), "a");
    check_hazards(
        &chunk("x.docx"),
        &[("x.docx", "PK\u{3}\u{4}no archive")],
        &[HazardKind::Damaged],
    );
    check(&chunk("missing"), "a");
}

#[test]
fn strict_files_and_other_prefixes() {
    let strict = r#"<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:outlineLvl x:val="0"/></x:pPr><x:r><x:rPr><x:sz x:val="14pt"/></x:rPr><x:t>strict</x:t></x:r></x:p></x:body></x:document>"#;
    let bytes = crate::make::pack(&[("word/document.xml", strict.as_bytes())]);
    let read = document(&bytes, Kind::Docx);
    assert_eq!(dump(&read), "# strict");
    assert!((read.lines[0].size() - 14.0).abs() < 0.01);
}

#[test]
fn hazards_of_the_whole_file() {
    check_hazards("<w:p><w:r><w:t>plain</w:t></w:r></w:p>", &[], &[]);
    check_hazards(r#"<w:sectPr><w:cols w:num="2"/></w:sectPr>"#, &[], &[HazardKind::Columns]);
    check_hazards(r#"<w:sectPr><w:cols w:space="720"/></w:sectPr>"#, &[], &[]);
    let picture = |cx: u32| {
        format!(
            r#"<w:p><w:r><w:drawing><wp:inline><wp:extent cx="{cx}" cy="1270000"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"#
        )
    };
    check_hazards(&picture(6_000_000), &[], &[HazardKind::Picture]);
    check_hazards(&picture(1_200_000), &[], &[]);
    let protected = [("settings.xml", r#"<w:documentProtection w:enforcement="1"/>"#)];
    check_hazards("", &protected, &[HazardKind::Restricted]);
    check_hazards("", &[("vbaProject.bin", "x")], &[HazardKind::Active]);
    check_hazards("", &[("https://example.org/t.dotm", "attachedTemplate")], &[HazardKind::Active]);
    check_hazards("", &[("file:///C:/t.dotm", "attachedTemplate")], &[]);
    check_hazards("", &[("https://example.org/page", "")], &[]);
}

#[test]
fn naive_readers_get_the_order_of_the_file() {
    let body = r"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>left</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>right</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>";
    assert_eq!(document(&docx(body, &[]), Kind::Docx).naive, "left\nright\na b\n");
}
