//! The people of a selection with their groups and what came of it.

use std::collections::BTreeMap;

use crate::record::{ReadError, Record, Records};

/// Which columns of a table say what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Attributes whose groups are compared, e.g. `sex` and `race`.
    pub by: Vec<String>,
    /// Whether the person was selected; with `count`, how many were.
    pub selected: Option<String>,
    /// The person's score.
    pub score: Option<String>,
    /// How many people a row stands for; without it each row is one person.
    pub count: Option<String>,
    /// What stands in `selected` for "yes"; anything else is "no". Empty: yes and no in the usual
    /// words, and any other word is an error.
    pub yes: Vec<String>,
}

/// People and their attributes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sample {
    /// Names of the attributes.
    pub by: Vec<String>,
    /// Whether outcomes were given.
    pub has_selected: bool,
    /// Whether scores were given.
    pub has_score: bool,
    /// The people, in any order.
    pub rows: Vec<Row>,
}

/// One person, or several with the same attributes.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The group by each attribute; `None` where it is not known.
    pub groups: Vec<Option<String>>,
    /// How many people.
    pub people: u64,
    /// How many of them were selected; `None` when that is not known.
    pub selected: Option<u64>,
    /// The score of one person; finite.
    pub score: Option<f64>,
}

/// What forms and exports write where a person did not say.
const UNKNOWN: [&str; 17] = [
    "", "-", "?", "n/a", "na", "null", "none", "unknown", "not known", "not stated", "not given",
    "not disclosed", "undisclosed", "declined", "declined to answer", "prefer not to say",
    "prefer not to answer",
];

const YES: [&str; 8] = ["yes", "y", "true", "t", "1", "selected", "hired", "x"];
const NO: [&str; 8] = ["no", "n", "false", "f", "0", "not selected", "not hired", "rejected"];

/// Groups of one attribute at most. With more, the column names people, not groups.
const MOST_GROUPS: usize = 100;
/// Attributes at most.
const MOST_ATTRIBUTES: usize = 8;
/// People at most, in all rows together.
const MOST_PEOPLE: u64 = 1_000_000_000;

impl Sample {
    /// Reads the rows of a table.
    pub(crate) fn of(records: &Records, columns: &Columns) -> Result<Self, ReadError> {
        check(columns)?;
        if records.rows.is_empty() {
            return Err(ReadError::new("the table has no rows"));
        }
        let by: Vec<usize> =
            columns.by.iter().map(|name| records.column(name)).collect::<Result<_, _>>()?;
        let optional = |name: &Option<String>| name.as_deref().map(|name| records.column(name));
        let selected = optional(&columns.selected).transpose()?;
        let score = optional(&columns.score).transpose()?;
        let count = optional(&columns.count).transpose()?;
        let yes: Vec<String> = columns.yes.iter().map(|word| folded(word)).collect();

        let mut rows = Vec::with_capacity(records.rows.len());
        let mut total = 0_u64;
        for record in &records.rows {
            let people = count.map_or(Ok(1), |at| whole(record, at, records))?;
            let selected = match selected {
                Some(at) if count.is_some() => {
                    known(record.cell(at)).map(|_| whole(record, at, records)).transpose()?
                }
                Some(at) => outcome(record, at, &yes)?.map(u64::from),
                None => None,
            };
            if selected.is_some_and(|selected| selected > people) {
                return Err(record.error("more people are selected than there are".to_owned()));
            }
            total = total.saturating_add(people);
            if total > MOST_PEOPLE {
                return Err(record.error(format!("there are more than {MOST_PEOPLE} people")));
            }
            let score = score.map_or(Ok(None), |at| number(record, at))?;
            let groups = by.iter().map(|&at| known(record.cell(at)).map(str::to_owned)).collect();
            rows.push(Row { groups, people, selected, score });
        }
        for (at, name) in columns.by.iter().enumerate() {
            spell(&mut rows, at, name)?;
        }
        Ok(Self {
            by: columns.by.clone(),
            has_selected: selected.is_some(),
            has_score: score.is_some(),
            rows,
        })
    }
}

/// Refuses what cannot be meant.
fn check(columns: &Columns) -> Result<(), ReadError> {
    let refuse = |message: &str, hint: &str| Err(ReadError::new(message).hint(hint));
    if columns.by.is_empty() {
        return refuse("no column of groups is named", "name one, for instance `sex`");
    }
    if columns.by.len() > MOST_ATTRIBUTES {
        return refuse("too many columns of groups are named", "eight at most can be compared");
    }
    let folded: Vec<String> = columns.by.iter().map(|name| folded(name)).collect();
    if (1..folded.len()).any(|at| folded[..at].contains(&folded[at])) {
        return refuse("a column of groups is named twice", "name each column once");
    }
    match (&columns.selected, &columns.score, &columns.count) {
        (None, None, _) => {
            refuse("neither outcomes nor scores are named", "name the column that holds them")
        }
        (_, Some(_), Some(_)) => refuse(
            "rows that count people have no score of a person",
            "a scoring rate needs one row a person",
        ),
        (Some(_), None, Some(_)) if !columns.yes.is_empty() => refuse(
            "rows that count people hold no word for yes",
            "the column of outcomes holds how many were selected",
        ),
        _ => Ok(()),
    }
}

/// Words are compared without case and without more than one blank.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The text of a cell that says something.
fn known(cell: &str) -> Option<&str> {
    (!UNKNOWN.contains(&folded(cell).as_str())).then_some(cell)
}

fn outcome(record: &Record, at: usize, yes: &[String]) -> Result<Option<bool>, ReadError> {
    let cell = record.cell(at);
    let word = folded(cell);
    if !yes.is_empty() {
        // A word that was named counts, whatever it is; otherwise an empty cell says nothing.
        return Ok((yes.contains(&word) || !word.is_empty()).then(|| yes.contains(&word)));
    }
    if YES.contains(&word.as_str()) {
        return Ok(Some(true));
    }
    if NO.contains(&word.as_str()) {
        return Ok(Some(false));
    }
    if known(cell).is_none() {
        return Ok(None);
    }
    let message = format!("`{}` is neither yes nor no", short(cell));
    Err(record.error(message).hint("say which words mean selected"))
}

/// A count of people.
fn whole(record: &Record, at: usize, records: &Records) -> Result<u64, ReadError> {
    let cell = record.cell(at);
    // JSON and spreadsheets may write a whole number as `12.0`.
    let digits = cell.strip_suffix(".0").unwrap_or(cell);
    digits.parse().map_err(|_| {
        let column = &records.columns[at];
        record.error(format!(
            "`{}` in column `{}` is no count of people",
            short(cell),
            short(column)
        ))
    })
}

fn number(record: &Record, at: usize) -> Result<Option<f64>, ReadError> {
    let Some(cell) = known(record.cell(at)) else { return Ok(None) };
    let number = cell.parse::<f64>().ok().filter(|number| number.is_finite());
    number.map(Some).ok_or_else(|| {
        record
            .error(format!("`{}` is no score", short(cell)))
            .hint("a score is a number with a decimal point, without unit")
    })
}

/// Gives a group one spelling, whatever the case of its rows: the first in order of characters, so
/// that the order of rows does not matter.
fn spell(rows: &mut [Row], at: usize, name: &str) -> Result<(), ReadError> {
    let mut spellings: BTreeMap<String, String> = BTreeMap::new();
    for group in rows.iter().filter_map(|row| row.groups[at].as_ref()) {
        let spaced = group.split_whitespace().collect::<Vec<_>>().join(" ");
        let spelling = spellings.entry(folded(group)).or_insert_with(|| spaced.clone());
        if spaced < *spelling {
            *spelling = spaced;
        }
        if spellings.len() > MOST_GROUPS {
            let message =
                format!("column `{}` has more than {MOST_GROUPS} different values", short(name));
            return Err(ReadError::new(message).hint(
                "groups are compared, such as age bands; a column of names or ages has none",
            ));
        }
    }
    for group in rows.iter_mut().filter_map(|row| row.groups[at].as_mut()) {
        if let Some(spelling) = spellings.get(&folded(group)) {
            group.clone_from(spelling);
        }
    }
    Ok(())
}

/// The beginning of a text, for a message.
pub(crate) fn short(text: &str) -> String {
    let mut start: String = text.chars().take(40).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}
