//! The schema of a resume file, as far as an editor shows it: what may stand at a place, and what
//! it means.

use std::sync::LazyLock;

use resume::{FieldPath, Segment};
use serde_json::Value;

/// One step to a place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To the value of a key.
    Key(String),
    /// To an item of a list; all are alike.
    Item,
}

/// The steps of a path.
pub(crate) fn steps(path: &FieldPath) -> Vec<Step> {
    let step = |segment: &Segment| match segment {
        Segment::Key(key) => Step::Key(key.to_string()),
        Segment::Index(_) => Step::Item,
    };
    path.segments().iter().map(step).collect()
}

/// What may stand at one place.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The forms a value may have there.
    forms: Vec<&'static Value>,
    description: Option<&'static str>,
}

/// The kind of value a key wants, for writing one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wants {
    /// One value on the line of its key.
    Text,
    /// Keys below.
    Mapping,
    /// Items below.
    List,
}

static SCHEMA: LazyLock<Value> = LazyLock::new(resume::resume_schema);

impl Place {
    /// The whole file.
    pub(crate) fn root() -> Self {
        Self { forms: vec![&SCHEMA], description: None }
    }

    /// The place some steps lead to.
    pub(crate) fn at(steps: &[Step]) -> Option<Self> {
        steps.iter().try_fold(Self::root(), |place, step| place.step(step))
    }

    fn step(&self, step: &Step) -> Option<Self> {
        self.forms
            .iter()
            .find_map(|form| match step {
                Step::Key(key) => {
                    let named = form.get("properties").and_then(|keys| keys.get(key));
                    // Keys that the author names, such as those of variants.
                    named.or_else(|| form.get("additionalProperties").filter(|one| one.is_object()))
                }
                Step::Item => form.get("items"),
            })
            .map(Self::of)
    }

    fn of(schema: &'static Value) -> Self {
        let mut forms = Vec::new();
        collect(schema, &mut forms);
        let own = schema.get("description").and_then(Value::as_str);
        let inner = || forms.iter().find_map(|form| form.get("description")?.as_str());
        Self { description: own.or_else(inner), forms }
    }

    /// What it means, in Markdown.
    pub(crate) fn description(&self) -> Option<&'static str> {
        self.description
    }

    /// The keys of a mapping, in their usual order.
    pub(crate) fn keys(&self) -> Vec<(&'static str, Self)> {
        let properties = self.forms.iter().find_map(|form| form.get("properties")?.as_object());
        let keys = properties.into_iter().flatten();
        keys.map(|(key, schema)| (key.as_str(), Self::of(schema))).collect()
    }

    /// The only words that may stand there, with what they mean.
    pub(crate) fn choices(&self) -> Vec<(&'static str, Option<&'static str>)> {
        let word = |form: &&'static Value| {
            let word = form.get("const")?.as_str()?;
            Some((word, form.get("description").and_then(Value::as_str)))
        };
        self.forms.iter().filter_map(word).collect()
    }

    /// True for a date.
    pub(crate) fn is_date(&self) -> bool {
        let examples = self.forms.iter().filter_map(|form| form.get("examples")?.as_array());
        examples.flatten().any(|example| example.as_str() == Some("present"))
    }

    /// True where a text may stand.
    pub(crate) fn takes_text(&self) -> bool {
        self.forms.iter().any(|form| has_type(form, "string"))
    }

    /// What a new value begins with.
    pub(crate) fn wants(&self) -> Wants {
        if self.takes_text() {
            return Wants::Text;
        }
        let has = |key| self.forms.iter().any(|form| form.get(key).is_some());
        let named = |form: &&Value| form.get("additionalProperties").is_some_and(Value::is_object);
        match (has("items"), has("properties") || self.forms.iter().any(named)) {
            (true, _) => Wants::List,
            (_, true) => Wants::Mapping,
            _ => Wants::Text,
        }
    }
}

fn has_type(form: &Value, name: &str) -> bool {
    match form.get("type") {
        Some(Value::String(found)) => found == name,
        Some(Value::Array(all)) => all.iter().any(|found| found == name),
        _ => false,
    }
}

/// The forms behind references and alternatives, `null` left out. The schema is our own and does
/// not go round in a circle.
fn collect(schema: &'static Value, forms: &mut Vec<&'static Value>) {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let name = reference.rsplit('/').next().unwrap_or(reference);
        if let Some(definition) = SCHEMA.get("$defs").and_then(|all| all.get(name)) {
            collect(definition, forms);
        }
        return;
    }
    let several = ["anyOf", "oneOf"].into_iter().find_map(|key| schema.get(key)?.as_array());
    match several {
        Some(several) => several.iter().for_each(|one| collect(one, forms)),
        None if schema.get("type").and_then(Value::as_str) == Some("null") => {}
        None => forms.push(schema),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(path: &str) -> Option<Place> {
        Place::at(&steps(&path.parse::<FieldPath>().expect("a path")))
    }

    #[track_caller]
    fn check(path: &str, keys: &[&str], choices: &[&str], wants: Wants) {
        let place = place(path).expect("a place of the schema");
        let found: Vec<_> = place.keys().into_iter().map(|(key, _)| key).collect();
        assert!(keys.iter().all(|key| found.contains(key)), "{path}: {found:?}");
        assert_eq!(found.is_empty(), keys.is_empty(), "{path}: {found:?}");
        let found: Vec<_> = place.choices().into_iter().map(|(word, _)| word).collect();
        assert_eq!(found, choices, "{path}");
        assert_eq!(place.wants(), wants, "{path}");
    }

    #[test]
    fn places_know_what_may_stand_there() {
        check("", &["basics", "work", "vitae"], &[], Wants::Mapping);
        check("basics", &["name", "location"], &[], Wants::Mapping);
        check("basics.location", &["city"], &[], Wants::Mapping);
        check("work", &[], &[], Wants::List);
        check("work[3]", &["position", "highlights"], &[], Wants::Mapping);
        check("work[3].highlights", &[], &[], Wants::List);
        check("work[3].highlights[0]", &["text", "tags"], &[], Wants::Text);
        check("skills[0].keywords[1]", &[], &[], Wants::Text);
        check("vitae.stage", &[], &["junior", "mid", "senior", "staff"], Wants::Text);
        check("vitae.paper", &[], &["a4", "letter"], Wants::Text);
        check("vitae.version", &[], &[], Wants::Text);
        check("vitae.variants", &[], &[], Wants::Mapping);
        check("vitae.variants.payments", &["label", "select", "omit"], &[], Wants::Mapping);
        check("vitae.variants.payments.select", &[], &[], Wants::List);
        check("vitae.variants.payments.summary", &[], &[], Wants::Text);
    }

    #[test]
    fn every_place_is_described() {
        for (section, place) in Place::root().keys() {
            assert!(place.description().is_some(), "{section}");
            let item = place.step(&Step::Item).unwrap_or(place);
            for (key, inner) in item.keys() {
                assert!(inner.description().is_some(), "{section}.{key}");
            }
        }
    }

    #[test]
    fn dates_are_dates_and_strangers_nothing() {
        assert!(place("work[0].endDate").is_some_and(|place| place.is_date()));
        assert!(place("vitae.asOf").is_some_and(|place| place.is_date()));
        assert!(place("work[0].name").is_some_and(|place| !place.is_date()));
        assert!(place("work.name").is_none());
        assert!(place("hobbies").is_none());
    }
}
