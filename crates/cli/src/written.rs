//! What one page is written as: the forms of output, and several of them in one run.

use std::path::{Path, PathBuf};

use typeset::Pages;

use crate::destination::Destination;
use crate::exit::Failure;
use crate::look;
use crate::output;
use crate::read_back;

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

/// A form of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A tagged PDF.
    Pdf,
    /// A picture of each page.
    Png,
    /// A drawing of each page.
    Svg,
    /// A format without pages of its own.
    Export(export::Format),
}

/// Results to be made: each its place and form.
#[derive(Debug)]
pub(crate) struct Targets {
    list: Vec<(Destination, Form)>,
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
        let mut list: Vec<(Destination, Form)> = Vec::new();
        if self.output.is_empty() {
            if source == Path::new("-") {
                return Err(Failure::new("standard input has no name to derive the PDF's from")
                    .hint("name a file with `-o FILE`; `-o -` writes to standard output"));
            }
            list.push((Destination::File(otherwise(source)), Form::Pdf));
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
            if !matches!(form, Form::Png | Form::Svg) {
                targets.check(destination)?;
            }
        }
        Ok(targets)
    }

    fn refuse_what_does_nothing(&self, list: &[(Destination, Form)]) -> Result<(), Failure> {
        let has = |wanted: Form| list.iter().any(|(_, form)| *form == wanted);
        if self.scale.is_some() && !has(Form::Png) {
            return Err(Failure::new("--scale is about pictures, and none is made")
                .hint("name one with `-o FILE.png`"));
        }
        if self.ascii && !has(Form::Export(export::Format::Text)) {
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
        leaves: impl Fn(Form) -> &'a [&'a str],
        set: impl Fn() -> Result<Pages, Failure>,
        export: impl Fn(export::Format) -> Result<Vec<u8>, Failure>,
    ) -> Result<(), Failure> {
        let mut pages: Option<Pages> = None;
        let mut made: Vec<(Destination, Vec<u8>)> = Vec::new();
        for (destination, form) in &self.list {
            if let Form::Export(format) = form {
                let bytes = export(*format)?;
                self.read_back(destination, *form, &bytes, leaves(*form))?;
                made.push((destination.clone(), bytes));
                continue;
            }
            let pages = match &mut pages {
                Some(pages) => pages,
                none => none.insert(set()?),
            };
            let failure = |error| look::failure(&error);
            let pictures = match form {
                Form::Png => pages.png(self.scale).map_err(failure)?,
                Form::Svg => pages.svg().into_iter().map(String::into_bytes).collect(),
                Form::Pdf | Form::Export(_) => vec![pages.pdf().map_err(failure)?],
            };
            if let (Form::Pdf, [pdf]) = (form, pictures.as_slice()) {
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
        form: Form,
        bytes: &[u8],
        leaves: &[&str],
    ) -> Result<(), Failure> {
        // What was spelled anew in ASCII does not come back as it was.
        let respelled = self.ascii && form == Form::Export(export::Format::Text);
        if !self.verify || respelled {
            return Ok(());
        }
        let name = destination
            .path()
            .map_or_else(|| "the PDF".to_owned(), |path| format!("`{}`", path.display()));
        read_back::check(&name, form, bytes, leaves)
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

fn form(path: &Path, exports: &[export::Format]) -> Result<Form, Failure> {
    if path == Path::new("-") {
        return Ok(Form::Pdf);
    }
    let extension = path.extension().map(|found| found.to_string_lossy().to_lowercase());
    let known = |extension: &str| match extension {
        "pdf" => Some(Form::Pdf),
        "png" => Some(Form::Png),
        "svg" => Some(Form::Svg),
        other => export::Format::from_extension(other)
            .filter(|format| exports.contains(format))
            .map(Form::Export),
    };
    extension.as_deref().and_then(known).ok_or_else(|| {
        let exports = exports.iter().map(|format| format.extension());
        let all: Vec<String> =
            ["pdf", "png", "svg"].into_iter().chain(exports).map(|end| format!(".{end}")).collect();
        let (last, rest) = all.split_last().map_or((".pdf", &[][..]), |(last, rest)| (last, rest));
        Failure::new(format!("`{}` does not say what to make", path.display()))
            .hint(format!("end its name in {} or {last}", rest.join(", ")))
    })
}
