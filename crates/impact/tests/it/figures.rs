//! Known cases. Ratios, Fisher's p and Wilson intervals were computed a second time with exact
//! fractions, outside of this program.

use std::fmt::Write;

use impact::{Change, Columns, Group, Impact, Options, Table, fisher_exact, read_csv, wilson};

/// A table of counts, `group people selected` a line.
fn table(counts: &[(&str, u64, u64)], options: Options) -> Table {
    let mut csv = "group,n,k\n".to_owned();
    for (group, people, selected) in counts {
        let _ = writeln!(csv, "{group},{people},{selected}");
    }
    let columns = Columns {
        by: vec!["group".into()],
        selected: Some("k".into()),
        count: Some("n".into()),
        ..Columns::default()
    };
    let sample = read_csv(csv.as_bytes(), &columns).expect("a table");
    Impact::of(&sample, options).tables.remove(0)
}

fn group<'a>(table: &'a Table, name: &str) -> &'a Group {
    table.groups.iter().find(|group| group.group == [name]).expect("the group")
}

/// Rate and ratio to three places, whether it is below four fifths, p to four places.
#[track_caller]
fn check(counts: &[(&str, u64, u64)], expected: &[(&str, f64, f64, bool, Option<f64>)]) {
    let table = table(counts, Options::default());
    for (name, rate, ratio, below, p) in expected {
        let group = group(&table, name);
        let near = |found: Option<f64>, wanted: f64, by: f64| {
            found.is_some_and(|found| (found - wanted).abs() < by)
        };
        assert!(near(group.rate, *rate, 5e-4), "{group:?}");
        assert!(near(group.ratio, *ratio, 5e-4), "{group:?}");
        assert_eq!(group.below_four_fifths, *below, "{group:?}");
        assert_eq!(group.p.is_some(), p.is_some(), "{group:?}");
        assert!(p.is_none_or(|p| near(group.p, p, 5e-5)), "{group:?}");
        assert_eq!(group.highest, group.ratio == Some(1.0));
    }
}

#[test]
fn published_cases() {
    check(
        &[("White", 80, 48), ("Black", 40, 12)],
        &[("White", 0.6, 1.0, false, None), ("Black", 0.3, 0.5, true, Some(0.0034))],
    );
    check(
        &[("men", 100, 60), ("women", 100, 40)],
        &[("men", 0.6, 1.0, false, None), ("women", 0.4, 0.667, true, Some(0.0071))],
    );
    // A ratio of rounded rates would be 0.70 here and 0.69 where the figure was cut off.
    check(
        &[("men", 10_000, 800), ("women", 10_000, 1_143)],
        &[("men", 0.08, 0.700, true, Some(0.0)), ("women", 0.1143, 1.0, false, None)],
    );
    check(
        &[("Male", 1390, 667), ("Female", 1181, 555)],
        &[("Male", 0.480, 1.0, false, None), ("Female", 0.470, 0.979, false, Some(0.6345))],
    );
    check(
        &[
            ("Hispanic", 408, 204),
            ("White", 797, 412),
            ("Black", 390, 170),
            ("Pacific", 119, 52),
            ("Asian", 616, 302),
            ("Native", 41, 18),
            ("Two or more", 213, 96),
        ],
        &[
            ("Hispanic", 0.5, 0.967, false, Some(0.5842)),
            ("White", 0.517, 1.0, false, None),
            // The ratio passes, the test does not.
            ("Black", 0.436, 0.843, false, Some(0.0094)),
            ("Pacific", 0.437, 0.845, false, Some(0.1159)),
            ("Asian", 0.490, 0.948, false, Some(0.3343)),
            ("Native", 0.439, 0.849, false, Some(0.3416)),
            ("Two or more", 0.451, 0.872, false, Some(0.0901)),
        ],
    );
}

#[test]
fn four_fifths_is_compared_without_rounding() {
    check(
        &[("a", 5_000, 2_500), ("b", 5_000, 2_000)],
        &[("a", 0.5, 1.0, false, None), ("b", 0.4, 0.8, false, Some(0.0))],
    );
    check(&[("a", 5_000, 2_500), ("b", 5_000, 1_999)], &[("b", 0.3998, 0.7996, true, Some(0.0))]);
    check(&[("a", 100, 100), ("b", 100, 75)], &[("b", 0.75, 0.75, true, Some(0.0))]);
}

#[test]
fn small_numbers_say_what_one_person_changes() {
    let small = table(&[("A", 10, 3), ("B", 5, 1)], Options::default());
    let one = group(&small, "B").one_person.as_ref().expect("a note");
    assert_eq!((one.group.as_slice(), one.change), (&["B".to_owned()][..], Change::OneMore));
    assert!(!one.below_four_fifths && (one.ratio - 1.0).abs() < 1e-12);
    assert_eq!(one.reversed, Some(0.75));
    assert!(group(&small, "B").p.is_some_and(|p| (p - 1.0).abs() < 1e-9));

    // One decision in the group of the highest rate does it, too.
    let other = table(&[("A", 4, 3), ("B", 200, 100)], Options::default());
    let one = group(&other, "B").one_person.as_ref().expect("a note");
    assert_eq!((one.group.as_slice(), one.change), (&["A".to_owned()][..], Change::OneFewer));

    // A third group keeps the highest rate high: nothing changes.
    let third = table(&[("A", 4, 3), ("B", 200, 100), ("C", 300, 220)], Options::default());
    assert_eq!(group(&third, "B").one_person, None);
    let large = table(&[("A", 1000, 300), ("B", 500, 100)], Options::default());
    assert_eq!(group(&large, "B").one_person, None);
}

#[test]
fn nothing_is_made_of_nothing() {
    let none = table(&[("A", 10, 0), ("B", 5, 0)], Options::default());
    for group in &none.groups {
        assert_eq!((group.rate, group.ratio, group.p), (Some(0.0), None, None));
        assert!(!group.below_four_fifths && !group.highest);
    }
    let empty = table(&[("A", 10, 4), ("B", 0, 0)], Options::default());
    let group = group(&empty, "B");
    assert_eq!((group.rate, group.rate_low, group.ratio, group.p), (None, None, None, None));
    assert_eq!(group.share, Some(0.0));
}

#[test]
fn equal_rates_share_the_highest() {
    let table = table(&[("A", 10, 5), ("B", 40, 20), ("C", 10, 4)], Options::default());
    assert!(group(&table, "A").highest && group(&table, "B").highest);
    // The larger one is compared with.
    assert_eq!(group(&table, "B").p, None);
    assert!(group(&table, "A").p.is_some());
}

#[test]
fn small_groups_are_marked_and_may_stay_out() {
    let counts = [("A", 500, 250), ("B", 490, 200), ("C", 10, 9)];
    let shown = table(&counts, Options::default());
    let small = group(&shown, "C");
    assert!(small.below_two_percent && small.highest && !small.left_out);
    assert!(group(&shown, "A").below_four_fifths);

    let left_out = table(&counts, Options { leave_out_small: true });
    let small = group(&left_out, "C");
    assert_eq!((small.left_out, small.rate, small.ratio, small.p), (true, Some(0.9), None, None));
    assert_eq!(group(&left_out, "A").ratio, Some(1.0));
    // 2 % itself is not below it.
    assert!(!table(&[("A", 98, 9), ("B", 2, 1)], Options::default()).groups[1].below_two_percent);
}

#[test]
fn scoring_rate_is_the_share_above_the_median_of_all() {
    let mut csv = "team,points\n".to_owned();
    for score in [82, 77, 71, 66, 64, 60, 58, 51, 45, 40] {
        let _ = writeln!(csv, "A,{score}");
    }
    for score in [79, 69, 61, 55, 50, 48, 44, 39, 35, 30] {
        let _ = writeln!(csv, "B,{score}");
    }
    let columns =
        Columns { by: vec!["team".into()], score: Some("points".into()), ..Columns::default() };
    let of = |csv: &str| {
        let sample = read_csv(csv.as_bytes(), &columns).expect("a table");
        Impact::of(&sample, Options::default()).tables.remove(0)
    };
    let table = of(&csv);
    assert_eq!(table.median, Some(56.5));
    assert_eq!((group(&table, "A").rate, group(&table, "B").rate), (Some(0.7), Some(0.3)));
    assert!(group(&table, "B").ratio.is_some_and(|ratio| (ratio - 3.0 / 7.0).abs() < 1e-12));
    assert!(group(&table, "B").p.is_some_and(|p| (p - 0.178_895_408).abs() < 1e-8));

    // Who has the median itself is not above it; an unknown score is counted and nothing else.
    let table = of("team,points\nA,1\nA,2\nB,3\nB,\n,9\n,\n");
    assert_eq!(table.median, Some(2.5));
    assert_eq!((group(&table, "A").selected, group(&table, "B").people), (0, 1));
    let outside = table.outside;
    assert_eq!(
        (outside.unknown_group, outside.unknown_group_selected, outside.unknown_outcome),
        (1, 1, 2)
    );
}

#[test]
fn intersections_and_unknown_groups() {
    let csv = "Sex,Race,Selected\nF,X,yes\nf,X,no\nM,X,yes\nM,Y,yes\n,Y,yes\nF,unknown,no\nM,X,\n";
    let columns = Columns {
        by: vec!["sex".into(), "race".into()],
        selected: Some("selected".into()),
        ..Columns::default()
    };
    let sample = read_csv(csv.as_bytes(), &columns).expect("a table");
    let impact = Impact::of(&sample, Options::default());
    let names: Vec<String> = impact.tables.iter().map(|table| table.by.join(" x ")).collect();
    assert_eq!(names, ["sex", "race", "sex x race"]);
    assert_eq!(impact.people, 7);
    let both = &impact.tables[2];
    let found: Vec<_> =
        both.groups.iter().map(|group| (group.group.join(" "), group.people)).collect();
    let expected = [("F X", 2), ("M X", 1), ("M Y", 1)];
    assert_eq!(found, expected.map(|(name, people)| (name.to_owned(), people)));
    assert_eq!((both.outside.unknown_group, both.outside.unknown_outcome), (2, 1));
}

#[test]
fn exact_tests_and_intervals() {
    // Reference values by exact fractions.
    for (one, other, p) in [
        ((40, 12), (80, 48), 0.003_409_221_768),
        ((390, 170), (797, 412), 0.009_430_110_452),
        ((10_000, 800), (10_000, 1_143), 2.735_053_55e-16),
        ((5, 1), (10, 3), 1.0),
        ((1, 0), (1, 1), 1.0),
        ((0, 0), (9, 4), 1.0),
    ] {
        let found = fisher_exact(one, other);
        assert!((found / p - 1.0).abs() < 1e-6, "{one:?} {other:?}: {found}");
    }
    // Far beyond any float, and at once.
    let far = fisher_exact((400_000_000, 0), (400_000_000, 400_000_000));
    assert!(far > 0.0 && far < 1e-300);
    for (people, selected, low, high) in
        [(80, 48, 0.490_455, 0.700_382), (10, 3, 0.107_791, 0.603_222), (1, 1, 0.206_549, 1.0)]
    {
        let found = wilson(people, selected).expect("people");
        assert!((found.0 - low).abs() < 1e-6 && (found.1 - high).abs() < 1e-6, "{found:?}");
    }
    assert_eq!(wilson(0, 0), None);
}
