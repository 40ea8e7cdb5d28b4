//! Pages made by a grammar: roles of strong, middling and weak lines from many fields, projects,
//! skills, publications and the usual flaws. The same pages in every run; a page that breaks a
//! statement shrinks to the smallest that does.

mod domains;
mod lines;
mod style;

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use lint::Outcome;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use resume::model::{Basics, Education, Project, Publication, Reference, Skill, Work};
use resume::{Bullet, Date, Resume, Stage};

pub(crate) use domains::DOMAINS;
pub(crate) use lines::{Kind, Line, line, strong_line};
pub(crate) use style::{Ends, Marks, Style};

use crate::page::check;

/// How many pages each statement is tried on.
pub(crate) const PAGES: u32 = 200;

/// How a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    None,
    Traits,
    Objective,
    System,
    SystemAndSize,
}

const OPENINGS: [Opening; 5] =
    [Opening::None, Opening::Traits, Opening::Objective, Opening::System, Opening::SystemAndSize];

/// Flaws that a page may have beside its lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "any of them may stand on a page")]
pub(crate) struct Flaws {
    pub(crate) soft_skills: bool,
    pub(crate) references: bool,
    pub(crate) repeated_skill: bool,
    pub(crate) oldest_first: bool,
    pub(crate) odd_dates: bool,
}

/// A page before it is worded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) stage: Stage,
    pub(crate) opening: Opening,
    pub(crate) roles: Vec<Vec<Line>>,
    pub(crate) projects: Vec<Line>,
    /// How many fields the skills list draws from.
    pub(crate) skills: usize,
    pub(crate) publications: usize,
    pub(crate) flaws: Flaws,
}

/// A page, a line that is not on it, and a number to choose with.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) page: Page,
    pub(crate) extra: Line,
    pub(crate) pick: usize,
}

fn page() -> impl Strategy<Value = Page> {
    let roles = proptest::collection::vec(proptest::collection::vec(line(), 0..5), 1..4);
    let projects = proptest::collection::vec(line(), 0..2);
    let flaws = any::<[bool; 5]>().prop_map(|flaw| Flaws {
        soft_skills: flaw[0],
        references: flaw[1],
        repeated_skill: flaw[2],
        oldest_first: flaw[3],
        odd_dates: flaw[4],
    });
    (0..4_usize, 0..OPENINGS.len(), roles, projects, 0..4_usize, 0..3_usize, flaws).prop_map(
        |(stage, opening, roles, projects, skills, publications, flaws)| Page {
            stage: Stage::ALL[stage],
            opening: OPENINGS[opening],
            roles,
            projects,
            skills,
            publications,
            flaws,
        },
    )
}

fn case() -> impl Strategy<Value = Case> {
    (page(), strong_line(), 0..1000_usize).prop_map(|(page, extra, pick)| Case {
        page,
        extra,
        pick,
    })
}

/// Tries a statement on [`PAGES`] pages and shrinks the first that breaks it.
#[track_caller]
pub(crate) fn for_pages(statement: impl Fn(&Case) -> Result<(), String>) {
    for_values(PAGES, &case(), |case| statement(&case));
}

/// Tries a statement on values of a strategy, the same ones in every run.
#[track_caller]
pub(crate) fn for_values<S: Strategy>(
    cases: u32,
    strategy: &S,
    statement: impl Fn(S::Value) -> Result<(), String>,
) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let result = TestRunner::new_with_rng(config, rng)
        .run(strategy, |value| statement(value).map_err(TestCaseError::fail));
    match result {
        Ok(()) => {}
        Err(TestError::Fail(why, value)) => panic!("{why}\n{value:?}"),
        Err(error) => panic!("{error}"),
    }
}

/// What is said of a page, computed once: every statement begins with the same pages.
pub(crate) fn outcome(page: &Page) -> Arc<Outcome> {
    static KNOWN: LazyLock<Mutex<HashMap<String, Arc<Outcome>>>> = LazyLock::new(Mutex::default);
    let key = format!("{page:?}");
    let known = KNOWN.lock().expect("no test panics while it holds this").get(&key).cloned();
    known.unwrap_or_else(|| {
        let outcome = Arc::new(check(&page.resume(), page.stage));
        KNOWN.lock().expect("no test panics while it holds this").insert(key, outcome.clone());
        outcome
    })
}

impl Page {
    /// The page in the plain style.
    pub(crate) fn resume(&self) -> Resume {
        self.styled(&Style::default())
    }

    /// The page with its values written in a style.
    pub(crate) fn styled(&self, style: &Style) -> Resume {
        let mut resume = Resume {
            basics: Some(Basics {
                name: Some("Noor Halvorsen".to_owned()),
                email: Some("noor@halvorsen.dev".to_owned()),
                label: Some("Backend engineer".to_owned()),
                summary: self.summary(style),
                ..Basics::default()
            }),
            ..Resume::default()
        };
        for (index, lines) in self.roles.iter().enumerate() {
            resume.work.push(self.role(index, lines, style));
        }
        if self.flaws.oldest_first {
            resume.work.reverse();
        }
        for line in &self.projects {
            resume.projects.push(Project {
                name: Some(line.system().replace(' ', "-")),
                description: Some(format!("A small {}", line.system())),
                highlights: vec![Bullet::from(line.text(style).as_str())],
                ..Project::default()
            });
        }
        self.skills(&mut resume, style);
        for index in 0..self.publications {
            resume.publications.push(Publication {
                name: Some(
                    ["Leases without clocks", "Reading a flame graph"][index % 2].to_owned(),
                ),
                publisher: (index == 0).then(|| "Harbor Systems Meetup".to_owned()),
                release_date: Some(Date::Month(2024, 5)),
                ..Publication::default()
            });
        }
        if self.flaws.references {
            resume.references.push(Reference {
                reference: Some("References available on request".to_owned()),
                ..Reference::default()
            });
        }
        resume.education.push(Education {
            institution: Some("Coastal Polytechnic".to_owned()),
            area: Some("Computing".to_owned()),
            study_type: Some("BSc".to_owned()),
            end_date: Some(Date::Year(2014)),
            ..Education::default()
        });
        resume
    }

    /// All lines of the page.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.roles.iter().flatten().chain(&self.projects)
    }

    fn first_line(&self) -> Option<&Line> {
        self.roles.iter().flatten().next()
    }

    fn summary(&self, style: &Style) -> Option<String> {
        let system = self.first_line().map_or("parcel router", Line::system);
        Some(match self.opening {
            Opening::None => return None,
            Opening::Traits => {
                "Passionate team player with excellent communication skills.".to_owned()
            }
            Opening::Objective => {
                "Seeking a challenging position where I can grow my skills.".to_owned()
            }
            Opening::System => format!("Runs the {system}. Works in Go."),
            Opening::SystemAndSize => {
                format!("Runs the {system} that serves {} requests a day.", style.millions(3))
            }
        })
    }

    fn role(&self, index: usize, lines: &[Line], style: &Style) -> Work {
        const EMPLOYERS: [&str; 3] = ["Brinewave", "Solvane", "Tinpath"];
        let start = 2023 - 3 * u16::try_from(index).unwrap_or_default();
        let odd = self.flaws.odd_dates && index == 0;
        Work {
            name: Some(EMPLOYERS[index % EMPLOYERS.len()].to_owned()),
            position: Some("Backend engineer".to_owned()),
            start_date: Some(if odd { Date::parse("spring 2023") } else { Date::Month(start, 4) }),
            end_date: (index > 0).then_some(Date::Month(start + 3, 3)),
            highlights: lines.iter().map(|line| Bullet::from(line.text(style).as_str())).collect(),
            ..Work::default()
        }
    }

    fn skills(&self, resume: &mut Resume, style: &Style) {
        let first = self.first_line().map_or(0, |line| line.domain);
        for group in 0..self.skills {
            let domain = &DOMAINS[(first + group) % DOMAINS.len()];
            resume.skills.push(Skill {
                name: Some(["Languages", "Data", "Tools"][group % 3].to_owned()),
                keywords: domain.stack.iter().map(|name| style.product(name).to_owned()).collect(),
                ..Skill::default()
            });
        }
        if self.flaws.repeated_skill
            && let Some(group) = resume.skills.first_mut()
        {
            group.keywords.push(group.keywords[0].to_lowercase());
        }
        if self.flaws.soft_skills {
            resume.skills.push(Skill {
                name: Some("Soft skills".to_owned()),
                keywords: vec!["Communication".to_owned(), "Teamwork".to_owned()],
                ..Skill::default()
            });
        }
    }
}
