//! All that Typst can see: a template, the data, a few fonts. No files, no packages, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::Template;

/// A file id is never given back and there are 65,535 of them in a process, so all jobs share
/// these two; what stands behind them differs from job to job.
static MAIN: LazyLock<FileId> = LazyLock::new(|| file_id("/main.typ"));
static DATA: LazyLock<FileId> = LazyLock::new(|| file_id("/data.json"));
/// Data reaches a template as a file and not as an input of the library: another library would
/// invalidate everything Typst has cached.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// What Typst has built in.
pub(crate) fn library() -> &'static LazyHash<Library> {
    &LIBRARY
}

fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a constant, absolute path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// One job's files.
pub(crate) struct Desk {
    template: &'static Template,
    main: Source,
    data: Bytes,
}

impl Desk {
    pub(crate) fn new(template: &'static Template, data: String) -> Self {
        let main = Source::new(*MAIN, template.source.to_owned());
        Self { template, main, data: Bytes::from_string(data) }
    }

    /// A `Desk` with a source of its own.
    #[cfg(test)]
    fn with_source(template: &'static Template, source: &str) -> Self {
        let main = Source::new(*MAIN, source.to_owned());
        Self { template, main, data: Bytes::from_string("{}".to_owned()) }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.template.fonts.book()
    }

    fn main(&self) -> FileId {
        *MAIN
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == *MAIN { Ok(self.main.clone()) } else { Err(not_found(id)) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DATA { Ok(self.data.clone()) } else { Err(not_found(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.template.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_with_slash().into())
}

#[cfg(test)]
mod tests {
    use typst_layout::PagedDocument;

    use super::*;

    #[track_caller]
    fn check(source: &str, complaint: &str) {
        let template = crate::template("classic").expect("a shipped template");
        let compiled = typst::compile::<PagedDocument>(&Desk::with_source(template, source));
        let errors = compiled.output.expect_err("the template reaches out");
        assert!(errors[0].message.contains(complaint), "{source}: {}", errors[0].message);
    }

    #[test]
    fn a_template_reaches_nothing_but_its_data() {
        check("#read(\"/etc/passwd\")", "file not found");
        check("#image(\"picture.png\")", "file not found");
        check("#include \"other.typ\"", "file not found");
        check("#import \"@preview/cetz:0.3.0\"", "file not found");
        check("#read(\"../secret\")", "");
        check("#datetime.today()", "unable to get the current date");
    }
}
