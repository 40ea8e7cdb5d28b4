//! Sections whose entries have a name, maybe a giver and a time: projects, certificates, awards,
//! publications, unpaid work, references.

use resume::model::{Award, Certificate, Project, Publication, Reference, Volunteer};
use resume::{Bullet, Date, FieldPath};

use super::body::{self, Told};
use super::entries;
use super::make::{Cut, Maker};
use super::para::Para;
use super::refine::refine;
use super::segments::{Segment, segments};
use super::work;
use crate::recognize::dates::Period;
use crate::recognize::skills::skill_groups;
use crate::recognize::{contact, looks, place};

/// One entry, sorted as far as its words and looks allow.
struct Named {
    name: Cut,
    /// What stands after the name in the head: a role, a giver, technologies.
    others: Vec<Cut>,
    time: Option<(usize, Period)>,
    /// Where its name leads.
    link: Option<String>,
    told: Told,
}

/// The entries below one heading. Lines of a plain list are entries of their own when `items` is
/// set and nothing else could be a head.
fn read(maker: &Maker<'_>, lines: &[usize], body_size: f32, items: bool) -> Vec<Named> {
    let paras = maker.paras;
    let listed = items && lines.iter().all(|&at| paras[at].is_item() || paras[at].lines <= 3);
    let split = if listed && lines.iter().any(|&at| paras[at].is_item()) {
        lines.iter().map(|&at| entries::Entry { heads: vec![at], body: Vec::new() }).collect()
    } else {
        entries::split(paras, lines, body_size)
    };
    split
        .into_iter()
        .filter_map(|entry| {
            let (heads, mut body) = (entry.heads, entry.body);
            let found = refine(paras, segments(paras, &heads), &[looks::title], false);
            let mut found = found.iter().map(Segment::cut);
            let name = if let Some(name) = found.next() {
                name
            } else {
                let first = (!body.is_empty()).then(|| body.remove(0))?;
                Cut { para: first, range: 0..paras[first].text.len() }
            };
            let time = heads.iter().find_map(|&at| Some((at, paras[at].dates().next()?.clone())));
            let link = link_at(&paras[name.para], &name);
            Some(Named {
                name,
                others: found.collect(),
                time,
                link,
                told: body::read(paras, &body),
            })
        })
        .collect()
}

/// The address a name leads to, or the one printed beside it.
fn link_at(para: &Para, name: &Cut) -> Option<String> {
    let web = |target: &&str| target.starts_with("http");
    let own = para
        .runs
        .iter()
        .filter(|run| run.range.start < name.range.end && name.range.start < run.range.end);
    let own = own.filter_map(|run| run.link.as_deref()).find(web).map(str::to_owned);
    own.or_else(|| contact::links(&para.text).into_iter().next().map(|link| link.url)).or_else(
        || para.runs.iter().filter_map(|run| run.link.as_deref()).find(web).map(str::to_owned),
    )
}

fn dates(
    maker: &mut Maker<'_>,
    path: &FieldPath,
    time: Option<&(usize, Period)>,
) -> (Option<Date>, Option<Date>) {
    time.map_or((None, None), |(para, period)| maker.take_period(path, *para, period))
}

fn highlights(maker: &mut Maker<'_>, path: &FieldPath, told: &Told) -> Vec<Bullet> {
    let list = path.key("highlights");
    let mut bullets = Vec::new();
    for cut in &told.items {
        if let Some(text) = maker.take(list.index(bullets.len()), cut) {
            bullets.push(Bullet::from(text));
        }
    }
    bullets
}

/// A short text that is no address and no place.
fn is_words(maker: &Maker<'_>, cut: &Cut) -> bool {
    let text = maker.text(cut);
    contact::links(&text).is_empty() && place::place(&text) < 0.6
}

/// Projects.
pub(crate) fn projects(
    maker: &mut Maker<'_>,
    lines: &[usize],
    body_size: f32,
    first: usize,
) -> Vec<Project> {
    let mut projects = Vec::new();
    for named in read(maker, lines, body_size, false) {
        let path = FieldPath::root().key("projects").index(first + projects.len());
        let name = maker.take(path.key("name"), &named.name);
        let mut project = Project { name, ..Project::default() };
        (project.start_date, project.end_date) = dates(maker, &path, named.time.as_ref());
        project.url.clone_from(&named.link);
        for cut in &named.others {
            let text = maker.text(cut);
            let words: Vec<_> = skill_groups(&maker.paras[cut.para].text[cut.range.clone()])
                .into_iter()
                .flat_map(|group| group.keywords)
                .collect();
            if looks::title(&text) >= 0.6 && project.roles.is_empty() {
                let role = maker.take(path.key("roles").index(0), cut);
                project.roles.extend(role);
            } else if words.len() > 1 {
                for range in words {
                    let at = path.key("keywords").index(project.keywords.len());
                    let part = Cut {
                        para: cut.para,
                        range: cut.range.start + range.start..cut.range.start + range.end,
                    };
                    project.keywords.extend(maker.take(at, &part));
                }
            } else if !contact::links(&text).is_empty() {
                project.url = project.url.take().or_else(|| maker.take(path.key("url"), cut));
            } else if project.description.is_none() {
                project.description = maker.take(path.key("description"), cut);
            }
        }
        if project.description.is_none() && !named.told.prose.is_empty() {
            project.description = maker.take_paras(path.key("description"), &named.told.prose);
        }
        if let Some(words) = &named.told.keywords {
            let groups = skill_groups(&maker.paras[words.para].text[words.range.clone()]);
            for range in groups.into_iter().flat_map(|group| group.keywords) {
                let at = path.key("keywords").index(project.keywords.len());
                let part = Cut {
                    para: words.para,
                    range: words.range.start + range.start..words.range.start + range.end,
                };
                project.keywords.extend(maker.take(at, &part));
            }
        }
        project.highlights = highlights(maker, &path, &named.told);
        projects.push(project);
    }
    projects
}

/// Unpaid work: read like jobs.
pub(crate) fn volunteer(
    maker: &mut Maker<'_>,
    lines: &[usize],
    body_size: f32,
    first: usize,
) -> Vec<Volunteer> {
    let spans = maker.spans.len();
    let decisions = maker.decisions.len();
    let jobs = work::read(maker, lines, body_size, first);
    // The same reader; the places it recorded belong to another list.
    for (path, _) in &mut maker.spans[spans..] {
        *path = moved(path);
    }
    for decision in &mut maker.decisions[decisions..] {
        decision.path = moved(&decision.path);
    }
    let of_job = |job: resume::model::Work| Volunteer {
        organization: job.name,
        position: job.position,
        url: job.url,
        start_date: job.start_date,
        end_date: job.end_date,
        summary: job.summary,
        highlights: job.highlights,
        ..Volunteer::default()
    };
    jobs.into_iter().map(of_job).collect()
}

fn moved(path: &FieldPath) -> FieldPath {
    path.segments().iter().fold(FieldPath::root(), |built, segment| match segment {
        resume::Segment::Key(key) if key == "work" => built.key("volunteer"),
        resume::Segment::Key(key) if key == "name" => built.key("organization"),
        resume::Segment::Key(key) => built.key(key.clone()),
        resume::Segment::Index(index) => built.index(*index),
    })
}

/// Certificates.
pub(crate) fn certificates(
    maker: &mut Maker<'_>,
    lines: &[usize],
    body_size: f32,
    first: usize,
) -> Vec<Certificate> {
    let mut certificates = Vec::new();
    for named in read(maker, lines, body_size, true) {
        let path = FieldPath::root().key("certificates").index(first + certificates.len());
        let name = maker.take(path.key("name"), &named.name);
        let issuer = named.others.iter().find(|cut| is_words(maker, cut)).cloned();
        let issuer = issuer.and_then(|cut| maker.take(path.key("issuer"), &cut));
        let date = date(maker, &path.key("date"), named.time.as_ref());
        certificates.push(Certificate {
            name,
            issuer,
            date,
            url: named.link,
            ..Certificate::default()
        });
    }
    certificates
}

/// Prizes and honors.
pub(crate) fn awards(
    maker: &mut Maker<'_>,
    lines: &[usize],
    body_size: f32,
    first: usize,
) -> Vec<Award> {
    let mut awards = Vec::new();
    for named in read(maker, lines, body_size, true) {
        let path = FieldPath::root().key("awards").index(first + awards.len());
        let title = maker.take(path.key("title"), &named.name);
        let awarder = named.others.iter().find(|cut| is_words(maker, cut)).cloned();
        let awarder = awarder.and_then(|cut| maker.take(path.key("awarder"), &cut));
        let date = date(maker, &path.key("date"), named.time.as_ref());
        let summary = maker.take_paras(path.key("summary"), &named.told.prose);
        awards.push(Award { title, awarder, date, summary, ..Award::default() });
    }
    awards
}

/// Articles, papers, talks.
pub(crate) fn publications(
    maker: &mut Maker<'_>,
    lines: &[usize],
    body_size: f32,
    first: usize,
) -> Vec<Publication> {
    let mut publications = Vec::new();
    for named in read(maker, lines, body_size, true) {
        let path = FieldPath::root().key("publications").index(first + publications.len());
        let name = maker.take(path.key("name"), &named.name);
        let publisher = named.others.iter().find(|cut| is_words(maker, cut)).cloned();
        let publisher = publisher.and_then(|cut| maker.take(path.key("publisher"), &cut));
        let release_date = date(maker, &path.key("releaseDate"), named.time.as_ref());
        let summary = maker.take_paras(path.key("summary"), &named.told.prose);
        publications.push(Publication {
            name,
            publisher,
            release_date,
            summary,
            url: named.link,
            ..Publication::default()
        });
    }
    publications
}

/// What others say.
pub(crate) fn references(
    maker: &mut Maker<'_>,
    lines: &[usize],
    body_size: f32,
    first: usize,
) -> Vec<Reference> {
    let mut references = Vec::new();
    for named in read(maker, lines, body_size, false) {
        let path = FieldPath::root().key("references").index(first + references.len());
        let name = maker.take(path.key("name"), &named.name);
        let reference = maker.take_paras(path.key("reference"), &named.told.prose);
        references.push(Reference { name, reference, ..Reference::default() });
    }
    references
}

/// The one day or month of an entry: the end of a period, or its only date.
fn date(maker: &mut Maker<'_>, path: &FieldPath, time: Option<&(usize, Period)>) -> Option<Date> {
    let (para, period) = time?;
    let date = period.end.clone().or_else(|| period.start.clone())?;
    maker.spans.push((path.clone(), maker.paras[*para].placed(&period.range)));
    Some(date)
}
