//! The published JSON Schema as a small table that a walk can follow.
//!
//! The domain types are the only place that says which key holds what. This reads their schema,
//! so a new field needs no change here.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::{Map, Value as Json};

/// What may stand at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Any text.
    Text,
    /// A date; a bare year is as good as a text.
    Date,
    /// A whole number of at most 32 bits.
    Integer,
    /// One of these words.
    Choice(Vec<String>),
    /// Any number of these.
    List(Box<Shape>),
    /// Any keys, each with one of these.
    Map(Box<Shape>),
    /// The mapping of this name.
    Record(String),
    /// A text, or the mapping of this name.
    TextOr(String),
    /// Anything.
    Any,
}

/// The keys of one mapping.
#[derive(Debug)]
pub(super) struct Record {
    /// The name of its type, e.g. `Work`.
    pub(super) name: String,
    /// Its keys in their usual order.
    pub(super) fields: Vec<(String, Shape)>,
    /// True when keys that are not in `fields` are kept.
    pub(super) open: bool,
}

impl Record {
    /// What may stand at `key`.
    pub(super) fn field(&self, key: &str) -> Option<&Shape> {
        self.fields.iter().find(|(name, _)| name == key).map(|(_, shape)| shape)
    }

    /// Its keys in their usual order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|(name, _)| name.as_str())
    }
}

/// All mappings of the formats.
#[derive(Debug)]
pub(super) struct Shapes {
    records: BTreeMap<String, Record>,
    root: Record,
    letter: Record,
    assessment: Record,
    job: Record,
}

impl Shapes {
    /// The whole file of a resume.
    pub(super) fn root(&self) -> &Record {
        &self.root
    }

    /// The whole file of a cover letter.
    pub(super) fn letter(&self) -> &Record {
        &self.letter
    }

    /// The whole file of a self-assessment.
    pub(super) fn assessment(&self) -> &Record {
        &self.assessment
    }

    /// The whole file of a job.
    pub(super) fn job(&self) -> &Record {
        &self.job
    }

    /// The mapping called `name`.
    pub(super) fn record(&self, name: &str) -> Option<&Record> {
        self.records.get(name)
    }
}

/// The shapes of a resume, of a letter, of a job and of a self-assessment.
pub(super) fn shapes() -> &'static Shapes {
    static SHAPES: OnceLock<Shapes> = OnceLock::new();
    SHAPES.get_or_init(|| {
        let (letter, job) = (resume::letter_schema(), resume::job_schema());
        compile(&resume::resume_schema(), &letter, &job, &resume::assessment_schema())
    })
}

fn compile(schema: &Json, letter: &Json, job: &Json, assessment: &Json) -> Shapes {
    let wholes = [schema, letter, job, assessment];
    let definitions = wholes.iter().filter_map(|schema| schema.get("$defs")?.as_object());
    let named: BTreeMap<&str, &Json> =
        definitions.flatten().map(|(name, schema)| (name.as_str(), schema)).collect();
    let mut records = BTreeMap::new();
    for (name, definition) in &named {
        if let Some(object) = object_of(definition) {
            records.insert((*name).to_owned(), record(name, object, &named));
        }
    }
    let whole = |name: &str, schema: &Json| match schema.as_object() {
        Some(object) => record(name, object, &named),
        None => record(name, &Map::new(), &named),
    };
    let (root, letter) = (whole("Resume", schema), whole("Letter", letter));
    let job = whole("Job", job);
    let assessment = whole("Assessment", assessment);
    Shapes { records, root, letter, assessment, job }
}

/// The object form of a definition, on its own or as one of several.
fn object_of(definition: &Json) -> Option<&Map<String, Json>> {
    if definition.get("properties").is_some() {
        return definition.as_object();
    }
    alternatives(definition).into_iter().find_map(object_of)
}

fn alternatives(schema: &Json) -> Vec<&Json> {
    let list = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Json::as_array);
    let list = list.map(|list| list.iter().collect::<Vec<_>>()).unwrap_or_default();
    list.into_iter().filter(|one| one.get("type").and_then(Json::as_str) != Some("null")).collect()
}

fn record(name: &str, object: &Map<String, Json>, named: &BTreeMap<&str, &Json>) -> Record {
    let properties = object.get("properties").and_then(Json::as_object);
    let fields = properties.into_iter().flatten();
    Record {
        name: name.to_owned(),
        fields: fields.map(|(key, schema)| (key.clone(), shape(schema, named))).collect(),
        open: object.get("additionalProperties") == Some(&Json::Bool(true)),
    }
}

fn shape(schema: &Json, named: &BTreeMap<&str, &Json>) -> Shape {
    if let Some(reference) = schema.get("$ref").and_then(Json::as_str) {
        let name = reference.rsplit('/').next().unwrap_or(reference);
        return named
            .get(name)
            .map_or(Shape::Any, |definition| named_shape(name, definition, named));
    }
    if let Some(words) = schema.get("enum").and_then(Json::as_array) {
        return Shape::Choice(words.iter().filter_map(Json::as_str).map(str::to_owned).collect());
    }
    let alternatives = alternatives(schema);
    let words: Vec<String> = alternatives
        .iter()
        .filter_map(|one| one.get("const").and_then(Json::as_str).map(str::to_owned))
        .collect();
    if !words.is_empty() && words.len() == alternatives.len() {
        return Shape::Choice(words);
    }
    if let [only] = alternatives[..] {
        return shape(only, named);
    }
    match type_of(schema) {
        Some("string") => Shape::Text,
        Some("integer") => Shape::Integer,
        Some("array") => {
            Shape::List(Box::new(schema.get("items").map_or(Shape::Any, |item| shape(item, named))))
        }
        Some("object") => match schema.get("additionalProperties") {
            Some(value @ Json::Object(_)) => Shape::Map(Box::new(shape(value, named))),
            _ => Shape::Any,
        },
        _ => Shape::Any,
    }
}

fn named_shape(name: &str, definition: &Json, named: &BTreeMap<&str, &Json>) -> Shape {
    let alternatives = alternatives(definition);
    if object_of(definition).is_some() {
        return if alternatives.iter().any(|one| type_of(one) == Some("string")) {
            Shape::TextOr(name.to_owned())
        } else {
            Shape::Record(name.to_owned())
        };
    }
    if name == "Date" { Shape::Date } else { shape(definition, named) }
}

/// The type a schema names, besides `null`.
fn type_of(schema: &Json) -> Option<&str> {
    match schema.get("type")? {
        Json::String(name) => Some(name),
        Json::Array(names) => names.iter().filter_map(Json::as_str).find(|name| *name != "null"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(record: &str, key: &str, expected: &Shape) {
        let record = match record {
            "Letter" => shapes().letter(),
            "Job" => shapes().job(),
            name => shapes().record(name).unwrap_or_else(|| shapes().root()),
        };
        assert_eq!(record.field(key), Some(expected));
    }

    #[test]
    fn the_schema_of_a_resume_is_understood() {
        let list = |item| Shape::List(Box::new(item));
        check("Resume", "basics", &Shape::Record("Basics".to_owned()));
        check("Resume", "work", &list(Shape::Record("Work".to_owned())));
        check("Resume", "$schema", &Shape::Text);
        check("Work", "highlights", &list(Shape::TextOr("Bullet".to_owned())));
        check("Work", "startDate", &Shape::Date);
        check("Work", "position", &Shape::Text);
        check("Bullet", "tags", &list(Shape::Text));
        check("Basics", "location", &Shape::Record("Place".to_owned()));
        check("Settings", "version", &Shape::Integer);
        let variant = Shape::Record("Variant".to_owned());
        check("Settings", "variants", &Shape::Map(Box::new(variant)));
        check("Letter", "recipient", &list(Shape::Text));
        check("Job", "must", &list(Shape::TextOr("Wanted".to_owned())));
        check("Job", "pay", &Shape::Record("Pay".to_owned()));
        check("Job", "locations", &list(Shape::Record("Place".to_owned())));
        let periods = ["year", "month", "week", "day", "hour"].map(str::to_owned).to_vec();
        check("Pay", "period", &Shape::Choice(periods));
        check("Pay", "min", &Shape::Integer);
        check("Settings", "paper", &Shape::Choice(vec!["a4".to_owned(), "letter".to_owned()]));
        let stages = ["junior", "mid", "senior", "staff"].map(str::to_owned).to_vec();
        check("Settings", "stage", &Shape::Choice(stages));
    }

    #[test]
    fn no_field_is_left_unchecked() {
        let whole = [shapes().root(), shapes().letter(), shapes().job()];
        let records = shapes().records.values().chain(whole);
        for record in records {
            let closed = ["Bullet", "Wanted"].contains(&&*record.name);
            assert_eq!(record.open, !closed, "{}", record.name);
            for (key, shape) in &record.fields {
                let inner = match shape {
                    Shape::List(item) | Shape::Map(item) => item,
                    shape => shape,
                };
                assert_ne!(inner, &Shape::Any, "{}.{key}", record.name);
            }
        }
    }
}
