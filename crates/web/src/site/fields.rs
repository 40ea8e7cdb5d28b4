//! Fields of an address or of a form without files, and addresses with fields.

use axum::Form;
use axum::extract::{FromRequest, Request};

use super::Site;
use super::fault::Fault;
use super::percent::encoded;

/// Fields in their order: those of the address of a page, those of the body of a form.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// A field without space around it; `None` when nothing was written.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(field, _)| field == name)?;
        Some(found.1.trim()).filter(|text| !text.is_empty())
    }

    /// A field as it was written, with the line ends of this machine; browsers send those of
    /// letters on paper rolls.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        let found = self.0.iter().find(|(field, _)| field == name)?;
        Some(found.1.replace("\r\n", "\n"))
    }

    /// Every value of a field.
    pub(crate) fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}

impl FromRequest<Site> for Fields {
    type Rejection = Fault;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Fault> {
        let form = Form::<Vec<(String, String)>>::from_request(request, site).await;
        form.map(|Form(fields)| Self(fields)).map_err(Fault::from)
    }
}

/// An address with fields behind it.
pub(crate) fn address(path: &str, fields: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    for (index, (name, value)) in fields.iter().enumerate() {
        address.push(if index == 0 { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        address.push_str(&encoded(value));
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_any_text() {
        for (fields, expected) in [
            (&[][..], "/match"),
            (&[("resume", "a-1")], "/match?resume=a-1"),
            (
                &[("resume", "a"), ("variant", "x & ?=#ü/")],
                "/match?resume=a&variant=x%20%26%20%3F%3D%23%C3%BC%2F",
            ),
        ] {
            assert_eq!(address("/match", fields), expected);
        }
    }

    #[test]
    fn fields_are_found_by_name() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let fields = Fields(vec![
            pair("a", " x "),
            pair("b", "  "),
            pair("leave", "1\r\n2"),
            pair("leave", "3"),
        ]);
        assert_eq!((fields.get("a"), fields.get("b"), fields.get("c")), (Some("x"), None, None));
        assert_eq!(fields.text("leave").as_deref(), Some("1\n2"));
        assert_eq!(fields.all("leave").count(), 2);
    }
}
