//! Numbers, texts and places in words, the same on every surface.

use resume::ReportedFinding;

/// `text` with every run of white space as one blank.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A count that may have a fraction, with one digit at most.
pub fn number(value: f64) -> String {
    // An empty sum is a negative zero.
    let text = format!("{:.1}", value + 0.0);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// Where a finding in a document is seen, in words; empty when it is about all of it.
pub fn on_paper(finding: &ReportedFinding) -> String {
    // What is about no value stands on no line.
    let line = (!finding.path.is_empty()).then_some(finding.line);
    place(finding.page, line)
}

/// A page and a line in words.
pub fn place(page: Option<usize>, line: Option<usize>) -> String {
    let page = page.map(|page| format!("page {page}"));
    let line = line.map(|line| format!("line {line}"));
    page.into_iter().chain(line).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_needless_digits() {
        for (value, expected) in
            [(0.0, "0"), (-0.0, "0"), (3.0, "3"), (2.5, "2.5"), (2.04, "2"), (10.0, "10")]
        {
            assert_eq!(number(value), expected);
        }
    }
}
