//! What holds for any numbers.

use impact::{Impact, Options, Row, Sample, fisher_exact, wilson};
use proptest::prelude::*;

/// Rows of up to five groups by two attributes, some unknown.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let group = || proptest::option::weighted(0.9, "[A-E]");
    let row = (group(), group(), 0_u64..50, proptest::option::weighted(0.9, 0.0..1.0_f64))
        .prop_map(|(one, other, people, part)| Row {
            groups: vec![one, other],
            people,
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            selected: part.map(|part| (part * (people as f64 + 0.9)) as u64),
            score: part,
        });
    proptest::collection::vec(row, 1..60)
}

fn sample(rows: Vec<Row>) -> Sample {
    Sample { by: vec!["a".into(), "b".into()], has_selected: true, has_score: false, rows }
}

proptest! {
    #[test]
    fn figures_are_in_their_ranges(rows in rows(), leave_out_small: bool) {
        for table in Impact::of(&sample(rows), Options { leave_out_small }).tables {
            let anyone = table.groups.iter().any(|group| group.selected > 0 && !group.left_out);
            prop_assert_eq!(anyone, table.groups.iter().any(|group| group.highest));
            for group in &table.groups {
                let unit = |figure: Option<f64>| figure.is_none_or(|it| (0.0..=1.0).contains(&it));
                prop_assert!(unit(group.rate) && unit(group.ratio) && unit(group.share));
                prop_assert!(group.p.is_none_or(|p| p > 0.0 && p <= 1.0));
                prop_assert_eq!(group.rate.is_none(), group.people == 0);
                prop_assert!(!group.highest || group.ratio == Some(1.0));
                let inside = |rate| group.rate_low <= Some(rate) && Some(rate) <= group.rate_high;
                prop_assert!(group.rate.is_none_or(inside), "{:?}", group);
                if let Some(one) = &group.one_person {
                    prop_assert!(one.below_four_fifths != group.below_four_fifths);
                }
            }
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(rows in rows(), seed: u64) {
        let one = Impact::of(&sample(rows.clone()), Options::default());
        let mut other = rows;
        let middle = usize::try_from(seed % other.len() as u64).unwrap_or(0);
        other.rotate_left(middle);
        other.reverse();
        prop_assert_eq!(one, Impact::of(&sample(other), Options::default()));
    }

    #[test]
    fn the_names_of_groups_do_not_matter(counts in proptest::collection::vec((1_u64..40, 0_u64..40), 2..6)) {
        // The same groups under names in the opposite order.
        let named = |reversed: bool| {
            let last = counts.len() - 1;
            let name = |at: usize| format!("{:02}", if reversed { last - at } else { at });
            let row = |(at, (people, selected)): (usize, &(u64, u64))| Row {
                groups: vec![Some(name(at))],
                people: *people,
                selected: Some(*selected.min(people)),
                score: None,
            };
            let rows = counts.iter().enumerate().map(row).collect();
            let sample = Sample { by: vec!["a".into()], has_selected: true, has_score: false, rows };
            let mut groups = Impact::of(&sample, Options::default()).tables.remove(0).groups;
            if reversed {
                groups.reverse();
            }
            groups.into_iter().map(|group| (group.rate, group.ratio, group.below_four_fifths)).collect::<Vec<_>>()
        };
        prop_assert_eq!(named(false), named(true));
    }

    #[test]
    fn the_exact_test_is_symmetrical(a in 0_u64..300, b in 0_u64..300, k in 0_u64..300, m in 0_u64..300) {
        let (one, other) = ((a, k.min(a)), (b, m.min(b)));
        let p = fisher_exact(one, other);
        prop_assert!(p > 0.0 && p <= 1.0);
        let near = |q: f64| (p - q).abs() <= 1e-9 * p.max(q);
        prop_assert!(near(fisher_exact(other, one)), "{} {}", p, fisher_exact(other, one));
        // Selected and rejected, the other way round.
        prop_assert!(near(fisher_exact((one.0, one.0 - one.1), (other.0, other.0 - other.1))));
    }

    #[test]
    fn intervals_hold_their_rate(people in 1_u64..100_000, part in 0.0..=1.0_f64) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let selected = (people as f64 * part) as u64;
        let rate = selected as f64 / people as f64;
        let (low, high) = wilson(people, selected).expect("people");
        prop_assert!((0.0..=rate).contains(&low) && (rate..=1.0).contains(&high));
    }

    #[test]
    fn any_bytes_give_a_table_or_an_error(bytes: Vec<u8>, text in "\\PC{0,200}") {
        let columns = impact::Columns {
            by: vec!["a".into()],
            selected: Some("b".into()),
            ..impact::Columns::default()
        };
        let table = [b"a,b\n".as_slice(), &bytes].concat();
        for bytes in [bytes.as_slice(), text.as_bytes(), &table] {
            let _ = impact::read_csv(bytes, &columns).map(|sample| Impact::of(&sample, Options::default()));
            let _ = impact::read_json(bytes, &columns);
        }
    }
}
