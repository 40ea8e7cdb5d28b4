//! Headings: which section of a resume a line opens.

use std::sync::LazyLock;

use super::text::{Word, joined, words};

/// The sections of JSON Resume, and one for what has no place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Section {
    /// Contact details.
    Basics,
    /// `basics.summary`.
    Summary,
    /// Jobs.
    Work,
    /// Unpaid work and activities.
    Volunteer,
    /// Schools, degrees and courses taken there.
    Education,
    /// Awards, scholarships, achievements.
    Awards,
    /// Certificates and courses outside of a school.
    Certificates,
    /// Papers, talks, patents.
    Publications,
    /// Skills and tools.
    Skills,
    /// Languages people speak.
    Languages,
    /// Interests.
    Interests,
    /// References.
    References,
    /// Projects, open source.
    Projects,
    /// Memberships, availability, declarations: read, but filed nowhere.
    Other,
}

impl Section {
    fn from_key(key: &str) -> Option<Self> {
        Some(match key {
            "basics" => Self::Basics,
            "summary" => Self::Summary,
            "work" => Self::Work,
            "volunteer" => Self::Volunteer,
            "education" => Self::Education,
            "awards" => Self::Awards,
            "certificates" => Self::Certificates,
            "publications" => Self::Publications,
            "skills" => Self::Skills,
            "languages" => Self::Languages,
            "interests" => Self::Interests,
            "references" => Self::References,
            "projects" => Self::Projects,
            "other" => Self::Other,
            _ => return None,
        })
    }
}

type Table = Vec<(&'static str, Section)>;

static NAMES: LazyLock<Table> = LazyLock::new(|| table(include_str!("data/headings.txt")));
static HEADS: LazyLock<Table> = LazyLock::new(|| table(include_str!("data/heading-heads.txt")));

fn table(text: &'static str) -> Table {
    let lines =
        text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
    let mut table: Table = lines
        .filter_map(|(key, names)| Some((Section::from_key(key)?, names)))
        .flat_map(|(section, names)| names.split(", ").map(move |name| (name, section)))
        .collect();
    table.sort_unstable();
    table
}

fn find(table: &Table, name: &str) -> Option<Section> {
    table.binary_search_by(|(known, _)| (*known).cmp(name)).ok().map(|at| table[at].1)
}

/// Words between the parts of a heading.
const ANDS: [&str; 7] = ["and", "und", "et", "y", "en", "plus", "n"];

/// Words before a heading that do not change its section.
const LEADS: [&str; 34] = [
    "my", "relevant", "selected", "key", "other", "additional", "recent", "notable", "further",
    "general", "main", "major", "professional", "personal", "technical", "core", "significant",
    "some", "the", "previous", "current", "prior", "related", "special", "specific", "top", "past",
    "full", "important", "brief", "detailed", "academic", "more", "applicable",
];

/// Words behind a heading that do not change its section.
const TAILS: [&str; 12] = [
    "history", "details", "section", "summary", "background", "continued", "cont", "cont'd",
    "overview", "information", "highlights", "contd",
];

/// The most words of a heading.
const LONGEST: usize = 7;

/// The section that the whole of `text` names as a heading, and how surely, 0–1.
///
/// From .9 on the words are a known heading; about .6 one word of several names the section.
/// Case, accents, numbering, icons, bullets and a colon at the end do not matter.
pub(crate) fn section(text: &str) -> Option<(Section, f32)> {
    let text = text.trim();
    if text.len() > 80 || text.is_empty() {
        return None;
    }
    let colon = text.trim_end().ends_with(':');
    let spread = unspread(text);
    let mut all = words(spread.as_deref().unwrap_or(text));
    // Numbering and icons of a symbol font: `1.`, `IV.`.
    while all.len() > 1 && is_number(&all[0]) {
        all.remove(0);
    }
    if all.is_empty() || all.len() > LONGEST || all.iter().any(Word::has_digit) {
        return None;
    }
    if text.contains(['@', '%', '$', '=', '<', '?', '!', ';', '+']) {
        return None;
    }
    let has_end = (text.ends_with('.') || text.contains(". ")) && all.len() > 2;
    let shout = all.iter().all(|word| word.raw.chars().all(|c| !c.is_lowercase()));
    let large = shout || all[0].is_capitalized();
    let look = if large || colon { 0.0 } else { -0.15 };
    let look = if has_end { look - 0.4 } else { look };
    let shown = spread.as_deref().unwrap_or(text);
    let and = all
        .iter()
        .find(|word| ANDS.contains(&word.norm.as_str()))
        .map(|word| word.range.start)
        .or_else(|| shown.find(['&', '+']));
    all.retain(|word| !ANDS.contains(&word.norm.as_str()));
    if let Some(found) = find(&NAMES, &joined(&all)) {
        return Some((found, 0.97 + look));
    }
    let mut core = all.as_slice();
    while core.len() > 1 && LEADS.contains(&core[0].norm.as_str()) {
        core = &core[1..];
    }
    if let Some(found) = find(&NAMES, &joined(core)) {
        return Some((found, 0.9 + look));
    }
    while core.len() > 1 && TAILS.contains(&core[core.len() - 1].norm.as_str()) {
        core = &core[..core.len() - 1];
    }
    if let Some(found) = find(&NAMES, &joined(core)) {
        return Some((found, 0.88 + look));
    }
    by_parts(core, all.len(), and)
        .map(|(found, sure)| (found, sure + look))
        .filter(|(_, sure)| *sure > 0.3)
}

/// The section of the known words of a longer heading: the first phrase of two words and more,
/// else the last head word.
fn by_parts(core: &[Word<'_>], count: usize, and: Option<usize>) -> Option<(Section, f32)> {
    let mut known: Vec<(usize, usize, Section)> = Vec::new();
    let mut at = 0;
    while at < core.len() {
        let phrase = (2..=4.min(core.len() - at)).rev().find_map(|length| {
            find(&NAMES, &joined(&core[at..at + length])).map(|section| (length, section))
        });
        let found = phrase.or_else(|| find(&HEADS, &core[at].norm).map(|section| (1, section)));
        match found {
            Some((length, section)) => {
                known.push((at, length, section));
                at += length;
            }
            None => at += 1,
        }
    }
    // An "and" right behind the first known words.
    let joined_first = known.first().is_some_and(|(at, length, _)| {
        let end = core[at + length - 1].range.end;
        core.get(at + length)
            .is_some_and(|next| and.is_some_and(|and| end <= and && and < next.range.start))
    });
    let covered: usize = known.iter().map(|(_, length, _)| length).sum();
    let &(_, _, first) = known.first()?;
    let last = known.last().map_or(first, |(_, _, section)| *section);
    let share = covered as f32 / core.len() as f32;
    // `Skills & Interests`: the first; `Open Source Contributions & Side Projects`: both the same;
    // `Cloud Engineering Experience`: the head at the end.
    let ends = known.last().is_some_and(|(at, length, _)| at + length == core.len());
    let agreed = known.iter().all(|(_, _, section)| *section == last);
    let section = if covered == core.len() && known[0].0 == 0 { first } else { last };
    let sure = match (agreed, ends) {
        (true, true) => 0.5 + 0.35 * share,
        (true, false) => 0.25 + 0.3 * share,
        (false, true) => 0.4 + 0.3 * share,
        (false, false) => 0.2 + 0.2 * share,
    };
    // `Skills and Levels`: a section and something about it.
    let sure = if joined_first && known[0].0 == 0 && core.len() <= known[0].1 + 2 {
        sure.max(0.72)
    } else {
        sure
    };
    Some((section, sure - 0.04 * count.saturating_sub(4) as f32))
}

fn is_number(word: &Word<'_>) -> bool {
    word.raw.bytes().all(|byte| byte.is_ascii_digit())
        || matches!(word.raw, "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX" | "X")
}

/// `E X P E R I E N C E` as one word; words are two blanks and more apart.
fn unspread(text: &str) -> Option<String> {
    let singles = text.split_whitespace().filter(|piece| piece.chars().count() == 1).count();
    let total = text.split_whitespace().count();
    if total < 4 || singles * 10 < total * 9 {
        return None;
    }
    let words = text.split("  ").map(|word| word.split_whitespace().collect::<String>());
    Some(words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Section) {
        let found = section(text);
        assert!(
            found.is_some_and(|(found, sure)| found == expected && sure >= 0.5),
            "{text:?}: {found:?}"
        );
    }

    #[test]
    fn headings() {
        check("EXPERIENCE", Section::Work);
        check("Work Experience:", Section::Work);
        check("Where I've worked", Section::Work);
        check("Things I've built", Section::Projects);
        check("Tech Stack", Section::Skills);
        check("Core Competencies", Section::Skills);
        check("1. Education & Training", Section::Education);
        check("★ Relevant Experience", Section::Work);
        check("Employment History", Section::Work);
        check("Selected Talks", Section::Publications);
        check("Open Source Contributions & Side Projects", Section::Projects);
        check("E X P E R I E N C E", Section::Work);
        check("Berufserfahrung", Section::Work);
        check("Sprachkenntnisse", Section::Languages);
        check("Compétences techniques", Section::Skills);
        check("Centres d’intérêt", Section::Interests);
        check("Formación académica", Section::Education);
        check("Esperienze lavorative", Section::Work);
        check("Experiência Profissional", Section::Work);
        check("Vaardigheden", Section::Skills);
        check("Honors & Awards", Section::Awards);
        check("Skills & Interests", Section::Skills);
        check("Cloud Engineering Experience", Section::Work);
        check("Licenses and Certifications", Section::Certificates);
        check("Patents", Section::Publications);
        check("Memberships", Section::Other);
        check("professional experience", Section::Work);
    }

    #[test]
    fn no_headings() {
        for text in [
            "Senior Software Engineer",
            "Acme Inc.",
            "Go, Java, Rust",
            "Jane Doe",
            "Berlin, Germany",
            "",
            "2019 – 2021",
            "Led the education team of a bank in Berlin, Germany",
            "jane@example.com",
            "Experience with Kafka and 5 teams",
            "I have ten years of experience in software.",
            "Stanford University",
            "Bachelor of Science",
            "Built tools.",
            "Kubernetes",
            "University of Oslo",
            "Director of Engineering",
        ] {
            let found = section(text);
            assert!(found.is_none_or(|(_, sure)| sure < 0.7), "{text:?}: {found:?}");
        }
    }

    #[test]
    fn agrees_with_the_headings_of_the_role_packs() {
        let toml = include_str!("../../../../roles/_common/sections.toml");
        let mut key = "";
        for line in toml.lines() {
            if let Some(value) = line.strip_prefix("key = ") {
                key = value.trim_matches('"');
            } else if let Some(names) = line.strip_prefix("names = [") {
                for name in names.trim_end_matches(']').split(", ") {
                    let name = name.trim_matches('"');
                    let found = section(name).map(|(section, _)| section);
                    assert_eq!(found, Section::from_key(key), "{name:?}");
                }
            }
        }
    }
}
