//! A place in one line to its parts: `Zagreb, Croatia`, `Austin, TX`, `Lyon, Rhône, France`.

use std::rc::Rc;

use super::build::{Map, Piece};
use super::country;
use crate::node::Node;

/// The place a text names. `raw` is the text as the source writes it, so that the parts can be
/// pointed at.
pub(super) fn place(piece: &Piece, raw: &str) -> Option<Rc<Node>> {
    let parts: Vec<&str> =
        piece.text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let part = |text: &str| {
        let span = match raw.find(text) {
            Some(at) => piece.span.start + at..piece.span.start + at + text.len(),
            None => piece.span.clone(),
        };
        Piece::new(text, span)
    };
    let mut map = Map::new(piece.span.clone());
    let (mut rest, last) = match &parts[..] {
        [] => return None,
        [only] => (&parts[..1], country::code(only).map(|code| (*only, code))),
        [rest @ .., last] => {
            let code = country::code(last);
            // `Toronto, ON, CA` ends in a country; `Oakland, CA` in a state.
            let is_code = rest.len() > 1 && last.len() == 2 && last.chars().all(char::is_uppercase);
            let code = code.or(is_code.then_some(*last));
            (if code.is_some() { rest } else { &parts[..] }, code.map(|code| (*last, code)))
        }
    };
    if parts.len() == 1 && last.is_some() {
        rest = &[];
    }
    match rest {
        [] => {}
        [city] => map.text("city", Some(part(city))),
        [city, region @ ..] => {
            map.text("city", Some(part(city)));
            let region = region.join(", ");
            map.text("region", Some(part(&region)));
        }
    }
    if let Some((written, code)) = last {
        map.text("countryCode", Some(Piece::new(code, part(written).span)));
    }
    map.some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foreign::build::entries;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let node = place(&Piece::new(text, 0..text.len()), text);
        let found: Vec<(String, String)> = node
            .iter()
            .flat_map(|node| entries(node).unwrap_or_default())
            .map(|entry| {
                let text = entry.value.scalar().map(|scalar| scalar.text.clone());
                (entry.key.to_string(), text.unwrap_or_default())
            })
            .collect();
        let found: Vec<_> = found.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn places_are_taken_apart() {
        check("Zagreb", &[("city", "Zagreb")]);
        check("Zagreb, Croatia", &[("city", "Zagreb"), ("countryCode", "HR")]);
        check("Austin, TX", &[("city", "Austin"), ("region", "TX")]);
        check(
            "Austin, Texas, United States",
            &[("city", "Austin"), ("region", "Texas"), ("countryCode", "US")],
        );
        check("Toronto, ON, CA", &[("city", "Toronto"), ("region", "ON"), ("countryCode", "CA")]);
        check("Croatia", &[("countryCode", "HR")]);
        check("Remote", &[("city", "Remote")]);
        check(" , ", &[]);
    }
}
