//! Prints each line of a document with its place and look, then what is hidden and hazardous.

use std::process::ExitCode;
use std::time::Instant;

use document::{Gap, Kind, Limits};

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool to look at documents")]
fn main() -> ExitCode {
    let mut good = true;
    for name in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&name) else {
            eprintln!("{name} cannot be read");
            good = false;
            continue;
        };
        let start = Instant::now();
        let read = document::read(&bytes, Kind::detect(Some(&name), &bytes), &Limits::default());
        let took = start.elapsed();
        println!("== {name} ({took:?})");
        let document = match read {
            Ok(document) => document,
            Err(error) => {
                println!("{error}: {}", error.hint);
                good = false;
                continue;
            }
        };
        for line in &document.lines {
            let mut text = String::new();
            for piece in &line.pieces {
                text.push_str(match piece.gap {
                    Gap::None => "",
                    Gap::Space => " ",
                    Gap::Wide => " ⇥ ",
                });
                let (bold, italic) = (piece.style.bold, piece.style.italic);
                let look = match (bold, italic) {
                    (true, true) => "***",
                    (true, false) => "**",
                    (false, true) => "*",
                    (false, false) => "",
                };
                text.push_str(&format!("{look}{}{look}", piece.text));
                if let Some(link) = &piece.link {
                    text.push_str(&format!("<{link}>"));
                }
            }
            let heading = line.heading.map(|level| format!(" h{level}")).unwrap_or_default();
            let list = line.list.as_ref();
            let list = list.map(|l| format!(" [{}{}]", l.level, l.mark)).unwrap_or_default();
            let apart = if line.apart { " ^" } else { "" };
            let whole = if line.whole { "" } else { " ~" };
            let (block, size, part) = (line.block, line.size(), line.part);
            println!("{block} {size} {part:?}{heading}{list}{apart}{whole} | {text}");
        }
        for hidden in &document.hidden {
            println!("hidden {:?} {:?}: {}", hidden.veil, hidden.part, hidden.text);
        }
        for hazard in &document.hazards {
            println!("hazard {:?}: {}", hazard.kind, hazard.quote);
        }
        println!("{:?}", document.metadata);
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
