//! JSON to a [`Node`] tree, through the syntax tree of `jsonc-parser`.

use std::ops::Range;
use std::rc::Rc;

use jsonc_parser::ast::Value as Ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};

use crate::node::{Cost, Document, Entry, Node, Scalar, Value};
use crate::scalar::ScalarType;
use crate::words::quote;
use crate::{Limits, ReadError};

/// What RFC 8259 allows and nothing else: other tools read the file too.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// The value `text` holds.
pub(crate) fn parse(text: &str, limits: &Limits) -> Result<Document, ReadError> {
    scan(text, limits)?;
    let parsed = parse_to_ast(text, &CollectOptions::default(), &STRICT)
        .map_err(|error| explain(text, &error))?;
    let ast = parsed.value.ok_or_else(|| ReadError::at(text, 0..0, "the file holds no value"))?;
    Ok(Document { root: Rc::new(node(&ast)), second: None })
}

/// One pass before parsing: the parser recurses and keeps everything, so depth and number of
/// values are checked first. It also sees two mistakes at their place that the parser notices too
/// late or not at all: a string that runs over the end of its line, and a comment.
fn scan(text: &str, limits: &Limits) -> Result<(), ReadError> {
    let (mut depth, mut values) = (0_usize, 1_usize);
    let mut string: Option<usize> = None;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(start) = string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => string = None,
                b'\n' | b'\r' => return Err(unclosed(text, start)),
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => string = Some(at),
            b'[' | b'{' => {
                (depth, values) = (depth + 1, values + 1);
                if depth > limits.depth {
                    let message =
                        format!("lists and objects are nested more than {} deep", limits.depth);
                    return Err(ReadError::at(text, at..at + 1, message)
                        .hint("a resume needs four levels; look for repeated `[` or `{`"));
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' | b':' => values += 1,
            b'/' if matches!(text.as_bytes().get(at + 1), Some(b'/' | b'*')) => {
                return Err(ReadError::at(text, at..at + 2, "JSON has no comments")
                    .hint("delete it, or write the resume as YAML, where `#` begins a comment"));
            }
            _ => {}
        }
        if values > limits.nodes {
            let message = format!("here the file passes {} keys and values", limits.nodes);
            return Err(ReadError::at(text, at..at + 1, message)
                .hint("a resume has a few hundred; check that this is the right file"));
        }
    }
    string.map_or(Ok(()), |start| Err(unclosed(text, start)))
}

fn unclosed(text: &str, start: usize) -> ReadError {
    ReadError::at(text, start..start + 1, "this string is not closed on its line")
        .hint("add `\"` at its end; a line break inside a string is written `\\n`")
}

fn node(ast: &Ast<'_>) -> Node {
    let mut cost = Cost::container();
    let scalar = |text: &str, kind| {
        Value::Scalar(Scalar { text: text.to_owned(), kind, plain: false, block: false })
    };
    let value = match ast {
        Ast::StringLit(string) => scalar(&string.value, ScalarType::Text),
        Ast::NumberLit(number) => scalar(number.value, ScalarType::Number),
        Ast::BooleanLit(boolean) => {
            scalar(if boolean.value { "true" } else { "false" }, ScalarType::Bool)
        }
        Ast::NullKeyword(_) => scalar("null", ScalarType::Null),
        Ast::Array(array) => {
            let items = array.elements.iter().map(|item| Rc::new(node(item)));
            Value::List(items.inspect(|item| cost.add(item.cost)).collect())
        }
        Ast::Object(object) => {
            let entries = object.properties.iter().map(|property| {
                let value = Rc::new(node(&property.value));
                cost.add(value.cost);
                Entry {
                    key: property.name.as_str().into(),
                    key_span: bytes(&property.name),
                    odd_key: false,
                    value,
                }
            });
            Value::Mapping { entries: entries.collect(), block: false }
        }
    };
    if let Value::Scalar(scalar) = &value {
        cost = Cost::scalar(scalar.text.len());
    }
    Node { span: bytes(ast), value, tag: None, cost }
}

fn bytes(ranged: &impl Ranged) -> Range<usize> {
    let range = ranged.range();
    range.start..range.end
}

/// The parser's error in words that tell the author what to change.
fn explain(text: &str, error: &ParseError) -> ReadError {
    let range = error.range();
    let range = range.start..range.end.max(range.start);
    let at_end = text.get(..range.start).unwrap_or(text).trim_end().len();
    let token = text.get(range.clone()).unwrap_or_default();
    let shown = quote(token);
    let opener = range.start..range.start + 1;
    let (range, message, hint) = match error.kind() {
        ParseErrorKind::TrailingCommasNotAllowed => (
            range,
            "a comma after the last item".to_owned(),
            "delete it: JSON allows commas only between items",
        ),
        ParseErrorKind::ExpectedComma => {
            (at_end..at_end, "a comma is missing here".to_owned(), "separate items with commas")
        }
        ParseErrorKind::UnexpectedComma => {
            (range, "a comma with nothing before it".to_owned(), "delete it")
        }
        ParseErrorKind::ExpectedColonAfterObjectKey => {
            (range, "a colon is missing after the key".to_owned(), "write `\"key\": value`")
        }
        ParseErrorKind::ExpectedObjectValue => (
            at_end..at_end,
            "a value is missing after the colon".to_owned(),
            "write a value, or `null`",
        ),
        ParseErrorKind::ExpectedStringObjectProperty => (
            range,
            format!("the key {shown} is not in quotes"),
            "JSON keys need double quotes; YAML keys do not",
        ),
        ParseErrorKind::SingleQuotedStringsNotAllowed => {
            (range, "single quotes do not make a string in JSON".to_owned(), "use double quotes")
        }
        ParseErrorKind::UnterminatedObject => {
            (opener, "this `{` is never closed".to_owned(), "close it with `}`")
        }
        ParseErrorKind::UnterminatedArray => {
            (opener, "this `[` is never closed".to_owned(), "close it with `]`")
        }
        ParseErrorKind::UnexpectedCloseBrace | ParseErrorKind::UnexpectedCloseBracket => (
            range,
            format!("this {shown} closes nothing, or a value is missing before it"),
            "check the brackets and commas before it",
        ),
        ParseErrorKind::MultipleRootJsonValues => (
            range,
            "text goes on after the end of the resume".to_owned(),
            "a JSON file holds one value; delete the rest",
        ),
        ParseErrorKind::UnexpectedWord => (
            range,
            format!("{shown} is not JSON"),
            "put texts in double quotes; if this is YAML, name the file `.yaml`",
        ),
        ParseErrorKind::NonFiniteNumbersNotAllowed
        | ParseErrorKind::HexadecimalNumbersNotAllowed
        | ParseErrorKind::UnaryPlusNumbersNotAllowed
        | ParseErrorKind::BareDecimalPointNumbersNotAllowed
        | ParseErrorKind::ExpectedDigit
        | ParseErrorKind::ExpectedDigitFollowingNegativeSign
        | ParseErrorKind::ExpectedPlusMinusOrDigitInNumberLiteral => {
            (range, format!("{shown} is not a JSON number"), "put it in double quotes")
        }
        ParseErrorKind::String(ParseStringErrorKind::InvalidUnicodeEscapeSequence(_)) => (
            range,
            "this string holds half of a `\\u` pair".to_owned(),
            "write the character itself",
        ),
        ParseErrorKind::String(_) => (
            range,
            "this string holds an escape that JSON does not know".to_owned(),
            "write a backslash as `\\\\`",
        ),
        ParseErrorKind::UnexpectedToken
        | ParseErrorKind::UnexpectedTokenInObject
        | ParseErrorKind::UnexpectedColon => (
            range,
            format!("{shown} does not belong here"),
            "an object is written `{\"key\": value, …}`",
        ),
        // The parser's own words for what hardly anybody meets.
        kind => {
            (range, format!("this is not JSON: {kind}"), "check the characters before this place")
        }
    };
    ReadError::at(text, range, message).hint(hint)
}
