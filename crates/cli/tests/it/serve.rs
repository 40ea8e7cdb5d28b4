//! `vitae serve` under files that nobody should send: it answers each of them clearly, and others
//! meanwhile.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Cursor, Read, Write};
use std::net::TcpStream;
use std::process::Child;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{Cli, PAGE};

/// Nobody else waits longer than this, also in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running `vitae serve`; ends with the test.
struct Serve {
    child: Child,
    address: String,
}

impl Serve {
    fn start(cli: &Cli) -> Self {
        let mut child = cli.command("serve --data work.db").spawn().expect("the program starts");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("standard output is a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
        let address = address.unwrap_or_else(|| panic!("no address: {line}")).to_owned();
        Self { child, address }
    }

    /// The status and the whole answer.
    fn ask(&self, method: &str, path: &str, body: &[u8]) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        let head = format!(
            "{method} {path} HTTP/1.0\r\nHost: {}\r\nContent-Length: {}\r\n\r\n",
            self.address,
            body.len()
        );
        // What is too large is refused before all of it was sent.
        let _ = stream.write_all(&[head.as_bytes(), body].concat());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.unwrap_or_default(), answer)
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Numbers without a pattern, the same each time.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default()
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a name");
        zip.write_all(content).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// Files that are well, one of each format.
fn well(cli: &Cli) -> Vec<(&'static str, Vec<u8>)> {
    let built = "-o cv.pdf -o cv.docx -o cv.html -o cv.md -o cv.txt -o cv.json";
    let run = cli.run(&format!("build cv.yaml {built}"));
    assert_eq!(run.code, Some(0), "{run}");
    let rtf = format!("{{\\rtf1\\ansi {}}}", PAGE.replace('\n', "\\par\n"));
    let text = "<text:p>Ada Lindqvist</text:p><text:p>Backend Engineer</text:p>";
    let odt = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>{text}\
         </office:text></office:body></office:document-content>"
    );
    let odt = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", odt.as_bytes()),
    ]);
    let names = ["yaml", "pdf", "docx", "html", "md", "txt", "json"];
    let built = names.iter().map(|name| (*name, cli.read(&format!("cv.{name}"))));
    built.chain([("rtf", rtf.into_bytes()), ("odt", odt)]).collect()
}

/// What happens to files on their way, and what somebody does to them.
fn damaged(name: &str, file: &[u8], noise: &mut Noise) -> Vec<(String, Vec<u8>)> {
    let mut changed = file.to_vec();
    for _ in 0..=changed.len() / 50 {
        let at = noise.next() % changed.len();
        changed[at] = noise.byte();
    }
    let mut spliced = file.to_vec();
    let (at, length) = (noise.next() % file.len(), noise.next() % 400);
    spliced.splice(at..at, (0..length).map(|_| noise.byte()));
    let tail: Vec<u8> = file.iter().rev().copied().collect();
    vec![
        (format!("half.{name}"), file[..file.len() / 2].to_vec()),
        (format!("end.{name}"), file[..file.len() - file.len() / 20 - 1].to_vec()),
        (format!("start.{name}"), file[file.len() / 10..].to_vec()),
        (format!("changed.{name}"), changed),
        (format!("spliced.{name}"), spliced),
        (format!("backwards.{name}"), tail),
        (format!("often.{name}"), file.repeat(1 + 400_000 / file.len())),
        (format!("zeros.{name}"), vec![0; 5000]),
    ]
}

/// Files made to cost a reader its time or its memory.
fn bombs(noise: &mut Noise) -> Vec<(String, Vec<u8>)> {
    let mut aliases = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let inner = format!("*a{}, ", level - 1).repeat(9);
        let _ = writeln!(aliases, "a{level}: &a{level} [{}]", inner.trim_end_matches(", "));
    }
    let keys: String = (0..60_000)
        .flat_map(|at: u32| ["k".to_owned(), at.to_string(), ": 1\n".to_owned()])
        .collect();
    let spaces = vec![b' '; 48 << 20];
    let word = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    let many: Vec<String> = (0..2100).map(|at| format!("word/{at}")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let laughs = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>";
    let noise_of = |noise: &mut Noise, size: usize| (0..size).map(|_| noise.byte()).collect();
    let bullets = "- Cut p99 of the rate API from 900 ms to 120 ms by caching\n".repeat(4000);
    let pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9999999>>endobj\n\
               trailer<</Root 1 0 R/Prev 0/Size 99999999>>\nstartxref\n0\n%%EOF";
    let text = |name: &str, text: String| (name.to_owned(), text.into_bytes());
    vec![
        text("aliases.yaml", aliases),
        text("deep.yaml", "[".repeat(100_000)),
        text("deep.json", "[".repeat(200_000)),
        text("flow.yaml", "{a: ".repeat(50_000)),
        text("keys.yaml", keys),
        text("line.yaml", format!("basics: {{name: {}}}", "a".repeat(4_000_000))),
        ("large.yaml".to_owned(), vec![b'a'; (4 << 20) + 1]),
        ("huge.pdf".to_owned(), vec![b'%'; 18 << 20]),
        (
            "bomb.docx".to_owned(),
            packed(&[("word/document.xml", &[word.as_bytes(), &spaces].concat())]),
        ),
        ("bomb.odt".to_owned(), packed(&[("content.xml", &spaces)])),
        ("many.docx".to_owned(), packed(&many)),
        ("inner.zip".to_owned(), packed(&[("a.zip", &packed(&[("b", &spaces)]))])),
        text("deep.html", "<div>".repeat(200_000)),
        text("tables.html", "<table><tr><td>".repeat(30_000)),
        text("laughs.html", format!("{laughs}<p>{}</p>", "&c;".repeat(10_000))),
        (
            "laughs.docx".to_owned(),
            packed(&[("word/document.xml", format!("{laughs}{word}&c;").as_bytes())]),
        ),
        text("deep.rtf", format!("{{\\rtf1 {}", "{".repeat(300_000))),
        text("deep.md", "> ".repeat(20_000)),
        text("links.md", "[a](".repeat(30_000)),
        text("stars.md", "*a **b ".repeat(30_000)),
        text("bullets.md", format!("# Ada\n\n## Experience\n\n{bullets}")),
        text("loop.pdf", pdf.to_owned()),
        ("noise.pdf".to_owned(), noise_of(noise, 100_000)),
        ("noise".to_owned(), noise_of(noise, 100_000)),
        (
            "utf16.txt".to_owned(),
            "Ada\n".repeat(900).encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ),
        text("marks.txt", "\u{202e}\u{200b}\u{300}".repeat(60_000)),
        text("empty.pdf", String::new()),
        text("one.docx", "P".to_owned()),
    ]
}

#[test]
fn a_hundred_hostile_files_do_no_harm() {
    let cli = Cli::new().file("cv.yaml", PAGE);
    let mut noise = Noise(0x5eed_cafe_f00d_0001);
    let mut files = bombs(&mut noise);
    for (name, file) in well(&cli) {
        files.extend(damaged(name, &file, &mut noise));
    }
    assert!(files.len() >= 100, "{}", files.len());
    let mut server = Serve::start(&cli);
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        // Somebody else has a resume checked and reads a page, all the time.
        let other = scope.spawn(|| {
            let (mut asked, mut slowest) = (0, Duration::ZERO);
            while asked == 0 || !over.load(Ordering::Relaxed) {
                let start = Instant::now();
                let (page, _) = server.ask("GET", "/", b"");
                let (report, text) =
                    server.ask("POST", "/api/v1/check?file=cv.yaml", PAGE.as_bytes());
                assert_eq!((page, report), (200, 200), "{text}");
                slowest = slowest.max(start.elapsed());
                asked += 1;
            }
            (asked, slowest)
        });
        for (name, file) in &files {
            let (status, answer) = server.ask("POST", &format!("/api/v1/check?file={name}"), file);
            assert!([200, 400, 413, 422].contains(&status), "{name}: {answer}");
            if status != 200 {
                let problem = answer.split("\r\n\r\n").nth(1).unwrap_or_default();
                let problem: serde_json::Value = serde_json::from_str(problem)
                    .unwrap_or_else(|error| panic!("{name}: {error}: {answer}"));
                let detail = problem["detail"].as_str().unwrap_or_default();
                assert!(detail.len() > 10 && !detail.contains("mistake"), "{name}: {problem}");
            }
        }
        over.store(true, Ordering::Relaxed);
        let (asked, slowest) = other.join().expect("nobody else was harmed");
        assert!(slowest < PATIENCE, "one of {asked} waited {slowest:?}");
    });
    assert!(server.child.try_wait().expect("a process").is_none(), "it went down");
}

#[test]
fn what_is_saved_is_there_after_a_new_start() {
    let cli = Cli::new();
    let body = br#"{"title":"One","source":"basics: {name: Ada}"}"#;
    let make = |server: &Serve| {
        let mut stream = TcpStream::connect(&server.address).expect("it listens");
        let head = format!(
            "POST /api/v1/resumes HTTP/1.0\r\nHost: {}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n",
            server.address,
            body.len()
        );
        stream.write_all(&[head.as_bytes(), &body[..]].concat()).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers in UTF-8");
        let line = answer.lines().find_map(|line| line.strip_prefix("location: "));
        line.unwrap_or_else(|| panic!("no address: {answer}")).to_owned()
    };
    let at = make(&Serve::start(&cli));
    let (status, answer) = Serve::start(&cli).ask("GET", &at, b"");
    assert!(status == 200 && answer.contains("basics: {name: Ada}"), "{answer}");
}

#[test]
fn a_site_for_several_people_says_what_it_needs() {
    let cli = Cli::new();
    for (arguments, expected) in [
        ("--listen 127.0.0.1:0", "`--listen` needs `--url`"),
        ("--url https://hire.example.org", "`--listen 127.0.0.1:8080`"),
        ("--listen 127.0.0.1:0 --url http://hire.example.org", "it begins with https://"),
        ("--listen 127.0.0.1:0 --url https://hire.example.org/vitae", "without a path"),
        ("--listen 127.0.0.1 --url https://hire.example.org", "invalid value"),
        ("--listen 127.0.0.1:0 --port 4000", "cannot be used with"),
        ("--trust-proxy", "--listen"),
        ("--url https://hire.example.org --reset-password ada", "there is no database"),
    ] {
        let run = cli.run(&format!("serve --data work.db {arguments}"));
        assert_eq!(run.code, Some(2), "{arguments}: {run}");
        assert!(run.to_string().contains(expected), "{arguments}: {run}");
    }
    assert!(!cli.path("work.db").exists(), "nothing was begun");
}
