//! Ends of lines inside a paragraph: wrapped by an editor, or meant.

/// The width that the text of a file is wrapped at.
pub(super) struct Breaks {
    width: usize,
}

/// Nobody wraps wider; longer lines are paragraphs.
const WIDEST: usize = 120;
/// Nobody wraps narrower.
const NARROWEST: usize = 40;

impl Breaks {
    /// The longest line that another one follows.
    pub(super) fn of(source: &str) -> Self {
        let mut width = NARROWEST;
        let mut above = 0;
        for line in source.lines() {
            let length = line.trim_end().chars().count();
            let goes_on = line.trim_start().starts_with(|c: char| c.is_alphanumeric() || c == '(');
            if goes_on && above <= WIDEST {
                width = width.max(above);
            }
            above = length;
        }
        Self { width }
    }

    /// True when the first word of the next line would have stood in this one: whoever broke the
    /// line here wanted a line, though Markdown joins them.
    pub(super) fn is_meant(&self, source: &str, at: usize) -> bool {
        let from = at.saturating_sub(4 * WIDEST);
        let before = &source[source.ceil_char_boundary(from)..at];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let after = source[at..].trim_start();
        let word = after.find(char::is_whitespace).map_or(after, |end| &after[..end]);
        line.trim_end().chars().count() + 1 + word.chars().take(WIDEST).count() < self.width
    }
}
