//! Forms as people fill them in, through the whole router.

use axum::http::StatusCode;

use super::apply::apply;
use super::fields::Fields;
use super::shape::{BULLET, Field, Kind, RESUME};
use super::text::shown;
use crate::site::testing::User;
use extract::Format;
use resume::FieldPath;
use serde_json::Value;

const RESUME_YAML: &str = "\
# mine
basics:
  name: 'Ada' # first
  x-own: 7
work:
  - name: Acme
    highlights:
      # strong
      - Cut p99 by half
      - Built the ledger
";

/// A new resume of a text; its address.
async fn made_of(user: &User, name: &str, text: &str) -> String {
    let dropped = user.upload("/", name, text.as_bytes()).await;
    let key = dropped.location().rsplit('/').next().expect("a key").to_owned();
    let made = user.submit("/resumes", &[("from", &key)]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    made.location().to_owned()
}

/// The names and values of a form that shows a resume, as a browser sends them back untouched.
fn pairs_of(text: &str, format: Format) -> Vec<(String, String)> {
    fn collect(path: &FieldPath, field: &Field, value: &Value, pairs: &mut Vec<(String, String)>) {
        let part = |path: &FieldPath, shape: &[Field], value: &Value, pairs: &mut _| {
            for field in shape {
                let value = value.get(field.key).unwrap_or(&Value::Null);
                collect(&path.key(field.key), field, value, pairs);
            }
        };
        match field.kind {
            Kind::Part(shape) => part(path, shape, value, pairs),
            Kind::List(..) | Kind::Bullets => {
                let shape = field.kind.fields().unwrap_or(BULLET);
                let items = value.as_array().cloned().unwrap_or_default();
                let order: Vec<String> = (0..items.len()).map(|at| at.to_string()).collect();
                pairs.push((path.to_string(), order.join(",")));
                for (at, item) in items.iter().chain([&Value::Null]).enumerate() {
                    let text = item.as_str().map(|text| serde_json::json!({ "text": text }));
                    part(&path.index(at), shape, text.as_ref().unwrap_or(item), pairs);
                }
            }
            _ => pairs.push((path.to_string(), shown(Some(value)).replace('\n', "\r\n"))),
        }
    }
    let parsed = extract::read(text.as_bytes(), format, &extract::Limits::default());
    let value = serde_json::to_value(parsed.expect("a resume").resume).expect("JSON");
    let mut pairs = Vec::new();
    for field in RESUME {
        let value = value.get(field.key).unwrap_or(&Value::Null);
        collect(&FieldPath::root().key(field.key), field, value, &mut pairs);
    }
    pairs
}

/// The file after a form with these changes of its fields.
fn sent(text: &str, format: Format, changes: &[(&str, &str)]) -> String {
    let mut pairs = pairs_of(text, format);
    for (name, value) in changes {
        pairs.retain(|(own, _)| own != name);
        pairs.push(((*name).to_owned(), (*value).to_owned()));
    }
    let fields = Fields::read(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    apply(text, format, &fields.expect("a form")).expect("applied").source
}

#[track_caller]
fn check(changes: &[(&str, &str)], from: &str, to: &str) {
    assert!(RESUME_YAML.contains(from), "{from}");
    assert_eq!(sent(RESUME_YAML, Format::Yaml, changes), RESUME_YAML.replacen(from, to, 1));
}

#[test]
fn a_form_that_nobody_touched_changes_no_byte() {
    for example in &roles::library().resumes {
        assert_eq!(sent(&example.yaml, Format::Yaml, &[]), example.yaml, "{}", example.name);
    }
    let json = "{\"work\":[{\"name\":\" A \",\"score\":1,\"highlights\":[\"a\\nb\",{\"text\":\"c\",\"x\":1}]}]}";
    assert_eq!(sent(json, Format::Json, &[]), json);
}

#[test]
fn fields_become_values() {
    check(&[("basics.name", "Eve")], "Ada", "Eve");
    check(&[("basics.label", "Engineer")], "# first\n", "# first\n  label: Engineer\n");
    check(
        &[("work[0].highlights", "1,0")],
        "      # strong\n      - Cut p99 by half\n      - Built the ledger\n",
        "      - Built the ledger\n      # strong\n      - Cut p99 by half\n",
    );
    check(&[("work[0].highlights[2].text", "Led it")], "ledger\n", "ledger\n      - Led it\n");
    check(
        &[("work[0].highlights[0].tags", "go, \"a, b\"")],
        "- Cut p99 by half\n",
        "- text: Cut p99 by half\n        tags: [go, \"a, b\"]\n",
    );
    check(&[("work[1].name", "Initech")], "ledger\n", "ledger\n  - name: Initech\n");
    check(&[("vitae.stage", "senior")], "ledger\n", "ledger\nvitae:\n  stage: senior\n");
    check(&[("work[0].name", " ")], "- name: Acme\n    highlights", "- highlights");
}

#[test]
fn what_no_resume_has_is_refused() {
    for changes in [
        ("work", "0,0"),
        ("work", "x"),
        ("work", "0,999999999"),
        ("vitae.stage", "wizard"),
        ("work[999999999].name", "a"),
        ("vitae.accent", "red"),
    ] {
        let fields = Fields::read([changes]).expect("a form");
        assert!(apply(RESUME_YAML, Format::Yaml, &fields).is_err(), "{changes:?}");
    }
}

#[tokio::test]
async fn a_resume_is_made_shown_and_saved() {
    let user = User::local().await;
    let name = roles::library().resumes[0].name.clone();
    for fields in [&[][..], &[("example", name.as_str())]] {
        let made = user.submit("/resumes", fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
        let page = user.get(made.location()).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        assert!(page.text().contains("id=\"builder\""));
    }
    let here = made_of(&user, "cv.yaml", RESUME_YAML).await;
    let save = async |fields: &[(&str, &str)]| user.submit(&here, fields).await;
    let saved = save(&[("base", "1"), ("basics.name", "Eve")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    assert!(user.get(&here).await.text().contains("value=\"Eve\""));
    // The same once more is no revision, and what nobody else touched is merged.
    save(&[("base", "2"), ("basics.name", "Eve")]).await;
    assert!(user.get(&here).await.text().contains("data-base=\"2\""));
    let merged =
        save(&[("base", "1"), ("basics.label", "Lead"), ("do", "down:work[0].highlights[0]")])
            .await;
    assert_eq!(merged.status, StatusCode::SEE_OTHER, "{}", merged.text());
    assert!(merged.location().ends_with("#work%5B0%5D.highlights%5B1%5D"));
    let page = user.get(&here).await;
    assert!(page.text().contains("value=\"Eve\"") && page.text().contains("value=\"Lead\""));
    // What both changed is asked for.
    let asked = save(&[("base", "1"), ("basics.name", "Zoe")]).await;
    assert_eq!(asked.status, StatusCode::OK);
    assert!(asked.text().contains("choose:basics.name"), "{}", asked.text());
    save(&[("base", "1"), ("basics.name", "Zoe"), ("choose:basics.name", "mine")]).await;
    assert!(user.get(&here).await.text().contains("value=\"Zoe\""));
    let revisions = user.get(&format!("{here}/revisions")).await;
    assert!(revisions.text().contains("<del>Eve</del>"), "{}", revisions.text());
    let back = user.submit(&format!("{here}/revisions/1/restore"), &[]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    assert!(user.get(&here).await.text().contains("value=\"Ada\""));
}

#[tokio::test]
async fn a_change_is_made_where_it_is_offered() {
    /// The value of the first button that makes a change.
    fn offered(page: &str) -> Option<String> {
        let start = page.find("value=\"fix:")? + "value=\"".len();
        let value = page[start..].split('"').next()?;
        Some(value.replace("&quot;", "\"").replace("&amp;", "&"))
    }
    let user = User::local().await;
    let text =
        RESUME_YAML.to_owned() + "skills:\n  - name: Web # tags\n    keywords: [Go, Javascript]\n";
    let here = made_of(&user, "cv.yaml", &text).await;
    let file = format!("{here}/download/a.yaml");
    let change = offered(user.get(&here).await.text()).expect("a change");
    assert!(change.starts_with("fix:misspelled-technology:skills[0]"), "{change}");
    // What the form says besides is saved with it.
    let fields = [("base", "1"), ("basics.name", "Eve"), ("do", change.as_str())];
    let made = user.submit(&here, &fields).await;
    assert_eq!(made.location(), format!("{here}#skills%5B0%5D"), "{}", made.text());
    let wanted = text.replace("Javascript", "JavaScript").replace("'Ada'", "Eve");
    let saved = user.get(&file).await;
    assert_eq!(saved.text().replace("'Eve'", "Eve"), wanted);
    assert_eq!(offered(user.get(&here).await.text()), None);
    // Nothing offers it any more.
    let again = user.submit(&here, &[("base", "2"), ("do", change.as_str())]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text());
    assert_eq!(user.get(&file).await.text(), saved.text());
}

#[tokio::test]
async fn hostile_forms_get_a_clear_answer() {
    let user = User::local().await;
    let here = made_of(&user, "cv.yaml", RESUME_YAML).await;
    let many: Vec<(String, &str)> =
        (0..30_000).map(|at| (format!("work[{at}].name"), "x")).collect();
    let many: Vec<(&str, &str)> =
        many.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let huge = "x".repeat(3 << 20);
    for (fields, status) in [
        (&[("basics.name", "Eve")][..], 400),
        (&[("base", "1"), ("no.such", "x")], 400),
        (&[("base", "1"), ("work[999999999].name", "x")], 400),
        (&[("base", "1"), ("do", "up:work[7]")], 400),
        (&[("base", "1"), ("do", "fly:work[0]")], 400),
        (&[("base", "1"), ("do", "fix:")], 400),
        (&[("base", "1"), ("do", "fix:no-rule:work[")], 400),
        (&[("base", "1"), ("do", "fix:no-rule:work[:x")], 400),
        (&[("base", "77")], 404),
        (&[("base", "1"), ("basics.summary", &huge)], 413),
        (&[&[("base", "1")], &many[..]].concat(), 413),
    ] {
        assert_eq!(user.submit(&here, fields).await.status.as_u16(), status, "{:.60}", fields[0].0);
    }
    assert!(user.get(&here).await.text().contains("data-base=\"1\""));
    assert_eq!(user.get("/resumes/none").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_list_renames_copies_and_throws_away() {
    let user = User::local().await;
    let here = made_of(&user, "cv.yaml", RESUME_YAML).await;
    let to = async |verb: &str, fields: &[(&str, &str)]| {
        user.submit(&format!("{here}/{verb}"), fields).await.status.as_u16()
    };
    assert_eq!(to("rename", &[("title", "For <banks>")]).await, 303);
    assert_eq!(to("rename", &[("title", " ")]).await, 400);
    assert!(user.get("/resumes").await.text().contains("For &lt;banks&gt;"));
    assert_eq!(to("duplicate", &[]).await, 303);
    assert!(user.get("/resumes").await.text().contains("Copy of For"));
    assert_eq!(to("erase", &[]).await, 409);
    assert_eq!(to("bin", &[]).await, 303);
    assert_eq!(user.get(&here).await.status, StatusCode::CONFLICT);
    assert_eq!(to("unbin", &[]).await, 303);
    assert_eq!(to("bin", &[]).await, 303);
    assert_eq!(user.get(&format!("{here}/erase")).await.status, StatusCode::OK);
    assert_eq!(to("erase", &[]).await, 303);
    assert_eq!(user.get(&here).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn variants_come_change_and_go() {
    let user = User::local().await;
    let here = made_of(&user, "cv.yaml", RESUME_YAML).await;
    let variants = format!("{here}/variants");
    let send = async |fields: &[(&str, &str)]| user.submit(&variants, fields).await.status.as_u16();
    assert_eq!(
        send(&[("base", "1"), ("name", "banks"), ("select", "go, sql"), ("do", "save")]).await,
        303
    );
    let page = user.get(&variants).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert!(page.text().contains("value=\"go, sql\""), "{}", page.text());
    assert_eq!(send(&[("base", "1"), ("name", "other")]).await, 409);
    assert_eq!(send(&[("base", "2"), ("name", "banks")]).await, 400);
    assert_eq!(send(&[("base", "2"), ("name", " ")]).await, 400);
    assert_eq!(send(&[("base", "2"), ("variant", "none"), ("name", "x")]).await, 404);
    assert_eq!(send(&[("base", "2"), ("variant", "banks"), ("name", "shops")]).await, 303);
    assert_eq!(send(&[("base", "3"), ("variant", "shops"), ("do", "remove")]).await, 303);
    assert!(!user.get(&variants).await.text().contains("shops"));
}
