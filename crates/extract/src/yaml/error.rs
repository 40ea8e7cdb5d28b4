//! YAML syntax errors in words that tell the author what to change.

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use super::guess::{QUOTE_IT, bad_escape, colon, indentation, no_colon, tab, unclosed_quote};
use super::line::{Line, next_char};
use crate::words::{clip, in_quotes, quote};
use crate::{Limits, ReadError};

/// The error for what the parser stumbled over.
pub(super) fn explain(text: &str, scan: &ScanError, limits: &Limits) -> ReadError {
    let mut at = scan.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let line = Line::around(text, at);
    let here = at..next_char(text, at);
    let say = |message: &str, hint: &str| ReadError::at(text, here.clone(), message).hint(hint);
    match scan.kind() {
        ErrorKind::RecursionLimitExceeded => too_deep(text, here, limits),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar
        | ErrorKind::InvalidBlockEntryWhitespace
        | ErrorKind::InvalidMappingValueWhitespace => tab(text, line, at),
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            colon(text, line, at)
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => no_colon(text, line),
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::DocumentIndicatorInQuotedScalar => unclosed_quote(text, at),
        ErrorKind::InvalidTrailingSingleQuotedScalar => say(
            "text goes on after the closing quote",
            "inside single quotes write an apostrophe twice (`''`), or use double quotes",
        ),
        ErrorKind::InvalidTrailingDoubleQuotedScalar => say(
            "text goes on after the closing quote",
            "quote the text as a whole; inside double quotes write a quote as `\\\"`",
        ),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape => bad_escape(text, at),
        ErrorKind::UnexpectedCharacter { character } => say(
            &format!("a text cannot begin with `{character}`"),
            &format!("{QUOTE_IT}: `{}`", in_quotes(line.rest(text, at), 40)),
        ),
        ErrorKind::UnclosedFlowCollection { open } => say(
            &format!("this `{open}` is never closed"),
            &format!(
                "close it with `{}`; a text that begins with `{open}` needs quotes",
                other(*open)
            ),
        ),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => say(
            &format!("`{open}` is closed by `{close}`"),
            &format!("close it with `{}`", other(*open)),
        ),
        ErrorKind::MisplacedFlowCollectionEnd => say(
            &format!("this {} closes nothing", quote(&text[here.clone()])),
            "delete it, or put the text in quotes",
        ),
        ErrorKind::ExpectedFlowSequenceSeparator | ErrorKind::ExpectedFlowMappingSeparator => say(
            "a comma or a closing bracket is missing before this",
            "separate items with commas; a text that begins with `[` or `{` needs quotes",
        ),
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedDocumentStart
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::InvalidBlockScalarIndent => indentation(text, line, at),
        ErrorKind::BlockSequenceEntryNotAllowed => say(
            "a list cannot begin here",
            "begin it on the next line, two spaces further in than its key",
        ),
        ErrorKind::InvalidBlockScalarHeader => say(
            "text stands on the same line as `|` or `>`",
            "begin the text on the next line, or put it in quotes if it starts with that sign",
        ),
        // A key below a value that has a comment is a slip of indentation, not a text of two lines.
        ErrorKind::CommentInterceptedScalar if key_follows(text, here.start) => say(
            "the line below this comment is indented as if it went on with this text",
            "align its key with the key of this line",
        ),
        ErrorKind::CommentInterceptedScalar => {
            say("a comment interrupts a text of several lines", "move the comment above the text")
        }
        ErrorKind::UndeclaredTagHandle
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::MissingTagUri => say("`!` begins a YAML tag, and this is none", QUOTE_IT),
        ErrorKind::MissingAnchorOrAliasName => {
            say("a text cannot begin with `*` or `&`, which name YAML aliases", QUOTE_IT)
        }
        ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidLowSurrogate => {
            say("half of a `\\u` pair", "write the character itself")
        }
        // The parser's own words for what hardly anybody meets.
        _ => ReadError::at(text, here, format!("this is not YAML: {}", scan.info())),
    }
}

/// True when the line after the one at `at` is a key with a value.
fn key_follows(text: &str, at: usize) -> bool {
    let next = text.get(at..).and_then(|rest| rest.lines().nth(1)).unwrap_or_default();
    let key = next.trim_start().split(':').next().unwrap_or_default();
    next.len() > key.len() && next.contains(':') && !key.is_empty() && !key.contains(' ')
}

/// More lists and mappings inside each other than allowed.
pub(super) fn too_deep(text: &str, at: Range<usize>, limits: &Limits) -> ReadError {
    let message = format!("lists and mappings are nested more than {} deep", limits.depth);
    ReadError::at(text, at, message)
        .hint("a resume needs four levels; look for repeated `[` or `- -`")
}

/// An alias without its anchor: nearly always bold text.
pub(super) fn unknown_alias(text: &str, name: &str, at: Range<usize>) -> ReadError {
    let line = Line::around(text, at.start);
    let value = in_quotes(line.rest(text, at.start), 40);
    ReadError::at(text, at, format!("no value is marked `&{}`", clip(name, 40)))
        .hint(format!("if the text begins with `*`, put it in quotes: `{value}`"))
}

fn other(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}
