//! Tags of HTML inside a line.

/// What a tag says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Tag {
    pub name: String,
    pub closes: bool,
    pub href: Option<String>,
    /// True when its content is moved to a side of the line.
    pub moved: bool,
}

pub(super) fn tag(html: &str) -> Tag {
    let inside = html.trim_start_matches('<').trim_end_matches('>');
    let closes = inside.starts_with('/');
    let inside = inside.trim_start_matches('/');
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let name = inside[..end].to_ascii_lowercase();
    let rest = &inside[end..];
    let href = rest.split_once("href").and_then(|(_, after)| {
        let value = after.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let value = quote.map_or(value, |quote| value.trim_start_matches(quote));
        let end = |c: char| quote.map_or(c.is_whitespace(), |quote| c == quote);
        value.split(end).next().map(str::to_owned)
    });
    let lower = rest.to_ascii_lowercase();
    let moved = ["float", "right"].iter().any(|word| lower.contains(word));
    Tag { name, closes, href, moved }
}

/// The text of a comment.
pub(super) fn comment(html: &str) -> Option<&str> {
    let inside = html.trim().strip_prefix("<!--")?;
    Some(inside.strip_suffix("-->").unwrap_or(inside).trim())
}
