//! What a reader can check about work outside a job: who uses it, where it can be seen.

use std::sync::LazyLock;

use facts::Signal;
use resume::FieldPath;
use resume::model::Project;
use roles::PhraseSet;

use crate::page::Unit;
use crate::rule::Context;
use crate::wording::{filled, set};

/// Words by which people say that others use a thing.
static USE: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "used|adopted|deployed|run|relied by|in|on",
        "star|stars|starred",
        "download*",
        "install*",
        "user|users|player|players|subscriber*|customer*|sponsor*",
        "contributor*",
        "fork|forks",
        "released|releases",
        "version|versions",
        "upstream*",
        "maintain*|maintainer|committer",
        "merged",
        "pull request*",
        "patch|patches",
        "in production",
        "depend on",
        "dependent*",
        "packaged",
        "shipped with|in",
    ])
});

/// The texts of a project.
pub(crate) fn project_units<'a>(cx: &'a Context<'_>, index: usize) -> &'a [Unit] {
    cx.units_of(&FieldPath::root().key("projects").index(index))
}

/// Others use the project, or keep it up, and the page says so.
pub(crate) fn is_used(cx: &Context<'_>, index: usize, project: &Project) -> bool {
    let role = project.roles.iter().any(|role| crate::wording::says(&USE, role));
    role || project_units(cx, index).iter().any(|unit| {
        let signals = [Signal::Reach, Signal::Production, Signal::Proof];
        signals.into_iter().any(|signal| unit.facts.has(signal))
            || !USE.find(&unit.facts.words).is_empty()
    })
}

/// A reader can go and look.
pub(crate) fn has_link(project: &Project) -> bool {
    filled(project.url.as_ref()).is_some()
}
