//! The `OpenAPI` document, made of the handlers themselves.
//!
//! A handler is registered once: the router gets it, and its signature says what stands in the
//! document. Each argument is a [`Part`] that names the parameters, the body and the problems it
//! brings; the answer is a [`Part`], too. Schemas are those that `schemars` derives from the types;
//! `OpenAPI` 3.1 takes JSON Schema 2020-12 as it is.

use std::borrow::Cow;
use std::collections::BTreeMap;

use axum::Router;
use axum::handler::Handler;
use axum::http::{Method, StatusCode};
use axum::routing::{MethodFilter, on};
use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use super::answer::ProblemSchema;
use crate::site::Site;

/// Media type of every problem.
pub(crate) const PROBLEM: &str = "application/problem+json";

/// What a handler's signature cannot say.
#[derive(Clone, Debug)]
pub(crate) struct About {
    /// The part of the API it belongs to.
    pub(crate) tag: &'static str,
    /// Its name in the document, unique.
    pub(crate) id: Cow<'static, str>,
    /// What it does, in a few words.
    pub(crate) summary: &'static str,
    /// What else to know; Markdown.
    pub(crate) text: &'static str,
    /// Problems beyond those of its parts: status and when.
    pub(crate) problems: &'static [(StatusCode, &'static str)],
    /// A body that works, by media type.
    pub(crate) example: Example,
}

/// A media type and what makes a body of it; none where no body is needed.
pub(crate) type Example = Option<(&'static str, fn() -> Value)>;

/// Something a request brings, or the answer to it.
pub(crate) trait Part {
    fn describe(operation: &mut Operation<'_>);
}

/// A function whose arguments and answer are all [`Part`]s.
pub(crate) trait Described<Parts> {
    fn describe(operation: &mut Operation<'_>);
}

macro_rules! described {
    ($($part:ident)*) => {
        impl<F, Run, Answer, $($part,)*> Described<($($part,)* Answer,)> for F
        where
            F: Fn($($part),*) -> Run,
            Run: Future<Output = Result<Answer, super::answer::Problem>>,
            Answer: Part,
            $($part: Part,)*
        {
            fn describe(operation: &mut Operation<'_>) {
                $($part::describe(operation);)*
                Answer::describe(operation);
            }
        }
    };
}
described!();
described!(A);
described!(A B);
described!(A B C);
described!(A B C D);
described!(A B C D E);
described!(A B C D E G);

/// One operation while it is described.
pub(crate) struct Operation<'a> {
    schemas: &'a mut SchemaGenerator,
    parameters: Vec<Value>,
    body: Option<Value>,
    responses: BTreeMap<u16, Value>,
}

impl Operation<'_> {
    /// The schema of a type: a reference to it where it has a name.
    pub(crate) fn schema<T: JsonSchema>(&mut self) -> Schema {
        self.schemas.subschema_for::<T>()
    }

    /// Each property of `T` is a parameter, `place` is `path` or `query`.
    pub(crate) fn parameters<T: JsonSchema>(&mut self, place: &str) {
        let schema = T::json_schema(self.schemas).to_value();
        let required = |name: &str| {
            let required = schema["required"].as_array();
            place == "path" || required.is_some_and(|names| names.iter().any(|one| one == name))
        };
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let mut property = property.clone();
            let text = property.as_object_mut().and_then(|property| property.remove("description"));
            self.parameters.push(json!({
                "name": name,
                "in": place,
                "required": required(name),
                "description": text.unwrap_or_default(),
                "schema": given(property),
            }));
        }
    }

    /// A header of the request.
    pub(crate) fn header(&mut self, name: &str, required: bool, text: &str, schema: &Value) {
        self.parameters.push(json!({
            "name": name, "in": "header", "required": required, "description": text,
            "schema": schema,
        }));
    }

    /// The body, by media type.
    pub(crate) fn body(&mut self, text: &str, content: &Value) {
        self.body = Some(json!({ "description": text, "required": true, "content": content }));
    }

    /// An answer that is no problem.
    pub(crate) fn answer(&mut self, status: StatusCode, text: &str, rest: Value) {
        let mut answer = json!({ "description": text });
        if let (Some(answer), Value::Object(rest)) = (answer.as_object_mut(), rest) {
            answer.extend(rest);
        }
        self.responses.insert(status.as_u16(), answer);
    }

    /// A problem document; several reasons of one status are put together.
    pub(crate) fn problem(&mut self, status: StatusCode, when: &str) {
        let schema = self.schema::<ProblemSchema>();
        let entry = self.responses.entry(status.as_u16()).or_insert_with(
            || json!({ "description": "", "content": { PROBLEM: { "schema": schema } } }),
        );
        let before = entry["description"].as_str().unwrap_or_default();
        if !before.contains(when) {
            let gap = if before.is_empty() { "" } else { " " };
            entry["description"] = Value::from(format!("{before}{gap}{when}"));
        }
    }
}

/// The schema of a parameter: what is left out of an address cannot be `null` there.
fn given(mut schema: Value) -> Value {
    if let Some(options) = schema.get_mut("anyOf").and_then(Value::as_array_mut) {
        options.retain(|option| option["type"] != "null");
        if let [one] = options.as_slice() {
            return one.clone();
        }
    }
    if let Some(kind) = schema.get_mut("type")
        && let Some(kinds) = kind.as_array_mut()
    {
        kinds.retain(|kind| kind != "null");
        if let [one] = kinds.as_slice() {
            *kind = one.clone();
        }
    }
    if schema.get("default").is_some_and(Value::is_null)
        && let Some(schema) = schema.as_object_mut()
    {
        schema.shift_remove("default");
    }
    schema
}

/// Routes and their document, side by side.
pub(crate) struct Api {
    router: Router<Site>,
    paths: Map<String, Value>,
    schemas: SchemaGenerator,
}

impl Api {
    pub(crate) fn new() -> Self {
        let settings = SchemaSettings::draft2020_12().with(|settings| {
            settings.definitions_path = "/components/schemas".into();
            settings.meta_schema = None;
        });
        Self { router: Router::new(), paths: Map::new(), schemas: settings.into_generator() }
    }

    /// Answers `method` at `path` with `handler`.
    pub(crate) fn on<H, T, Parts>(
        mut self,
        method: &Method,
        path: &str,
        handler: H,
        about: About,
    ) -> Self
    where
        H: Handler<T, Site> + Described<Parts>,
        T: 'static,
    {
        let mut operation = Operation {
            schemas: &mut self.schemas,
            parameters: Vec::new(),
            body: None,
            responses: BTreeMap::new(),
        };
        H::describe(&mut operation);
        for (status, when) in about.problems {
            operation.problem(*status, when);
        }
        if method != Method::GET {
            operation.problem(StatusCode::FORBIDDEN, "A page of another site asked.");
        }
        let value = written(operation, about);
        let at = self.paths.entry(path).or_insert_with(|| json!({}));
        at[method.as_str().to_ascii_lowercase()] = value;
        // Only methods of axum are registered.
        let filter = MethodFilter::try_from(method.clone()).unwrap_or(MethodFilter::GET);
        self.router = self.router.route(path, on(filter, handler));
        self
    }

    /// The routes, and what is known of them.
    pub(crate) fn finish(mut self, info: &Value) -> (Router<Site>, Value) {
        let schemas: BTreeMap<_, _> = self.schemas.take_definitions(true).into_iter().collect();
        let document = json!({
            "openapi": "3.1.0",
            "info": info,
            "servers": [{ "url": "/api/v1" }],
            "paths": self.paths,
            // A site of one person asks for nothing.
            "security": [{}, { "token": [] }],
            "components": {
                "schemas": schemas,
                "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            },
        });
        (self.router, document)
    }
}

fn written(operation: Operation<'_>, about: About) -> Value {
    let About { tag, id, summary, text, example, .. } = about;
    let responses: Map<String, Value> = operation
        .responses
        .into_iter()
        .map(|(status, value)| (status.to_string(), value))
        .collect();
    let mut value = json!({
        "tags": [tag],
        "operationId": id,
        "summary": summary,
        "description": text,
    });
    if !operation.parameters.is_empty() {
        value["parameters"] = operation.parameters.into();
    }
    if let Some(mut body) = operation.body {
        if let Some((media_type, example)) = example {
            let content = &mut body["content"];
            if content.get(media_type).is_none() {
                content[media_type] = json!({});
            }
            content[media_type]["example"] = example();
        }
        value["requestBody"] = body;
    }
    value["responses"] = responses.into();
    value
}
