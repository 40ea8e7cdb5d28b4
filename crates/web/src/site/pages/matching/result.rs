//! What a resume shows of a job, as a page of the site.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use extract::ReadJob;
use maud::{Markup, html};
use resume::Severity;
use resume::coverage::{Coverage, Status};
use resume::job::JobPart;
use workbench::{Comparison, Whole};

use crate::coverage;
use crate::prose::{prose, sentence};
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::fields::address;
use crate::site::layout::{Place, page};
use crate::site::material::{Material, ReadResume};
use crate::site::pages::tailor;

/// Headings of a job under which requirements stand; everything else is set aside.
const ASKING: [&str; 6] = [
    "What you will do",
    "Must have",
    "Nice to have",
    "Qualifications",
    "How you work with people",
    "Prerequisites",
];

/// What is to be compared, and what of it shown.
pub(super) struct Asked {
    pub(super) resume: Material,
    pub(super) job: Material,
    pub(super) variant: Option<String>,
    /// Requirements of this status only.
    pub(super) only: Option<Status>,
    /// The variant was saved a moment ago.
    pub(super) saved: bool,
}

/// The status that is called so in addresses.
pub(super) fn status(word: &str) -> Option<Status> {
    Status::ALL.into_iter().find(|status| status.as_str() == word)
}

impl Asked {
    pub(super) fn page(&self, desk: &Desk) -> Result<Response, Fault> {
        let read = self.resume.read(desk, self.variant.as_deref())?;
        let job = self.job.read_job(desk)?;
        let comparison = Comparison {
            parsed: &read.parsed,
            cut: read.cut.as_ref(),
            whole: Whole::Own,
            as_of: &read.as_of,
        };
        Ok(match comparison.with(&job) {
            Ok(found) => self.shown(&read, &job, &found).into_response(),
            Err(nothing) => nothing_to_match(&self.job, &job, &nothing.to_string()),
        })
    }

    fn shown(&self, read: &ReadResume, job: &ReadJob, found: &Coverage) -> Markup {
        let title = job.job.title.as_deref().unwrap_or(&self.job.title);
        let resume = match &self.variant {
            Some(variant) => format!("{} ({variant})", self.resume.title),
            None => self.resume.title.clone(),
        };
        let unread =
            read.parsed.findings.iter().filter(|one| one.severity == Severity::Error).count();
        let content = html! {
            article.coverage {
                @if let Some(variant) = self.variant.as_deref().filter(|_| self.saved) {
                    (tailor::saved(variant))
                }
                header {
                    h1 { (title) }
                    p { (resume) " compared with " (self.job.title) ", as of " (read.as_of) }
                    @if unread > 0 {
                        p.quiet { (unread) " values of the resume could not be read, and count for nothing here." }
                    }
                    (coverage::result(found))
                }
                (self.next())
                (self.variants(read))
                (self.filter(found))
                (coverage::requirements(found, self.only, &|path| self.resume.place(path)))
                (set_aside(&job.job.page().sections))
            }
        };
        page(&format!("{resume}: {} of 100 of {title}", found.fit), Place::Match, &[], &content)
    }

    fn here(&self, variant: Option<&str>, only: Option<Status>) -> String {
        let mut fields = vec![("resume", self.resume.key.as_str()), ("job", &self.job.key)];
        fields.extend(variant.map(|variant| ("variant", variant)));
        fields.extend(only.map(|only| ("show", only.as_str())));
        address("/match", &fields)
    }

    /// What can be done with both.
    fn next(&self) -> Markup {
        let (resume, job) = (&self.resume, &self.job);
        let of_job = |what: &str| {
            let mut fields = vec![("resume", resume.key.as_str())];
            // A variant is cut from the whole, and a letter goes with it.
            let variant = self.variant.as_deref().filter(|_| what == "interview");
            fields.extend(variant.map(|variant| ("variant", variant)));
            address(&format!("/jobs/{}/{what}", job.key), &fields)
        };
        html! {
            nav.actions aria-label="What next" {
                a.button href=(of_job("tailor")) { "Tailor the resume" }
                @if resume.saved.is_some() { a.button href=(of_job("letter")) { "Write a letter" } }
                a.button href=(of_job("interview")) { "Interview questions" }
                @match &job.saved {
                    Some((id, _)) => a.button href=(format!("/jobs/{id}")) { "Open the job" },
                    None => {
                        form method="post" action="/jobs" enctype="multipart/form-data" {
                            input type="hidden" name="from" value=(job.key);
                            input type="hidden" name="resume" value=(resume.key);
                            button.plain type="submit" { "Save the job" }
                        }
                    }
                }
                @match &resume.saved {
                    Some((id, _)) => a.button href=(format!("/resumes/{id}")) { "Edit the resume" },
                    None => {
                        form method="post" action="/resumes" {
                            input type="hidden" name="from" value=(resume.key);
                            button.plain type="submit" { "Edit the resume" }
                        }
                    }
                }
            }
        }
    }

    fn variants(&self, read: &ReadResume) -> Markup {
        let names: Vec<&str> = read.variants().collect();
        let current = |name: Option<&str>| (self.variant.as_deref() == name).then_some("true");
        html! {
            @if !names.is_empty() {
                nav.choices aria-label="Variants" {
                    a href=(self.here(None, self.only)) aria-current=[current(None)] { "Whole resume" }
                    @for name in names {
                        a href=(self.here(Some(name), self.only)) aria-current=[current(Some(name))] { (name) }
                    }
                }
            }
        }
    }

    /// Links that leave requirements of one status.
    fn filter(&self, found: &Coverage) -> Markup {
        let count = |status| found.requirements.iter().filter(|one| one.status == status).count();
        let variant = self.variant.as_deref();
        let current = |only| (self.only == only).then_some("true");
        html! {
            nav.choices aria-label="Requirements shown" {
                a href=(self.here(variant, None)) aria-current=[current(None)] {
                    "All " (found.requirements.len())
                }
                @for status in Status::ALL.into_iter().filter(|status| count(*status) > 0) {
                    a href=(self.here(variant, Some(status))) aria-current=[current(Some(status))] {
                        (status.words()) " " (count(status))
                    }
                }
            }
            @if let Some(only) = self.only { p.quiet { (explained(only)) } }
        }
    }
}

/// What a status means for the author of a page.
fn explained(status: Status) -> &'static str {
    match status {
        Status::Proved => "A line of work shows it, under the name the job uses.",
        Status::OtherName => {
            "A line of work shows it under another name. A machine that wants exact words misses it."
        }
        Status::Implied => "A line of work shows something that cannot be done without it.",
        Status::Stale => "A line of work shows it, long ago.",
        Status::Partly => "Some of what is asked for is shown, and some is not.",
        Status::ListedOnly => "It is only named in a list or in the summary. Work counts whole.",
        Status::Related => "Something close is shown, which is never as good as the thing itself.",
        Status::InMasterOnly => "The whole resume has it, and this variant leaves it out.",
        Status::NotStated => "The page does not say. That is not the same as “cannot”.",
        Status::Unverifiable => "No page can show it, so it is no gap.",
        Status::NotCompared => "It names nothing that could be looked up. Read it yourself.",
    }
}

/// What the ad says beside what it asks for.
fn set_aside(parts: &[JobPart]) -> Markup {
    let aside: Vec<&JobPart> =
        parts.iter().filter(|part| !ASKING.contains(&part.heading.as_str())).collect();
    html! {
        @if !aside.is_empty() {
            details.set-aside {
                summary { "Set aside: what the ad says beside its requirements" }
                @for part in aside {
                    h3 { (part.heading) }
                    @for text in &part.paragraphs { p { (text) } }
                    @if !part.items.is_empty() { ul { @for item in &part.items { li { (item) } } } }
                }
            }
        }
    }
}

/// The page for a job that asks for nothing that could be compared: no number is made of nothing.
pub(crate) fn nothing_to_match(job: &Material, read: &ReadJob, why: &str) -> Response {
    let parts = read.job.page().sections;
    let content = html! {
        article.coverage {
            h1 { "Nothing the job asks for could be found" }
            p.lead { (sentence(why)) ". Without requirements there is nothing to compare, and no number." }
            p {
                (prose("Name the skills, techniques, degrees or languages that it asks for, under headings such as `Must have` and `Nice to have`."))
            }
            p.actions {
                @if let Some((id, _)) = &job.saved {
                    a.button.primary href=(format!("/jobs/{id}#text")) { "Edit the job" }
                }
                a.button href="/match" { "Choose another job" }
            }
            @if !parts.is_empty() {
                h2 { "What was read" }
                @for part in &parts {
                    h3 { (part.heading) }
                    @for text in &part.paragraphs { p { (text) } }
                    @if !part.items.is_empty() { ul { @for item in &part.items { li { (item) } } } }
                }
            }
        }
    };
    let content = page("Nothing to compare", Place::Match, &[], &content);
    (StatusCode::UNPROCESSABLE_ENTITY, content).into_response()
}
