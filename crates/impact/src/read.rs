//! Tables as CSV or JSON.

use csv::{ByteRecord, ReaderBuilder, Trim};
use serde_json::Value;

use crate::record::{ReadError, Record, Records};
use crate::sample::{Columns, Sample, short};

/// Reads a table whose first line names the columns. Cells are separated by commas, semicolons or
/// tabs, whichever the first line has most of.
pub fn read_csv(bytes: &[u8], columns: &Columns) -> Result<Sample, ReadError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(ReadError::new("the file is no text in UTF-8")
            .hint("save the table as CSV in UTF-8, not as a spreadsheet"));
    }
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter(bytes)).trim(Trim::All).from_reader(bytes);
    let header = reader.byte_headers().map_err(|error| refused(&error))?.clone();
    let mut records = Records { columns: texts(&header, Some(1))?, rows: Vec::new() };
    if records.columns.iter().all(String::is_empty) {
        return Err(ReadError::new("the table is empty").hint("its first line names the columns"));
    }
    for row in reader.byte_records() {
        let row = row.map_err(|error| refused(&error))?;
        let line = row.position().map(csv::Position::line);
        records.rows.push(Record { line, cells: texts(&row, line)? });
    }
    Sample::of(&records, columns)
}

/// The separator that the first line has most of.
fn delimiter(bytes: &[u8]) -> u8 {
    let first = bytes.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty());
    let pieces = |delimiter: u8| first.unwrap_or_default().split(|byte| *byte == delimiter).count();
    // The last of equals is taken: a comma, when there is none at all.
    [b'\t', b';', b','].into_iter().max_by_key(|delimiter| pieces(*delimiter)).unwrap_or(b',')
}

fn texts(row: &ByteRecord, line: Option<u64>) -> Result<Vec<String>, ReadError> {
    let text = |cell: &[u8]| {
        String::from_utf8(cell.to_vec()).map_err(|_| {
            ReadError::new("the file is no text in UTF-8")
                .hint("save the table as CSV in UTF-8")
                .line(line)
        })
    };
    row.iter().map(text).collect()
}

fn refused(error: &csv::Error) -> ReadError {
    let line = error.position().map(csv::Position::line);
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            ReadError::new(format!("the row has {len} cells, the first line {expected_len}"))
                .hint("put a cell that holds the separator in double quotes")
                .line(line)
        }
        _ => ReadError::new("the table cannot be read").line(line),
    }
}

/// Reads a list of objects, each a row with its columns as keys.
pub fn read_json(bytes: &[u8], columns: &Columns) -> Result<Sample, ReadError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let shape = "a list of objects is needed: [{\"sex\": \"female\", \"selected\": true}, …]";
    let value: Value = serde_json::from_slice(bytes).map_err(|error| {
        ReadError::new("the file is no JSON").hint(shape).line(u64::try_from(error.line()).ok())
    })?;
    let Value::Array(entries) = value else {
        return Err(ReadError::new("the file holds no list").hint(shape));
    };
    // Only what is asked for is kept; a column that some entries leave out is empty there.
    let wanted = columns.by.iter().chain(&columns.selected).chain(&columns.score);
    let wanted: Vec<&String> = wanted.chain(&columns.count).collect();
    let mut has = vec![false; wanted.len()];
    let mut records = Records::default();
    for (index, entry) in entries.iter().enumerate() {
        let Value::Object(object) = entry else {
            return Err(ReadError::new(format!("entry {} is no object", index + 1)).hint(shape));
        };
        let mut cells = Vec::with_capacity(wanted.len());
        for (at, name) in wanted.iter().enumerate() {
            let value = object.get(name.as_str());
            has[at] |= value.is_some();
            cells.push(text(value.unwrap_or(&Value::Null)).ok_or_else(|| {
                let message =
                    format!("`{}` of entry {} is no single value", short(name), index + 1);
                ReadError::new(message).hint(shape)
            })?);
        }
        records.rows.push(Record { line: u64::try_from(index + 1).ok(), cells });
    }
    if has.contains(&false) && !entries.is_empty() {
        // The names there are, for the message about the one that is not.
        let first = entries.first().and_then(Value::as_object).into_iter().flatten();
        records.columns = first.map(|(key, _)| key.clone()).collect();
        if let Some((name, _)) = wanted.iter().zip(&has).find(|(_, has)| !**has) {
            return Err(records.missing(name));
        }
    }
    records.columns = wanted.into_iter().cloned().collect();
    Sample::of(&records, columns)
}

/// A single value as a cell has it.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Array(_) | Value::Object(_) => None,
    }
}
