//! HTML inside a value, as Europass writes descriptions: to lines, list items marked.

/// The lines of a piece of HTML. Items begin with `- `; what is bold or red does not matter.
/// A text without tags keeps its own lines.
pub(crate) fn lines(html: &str) -> String {
    if !html.contains('<') {
        return entities(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        // Outside of a tag, line breaks are blanks.
        out.extend(rest[..at].chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
        let tag = &rest[at + 1..];
        let is_tag = tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        // A tag of this length is none; looking further would cost the square of the text.
        let head = tag.char_indices().nth(400).map_or(tag, |(end, _)| &tag[..end]);
        let Some(end) = head.find('>').filter(|_| is_tag) else {
            out.push('<');
            rest = tag;
            continue;
        };
        let name: String = tag[..end]
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        match name.as_str() {
            "li" if !tag.starts_with('/') => out.push_str("\n- "),
            "li" | "br" => out.push('\n'),
            "p" | "div" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "tr"
                // `<li><p>…</p></li>` is one item.
                if !out.ends_with("- ") =>
            {
                out.push_str("\n\n");
            }
            _ => {}
        }
        rest = &tag[end + 1..];
    }
    out.extend(rest.chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
    let out = entities(&out);
    let mut lines: Vec<&str> = out.lines().map(str::trim).collect();
    lines.dedup_by(|line, before| line.is_empty() && before.is_empty());
    lines.join("\n").trim().to_owned()
}

/// `&amp;`, `&#39;` and the like as characters; unknown names stay as they are.
pub(crate) fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out += &rest[..at];
        let tail = &rest[at + 1..];
        let name_end = tail.bytes().take(10).position(|byte| byte == b';');
        let found = name_end.and_then(|end| Some((named(tail.get(..end)?)?, end)));
        if let Some((c, end)) = found {
            out.push(c);
            rest = &tail[end + 1..];
        } else {
            out.push('&');
            rest = tail;
        }
    }
    out + rest
}

fn named(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bull" => '•',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "euro" => '€',
        "middot" => '·',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(lines(html), expected, "{html:?}");
    }

    #[test]
    fn html_becomes_lines() {
        check("plain\ntext", "plain\ntext");
        check(
            "<p>Lead:</p><ul><li>a</li><li><strong>b</strong> c</li></ul>",
            "Lead:\n\n- a\n\n- b c",
        );
        check("<ol><li><p>a</p></li></ol>", "- a");
        check("a<br/>b &amp; c&nbsp;d", "a\nb & c d");
        check("<p class=\"x\">one\n two</p>", "one  two");
    }

    #[test]
    fn what_is_no_html_stays() {
        check("under < 10 ms & more", "under < 10 ms & more");
        check("a <b", "a <b");
        check("&unknown; &#xD800; &#1;", "&unknown; &#xD800; &#1;");
    }
}
