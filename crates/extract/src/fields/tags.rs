//! Skills set as tags: words beside words with nothing but room between them.

use std::ops::Range;

use roles::RolePack;

/// The tags of a text without separators, or `None` when it reads as one thing.
///
/// Known skills are found first; what is left is cut before capital letters that follow a small
/// word ("Team training Vendor negotiation"), and between capitals. `sure` says that other
/// lines of the section are tags.
pub(crate) fn tags(text: &str, sure: bool) -> Option<Vec<Range<usize>>> {
    let words = words(text);
    // "Cloud & DevOps" is one name.
    if text.contains(" & ") && words.len() < 5 {
        return None;
    }
    if words.len() < if sure { 2 } else { 3 } || text.contains([',', ';', '|', ':', '(', '·', '•'])
    {
        return None;
    }
    let known: Vec<Range<usize>> = RolePack::backend_engineer()
        .vocabulary
        .mentions(text)
        .into_iter()
        .map(|mention| mention.range)
        .collect();
    let is_known = |word: &Range<usize>| {
        known.iter().any(|tag| tag.start <= word.start && word.end <= tag.end)
    };
    let found = words.iter().filter(|word| is_known(word)).count();
    let capitals = words.iter().filter(|word| begins_tag(text, word)).count();
    let one = known.iter().any(|tag| tag.end - tag.start >= text.trim().len());
    if one || (!sure && (known.len() < 2 || (found * 3 < words.len() && capitals < 4))) {
        return None;
    }
    let mut tags: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let word = &words[at];
        if let Some(tag) = known.iter().find(|tag| tag.start <= word.start && word.end <= tag.end) {
            let start = tag.start.min(word.start);
            tags.push(start..tag.end.max(word.end));
            while words.get(at).is_some_and(|word| word.start < tag.end) {
                at += 1;
            }
            // The version of what was named: "HTML 5".
            if let (Some(version), Some(last)) = (words.get(at), tags.last_mut())
                && text[version.clone()].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            {
                last.end = version.end;
                at += 1;
            }
            continue;
        }
        let goes_on = tags.last().is_some_and(|last| {
            last.end <= word.start && !is_known(last) && !begins_tag(text, word)
        });
        match tags.last_mut() {
            Some(last) if goes_on => last.end = word.end,
            _ => tags.push(word.clone()),
        }
        at += 1;
    }
    Some(tags)
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_whitespace(), start) {
            (false, None) => start = Some(at),
            (true, Some(begin)) => {
                words.push(begin..at);
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn begins_tag(text: &str, word: &Range<usize>) -> bool {
    text[word.clone()].chars().next().is_some_and(|c| !c.is_lowercase() && c != '&')
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[track_caller]
    fn check(text: &str, expected: Option<&[&str]>) {
        let found = tags(text, false);
        let found: Option<Vec<&str>> =
            found.map(|tags| tags.into_iter().map(|tag| &text[tag]).collect());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn tags_are_told_apart() {
        check("PostgreSQL Redis Kafka", Some(&["PostgreSQL", "Redis", "Kafka"]));
        check(
            "GitHub Actions Kubernetes Terraform",
            Some(&["GitHub Actions", "Kubernetes", "Terraform"]),
        );
        check(
            "Kafka Redis Vendor negotiation Team training",
            Some(&["Kafka", "Redis", "Vendor negotiation", "Team training"]),
        );
    }

    #[test]
    fn one_thing_stays_whole() {
        check("Distributed systems", None);
        check("Site reliability engineering", None);
        check("Go, Java, Rust", None);
        check("", None);
    }
}
