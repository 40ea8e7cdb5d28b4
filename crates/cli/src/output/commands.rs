//! Commands that help on. Texts of the crates below know no surface; what to type stands here.

use workbench::{Aid, Failure, shown_name};

/// Rules, and the command that tells more than their findings do.
const OF_RULES: &[(&str, &str)] = &[
    ("incomplete-posting", "`vitae job build` writes the structured data"),
    ("nothing-asked", "`vitae parse --format job FILE` shows what was read, as a file to edit"),
    ("torn-columns", "`vitae parse --format ats FILE` shows what others get"),
    ("unassessed-must", "`vitae prepare` makes questions and rubric from these lines"),
    ("unknown-allow", "`vitae explain` lists all rules"),
    ("unsure-reading", "`vitae parse --why FILE` shows what was weighed"),
];

/// The command that tells more about a finding of a rule.
pub(crate) fn of_rule(id: &str) -> Option<&'static str> {
    OF_RULES.iter().find(|(rule, _)| *rule == id).map(|(_, command)| *command)
}

/// What to do about a failure, with the command that helps on.
pub(crate) fn hint(failure: &Failure) -> Option<String> {
    failure.advice(of_aid)
}

fn of_aid(aid: &Aid) -> Option<String> {
    let command = match aid {
        Aid::Example => "`vitae new --stage mid -o resume.yaml` writes a complete example to edit",
        Aid::Letter => "`vitae new --letter` writes one to edit",
        Aid::Job => "`vitae job new` writes a job to edit",
        Aid::Assessment => "`vitae guide assess` writes one to fill in",
        Aid::Checkup => "`vitae doctor` says what is missing",
        Aid::Patience => return None,
        Aid::Conversion(file) => {
            let file = if file == "-" { "FILE" } else { shown_name(file) };
            return Some(format!("`vitae new --from {file}` makes a resume.yaml of it"));
        }
    };
    Some(command.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_belong_to_rules_that_exist() {
        let docs = workbench::rules::docs();
        for (rule, _) in OF_RULES {
            assert!(docs.iter().any(|doc| doc.id == *rule), "{rule}");
        }
        assert!(OF_RULES.is_sorted());
        assert_eq!(of_rule("weak-opening"), None);
    }

    #[test]
    fn a_command_follows_the_hint() {
        let failure = || Failure::new("it is empty");
        let letter = "`vitae new --letter` writes one to edit";
        assert_eq!(hint(&failure()), None);
        assert_eq!(hint(&failure().hint("fill it")).as_deref(), Some("fill it"));
        assert_eq!(hint(&failure().aid(Aid::Letter)).as_deref(), Some(letter));
        let both = failure().hint("fill it").aid(Aid::Conversion("-".to_owned()));
        let expected = "fill it; `vitae new --from FILE` makes a resume.yaml of it";
        assert_eq!(hint(&both).as_deref(), Some(expected));
    }
}
