//! Cases of mentions, as many that are none as those that are one.

use document::{Kind, Limits};

use super::{Mention, mentions};

/// The mentions of a text, one `kind: words` each, in the order of the page.
fn read(text: &str) -> Vec<Mention> {
    let document = document::read(text.as_bytes(), Kind::Text, &Limits::default())
        .expect("text can always be read");
    let reading = crate::read_document(&document);
    let found = mentions(&document, &reading);
    for one in &found {
        let shown = reading.parsed.source_map.text().get(one.range.clone());
        assert!(shown.is_some_and(|shown| shown.contains(one.text.split(' ').next().unwrap_or_default())), "{one:?}");
    }
    found
}

/// Every expected name is among the mentions.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> =
        read(text).iter().map(|one| format!("{}: {}", one.kind.name(), one.text)).collect();
    let missing: Vec<_> =
        expected.iter().filter(|one| !found.iter().any(|other| other == **one)).collect();
    assert!(missing.is_empty(), "{text:?}: no {missing:?} in {found:#?}");
    if expected.is_empty() {
        assert!(found.is_empty(), "{text:?}: {found:#?}");
    }
}

#[test]
fn titles_in_prose() {
    check("I have worked as a database developer in this project.", &["title: database developer"]);
    check(
        "Currently working as SAP PI/XI and Dell Boomi developer.",
        &["title: SAP PI/XI and Dell Boomi developer"],
    );
    check(
        "Senior Software Engineer with more than 9 years of experience in Java.",
        &["title: Senior Software Engineer"],
    );
    check(
        "Looking for Scrum Master/Program Manager roles.",
        &["title: Scrum Master", "title: Program Manager"],
    );
    check("Role: Business Analyst, Testing and Bug Fixing", &["title: Business Analyst"]);
    check(
        "Ada Miller\nHead of Operations and Logistics",
        &["title: Head of Operations and Logistics"],
    );
    check(
        "The payments were led by our Senior Test Engineer for a year.",
        &["title: Senior Test Engineer"],
    );
}

#[test]
fn no_titles() {
    check("Managed a team of five and reported to the managers of two plants.", &[]);
    check("Wrote tools that developers and testers use.", &[]);
    check("Led the move to queues and cut the time of builds.", &[]);
    check("Gave users a form to reach an agent.", &[]);
}

#[test]
fn employers_in_prose() {
    check(
        "Working as software engineer with Apple client in Exilant Technologies Pvt. Ltd. from June 2015",
        &["employer: Exilant Technologies Pvt. Ltd", "title: software engineer"],
    );
    check(
        "21 months of experience in ADFC as Phone Banker.",
        &["employer: ADFC", "title: Phone Banker"],
    );
    check("Client: Brightline Life Insurance", &["employer: Brightline Life Insurance"]);
    check(
        "Past Organization: Vega Services as Analyst (2014 - 2016), Quill Labs, India (2011)",
        &["employer: Vega Services", "employer: Quill Labs"],
    );
    check(
        "Interned at Northwind Development Centre for 6 months",
        &["employer: Northwind Development Centre"],
    );
    check("Worked with Plat (India) Pvt. Ltd. for a year", &["employer: Plat (India) Pvt. Ltd"]);
}

#[test]
fn no_employers() {
    check("The company grew and its clients were happy with it.", &[]);
    check("Worked with Java, Kafka and Microsoft Excel in many projects.", &[]);
    check("Limited experience with tools of the group.", &[]);
    check("Client-server systems and customer data.", &[]);
    check("Worked in Agile at Scale for years.", &[]);
}

#[test]
fn entries() {
    let page = "Ada Miller\n\nWORK EXPERIENCE\n\nApp Support\n\nVega -  Pune, Maharashtra -\n\nJanuary 2014 to Present\n\nTuned the nightly load.\n\nEDUCATION\n\nB.Tech in Electrical Engineering\n\nQuill University -  Pune, Maharashtra\n\n2013\n\nHSC\n\nState Board\n\n2009\n";
    check(
        page,
        &[
            "title: App Support",
            "employer: Vega",
            "title: App Support Vega",
            "degree: B.Tech",
            "degree: B.Tech in Electrical Engineering",
            "school: Quill University",
            "school: Electrical Engineering Quill University",
            "degree: HSC",
            "school: State Board",
        ],
    );
}

#[test]
fn heads_of_entries() {
    let page =
        |lines: &str| format!("Ada Miller\n\nWORK EXPERIENCE\n\n{lines}\n\nTuned the load.\n");
    check(
        &page("Sales Engineer\nVega Robots, Denver, CO\nOctober 2014 - Present"),
        &["title: Sales Engineer", "employer: Vega Robots"],
    );
    check(
        &page("Systems Programmer, Quill Technologies, Denver, CO\n2007 - 2008"),
        &["title: Systems Programmer", "employer: Quill Technologies"],
    );
    check(&page("2005 - 2007\nNorthwind Motors\nSales Executive"), &["employer: Northwind Motors"]);
    check(
        &page("Consultant\n\nPlat tools -  Pune, Maharashtra -\n\n2013"),
        &["employer: Plat tools"],
    );
}

#[test]
fn schools_and_degrees_in_prose() {
    check("Finished a Diploma in Java from NIIT.", &["degree: Diploma in Java", "school: NIIT"]);
    check(
        "I graduated in Electronics and Communication Engineering in 2013.",
        &["degree: Electronics and Communication Engineering"],
    );
    check(
        "Holds a Master of Science in Physics of the University of Oslo.",
        &["degree: Master of Science in Physics", "school: University of Oslo"],
    );
    check(
        "CERTIFICATIONS\n\nCertified ScrumMaster (CSM)",
        &["degree: Certified ScrumMaster", "degree: CSM"],
    );
}

#[test]
fn no_schools_and_degrees() {
    check("Won a university hackathon with an old school game.", &[]);
    check("Joined the master data and the certificate store in March.", &[]);
    check("As part of the college we bit by bit wrote it.", &[]);
    check("I can be there and help as well as teach.", &[]);
}

#[test]
fn hostile_texts_are_read() {
    for text in [
        "",
        "((((",
        "as as as as",
        "Ltd. Ltd. Ltd.",
        "at @ at @",
        "B.B.B.B.B.",
        "École Ünïversity of of of",
        "Client:\u{301}",
        "in in in (",
        "İ̇ as a İ̇ engineer",
    ] {
        read(text);
        read(&format!(
            "EDUCATION\n\n{text}\n\n{text}\n\n2010\n\nWORK EXPERIENCE\n\n{text} -\n\n2010\n"
        ));
        read(&text.repeat(400));
    }
}
