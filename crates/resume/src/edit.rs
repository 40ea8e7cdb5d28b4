//! Applying edits to a resume: what a fix would make of it.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use crate::{Edit, FieldPath, Resume, Segment};

impl Resume {
    /// A copy with the edits applied, all at once: paths and ranges are those of `self`.
    ///
    /// `None` when a path or range does not exist, when two edits touch the same value, when
    /// an order is no permutation of its list, or when the result would not be a resume (a stage
    /// that is no stage). A list that loses its last item is empty; a mapping that loses its last
    /// key stays, empty.
    pub fn edited(&self, edits: &[Edit]) -> Option<Self> {
        let mut value = serde_json::to_value(self).ok()?;
        let plan = Plan::of(&value, edits)?;
        for (path, changes) in &plan.texts {
            replace(at_mut(&mut value, path)?, changes)?;
        }
        // The deepest and last first, so that the paths of the others stay true.
        for path in plan.removed.iter().rev() {
            remove(&mut value, path)?;
        }
        for (path, order) in plan.orders.iter().rev() {
            reorder(at_mut(&mut value, path)?, order)?;
        }
        for (path, text) in &plan.inserted {
            insert(&mut value, path, text)?;
        }
        serde_json::from_value(value).ok()
    }
}

/// Bytes of a text (all of it when `None`) and what stands there afterwards.
type Change<'a> = (Option<&'a Range<usize>>, &'a str);

/// Edits by what they do, with paths to values that exist.
#[derive(Default)]
struct Plan<'a> {
    texts: BTreeMap<FieldPath, Vec<Change<'a>>>,
    /// In order.
    removed: Vec<FieldPath>,
    /// In order.
    orders: Vec<(FieldPath, &'a [usize])>,
    /// In the order of the edits.
    inserted: Vec<(&'a FieldPath, &'a str)>,
}

impl<'a> Plan<'a> {
    fn of(value: &Value, edits: &'a [Edit]) -> Option<Self> {
        let mut plan = Self::default();
        for edit in edits {
            match edit {
                Edit::Replace { path, range, text } => {
                    let path = text_path(value, path)?;
                    plan.texts.entry(path).or_default().push((range.as_ref(), text));
                }
                Edit::Remove { path } => {
                    (path.parent().is_some() && at(value, path).is_some()).then_some(())?;
                    plan.removed.push(path.clone());
                }
                Edit::Insert { path, text } => plan.inserted.push((path, text)),
                Edit::Reorder { path, order } => plan.orders.push((path.clone(), order)),
            }
        }
        plan.removed.sort();
        plan.orders.sort();
        plan.is_sound().then_some(plan)
    }

    /// Nothing is changed twice or inside what goes, and no list loses items while it is sorted.
    fn is_sound(&self) -> bool {
        let kept = self.texts.keys().chain(self.orders.iter().map(|(path, _)| path));
        // Sorted paths: what lies below a path follows it.
        let nested = self.removed.windows(2).any(|pair| pair[1].starts_with(&pair[0]));
        let inside = |path: &FieldPath| {
            let next = self.removed.partition_point(|removed| removed <= path);
            next.checked_sub(1).is_some_and(|before| path.starts_with(&self.removed[before]))
        };
        let sorted_twice = self.orders.windows(2).any(|pair| pair[0].0 == pair[1].0);
        let loses = self
            .removed
            .iter()
            .filter_map(FieldPath::parent)
            .any(|parent| self.orders.binary_search_by(|(path, _)| path.cmp(&parent)).is_ok());
        // A key in a list would be another's once items leave.
        let keys = |path: &FieldPath| {
            path.segments().iter().all(|segment| matches!(segment, Segment::Key(_)))
        };
        let placed = self.inserted.iter().all(|(path, _)| keys(path) && !inside(path));
        !nested && !sorted_twice && !loses && placed && !kept.into_iter().any(inside)
    }
}

/// The path of the text itself: a bullet's text may stand in a mapping or alone.
fn text_path(value: &Value, path: &FieldPath) -> Option<FieldPath> {
    match at(value, path) {
        Some(Value::String(_)) => Some(path.clone()),
        Some(Value::Object(map)) => map.get("text")?.is_string().then(|| path.key("text")),
        Some(_) => None,
        None => {
            let parent = path.parent()?;
            let is_text = path.segments().last() == Some(&Segment::Key("text".into()));
            (is_text && at(value, &parent)?.is_string()).then_some(parent)
        }
    }
}

fn at<'a>(value: &'a Value, path: &FieldPath) -> Option<&'a Value> {
    path.segments().iter().try_fold(value, |value, segment| match (segment, value) {
        (Segment::Key(key), Value::Object(map)) => map.get(key.as_ref()),
        (Segment::Index(index), Value::Array(list)) => list.get(*index),
        _ => None,
    })
}

fn at_mut<'a>(value: &'a mut Value, path: &FieldPath) -> Option<&'a mut Value> {
    path.segments().iter().try_fold(value, |value, segment| match (segment, value) {
        (Segment::Key(key), Value::Object(map)) => map.get_mut(key.as_ref()),
        (Segment::Index(index), Value::Array(list)) => list.get_mut(*index),
        _ => None,
    })
}

fn replace(value: &mut Value, changes: &[Change<'_>]) -> Option<()> {
    let Value::String(text) = value else { return None };
    *text = replaced(text, changes)?;
    Some(())
}

/// A text with some of its bytes replaced.
fn replaced(text: &str, changes: &[Change<'_>]) -> Option<String> {
    let mut changes: Vec<(Range<usize>, &str)> = changes
        .iter()
        .map(|(range, new)| (range.cloned().unwrap_or(0..text.len()), *new))
        .collect();
    changes.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (range, new) in changes {
        out += text.get(from..range.start)?;
        text.get(range.clone())?;
        out += new;
        from = range.end;
    }
    out += text.get(from..)?;
    Some(out)
}

fn remove(value: &mut Value, path: &FieldPath) -> Option<()> {
    let (last, _) = path.segments().split_last()?;
    match (last, at_mut(value, &path.parent()?)?) {
        (Segment::Key(key), Value::Object(map)) => map.shift_remove(key.as_ref()).map(drop),
        (Segment::Index(index), Value::Array(list)) if *index < list.len() => {
            list.remove(*index);
            Some(())
        }
        _ => None,
    }
}

fn insert(value: &mut Value, path: &FieldPath, text: &str) -> Option<()> {
    let parent = path.parent()?;
    if at(value, &parent).is_none() {
        let Segment::Key(key) = parent.segments().last()? else { return None };
        let Value::Object(map) = at_mut(value, &parent.parent()?)? else { return None };
        map.insert(key.to_string(), Value::Object(serde_json::Map::new()));
    }
    let Segment::Key(key) = path.segments().last()? else { return None };
    let Value::Object(map) = at_mut(value, &parent)? else { return None };
    map.insert(key.to_string(), Value::String(text.to_owned())).is_none().then_some(())
}

fn reorder(value: &mut Value, order: &[usize]) -> Option<()> {
    let Value::Array(list) = value else { return None };
    (list.len() == order.len()).then_some(())?;
    let mut items: Vec<Option<Value>> = list.drain(..).map(Some).collect();
    for old in order {
        list.push(items.get_mut(*old)?.take()?);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const RESUME: &str = r#"{
        "basics": {"name": "Ada"},
        "work": [
            {"position": "Engineer", "startDate": "2021-03", "highlights": ["Cut it", {"id": "b", "text": "Built it"}]},
            {"position": "Intern", "highlights": ["Wrote it"]}
        ],
        "vitae": {"stage": "mid"},
        "x-own": {"a": ["é", 1]}
    }"#;

    fn path(text: &str) -> FieldPath {
        text.parse().expect("a path")
    }

    fn write(at: &str, range: Range<usize>, text: &str) -> Edit {
        Edit::Replace { path: path(at), range: Some(range), text: text.to_owned() }
    }

    fn whole(at: &str, text: &str) -> Edit {
        Edit::Replace { path: path(at), range: None, text: text.to_owned() }
    }

    fn gone(at: &str) -> Edit {
        Edit::Remove { path: path(at) }
    }

    fn order(at: &str, order: &[usize]) -> Edit {
        Edit::Reorder { path: path(at), order: order.to_vec() }
    }

    /// What differs from [`RESUME`] afterwards: `from` became `to` in its JSON.
    #[track_caller]
    fn check(edits: &[Edit], changes: &[(&str, &str)]) {
        let before: Resume = serde_json::from_str(RESUME).expect("a resume");
        let mut json = serde_json::to_string(&before).expect("JSON");
        for (from, to) in changes {
            assert!(json.contains(from), "{from} in {json}");
            json = json.replacen(from, to, 1);
        }
        let after = before.edited(edits).expect("edited");
        assert_eq!(serde_json::to_string(&after).expect("JSON"), json);
    }

    #[track_caller]
    fn check_refused(edits: &[Edit]) {
        let before: Resume = serde_json::from_str(RESUME).expect("a resume");
        assert_eq!(before.edited(edits), None, "{edits:?}");
    }

    #[test]
    fn texts_are_replaced() {
        check(&[], &[]);
        check(&[whole("basics.name", "Eve")], &[("Ada", "Eve")]);
        let first = "work[0].highlights[0]";
        check(&[write(first, 0..3, "Halved")], &[("Cut it", "Halved it")]);
        check(&[write("work[0].highlights[0].text", 0..3, "Halved")], &[("Cut it", "Halved it")]);
        check(&[write("work[0].highlights[1]", 0..5, "Wrote")], &[("Built it", "Wrote it")]);
        check(
            &[write(first, 4..6, "p99"), write(first, 0..3, "Halved"), write(first, 6..6, "!")],
            &[("Cut it", "Halved p99!")],
        );
        check(&[whole("work[0].startDate", "2020")], &[("2021-03", "2020")]);
        check(&[write("x-own.a[0]", 0..2, "e")], &[("é", "e")]);
    }

    #[test]
    fn values_are_removed() {
        check(&[gone("basics.name")], &[("{\"name\":\"Ada\"}", "{}")]);
        check(&[gone("work[0].highlights[0]")], &[("\"Cut it\",", "")]);
        check(&[gone("work[1].highlights[0]")], &[(",\"highlights\":[\"Wrote it\"]", "")]);
        check(&[gone("x-own.a[0]"), gone("x-own.a[1]")], &[("\"é\",1", "")]);
        check(
            &[gone("vitae"), gone("work[1].position")],
            &[(",\"vitae\":{\"stage\":\"mid\"}", ""), ("\"position\":\"Intern\",", "")],
        );
    }

    fn new(at: &str, text: &str) -> Edit {
        Edit::Insert { path: path(at), text: text.to_owned() }
    }

    #[test]
    fn keys_are_inserted() {
        check(&[new("vitae.density", "snug")], &[("\"mid\"", "\"mid\",\"density\":\"snug\"")]);
        check(
            &[new("meta.version", "2"), gone("work[0]")],
            &[
                (
                    "\"work\":[{\"position\":\"Engineer\",\"startDate\":\"2021-03\",\"highlights\":[\"Cut it\",{\"text\":\"Built it\",\"id\":\"b\"}]},",
                    "\"work\":[",
                ),
                (",\"vitae\"", ",\"meta\":{\"version\":\"2\"},\"vitae\""),
            ],
        );
    }

    #[test]
    fn lists_are_reordered() {
        check(&[order("x-own.a", &[1, 0])], &[("[\"é\",1]", "[1,\"é\"]")]);
        check(
            &[order("x-own.a", &[1, 0]), write("x-own.a[0]", 0..2, "e")],
            &[("[\"é\",1]", "[1,\"e\"]")],
        );
    }

    #[test]
    fn what_does_not_exist_is_refused() {
        check_refused(&[whole("basics.email", "a@b.c")]);
        check_refused(&[whole("basics", "Ada")]);
        check_refused(&[write("basics.name", 0..4, "")]);
        check_refused(&[write("x-own.a[0]", 0..1, "")]);
        #[expect(clippy::reversed_empty_ranges, reason = "what a broken rule may say")]
        check_refused(&[write("basics.name", 2..1, "")]);
        check_refused(&[write("basics.name", 0..2, ""), write("basics.name", 1..3, "")]);
        check_refused(&[gone("work[2]")]);
        check_refused(&[gone("work[0].highlights[0].text")]);
        check_refused(&[gone("")]);
        check_refused(&[gone("basics"), gone("basics.name")]);
        check_refused(&[gone("basics"), gone("basics")]);
        check_refused(&[gone("basics"), whole("basics.name", "Eve")]);
        check_refused(&[order("work", &[0])]);
        check_refused(&[order("work", &[0, 0])]);
        check_refused(&[order("work", &[0, 2])]);
        check_refused(&[order("basics", &[])]);
        check_refused(&[order("work", &[1, 0]), gone("work[0]")]);
        check_refused(&[whole("vitae.stage", "wizard")]);
        check_refused(&[new("vitae.stage", "senior")]);
        check_refused(&[new("vitae.density", "loose")]);
        check_refused(&[new("work[0].url", "a.example")]);
        check_refused(&[new("a.b.c", "d")]);
        check_refused(&[new("vitae.density", "snug"), gone("vitae")]);
    }
}
