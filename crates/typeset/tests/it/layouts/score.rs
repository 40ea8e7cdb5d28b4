//! How well a reading agrees with what was printed: F1 a field, as published comparisons of
//! resume readers count it.

use std::collections::{BTreeMap, BTreeSet};

use super::view::View;

/// Right, read and printed values by field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Score(BTreeMap<&'static str, [usize; 3]>);

impl Score {
    /// Compares one reading with what was printed.
    pub(crate) fn add(&mut self, read: &View, shown: &View) {
        self.single("name", read.name.as_ref(), shown.name.as_ref(), alike);
        self.single("email", read.email.as_ref(), shown.email.as_ref(), same);
        self.single("phone", read.phone.as_ref(), shown.phone.as_ref(), same_digits);
        self.single("location", read.location.as_ref(), shown.location.as_ref(), same);
        self.single("headline", read.headline.as_ref(), shown.headline.as_ref(), alike);
        if !shown.links.is_empty() {
            let (read, shown) = (addresses(&read.links), addresses(&shown.links));
            let hits = shown
                .iter()
                .filter(|url| read.iter().any(|other| other.contains(*url) || url.contains(other)));
            self.count("links", hits.count(), read.len(), shown.len());
        }
        self.jobs(read, shown);
        self.education(read, shown);
        let bullets = |view: &View| -> Vec<String> {
            view.experience.iter().flat_map(|job| job.bullets.iter().cloned()).collect()
        };
        let (mut free, claims) = (bullets(read), bullets(shown));
        let all = free.len();
        let hit = |claim: &&String| {
            let found = free.iter().position(|other| agreement(other, claim) >= 0.9);
            found.map(|at| free.swap_remove(at)).is_some()
        };
        let hits = claims.iter().filter(hit).count();
        self.count("bullets", hits, all, claims.len());
        let words = |view: &View| -> BTreeSet<String> {
            view.skills.iter().map(|skill| plain(skill)).collect()
        };
        let (found, printed) = (words(read), words(shown));
        if !printed.is_empty() {
            self.count("skills", found.intersection(&printed).count(), found.len(), printed.len());
        }
    }

    fn jobs(&mut self, read: &View, shown: &View) {
        let pairs = pairs(&read.experience, &shown.experience, |one, two| {
            weigh(one.company.as_ref(), two.company.as_ref())
                + weigh(one.title.as_ref(), two.title.as_ref())
        });
        let extra = read.experience.len() - pairs.iter().flatten().count();
        self.count(
            "entries",
            pairs.iter().flatten().count(),
            read.experience.len(),
            shown.experience.len(),
        );
        for (job, pair) in shown.experience.iter().zip(&pairs) {
            let own = pair.map(|at| &read.experience[at]);
            self.paired(
                "company",
                own.map(|own| own.company.as_ref()),
                job.company.as_ref(),
                alike,
            );
            self.paired("title", own.map(|own| own.title.as_ref()), job.title.as_ref(), alike);
            self.paired("start", own.map(|own| own.start.as_ref()), job.start.as_ref(), same_date);
            self.paired("end", own.map(|own| own.end.as_ref()), job.end.as_ref(), same_date);
        }
        for field in ["company", "title", "start", "end"] {
            self.count(field, 0, extra, 0);
        }
    }

    fn education(&mut self, read: &View, shown: &View) {
        let pairs = pairs(&read.education, &shown.education, |one, two| {
            weigh(one.institution.as_ref(), two.institution.as_ref())
                + weigh(one.degree.as_ref(), two.degree.as_ref())
        });
        let extra = read.education.len() - pairs.iter().flatten().count();
        for (course, pair) in shown.education.iter().zip(&pairs) {
            let own = pair.map(|at| &read.education[at]);
            let school = own.map(|own| own.institution.as_ref());
            self.paired("school", school, course.institution.as_ref(), alike);
            let degree = own.map(|own| own.degree.as_ref());
            self.paired("degree", degree, course.degree.as_ref(), alike);
            self.paired(
                "graduation",
                own.map(|own| own.end.as_ref()),
                course.end.as_ref(),
                same_date,
            );
        }
        for field in ["school", "degree", "graduation"] {
            self.count(field, 0, extra, 0);
        }
    }

    fn single(
        &mut self,
        field: &'static str,
        read: Option<&String>,
        shown: Option<&String>,
        eq: fn(&str, &str) -> bool,
    ) {
        self.paired(field, Some(read), shown, eq);
    }

    /// `read` is `None` when no entry was read for the printed one.
    fn paired(
        &mut self,
        field: &'static str,
        read: Option<Option<&String>>,
        shown: Option<&String>,
        eq: fn(&str, &str) -> bool,
    ) {
        let Some(shown) = shown else { return };
        let read = read.flatten();
        let hit = read.is_some_and(|read| eq(read, shown));
        self.count(field, usize::from(hit), usize::from(read.is_some()), 1);
    }

    fn count(&mut self, field: &'static str, right: usize, read: usize, shown: usize) {
        let counts = self.0.entry(field).or_default();
        for (count, more) in counts.iter_mut().zip([right, read, shown]) {
            *count += more;
        }
    }

    /// Adds what was counted elsewhere.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (field, [right, read, shown]) in &other.0 {
            self.count(field, *right, *read, *shown);
        }
    }

    /// F1 by field, of fields that were printed at all.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&'static str, f64)> {
        self.0.iter().filter(|(_, [.., shown])| *shown > 0).map(|(field, [right, read, shown])| {
            (*field, 2.0 * *right as f64 / (*read + *shown) as f64)
        })
    }

    /// The mean of all fields' F1.
    pub(crate) fn mean(&self) -> f64 {
        let (sum, count) =
            self.fields().fold((0.0, 0.0), |(sum, count), (_, f1)| (sum + f1, count + 1.0));
        if count > 0.0 { sum / count } else { 0.0 }
    }
}

/// Which entry that was read is which printed one: the best pairs first, each once.
fn pairs<T>(read: &[T], shown: &[T], weight: impl Fn(&T, &T) -> f64) -> Vec<Option<usize>> {
    let mut all: Vec<(f64, usize, usize)> = Vec::new();
    for (number, own) in read.iter().enumerate() {
        all.extend(shown.iter().enumerate().map(|(at, other)| (weight(own, other), number, at)));
    }
    all.sort_by(|one, two| two.0.total_cmp(&one.0));
    let mut pairs = vec![None; shown.len()];
    let mut used = vec![false; read.len()];
    for (weight, number, at) in all {
        if weight > 0.3 && !used[number] && pairs[at].is_none() {
            pairs[at] = Some(number);
            used[number] = true;
        }
    }
    pairs
}

fn weigh(one: Option<&String>, two: Option<&String>) -> f64 {
    one.zip(two).map_or(0.0, |(one, two)| agreement(one, two))
}

/// Small letters and digits, one blank between words.
fn plain(text: &str) -> String {
    let letters = text.to_lowercase();
    let words: Vec<&str> = letters
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '·' | '•' | '(' | ')'))
        .map(|word| word.trim_matches(['.', ':', '-', '–', '\'', '"']))
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// The share of words two texts have in common, 0–1.
fn agreement(one: &str, two: &str) -> f64 {
    let counts = |text: &str| {
        let mut counts = BTreeMap::<String, usize>::new();
        for word in
            plain(text).split([' ', '-', '/', '\'', '’', '.']).filter(|word| !word.is_empty())
        {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
        counts
    };
    let (one, two) = (counts(one), counts(two));
    let shared: usize =
        one.iter().map(|(word, count)| *count.min(two.get(word).unwrap_or(&0))).sum();
    let all: usize = one.values().chain(two.values()).sum();
    if all == 0 { 0.0 } else { 2.0 * shared as f64 / all as f64 }
}

fn alike(read: &str, shown: &str) -> bool {
    agreement(read, shown) >= 0.8
}

fn same(read: &str, shown: &str) -> bool {
    plain(read) == plain(shown)
}

fn same_digits(read: &str, shown: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    digits(read) == digits(shown)
}

/// A year was printed: a reading that says more is right, too.
fn same_date(read: &str, shown: &str) -> bool {
    if shown == "present" { read == shown } else { read.starts_with(shown) }
}

/// Addresses without scheme, `www.` and the slash at the end.
fn addresses(links: &[String]) -> Vec<String> {
    let bare = |link: &String| {
        let link = link.to_lowercase();
        let rest = link.split_once("://").map_or(link.as_str(), |(_, rest)| rest);
        rest.trim_start_matches("www.").trim_end_matches('/').to_owned()
    };
    links.iter().map(bare).collect()
}
