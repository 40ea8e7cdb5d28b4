//! All rules, one file each. Written by `cargo xtask codegen` from the files of this folder.

mod adjective_claim;
mod bullet_count;
mod category_not_product;
mod contradicting_direction;
mod date_without_month;
mod duplicate_skill;
mod duty_not_work;
mod fake_contact;
mod filler_phrase;
mod first_person;
mod impossible_dates;
mod impossible_number;
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
mod objective_statement;
mod objectless_figure;
mod on_call_attendance;
mod pattern_list;
mod personal_data;
mod placeholder_text;
mod repeated_verb;
mod roles_out_of_order;
mod short_bullet;
mod skill_rating;
mod skill_without_evidence;
mod soft_skill_listed;
mod summary_without_number;
mod summary_without_system;
mod too_many_pages;
mod too_many_skills;
mod trait_opener;
mod unexplained_allow;
mod unknown_allow;
mod unreadable_date;
mod unspecific_object;
mod unused_allow;
mod vague_improvement;
mod vague_mechanism;
mod weak_opening;

use crate::rule::Rule;

/// Every rule, sorted by id.
pub(crate) static ALL: &[&Rule] = &[
    &adjective_claim::RULE,
    &bullet_count::RULE,
    &category_not_product::RULE,
    &contradicting_direction::RULE,
    &date_without_month::RULE,
    &duplicate_skill::RULE,
    &duty_not_work::RULE,
    &fake_contact::RULE,
    &filler_phrase::RULE,
    &first_person::RULE,
    &impossible_dates::RULE,
    &impossible_number::RULE,
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
    &objective_statement::RULE,
    &objectless_figure::RULE,
    &on_call_attendance::RULE,
    &pattern_list::RULE,
    &personal_data::RULE,
    &placeholder_text::RULE,
    &repeated_verb::RULE,
    &roles_out_of_order::RULE,
    &short_bullet::RULE,
    &skill_rating::RULE,
    &skill_without_evidence::RULE,
    &soft_skill_listed::RULE,
    &summary_without_number::RULE,
    &summary_without_system::RULE,
    &too_many_pages::RULE,
    &too_many_skills::RULE,
    &trait_opener::RULE,
    &unexplained_allow::RULE,
    &unknown_allow::RULE,
    &unreadable_date::RULE,
    &unspecific_object::RULE,
    &unused_allow::RULE,
    &vague_improvement::RULE,
    &vague_mechanism::RULE,
    &weak_opening::RULE,
];
