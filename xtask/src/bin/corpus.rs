//! `cargo xtask corpus FOLDER`: every rule over resumes that nobody here wrote, to read its false
//! alarms.
//!
//! Takes the texts below a folder: DOCX files, and `docs.jsonl` files whose documents have a
//! `text`. Texts are turned into resumes by their headings alone, roughly, until documents can be
//! read: what counts here is the wording of lines, not the fields of a page.
//!
//! `cargo xtask corpus FOLDER RULE` lists the findings of one rule with the text they point at.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "reads what it is pointed at and prints a table"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use lint::{Options, Outcome};
use resume::model::{Resume, Skill, Texts, Work};
use resume::{Date, Finding, Stage};
use roles::RolePack;

/// Texts of fewer lines were flattened by somebody; their lines are no lines.
const FEWEST_LINES: usize = 15;

/// Shorter lines are titles, dates and names.
const FEWEST_WORDS: usize = 4;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, rules @ ..] = arguments.as_slice() else { bail!("which folder?") };
    let mut texts = Vec::new();
    collect(Path::new(folder), &mut texts)?;
    texts.sort();
    texts.retain(|(_, text)| text.lines().count() >= FEWEST_LINES);
    ensure!(!texts.is_empty(), "no resume texts below {folder}");
    let checked: Vec<Checked> = texts.into_iter().map(Checked::new).collect();
    match rules {
        [] => table(&checked),
        rules => checked.iter().for_each(|checked| checked.list(rules)),
    }
    Ok(())
}

/// Names and texts of all resumes below a folder.
fn collect(path: &Path, texts: &mut Vec<(String, String)>) -> Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path).with_context(|| path.display().to_string())? {
            collect(&entry?.path(), texts)?;
        }
        return Ok(());
    }
    let name = || path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("docx") => texts.push((name(), docx(path)?)),
        Some("jsonl") => {
            for line in fs::read_to_string(path)?.lines() {
                let value: serde_json::Value = serde_json::from_str(line)?;
                let field = |key: &str| value.get(key).and_then(serde_json::Value::as_str);
                if let (Some(id), Some(text)) = (field("id"), field("text")) {
                    texts.push((id.to_owned(), text.to_owned()));
                }
            }
        }
        _ => {}
    }
    Ok(())
}

/// The paragraphs of a DOCX file, one a line.
fn docx(path: &Path) -> Result<String> {
    let output = Command::new("unzip")
        .arg("-p")
        .arg(path)
        .arg("word/document.xml")
        .output()
        .context("`unzip` could not be started")?;
    ensure!(output.status.success(), "{} is no DOCX file", path.display());
    let xml = String::from_utf8_lossy(&output.stdout)
        .replace("</w:p>", "\n")
        .replace("<w:br/>", "\n")
        .replace("<w:tab/>", " ");
    let mut text = String::new();
    for (at, piece) in xml.split('<').enumerate() {
        let shown =
            if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) };
        text += shown;
    }
    Ok(text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\""))
}

/// A text with what every rule says about it.
struct Checked {
    name: String,
    resume: Resume,
    outcome: Outcome,
}

impl Checked {
    fn new((name, text): (String, String)) -> Self {
        let pack = RolePack::backend_engineer();
        let resume = resume_of(&text, pack);
        let options =
            Options { stage: Some(Stage::Mid), as_of: Date::Month(2026, 11), layout: None };
        let outcome = lint::check(&resume, pack, &options);
        Self { name, resume, outcome }
    }

    fn list(&self, rules: &[String]) {
        let texts = Texts::of(&self.resume);
        let asked = |finding: &&Finding| rules.iter().any(|rule| *rule == finding.rule);
        for finding in self.outcome.findings.iter().filter(asked) {
            let text = texts.get(&finding.path).unwrap_or_default();
            let said = finding.range.clone().and_then(|range| text.get(range)).unwrap_or_default();
            println!(
                "{} {}: {}\n    [{said}] in: {text}",
                self.name, finding.rule, finding.message
            );
        }
    }
}

/// Lines under their headings: a summary, skills, and everything else as bullets of one role.
fn resume_of(text: &str, pack: &RolePack) -> Resume {
    let mut resume = Resume::default();
    let (mut summary, mut skills, mut role) = (Vec::new(), Skill::default(), Work::default());
    let mut section = "";
    for line in text
        .lines()
        .map(|line| line.trim().trim_start_matches(['•', '-', '*', '·', '\u{f0b7}']).trim())
    {
        if let Some(heading) = heading(line, pack) {
            section = heading;
            continue;
        }
        let words = line.split_whitespace().count();
        match section {
            "skills" => {
                let items = line.rsplit(':').next().unwrap_or_default().split([',', ';', '|']);
                let items = items.map(str::trim).filter(|item| !item.is_empty());
                skills.keywords.extend(items.map(str::to_owned));
            }
            "summary" if words > 0 => summary.push(line),
            "work" | "projects" | "volunteer" | "" if words >= FEWEST_WORDS => {
                role.highlights.push(line.into());
            }
            _ => {}
        }
    }
    role.name = Some("Harbor Analytics".to_owned());
    role.position = Some("Engineer".to_owned());
    role.start_date = Some(Date::Month(2020, 1));
    resume.work.push(role);
    resume.basics.get_or_insert_default().summary =
        Some(summary.join(" ")).filter(|summary| !summary.is_empty());
    if !skills.keywords.is_empty() {
        resume.skills.push(skills);
    }
    resume
}

/// The section a line begins, when it is a heading.
fn heading<'a>(line: &str, pack: &'a RolePack) -> Option<&'a str> {
    let said = normal(line.trim_end_matches(':'));
    let section = pack.sections.iter().find(|section| {
        section.names.iter().chain([&section.key]).any(|name| normal(name) == said)
    })?;
    Some(&section.key)
}

fn normal(text: &str) -> Vec<String> {
    roles::words(text).into_iter().map(|word| word.norm.to_string()).collect()
}

/// Findings by rule: how many, in how many documents.
fn table(checked: &[Checked]) {
    let lines: usize = checked
        .iter()
        .map(|checked| checked.resume.work.iter().map(|role| role.highlights.len()).sum::<usize>())
        .sum();
    println!("{} documents, {lines} lines of work\n", checked.len());
    let mut rows: BTreeMap<&str, (usize, usize)> =
        lint::rules().iter().map(|rule| (rule.id, (0, 0))).collect();
    for checked in checked {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in &checked.outcome.findings {
            *seen.entry(finding.rule.as_ref()).or_default() += 1;
        }
        for (rule, count) in seen {
            let row = rows.entry(rule).or_default();
            *row = (row.0 + count, row.1 + 1);
        }
    }
    println!("| rule | findings | documents |\n|---|---:|---:|");
    for (rule, (findings, documents)) in rows {
        println!("| `{rule}` | {findings} | {documents} |");
    }
}
