//! What control words do.

use super::reader::Reader;
use super::state::{Charset, Destination, Info, charset, code_page};
use crate::HazardKind;

/// A control symbol.
pub(super) fn symbol(reader: &mut Reader, symbol: u8) {
    match symbol {
        b'*' => reader.starred = reader.first,
        b'~' => reader.text("\u{a0}"),
        b'_' => reader.text("-"),
        b'\\' | b'{' | b'}' => reader.text(char::from(symbol).encode_utf8(&mut [0; 4])),
        b'\t' => reader.tab(),
        b'\n' | b'\r' => reader.end_paragraph(),
        _ => {}
    }
}

/// A control word.
pub(super) fn word(reader: &mut Reader, word: &[u8], number: Option<i32>) {
    if destination(reader, word) {
        return;
    }
    if std::mem::take(&mut reader.starred) {
        // A destination that is not known is left out, as the format asks.
        return reader.enter(Destination::Skip);
    }
    let on = number != Some(0);
    let n = number.unwrap_or(0);
    let index = usize::try_from(n).unwrap_or(0);
    let state = &mut reader.state;
    match word {
        b"b" => state.bold = on,
        b"i" => state.italic = on,
        b"v" => state.hidden = on,
        b"deleted" => state.deleted = on,
        b"fs" => state.size = number.unwrap_or(24),
        b"cf" => state.color = index,
        b"highlight" | b"cb" | b"chcbpat" => state.ground = index,
        b"cbpat" => state.paragraph_ground = index,
        b"uc" => state.substitutes = index.min(16),
        b"outlinelevel" if (0..9).contains(&n) => state.heading = u8::try_from(n + 1).ok(),
        b"ls" => state.list = n,
        b"ilvl" => state.level = n,
        b"pard" => state.new_paragraph(),
        b"plain" => {
            let encoding = reader.encoding;
            reader.state.plain(encoding);
        }
        b"f" => font(reader, n),
        b"s" => style(reader, n),
        b"ansicpg" => {
            reader.encoding = Charset::Letters(code_page(n));
            reader.state.encoding = reader.encoding;
        }
        b"mac" => {
            reader.encoding = Charset::Letters(code_page(10000));
            reader.state.encoding = reader.encoding;
        }
        b"fcharset" => {
            let set = charset(n).unwrap_or(reader.encoding);
            reader.fonts.insert(reader.font, set);
        }
        b"red" | b"green" | b"blue" => {
            let place = usize::from(word == b"green") + 2 * usize::from(word == b"blue");
            reader.color[place] = u8::try_from(n.clamp(0, 255)).unwrap_or(0);
            reader.color_is_set = true;
        }
        b"viewbksp" => reader.background = on,
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "16 bits of it"
        )]
        b"u" => reader.unit(n as u16),
        b"picwgoal" => reader.picture[0] = n,
        b"pichgoal" => {
            reader.picture[1] = n;
            picture(reader);
        }
        _ if table(reader, word, index) => {}
        _ => character(reader, word),
    }
}

/// A font of the text, or one that is being defined.
fn font(reader: &mut Reader, number: i32) {
    reader.font = number;
    if reader.state.destination != Destination::Fonts {
        reader.state.encoding = reader.fonts.get(&number).copied().unwrap_or(reader.encoding);
    }
}

/// A style of the paragraph, or one that is being defined.
fn style(reader: &mut Reader, number: i32) {
    if reader.state.destination == Destination::Styles {
        reader.style = number;
    } else if let Some(level) = reader.headings.get(&number) {
        reader.state.heading = Some(*level);
    }
}

/// A picture of 3 × 1 inches may hold text.
fn picture(reader: &mut Reader) {
    let [width, height] = std::mem::take(&mut reader.picture);
    let hazards = &reader.body.document.hazards;
    let told = hazards.iter().any(|hazard| hazard.kind == HazardKind::Picture);
    if width >= 3 * 1440 && height >= 1440 && !told {
        reader.body.hazard(HazardKind::Picture, "");
    }
}

fn table(reader: &mut Reader, word: &[u8], index: usize) -> bool {
    let body = reader.state.destination == Destination::Body;
    match word {
        b"intbl" => {
            reader.state.in_table = true;
            if body {
                reader.table.begin(&mut reader.body);
            }
        }
        b"trowd" => reader.table.define(),
        b"clcbpat" => reader.table.shade(index),
        b"cellx" => reader.table.cell_is_defined(),
        b"cell" if body => {
            reader.state.in_table = true;
            reader.end_paragraph();
            reader.table.end_cell(&mut reader.body);
        }
        b"row" if body => reader.table.end_row(&mut reader.body),
        b"cell" | b"nestcell" => reader.tab(),
        b"row" | b"nestrow" => reader.end_paragraph(),
        _ => return false,
    }
    true
}

/// Characters that have a name.
fn character(reader: &mut Reader, word: &[u8]) {
    match word {
        b"par" | b"sect" => reader.end_paragraph(),
        b"page" | b"column" | b"line" | b"softline" => reader.end_line(),
        b"tab" => reader.tab(),
        b"emdash" => reader.text("—"),
        b"endash" => reader.text("–"),
        b"bullet" => reader.text("•"),
        b"lquote" => reader.text("‘"),
        b"rquote" => reader.text("’"),
        b"ldblquote" => reader.text("“"),
        b"rdblquote" => reader.text("”"),
        b"emspace" | b"enspace" | b"qmspace" => reader.text(" "),
        b"zwj" => reader.text("\u{200d}"),
        b"zwnj" => reader.text("\u{200c}"),
        _ => {}
    }
}

/// Begins a destination; false when the word is none.
fn destination(reader: &mut Reader, word: &[u8]) -> bool {
    let inside = reader.state.destination;
    let found = match word {
        // Text of a shape stands among its properties, which are skipped.
        b"shptxt" | b"dptxbxtext" => Destination::TextBox,
        _ if inside == Destination::Skip => return false,
        b"fonttbl" => Destination::Fonts,
        b"colortbl" => Destination::Colors,
        b"stylesheet" => Destination::Styles,
        b"header" | b"headerl" | b"headerr" | b"headerf" => Destination::Header,
        b"footer" | b"footerl" | b"footerr" | b"footerf" => Destination::Footer,
        b"footnote" | b"annotation" => Destination::Note,
        b"listtext" | b"pntext" => Destination::Mark,
        b"fldinst" => Destination::Field,
        b"title" => Destination::Info(Info::Title),
        b"author" => Destination::Info(Info::Author),
        b"subject" => Destination::Info(Info::Subject),
        b"keywords" => Destination::Info(Info::Keywords),
        b"generator" => Destination::Info(Info::Producer),
        b"info" | b"pict" | b"filetbl" | b"xe" | b"tc" | b"rxe" | b"txe" | b"template"
        | b"operator" | b"company" | b"comment" | b"doccomm" | b"nonshppict" | b"themedata"
        | b"listtable" | b"atnid" | b"atnauthor" | b"creatim" | b"revtim" | b"printim"
        | b"objdata" => Destination::Skip,
        _ => return false,
    };
    reader.starred = false;
    // Titles and authors are told inside `\info`, which shows nothing of its own.
    if word == b"info" {
        reader.state.destination = Destination::Info(Info::Producer);
        return true;
    }
    if matches!(found, Destination::Info(_))
        && !matches!(inside, Destination::Info(_))
        && word != b"generator"
    {
        return false;
    }
    reader.enter(found);
    true
}
