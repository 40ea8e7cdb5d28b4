//! All rules for jobs, one file each. Written by `cargo xtask codegen` from the files of this folder.

mod ability_signal;
mod age_signal;
mod automated_selection;
mod contradictory_level;
mod culture_fit;
mod degree_required;
mod gender_coded_wording;
mod gendered_word;
mod hard_to_read;
mod heavy_process;
mod incomplete_posting;
mod job_idiom;
mod legacy_term;
mod missing_essentials;
mod no_equal_opportunity;
mod origin_required;
mod salary_history_asked;
mod superhero_word;
mod too_many_requirements;
mod trait_wanted;
mod unassessed_must;
mod unbalanced_lists;
mod unclear_pay;
mod unsorted_requirements;
mod unusual_length;
mod vague_responsibility;
mod years_required;

use crate::job::JobRule;

/// Every rule, sorted by id.
pub(crate) static ALL: &[&JobRule] = &[
    &ability_signal::RULE,
    &age_signal::RULE,
    &automated_selection::RULE,
    &contradictory_level::RULE,
    &culture_fit::RULE,
    &degree_required::RULE,
    &gender_coded_wording::RULE,
    &gendered_word::RULE,
    &hard_to_read::RULE,
    &heavy_process::RULE,
    &incomplete_posting::RULE,
    &job_idiom::RULE,
    &legacy_term::RULE,
    &missing_essentials::RULE,
    &no_equal_opportunity::RULE,
    &origin_required::RULE,
    &salary_history_asked::RULE,
    &superhero_word::RULE,
    &too_many_requirements::RULE,
    &trait_wanted::RULE,
    &unassessed_must::RULE,
    &unbalanced_lists::RULE,
    &unclear_pay::RULE,
    &unsorted_requirements::RULE,
    &unusual_length::RULE,
    &vague_responsibility::RULE,
    &years_required::RULE,
];
