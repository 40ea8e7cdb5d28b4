//! What is asked about which line, about whole pages, and for jobs.

mod bullets;
mod jobs;
mod pages;
mod totality;

use interview::{Asked, Desk, Preparation, prepare};
use resume::{Bullet, Resume, Stage};
use roles::{RolePack, question_bank};

/// The shipped questions for a stage.
pub(crate) fn desk(stage: Stage) -> Desk<'static> {
    Desk { pack: RolePack::backend_engineer(), bank: question_bank(), stage }
}

/// A resume with one role and these bullets.
pub(crate) fn page(bullets: &[&str]) -> Resume {
    let bullets =
        bullets.iter().map(|text| Bullet { text: (*text).to_owned(), ..Bullet::default() });
    let role = resume::model::Work { highlights: bullets.collect(), ..Default::default() };
    Resume { work: vec![role], ..Resume::default() }
}

/// All questions about one bullet, first the ones asked first.
pub(crate) fn questions(bullet: &str, stage: Stage, all: bool) -> Vec<Asked> {
    let Preparation { claims, .. } = prepare(&page(&[bullet]), &desk(stage), all);
    claims.into_iter().flat_map(|claim| claim.questions).collect()
}

/// Reads a resume in the source format.
pub(crate) fn read(yaml: &str) -> Resume {
    let parsed = extract::read(yaml.as_bytes(), extract::Format::Yaml, &extract::Limits::default());
    let parsed = parsed.expect("the page can be read");
    parsed.resume
}
