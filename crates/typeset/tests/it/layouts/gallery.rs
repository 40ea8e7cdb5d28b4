//! The layouts and the people.

use include_dir::{Dir, include_dir};
use resume::model::Resume;

static LAYOUTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../cases/layouts");
static EXAMPLES: Dir<'static> =
    include_dir!("$CARGO_MANIFEST_DIR/../../roles/backend-engineer/examples");

/// A way to set a resume.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// The name of its file.
    pub(crate) name: String,
    /// What all layouts share, and its own source.
    pub(crate) source: String,
    /// Fields that it does not print.
    pub(crate) hidden: Vec<&'static str>,
    /// True when it prints years and no months.
    pub(crate) years: bool,
}

/// All layouts, by name. `// hides: …` and `// years` in a layout's file say what it leaves out.
pub(crate) fn layouts() -> Vec<Layout> {
    let text = |name: &str| LAYOUTS.get_file(name).and_then(include_dir::File::contents_utf8);
    let common = text("common.typ").expect("what all layouts share");
    let mut layouts: Vec<Layout> = LAYOUTS
        .files()
        .filter(|file| file.path().extension().is_some_and(|ending| ending == "typ"))
        .filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
        .filter(|(name, _)| *name != "common")
        .map(|(name, own)| Layout {
            name: name.to_owned(),
            source: format!("{common}\n{own}"),
            hidden: own
                .lines()
                .filter_map(|line| line.strip_prefix("// hides: "))
                .flat_map(str::split_whitespace)
                .collect(),
            years: own.lines().any(|line| line == "// years"),
        })
        .collect();
    layouts.sort_by(|one, two| one.name.cmp(&two.name));
    layouts
}

/// Everybody who is printed, with the name of their file: the examples of the role, and people
/// whose names, employers, titles and schools are unusual.
pub(crate) fn people() -> Vec<(String, Resume)> {
    let unusual = LAYOUTS.get_dir("people").into_iter().flat_map(Dir::files);
    let mut people: Vec<(String, Resume)> = EXAMPLES
        .files()
        .chain(unusual)
        .filter(|file| file.path().extension().is_some_and(|ending| ending == "yaml"))
        .map(|file| {
            let name = file.path().file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            let limits = extract::Limits::default();
            let parsed = extract::read(file.contents(), extract::Format::Yaml, &limits);
            (name.to_owned(), parsed.expect("an example is valid").resume)
        })
        .collect();
    people.sort_by(|one, two| one.0.cmp(&two.0));
    people
}
