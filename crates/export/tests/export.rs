//! What leaves a resume, and what does not.

use document::{Archive, Limits};
use export::{Format, Options, export};
use resume::Resume;
use resume::outline::Outline;
use serde_json::{Value, json};

fn resume(value: Value) -> Resume {
    serde_json::from_value(value).expect("a resume")
}

/// A form that is text, as it is by default.
fn exported(resume: &Resume, format: Format) -> String {
    String::from_utf8(export(resume, format, &Options::default())).expect("text is UTF-8")
}

/// What a Word file says of the person: its text, links and properties.
fn word(resume: &Resume) -> String {
    let bytes = export(resume, Format::Docx, &Options::default());
    let archive = Archive::open(&bytes, &Limits::default()).expect("a container");
    let names = ["word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml"];
    let parts = names.map(|name| archive.part(name).expect("a part"));
    String::from_utf8(parts.concat()).expect("UTF-8")
}

/// A resume with every section, and with private parts wherever there can be any.
fn whole() -> Resume {
    let bullet = |text: &str| {
        json!({
            "text": text, "id": "private-id", "tags": ["private-tag"],
            "evidence": "https://private.example/evidence",
        })
    };
    resume(json!({
        "basics": {
            "name": "Ada Kovač", "label": "Backend Engineer", "email": "ada@example.com",
            "phone": "+1 555 010 0199", "url": "https://ada.example", "summary": "Two\n sentences.",
            "location": { "city": "Split", "countryCode": "HR" },
            "profiles": [{ "network": "GitHub", "username": "adak", "url": "https://github.com/adak" }],
            "pronouns": "she/her",
        },
        "work": [
            { "name": "Heron", "position": "Senior Engineer", "startDate": "2021-03",
              "description": "parcels", "highlights": [bullet("Cut p99 from 2 s to 90 ms."), "Plain."] },
            { "name": "Heron", "position": "Engineer", "startDate": "2019", "endDate": "2021-02",
              "summary": "Four of us.", "highlights": [bullet("Wrote the importer.")] },
        ],
        "volunteer": [{ "organization": "Code Club", "highlights": [bullet("Taught.")] }],
        "education": [{ "institution": "FESB", "area": "Computing", "studyType": "BSc",
            "score": "4.8", "courses": ["Compilers"] }],
        "awards": [{ "title": "Prize", "date": "2020", "awarder": "City" }],
        "certificates": [{ "name": "CKA", "issuer": "CNCF", "date": "2022-06" }],
        "publications": [{ "name": "Talk", "publisher": "Meetup", "url": "https://talk.example/" }],
        "skills": [{ "name": "Languages", "level": "daily", "keywords": ["C++", "Go", "C#"] }],
        "languages": [{ "language": "Croatian", "fluency": "native" }],
        "interests": [{ "name": "Sailing" }],
        "references": [{ "name": "A. B.", "reference": "Calm." }],
        "projects": [{ "name": "tool", "roles": ["Author"], "url": "https://tool.example",
            "keywords": ["Rust"], "highlights": [bullet("Used by two teams.")] }],
        "meta": { "version": "v3" },
        "vitae": { "version": 1, "stage": "senior", "asOf": "2026-01-01", "note": "private-setting" },
    }))
}

#[test]
fn private_parts_never_leave() {
    for format in Format::ALL {
        let text = match format {
            Format::Docx => word(&whole()),
            _ => exported(&whole(), format),
        };
        for private in ["private", "evidence", "vitae", "\"id\"", "tags"] {
            assert!(!text.contains(private), "{format:?} shows {private:?}:\n{text}");
        }
    }
}

#[test]
fn every_text_appears_in_reading_order() {
    let text = exported(&whole(), Format::Text);
    let mut rest = text.as_str();
    for leaf in Outline::of(&whole()).leaves() {
        let start = rest.find(leaf).unwrap_or_else(|| panic!("{leaf:?} is missing before\n{rest}"));
        rest = &rest[start + leaf.len()..];
    }
}

#[test]
fn json_resume_keeps_everything_else() {
    let written: Resume =
        serde_json::from_str(&exported(&whole(), Format::JsonResume)).expect("JSON");
    let mut expected = whole();
    expected.vitae = None;
    let work = expected.work.iter_mut().flat_map(|it| &mut it.highlights);
    let volunteer = expected.volunteer.iter_mut().flat_map(|it| &mut it.highlights);
    let projects = expected.projects.iter_mut().flat_map(|it| &mut it.highlights);
    for bullet in work.chain(volunteer).chain(projects) {
        *bullet = bullet.text.clone().into();
    }
    assert_eq!(written, expected);
}

#[test]
fn a_plain_json_resume_comes_back_as_it_was() {
    let plain = "{\n  \"basics\": {\n    \"name\": \"Ada\",\n    \"nickname\": \"A\"\n  },\n  \"work\": [\n    \
                 {\n      \"name\": \"Heron\",\n      \"startDate\": \"2021-03\",\n      \"highlights\": \
                 [\n        \"Did <b> & \\\"c\\\".\"\n      ]\n    }\n  ]\n}\n";
    let resume: Resume = serde_json::from_str(plain).expect("JSON");
    assert_eq!(exported(&resume, Format::JsonResume), plain);
}

#[track_caller]
fn check(value: Value, expected: &str) {
    assert_eq!(exported(&resume(value), Format::Text), expected);
}

#[test]
fn text_reads_like_a_page() {
    check(
        json!({
            "basics": { "name": "Ada Kovač", "label": "Engineer", "email": "ada@example.com",
                "profiles": [{ "network": "GitHub", "url": "https://github.com/adak" }],
                "summary": "Two sentences." },
            "work": [
                { "name": "Heron", "description": "parcels", "position": "Senior", "location": "Split",
                  "startDate": "2021-03", "highlights": ["One.", "Two."] },
                { "name": "Heron", "position": "Junior", "startDate": "2019", "endDate": "2021" },
            ],
            "skills": [{ "name": "Languages", "keywords": ["C++", "Go"] },
                { "name": "Data", "level": "daily", "keywords": ["SQL"] }],
        }),
        "Ada Kovač\nEngineer\nada@example.com\nGitHub: github.com/adak\n\nTwo sentences.\n\n\
         Experience\nHeron · parcels\nSenior · Split · Mar 2021 – Present\n- One.\n- Two.\n\n\
         Junior · 2019 – 2021\n\n\
         Skills\nLanguages: C++, Go\nData (daily): SQL\n",
    );
}

#[test]
fn missing_parts_leave_no_holes() {
    check(json!({}), "");
    check(json!({ "basics": { "name": " " } }), "");
    check(json!({ "basics": { "summary": "Only this." } }), "Only this.\n");
    check(json!({ "work": [{ "highlights": ["Alone."] }] }), "Experience\n- Alone.\n");
    check(json!({ "skills": [{ "name": "Go" }, { "keywords": ["SQL"] }] }), "Skills\nGo\nSQL\n");
    check(json!({ "skills": [{ "level": "daily" }] }), "Skills\n(daily)\n");
    check(json!({ "skills": [{ "name": "Data:", "keywords": ["SQL"] }] }), "Skills\nData: SQL\n");
}

#[test]
fn lines_are_not_wrapped() {
    let long = "word ".repeat(300);
    let text = exported(&resume(json!({ "work": [{ "highlights": [long] }] })), Format::Text);
    assert_eq!(text.lines().count(), 2);
}
