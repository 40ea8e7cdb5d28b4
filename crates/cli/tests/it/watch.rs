//! `vitae watch` without a browser: mistakes in its arguments, its address, its answers. What a
//! browser shows is tested in `tests/e2e`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Child;

use crate::support::{Cli, PAGE};

#[track_caller]
fn check_refused(cli: &Cli, arguments: &str, expected: &str) {
    let run = cli.run(arguments);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{run}");
    assert!(run.stderr.contains(expected), "{run}");
}

#[test]
fn what_can_never_be_shown_is_refused() {
    let cli = Cli::new().file("cv.yaml", PAGE).file("cv.txt", "Ada Lindqvist\n");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken.local_addr().expect("an address").port();
    check_refused(&cli, "watch", "`resume.yaml` does not exist");
    check_refused(&cli, "watch -", "standard input cannot be watched");
    check_refused(&cli, "watch cv.txt", "`vitae watch` shows a file of vitae");
    check_refused(&cli, "watch cv.yaml --config none.toml", "`none.toml` cannot be read");
    check_refused(&cli, "watch cv.yaml --port 0", "0 is not in 1..");
    check_refused(&cli, "watch cv.yaml --paper a3", "possible values");
    check_refused(&cli, &format!("watch cv.yaml --port {port}"), &format!("port {port} is in use"));
}

/// A running `vitae watch`; ends with the test.
struct Watch {
    child: Child,
    address: String,
}

impl Watch {
    fn start(cli: &Cli, arguments: &str) -> Self {
        let mut child = cli.command(arguments).spawn().expect("the program starts");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("standard output is a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
        let address = address.unwrap_or_else(|| panic!("no address: {line}")).to_owned();
        Self { child, address }
    }

    /// What it answers to a request for `path`.
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        let request = format!("GET {path} HTTP/1.0\r\nHost: {}\r\n\r\n", self.address);
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers in UTF-8");
        answer
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_page_shows_pictures_grade_and_findings() {
    let cli = Cli::new().file("cv.yaml", PAGE);
    let watch = Watch::start(&cli, "watch cv.yaml");
    assert!(watch.address.starts_with("127.0.0.1:"), "{}", watch.address);
    let page = watch.get("/");
    assert!(page.starts_with("HTTP/1.0 200 OK\r\n"), "{page}");
    for part in ["<h1>cv.yaml</h1>", "Page 1 of 1", "Findings", "work[0].highlights[0]"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    // The weak line has a place on the page.
    assert!(page.contains("data-spots=\"1 "), "{page}");
    let picture = page.split('"').find(|part| part.starts_with("/pages/"));
    let svg = watch.get(picture.expect("a picture"));
    assert!(svg.contains("content-type: image/svg+xml"), "{svg}");
    assert!(svg.contains("</svg>"));
}

#[test]
fn a_file_that_cannot_be_read_yet_is_shown_with_its_place() {
    let cli = Cli::new().file("cv.yaml", "basics: [\n");
    let watch = Watch::start(&cli, "watch cv.yaml");
    let page = watch.get("/");
    assert!(page.contains("cv.yaml:"), "{page}");
    assert!(page.contains("No page yet."), "{page}");
}

#[test]
fn characters_that_no_font_has_leave_the_findings() {
    let cli = Cli::new().file("cv.yaml", PAGE.replace("Ada", "Ada \u{10330}"));
    let watch = Watch::start(&cli, "watch cv.yaml");
    let page = watch.get("/");
    assert!(page.contains("U+10330"), "{page}");
    assert!(page.contains("work[0].highlights[0]"), "{page}");
}

#[test]
fn a_variant_is_shown_with_the_places_of_the_file() {
    let source = "basics: {name: Ada}\nwork:\n  - name: Northwind\n    highlights:\n      - {text: Ran \
                  the rota, id: rota}\n      - Responsible for various tasks\nvitae:\n  variants:\n    \
                  short: {omit: [rota]}\n";
    let cli = Cli::new().file("cv.yaml", source);
    check_refused(&cli, "watch cv.yaml --variant shirt", "did you mean `short`?");
    let watch = Watch::start(&cli, "watch cv.yaml --variant short");
    let page = watch.get("/");
    for part in ["<h1>cv.yaml, variant short</h1>", "work[0].highlights[1]", "data-spots=\"1 "] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("work[0].highlights[0]"), "{page}");
}
