//! Reading a job.

use document::Kind;
use extract::{Format, Limits, ReadJob};

use super::{Source, shown_name};
use crate::{Aid, Failure, Form};

impl Source {
    /// Turns the bytes into a job with the places of its values.
    pub fn job(&self) -> Result<ReadJob, Failure> {
        match self.form {
            Form::Data(format @ (Format::Yaml | Format::Json)) => {
                extract::read_job(&self.bytes, format, &Limits::default())
                    // Nothing tells a posting on standard input from YAML but that it is none.
                    .or_else(|error| match self.read_document(Kind::Text) {
                        Ok(text) if self.name == "-" => Ok(extract::read_job_document(&text)),
                        _ => Err(error),
                    })
                    .map_err(|error| self.unread(error, Aid::Job))
            }
            Form::Document(kind) => {
                let document = self.read_document(kind)?;
                Ok(match kind {
                    Kind::Html => {
                        extract::read_job_page(&self.bytes, &document, &Limits::default())
                    }
                    _ => extract::read_job_document(&document),
                })
            }
            Form::Data(_) => {
                let name = shown_name(&self.name);
                Err(Failure::new(format!("{name} holds a resume of another tool, and no job"))
                    .aid(Aid::Job))
            }
        }
    }

    /// As [`Source::job`], for work that compares: a job that asks for nothing is refused.
    pub fn job_that_asks(&self) -> Result<ReadJob, Failure> {
        let read = self.job()?;
        if read.job.says_what_is_wanted() {
            return Ok(read);
        }
        let name = shown_name(&self.name);
        Err(Failure::new(format!("{name}: nothing that the job asks for could be found"))
            .hint("write it under `must`, `nice` and `responsibilities`, or under such headings"))
    }
}
