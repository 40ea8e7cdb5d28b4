//! The skills of a role and where a text mentions them.
//!
//! The data file says everything about a skill; the code knows no skill by name. A name is either
//! *sure* (`PostgreSQL` is found wherever it stands as a token), *case-bound* (`REST`, not `rest`)
//! or *context-bound* (`Go`, `Spring`, `C`): then the words beside it have to speak for it, see
//! [`context`].
//!
//! Finding goes through four steps: [`folded`] makes one comparable text with a way back to the
//! original bytes, [`find`] looks up all names, [`boundary`] drops what is part of something
//! longer, [`context`] decides on the ambiguous rest.

mod boundary;
mod build;
mod chain;
mod context;
mod data;
mod find;
mod folded;

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

pub use data::Category;
pub(crate) use data::SkillsFile;

/// All skills of a role, ready to be searched for.
#[derive(Clone)]
pub struct Vocabulary {
    skills: Vec<Skill>,
    by_id: HashMap<String, SkillId>,
    /// Every way to write a skill. A table and not an automaton, because every process builds it
    /// anew to search a page or two.
    patterns: find::Patterns,
    cues: Vec<context::Cues>,
    /// What [`Vocabulary::plain_names`] gives, made when somebody asks first.
    plain: OnceLock<[Vec<PlainName>; 26]>,
    /// Second halves that make a compound about the name: `based` in `Go-based`.
    compounds: Vec<String>,
}

/// Which skill of a [`Vocabulary`]: its position in the data file. Only meaningful there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SkillId(u32);

/// One skill.
#[derive(Clone, Debug, PartialEq)]
pub struct Skill {
    /// Kebab-case, e.g. `postgresql`. Stays the same for ever.
    pub id: String,
    /// As its makers write it.
    pub name: String,
    /// What kind of thing it is.
    pub category: Category,
    /// Other ways to write it.
    pub aliases: Vec<String>,
    /// What somebody who knows it also knows, one step: `django` implies `python`.
    pub implies: Vec<SkillId>,
}

/// A name of ASCII letters only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlainName {
    /// Whose name.
    pub skill: SkillId,
    /// Its bytes.
    pub len: usize,
    /// Which letters it has, see [`letters`].
    pub letters: u32,
}

/// Which ASCII letters occur in a word, one bit each: `a` or `A` is the lowest.
pub fn letters(word: &str) -> u32 {
    word.bytes()
        .map(|byte| byte.to_ascii_lowercase())
        .filter(u8::is_ascii_lowercase)
        .fold(0, |mask, byte| mask | 1 << (byte - b'a'))
}

/// A place in a text that names a skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Which.
    pub skill: SkillId,
    /// Bytes of the text; the name without its version, on character boundaries.
    pub range: Range<usize>,
}

/// A text to look for.
#[derive(Clone, Debug)]
struct Pattern {
    /// Lower case, in the form of [`folded::key`].
    key: String,
    /// Bytes of its [`find::head`].
    head: usize,
    /// What it stands for; nothing, where it only shields its words.
    forms: Vec<Form>,
}

/// What a [`Pattern`] can stand for.
#[derive(Clone, Debug)]
struct Form {
    skill: SkillId,
    /// The only spelling that counts, in the form of [`folded::Folded::key`]; any when absent.
    exact: Option<String>,
    /// Index into [`Vocabulary::cues`] when the name alone proves nothing.
    cues: Option<usize>,
}

impl Vocabulary {
    /// Reads and checks the text of a `skills.toml`.
    ///
    /// # Errors
    /// What is wrong with the data, one problem a line: syntax and unknown fields, ids used twice,
    /// an alias with two owners that are not both context-bound, implied skills that do not exist
    /// or go round in a circle, unknown cue sets.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        let file = toml::from_str(text).map_err(|error| error.to_string().trim().to_owned())?;
        Self::from_data(file)
    }

    /// Checks the parsed form of a `skills.toml`.
    ///
    /// # Errors
    /// As [`Vocabulary::from_toml`], syntax aside.
    pub(crate) fn from_data(file: SkillsFile) -> Result<Self, String> {
        build::vocabulary(file)
    }

    /// The skill behind an id of this vocabulary.
    ///
    /// # Panics
    /// With the id of another, larger vocabulary.
    pub fn skill(&self, id: SkillId) -> &Skill {
        &self.skills[id.index()]
    }

    /// The skill with this id, e.g. `postgresql`.
    pub fn by_id(&self, id: &str) -> Option<SkillId> {
        self.by_id.get(id).copied()
    }

    /// All skills, in the order of the data file.
    pub fn skills(&self) -> impl Iterator<Item = (SkillId, &Skill)> {
        self.skills.iter().enumerate().map(|(index, skill)| (SkillId::new(index), skill))
    }

    /// Names of ASCII letters only that begin with a letter, counted from `a`, in the order of the
    /// data file. Empty for what is no letter.
    pub fn plain_names(&self, initial: usize) -> &[PlainName] {
        let names = self.plain.get_or_init(|| {
            let mut names: [Vec<PlainName>; 26] = Default::default();
            for (skill, Skill { name, .. }) in self.skills() {
                let plain = name.bytes().all(|byte| byte.is_ascii_alphabetic());
                if let Some(first) = name.bytes().next().filter(|_| plain) {
                    let initial = usize::from(first.to_ascii_lowercase() - b'a');
                    let (len, letters) = (name.len(), letters(name));
                    names[initial].push(PlainName { skill, len, letters });
                }
            }
            names
        });
        names.get(initial).map_or(&[], Vec::as_slice)
    }

    /// The skills a sentence or paragraph names, from left to right, not overlapping.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        find::mentions(self, text, find::Setting::Prose)
    }

    /// The skills that an item of a list of skills names. The list is the context of ambiguous
    /// names, so `Go`, `go` and `Spring` are found; `Go-to-market` still is not.
    pub fn mentions_in_list(&self, item: &str) -> Vec<Mention> {
        find::mentions(self, item, find::Setting::List)
    }
}

impl SkillId {
    fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for Vocabulary {
    /// The count only; the patterns would fill pages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vocabulary").field("skills", &self.skills.len()).finish_non_exhaustive()
    }
}
