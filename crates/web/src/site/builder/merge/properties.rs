//! What holds for any two resumes that were made from any one. Every text has a mark of its own, so
//! that nothing can get lost unseen.

use proptest::prelude::*;
use serde_json::json;

use super::*;

/// One change of a resume: a role, a place, another place, and what is done there.
type Change = (usize, usize, usize, What);

#[derive(Clone, Copy, Debug)]
enum What {
    AddRole,
    RemoveRole,
    MoveRole,
    RenameRole,
    AddBullet,
    RemoveBullet,
    MoveBullet,
    EditBullet,
    TagBullet,
    AddSkill,
}

const ALL: [What; 10] = [
    What::AddRole,
    What::RemoveRole,
    What::MoveRole,
    What::RenameRole,
    What::AddBullet,
    What::RemoveBullet,
    What::MoveBullet,
    What::EditBullet,
    What::TagBullet,
    What::AddSkill,
];
/// Those that only add.
const ADDING: [What; 3] = [What::AddRole, What::AddBullet, What::AddSkill];

fn bullet(mark: &str) -> Value {
    json!(format!("{mark}. {mark}a {mark}b {mark}c {mark}d"))
}

fn role(mark: &str, bullets: usize) -> Value {
    let bullets: Vec<Value> = (0..bullets).map(|at| bullet(&format!("{mark}x{at}"))).collect();
    json!({"name": format!("{mark}. {mark}n"), "position": format!("{mark}p"), "highlights": bullets})
}

fn bases() -> impl Strategy<Value = Value> {
    (prop::collection::vec(0..5_usize, 0..4), 0..4_usize).prop_map(|(roles, skills)| {
        let work = roles.iter().enumerate().map(|(at, count)| role(&format!("base{at}"), *count));
        let skills: Vec<String> = (0..skills).map(|at| format!("skill{at}.")).collect();
        json!({"work": work.collect::<Vec<_>>(), "skills": [{"name": "s", "keywords": skills}]})
    })
}

fn changes(of: &'static [What]) -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec((0..6_usize, 0..6_usize, 0..6_usize, prop::sample::select(of)), 0..7)
}

/// `base` after the changes, each of which leaves a mark that begins with `side`.
fn changed(base: &Value, changes: &[Change], side: &str) -> Value {
    let mut value = base.clone();
    for (count, change) in changes.iter().enumerate() {
        step(&mut value, change, &format!("{side}{count}"));
    }
    value
}

fn step(value: &mut Value, (at, from, to, what): &Change, mark: &str) {
    if let (What::AddSkill, Some(words)) = (what, value["skills"][0]["keywords"].as_array_mut()) {
        words.insert(from % (words.len() + 1), format!("{mark}.").into());
    }
    let Some(work) = value["work"].as_array_mut() else { return };
    if let What::AddRole = what {
        work.insert(at % (work.len() + 1), role(mark, from % 3));
    }
    let roles = work.len();
    if roles == 0 {
        return;
    }
    match what {
        What::RemoveRole => {
            work.remove(at % roles);
        }
        What::MoveRole => work.swap(at % roles, to % roles),
        What::RenameRole => {
            let name = work[at % roles]["name"].as_str().unwrap_or_default();
            work[at % roles]["name"] = format!("{name} {mark}.").into();
        }
        _ => {}
    }
    let roles = work.len();
    let Some(bullets) =
        work.get_mut(at % roles.max(1)).and_then(|role| role["highlights"].as_array_mut())
    else {
        return;
    };
    let count = bullets.len();
    match what {
        What::AddBullet => bullets.insert(from % (count + 1), bullet(mark)),
        What::RemoveBullet if count > 0 => {
            bullets.remove(from % count);
        }
        What::MoveBullet if count > 0 => bullets.swap(from % count, to % count),
        What::EditBullet if count > 0 => {
            let one = &mut bullets[from % count];
            let text = if one.is_object() { &mut one["text"] } else { one };
            *text = format!("{} {mark}.", text.as_str().unwrap_or_default()).into();
        }
        What::TagBullet if count > 0 => {
            let one = &mut bullets[from % count];
            let text = if one.is_object() { one["text"].clone() } else { one.clone() };
            *one = json!({"text": text, "tags": [format!("{mark}.")]});
        }
        _ => {}
    }
}

fn resume(value: &Value) -> Resume {
    serde_json::from_value(value.clone()).expect("a resume")
}

/// The marks in a text: words that end in a full stop.
fn marks(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '.');
    words.filter(|word| word.ends_with('.')).map(str::to_owned).collect()
}

fn text(resume: &Resume) -> String {
    serde_json::to_string(resume).expect("JSON")
}

fn put_together(all: [&Value; 3], chosen: &BTreeMap<String, Side>) -> (String, Vec<Collision>) {
    let [base, theirs, mine] = all.map(resume);
    let (merged, open) = merge(&base, &theirs, &mine, chosen).expect("a resume");
    (text(&merged), open)
}

fn all_chosen(open: &[Collision], side: Side) -> BTreeMap<String, Side> {
    open.iter().map(|one| (one.path.to_string(), side)).collect()
}

proptest! {
    #[test]
    fn nothing_is_lost(base in bases(), one in changes(&ALL), other in changes(&ALL)) {
        let (theirs, mine) = (changed(&base, &one, "t"), changed(&base, &other, "m"));
        let all = [&base, &theirs, &mine];
        let (merged, open) = put_together(all, &BTreeMap::new());
        let asked: String = open.iter().map(|one| one.mine.to_string()).collect();
        let (there, to_choose) = (marks(&merged), marks(&asked));
        for mark in marks(&theirs.to_string()).iter().filter(|mark| mark.starts_with('t')) {
            prop_assert!(there.contains(mark), "{mark} of theirs is lost in {merged}");
        }
        for mark in marks(&mine.to_string()).iter().filter(|mark| mark.starts_with('m')) {
            let kept = there.contains(mark) || to_choose.contains(mark);
            prop_assert!(kept, "{mark} of mine is lost in {merged}");
        }
        // What nobody removed is there.
        let (of_theirs, of_mine) = (marks(&theirs.to_string()), marks(&mine.to_string()));
        for mark in marks(&base.to_string()) {
            if of_theirs.contains(&mark) && of_mine.contains(&mark) {
                prop_assert!(there.contains(&mark), "{mark} is lost in {merged}");
            }
        }
        // No text is there twice.
        let mut once = there.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len(), there.len(), "{}", merged);
        // A choice for each question leaves none.
        let mut paths: Vec<String> = open.iter().map(|one| one.path.to_string()).collect();
        paths.sort_unstable();
        paths.dedup();
        prop_assert_eq!(paths.len(), open.len());
        for side in [Side::Mine, Side::Theirs] {
            let (decided, open) = put_together(all, &all_chosen(&open, side));
            prop_assert!(open.is_empty());
            if side == Side::Mine {
                let there = marks(&decided);
                for mark in of_mine.iter().filter(|mark| mark.starts_with('m')) {
                    prop_assert!(there.contains(mark), "{mark} was chosen and is lost in {decided}");
                }
            }
        }
    }

    #[test]
    fn additions_ask_nothing(base in bases(), one in changes(&ADDING), other in changes(&ADDING)) {
        let (theirs, mine) = (changed(&base, &one, "t"), changed(&base, &other, "m"));
        let (merged, open) = put_together([&base, &theirs, &mine], &BTreeMap::new());
        prop_assert_eq!(open, Vec::new());
        let there = marks(&merged);
        for side in [&base, &theirs, &mine] {
            let mut places = Vec::new();
            for mark in marks(&side.to_string()) {
                let place = there.iter().position(|one| *one == mark);
                prop_assert!(place.is_some(), "{mark} is lost in {merged}");
                places.push(place);
            }
            prop_assert!(places.is_sorted(), "another order: {merged}");
        }
    }

    #[test]
    fn what_one_changed_is_taken_as_it_is(base in bases(), changes in changes(&ALL)) {
        let other = changed(&base, &changes, "t");
        for all in [[&base, &other, &base], [&base, &base, &other], [&base, &other, &other]] {
            let (merged, open) = put_together(all, &BTreeMap::new());
            prop_assert_eq!(open, Vec::new());
            prop_assert_eq!(merged, text(&resume(&other)));
        }
    }
}
