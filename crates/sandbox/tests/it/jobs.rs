//! Jobs of the test program's worker: a few that behave, and every way not to.

use std::fmt::Write as _;
use std::fs::File;
use std::hint::black_box;
use std::io::{self, ErrorKind, Write};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::process::Command;
use std::thread;

use sandbox::{Job, Refusal};

pub(crate) const JOBS: &[(&str, Job)] = &[
    ("reverse", |input| Ok(input.iter().rev().copied().collect())),
    ("double", |input| Ok(input.repeat(2))),
    ("refuse", |_| Err(Refusal { message: "not this".to_owned(), hint: "try that".to_owned() })),
    ("misbehave", |_| Ok(misbehave())),
    ("loop", |_| {
        loop {
            black_box(0);
        }
    }),
    ("one large allocation", |_| Ok(black_box(vec![1; 2 << 30]))),
    ("many small allocations", |_| {
        let mut kept = Vec::new();
        loop {
            kept.push(black_box(vec![1_u8; 1000]));
        }
    }),
    ("panic", |input| panic!("{}", String::from_utf8_lossy(input))),
    ("deep recursion", |_| Ok(vec![deep(0)])),
    ("abort", |_| std::process::abort()),
    ("babble", |_| {
        let _ = io::stdout().write_all(b"this is not what a worker says");
        Ok(Vec::new())
    }),
    ("noise", |input| {
        let _ = io::stderr().write_all(&vec![b'x'; 1 << 20]);
        Ok(input.to_vec())
    }),
];

/// What `misbehave` tells where all of it is refused.
pub(crate) const ALL_REFUSED: &str = "\
read a file: refused
write a file: refused
read a folder: refused
run a program: refused
start a thread: refused
connect: refused
listen: refused
send datagrams: refused
variables: 0
";

fn misbehave() -> Vec<u8> {
    let mut told = String::new();
    let mut tell = |what: &str, tried: io::Result<()>| {
        let word = match tried {
            Ok(()) => "allowed".to_owned(),
            Err(error) if error.kind() == ErrorKind::PermissionDenied => "refused".to_owned(),
            Err(other) => other.to_string(),
        };
        let _ = writeln!(told, "{what}: {word}");
    };
    tell("read a file", File::open("/etc/hostname").map(drop));
    tell("write a file", File::create("/tmp/vitae-worker-was-here").map(drop));
    tell("read a folder", std::fs::read_dir("/").map(drop));
    tell("run a program", Command::new("/bin/true").status().map(drop));
    tell("start a thread", thread::Builder::new().spawn(|| ()).map(drop));
    tell("connect", TcpStream::connect("127.0.0.1:9").map(drop));
    tell("listen", TcpListener::bind("127.0.0.1:0").map(drop));
    tell("send datagrams", UdpSocket::bind("127.0.0.1:0").map(drop));
    let _ = writeln!(told, "variables: {}", std::env::vars_os().count());
    told.into_bytes()
}

/// Recursion without an end that no optimizer takes away.
fn deep(level: u64) -> u8 {
    let here = black_box([level; 64]);
    if level == u64::MAX { 0 } else { deep(black_box(level + 1)) | here[7].to_le_bytes()[0] }
}
