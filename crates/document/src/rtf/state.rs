//! What holds inside a group.

use std::rc::Rc;

use encoding_rs::{Encoding, WINDOWS_1252};

/// Where text of a group goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Destination {
    /// The page.
    #[default]
    Body,
    /// The head of the page.
    Header,
    /// The foot of the page.
    Footer,
    /// A footnote or a comment.
    Note,
    /// A text box.
    TextBox,
    /// The mark of an item of a list.
    Mark,
    /// What a field does.
    Field,
    /// The names of fonts.
    Fonts,
    /// Colors.
    Colors,
    /// Names of styles.
    Styles,
    /// What the file says of itself.
    Info(Info),
    /// Nowhere.
    Skip,
}

/// What the file says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Info {
    Title,
    Author,
    Subject,
    Keywords,
    Producer,
}

impl Destination {
    /// True when its text stands on a page.
    pub(super) fn is_shown(self) -> bool {
        matches!(self, Self::Body | Self::Header | Self::Footer | Self::Note | Self::TextBox)
    }
}

/// What holds inside a group and ends with it.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of the format")]
pub(super) struct State {
    pub destination: Destination,
    pub encoding: Charset,
    /// In half points.
    pub size: i32,
    pub bold: bool,
    pub italic: bool,
    pub hidden: bool,
    pub deleted: bool,
    /// Numbers of colors; 0 is what the reader's program takes.
    pub color: usize,
    pub ground: usize,
    pub paragraph_ground: usize,
    /// Characters after a `\u` that stand for it in old readers.
    pub substitutes: usize,
    pub in_table: bool,
    pub heading: Option<u8>,
    /// Number of the list, 0 when there is none.
    pub list: i32,
    pub level: i32,
    pub link: Option<Rc<str>>,
}

/// How the bytes of a font become characters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Charset {
    /// An encoding of letters.
    Letters(&'static Encoding),
    /// Shapes without meaning, such as the font Symbol.
    Symbol,
}

impl Default for State {
    fn default() -> Self {
        Self {
            destination: Destination::Body,
            encoding: Charset::Letters(WINDOWS_1252),
            size: 24,
            bold: false,
            italic: false,
            hidden: false,
            deleted: false,
            color: 0,
            ground: 0,
            paragraph_ground: 0,
            substitutes: 1,
            in_table: false,
            heading: None,
            list: 0,
            level: 0,
            link: None,
        }
    }
}

impl State {
    /// `\plain`: letters as they are by default.
    pub(super) fn plain(&mut self, encoding: Charset) {
        let plain = Self::default();
        self.encoding = encoding;
        (self.size, self.bold, self.italic) = (plain.size, false, false);
        (self.hidden, self.deleted) = (false, false);
        (self.color, self.ground) = (0, 0);
    }

    /// `\pard`: a paragraph as it is by default.
    pub(super) fn new_paragraph(&mut self) {
        self.in_table = false;
        self.heading = None;
        (self.list, self.level, self.paragraph_ground) = (0, 0, 0);
    }
}

/// The encoding of a Windows code page.
pub(super) fn code_page(number: i32) -> &'static Encoding {
    let label = match number {
        437 | 850 | 1252 => return WINDOWS_1252,
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10000 => "macintosh".to_owned(),
        65001 => "utf-8".to_owned(),
        866 => "ibm866".to_owned(),
        other => format!("windows-{other}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

/// The encoding of a font by its character set; `None` for that of the file.
pub(super) fn charset(number: i32) -> Option<Charset> {
    let page = match number {
        2 => return Some(Charset::Symbol),
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    Some(Charset::Letters(code_page(page)))
}
