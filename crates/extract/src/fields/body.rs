//! What is told of an entry: its items and its prose.

use super::make::Cut;
use super::para::Para;
use crate::recognize::contact;

/// The text below the head of an entry.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    /// Items of the list, each a claim.
    pub(crate) items: Vec<Cut>,
    /// Paragraphs of prose.
    pub(crate) prose: Vec<usize>,
    /// An address that stands alone.
    pub(crate) url: Option<Cut>,
    /// Words after a label such as "Technologies:".
    pub(crate) keywords: Option<Cut>,
}

/// Sorts the lines of a body.
pub(crate) fn read(paras: &[Para], lines: &[usize]) -> Told {
    let mut told = Told::default();
    let any_marked = lines.iter().any(|&at| paras[at].is_item());
    for &at in lines {
        let para = &paras[at];
        let whole = Cut { para: at, range: 0..para.text.len() };
        if is_span(&para.text) {
            // "2 years 3 months" beside the dates says nothing new.
        } else if para.is_item() {
            told.items.push(whole);
        } else if is_label(&para.text) {
            // "Highlights", "Key achievements:" only say what the list below is.
        } else if contact::links(&para.text)
            .first()
            .is_some_and(|link| link.range.len() + 1 >= para.text.trim().len())
        {
            told.url = Some(whole);
        } else if let Some(range) = keywords(&para.text) {
            told.keywords = Some(Cut { para: at, range });
        } else {
            told.prose.push(at);
        }
    }
    if !any_marked {
        unmarked_items(paras, &mut told);
    }
    told
}

/// Lines that stand deeper than the prose above them are a list whose marks are pictures.
fn unmarked_items(paras: &[Para], told: &mut Told) {
    let lefts = told.prose.iter().filter_map(|&at| Some((paras[at].rect?.left, paras[at].size())));
    let least = lefts.clone().map(|(left, _)| left).fold(f32::INFINITY, f32::min);
    let deeper = |at: usize| {
        let para = &paras[at];
        para.rect.is_some_and(|rect| rect.left > least + 0.8 * para.size().max(1.0))
    };
    if told.prose.iter().any(|&at| deeper(at)) {
        let items: Vec<usize> = told.prose.iter().copied().filter(|&at| deeper(at)).collect();
        told.items =
            items.iter().map(|&at| Cut { para: at, range: 0..paras[at].text.len() }).collect();
        told.prose.retain(|at| !items.contains(at));
        return;
    }
    // Or several short paragraphs that each begin like a claim.
    if told.prose.len() >= 2 {
        let rest: Vec<usize> =
            told.prose.iter().copied().filter(|&at| begins_like_claim(&paras[at])).collect();
        let first_is_prose = rest.first() != told.prose.first();
        if rest.len() + usize::from(first_is_prose) == told.prose.len() && rest.len() >= 2 {
            told.items =
                rest.iter().map(|&at| Cut { para: at, range: 0..paras[at].text.len() }).collect();
            told.prose.retain(|at| !rest.contains(at));
        }
    }
}

/// A length of time and nothing else: "2 years 3 months", "8 mos".
pub(crate) fn is_span(text: &str) -> bool {
    let mut any = false;
    let mut number = false;
    for word in text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '·'))
        .filter(|word| !word.is_empty())
    {
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            number = true;
        } else if number
            && matches!(
                word,
                "year"
                    | "years"
                    | "yr"
                    | "yrs"
                    | "month"
                    | "months"
                    | "mo"
                    | "mos"
                    | "mos."
                    | "yrs."
            )
        {
            any = true;
        } else {
            return false;
        }
    }
    any
}

/// Words that only name the list below them.
pub(crate) fn is_label(text: &str) -> bool {
    let name = text.trim().trim_end_matches(':').to_lowercase();
    let names = [
        "highlights", "achievements", "key achievements", "responsibilities", "accomplishments",
        "duties", "key responsibilities", "key accomplishments", "main responsibilities",
        "selected achievements", "tasks", "details",
    ];
    names.contains(&name.as_str())
}

/// The words after "Technologies:" and its like.
pub(crate) fn keywords(text: &str) -> Option<std::ops::Range<usize>> {
    let (label, rest) = text.split_once(':')?;
    let label = label.trim().to_lowercase();
    let names = [
        "technologies", "tech stack", "stack", "tools", "technology", "tech", "keywords",
        "environment", "skills", "technologies used", "tools used", "tools and technologies",
        "tools & technologies", "built with", "languages and tools", "skills used",
    ];
    let start = text.len() - rest.len();
    (names.contains(&label.as_str()) && !rest.trim().is_empty()).then_some(start..text.len())
}

/// A capital letter, a word that may be a verb, and no heavy type.
pub(super) fn begins_like_claim(para: &Para) -> bool {
    let first = para.text.split(' ').next().unwrap_or_default();
    let capital = first.chars().next().is_some_and(char::is_uppercase);
    let verb = first.ends_with("ed") || first.ends_with("ing") || facts_verb(first);
    capital && verb && !para.is_bold()
}

/// Verbs of engineering whose past is irregular.
fn facts_verb(word: &str) -> bool {
    let verbs = [
        "built", "led", "wrote", "ran", "cut", "grew", "drove", "took", "made", "set", "won",
        "gave", "taught", "sped", "brought", "kept", "oversaw", "rewrote", "rebuilt", "began",
        "shrank", "split", "found", "held", "spoke", "chose", "became", "met", "put", "sold",
    ];
    verbs.contains(&word.to_lowercase().as_str())
}
