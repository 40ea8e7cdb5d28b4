//! What pages of HTML, Markdown and JSON-LD look like from inside.

use export::{Format, Options, export};
use resume::Resume;
use resume::model::{Accent, Paper};
use serde_json::{Value, json};

fn exported(value: Value, format: Format, options: &Options) -> String {
    let resume: Resume = serde_json::from_value(value).expect("a resume");
    String::from_utf8(export(&resume, format, options)).expect("text is UTF-8")
}

fn person() -> Value {
    json!({
        "basics": { "name": "Ada <Kovač>", "label": "R&D", "email": "ada@example.com",
            "profiles": [{ "network": "GitHub", "url": "https://github.com/adak" }],
            "summary": "Two \"sentences\"." },
        "work": [
            { "name": "Heron", "description": "parcels", "position": "Senior", "location": "Split",
              "startDate": "2021-03", "highlights": ["Cut 2 s to 90 ms."], "url": "javascript:x()" },
            { "name": "Heron", "position": "Junior", "startDate": "2019", "endDate": "spring" },
        ],
        "awards": [{ "title": "Prize", "date": "2020-05", "awarder": "City" }],
        "skills": [{ "name": "Data", "level": "daily", "keywords": ["SQL", "C++"] }],
        "languages": [{ "language": "Croatian", "fluency": "native" }],
    })
}

#[track_caller]
fn check(format: Format, parts: &[&str]) {
    let page = exported(person(), format, &Options::default());
    let mut rest = page.as_str();
    for part in parts {
        let start = rest.find(part).unwrap_or_else(|| panic!("no {part:?} in\n{rest}"));
        rest = &rest[start + part.len()..];
    }
}

#[test]
fn html_says_what_things_are() {
    check(
        Format::Html,
        &[
            "<!DOCTYPE html>\n<html lang=\"en\">\n",
            "<title>Ada &lt;Kovač&gt; – R&amp;D</title>",
            "<header class=\"p-contact h-card\">\n<h1 class=\"p-name\">Ada &lt;Kovač&gt;</h1>",
            "<a href=\"mailto:ada@example.com\" class=\"u-email\">ada@example.com</a>",
            "<span class=\"quiet\">GitHub</span> <a href=\"https://github.com/adak\" class=\"u-url\" rel=\"me\">",
            "</header>\n<main>\n<p class=\"summary p-summary\">Two &quot;sentences&quot;.</p>",
            "<section id=\"work\">\n<h2>Experience</h2>",
            "<article>\n<h3>Heron <span class=\"sep\">–</span> <span class=\"context\">parcels</span></h3>",
            "<strong class=\"p-name\">Senior</strong> <span class=\"sep\">·</span> ",
            "<time class=\"dt-start\" datetime=\"2021-03\">Mar 2021</time> – Present</span></p>\n<ul>\n",
            "<li>Cut 2 s to 90 ms.</li>\n</ul>\n</div>\n",
            "datetime=\"2019\">2019</time> – spring",
            "<li><strong>Data</strong> <span class=\"quiet\">(daily)</span>: <span class=\"p-skill\">SQL</span>, ",
            "<h3>Prize <span class=\"sep\">–</span> <span class=\"context\">City</span>",
            "datetime=\"2020-05\">May 2020</time></span></h3>\n</article>",
            "<li><strong>Croatian</strong> <span class=\"quiet\">(native)</span></li>",
        ],
    );
}

#[test]
fn html_loads_and_runs_nothing() {
    let page = exported(person(), Format::Html, &Options::default());
    assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; "));
    for forbidden in
        ["<script", "<link", "<img", "<iframe", "src=", "url(", "@import", "javascript:", " onload"]
    {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn headings_have_no_gaps() {
    let mut nameless = person();
    nameless["basics"]["name"] = Value::Null;
    for value in [person(), nameless, json!({ "skills": [{ "name": "Go" }] })] {
        let page = exported(value, Format::Html, &Options::default());
        let levels = page.split("<h").skip(1).filter_map(|rest| rest[..1].parse::<u8>().ok());
        let levels: Vec<u8> = levels.collect();
        assert_eq!(levels.first(), Some(&1));
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    }
}

#[test]
fn html_has_the_look_asked_for() {
    let accent = Some(Accent { rgb: [0x8a, 0x1c, 0x2b] });
    let options = Options { paper: Paper::Letter, language: "ar-EG", accent, ascii: false };
    let page = exported(person(), Format::Html, &options);
    for part in ["<html lang=\"ar-EG\" dir=\"rtl\">", "@page { size: letter;", "--accent: #8a1c2b;"]
    {
        assert!(page.contains(part), "{part}");
    }
    let plain = exported(json!({}), Format::Html, &Options::default());
    assert!(plain.contains("@page { size: A4;") && plain.contains("<title>Resume</title>"));
    assert!(!plain.contains("ACCENT") && !plain.contains("PAPER"));
}

#[test]
fn markdown_is_for_people_too() {
    assert_eq!(
        exported(person(), Format::Markdown, &Options::default()),
        "# Ada \\<Kovač>\n\nR&D\n\n[ada@example.com](<mailto:ada@example.com>)\\\n\
         GitHub: [github.com/adak](<https://github.com/adak>)\n\nTwo \"sentences\".\n\n\
         ## Experience\n\n### Heron – parcels\n\n**Senior** · Split · Mar 2021 – Present\n\n\
         - Cut 2 s to 90 ms.\n\n**Junior** · 2019 – spring\n\n\
         ## Skills\n\n- **Data** (daily): SQL, C++\n\n\
         ## Awards\n\n### Prize – City · May 2020\n\n\
         ## Languages\n\n- **Croatian** (native)\n"
    );
    assert_eq!(exported(json!({}), Format::Markdown, &Options::default()), "");
}

#[test]
fn json_ld_is_a_person() {
    let text = exported(person(), Format::JsonLd, &Options::default());
    let found: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        found,
        json!({
            "@context": "https://schema.org",
            "@type": "Person",
            "name": "Ada <Kovač>",
            "jobTitle": "R&D",
            "description": "Two \"sentences\".",
            "email": "ada@example.com",
            "sameAs": ["https://github.com/adak"],
            "worksFor": [
                { "@type": "EmployeeRole", "roleName": "Senior", "startDate": "2021-03",
                  "worksFor": { "@type": "Organization", "name": "Heron", "description": "parcels" } },
                { "@type": "EmployeeRole", "roleName": "Junior", "startDate": "2019",
                  "worksFor": { "@type": "Organization", "name": "Heron" } },
            ],
            "hasOccupation": [
                { "@type": "Role", "startDate": "2021-03", "hasOccupation": {
                    "@type": "Occupation", "name": "Senior",
                    "responsibilities": ["Cut 2 s to 90 ms."],
                    "occupationLocation": { "@type": "AdministrativeArea", "name": "Split" } } },
                { "@type": "Role", "startDate": "2019",
                  "hasOccupation": { "@type": "Occupation", "name": "Junior" } },
            ],
            "knowsAbout": ["SQL", "C++"],
            "knowsLanguage": [
                { "@type": "Language", "name": "Croatian", "description": "native" },
            ],
            "award": ["Prize, City, 2020-05"],
        })
    );
    let nobody = exported(json!({}), Format::JsonLd, &Options::default());
    assert_eq!(nobody, "{\n  \"@context\": \"https://schema.org\",\n  \"@type\": \"Person\"\n}\n");
}

#[test]
fn json_ld_has_schools_certificates_and_works() {
    let text = exported(
        json!({
            "education": [{ "institution": "FESB", "area": "Computing", "studyType": "BSc",
                "endDate": "2016", "courses": ["Compilers"] }],
            "certificates": [{ "name": "CKA", "issuer": "CNCF", "date": "2022-06" }],
            "volunteer": [{ "organization": "Code Club", "highlights": ["Taught."] }],
            "publications": [{ "name": "Talk", "publisher": "Meetup", "releaseDate": "2024-06" }],
            "projects": [{ "name": "tool", "url": "https://tool.example", "keywords": ["Rust"] }],
        }),
        Format::JsonLd,
        &Options::default(),
    );
    let found: Value = serde_json::from_str(&text).expect("JSON");
    let school = json!({ "@type": "EducationalOrganization", "name": "FESB" });
    for (pointer, expected) in [
        (
            "/alumniOf/0",
            json!({ "@type": "OrganizationRole", "endDate": "2016", "alumniOf": school }),
        ),
        (
            "/hasCredential/0",
            json!({
                "@type": "EducationalOccupationalCredential", "name": "BSc, Computing",
                "credentialCategory": "degree", "educationalLevel": "BSc",
                "about": [{ "@type": "Thing", "name": "Computing" }, { "@type": "Thing", "name": "Compilers" }],
                "recognizedBy": school,
            }),
        ),
        (
            "/hasCredential/1",
            json!({
                "@type": "EducationalOccupationalCredential", "name": "CKA",
                "credentialCategory": "certificate", "dateCreated": "2022-06",
                "recognizedBy": { "@type": "Organization", "name": "CNCF" },
            }),
        ),
        (
            "/memberOf/0",
            json!({
                "@type": "OrganizationRole", "description": "Taught.",
                "memberOf": { "@type": "Organization", "name": "Code Club" },
            }),
        ),
        (
            "/@reverse/author/0",
            json!({
                "@type": "CreativeWork", "name": "Talk", "datePublished": "2024-06",
                "publisher": { "@type": "Organization", "name": "Meetup" },
            }),
        ),
        (
            "/@reverse/contributor/0",
            json!({
                "@type": "CreativeWork", "name": "tool", "url": "https://tool.example",
                "keywords": ["Rust"],
            }),
        ),
    ] {
        assert_eq!(found.pointer(pointer), Some(&expected), "{pointer}");
    }
}
