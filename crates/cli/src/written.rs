//! What one page is written as: the forms of output, and several of them in one run.

use std::path::{Path, PathBuf};

use typeset::Pages;
pub(crate) use workbench::Rendition;
use workbench::read_back;

use crate::destination::Destination;
use crate::exit::Failure;
use crate::output;

/// Where results go.
#[derive(Debug, clap::Args)]
pub(crate) struct OutputArgs {
    /// Where to write; may be given several times; `-` writes PDF to standard output; otherwise
    /// FILE with the extension .pdf
    #[arg(short, long, value_name = "OUT")]
    output: Vec<PathBuf>,
    /// Pixels a point (1/72 inch) of .png, 0.1 to 10; otherwise 2
    #[arg(long, value_name = "N")]
    scale: Option<f32>,
    /// Write .txt in 7-bit ASCII, for forms that damage anything else
    #[arg(long)]
    pub(crate) ascii: bool,
    /// Do not read the results again to see that every text comes back whole and in order
    #[arg(long)]
    no_verify: bool,
    /// Overwrite existing files
    #[arg(long)]
    force: bool,
}

/// Results to be made: each its place and form.
#[derive(Debug)]
pub(crate) struct Targets {
    list: Vec<(Destination, Rendition)>,
    scale: f32,
    force: bool,
    /// Whether texts come back as they are, and are looked for.
    verify: bool,
    ascii: bool,
    /// Files that results are made from.
    sources: Vec<PathBuf>,
}

/// Pixels a point, unless another number is asked for: sharp on a screen.
const SCALE: f32 = 2.0;

impl OutputArgs {
    /// What is to be written, by the names of the files; `otherwise` when none is named. Of other
    /// formats than pages, those are known that `exports` holds. `source` is never overwritten.
    pub(crate) fn targets(
        &self,
        source: &Path,
        otherwise: impl FnOnce(&Path) -> PathBuf,
        exports: &[export::Format],
    ) -> Result<Targets, Failure> {
        let mut list: Vec<(Destination, Rendition)> = Vec::new();
        if self.output.is_empty() {
            if source == Path::new("-") {
                return Err(Failure::new("standard input has no name to derive the PDF's from")
                    .hint("name a file with `-o FILE`; `-o -` writes to standard output"));
            }
            list.push((Destination::File(otherwise(source)), Rendition::Pdf));
        }
        for path in &self.output {
            let destination = Destination::new(path);
            if list.iter().any(|(other, _)| other.is(&destination)) {
                return Err(Failure::new(format!("`{}` is named twice", path.display()))
                    .hint("give each `-o` a name of its own"));
            }
            list.push((destination, form(path, exports)?));
        }
        self.refuse_what_does_nothing(&list)?;
        let sources = if source == Path::new("-") { Vec::new() } else { vec![source.to_owned()] };
        let scale = self.scale.unwrap_or(SCALE);
        let targets = Targets {
            list,
            scale,
            force: self.force,
            verify: !self.no_verify,
            ascii: self.ascii,
            sources,
        };
        for (destination, form) in &targets.list {
            // Pictures get their names when their number is known.
            if !matches!(form, Rendition::Png | Rendition::Svg) {
                targets.check(destination)?;
            }
        }
        Ok(targets)
    }

    fn refuse_what_does_nothing(&self, list: &[(Destination, Rendition)]) -> Result<(), Failure> {
        let has = |wanted: Rendition| list.iter().any(|(_, form)| *form == wanted);
        if self.scale.is_some() && !has(Rendition::Png) {
            return Err(Failure::new("--scale is about pictures, and none is made")
                .hint("name one with `-o FILE.png`"));
        }
        if self.ascii && !has(Rendition::Export(export::Format::Text)) {
            return Err(Failure::new("--ascii is about plain text, and none is made")
                .hint("name it with `-o FILE.txt`"));
        }
        Ok(())
    }
}

impl Targets {
    /// Makes and writes all of them: everything is made, and read again, before anything is
    /// written. `leaves` are the texts that have to come back from a form, in order. `set` sets the
    /// pages, once at most; `export` makes the other formats.
    pub(crate) fn write<'a>(
        &self,
        leaves: impl Fn(Rendition) -> &'a [&'a str],
        set: impl Fn() -> Result<Pages, Failure>,
        export: impl Fn(export::Format) -> Result<Vec<u8>, Failure>,
    ) -> Result<(), Failure> {
        let mut pages: Option<Pages> = None;
        let mut made: Vec<(Destination, Vec<u8>)> = Vec::new();
        for (destination, form) in &self.list {
            if let Rendition::Export(format) = form {
                let bytes = export(*format)?;
                self.read_back(destination, *form, &bytes, leaves(*form))?;
                made.push((destination.clone(), bytes));
                continue;
            }
            let pages = match &mut pages {
                Some(pages) => pages,
                none => none.insert(set()?),
            };
            let pictures = match form {
                Rendition::Png => pages.png(self.scale)?,
                Rendition::Svg => pages.svg().into_iter().map(String::into_bytes).collect(),
                Rendition::Pdf | Rendition::Export(_) => vec![pages.pdf()?],
            };
            if let (Rendition::Pdf, [pdf]) = (form, pictures.as_slice()) {
                self.read_back(destination, *form, pdf, leaves(*form))?;
            }
            let count = pictures.len();
            for (index, picture) in pictures.into_iter().enumerate() {
                let place = destination.of_page(index, count);
                self.check(&place)?;
                made.push((place, picture));
            }
        }
        for (destination, bytes) in made {
            destination.write(&bytes, self.force)?;
            if let Some(path) = destination.path() {
                let size = bytes.len().div_ceil(1000);
                output::note(&format!("wrote {} ({size} kB)", path.display()));
            }
        }
        Ok(())
    }

    fn read_back(
        &self,
        destination: &Destination,
        form: Rendition,
        bytes: &[u8],
        leaves: &[&str],
    ) -> Result<(), Failure> {
        // What was spelled anew in ASCII does not come back as it was.
        let respelled = self.ascii && form == Rendition::Export(export::Format::Text);
        if !self.verify || respelled {
            return Ok(());
        }
        let name = destination
            .path()
            .map_or_else(|| "the PDF".to_owned(), |path| format!("`{}`", path.display()));
        read_back(&name, form, bytes, leaves).map_err(with_way_out)
    }

    /// Names one more file that is never overwritten.
    pub(crate) fn spare(&mut self, source: &Path) -> Result<(), Failure> {
        self.sources.push(source.to_owned());
        self.list.iter().try_for_each(|(destination, _)| destination.check(true, Some(source)))
    }

    fn check(&self, destination: &Destination) -> Result<(), Failure> {
        destination.check(self.force, None)?;
        self.sources.iter().try_for_each(|source| destination.check(self.force, Some(source)))
    }
}

/// A file that lost something, with how to have it nevertheless.
pub(crate) fn with_way_out(failure: Failure) -> Failure {
    let hint = failure.hint.clone().unwrap_or_default();
    failure.hint(format!("{hint}; `--no-verify` writes it nevertheless"))
}

fn form(path: &Path, exports: &[export::Format]) -> Result<Rendition, Failure> {
    if path == Path::new("-") {
        return Ok(Rendition::Pdf);
    }
    let extension = path.extension().map(|found| found.to_string_lossy().to_lowercase());
    let can_be_made = |made: &Rendition| match made {
        Rendition::Export(format) => exports.contains(format),
        Rendition::Pdf | Rendition::Png | Rendition::Svg => true,
    };
    let known = extension.as_deref().and_then(Rendition::from_extension).filter(can_be_made);
    known.ok_or_else(|| {
        let exports = exports.iter().map(|format| format.extension());
        let all: Vec<String> =
            ["pdf", "png", "svg"].into_iter().chain(exports).map(|end| format!(".{end}")).collect();
        let (last, rest) = all.split_last().map_or((".pdf", &[][..]), |(last, rest)| (last, rest));
        Failure::new(format!("`{}` does not say what to make", path.display()))
            .hint(format!("end its name in {} or {last}", rest.join(", ")))
    })
}
