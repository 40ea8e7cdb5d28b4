//! JSON Schemas generated from the types, so that files and reports cannot drift from them.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::letter::Letter;
use crate::{Assessment, Job, Report, Resume};

/// The schema of a resume file (JSON Schema 2020-12).
pub fn resume_schema() -> Value {
    schema_of::<Resume>()
}

/// The schema of the file of a cover letter (JSON Schema 2020-12).
pub fn letter_schema() -> Value {
    schema_of::<Letter>()
}

/// The schema of the file of a self-assessment (JSON Schema 2020-12).
pub fn assessment_schema() -> Value {
    schema_of::<Assessment>()
}

/// The schema of the file of a job (JSON Schema 2020-12).
pub fn job_schema() -> Value {
    schema_of::<Job>()
}

/// The schema of `vitae check --format json` (JSON Schema 2020-12).
pub fn report_schema() -> Value {
    schema_of::<Report>()
}

fn schema_of<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value()
}
