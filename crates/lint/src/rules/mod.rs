//! All rules, one file each. Written by `cargo xtask codegen` from the files of this folder.

mod adjective_claim;
mod assumed_skill;
mod bullet_count;
mod buried_strongest_bullet;
mod category_not_product;
mod contradicting_direction;
mod damaged_link;
mod date_without_month;
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
mod gpa_shown;
mod high_school_listed;
mod impossible_dates;
mod impossible_number;
mod incomplete_first_scan;
mod incomplete_role;
mod keyword_block;
mod latency_without_percentile;
mod long_bullet;
mod long_education;
mod long_internship;
mod long_summary;
mod missing_contact;
mod missing_education;
mod missing_foundations;
mod missing_section;
mod missing_summary;
mod mixed_tense;
mod near_duplicate_bullets;
mod no_database_named;
mod no_language_named;
mod no_outcome;
mod no_profile_link;
mod no_queue_named;
mod objective_statement;
mod objectless_figure;
mod on_call_attendance;
mod on_call_section;
mod pattern_list;
mod personal_data;
mod placeholder_text;
mod project_without_users;
mod promotion_not_shown;
mod references_listed;
mod repeated_verb;
mod role_as_paragraph;
mod roles_out_of_order;
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
mod thin_closing_section;
mod too_few_skills;
mod too_many_certificates;
mod too_many_languages;
mod too_many_pages;
mod too_many_skills;
mod trait_opener;
mod unmodified_example;
mod unnamed_transition;
mod unreadable_date;
mod unspecific_object;
mod unsupported_summary;
mod unusual_paper;
mod vague_improvement;
mod vague_mechanism;
mod weak_opening;
mod work_email;

use crate::rule::Rule;

/// Every rule, sorted by id.
pub(crate) static ALL: &[&Rule] = &[
    &adjective_claim::RULE,
    &assumed_skill::RULE,
    &bullet_count::RULE,
    &buried_strongest_bullet::RULE,
    &category_not_product::RULE,
    &contradicting_direction::RULE,
    &damaged_link::RULE,
    &date_without_month::RULE,
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
    &gpa_shown::RULE,
    &high_school_listed::RULE,
    &impossible_dates::RULE,
    &impossible_number::RULE,
    &incomplete_first_scan::RULE,
    &incomplete_role::RULE,
    &keyword_block::RULE,
    &latency_without_percentile::RULE,
    &long_bullet::RULE,
    &long_education::RULE,
    &long_internship::RULE,
    &long_summary::RULE,
    &missing_contact::RULE,
    &missing_education::RULE,
    &missing_foundations::RULE,
    &missing_section::RULE,
    &missing_summary::RULE,
    &mixed_tense::RULE,
    &near_duplicate_bullets::RULE,
    &no_database_named::RULE,
    &no_language_named::RULE,
    &no_outcome::RULE,
    &no_profile_link::RULE,
    &no_queue_named::RULE,
    &objective_statement::RULE,
    &objectless_figure::RULE,
    &on_call_attendance::RULE,
    &on_call_section::RULE,
    &pattern_list::RULE,
    &personal_data::RULE,
    &placeholder_text::RULE,
    &project_without_users::RULE,
    &promotion_not_shown::RULE,
    &references_listed::RULE,
    &repeated_verb::RULE,
    &role_as_paragraph::RULE,
    &roles_out_of_order::RULE,
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
    &thin_closing_section::RULE,
    &too_few_skills::RULE,
    &too_many_certificates::RULE,
    &too_many_languages::RULE,
    &too_many_pages::RULE,
    &too_many_skills::RULE,
    &trait_opener::RULE,
    &unmodified_example::RULE,
    &unnamed_transition::RULE,
    &unreadable_date::RULE,
    &unspecific_object::RULE,
    &unsupported_summary::RULE,
    &unusual_paper::RULE,
    &vague_improvement::RULE,
    &vague_mechanism::RULE,
    &weak_opening::RULE,
    &work_email::RULE,
];
