//! What became of the file: read, set and checked, each as far as it goes.

use resume::PageFacts;
use typeset::Drawing;
use web::watch::{Picture, Place, Problem, Rendered};
use workbench::{Variant, shown};

use super::Args;
use crate::config::Config;
use crate::exit::Failure;
use crate::input;
use crate::output::{commands, shown_name};
use crate::review::review_set;
use crate::variant;

/// Lines shown before and after the one that cannot be read.
const AROUND: usize = 2;
/// Characters of a line at most.
const MOST_CHARACTERS: usize = 160;

/// Reads the file and everything it depends on anew.
pub(super) fn render(args: &Args) -> Rendered {
    let read = || {
        let source = input::read(&args.file)?;
        let config = Config::load(&args.config, &args.file)?;
        let (parsed, _) = source.parse("`vitae watch` shows")?;
        let cut = args.variant.as_deref();
        let cut = cut.map(|name| variant::cut(&parsed.resume, &source.name, name)).transpose()?;
        Ok((source, config, parsed, cut))
    };
    let (source, config, parsed, cut) = match read() {
        Ok(read) => read,
        Err(failure) => return Rendered { problem: Some(problem(failure)), ..Rendered::default() },
    };
    let mut rendered = Rendered::default();
    let mut layout: Option<PageFacts> = None;
    let mut resume = shown(&parsed, cut.as_ref()).resume.clone();
    let set = args
        .look
        .decide(&mut resume, &config)
        .and_then(|look| typeset::pages(&resume, &look.of_page()).map_err(Failure::from));
    match set {
        Ok(pages) => {
            let picture = |page: Drawing| Picture {
                svg: page.for_screen(),
                width: page.width,
                height: page.height,
            };
            rendered.pages = pages.drawings().into_iter().map(picture).collect();
            rendered.regions = pages.regions(&resume);
            if let Some(cut) = &cut {
                let regions = std::mem::take(&mut rendered.regions).into_iter();
                rendered.regions =
                    regions.map(|(path, places)| (cut.in_source(&path), places)).collect();
            }
            layout = Some(pages.facts(&resume));
        }
        // What is wrong with the words is worth knowing without a page.
        Err(failure) => rendered.problem = Some(problem(failure)),
    }
    let variant = args.variant.as_deref().zip(cut.as_ref());
    let variant = variant.map(|(name, cut)| Variant { name, cut });
    let reviewed = review_set(&source.name, parsed, variant, layout.as_ref(), &args.grade, &config);
    rendered.report = Some(reviewed.report);
    rendered
}

/// A failure as a browser shows it.
fn problem(failure: Failure) -> Problem {
    let hint = commands::hint(&failure);
    let place = failure.place.map(|place| {
        let line = place.location.line;
        let first = line.saturating_sub(AROUND).max(1);
        let lines =
            place.source.lines().enumerate().skip(first - 1).take(line + AROUND + 1 - first);
        Place {
            file: shown_name(&place.file).to_owned(),
            line,
            column: place.location.column,
            lines: lines.map(|(index, line)| (index + 1, cut(line))).collect(),
        }
    });
    Problem { message: failure.message, hint, place }
}

fn cut(line: &str) -> String {
    match line.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use resume::SourceMap;

    use super::*;

    #[track_caller]
    fn check(source: &str, line: usize, expected: &[(usize, &str)]) {
        let start: usize = source.lines().take(line - 1).map(|line| line.len() + 1).sum();
        let location = SourceMap::new(source.to_owned()).at(start..start);
        let place =
            crate::exit::Place { file: "cv.yaml".to_owned(), source: source.to_owned(), location };
        let failure = Failure { place: Some(Box::new(place)), ..Failure::new("broken") };
        let place = problem(failure).place.expect("a place");
        let expected: Vec<_> =
            expected.iter().map(|(number, text)| (*number, (*text).to_owned())).collect();
        assert_eq!((place.line, place.lines), (line, expected));
    }

    #[test]
    fn a_problem_shows_the_lines_around_it() {
        check("a\nb\nc\nd\ne\nf\n", 1, &[(1, "a"), (2, "b"), (3, "c")]);
        check("a\nb\nc\nd\ne\nf\n", 3, &[(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e")]);
        check("a\nb\nc\nd\ne\nf\n", 6, &[(4, "d"), (5, "e"), (6, "f")]);
        check("", 1, &[]);
        let long = "ü".repeat(MOST_CHARACTERS + 9);
        check(&long, 1, &[(1, &format!("{}…", "ü".repeat(MOST_CHARACTERS)))]);
    }
}
