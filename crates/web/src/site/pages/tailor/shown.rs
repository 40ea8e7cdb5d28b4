//! The page of a choice of lines.

use maud::{Markup, html};
use resume::coverage::Covered;
use workbench::Chosen;

use super::choice::{Choice, MOST_PAGES};
use crate::prose::prose;
use crate::site::fields::address;
use crate::site::layout::{Place, page as layout};
use crate::site::material::{Material, ReadResume};

/// The page.
pub(super) fn page(choice: &Choice, read: &ReadResume) -> Markup {
    let Choice { resume, job, tailored, .. } = choice;
    let pages = if tailored.pages == 1 { "page" } else { "pages" };
    let comparison = Material::comparison(&resume.key, &job.key, None);
    let content = html! {
        p { a href=(comparison) { "What the whole resume shows" } }
        h1 { (resume.title) " for " (choice.title) }
        p.lead {
            "The lines that show what the job asks for stay first. No word is changed and none is "
            "added: a variant only leaves out."
        }
        (limit(choice))
        div.coverage {
            dl.result {
                (moved("What a reader finds of the job", tailored.fit_before, tailored.fit_after))
                (moved("Grade", tailored.grade_before, tailored.grade_after))
                div { dt { "Length" } dd { (tailored.pages) " " (pages) ", set " (tailored.density.as_str()) } }
            }
        }
        div.tailored {
            div { (lines(choice, read)) (changes(choice)) }
            (pictures(choice))
        }
    };
    layout(&format!("{} for {}", resume.title, choice.title), Place::Jobs, &[], &content)
}

/// How many pages there may be.
fn limit(choice: &Choice) -> Markup {
    html! {
        form.inline method="get" action=(format!("/jobs/{}/tailor", choice.job.key)) {
            input type="hidden" name="resume" value=(choice.resume.key);
            label for="pages" { "Pages at most" }
            select #pages name="pages" {
                @for count in 1..=MOST_PAGES {
                    option value=(count) selected[count == choice.pages] { (count) }
                }
            }
            button.plain type="submit" { "Choose anew" }
        }
    }
}

fn moved(what: &str, before: f64, after: f64) -> Markup {
    html! {
        div { dt { (what) } dd { strong { (format!("{after:.1}")) } (format!(", before {before:.1}")) } }
    }
}

/// Every line with its reason, and a mark to leave it out.
fn lines(choice: &Choice, read: &ReadResume) -> Markup {
    let Choice { resume, job, tailored, .. } = choice;
    let action = format!("/jobs/{}/tailor", job.key);
    html! {
        form.choice method="post" action=(action) {
            input type="hidden" name="resume" value=(resume.key);
            input type="hidden" name="pages" value=(choice.pages);
            input type="hidden" name="density" value=(tailored.density.as_str());
            input type="hidden" name="chosen" value="1";
            @for (title, list, leaves) in
                [("Leaves", &tailored.left_out, true), ("Stays", &tailored.kept, false)]
            {
                @if !list.is_empty() {
                    fieldset {
                        legend { (title) " (" (list.len()) ")" }
                        p.quiet { "Marked lines are left out." }
                        ul { @for line in list { li { (one(choice, line, leaves)) } } }
                    }
                }
            }
            @if tailored.left_out.is_empty() {
                p { "Everything fits, so nothing has to leave, and there is nothing to save." }
            }
            div.actions {
                button.plain type="submit" formmethod="get" formaction=(action) { "Show my choice" }
            }
            @if !tailored.left_out.is_empty() { (save(choice, read)) }
        }
    }
}

fn one(choice: &Choice, line: &Chosen, leaves: bool) -> Markup {
    let asked: Vec<&Covered> =
        (choice.before.requirements.iter()).filter(|one| line.shows.contains(&one.id)).collect();
    let facts = match line.credited_facts {
        1 => "1 credited fact".to_owned(),
        count => format!("{count} credited facts"),
    };
    html! {
        label {
            input type="checkbox" name="leave" value=(line.path) checked[leaves];
            span {
                (line.text)
                span.why {
                    @if asked.is_empty() {
                        @if leaves { "The job asks for nothing that it shows best" }
                        @else { "Room was left for it" }
                    } @else {
                        "Shows best: "
                        @for (index, one) in asked.iter().enumerate() {
                            @if index > 0 { "; " } (prose(&one.text))
                        }
                    }
                    " · " (facts)
                }
            }
        }
    }
}

fn save(choice: &Choice, read: &ReadResume) -> Markup {
    let regular = read.parsed.resume.vitae.as_ref().and_then(|own| own.density).unwrap_or_default();
    let density = choice.tailored.density;
    html! {
        @match &choice.resume.saved {
            Some((_, head)) => {
                div.card.fields {
                    input type="hidden" name="base" value=(head);
                    label for="name" { "Save as a variant called" }
                    input #name name="name" value=(name(choice, read)) maxlength="60"
                        pattern="[A-Za-z][A-Za-z0-9_\\-]*"
                        title="Letters, digits, - and _, a letter first";
                    div.actions { button.primary type="submit" { "Save the variant" } }
                    p.quiet {
                        "It becomes a new revision of the resume. No word changes; lines that leave get a name of their own, so that the variant can list them."
                        @if density != regular { " Set it " (density.as_str()) " when you download it." }
                    }
                }
            }
            None => p.quiet { "Open the resume in the builder to save this as a variant." },
        }
    }
}

/// A name that is free: of the company, otherwise of the job.
fn name(choice: &Choice, read: &ReadResume) -> String {
    let words = choice.title.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<String> =
        words.filter(|word| !word.is_empty()).take(4).map(str::to_ascii_lowercase).collect();
    let stem = words.join("-");
    let stem = if workbench::is_variant_name(&stem) { stem } else { format!("job-{stem}") };
    let stem = stem.trim_end_matches('-');
    let taken = |name: &String| read.variants().any(|known| known == name);
    let numbered = (1..).map(|at| if at == 1 { stem.to_owned() } else { format!("{stem}-{at}") });
    numbered.take(1000).find(|name| !taken(name)).unwrap_or_default()
}

/// Requirements of which less is shown than before.
fn changes(choice: &Choice) -> Markup {
    let both = choice.before.requirements.iter().zip(&choice.after.requirements);
    let moved: Vec<(&Covered, &Covered)> =
        both.filter(|(before, after)| before.status != after.status).collect();
    html! {
        section aria-labelledby="changes" {
            h2 #changes { "Requirements" }
            @if moved.is_empty() {
                p { "Each of the " (choice.before.requirements.len()) " requirements is shown as before." }
            } @else {
                table {
                    thead { tr { th scope="col" { "Asked for" } th scope="col" { "Before" } th scope="col" { "After" } } }
                    tbody {
                        @for (before, after) in moved {
                            tr {
                                th scope="row" { (prose(&before.text)) }
                                td { (before.status.words()) }
                                td { (after.status.words()) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The pages of what is left.
fn pictures(choice: &Choice) -> Markup {
    let leave: Vec<String> =
        choice.tailored.left_out.iter().map(|line| line.path.to_string()).collect();
    let mut fields =
        vec![("resume", choice.resume.key.as_str()), ("density", choice.tailored.density.as_str())];
    // Another revision is another picture.
    let head = choice.resume.saved.map(|(_, head)| head.to_string()).unwrap_or_default();
    fields.push(("revision", &head));
    fields.extend(leave.iter().map(|path| ("leave", path.as_str())));
    html! {
        div.pages aria-label="Pages of the variant" role="group" {
            @for number in 1..=choice.tailored.pages.min(MOST_PAGES) {
                @let path = format!("/jobs/{}/tailor/page-{number}.svg", choice.job.key);
                div.sheet {
                    img src=(address(&path, &fields)) alt=(format!("Page {number} of the variant")) loading="lazy";
                }
            }
        }
    }
}
