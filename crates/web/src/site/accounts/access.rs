//! Which addresses are open to whom when a site has accounts. The one table of it.
//!
//! What no row names needs a person, so that a route that somebody forgot lets nobody in; a test
//! asks for a row for each route all the same.

/// Whom an address is open to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// Everybody, and it is the same for everybody: nobody is looked up for it.
    Same,
    /// Everybody.
    Open,
    /// Everybody, and it takes the processor: visitors get so much of it and no more.
    Work,
    /// Whoever is signed in, for what is theirs.
    Person,
}

use Access::{Open, Person, Same, Work};

/// By path of a route; `/**` at the end means everything below. The first row that fits counts.
pub(crate) const TABLE: &[(&str, Access)] = &[
    // To read. What changes nothing and holds nothing of anybody.
    ("/", Open),
    ("/assets/{name}", Same),
    ("/templates/{name}/preview.png", Same),
    ("/examples", Open),
    ("/examples/{name}", Open),
    ("/examples/{name}/{page}", Same),
    ("/bullets", Open),
    ("/guide", Open),
    ("/guide/gaps", Person),
    ("/guide/paths", Open),
    ("/guide/pay", Open),
    ("/guide/skills/{name}", Open),
    ("/guide/{stage}", Open),
    ("/rules", Open),
    ("/rules/{name}", Open),
    ("/formats", Open),
    ("/privacy", Open),
    ("/api", Open),
    ("/api/v1/openapi.json", Same),
    ("/api/v1/rules", Same),
    ("/api/v1/rules/{id}", Same),
    ("/api/v1/templates", Same),
    ("/api/v1/examples", Same),
    ("/api/v1/examples/{name}", Same),
    // The report of a file that was dropped, which goes without an account. Who has the key that
    // nobody can guess may read it; a file of somebody who is signed in is theirs alone (`shelf`).
    ("/reports/saved", Person),
    ("/reports/saved/**", Person),
    ("/reports/{key}", Work),
    ("/reports/{key}/save", Person),
    ("/reports/{key}/forget", Work),
    ("/reports/{key}/pages/{page}", Work),
    ("/reports/{key}/download/{file}", Work),
    // Coming in. Each of them is slow to who guesses (`limits`).
    ("/sign-in", Open),
    ("/sign-out", Open),
    ("/forgot", Open),
    ("/set-up/{token}", Open),
    ("/join/{token}", Open),
    ("/reset/{token}", Open),
    // What is somebody's.
    ("/account", Person),
    ("/account/**", Person),
    ("/people", Person),
    ("/people/**", Person),
    ("/resumes", Person),
    ("/resumes/**", Person),
    ("/jobs", Person),
    ("/jobs/**", Person),
    ("/match", Person),
    // The API. Work on a file that keeps nothing needs a person, too: it takes the processor.
    ("/api/v1/**", Person),
];

impl Access {
    /// Of the path of a route, as the router has it; nothing is there without one.
    pub(crate) fn of(route: Option<&str>) -> Self {
        let Some(route) = route else { return Open };
        row(route).map_or(Person, |(_, access)| *access)
    }
}

/// The row of a route.
pub(crate) fn row(route: &str) -> Option<&'static (&'static str, Access)> {
    TABLE.iter().find(|(pattern, _)| match pattern.strip_suffix("**") {
        Some(above) => route.starts_with(above),
        None => route == *pattern,
    })
}
