//! Hostile and broken files: an error or what could be saved, never a panic, never much memory.

use document::{Archive, HazardKind, Kind, Limits, read};

use crate::make::{document, docx, dump, hazards, odt, pack, store};

#[track_caller]
fn check_error(bytes: &[u8], kind: Kind, expected: &str) {
    let error = read(bytes, kind, &Limits::default()).expect_err("no document");
    assert!(error.message.contains(expected), "{}", error.message);
    assert!(!error.hint.is_empty());
}

#[test]
fn files_that_are_no_documents() {
    check_error(b"", Kind::Docx, "damaged");
    check_error(b"PK\x03\x04 and nothing more", Kind::Docx, "damaged");
    check_error(&pack(&[("xl/workbook.xml", b"<a/>")]), Kind::Docx, "spreadsheet");
    check_error(&pack(&[("ppt/presentation.xml", b"<a/>")]), Kind::Docx, "presentation");
    check_error(&pack(&[("notes.txt", b"hello")]), Kind::Docx, "without a Word document");
    check_error(&pack(&[("notes.txt", b"hello")]), Kind::Odt, "no text");
    let old = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600]].concat();
    check_error(&old, Kind::Docx, "before 2007");
    assert_eq!(Kind::detect(Some("resume.doc"), &old), Kind::Docx);
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check_error(&[&old[..], &name[..]].concat(), Kind::Docx, "password");
    let manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    check_error(
        &pack(&[("META-INF/manifest.xml", manifest), ("content.xml", b"x")]),
        Kind::Odt,
        "password",
    );
}

#[test]
fn open_documents_under_a_wrong_name() {
    let bytes = odt("", "<text:p>hello</text:p>", "", "");
    assert_eq!(dump(&document(&bytes, Kind::Docx)), "hello");
}

#[test]
fn bombs_are_cut() {
    let zeros = vec![b' '; 48 << 20];
    let text = [b"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>seen</w:t></w:r></w:p>", &zeros[..]].concat();
    let bomb = pack(&[("word/document.xml", &text)]);
    assert!(bomb.len() < 100_000);
    let read = document(&bomb, Kind::Docx);
    assert_eq!(read.lines[0].text(), "seen");
    assert!(hazards(&read).contains(&HazardKind::CutOff));

    let many: Vec<String> = (0..2100).map(|at| format!("word/{at}")).collect();
    let parts: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    check_error(&pack(&parts), Kind::Docx, "more than 2000 parts");

    let limits = Limits { unpacked: 100, ..Limits::default() };
    let bytes = pack(&[("a", &[b'a'; 80]), ("b", &[b'b'; 80]), ("../c", b"out")]);
    let archive = Archive::open(&bytes, &limits).expect("a container");
    assert_eq!(archive.names().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(archive.part("a").map(|part| part.len()), Some(80));
    assert!(!archive.is_cut());
    assert_eq!(archive.part("b").map(|part| part.len()), Some(20));
    assert!(archive.is_cut() && !archive.is_damaged());
    assert_eq!(archive.part("../c"), None);
}

#[test]
fn deep_and_long_xml_is_cut() {
    let deep = |n: usize| {
        let open = "<w:sdt><w:sdtContent>".repeat(n);
        let close = "</w:sdtContent></w:sdt>".repeat(n);
        let p = "<w:p><w:r><w:t>deep</w:t></w:r></w:p>";
        format!("<w:p><w:r><w:t>seen</w:t></w:r></w:p>{open}{p}{close}")
    };
    assert_eq!(dump(&document(&docx(&deep(20), &[]), Kind::Docx)), "seen\ndeep");
    let read = document(&docx(&deep(20_000), &[]), Kind::Docx);
    assert_eq!(dump(&read), "seen");
    assert_eq!(hazards(&read), [HazardKind::CutOff]);
    let tables = "<w:tbl><w:tr><w:tc>".repeat(5000);
    assert_eq!(dump(&document(&docx(&tables, &[]), Kind::Docx)), "");
    let lists = "<text:list><text:list-item>".repeat(5000);
    assert_eq!(dump(&document(&odt("", &lists, "", ""), Kind::Odt)), "");
    let long = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "a".repeat(500_000));
    let read = document(&docx(&long, &[]), Kind::Docx);
    assert_eq!(read.lines[0].text().len(), 400_000);
    assert_eq!(hazards(&read), [HazardKind::CutOff]);
    let flat = "<w:p/>".repeat(450_000);
    assert_eq!(hazards(&document(&docx(&flat, &[]), Kind::Docx)), [HazardKind::CutOff]);
}

#[test]
fn entities_are_not_followed() {
    let xml = r#"<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"#;
    let read = document(&pack(&[("word/document.xml", xml.as_bytes())]), Kind::Docx);
    assert_eq!(dump(&read), "");
    assert_eq!(hazards(&read), [HazardKind::Damaged]);
    let unknown = "<w:p><w:r><w:t>a&nbsp;b</w:t></w:r></w:p>";
    let read = document(&docx(unknown, &[]), Kind::Docx);
    assert_eq!(dump(&read), "ab");
    assert_eq!(hazards(&read), [HazardKind::Damaged]);
}

#[test]
fn text_that_breaks_off_is_saved() {
    let body = "<w:p><w:r><w:t>saved</w:t></w:r></w:p><w:p><w:r><w:t>broken</w:r></w:p>";
    let read = document(&docx(body, &[]), Kind::Docx);
    assert_eq!(read.lines[0].text(), "saved");
    assert!(hazards(&read).contains(&HazardKind::Damaged));
}

/// The same numbers on every machine.
fn next(state: &mut u64) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    usize::try_from(*state % 0xffff_ffff).unwrap_or_default()
}

fn samples() -> [(Kind, Vec<u8>); 2] {
    let body = r#"<w:p><w:pPr><w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>one &amp; two</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:pict><v:rect style="width:50pt;height:9pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p><w:sectPr><w:headerReference r:id="header1.xml"/></w:sectPr>"#;
    let numbering = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;
    let styles = r#"<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="H"/></w:style>"#;
    let head = "<w:p><w:r><w:t>head</w:t></w:r></w:p>";
    let parts = [("numbering.xml", numbering), ("styles.xml", styles), ("header1.xml", head)];
    let text = r#"<text:h text:outline-level="1">a</text:h><text:list text:style-name="L"><text:list-item><text:p>b</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>c</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/></table:table-row></table:table><text:p><draw:frame svg:width="3cm"><draw:text-box><text:p>d</text:p></draw:text-box></draw:frame></text:p>"#;
    let list = r#"<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="i"/></text:list-style>"#;
    [(Kind::Docx, docx(body, &parts)), (Kind::Odt, odt(list, text, "", "<dc:title>t</dc:title>"))]
}

#[test]
fn changed_bytes_never_panic() {
    for (kind, bytes) in samples() {
        let mut state = 0x9e37_79b9_7f4a_7c15;
        for _ in 0..1000 {
            let mut changed = bytes.clone();
            for _ in 0..=next(&mut state) % 4 {
                let at = next(&mut state) % changed.len();
                changed[at] = u8::try_from(next(&mut state) % 256).unwrap_or_default();
            }
            let _ = read(&changed, kind, &Limits::default());
        }
    }
}

#[test]
fn changed_xml_never_panics() {
    // Changes inside the packed text, which the checksum of the container would hide.
    for (kind, bytes) in samples() {
        let archive = Archive::open(&bytes, &Limits::default()).expect("a container");
        let names: Vec<String> = archive.names().map(str::to_owned).collect();
        let parts: Vec<Vec<u8>> = names.iter().filter_map(|name| archive.part(name)).collect();
        let mut state = 0x2545_f491_4f6c_dd1d;
        for _ in 0..1000 {
            let mut changed = parts.clone();
            let part = next(&mut state) % changed.len();
            let content = &mut changed[part];
            if content.is_empty() {
                continue;
            }
            for _ in 0..=next(&mut state) % 3 {
                let at = next(&mut state) % content.len();
                match next(&mut state) % 3 {
                    0 => content[at] = b"<>/\"&=09x"[next(&mut state) % 9],
                    1 => {
                        content.remove(at);
                        content.push(b' ');
                    }
                    _ => {
                        let end = (at + 1 + next(&mut state) % 60).min(content.len());
                        let copy = content[at..end].to_vec();
                        content.splice(at..at, copy);
                    }
                }
            }
            let pairs: Vec<(&str, &[u8])> =
                names.iter().map(String::as_str).zip(changed.iter().map(Vec::as_slice)).collect();
            let _ = read(&store(&pairs), kind, &Limits::default());
        }
    }
}

#[test]
fn truncated_files_never_panic() {
    for (kind, bytes) in samples() {
        for end in 0..bytes.len() {
            let _ = read(&bytes[..end], kind, &Limits::default());
        }
    }
}
