//! Everything that candidates read in a job, with its place and its words.

use std::ops::Range;

use resume::{FieldPath, Job};
use roles::{Word, words};

/// What a text of a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Title,
    /// What the organization does.
    Organization,
    Team,
    Summary,
    Outcome,
    Duty,
    Must,
    Nice,
    Qualification,
    SoftSkill,
    Prerequisite,
    /// One tool of a group.
    Tool,
    Benefit,
    /// Name of a round, what is assessed, with whom.
    Round,
    /// What is said of place, time zone, pay, start.
    Note,
    Accommodations,
    EqualOpportunity,
    SelectionNotice,
    /// A paragraph or item of a part of its own.
    Other,
}

impl Kind {
    /// Every kind of requirement that is not merely nice to have.
    pub(crate) const REQUIRED: [Self; 3] = [Self::Must, Self::Qualification, Self::Prerequisite];

    /// True for items of a list.
    pub(crate) fn is_item(self) -> bool {
        use Kind::{Benefit, Duty, Must, Nice, Outcome, Prerequisite, Qualification, SoftSkill};
        matches!(
            self,
            Outcome | Duty | Must | Nice | Qualification | SoftSkill | Prerequisite | Benefit
        )
    }

    /// True for what is there for legal reasons.
    pub(crate) fn is_legal(self) -> bool {
        matches!(self, Self::Accommodations | Self::EqualOpportunity | Self::SelectionNotice)
    }
}

/// One text of a job.
#[derive(Clone, Debug)]
pub(crate) struct JobText<'a> {
    pub(crate) path: FieldPath,
    /// Where it begins inside the value's text, in bytes.
    pub(crate) offset: usize,
    pub(crate) kind: Kind,
    pub(crate) text: &'a str,
    pub(crate) words: Vec<Word>,
    /// The heading it stands below, for parts of their own.
    pub(crate) heading: Option<&'a str>,
}

impl<'a> JobText<'a> {
    /// The bytes of some of its words.
    pub(crate) fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        let words = self.words.get(words.clone()).unwrap_or_default();
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }

    /// Some of its bytes.
    pub(crate) fn said(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// True when the bytes stand between quotes or in code: a name, not a word of the author.
    pub(crate) fn is_quoted(&self, range: &Range<usize>) -> bool {
        let before = self.text.get(..range.start).unwrap_or_default();
        let after = self.text.get(range.end..).unwrap_or_default();
        let opens = before.chars().next_back();
        let closes = after.chars().next();
        // `ip_whitelist`, `whitelist()`
        let is_code = opens == Some('_') || closes == Some('_') || after.starts_with("()");
        let pairs = [('"', '"'), ('`', '`'), ('“', '”'), ('‘', '’'), ('\'', '\''), ('«', '»')];
        let between =
            pairs.iter().any(|(open, close)| opens == Some(*open) && closes == Some(*close));
        is_code || between
    }

    /// True when one of the few words before says that it is not wanted: `no ninjas`.
    pub(crate) fn is_denied(&self, words: &Range<usize>) -> bool {
        const NOT: [&str; 9] =
            ["not", "never", "don't", "no", "without", "won't", "nor", "isn't", "aren't"];
        /// How many words before are looked at.
        const NEAR: usize = 8;
        let before = &self.words[words.start.saturating_sub(NEAR)..words.start];
        let near = before.iter().rev().take_while(|word| {
            let end = self.text.get(word.end..).unwrap_or_default();
            !end.starts_with(['.', '!', '?', ';'])
        });
        near.into_iter().any(|word| NOT.contains(&word.norm.as_str()))
    }

    /// True when a word is written as a name in running text: `at Ninja Van`.
    pub(crate) fn is_name(&self, words: &Range<usize>) -> bool {
        let capital = |at: usize| {
            let word = self.words.get(at);
            word.is_some_and(|word| self.text[word.start..].starts_with(char::is_uppercase))
        };
        let first = words.start == 0
            || self.words.get(words.start).zip(self.words.get(words.start - 1)).is_some_and(
                |(word, before)| {
                    let between = &self.text[before.end..word.start];
                    between.contains(['.', '!', '?', ':', '\n', '•', '*'])
                },
            );
        if self.kind == Kind::Title || first || !words.clone().all(capital) {
            return false;
        }
        let role = ["Engineer", "Developer", "Programmer", "Coder"];
        let neighbor = |at: usize| {
            self.words.get(at).is_some_and(|word| {
                let said = &self.text[word.start..word.end];
                capital(at) && !role.iter().any(|role| said.starts_with(role))
            })
        };
        neighbor(words.end) || words.start.checked_sub(1).is_some_and(neighbor)
    }
}

/// All texts of a job, in the order of the format.
pub(crate) fn read(job: &Job) -> Vec<JobText<'_>> {
    let mut reader = Reader { texts: Vec::new(), names: Vec::new(), hidden: words(HIDDEN).pop() };
    let root = FieldPath::root();
    let organization = job.hiring_organization.as_ref();
    if let Some(name) = organization.and_then(|organization| organization.name.as_deref()) {
        reader.names = words(name);
    }
    reader.one(root.key("title"), Kind::Title, job.title.as_deref());
    if let Some(organization) = organization {
        let path = root.key("hiringOrganization").key("summary");
        reader.one(path, Kind::Organization, organization.summary.as_deref());
    }
    reader.one(root.key("team"), Kind::Team, job.team.as_deref());
    reader.one(root.key("summary"), Kind::Summary, job.summary.as_deref());
    if let Some(remote) = &job.remote {
        let path = root.key("remote");
        reader.one(path.key("timeZone"), Kind::Note, remote.time_zone.as_deref());
        reader.one(path.key("note"), Kind::Note, remote.note.as_deref());
    }
    if let Some(pay) = &job.pay {
        reader.one(root.key("pay").key("note"), Kind::Note, pay.note.as_deref());
    }
    reader.one(root.key("start"), Kind::Note, job.start.as_deref());
    reader.list(&root.key("outcomes"), Kind::Outcome, job.outcomes.iter().map(String::as_str));
    let duties = job.responsibilities.iter().map(String::as_str);
    reader.list(&root.key("responsibilities"), Kind::Duty, duties);
    let kinds = [Kind::Must, Kind::Nice, Kind::Qualification, Kind::SoftSkill, Kind::Prerequisite];
    for ((key, wanted), kind) in job.wanted().into_iter().zip(kinds) {
        let texts = wanted.iter().map(|wanted| wanted.text.as_str());
        reader.list(&root.key(key), kind, texts);
    }
    for (index, group) in job.tools.iter().enumerate() {
        let path = root.key("tools").index(index).key("keywords");
        reader.list(&path, Kind::Tool, group.keywords.iter().map(String::as_str));
    }
    reader.list(&root.key("benefits"), Kind::Benefit, job.benefits.iter().map(String::as_str));
    for (index, round) in job.process.iter().enumerate() {
        let path = root.key("process").index(index);
        reader.one(path.key("name"), Kind::Round, round.name.as_deref());
        let assesses = round.assesses.iter().map(String::as_str);
        reader.list(&path.key("assesses"), Kind::Round, assesses);
        reader.one(path.key("with"), Kind::Round, round.with.as_deref());
    }
    let accommodations = job.accommodations.as_deref();
    reader.one(root.key("accommodations"), Kind::Accommodations, accommodations);
    let equal = job.equal_opportunity.as_deref();
    reader.one(root.key("equalOpportunity"), Kind::EqualOpportunity, equal);
    let notice = job.selection_notice.as_deref();
    reader.one(root.key("selectionNotice"), Kind::SelectionNotice, notice);
    for (index, section) in job.other.iter().enumerate() {
        let path = root.key("other").index(index).key("texts");
        let first = reader.texts.len();
        reader.list(&path, Kind::Other, section.texts.iter().map(String::as_str));
        for text in &mut reader.texts[first..] {
            text.heading = section.heading.as_deref();
        }
    }
    reader.texts
}

struct Reader<'a> {
    texts: Vec<JobText<'a>>,
    /// Words of the organization's name, which are never a wording of the author.
    names: Vec<Word>,
    /// What stands in their place.
    hidden: Option<Word>,
}

/// A word that is in no list.
const HIDDEN: &str = "0hidden0";

impl<'a> Reader<'a> {
    fn one(&mut self, path: FieldPath, kind: Kind, text: Option<&'a str>) {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return };
        let mut words = words(text);
        self.hide_name(&mut words);
        self.texts.push(JobText { path, offset: 0, kind, text, words, heading: None });
    }

    fn list(&mut self, path: &FieldPath, kind: Kind, texts: impl Iterator<Item = &'a str>) {
        for (index, text) in texts.enumerate() {
            self.one(path.index(index), kind, Some(text));
        }
    }

    /// Makes the words of the organization's name unlike any phrase.
    fn hide_name(&self, words: &mut [Word]) {
        let (Some(first), Some(hidden)) = (self.names.first(), &self.hidden) else { return };
        let length = self.names.len();
        let mut at = 0;
        while at + length <= words.len() {
            let same = words[at].norm == first.norm
                && words[at..at + length].iter().zip(&self.names).all(|(a, b)| a.norm == b.norm);
            if !same {
                at += 1;
                continue;
            }
            for word in &mut words[at..at + length] {
                let place = (word.start, word.end);
                *word = hidden.clone();
                (word.start, word.end) = place;
            }
            at += length;
        }
    }
}

/// Sentences with their first bytes. They end at `.`, `!`, `?` and `;` before a blank, and where a
/// paragraph or an item does; the end of a line alone is none.
pub(crate) fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let ends = match c {
            '.' | '!' | '?' | ';' => {
                after.chars().next().is_none_or(char::is_whitespace)
                    && !["e.g", "i.e", "etc", "approx"].iter().any(|end| text[..at].ends_with(end))
            }
            '\n' => after.starts_with(['\n', '-', '*', '•', ' ']),
            _ => false,
        };
        if ends {
            sentences.push((start, &text[start..at]));
            start = at + c.len_utf8();
        }
    }
    sentences.push((start, &text[start..]));
    sentences.retain(|(_, sentence)| !sentence.trim().is_empty());
    sentences
}

/// A replacement with the capital of what it replaces.
pub(crate) fn cased(said: &str, instead: &str) -> String {
    if !said.starts_with(char::is_uppercase) {
        return instead.to_owned();
    }
    let mut rest = instead.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_readers_stop() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> =
                sentences(text).into_iter().map(|(_, sentence)| sentence.trim()).collect();
            assert_eq!(found, expected, "{text:?}");
        };
        check("You run it. You mend it!", &["You run it", "You mend it"]);
        check("A line\nthat goes on.", &["A line\nthat goes on"]);
        check("One paragraph\n\nAnother", &["One paragraph", "Another"]);
        check("- An item\n- Another", &["- An item", "- Another"]);
        check("Queues, e.g. Kafka 3.7", &["Queues, e.g. Kafka 3.7"]);
        check(" \n ", &[]);
    }

    #[test]
    fn names_are_told_from_words() {
        let check = |text: &str, word: &str, expected: bool| {
            let job = Job { summary: Some(text.to_owned()), ..Job::default() };
            let texts = read(&job);
            let at = texts[0].words.iter().position(|one| one.norm == word).expect("the word");
            assert_eq!(texts[0].is_name(&(at..at + 1)), expected, "{text}");
        };
        check("You deliver for Ninja Van every day", "ninja", true);
        check("We look for a Ninja Developer", "ninja", false);
        check("Ninja Van is a carrier", "ninja", false);
        check("You are a coding ninja", "ninja", false);
    }

    #[test]
    fn the_name_of_the_organization_is_no_wording() {
        let job: Job = serde_json::from_value(serde_json::json!({
            "hiringOrganization": {"name": "Rockstar Freight"},
            "summary": "Rockstar Freight moves containers",
        }))
        .expect("a job");
        let texts = read(&job);
        assert!(texts[0].words.iter().all(|word| word.norm != "rockstar"));
        assert_eq!(texts[0].bytes(&(0..2)), 0.."Rockstar Freight".len());
    }
}
