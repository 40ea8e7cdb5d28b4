//! The resume: JSON Resume 1.0, complete, plus the optional `vitae:` block and bullets as objects.
//!
//! Field names in files are those of JSON Resume (`startDate`, `studyType`); every field is
//! optional, and keys we do not know are kept in `extra` and written back.

mod bullet;
mod entries;
mod look;
mod settings;
mod texts;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Date;

pub use bullet::Bullet;
pub use entries::{
    Award, Basics, Certificate, Education, Interest, Language, Meta, Place, Profile, Project,
    Publication, Reference, Skill, Volunteer, Work,
};
pub use look::{Accent, DateFormat, Density, Paper};
pub use settings::{Allowance, Settings, Variant};
pub use texts::Texts;

/// Keys that are not part of the format, in source order.
pub type Extra = serde_json::Map<String, serde_json::Value>;

/// Fields that are left out of a file when they hold nothing.
pub(crate) trait Blank {
    fn is_blank(&self) -> bool;
}

impl<T> Blank for Option<T> {
    fn is_blank(&self) -> bool {
        self.is_none()
    }
}

impl<T> Blank for Vec<T> {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<K, V> Blank for std::collections::BTreeMap<K, V> {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

/// Declares a mapping of the file format: camel-case keys, all optional, unknown keys kept.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "camelCase", default)]
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[serde(skip_serializing_if = "crate::model::Blank::is_blank")]
                pub $field: $type,
            )*
            /// Keys that are not part of the format, kept as they are.
            #[serde(flatten)]
            pub extra: crate::model::Extra,
        }

        impl $name {
            /// True when nothing of it is part of the format, but something was written.
            pub fn has_only_unknown_keys(&self) -> bool {
                let known = Self { extra: crate::model::Extra::default(), ..self.clone() };
                !self.extra.is_empty() && known == Self::default()
            }
        }
    };
}
pub(crate) use look::words;
pub(crate) use record;

record! {
    /// A resume: [JSON Resume 1.0](https://jsonresume.org/schema), written as YAML or JSON.
    Resume {
        /// Address of the schema this file follows.
        #[serde(rename = "$schema")]
        schema: Option<String>,
        /// Who you are and how to reach you.
        basics: Option<Basics>,
        /// Jobs, most recent first. Consecutive entries of one employer are shown as one employer
        /// with several roles.
        work: Vec<Work>,
        /// Unpaid work, most recent first.
        volunteer: Vec<Volunteer>,
        /// Schools and courses of study, most recent first.
        education: Vec<Education>,
        /// Prizes and honors.
        awards: Vec<Award>,
        /// Certificates that somebody issued to you.
        certificates: Vec<Certificate>,
        /// Articles, papers, talks, books.
        publications: Vec<Publication>,
        /// Skills by group.
        skills: Vec<Skill>,
        /// Human languages.
        languages: Vec<Language>,
        /// Interests outside work.
        interests: Vec<Interest>,
        /// What others say of you.
        references: Vec<Reference>,
        /// Projects: open source, side projects, course work.
        projects: Vec<Project>,
        /// About this file.
        meta: Option<Meta>,
        /// Settings of vitae for this resume.
        vitae: Option<Settings>,
    }
}

impl Resume {
    /// The day that stands for today as the file names it; `None` when it names no year.
    pub fn as_of(&self) -> Option<Date> {
        let named = self.vitae.as_ref()?.as_of.as_ref()?;
        named.year().map(|_| named.clone())
    }
}
