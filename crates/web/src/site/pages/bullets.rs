//! The library of lines: single ones that stand well, and work told badly and well.

use axum::extract::{Query, State};
use maud::{Markup, html};
use resume::Stage;
use roles::{ExampleBullet, ExamplePair, library};
use serde::Deserialize;
use workbench::line::{Line, meaning};

use crate::prose::sentence;
use crate::site::Site;
use crate::site::fault::Fault;
use crate::site::layout::{Place, layout};

/// What is listed.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Choice {
    theme: Option<String>,
    stage: Option<String>,
}

/// The lines that are chosen. What a line tells is read from it, so it is work for the pool.
pub(crate) async fn show(
    State(site): State<Site>,
    Query(choice): Query<Choice>,
) -> Result<Markup, Fault> {
    site.pool.run(move || chosen(&choice)).await?
}

fn chosen(choice: &Choice) -> Result<Markup, Fault> {
    let library = library();
    let themes = library.themes();
    // A form sends an empty value for "all".
    let theme = choice.theme.as_deref().filter(|theme| !theme.is_empty());
    if let Some(unknown) = theme.filter(|theme| !themes.contains(theme)) {
        return Err(Fault::not_found("such theme").hint(format!("`{unknown}` is none of them")));
    }
    let stage = choice.stage.as_deref().filter(|stage| !stage.is_empty());
    let stage =
        stage.map(|stage| stage.parse::<Stage>().map_err(|_| Fault::not_found("such stage")));
    let stage = stage.transpose()?;
    let takes = |of: Stage, about: &str| {
        stage.is_none_or(|stage| stage == of) && theme.is_none_or(|theme| theme == about)
    };
    // Not for all of them at once.
    let is_choice = theme.is_some() || stage.is_some();
    let pairs = library.pairs.iter().filter(|one| takes(one.stage, &one.theme));
    let bullets = library.bullets.iter().filter(|one| takes(one.stage, &one.theme));
    let content = html! {
        article.library aria-labelledby="lines" {
            h1 #lines { "Lines" }
            p.lead {
                "The same work told badly and well, and lines that stand by themselves. People, companies "
                "and figures are invented; what a line tells is read from it by the same rules as yours."
            }
            (filter(theme, stage))
            @if is_choice {
                div.pairs { @for one in pairs { (pair(one)) } }
                ul.lines { @for one in bullets { (bullet(one)) } }
            } @else {
                ul.themes {
                    @for theme in &themes {
                        @let pairs = library.pairs.iter().filter(|one| one.theme == *theme).count();
                        @let single = library.bullets.iter().filter(|one| one.theme == *theme).count();
                        li.card {
                            a href={ "/bullets?theme=" (theme) } { (theme.replace('-', " ")) }
                            p.quiet { (pairs) " told badly and well, " (single) " single" }
                        }
                    }
                }
            }
        }
    };
    Ok(layout("Lines", Place::Examples, &content))
}

fn filter(theme: Option<&str>, stage: Option<Stage>) -> Markup {
    html! {
        form.filter method="get" action="/bullets" {
            div {
                label for="theme" { "About" }
                select #theme name="theme" {
                    option value="" { "every kind of work" }
                    @for one in library().themes() {
                        option value=(one) selected[theme == Some(one)] { (one.replace('-', " ")) }
                    }
                }
            }
            div {
                label for="stage" { "Stage" }
                select #stage name="stage" {
                    option value="" { "every stage" }
                    @for one in Stage::ALL {
                        option value=(one) selected[stage == Some(one)] { (one) }
                    }
                }
            }
            button.plain type="submit" { "Show" }
        }
    }
}

/// Work told badly and well, side by side.
pub(crate) fn pair(pair: &ExamplePair) -> Markup {
    html! {
        section.pair aria-label={ (pair.theme.replace('-', " ")) ", " (pair.stage) } {
            div.weak { h3 { "Told badly" } (line(&pair.weak, pair.stage)) }
            div.strong { h3 { "Told well" } (line(&pair.strong, pair.stage)) }
        }
    }
}

fn bullet(bullet: &ExampleBullet) -> Markup {
    html! { li.card { (line(&bullet.text, bullet.stage)) } }
}

/// A line with its points, the rules it breaks, and what it tells.
fn line(text: &str, stage: Stage) -> Markup {
    let read = Line::read(text, stage);
    html! {
        blockquote { (text) }
        @if let Some(Line { grade, findings }) = &read {
            p.quiet { (grade.score.floor()) " of 100 at " (stage) }
            ul.facts {
                @for finding in findings {
                    li.breaks {
                        a href={ "/rules/" (finding.rule) } { (finding.rule) } " "
                        (sentence(&finding.message))
                    }
                }
                @for (what, fact) in grade.facts.iter().filter_map(|fact| Some((meaning(fact)?, fact))) {
                    li.tells { (what) ": " q { (fact.text) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::site::testing::User;

    #[tokio::test]
    async fn lines_are_listed_by_theme_and_stage() {
        let user = User::local().await;
        let theme = roles::library().pairs[0].theme.clone();
        for (path, status, expected) in [
            ("/bullets".to_owned(), 200, "told badly and well"),
            (format!("/bullets?theme={theme}&stage="), 200, "Told well"),
            (
                format!("/bullets?theme={theme}&stage=senior"),
                200,
                "option value=\"senior\" selected",
            ),
            ("/bullets?theme=none".to_owned(), 404, "There is no such theme"),
            ("/bullets?stage=chief".to_owned(), 404, "There is no such stage"),
        ] {
            let page = user.get(&path).await;
            assert_eq!(page.status.as_u16(), status, "{path}");
            assert!(page.text().contains(expected), "{path}: {}", page.text());
        }
    }
}
