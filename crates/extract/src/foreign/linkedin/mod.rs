//! LinkedIn's data export: a ZIP archive of tables, one a section of the profile.
//!
//! The source text of what is read is the tables one after the other, each below a line with its
//! name, so that a finding can show the row it is about. Birth date, address, messages and
//! contacts stay unread.

mod archive;
mod csv;
mod tables;

use std::ops::Range;
use std::rc::Rc;

use resume::{Origin, Parsed};

use super::build::{Map, Piece, entries, items, list};
use super::table::{record, words};
use super::{network, place};
use crate::foreign::markup::blocks;
use crate::node::{Document, Entry, Node};
use crate::shape::{self, fold};
use crate::{Format, Limits, ReadError};
use tables::{OTHERS, TABLES};

/// True for bytes that look like an export.
pub(crate) fn is_export(bytes: &[u8]) -> bool {
    archive::is_export(bytes)
}

/// Reads an export.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Parsed, ReadError> {
    let wanted: Vec<&str> =
        OTHERS.iter().copied().chain(TABLES.iter().map(|table| table.file)).collect();
    let parts = archive::parts(bytes, &wanted, limits)?;
    let mut text = String::new();
    let mut sheets = Vec::new();
    let mut cells = 0;
    for part in parts {
        text.push_str(&part.name);
        text.push('\n');
        let rows = csv::rows(&part.text, text.len());
        text.push_str(&part.text);
        text.push('\n');
        cells += rows.iter().map(Vec::len).sum::<usize>();
        if cells > limits.nodes {
            return Err(ReadError::whole(
                format!("the tables of the archive hold more than {} cells", limits.nodes),
                "a profile has a few hundred; check that this is the right file",
            ));
        }
        sheets.push(Sheet::new(part.name, rows));
    }
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(ReadError::whole(
            "the archive holds no profile of LinkedIn",
            "ask LinkedIn for a copy of your data with \"Profile\" or everything ticked, and give \
             the ZIP file it sends",
        ));
    }
    let root = Export { text: &text, sheets: &sheets }.resume();
    shape::resume_of(
        &text,
        Format::LinkedInExport,
        &Document { root, second: None },
        Origin::LinkedIn,
    )
}

/// A table as rows of named cells.
struct Sheet {
    name: String,
    rows: Vec<Vec<Entry>>,
}

impl Sheet {
    /// Some exports put a note above the names of the columns: those are the first row in which a
    /// column is called as LinkedIn calls one.
    fn new(name: String, rows: Vec<Vec<Piece>>) -> Self {
        let names =
            ["name", "title", "companyname", "schoolname", "firstname", "emailaddress", "number"];
        let is_head =
            |row: &Vec<Piece>| row.iter().any(|cell| names.contains(&fold(&cell.text).as_str()));
        let head = rows.iter().position(is_head).unwrap_or(0);
        let mut rows = rows.into_iter().skip(head);
        let columns = rows.next().unwrap_or_default();
        let named = rows.map(|row| {
            let cells = columns.iter().zip(row).filter(|(_, cell)| !cell.text.is_empty());
            cells.map(|(column, cell)| entry(column, cell)).collect()
        });
        Self { name, rows: named.collect() }
    }
}

fn entry(column: &Piece, cell: Piece) -> Entry {
    Entry {
        key: column.text.as_str().into(),
        key_span: column.span.clone(),
        odd_key: false,
        value: cell.node(),
    }
}

/// The cell of a column, whatever its case.
fn cell(row: &[Entry], column: &str) -> Option<Piece> {
    row.iter().find(|entry| fold(&entry.key) == column).and_then(|entry| Piece::of(&entry.value))
}

/// From the first cell of a row to the last.
fn span(row: &[Entry]) -> Range<usize> {
    let start = row.first().map_or(0, |entry| entry.value.span.start);
    start..row.last().map_or(start, |entry| entry.value.span.end)
}

/// All tables of an export.
struct Export<'a> {
    text: &'a str,
    sheets: &'a [Sheet],
}

impl Export<'_> {
    fn rows(&self, file: &str) -> &[Vec<Entry>] {
        self.sheets.iter().find(|sheet| sheet.name == file).map_or(&[], |sheet| &sheet.rows)
    }

    fn resume(&self) -> Rc<Node> {
        let mut map = Map::new(0..self.text.len());
        if let Some(basics) = self.basics() {
            map.put("basics", basics);
        }
        for table in TABLES {
            let made = self.rows(table.file).iter().filter_map(|row| {
                let made = record(self.text, row, span(row), table.fields)?;
                Some(if table.open { open(row, made) } else { made })
            });
            let made: Vec<Rc<Node>> = made.collect();
            map.extend(table.section, None, made);
        }
        let skills: Vec<Rc<Node>> = self
            .rows("skills.csv")
            .iter()
            .filter_map(|row| Some(cell(row, "name")?.node()))
            .collect();
        if let (Some(first), Some(last)) = (skills.first(), skills.last()) {
            let at = first.span.start..last.span.end;
            let mut group = Map::new(at);
            group.extend("keywords", None, skills);
            map.extend("skills", None, vec![group.node()]);
        }
        map.extend("references", None, self.references());
        self.with_courses(map)
    }

    fn basics(&self) -> Option<Rc<Node>> {
        let profile = self.rows("profile.csv").first();
        let row = profile.map_or(&[][..], Vec::as_slice);
        let mut basics = Map::new(span(row));
        let names: Vec<Piece> =
            ["firstname", "lastname"].iter().filter_map(|name| cell(row, name)).collect();
        basics.text("name", Piece::join(&names, " "));
        basics.text("label", cell(row, "headline"));
        let emails = self.rows("email addresses.csv");
        let is_first = |row: &&Vec<Entry>| {
            cell(row, "primary").is_some_and(|piece| piece.text.eq_ignore_ascii_case("yes"))
        };
        let email = emails.iter().find(is_first).or(emails.first());
        basics.text("email", email.and_then(|row| cell(row, "emailaddress")));
        let phone = self.rows("phonenumbers.csv").iter().find_map(|row| cell(row, "number"));
        basics.text("phone", phone);
        let summary = cell(row, "summary").and_then(|piece| {
            let raw = self.text.get(piece.span.clone()).unwrap_or_default();
            blocks(&piece.text, raw, piece.span.start).paragraph()
        });
        basics.text("summary", summary);
        if let Some(piece) = cell(row, "geolocation") {
            let raw = self.text.get(piece.span.clone()).unwrap_or_default();
            if let Some(place) = place::place(&piece, raw) {
                basics.put("location", place);
            }
        }
        for site in cell(row, "websites").iter().flat_map(sites) {
            if network::network(&site.text).is_none() && basics.get("url").is_none() {
                basics.text("url", Some(site));
            } else {
                basics.extend("profiles", None, vec![account(site)]);
            }
        }
        for handle in cell(row, "twitterhandles")
            .iter()
            .flat_map(|cell| words(self.text, &cell.clone().node()))
        {
            if let Some(piece) = Piece::of(&handle) {
                let name = piece.text.trim_matches(['[', ']']).to_owned();
                let url = network::address("Twitter", &name);
                let mut profile = Map::new(piece.span.clone());
                profile.text("network", Some(Piece::new("Twitter", piece.span.clone())));
                profile.text("username", Some(Piece::new(name, piece.span.clone())));
                profile.text("url", url.map(|url| Piece::new(url, piece.span)));
                basics.extend("profiles", None, vec![profile.node()]);
            }
        }
        basics.some()
    }

    /// Recommendations that the person shows on the profile.
    fn references(&self) -> Vec<Rc<Node>> {
        let rows = self.rows("recommendations_received.csv").iter();
        let shown = rows.filter(|row| {
            cell(row, "status").is_none_or(|status| status.text.eq_ignore_ascii_case("visible"))
        });
        let made = shown.filter_map(|row| {
            let mut map = Map::new(span(row));
            let names: Vec<Piece> =
                ["firstname", "lastname"].iter().filter_map(|name| cell(row, name)).collect();
            map.text("name", Piece::join(&names, " "));
            map.text("reference", cell(row, "text"));
            map.some()
        });
        made.collect()
    }

    /// LinkedIn does not say where a course was taken; with one school there is no question.
    fn with_courses(&self, mut map: Map) -> Rc<Node> {
        let rows = self.rows("courses.csv").iter();
        let courses: Vec<Rc<Node>> =
            rows.filter_map(|row| Some(cell(row, "name")?.node())).collect();
        let schools = map.get("education").map(items);
        match schools.as_deref() {
            _ if courses.is_empty() => map.node(),
            Some([school]) => {
                let mut with = Map::new(school.span.clone());
                for entry in entries(school).unwrap_or_default() {
                    with.keep(entry);
                }
                with.extend("courses", None, courses);
                let only = list(school.span.clone(), vec![with.node()]);
                let all = map.node();
                let mut out = Map::new(all.span.clone());
                for entry in entries(&all).unwrap_or_default() {
                    if *entry.key == *"education" {
                        out.put("education", Rc::clone(&only));
                    }
                    out.keep(entry);
                }
                out.node()
            }
            _ => {
                map.extend("courses", None, courses);
                map.node()
            }
        }
    }
}

/// A role without an end goes on.
fn open(row: &[Entry], made: Rc<Node>) -> Rc<Node> {
    let Some(start) = cell(row, "startedon").filter(|_| cell(row, "finishedon").is_none()) else {
        return made;
    };
    let mut map = Map::new(made.span.clone());
    for entry in entries(&made).unwrap_or_default() {
        map.keep(entry);
        if *entry.key == *"startDate" {
            map.put("endDate", Piece::new("present", start.span.clone()).node());
        }
    }
    map.node()
}

/// `[PORTFOLIO:https://a.test,OTHER:https://b.test]`
fn sites(cell: &Piece) -> Vec<Piece> {
    let inner = cell.text.trim_matches(['[', ']']);
    let parts = inner.split([',', '\n']).filter_map(|part| {
        let part = part.trim();
        let address = match part.split_once(':') {
            Some((label, rest))
                if !rest.starts_with("//") && label.chars().all(char::is_uppercase) =>
            {
                rest
            }
            _ => part,
        };
        (!address.is_empty()).then(|| Piece::new(address, cell.span.clone()))
    });
    parts.collect()
}

fn account(site: Piece) -> Rc<Node> {
    let mut map = Map::new(site.span.clone());
    let known = network::network(&site.text);
    map.text("network", known.map(|known| Piece::new(known, site.span.clone())));
    map.text("url", Some(site));
    map.node()
}
