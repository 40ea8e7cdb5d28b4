//! `vitae build`: what is written where, and what never is.

use crate::support::{BROKEN_SHAPE, Cli, PAGE};

fn page() -> Cli {
    Cli::new().file("cv.yaml", PAGE)
}

#[test]
fn a_pdf_stands_beside_its_source() {
    let cli = page();
    let run = cli.run("build cv.yaml");
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{run}");
    assert!(run.stderr.starts_with("wrote cv.pdf ("), "{run}");
    assert_eq!(cli.names(), ["cv.pdf", "cv.yaml"]);
    assert!(cli.read("cv.pdf").starts_with(b"%PDF-"));
}

#[test]
fn the_same_source_gives_the_same_pdf() {
    let (one, other) = (page(), page());
    one.run("build cv.yaml");
    other.run("build cv.yaml");
    assert!(one.read("cv.pdf") == other.read("cv.pdf"));
}

#[test]
fn the_extension_chooses_the_form() {
    let cli = page();
    let run = cli.run("build cv.yaml -o out.pdf -o out.json -o OUT.TXT");
    assert_eq!(run.code, Some(0), "{run}");
    assert_eq!(cli.names(), ["OUT.TXT", "cv.yaml", "out.json", "out.pdf"]);
    let json: serde_json::Value = serde_json::from_slice(&cli.read("out.json")).expect("JSON");
    assert_eq!(json["basics"]["name"], "Ada Lindqvist");
    assert!(cli.read("OUT.TXT").starts_with(b"Ada Lindqvist"));
}

#[test]
fn plain_text_may_be_ascii() {
    let cli = Cli::new().file("cv.yaml", "basics:\n  name: Zoë Kovač\n");
    assert_eq!(cli.run("build cv.yaml -o a.txt --ascii").code, Some(0));
    assert_eq!(cli.read("a.txt"), b"Zoe Kovac\n");
}

#[test]
fn pictures_are_files_of_their_pages() {
    let cli = page();
    let run = cli.run("build cv.yaml -o one.png -o one.svg -o one.pdf");
    assert_eq!(run.code, Some(0), "{run}");
    assert_eq!(cli.names(), ["cv.yaml", "one.pdf", "one.png", "one.svg"]);
    assert!(cli.read("one.png").starts_with(b"\x89PNG"));
    assert!(cli.read("one.svg").starts_with(b"<svg"));

    let role = "  - name: Northwind Parcel\n    position: Engineer\n    highlights: [Wrote it]\n";
    let long = format!("basics:\n  name: Ada Lindqvist\nwork:\n{}", role.repeat(60));
    let cli = Cli::new().file("cv.yaml", long);
    let run = cli.run("build cv.yaml -o a.png -o a.svg");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.starts_with("wrote a-1.png ("), "{run}");
    let names = cli.names();
    for name in ["a-1.png", "a-2.png", "a-1.svg", "a-2.svg"] {
        assert!(names.iter().any(|one| one == name), "{names:?}");
    }
    check_refused(&cli, "build cv.yaml -o b.txt -o a.png", "`a-1.png` exists already");
    assert_eq!(cli.run("build cv.yaml -o a.png --force").code, Some(0));
}

#[test]
fn a_picture_has_the_scale_asked_for() {
    let width = |cli: &Cli| {
        let bytes = cli.read("a.png");
        bytes[16..20].iter().fold(0, |all, byte| all * 256 + u32::from(*byte))
    };
    let cli = page();
    assert_eq!(cli.run("build cv.yaml -o a.png").code, Some(0));
    let usual = width(&cli);
    assert_eq!(cli.run("build cv.yaml -o a.png --force --scale 1").code, Some(0));
    assert!(width(&cli).abs_diff(usual / 2) <= 1, "{usual} {}", width(&cli));
    check_refused(&cli, "build cv.yaml -o b.png --scale 99", "outside 0.1 to 10");
    check_refused(&cli, "build cv.yaml -o b.png --scale NaN", "outside 0.1 to 10");
    check_refused(&cli, "build cv.yaml -o b.pdf --scale 1", "--scale is about pictures");
    check_refused(&cli, "build cv.yaml -o b.pdf --ascii", "--ascii is about plain text");
}

#[test]
fn the_paper_is_an_argument() {
    let cli = page();
    for (paper, file) in [("a4", "a4.pdf"), ("letter", "letter.pdf")] {
        let run = cli.run(&format!("build cv.yaml --paper {paper} -o {file}"));
        assert_eq!(run.code, Some(0), "{run}");
    }
    assert!(cli.read("a4.pdf") != cli.read("letter.pdf"));
    assert_eq!(cli.run("build cv.yaml --paper a5").code, Some(2));
}

#[test]
fn a_pipe_takes_the_pdf() {
    let (code, stdout, stderr) = page().run_bytes("build cv.yaml -o -");
    assert_eq!((code, stderr.as_slice()), (Some(0), &b""[..]));
    assert!(stdout.starts_with(b"%PDF-"));
    let (code, stdout, _) = Cli::new().stdin(PAGE).run_bytes("build - -o -");
    assert_eq!(code, Some(0));
    assert!(stdout.starts_with(b"%PDF-"));
}

/// A run that is refused: exit code 2, its reason, and the folder as it was.
#[track_caller]
fn check_refused(cli: &Cli, arguments: &str, reason: &str) {
    let before: Vec<_> = cli.names().into_iter().map(|name| (cli.read(&name), name)).collect();
    let run = cli.run(arguments);
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains(reason), "{run}");
    let after: Vec<_> = cli.names().into_iter().map(|name| (cli.read(&name), name)).collect();
    assert!(before == after, "{arguments} changed the folder");
}

#[test]
fn an_existing_file_is_kept_unless_forced() {
    let cli = page().file("cv.pdf", "precious");
    check_refused(&cli, "build cv.yaml", "`cv.pdf` exists already");
    assert_eq!(cli.run("build cv.yaml --force").code, Some(0));
    assert!(cli.read("cv.pdf").starts_with(b"%PDF-"));
    assert_eq!(cli.names(), ["cv.pdf", "cv.yaml"]);
}

#[test]
fn one_refusal_stops_all_outputs() {
    let cli = page().file("b.txt", "precious");
    check_refused(&cli, "build cv.yaml -o a.pdf -o b.txt", "`b.txt` exists already");
    check_refused(&cli, "build cv.yaml -o a.pdf -o a.xyz", "`a.xyz` does not say what to make");
}

#[test]
fn a_source_is_never_overwritten() {
    let cli = Cli::new().file("cv.json", "{\"basics\": {\"name\": \"Ada Lindqvist\"}}");
    check_refused(&cli, "build cv.json -o cv.json --force", "is the source itself");
    check_refused(&cli, "build cv.json -o ./cv.json --force", "is the source itself");
}

#[test]
fn a_place_is_written_once() {
    check_refused(&page(), "build cv.yaml -o a.pdf -o a.pdf", "`a.pdf` is named twice");
    check_refused(&page(), "build cv.yaml -o a.pdf -o ./a.pdf", "`./a.pdf` is named twice");
    check_refused(&page(), "build cv.yaml -o - -o -", "`-` is named twice");
}

#[test]
fn what_cannot_be_built_leaves_nothing() {
    let broken = Cli::new().file("cv.yaml", BROKEN_SHAPE);
    check_refused(&broken, "build cv.yaml", "nothing was built");
    check_refused(&broken, "build cv.yaml --force", "cv.yaml:3:");
    let unreadable = Cli::new().file("cv.yaml", "basics: [");
    check_refused(&unreadable, "build cv.yaml", "cv.yaml:1:");
    let glyphs = Cli::new().file("cv.yaml", "basics:\n  name: \u{5c71}\u{7530}\n");
    check_refused(&glyphs, "build cv.yaml -o a.txt -o a.pdf", "U+5C71");
}

#[test]
fn places_that_cannot_be_written_are_named() {
    check_refused(&page(), "build cv.yaml -o nowhere/cv.pdf", "folder `nowhere` does not exist");
    check_refused(&page(), "build cv.yaml -o .", "`.` does not say what to make");
    check_refused(&page(), "build -", "standard input has no name");
}

#[test]
fn an_unknown_template_is_refused() {
    check_refused(&page(), "build cv.yaml --template clasic", "did you mean `classic`?");
    check_refused(&page(), "build cv.yaml --template zzz", "there are: ");
    let file = PAGE.replace("vitae:\n", "vitae:\n  template: zzz\n");
    check_refused(&Cli::new().file("cv.yaml", file), "build cv.yaml", "no template `zzz`");
}

/// `page` is built, with a warning that contains `warning`.
#[track_caller]
fn check_built(page: &str, warning: &str, on_page: &str) {
    let cli = Cli::new().file("cv.yaml", page);
    let run = cli.run("build cv.yaml -o cv.txt");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.contains("warning[") && run.stderr.contains(warning), "{run}");
    assert!(!run.stderr.contains("error"), "{run}");
    let text = String::from_utf8(cli.read("cv.txt")).expect("UTF-8");
    assert!(text.contains(on_page), "{text}");
}

#[test]
fn a_shape_that_loses_nothing_does_not_stop_the_build() {
    let with = |rest: &str| format!("basics:\n  name: Ada Lindqvist\n{rest}\n");
    check_built(&with("skills: [Java, Go]"), "it was read so", "Java");
    check_built(&with("work:\n  - name: A\n    highlights: Cut it"), "read as its one", "Cut it");
    check_built(&with("work:\n  - name: [Northwind]"), "its one", "Northwind");
    check_built(&with("work:\n  name: Northwind"), "it was read as its", "Northwind");
    check_built(
        &with("work:\n  - name: A\n    highlights:\n      - Result: cut it"),
        "colon",
        "Result: cut it",
    );
    check_built(&with("vitae:\n  paper: legal"), "not known here", "Ada");
}

#[test]
fn a_shape_that_loses_something_stops_the_build() {
    for rest in [
        "work: Northwind",
        "work:\n  - Northwind\n  - name: A",
        "work:\n  - name: [A, B]",
        "work:\n  - name: {a: [b]}",
        "work:\n  - name: A\n    name: B",
        "skills: [Java]\nskills: [Go]",
        "vitae: senior\nwork: 5",
        "[work]",
    ] {
        let cli = Cli::new().file("cv.yaml", format!("basics:\n  name: Ada\n{rest}\n"));
        let run = cli.run("build cv.yaml");
        assert_eq!(run.code, Some(2), "{run}");
        assert_eq!(cli.names(), ["cv.yaml"], "{rest}");
    }
}

#[test]
fn an_unknown_key_is_shown_and_does_not_stop_the_build() {
    let cli = Cli::new().file("cv.yaml", PAGE.replace("highlights:", "highlight:"));
    let run = cli.run("build cv.yaml");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.contains("cv.yaml:8:5"), "{run}");
    assert!(run.stderr.contains("`highlights`"), "{run}");
}

#[test]
fn an_entry_with_unknown_keys_only_is_not_left_out_in_silence() {
    let page = "basics:\n  name: Ada Lindqvist\nwork:\n  - firm: Northwind\n    rank: Engineer\n";
    let cli = Cli::new().file("cv.yaml", page);
    let run = cli.run("build cv.yaml");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("`work[0]` has no key that a page shows"), "{run}");
    assert_eq!(cli.names(), ["cv.yaml"]);
}
