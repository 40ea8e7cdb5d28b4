//! Questions of a panel as sheets: for the candidate a part for each role of the page, for the
//! panel a part for each round. Every format is written from these.

use interview::{Asked, Chain, Gap, Kit, Part, Preparation, Prepared, WhatFor};
use resume::coverage::{RequirementKind, Status};
use roles::Rubric;

use crate::{one_line, shown_name};

/// What is written.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The title of the whole.
    pub title: String,
    /// What it is, in a sentence or two.
    pub about: String,
    /// In order; each begins a new page on paper.
    pub pages: Vec<SheetPage>,
    /// What is missing, in words.
    pub left: Vec<String>,
}

/// A part of it.
#[derive(Clone, Debug)]
pub struct SheetPage {
    /// Its title.
    pub title: String,
    /// What it is for; may be empty.
    pub about: String,
    /// Lines with their questions.
    pub blocks: Vec<Block>,
}

/// A line of the page, or a requirement, with its questions.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// The requirement in words, with how much it matters and what the page shows of it.
    pub requirement: Option<String>,
    /// The line of the page.
    pub quote: Option<String>,
    /// Where it stands: `line 12`.
    pub place: Option<String>,
    /// The private note of its author.
    pub note: Option<String>,
    /// The questions.
    pub items: Vec<Item>,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Item {
    /// The words.
    pub question: String,
    /// What a good answer shows.
    pub shows: String,
    /// It may be asked instead of the one before it.
    pub alternative: bool,
    /// What answers are judged by; only a panel sees it.
    pub rubric: Option<Rubric>,
}

/// The part of a page that stands under no role.
const ABOVE: &str = "Summary";

impl Sheet {
    /// The sheet of a candidate.
    pub fn of_preparation(file: &str, found: &Preparation) -> Self {
        let mut pages: Vec<SheetPage> = Vec::new();
        for claim in &found.claims {
            let title = match claim.part {
                Part::Publication => "Publications",
                _ => claim.heading.as_deref().unwrap_or(ABOVE),
            };
            let title = one_line(title);
            if pages.last().is_none_or(|page| page.title != title) {
                pages.push(SheetPage { title, about: String::new(), blocks: Vec::new() });
            }
            if let Some(page) = pages.last_mut() {
                page.blocks.push(Block::of_claim(claim));
            }
        }
        let listed: Vec<Block> = found
            .listed
            .iter()
            .filter_map(|listed| {
                let items = vec![Item::of(listed.question.as_ref()?)];
                Some(Block { quote: Some(listed.skill.clone()), items, ..Block::default() })
            })
            .collect();
        if !listed.is_empty() {
            let about = "These stand on the page, and nothing you did shows them.".to_owned();
            pages.push(SheetPage {
                title: "Skills without a line".to_owned(),
                about,
                blocks: listed,
            });
        }
        let gaps: Vec<Block> = found.gaps.iter().filter_map(Block::of_gap).collect();
        if !gaps.is_empty() {
            let about = "The job asks for these, and no line of the page shows them.".to_owned();
            pages.push(SheetPage {
                title: "What the job asks for".to_owned(),
                about,
                blocks: gaps,
            });
        }
        let count = found.len();
        let about = if count == 0 {
            "No line of the page gives a panel anything to ask about.".to_owned()
        } else {
            format!(
                "{count} {} that a {} panel asks first. Answer each aloud, with the note beside \
                 it; what you cannot answer does not belong on the page.",
                if count == 1 { "question" } else { "questions" },
                found.stage
            )
        };
        let title = format!("Questions about {}", shown_name(file));
        Self { title, about, pages, left: Vec::new() }
    }

    /// The sheets of a panel.
    pub fn of_kit(file: &str, job: Option<&str>, kit: &Kit) -> Self {
        let pages = kit.rounds.iter().map(|round| SheetPage {
            title: format!("{}, {} minutes", round.title, round.minutes),
            about: round.purpose.clone(),
            blocks: round.chains.iter().map(|chain| Block::of_chain(chain, kit)).collect(),
        });
        let job = job.map(one_line).map(|title| format!(", {title}")).unwrap_or_default();
        let about = format!(
            "For a {} role{job}. Ask everybody for the same job the same way, write down what was said, \
             then mark the description it comes closest to. Marks are evidence for a conversation, \
             not a decision.",
            kit.stage
        );
        let left = kit.left.iter().map(wanted).collect();
        let title = format!("Interview sheets for {}", shown_name(file));
        Self { title, about, pages: pages.collect(), left }
    }
}

impl Block {
    fn of_claim(claim: &Prepared) -> Self {
        Self {
            requirement: None,
            quote: Some(one_line(&claim.text)),
            place: claim.line.map(|line| format!("line {line}")),
            note: claim.note.as_deref().map(one_line),
            items: claim.questions.iter().map(Item::of).collect(),
        }
    }

    fn of_gap(gap: &Gap) -> Option<Self> {
        let words = requirement(&gap.requirement, gap.kind, gap.status);
        let items = vec![Item::of(gap.question.as_ref()?)];
        Some(Self { requirement: Some(words), items, ..Self::default() })
    }

    fn of_chain(chain: &Chain, kit: &Kit) -> Self {
        let rubric = kit.rubrics.iter().find(|rubric| rubric.id == chain.question.rubric);
        let item = Item {
            alternative: chain.alternative,
            rubric: rubric.cloned(),
            ..Item::of(&chain.question)
        };
        let line = chain.quote.as_ref().and_then(|quote| quote.line);
        Self {
            requirement: chain.what_for.as_ref().map(wanted),
            quote: chain.quote.as_ref().map(|quote| one_line(&quote.text)),
            place: line.map(|line| format!("line {line}")),
            note: None,
            items: vec![item],
        }
    }
}

impl Item {
    fn of(asked: &Asked) -> Self {
        Self {
            question: asked.question.clone(),
            shows: asked.shows.clone(),
            alternative: false,
            rubric: None,
        }
    }
}

fn wanted(what_for: &WhatFor) -> String {
    requirement(&what_for.requirement, what_for.kind, what_for.status)
}

/// A requirement in one line.
fn requirement(text: &str, kind: RequirementKind, status: Status) -> String {
    let kind = match kind {
        RequirementKind::Must => "must",
        RequirementKind::Nice => "nice to have",
        RequirementKind::Duty => "duty",
    };
    format!("{} ({kind}; {})", one_line(text), shown(status))
}

/// What the page shows, in words.
fn shown(status: Status) -> &'static str {
    match status {
        Status::Proved => "shown by a line",
        Status::OtherName => "shown under another name",
        Status::Implied => "implied by a line",
        Status::Stale => "shown long ago",
        Status::ListedOnly => "only listed",
        Status::Related => "something close is shown",
        Status::InMasterOnly | Status::NotStated => "not stated",
        Status::Partly => "shown in part",
        Status::NotCompared => "not compared",
        Status::Unverifiable => "no page can show it",
    }
}
