//! A page of somebody's PDF with marks over it.
//!
//! The page is an image to Typst, so the marks are set like any other page. Names stand in a
//! column of their own beside the page, with a line to their box: nothing of the page is covered.

use std::sync::{Arc, LazyLock};

use resume::Rect;
use serde_json::json;
use typst::World;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use crate::TypesetError;
use crate::fonts::{FAMILIES, FontSet, Style};
use crate::world::library;

/// Typst's own source of the picture.
const SOURCE: &str = include_str!("overlay.typ");
/// Room for the names beside the page, in points.
const MARGIN: f32 = 170.0;
/// Distance of two names, in points.
const PITCH: f32 = 7.0;

static MAIN: LazyLock<FileId> = LazyLock::new(|| file_id("/overlay.typ"));
static DATA: LazyLock<FileId> = LazyLock::new(|| file_id("/overlay.json"));
static PAGE: LazyLock<FileId> = LazyLock::new(|| file_id("/overlay.pdf"));

fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a constant, absolute path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// Boxes with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// In points from the top left corner of the page; at least one.
    pub boxes: Vec<Rect>,
    /// What stands beside the page.
    pub label: String,
    /// How they are drawn.
    pub tone: Tone,
}

/// What a mark is about; each kind has its color.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Name and contact.
    Contact,
    /// Jobs.
    Work,
    /// Schools and what one gets there.
    Education,
    /// Skills.
    Skills,
    /// Everything else.
    Other,
    /// Something to look at again.
    Review,
    /// Text that nobody sees.
    Hidden,
}

impl Tone {
    /// Red, green and blue as Typst reads them.
    fn color(self) -> &'static str {
        match self {
            Self::Contact => "#2463b0",
            Self::Work => "#1d7a46",
            Self::Education => "#7a3ea3",
            Self::Skills => "#a35f00",
            Self::Other => "#5b6470",
            Self::Review => "#c98a00",
            Self::Hidden => "#d0021b",
        }
    }
}

/// Draws page `page` (from 1) of a PDF, of `size` points, with marks, as PNG; `scale` is in pixels
/// a point.
pub fn overlay(
    pdf: &[u8],
    page: usize,
    size: (f32, f32),
    marks: &[Mark],
    scale: f32,
) -> Result<Vec<u8>, TypesetError> {
    if !(0.1..=10.0).contains(&scale) {
        return Err(TypesetError::Scale { scale: scale.to_string() });
    }
    let failed = |message: &str| TypesetError::Picture { message: message.to_owned() };
    let data = json!({
        "page": page, "width": size.0, "height": size.1, "margin": MARGIN,
        "marks": placed(marks, size.1),
    });
    let desk = Desk {
        main: Source::new(*MAIN, SOURCE.to_owned()),
        data: Bytes::from_string(data.to_string()),
        page: Bytes::new(pdf.to_vec()),
        fonts: FontSet::of(&FAMILIES[0], &[], &[Style::Regular]),
    };
    let compiled = typst::compile::<PagedDocument>(&desk).output;
    comemo::evict(0);
    let document = compiled.map_err(|errors| {
        failed(errors.first().map_or("no reason given", |first| first.message.as_str()))
    })?;
    let options =
        RenderOptions { pixel_per_pt: f64::from(scale).into(), ..RenderOptions::default() };
    let sheet = document.pages().first().ok_or_else(|| failed("there is no page"))?;
    let picture = typst_render::render(sheet, &options);
    picture.encode_png().map_err(|error| failed(&error.to_string()))
}

/// Marks from the top of the page down, each with the height its name stands at.
fn placed(marks: &[Mark], height: f32) -> Vec<serde_json::Value> {
    let first = |mark: &Mark| mark.boxes.first().copied().unwrap_or_default();
    let mut sorted: Vec<&Mark> = marks.iter().filter(|mark| !mark.boxes.is_empty()).collect();
    sorted.sort_by(|a, b| {
        let (a, b) = (first(a), first(b));
        a.top.total_cmp(&b.top).then(a.left.total_cmp(&b.left))
    });
    // Names go down as far as the ones above push them, then up as far as the foot of the page.
    let mut heights: Vec<f32> = Vec::with_capacity(sorted.len());
    for mark in &sorted {
        let least = heights.last().map_or(2.0, |last| last + PITCH);
        heights.push((first(mark).middle() - PITCH / 2.0).max(least));
    }
    let mut most = height - PITCH;
    for at in heights.iter_mut().rev() {
        *at = at.min(most);
        most = *at - PITCH;
    }
    let mark = |(mark, y): (&Mark, f32)| {
        let boxes: Vec<_> = mark
            .boxes
            .iter()
            .map(|rect| json!([rect.left, rect.top, rect.width().max(1.0), rect.height().max(1.0)]))
            .collect();
        json!({
            "boxes": boxes, "label": mark.label, "color": mark.tone.color(), "y": y,
            "filled": mark.tone == Tone::Hidden, "dashed": mark.tone == Tone::Review,
        })
    };
    sorted.into_iter().zip(heights).map(mark).collect()
}

/// The files of one picture.
struct Desk {
    main: Source,
    data: Bytes,
    page: Bytes,
    fonts: Arc<FontSet>,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<typst::Library> {
        library()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        *MAIN
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == *MAIN { Ok(self.main.clone()) } else { Err(not_found(id)) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == *DATA => Ok(self.data.clone()),
            id if id == *PAGE => Ok(self.page.clone()),
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
