//! All rules, one file each. Written by `cargo xtask codegen` from the files of this folder.

mod adjective_claim;
mod bullet_count;
mod category_not_product;
mod contradicting_direction;
mod damaged_link;
mod date_without_month;
mod duplicate_skill;
mod duty_not_work;
mod experience_not_dominant;
mod fake_contact;
mod filler_phrase;
mod first_person;
mod functional_layout;
mod impossible_dates;
mod impossible_number;
mod incomplete_first_scan;
mod incomplete_role;
mod keyword_block;
mod latency_without_percentile;
mod long_bullet;
mod long_summary;
mod missing_contact;
mod missing_section;
mod missing_summary;
mod near_duplicate_bullets;
mod no_outcome;
mod no_profile_link;
mod objective_statement;
mod objectless_figure;
mod on_call_attendance;
mod on_call_section;
mod pattern_list;
mod personal_data;
mod placeholder_text;
mod project_without_users;
mod references_listed;
mod repeated_verb;
mod roles_out_of_order;
mod second_page_too_early;
mod short_bullet;
mod short_last_page;
mod short_summary;
mod skill_rating;
mod skill_without_evidence;
mod soft_skill_listed;
mod stack_not_at_top;
mod street_address;
mod summary_off_stage;
mod summary_without_number;
mod summary_without_system;
mod thin_closing_section;
mod too_many_pages;
mod too_many_skills;
mod trait_opener;
mod unmodified_example;
mod unnamed_transition;
mod unreadable_date;
mod unspecific_object;
mod unsupported_summary;
mod vague_improvement;
mod vague_mechanism;
mod weak_opening;
mod work_email;

use crate::rule::Rule;

/// Every rule, sorted by id.
pub(crate) static ALL: &[&Rule] = &[
    &adjective_claim::RULE,
    &bullet_count::RULE,
    &category_not_product::RULE,
    &contradicting_direction::RULE,
    &damaged_link::RULE,
    &date_without_month::RULE,
    &duplicate_skill::RULE,
    &duty_not_work::RULE,
    &experience_not_dominant::RULE,
    &fake_contact::RULE,
    &filler_phrase::RULE,
    &first_person::RULE,
    &functional_layout::RULE,
    &impossible_dates::RULE,
    &impossible_number::RULE,
    &incomplete_first_scan::RULE,
    &incomplete_role::RULE,
    &keyword_block::RULE,
    &latency_without_percentile::RULE,
    &long_bullet::RULE,
    &long_summary::RULE,
    &missing_contact::RULE,
    &missing_section::RULE,
    &missing_summary::RULE,
    &near_duplicate_bullets::RULE,
    &no_outcome::RULE,
    &no_profile_link::RULE,
    &objective_statement::RULE,
    &objectless_figure::RULE,
    &on_call_attendance::RULE,
    &on_call_section::RULE,
    &pattern_list::RULE,
    &personal_data::RULE,
    &placeholder_text::RULE,
    &project_without_users::RULE,
    &references_listed::RULE,
    &repeated_verb::RULE,
    &roles_out_of_order::RULE,
    &second_page_too_early::RULE,
    &short_bullet::RULE,
    &short_last_page::RULE,
    &short_summary::RULE,
    &skill_rating::RULE,
    &skill_without_evidence::RULE,
    &soft_skill_listed::RULE,
    &stack_not_at_top::RULE,
    &street_address::RULE,
    &summary_off_stage::RULE,
    &summary_without_number::RULE,
    &summary_without_system::RULE,
    &thin_closing_section::RULE,
    &too_many_pages::RULE,
    &too_many_skills::RULE,
    &trait_opener::RULE,
    &unmodified_example::RULE,
    &unnamed_transition::RULE,
    &unreadable_date::RULE,
    &unspecific_object::RULE,
    &unsupported_summary::RULE,
    &vague_improvement::RULE,
    &vague_mechanism::RULE,
    &weak_opening::RULE,
    &work_email::RULE,
];
