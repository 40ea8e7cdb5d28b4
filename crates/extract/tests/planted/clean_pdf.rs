//! PDFs that look like they hide something, and do not.

use document::Kind;

use crate::check_clean;
use crate::pdf::{LAYERS, Pdf, WORDS, fill, lines, text, words};

#[track_caller]
fn check(after: &str) {
    check_clean(&Pdf::with(after).bytes(), Kind::Pdf, WORDS);
}

#[track_caller]
fn check_over(before: &str, after: &str) {
    let pdf = Pdf { before: before.to_owned(), ..Pdf::with(after) };
    check_clean(&pdf.bytes(), Kind::Pdf, WORDS);
}

fn inked(ink: &str) -> String {
    format!("q {ink} {}Q", words())
}

#[test]
fn colors_in_use() {
    check_clean(&Pdf::default().bytes(), Kind::Pdf, "Tidewater Freight");
    for ink in
        [".6 .6 .6 rg", ".7 .8 .9 rg", ".2 .5 .3 rg", ".8 0 0 rg", "0 .2 1 0 k", "1 .8 .1 rg"]
    {
        check(&inked(ink));
    }
    // A heading on a bar, a head of a table, a label on a round shape.
    let bar = fill(".2 .2 .3", 60.0, 384.0, 480.0, 24.0);
    check(&format!("{bar}{}", inked("1 1 1 rg")));
    check(&format!("{bar}{}", inked(".9 .9 .9 rg")));
    check(&format!("{}{}", fill(".93 .93 .93", 60.0, 384.0, 480.0, 24.0), inked(".3 .3 .3 rg")));
    let round = "q .1 .3 .3 rg 60 396 m 60 460 380 460 380 396 c 380 330 60 330 60 396 c f Q";
    check(&format!("{round} {}", inked("1 g")));
    let thick = "q 40 w 0 0 .4 RG 50 396 m 400 396 l S Q";
    check(&format!("{thick} {}", inked("1 1 1 rg")));
    let wash = "q /Half gs .1 .1 .2 rg 60 380 300 40 re f Q";
    check(&format!("{wash} {}", inked("1 g")));
}

#[test]
fn pages_with_a_ground() {
    check_over(&fill(".98 .97 .95", 0.0, 0.0, 612.0, 792.0), &words());
    // A dark page whose letters are all light.
    let dark = format!("{} 1 g", fill(".1 .1 .12", 0.0, 0.0, 612.0, 792.0));
    check_over(&dark, &words());
    // A photograph, a gradient, and one that is cut to a form.
    check_over("q 612 0 0 792 0 0 cm /Image Do Q 1 g", &words());
    check(&format!("q 60 380 300 40 re W n /Fade sh Q {}", inked("1 g")));
    check(&format!("q 0 300 m 612 340 l 612 500 l 0 500 l h W n /Fade sh Q {}", inked("1 g")));
    // A sidebar with its own words.
    let side = fill(".15 .2 .35", 440.0, 330.0, 172.0, 462.0);
    let own = lines(1, 10.0, 452.0, 350.0, &["Contact", "Profile"]);
    check(&format!("{side}q 1 g {own}Q {}", words()));
}

#[test]
fn letters_struck_more_than_once() {
    // A shadow, a white rim below the letters, double strokes, letters with an edge.
    check(&format!("q .8 g {}Q {}", text(1, 11.0, 72.8, 400.8, WORDS), words()));
    check(&format!("q 1 g {}Q {}", text(1, 11.0, 72.5, 400.5, WORDS), words()));
    check(&format!("{}{}", words(), text(1, 11.0, 72.2, 400.0, WORDS)));
    check(&format!("q 2 Tr .3 w {} 0 Tr Q", words()));
    check(&format!("q 2 Tr 1 g 0 G .4 w {} 0 Tr Q", words()));
    check(&format!("q 1 Tr .4 w {} 0 Tr Q", words()));
    // A text that is covered and set again on its cover.
    let cover = fill(".9 .9 .9", 60.0, 384.0, 300.0, 24.0);
    check(&format!("{}{cover}{}", words(), words()));
}

#[test]
fn letters_filled_with_a_gradient() {
    check(&format!("q 7 Tr {} /Fade sh 0 Tr Q", words()));
    check(&format!("q 7 Tr {} 612 0 0 792 0 0 cm /Image Do Q", words()));
}

#[test]
fn words_at_edges_and_in_cuts() {
    check(&format!("q 72 380 300 30 re W n {}Q", words()));
    check(&format!("q 60 380 m 400 380 l 400 420 l 70 425 l h W n {}Q", words()));
    check(&text(1, 11.0, 470.0, 400.0, WORDS));
    check(&text(1, 11.0, 72.0, 786.0, WORDS));
    check(&text(1, 11.0, 2.0, 12.0, WORDS));
    // A portrait cut to a circle beside the words.
    let portrait = "q 400 400 m 400 460 500 460 500 400 c 500 340 400 340 400 400 c W n \
                    100 0 0 100 400 350 cm /Image Do Q";
    check(&format!("{}{portrait}", words()));
    // Corners of a shape that is drawn later, but not over the words.
    check(&format!(
        "{}q .2 .2 .6 rg 40 300 m 420 300 l 40 440 l f Q",
        text(1, 11.0, 250.0, 370.0, WORDS)
    ));
}

#[test]
fn marks_over_words() {
    let strike = fill("0 0 0", 60.0, 396.0, 200.0, 0.8);
    check(&format!("{}{strike}", words()));
    let highlight = "q /Multiply gs 1 1 0 rg 60 380 300 30 re f Q";
    check(&format!("{}{highlight}", words()));
    check(&format!("{}q /Half gs 1 1 .6 rg 60 380 300 30 re f Q", words()));
    check(&format!("{}q .5 w 60 380 300 30 re S Q", words()));
    // A large word across the page, in light gray.
    let large = "q .85 g BT /F2 80 Tf .7 .7 -.7 .7 150 200 Tm (DRAFT) Tj ET Q ";
    check(&format!("{large}{}", words()));
}

#[test]
fn small_print() {
    for size in [5.0, 6.0, 7.0] {
        check(&text(1, size, 72.0, 740.0, WORDS));
    }
    check(&format!("q .5 0 0 .5 72 392 cm BT /F1 14 Tf ({WORDS}) Tj ET Q"));
    check(&format!("BT /F1 11 Tf 70 Tz 72 392 Td ({WORDS}) Tj 100 Tz ET"));
}

#[test]
fn ordinary_parts_of_a_file() {
    let files = [
        Pdf { catalog: LAYERS.into(), ..Pdf::with(&format!("/OC /On BDC {}EMC", words())) },
        Pdf { info: "/Title(Mara Quist)/Keywords(rust, go)".into(), ..Pdf::with(&words()) },
        Pdf {
            page: "/Annots[<</Type/Annot/Subtype/Link/Rect[72 380 200 410]\
                   /A<</S/URI/URI(https://mara.example)>>>>]"
                .into(),
            ..Pdf::with(&words())
        },
        Pdf { page: "/Rotate 0/CropBox[10 10 600 780]".into(), ..Pdf::with(&words()) },
        Pdf::with("q /Open gs /Group Do Q"),
        Pdf::with("/Form Do"),
        Pdf::with(&format!("/P <</MCID 0/Lang(en)>> BDC {}EMC", words())),
        Pdf::with(&format!("/Span <</ActualText ({WORDS})>> BDC {}EMC", words())),
    ];
    for file in files {
        check_clean(&file.bytes(), Kind::Pdf, WORDS);
    }
}
