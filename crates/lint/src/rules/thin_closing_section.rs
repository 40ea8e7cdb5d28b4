//! `thin-closing-section`: open source or talks without anything to check.

use std::sync::LazyLock;

use resume::{FieldPath, Severity};
use roles::PhraseSet;

use crate::proof::{has_link, is_used, project_units};
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{filled, is_exactly, set};

declare_rule! {
    /// Open source, talks or articles are mentioned, and nothing there can be checked.
    ///
    /// ## Why
    /// A senior panel looks up what you published. "Active open source contributor" or a talk
    /// without venue gives them nothing to find, which is worse than no section at all.
    ///
    /// ## What to do
    /// Name the project and what of yours was merged, or the venue and the year. Otherwise take
    /// the section out.
    ///
    /// ```yaml,flagged,senior
    /// projects:
    ///   - name: Open source
    ///     highlights: [Active contributor on GitHub]
    /// ```
    /// ```yaml,flagged,staff
    /// publications:
    ///   - name: Scaling teams and systems
    /// ```
    /// ```yaml,clean,senior
    /// projects:
    ///   - name: Open source
    ///     highlights: [Fixed a lost wakeup in the connection pool of pgx; merged upstream in 2024]
    /// ```
    /// ```yaml,clean,staff
    /// publications:
    ///   - name: Leases across four regions
    ///     publisher: FOSDEM
    ///     releaseDate: "2025"
    ///   - name: A pool that forgets
    ///     url: https://tidewatch.dev/pool
    /// ```
    /// ```yaml,clean,mid
    /// projects:
    ///   - name: Open source
    ///     highlights: [Active contributor on GitHub]
    /// ```
    "thin-closing-section", Severity::Warning, Topic::Depth, stages(Senior, Staff) => check
}

static NO_NAME: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "open source",
        "open source contributor|contributions|work|projects|contribution",
        "oss",
        "oss contributions",
        "github",
        "github projects|profile|contributions",
        "contributor",
        "contributions",
        "various",
        "various projects",
        "side projects",
        "personal projects",
        "portfolio",
        "community",
        "blog",
        "personal website|site",
    ])
});

const HINT: &str = "name what can be looked up, or take it out: a thin section weakens the page";

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let root = FieldPath::root();
    for (at, project) in cx.resume.projects.iter().enumerate() {
        let says_something = project_units(cx, at).iter().any(|unit| {
            unit.facts.is_substantial(cx.pack) || unit.facts.measured().next().is_some()
        });
        let thin = is_unnamed(project.name.as_ref())
            && !says_something
            && !(has_link(project) && is_used(cx, at, project));
        if thin {
            let name = filled(project.name.as_ref()).unwrap_or("this project");
            let message = format!("\"{name}\" names no project, patch or release");
            findings.add(root.key("projects").index(at), message, HINT);
        }
    }
    for (at, publication) in cx.resume.publications.iter().enumerate() {
        let linked = filled(publication.url.as_ref()).is_some();
        let venue = filled(publication.publisher.as_ref()).is_some();
        let dated = publication.release_date.is_some();
        if !(linked || venue && dated) {
            let missing = match (venue, dated) {
                (false, false) => "venue and year",
                (false, true) => "venue",
                _ => "year",
            };
            let name = filled(publication.name.as_ref()).unwrap_or("this publication");
            let message = format!("\"{name}\" has no {missing}, so nobody can look it up");
            findings.add(root.key("publications").index(at), message, HINT);
        }
    }
}

/// A heading where the name of a project belongs.
pub(super) fn is_unnamed(name: Option<&String>) -> bool {
    filled(name).is_none_or(|name| is_exactly(&NO_NAME, name))
}
