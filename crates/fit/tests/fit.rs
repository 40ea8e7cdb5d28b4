//! Pages of a simple kind: a line for each ten words and one for each heading, `ROOM` lines a page.

use std::convert::Infallible;

use fit::{Desk, Fit, Goal, fit};
use resume::model::{Density, Interest, Work};
use resume::{
    Axes, BulletGrade, CreditedFact, FieldPath, Grade, PageFacts, Paragraph, Resume, Rubric, Stage,
    Verdict,
};

/// Lines of a page, in tenths, at each density.
fn room(density: Density) -> usize {
    match density {
        Density::Airy => 9,
        Density::Regular => 10,
        Density::Snug => 11,
        Density::Compact => 12,
    }
}

/// Each number is a credited fact and gives two points.
struct Simple;

fn numbers(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.parse::<u32>().is_ok()).count()
}

impl Desk for Simple {
    type Error = Infallible;

    fn set(&self, resume: &Resume, density: Density) -> Result<PageFacts, Infallible> {
        let room = room(density);
        let mut facts = PageFacts::default();
        let mut line = 0;
        for (at, role) in resume.work.iter().enumerate() {
            line += 1;
            for (bullet, text) in role.highlights.iter().enumerate() {
                let path = FieldPath::root().key("work").index(at).key("highlights").index(bullet);
                let lines = text.text.split_whitespace().count().div_ceil(10);
                let paragraph = Paragraph { lines, last_line_words: 1, page: line / room };
                facts.paragraphs.insert(path, paragraph);
                line += lines;
            }
        }
        if !resume.interests.is_empty() {
            line += 1 + resume.interests.len();
        }
        facts.pages = line.div_ceil(room).max(1);
        facts.lines_by_page = (0..facts.pages).map(|page| (line - page * room).min(room)).collect();
        Ok(facts)
    }

    fn grade(&self, resume: &Resume) -> Grade {
        let mut bullets = Vec::new();
        for (at, role) in resume.work.iter().enumerate() {
            for (bullet, text) in role.highlights.iter().enumerate() {
                let fact =
                    CreditedFact { kind: "scale".into(), text: "1".into(), start: 0, end: 1 };
                bullets.push(BulletGrade {
                    path: FieldPath::root().key("work").index(at).key("highlights").index(bullet),
                    text: text.text.clone(),
                    score: 10.0,
                    axes: Axes::default(),
                    facts: vec![fact; numbers(&text.text)],
                });
            }
        }
        let facts: usize = bullets.iter().map(|bullet| bullet.facts.len()).sum();
        Grade {
            rubric: Rubric { version: String::new(), fingerprint: String::new() },
            stage: Stage::Mid,
            stage_reason: String::new(),
            overall: (2 * facts) as f64,
            axes: Axes::default(),
            verdict: Verdict::Maybe,
            criteria: Vec::new(),
            penalties: Vec::new(),
            caps: Vec::new(),
            bullets,
            next: Vec::new(),
        }
    }
}

/// A bullet of so many lines and facts.
fn bullet(lines: usize, facts: usize) -> String {
    let words = lines * 10 - facts;
    format!("{}{}", "word ".repeat(words), "7 ".repeat(facts))
}

fn page(roles: &[&[(usize, usize)]]) -> Resume {
    let role = |bullets: &&[(usize, usize)]| Work {
        highlights: bullets.iter().map(|(lines, facts)| bullet(*lines, *facts).into()).collect(),
        ..Work::default()
    };
    Resume { work: roles.iter().map(role).collect(), ..Resume::default() }
}

fn fitted(resume: &Resume, may_tighten: bool) -> Fit {
    let goal = Goal { pages: 1, density: Density::Regular, may_tighten, most_loss: 2.0 };
    let Ok(fit) = fit(resume, &goal, &Simple);
    fit
}

/// What leaves: `work[0].highlights[1]` is `0.1`.
#[track_caller]
fn check(
    roles: &[&[(usize, usize)]],
    may_tighten: bool,
    density: Density,
    leaves: Option<&[&str]>,
) {
    let fit = fitted(&page(roles), may_tighten);
    let plan = fit.plan.as_ref();
    let removed = plan.map(|plan| {
        assert_eq!(plan.density, density, "{roles:?}");
        assert!(plan.after.pages <= 1, "{roles:?}");
        let short = |path: &FieldPath| {
            let path = path.to_string().replace("].highlights[", ".");
            path.trim_start_matches("work[").trim_end_matches(']').to_owned()
        };
        plan.removed.iter().map(|removed| short(&removed.path)).collect::<Vec<_>>()
    });
    let leaves = leaves.map(|leaves| leaves.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(removed, leaves, "{roles:?}");
}

#[test]
fn what_fits_stays_as_it_is() {
    check(&[&[(3, 1), (3, 0)]], true, Density::Regular, Some(&[]));
    check(&[], true, Density::Regular, Some(&[]));
}

#[test]
fn density_comes_before_loss() {
    // Eleven lines, then twelve.
    check(&[&[(5, 0), (5, 0)]], true, Density::Snug, Some(&[]));
    check(&[&[(5, 0), (6, 0)]], true, Density::Compact, Some(&[]));
    check(&[&[(5, 3), (5, 0)]], false, Density::Regular, Some(&["0.1"]));
}

#[test]
fn the_cheapest_lines_leave() {
    // Fourteen lines in twelve: two have to go.
    check(&[&[(2, 4), (2, 1), (9, 9)]], true, Density::Compact, Some(&["0.1"]));
    check(&[&[(1, 0), (2, 1), (1, 0), (9, 9)]], true, Density::Compact, Some(&["0.0", "0.2"]));
    // A long bullet with one fact is better lost than two with one each.
    check(&[&[(1, 1), (1, 1), (2, 1), (9, 9)]], true, Density::Compact, Some(&["0.2"]));
}

#[test]
fn recent_roles_keep_a_bullet() {
    check(&[&[(5, 0)], &[(7, 9), (2, 1)]], true, Density::Compact, Some(&["1.0"]));
    // The fourth role may lose all.
    check(&[&[(2, 1)], &[(2, 1)], &[(2, 1)], &[(3, 9)]], true, Density::Compact, Some(&["3.0"]));
    // One bullet that alone is too long has to stay.
    check(&[&[(15, 0)]], true, Density::Compact, None);
}

#[test]
fn nobody_grades_interests() {
    let mut resume = page(&[&[(5, 1), (5, 1)]]);
    resume.interests = vec![Interest::default(); 2];
    let plan = fitted(&resume, true).plan.expect("a plan");
    let left: Vec<String> = plan.removed.iter().map(|removed| removed.path.to_string()).collect();
    assert_eq!(left, ["interests"]);
    assert!(plan.loss(&Simple.grade(&resume)) < 0.01);
}

#[test]
fn what_is_too_much_is_told() {
    let fit = fitted(&page(&[&[(8, 0), (6, 2)]]), true);
    assert_eq!(fit.before.pages, 2);
    assert_eq!(fit.tried, [(Density::Regular, 5), (Density::Snug, 4), (Density::Compact, 3)]);
    assert_eq!(fit.spilled, []);
    let fit = fitted(&page(&[&[(9, 0), (6, 2)]]), false);
    assert_eq!(
        fit.spilled.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["work[0].highlights[1]"]
    );
    // The facts of the first are none, those of the second cost four points.
    let plan = fit.plan.expect("a plan");
    assert_eq!(plan.removed.len(), 1);
    assert!(plan.loss(&fit.grade_before) < 0.01);
}
