//! Occupations, and works the person wrote or took part in.

use resume::model::{Bullet, Project, Publication, Work};
use serde_json::Value;

use super::node::{Node, clean, date, shown};

fn texts(bullets: &[Bullet]) -> impl Iterator<Item = Value> {
    bullets.iter().filter_map(|bullet| shown(Some(&bullet.text)))
}

/// What somebody did in a job, for the time of it.
pub(super) fn occupation(job: &Work) -> Option<Value> {
    let mut occupation = Node::of("Occupation");
    occupation.text("name", job.position.as_ref());
    occupation.list("responsibilities", texts(&job.highlights));
    let mut place = Node::of("AdministrativeArea");
    place.text("name", job.location.as_ref());
    occupation.value("occupationLocation", place.finish());
    let occupation = occupation.finish()?;
    let mut role = Node::of("Role");
    role.value("startDate", date(job.start_date.as_ref()));
    role.value("endDate", date(job.end_date.as_ref()));
    role.value("hasOccupation", Some(occupation));
    role.finish()
}

/// An article, paper, talk or book.
pub(super) fn publication(publication: &Publication) -> Option<Value> {
    let mut work = Node::of("CreativeWork");
    work.text("name", publication.name.as_ref());
    work.url("url", publication.url.as_ref());
    work.value("datePublished", date(publication.release_date.as_ref()));
    work.text("abstract", publication.summary.as_ref());
    let mut publisher = Node::of("Organization");
    publisher.text("name", publication.publisher.as_ref());
    work.value("publisher", publisher.finish());
    work.finish()
}

/// A project, as the work that came of it.
pub(super) fn project(project: &Project) -> Option<Value> {
    let mut work = Node::of("CreativeWork");
    work.text("name", project.name.as_ref());
    work.url("url", project.url.as_ref());
    work.text("abstract", project.description.as_ref());
    let done: Vec<String> =
        project.highlights.iter().filter_map(|bullet| clean(&bullet.text)).collect();
    work.value("description", (!done.is_empty()).then(|| done.join("\n").into()));
    work.list("keywords", project.keywords.iter().filter_map(|word| shown(Some(word))));
    work.value("dateCreated", date(project.start_date.as_ref()));
    work.finish()
}
