//! A layout with a person, set to PDF.

use std::sync::LazyLock;

use serde_json::Value;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static FONTS: LazyLock<(Vec<Font>, LazyHash<FontBook>)> = LazyLock::new(|| {
    let fonts: Vec<Font> =
        typst_assets::fonts().filter_map(|data| Font::new(Bytes::new(data), 0)).collect();
    let book = LazyHash::new(FontBook::from_fonts(&fonts));
    (fonts, book)
});
static MAIN: LazyLock<FileId> = LazyLock::new(|| file_id("/layout.typ"));
static DATA: LazyLock<FileId> = LazyLock::new(|| file_id("/data.json"));

fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a constant, absolute path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

struct Desk {
    main: Source,
    data: Bytes,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.1
    }

    fn main(&self) -> FileId {
        *MAIN
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == *MAIN { Ok(self.main.clone()) } else { Err(missing(id)) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DATA { Ok(self.data.clone()) } else { Err(missing(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.0.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_with_slash().into())
}

/// Sets `source`, a layout with what all layouts share above it. The file is not tagged: that is
/// what most programs write, and it makes reading harder.
pub(crate) fn pdf(name: &str, source: &str, data: &Value) -> Vec<u8> {
    let main = Source::new(*MAIN, source.to_owned());
    let desk = Desk { main, data: Bytes::from_string(data.to_string()) };
    let document = typst::compile::<PagedDocument>(&desk).output.unwrap_or_else(|errors| {
        panic!(
            "{name}: {}",
            errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
        )
    });
    comemo::evict(2);
    let options = typst_pdf::PdfOptions { tagged: false, ..Default::default() };
    typst_pdf::pdf(&document, &options).unwrap_or_else(|_| panic!("{name}: no PDF"))
}
