//! Bytes as digits.

/// Two hexadecimal digits a byte.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn digits_keep_their_zeros() {
        assert_eq!(super::hex(&[0, 1, 0x1f, 0xff]), "00011fff");
    }
}
