//! TOML to settings. The first thing that is wrong ends the reading, with its place.

use std::ops::Range;

use lint::Level;
use resume::{Date, Severity, SourceMap};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use workbench::nearest;
use workbench::rules;

use super::Config;
use super::keys::{KEYS, Key, Kind, LEVELS};
use crate::exit::{Failure, Place};
use crate::gate::Gate;

/// Reads the settings of the file that people call `name`.
pub(super) fn config(name: &str, text: &str) -> Result<Config, Failure> {
    let reader = Reader { name, text };
    let table = DeTable::parse(text).map_err(|error| {
        let message = format!("this is not TOML: {}", error.message());
        reader.wrong(&error.span().unwrap_or_default(), message, None)
    })?;
    let mut config = Config { file: Some(name.to_owned()), ..Config::default() };
    for (key, value) in table.get_ref() {
        reader.entry(&mut config, key, value)?;
    }
    Ok(config)
}

struct Reader<'a> {
    name: &'a str,
    text: &'a str,
}

impl Reader<'_> {
    fn entry(
        &self,
        config: &mut Config,
        name: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(), Failure> {
        let Some(key) = KEYS.iter().find(|key| key.name == name.get_ref()) else {
            return Err(self.unknown_key(name));
        };
        match key.kind {
            Kind::Levels => return self.levels(config, key, value),
            Kind::Score => {
                config.min_score = Some(self.score(key, value)?);
                return Ok(());
            }
            Kind::Word(_) | Kind::Day => {}
        }
        let word = self.word(key, value)?;
        match key.name {
            "stage" => config.stage = word.parse().ok(),
            "as-of" => config.as_of = Some(Date::parse(word)),
            "deny" => config.deny = <Gate as clap::ValueEnum>::from_str(word, false).ok(),
            "template" => config.template = Some(word.to_owned()),
            "paper" => config.paper = word.parse().ok(),
            // There is one role; naming it changes nothing.
            _ => {}
        }
        Ok(())
    }

    /// A text that `key` can take.
    fn word<'a>(&self, key: &Key, value: &'a Spanned<DeValue<'_>>) -> Result<&'a str, Failure> {
        let name = key.name;
        let day = match key.kind {
            Kind::Word(words) => {
                let known = words();
                let hint = || choices(&known);
                let Some(word) = value.get_ref().as_str() else {
                    let message = format!("`{name}` takes a word in quotes");
                    return Err(self.wrong(&value.span(), message, Some(hint())));
                };
                if known.contains(&word) {
                    return Ok(word);
                }
                let near = nearest(word, known.iter().copied());
                let hint = near.map_or_else(hint, |near| format!("did you mean \"{near}\"?"));
                let message = format!("`{name}` cannot be \"{word}\"");
                return Err(self.wrong(&value.span(), message, Some(hint)));
            }
            _ => value.get_ref().as_str(),
        };
        day.filter(|day| Date::parse(day).year().is_some()).ok_or_else(|| {
            let message = format!("`{name}` takes a day in quotes");
            let hint = format!("write `{name} = \"2026-11-30\"`");
            self.wrong(&value.span(), message, Some(hint))
        })
    }

    fn score(&self, key: &Key, value: &Spanned<DeValue<'_>>) -> Result<u8, Failure> {
        let number = value.get_ref().as_integer().filter(|number| number.radix() == 10);
        let score = number.and_then(|number| number.as_str().parse().ok());
        score.filter(|score| *score <= 100).ok_or_else(|| {
            let message = format!("`{}` takes a whole number from 0 to 100", key.name);
            self.wrong(&value.span(), message, None)
        })
    }

    fn levels(
        &self,
        config: &mut Config,
        key: &Key,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(), Failure> {
        let Some(table) = value.get_ref().as_table() else {
            let message = format!("`{}` takes a table of rules with their levels", key.name);
            let hint = "write `[rules]` on a line of its own, and below it `long-bullet = \"off\"`";
            return Err(self.wrong(&value.span(), message, Some(hint.to_owned())));
        };
        let docs = rules::docs();
        for (rule, level) in table {
            let id = rule.get_ref().as_ref();
            if !docs.iter().any(|doc| doc.id == id) {
                let hint = match nearest(id, docs.iter().map(|doc| doc.id)) {
                    Some(similar) => format!("did you mean `{similar}`?"),
                    None => "`vitae explain` lists all rules".to_owned(),
                };
                let message = format!("there is no rule `{id}`");
                return Err(self.wrong(&rule.span(), message, Some(hint)));
            }
            let found = match level.get_ref().as_str() {
                Some("off") => Level::Off,
                Some("info") => Level::On(Severity::Info),
                Some("warning") => Level::On(Severity::Warning),
                Some("error") => Level::On(Severity::Error),
                _ => {
                    let message = format!("this is no level for `{id}`");
                    return Err(self.wrong(&level.span(), message, Some(choices(&LEVELS))));
                }
            };
            config.rules.insert(id.to_owned(), found);
        }
        Ok(())
    }

    fn unknown_key(&self, key: &Spanned<std::borrow::Cow<'_, str>>) -> Failure {
        let name = key.get_ref().as_ref();
        let is_rule = rules::docs().iter().any(|doc| doc.id == name);
        let hint = match nearest(name, KEYS.iter().map(|key| key.name)) {
            _ if is_rule => "rules stand below a line `[rules]`".to_owned(),
            Some(similar) => format!("did you mean `{similar}`?"),
            None => {
                let names: Vec<&str> = KEYS.iter().map(|key| key.name).collect();
                format!("there are: {}", names.join(", "))
            }
        };
        self.wrong(&key.span(), format!("there is no setting `{name}`"), Some(hint))
    }

    fn wrong(&self, range: &Range<usize>, message: String, hint: Option<String>) -> Failure {
        let map = SourceMap::new(self.text.to_owned());
        let location = map.at(range.clone());
        let place = Place { file: self.name.to_owned(), source: self.text.to_owned(), location };
        Failure { hint, place: Some(Box::new(place)), ..Failure::new(message) }
    }
}

fn choices(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    format!("it can be {}", words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_wrong(text: &str, line: usize, message: &str, hint: &str) {
        let failure = config("vitae.toml", text).expect_err(text);
        assert_eq!(failure.message, message, "{text}");
        assert_eq!(failure.hint.unwrap_or_default(), hint, "{text}");
        assert_eq!(failure.place.expect("a place").location.line, line, "{text}");
    }

    #[test]
    fn every_setting_is_read() {
        let text = "role = \"backend-engineer\"\nstage = \"mid\"\nas-of = \"2026-11\"\n\
                    deny = \"warning\"\nmin-score = 70\ntemplate = \"classic\"\n\
                    paper = \"letter\"\n[rules]\nlong-bullet = \"off\"\nwrong-type = \"info\"\n";
        let read = config("vitae.toml", text).expect("settings");
        assert_eq!(
            read,
            Config {
                file: Some("vitae.toml".to_owned()),
                stage: Some(resume::Stage::Mid),
                as_of: Some(Date::Month(2026, 11)),
                deny: Some(Gate::Warning),
                min_score: Some(70),
                template: Some("classic".to_owned()),
                paper: Some(resume::model::Paper::Letter),
                rules: [
                    ("long-bullet".to_owned(), Level::Off),
                    ("wrong-type".to_owned(), Level::On(Severity::Info)),
                ]
                .into(),
            }
        );
        let nothing = config("vitae.toml", "# nothing yet\n").expect("settings");
        assert_eq!(nothing, Config { file: Some("vitae.toml".to_owned()), ..Config::default() });
    }

    #[test]
    fn mistakes_have_a_place_and_a_hint() {
        check_wrong("\nstag = \"mid\"", 2, "there is no setting `stag`", "did you mean `stage`?");
        check_wrong(
            "zzz = 1",
            1,
            "there is no setting `zzz`",
            "there are: role, stage, as-of, deny, min-score, template, paper, rules",
        );
        check_wrong(
            "long-bullet = \"off\"",
            1,
            "there is no setting `long-bullet`",
            "rules stand below a line `[rules]`",
        );
        check_wrong("stage = \"mi\"", 1, "`stage` cannot be \"mi\"", "did you mean \"mid\"?");
        check_wrong(
            "stage = 3",
            1,
            "`stage` takes a word in quotes",
            "it can be \"junior\", \"mid\", \"senior\", \"staff\"",
        );
        check_wrong(
            "as-of = \"soon\"",
            1,
            "`as-of` takes a day in quotes",
            "write `as-of = \"2026-11-30\"`",
        );
        for score in ["101", "-1", "7.5", "\"70\"", "0x10"] {
            let message = "`min-score` takes a whole number from 0 to 100";
            check_wrong(&format!("min-score = {score}"), 1, message, "");
        }
        check_wrong(
            "[rules]\nlong-bulet = \"off\"",
            2,
            "there is no rule `long-bulet`",
            "did you mean `long-bullet`?",
        );
        check_wrong(
            "[rules]\nlong-bullet = false",
            2,
            "this is no level for `long-bullet`",
            "it can be \"off\", \"info\", \"warning\", \"error\"",
        );
        check_wrong(
            "rules = \"off\"",
            1,
            "`rules` takes a table of rules with their levels",
            "write `[rules]` on a line of its own, and below it `long-bullet = \"off\"`",
        );
        let broken = config("vitae.toml", "stage = \"mid\"\nstage = ").expect_err("broken");
        assert!(broken.message.starts_with("this is not TOML: "), "{}", broken.message);
        assert_eq!(broken.place.expect("a place").location.line, 2);
    }
}
