//! Lines of an export, checked one by one while they are read; total for any bytes.

use std::io::{BufRead, BufReader, Read};

use serde_json::{Map, Value as Json};

use crate::columns::Owned;
use crate::error::StoreError;
use crate::export::{FORMAT, Sum, VERSION, place};
use crate::migrations::SCHEMA;
use crate::tables::{TABLES, Table};

/// Bytes of a line at most. Nothing that the store takes makes a longer one: see `sql::storable`.
const LONGEST_LINE: u64 = 96 * 1024 * 1024;

/// A row, and the line it stands in.
pub(crate) struct ReadRow {
    pub(crate) line: u64,
    pub(crate) table: &'static Table,
    pub(crate) values: Vec<Owned>,
}

/// Reads an export from its first line to its last.
pub(crate) struct Lines<R> {
    reader: BufReader<R>,
    /// The line that was read last, with its end.
    buffer: Vec<u8>,
    number: u64,
    sums: [Sum; TABLES.len()],
    /// The table of the last row.
    at: usize,
    ended: bool,
}

impl<R: Read> Lines<R> {
    /// Reads the first line.
    pub(crate) fn open(reader: R) -> Result<Self, StoreError> {
        let mut lines = Self {
            reader: BufReader::new(reader),
            buffer: Vec::new(),
            number: 0,
            sums: std::array::from_fn(|_| Sum::default()),
            at: 0,
            ended: false,
        };
        let head = lines.object()?;
        if head.get("format").and_then(Json::as_str) != Some(FORMAT) {
            return Err(lines.wrong("this is not an export of vitae"));
        }
        for (key, known) in [("version", VERSION), ("schema", SCHEMA)] {
            match head.get(key).and_then(Json::as_i64) {
                Some(found) if found > known => return Err(StoreError::Newer { found, known }),
                Some(found) if found == known => {}
                _ => return Err(lines.wrong(&format!("`{key}` is not a version that vitae had"))),
            }
        }
        Ok(lines)
    }

    /// The next row; none when the last line is reached, and all sums are right.
    pub(crate) fn row(&mut self) -> Result<Option<ReadRow>, StoreError> {
        if self.ended {
            return Ok(None);
        }
        let mut object = self.object()?;
        if let Some(end) = object.remove("end") {
            self.finish(end)?;
            self.ended = true;
            return Ok(None);
        }
        let (table, row) = (object.remove("table"), object.remove("row"));
        let table = table.as_ref().and_then(Json::as_str).and_then(Table::named);
        let (Some(table), Some(Json::Object(row))) = (table, row) else {
            return Err(self.wrong("this is not a row of a table that vitae has"));
        };
        if place(table) < self.at {
            return Err(self.wrong(&format!("the rows of `{}` come too late", table.name)));
        }
        self.at = place(table);
        let sum = &mut self.sums[self.at];
        sum.rows += 1;
        sha2::Digest::update(&mut sum.hash, &self.buffer);
        match table.row_from_json(row) {
            Ok(values) => Ok(Some(ReadRow { line: self.number, table, values })),
            Err(what) => Err(self.wrong(&what)),
        }
    }

    fn finish(&mut self, end: Json) -> Result<(), StoreError> {
        let Json::Object(mut end) = end else { return Err(self.wrong("the sums are missing")) };
        for (table, sum) in TABLES.iter().zip(&self.sums) {
            // A person's own export does not have every table.
            let stated = end.remove(table.name);
            if stated.as_ref() != Some(&sum.to_json()) && (stated.is_some() || sum.rows > 0) {
                let what = format!("the rows of `{}` are not those that were exported", table.name);
                return Err(self.wrong(&what));
            }
        }
        if let Some(unknown) = end.keys().next() {
            return Err(self.wrong(&format!("vitae has no table `{unknown}`")));
        }
        if self.next_line()? { Err(self.wrong("there is more behind the end")) } else { Ok(()) }
    }

    /// The next line, which has to be there, as an object.
    fn object(&mut self) -> Result<Map<String, Json>, StoreError> {
        if !self.next_line()? {
            return Err(self.wrong("it ends before its last line: it was cut off"));
        }
        match serde_json::from_slice(&self.buffer) {
            Ok(Json::Object(object)) => Ok(object),
            Ok(_) => Err(self.wrong("this is not an object")),
            Err(error) => Err(self.wrong(&format!("this is not JSON ({error})"))),
        }
    }

    /// Reads a line into the buffer; false at the end.
    fn next_line(&mut self) -> Result<bool, StoreError> {
        self.buffer.clear();
        self.number += 1;
        let mut limited = (&mut self.reader).take(LONGEST_LINE);
        let read = limited.read_until(b'\n', &mut self.buffer);
        let read = read.map_err(|error| self.wrong(&format!("it cannot be read ({error})")))?;
        if read as u64 == LONGEST_LINE {
            return Err(self.wrong("the line is longer than any that vitae writes"));
        }
        Ok(read > 0)
    }

    fn wrong(&self, what: &str) -> StoreError {
        wrong(self.number, what)
    }
}

/// What is wrong with an export, and where.
pub(crate) fn wrong(line: u64, what: &str) -> StoreError {
    StoreError::Invalid(
        format!("line {line} of the export: {what}. Nothing was imported: choose another export")
            .into(),
    )
}
