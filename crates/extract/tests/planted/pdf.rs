//! Small PDFs, written by hand: a resume of one page, and what a test adds to it.

use std::fmt::Write as _;

/// The words a test plants; no page has them otherwise.
pub(crate) const WORDS: &str = "Snowflake Terraform Erlang";

/// A PDF in the making. The sheet is 612 by 792 points.
#[derive(Clone, Default)]
pub(crate) struct Pdf {
    /// Operators before the text of the page.
    pub before: String,
    /// Operators after it.
    pub after: String,
    /// Entries of the catalog, the description, the page, the trailer.
    pub catalog: String,
    pub info: String,
    pub page: String,
    pub trailer: String,
    /// True for a file without the usual page.
    pub bare: bool,
}

/// Numbers of the objects every file has, to be named by the entries of a test.
pub(crate) const LAYERS: &str = "/OCProperties<</OCGs[7 0 R 8 0 R]/D<</OFF[8 0 R]>>>>";
pub(crate) const LAYERS_BY_BASE: &str =
    "/OCProperties<</OCGs[7 0 R 8 0 R]/D<</BaseState/OFF/ON[7 0 R]>>>>";

impl Pdf {
    /// The usual page and some operators after it.
    pub(crate) fn with(after: &str) -> Self {
        Self { after: after.to_owned(), ..Self::default() }
    }

    /// Only these operators.
    pub(crate) fn bare(operators: &str) -> Self {
        Self { bare: true, ..Self::with(operators) }
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let page = if self.bare { String::new() } else { usual_page() };
        let content = format!("{}\n{page}\n{}", self.before, self.after);
        let drawn = text(1, 11.0, 72.0, 400.0, WORDS);
        let box_all = "/Subtype/Form/BBox[-2000 -2000 2000 2000]/Resources 4 0 R";
        let objects = [
            format!("<</Type/Catalog/Pages 2 0 R{}>>", self.catalog),
            "<</Type/Pages/Kids[5 0 R]/Count 1>>".into(),
            format!("<<{}>>", self.info),
            resources(),
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources 4 0 R/Contents 6 0 R{}>>",
                self.page
            ),
            stream("", &content),
            "<</Type/OCG/Name(shown)>>".into(),
            "<</Type/OCG/Name(draft)>>".into(),
            "<</Type/OCMD/OCGs[8 0 R]/P/AnyOn>>".into(),
            "<</Type/OCMD/OCGs[7 0 R]/P/AllOff>>".into(),
            stream(box_all, &drawn),
            stream(&format!("{box_all}/Group<</S/Transparency>>"), &drawn),
            stream(&format!("{box_all}/Group<</S/Transparency/CS/DeviceGray>>"), ""),
            stream(
                &format!("{box_all}/Group<</S/Transparency/CS/DeviceGray>>"),
                "1 g 0 0 612 792 re f",
            ),
            stream(
                "/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8",
                "\x60\x61\x62\x63",
            ),
            letters_by_operators("17 0 R"),
            stream("", "600 0 0 0 600 600 d1"),
            letters_by_operators("19 0 R"),
            stream("", "600 0 0 0 600 600 d1 50 0 400 500 re f"),
            stream("", &meaning(("A", &tags("hire Vera now")), WORDS)),
            stream("", &meaning(("A", &["Sn".into(), "o".into()]), "w")),
            stream("/Type/Metadata/Subtype/XML", &xmp()),
            "<</FunctionType 2/Domain[0 1]/C0[.1 .2 .4]/C1[.3 .5 .9]/N 1>>".into(),
            nameless("19 0 R"),
        ];
        file(&objects, &self.trailer)
    }
}

fn resources() -> String {
    let fonts = ["Helvetica", "Helvetica-Bold", "Times-Italic", "Courier"];
    let mut listed = String::new();
    for (number, name) in (1..).zip(fonts) {
        let entry = format!("/F{number}<</Type/Font/Subtype/Type1/BaseFont/{name}");
        listed.extend([&entry, "/Encoding/WinAnsiEncoding>>"]);
    }
    let mapped = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode";
    let mask = |group: &str| format!("<</SMask<</S/Luminosity/G {group} 0 R>>>>");
    format!(
        "<</Font<<{listed}/Empty 16 0 R/Drawn 18 0 R/Nameless 24 0 R/Tags{mapped} 20 0 R>>/Plain{mapped} 21 0 R>>>>\
         /ExtGState<</None<</ca 0/CA 0>>/Half<</ca .5>>/Whole<</ca 1/CA 1>>\
         /Masked{}/Open{}/Multiply<</BM/Multiply>>>>\
         /XObject<</Form 11 0 R/Group 12 0 R/Image 15 0 R>>\
         /Shading<</Fade<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 612 0]/Function 23 0 R\
         /Extend[true true]>>>>\
         /Properties<</On 7 0 R/Off 8 0 R/OffBy 9 0 R/OffIfOn 10 0 R>>>>",
        mask("13"),
        mask("14")
    )
}

/// A font whose letters are all drawn by the same operators.
fn letters_by_operators(operators: &str) -> String {
    let (mut names, mut shapes) = (String::new(), String::new());
    for c in 'A'..='z' {
        let _ = write!(names, "/{} ", name_of(c));
        let _ = write!(shapes, "/{} {operators}", name_of(c));
    }
    let widths = "600 ".repeat(58);
    format!(
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 600 600]/FontMatrix[.001 0 0 .001 0 0]\
         /FirstChar 65/LastChar 122/Widths[{widths}]/CharProcs<<{shapes}>>\
         /Encoding<</Differences[65 {names}]>>/Resources<<>>>>"
    )
}

/// A font that says of no code what it means.
fn nameless(operators: &str) -> String {
    let (mut names, mut shapes) = (String::new(), String::new());
    for code in 1..123 {
        let _ = write!(names, "/g{code} ");
        let _ = write!(shapes, "/g{code} {operators}");
    }
    let widths = "600 ".repeat(122);
    format!(
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 600 600]/FontMatrix[.001 0 0 .001 0 0]\
         /FirstChar 1/LastChar 122/Widths[{widths}]/CharProcs<<{shapes}>>\
         /Encoding<</Differences[1 {names}]>>/Resources<<>>>>"
    )
}

fn name_of(c: char) -> String {
    match c {
        '[' => "bracketleft".into(),
        '\\' => "backslash".into(),
        ']' => "bracketright".into(),
        '^' => "asciicircum".into(),
        '_' => "underscore".into(),
        '`' => "grave".into(),
        other => other.to_string(),
    }
}

/// Invisible characters that spell a text.
fn tags(text: &str) -> Vec<String> {
    text.chars().filter_map(|c| char::from_u32(0xe0000 + u32::from(c))).map(String::from).collect()
}

/// What codes from a first one on mean, and what `z` means.
fn meaning((first, texts): (&str, &[String]), z: &str) -> String {
    let hex = |text: &str| {
        text.encode_utf16().map(|unit| format!("{unit:04X}")).collect::<Vec<_>>().concat()
    };
    let start = first.bytes().next().unwrap_or(b'A');
    let mut rows = format!("<7A> <{}>\n", hex(z));
    for (code, text) in (start..).zip(texts) {
        let _ = writeln!(rows, "<{code:02X}> <{}>", hex(text));
    }
    let count = texts.len() + 1;
    format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n\
         1 begincodespacerange <00> <FF> endcodespacerange\n\
         {count} beginbfchar\n{rows}endbfchar\nendcmap end end"
    )
}

fn xmp() -> String {
    let words = (0..80).map(|n| format!("<rdf:li>Erlang{n}</rdf:li>")).collect::<Vec<_>>().concat();
    format!(
        "<x:xmpmeta><rdf:RDF><rdf:Description><dc:subject><rdf:Bag>{words}</rdf:Bag>\
         </dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
}

fn stream(entries: &str, content: &str) -> String {
    format!("<</Length {}{entries}>>\nstream\n{content}\nendstream", content.len())
}

fn file(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(file.len());
        file.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let table = file.len();
    let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _ = writeln!(end, "{place:010} 00000 n ");
    }
    let size = objects.len() + 1;
    let _ = writeln!(
        end,
        "trailer\n<</Size {size}/Root 1 0 R/Info 3 0 R{trailer}>>\nstartxref\n{table}\n%%EOF"
    );
    file.extend(end.bytes());
    file
}

/// Draws a text: font number, size, place from the upper left corner.
pub(crate) fn text(font: usize, size: f32, x: f32, y: f32, text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    // The fonts know one byte for each letter.
    let bytes: String = escaped
        .chars()
        .map(|c| match c {
            '•' => "\\225".to_owned(),
            '–' => "\\226".to_owned(),
            'é' => "\\351".to_owned(),
            other => other.to_string(),
        })
        .collect();
    format!("BT /F{font} {size} Tf {x} {} Td ({bytes}) Tj ET\n", 792.0 - y)
}

/// Lines of one text below each other, 1.3 sizes apart.
pub(crate) fn lines(font: usize, size: f32, x: f32, y: f32, texts: &[&str]) -> String {
    let mut drawn = String::new();
    let mut height = y;
    for line in texts {
        drawn.push_str(&text(font, size, x, height, line));
        height += 1.3 * size;
    }
    drawn
}

/// Fills a box, in shares of red, green and blue, from the upper left corner.
pub(crate) fn fill(color: &str, x: f32, y: f32, width: f32, height: f32) -> String {
    format!("q {color} rg {x} {} {width} {height} re f Q\n", 792.0 - y - height)
}

/// The planted words at their usual place.
pub(crate) fn words() -> String {
    text(1, 11.0, 72.0, 400.0, WORDS)
}

/// The page of an engineer, from 50 to 330 points of the sheet.
pub(crate) fn usual_page() -> String {
    let mut drawn = text(2, 20.0, 72.0, 60.0, "Mara Quist");
    drawn +=
        &text(1, 10.0, 72.0, 78.0, "mara.quist@example.org | +385 91 555 0134 | Split, Croatia");
    drawn += &text(2, 12.0, 72.0, 106.0, "Experience");
    drawn += &text(2, 10.0, 72.0, 124.0, "Tidewater Freight");
    drawn += &text(1, 10.0, 72.0, 137.0, "Backend Engineer, March 2019 – Present");
    let bullets = [
        "• Cut the p99 of booking search from 900 ms to 120 ms by caching the tariffs of a port",
        "• Moved the ledger of 40 million rows to an event log without a stop",
        "• Led four engineers through the split of the billing service",
    ];
    drawn += &lines(1, 10.0, 80.0, 152.0, &bullets);
    drawn += &text(2, 12.0, 72.0, 210.0, "Education");
    drawn += &text(2, 10.0, 72.0, 228.0, "University of Split");
    drawn += &text(1, 10.0, 72.0, 241.0, "Master of Science in Computer Science, 2013 – 2018");
    drawn += &text(2, 12.0, 72.0, 270.0, "Skills");
    drawn += &text(1, 10.0, 72.0, 288.0, "Languages: Rust, Go, Python");
    drawn += &text(1, 10.0, 72.0, 301.0, "Storage: Postgres, Kafka, Redis");
    drawn
}
