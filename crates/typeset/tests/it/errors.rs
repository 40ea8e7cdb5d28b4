//! What cannot be set is refused in words.

use serde_json::json;

use super::poppler;
use super::samples::{classic, resume_with, sample, set};
use crate::{Options, TypesetError, pages, templates};

#[track_caller]
fn check(summary: &str, expected: Option<&str>) {
    let resume = resume_with("basics", json!({ "name": "Ana", "summary": summary }));
    let message = set(&resume).err().map(|error| error.to_string());
    let expected = expected.map(|what| format!("the font Libertinus Serif cannot draw {what}"));
    assert_eq!(message, expected, "{summary:?}");
}

#[test]
fn names_the_characters_no_font_draws() {
    check("日本", Some("'日' (U+65E5), '本' (U+672C)"));
    check("ships 🚀 and 🚀", Some("'🚀' (U+1F680)"));
    check("icon \u{F0E0}", Some("'\u{F0E0}' (U+F0E0)"));
    check(
        "一二三四五六七",
        Some(
            "'一' (U+4E00), '二' (U+4E8C), '三' (U+4E09), '四' (U+56DB), '五' (U+4E94) and 2 more",
        ),
    );
}

#[test]
fn draws_the_scripts_it_has() {
    check("Čakovec, Łódź, São Paulo, Reykjavík, İzmir, Nguyễn", None);
    check("Програмист Ελλάδα → ≥ 99 % – “quoted” • €", None);
    check("cafe\u{301}", None);
    check("control \u{0}\u{7}\u{1b} characters", None);
}

#[test]
fn the_hint_quotes_the_place() {
    let resume = resume_with("work", json!([{ "highlights": ["Fine.", "Shipped 🚀."] }]));
    let hint = set(&resume).expect_err("an emoji").hint();
    assert!(hint.contains("\"Shipped 🚀.\""), "{hint}");
}

#[test]
fn the_hint_names_a_font_that_has_the_letters() {
    let resume = resume_with("basics", json!({ "summary": "done ✓" }));
    let error = set(&resume).expect_err("no such letter in a serif");
    assert!(error.hint().contains("Inter can draw all"), "{}", error.hint());
}

#[test]
fn refuses_a_font_that_is_none() {
    let options = Options { font: Some("Comic Sans"), ..Options::new(classic()) };
    let error = pages(&sample("sparse"), &options).expect_err("no font");
    assert_eq!(error.to_string(), "there is no font `Comic Sans`");
    assert!(error.hint().contains("Inter, Noto Sans"), "{}", error.hint());
}

#[test]
fn refuses_a_color_nobody_can_read() {
    let faint = Some("#ffcc00".parse().expect("a color"));
    let options = Options { accent: faint, ..Options::new(classic()) };
    let error = pages(&sample("sparse"), &options).expect_err("too faint");
    assert!(error.to_string().contains("contrast of 1.5 : 1"), "{error}");
    let TypesetError::Contrast { darker, .. } = error else { panic!("{error}") };
    assert!((4.5..5.2).contains(&darker.contrast()), "{darker}");
}

#[test]
fn refuses_a_language_that_is_none() {
    let options = Options { language: "english", ..Options::new(classic()) };
    let error = pages(&sample("sparse"), &options).expect_err("no tag");
    assert_eq!(error.to_string(), "`english` is not a language tag");
    assert!(error.hint().contains("`en-GB`"));
}

/// A name in each template: refused with its letters, or read back.
#[track_caller]
fn check_name(name: &str, may_be_drawn: bool) {
    let resume = resume_with("basics", json!({ "name": name }));
    for template in templates() {
        match pages(&resume, &Options::new(template)) {
            Err(TypesetError::MissingGlyphs { missing, .. }) => {
                assert!(missing.iter().all(|one| name.contains(one.character)), "{missing:?}");
            }
            Err(error) => panic!("{}: {error}", template.name),
            Ok(set) => {
                assert!(may_be_drawn, "{} draws {name}", template.name);
                let Some(text) = poppler::text(&set.pdf().expect("a PDF")) else { return };
                // Poppler marks where text runs from right to left.
                let plain = |c: &char| !matches!(c, '\u{202A}'..='\u{202E}');
                let text: String = text.chars().filter(plain).collect();
                assert!(text.contains(name), "{}: {text}", template.name);
            }
        }
    }
}

#[test]
fn other_scripts_are_drawn_right_or_refused() {
    for name in ["山田太郎", "김민준", "ธนพร"] {
        check_name(name, false);
    }
    for name in ["דנה לוי", "سارة أحمد", "आरव क्षत्रिय"] {
        check_name(name, true);
    }
}
