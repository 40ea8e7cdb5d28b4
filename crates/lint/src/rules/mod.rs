//! All rules, one file each. Written by `cargo xtask codegen` from the files of this folder.

mod adjective_claim;
mod after_without_before;
mod ambiguous_acronym;
mod assumed_skill;
mod bullet_count;
mod buried_strongest_bullet;
mod buzzword_heap;
mod category_not_product;
mod contradicting_direction;
mod damaged_link;
mod date_without_month;
mod decorative_symbol;
mod duplicate_skill;
mod duty_not_work;
mod employer_without_context;
mod experience_not_dominant;
mod fake_contact;
mod filler_phrase;
mod first_person;
mod flat_skill_list;
mod functional_layout;
mod gap_between_roles;
mod generic_database;
mod gpa_shown;
mod high_school_listed;
mod impossible_dates;
mod impossible_number;
mod incomplete_first_scan;
mod incomplete_role;
mod inconsistent_full_stops;
mod inflated_verb;
mod instruction_to_machine;
pub(crate) mod job;
mod keyword_block;
mod latency_without_percentile;
mod long_bullet;
mod long_education;
mod long_internship;
mod long_summary;
mod many_claims;
mod mentoring_without_outcome;
mod miscounted_list;
mod mismatched_ratio;
mod missing_contact;
mod missing_education;
mod missing_foundations;
mod missing_section;
mod missing_summary;
mod misspelled_technology;
mod misspelled_word;
mod mixed_spelling;
mod mixed_tense;
mod near_duplicate_bullets;
mod no_database_depth;
mod no_database_named;
mod no_distributed_depth;
mod no_language_named;
mod no_mechanism;
mod no_operations;
mod no_outcome;
mod no_profile_link;
mod no_public_proof;
mod no_queue_named;
mod no_testing;
mod number_without_unit;
mod objective_statement;
mod objectless_figure;
mod on_call_attendance;
mod on_call_section;
mod overstated_years;
mod partition_without_key;
mod passive_style;
mod pattern_list;
mod pattern_without_qualifier;
mod personal_data;
mod placeholder_text;
mod project_without_users;
mod promotion_not_shown;
mod publication_outside_role;
mod references_listed;
mod relative_without_base;
mod repeated_keyword;
mod repeated_verb;
mod role_as_paragraph;
mod roles_out_of_order;
mod saving_without_guard;
mod scope_outruns_dates;
mod second_page_too_early;
mod short_bullet;
mod short_last_line;
mod short_last_page;
mod short_summary;
mod skill_rating;
mod skill_without_evidence;
mod slashed_skill;
mod soft_skill_listed;
mod stack_not_at_top;
mod street_address;
mod summary_off_stage;
mod summary_without_number;
mod summary_without_system;
mod technology_before_release;
mod thin_closing_section;
mod throughput_only;
mod too_few_skills;
mod too_many_certificates;
mod too_many_figures;
mod too_many_languages;
mod too_many_pages;
mod too_many_skills;
mod tool_not_work;
mod trait_in_bullet;
mod trait_opener;
mod tutorial_project;
mod unbacked_availability;
mod unclear_own_part;
mod unexplained_allow;
mod unexplained_name;
mod unknown_allow;
mod unmeasurable_figure;
mod unmeasured_tests;
mod unmodified_example;
mod unnamed_open_source;
mod unnamed_transition;
mod unreadable_date;
mod unshipped_internship;
mod unsized_migration;
mod unspecific_object;
mod unsupported_summary;
mod unused_allow;
mod unusual_paper;
mod vague_improvement;
mod vague_mechanism;
mod vanity_metric;
mod weak_opening;
mod work_email;

use crate::rule::Rule;

/// Every rule, sorted by id.
pub(crate) static ALL: &[&Rule] = &[
    &adjective_claim::RULE,
    &after_without_before::RULE,
    &ambiguous_acronym::RULE,
    &assumed_skill::RULE,
    &bullet_count::RULE,
    &buried_strongest_bullet::RULE,
    &buzzword_heap::RULE,
    &category_not_product::RULE,
    &contradicting_direction::RULE,
    &damaged_link::RULE,
    &date_without_month::RULE,
    &decorative_symbol::RULE,
    &duplicate_skill::RULE,
    &duty_not_work::RULE,
    &employer_without_context::RULE,
    &experience_not_dominant::RULE,
    &fake_contact::RULE,
    &filler_phrase::RULE,
    &first_person::RULE,
    &flat_skill_list::RULE,
    &functional_layout::RULE,
    &gap_between_roles::RULE,
    &generic_database::RULE,
    &gpa_shown::RULE,
    &high_school_listed::RULE,
    &impossible_dates::RULE,
    &impossible_number::RULE,
    &incomplete_first_scan::RULE,
    &incomplete_role::RULE,
    &inconsistent_full_stops::RULE,
    &inflated_verb::RULE,
    &instruction_to_machine::RULE,
    &keyword_block::RULE,
    &latency_without_percentile::RULE,
    &long_bullet::RULE,
    &long_education::RULE,
    &long_internship::RULE,
    &long_summary::RULE,
    &many_claims::RULE,
    &mentoring_without_outcome::RULE,
    &miscounted_list::RULE,
    &mismatched_ratio::RULE,
    &missing_contact::RULE,
    &missing_education::RULE,
    &missing_foundations::RULE,
    &missing_section::RULE,
    &missing_summary::RULE,
    &misspelled_technology::RULE,
    &misspelled_word::RULE,
    &mixed_spelling::RULE,
    &mixed_tense::RULE,
    &near_duplicate_bullets::RULE,
    &no_database_depth::RULE,
    &no_database_named::RULE,
    &no_distributed_depth::RULE,
    &no_language_named::RULE,
    &no_mechanism::RULE,
    &no_operations::RULE,
    &no_outcome::RULE,
    &no_profile_link::RULE,
    &no_public_proof::RULE,
    &no_queue_named::RULE,
    &no_testing::RULE,
    &number_without_unit::RULE,
    &objective_statement::RULE,
    &objectless_figure::RULE,
    &on_call_attendance::RULE,
    &on_call_section::RULE,
    &overstated_years::RULE,
    &partition_without_key::RULE,
    &passive_style::RULE,
    &pattern_list::RULE,
    &pattern_without_qualifier::RULE,
    &personal_data::RULE,
    &placeholder_text::RULE,
    &project_without_users::RULE,
    &promotion_not_shown::RULE,
    &publication_outside_role::RULE,
    &references_listed::RULE,
    &relative_without_base::RULE,
    &repeated_keyword::RULE,
    &repeated_verb::RULE,
    &role_as_paragraph::RULE,
    &roles_out_of_order::RULE,
    &saving_without_guard::RULE,
    &scope_outruns_dates::RULE,
    &second_page_too_early::RULE,
    &short_bullet::RULE,
    &short_last_line::RULE,
    &short_last_page::RULE,
    &short_summary::RULE,
    &skill_rating::RULE,
    &skill_without_evidence::RULE,
    &slashed_skill::RULE,
    &soft_skill_listed::RULE,
    &stack_not_at_top::RULE,
    &street_address::RULE,
    &summary_off_stage::RULE,
    &summary_without_number::RULE,
    &summary_without_system::RULE,
    &technology_before_release::RULE,
    &thin_closing_section::RULE,
    &throughput_only::RULE,
    &too_few_skills::RULE,
    &too_many_certificates::RULE,
    &too_many_figures::RULE,
    &too_many_languages::RULE,
    &too_many_pages::RULE,
    &too_many_skills::RULE,
    &tool_not_work::RULE,
    &trait_in_bullet::RULE,
    &trait_opener::RULE,
    &tutorial_project::RULE,
    &unbacked_availability::RULE,
    &unclear_own_part::RULE,
    &unexplained_allow::RULE,
    &unexplained_name::RULE,
    &unknown_allow::RULE,
    &unmeasurable_figure::RULE,
    &unmeasured_tests::RULE,
    &unmodified_example::RULE,
    &unnamed_open_source::RULE,
    &unnamed_transition::RULE,
    &unreadable_date::RULE,
    &unshipped_internship::RULE,
    &unsized_migration::RULE,
    &unspecific_object::RULE,
    &unsupported_summary::RULE,
    &unused_allow::RULE,
    &unusual_paper::RULE,
    &vague_improvement::RULE,
    &vague_mechanism::RULE,
    &vanity_metric::RULE,
    &weak_opening::RULE,
    &work_email::RULE,
];
