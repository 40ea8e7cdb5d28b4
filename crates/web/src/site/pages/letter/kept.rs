//! Letters as files of the resume they go with.

use export::yaml;
use resume::letter::Letter;
use store::{DocumentId, FileId, NewFile, UserId};
use workbench::Source;

use crate::site::Site;
use crate::site::fault::Fault;
use crate::site::material::FILES;

/// Files of a resume that are looked through for its letters.
const MOST: usize = 200;

/// A letter that was saved.
pub(super) struct Kept {
    /// The file; another one after each save.
    pub(super) id: String,
    pub(super) letter: Letter,
}

impl Kept {
    /// The letter of a resume for the job with this key.
    pub(super) async fn find(
        site: &Site,
        user: UserId,
        resume: DocumentId,
        job: &str,
    ) -> Result<Option<Self>, Fault> {
        let Some(id) = newest(site, user, resume, job).await?.first().copied() else {
            return Ok(None);
        };
        let stored = site.store.file(user, id).await?;
        let letter = Source::new("letter.yaml".to_owned(), stored.bytes)?.letter()?.letter;
        Ok(Some(Self { id: id.to_string(), letter }))
    }

    /// Keeps a letter; the one before it goes when the new one is there.
    pub(super) async fn keep(
        site: &Site,
        user: UserId,
        resume: DocumentId,
        job: &str,
        letter: &Letter,
    ) -> Result<(), Fault> {
        let before = newest(site, user, resume, job).await?;
        let new = NewFile {
            document: Some(resume),
            name: name(job),
            media_type: "application/yaml".to_owned(),
            bytes: yaml(letter, &|_| None).into_bytes(),
        };
        site.store.add_file(user, new, FILES, site.clock.now()).await?;
        for id in before {
            site.store.delete_file(user, id).await?;
        }
        Ok(())
    }
}

fn name(job: &str) -> String {
    format!("letter-{job}.yaml")
}

/// The files that hold the letter, the newest first.
async fn newest(
    site: &Site,
    user: UserId,
    resume: DocumentId,
    job: &str,
) -> Result<Vec<FileId>, Fault> {
    let (name, mut found, mut after) = (name(job), Vec::new(), None);
    loop {
        let page = site.store.files(user, Some(resume), after, MOST).await?;
        found.extend(page.items.iter().filter(|file| file.name == name).map(|file| file.id));
        after = page.next;
        if after.is_none() {
            return Ok(found);
        }
    }
}
