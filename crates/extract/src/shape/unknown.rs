//! What a key that is not part of the format was meant to be.

use super::schema::{Record, shapes};

/// Words people use, and the keys they stand for: the first one that the mapping has is meant.
/// Spelled as [`fold`] folds them.
const SYNONYMS: &[(&str, &[&str])] = &[
    ("about", &["summary"]),
    ("accomplishments", &["highlights"]),
    ("accounts", &["profiles"]),
    ("achievements", &["highlights"]),
    ("addressee", &["recipient"]),
    ("authority", &["issuer"]),
    ("awards", &["awards"]),
    ("begin", &["startDate"]),
    ("benefit", &["benefits"]),
    ("bio", &["summary"]),
    ("bonus", &["nice"]),
    ("bullet", &["text"]),
    ("bullets", &["highlights"]),
    ("category", &["name"]),
    ("certifications", &["certificates"]),
    ("certs", &["certificates"]),
    ("city", &["city", "location"]),
    ("college", &["institution"]),
    ("company", &["name", "organization", "hiringOrganization"]),
    ("compensation", &["pay"]),
    ("contact", &["basics"]),
    ("content", &["body"]),
    ("contract", &["employmentType"]),
    ("country", &["countryCode"]),
    ("county", &["region"]),
    ("cv", &["resume"]),
    ("date", &["date", "releaseDate"]),
    ("deadline", &["validThrough"]),
    ("dear", &["greeting"]),
    ("degree", &["studyType"]),
    ("desc", &["description", "summary", "text"]),
    ("description", &["description", "summary", "text"]),
    ("diploma", &["studyType"]),
    ("duration", &["minutes"]),
    ("duties", &["responsibilities"]),
    ("employer", &["name", "hiringOrganization"]),
    ("employment", &["work"]),
    ("end", &["endDate"]),
    ("ending", &["closing"]),
    ("exclude", &["omit"]),
    ("experience", &["work"]),
    ("field", &["area"]),
    ("fieldofstudy", &["area"]),
    ("from", &["startDate"]),
    ("fullname", &["name"]),
    ("gpa", &["score"]),
    ("grade", &["score"]),
    ("group", &["name"]),
    ("handle", &["username"]),
    ("header", &["basics"]),
    ("headline", &["label"]),
    ("hide", &["omit"]),
    ("highlight", &["text", "highlights"]),
    ("homepage", &["url"]),
    ("include", &["select"]),
    ("interviews", &["process"]),
    ("issuer", &["issuer", "awarder"]),
    ("items", &["keywords"]),
    ("job", &["position"]),
    ("jobs", &["work"]),
    ("jobtitle", &["position", "label"]),
    ("journal", &["publisher"]),
    ("letter", &["body"]),
    ("level", &["level", "fluency", "stage"]),
    ("link", &["url"]),
    ("links", &["profiles", "url"]),
    ("location", &["location", "locations"]),
    ("mail", &["email"]),
    ("major", &["area"]),
    ("message", &["body"]),
    ("mobile", &["phone"]),
    ("musthave", &["must"]),
    ("name", &["name", "title", "language", "organization", "institution", "network"]),
    ("nicetohave", &["nice"]),
    ("note", &["evidence"]),
    ("objective", &["summary"]),
    ("offer", &["benefits"]),
    ("only", &["select"]),
    ("opening", &["greeting"]),
    ("opensource", &["projects"]),
    ("order", &["sections"]),
    ("organisation", &["organization", "name", "issuer", "hiringOrganization"]),
    ("organization", &["organization", "name", "issuer", "entity", "hiringOrganization"]),
    ("paragraphs", &["body"]),
    ("perks", &["benefits"]),
    ("personal", &["basics"]),
    ("photo", &["image"]),
    ("picture", &["image"]),
    ("place", &["location", "locations"]),
    ("platform", &["network"]),
    ("postcode", &["postalCode"]),
    ("posted", &["datePosted"]),
    ("preferred", &["nice"]),
    ("proficiency", &["fluency", "level"]),
    ("profile", &["summary", "basics"]),
    ("proof", &["evidence"]),
    ("re", &["subject"]),
    ("recipients", &["recipient"]),
    ("remotework", &["remote"]),
    ("repo", &["url"]),
    ("repository", &["url"]),
    ("required", &["must"]),
    ("requirements", &["qualifications"]),
    ("responsibilities", &["highlights", "responsibilities"]),
    ("role", &["position", "label"]),
    ("rounds", &["process"]),
    ("salary", &["pay"]),
    ("salutation", &["greeting"]),
    ("school", &["institution"]),
    ("schools", &["education"]),
    ("seniority", &["stage"]),
    ("settings", &["vitae"]),
    ("show", &["select"]),
    ("signoff", &["closing"]),
    ("site", &["url"]),
    ("skills", &["skills", "keywords"]),
    ("skip", &["omit"]),
    ("social", &["profiles"]),
    ("stack", &["keywords", "tools"]),
    ("start", &["startDate"]),
    ("startdate", &["start"]),
    ("state", &["region"]),
    ("street", &["address"]),
    ("subject", &["subject", "area"]),
    ("summary", &["summary", "description"]),
    ("tags", &["tags", "select"]),
    ("tasks", &["responsibilities"]),
    ("tech", &["keywords"]),
    ("technologies", &["keywords", "skills", "tools"]),
    ("tel", &["phone"]),
    ("telephone", &["phone"]),
    ("tests", &["assesses"]),
    ("text", &["text", "body"]),
    ("title", &["position", "label", "name", "title"]),
    ("to", &["endDate", "recipient"]),
    ("tools", &["keywords", "skills"]),
    ("town", &["city"]),
    ("type", &["employmentType"]),
    ("university", &["institution"]),
    ("until", &["endDate"]),
    ("user", &["username"]),
    ("variant", &["variants"]),
    ("venue", &["publisher"]),
    ("volunteering", &["volunteer"]),
    ("wage", &["pay"]),
    ("website", &["url"]),
    ("workexperience", &["work"]),
    ("zip", &["postalCode"]),
    ("zipcode", &["postalCode"]),
];

/// The key of `record` that `key` most likely stands for.
pub(super) fn meant<'a>(key: &str, record: &'a Record) -> Option<&'a str> {
    // Longer words are no key with a typo, and comparing them costs their length squared.
    if key.len() > 40 {
        return None;
    }
    let folded = fold(key);
    if let Some(same) = record.keys().find(|known| fold(known) == folded) {
        return Some(same);
    }
    let targets = SYNONYMS.iter().find(|(word, _)| *word == folded).map(|(_, targets)| *targets);
    let mut synonym = targets.unwrap_or_default().iter();
    if let Some(found) = synonym.find_map(|name| record.keys().find(|key| key == name)) {
        return Some(found);
    }
    closest(&folded, record.keys())
}

/// The word that differs from `word` by a typo, if there is one.
pub(super) fn closest<'a>(
    word: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    candidates
        .map(|known| (strsim::osa_distance(word, &fold(known)), known))
        // One slip in a short word, two in a long one; more is another word.
        .filter(|(distance, known)| *distance <= 1 + usize::from(known.len().min(word.len()) > 5))
        .filter(|(distance, known)| *distance < known.len().min(word.chars().count()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// The section that has `key`, for a key that stands one level too high.
pub(super) fn home(key: &str) -> Option<&'static str> {
    let has = |name: &str| shapes().record(name).is_some_and(|record| record.field(key).is_some());
    [("basics", "Basics"), ("vitae", "Settings"), ("basics.location", "Place")]
        .into_iter()
        .find(|(_, name)| has(name))
        .map(|(section, _)| section)
}

/// Keys the author keeps for other tools: `x-…`, `_…`, and anything in `meta`.
pub(super) fn is_private(key: &str, record: &Record) -> bool {
    record.name == "Meta" || key.starts_with("x-") || key.starts_with('_')
}

/// Lower case without separators: `start_date` and `Start Date` are `startdate`.
pub(crate) fn fold(key: &str) -> String {
    key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(record: &str, key: &str, expected: Option<&str>) {
        let record = match record {
            "Letter" => shapes().letter(),
            "Job" => shapes().job(),
            name => shapes().record(name).unwrap_or_else(|| shapes().root()),
        };
        assert_eq!(meant(key, record), expected, "{key:?}");
    }

    #[test]
    fn typos_spellings_and_synonyms_are_understood() {
        check("Work", "postion", Some("position"));
        check("Work", "highlihgts", Some("highlights"));
        check("Work", "start_date", Some("startDate"));
        check("Work", "Start Date", Some("startDate"));
        check("Work", "title", Some("position"));
        check("Work", "company", Some("name"));
        check("Work", "bullets", Some("highlights"));
        check("Work", "responsibilities", Some("highlights"));
        check("Work", "ulr", Some("url"));
        check("Basics", "title", Some("label"));
        check("Basics", "mail", Some("email"));
        check("Volunteer", "company", Some("organization"));
        check("Award", "name", Some("title"));
        check("Skill", "items", Some("keywords"));
        check("Language", "name", Some("language"));
        check("Bullet", "description", Some("text"));
        check("Resume", "experience", Some("work"));
        check("Resume", "eductaion", Some("education"));
        check("Project", "summary", Some("description"));
        check("Settings", "variant", Some("variants"));
        check("Variant", "selct", Some("select"));
        check("Variant", "exclude", Some("omit"));
        check("Variant", "tags", Some("select"));
        check("Letter", "to", Some("recipient"));
        check("Letter", "salutation", Some("greeting"));
        check("Letter", "boddy", Some("body"));
        check("Job", "requirements", Some("qualifications"));
        check("Job", "salary", Some("pay"));
        check("Job", "company", Some("hiringOrganization"));
        check("Job", "must_have", Some("must"));
    }

    #[test]
    fn other_words_stay_unknown() {
        check("Work", "salary", None);
        check("Work", "id", None);
        check("Work", "n", None);
        check("Basics", "pronouns", None);
        check("Resume", "patents", None);
        check("Work", "", None);
        check("Work", &"name".repeat(1000), None);
    }

    #[test]
    fn a_key_one_level_too_high_has_a_home() {
        assert_eq!(home("email"), Some("basics"));
        assert_eq!(home("stage"), Some("vitae"));
        assert_eq!(home("city"), Some("basics.location"));
        assert_eq!(home("patents"), None);
    }

    #[test]
    fn synonyms_are_folded_sorted_and_lead_somewhere() {
        let words: Vec<_> = SYNONYMS.iter().map(|(word, _)| *word).collect();
        assert!(words.is_sorted() && words.iter().all(|word| fold(word) == *word));
        let known = ["Basics", "Place", "Profile", "Work", "Volunteer", "Education", "Award"];
        let more = ["Certificate", "Publication", "Skill", "Language", "Project", "Bullet"];
        let settings = ["Settings", "Variant", "Round", "Organization"];
        let names = known.iter().chain(&more).chain(&settings);
        let records = names.filter_map(|name| shapes().record(name));
        let whole = [shapes().root(), shapes().letter(), shapes().job()];
        let keys: Vec<&str> = records.chain(whole).flat_map(Record::keys).collect();
        for (word, targets) in SYNONYMS {
            assert!(targets.iter().all(|target| keys.contains(target)), "{word}");
        }
    }
}
