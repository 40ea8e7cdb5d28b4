//! The second description of a file, in XML (XMP).

use hayro_syntax::object::{Dict, Object, Stream};

/// Bytes of it that are looked at.
const LONG: usize = 1 << 20;
/// The most fields that are kept.
const FIELDS: usize = 32;

/// What it says.
#[derive(Debug, Default)]
pub(super) struct Xmp {
    /// The language of the text.
    pub language: Option<String>,
    /// Its title, subject, keywords and description, each as one text.
    pub words: Vec<String>,
}

/// Reads the description of a file's catalog.
pub(super) fn of(catalog: &Dict<'_>) -> Xmp {
    let Some(Object::Stream(stream)) = catalog.get::<Object<'_>>("Metadata") else {
        return Xmp::default();
    };
    let stream: Stream<'_> = stream;
    let Ok(data) = stream.decoded_data() else { return Xmp::default() };
    read(&String::from_utf8_lossy(&data[..data.len().min(LONG)]))
}

fn read(text: &str) -> Xmp {
    let language = element(text, "dc:language").map(|(value, _)| plain(value));
    let first = |tags: String| tags.split(' ').next().unwrap_or_default().to_owned();
    let sane = |tag: &String| !tag.is_empty() && tag.len() <= 35;
    let mut words = Vec::new();
    for name in ["dc:title", "dc:subject", "dc:description", "pdf:Keywords", "photoshop:Headline"] {
        let mut rest = text;
        while let Some((value, after)) = element(rest, name)
            && words.len() < FIELDS
        {
            words.push(plain(value));
            rest = after;
        }
    }
    for name in ["pdf:Keywords=\"", "photoshop:Headline=\"", "dc:description=\""] {
        let value = text.split_once(name).and_then(|(_, value)| value.split_once('"'));
        words.extend(value.map(|(value, _)| unescaped(value)));
    }
    words.retain(|word| !word.trim().is_empty());
    Xmp { language: language.map(first).filter(sane), words }
}

/// What stands between the tags of the first element of a name, and what comes after it.
fn element<'a>(text: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let (_, after) = text.split_once(&format!("<{name}>"))?;
    after.split_once(&format!("</{name}>"))
}

/// A text without its tags.
fn plain(xml: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in xml.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    unescaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn check(xml: &str, language: Option<&str>, words: &[&str]) {
        let xmp = read(xml);
        let found: Vec<&str> = xmp.words.iter().map(String::as_str).collect();
        assert_eq!((xmp.language.as_deref(), &*found), (language, words), "{xml}");
    }

    #[test]
    fn descriptions_are_read() {
        check(
            "<dc:language><rdf:Bag><rdf:li>en-US</rdf:li></rdf:Bag></dc:language>",
            Some("en-US"),
            &[],
        );
        check(
            "<dc:subject><rdf:Bag><rdf:li>rust</rdf:li> <rdf:li>R&amp;D</rdf:li></rdf:Bag></dc:subject>",
            None,
            &["rust R&D"],
        );
        check("<rdf:Description pdf:Keywords=\"a, b\" x=\"c\"/>", None, &["a, b"]);
        check("<pdf:Keywords>one two</pdf:Keywords>", None, &["one two"]);
    }

    #[test]
    fn broken_descriptions_say_nothing() {
        for xml in ["", "<dc:subject>", "<dc:subject/>", "<dc:language></dc:language>", "<<<>>>"] {
            check(xml, None, &[]);
        }
    }
}
