//! What somebody can do about a requirement that is not fully shown. Never a text that claims it:
//! only its author knows whether it is true.

use resume::FieldPath;
use resume::coverage::{SkillCoverage, Status};

use crate::asked::Element;
use crate::found::Eye;
use crate::requirement::Desk;

/// What to do; `None` when all is shown, or nothing can be done.
pub(crate) fn action(desk: &Desk<'_>, elements: &[Element]) -> Option<String> {
    let mut steps: Vec<String> = Vec::new();
    let mut absent: Vec<String> = Vec::new();
    for element in elements {
        match element.coverage.status {
            Status::NotStated => match near(desk.eye(), element) {
                Some(step) => steps.push(step),
                None => absent.push(names(&element.coverage)),
            },
            _ => steps.extend(step(desk, element)),
        }
    }
    if !absent.is_empty() {
        steps.push(format!("not stated: {}; if you have done it, say where", absent.join(", ")));
    }
    (!steps.is_empty()).then(|| steps.join(". "))
}

fn step(desk: &Desk<'_>, element: &Element) -> Option<String> {
    let Element { coverage, skill, is_kind, .. } = element;
    let name = &coverage.name;
    let place = coverage.quotes.first().map(|quote| format!("`{}`", quote.path));
    let shown = coverage.shown_as.as_deref();
    match coverage.status {
        Status::OtherName => Some(format!(
            "{} already says {}; the job says {name}: write it as the job does, if that is what it is",
            place?, shown?
        )),
        Status::Implied if *is_kind => None,
        Status::Implied => Some(format!(
            "{} shows {}, and with it {name}; name {name} there if you worked with it yourself",
            place?, shown?
        )),
        Status::Stale => {
            let last = coverage.last_used.as_ref()?;
            Some(format!(
                "{name} was last used in {}; if you have used it since, say where",
                last.display()
            ))
        }
        Status::Related => Some(format!(
            "{} shows {}, which is close to {name}; if you have worked with {name} itself, say where",
            place?, shown?
        )),
        Status::ListedOnly => Some(listed(desk, element, &place?)),
        Status::InMasterOnly => {
            let at = of_master(desk, *skill, coverage)?;
            Some(format!("`{at}` of the whole resume shows {name}, and this variant leaves it out"))
        }
        _ => None,
    }
}

fn listed(desk: &Desk<'_>, element: &Element, place: &str) -> String {
    let name = &element.coverage.name;
    let whole = desk.master().and_then(|whole| {
        let ways = whole.skill(element.skill?, name, false, 1.0);
        let way = ways.into_iter().find(|way| !way.claims.is_empty())?;
        Some(whole.quotes(&way).first()?.path.clone())
    });
    if let Some(at) = whole {
        return format!("{place} only lists {name}; `{at}` of the whole resume shows it in work");
    }
    match near(desk.eye(), element) {
        Some(step) => format!("{place} only names {name}; {step}"),
        None => format!(
            "{place} only names {name}, and no line of work shows it; say in one what you did with it"
        ),
    }
}

/// A claim that names only the kind of thing: `a message queue` for Kafka.
fn near(eye: Eye<'_>, element: &Element) -> Option<String> {
    let parents = eye.pack.vocabulary.parents(element.skill?).iter();
    let mut places = parents.flat_map(|kind| eye.page.skills.get(kind).into_iter().flatten());
    let place = places.find(|place| place.in_claim)?;
    let (path, words) = (&eye.line(place).path, eye.words(place));
    let name = &element.coverage.name;
    Some(format!("`{path}` says \u{201c}{words}\u{201d}: if that was {name}, name it there"))
}

fn of_master(
    desk: &Desk<'_>,
    skill: Option<roles::SkillId>,
    of: &SkillCoverage,
) -> Option<FieldPath> {
    let whole = desk.master()?;
    let way = if let Some(skill) = skill {
        whole.skill(skill, &of.name, false, 1.0).into_iter().next()
    } else {
        let at = desk.pack.concepts.iter().position(|concept| concept.id == of.skill)?;
        whole.concept(at)
    };
    Some(whole.quotes(&way?).first()?.path.clone())
}

/// `Kafka`, `Java or Go`.
fn names(coverage: &SkillCoverage) -> String {
    let mut all = vec![coverage.name.as_str()];
    all.extend(coverage.alternatives.iter().map(String::as_str));
    all.join(" or ")
}
