//! Bytes of RTF to tokens.

/// The next thing in the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// A control word and its number.
    Word(&'a [u8], Option<i32>),
    /// A control symbol: a backslash and one other character.
    Symbol(u8),
    /// A byte written in hex digits.
    Hex(u8),
    /// Text in the encoding of the font.
    Text(&'a [u8]),
}

/// Reads tokens; any bytes are some.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Leaves out bytes of a picture.
    pub(super) fn leave_out(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    fn control(&mut self) -> Token<'a> {
        let letters = self.rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        if letters == 0 {
            let Some((&symbol, rest)) = self.rest.split_first() else { return Token::Text(b"") };
            self.rest = rest;
            if symbol == b'\''
                && let Some(digits) = rest.first_chunk::<2>()
                && let Some(byte) = hex(*digits)
            {
                self.rest = &rest[2..];
                return Token::Hex(byte);
            }
            return Token::Symbol(symbol);
        }
        let (word, rest) = self.rest.split_at(letters);
        let sign = usize::from(rest.first() == Some(&b'-'));
        let digits = rest[sign..].iter().take_while(|b| b.is_ascii_digit()).count();
        let number = (digits > 0).then(|| {
            let value = rest[sign..sign + digits.min(9)]
                .iter()
                .fold(0_i32, |value, digit| value * 10 + i32::from(digit - b'0'));
            if sign == 1 { -value } else { value }
        });
        let rest = if digits > 0 { &rest[sign + digits..] } else { rest };
        self.rest = rest.strip_prefix(b" ").unwrap_or(rest);
        Token::Word(word, number)
    }
}

fn hex([high, low]: [u8; 2]) -> Option<u8> {
    let digit = |b: u8| char::from(b).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some(digit(high)? << 4 | digit(low)?)
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while let Some((first, rest)) = self.rest.split_first() {
            match first {
                b'\r' | b'\n' | 0 => self.rest = rest,
                b'{' | b'}' => {
                    self.rest = rest;
                    return Some(if *first == b'{' { Token::Open } else { Token::Close });
                }
                b'\\' => {
                    self.rest = rest;
                    return Some(self.control());
                }
                _ => {
                    let ends = |b: &u8| matches!(b, b'\\' | b'{' | b'}' | b'\r' | b'\n' | 0);
                    let end = self.rest.iter().position(ends).unwrap_or(self.rest.len());
                    let (text, rest) = self.rest.split_at(end);
                    self.rest = rest;
                    return Some(Token::Text(text));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, Tokens};

    #[test]
    fn tokens_are_read() {
        let found: Vec<_> = Tokens::new(b"{\\b1 x\\par\\u-9 ?\\'e9\\~\\'zz\\").collect();
        assert_eq!(
            found,
            [
                Token::Open,
                Token::Word(b"b", Some(1)),
                Token::Text(b"x"),
                Token::Word(b"par", None),
                Token::Word(b"u", Some(-9)),
                Token::Text(b"?"),
                Token::Hex(0xE9),
                Token::Symbol(b'~'),
                Token::Symbol(b'\''),
                Token::Text(b"zz"),
                Token::Text(b""),
            ]
        );
    }
}
