//! What an address means by a resume or a job: a saved document, a file that was dropped, a job
//! that comes with vitae.

use extract::ReadJob;
use resume::variant::Cut;
use resume::{Date, FieldPath, Parsed, Segment};
use roles::job_templates;
use store::{DocumentId, FileLimits, Format, Kind, Opened, UserId};
use workbench::{Source, one_line};

use super::Site;
use super::desk::Desk;
use super::fault::Fault;
use super::fields::address;
use super::shelf::Dropped;

/// Files that a person keeps beside documents: a posting as it came, letters.
pub(crate) const FILES: FileLimits = FileLimits { file: 17 << 20, total: 512 << 20 };

/// A resume or a job that an address names.
#[derive(Clone, Debug)]
pub(crate) struct Material {
    /// Its name in addresses.
    pub(crate) key: String,
    /// What its owner calls it.
    pub(crate) title: String,
    /// What is in it.
    pub(crate) file: Dropped,
    /// The saved document, and its newest revision.
    pub(crate) saved: Option<(DocumentId, i64)>,
}

/// A resume, or a variant of it, that was read.
pub(crate) struct ReadResume {
    pub(crate) source: Source,
    pub(crate) parsed: Parsed,
    /// The variant that is meant.
    pub(crate) cut: Option<Cut>,
    /// The day that stands for today.
    pub(crate) as_of: Date,
}

impl Material {
    /// The resume with this key.
    pub(crate) async fn resume(site: &Site, user: UserId, key: &str) -> Result<Self, Fault> {
        Self::find(site, user, key, Kind::Resume).await
    }

    /// The job with this key.
    pub(crate) async fn job(site: &Site, user: UserId, key: &str) -> Result<Self, Fault> {
        if let Some(template) = job_templates().iter().find(|template| template.name == key) {
            let name = format!("{}.yaml", template.name);
            return Ok(Self {
                key: key.to_owned(),
                title: template_title(template.family, template.stage),
                file: Dropped { name, bytes: template.yaml.as_bytes().to_vec() },
                saved: None,
            });
        }
        Self::find(site, user, key, Kind::Job).await
    }

    async fn find(site: &Site, user: UserId, key: &str, kind: Kind) -> Result<Self, Fault> {
        if let Some(file) = site.shelf.get(key, site.clock.now()) {
            return Ok(Self {
                key: key.to_owned(),
                title: if file.name == "-" { "Pasted text".to_owned() } else { file.name.clone() },
                file: Dropped::clone(&file),
                saved: None,
            });
        }
        let nothing = || {
            Fault::not_found(kind.as_str())
                .hint("it may be in the bin; a dropped file is forgotten after an hour")
        };
        let id: DocumentId = key.parse().map_err(|_| nothing())?;
        let opened = site.store.document(user, id).await;
        let opened = opened
            .ok()
            .filter(|opened| opened.document.kind == kind && opened.document.deleted_ms.is_none());
        opened.map(Self::of).ok_or_else(nothing)
    }

    /// A saved document.
    pub(crate) fn of(opened: Opened) -> Self {
        let Opened { document, revision } = opened;
        let stem = document.kind.as_str();
        let name = match revision.summary.format {
            Format::Yaml => format!("{stem}.yaml"),
            Format::Json => format!("{stem}.json"),
        };
        Self {
            key: document.id.to_string(),
            title: document.title,
            file: Dropped { name, bytes: revision.source.into_bytes() },
            saved: Some((document.id, document.head)),
        }
    }

    /// Reads a resume, or the variant of it that has this name. It takes the processor.
    pub(crate) fn read(&self, desk: &Desk, variant: Option<&str>) -> Result<ReadResume, Fault> {
        let source = desk.source(&self.file)?;
        let parsed = source.open()?.parsed;
        let as_of = desk.as_of(&parsed.resume);
        let cut = variant.map(|name| parsed.resume.cut(name)).transpose().map_err(|unknown| {
            let known = unknown.known.join(", ");
            let fault = Fault::not_found("such variant");
            if known.is_empty() {
                fault.hint("this resume has no variants")
            } else {
                fault.hint(format!("there are: {known}"))
            }
        })?;
        Ok(ReadResume { source, parsed, cut, as_of })
    }

    /// How the text of a saved document is written.
    pub(crate) fn format(&self) -> Format {
        match self.file.name.as_str() {
            "resume.json" | "job.json" => Format::Json,
            _ => Format::Yaml,
        }
    }

    /// Reads a job. It takes the processor.
    pub(crate) fn read_job(&self, desk: &Desk) -> Result<ReadJob, Fault> {
        Ok(desk.source(&self.file)?.job()?)
    }

    /// Where a value of the resume can be edited; `None` for one that is not saved.
    pub(crate) fn place(&self, path: &FieldPath) -> Option<String> {
        let (id, _) = self.saved?;
        // Entries of lists go by their path, fields of an entry have a name in front.
        match path.segments().last()? {
            Segment::Index(_) => Some(format!("/resumes/{id}#{path}")),
            Segment::Key(_) => Some(format!("/resumes/{id}#field-{path}")),
        }
    }

    /// The page that compares a resume with a job.
    pub(crate) fn comparison(resume: &str, job: &str, variant: Option<&str>) -> String {
        let mut fields = vec![("resume", resume), ("job", job)];
        fields.extend(variant.map(|variant| ("variant", variant)));
        address("/match", &fields)
    }
}

impl ReadResume {
    /// The names of the variants there are.
    pub(crate) fn variants(&self) -> impl Iterator<Item = &str> {
        self.parsed.resume.vitae.iter().flat_map(|own| own.variants.keys()).map(String::as_str)
    }
}

/// `Backend, senior`.
pub(crate) fn template_title(family: &str, stage: resume::Stage) -> String {
    let mut title = family.replace('-', " ");
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{title}, {stage}")
}

/// What people call a thing, as one line that fits a list.
pub(crate) fn short_title(text: &str) -> String {
    const LONGEST: usize = 160;
    one_line(text).chars().take(LONGEST).collect()
}
