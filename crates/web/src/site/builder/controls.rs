//! One field of the form: label, input and hint.

use maud::{Markup, html};
use resume::FieldPath;
use serde_json::Value;

use super::shape::{Address, Field, Kind};
use super::text::shown;

/// The field at a path, which shows `value`.
pub(crate) fn control(path: &FieldPath, field: &Field, value: Option<&Value>) -> Markup {
    let name = path.to_string();
    let id = format!("field-{name}");
    let hint_id = (!field.hint.is_empty()).then(|| format!("hint-{name}"));
    let text = shown(value);
    let input = Input {
        name: &name,
        id: &id,
        hint: hint_id.as_deref(),
        auto: (!field.autocomplete.is_empty()).then_some(field.autocomplete),
        text: &text,
    };
    let wide = matches!(field.kind, Kind::Claim | Kind::Text | Kind::Words);
    html! {
        div.field.wide[wide] {
            label for=(id) { (field.label) }
            (input.of(field.kind))
            @if let Some(hint_id) = &hint_id { p.hint id=(hint_id) { (field.hint) } }
        }
    }
}

/// What all kinds of inputs share.
struct Input<'a> {
    name: &'a str,
    id: &'a str,
    hint: Option<&'a str>,
    auto: Option<&'a str>,
    text: &'a str,
}

impl Input<'_> {
    fn of(&self, kind: Kind) -> Markup {
        match kind {
            Kind::Text => self.area(4),
            Kind::Claim => self.area(2),
            // A field of one line would drop line ends that a file has.
            _ if self.text.contains(['\n', '\r']) => self.area(2),
            Kind::Address(Address::Email) => self.line("email", None, Some("email")),
            Kind::Address(Address::Telephone) => self.line("tel", None, Some("tel")),
            // Browsers demand a scheme of `url`, which a resume does not need.
            Kind::Address(Address::Page) => self.line("text", None, Some("url")),
            Kind::Date => self.line("text", Some("2021-03"), None),
            Kind::Color => self.line("text", Some("#1d4e79"), None),
            Kind::Choice(all) => self.choice(&all()),
            _ => self.line("text", None, None),
        }
    }

    fn line(&self, kind: &str, example: Option<&str>, mode: Option<&str>) -> Markup {
        let pattern = (example == Some("#1d4e79")).then_some("\\s*#[0-9A-Fa-f]{6}\\s*");
        // An address that the file has already may be wrong: a form that cannot be sent for it
        // would hold back everything else.
        let kind = if kind == "email" { "text" } else { kind };
        html! {
            input type=(kind) id=(self.id) name=(self.name) value=(self.text) inputmode=[mode]
                placeholder=[example] pattern=[pattern] autocomplete=(self.auto.unwrap_or("off"))
                aria-describedby=[self.hint];
        }
    }

    fn area(&self, rows: u8) -> Markup {
        // The first line end behind the tag is no part of the text.
        let first = if self.text.starts_with('\n') { "\n" } else { "" };
        html! {
            textarea id=(self.id) name=(self.name) rows=(rows) aria-describedby=[self.hint]
                autocomplete="off" { (first) (self.text) }
        }
    }

    fn choice(&self, words: &[std::borrow::Cow<'static, str>]) -> Markup {
        let known = self.text.is_empty() || words.iter().any(|word| *word == self.text);
        html! {
            select id=(self.id) name=(self.name) aria-describedby=[self.hint] {
                option value="" selected[self.text.is_empty()] { "by itself" }
                @if !known { option value=(self.text) selected { (self.text) } }
                @for word in words {
                    option value=(word) selected[*word == self.text] { (word) }
                }
            }
        }
    }
}
