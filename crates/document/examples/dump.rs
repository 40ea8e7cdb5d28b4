//! Prints what is read from documents: `cargo run -p document --example dump -- FILE…`.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a tool for people")]

use document::{Gap, Kind, Limits};

fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).expect("a file");
        println!("=== {path}");
        match document::read(&bytes, Kind::detect(Some(&path), &bytes), &Limits::default()) {
            Ok(document) => print(&document),
            Err(error) => println!("error: {error}: {}", error.hint),
        }
    }
}

fn print(document: &document::Document) {
    let mut block = usize::MAX;
    for line in &document.lines {
        if line.block != block {
            println!("--- page {} block {} {:?}", line.page, line.block, line.part);
            block = line.block;
        }
        let list = line
            .list
            .as_ref()
            .map(|list| format!("{}[{}] ", "  ".repeat(list.level.into()), list.mark));
        let mut text = String::new();
        for piece in &line.pieces {
            text.push_str(match piece.gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Wide => "  ⇥  ",
            });
            if piece.style.bold {
                text.push('*');
            }
            if piece.style.italic {
                text.push('/');
            }
            text.push_str(&piece.text);
            if let Some(link) = &piece.link {
                text.push_str(&format!("<{link}>"));
            }
        }
        let apart = if line.apart { "^" } else { " " };
        println!("{apart}{:5.2} {}{text}", line.size(), list.unwrap_or_default());
    }
    for hidden in &document.hidden {
        println!("HIDDEN {:?} p{} {:?}", hidden.veil, hidden.page, hidden.text);
    }
    for hazard in &document.hazards {
        println!("HAZARD {:?} p{} {:?}", hazard.kind, hazard.page, hazard.quote);
    }
    println!("{:?}", document.metadata);
}
