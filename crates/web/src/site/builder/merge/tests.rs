//! What becomes of two resumes that were made from one.

use serde_json::json;

use super::*;

/// What comes out of a name, a label and bullets, and where both collide.
#[track_caller]
fn check(base: &Value, theirs: &Value, mine: &Value, merged: &Value, collisions: &[&str]) {
    let resume =
        |value: &Value| -> Resume { serde_json::from_value(value.clone()).expect("a resume") };
    let (found, open) =
        merge(&resume(base), &resume(theirs), &resume(mine), &BTreeMap::new()).expect("a resume");
    assert_eq!(found, resume(merged));
    let open: Vec<String> = open.iter().map(|one| one.path.to_string()).collect();
    assert_eq!(open, collisions);
}

#[test]
fn what_one_of_both_changed_is_taken() {
    let me = |name: &str, label: Option<&str>| json!({"basics": {"name": name, "label": label}});
    let base = me("Ada", Some("Engineer"));
    check(&base, &base, &base, &base, &[]);
    check(&base, &me("Eve", Some("Engineer")), &base, &me("Eve", Some("Engineer")), &[]);
    check(
        &base,
        &me("Eve", Some("Engineer")),
        &me("Ada", Some("Lead")),
        &me("Eve", Some("Lead")),
        &[],
    );
    check(&base, &me("Eve", Some("Engineer")), &me("Ada", None), &me("Eve", None), &[]);
    check(&base, &me("Eve", None), &me("Eve", None), &me("Eve", None), &[]);
    check(
        &base,
        &me("Eve", Some("Engineer")),
        &me("Zoe", Some("Lead")),
        &me("Eve", Some("Lead")),
        &["basics.name"],
    );
    check(
        &json!({}),
        &me("Eve", None),
        &json!({"basics": {"label": "Lead"}}),
        &me("Eve", Some("Lead")),
        &[],
    );
}

#[test]
fn lists_are_merged_item_by_item() {
    let of = |bullets: &[&str]| json!({"work": [{"highlights": bullets}]});
    let base = of(&["a", "b"]);
    check(&base, &of(&["x", "b"]), &of(&["a", "y"]), &of(&["x", "y"]), &[]);
    check(&base, &of(&["x", "b"]), &of(&["z", "b"]), &of(&["x", "b"]), &["work[0].highlights[0]"]);
    check(&base, &of(&["a", "b", "c"]), &base, &of(&["a", "b", "c"]), &[]);
    check(&base, &of(&["a", "b", "c"]), &of(&["a"]), &of(&["a", "c"]), &[]);
}

#[test]
fn items_are_found_wherever_they_stand() {
    let of = |bullets: &[&str]| json!({"work": [{"name": "Acme", "highlights": bullets}]});
    let base = of(&["a", "b"]);
    // Both added one.
    check(&base, &of(&["a", "b", "x"]), &of(&["a", "b", "y"]), &of(&["a", "b", "x", "y"]), &[]);
    check(&base, &of(&["x", "a", "b"]), &of(&["y", "a", "b"]), &of(&["x", "y", "a", "b"]), &[]);
    check(&base, &of(&["a", "x", "b"]), &of(&["a", "b", "y"]), &of(&["a", "x", "b", "y"]), &[]);
    // Both added the same one.
    check(&base, &of(&["a", "b", "x"]), &of(&["x", "a", "b"]), &of(&["a", "b", "x"]), &[]);
    // One removed or moved, the other one added.
    check(&base, &of(&["b"]), &of(&["a", "y", "b"]), &of(&["y", "b"]), &[]);
    check(&base, &of(&["b", "a"]), &of(&["a", "b", "y"]), &of(&["b", "y", "a"]), &[]);
    check(&base, &of(&["a", "b", "x"]), &of(&["b", "a"]), &of(&["b", "x", "a"]), &[]);
    check(&base, &of(&[]), &of(&["a", "b", "y"]), &of(&["y"]), &[]);
    // One removed what the other one changed.
    let before = of(&["Cut the bill", "Led two people"]);
    let theirs = of(&["Led two people"]);
    let mine = of(&["Cut the bill by half", "Led two people"]);
    check(&before, &theirs, &mine, &theirs, &["work[0].highlights[0]"]);
    // Both moved, and not alike.
    let before = of(&["a", "b", "c"]);
    let (theirs, mine) = (of(&["c", "a", "b"]), of(&["b", "a", "c"]));
    check(&before, &theirs, &mine, &theirs, &["work[0].highlights"]);
    // A bullet here, a role there, tags in a third place.
    let role = |name: &str, bullets: Value| json!({"name": name, "highlights": bullets});
    check(
        &json!({"work": [role("Acme", json!(["a"]))]}),
        &json!({"work": [role("Bolt", json!(["z"])), role("Acme", json!(["a"]))]}),
        &json!({"work": [role("Acme", json!([{"text": "a", "tags": ["go"]}, "y"]))]}),
        &json!({"work": [
            role("Bolt", json!(["z"])),
            role("Acme", json!([{"text": "a", "tags": ["go"]}, "y"])),
        ]}),
        &[],
    );
    // Both began the same list.
    check(
        &json!({}),
        &json!({"work": [role("Acme", json!([]))]}),
        &json!({"work": [role("Bolt", json!([]))]}),
        &json!({"work": [role("Acme", json!([])), role("Bolt", json!([]))]}),
        &[],
    );
}

#[test]
fn a_choice_decides() {
    let resume = |name: &str| -> Resume {
        serde_json::from_value(json!({"basics": {"name": name}})).expect("a resume")
    };
    for (side, expected) in [(Side::Mine, "Zoe"), (Side::Theirs, "Eve")] {
        let chosen = BTreeMap::from([("basics.name".to_owned(), side)]);
        let merged = merge(&resume("Ada"), &resume("Eve"), &resume("Zoe"), &chosen);
        assert_eq!(merged, Some((resume(expected), Vec::new())));
    }
}
