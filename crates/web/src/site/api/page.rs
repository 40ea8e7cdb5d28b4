//! The page `/api`: the document of the API for people. It is made of the same document that
//! programs read, and loads nothing.

use maud::{Markup, html};
use serde_json::{Map, Value};

use super::DOCUMENT;
use crate::site::layout::{Place, layout};
use crate::site::markdown::markdown;

/// The order in which operations of one address are shown.
const METHODS: [&str; 4] = ["get", "post", "put", "delete"];

/// An operation: its method, its address, and what the document says of it.
type Listed<'d> = (&'static str, &'d str, &'d Value);

pub(crate) async fn show() -> Markup {
    let document = &*DOCUMENT;
    let operations = operations(document);
    let mut tags: Vec<&str> = Vec::new();
    for (.., operation) in &operations {
        let tag = text(&operation["tags"][0]);
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    let content = html! {
        article.reference {
            h1 { "API" }
            p.lead {
                "Everything the pages do, for programs. The addresses below begin with "
                code { "/api/v1" } ". For tools: " a href="/api/v1/openapi.json" { "openapi.json" } " (OpenAPI 3.1)."
            }
            pre.sample tabindex="0" { code { "curl --data-binary @cv.pdf http://127.0.0.1:4000/api/v1/check" } }
            (markdown(text(&document["info"]["description"])))
            nav.index aria-label="Operations" {
                @for tag in &tags {
                    section {
                        h2 { (tag) }
                        ul {
                            @for (method, path, operation) in of_tag(&operations, tag) {
                                li { a href={ "#" (text(&operation["operationId"])) } {
                                    (name(method, path)) " " span.quiet { (text(&operation["summary"])) }
                                } }
                            }
                        }
                    }
                }
            }
            @for tag in &tags {
                h2 { (tag) }
                @for (method, path, operation) in of_tag(&operations, tag) {
                    (section(method, path, operation))
                }
            }
            h2 #schemas { "Schemas" }
            @for (name, schema) in document["components"]["schemas"].as_object().into_iter().flatten() {
                (of_schema(name, schema))
            }
        }
    };
    layout("API", Place::Elsewhere, &content)
}

fn operations(document: &Value) -> Vec<Listed<'_>> {
    let paths = document["paths"].as_object().into_iter().flatten();
    paths
        .flat_map(|(path, item)| {
            let listed = |method| Some((method, path.as_str(), item.get(method)?));
            METHODS.into_iter().filter_map(listed).collect::<Vec<_>>()
        })
        .collect()
}

fn of_tag<'o, 'd>(
    operations: &'o [Listed<'d>],
    tag: &'o str,
) -> impl Iterator<Item = &'o Listed<'d>> {
    operations.iter().filter(move |(.., operation)| text(&operation["tags"][0]) == tag)
}

fn name(method: &str, path: &str) -> Markup {
    html! { code { b { (method.to_ascii_uppercase()) } " " (path) } }
}

fn section(method: &str, path: &str, operation: &Value) -> Markup {
    let body = &operation["requestBody"];
    html! {
        section.operation id=(text(&operation["operationId"])) {
            h3 { (text(&operation["summary"])) }
            p { (name(method, path)) }
            (markdown(text(&operation["description"])))
            @if let Some(parameters) = operation["parameters"].as_array() {
                table {
                    caption { "Parameters" }
                    thead { tr { th scope="col" { "Name" } th scope="col" { "Where" } th scope="col" { "Value" } th scope="col" { "Meaning" } } }
                    tbody {
                        @for parameter in parameters {
                            tr {
                                th scope="row" { code { (text(&parameter["name"])) } @if parameter["required"] == true { " " span.quiet { "required" } } }
                                td { (text(&parameter["in"])) }
                                td { (kind(&parameter["schema"])) }
                                td { (inline(text(&parameter["description"]))) }
                            }
                        }
                    }
                }
            }
            @if body.is_object() {
                h4 { "Body" }
                (markdown(text(&body["description"])))
                (content(&body["content"]))
            }
            h4 { "Answers" }
            dl.answers {
                @for (status, answer) in operation["responses"].as_object().into_iter().flatten() {
                    dt { code { (status) } }
                    dd {
                        (inline(text(&answer["description"])))
                        @if !status.starts_with('4') && !status.starts_with('5') { (content(&answer["content"])) }
                    }
                }
            }
        }
    }
}

/// Media types, their schemas, and a body that works.
fn content(content: &Value) -> Markup {
    html! {
        @if let Some(content) = content.as_object() {
            ul.media {
                @for (media_type, held) in content {
                    li {
                        code { (media_type) }
                        @if held["schema"].as_object().is_some_and(|schema| !schema.is_empty()) { ": " (kind(&held["schema"])) }
                        @if let Some(example) = held.get("example") { (sample(example)) }
                    }
                }
            }
        }
    }
}

fn sample(example: &Value) -> Markup {
    let text = match example {
        Value::String(text) => text.clone(),
        other => serde_json::to_string_pretty(other).unwrap_or_default(),
    };
    html! { details { summary { "Example" } pre.sample tabindex="0" { code { (text) } } } }
}

fn of_schema(name: &str, schema: &Value) -> Markup {
    let required = |key: &str| {
        let names = schema["required"].as_array();
        names.is_some_and(|names| names.iter().any(|name| name == key))
    };
    html! {
        section.schema id={ "schema-" (name) } {
            h3 { code { (name) } }
            (markdown(text(&schema["description"])))
            @if let Some(properties) = schema["properties"].as_object() {
                (table_of(properties, &required))
            } @else {
                p { (kind(schema)) }
            }
        }
    }
}

fn table_of(properties: &Map<String, Value>, required: &dyn Fn(&str) -> bool) -> Markup {
    html! {
        table {
            thead { tr { th scope="col" { "Key" } th scope="col" { "Value" } th scope="col" { "Meaning" } } }
            tbody {
                @for (key, property) in properties {
                    tr {
                        th scope="row" { code { (key) } @if required(key) { " " span.quiet { "required" } } }
                        td { (kind(property)) }
                        td { (inline(text(&property["description"]))) }
                    }
                }
            }
        }
    }
}

/// What a value may be, in a few words.
fn kind(schema: &Value) -> Markup {
    if let Some(name) = text(&schema["$ref"]).strip_prefix("#/components/schemas/") {
        return html! { a href={ "#schema-" (name) } { code { (name) } } };
    }
    for keyword in ["anyOf", "oneOf", "allOf"] {
        if let Some(options) = schema[keyword].as_array() {
            return html! {
                @for (index, option) in options.iter().enumerate() {
                    @if index > 0 { " or " }
                    (kind(option))
                }
            };
        }
    }
    if let Some(constant) = schema.get("const") {
        return html! { code { (constant) } };
    }
    if let Some(words) = schema["enum"].as_array() {
        return html! {
            @for (index, word) in words.iter().enumerate() {
                @if index > 0 { ", " }
                code { (word.as_str().map_or_else(|| word.to_string(), str::to_owned)) }
            }
        };
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().map(text).collect(),
        one => vec![text(one)],
    };
    let format =
        schema["format"].as_str().filter(|format| !format.contains("int") && *format != "double");
    html! {
        @for (index, one) in kinds.iter().enumerate() {
            @if index > 0 { " or " }
            @if *one == "array" { "list of " (kind(&schema["items"])) } @else { (if one.is_empty() { "anything" } else { one }) }
        }
        @if let Some(format) = format { " (" (format) ")" }
        @if let Some(least) = schema.get("minimum") { ", at least " (least) }
        @if let Some(most) = schema.get("maximum") { ", at most " (most) }
        @if let Some(usual) = schema.get("default").filter(|usual| !usual.is_null()) { ", otherwise " code { (usual) } }
    }
}

/// A line with code in backquotes.
fn inline(text: &str) -> Markup {
    html! {
        @for (index, part) in text.split('`').enumerate() {
            @if index % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
