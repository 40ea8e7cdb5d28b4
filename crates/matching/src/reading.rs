//! From a resume to its [`Evidence`].

use std::collections::BTreeMap;
use std::sync::Arc;

use facts::requirement::DegreeLevel;
use facts::{Claim, Facts};
use resume::model::Bullet;
use resume::{Date, FieldPath, Resume};
use roles::{Act, RolePack, Strength, words};

use crate::evidence::{Evidence, Held, Line, Place, Spoken};
use crate::period::Period;
use crate::title::Title;

/// What texts say that were read before.
pub(crate) type Known<'a> = BTreeMap<&'a str, &'a Arc<Facts>>;

/// `beside` are texts that no value was made of.
pub(crate) fn evidence(
    resume: &Resume,
    beside: &[(usize, &str)],
    known: &Known<'_>,
    pack: &RolePack,
    as_of: &Date,
) -> Evidence {
    let found = Evidence { today: as_of.last_month(as_of), ..Evidence::default() };
    let mut reader = Reader { pack, known, found };
    let root = FieldPath::root();
    if let Some(person) = &resume.basics {
        let path = root.key("basics");
        reader.named(path.key("label"), person.label.as_deref());
        reader.prose(&path.key("summary"), person.summary.as_deref(), None, false);
    }
    for (index, role) in resume.work.iter().enumerate() {
        let path = root.key("work").index(index);
        let period = Period::of(role.start_date.as_ref(), role.end_date.as_ref(), as_of);
        reader.found.work.extend(period);
        reader.title(path.key("position"), role.position.as_deref(), period);
        reader.prose(&path.key("summary"), role.summary.as_deref(), period, true);
        reader.bullets(&path, &role.highlights, period);
    }
    for (index, project) in resume.projects.iter().enumerate() {
        let path = root.key("projects").index(index);
        // Without an end a project may be done or not: its beginning is all that is known.
        let end = project.end_date.as_ref().or(project.start_date.as_ref());
        let period = Period::of(project.start_date.as_ref(), end, as_of);
        reader.prose(&path.key("description"), project.description.as_deref(), period, true);
        reader.bullets(&path, &project.highlights, period);
        reader.list(&path.key("keywords"), &project.keywords);
    }
    for (index, role) in resume.volunteer.iter().enumerate() {
        let path = root.key("volunteer").index(index);
        let period = Period::of(role.start_date.as_ref(), role.end_date.as_ref(), as_of);
        reader.named(path.key("position"), role.position.as_deref());
        reader.prose(&path.key("summary"), role.summary.as_deref(), period, true);
        reader.bullets(&path, &role.highlights, period);
    }
    for (index, group) in resume.skills.iter().enumerate() {
        let path = root.key("skills").index(index);
        reader.listed(path.key("name"), group.name.as_deref());
        reader.list(&path.key("keywords"), &group.keywords);
    }
    for (index, study) in resume.education.iter().enumerate() {
        let path = root.key("education").index(index);
        reader.listed(path.key("area"), study.area.as_deref());
        reader.list(&path.key("courses"), &study.courses);
        reader.degree(&path, study.study_type.as_deref());
    }
    for (index, certificate) in resume.certificates.iter().enumerate() {
        let path = root.key("certificates").index(index);
        reader.listed(path.key("name"), certificate.name.as_deref());
    }
    for (index, publication) in resume.publications.iter().enumerate() {
        let path = root.key("publications").index(index);
        reader.named(path.key("name"), publication.name.as_deref());
        reader.prose(&path.key("summary"), publication.summary.as_deref(), None, false);
    }
    for (index, award) in resume.awards.iter().enumerate() {
        let path = root.key("awards").index(index);
        reader.named(path.key("title"), award.title.as_deref());
        reader.prose(&path.key("summary"), award.summary.as_deref(), None, false);
    }
    for (index, language) in resume.languages.iter().enumerate() {
        let path = root.key("languages").index(index).key("language");
        reader.language(path, language.language.as_deref());
    }
    for (offset, text) in beside {
        reader.sentence(root.clone(), *offset, text, None, false);
    }
    reader.written_in_english();
    let mut found = reader.found;
    found.imply(pack);
    let texts: Vec<String> = found.lines.iter().map(|line| line.text.to_lowercase()).collect();
    found.words = texts.join("\n");
    found
}

struct Reader<'a> {
    pack: &'a RolePack,
    known: &'a Known<'a>,
    found: Evidence,
}

impl Reader<'_> {
    /// A text of sentences: a claim of work, or words about oneself.
    fn prose(
        &mut self,
        path: &FieldPath,
        text: Option<&str>,
        period: Option<Period>,
        is_work: bool,
    ) {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return };
        for (offset, sentence) in sentences(text) {
            self.sentence(path.clone(), offset, sentence, period, is_work);
        }
    }

    fn bullets(&mut self, entry: &FieldPath, bullets: &[Bullet], period: Option<Period>) {
        let path = entry.key("highlights");
        for (index, bullet) in bullets.iter().enumerate() {
            if !bullet.text.trim().is_empty() {
                self.sentence(path.index(index), 0, &bullet.text, period, true);
            }
        }
    }

    fn sentence(
        &mut self,
        path: FieldPath,
        offset: usize,
        text: &str,
        period: Option<Period>,
        is_work: bool,
    ) {
        let known = self.known.get(text).map(|facts| Arc::clone(facts));
        let facts = known.unwrap_or_else(|| Arc::new(Facts::read(text, self.pack)));
        let line = self.found.lines.len();
        let in_claim = |at: usize| {
            let mut claims = facts.claims.iter();
            is_work
                && claims
                    .any(|claim| claim.range.contains(&at) && shows_work(claim, &facts, self.pack))
        };
        for mention in facts.skills.iter().filter(|mention| !mention.negated) {
            let in_claim = in_claim(mention.range.start);
            let place = Place { line, range: mention.range.clone(), in_claim };
            self.found.skills.entry(mention.skill).or_default().push(place);
        }
        // Terms of a broader kind than engineering: `machine learning`, `banking`.
        for term in self.pack.vocabulary.terms(text) {
            let Some(skill) = term.skill.filter(|_| !term.negated) else { continue };
            if self.pack.vocabulary.skill(skill).category.is_engineering() {
                continue;
            }
            let in_claim = in_claim(term.range.start);
            let place = Place { line, range: term.range, in_claim };
            self.found.skills.entry(skill).or_default().push(place);
        }
        for concept in &facts.concepts {
            let in_claim = in_claim(concept.range.start);
            let place = Place { line, range: concept.range.clone(), in_claim };
            self.found.concepts.entry(concept.concept).or_default().push(place);
        }
        let strength = strength(&facts, self.pack);
        let text = text.to_owned();
        self.found.lines.push(Line { path, offset, text, facts: Some(facts), period, strength });
    }

    fn list(&mut self, path: &FieldPath, items: &[String]) {
        for (index, item) in items.iter().enumerate() {
            self.listed(path.index(index), Some(item));
        }
    }

    /// An item of a list: the list is the context of ambiguous names.
    fn listed(&mut self, path: FieldPath, text: Option<&str>) {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return };
        let mentions = self.pack.vocabulary.mentions_in_list(text);
        let found = mentions.into_iter().filter(|mention| !mention.negated);
        self.name(path, text, found.map(|mention| (mention.skill, mention.range)).collect());
    }

    /// A name that is no item of a list: a title, the line under the name.
    fn named(&mut self, path: FieldPath, text: Option<&str>) {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return };
        let mentions = self.pack.vocabulary.mentions(text);
        let found = mentions.into_iter().filter(|mention| !mention.negated);
        self.name(path, text, found.map(|mention| (mention.skill, mention.range)).collect());
    }

    /// A title of paid work.
    fn title(&mut self, path: FieldPath, text: Option<&str>, period: Option<Period>) {
        let before = self.found.lines.len();
        self.named(path, text);
        if let Some(line) = self.found.lines.get_mut(before) {
            line.period = period;
            self.found.titles.push(Title::of(before, &line.text));
        }
    }

    fn name(
        &mut self,
        path: FieldPath,
        text: &str,
        mut found: Vec<(roles::SkillId, std::ops::Range<usize>)>,
    ) {
        let line = self.found.lines.len();
        for term in self.pack.vocabulary.terms(text) {
            let skill = term.skill.filter(|_| !term.negated);
            found.extend(skill.map(|skill| (skill, term.range)));
        }
        found.sort_by_key(|(skill, range)| (*skill, range.start, range.end));
        found.dedup();
        for (skill, range) in found {
            let place = Place { line, range, in_claim: false };
            self.found.skills.entry(skill).or_default().push(place);
        }
        let words = words(text);
        for found in self.pack.concept_phrases.find(&words) {
            let range = words[found.words.start].start..words[found.words.end - 1].end;
            let place = Place { line, range, in_claim: false };
            self.found.concepts.entry(found.value).or_default().push(place);
        }
        let text = text.to_owned();
        let line = Line { path, offset: 0, text, facts: None, period: None, strength: 0 };
        self.found.lines.push(line);
    }

    /// A subject without a kind of degree may be a course: it is listed, and no degree.
    fn degree(&mut self, study: &FieldPath, kind: Option<&str>) {
        let Some(kind) = kind.filter(|kind| !kind.trim().is_empty()) else { return };
        let Some(level) = degree_level(kind) else { return };
        let held = Held { level, path: study.key("studyType"), kind: kind.to_owned() };
        self.found.degrees.push(held);
    }

    fn language(&mut self, path: FieldPath, name: Option<&str>) {
        let Some(name) = name.filter(|name| !name.trim().is_empty()) else { return };
        let spoken = Spoken { name: key(name), stated: Some((path, name.to_owned())) };
        self.found.languages.push(spoken);
    }

    /// A page in English shows English. A count and no share, so that a line more never takes it
    /// away.
    fn written_in_english(&mut self) {
        let lines =
            self.found.lines.iter().filter_map(|line| Some((&line.text, line.facts.as_ref()?)));
        // A line that is repeated shows nothing more.
        let different: BTreeMap<&String, &Arc<Facts>> = lines.collect();
        let small = different.into_values().flat_map(|facts| &facts.words).filter(|word| {
            matches!(&*word.norm, "the" | "and" | "of" | "with" | "from" | "for" | "by")
        });
        let is_english = small.count() >= SMALL_WORDS;
        let spoken = Spoken { name: "english".to_owned(), stated: None };
        self.found.languages.extend(is_english.then_some(spoken));
    }
}

/// Small English words that make a page one in English.
const SMALL_WORDS: usize = 12;

/// A language or degree in the form to compare by.
pub(crate) fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// True for a claim that says what somebody did: what it names was worked with.
fn shows_work(claim: &Claim, facts: &Facts, pack: &RolePack) -> bool {
    let verb = claim.verb.as_ref().map(|verb| verb.entry(pack));
    let names_work = verb.is_some_and(|verb| {
        matches!(verb.strength, Strength::Strong | Strength::Neutral | Strength::Inflated)
            && verb.act != Act::Attend
    });
    // `On call every sixth week; wrote the runbooks`: said beside work, without a verb.
    let aside = claim.verb.is_none() && facts.is_substantial(pack);
    claim.is_substantial(pack) || (names_work || aside) && !claim.is_list && !claim.is_duty
}

/// How much a line tells: what changed first, then how, then how big and with which means.
fn strength(facts: &Facts, pack: &RolePack) -> u32 {
    let count =
        |count: usize, most: usize, worth: u32| worth * u32::try_from(count.min(most)).unwrap_or(0);
    u32::from(facts.is_substantial(pack)) * 3
        + count(facts.changes.len(), 2, 4)
        + count(facts.mechanisms.len(), 2, 3)
        + count(facts.concepts.len(), 3, 2)
        + count(facts.measured().count(), 3, 1)
        + count(facts.reasons.len() + facts.checks.len(), 2, 1)
        + count(facts.signals.len(), 2, 1)
}

/// The kind of a degree by its name: `BSc`, `Diplom-Informatiker`, `M.S.`.
fn degree_level(kind: &str) -> Option<DegreeLevel> {
    let words = words(&kind.replace('.', ""));
    let has = |names: &[&str]| words.iter().any(|word| names.contains(&&*word.norm));
    let begins = |start: &str| words.iter().any(|word| word.norm.starts_with(start));
    if has(&["phd", "dphil", "dr", "dsc", "scd"]) || begins("doctor") || begins("promotion") {
        Some(DegreeLevel::Doctorate)
    } else if has(&[
        "msc", "ms", "ma", "meng", "mtech", "mba", "mcs", "mca", "mphil", "magister",
        "postgraduate",
    ]) || begins("master")
        || begins("diplom") && !has(&["diploma"])
    {
        Some(DegreeLevel::Master)
    } else if has(&[
        "bsc", "bs", "ba", "beng", "btech", "bcs", "bca", "be", "licenciatura", "licence",
        "laurea", "undergraduate",
    ]) || begins("bachelor")
    {
        Some(DegreeLevel::Bachelor)
    } else if begins("degree") {
        Some(DegreeLevel::Any)
    } else {
        None
    }
}

/// Sentences with their byte offsets; the dots of `Node.js`, `1.2` and `e.g.` end none.
fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut push = |start: usize, end: usize| {
        let slice = &text[start..end];
        if !slice.trim().is_empty() {
            found.push((start + slice.len() - slice.trim_start().len(), slice.trim()));
        }
    };
    let bytes = text.as_bytes();
    for (at, c) in text.char_indices() {
        let ends = c == '\n'
            || matches!(c, '.' | '!' | '?')
                && bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace)
                && !text[..at].ends_with("e.g")
                && !text[..at].ends_with("i.e");
        if ends {
            push(start, at + 1);
            start = at + 1;
        }
    }
    push(start, text.len());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_told_by_their_names() {
        let check = |text: &str, expected| assert_eq!(degree_level(text), expected, "{text}");
        check("BSc", Some(DegreeLevel::Bachelor));
        check("B.Sc. (Hons)", Some(DegreeLevel::Bachelor));
        check("Bachelor of Engineering", Some(DegreeLevel::Bachelor));
        check("M.S.", Some(DegreeLevel::Master));
        check("Master of Science", Some(DegreeLevel::Master));
        check("Diplom-Informatiker", Some(DegreeLevel::Master));
        check("Ph.D.", Some(DegreeLevel::Doctorate));
        check("Doctor of Philosophy", Some(DegreeLevel::Doctorate));
        check("Degree", Some(DegreeLevel::Any));
        check("Bootcamp", None);
        check("Diploma", None);
        check("High school", None);
        check("", None);
    }

    #[test]
    fn sentences_end_where_readers_stop() {
        let check = |text: &str, expected: &[&str]| {
            let found = sentences(text);
            assert_eq!(found.iter().map(|(_, text)| *text).collect::<Vec<_>>(), expected);
            assert!(found.iter().all(|(offset, sentence)| text[*offset..].starts_with(sentence)));
        };
        check("Owns the router. Cut p99 to 1.2 s.", &["Owns the router.", "Cut p99 to 1.2 s."]);
        check("Node.js services, e.g. billing", &["Node.js services, e.g. billing"]);
        check("One\n\nTwo", &["One", "Two"]);
        check(" ", &[]);
    }
}
