//! Small PDFs, written by hand: objects, a table of places, and standard fonts.

use std::fmt::Write as _;

/// A PDF in the making. Pages are 612 by 792 points.
#[derive(Default)]
pub(crate) struct Sheets {
    pages: Vec<String>,
    notes: Vec<String>,
    info: String,
    layers: Vec<String>,
    trailer: String,
}

impl Sheets {
    /// One page with what some operators draw.
    pub(crate) fn of(page: &str) -> Self {
        Self::default().page(page)
    }

    /// One more page.
    pub(crate) fn page(mut self, operators: &str) -> Self {
        self.pages.push(operators.to_owned());
        self.notes.push(String::new());
        self
    }

    /// A link on the last page, from the upper left corner.
    pub(crate) fn link(
        mut self,
        left: f32,
        top: f32,
        right: f32,
        bottom: f32,
        address: &str,
    ) -> Self {
        let notes = self.notes.last_mut().expect("a page");
        let (low, high) = (792.0 - bottom, 792.0 - top);
        write!(
            notes,
            "<</Type/Annot/Subtype/Link/Rect[{left} {low} {right} {high}]\
             /A<</S/URI/URI({address})>>>> "
        )
        .expect("a text");
        self
    }

    /// Entries of the description.
    pub(crate) fn info(mut self, entries: &str) -> Self {
        self.info.push_str(entries);
        self
    }

    /// Entries of the trailer.
    pub(crate) fn trailer(mut self, entries: &str) -> Self {
        self.trailer.push_str(entries);
        self
    }

    /// A layer, shown or not; its name in content is `Layer` and its number, from 0.
    pub(crate) fn layer(mut self, shown: bool) -> Self {
        self.layers.push(if shown { String::new() } else { "off".to_owned() });
        self
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        // 1 catalog, 2 pages, 3 description, 4 resources, then layers, then pages and contents.
        let first_page = 5 + self.layers.len();
        let mut objects = vec![String::new(); 4];
        let layer = |number: usize| format!("{} 0 R", 5 + number);
        let all: Vec<String> = (0..self.layers.len()).map(layer).collect();
        let off = self.layers.iter().enumerate().filter(|(_, state)| !state.is_empty());
        let off: Vec<String> = off.map(|(number, _)| layer(number)).collect();
        let layers = if all.is_empty() {
            String::new()
        } else {
            format!("/OCProperties<</OCGs[{}]/D<</OFF[{}]>>>>", all.join(" "), off.join(" "))
        };
        objects[0] = format!("<</Type/Catalog/Pages 2 0 R{layers}>>");
        let kids: Vec<String> = (0..self.pages.len())
            .map(|number| format!("{} 0 R", first_page + 2 * number))
            .collect();
        objects[1] = format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), self.pages.len());
        objects[2] = format!("<<{}>>", self.info);
        let fonts = ["Helvetica", "Helvetica-Bold", "Times-Italic", "Courier"];
        let mut listed = String::new();
        for (number, name) in (1..).zip(fonts) {
            let entry = format!("/F{number}<</Type/Font/Subtype/Type1/BaseFont/{name}");
            listed.extend([&entry, "/Encoding/WinAnsiEncoding>>"]);
        }
        let properties: Vec<String> =
            all.iter().enumerate().map(|(n, place)| format!("/Layer{n} {place}")).collect();
        let properties = properties.concat();
        objects[3] = format!(
            "<</Font<<{listed}>>/ExtGState<</None<</ca 0/CA 0>>/Half<</ca .5>>>>\
             /Properties<<{properties}>>>>"
        );
        for _ in &self.layers {
            objects.push("<</Type/OCG/Name(layer)>>".to_owned());
        }
        for (number, page) in self.pages.iter().enumerate() {
            let contents = first_page + 2 * number + 1;
            objects.push(format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources 4 0 R\
                 /Contents {contents} 0 R/Annots[{}]>>",
                self.notes[number]
            ));
            objects.push(format!("<</Length {}>>\nstream\n{page}\nendstream", page.len()));
        }
        self.file(&objects)
    }

    fn file(&self, objects: &[String]) -> Vec<u8> {
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        for (number, object) in objects.iter().enumerate() {
            places.push(file.len());
            file.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
        }
        let table = file.len();
        let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        for place in places {
            writeln!(end, "{place:010} 00000 n ").expect("a text");
        }
        writeln!(
            end,
            "trailer\n<</Size {}/Root 1 0 R/Info 3 0 R{}>>\nstartxref\n{table}\n%%EOF",
            objects.len() + 1,
            self.trailer
        )
        .expect("a text");
        file.extend(end.bytes());
        file
    }
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

/// Draws a text that ends at a place, in letters that are all 0.6 sizes wide.
pub(crate) fn flush(size: f32, right: f32, y: f32, shown: &str) -> String {
    let letters = u8::try_from(shown.chars().count()).expect("a short text");
    text(4, size, right - 0.6 * size * f32::from(letters), y, shown)
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
