//! All rules, one file each. Written by `cargo xtask codegen` from the files of this folder.

mod adjective_claim;
mod after_without_before;
mod ambiguous_acronym;
mod bullet_count;
mod buzzword_heap;
mod category_not_product;
mod contradicting_direction;
mod date_without_month;
mod decorative_symbol;
mod duplicate_skill;
mod duty_not_work;
mod fake_contact;
mod filler_phrase;
mod first_person;
mod generic_database;
mod impossible_dates;
mod impossible_number;
mod incomplete_role;
mod inconsistent_full_stops;
mod inflated_verb;
mod instruction_to_machine;
mod keyword_block;
mod latency_without_percentile;
mod long_bullet;
mod long_summary;
mod many_claims;
mod mentoring_without_outcome;
mod miscounted_list;
mod mismatched_ratio;
mod missing_contact;
mod missing_section;
mod missing_summary;
mod misspelled_technology;
mod misspelled_word;
mod mixed_spelling;
mod near_duplicate_bullets;
mod no_database_depth;
mod no_distributed_depth;
mod no_mechanism;
mod no_operations;
mod no_outcome;
mod no_public_proof;
mod no_testing;
mod number_without_unit;
mod objective_statement;
mod objectless_figure;
mod on_call_attendance;
mod overstated_years;
mod partition_without_key;
mod passive_style;
mod pattern_list;
mod pattern_without_qualifier;
mod personal_data;
mod placeholder_text;
mod publication_outside_role;
mod relative_without_base;
mod repeated_keyword;
mod repeated_verb;
mod roles_out_of_order;
mod saving_without_guard;
mod scope_outruns_dates;
mod short_bullet;
mod short_last_line;
mod skill_rating;
mod skill_without_evidence;
mod soft_skill_listed;
mod summary_without_number;
mod summary_without_system;
mod technology_before_release;
mod throughput_only;
mod too_many_figures;
mod too_many_pages;
mod too_many_skills;
mod tool_not_work;
mod trait_in_bullet;
mod trait_opener;
mod tutorial_project;
mod unbacked_availability;
mod unclear_own_part;
mod unexplained_name;
mod unmeasurable_figure;
mod unmeasured_tests;
mod unnamed_open_source;
mod unreadable_date;
mod unshipped_internship;
mod unsized_migration;
mod unspecific_object;
mod vague_improvement;
mod vague_mechanism;
mod vanity_metric;
mod weak_opening;

use crate::rule::Rule;

/// Every rule, sorted by id.
pub(crate) static ALL: &[&Rule] = &[
    &adjective_claim::RULE,
    &after_without_before::RULE,
    &ambiguous_acronym::RULE,
    &bullet_count::RULE,
    &buzzword_heap::RULE,
    &category_not_product::RULE,
    &contradicting_direction::RULE,
    &date_without_month::RULE,
    &decorative_symbol::RULE,
    &duplicate_skill::RULE,
    &duty_not_work::RULE,
    &fake_contact::RULE,
    &filler_phrase::RULE,
    &first_person::RULE,
    &generic_database::RULE,
    &impossible_dates::RULE,
    &impossible_number::RULE,
    &incomplete_role::RULE,
    &inconsistent_full_stops::RULE,
    &inflated_verb::RULE,
    &instruction_to_machine::RULE,
    &keyword_block::RULE,
    &latency_without_percentile::RULE,
    &long_bullet::RULE,
    &long_summary::RULE,
    &many_claims::RULE,
    &mentoring_without_outcome::RULE,
    &miscounted_list::RULE,
    &mismatched_ratio::RULE,
    &missing_contact::RULE,
    &missing_section::RULE,
    &missing_summary::RULE,
    &misspelled_technology::RULE,
    &misspelled_word::RULE,
    &mixed_spelling::RULE,
    &near_duplicate_bullets::RULE,
    &no_database_depth::RULE,
    &no_distributed_depth::RULE,
    &no_mechanism::RULE,
    &no_operations::RULE,
    &no_outcome::RULE,
    &no_public_proof::RULE,
    &no_testing::RULE,
    &number_without_unit::RULE,
    &objective_statement::RULE,
    &objectless_figure::RULE,
    &on_call_attendance::RULE,
    &overstated_years::RULE,
    &partition_without_key::RULE,
    &passive_style::RULE,
    &pattern_list::RULE,
    &pattern_without_qualifier::RULE,
    &personal_data::RULE,
    &placeholder_text::RULE,
    &publication_outside_role::RULE,
    &relative_without_base::RULE,
    &repeated_keyword::RULE,
    &repeated_verb::RULE,
    &roles_out_of_order::RULE,
    &saving_without_guard::RULE,
    &scope_outruns_dates::RULE,
    &short_bullet::RULE,
    &short_last_line::RULE,
    &skill_rating::RULE,
    &skill_without_evidence::RULE,
    &soft_skill_listed::RULE,
    &summary_without_number::RULE,
    &summary_without_system::RULE,
    &technology_before_release::RULE,
    &throughput_only::RULE,
    &too_many_figures::RULE,
    &too_many_pages::RULE,
    &too_many_skills::RULE,
    &tool_not_work::RULE,
    &trait_in_bullet::RULE,
    &trait_opener::RULE,
    &tutorial_project::RULE,
    &unbacked_availability::RULE,
    &unclear_own_part::RULE,
    &unexplained_name::RULE,
    &unmeasurable_figure::RULE,
    &unmeasured_tests::RULE,
    &unnamed_open_source::RULE,
    &unreadable_date::RULE,
    &unshipped_internship::RULE,
    &unsized_migration::RULE,
    &unspecific_object::RULE,
    &vague_improvement::RULE,
    &vague_mechanism::RULE,
    &vanity_metric::RULE,
    &weak_opening::RULE,
];
