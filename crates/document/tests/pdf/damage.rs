//! Files that are broken, locked, empty or too large.

use document::{HazardKind, Kind, Limits};
use proptest::prelude::*;

use super::sheet::{Sheets, lines, text};
use super::{read, shown};

fn page() -> String {
    lines(1, 11.0, 72.0, 72.0, &["Mara Quist", "Led the storage team", "• Cut costs by 40%"])
}

fn kinds(bytes: &[u8]) -> Vec<HazardKind> {
    read(bytes).hazards.into_iter().map(|hazard| hazard.kind).collect()
}

#[test]
fn a_whole_file_has_no_hazards() {
    assert_eq!(kinds(&Sheets::of(&page()).bytes()), []);
}

#[test]
fn what_can_be_saved_of_a_cut_file_is_read() {
    let bytes = Sheets::of(&page()).bytes();
    let table = bytes.windows(5).position(|window| window == b"xref\n").expect("a table");
    let cut = &bytes[..table];
    assert!(shown(&read(cut)).contains("Led the storage team"));
    assert_eq!(kinds(cut), [HazardKind::Damaged]);
}

#[test]
fn bytes_without_a_page_are_an_error() {
    for bytes in [&b""[..], b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"\0\0\0\0\0\0"] {
        let error = document::read(bytes, Kind::Pdf, &Limits::default()).expect_err("no page");
        assert!(error.message.contains("damaged"), "{error}");
    }
}

#[test]
fn a_file_that_needs_a_password_says_so() {
    // Keys of a user password that is not empty.
    let id = "<00112233445566778899aabbccddeeff>";
    let key = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    let locked = format!(
        "/ID[{id}{id}]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{key}>/U<{key}>>>"
    );
    let bytes = Sheets::of(&page()).trailer(&locked).bytes();
    let error = document::read(&bytes, Kind::Pdf, &Limits::default()).expect_err("locked");
    assert!(error.message.contains("password"), "{error}");
}

#[test]
fn a_page_of_pictures_is_scanned() {
    let image = "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x40 EI Q";
    assert_eq!(kinds(&Sheets::of(image).bytes()), [HazardKind::Scanned]);
    // With its text laid over it without ink, it can be read.
    let read_over = format!("{image}\n3 Tr {}", page());
    let document = read(&Sheets::of(&read_over).bytes());
    assert!(shown(&document).contains("Led the storage team"));
    assert_eq!(document.hidden, []);
}

#[test]
fn reading_stops_at_limits() {
    let mut sheets = Sheets::of(&page());
    for _ in 0..9 {
        sheets = sheets.page(&page());
    }
    let limits = Limits { pages: 4, ..Limits::default() };
    let document = document::read(&sheets.bytes(), Kind::Pdf, &limits).expect("a PDF");
    assert_eq!(document.sheets.len(), 4);
    assert_eq!(document.hazards[0].kind, HazardKind::CutOff);
    let limits = Limits { characters: 20, ..Limits::default() };
    let document = document::read(&sheets.bytes(), Kind::Pdf, &limits).expect("a PDF");
    assert_eq!(document.hazards[0].kind, HazardKind::CutOff);
}

#[test]
fn numbers_that_are_no_places_do_no_harm() {
    for transform in
        ["1e30 0 0 1e30 0 0", "0 0 0 0 0 0", "1 0 0 1 99999999 -99999999", "1e-30 0 0 1 0 0"]
    {
        let drawn =
            format!("q {transform} cm {}Q {}", page(), text(1, 9.0, 72.0, 300.0, "Last line"));
        assert!(shown(&read(&Sheets::of(&drawn).bytes())).contains("Last line"), "{transform}");
    }
}

#[test]
fn many_shapes_and_letters_end_in_time() {
    let mut drawn = "0 0 m 9 9 l 9 0 l f\n".repeat(40_000);
    drawn.push_str(&"q ".repeat(5000));
    for row in 0_u8..60 {
        for column in 0_u8..60 {
            let (x, y) = (10.0 * f32::from(column), 12.0 * f32::from(row) + 20.0);
            drawn.push_str(&text(1, 4.0, x, y, "x"));
        }
    }
    assert!(!read(&Sheets::of(&drawn).bytes()).lines.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn changed_bytes_never_panic(changes in proptest::collection::vec((0_usize..2000, any::<u8>()), 1..12)) {
        let mut bytes = Sheets::of(&page()).link(72.0, 60.0, 200.0, 80.0, "https://a.example").bytes();
        for (place, byte) in changes {
            let place = place % bytes.len();
            bytes[place] = byte;
        }
        let _ = document::read(&bytes, Kind::Pdf, &Limits::default());
    }
}
