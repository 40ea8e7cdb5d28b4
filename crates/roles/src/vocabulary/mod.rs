//! The skills of a role and where a text mentions them.
//!
//! The data files say everything about a skill; the code knows no skill by name. A name is either
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
mod negation;
mod phrase;
mod source;
mod text;
mod unlisted;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

pub use data::Category;
pub(crate) use data::SkillsFile;
pub use text::Text;
#[allow(unused_imports, reason = "not by the build script")]
pub(crate) use {context::Cues, find::Patterns, phrase::Phrases};

/// All skills of a role, ready to be searched for.
#[derive(Clone)]
pub struct Vocabulary {
    pub(crate) skills: Cow<'static, [Skill]>,
    /// All skills, sorted by their ids.
    pub(crate) ids: Cow<'static, [SkillId]>,
    /// Every way to write a skill. A table and not an automaton: it can be written down when the
    /// program is built, and costs a process nothing.
    pub(crate) patterns: find::Patterns,
    pub(crate) cues: Cow<'static, [context::Cues]>,
    /// What [`Vocabulary::plain_names`] gives, made when somebody asks first.
    pub(crate) plain: OnceLock<[Vec<PlainName>; 26]>,
    /// Second halves that make a compound about the name: `based` in `Go-based`.
    pub(crate) compounds: Cow<'static, [Text]>,
    pub(crate) phrases: phrase::Phrases,
}

/// Which skill of a [`Vocabulary`]: its position in the data files. Only meaningful there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SkillId(pub(crate) u32);

/// One skill.
#[derive(Clone, Debug, PartialEq)]
pub struct Skill {
    /// Kebab-case, e.g. `postgresql`. Stays the same for ever.
    pub id: Text,
    /// As its makers write it.
    pub name: Text,
    /// What kind of thing it is.
    pub category: Category,
    /// Other ways to write it.
    pub aliases: Cow<'static, [Text]>,
    /// What somebody who knows it also knows, one step: `django` implies `python`.
    pub implies: Cow<'static, [SkillId]>,
    /// What it is one of, one step: `postgresql` is a `relational-database`.
    pub parents: Cow<'static, [SkillId]>,
    /// What does a similar job, in the order of the data, and how much of one carries over to the
    /// other: above 0, below 1. Never equal; who is related to one is related back.
    pub related: Cow<'static, [(SkillId, f32)]>,
    /// The year of the first public release.
    pub since: Option<u16>,
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
    /// The text says that it is not the one: `no Java`, `Kotlin instead of Java`.
    pub negated: bool,
}

/// A place in a text that names something one can know, whether the data have it or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Which skill; none for a name that only its place in the text makes one (category
    /// `unlisted`).
    pub skill: Option<SkillId>,
    /// Bytes of the text, on character boundaries: the name with its version (`PHP 7.4`) and the
    /// nouns that go with it (`cloud security technologies`).
    pub range: Range<usize>,
    /// Bytes of the name alone, inside `range`.
    pub name: Range<usize>,
    /// As in [`Mention`].
    pub negated: bool,
}

/// A text to look for.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    /// Lower case, in the form of [`folded::key`].
    pub(crate) key: Text,
    /// Bytes of its [`find::head`].
    pub(crate) head: usize,
    /// What it stands for; nothing, where it only shields its words.
    pub(crate) forms: Cow<'static, [Form]>,
}

/// What a [`Pattern`] can stand for.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub(crate) skill: SkillId,
    /// The skill is no part of engineering, see [`Category::is_engineering`].
    pub(crate) broad: bool,
    /// The only spelling that counts, in the form of [`folded::Folded::key`]; any when absent.
    pub(crate) exact: Option<Text>,
    /// Index into [`Vocabulary::cues`] when the name alone proves nothing.
    pub(crate) cues: Option<usize>,
}

impl Vocabulary {
    /// Reads and checks the text of a skills file.
    ///
    /// # Errors
    /// What is wrong with the data, one problem a line: syntax and unknown fields, ids used twice,
    /// an alias with two owners that are not both context-bound, skills named by others that do
    /// not exist or go round in a circle, strengths that are not between 0 and 1, unknown cue sets.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        let file = toml::from_str(text).map_err(|error| error.to_string().trim().to_owned())?;
        Self::from_data(vec![file])
    }

    /// Checks the parsed form of skills files, which are read as one.
    ///
    /// # Errors
    /// As [`Vocabulary::from_toml`], syntax aside.
    pub(crate) fn from_data(files: Vec<SkillsFile>) -> Result<Self, String> {
        build::vocabulary(&SkillsFile::joined(files)?)
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
        let at = self.ids.binary_search_by(|other| self.skill(*other).id.as_str().cmp(id));
        self.ids.get(at.ok()?).copied()
    }

    /// What a skill is one of, one step.
    ///
    /// # Panics
    /// With the id of another, larger vocabulary.
    pub fn parents(&self, id: SkillId) -> &[SkillId] {
        &self.skill(id).parents
    }

    /// What does a similar job, with how much carries over, see [`Skill::related`].
    ///
    /// # Panics
    /// With the id of another, larger vocabulary.
    pub fn related(&self, id: SkillId) -> &[(SkillId, f32)] {
        &self.skill(id).related
    }

    /// All that somebody who knows a skill also knows: what it implies and what it is one of, and
    /// so on from there, nearest first, without itself. EKS implies Kubernetes, and that containers.
    ///
    /// # Panics
    /// With the id of another, larger vocabulary.
    pub fn implied(&self, id: SkillId) -> Vec<SkillId> {
        let mut all = vec![id];
        let mut at = 0;
        while at < all.len() {
            let skill = self.skill(all[at]);
            for next in skill.implies.iter().chain(skill.parents.iter()) {
                if !all.contains(next) {
                    all.push(*next);
                }
            }
            at += 1;
        }
        all.remove(0);
        all
    }

    /// All skills, in the order of the data files.
    pub fn skills(&self) -> impl Iterator<Item = (SkillId, &Skill)> {
        self.skills.iter().enumerate().map(|(index, skill)| (SkillId::new(index), skill))
    }

    /// Names of engineering skills that have ASCII letters only and begin with a letter, counted
    /// from `a`, in the order of the data files. Empty for what is no letter.
    pub fn plain_names(&self, initial: usize) -> &[PlainName] {
        let names = self.plain.get_or_init(|| {
            let mut names: [Vec<PlainName>; 26] = Default::default();
            for (skill, Skill { name, category, .. }) in self.skills() {
                let plain = category.is_engineering()
                    && name.bytes().all(|byte| byte.is_ascii_alphabetic());
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

    /// The engineering skills a sentence or paragraph names, from left to right, not overlapping.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        find::mentions(self, text, find::Setting::Prose)
    }

    /// The engineering skills that an item of a list of skills names. The list is the context of
    /// ambiguous names, so `Go`, `go` and `Spring` are found; `Go-to-market` still is not.
    pub fn mentions_in_list(&self, item: &str) -> Vec<Mention> {
        find::mentions(self, item, find::Setting::List)
    }

    /// Everything one can know that a text names, from left to right, not overlapping: skills of
    /// every category, and names the data do not have.
    pub fn terms(&self, text: &str) -> Vec<Term> {
        find::terms(self, text)
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
