//! A new variant of a resume, written into its own text: lines that leave get a name, the variant
//! lists the names, and no word changes.

mod text;

use std::collections::BTreeSet;

use extract::{Format, TextEdit};
use resume::model::{Bullet, Variant};
use resume::{FieldPath, Parsed, Resume, Segment};

use crate::{Failure, Source, shown_name};

/// Why a document is refused.
const AIM: &str = "a variant is made of";

/// True for a name that a variant may have: letters, digits, `-` and `_`, a letter first.
pub fn is_variant_name(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(plain)
}

/// The same source with one more variant, which leaves out the bullets and sections at `leave`.
/// The result is read again: it says what was meant, or there is none.
///
/// # Errors
/// When there is a variant of that name, or the form of the file has no place for it.
pub fn with_variant(
    source: &Source,
    parsed: &Parsed,
    name: &str,
    leave: &[FieldPath],
) -> Result<Source, Failure> {
    let planned = Planned::of(parsed, name, leave)?;
    if source.format() != Some(Format::Yaml) {
        return Err(refused(source));
    }
    let mut edits = Vec::new();
    for (path, id) in &planned.named {
        let span = parsed.source_map.get(path).ok_or_else(|| refused(source))?;
        let Some(text) = plain_text(&parsed.resume, path) else { continue };
        let text = serde_json::to_string(text).map_err(|_| refused(source))?;
        let text = format!("{{id: {id}, text: {text}}}");
        edits.push(TextEdit { range: span.value.clone(), text });
    }
    edits.sort_by_key(|edit| edit.range.start);
    let text = extract::apply(parsed.source_map.text(), &edits);
    let text = text::with_variant(&text, name, &planned.omit).ok_or_else(|| refused(source))?;
    planned.checked(source.with_text(&text)).ok_or_else(|| refused(source))
}

/// As [`with_variant`], where the form of the file does not matter: it is written anew, without
/// its comments. For a store that keeps what was before.
pub fn with_variant_anew(
    source: &Source,
    parsed: &Parsed,
    name: &str,
    leave: &[FieldPath],
) -> Result<Source, Failure> {
    let planned = Planned::of(parsed, name, leave)?;
    let text = match source.format() {
        Some(Format::Yaml) => export::yaml(&planned.resume, &|_| None),
        Some(Format::Json) => {
            serde_json::to_string_pretty(&planned.resume).map_err(|_| refused(source))? + "\n"
        }
        _ => return Err(refused(source)),
    };
    planned.checked(source.with_text(&text)).ok_or_else(|| refused(source))
}

/// A variant to be.
struct Planned {
    /// The resume that has it.
    resume: Resume,
    /// Bullets that need a name, each with it.
    named: Vec<(FieldPath, String)>,
    /// What the variant leaves out.
    omit: Vec<String>,
}

impl Planned {
    fn of(parsed: &Parsed, name: &str, leave: &[FieldPath]) -> Result<Self, Failure> {
        let known = parsed.resume.vitae.as_ref().is_some_and(|own| own.variants.contains_key(name));
        if known {
            return Err(Failure::new(format!("there is a variant `{name}` already"))
                .hint("take another name, or remove it first"));
        }
        if !is_variant_name(name) {
            return Err(Failure::new("this cannot be the name of a variant")
                .hint("a name has letters, digits, `-` and `_`, and begins with a letter"));
        }
        let mut resume = parsed.resume.clone();
        let mut taken = names(&parsed.resume);
        let (mut omit, mut named) = (Vec::new(), Vec::new());
        for path in leave {
            let Some(bullet) = bullet(&mut resume, path) else {
                // A section leaves by its key.
                omit.push(path.to_string());
                continue;
            };
            if bullet.id.is_none() {
                let id = fresh(&bullet.text, &mut taken);
                named.push((path.clone(), id.clone()));
                bullet.id = Some(id);
            }
            omit.extend(bullet.id.clone());
        }
        let settings = resume.vitae.get_or_insert_default();
        let variant = Variant { omit: omit.clone(), ..Variant::default() };
        settings.variants.insert(name.to_owned(), variant);
        Ok(Self { resume, named, omit })
    }

    /// What was written, when it says what was meant.
    fn checked(&self, changed: Source) -> Option<Source> {
        let read = changed.parse(AIM).ok()?.0;
        (read.resume == self.resume).then_some(changed)
    }
}

fn refused(source: &Source) -> Failure {
    Failure::new(format!("`{}` was not changed", shown_name(&source.name))).hint(
        "its form leaves no place for the variant; give the lines that leave an `id` and list the \
         ids under `vitae: {variants: {NAME: {omit: [...]}}}`",
    )
}

/// The text of the bullet at a path, when it is written as text and nothing else.
fn plain_text<'a>(resume: &'a Resume, path: &FieldPath) -> Option<&'a str> {
    let (section, entry, at) = place(path)?;
    let list = match section {
        "work" => &resume.work.get(entry)?.highlights,
        "projects" => &resume.projects.get(entry)?.highlights,
        "volunteer" => &resume.volunteer.get(entry)?.highlights,
        _ => return None,
    };
    let bullet = list.get(at)?;
    (!bullet.is_mapping()).then_some(&bullet.text)
}

/// The bullet at a path of the resume.
fn bullet<'a>(resume: &'a mut Resume, path: &FieldPath) -> Option<&'a mut Bullet> {
    let (section, entry, at) = place(path)?;
    let list = match section {
        "work" => &mut resume.work.get_mut(entry)?.highlights,
        "projects" => &mut resume.projects.get_mut(entry)?.highlights,
        "volunteer" => &mut resume.volunteer.get_mut(entry)?.highlights,
        _ => return None,
    };
    list.get_mut(at)
}

/// Section, entry and line of the path of a bullet.
fn place(path: &FieldPath) -> Option<(&str, usize, usize)> {
    match path.segments() {
        [Segment::Key(section), Segment::Index(entry), Segment::Key(_), Segment::Index(at)] => {
            Some((section, *entry, *at))
        }
        _ => None,
    }
}

/// Ids and tags in use.
fn names(resume: &Resume) -> BTreeSet<String> {
    let work = resume.work.iter().flat_map(|one| &one.highlights);
    let projects = resume.projects.iter().flat_map(|one| &one.highlights);
    let volunteer = resume.volunteer.iter().flat_map(|one| &one.highlights);
    let bullets = work.chain(projects).chain(volunteer);
    bullets.flat_map(|bullet| bullet.id.iter().chain(&bullet.tags)).cloned().collect()
}

/// Words of a name made of a line.
const WORDS: usize = 4;

/// A name for a line, of its first words.
fn fresh(text: &str, taken: &mut BTreeSet<String>) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.take(WORDS).map(str::to_ascii_lowercase).collect();
    let stem = format!("line-{}", words.join("-"));
    let stem = stem.trim_end_matches('-');
    let numbered = (1..).map(|at| if at == 1 { stem.to_owned() } else { format!("{stem}-{at}") });
    let mut free = numbered.filter(|name| !taken.contains(name));
    let name = free.next().unwrap_or_default();
    taken.insert(name.clone());
    name
}
