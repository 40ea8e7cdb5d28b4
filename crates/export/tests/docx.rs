//! Word files hold every text in order, are read back as the resume they were made of, and are
//! well formed down to each part.

mod support;

use export::{Format, Options, export};
use quick_xml::Reader;
use quick_xml::events::Event;
use resume::Resume;
use resume::model::Paper;
use serde_json::{Value, json};
use support::{lost, missing, naive, parts, read_back, resume, samples, shown};

fn docx(resume: &Resume) -> Vec<u8> {
    export(resume, Format::Docx, &Options::default())
}

/// Whatever somebody may have typed or pasted.
fn hostile() -> Resume {
    resume(json!({
        "basics": {
            "name": "Ann <b>& \"Co\"</b> ]]> '$accent'", "label": "C++, C#, .NET & #1 $x_y$ *z* @ops \\ &amp;",
            "email": "a&b@example.com", "url": "javascript:alert(1)",
            "summary": "nul \u{0}, bell \u{7}, end \u{ffff}, tab\tline\nend\u{b}; مهندس Kafka وخبير; 日本語 한국; 🚀",
            "profiles": [{ "network": "Web", "url": "https://example.com/a b?c=<d>&e=\"f\"#g#h" }],
        },
        "work": [
            { "name": "שלום בע״מ", "position": "מהנדס C++", "startDate": "2020",
              "highlights": ["- dash", "1. number", "\u{202e}turned", "{\\rtf1}", "<w:p/>", "x".repeat(3000)] },
            { "name": "]]>", "url": "file:///etc/passwd", "highlights": ["<![CDATA[x]]>", "<!-- c -->"] },
        ],
        "skills": [{ "name": "a:", "level": "<1>", "keywords": ["a, b", ";", "%41"] }],
    }))
}

#[test]
fn every_text_is_there_in_order() {
    for (name, resume) in samples() {
        let bytes = docx(&resume);
        assert_eq!(missing(&resume, &naive(&bytes)), None, "{name}");
        // Of a mark typed before a bullet the reader takes the list's for granted.
        if !name.contains("hostile") {
            assert_eq!(missing(&resume, &shown(&bytes)), None, "{name}");
        }
    }
    let mut hostile = hostile();
    assert!(naive(&docx(&hostile)).contains("nul , bell , end , tab line end ;"));
    // The one character of it that no XML can hold.
    let summary = hostile.basics.as_mut().and_then(|basics| basics.summary.as_mut());
    let summary = summary.expect("it has one");
    *summary = summary.replace('\u{ffff}', "");
    assert_eq!(missing(&hostile, &naive(&docx(&hostile))), None);
}

#[test]
fn every_value_is_read_back() {
    let mut all = Vec::new();
    for (name, resume) in samples() {
        // The pages templates are tried on are made to be hard; the examples are how people write.
        if name.contains(".json") {
            continue;
        }
        let lost = lost(&resume, &read_back(&docx(&resume)));
        all.extend(lost.into_iter().map(|lost| format!("{name}: {lost}")));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn every_part_is_well_formed() {
    let mut resumes: Vec<Resume> = samples().into_iter().map(|(_, resume)| resume).collect();
    resumes.extend([hostile(), Resume::default()]);
    for resume in resumes {
        let parts = parts(&docx(&resume));
        assert_eq!(parts.len(), 11);
        for (name, text) in parts {
            let mut reader = Reader::from_str(&text);
            let mut depth = 0;
            loop {
                match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
                    Event::Start(_) => depth += 1,
                    Event::End(_) => depth -= 1,
                    Event::Eof => break,
                    _ => {}
                }
            }
            assert_eq!(depth, 0, "{name}");
            // A place to fill that was not filled; the person's own dollars stand elsewhere.
            if !matches!(name.as_str(), "word/document.xml" | "docProps/core.xml") {
                assert!(!text.contains('$'), "{name}");
            }
        }
    }
}

#[test]
fn same_resume_same_bytes() {
    for (_, resume) in samples() {
        assert_eq!(docx(&resume), docx(&resume));
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(part, _)| part == name);
    found.unwrap_or_else(|| panic!("no {name}")).1
}

/// Paragraphs as `style: text`, separated by ` | `.
#[track_caller]
fn check(value: Value, expected: &str) {
    let document = part(&docx(&resume(value)), "word/document.xml");
    let text = |paragraph: &str| {
        let runs = paragraph.split("<w:t xml:space=\"preserve\">").skip(1);
        runs.filter_map(|run| run.split("</w:t>").next()).collect::<String>()
    };
    let paragraphs: Vec<String> = document
        .split("<w:pStyle w:val=\"")
        .skip(1)
        .map(|rest| {
            let (style, paragraph) = rest.split_once('"').expect("a style has an end");
            format!("{style}: {}", text(paragraph))
        })
        .collect();
    assert_eq!(paragraphs.join(" | "), expected);
}

#[test]
fn paragraphs_have_the_style_of_what_they_are() {
    check(
        json!({
            "basics": { "name": "Ada", "label": "Engineer", "email": "ada@example.com",
                "profiles": [{ "network": "GitHub", "url": "https://github.com/adak" }], "summary": "Two." },
            "work": [
                { "name": "Heron", "description": "parcels", "position": "Senior", "location": "Split",
                  "startDate": "2021-03", "summary": "All.", "highlights": ["One.", "Two."] },
                { "name": "Heron", "position": "Junior", "startDate": "2019", "endDate": "2021" },
            ],
        }),
        "Title: Ada | Subtitle: Engineer | Contact: ada@example.com  ·  GitHub github.com/adak | \
         Profile: Two. | Heading1: Experience | Heading2: Heron – parcels | \
         Role: Senior · Split · Mar 2021 – Present | BodyText: All. | ListBullet: One. | \
         ListBullet: Two. | FurtherRole: Junior · 2019 – 2021",
    );
    check(
        json!({
            "projects": [{ "name": "tool", "url": "https://tool.example/", "description": "A tool.",
                "roles": ["Author"], "highlights": ["Used."], "keywords": ["Rust", "C++"] }],
            "education": [{ "institution": "FESB", "area": "Computing", "studyType": "BSc" }],
            "certificates": [{ "name": "CKA", "issuer": "CNCF", "date": "2022-06" }],
        }),
        "Heading1: Projects | Heading2: tool – tool.example · Author | BodyText: A tool. | \
         ListBullet: Used. | Keywords: Rust, C++ | Heading1: Education | \
         Heading2: FESB · BSc, Computing | Heading1: Certificates | Heading2: CKA – CNCF · Jun 2022",
    );
    check(
        json!({
            "skills": [{ "name": "Data", "level": "daily", "keywords": ["SQL"] }, { "name": "Go" },
                { "name": "C" }],
            "languages": [{ "language": "Croatian", "fluency": "native" }],
        }),
        "Heading1: Skills | Row: Data (daily): SQL | Row: Go  ·  C | \
         Heading1: Languages | Row: Croatian (native)",
    );
}

#[test]
fn missing_parts_leave_no_holes() {
    check(json!({}), "");
    check(json!({ "basics": { "name": " " } }), "");
    check(
        json!({ "work": [{ "highlights": ["Alone."] }] }),
        "Heading1: Experience | ListBullet: Alone.",
    );
    check(
        json!({ "work": [{ "position": "Engineer" }] }),
        "Heading1: Experience | FurtherRole: Engineer",
    );
    check(json!({ "certificates": [{ "date": "2020" }] }), "Heading1: Certificates | Role: 2020");
    check(
        json!({ "references": [{ "reference": "Calm." }] }),
        "Heading1: References | BodyText: Calm.",
    );
}

/// What one of the parts has to hold, and what not.
#[track_caller]
fn check_part(options: &Options, name: &str, holds: &[&str], lacks: &[&str]) {
    let text = part(&export(&hostile(), Format::Docx, options), name);
    for wanted in holds {
        assert!(text.contains(wanted), "{name} lacks {wanted}:\n{text}");
    }
    for unwanted in lacks {
        assert!(!text.contains(unwanted), "{name} has {unwanted}:\n{text}");
    }
}

#[test]
fn options_are_followed() {
    let options = Options::default();
    let letter = Options { paper: Paper::Letter, ..options };
    check_part(
        &options,
        "word/document.xml",
        &["w:w=\"11906\" w:h=\"16838\""],
        &["<w:tbl", "<w:tab"],
    );
    check_part(&letter, "word/document.xml", &["w:w=\"12240\" w:h=\"15840\""], &[]);
    check_part(&options, "word/styles.xml", &["\"1D4E79\"", "<w:lang w:val=\"en\"/>"], &[]);
    let red = Options { accent: "#8b1a1a".parse().ok(), language: "ja-JP", ..options };
    let language = "<w:lang w:val=\"ja-JP\" w:eastAsia=\"ja-JP\"/>";
    check_part(&red, "word/styles.xml", &["\"8B1A1A\"", language, "Yu Gothic"], &["1D4E79"]);
    let odd = Options { language: "\"/><w:b", ..options };
    check_part(&odd, "word/styles.xml", &["<w:lang w:val=\"wb\"/>"], &[]);
    check_part(&odd, "docProps/core.xml", &["<dc:creator>Ann &lt;b&gt;&amp; "], &["dcterms"]);
    check_part(&options, "word/footer.xml", &[" PAGE "], &["Ann"]);
}

#[test]
fn links_lead_where_a_link_may_lead() {
    let links =
        ["mailto:a&amp;b@example.com", "https://example.com/a%20b?c=%3Cd%3E&amp;e=%22f%22#g%23h"];
    let bad = ["javascript", "passwd"];
    check_part(&Options::default(), "word/_rels/document.xml.rels", &links, &bad);
}

#[test]
fn letters_from_right_to_left_are_marked() {
    let holds = [
        "<w:pStyle w:val=\"Heading2\"/><w:bidi/>",
        "<w:rtl/></w:rPr><w:t xml:space=\"preserve\">שלום בע״מ</w:t>",
        "<w:r><w:rPr><w:rStyle w:val=\"Emphasis\"/></w:rPr><w:t xml:space=\"preserve\"> C++</w:t>",
    ];
    let lacks = ["<w:pStyle w:val=\"Title\"/><w:bidi/>", "<w:pStyle w:val=\"Profile\"/><w:bidi/>"];
    check_part(&Options::default(), "word/document.xml", &holds, &lacks);
}
