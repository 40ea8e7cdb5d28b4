//! Text in blocks as HTML.

use guide::words::Block;
use maud::{Markup, PreEscaped, html};

use crate::prose::{prose, sentence};

/// The blocks below the title of a page. Commands to type are left out: a page has links.
pub(crate) fn blocks(blocks: &[Block]) -> Markup {
    let mut out = String::new();
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        let markup = match block {
            Block::Title(_) | Block::Command(..) => html! {},
            // A heading with nothing but commands under it is one about commands.
            Block::Section(title) => match blocks.get(at + 1) {
                Some(Block::Command(..)) | None => html! {},
                _ => html! { h2 { (sentence(title)) } },
            },
            Block::Text(text) => html! { p { (prose(text)) } },
            Block::Table(heads, rows) => table(heads, rows),
            Block::Item(..) | Block::Check(_) | Block::Step(..) | Block::Under(..) => {
                let end = blocks[at..].iter().position(|block| !is_entry(block));
                let entries = &blocks[at..end.map_or(blocks.len(), |end| at + end)];
                at += entries.len() - 1;
                list(entries)
            }
        };
        out += &markup.into_string();
        at += 1;
    }
    PreEscaped(out)
}

/// The title of all of it.
pub(crate) fn title(blocks: &[Block]) -> &str {
    match blocks.first() {
        Some(Block::Title(title)) => title,
        _ => "",
    }
}

fn is_entry(block: &Block) -> bool {
    matches!(block, Block::Item(..) | Block::Check(_) | Block::Step(..) | Block::Under(..))
}

/// Entries, each with what belongs to it.
fn list(entries: &[Block]) -> Markup {
    let starts = |block: &Block| !matches!(block, Block::Under(..));
    let chunks = entries.chunk_by(|_, next| !starts(next));
    html! {
        ul.entries {
            @for chunk in chunks {
                li {
                    @for block in chunk {
                        @match block {
                            Block::Item(lead, text) if text.is_empty() => p { (prose(lead)) },
                            Block::Item(lead, text) if lead.is_empty() => p { (prose(text)) },
                            Block::Item(lead, text) => p { b { (prose(lead)) } ": " (prose(text)) },
                            Block::Check(text) => p { (prose(text)) },
                            Block::Step(number, text) => p { b { (number) "." } " " (prose(text)) },
                            Block::Under("", text) => p.under { (prose(text)) },
                            Block::Under(label, text) => p.under { i { (label) } ": " (prose(text)) },
                            _ => {}
                        }
                    }
                }
            }
        }
    }
}

fn table(heads: &[String], rows: &[Vec<String>]) -> Markup {
    html! {
        div.wide tabindex="0" role="group" aria-label="Table" {
            table {
                thead { tr { @for head in heads {
                    @if head.is_empty() { td {} } @else { th scope="col" { (head) } }
                } } }
                tbody {
                    @for cells in rows {
                        tr {
                            @for (at, cell) in cells.iter().enumerate() {
                                @if at == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_html() {
        let text = |text: &str| text.to_owned();
        let all = [
            Block::Title(text("a title")),
            Block::Text(text("words < more")),
            Block::Section(text("one")),
            Block::Item(text("lead"), text("words")),
            Block::Under("then", text("`x`")),
            Block::Check(text("tick")),
            Block::Text(text("between")),
            Block::Step(2, text("second")),
            Block::Section(text("read on")),
            Block::Command(text("vitae guide"), text("shows it")),
        ];
        assert_eq!(title(&all), "a title");
        assert_eq!(
            blocks(&all).into_string(),
            "<p>words &lt; more</p><h2>One</h2><ul class=\"entries\"><li><p><b>lead</b>: words</p>\
             <p class=\"under\"><i>then</i>: <code>x</code></p></li><li><p>tick</p></li></ul>\
             <p>between</p><ul class=\"entries\"><li><p><b>2.</b> second</p></li></ul>"
        );
    }
}
