//! A vocabulary written down as Rust, so that no process makes it again.

use std::fmt::{Debug, Write as _};

use super::context::Cues;
use super::find::Patterns;
use super::phrase::Phrases;
use super::text::Text;
use super::{Form, Pattern, Skill, SkillId, Vocabulary};

impl Vocabulary {
    /// An expression that is this vocabulary, for a build script; it names the types of this
    /// module and the functions of `load/prepared.rs`.
    #[allow(dead_code, reason = "only the build script calls it")]
    pub fn source(&self) -> String {
        let Self { skills, ids, patterns: Patterns { rows, patterns }, cues, .. } = self;
        let Phrases { heads, common_heads, modifiers, people } = &self.phrases;
        format!(
            "Vocabulary {{ skills: {}, ids: {}, patterns: Patterns {{ rows: {}, patterns: {} }}, \
             cues: {}, plain: OnceLock::new(), compounds: {}, phrases: Phrases {{ heads: {}, \
             common_heads: {}, modifiers: {}, people: {} }} }}",
            list(skills, skill),
            plain(ids),
            plain(rows),
            list(patterns, pattern),
            list(cues, cue_set),
            texts(&self.compounds),
            texts(heads),
            texts(common_heads),
            texts(modifiers),
            texts(people),
        )
    }
}

fn skill(skill: &Skill) -> String {
    let Skill { id, name, category, aliases, implies, parents, related, since } = skill;
    format!(
        "Skill {{ id: t({id:?}), name: t({name:?}), category: Category::{category:?}, \
         aliases: {}, implies: {}, parents: {}, related: {}, since: {since:?} }}",
        texts(aliases),
        plain(implies),
        plain(parents),
        plain::<(SkillId, f32)>(related),
    )
}

fn pattern(Pattern { key, head, forms }: &Pattern) -> String {
    format!("Name {{ key: t({key:?}), head: {head}, forms: {} }}", list(forms, form))
}

fn form(Form { skill, broad, exact, cues }: &Form) -> String {
    let exact = exact.as_ref().map_or("None".to_owned(), |exact| format!("Some(t({exact:?}))"));
    format!("Form {{ skill: {skill:?}, broad: {broad}, exact: {exact}, cues: {cues:?} }}")
}

fn cue_set(cues: &Cues) -> String {
    let Cues { before, after, near, not_before, not_after, strict } = cues;
    format!(
        "Cues {{ before: {}, after: {}, near: {}, not_before: {}, not_after: {}, \
         strict: {strict} }}",
        texts(before),
        texts(after),
        texts(near),
        texts(not_before),
        texts(not_after),
    )
}

fn texts(texts: &[Text]) -> String {
    list(texts, |text| format!("t({text:?})"))
}

/// Items whose `Debug` writes what the compiler reads.
fn plain<T: Debug>(items: &[T]) -> String {
    format!("Cow::Borrowed(&{items:?})")
}

fn list<T>(items: &[T], source: impl Fn(&T) -> String) -> String {
    let mut text = String::from("Cow::Borrowed(&[");
    for item in items {
        // Writing to a string cannot fail.
        let _ = write!(text, "{}, ", source(item));
    }
    text + "])"
}
