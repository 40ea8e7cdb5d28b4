//! What the form of a resume asks for, as a table: every section and field with its label, in the
//! order of the page. Reading a form, showing it and saying what a field is called follow it.

use std::borrow::Cow;

use resume::model::{DateFormat, Density, Paper};
use resume::{FieldPath, Segment, Stage};

/// One field, or a part with fields of its own.
#[derive(Debug)]
pub(crate) struct Field {
    /// Its key in a file.
    pub(crate) key: &'static str,
    /// What people call it.
    pub(crate) label: &'static str,
    /// What it holds.
    pub(crate) kind: Kind,
    /// A word of help below it; may be empty.
    pub(crate) hint: &'static str,
    /// The token of the HTML attribute `autocomplete`; empty for none.
    pub(crate) autocomplete: &'static str,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// A line of text.
    Line,
    /// A line of text that is an e-mail address, a telephone number or the address of a page.
    Address(Address),
    /// A claim: a sentence, which is one paragraph however long.
    Claim,
    /// Text that may have several paragraphs.
    Text,
    /// A year, a month, a day or "present".
    Date,
    /// A list of short texts, written with commas.
    Words,
    /// A color.
    Color,
    /// One of some words.
    Choice(fn() -> Vec<Cow<'static, str>>),
    /// A part with fields.
    Part(&'static [Field]),
    /// A list of parts; what one of them is called.
    List(&'static str, &'static [Field]),
    /// Bullets.
    Bullets,
}

/// What kind of address a line holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Address {
    Email,
    Telephone,
    Page,
}

impl Field {
    const fn new(key: &'static str, label: &'static str, kind: Kind) -> Self {
        Self { key, label, kind, hint: "", autocomplete: "" }
    }

    const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    const fn auto(self, autocomplete: &'static str) -> Self {
        Self { autocomplete, ..self }
    }
}

impl Kind {
    /// The fields of a part or of the items of a list.
    pub(crate) fn fields(self) -> Option<&'static [Field]> {
        match self {
            Self::Part(fields) | Self::List(_, fields) => Some(fields),
            Self::Bullets => Some(BULLET),
            _ => None,
        }
    }

    /// True for a list whose items stand on the form one by one.
    pub(crate) fn is_list(self) -> bool {
        matches!(self, Self::List(..) | Self::Bullets)
    }
}

/// The field at a path, whose positions may be any.
pub(crate) fn field_at(path: &FieldPath) -> Option<&'static Field> {
    let mut fields = Some(RESUME);
    let mut found: Option<&'static Field> = None;
    let mut in_list = false;
    for segment in path.segments() {
        match segment {
            Segment::Key(key) if !in_list => {
                let field = fields?.iter().find(|field| field.key == key)?;
                found = Some(field);
                fields = field.kind.fields();
                in_list = field.kind.is_list();
            }
            Segment::Index(_) if in_list => in_list = false,
            _ => return None,
        }
    }
    found
}

const LINE: Kind = Kind::Line;
const PAGE: Kind = Kind::Address(Address::Page);

const fn start() -> Field {
    Field::new("startDate", "Start", Kind::Date)
}

const fn end() -> Field {
    Field::new("endDate", "End", Kind::Date).hint("empty while it goes on")
}

const fn bullets() -> Field {
    Field::new("highlights", "Bullets", Kind::Bullets)
}

const fn url() -> Field {
    Field::new("url", "Address of its page", PAGE)
}

/// The whole form.
pub(crate) const RESUME: &[Field] = &[
    Field::new("basics", "About you", Kind::Part(BASICS)),
    Field::new("work", "Work", Kind::List("job", WORK)).hint("the most recent first"),
    Field::new("projects", "Projects", Kind::List("project", PROJECT)),
    Field::new("skills", "Skills", Kind::List("group of skills", SKILL)),
    Field::new("education", "Education", Kind::List("course of study", EDUCATION)),
    Field::new("certificates", "Certificates", Kind::List("certificate", CERTIFICATE)),
    Field::new("publications", "Publications", Kind::List("publication", PUBLICATION)),
    Field::new("awards", "Awards", Kind::List("award", AWARD)),
    Field::new("volunteer", "Volunteer work", Kind::List("role", VOLUNTEER)),
    Field::new("languages", "Languages", Kind::List("language", LANGUAGE)),
    Field::new("interests", "Interests", Kind::List("interest", INTEREST)),
    Field::new("references", "References", Kind::List("reference", REFERENCE)),
    Field::new("vitae", "Look and stage", Kind::Part(SETTINGS)),
];

const BASICS: &[Field] = &[
    Field::new("name", "Name", LINE).auto("name"),
    Field::new("label", "Line under your name", LINE)
        .hint("title, main language, data store, domain")
        .auto("organization-title"),
    Field::new("email", "E-mail", Kind::Address(Address::Email)).auto("email"),
    Field::new("phone", "Telephone", Kind::Address(Address::Telephone)).auto("tel"),
    Field::new("url", "Your site", PAGE).auto("url"),
    Field::new("location", "Where you are", Kind::Part(PLACE)),
    Field::new("summary", "Summary", Kind::Text)
        .hint("two or three sentences: what you own or built, how big it is"),
    Field::new("profiles", "Profiles", Kind::List("profile", PROFILE)),
];

const PLACE: &[Field] = &[
    Field::new("city", "City", LINE).auto("address-level2"),
    Field::new("region", "State or region", LINE).auto("address-level1"),
    Field::new("countryCode", "Country", LINE).hint("two letters, as DE or US").auto("country"),
    Field::new("postalCode", "Postal code", LINE).auto("postal-code"),
    Field::new("address", "Street", LINE).hint("better left out").auto("street-address"),
];

const PROFILE: &[Field] = &[
    Field::new("network", "Network", LINE).hint("as GitHub"),
    Field::new("username", "Your name there", LINE),
    Field::new("url", "Address", PAGE),
];

const WORK: &[Field] = &[
    Field::new("position", "Title", LINE),
    Field::new("name", "Employer", LINE),
    start(),
    end(),
    Field::new("location", "Where", LINE).hint("a city, or Remote"),
    Field::new("url", "Its site", PAGE),
    Field::new("description", "What the employer does", LINE),
    Field::new("summary", "Scope of the role", Kind::Text).hint("team, system, size, in a line"),
    bullets(),
];

const VOLUNTEER: &[Field] = &[
    Field::new("position", "Title", LINE),
    Field::new("organization", "Organization", LINE),
    start(),
    end(),
    Field::new("url", "Its site", PAGE),
    Field::new("summary", "The role in a line", Kind::Text),
    bullets(),
];

const PROJECT: &[Field] = &[
    Field::new("name", "Name", LINE),
    Field::new("description", "What it is", Kind::Text).hint("in a sentence"),
    start(),
    end(),
    url(),
    Field::new("roles", "Your roles", Kind::Words).hint("as Maintainer"),
    Field::new("entity", "Company or community", LINE),
    Field::new("type", "Kind of thing", LINE).hint("as library"),
    Field::new("keywords", "Technologies", Kind::Words),
    bullets(),
];

const EDUCATION: &[Field] = &[
    Field::new("institution", "School", LINE),
    Field::new("studyType", "Degree", LINE).hint("as BSc"),
    Field::new("area", "Subject", LINE),
    start(),
    end(),
    Field::new("score", "Grade", LINE),
    Field::new("url", "Its site", PAGE),
    Field::new("courses", "Courses worth naming", Kind::Words),
];

const CERTIFICATE: &[Field] = &[
    Field::new("name", "Name", LINE),
    Field::new("issuer", "Issued by", LINE),
    Field::new("date", "When", Kind::Date),
    Field::new("url", "Where it can be checked", PAGE),
];

const PUBLICATION: &[Field] = &[
    Field::new("name", "Title", LINE),
    Field::new("publisher", "Publisher or conference", LINE),
    Field::new("releaseDate", "When", Kind::Date),
    url(),
    Field::new("summary", "What it is about", Kind::Text),
];

const AWARD: &[Field] = &[
    Field::new("title", "Name", LINE),
    Field::new("awarder", "Given by", LINE),
    Field::new("date", "When", Kind::Date),
    Field::new("summary", "What for", Kind::Text),
];

const SKILL: &[Field] = &[
    Field::new("name", "Group", LINE).hint("as Databases"),
    Field::new("keywords", "Skills", Kind::Words),
    Field::new("level", "Level", LINE).hint("better shown by a bullet"),
];

const LANGUAGE: &[Field] = &[
    Field::new("language", "Language", LINE),
    Field::new("fluency", "How well", LINE).hint("as C1"),
];

const INTEREST: &[Field] =
    &[Field::new("name", "What", LINE), Field::new("keywords", "More precisely", Kind::Words)];

const REFERENCE: &[Field] =
    &[Field::new("name", "Who", LINE), Field::new("reference", "What they say", Kind::Text)];

/// The fields of a bullet.
pub(crate) const BULLET: &[Field] = &[
    Field::new("text", "Claim", Kind::Claim),
    Field::new("tags", "Tags", Kind::Words).hint("words that variants select bullets by"),
    Field::new("evidence", "Evidence", Kind::Claim).hint("a note or link for you; never printed"),
];

const SETTINGS: &[Field] = &[
    Field::new(
        "stage",
        "Career stage",
        Kind::Choice(|| words(Stage::ALL.iter().map(|it| it.as_str()))),
    )
    .hint("the bar that the page is graded against"),
    Field::new(
        "template",
        "Template",
        Kind::Choice(|| words(typeset::templates().iter().map(|it| it.name.as_str()))),
    ),
    Field::new("paper", "Paper", Kind::Choice(|| words(Paper::ALL.iter().map(|it| it.as_str())))),
    Field::new("accent", "Color", Kind::Color).hint("of headings and links, as #1d4e79"),
    Field::new("font", "Letters", LINE),
    Field::new(
        "density",
        "Density",
        Kind::Choice(|| words(Density::ALL.iter().map(|it| it.as_str()))),
    ),
    Field::new(
        "dateFormat",
        "Dates",
        Kind::Choice(|| words(DateFormat::ALL.iter().map(|it| it.as_str()))),
    ),
    Field::new("language", "Language of the text", LINE).hint("a tag, as en or de-CH"),
    Field::new("sections", "Order of sections", Kind::Words).hint("keys, as skills, work"),
];

fn words(all: impl Iterator<Item = &'static str>) -> Vec<Cow<'static, str>> {
    all.map(Cow::Borrowed).collect()
}
