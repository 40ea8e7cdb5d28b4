//! Variants on the command line: `--variant NAME`, and `FILE@NAME` where several files are named.

use std::path::{Path, PathBuf};

pub(crate) use workbench::cut;

/// A resume, and the variant of it that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// The file; `-` is standard input.
    pub(crate) file: PathBuf,
    /// The name of a variant.
    pub(crate) variant: Option<String>,
}

impl Named {
    /// Reads `FILE` or `FILE@VARIANT`. A file whose name has an `@` in it is that file.
    pub(crate) fn new(written: &Path) -> Self {
        let whole = Self { file: written.to_owned(), variant: None };
        if written.exists() {
            return whole;
        }
        let text = written.to_string_lossy();
        match text.rsplit_once('@') {
            Some((file, name)) if !file.is_empty() && !name.contains(['/', '\\']) => {
                Self { file: file.into(), variant: Some(name.to_owned()) }
            }
            _ => whole,
        }
    }
}

/// The name of a variant as part of the name of a file: what could lead elsewhere becomes a dash.
pub(crate) fn as_file_name(variant: &str) -> String {
    variant
        .chars()
        .map(|c| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, file: &str, variant: Option<&str>) {
        let expected = Named { file: file.into(), variant: variant.map(str::to_owned) };
        assert_eq!(Named::new(Path::new(written)), expected);
    }

    #[test]
    fn a_variant_follows_the_last_at_sign() {
        check("no/cv.yaml", "no/cv.yaml", None);
        check("no/cv.yaml@payments", "no/cv.yaml", Some("payments"));
        check("no/me@home.yaml@x", "no/me@home.yaml", Some("x"));
        check("no/me@home/cv.yaml", "no/me@home/cv.yaml", None);
        check("-@x", "-", Some("x"));
        check("@x", "@x", None);
        check("no/cv.yaml@", "no/cv.yaml", Some(""));
    }

    #[test]
    fn file_names_stay_in_their_folder() {
        assert_eq!(as_file_name("payments"), "payments");
        assert_eq!(as_file_name("../a b/ç"), "..-a-b-ç");
    }
}
