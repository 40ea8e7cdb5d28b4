//! What vitae reads and writes, and what becomes of what is given to it.

use export::Format;
use maud::{Markup, html};

use crate::site::layout::{Place, layout};
use crate::site::person::Viewer;

/// What is read: name, files, and what is special about it.
const READ: [(&str, &str, &str); 11] = [
    (
        "JSON Resume",
        ".yaml .yml .json",
        "the format of vitae itself; comments and unknown keys stay",
    ),
    (
        "PDF",
        ".pdf",
        "columns, tables, links, hidden text; a page that is a picture is said to be one",
    ),
    ("Word", ".docx", "text boxes, headers, tracked changes and comments are told apart"),
    ("OpenDocument", ".odt", "the same"),
    ("Rich text", ".rtf", "the same; .doc as far as it is rich text"),
    ("HTML", ".html", "as a browser shows it; nothing is loaded"),
    ("Markdown and text", ".md .txt", "by headings, dates and lists"),
    ("RenderCV", ".yaml", "all sections"),
    ("YAMLResume", ".yaml .json", "all sections"),
    ("Europass", ".xml", "of the passport and of today's editor"),
    ("LinkedIn", ".zip", "the archive that LinkedIn sends who asks for a copy of the data"),
];

/// What is written as pages.
const PAGES: [(&str, &str); 2] =
    [(".pdf", "pages, tagged, PDF/A-2a and PDF/UA-1"), (".png .svg", "pictures of the pages")];

pub(crate) async fn formats() -> Markup {
    let content = html! {
        article.prose aria-labelledby="formats" {
            h1 #formats { "Formats" }
            p.lead { "Whatever goes in is read as a machine reads it. What comes out is read again before you get it." }
            h2 { "Read" }
            table.plain {
                thead { tr { th scope="col" { "What" } th scope="col" { "Files" } th scope="col" { "Note" } } }
                tbody {
                    @for (name, files, note) in READ {
                        tr { th scope="row" { (name) } td { (files) } td { (note) } }
                    }
                }
            }
            h2 { "Written" }
            table.plain {
                thead { tr { th scope="col" { "Files" } th scope="col" { "What" } } }
                tbody {
                    @for (files, what) in PAGES { tr { th scope="row" { (files) } td { (what) } } }
                    @for format in Format::ALL {
                        tr { th scope="row" { "." (format.extension()) } td { (written(format)) } }
                    }
                }
            }
        }
    };
    layout("Formats", Place::Elsewhere, &content)
}

fn written(format: Format) -> &'static str {
    match format {
        Format::JsonResume => "JSON Resume 1.0, whole",
        Format::JsonLd => "a Person of schema.org, for a site of your own",
        Format::Html => "one page that loads nothing",
        Format::Markdown => "Markdown",
        Format::Text => "plain text in reading order, to paste into a form",
        Format::Docx => "Word",
        Format::Latex => "LaTeX source",
        Format::Ansi => "text with colors for a terminal",
    }
}

pub(crate) async fn privacy() -> Markup {
    let local = matches!(Viewer::now(), Viewer::Local);
    let content = html! {
        article.prose aria-labelledby="privacy" {
            h1 #privacy { "Privacy" }
            p.lead {
                @if local { "vitae runs where you started it, and talks to nobody else." }
                @else { "This site keeps what you give it, and talks to nobody else." }
            }
            h2 { "What is kept" }
            ul.plain {
                li { "A file that you drop stays in memory for an hour, under an address that nobody can guess. It is written nowhere." }
                li { "What you open in the builder, or save, is kept in the database with every revision, until you erase it." }
                @if !local {
                    li { "Of an account: what you sign in with, your name, a hash of your password, where you are signed in and when you were there last. Who may come in and from which network address is written into the log of the server." }
                    li { "Nobody who has an account sees what others keep, admins neither. Whoever runs the server can read its database." }
                    li { "One cookie, which keeps you signed in. It is for this site alone, and there is none before you sign in." }
                }
                li { "Erasing overwrites: nothing of it is left in the file of the database." }
            }
            h2 { "What is sent" }
            ul.plain {
                @if !local { li { "Letters that you ask for: invitations, and links for a new password." } }
                li { @if local { "Nothing." } @else { "Nothing else." } " Pages load their own files only, and the browser is told to refuse anything else." }
                li { "There is no telemetry, and no look for a newer version." }
                li { "Links of a resume, to a profile or a project, are never opened." }
            }
            h2 { "What is looked at" }
            ul.plain {
                li { "A grade is made from texts, dates and places of texts on the page. Name, contact, school, employer, town and photo are no part of its input: the program has no field for them there." }
                li { "Documents are opened in a process that may do nothing but compute: no files, no network, no other programs, little memory and time." }
            }
            h2 { "What is yours" }
            ul.plain {
                li { "Everything leaves in open formats: each resume as YAML, JSON, PDF or Word, and all of it with " @if local { code { "vitae export" } } @else { "the export of your account" } "." }
            }
        }
    };
    layout("Privacy", Place::Elsewhere, &content)
}

#[cfg(test)]
mod tests {
    use crate::site::testing::User;

    #[tokio::test]
    async fn formats_and_privacy_are_told() {
        let user = User::local().await;
        for (path, expected) in [("/formats", "LaTeX source"), ("/privacy", "talks to nobody else")]
        {
            let page = user.get(path).await;
            assert!(page.status.is_success() && page.text().contains(expected), "{path}");
        }
    }
}
