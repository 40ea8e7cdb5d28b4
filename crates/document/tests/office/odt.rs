//! OpenDocument texts.

use document::{HazardKind, Kind};

use crate::make::{document, dump, hazards, odt};

#[track_caller]
fn check(body: &str, expected: &str) {
    check_with("", body, expected);
}

#[track_caller]
fn check_with(styles: &str, body: &str, expected: &str) {
    assert_eq!(dump(&document(&odt(styles, body, "", ""), Kind::Odt)), expected, "{body}");
}

#[track_caller]
fn check_hazards(styles: &str, body: &str, expected: &[HazardKind]) {
    assert_eq!(hazards(&document(&odt(styles, body, "", ""), Kind::Odt)), expected, "{body}");
}

fn text_style(name: &str, properties: &str) -> String {
    format!(
        r#"<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>"#
    )
}

#[test]
fn letters_and_what_stands_between_them() {
    check("<text:p>Ann Lee</text:p>", "Ann Lee");
    check("<text:p>Ann\n   Lee &amp; Co</text:p>", "Ann Lee & Co");
    check("<text:p>Acme<text:tab/>2019</text:p>", "Acme | 2019");
    check(r#"<text:p>Acme<text:s text:c="5"/>2019</text:p>"#, "Acme | 2019");
    check("<text:p>one<text:line-break/>two</text:p>", "one\ntwo");
    check(
        r#"<text:p><text:a xlink:href="https://example.org">site</text:a></text:p>"#,
        "[site](https://example.org)",
    );
    check(r##"<text:p><text:a xlink:href="#top">up</text:a></text:p>"##, "up");
    check(r#"<text:h text:outline-level="2">Work</text:h>"#, "## Work");
    check("<text:p>on <text:date>1 May</text:date></text:p>", "on 1 May");
    check("<text:p/>", "");
}

#[test]
fn looks_come_through_styles() {
    let look = r#"<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt" fo:language="de" fo:country="DE"/></style:default-style><style:style style:name="Heading_20_1" style:family="paragraph" style:display-name="Heading 1"><style:text-properties fo:font-size="150%" fo:font-weight="bold"/></style:style></office:styles>"#;
    let styles = r#"<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"/><style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic" fo:font-weight="normal"/></style:style>"#;
    let body = r#"<text:p text:style-name="P1">Work <text:span text:style-name="T1">now</text:span></text:p><text:p>plain</text:p>"#;
    let read = document(&odt(styles, body, look, ""), Kind::Odt);
    assert_eq!(dump(&read), "# **Work** *now*\nplain");
    assert!((read.lines[0].size() - 16.5).abs() < 0.01);
    assert!((read.lines[1].size() - 11.0).abs() < 0.01);
    assert_eq!(read.metadata.language.as_deref(), Some("de-DE"));
    assert!(read.metadata.structured);
}

#[test]
fn lists_have_marks_and_levels() {
    let styles = r#"<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/><text:list-level-style-bullet text:level="2" text:bullet-char="&#xE00C;"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>"#;
    let p = |text: &str| format!("<text:p>{text}</text:p>");
    let nested = format!(
        r#"<text:list text:style-name="L1"><text:list-item>{}<text:list><text:list-item>{}</text:list-item></text:list></text:list-item><text:list-item>{}{}</text:list-item></text:list>"#,
        p("a"),
        p("b"),
        p("c"),
        p("more of c")
    );
    check_with(styles, &nested, "• a\n  • b\n• c\nmore of c");
    let numbered = format!(
        r#"<text:list text:style-name="L2"><text:list-item>{}</text:list-item><text:list-item>{}</text:list-item></text:list>"#,
        p("a"),
        p("b")
    );
    check_with(styles, &numbered, "1. a\n2. b");
    check_with(styles, &(numbered.clone() + &numbered), "1. a\n2. b\n1. a\n2. b");
    let goes_on =
        numbered.replacen("<text:list ", r#"<text:list text:continue-numbering="true" "#, 1);
    check_with(styles, &(numbered + &goes_on), "1. a\n2. b\n3. a\n4. b");
    check("<text:p>• typed</text:p>", "• typed");
}

#[test]
fn tables_boxes_and_sections() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let table = format!(
        "<table:table><table:table-row>{}{}</table:table-row></table:table>",
        cell("Languages"),
        cell("Rust, Go")
    );
    check(&table, "0/0: Languages | Rust, Go");
    check_hazards("", &table, &[HazardKind::Table]);
    let tall = |words: &str| {
        let lines: Vec<_> = words.split(' ').map(|w| format!("<text:p>{w}</text:p>")).collect();
        let lines = lines.concat();
        format!("<table:table-cell>{lines}</table:table-cell>")
    };
    let columns = format!(
        "<table:table><table:table-row>{}{}</table:table-row></table:table>",
        tall("a b c d"),
        tall("e f g h i")
    );
    check(&columns, "0/0: a\n0/0: b\n0/0: c\n0/0: d\n0/1: e\n0/1: f\n0/1: g\n0/1: h\n0/1: i");
    let spans = format!(
        r#"<table:table><table:table-row>{}<table:table-cell table:number-rows-spanned="2">{}</table:table-cell></table:table-row><table:table-row>{}<table:covered-table-cell/></table:table-row></table:table>"#,
        cell("Work"),
        ["C", "D", "E", "F"].map(|w| format!("<text:p>{w}</text:p>")).concat(),
        cell("School")
    );
    check(&spans, "0/0: Work\n1/0: School\n0/1: C\n0/1: D\n0/1: E\n0/1: F");
    let boxed = "<text:p><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>around</text:p>";
    check(boxed, "box: boxed\naround");
    check_hazards("", boxed, &[HazardKind::TextBox]);
    check(
        "<text:p><draw:custom-shape><text:p>shape</text:p></draw:custom-shape></text:p>",
        "box: shape",
    );
    let section = r#"<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2"/></style:section-properties></style:style>"#;
    let body = r#"<text:section text:style-name="S"><text:p>a</text:p></text:section>"#;
    check_with(section, body, "a");
    check_hazards(section, body, &[HazardKind::Columns]);
    check_hazards("", "<text:section><text:p>a</text:p></text:section>", &[]);
    let picture = r#"<text:p><draw:frame svg:width="15cm" svg:height="10cm"><draw:image xlink:href="Pictures/a.png"/></draw:frame>x</text:p>"#;
    check_hazards("", picture, &[HazardKind::Picture]);
}

#[test]
fn heads_feet_notes_and_changes() {
    let look = r#"<office:styles/><office:automatic-styles/><office:master-styles><style:master-page style:name="Standard"><style:header><text:p>ann@example.org</text:p></style:header><style:footer><text:p>1</text:p></style:footer></style:master-page><style:master-page style:name="Unused"><style:header><text:p>never</text:p></style:header></style:master-page></office:master-styles>"#;
    let read = document(&odt("", "<text:p>body</text:p>", look, ""), Kind::Odt);
    assert_eq!(dump(&read), "header: ann@example.org\nbody\nfooter: 1");
    assert_eq!(hazards(&read), [HazardKind::HeaderFooter]);
    let note = "<text:p>text<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a note</text:p></text:note-body></text:note> on</text:p>";
    check(note, "text on\nnote: a note");
    check_hazards("", note, &[HazardKind::Comment]);
    let changed = "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>new<text:change/></text:p>";
    check(changed, "new");
    check_hazards("", changed, &[HazardKind::TrackedChanges]);
}

#[test]
fn hidden_text() {
    let hidden = |properties: &str, veil: &str| {
        let styles = text_style("T", properties);
        let body =
            r#"<text:p>seen <text:span text:style-name="T">ninja skills</text:span></text:p>"#;
        check_with(&styles, body, &format!("seen\n({veil}: ninja skills)"));
    };
    hidden(r#"text:display="none""#, "Marked");
    hidden(r##"fo:color="#ffffff""##, "SameColor");
    hidden(r##"fo:color="#123456" fo:background-color="#123456""##, "SameColor");
    hidden(r#"fo:font-size="1pt""#, "Tiny");
    hidden(r#"style:text-scale="1%""#, "Tiny");
    hidden(r##"loext:opacity="0%" fo:color="#000000""##, "Transparent");
    check(
        r#"<text:p>seen<text:hidden-text text:string-value="ninja"/></text:p>"#,
        "seen\n(Marked: ninja)",
    );
    check(
        "<text:p><text:hidden-paragraph/>ninja</text:p><text:p>seen</text:p>",
        "seen\n(Marked: ninja)",
    );
    check(
        r#"<text:section text:display="none"><text:p>ninja</text:p></text:section>"#,
        "(Marked: ninja)",
    );
    check(
        r#"<table:table><table:table-row table:visibility="collapse"><table:table-cell><text:p>ninja</text:p></table:table-cell></table:table-row></table:table>"#,
        "(Marked: ninja)",
    );
    check(
        r#"<text:p>seen<draw:frame svg:x="-900cm"><draw:text-box><text:p>ninja</text:p></draw:text-box></draw:frame></text:p>"#,
        "seen\n(OffPage: ninja)",
    );
    let flat = r#"<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:line-height="0.01cm"/></style:style>"#;
    check_with(flat, r#"<text:p text:style-name="P">ninja</text:p>"#, "(Clipped: ninja)");
}

#[test]
fn text_that_only_looks_hidden() {
    let seen = |properties: &str| {
        let styles = text_style("T", properties);
        let body = r#"<text:p><text:span text:style-name="T">skills</text:span></text:p>"#;
        check_with(&styles, body, "skills");
    };
    seen(r#"text:display="true""#);
    seen(r##"fo:color="#ffffff" fo:background-color="#203040""##);
    seen(r##"fo:color="#ffffff" style:use-window-font-color="true""##);
    seen(r##"fo:color="#bfbfbf""##);
    seen(r#"fo:font-size="6pt""#);
    let white = text_style("T", r##"fo:color="#ffffff""##);
    let cell = r##"<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:background-color="#203040"/></style:style>"##;
    let span = r#"<text:p><text:span text:style-name="T">skills</text:span></text:p>"#;
    check_with(
        &(white.clone() + cell),
        &format!(
            r#"<table:table><table:table-row><table:table-cell table:style-name="C">{span}</table:table-cell></table:table-row></table:table>"#
        ),
        "0/0: skills",
    );
    let shape = r##"<style:style style:name="G" style:family="graphic"><style:graphic-properties draw:fill="solid" draw:fill-color="#203040"/></style:style>"##;
    check_with(
        &(white.clone() + shape),
        &format!(
            r#"<text:p><draw:frame draw:style-name="G"><draw:text-box>{span}</draw:text-box></draw:frame></text:p>"#
        ),
        "box: skills",
    );
    check_with(
        &(white + shape),
        &format!(
            r#"<text:p><draw:rect draw:style-name="G" svg:width="10cm" svg:height="3cm"/></text:p>{span}"#
        ),
        "skills",
    );
}

#[test]
fn what_the_file_says_of_itself() {
    let meta = "<dc:title>Resume</dc:title><meta:initial-creator>Ann Lee</meta:initial-creator><meta:keyword>Rust</meta:keyword><meta:keyword>Go</meta:keyword><meta:generator>Writer</meta:generator>";
    let read = document(&odt("", "<text:p>x</text:p>", "", meta), Kind::Odt);
    assert_eq!(read.metadata.title.as_deref(), Some("Resume"));
    assert_eq!(read.metadata.author.as_deref(), Some("Ann Lee"));
    assert_eq!(read.metadata.keywords.as_deref(), Some("Rust, Go"));
    assert!(read.hidden.is_empty());
    let stuffed = format!("<dc:subject>{}</dc:subject>", "rust ".repeat(80));
    let read = document(&odt("", "<text:p>x</text:p>", "", &stuffed), Kind::Odt);
    assert_eq!(dump(&read), format!("x\n(Metadata: {})", "rust ".repeat(80).trim()));
    assert_eq!(read.naive, "x\n");
}
