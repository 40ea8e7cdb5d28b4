//! What a browser shows: the last good pages and findings, and what is wrong since.

use std::hash::{DefaultHasher, Hash, Hasher};

use maud::html;

use super::{Picture, Problem, Rendered};
use crate::prose::sentence;
use crate::report;
use crate::spots::Spots;

/// One state of the view.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// Counts states, so that a script knows which is the newest; 0 before the first.
    pub(super) revision: u64,
    /// The pages.
    pub(super) pages: Vec<Page>,
    /// The pages of the state before. A browser that was just told of them may still ask.
    former: Vec<Page>,
    /// Grade and findings as HTML; empty before the file could be checked.
    pub(super) panel: String,
    /// The same in a few words.
    pub(super) summary: String,
    /// Why pages or findings are older than the file, as HTML.
    pub(super) problem: Option<String>,
}

/// A picture with a name.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// Its name: pictures that look the same have the same one.
    pub(super) id: String,
    /// The picture.
    pub(super) picture: std::sync::Arc<Picture>,
}

impl Shown {
    /// The state after the file changed. It has the same revision when it looks the same.
    pub(super) fn after(&self, rendered: Rendered) -> Self {
        let Rendered { pages, report, regions, problem } = rendered;
        let fresh: Vec<Page> = pages.into_iter().map(Page::new).collect();
        let pages = if fresh.is_empty() { self.pages.clone() } else { fresh };
        let (panel, summary) = match &report {
            Some(report) => {
                let sizes: Vec<_> = pages.iter().map(Page::size).collect();
                let spots = Spots { regions: &regions, sizes: &sizes };
                (report::panel(report, spots).into_string(), report::summary(report))
            }
            None => (self.panel.clone(), self.summary.clone()),
        };
        let problem = problem.map(|problem| banner(&problem));
        let same_pages =
            self.pages.iter().map(|page| &page.id).eq(pages.iter().map(|page| &page.id));
        let same = same_pages && self.panel == panel && self.problem == problem;
        Self {
            revision: if same { self.revision } else { self.revision + 1 },
            former: if same_pages { self.former.clone() } else { self.pages.clone() },
            pages,
            panel,
            summary,
            problem,
        }
    }

    /// The picture `id`, when it is shown or was until just now.
    pub(super) fn picture(&self, id: &str) -> Option<&Picture> {
        let page = self.pages.iter().chain(&self.former).find(|page| page.id == id)?;
        Some(&page.picture)
    }
}

impl Page {
    fn new(picture: Picture) -> Self {
        // Nobody chooses these bytes to collide but the person who looks at them.
        let mut hasher = DefaultHasher::new();
        picture.svg.hash(&mut hasher);
        Self { id: format!("{:016x}", hasher.finish()), picture: picture.into() }
    }

    fn size(&self) -> (f64, f64) {
        (self.picture.width, self.picture.height)
    }
}

/// A problem as HTML: what is wrong, what to do, the lines of the file.
fn banner(problem: &Problem) -> String {
    let Problem { message, hint, place } = problem;
    let banner = html! {
        p.message {
            @if let Some(place) = place {
                span.where { (place.file) ":" (place.line) ":" (place.column) }
                " "
            }
            strong { (sentence(message)) }
        }
        @if let Some(hint) = hint { p.hint { (sentence(hint)) } }
        @if let Some(place) = place.as_ref().filter(|place| !place.lines.is_empty()) {
            // It may scroll, and what scrolls has to be reachable by keyboard.
            pre tabindex="0" aria-label="The lines of the file" {
                @for (number, line) in &place.lines {
                    @let here = (*number == place.line).then_some("here");
                    span.line.(here.unwrap_or("near")) {
                        span.number { (number) }
                        (line)
                    }
                    "\n"
                }
            }
        }
    };
    banner.into_string()
}

#[cfg(test)]
mod tests {
    use super::super::Place;
    use super::*;

    fn pages(svgs: &[&str]) -> Rendered {
        let picture = |svg: &&str| Picture { svg: (*svg).to_owned(), width: 595.0, height: 842.0 };
        Rendered { pages: svgs.iter().map(picture).collect(), ..Rendered::default() }
    }

    fn broken(message: &str) -> Rendered {
        let problem = Problem { message: message.to_owned(), ..Problem::default() };
        Rendered { problem: Some(problem), ..Rendered::default() }
    }

    /// What is shown after each of `steps`: revision, the pictures, whether there is a problem.
    #[track_caller]
    fn check(steps: Vec<Rendered>, expected: &[(u64, &str, bool)]) {
        let mut shown = Shown::default();
        let mut states = Vec::new();
        for step in steps {
            shown = shown.after(step);
            let svgs: Vec<&str> =
                shown.pages.iter().map(|page| page.picture.svg.as_str()).collect();
            states.push((shown.revision, svgs.join("+"), shown.problem.is_some()));
        }
        let expected: Vec<_> = expected
            .iter()
            .map(|(revision, svgs, bad)| (*revision, (*svgs).to_owned(), *bad))
            .collect();
        assert_eq!(states, expected);
    }

    #[test]
    fn the_last_good_page_stays_until_there_is_a_better_one() {
        check(
            vec![pages(&["a"]), broken("line 3"), broken("line 4"), pages(&["b", "c"])],
            &[(1, "a", false), (2, "a", true), (3, "a", true), (4, "b+c", false)],
        );
        check(vec![broken("line 3"), pages(&["a"])], &[(1, "", true), (2, "a", false)]);
    }

    #[test]
    fn what_looks_the_same_is_the_same_state() {
        check(
            vec![pages(&["a"]), pages(&["a"]), broken("x"), broken("x"), pages(&["a"])],
            &[(1, "a", false), (1, "a", false), (2, "a", true), (2, "a", true), (3, "a", false)],
        );
    }

    #[test]
    fn pictures_stay_for_one_state_more() {
        let first = Shown::default().after(pages(&["a", "b"]));
        let id = first.pages[0].id.clone();
        let second = first.after(pages(&["c", "b"]));
        assert_eq!(second.picture(&id).map(|picture| picture.svg.as_str()), Some("a"));
        assert_eq!(second.pages[1].id, first.pages[1].id);
        let third = second.after(broken("x"));
        assert!(third.picture(&id).is_some());
        let fourth = third.after(pages(&["d"]));
        assert!(fourth.picture(&id).is_none());
    }

    #[test]
    fn a_banner_is_escaped_and_marks_its_line() {
        let place = Place {
            file: "<cv>.yaml".to_owned(),
            line: 2,
            column: 7,
            lines: vec![(1, "a: <b>".to_owned()), (2, "c: &amp".to_owned())],
        };
        let problem = Problem { message: "no `:` here".to_owned(), hint: None, place: Some(place) };
        let html = banner(&problem);
        assert!(html.contains("&lt;cv&gt;.yaml:2:7"), "{html}");
        assert!(html.contains("No <code>:</code> here"), "{html}");
        assert!(
            html.contains("<span class=\"line near\"><span class=\"number\">1</span>a: &lt;b&gt;"),
            "{html}"
        );
        assert!(
            html.contains("<span class=\"line here\"><span class=\"number\">2</span>c: &amp;amp"),
            "{html}"
        );
    }
}
