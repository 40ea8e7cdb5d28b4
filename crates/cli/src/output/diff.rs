//! What would change in a file, as a unified diff.

use similar::TextDiff;

use super::style::{BAD, FAINT, GOOD, STRONG, paint};

/// Lines around a change.
const CONTEXT: usize = 3;

/// The change from `before` to `after`, which `patch` understands; empty when nothing changes.
pub(crate) fn unified(name: &str, before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    let plain = diff.unified_diff().context_radius(CONTEXT).header(name, name).to_string();
    plain
        .split_inclusive('\n')
        .map(|line| {
            let (body, end) = line.strip_suffix('\n').map_or((line, ""), |body| (body, "\n"));
            let style = match body.as_bytes().first() {
                _ if body.starts_with("---") || body.starts_with("+++") => STRONG,
                Some(b'+') => GOOD,
                Some(b'-') => BAD,
                Some(b'@') => FAINT,
                _ => return line.to_owned(),
            };
            paint(style, body) + end
        })
        .collect()
}
