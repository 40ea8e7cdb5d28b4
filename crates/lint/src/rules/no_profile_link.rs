//! `no-profile-link`: nothing on the page leads to more of its author.

use resume::model::Basics;
use resume::{FieldPath, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::filled;

declare_rule! {
    /// No link leads to code, a profile or a site.
    ///
    /// ## Why
    /// A link lets a panel look further before they call. It is never graded: most good work is
    /// closed, and an empty profile helps nobody.
    ///
    /// ## What to do
    /// Add the one profile that shows something: GitHub, GitLab, Codeberg, LinkedIn or your site.
    /// If your work is private, leave it.
    ///
    /// ```yaml,flagged
    /// basics: {name: Ilse Haverkamp, email: ilse@haverkamp-post.net}
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   name: Ilse Haverkamp
    ///   profiles: [{network: GitHub, username: ilse-h}]
    /// ```
    /// ```yaml,clean
    /// basics: {name: Ilse Haverkamp, url: https://haverkamp-post.net}
    /// ```
    /// ```yaml,clean
    /// basics: {name: Ilse Haverkamp}
    /// projects: [{name: tidewatch, url: https://tidewatch.dev}]
    /// ```
    "no-profile-link", Severity::Info, Topic::Evidence => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let resume = cx.resume;
    let Some(basics) = resume.basics.as_ref().filter(|basics| has_contact(basics)) else { return };
    let profile = basics.profiles.iter().any(|profile| {
        filled(profile.url.as_ref()).is_some() || filled(profile.username.as_ref()).is_some()
    });
    let projects = resume.projects.iter().map(|project| &project.url);
    let publications = resume.publications.iter().map(|publication| &publication.url);
    let mut links = projects.chain(publications).chain([&basics.url]);
    if profile || links.any(|url| filled(url.as_ref()).is_some()) {
        return;
    }
    findings.add(
        FieldPath::root().key("basics"),
        "no link leads to code, a profile or a site",
        "add the one profile that shows something; leave it when your work is private",
    );
}

/// A page without any contact has a finding of its own.
fn has_contact(basics: &Basics) -> bool {
    filled(basics.name.as_ref()).is_some() || filled(basics.email.as_ref()).is_some()
}
