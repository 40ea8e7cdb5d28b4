//! The tables of an export: which columns become which keys.

use crate::foreign::table::How::{Body, Date, Paragraph, Text};
use crate::foreign::table::{Field, field};

/// A table of the export whose rows are entries of one section.
pub(super) struct Table {
    /// Its file name in lower case.
    pub(super) file: &'static str,
    /// The section.
    pub(super) section: &'static str,
    /// Its columns.
    pub(super) fields: &'static [Field],
    /// True where an empty `Finished On` beside a start means that it goes on.
    pub(super) open: bool,
}

const START: Field = field("startDate", Date, &["startedon", "startdate"]);
const END: Field = field("endDate", Date, &["finishedon", "enddate"]);
const URL: Field = field("url", Text, &["url"]);

/// All of them, in the order they are read.
pub(super) const TABLES: &[Table] = &[
    Table {
        file: "positions.csv",
        section: "work",
        fields: &[
            field("name", Text, &["companyname"]),
            field("position", Text, &["title"]),
            field("location", Text, &["location"]),
            START,
            END,
            field("summary", Body, &["description"]),
        ],
        open: true,
    },
    Table {
        file: "education.csv",
        section: "education",
        fields: &[
            field("institution", Text, &["schoolname"]),
            field("studyType", Text, &["degreename"]),
            START,
            END,
        ],
        open: false,
    },
    Table {
        file: "certifications.csv",
        section: "certificates",
        fields: &[
            field("name", Text, &["name"]),
            field("date", Date, &["startedon"]),
            URL,
            field("issuer", Text, &["authority"]),
        ],
        open: false,
    },
    Table {
        file: "languages.csv",
        section: "languages",
        fields: &[field("language", Text, &["name"]), field("fluency", Text, &["proficiency"])],
        open: false,
    },
    Table {
        file: "projects.csv",
        section: "projects",
        fields: &[
            field("name", Text, &["title"]),
            START,
            END,
            URL,
            field("description", Body, &["description"]),
        ],
        open: false,
    },
    Table {
        file: "publications.csv",
        section: "publications",
        fields: &[
            field("name", Text, &["name"]),
            field("publisher", Text, &["publisher"]),
            field("releaseDate", Date, &["publishedon"]),
            URL,
            field("summary", Paragraph, &["description"]),
        ],
        open: false,
    },
    Table {
        file: "patents.csv",
        section: "publications",
        fields: &[
            field("name", Text, &["title"]),
            field("releaseDate", Date, &["issuedon", "filedon"]),
            URL,
            field("summary", Paragraph, &["description"]),
        ],
        open: false,
    },
    Table {
        file: "honors.csv",
        section: "awards",
        fields: &[
            field("title", Text, &["title"]),
            field("date", Date, &["issuedon"]),
            field("summary", Paragraph, &["description"]),
        ],
        open: false,
    },
    Table {
        file: "volunteering.csv",
        section: "volunteer",
        fields: &[
            field("organization", Text, &["companyname"]),
            field("position", Text, &["role"]),
            START,
            END,
            field("summary", Body, &["description"]),
        ],
        open: true,
    },
    Table {
        file: "organizations.csv",
        section: "volunteer",
        fields: &[
            field("organization", Text, &["name"]),
            field("position", Text, &["position"]),
            START,
            END,
            field("summary", Body, &["description"]),
        ],
        open: false,
    },
];

/// Tables that are read in a way of their own.
pub(super) const OTHERS: [&str; 6] = [
    "profile.csv",
    "email addresses.csv",
    "phonenumbers.csv",
    "skills.csv",
    "courses.csv",
    "recommendations_received.csv",
];
