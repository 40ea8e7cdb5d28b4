//! A job as Markdown.

use std::fmt::Write;

use resume::Job;

use crate::markdown::escape;

/// The whole page.
pub(super) fn write(job: &Job) -> String {
    let page = job.page();
    let mut out = String::new();
    let mut blocks = Vec::new();
    if let Some(title) = &page.title {
        blocks.push(format!("# {}\n", escape(title)));
    }
    if let Some(company) = &page.company {
        blocks.push(format!("**Company:** {}\n", escape(company)));
    }
    let mut facts = String::new();
    for fact in &page.facts {
        let _ = writeln!(facts, "- **{}:** {}", fact.label, escape(&fact.text));
    }
    blocks.push(facts);
    for part in &page.sections {
        blocks.push(format!("## {}\n", escape(&part.heading)));
        blocks.extend(part.paragraphs.iter().map(|text| format!("{}\n", escape(text))));
        let mut list = String::new();
        for (at, item) in part.items.iter().enumerate() {
            let mark = if part.ordered { format!("{}.", at + 1) } else { "-".to_owned() };
            let is_address = item.starts_with("https://") && !item.contains([' ', '<', '>']);
            let item = if is_address { format!("<{item}>") } else { escape(item) };
            let _ = writeln!(list, "{mark} {item}");
        }
        blocks.push(list);
    }
    blocks.retain(|block| !block.is_empty());
    out.push_str(&blocks.join("\n"));
    out
}
