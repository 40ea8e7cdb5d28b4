//! Which entry or bullet of one resume is which of the other.
//!
//! What is certain is paired first: the same words, the same name. What is left is paired by the
//! words it shares, the most alike first, and only among so few that this stays cheap.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::hash::Hash;

use super::flatten::{Bullet, Entry};

/// Positions of one thing in two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) was: usize,
    pub(super) now: usize,
    /// True when it is one of those that have to move for one order to become the other. No
    /// smaller number of moves would do.
    pub(super) moved: bool,
}

/// Pairs that are compared by their words at most; a resume has some hundreds.
const MOST_COMPARED: usize = 40_000;
/// Words of one text that are compared at most.
const MOST_WORDS: usize = 400;
/// The share of common words, in thousandths, from which two bullets are one reworded.
const ALIKE_BULLETS: usize = 450;
/// The same for entries, whose names count as well.
const ALIKE_ENTRIES: usize = 350;

/// Fields that tell entries of a section apart, the most telling first.
fn identity(section: &str) -> &'static [&'static str] {
    match section {
        "work" => &["name", "position", "startDate"],
        "volunteer" => &["organization", "position", "startDate"],
        "education" => &["institution", "studyType", "area"],
        "awards" => &["title"],
        "languages" => &["language"],
        _ => &["name"],
    }
}

/// Pairs the entries of a section, in the order of the first list.
pub(super) fn pair_entries(section: &str, was: &[Entry], now: &[Entry]) -> Vec<Pair> {
    let mut pairing = Pairing::new(was.len(), now.len());
    let whole = |entry: &Entry| entry.all_texts().map(str::to_owned).collect::<Vec<_>>();
    pairing.by_key(|at| Some(whole(&was[at])), |at| Some(whole(&now[at])));
    let identity = identity(section);
    for count in (1..=identity.len()).rev().filter(|count| *count > 1 || identity.len() == 1) {
        let key = |entry: &Entry| -> Option<Vec<String>> {
            identity[..count].iter().map(|key| entry.text(key).map(str::to_lowercase)).collect()
        };
        pairing.by_key(|at| key(&was[at]), |at| key(&now[at]));
    }
    let name = |entry: &Entry| entry.text(identity[0]).map(str::to_lowercase);
    let bags = |list: &[Entry], free: &[bool]| -> Vec<Bag> {
        let bag = |(entry, free): (&Entry, &bool)| {
            if *free { Bag::of(entry.said()) } else { Bag::default() }
        };
        list.iter().zip(free).map(bag).collect()
    };
    let (old, new) = (bags(was, &pairing.was), bags(now, &pairing.now));
    pairing.by_likeness(ALIKE_ENTRIES, |from, to| {
        let same_name = name(&was[from]).is_some_and(|one| Some(one) == name(&now[to]));
        old[from].likeness(&new[to]) + if same_name { 250 } else { 0 }
    });
    pairing.finish()
}

/// Pairs the bullets of an entry, in the order of the first list.
pub(super) fn pair_bullets(was: &[Bullet], now: &[Bullet]) -> Vec<Pair> {
    let mut pairing = Pairing::new(was.len(), now.len());
    pairing.by_key(|at| Some(&was[at].text), |at| Some(&now[at].text));
    pairing.by_key(|at| was[at].id.as_ref(), |at| now[at].id.as_ref());
    let bags = |list: &[Bullet], free: &[bool]| -> Vec<Bag> {
        let bag = |(bullet, free): (&Bullet, &bool)| {
            if *free { Bag::of([bullet.text.as_str()]) } else { Bag::default() }
        };
        list.iter().zip(free).map(bag).collect()
    };
    let (old, new) = (bags(was, &pairing.was), bags(now, &pairing.now));
    pairing.by_likeness(ALIKE_BULLETS, |from, to| old[from].likeness(&new[to]));
    pairing.finish()
}

/// Pairs equal texts, in the order of the first list.
pub(super) fn equal(was: &[String], now: &[String]) -> Vec<Pair> {
    let mut pairing = Pairing::new(was.len(), now.len());
    pairing.by_key(|at| Some(&was[at]), |at| Some(&now[at]));
    pairing.finish()
}

/// What was paired so far.
struct Pairing {
    /// Positions of the first list that have no partner.
    was: Vec<bool>,
    now: Vec<bool>,
    pairs: Vec<(usize, usize)>,
}

impl Pairing {
    fn new(was: usize, now: usize) -> Self {
        Self { was: vec![true; was], now: vec![true; now], pairs: Vec::new() }
    }

    /// Pairs what has the same key, in order.
    fn by_key<K: Eq + Hash>(
        &mut self,
        was: impl Fn(usize) -> Option<K>,
        now: impl Fn(usize) -> Option<K>,
    ) {
        let mut known: HashMap<K, VecDeque<usize>> = HashMap::new();
        for at in free(&self.now) {
            if let Some(key) = now(at) {
                known.entry(key).or_default().push_back(at);
            }
        }
        for at in free(&self.was) {
            let partner = was(at).and_then(|key| known.get_mut(&key)?.pop_front());
            if let Some(partner) = partner {
                self.pair(at, partner);
            }
        }
    }

    /// Pairs what is alike, the most alike first; of equals what stands nearest.
    fn by_likeness(&mut self, least: usize, likeness: impl Fn(usize, usize) -> usize) {
        let (was, now) = (free(&self.was), free(&self.now));
        if was.len().saturating_mul(now.len()) > MOST_COMPARED {
            return;
        }
        let mut all = Vec::new();
        for from in &was {
            for to in &now {
                let score = likeness(*from, *to);
                if score >= least {
                    all.push((std::cmp::Reverse(score), from.abs_diff(*to), *from, *to));
                }
            }
        }
        all.sort_unstable();
        for (_, _, from, to) in all {
            if self.was[from] && self.now[to] {
                self.pair(from, to);
            }
        }
    }

    fn pair(&mut self, was: usize, now: usize) {
        (self.was[was], self.now[now]) = (false, false);
        self.pairs.push((was, now));
    }

    fn finish(mut self) -> Vec<Pair> {
        self.pairs.sort_unstable();
        let stays = longest_rise(&self.pairs);
        let pair = |(at, (was, now)): (usize, &(usize, usize))| Pair {
            was: *was,
            now: *now,
            moved: !stays.contains(&at),
        };
        self.pairs.iter().enumerate().map(pair).collect()
    }
}

fn free(list: &[bool]) -> Vec<usize> {
    list.iter().enumerate().filter(|(_, free)| **free).map(|(at, _)| at).collect()
}

/// The longest run of pairs whose second positions rise, as positions in `pairs`.
fn longest_rise(pairs: &[(usize, usize)]) -> BTreeSet<usize> {
    // By length less one: the run of that length that ends lowest, as the pair it ends with.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, (_, now)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *now);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut run = BTreeSet::new();
    let mut at = ends.last().copied();
    while let Some(pair) = at {
        run.insert(pair);
        at = before[pair];
    }
    run
}

/// The words of some texts with how often each stands there.
#[derive(Debug, Default)]
struct Bag {
    words: BTreeMap<String, usize>,
    count: usize,
}

impl Bag {
    fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut bag = Self::default();
        let texts = texts.into_iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        for word in texts.filter(|word| !word.is_empty()).take(MOST_WORDS) {
            *bag.words.entry(word.to_lowercase()).or_default() += 1;
            bag.count += 1;
        }
        bag
    }

    /// The share of words that both have (Dice), in thousandths.
    fn likeness(&self, other: &Self) -> usize {
        let common: usize = self
            .words
            .iter()
            .filter_map(|(word, count)| Some((*count).min(*other.words.get(word)?)))
            .sum();
        match self.count + other.count {
            0 => 0,
            both => 2000 * common / both,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(second: &[usize], stays: &[usize]) {
        let pairs: Vec<_> = second.iter().copied().enumerate().collect();
        assert_eq!(longest_rise(&pairs), stays.iter().copied().collect(), "{second:?}");
    }

    #[test]
    fn as_few_as_possible_move() {
        check(&[], &[]);
        check(&[0, 1, 2], &[0, 1, 2]);
        check(&[1, 2, 3, 0], &[0, 1, 2]);
        check(&[3, 0, 1, 2], &[1, 2, 3]);
        check(&[5, 7, 9], &[0, 1, 2]);
    }
}
