//! Today's editor: `Candidate`, after HR Open Standards.

use std::rc::Rc;

use super::xml::Element;
use super::{Europass, country, language, levels, site};
use crate::foreign::build::{Map, Piece};
use crate::node::Node;

/// The tree of the resume of a candidate.
pub(super) fn resume(reader: &Europass<'_>, root: &Element) -> Rc<Node> {
    let mut map = Map::new(root.span());
    let profile = root.at(&["CandidateProfile"]);
    if let Some(basics) = basics(reader, root, profile).some() {
        map.put("basics", basics);
    }
    let Some(profile) = profile else { return map.node() };
    let jobs = profile.list(&["EmploymentHistory"], "EmployerHistory");
    map.extend("work", None, jobs.iter().flat_map(|job| work(reader, job)).collect());
    let schools = profile.list(&["EducationHistory"], "EducationOrganizationAttendance");
    map.extend(
        "education",
        None,
        schools.iter().filter_map(|one| education(reader, one)).collect(),
    );
    map.extend("languages", None, languages(root, profile));
    map.extend("skills", None, skills(reader, profile));
    for section in SECTIONS {
        for list in profile.all(section.list) {
            let made = list.children().iter().filter_map(|one| other(reader, section, one));
            map.extend(section.to, None, made.collect());
        }
    }
    map.node()
}

fn basics(reader: &Europass<'_>, root: &Element, profile: Option<&Element>) -> Map {
    let mut map = Map::new(root.span());
    if let Some(person) = root.at(&["CandidatePerson"]) {
        let names: Vec<Piece> = [["PersonName", "GivenName"], ["PersonName", "FamilyName"]]
            .iter()
            .filter_map(|path| person.text(path))
            .collect();
        map.text("name", Piece::join(&names, " "));
        for channel in person.all("Communication") {
            reach(&mut map, channel);
        }
    }
    if let Some(profile) = profile {
        map.text("summary", reader.paragraph(profile.text(&["ExecutiveSummary"])));
        map.text("label", profile.text(&["Headline"]));
    }
    map
}

fn reach(map: &mut Map, channel: &Element) {
    let address = || ["URI", "URL", "Text"].iter().find_map(|name| channel.text(&[name]));
    let kind = channel.text(&["ChannelCode"]).map(|kind| kind.text).unwrap_or_default();
    match kind.as_str() {
        "Email" => map.text("email", address()),
        "Telephone" => {
            let number = channel.text(&["DialNumber"]).map(|number| {
                let dialing = channel.text(&["CountryDialing"]);
                let text = match dialing {
                    Some(code) => format!("+{} {}", code.text.trim_start_matches('+'), number.text),
                    None => number.text,
                };
                Piece::new(text, number.span)
            });
            map.text("phone", number);
        }
        "" => {
            if let Some(address) = channel.at(&["Address"]) {
                let mut place = Map::new(address.span());
                place.text("address", address.text(&["AddressLine"]));
                place.text("postalCode", address.text(&["PostalCode"]));
                place.text("city", address.text(&["CityName"]));
                place.text("countryCode", country(address.text(&["CountryCode"])));
                if let Some(place) = place.some() {
                    map.put("location", place);
                }
            }
        }
        _ => {
            if let Some(address) = address() {
                site(map, address);
            }
        }
    }
}

/// The positions at one employer, each a job of its own.
fn work(reader: &Europass<'_>, employer: &Element) -> Vec<Rc<Node>> {
    let name = employer.text(&["OrganizationName"]);
    let city = employer.text(&["OrganizationContact", "Communication", "Address", "CityName"]);
    let make = |position: Option<&Element>| {
        let mut map = Map::new(position.unwrap_or(employer).span());
        map.text("name", name.clone());
        if let Some(position) = position {
            map.text("position", position.text(&["PositionTitle"]));
            map.text("location", position.text(&["City"]).or_else(|| city.clone()));
            let own = position.at(&["EmploymentPeriod"]).or(employer.at(&["EmploymentPeriod"]));
            let current = position.text(&["CurrentIndicator"]);
            period(&mut map, own, current);
            reader.body(&mut map, "summary", position.text(&["Description"]));
        } else {
            period(&mut map, employer.at(&["EmploymentPeriod"]), None);
        }
        map.some()
    };
    let positions: Vec<_> =
        employer.all("PositionHistory").filter_map(|one| make(Some(one))).collect();
    if positions.is_empty() { make(None).into_iter().collect() } else { positions }
}

fn education(reader: &Europass<'_>, one: &Element) -> Option<Rc<Node>> {
    let mut map = Map::new(one.span());
    map.text("institution", one.text(&["OrganizationName"]));
    let degree = one.at(&["EducationDegree"]);
    let study = degree.and_then(|degree| degree.text(&["DegreeName"]));
    map.text("studyType", study.or_else(|| one.text(&["ProgramName"])));
    map.text("area", degree.and_then(|degree| degree.text(&["FieldOfStudy", "MainFieldOfStudy"])));
    let grade = degree.and_then(|degree| degree.text(&["FinalGrade", "ScoreText"]));
    map.text("score", grade);
    map.text("url", one.text(&["Link"]));
    period(&mut map, one.at(&["AttendancePeriod"]), None);
    let about = degree.and_then(|degree| degree.text(&["OccupationalSkillsCovered"]));
    map.extend("courses", None, reader.listed(about));
    map.some()
}

/// Start and end, written in several ways: as text, or as a formatted date inside.
fn period(map: &mut Map, period: Option<&Element>, current: Option<Piece>) {
    let Some(period) = period else { return };
    let date = |name: &str| {
        let date = period.at(&[name])?;
        let piece = date.text(&["FormattedDateTime"]).or_else(|| date.piece())?;
        // A point in time carries more than a day: `2021-03-01T00:00:00`.
        let day = piece.text.split('T').next().unwrap_or_default().to_owned();
        Some(Piece::new(day, piece.span))
    };
    map.text("startDate", date("StartDate"));
    let goes_on = ["CurrentIndicator", "Ongoing"].iter().find_map(|name| period.text(&[name]));
    let goes_on = goes_on.or(current).filter(|mark| mark.text == "true");
    map.text("endDate", goes_on.map(|mark| Piece::new("present", mark.span)));
    map.text("endDate", date("EndDate"));
}

fn languages(root: &Element, profile: &Element) -> Vec<Rc<Node>> {
    let mut out = Vec::new();
    for code in
        root.at(&["CandidatePerson"]).into_iter().flat_map(|one| one.all("PrimaryLanguageCode"))
    {
        let Some(piece) = code.piece() else { continue };
        let mut map = Map::new(code.span());
        map.text("language", Some(Piece::new(language::name(&piece.text), piece.span.clone())));
        map.text("fluency", Some(Piece::new("Native", piece.span)));
        out.push(map.node());
    }
    for one in profile.list(&["PersonQualifications"], "PersonCompetency") {
        let kind = one.text(&["TaxonomyID"]).map(|kind| kind.text.to_lowercase());
        let Some(code) =
            one.text(&["CompetencyID"]).filter(|_| kind.as_deref() == Some("language"))
        else {
            continue;
        };
        let mut map = Map::new(one.span());
        map.text("language", Some(Piece::new(language::name(&code.text), code.span)));
        let scores =
            one.all("CompetencyDimension").filter_map(|one| one.text(&["Score", "ScoreText"]));
        map.text("fluency", levels(scores.collect()));
        out.push(map.node());
    }
    out
}

fn skills(reader: &Europass<'_>, profile: &Element) -> Vec<Rc<Node>> {
    let mut out = Vec::new();
    let mut loose = Vec::new();
    let groups = profile.all("DigitalSkills").chain(profile.all("Skills")).flat_map(deep);
    for group in groups {
        let title = group.text(&["Title"]);
        let mut keywords: Vec<Rc<Node>> = group
            .all("DigitalSkill")
            .filter_map(|one| one.piece().or_else(|| one.text(&["Title"])))
            .map(Piece::node)
            .collect();
        keywords.extend(reader.listed(group.text(&["Description"])));
        let mut map = Map::new(group.span());
        match title {
            // A title without anything below it is the skill, or a list of them with its name.
            Some(title) if keywords.is_empty() => match title.text.split_once(": ") {
                Some((name, list)) => {
                    let part = |text: &str| Piece::new(text, title.span.clone());
                    map.text("name", Some(part(name)));
                    map.extend("keywords", None, reader.listed(Some(part(list))));
                }
                None => loose.push(title.node()),
            },
            title => {
                map.text("name", title);
                map.extend("keywords", None, keywords);
            }
        }
        out.extend(map.some());
    }
    for one in profile.list(&["PersonQualifications"], "PersonCompetency") {
        let kind = one.text(&["TaxonomyID"]).map(|kind| kind.text.to_lowercase());
        if kind.is_some_and(|kind| kind != "language") {
            let name = one.text(&["CompetencyName"]);
            loose.extend(name.map(Piece::node));
        }
    }
    if let Some(first) = loose.first() {
        let mut map = Map::new(first.span.clone());
        map.extend("keywords", None, loose);
        out.push(map.node());
    }
    out
}

/// The groups in a list of skills, one or two levels down.
fn deep(list: &Element) -> Vec<&Element> {
    let is_group =
        |one: &&Element| one.at(&["Title"]).is_some() || one.at(&["DigitalSkill"]).is_some();
    let near: Vec<&Element> = list.children().iter().filter(is_group).collect();
    let far = list.children().iter().flat_map(Element::children).filter(is_group);
    if near.is_empty() { far.collect() } else { near }
}

/// A section whose entries have a title, a date, a description and a link.
struct Section {
    list: &'static str,
    to: &'static str,
    title: &'static str,
    date: &'static str,
    text: &'static str,
    by: &'static str,
}

const SECTIONS: &[Section] = &[
    Section {
        list: "Projects",
        to: "projects",
        title: "name",
        date: "",
        text: "description",
        by: "entity",
    },
    Section {
        list: "PublicationHistory",
        to: "publications",
        title: "name",
        date: "releaseDate",
        text: "summary",
        by: "publisher",
    },
    Section {
        list: "ConferencesAndSeminars",
        to: "publications",
        title: "name",
        date: "releaseDate",
        text: "summary",
        by: "publisher",
    },
    Section {
        list: "CreativeWorks",
        to: "projects",
        title: "name",
        date: "",
        text: "description",
        by: "entity",
    },
    Section {
        list: "HonorsAndAwards",
        to: "awards",
        title: "title",
        date: "date",
        text: "summary",
        by: "awarder",
    },
    Section {
        list: "Certifications",
        to: "certificates",
        title: "name",
        date: "date",
        text: "summary",
        by: "issuer",
    },
    Section {
        list: "CourseCertifications",
        to: "certificates",
        title: "name",
        date: "date",
        text: "summary",
        by: "issuer",
    },
    Section {
        list: "VoluntaryWorks",
        to: "volunteer",
        title: "position",
        date: "",
        text: "summary",
        by: "organization",
    },
    Section {
        list: "NetworksAndMemberships",
        to: "volunteer",
        title: "organization",
        date: "",
        text: "summary",
        by: "position",
    },
];

fn other(reader: &Europass<'_>, section: &Section, one: &Element) -> Option<Rc<Node>> {
    let mut map = Map::new(one.span());
    let name = ["Title", "Reference", "CertificationName", "Name", "Role"];
    map.text(section.title, name.iter().find_map(|name| one.text(&[name])));
    let by = ["IssuingOrganization", "OrganizationName", "Organisation", "IssuingAuthorityName"];
    map.text(section.by, by.iter().find_map(|name| one.text(&[name])));
    map.text("url", one.text(&["Link"]).or_else(|| one.text(&["URL"])));
    let when = ["Date", "Period", "EffectiveTimePeriod"].iter().find_map(|name| one.at(&[name]));
    if section.date.is_empty() {
        period(&mut map, when, None);
    } else {
        let mut dates = Map::new(one.span());
        period(&mut dates, when, None);
        let date = dates.get("startDate").or_else(|| dates.get("endDate"));
        let plain = one.text(&["Date"]).or_else(|| one.text(&["Year"])).map(Piece::node);
        if let Some(date) = date.map(Rc::clone).or(plain) {
            map.put(section.date, date);
        }
    }
    let said = one.text(&["Description"]);
    match section.to {
        "projects" | "volunteer" => reader.body(&mut map, section.text, said),
        _ => map.text(section.text, reader.paragraph(said)),
    }
    map.some()
}
