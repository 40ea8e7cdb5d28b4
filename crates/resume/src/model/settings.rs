//! The `vitae:` block: settings that travel with a resume.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Accent, DateFormat, Density, Paper, record};
use crate::{Date, Stage};

record! {
    /// Settings of vitae for this resume; the command line overrides them.
    Settings {
        /// Version of this block's format; `1` today.
        version: Option<u32>,
        /// The career stage to grade against; found from the dates of your work when absent.
        stage: Option<Stage>,
        /// The role whose panel reads this page; `backend-engineer` when absent.
        role: Option<String>,
        /// The day that stands for "today", so that a report never changes by itself.
        as_of: Option<Date>,
        /// The template `vitae build` uses; `classic` when absent.
        template: Option<String>,
        /// The paper `vitae build` uses; `a4` when absent.
        paper: Option<Paper>,
        /// The language of the text as a BCP 47 tag; `en` when absent.
        language: Option<String>,
        /// The color of headings and links, as `#1d4e79`; the template's own when absent.
        accent: Option<Accent>,
        /// The font family text is set in; the template's own when absent.
        font: Option<String>,
        /// How tightly a page is set; `regular` when absent.
        density: Option<Density>,
        /// How dates are worded; `short` (`Mar 2021`) when absent.
        date_format: Option<DateFormat>,
        /// Sections in the order a page shows them, by key (`skills`, `work`, …); those that are
        /// not named follow in their usual order.
        sections: Vec<String>,
        /// Other cuts of the same resume, by name: which bullets they show, and what they say
        /// instead. `vitae build --variant NAME` makes one.
        variants: BTreeMap<String, Variant>,
        /// Findings you have looked at and decided to live with. They leave the report and its
        /// gate; the grade stays as it is.
        allow: Vec<Allowance>,
    }
}

record! {
    /// Findings an author decided to live with, and why.
    Allowance {
        /// The rule, as named in brackets in a report: `long-bullet`.
        rule: Option<String>,
        /// The value and everything below it, e.g. `work[0].highlights[2]`, or a bullet's id; the
        /// whole page when absent.
        at: Option<String>,
        /// Why. Without a reason nothing is allowed.
        reason: Option<String>,
    }
}

record! {
    /// One cut of a resume for one kind of job. It leaves out and reorders what is there, and says
    /// the two lines at the top in other words; entries keep their headings when all their bullets
    /// are left out, because a job that vanishes reads as a gap.
    Variant {
        /// The line under the name, instead of `basics.label`.
        label: Option<String>,
        /// The opening paragraph, instead of `basics.summary`.
        summary: Option<String>,
        /// Ids and tags of bullets to show. A bullet without id and tags is always shown; with
        /// this list, one that has them is shown when one of them is named.
        select: Vec<String>,
        /// Ids and tags of bullets to leave out, also of selected ones, and keys of sections
        /// (`interests`).
        omit: Vec<String>,
        /// Sections in the order this cut shows them, instead of `vitae.sections`.
        sections: Vec<String>,
    }
}
