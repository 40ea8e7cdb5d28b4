//! What the shipped examples say: `src/shipped` compares pages with it.

use std::collections::BTreeSet;

use crate::runs::{runs, tokens};

/// What examples say.
#[derive(Default)]
pub(crate) struct Shipped {
    /// Names and addresses of the people they are about.
    pub(crate) people: Vec<(String, String)>,
    /// Employers and projects, in lower case.
    pub(crate) names: BTreeSet<String>,
    /// Hashes of the rows of [`RUN`] words that hold a digit.
    pub(crate) runs: BTreeSet<u64>,
}

impl Shipped {
    /// Reads an example line by line: the files are ours, and written in one way.
    pub(crate) fn read_resume(&mut self, yaml: &str) {
        let mut section = "";
        let mut person = (String::new(), String::new());
        for line in yaml.lines() {
            if let Some(key) = line.strip_suffix(':').filter(|key| !key.starts_with(' ')) {
                section = key;
            } else if let (Some(name), "basics") = (line.strip_prefix("  name: "), section) {
                name.clone_into(&mut person.0);
            } else if let (Some(email), "basics") = (line.strip_prefix("  email: "), section) {
                email.clone_into(&mut person.1);
            } else if let (Some(name), "work" | "projects") =
                (line.strip_prefix("  - name: "), section)
            {
                self.names.insert(name.to_lowercase());
            }
        }
        self.people.push(person);
        self.read_text(yaml);
    }

    /// Reads any text.
    pub(crate) fn read_text(&mut self, text: &str) {
        self.runs.extend(runs(&tokens(text)).map(|(_, hash)| hash));
    }
}
