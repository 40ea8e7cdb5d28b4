//! Declarations of CSS that decide what is seen.

/// One declaration, in lower case.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Declaration {
    pub name: String,
    pub value: String,
    pub important: bool,
}

impl Declaration {
    /// True when it may hide text or tells how it looks.
    pub(super) fn matters(&self) -> bool {
        matches!(
            self.name.as_str(),
            "display"
                | "visibility"
                | "color"
                | "background"
                | "background-color"
                | "background-image"
                | "font-size"
                | "font"
                | "font-weight"
                | "font-style"
                | "opacity"
                | "position"
                | "left"
                | "right"
                | "top"
                | "bottom"
                | "margin"
                | "margin-left"
                | "margin-top"
                | "margin-bottom"
                | "text-indent"
                | "clip"
                | "clip-path"
                | "height"
                | "max-height"
                | "width"
                | "max-width"
                | "overflow"
                | "overflow-x"
                | "overflow-y"
                | "float"
                | "white-space"
                | "transform"
                | "flex-direction"
                | "flex-flow"
                | "padding"
                | "border"
                | "mso-hide"
                | "text-align"
                | "filter"
        )
    }
}

/// Reads `name: value; name: value`.
pub(super) fn declarations(body: &str) -> Vec<Declaration> {
    body.split(';').filter_map(declaration).collect()
}

fn declaration(text: &str) -> Option<Declaration> {
    let (name, value) = text.split_once(':')?;
    let value = value.trim().to_ascii_lowercase();
    let plain = value.split_once('!').filter(|(_, mark)| mark.trim() == "important");
    let important = plain.is_some();
    let value = plain.map_or(value.as_str(), |(value, _)| value.trim()).to_owned();
    Some(Declaration { name: name.trim().to_ascii_lowercase(), value, important })
}

/// A length in CSS pixels. `em` is the size of type here, `of` what 100 % is.
pub(super) fn length(text: &str, em: f32, of: Option<f32>) -> Option<f32> {
    let text = text.trim();
    let end = text.find(|c: char| c.is_ascii_alphabetic() || c == '%').unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let number = number.trim().parse::<f32>().ok().filter(|number| number.is_finite())?;
    let scale = match unit {
        "px" => 1.0,
        "" if number == 0.0 => 1.0,
        "pt" => 4.0 / 3.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "em" => em,
        "ex" | "ch" => em / 2.0,
        "rem" => 16.0,
        "%" => of? / 100.0,
        "vw" => 12.8,
        "vh" => 7.2,
        _ => return None,
    };
    Some(number * scale)
}

#[cfg(test)]
mod tests {
    use super::{declarations, length};

    #[test]
    fn declarations_are_read() {
        let found = declarations(" Color : RED ;; font-size:0 !important; nonsense; a:b");
        let found: Vec<_> =
            found.iter().map(|d| (d.name.as_str(), d.value.as_str(), d.important)).collect();
        assert_eq!(found, [("color", "red", false), ("font-size", "0", true), ("a", "b", false)]);
    }

    #[test]
    fn lengths_become_pixels() {
        for (text, expected) in [
            ("12px", Some(12.0)),
            ("9pt", Some(12.0)),
            ("-2em", Some(-40.0)),
            ("50%", Some(5.0)),
            ("0", Some(0.0)),
            ("12", None),
            ("calc(1px)", None),
            ("", None),
        ] {
            assert_eq!(length(text, 20.0, Some(10.0)), expected, "{text}");
        }
    }
}
