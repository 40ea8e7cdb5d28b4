//! Version 3: `SkillsPassport/LearnerInfo`.

use std::rc::Rc;

use super::xml::Element;
use super::{Europass, country, joined, levels, site};
use crate::foreign::build::{Map, Piece};
use crate::node::Node;

/// The tree of the resume in a passport.
pub(super) fn resume(reader: &Europass<'_>, root: &Element, learner: &Element) -> Rc<Node> {
    let mut map = Map::new(root.span());
    if let Some(basics) = basics(reader, learner).some() {
        map.put("basics", basics);
    }
    let work = learner.list(&["WorkExperienceList"], "WorkExperience");
    map.extend("work", None, work.iter().filter_map(|job| self::work(reader, job)).collect());
    let schools = learner.list(&["EducationList"], "Education");
    map.extend(
        "education",
        None,
        schools.iter().filter_map(|one| education(reader, one)).collect(),
    );
    if let Some(skills) = learner.at(&["Skills"]) {
        map.extend("languages", None, languages(skills));
        map.extend("skills", None, groups(reader, skills));
    }
    for one in learner.list(&["AchievementList"], "Achievement") {
        achievement(reader, &mut map, one);
    }
    map.node()
}

fn basics(reader: &Europass<'_>, learner: &Element) -> Map {
    let mut map = Map::new(learner.span());
    if let Some(person) = learner.at(&["Identification"]) {
        let names: Vec<Piece> = [["PersonName", "FirstName"], ["PersonName", "Surname"]]
            .iter()
            .filter_map(|path| person.text(path))
            .collect();
        map.text("name", Piece::join(&names, " "));
        if let Some(contact) = person.at(&["ContactInfo"]) {
            reach(&mut map, contact);
        }
    }
    if let Some(headline) = learner.at(&["Headline"]) {
        let said =
            headline.text(&["Description", "Label"]).or_else(|| headline.text(&["Description"]));
        let code = headline.text(&["Type", "Code"]).map(|code| code.text);
        if code.as_deref() == Some("personal_statement") {
            map.text("summary", reader.paragraph(said));
        } else {
            map.text("label", said);
        }
    }
    let summary = learner.text(&["ProfileSummary", "Description"]);
    map.text("summary", reader.paragraph(summary.or_else(|| learner.text(&["ProfileSummary"]))));
    map
}

fn reach(map: &mut Map, contact: &Element) {
    map.text("email", contact.text(&["Email", "Contact"]));
    let phones = contact.list(&["TelephoneList"], "Telephone");
    map.text("phone", phones.iter().find_map(|phone| phone.text(&["Contact"])));
    if let Some(address) = contact.at(&["Address", "Contact"]) {
        let mut place = Map::new(address.span());
        place.text("address", joined(address, &[&["AddressLine"], &["AddressLine2"]]));
        place.text("postalCode", address.text(&["PostalCode"]));
        place.text("city", address.text(&["Municipality"]));
        place.text("region", address.text(&["Region", "Label"]));
        let code = address.text(&["Country", "Code"]);
        place.text("countryCode", country(code.or_else(|| address.text(&["Country", "Label"]))));
        if let Some(place) = place.some() {
            map.put("location", place);
        }
    }
    for one in contact.list(&["WebsiteList"], "Website") {
        if let Some(address) = one.text(&["Contact"]) {
            site(map, address);
        }
    }
    for one in contact.list(&["InstantMessagingList"], "InstantMessaging") {
        let Some(name) = one.text(&["Contact"]) else { continue };
        let mut profile = Map::new(one.span());
        profile.text("network", one.text(&["Use", "Label"]).or_else(|| one.text(&["Use", "Code"])));
        profile.text("username", Some(name));
        map.extend("profiles", None, vec![profile.node()]);
    }
}

fn work(reader: &Europass<'_>, job: &Element) -> Option<Rc<Node>> {
    let mut map = Map::new(job.span());
    map.text("name", job.text(&["Employer", "Name"]));
    map.text("position", job.text(&["Position", "Label"]).or_else(|| job.text(&["Position"])));
    map.text("location", place(job.at(&["Employer"])));
    map.text("url", job.text(&["Employer", "ContactInfo", "Website", "Contact"]));
    map.text("description", job.text(&["Employer", "Sector", "Label"]));
    period(&mut map, job);
    reader.body(&mut map, "summary", job.text(&["Activities"]));
    map.some()
}

fn education(reader: &Europass<'_>, one: &Element) -> Option<Rc<Node>> {
    let mut map = Map::new(one.span());
    map.text("institution", one.text(&["Organisation", "Name"]));
    map.text("url", one.text(&["Organisation", "ContactInfo", "Website", "Contact"]));
    map.text("studyType", one.text(&["Title"]).or_else(|| one.text(&["Level", "Label"])));
    map.text("area", one.text(&["Field", "Label"]));
    period(&mut map, one);
    map.extend("courses", None, reader.listed(one.text(&["Activities"])));
    map.some()
}

fn place(organization: Option<&Element>) -> Option<Piece> {
    let address = organization?.at(&["ContactInfo", "Address", "Contact"])?;
    joined(address, &[&["Municipality"], &["Country", "Label"]])
}

/// `<From year="2019" month="--03"/>`, or the same as elements.
fn period(map: &mut Map, entry: &Element) {
    let Some(period) = entry.at(&["Period"]) else { return };
    map.text("startDate", period.at(&["From"]).and_then(date));
    let current = period.text(&["Current"]).filter(|current| current.text == "true");
    map.text("endDate", current.map(|current| Piece::new("present", current.span)));
    map.text("endDate", period.at(&["To"]).and_then(date));
}

fn date(from: &Element) -> Option<Piece> {
    let number = |name: &str| {
        let text = from.part(name)?;
        text.trim_start_matches('-').parse::<u16>().ok()
    };
    let year = number("year")?;
    let text = match (number("month"), number("day")) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    };
    Some(Piece::new(text, from.span()))
}

fn languages(skills: &Element) -> Vec<Rc<Node>> {
    let name = |one: &Element| {
        one.text(&["Description", "Label"]).or_else(|| {
            let code = one.text(&["Description", "Code"])?;
            Some(Piece::new(super::language::name(&code.text), code.span))
        })
    };
    let mut out = Vec::new();
    for one in skills.list(&["Linguistic", "MotherTongueList"], "MotherTongue") {
        let mut map = Map::new(one.span());
        map.text("language", name(one));
        map.text("fluency", Some(Piece::new("Native", one.span())));
        out.push(map.node());
    }
    for one in skills.list(&["Linguistic", "ForeignLanguageList"], "ForeignLanguage") {
        let mut map = Map::new(one.span());
        map.text("language", name(one));
        let found = one.at(&["ProficiencyLevel"]).map(Element::children).unwrap_or_default();
        map.text("fluency", levels(found.iter().filter_map(Element::piece).collect()));
        out.push(map.node());
    }
    out
}

fn groups(reader: &Europass<'_>, skills: &Element) -> Vec<Rc<Node>> {
    const GROUPS: [(&str, &str); 5] = [
        ("Computer", "Digital skills"),
        ("JobRelated", "Job-related skills"),
        ("Organisational", "Organizational skills"),
        ("Communication", "Communication skills"),
        ("Other", "Other skills"),
    ];
    let made = GROUPS.iter().filter_map(|(name, title)| {
        let group = skills.at(&[name])?;
        let keywords = reader.listed(group.text(&["Description"]));
        let first = keywords.first()?.span.clone();
        let mut map = Map::new(group.span());
        map.text("name", Some(Piece::new(*title, first.start..first.start)));
        map.extend("keywords", None, keywords);
        Some(map.node())
    });
    made.collect()
}

/// Achievements are one list for everything else, told apart by a code.
fn achievement(reader: &Europass<'_>, map: &mut Map, one: &Element) {
    let title = one.text(&["Title", "Label"]).or_else(|| one.text(&["Title"]));
    let code = one.text(&["Title", "Code"]).map(|code| code.text).unwrap_or_default();
    let (section, key) = match code.as_str() {
        "publications" | "presentations" | "conferences" | "seminars" => ("publications", "name"),
        "projects" => ("projects", "description"),
        "honors_awards" => ("awards", "title"),
        "certifications" | "courses" => ("certificates", "name"),
        "memberships" => ("volunteer", "organization"),
        "references" => ("references", "reference"),
        _ => {
            if let (Some(title), Some(said)) = (title, one.at(&["Description"]))
                && let Some(piece) = reader.paragraph(said.piece())
            {
                map.put(&title.text, piece.node());
            }
            return;
        }
    };
    let Some(said) = one.text(&["Description"]) else { return };
    let found = reader.blocks(&said);
    let mut parts: Vec<Piece> = found.paragraphs;
    parts.extend(found.items);
    parts.sort_by_key(|part| part.span.start);
    let made = parts.into_iter().map(|part| {
        let mut entry = Map::new(part.span.clone());
        entry.text(key, Some(part));
        entry.node()
    });
    map.extend(section, None, made.collect());
}
