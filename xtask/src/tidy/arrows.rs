//! The arrows between crates, as ARCHITECTURE.md draws them, and who may name which library.

/// Crates by height; a crate may depend on lower ones only, so those of one row never see each
/// other.
const ROWS: [&[&str]; 7] = [
    &["resume"],
    &["roles", "document"],
    &["facts", "sandbox"],
    &[
        "store", "typeset", "export", "matching", "ranking", "interview", "lint", "extract", "fit",
        "guide", "impact",
    ],
    &["workbench"],
    &["web", "lsp"],
    &["cli", "xtask"],
];

/// Libraries (by the start of their name) that few crates may name, one where that is possible, so
/// that replacing one touches little.
const FENCED: [(&str, &[&str]); 9] = [
    ("typst", &["typeset"]),
    ("sqlx", &["store"]),
    ("axum", &["web"]),
    ("maud", &["web"]),
    // Whoever waits for others: a connection, a database.
    ("tokio", &["web", "store"]),
    ("hayro", &["document"]),
    ("landlock", &["sandbox"]),
    ("seccompiler", &["sandbox"]),
    ("lsp-types", &["lsp"]),
];

/// Crates that must never pull in the typesetter: their tests and tasks have to start quickly.
const LIGHT: [&str; 16] = [
    "resume", "roles", "facts", "lint", "extract", "fit", "document", "sandbox", "lsp", "store",
    "matching", "ranking", "interview", "guide", "impact", "xtask",
];

/// How a crate depends on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// In the product or its build.
    Normal,
    /// In tests only, where a neighbor of the same row may help.
    Dev,
}

/// What is wrong with `name` depending on `dependency`, when something is.
pub(super) fn breach(name: &str, dependency: &str, kind: Kind) -> Option<String> {
    let fence = FENCED.iter().find(|(start, _)| dependency.starts_with(start));
    if let Some((_, owners)) = fence
        && !owners.contains(&name)
    {
        return Some(format!("only `{}` names `{dependency}`", owners.join("` and `")));
    }
    // A library of others has no row.
    let below = row(dependency)?;
    let Some(above) = row(name) else {
        return Some(format!("`{name}` has no row in xtask/src/tidy/arrows.rs"));
    };
    let heavy = dependency == "typeset" && LIGHT.contains(&name);
    let neighbor_in_tests = kind == Kind::Dev && above == below;
    if heavy || (below >= above && !neighbor_in_tests) {
        return Some(format!("`{name}` must not depend on `{dependency}`: arrows go down only"));
    }
    None
}

fn row(name: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, dependency: &str, kind: Kind, allowed: bool) {
        let found = breach(name, dependency, kind);
        assert_eq!(found.is_none(), allowed, "{name} -> {dependency} ({kind:?}): {found:?}");
    }

    #[test]
    fn arrows_go_down_only() {
        check("cli", "lint", Kind::Normal, true);
        check("cli", "resume", Kind::Normal, true);
        check("lint", "facts", Kind::Normal, true);
        check("lint", "serde", Kind::Normal, true);
        check("lint", "extract", Kind::Normal, false);
        check("resume", "roles", Kind::Normal, false);
        check("extract", "cli", Kind::Normal, false);
        check("novel", "resume", Kind::Normal, false);
    }

    #[test]
    fn tests_may_ask_a_neighbor_but_never_the_typesetter() {
        check("lint", "extract", Kind::Dev, true);
        check("export", "extract", Kind::Dev, true);
        check("export", "typeset", Kind::Dev, true);
        check("lint", "typeset", Kind::Dev, false);
        check("xtask", "typeset", Kind::Normal, false);
        check("resume", "extract", Kind::Dev, false);
    }

    #[test]
    fn libraries_behind_a_fence_have_one_owner() {
        check("typeset", "typst-pdf", Kind::Normal, true);
        check("cli", "typst", Kind::Normal, false);
        check("cli", "typst-pdf", Kind::Dev, false);
        check("web", "axum", Kind::Normal, true);
        check("cli", "axum", Kind::Normal, false);
        check("document", "hayro-interpret", Kind::Normal, true);
        check("extract", "hayro-interpret", Kind::Normal, false);
        check("lint", "sqlx", Kind::Normal, false);
        check("store", "sqlx", Kind::Normal, true);
        check("web", "sqlx", Kind::Normal, false);
        check("store", "tokio", Kind::Normal, true);
        check("lsp", "tokio", Kind::Normal, false);
    }
}
