//! `objective-statement`: the summary says what its author wants.

use std::ops::Range;
use std::sync::LazyLock;

use resume::{FieldPath, Severity};
use roles::{PhraseSet, RolePack};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// The summary says what you want instead of what you did.
    ///
    /// ## Why
    /// A panel decides whether you can do the job; that you want it is clear from the
    /// application. A wish in the first lines takes the place of your strongest fact.
    ///
    /// ## What to do
    /// Say what you own or built. Naming a change of field is not a wish: "moving from logistics
    /// planning to backend work" helps a reader.
    ///
    /// ```summary,flagged
    /// Seeking a challenging position where I can grow.
    /// ```
    /// ```summary,flagged
    /// Backend engineer with 5 years of experience. Looking for a role in a dynamic company.
    /// ```
    /// ```summary,flagged
    /// Cut the cost of a render farm by 40%. Seeking senior roles.
    /// ```
    /// ```summary,flagged
    /// Owns the ledger service of a lender, and eager to join a larger team.
    /// ```
    /// ```yaml,flagged
    /// basics:
    ///   objective: A senior position with growth
    /// ```
    /// ```summary,clean
    /// Looking to move from logistics planning to backend work; wrote the dock-slot API of a warehouse, 300 trucks a day.
    /// ```
    /// ```summary,clean
    /// Owns the load-board service for drivers looking for return freight, 12,000 offers a day.
    /// ```
    /// ```summary,clean
    /// Backend engineer with three years of focused backend work; previously full-stack. Owns the fare API of a bus line. Open to work in Lyon.
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   label: Backend Engineer · Open to work in Utrecht
    /// ```
    "objective-statement", Severity::Warning, Topic::Scope => check
}

/// A wish later on does not take the place of the opening.
const SENTENCES: usize = 2;

/// A sentence that begins so is a wish, whatever follows.
const OPENERS: [&str; 5] = ["seeking", "looking", "aspiring", "hoping", "aiming"];

/// Words by which people name a change of field, and of place.
static TRANSITIONS: LazyLock<PhraseSet> = LazyLock::new(|| {
    let phrases = [
        "move|moving|switch|switching|change|changing from|into",
        "transition|transitioning from|into|to",
        "career change|changer",
        "relocate|relocating|relocation",
    ];
    set(&phrases)
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let hint = "say what you own or built and how big it is; wishes belong in the cover letter";
    for unit in cx.summary().take(SENTENCES) {
        if let Some(range) = wish(unit, cx.pack) {
            let said = unit.text[range.clone()].to_owned();
            let message = format!("\"{said}\" says what you want, not what you did");
            findings.add_in(unit, range, message, hint);
        }
    }
    let basics = cx.resume.basics.as_ref().map(|basics| &basics.extra);
    let roots =
        [(FieldPath::root(), Some(&cx.resume.extra)), (FieldPath::root().key("basics"), basics)];
    for (path, extra) in roots {
        for key in extra.into_iter().flat_map(|extra| extra.keys()) {
            let folded = key.to_lowercase().replace(['_', '-', ' '], "");
            if matches!(folded.as_str(), "objective" | "objectives" | "careerobjective") {
                let message = format!("`{key}` says what you want, not what you did");
                findings.add(path.key(key.clone()), message, hint);
            }
        }
    }
}

/// The words of a wish, unless they belong to what a system does for its users.
fn wish(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let facts = &unit.facts;
    if !TRANSITIONS.find(&facts.words).is_empty() {
        return None;
    }
    if let Some(first) = facts.words.first().filter(|word| roles::is_one_of(&word.norm, &OPENERS)) {
        return Some(first.start..first.end);
    }
    pack.lists.objectives.find(&facts.words).into_iter().find_map(|found| {
        let range = facts.words[found.words.start].start..facts.words[found.words.end - 1].end;
        let clause = clause_start(&unit.text, range.start)..range.start;
        let thing = facts.things.iter().any(|thing| clause.contains(&thing.range.start));
        let work = facts.claims.iter().any(|claim| {
            let verb = claim.verb.as_ref();
            claim.is_substantial(pack)
                && verb.is_some_and(|verb| clause.contains(&verb.range.start))
        });
        (!thing && !work).then_some(range)
    })
}

/// Where the clause around byte `at` begins: after a comma, semicolon, colon, bracket, dash or
/// `and`.
fn clause_start(text: &str, at: usize) -> usize {
    let before = &text[..at];
    let breaks = [", ", "; ", ": ", "(", " – ", " — ", " - ", " and ", " but "];
    breaks.iter().filter_map(|mark| Some(before.rfind(mark)? + mark.len())).max().unwrap_or(0)
}
