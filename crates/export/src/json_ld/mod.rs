//! JSON-LD: the resume as a Person of schema.org, for a site of one's own.
//!
//! Who was where and when is said as schema.org says it: the property leads to a role with dates,
//! and the role has the property again. What others said (references) and what the vocabulary has
//! no word for (interests, levels of skills) is left out.

mod node;
mod works;

use resume::Resume;
use resume::model::{
    Award, Basics, Certificate, Education, Language, Place, Profile, Skill, Volunteer, Work,
};
use serde_json::{Value, json};

pub(crate) use self::node::{Node, clean};
use self::node::{address, date, shown};

/// Pretty JSON of one node.
pub(crate) fn write(resume: &Resume) -> String {
    let mut person = Node::default();
    if let Some(basics) = &resume.basics {
        about(&mut person, basics);
    }
    person.list("worksFor", resume.work.iter().filter_map(employment));
    person.list("hasOccupation", resume.work.iter().filter_map(works::occupation));
    person.list("memberOf", resume.volunteer.iter().filter_map(membership));
    person.list("alumniOf", resume.education.iter().filter_map(studies));
    let degrees = resume.education.iter().filter_map(degree);
    let certificates = resume.certificates.iter().filter_map(certificate);
    person.list("hasCredential", degrees.chain(certificates));
    person.list("knowsAbout", resume.skills.iter().flat_map(knowledge));
    person.list("knowsLanguage", resume.languages.iter().filter_map(language));
    person.list("award", resume.awards.iter().filter_map(award));
    // Works name their author; the person is on the other end of that property.
    let mut reverse = Node::default();
    reverse.list("author", resume.publications.iter().filter_map(works::publication));
    reverse.list("contributor", resume.projects.iter().filter_map(works::project));
    person.value("@reverse", reverse.finish());
    let mut json = json!({"@context": "https://schema.org", "@type": "Person"});
    if let (Value::Object(json), Some(Value::Object(mut person))) = (&mut json, person.finish()) {
        json.append(&mut person);
    }
    let mut text = serde_json::to_string_pretty(&json).unwrap_or_default();
    text.push('\n');
    text
}

fn about(person: &mut Node, basics: &Basics) {
    person.text("name", basics.name.as_ref());
    person.text("jobTitle", basics.label.as_ref());
    person.text("description", basics.summary.as_ref());
    person.text("email", basics.email.as_ref());
    person.text("telephone", basics.phone.as_ref());
    person.url("url", basics.url.as_ref());
    person.value("address", basics.location.as_ref().and_then(home));
    let leads_to = |profile: &Profile| profile.url.as_deref().and_then(address);
    person.list("sameAs", basics.profiles.iter().filter_map(leads_to));
    let named = basics.profiles.iter().filter(|profile| leads_to(profile).is_none());
    person.list("identifier", named.filter_map(account));
}

/// A place as an address.
pub(crate) fn home(place: &Place) -> Option<Value> {
    let mut node = Node::of("PostalAddress");
    node.text("streetAddress", place.address.as_ref());
    node.text("postalCode", place.postal_code.as_ref());
    node.text("addressLocality", place.city.as_ref());
    node.text("addressRegion", place.region.as_ref());
    node.text("addressCountry", place.country_code.as_ref());
    node.finish()
}

/// An account whose address is not known.
fn account(profile: &Profile) -> Option<Value> {
    let mut node = Node::of("PropertyValue");
    node.text("propertyID", profile.network.as_ref());
    node.text("value", Some(profile.username.as_ref()?));
    node.finish()
}

fn employment(job: &Work) -> Option<Value> {
    let mut employer = Node::of("Organization");
    employer.text("name", job.name.as_ref());
    employer.text("description", job.description.as_ref());
    employer.url("url", job.url.as_ref());
    let mut role = Node::of("EmployeeRole");
    role.text("roleName", job.position.as_ref());
    role.value("startDate", date(job.start_date.as_ref()));
    role.value("endDate", date(job.end_date.as_ref()));
    role.text("description", job.summary.as_ref());
    role.value("worksFor", Some(employer.finish()?));
    role.finish()
}

fn membership(service: &Volunteer) -> Option<Value> {
    let mut organization = Node::of("Organization");
    organization.text("name", service.organization.as_ref());
    organization.url("url", service.url.as_ref());
    let mut role = Node::of("OrganizationRole");
    role.text("roleName", service.position.as_ref());
    role.value("startDate", date(service.start_date.as_ref()));
    role.value("endDate", date(service.end_date.as_ref()));
    let done = service.highlights.iter().map(|bullet| &bullet.text);
    let said: Vec<String> =
        service.summary.iter().chain(done).filter_map(|text| clean(text)).collect();
    role.value("description", (!said.is_empty()).then(|| said.join("\n").into()));
    role.value("memberOf", Some(organization.finish()?));
    role.finish()
}

fn school(education: &Education) -> Option<Value> {
    let mut school = Node::of("EducationalOrganization");
    school.text("name", education.institution.as_ref());
    school.url("url", education.url.as_ref());
    school.finish()
}

fn studies(education: &Education) -> Option<Value> {
    let mut role = Node::of("OrganizationRole");
    role.value("startDate", date(education.start_date.as_ref()));
    role.value("endDate", date(education.end_date.as_ref()));
    role.value("alumniOf", Some(school(education)?));
    role.finish()
}

/// A course of study that names a degree or a subject.
fn degree(education: &Education) -> Option<Value> {
    let name: Vec<String> = [&education.study_type, &education.area]
        .into_iter()
        .flatten()
        .filter_map(|text| clean(text))
        .collect();
    if name.is_empty() {
        return None;
    }
    let mut node = Node::of("EducationalOccupationalCredential");
    node.value("name", Some(name.join(", ").into()));
    node.value("credentialCategory", Some("degree".into()));
    node.text("educationalLevel", education.study_type.as_ref());
    node.list(
        "about",
        education.area.iter().chain(&education.courses).filter_map(|text| {
            let mut thing = Node::of("Thing");
            thing.text("name", Some(text));
            thing.finish()
        }),
    );
    node.text("description", education.score.as_ref());
    node.value("recognizedBy", school(education));
    node.finish()
}

fn certificate(certificate: &Certificate) -> Option<Value> {
    let mut node = Node::of("EducationalOccupationalCredential");
    node.text("name", Some(certificate.name.as_ref()?));
    node.value("credentialCategory", Some("certificate".into()));
    node.url("url", certificate.url.as_ref());
    node.value("dateCreated", date(certificate.date.as_ref()));
    let mut issuer = Node::of("Organization");
    issuer.text("name", certificate.issuer.as_ref());
    node.value("recognizedBy", issuer.finish());
    node.finish()
}

/// The skills of a group; its name where it lists none.
fn knowledge(skill: &Skill) -> Vec<Value> {
    let names = match skill.keywords.as_slice() {
        [] => skill.name.as_slice(),
        keywords => keywords,
    };
    names.iter().filter_map(|name| shown(Some(name))).collect()
}

fn language(language: &Language) -> Option<Value> {
    let mut node = Node::of("Language");
    node.text("name", Some(language.language.as_ref()?));
    node.text("description", language.fluency.as_ref());
    node.finish()
}

/// The vocabulary has texts for awards, and no more.
fn award(award: &Award) -> Option<Value> {
    let date = date(award.date.as_ref());
    let date = date.as_ref().and_then(Value::as_str).map(str::to_owned);
    let parts = [&award.title, &award.awarder].into_iter().flatten().filter_map(|text| clean(text));
    let text: Vec<String> = parts.chain(date).collect();
    (!text.is_empty()).then(|| text.join(", ").into())
}
