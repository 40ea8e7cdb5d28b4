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
    /// The whole explanation. A rule about data has one flagged and one clean example
    /// (`yaml,flagged` and `yaml,clean` blocks); examples of rules about documents are files, made
    /// by the tests.
    pub docs_markdown: &'static str,
    /// What it looks at.
    pub about: About,
}

/// What a rule of the reader looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A file that names its fields: YAML, JSON.
    Data,
    /// A file that shows a page: PDF, Word, HTML, text.
    Documents,
    /// A page that describes a job.
    Postings,
}

macro_rules! rules {
    ($($id:literal $about:ident $severity:ident $summary:literal)*) => {
        &[$(ReaderRule {
            id: $id,
            severity: Severity::$severity,
            summary: $summary,
            docs_markdown: include_str!(concat!("../rules/", $id, ".md")),
            about: About::$about,
        }),*]
    };
}

/// The rules of the reader, by id.
pub fn reader_rules() -> &'static [ReaderRule] {
    rules! {
        "active-content" Documents Warning "The file carries a program or opens an address by itself"
        "colon-in-text" Data Error "A colon in an unquoted text makes a mapping of it"
        "comment-in-file" Documents Warning "A comment or a note travels with the file"
        "contact-outside-text" Documents Error "Contact details that stand in a header, footer or text box only"
        "damaged-document" Documents Error "Parts of the document could not be read"
        "duplicate-key" Data Error "A key stands twice in one mapping"
        "empty-value" Data Warning "A list item or bullet holds nothing"
        "font-without-map" Documents Warning "A font does not say which characters its shapes are"
        "hash-in-text" Data Warning "An unquoted text is cut short by ` #` and a number"
        "hidden-text" Documents Error "Words a machine reads and a person does not see"
        "joined-letters" Documents Info "Letters are stored joined to one character"
        "large-file" Documents Warning "The file is larger than a widely used system reads"
        "large-picture" Documents Info "A picture covers a good part of the page"
        "lookalike-letters" Documents Warning "Letters of another script stand in for Latin ones"
        "nothing-asked" Postings Error "A posting in which nothing was found that it asks for"
        "number-for-text" Data Warning "An unquoted text reads as a number"
        "restricted-file" Documents Info "The file forbids copying or changing"
        "scanned-page" Documents Error "A page holds no text: it is a picture or drawn as shapes"
        "several-columns" Documents Info "The page has more than one column"
        "several-documents" Data Error "The file holds more than one YAML document"
        "spaced-letters" Documents Warning "Letters of a word are set apart with spaces"
        "text-box" Documents Warning "Text stands in a floating box"
        "text-in-table" Documents Warning "Text stands in a table"
        "torn-columns" Documents Warning "The file stores the lines of columns mixed"
        "tracked-changes" Documents Warning "Tracked changes travel with the file"
        "unknown-field" Data Warning "A key is not part of the format"
        "unknown-tag" Data Warning "A word that begins with `!` is a YAML tag"
        "unknown-value" Data Error "A setting has a value that does not exist"
        "unreadable-characters" Documents Warning "Shapes that stand for no character"
        "unsure-reading" Documents Info "A field was read without being sure"
        "wrong-type" Data Error "A list, text or mapping stands where another one belongs"
    }
}
