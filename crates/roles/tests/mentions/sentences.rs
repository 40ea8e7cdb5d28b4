//! Sentences in `sentences.txt`, each with all it names.

use crate::VOCABULARY;

const SENTENCES: &str = include_str!("sentences.txt");

#[test]
fn every_sentence_names_what_it_names() {
    let (mut sentences, mut without, mut wrong) = (0, 0, Vec::new());
    for line in SENTENCES.lines() {
        let Some((text, expected)) = line.split_once(" =>").filter(|_| !line.starts_with('#'))
        else {
            continue;
        };
        sentences += 1;
        without += usize::from(expected.trim().is_empty());
        let found: Vec<String> = VOCABULARY
            .mentions(text)
            .iter()
            .map(|one| {
                let denied = if one.negated { "!" } else { "" };
                format!("{denied}{}", VOCABULARY.skill(one.skill).id)
            })
            .collect();
        let found = found.join(", ");
        if found != expected.trim() {
            wrong.push(format!("{text} =>{expected}, and found is: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {sentences}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(sentences >= 300 && without * 3 >= sentences, "{sentences}, {without} name nothing");
}
