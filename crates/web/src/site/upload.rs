//! What a form brings: fields of text and files, as `multipart/form-data`.

use std::collections::BTreeMap;

use axum::extract::Multipart;
use axum::extract::multipart::MultipartError;

use super::fault::Fault;
use super::shelf::Dropped;

/// Fields of a form at most. The longest asks for every skill of the guide, one field each.
const MOST_FIELDS: usize = 128;

/// A form with files.
#[derive(Debug, Default)]
pub(crate) struct Upload {
    /// Files that hold anything, each with the name of its field.
    files: Vec<(String, Dropped)>,
    /// Fields of text by name.
    fields: BTreeMap<String, String>,
}

impl Upload {
    /// Reads a form to its end. Its size has a limit already.
    pub(crate) async fn read(mut form: Multipart) -> Result<Self, Fault> {
        let mut upload = Self::default();
        for _ in 0..MOST_FIELDS {
            let Some(field) = form.next_field().await.map_err(broken)? else {
                return Ok(upload);
            };
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(str::to_owned) {
                Some(file) => {
                    let bytes = field.bytes().await.map_err(broken)?;
                    // A browser sends an empty file where none was chosen.
                    if !bytes.is_empty() {
                        let file = Dropped { name: shown(&file), bytes: bytes.to_vec() };
                        upload.files.push((name, file));
                    }
                }
                None => {
                    upload.fields.insert(name, field.text().await.map_err(broken)?);
                }
            }
        }
        Err(Fault::bad_request("the form has too many fields"))
    }

    /// A field of text, without space around it; `None` when nothing was written.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    /// A field that is none of `known`, or that brings one more file.
    pub(crate) fn unknown(&self, known: &[&str]) -> Option<&str> {
        let files = self.files.iter().enumerate();
        let more = files.filter(|(at, (name, _))| *at > 0 || !known.contains(&name.as_str()));
        let mut more = more.map(|(_, (name, _))| name);
        let mut fields = self.fields.keys().filter(|name| !known.contains(&name.as_str()));
        more.next().or_else(|| fields.next()).map(String::as_str)
    }

    /// The first file, otherwise what was pasted into the field `text`.
    pub(crate) fn into_dropped(mut self, text: &str) -> Option<Dropped> {
        match self.files.first().map(|(field, _)| field.clone()) {
            Some(field) => self.take(&field, text),
            None => self.take("", text),
        }
    }

    /// The file of the field `file`, otherwise what was pasted into the field `text`.
    pub(crate) fn take(&mut self, file: &str, text: &str) -> Option<Dropped> {
        if let Some(at) = self.files.iter().position(|(field, _)| field == file) {
            return Some(self.files.swap_remove(at).1);
        }
        let text = self.fields.remove(text).filter(|text| !text.trim().is_empty())?;
        Some(Dropped { name: "-".to_owned(), bytes: text.into_bytes() })
    }
}

/// The last part of a path; some browsers send all of it.
fn shown(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    if name.is_empty() || name == "-" { "resume".to_owned() } else { name.to_owned() }
}

fn broken(error: MultipartError) -> Fault {
    let fault = Fault::from(error);
    if fault.status == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        return Fault::new(fault.status, "this file is too large to be a resume")
            .hint("a resume is a few kilobytes of text; is this the right file?");
    }
    fault
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_the_last_part_of_its_name() {
        for (sent, expected) in [
            ("cv.pdf", "cv.pdf"),
            ("C:\\fakepath\\cv.pdf", "cv.pdf"),
            ("/home/ada/cv.pdf", "cv.pdf"),
            ("", "resume"),
            ("-", "resume"),
            ("a/", "resume"),
        ] {
            assert_eq!(shown(sent), expected);
        }
    }
}
