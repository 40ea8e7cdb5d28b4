//! Changes of generated pages that must not move an axis.

use extract::{Format, Limits};
use resume::model::{Profile, Volunteer};
use resume::{Date, PageFacts, Resume};

use super::super::SAME;
use super::{compare, plus_extra};
use crate::generate::{self, Case, Ends, Marks, Style, for_pages};
use crate::page::{check, check_set};

/// Every page changed by `edit` keeps its axes.
#[track_caller]
fn unmoved(edit: impl Fn(&mut Resume, &Case)) {
    for_pages(|case| {
        let mut other = case.page.resume();
        edit(&mut other, case);
        compare(&case.page, &other, |change| change.moves_at_most(SAME))
    });
}

/// Every page written in any of the styles keeps its axes.
#[track_caller]
fn unmoved_by(styles: &[Style], tolerance: f64) {
    for_pages(|case| {
        // One style a page: every style meets enough pages.
        let style = styles[case.pick % styles.len()];
        let other = case.page.styled(&style);
        let held = compare(&case.page, &other, |change| change.moves_at_most(tolerance));
        held.map_err(|why| format!("{style:?}: {why}"))
    });
}

#[test]
fn another_name_moves_nothing() {
    const NAMES: [&str; 6] =
        ["Oluwaseun Adeyemi", "Mary Smith", "李伟", "Fatima al-Zahra", "José Núñez", "Т. Шевченко"];
    for_pages(|case| {
        let mut other = case.page.resume();
        if let Some(basics) = &mut other.basics {
            basics.name = Some(NAMES[case.pick % NAMES.len()].to_owned());
        }
        let (before, after) = (generate::outcome(&case.page), check(&other, case.page.stage));
        if before.grade == after.grade && before.findings == after.findings {
            Ok(())
        } else {
            Err("the name counts".to_owned())
        }
    });
}

#[test]
fn other_contact_details_move_nothing() {
    unmoved(|resume, _| {
        if let Some(basics) = &mut resume.basics {
            basics.email = Some("n.halvorsen@elsewhere.net".to_owned());
            basics.phone = Some("+61 491 570 156".to_owned());
            basics.profiles.push(Profile {
                network: Some("LinkedIn".to_owned()),
                username: Some("nhalvorsen".to_owned()),
                ..Profile::default()
            });
        }
    });
}

#[test]
fn another_employer_moves_nothing() {
    unmoved(|resume, case| {
        for (index, role) in resume.work.iter_mut().enumerate() {
            role.name =
                Some(["Google", "Ferrow Tools", "Quill & Oar"][(case.pick + index) % 3].to_owned());
        }
    });
}

#[test]
fn another_school_moves_nothing() {
    unmoved(|resume, _| {
        for school in &mut resume.education {
            school.institution = Some("Massachusetts Institute of Technology".to_owned());
        }
    });
}

#[test]
fn a_gap_of_fourteen_months_moves_nothing() {
    for_pages(|case| {
        let mut other = case.page.resume();
        let Some(earlier) = other.work.iter_mut().find(|role| role.end_date.is_some()) else {
            return Ok(());
        };
        earlier.end_date = earlier
            .end_date
            .as_ref()
            .and_then(|end| end.year().map(|year| Date::Month(year - 1, 1)));
        let (before, after) = (generate::outcome(&case.page), check(&other, case.page.stage));
        if after.findings.len() > before.findings.len() + 1 {
            return Err("more than one finding about a gap".to_owned());
        }
        super::Change { before: &before, after: &after }.moves_at_most(SAME)
    });
}

#[test]
fn pronouns_honorifics_and_leave_move_nothing() {
    unmoved(|resume, case| match (case.pick % 3, &mut resume.basics) {
        (0, Some(basics)) => basics.name = Some("Noor Halvorsen (they/them)".to_owned()),
        (1, Some(basics)) => basics.name = Some("Dr. Noor Halvorsen, PhD".to_owned()),
        _ => resume.volunteer.push(Volunteer {
            position: Some("Parental leave".to_owned()),
            start_date: Some(Date::Month(2022, 1)),
            end_date: Some(Date::Month(2022, 12)),
            ..Volunteer::default()
        }),
    });
}

#[test]
fn the_order_of_lines_in_a_role_moves_nothing() {
    unmoved(|resume, case| {
        for role in &mut resume.work {
            let turn = case.pick % role.highlights.len().max(1);
            role.highlights.rotate_left(turn);
            if case.pick % 2 == 0 {
                role.highlights.reverse();
            }
        }
    });
}

#[test]
fn the_order_of_skills_moves_nothing() {
    unmoved(|resume, _| {
        resume.skills.reverse();
        for group in &mut resume.skills {
            group.keywords.reverse();
        }
    });
}

#[test]
fn notation_of_units_and_millions_moves_nothing() {
    unmoved_by(
        &[
            Style { glued: true, ..Style::default() },
            Style { seconds: true, ..Style::default() },
            Style { seconds: true, glued: true, ..Style::default() },
            Style { units_in_words: true, ..Style::default() },
            Style { short_millions: true, ..Style::default() },
            Style { digits: true, ..Style::default() },
        ],
        SAME,
    );
}

#[test]
fn notation_of_both_ends_moves_nothing() {
    let styles = [Ends::Arrow, Ends::AsciiArrow, Ends::Was, Ends::InsteadOf]
        .map(|ends| Style { ends, ..Style::default() });
    unmoved_by(&styles, SAME);
}

#[test]
fn notation_of_percentiles_moves_nothing() {
    unmoved_by(&[Style { worded_percentile: true, ..Style::default() }], SAME);
}

#[test]
fn short_names_of_products_move_nothing() {
    unmoved_by(&[Style { aliases: true, ..Style::default() }], SAME);
}

#[test]
fn bullets_spaces_and_line_ends_move_nothing() {
    let marks = [
        Marks::NoBreak,
        Marks::Hyphen,
        Marks::Dot,
        Marks::Star,
        Marks::FullStop,
        Marks::Trailing,
        Marks::Wrapped,
    ];
    unmoved_by(&marks.map(|marks| Style { marks, ..Style::default() }), SAME);
}

#[test]
fn numbers_in_words_move_little() {
    unmoved_by(&[Style { worded_numbers: true, ..Style::default() }], 3.0);
}

#[test]
fn the_look_of_the_page_moves_nothing() {
    for_pages(|case| {
        let layout =
            PageFacts { pages: 3, last_page_fill: 0.1, last_page_lines: 2, ..PageFacts::default() };
        let after = check_set(&case.page.resume(), case.page.stage, Some(&layout));
        let before = generate::outcome(&case.page);
        super::Change { before: &before, after: &after }.moves_at_most(SAME)
    });
}

#[test]
fn the_same_content_read_from_json_moves_nothing() {
    for_pages(|case| {
        let written = serde_json::to_vec(&case.page.resume()).map_err(|error| error.to_string())?;
        let parsed = extract::read(&written, Format::Json, &Limits::default());
        let again = parsed.map_err(|error| error.message)?.resume;
        let (before, after) = (generate::outcome(&case.page), check(&again, case.page.stage));
        if before.grade == after.grade && before.findings == after.findings {
            Ok(())
        } else {
            Err("the format counts".to_owned())
        }
    });
}

#[test]
fn the_same_page_gives_the_same_report_on_every_thread() {
    for_pages(|case| {
        let other = plus_extra(case);
        let stage = case.page.stage;
        let (one, two) = std::thread::scope(|scope| {
            let handle = scope.spawn(|| check(&other, stage));
            (check(&other, stage), handle.join())
        });
        let two = two.map_err(|_| "the thread panicked".to_owned())?;
        if format!("{one:?}") == format!("{two:?}") { Ok(()) } else { Err("differs".to_owned()) }
    });
}
