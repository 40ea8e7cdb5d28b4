//! How elements are shown when no style says otherwise.

/// How an element takes part in the layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Display {
    /// Nothing of it is shown.
    None,
    /// Runs on in the line.
    #[default]
    Inline,
    /// A box in the line.
    InlineBlock,
    /// Begins and ends lines.
    Block,
    /// Its children stand side by side.
    Row,
    /// A table.
    Table,
    /// A row of a table.
    TableRow,
    /// A cell of a table.
    Cell,
}

impl Display {
    /// What an element is by its name.
    pub(super) fn of(name: &str) -> Self {
        match name {
            "table" => Self::Table,
            "tr" => Self::TableRow,
            "td" | "th" => Self::Cell,
            "button" | "input" | "select" | "textarea" => Self::InlineBlock,
            "head" | "title" | "meta" | "link" | "datalist" | "rp" | "area" | "param" => Self::None,
            _ if is_dropped(name) => Self::None,
            _ if is_block(name) => Self::Block,
            _ => Self::Inline,
        }
    }

    /// The value of the property `display`; `None` when it is not known.
    pub(super) fn parse(value: &str, direction_is_column: bool) -> Option<Self> {
        Some(match value {
            "none" => Self::None,
            "inline" | "contents" | "ruby" => Self::Inline,
            "inline-block" | "inline-grid" | "inline-table" => Self::InlineBlock,
            "flex" if !direction_is_column => Self::Row,
            "inline-flex" if !direction_is_column => Self::InlineBlock,
            "table" => Self::Table,
            "table-row" => Self::TableRow,
            "table-cell" => Self::Cell,
            "block" | "flow-root" | "list-item" | "grid" | "flex" | "inline-flex"
            | "table-row-group" | "table-header-group" | "table-footer-group" | "table-caption" => {
                Self::Block
            }
            _ => return None,
        })
    }
}

/// Elements whose content is no text of the page.
pub(super) fn is_dropped(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "svg"
            | "iframe"
            | "object"
            | "canvas"
            | "video"
            | "audio"
            | "noframes"
            | "xml"
    )
}

/// Elements that begin and end lines.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "optgroup"
            | "option"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "ul"
            | "xmp"
    )
}

/// Elements with room above and below.
pub(super) fn has_margin(name: &str) -> bool {
    matches!(
        name,
        "p" | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "menu"
            | "dir"
            | "dl"
            | "blockquote"
            | "pre"
            | "figure"
            | "fieldset"
            | "hr"
            | "listing"
    )
}

/// The level of a heading.
pub(super) fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse::<u8>().ok()?;
    (1..=6).contains(&level).then_some(level)
}
