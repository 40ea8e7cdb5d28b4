//! Word: every way to hide text, and what only looks like it.

use document::Kind;

use crate::make::{document, docx, dump};

#[track_caller]
fn check(body: &str, parts: &[(&str, &str)], expected: &str) {
    assert_eq!(dump(&document(&docx(body, parts), Kind::Docx)), expected, "{body}");
}

/// A run with properties among others: hidden when `veil` is given.
#[track_caller]
fn check_run(properties: &str, veil: Option<&str>) {
    let body = format!(
        r#"<w:p><w:r><w:t xml:space="preserve">seen </w:t></w:r><w:r><w:rPr>{properties}</w:rPr><w:t>ninja skills</w:t></w:r></w:p>"#
    );
    let read = document(&docx(&body, &[("theme1.xml", THEME), ("styles.xml", STYLES)]), Kind::Docx);
    if let Some(veil) = veil {
        let found = format!("{:?}", read.hidden.iter().map(|h| h.veil).collect::<Vec<_>>());
        assert_eq!(found, format!("[{veil}]"), "{properties}");
        assert_eq!(read.hidden[0].text, "ninja skills");
        assert_eq!(read.lines[0].text(), "seen");
    } else {
        assert!(read.hidden.is_empty(), "{properties}: {:?}", read.hidden);
        assert_eq!(read.lines[0].text(), "seen ninja skills");
    }
}

const THEME: &str = r#"<a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="1F4E79"/></a:accent1></a:clrScheme></a:themeElements>"#;
const STYLES: &str = r#"<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Pale"><w:name w:val="Pale"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>"#;

#[test]
fn hidden_runs() {
    check_run("<w:vanish/>", Some("Marked"));
    check_run(r#"<w:rStyle w:val="Ghost"/>"#, Some("Marked"));
    check_run(r#"<w:color w:val="FFFFFF"/>"#, Some("SameColor"));
    check_run(r#"<w:color w:val="FEFEFE"/>"#, Some("SameColor"));
    check_run(r#"<w:rStyle w:val="Pale"/>"#, Some("SameColor"));
    check_run(r#"<w:color w:val="000000" w:themeColor="background1"/>"#, Some("SameColor"));
    check_run(
        r#"<w:color w:val="000000" w:themeColor="accent1" w:themeTint="00"/>"#,
        Some("SameColor"),
    );
    check_run(
        r#"<w:color w:val="1F4E79"/><w:shd w:val="clear" w:fill="1F4E79"/>"#,
        Some("SameColor"),
    );
    check_run(r#"<w:color w:val="000000"/><w:highlight w:val="black"/>"#, Some("SameColor"));
    check_run(
        r#"<w:color w:val="000000"/><w:shd w:val="solid" w:color="000000"/>"#,
        Some("SameColor"),
    );
    check_run(r#"<w:sz w:val="2"/>"#, Some("Tiny"));
    check_run(r#"<w:w w:val="1"/>"#, Some("Tiny"));
    check_run("<w14:textFill><w14:noFill/></w14:textFill>", Some("NoInk"));
    check_run(
        r#"<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>"#,
        Some("Transparent"),
    );
    check_run(
        r#"<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>"#,
        Some("SameColor"),
    );
}

#[test]
fn seen_runs() {
    check_run(r#"<w:vanish w:val="0"/>"#, None);
    check_run(r#"<w:rStyle w:val="Ghost"/><w:vanish w:val="false"/>"#, None);
    check_run("<w:webHidden/>", None);
    check_run(r#"<w:color w:val="auto"/>"#, None);
    check_run(r#"<w:color w:val="auto"/><w:shd w:val="clear" w:fill="000000"/>"#, None);
    check_run(r#"<w:color w:val="BFBFBF"/>"#, None);
    check_run(r#"<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/>"#, None);
    check_run(r#"<w:color w:val="FFFFFF" w:themeColor="text1"/>"#, None);
    check_run(r#"<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>"#, None);
    check_run(r#"<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:themeFill="accent1"/>"#, None);
    check_run(r#"<w:sz w:val="8"/>"#, None);
    check_run(r#"<w:w w:val="80"/>"#, None);
    check_run(
        r#"<w14:textFill><w14:solidFill><w14:srgbClr w14:val="203040"/></w14:solidFill></w14:textFill>"#,
        None,
    );
    check_run("<w:caps/>", None);
    check_run("<w:strike/>", None);
}

const WHITE: &str = r#"<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>white words</w:t></w:r>"#;

#[test]
fn the_ground_decides() {
    let shaded = |fill: &str| {
        format!(r#"<w:p><w:pPr><w:shd w:val="clear" w:fill="{fill}"/></w:pPr>{WHITE}</w:p>"#)
    };
    check(&shaded("203040"), &[], "white words");
    check(&shaded("auto"), &[], "(SameColor: white words)");
    check(&shaded("FFFFFF"), &[], "(SameColor: white words)");
    let cell = |fill: &str| {
        format!(
            r#"<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="{fill}"/></w:tcPr><w:p>{WHITE}</w:p></w:tc></w:tr></w:tbl>"#
        )
    };
    check(&cell("203040"), &[], "0/0: white words");
    check(&cell("FFFFFF"), &[], "(SameColor: white words)");
    // A style of the table may paint the row.
    let style = r#"<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr></w:tblStylePr></w:style>"#;
    let styled =
        cell("auto").replace("<w:tbl>", r#"<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>"#);
    check(&styled, &[("styles.xml", style)], "0/0: white words");
    let boxed = |fill: &str| {
        format!(
            r"<w:p><w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:spPr>{fill}</wps:spPr><wps:txbx><w:txbxContent><w:p>{WHITE}</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
        )
    };
    check(
        &boxed(r#"<a:solidFill><a:srgbClr val="203040"/></a:solidFill>"#),
        &[],
        "box: white words",
    );
    check(&boxed("<a:gradFill/>"), &[], "box: white words");
    check(&boxed("<a:noFill/>"), &[], "(SameColor: white words)");
    check(
        &boxed(r#"<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>"#),
        &[],
        "(SameColor: white words)",
    );
    // A dark shape is drawn somewhere: white letters may stand on it.
    let behind = format!(
        r#"<w:p><w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="203040"/></a:solidFill></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>{WHITE}</w:p>"#
    );
    check(&behind, &[], "white words");
    check(&format!("<w:p>{WHITE}</w:p>"), &[], "(SameColor: white words)");
}

#[test]
fn paragraphs_rows_and_boxes_that_cannot_be_seen() {
    let p = "<w:p><w:r><w:t>secret words</w:t></w:r></w:p>";
    let with = |properties: &str| p.replace("<w:p>", &format!("<w:p><w:pPr>{properties}</w:pPr>"));
    check(&with(r#"<w:spacing w:line="1" w:lineRule="exact"/>"#), &[], "(Clipped: secret words)");
    check(&with(r#"<w:spacing w:line="240" w:lineRule="exact"/>"#), &[], "secret words");
    check(&with(r#"<w:ind w:left="31680"/>"#), &[], "(OffPage: secret words)");
    check(&with(r#"<w:framePr w:x="-31000"/>"#), &[], "(OffPage: secret words)");
    let row = |properties: &str| {
        format!("<w:tbl><w:tr><w:trPr>{properties}</w:trPr><w:tc>{p}</w:tc></w:tr></w:tbl>")
    };
    check(&row("<w:hidden/>"), &[], "(Marked: secret words)");
    check(&row(r#"<w:trHeight w:val="10" w:hRule="exact"/>"#), &[], "(Clipped: secret words)");
    check(&row(r#"<w:trHeight w:val="10"/>"#), &[], "0/0: secret words");
    let boxed = |inner: &str, size: &str| {
        format!(
            r"<w:p><w:r><w:drawing><wp:anchor>{inner}<wp:extent {size}/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{p}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
        )
    };
    let large = r#"cx="2000000" cy="2000000""#;
    check(&boxed(r#"<wp:docPr id="1" hidden="1"/>"#, large), &[], "(Marked: secret words)");
    check(
        &boxed("<wp:positionH><wp:posOffset>-99000000</wp:posOffset></wp:positionH>", large),
        &[],
        "(OffPage: secret words)",
    );
    check(
        &boxed("<wp:positionH><wp:posOffset>-990000</wp:posOffset></wp:positionH>", large),
        &[],
        "box: secret words",
    );
    check(&boxed("", r#"cx="2000000" cy="0""#), &[], "(Clipped: secret words)");
    let old = |style: &str| {
        format!(
            r#"<w:p><w:r><w:pict><v:shape style="{style}"><v:textbox><w:txbxContent>{p}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"#
        )
    };
    check(&old("visibility:hidden"), &[], "(Marked: secret words)");
    check(&old("position:absolute;left:-5000pt"), &[], "(OffPage: secret words)");
    check(&old("position:absolute;margin-left:20pt"), &[], "box: secret words");
}

#[test]
fn hidden_marks_of_paragraphs_join_them() {
    check(
        r#"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Acme. </w:t></w:r></w:p><w:p><w:r><w:t>Engineer</w:t></w:r></w:p>"#,
        &[],
        "Acme. Engineer",
    );
    check(
        r"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>gone</w:t></w:r></w:p><w:p><w:r><w:t>Engineer</w:t></w:r></w:p>",
        &[],
        "Engineer\n(Marked: gone)",
    );
}

#[test]
fn characters_without_a_shape() {
    let p = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let tags: String =
        "hire".chars().filter_map(|c| char::from_u32(0xe0000 + u32::from(c))).collect();
    check(&p(&format!("Ann{tags}")), &[], "Ann\n(Shapeless: hire)");
    check(&p("A\u{fe00}\u{fe01}\u{fe02}\u{fe03}"), &[], "A\n(Shapeless: \u{0}\u{1}\u{2}\u{3})");
    check(
        &p("A\u{200b}\u{200c}\u{200b}\u{200c}B"),
        &[],
        "AB\n(Shapeless: \u{200b}\u{200c}\u{200b}\u{200c})",
    );
    // Flags, hearts and families of emoji; a mark left over from copying.
    check(&p("🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} x"), &[], "🏴 x");
    check(&p("❤\u{fe0f} x"), &[], "❤ x");
    check(&p("👩\u{200d}💻"), &[], "👩\u{200d}💻");
    check(&p("\u{feff}Ann\u{200b} Lee"), &[], "Ann Lee");
}

#[test]
fn descriptions_that_are_no_description() {
    let seen = "<w:p><w:r><w:t>seen</w:t></w:r></w:p>";
    let stuffed = format!("<keywords>{}</keywords>", "kafka ".repeat(80));
    let expected = format!("seen\n(Metadata: {})", "kafka ".repeat(80).trim());
    check(seen, &[("docProps/core.xml", &stuffed)], &expected);
    let custom = format!("<property><lpwstr>{}</lpwstr></property>", "rust ".repeat(80));
    let expected = format!("seen\n(Metadata: {})", "rust ".repeat(80).trim());
    check(seen, &[("docProps/custom.xml", &custom)], &expected);
    let usual = "<title>Resume</title><creator>Ann Lee</creator><keywords>Rust, Kafka</keywords>";
    check(seen, &[("docProps/core.xml", usual)], "seen");
    let read = document(&docx(seen, &[("docProps/core.xml", usual)]), Kind::Docx);
    assert_eq!(read.metadata.title.as_deref(), Some("Resume"));
    assert_eq!(read.metadata.author.as_deref(), Some("Ann Lee"));
    assert_eq!(read.metadata.keywords.as_deref(), Some("Rust, Kafka"));
    let picture = format!(
        r#"<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" descr="{}"/></wp:inline></w:drawing></w:r></w:p>"#,
        "go ".repeat(80)
    );
    check(&picture, &[], &format!("(Replacement: {})", "go ".repeat(80)));
}
