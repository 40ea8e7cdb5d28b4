//! The rules the reader itself reports, with the text `vitae explain` shows for each.

use resume::Severity;

/// A rule of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReaderRule {
    /// Kebab-case id; names the defect.
    pub id: &'static str,
    /// How much it usually matters.
    pub severity: Severity,
    /// What it means, in one line.
    pub summary: &'static str,
    /// The whole explanation, with one flagged and one clean example (`yaml,flagged` and
    /// `yaml,clean` blocks).
    pub docs_markdown: &'static str,
}

macro_rules! rules {
    ($($id:literal $severity:ident $summary:literal)*) => {
        &[$(ReaderRule {
            id: $id,
            severity: Severity::$severity,
            summary: $summary,
            docs_markdown: include_str!(concat!("../rules/", $id, ".md")),
        }),*]
    };
}

/// The rules of the reader, by id.
pub fn reader_rules() -> &'static [ReaderRule] {
    rules! {
        "colon-in-text" Error "A colon in an unquoted text makes a mapping of it"
        "duplicate-key" Error "A key stands twice in one mapping"
        "empty-value" Warning "A list item or bullet holds nothing"
        "hash-in-text" Warning "An unquoted text is cut short by ` #` and a number"
        "number-for-text" Warning "An unquoted text reads as a number"
        "several-documents" Error "The file holds more than one YAML document"
        "unknown-field" Warning "A key is not part of the format"
        "unknown-tag" Warning "A word that begins with `!` is a YAML tag"
        "unknown-value" Error "A setting has a value that does not exist"
        "wrong-type" Error "A list, text or mapping stands where another one belongs"
    }
}
