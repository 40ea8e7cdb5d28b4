//! The Markdown of our own documentation as HTML: paragraphs, headings, lists, code and emphasis.
//! Everything else, links and raw HTML among it, is shown as text.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};

/// The text as HTML. Its headings begin below the title of the page.
pub(crate) fn markdown(text: &str) -> Markup {
    let mut out = String::new();
    for event in Parser::new(text) {
        write(&mut out, event);
    }
    PreEscaped(out)
}

fn write(out: &mut String, event: Event<'_>) {
    match event {
        Event::Start(tag) => open(out, &tag),
        Event::End(tag) => close(out, tag),
        Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => escape(out, &text),
        Event::Code(text) => *out += &html! { code { (&*text) } }.into_string(),
        Event::SoftBreak | Event::HardBreak => out.push('\n'),
        Event::Rule => *out += "<hr>",
        _ => {}
    }
}

fn escape(out: &mut String, text: &str) {
    *out += &html! { (text) }.into_string();
}

fn open(out: &mut String, tag: &Tag<'_>) {
    match tag {
        Tag::Paragraph => *out += "<p>",
        Tag::Heading { level, .. } => *out += heading(*level).0,
        Tag::List(Some(_)) => *out += "<ol>",
        Tag::List(None) => *out += "<ul>",
        Tag::Item => *out += "<li>",
        Tag::Emphasis => *out += "<em>",
        Tag::Strong => *out += "<strong>",
        Tag::BlockQuote(_) => *out += "<blockquote>",
        Tag::CodeBlock(kind) => {
            // The examples of a rule say whether it speaks about them.
            let info = match kind {
                CodeBlockKind::Fenced(info) => info,
                CodeBlockKind::Indented => "",
            };
            let said = |word: &str| info.split(',').any(|part| part.starts_with(word));
            let (class, label) = if said("flagged") {
                ("flagged", "Found here")
            } else if said("clean") {
                ("clean", "Nothing found here")
            } else {
                ("", "")
            };
            if !label.is_empty() {
                *out += &html! { p.example-label.(class) { (label) } }.into_string();
            }
            *out += &["<pre class=\"example ", class, "\" tabindex=\"0\"><code>"].concat();
        }
        _ => {}
    }
}

fn close(out: &mut String, tag: TagEnd) {
    *out += match tag {
        TagEnd::Paragraph => "</p>",
        TagEnd::Heading(level) => heading(level).1,
        TagEnd::List(true) => "</ol>",
        TagEnd::List(false) => "</ul>",
        TagEnd::Item => "</li>",
        TagEnd::Emphasis => "</em>",
        TagEnd::Strong => "</strong>",
        TagEnd::BlockQuote(_) => "</blockquote>",
        TagEnd::CodeBlock => "</code></pre>",
        _ => "",
    };
}

fn heading(level: HeadingLevel) -> (&'static str, &'static str) {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => ("<h2>", "</h2>"),
        _ => ("<h3>", "</h3>"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(markdown(text).into_string(), expected);
    }

    #[test]
    fn documentation_becomes_html() {
        check("One `two`\nthree.", "<p>One <code>two</code>\nthree.</p>");
        check("## Why\n- a\n- *b*", "<h2>Why</h2><ul><li>a</li><li><em>b</em></li></ul>");
        check(
            "```bullets,flagged,senior\na < b\n```",
            "<p class=\"example-label flagged\">Found here</p>\
             <pre class=\"example flagged\" tabindex=\"0\"><code>a &lt; b\n</code></pre>",
        );
    }

    #[test]
    fn nothing_in_it_is_run() {
        check("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;");
        check("a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>");
        check("[here](javascript:x)", "<p>here</p>");
        check("![a](b)", "<p>a</p>");
    }
}
