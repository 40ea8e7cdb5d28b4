//! LaTeX source: what it says, and that nothing a person typed means anything to TeX.

use export::{Format, Options, export};
use resume::Resume;
use resume::model::Paper;
use serde_json::{Value, json};

fn latex(value: Value, options: &Options) -> String {
    let resume: Resume = serde_json::from_value(value).expect("a resume");
    String::from_utf8(export(&resume, Format::Latex, options)).expect("text is UTF-8")
}

/// The page without preamble and blank lines.
#[track_caller]
fn check(value: Value, expected: &[&str]) {
    let tex = latex(value, &Options::default());
    let (_, page) = tex.split_once("\\thispagestyle{empty}\n").expect("a page");
    let (page, end) = page.rsplit_once("\\end{document}").expect("an end");
    assert_eq!(end, "\n");
    let lines: Vec<&str> = page.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, expected);
}

#[test]
fn commands_say_what_they_show() {
    check(
        json!({
            "basics": { "name": "Ada Kovač", "label": "Engineer", "phone": "+1 555 010 0199",
                "profiles": [{ "network": "GitHub", "url": "https://github.com/a_k" }], "summary": "Two." },
            "work": [
                { "name": "Heron", "description": "parcels", "position": "Senior", "location": "Split",
                  "url": "https://heron.example/?a=1&b=50%#c", "startDate": "2021-03", "summary": "All.",
                  "highlights": ["C++ & C#.", "[x]"] },
                { "name": "Heron", "position": "Junior", "startDate": "2019", "endDate": "2021" },
            ],
        }),
        &[
            r"\person{Ada Kovač}",
            r"\headline{Engineer}",
            r"\contact{\mbox{\href{tel:+15550100199}{+1 555 010 0199}} \middot{} \mbox{\aside{GitHub} \href{https://github.com/a\_k}{github.com/a\_k}}}",
            r"\profile{Two.}",
            r"\section{Experience}",
            r"\entry{\href{https://heron.example/?a=1\&b=50\%25\#c}{\textbf{Heron}} \aside{\textendash{}} parcels}",
            r"\firstrole{\emph{Senior} \middot{} \aside{Split} \middot{} \aside{Mar 2021 \textendash{} Present}}",
            r"\summary{All.}",
            r"\begin{itemize}",
            r"  \item C++ \& C\#.",
            r"  \item {[}x{]}",
            r"\end{itemize}",
            r"\role{\emph{Junior} \middot{} \aside{2019 \textendash{} 2021}}",
        ],
    );
    check(
        json!({
            "projects": [{ "name": "tool", "url": "https://tool.example", "keywords": ["Rust", "C#"] }],
            "certificates": [{ "name": "CKA", "issuer": "CNCF", "date": "2022" }],
            "skills": [{ "name": "Data", "keywords": ["SQL"] }, { "name": "Go" }, { "name": "C" }],
        }),
        &[
            r"\section{Projects}",
            r"\entry{\href{https://tool.example}{\textbf{tool}} \aside{\textendash{}} \href{https://tool.example}{tool.example}}",
            r"\keywords{Rust, C\#}",
            r"\section{Skills}",
            r"\row{\textbf{Data:} SQL}",
            r"\row{\textbf{Go} \middot{} \textbf{C}}",
            r"\section{Certificates}",
            r"\oneline{\textbf{CKA} \aside{\textendash{}} CNCF \middot{} \aside{2022}}",
        ],
    );
}

#[test]
fn missing_parts_leave_no_holes() {
    check(json!({}), &[]);
    check(json!({ "basics": { "name": " " } }), &[]);
    check(
        json!({ "work": [{ "position": "Engineer" }] }),
        &[r"\section{Experience}", r"\role{\emph{Engineer}}"],
    );
    check(
        json!({ "references": [{ "reference": "Calm." }] }),
        &[r"\section{References}", r"\summary{Calm.}"],
    );
}

/// What the preamble for somebody of this name holds, and what not.
#[track_caller]
fn check_preamble(name: &str, options: &Options, holds: &[&str], lacks: &[&str]) {
    let tex = latex(json!({ "basics": { "name": name } }), options);
    let (preamble, _) = tex.split_once("\\begin{document}").expect("a page");
    for wanted in holds {
        assert!(preamble.contains(wanted), "{wanted} is not in\n{preamble}");
    }
    for unwanted in lacks {
        assert!(!preamble.contains(unwanted), "{unwanted} is in\n{preamble}");
    }
}

#[test]
fn the_preamble_follows_options_and_letters() {
    let options = Options::default();
    let wide = "run lualatex or xelatex}";
    check_preamble(
        "Łódź",
        &options,
        &[
            "a4paper",
            "{accent}{HTML}{1D4E79}",
            "pdftitle={Łódź \\textendash{} Resume}",
            "pdflang={en}",
        ],
        &[wide, "$"],
    );
    let other = Options {
        paper: Paper::Letter,
        accent: "#8b1a1a".parse().ok(),
        language: "de}\\x",
        ..options
    };
    check_preamble(
        "$author} \\input{x}",
        &other,
        &[
            "letterpaper",
            "{8B1A1A}",
            "pdflang={dex}",
            "pdfauthor={\\$author\\} \\textbackslash{}input\\{x\\}}",
        ],
        &["a4paper", "\\input{x}", wide],
    );
    check_preamble("Пётр", &options, &[wide], &[]);
    check_preamble("김 かな", &options, &[wide, "Noto Serif CJK"], &[]);
}
