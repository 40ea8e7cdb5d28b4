//! Prints what the rules say about any lines, for people:
//!
//! ```console
//! $ echo 'Helped with the ledger' | cargo test -p lint --test it -- --ignored dump_lines --nocapture
//! ```

use std::io::Read;

use resume::Stage;

use crate::page::{check, resume, with_bullets};

#[test]
#[ignore = "reads lines from standard input and prints findings, for people"]
#[expect(clippy::print_stderr, clippy::disallowed_methods, reason = "that is its purpose")]
fn dump_lines() {
    let mut text = String::new();
    let read = std::io::stdin().read_to_string(&mut text);
    read.expect("standard input is text");
    // A whole resume, or lines that are each a page of one bullet; `# senior` sets the stage.
    if text.contains("\nwork:") {
        let mut pages = text.split("\n---\n");
        return pages.by_ref().for_each(|page| {
            let stage = page.lines().find_map(|line| line.strip_prefix("# stage ")?.parse().ok());
            eprintln!("====");
            for finding in check(&resume(page), stage.unwrap_or(Stage::Senior)).findings {
                eprintln!(
                    "  {} {} {}: {}",
                    finding.severity, finding.rule, finding.path, finding.message
                );
            }
        });
    }
    let mut stage = Stage::Senior;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(named) = line.strip_prefix("# ") {
            stage = named.parse().expect("a stage");
            continue;
        }
        eprintln!("{line}");
        let page = if let Some(summary) = line.strip_prefix("summary: ") {
            let mut page = with_bullets(&[""; 0]);
            page.basics.get_or_insert_default().summary = Some(summary.to_owned());
            page
        } else {
            with_bullets(&[line])
        };
        let findings = check(&page, stage).findings;
        let about = findings.iter().filter(|finding| finding.range.is_some());
        for finding in about {
            eprintln!("    {} {}: {}", finding.severity, finding.rule, finding.message);
        }
    }
}
