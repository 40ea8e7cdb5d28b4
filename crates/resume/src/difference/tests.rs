//! What is said of two resumes, in a short notation.

use serde_json::{Value, json};

use super::*;

/// `- title`, `+ title`, `~ title`; below, fields and bullets.
fn told(difference: &Difference) -> Vec<String> {
    let mut lines = Vec::new();
    for section in &difference.sections {
        lines
            .extend(section.fields.iter().map(|one| format!("{}.{}", section.section, field(one))));
        for entry in &section.entries {
            match entry {
                EntryDifference::Removed { entry, was, bullets } => {
                    lines.push(format!("- {was} {entry} ({bullets})"));
                }
                EntryDifference::Added { entry, now, bullets } => {
                    lines.push(format!("+ {now} {entry} ({bullets})"));
                }
                EntryDifference::Changed { entry, was, now, moved, fields, bullets } => {
                    let moved = if *moved { format!(" {was}>{now}") } else { String::new() };
                    lines.push(format!("~ {entry}{moved}"));
                    lines.extend(fields.iter().map(|one| format!("  {}", field(one))));
                    lines.extend(bullets.iter().map(|one| format!("  {}", bullet(one))));
                }
            }
        }
    }
    if let Some(order) = &difference.order {
        lines.push(format!("order {} > {}", order.was.join(" "), order.now.join(" ")));
    }
    lines
}

fn field(field: &FieldDifference) -> String {
    match field {
        FieldDifference::Text { field, was, now } => {
            let or = |text: &Option<String>| text.clone().unwrap_or_else(|| "nothing".to_owned());
            format!("{field}: {} > {}", or(was), or(now))
        }
        FieldDifference::Items { field, removed, added, moved } => {
            let moved = if *moved { " moved" } else { "" };
            format!("{field}: -{removed:?} +{added:?}{moved}")
        }
    }
}

fn bullet(bullet: &BulletDifference) -> String {
    match bullet {
        BulletDifference::Removed { was, text } => format!("- {was} {text}"),
        BulletDifference::Added { now, text } => format!("+ {now} {text}"),
        BulletDifference::Reworded { was, now, moved, from, to } => {
            let moved = if *moved { " moved" } else { "" };
            format!("~ {was}>{now}{moved} {from} > {to}")
        }
        BulletDifference::Moved { was, now, text } => format!("= {was}>{now} {text}"),
    }
}

#[track_caller]
fn check(was: Value, now: Value, expected: &[&str]) {
    let read = |value: Value| serde_json::from_value::<Resume>(value).expect("a resume");
    let (was, now) = (read(was), read(now));
    let found = Difference::between(&was, &now);
    assert_eq!(told(&found), expected);
    assert!(Difference::between(&was, &was).is_empty());
    assert_eq!(Difference::between(&now, &was).is_empty(), found.is_empty());
}

fn role(bullets: &Value) -> Value {
    json!({ "work": [{ "name": "North", "position": "Engineer", "highlights": bullets }] })
}

#[test]
fn what_no_page_shows_makes_no_difference() {
    check(json!({}), json!({}), &[]);
    check(
        role(&json!(["Cut  p99\nby half"])),
        role(&json!([{ "text": "Cut p99 by half", "id": "a", "tags": ["b"], "evidence": "c" }])),
        &[],
    );
    let url = |url: &str| json!({ "basics": { "url": url, "profiles": [{ "url": url }] } });
    check(url("https://ada.example/"), url("ada.example"), &[]);
    check(json!({ "vitae": { "stage": "mid" } }), json!({ "meta": { "version": "1" } }), &[]);
    let dates =
        |end: Value| json!({ "work": [{ "name": "N", "startDate": "2021", "endDate": end }] });
    check(dates(Value::Null), dates(json!("present")), &[]);
}

#[test]
fn fields_are_compared_one_by_one() {
    check(
        json!({ "basics": { "label": "Engineer", "location": { "city": "Graz" }, "phone": "1" } }),
        json!({ "basics": { "label": "Senior Engineer", "location": { "city": "Wien" }, "email": "a@b" } }),
        &[
            "basics.label: Engineer > Senior Engineer",
            "basics.phone: 1 > nothing",
            "basics.location.city: Graz > Wien",
            "basics.email: nothing > a@b",
        ],
    );
    let profiles = |name: &str| json!({ "basics": { "profiles": [{ "network": "GitHub", "username": name }] } });
    check(
        profiles("ada"),
        profiles("eve"),
        &[r#"basics.profiles: -["GitHub ada"] +["GitHub eve"]"#],
    );
}

#[test]
fn bullets_are_paired_before_they_are_compared() {
    let (a, b, c) =
        ("Cut p99 of the quote API to 92 ms", "Wrote the tariff backfill", "Ran the pager");
    check(
        role(&json!([a, b, c])),
        role(&json!([a, c])),
        &["~ Engineer at North", "  - 2 Wrote the tariff backfill"],
    );
    check(
        role(&json!([a, b])),
        role(&json!([b, a, c])),
        &[
            "~ Engineer at North",
            "  = 1>2 Cut p99 of the quote API to 92 ms",
            "  + 3 Ran the pager",
        ],
    );
    check(
        role(&json!([a, b])),
        role(&json!(["Cut p99 of the quote API from 600 ms to 92 ms", b])),
        &[
            "~ Engineer at North",
            "  ~ 1>1 Cut p99 of the quote API to 92 ms > \
             Cut p99 of the quote API from 600 ms to 92 ms",
        ],
    );
    check(
        role(&json!([b])),
        role(&json!([c])),
        &["~ Engineer at North", "  - 1 Wrote the tariff backfill", "  + 1 Ran the pager"],
    );
    // The same id: the same bullet, however it is worded.
    check(
        role(&json!([{ "text": b, "id": "x" }])),
        role(&json!([{ "text": c, "id": "x" }])),
        &["~ Engineer at North", "  ~ 1>1 Wrote the tariff backfill > Ran the pager"],
    );
}

#[test]
fn entries_are_paired_by_name_then_by_content() {
    let work = |list: &[(&str, &str)]| {
        let role = |(name, position): &(&str, &str)| json!({ "name": name, "position": position });
        json!({ "work": list.iter().map(role).collect::<Vec<_>>() })
    };
    check(
        work(&[("North", "Engineer"), ("South", "Intern")]),
        work(&[("North", "Engineer")]),
        &["- 2 Intern at South (0)"],
    );
    check(
        work(&[("North", "Engineer"), ("South", "Intern")]),
        work(&[("South", "Intern"), ("North", "Engineer")]),
        &["~ Engineer at North 1>2"],
    );
    check(
        work(&[("North", "Engineer"), ("North", "Intern")]),
        work(&[("North", "Senior Engineer"), ("North", "Engineer"), ("North", "Intern")]),
        &["+ 1 Senior Engineer at North (0)"],
    );
    check(
        work(&[("North", "Engineer")]),
        work(&[("North", "Senior Engineer")]),
        &["~ Senior Engineer at North", "  position: Engineer > Senior Engineer"],
    );
    check(
        work(&[("North", "Engineer")]),
        work(&[("Quay", "Analyst")]),
        &["- 1 Engineer at North (0)", "+ 1 Analyst at Quay (0)"],
    );
    let dated = |name: &str| {
        let role =
            json!({ "name": name, "position": name, "startDate": "2021-06", "endDate": "2021-09" });
        json!({ "work": [role] })
    };
    check(dated("North"), dated("Quay"), &["- 1 North at North (0)", "+ 1 Quay at Quay (0)"]);
    let skills = |words: Value| json!({ "skills": [{ "name": "Data", "keywords": words }] });
    check(
        skills(json!(["Go", "Kafka", "SQL"])),
        skills(json!(["SQL", "Go", "Redis"])),
        &["~ Data", r#"  keywords: -["Kafka"] +["Redis"] moved"#],
    );
    check(
        json!({ "skills": [{ "keywords": ["Go", "SQL"] }] }),
        json!({ "skills": [{ "keywords": ["Go", "SQL", "Rust"] }] }),
        &["~ Go", r#"  keywords: -[] +["Rust"]"#],
    );
}

#[test]
fn the_order_of_sections_counts() {
    let page = |sections: Value| {
        json!({
            "work": [{ "name": "North" }], "skills": [{ "name": "Go" }],
            "vitae": { "sections": sections },
        })
    };
    check(page(json!([])), page(json!(["skills"])), &["order work skills > skills work"]);
    check(page(json!([])), page(json!(["work", "skills"])), &[]);
}

#[test]
fn many_entries_are_compared_in_time() {
    let page = |word: &str| {
        let role = |at: usize| json!({ "name": format!("{word}{at}"), "highlights": [format!("{word} {at}")] });
        json!({ "work": (0..3000).map(role).collect::<Vec<_>>() })
    };
    let read = |word: &str| serde_json::from_value::<Resume>(page(word)).expect("a resume");
    let found = Difference::between(&read("a"), &read("b"));
    assert_eq!(found.sections[0].entries.len(), 6000);
}
