//! Tables as people have them, and those that cannot be used.

use impact::{Columns, Impact, Options, Sample, read_csv, read_json, to_csv};

fn columns(
    by: &[&str],
    selected: Option<&str>,
    score: Option<&str>,
    count: Option<&str>,
) -> Columns {
    let owned = |name: &str| name.to_owned();
    Columns {
        by: by.iter().copied().map(owned).collect(),
        selected: selected.map(owned),
        score: score.map(owned),
        count: count.map(owned),
        yes: Vec::new(),
    }
}

fn people() -> Columns {
    columns(&["sex"], Some("selected"), None, None)
}

/// Groups with people and selected, joined.
fn told(sample: &Sample) -> String {
    let table = Impact::of(sample, Options::default()).tables.remove(0);
    let groups = table
        .groups
        .iter()
        .map(|group| format!("{} {}/{}", group.group.join("+"), group.selected, group.people));
    let unknown = table.outside;
    format!(
        "{}; unknown {}/{} {}",
        groups.collect::<Vec<_>>().join(", "),
        unknown.unknown_group_selected,
        unknown.unknown_group,
        unknown.unknown_outcome
    )
}

#[track_caller]
fn check(csv: &str, columns: &Columns, expected: &str) {
    let sample = read_csv(csv.as_bytes(), columns).expect("a table");
    assert_eq!(told(&sample), expected);
}

#[test]
fn tables_of_people() {
    let expected = "Female 1/2, Male 1/1; unknown 1/1 0";
    check("sex,selected\nFemale,yes\nFemale,no\nMale,yes\n,yes\n", &people(), expected);
    check(
        "\u{feff}sex;selected\r\nFemale;1\r\nfemale ;0\r\nMale;TRUE\r\n?;Y\r\n",
        &people(),
        expected,
    );
    check(
        "selected\tage\tSEX\nx\t1\tFemale\nno\t2\t female\nyes\t3\tMale\nyes\t4\tprefer not to say\n",
        &people(),
        expected,
    );
    check(
        "sex,selected\n\"a,b\",yes\n\"say \"\"no\"\"\",no\n",
        &people(),
        "a,b 1/1, say \"no\" 0/1; unknown 0/0 0",
    );
    check("sex,selected\nFemale,\nFemale,yes\n,n/a\n", &people(), "Female 1/1; unknown 0/0 2");
}

#[test]
fn words_of_ones_own() {
    let yes = Columns { yes: vec!["Offer".into(), "hired".into()], ..people() };
    check(
        "sex,selected\nF,offer\nF,Hired\nF,screen\nM,rejected\nM,\n",
        &yes,
        "F 2/3, M 0/1; unknown 0/0 1",
    );
}

#[test]
fn tables_of_counts() {
    let counts = columns(&["sex", "race"], Some("hired"), None, Some("n"));
    check(
        "sex,race,n,hired\nF,X,10,4\nF,Y,5,1\nM,X,0,0\n,X,3,1\nM,Y,7.0,2\nM,Y,7,\n",
        &counts,
        "F 5/15, M 2/7; unknown 1/3 7",
    );
}

#[test]
fn json_holds_the_same() {
    let json = r#"[{"sex": "Female", "selected": true}, {"sex": "Female", "selected": false, "more": [1]},
        {"selected": "yes", "sex": "Male"}, {"sex": null, "selected": 1}]"#;
    let sample = read_json(json.as_bytes(), &people()).expect("a table");
    assert_eq!(told(&sample), "Female 1/2, Male 1/1; unknown 1/1 0");
    let counts = columns(&["sex"], Some("k"), None, Some("n"));
    let sample = read_json(br#"[{"sex": "F", "n": 12, "k": 3.0}]"#, &counts).expect("a table");
    assert_eq!(told(&sample), "F 3/12; unknown 0/0 0");
}

#[test]
fn every_refusal_says_what_to_do() {
    #[track_caller]
    fn refused(csv: &str, columns: &Columns, message: &str, line: Option<u64>) {
        let error = read_csv(csv.as_bytes(), columns).expect_err(message);
        assert_eq!((error.message.as_str(), error.line), (message, line), "{error:?}");
    }
    refused("", &people(), "the table is empty", None);
    refused("sex,selected\n", &people(), "the table has no rows", None);
    refused("gender,selected\nF,yes\n", &people(), "there is no column `sex`", None);
    refused("sex,selected\nF,perhaps\n", &people(), "`perhaps` is neither yes nor no", Some(2));
    refused(
        "sex,selected\nF,yes\nF,yes,3\n",
        &people(),
        "the row has 3 cells, the first line 2",
        Some(3),
    );
    refused("sex\0,selected\n", &people(), "the file is no text in UTF-8", None);
    let score = columns(&["sex"], None, Some("score"), None);
    refused("sex,score\nF,3\nF,NaN\n", &score, "`NaN` is no score", Some(3));
    refused("sex,score\nF,12 points\n", &score, "`12 points` is no score", Some(2));
    let counts = columns(&["sex"], Some("k"), None, Some("n"));
    refused("sex,n,k\nF,3,4\n", &counts, "more people are selected than there are", Some(2));
    refused("sex,n,k\nF,-3,1\n", &counts, "`-3` in column `n` is no count of people", Some(2));
    refused(
        "sex,n,k\nF,99999999999,1\n",
        &counts,
        "there are more than 1000000000 people",
        Some(2),
    );
    let neither = columns(&["sex"], None, None, None);
    refused("sex\nF\n", &neither, "neither outcomes nor scores are named", None);
    refused("a\n1\n", &columns(&[], Some("a"), None, None), "no column of groups is named", None);
    let twice = columns(&["sex", "Sex"], Some("selected"), None, None);
    refused("sex,selected\nF,yes\n", &twice, "a column of groups is named twice", None);
    let both = columns(&["sex"], None, Some("score"), Some("n"));
    refused(
        "sex,score,n\nF,1,1\n",
        &both,
        "rows that count people have no score of a person",
        None,
    );
    let many: Vec<String> = (0..200).map(|id| format!("Person {id},yes")).collect();
    refused(
        &format!("sex,selected\n{}", many.join("\n")),
        &people(),
        "column `sex` has more than 100 different values",
        None,
    );

    for json in
        ["", "{}", "[1]", r#"[{"sex": ["F"], "selected": true}]"#, r#"[{"sex": "F"}]"#, "[]"]
    {
        let error = read_json(json.as_bytes(), &people()).expect_err(json);
        assert!(!error.message.is_empty());
    }
}

#[test]
fn a_table_for_spreadsheets() {
    let csv = "sex,selected\n=HYPERLINK(1),yes\n=HYPERLINK(1),no\nMale,yes\n,yes\nMale,\n";
    let sample = read_csv(csv.as_bytes(), &people()).expect("a table");
    let written = to_csv(&Impact::of(&sample, Options::default()));
    let lines: Vec<&str> = written.lines().collect();
    assert!(lines[0].starts_with("measure,by,group,people,selected,share,"));
    assert!(lines[1].starts_with("selection,sex,'=HYPERLINK(1),2,1,0.66666"), "{written}");
    assert!(lines[1].contains(",0.5,yes,1,no,yes,"), "{written}");
    assert!(lines[3].starts_with("selection,sex,(unknown),1,1,"), "{written}");
    assert!(lines[3].ends_with(",1"), "{written}");
    let cells = lines.iter().map(|line| line.split(',').count());
    assert!(cells.clone().all(|count| count == 17), "{written}");
}
