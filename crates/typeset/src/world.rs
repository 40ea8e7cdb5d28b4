//! All that Typst can see: a template, the data, a few fonts. No files, no packages, no clock.

use std::sync::{Arc, LazyLock};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::FontSet;
use crate::template::kit;
use crate::{Template, words};

/// A file id is never given back and there are 65,535 of them in a process, so all jobs share
/// these; what stands behind all but those of the kit differs from job to job.
static MAIN: LazyLock<FileId> = LazyLock::new(|| file_id("/main.typ"));
static DATA: LazyLock<FileId> = LazyLock::new(|| file_id("/data.json"));
/// How things are to look is a file of its own, so that what depends on nothing else need not be
/// evaluated again when the data change.
static LOOK: LazyLock<FileId> = LazyLock::new(|| file_id("/look.json"));
static KIT: LazyLock<Vec<Source>> = LazyLock::new(|| {
    kit().map(|(name, text)| Source::new(file_id(&format!("/{name}")), text.to_owned())).collect()
});
/// Data reaches a template as a file and not as an input of the library: another library would
/// invalidate everything Typst has cached.
static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(Library::builder().with_inputs(words::inputs()).build()));

/// What Typst has built in.
pub(crate) fn library() -> &'static LazyHash<Library> {
    &LIBRARY
}

fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a path of the program's own");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// One job's files.
pub(crate) struct Desk {
    fonts: Arc<FontSet>,
    main: Source,
    data: Bytes,
    look: Bytes,
}

impl Desk {
    /// `data` and `look` are JSON.
    pub(crate) fn new(
        template: &Template,
        fonts: Arc<FontSet>,
        data: String,
        look: String,
    ) -> Self {
        let main = template.source(*MAIN);
        Self { fonts, main, data: Bytes::from_string(data), look: Bytes::from_string(look) }
    }

    /// The file of `template`, for people, that an id stands for.
    pub(crate) fn name_of(template: &Template, id: FileId) -> String {
        if id == *MAIN {
            template.file().to_owned()
        } else {
            id.get().vpath().get_without_slash().to_owned()
        }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        *MAIN
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == *MAIN {
            return Ok(self.main.clone());
        }
        KIT.iter().find(|source| source.id() == id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == *DATA => Ok(self.data.clone()),
            id if id == *LOOK => Ok(self.look.clone()),
            id => Err(not_found(id)),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
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

    fn nothing() -> String {
        "{}".to_owned()
    }

    #[track_caller]
    fn check(source: &str, complaint: &str) {
        let declaration = "summary = ''\ngood-for = ''\nlicense = ''\nfont = 'Inter'\nstyles = ['regular']\n\
             accent = '#000000'";
        let template = Template::new("mine", declaration, source).expect("a template");
        let desk = Desk::new(&template, template.font_set(template.font), nothing(), nothing());
        let compiled = typst::compile::<PagedDocument>(&desk);
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
