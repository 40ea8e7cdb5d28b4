//! A ranking for a spreadsheet: a line an applicant, a column a requirement.

use ranking::report::RankReport;

use super::place;

/// The table, RFC 4180 with a line of names.
pub(crate) fn csv(report: &RankReport) -> String {
    let mut head: Vec<String> =
        ["place", "applicant", "band", "fit", "exact words", "look at"].map(str::to_owned).to_vec();
    head.extend(report.job.requirements.iter().map(|one| format!("{}: {}", one.id, one.text)));
    let mut text = line(&head);
    for one in &report.applicants {
        let rules: Vec<&str> = one.integrity.iter().map(|flag| flag.rule.as_str()).collect();
        let mut cells = vec![
            place(one),
            one.applicant.clone(),
            one.band.as_str().to_owned(),
            one.fit.to_string(),
            one.literal.to_string(),
            rules.join(" "),
        ];
        cells.extend(one.criteria.iter().map(|criterion| criterion.status.as_str().to_owned()));
        text += &line(&cells);
    }
    text
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    cells.join(",") + "\r\n"
}

/// A cell. What a spreadsheet would take for a formula gets an apostrophe in front: names of files
/// and requirements are a stranger's words.
fn escaped(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expected: &str) {
        assert_eq!(escaped(cell), expected);
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        check("Go", "Go");
        check("Go, Kafka", "\"Go, Kafka\"");
        check("the \"core\"", "\"the \"\"core\"\"\"");
        check("a\nb", "\"a\nb\"");
        check("=HYPERLINK(1)", "'=HYPERLINK(1)");
        check("-1", "'-1");
        check("C++", "C++");
        check("", "");
    }
}
