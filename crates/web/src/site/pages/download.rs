//! A resume as a file in any format, made as `vitae build` makes it and read back before anybody
//! gets it.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use export::Format;
use maud::{Markup, html};
use resume::outline::Outline;
use resume::{Finding, Severity};
use serde::Deserialize;
use store::DocumentId;
use typeset::Pages;
use workbench::{
    Choices, Otherwise, Rendition, cut, read_back, refuse_unknown_entries, spare_what_was_read,
};

use crate::guard::PICTURE_POLICY;
use crate::site::Site;
use crate::site::fault::Fault;
use crate::site::fields::address;
use crate::site::file_name::{disposition, stem};
use crate::site::person::Person;
use crate::site::preview::{Kept, Written};

/// Formats that a resume can be had in: extension, what people call it.
pub(crate) const FORMATS: &[(&str, &str)] = &[
    ("pdf", "PDF"),
    ("docx", "Word"),
    ("html", "Web page"),
    ("md", "Markdown"),
    ("txt", "Plain text"),
    ("json", "JSON Resume"),
    ("yaml", "YAML"),
    ("tex", "LaTeX"),
    ("png", "Picture (PNG)"),
    ("svg", "Drawing (SVG)"),
];

/// Links to all of them, of the whole or of a variant.
pub(crate) fn files(id: DocumentId, variant: Option<&str>) -> Markup {
    let fields: Vec<(&str, &str)> =
        variant.map(|variant| ("variant", variant)).into_iter().collect();
    html! {
        ul {
            @for (extension, name) in FORMATS {
                li {
                    a href=(address(&format!("/resumes/{id}/download/resume.{extension}"), &fields)) download {
                        (name)
                    }
                }
            }
        }
    }
}

/// Pixels a point (1/72 inch) of pictures: sharp on a screen.
const SCALE: f32 = 2.0;

/// What is asked for, beside the name.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Asked {
    /// The variant; otherwise the whole.
    variant: Option<String>,
    /// The revision; otherwise the newest.
    revision: Option<i64>,
    /// The page of a picture, from 1.
    page: Option<usize>,
}

/// A file that was made.
#[derive(Debug)]
struct Made {
    bytes: Vec<u8>,
    media_type: &'static str,
    /// Its name without extension.
    stem: String,
}

/// `NAME.EXTENSION`; the extension says what is made, the name in the address is nobody's.
pub(crate) async fn show(
    State(site): State<Site>,
    Person(user): Person,
    Path((id, file)): Path<(String, String)>,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, Fault> {
    let Query(asked) = asked.map_err(|error| Fault::bad_request(error.body_text()))?;
    let extension = file.rsplit_once('.').map(|(_, after)| after.to_ascii_lowercase());
    let known = extension.and_then(|found| FORMATS.iter().find(|(known, _)| *known == found));
    let Some((extension, _)) = known else {
        let known: Vec<&str> = FORMATS.iter().map(|(extension, _)| *extension).collect();
        return Err(
            Fault::not_found("file of this kind").hint(format!("there are: {}", known.join(", ")))
        );
    };
    let kept = Kept::find(&site, user, &id, asked.revision).await?;
    let title = kept.document.title.clone();
    let made = site.pool.run(move || made(&kept.written(), &title, extension, &asked)).await??;
    let name = disposition(&made.stem, extension);
    let name = HeaderValue::from_str(&name).map_err(|_| Fault::ours())?;
    let mut response = ([(CONTENT_TYPE, made.media_type)], made.bytes).into_response();
    response.headers_mut().insert(CONTENT_DISPOSITION, name);
    if *extension == "svg" {
        let policy = HeaderValue::from_static(PICTURE_POLICY);
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

fn made(written: &Written, title: &str, extension: &str, asked: &Asked) -> Result<Made, Fault> {
    let rendition = Rendition::from_extension(extension);
    if asked.page.is_some() && !matches!(rendition, Some(Rendition::Png | Rendition::Svg)) {
        return Err(Fault::bad_request("`page` is about pictures, and this is none")
            .hint("leave it out, or ask for .png or .svg"));
    }
    let source = written.source()?;
    let (mut parsed, _) = source.parse("vitae makes files of")?;
    let read = serde_json::to_value(&parsed.resume).unwrap_or_default();
    spare_what_was_read(&mut parsed.findings, &read);
    let variant = asked.variant.as_deref();
    let cut = variant.map(|name| cut(&parsed.resume, &source.name, name)).transpose()?;
    if let Some(cut) = &cut {
        // What another cut shows is no matter of this one.
        parsed.findings.retain(|finding| cut.shows(&finding.path));
    }
    let whole = cut.is_none();
    let mut resume = cut.map_or(parsed.resume, |cut| cut.resume);
    let stem = stem(&resume, title, variant);
    let Some(rendition) = rendition else {
        // The text itself, as it was written, whatever is wrong with it.
        let text = match written.format {
            store::Format::Yaml if whole => written.text.clone(),
            _ => export::yaml(&resume, &|_| None),
        };
        return Ok(Made { bytes: text.into_bytes(), media_type: "application/yaml", stem });
    };
    refuse_broken(&parsed.findings)?;
    refuse_unknown_entries(&resume)?;
    let look = Choices::default().decide(&mut resume, &Otherwise::default())?;
    let name = format!("{stem}.{extension}");
    let bytes = if let Rendition::Export(format) = rendition {
        let bytes = export::export(&resume, format, &look.of_export());
        read_back(&name, rendition, &bytes, &Outline::of(&resume).leaves())?;
        bytes
    } else {
        let pages = typeset::pages(&resume, &look.of_page()).map_err(workbench::Failure::from)?;
        let bytes = of_pages(&pages, rendition, asked.page.unwrap_or(1))?;
        // A template may have an order of its own.
        let outline = look.of_page().template.outline(&resume);
        read_back(&name, rendition, &bytes, &outline.leaves())?;
        bytes
    };
    let stem = match asked.page {
        Some(page) => format!("{stem}-{page}"),
        None => stem,
    };
    Ok(Made { bytes, media_type: media_type(rendition), stem })
}

/// The file of pages, or the picture of one of them, from 1.
fn of_pages(pages: &Pages, rendition: Rendition, page: usize) -> Result<Vec<u8>, Fault> {
    let failed = |error| Fault::from(workbench::Failure::from(error));
    let pictures = match rendition {
        Rendition::Png => pages.png(SCALE).map_err(failed)?,
        Rendition::Svg => pages.svg().into_iter().map(String::into_bytes).collect(),
        Rendition::Pdf | Rendition::Export(_) => return pages.pdf().map_err(failed),
    };
    let count = pictures.len();
    let picture = page.checked_sub(1).and_then(|index| pictures.into_iter().nth(index));
    picture.ok_or_else(|| {
        let hint = if count == 1 { "there is 1".to_owned() } else { format!("there are {count}") };
        Fault::not_found("such page").hint(hint)
    })
}

/// Refuses a file of which something would be missing.
fn refuse_broken(findings: &[Finding]) -> Result<(), Fault> {
    let errors: Vec<&Finding> =
        findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    let Some(first) = errors.first() else { return Ok(()) };
    let more = match errors.len() {
        1 => String::new(),
        count => format!(", and {} more", count - 1),
    };
    let message =
        format!("`{}` would be missing from the file: {}{more}", first.path, first.message);
    let hint = "repair it in the YAML view, which shows all that is wrong";
    Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, message).hint(hint))
}

fn media_type(rendition: Rendition) -> &'static str {
    match rendition {
        Rendition::Pdf => "application/pdf",
        Rendition::Png => "image/png",
        Rendition::Svg => "image/svg+xml",
        Rendition::Export(Format::JsonResume) => "application/json",
        Rendition::Export(Format::JsonLd) => "application/ld+json",
        Rendition::Export(Format::Html) => "text/html; charset=utf-8",
        Rendition::Export(Format::Markdown) => "text/markdown; charset=utf-8",
        Rendition::Export(Format::Docx) => {
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
        Rendition::Export(Format::Latex) => "application/x-tex",
        Rendition::Export(Format::Text | Format::Ansi) => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::testing::User;

    const SOURCE: &str = "\
basics: {name: Zoë Kovač, summary: Runs the ledger}
work:
- name: Pine
  position: Engineer
  highlights:
  - {text: Wrote the ledger in Go, tags: [ledger]}
  - {text: Cut p99 of checkout from 480 ms to 92 ms, tags: [checkout]}
vitae: {asOf: 2026-11-01, variants: {checkout: {select: [checkout]}}}
";

    #[tokio::test]
    async fn every_format_is_made() {
        let user = User::local().await;
        let id = user.save_resume("Mine", SOURCE, store::Format::Yaml).await;
        for (extension, media_type, begin) in [
            ("pdf", "application/pdf", "%PDF-"),
            ("docx", "application/vnd.openxmlformats", "PK"),
            ("html", "text/html; charset=utf-8", "<!"),
            ("md", "text/markdown; charset=utf-8", "# Zoë"),
            ("txt", "text/plain; charset=utf-8", "Zoë"),
            ("json", "application/json", "{"),
            ("yaml", "application/yaml", "basics"),
            ("tex", "application/x-tex", "%"),
            ("png", "image/png", "png"),
            ("svg", "image/svg+xml", "<svg"),
        ] {
            for query in ["", "?variant=checkout", "?revision=1"] {
                let path = format!("/resumes/{id}/download/any.{extension}{query}");
                let answer = user.get(&path).await;
                assert_eq!(answer.status, StatusCode::OK, "{path}: {:?}", answer.bytes.len());
                let found = answer.headers[CONTENT_TYPE].to_str().expect("text");
                assert!(found.starts_with(media_type), "{path}: {found}");
                let begin: Vec<u8> = match begin {
                    "png" => b"\x89PNG".to_vec(),
                    text => text.into(),
                };
                assert!(answer.bytes.starts_with(&begin), "{path}");
                let name = answer.headers[CONTENT_DISPOSITION].to_str().expect("text");
                let variant = if query.contains("variant") { "-checkout" } else { "" };
                let expected = format!("filename=\"Zoe-Kovac-resume{variant}.{extension}\"");
                assert!(name.contains(&expected), "{path}: {name}");
            }
        }
        let text = user.get(&format!("/resumes/{id}/download/a.txt?variant=checkout")).await;
        assert!(text.text().contains("92 ms") && !text.text().contains("ledger in Go"));
        let page = user.get(&format!("/resumes/{id}/download/a.png?page=1")).await;
        assert!(page.headers[CONTENT_DISPOSITION].to_str().expect("text").contains("-1.png"));
    }

    #[tokio::test]
    async fn what_cannot_be_made_is_refused() {
        let user = User::local().await;
        let whole = user.save_resume("Mine", SOURCE, store::Format::Yaml).await;
        let lost = user
            .save_resume(
                "Mine",
                "basics: {name: Ada}\nwork: [{firm: Pine, did: [a]}]\n",
                store::Format::Yaml,
            )
            .await;
        let faint = user
            .save_resume(
                "Mine",
                "basics: {name: Ada}\nvitae: {accent: \"#eeeeee\"}\n",
                store::Format::Yaml,
            )
            .await;
        let odd =
            user.save_resume("Mine", "basics: {name: \"\\uE000\"}\n", store::Format::Yaml).await;
        for (id, rest, status) in [
            (&whole, "a.exe", 404),
            (&whole, "pdf", 404),
            (&whole, "..%2f..%2fetc%2fpasswd", 404),
            (&whole, "a.jsonld", 404),
            (&whole, "a.pdf?variant=none", 422),
            (&whole, "a.pdf?variant=%3Cscript%3E", 422),
            (&whole, "a.pdf?revision=2", 404),
            (&whole, "a.pdf?revision=-1", 404),
            (&whole, "a.pdf?revision=x", 400),
            (&whole, "a.pdf?other=1", 400),
            (&whole, "a.pdf?page=1", 400),
            (&whole, "a.png?page=0", 404),
            (&whole, "a.png?page=2", 404),
            (&lost, "a.pdf", 422),
            (&lost, "a.docx", 422),
            (&lost, "a.yaml", 200),
            (&faint, "a.pdf", 422),
            (&odd, "a.pdf", 422),
            (&"none".to_owned(), "a.pdf", 404),
        ] {
            let answer = user.get(&format!("/resumes/{id}/download/{rest}")).await;
            assert_eq!(answer.status.as_u16(), status, "{rest} of {id}");
            assert!(status == 200 || !answer.text().contains("<script>"), "{rest}");
        }
    }
}
