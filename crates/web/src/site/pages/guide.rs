//! The career guide: stages, skills, ways to other roles, pay; and what a page shows of it.

use std::collections::BTreeMap;

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path, State};
use guide::words::{self, Block};
use guide::{Gaps, Next, PayView, StageView};
use maud::{Markup, html};
use resume::assessment::MOST_LEVEL;
use resume::{Assessment, Stage};
use roles::{GuideSkill, RolePack, SkillGroup, guide};
use store::{DocumentId, Kind, Shelf};

use crate::blocks::{blocks, title};
use crate::site::Site;
use crate::site::desk::{Asked, Desk};
use crate::site::fault::Fault;
use crate::site::layout::{Place, layout};
use crate::site::person::Person;
use crate::site::shelf::Dropped;
use crate::site::upload::Upload;

/// Resumes that can be chosen; who has more opens one first.
const MOST_RESUMES: usize = 50;
/// What the levels of a skill mean.
const LEVELS: [&str; 4] = ["not yet", "with help", "alone", "others learn it from me"];

/// All stages.
pub(crate) async fn all() -> Markup {
    let told = words::overview(guide(), RolePack::backend_engineer());
    let content = html! {
        (career())
        div.actions {
            a.button.primary href="/guide/gaps" { "What is missing for me?" }
            a.button href="/guide/paths" { "Ways to other roles" }
            a.button href="/guide/pay" { "Pay and outlook" }
        }
        (blocks(&told))
        h2 { "Skills" }
        @for group in GROUPS {
            h3 { (group.1) }
            ul.themes { @for skill in of_group(group.0) { li.card {
                a href={ "/guide/skills/" (skill.id) } { (skill.name) }
                p.quiet { (skill.why) }
            } } }
        }
    };
    page(&told, &content)
}

const GROUPS: [(SkillGroup, &str); 4] = [
    (SkillGroup::Core, "Asked for by every backend team"),
    (SkillGroup::OftenMissing, "Most often missing on pages of early careers"),
    (SkillGroup::Later, "Added by senior and staff work"),
    (SkillGroup::Neighbor, "Asked for more by neighboring roles"),
];

fn of_group(group: SkillGroup) -> impl Iterator<Item = &'static GuideSkill> {
    guide().skills.iter().filter(move |skill| skill.group == group)
}

/// The stages from left to right, each a link.
fn career() -> Markup {
    html! {
        nav.career aria-label="Stages" {
            ol {
                @for entry in &guide().stages {
                    li {
                        a href={ "/guide/" (entry.stage) } {
                            svg viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true" {
                                path d="M0 0 H92 L100 12 L92 24 H0 L8 12 Z" {}
                            }
                            b { (entry.stage) }
                            span { (entry.unit) }
                        }
                    }
                }
            }
        }
    }
}

/// A page of the guide; its title is that of `told`.
pub(super) fn page(told: &[Block], content: &Markup) -> Markup {
    let content = html! {
        article.guide aria-labelledby="guide" {
            h1 #guide { (title(told)) }
            (content)
        }
    };
    layout(title(told), Place::Guide, &content)
}

fn simple(told: &[Block]) -> Markup {
    page(told, &html! { p { a href="/guide" { "The whole guide" } } (blocks(told)) })
}

/// One stage.
pub(crate) async fn stage(Path(name): Path<String>) -> Result<Markup, Fault> {
    let stage: Stage = name.parse().map_err(|_| Fault::not_found("such stage"))?;
    let view = StageView::of(stage, guide(), RolePack::backend_engineer());
    let told = words::stage(&view);
    Ok(page(&told, &html! { (career()) (blocks(&told)) }))
}

/// One skill.
pub(crate) async fn skill(Path(name): Path<String>) -> Result<Markup, Fault> {
    let skill = guide().skill(&name).ok_or_else(|| Fault::not_found("such skill"))?;
    Ok(simple(&words::skill(skill)))
}

/// What is known about pay.
pub(crate) async fn pay(State(site): State<Site>) -> Markup {
    simple(&words::pay(&PayView::of(&guide().pay, &site.clock.today())))
}

/// Choosing a resume, and rating oneself.
pub(crate) async fn ask(State(site): State<Site>, Person(user): Person) -> Result<Markup, Fault> {
    let resumes =
        site.store.documents(user, Kind::Resume, Shelf::Current, None, MOST_RESUMES).await?;
    let names: Vec<(String, String)> =
        resumes.items.into_iter().map(|one| (one.id.to_string(), one.title)).collect();
    Ok(question(&names, &Assessment::default()))
}

fn question(resumes: &[(String, String)], own: &Assessment) -> Markup {
    let content = html! {
        article.guide aria-labelledby="guide" {
            h1 #guide { "What is missing for me?" }
            p.lead {
                "A page shows what it says. Rate yourself as well, where you like, and the guide tells apart "
                "what you have not told from what you have not done. Your answers are not kept."
            }
            form.assess method="post" action="/guide/gaps" enctype="multipart/form-data" {
                fieldset {
                    legend { "The page" }
                    @if !resumes.is_empty() {
                        p {
                            label for="resume" { "A resume of yours" } " "
                            select #resume name="resume" {
                                option value="" { "none" }
                                @for (id, title) in resumes { option value=(id) { (title) } }
                            }
                        }
                    }
                    p {
                        label for="file" { "A file" } " "
                        input #file type="file" name="file";
                    }
                }
                @for group in GROUPS {
                    fieldset {
                        legend { (group.1) }
                        @for skill in of_group(group.0) { (rating(skill, own)) }
                    }
                }
                button.primary type="submit" { "Show what is missing" }
            }
        }
    };
    layout("What is missing for me?", Place::Guide, &content)
}

fn rating(skill: &GuideSkill, own: &Assessment) -> Markup {
    let level = own.skills.get(&skill.id).copied();
    let id = format!("skill-{}", skill.id);
    html! {
        p.rating {
            label for=(id) { (skill.name) } " "
            select #(id) name=(id) {
                option value="" { "I cannot tell" }
                @for (at, words) in (0..=MOST_LEVEL).zip(LEVELS) {
                    option value=(at) selected[level == Some(at)] { (at) ": " (words) }
                }
            }
        }
    }
}

/// What the page shows, what is missing, and what to do about it.
pub(crate) async fn gaps(
    State(site): State<Site>,
    Person(user): Person,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Markup, Fault> {
    let form = form?;
    let form = Upload::read(form).await?;
    let own = assessment(&form)?;
    let file = match form.field("resume") {
        Some(id) => {
            let id: DocumentId = id.parse()?;
            let found = site.store.document(user, id).await?;
            let name =
                format!("{}.{}", found.document.title, found.revision.summary.format.as_str());
            Some(Dropped { name, bytes: found.revision.source.into_bytes() })
        }
        None => form.into_dropped("text"),
    };
    let file = file.ok_or_else(|| {
        Fault::bad_request("there is no page to look at").hint("choose a resume, or a file")
    })?;
    let desk = Desk::of(&site);
    site.pool.run(move || answer(&desk, &file, &own)).await?
}

/// The levels of a form.
fn assessment(form: &Upload) -> Result<Assessment, Fault> {
    let mut skills = BTreeMap::new();
    for skill in &guide().skills {
        let Some(level) = form.field(&format!("skill-{}", skill.id)) else { continue };
        let level = level.parse::<u32>().ok().filter(|level| *level <= MOST_LEVEL);
        let level = level.ok_or_else(|| Fault::bad_request("a level is 0, 1, 2 or 3"))?;
        skills.insert(skill.id.clone(), level);
    }
    Ok(Assessment { skills, ..Assessment::default() })
}

fn answer(desk: &Desk, file: &Dropped, own: &Assessment) -> Result<Markup, Fault> {
    let examined = desk.examine(file, &Asked::default())?;
    let (resume, report) = (&examined.reviewed.parsed.resume, &examined.reviewed.report);
    let pack = RolePack::backend_engineer();
    let gaps = Gaps::of(resume, own, report.stage, guide(), pack);
    let graded = report.stage.next().map(|stage| desk.graded(resume, stage));
    let have = |id: &str| {
        let criteria = &graded.as_ref()?.criteria;
        criteria.iter().find(|criterion| criterion.id == id).map(|criterion| criterion.n)
    };
    let next = Next::of(resume, report.stage, have, guide(), pack);
    let told = words::gaps(&gaps, &file.name, true);
    let overall = graded.as_ref().map(|grade| grade.overall);
    let way = words::next(&next, overall, &file.name);
    Ok(page(
        &told,
        &html! {
            p { a href="/guide/gaps" { "Other answers" } " · " a href="/guide" { "The whole guide" } }
            (blocks(&told))
            h2 { (title(&way)) }
            (blocks(&way))
        },
    ))
}

#[cfg(test)]
mod tests {
    use crate::site::testing::User;

    #[tokio::test]
    async fn every_part_of_the_guide_has_a_page() {
        let user = User::local().await;
        for (path, status, expected) in [
            ("/guide", 200, "stage by stage"),
            ("/guide/senior", 200, "you own"),
            ("/guide/chief", 404, "There is no such stage"),
            ("/guide/skills/caching", 200, "The line it may become"),
            ("/guide/skills/magic", 404, "There is no such skill"),
            ("/guide/paths", 200, "level"),
            ("/guide/pay", 200, "source"),
            ("/guide/gaps", 200, "Show what is missing"),
        ] {
            let page = user.get(path).await;
            assert_eq!(page.status.as_u16(), status, "{path}");
            assert!(page.text().contains(expected), "{path}: {}", page.text());
        }
    }

    #[tokio::test]
    async fn a_page_is_compared_with_the_guide() {
        let user = User::local().await;
        let yaml = &roles::library().resumes[0].yaml;
        let gaps = user.upload("/guide/gaps", "cv.yaml", yaml.as_bytes()).await;
        assert_eq!(gaps.status.as_u16(), 200, "{}", gaps.text());
        assert!(gaps.text().contains("skills have a line that shows them"));
        assert_eq!(user.upload("/guide/gaps", "cv.yaml", b"").await.status.as_u16(), 400);

        // A browser sends every field, also those that were left as they are.
        let names: Vec<String> =
            roles::guide().skills.iter().map(|skill| format!("skill-{}", skill.id)).collect();
        let mut fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "0")).collect();
        fields.push(("text", yaml));
        let gaps = user.submit_parts("/guide/gaps", &fields).await;
        assert_eq!(gaps.status.as_u16(), 200, "{}", gaps.text());
        assert!(gaps.text().contains("you say 0"), "{}", gaps.text());
        fields[0].1 = "9";
        assert_eq!(user.submit_parts("/guide/gaps", &fields).await.status.as_u16(), 400);
    }
}
