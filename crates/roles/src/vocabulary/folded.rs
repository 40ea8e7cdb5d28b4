//! A comparable form of a text, with a way back to its bytes.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// A text with compatibility characters, hyphens, quotes and blanks unified.
#[derive(Debug)]
pub(super) struct Folded<'a> {
    /// For reading what stands around a name. Case is kept, a line break is `\n`, an empty line
    /// two of them.
    pub(super) text: Cow<'a, str>,
    /// Byte for byte beside `text`, for comparing names: hyphens and line breaks are blanks.
    pub(super) key: Cow<'a, str>,
    /// Where the character of each byte of `text` begins in the source; `None` where every byte
    /// stands where it stood.
    origin: Option<Vec<usize>>,
}

impl<'a> Folded<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        if is_unified(source.as_bytes()) {
            let hyphen = source.contains('-');
            let key = if hyphen { source.replace('-', " ").into() } else { source.into() };
            return Self { text: source.into(), key, origin: None };
        }
        let Rewritten { text, key, origin } = Rewritten::of(source);
        Self { text: text.into(), key: key.into(), origin: Some(origin) }
    }

    /// The bytes of `source`, the text this was made from, that `range` of the folded text came
    /// from.
    pub(super) fn in_source(&self, source: &str, range: &Range<usize>) -> Range<usize> {
        let Some(origin) = &self.origin else { return range.clone() };
        let start = origin[range.start];
        let last = origin[range.end - 1];
        let width = source[last..].chars().next().map_or(0, char::len_utf8);
        start..last + width
    }
}

/// True for words of printable ASCII with single blanks between them: nearly every text.
fn is_unified(source: &[u8]) -> bool {
    let mut blank = false;
    source.iter().all(|byte| {
        let again = blank && *byte == b' ';
        blank = *byte == b' ';
        byte.is_ascii_graphic() || blank && !again
    })
}

/// The parts of a [`Folded`] while they are written.
struct Rewritten {
    text: String,
    key: String,
    origin: Vec<usize>,
}

impl Rewritten {
    fn of(source: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(source.len()),
            key: String::with_capacity(source.len()),
            origin: Vec::with_capacity(source.len()),
        };
        let mut at = 0;
        while at < source.len() {
            // Nearly all of a text is plain, and nothing about that is to be unified.
            let plain = source.as_bytes()[at..].iter().take_while(|b| b.is_ascii_graphic()).count();
            folded.push_plain(&source[at..at + plain], at);
            at += plain;
            let Some(c) = source[at..].chars().next() else { break };
            if c.is_ascii() {
                folded.push(c, at);
            } else {
                folded.push_wide(c, at);
            }
            at += c.len_utf8();
        }
        folded
    }

    /// Appends printable ASCII without blanks.
    fn push_plain(&mut self, part: &str, at: usize) {
        self.text.push_str(part);
        for (index, piece) in part.split('-').enumerate() {
            if index > 0 {
                self.key.push(' ');
            }
            self.key.push_str(piece);
        }
        self.origin.extend(at..at + part.len());
    }

    fn push_wide(&mut self, c: char, at: usize) {
        match c {
            // Invisible inside words, or a mark that would become letters (`Kafka™`).
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '™' | '®' | '©' => {}
            '\u{2010}'..='\u{2013}' | '\u{2212}' => self.push('-', at),
            '‘' | '’' => self.push('\'', at),
            '♯' => self.push('#', at),
            _ => c.nfkc().for_each(|c| self.push(c, at)),
        }
    }

    fn push(&mut self, c: char, at: usize) {
        let c = match c {
            '\n' => '\n',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        match (self.text.ends_with([' ', '\n']), c) {
            (true, ' ') => return,
            // A blank that turns out to end a line gives way; an empty line stays visible.
            (true, '\n') if self.text.ends_with(' ') => {
                self.text.pop();
                self.key.pop();
                self.origin.pop();
            }
            (true, '\n') if self.text.ends_with("\n\n") => return,
            _ => {}
        }
        self.text.push(c);
        self.key.push(if matches!(c, '-' | '\n') { ' ' } else { c });
        self.origin.resize(self.text.len(), at);
    }
}

/// The form by which a name is looked up and two names are the same.
pub(super) fn key(name: &str) -> String {
    let name = name.trim();
    if name.is_ascii() && !name.contains("  ") {
        return name.replace(['-', '\n', '\t', '\r'], " ");
    }
    Folded::new(name).key.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, text: &str, part: &str, in_source: &str) {
        let folded = Folded::new(source);
        assert_eq!(folded.text, text, "{source:?}");
        assert_eq!(folded.key.len(), folded.text.len(), "{source:?}");
        let start = folded.key.find(part).expect("the part is in the key");
        let range = folded.in_source(source, &(start..start + part.len()));
        assert_eq!(&source[range], in_source, "{source:?}");
    }

    #[test]
    fn the_way_back_is_exact() {
        check("Spring  Boot", "Spring Boot", "Spring Boot", "Spring  Boot");
        check("Spring \n Boot", "Spring\nBoot", "Spring Boot", "Spring \n Boot");
        check("one\n\n \n\ntwo", "one\n\ntwo", "two", "two");
        check("caf\u{e9}, C\u{266f}", "caf\u{e9}, C#", "C#", "C\u{266f}");
        check("e\u{fb03}cient \u{fb02}ask.", "efficient flask.", "flask", "\u{fb02}ask");
        check("Kuber\u{ad}netes\u{ad} x", "Kubernetes x", "Kubernetes", "Kuber\u{ad}netes");
        check("event\u{2011}sourcing", "event-sourcing", "event sourcing", "event\u{2011}sourcing");
        check("Kafka\u{2122}, Go\u{2019}s", "Kafka, Go's", "Kafka", "Kafka");
    }
}
