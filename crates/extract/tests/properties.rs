//! For any bytes: no panic, places inside the text, and every promise of [`extract::read`].

use extract::{Format, Limits, read};
use proptest::prelude::*;
use resume::{Bullet, Date, Parsed, Resume, Severity};

/// What holds for the result of any bytes in both formats.
fn holds(bytes: &[u8], limits: &Limits) {
    for format in [Format::Yaml, Format::Json] {
        holds_in(bytes, format, limits);
    }
}

fn holds_in(bytes: &[u8], format: Format, limits: &Limits) {
    match read(bytes, format, limits) {
        Err(error) => {
            assert!(!error.message.is_empty() && !error.message.contains('\n'));
            if let Some(at) = error.location {
                assert!(error.source.get(at.range).is_some());
                assert!(at.line >= 1 && at.column >= 1);
            }
        }
        Ok(parsed) => sound(&parsed),
    }
}

fn sound(parsed: &Parsed) {
    let map = &parsed.source_map;
    for finding in &parsed.findings {
        let span = map.get(&finding.path).expect("a finding has a place");
        assert!(map.text().get(span.value.clone()).is_some(), "{}", finding.path);
        assert!(finding.hint.is_some() && !finding.message.is_empty());
    }
    // What was read can be written as JSON and is then read without losing a value.
    let json = serde_json::to_vec(&parsed.resume).expect("a resume is JSON");
    let limits = Limits { bytes: usize::MAX, depth: 250, nodes: usize::MAX };
    let again = read(&json, Format::Json, &limits).expect("our own output is read");
    assert_eq!(again.resume, parsed.resume);
    assert!(again.findings.iter().all(|finding| finding.severity < Severity::Error));
}

/// Text made of what YAML, JSON and resumes are made of.
fn syntax() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "basics", "work", "highlights", "name", "location", "skills", "keywords", "vitae", "stage",
        "version", "x-a", "<<", "é", "😀", "senior", "2021", "+385", "007", "true", "null", "~",
        ": ", ":", ":\n  ", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "- ", "? ", "\t", " ",
        "\r\n", "[", "]", "{", "}", ", ", ",", "\"", "'", "\\", "\\u00e9", "\\ud83d", "|\n  ",
        ">-\n  ", "&a ", "*a", "&b ", "*b", "!!str ", "!x ", "#", " # ", "---\n", "...\n",
        "%YAML 1.2\n", "\"name\": ", "\"work\": [", "\u{feff}", "@", "`", "-1.5e3",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn word() -> impl Strategy<Value = String> {
    // A text that is empty or blank is reported, and one in a list is a finding.
    "[a-zA-Z0-9éß:#,'\"\\\\{}\\[\\]\n\t 😀-]{0,12}[a-zé]"
}

fn date() -> impl Strategy<Value = Date> {
    prop_oneof![
        (1900_u16..2100).prop_map(Date::Year),
        (1900_u16..2100, 1_u8..=12).prop_map(|(year, month)| Date::Month(year, month)),
        (1900_u16..2100, 1_u8..=12, 1_u8..=28).prop_map(|(y, month, day)| Date::Day(y, month, day)),
        Just(Date::Present),
        Just(Date::Unreadable("soon".to_owned())),
    ]
}

fn bullet() -> impl Strategy<Value = Bullet> {
    (word(), prop::option::of(word()), prop::collection::vec(word(), 0..3))
        .prop_map(|(text, id, tags)| Bullet { text, id, tags, evidence: None })
}

prop_compose! {
    fn resume()(
        name in prop::option::of(word()),
        jobs in prop::collection::vec((word(), date(), prop::collection::vec(bullet(), 0..4)), 0..4),
        skills in prop::collection::vec(prop::collection::vec(word(), 0..4), 0..3),
        extra in prop::option::of((any::<i64>(), any::<u64>(), -1e300..1e300, word())),
    ) -> Resume {
        let mut resume = Resume::default();
        resume.basics = name.map(|name| resume::model::Basics { name: Some(name), ..Default::default() });
        resume.work = jobs.into_iter().map(|(position, start, highlights)| resume::model::Work {
            position: Some(position), start_date: Some(start), highlights, ..Default::default()
        }).collect();
        resume.skills = skills.into_iter()
            .map(|keywords| resume::model::Skill { keywords, ..Default::default() })
            .collect();
        if let Some((signed, unsigned, float, text)) = extra {
            let value = serde_json::json!([signed, unsigned, float, {"a": text}, null, false]);
            resume.extra.insert("x-kept".to_owned(), value);
        }
        resume
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        holds(&bytes, &Limits::default());
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,100}") {
        holds(text.as_bytes(), &Limits::default());
    }

    #[test]
    fn any_syntax_is_answered(text in syntax()) {
        holds(text.as_bytes(), &Limits::default());
        let tight = Limits { depth: 3, nodes: 12, ..Limits::default() };
        holds(text.as_bytes(), &tight);
    }

    #[test]
    fn a_resume_written_as_json_is_read_back_equal(resume in resume()) {
        let json = serde_json::to_vec_pretty(&resume).expect("a resume is JSON");
        let parsed = read(&json, Format::Json, &Limits::default()).expect("it is read");
        prop_assert_eq!(&parsed.findings, &[]);
        prop_assert_eq!(&parsed.resume, &resume);
        // YAML contains JSON.
        let parsed = read(&json, Format::Yaml, &Limits::default()).expect("it is read");
        prop_assert_eq!(parsed.resume, resume);
    }
}
