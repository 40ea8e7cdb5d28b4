//! Values of the `vitae:` block that only the whole program can judge: a template that exists, a
//! role we know, a language a page can be set in.

use resume::model::Settings;
use resume::{FieldPath, Finding, Resume, Severity};
use roles::RolePack;
use typeset::FAMILIES;

use crate::nearest;

/// The version of the `vitae:` block that we read.
const VERSION: u32 = 1;

/// What is wrong with the settings of a resume, as findings of the reader's rule `unknown-value`.
pub(crate) fn findings(resume: &Resume) -> Vec<Finding> {
    let Some(settings) = &resume.vitae else { return Vec::new() };
    let Settings { version, role, template, language, font, .. } = settings;
    let mut findings = Vec::new();
    let mut wrong = |key: &'static str, message: String, hint: String| {
        let path = FieldPath::root().key("vitae").key(key);
        let finding = Finding::new("unknown-value", Severity::Error, path, message);
        findings.push(finding.hint(hint));
    };
    if let Some(version) = version.filter(|version| *version != VERSION) {
        wrong(
            "version",
            format!("version {version} of the `vitae:` block is not known"),
            format!("write `version: {VERSION}`, or leave the key out"),
        );
    }
    let known = RolePack::backend_engineer().id.as_str();
    if let Some(role) = role.as_deref().filter(|role| *role != known) {
        let message = format!("there is no role {}", quoted(role));
        wrong("role", message, format!("the page was graded as `{known}`, the only role so far"));
    }
    // A folder of the user's own is looked at when a page is set.
    let unknown = |name: &&str| !name.contains(['/', '\\']) && typeset::template(name).is_none();
    if let Some(name) = template.as_deref().filter(unknown) {
        let message = format!("there is no template {}", quoted(name));
        wrong("template", message, template_hint(name));
    }
    if let Some(tag) = language.as_deref().filter(|tag| !typeset::is_language(tag)) {
        let message = format!("{} is not a language tag", quoted(tag));
        wrong("language", message, "write a tag such as `en`, `en-GB` or `pt-BR`".to_owned());
    }
    let known = |name: &str| FAMILIES.iter().any(|family| family.name.eq_ignore_ascii_case(name));
    if let Some(name) = font.as_deref().filter(|name| !known(name)) {
        let names: Vec<&str> = FAMILIES.iter().map(|family| family.name).collect();
        let message = format!("there is no font {}", quoted(name));
        wrong("font", message, format!("there are: {}", names.join(", ")));
    }
    findings
}

/// What to write instead of the unknown template `name`.
pub fn template_hint(name: &str) -> String {
    let names: Vec<&str> =
        typeset::templates().iter().map(|template| template.name.as_str()).collect();
    match nearest(name, names.iter().copied()) {
        Some(similar) => format!("did you mean `{similar}`?"),
        None => format!("there are: {}", names.join(", ")),
    }
}

/// `text` between backticks, cut when long.
fn quoted(text: &str) -> String {
    const MOST: usize = 40;
    let cut: String = text.chars().take(MOST).collect();
    if cut.len() < text.len() { format!("`{cut}...`") } else { format!("`{cut}`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(settings: Settings, expected: &[&str]) {
        let resume = Resume { vitae: Some(settings), ..Resume::default() };
        let found: Vec<String> =
            findings(&resume).iter().map(|one| format!("{}: {}", one.path, one.message)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn only_what_exists_is_taken() {
        let text = |text: &str| Some(text.to_owned());
        assert!(findings(&Resume::default()).is_empty());
        check(
            Settings {
                version: Some(1),
                role: text("backend-engineer"),
                template: text("classic"),
                language: text("pt-BR"),
                ..Settings::default()
            },
            &[],
        );
        check(
            Settings {
                version: Some(2),
                role: text("frontend-engineer"),
                template: text("classik"),
                language: text("English!"),
                ..Settings::default()
            },
            &[
                "vitae.version: version 2 of the `vitae:` block is not known",
                "vitae.role: there is no role `frontend-engineer`",
                "vitae.template: there is no template `classik`",
                "vitae.language: `English!` is not a language tag",
            ],
        );
        assert_eq!(template_hint("classik"), "did you mean `classic`?");
        check(
            Settings { role: Some("x".repeat(90)), ..Settings::default() },
            &[&format!("vitae.role: there is no role `{}...`", "x".repeat(40))],
        );
    }
}
