//! Seeds of PDF, written object by object.

use std::fmt::Write;

use crate::{PAGE, Seed};

/// A file of these objects, the first the catalog; with a table of places that is right.
fn file(objects: &[String]) -> Vec<u8> {
    let mut text = String::from("%PDF-1.7\n");
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(text.len());
        let _ = write!(text, "{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let table = text.len();
    let _ = write!(text, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _ = write!(text, "{place:010} 00000 n \n");
    }
    let _ = write!(
        text,
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    );
    text.into_bytes()
}

/// A page with this content, more entries of the page and of its resources, and more objects,
/// which begin at number 6.
fn page(content: &str, entries: &str, resources: &str, more: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {entries} \
             /Resources << /Font << /F1 5 0 R >> {resources} >> >>"
        ),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len() + 1),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    objects.extend(more.iter().map(|object| (*object).to_owned()));
    file(&objects)
}

/// The page, a line of text a line.
fn lines() -> String {
    let mut content = String::from("BT /F1 11 Tf 14 TL 50 780 Td\n");
    for (at, line) in PAGE.iter().enumerate() {
        let size = if matches!(at, 0 | 2 | 7) { 16 } else { 11 };
        let mark = if (4..=6).contains(&at) { "\\225 " } else { "" };
        // The encoding of the font, in octal where it leaves ASCII.
        let line = line.replace('–', "\\226");
        let _ = writeln!(content, "/F1 {size} Tf ({mark}{line}) Tj T*");
    }
    content + "ET"
}

/// PDFs, one feature each.
pub(crate) fn seeds() -> Vec<Seed> {
    let with = |tail: &str| page(&format!("{}\n{tail}", lines()), "", "", &[]);
    let text = |setup: &str| with(&format!("q {setup} BT /F1 10 Tf 60 300 Td (secret) Tj ET Q"));
    let font = |object: &str| {
        let content = "BT /F2 12 Tf 60 500 Td <0001000200034142> Tj ET";
        page(content, "", "/XObject << >> /Font << /F1 5 0 R /F2 6 0 R >>", &[object])
    };
    let map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> \
               endcodespacerange 1 beginbfrange <0001> <0003> <0041> endbfrange endcmap end";
    let map = format!("<< /Length {} >>\nstream\n{map}\nendstream", map.len() + 1);
    let composite = page(
        "BT /F2 12 Tf 60 500 Td <000100020003> Tj ET",
        "",
        "/Font << /F2 6 0 R >>",
        &[
            "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [1 [500 600 700]] >>",
            &map,
        ],
    );
    let columns = "BT /F1 11 Tf 50 700 Td (Go) Tj 300 0 Td (Right) Tj -300 -14 Td (SQL) Tj 300 0 Td (Column) Tj ET";
    let cut = with("");
    vec![
        ("page", page(&lines(), "", "", &[])),
        ("white", text("1 1 1 rg")),
        ("no-ink", text("3 Tr")),
        ("clipped", text("0 0 10 10 re W n")),
        ("scaled", text(".01 0 0 .01 0 0 cm")),
        ("rotated", text(".7 .7 -.7 .7 100 100 cm")),
        (
            "spread",
            with("BT /F1 12 Tf 60 200 Td [(S) -500 (K) -500 (I)] TJ 5 Tc 3 Tw 80 Tz (LL) Tj ET"),
        ),
        ("columns", with(columns)),
        ("covered", with("BT /F1 12 Tf 60 200 Td (under) Tj ET 1 1 1 rg 50 190 100 30 re f")),
        (
            "tagged",
            with("/P << /MCID 0 /ActualText (other) >> BDC BT /F1 9 Tf 60 90 Td (seen) Tj ET EMC"),
        ),
        (
            "layer",
            page(
                "/OC /L BDC BT /F1 9 Tf 60 90 Td (layer) Tj ET EMC",
                "",
                "/Properties << /L 6 0 R >>",
                &["<< /Type /OCG /Name (l) >>"],
            ),
        ),
        (
            "transparent",
            page(
                "/G gs BT /F1 9 Tf 60 90 Td (air) Tj ET",
                "",
                "/ExtGState << /G << /ca 0 /CA 0 >> >>",
                &[],
            ),
        ),
        (
            "form",
            page(
                "/X Do",
                "",
                "/XObject << /X 6 0 R >>",
                &[
                    "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 6 >>\nstream\n/X Do\n\nendstream",
                ],
            ),
        ),
        (
            "picture",
            page(
                "500 0 0 700 40 60 cm /X Do",
                "",
                "/XObject << /X 6 0 R >>",
                &[
                    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream",
                ],
            ),
        ),
        (
            "link",
            page(
                &lines(),
                "/Annots [6 0 R]",
                "",
                &[
                    "<< /Type /Annot /Subtype /Link /Rect [50 760 300 775] /A << /S /URI /URI (https://a.example) >> >>",
                ],
            ),
        ),
        ("composite", composite),
        (
            "type3",
            font(
                "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 4 0 R >> /Encoding << /Differences [65 /a] >> /FirstChar 65 /LastChar 66 /Widths [1 1] >>",
            ),
        ),
        (
            "differences",
            font(
                "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding << /Differences [1 /fi /fl /bullet /uni2014] >> >>",
            ),
        ),
        ("turned", page(&lines(), "/Rotate 90 /CropBox [10 10 500 800] /UserUnit 2", "", &[])),
        (
            "broken-table",
            String::from_utf8_lossy(&with("")).replace("0000000", "0000009").into_bytes(),
        ),
        ("cut", cut[..cut.len() / 2].to_vec()),
    ]
}
