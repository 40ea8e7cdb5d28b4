//! `assumed-skill`: a skill that everybody is taken to have.

use std::sync::LazyLock;

use resume::{Fix, Severity};
use roles::PhraseSet;

use crate::career::title;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{says, set};

declare_rule! {
    /// The skills list names what every engineer is taken to know.
    ///
    /// ## Why
    /// Office programs, editors and e-mail are assumed. Listed, they take the place of something
    /// a reader looks for, and make the rest look padded.
    ///
    /// ## What to do
    /// Take them out. In a support or administration role they may be the job; then keep them.
    ///
    /// ```skills,flagged
    /// - Go
    /// - MS Office, IntelliJ
    /// - VS Code
    /// - GitHub
    /// ```
    /// ```skills,clean
    /// - Go
    /// - GitHub Actions
    /// - Git
    /// - Windows Server
    /// - Excel add-ins in C#
    /// - Eclipse Paho
    /// ```
    /// ```yaml,clean
    /// work: [{name: Tollhaven Ferries, position: IT Support Engineer}]
    /// skills: [{keywords: [Windows, Microsoft Office, Python]}]
    /// ```
    "assumed-skill", Severity::Info, Topic::Format => check
}

static ASSUMED: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "microsoft|ms office|word|excel|powerpoint|outlook|teams|windows",
        "microsoft 365",
        "office",
        "office 365",
        "word|excel|powerpoint|outlook",
        "google docs|sheets|workspace|drive",
        "windows|macos|mac",
        "windows 10|11",
        "mac os",
        "mac os x",
        "os x",
        "vs code|studio",
        "vscode|intellij|eclipse|pycharm|goland|webstorm|netbeans|vim|emacs|neovim|notepad",
        "visual studio",
        "visual studio code",
        "intellij idea",
        "sublime",
        "sublime text",
        "android studio",
        "atom",
        "github|gitlab|bitbucket",
        "slack|zoom|skype|trello|notion",
        "email|internet|typing",
        "e mail",
        "computer literacy",
        "web browsers",
        "ides|ide",
        "stack overflow",
        "chatgpt",
        "google search|searching",
    ])
});

static DESKTOP_WORK: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&["support", "help|service desk", "administrator", "it technician|specialist", "sysadmin"])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.resume.work.iter().any(|role| says(&DESKTOP_WORK, title(role))) {
        return;
    }
    for item in cx.skill_items() {
        // What opens an item opens its first part.
        if ASSUMED.opens(&item.words).is_none() {
            continue;
        }
        let mut parts = item.text.split([',', '/', '&', ';']).map(str::trim);
        let parts = parts.by_ref().filter(|part| !part.is_empty());
        let mut count = 0;
        let assumed = parts.inspect(|_| count += 1).all(is_assumed);
        if !assumed || count == 0 {
            continue;
        }
        let text = item.text.trim();
        let fix = Fix::remove(format!("Remove `{text}`"), item.path.clone());
        let message = format!("\"{text}\" is assumed of every engineer");
        findings.add_at(item.path.clone(), 0..item.text.len(), message, "take it out").fix =
            Some(fix);
    }
}

/// A program or service that everybody uses.
pub(super) fn is_assumed(part: &str) -> bool {
    crate::wording::is_exactly(&ASSUMED, part)
}
