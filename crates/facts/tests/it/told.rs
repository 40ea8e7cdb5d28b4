//! Acts in plain words, sentences about the thing, checks of a whole, and contrasts without a common
//! measure; and what only looks like them.

use facts::Facts;
use roles::RolePack;

use crate::render::check;

#[test]
fn plain_acts() {
    check(
        "Let the doorbell wake the camera through a relay instead of polling",
        r#"verb "Let" let opening
           mechanism "through a relay instead of polling" concrete"#,
    );
    check(
        "Gave every pallet a serial number of its own",
        r#"verb "Gave" give opening; mechanism "a serial number of its own" concrete"#,
    );
    check(
        "Took the receipt printer out of the checkout service",
        r#"verb "Took" take opening; mechanism "out of the checkout service" concrete"#,
    );
    check(
        "Derived the water level from the pump currents",
        r#"mechanism "from the pump currents" concrete"#,
    );
    check(
        "Stored each fare change as a row with its reason",
        r#"mechanism "as a row with its reason" concrete"#,
    );
    check("Refused bids that answered an older price", r#"verb "Refused" refuse opening"#);
    check("Matched invoices to deliveries by weight", r#"verb "Matched" match opening"#);
}

#[test]
fn no_plain_acts() {
    for text in [
        "Gave each team regular updates",
        "Gave talks to each department",
        "Took the time to go out of the comfort zone",
        "Recovered from failures",
        "Matched expectations",
        "Worked as a developer with every team",
        "An order lands once even when it is sent twice",
    ] {
        check(text, "no mechanism");
    }
}

#[test]
fn contrasts_in_words() {
    check(
        "A cartridge lasts a season on one filter; the two of last year had lasted three weeks",
        r#"change "lasts a season on one filter; the two of last year had lasted three weeks" bare worded -> worded"#,
    );
    check(
        "Wrong turns went from three a shift to one in the whole summer",
        r#"change "three a shift to one in the whole summer" bare worded -> worded"#,
    );
    check(
        "Keyed parcels by label; the depot used to sort 300 parcels a day by hand",
        r#"change "300 parcels a day" rate 0.00347222 -> ?"#,
    );
    check(
        "The last leak was seen within an hour, the one before took a weekend",
        r#"change "an hour, the one before took a weekend" time worded -> 3600"#,
    );
    check(
        "Clerks reopen 2 in 100 claims, before that it was 9",
        r#"change "2 in 100 claims, before that it was 9" percent 9 -> 2 down"#,
    );
    check(
        "Trucks leave with 8% of their room empty rather than a quarter",
        r#"change "8% of their room empty rather than a quarter" percent 25 -> 8 down"#,
    );
    check(
        "The tax export takes two minutes where it was an overnight run",
        r#"change "two minutes where it was an overnight run" time worded -> 120"#,
    );
    check(
        "Matched plates by road, which returned 2% of trips to billing",
        r#"change "2%" percent by 2"#,
    );
}

#[test]
fn no_contrasts() {
    for text in [
        "Used to deploy 40 services a week",
        "Wrote the guide; I used to review 12 designs a week",
        "Moved from one team a year to another",
        "The shop had lasted for years",
        "Reads a value where the last job was an overnight run",
        "The one before lunch took notes",
        "Returned 200 of the books",
    ] {
        check(text, "no change");
    }
}

#[test]
fn outcomes_of_checks() {
    for text in [
        "Booked stock as entries; a recount of 9,000 crates found three that differed",
        "Copied the archive; 80 tapes were torn and 75 of them had a twin",
        "Sealed the buoy; a cell lasts the winter",
    ] {
        check(text, "signal outcome");
    }
    for text in [
        "Found three bugs in the audit module",
        "Led 12 people, 3 of them were new",
        "We audited the store and found two vendors",
        "Worked there for the last three weeks",
    ] {
        check(text, "no signal");
    }
}

#[track_caller]
fn check_ranges(text: &str, found: fn(&Facts) -> &[std::ops::Range<usize>], expected: &[&str]) {
    let facts = Facts::read(text, RolePack::backend_engineer());
    let texts: Vec<&str> = found(&facts).iter().map(|range| &text[range.clone()]).collect();
    assert_eq!(texts, expected, "{text}");
}

#[test]
fn checks_of_a_whole() {
    fn checks(facts: &Facts) -> &[std::ops::Range<usize>] {
        &facts.checks
    }
    check_ranges(
        "Ran both and compared every receipt for a month",
        checks,
        &["compared every receipt for a month"],
    );
    check_ranges(
        "Replayed it with each flight of the past two years",
        checks,
        &["Replayed it with each flight of the past two years"],
    );
    check_ranges(
        "Moved the tapes, checking a sum of every track on both sides",
        checks,
        &["checking a sum of every track on both sides"],
    );
    for text in [
        "Tested every feature",
        "Checked all tickets for a month",
        "Compared two vendors for a year",
        "Tested the app; every release took a week",
        "",
    ] {
        check_ranges(text, checks, &[]);
    }
}

#[test]
fn conditions_and_judgements() {
    fn reasons(facts: &Facts) -> &[std::ops::Range<usize>] {
        &facts.reasons
    }
    check_ranges(
        "Reused a cached route only if the bridges on it stayed open",
        reasons,
        &["only if the bridges on it stayed open"],
    );
    check_ranges(
        "Moved the newsletter first because it could fail without harm",
        reasons,
        &["because it could fail without harm"],
    );
    check_ranges("Wrote code because of deadlines", reasons, &[]);
    check_ranges("Worked only when needed", reasons, &[]);
}

#[test]
fn a_scene_in_front() {
    check(
        "When the gate loses power, drivers now see the queue length on the board",
        r#"object "gate" specific; signal outcome"#,
    );
    check(
        "If a tram skips a stop, the depot board now shows it",
        r#"object "depot board" specific"#,
    );
    check("When needed, various things", "no object");
    check("While working, various things", "no object");
}
