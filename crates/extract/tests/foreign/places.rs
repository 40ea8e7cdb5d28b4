//! Every value points to where it stands in the file of the other tool.

use resume::FieldPath;
use resume::model::Texts;

use super::{parse, sample};

/// What the file has at the place of a value, and at the place of `part` in it.
#[track_caller]
fn check(name: &str, path: &str, part: &str, expected: &str) {
    let parsed = parse(name, &sample(name));
    let path: FieldPath = path.parse().expect("a path");
    let texts = Texts::of(&parsed.resume);
    let value = texts.get(&path).expect("a text");
    let at = value.find(part).expect("it is part of the text");
    let found = parsed.source_map.locate(&path, value, Some(at..at + part.len()));
    assert_eq!(&parsed.source_map.text()[found.range], expected, "{name} {path}");
}

#[test]
fn values_have_their_places() {
    for name in ["rendercv.yaml", "yamlresume.yml", "passport.xml", "candidate.xml", "linkedin.zip"]
    {
        check(name, "work[0].name", "Jadroline", "Jadroline");
        check(name, "work[1].highlights[0]", "backfill", "backfill");
        check(name, "work[0].highlights[1]", "table locks", "table locks");
    }
    check("rendercv.yaml", "basics.location.city", "Zagreb", "Zagreb");
    check("rendercv.yaml", "basics.location.countryCode", "HR", "Croatia");
    check("rendercv.yaml", "skills[0].keywords[1]", "Redis", "Redis");
    check("yamlresume.yml", "work[0].summary", "ferry", "ferry");
    check("rendercv.yaml", "work[0].highlights[0]", "endpoint from", "endpoint** from");
}
