//! How a page shows one skill: by itself, by what takes it, by what is close.

use resume::Quote;
use roles::{RolePack, SkillId};

use crate::copied::Phrases;
use crate::evidence::{Evidence, Line, Place};
use crate::literal::whole_word;
use crate::period::{Period, date, months};
use crate::title::Field;
use crate::weights;

/// Most quotes of one skill.
pub(crate) const MOST_QUOTES: usize = 3;

/// What the shown skill is to the one that is asked for. The best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Link {
    /// The same.
    Itself,
    /// A kind of it.
    Kind,
    /// It cannot be done without it.
    Takes,
    /// It does a similar job.
    Related,
}

/// One way in which a page shows something.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    pub(crate) link: Link,
    /// The skill that is shown; `None` for a concept.
    pub(crate) skill: Option<SkillId>,
    /// Places in claims of work.
    pub(crate) claims: Vec<Place>,
    /// Places elsewhere.
    pub(crate) named: Vec<Place>,
    /// Titles of roles show it.
    pub(crate) is_title: bool,
    /// Nothing but long ago.
    pub(crate) is_stale: bool,
    /// 0–1, years left aside.
    pub(crate) credit: f64,
}

/// Who looks, and in what.
#[derive(Clone, Copy)]
pub(crate) struct Eye<'a> {
    pub(crate) page: &'a Evidence,
    pub(crate) pack: &'a RolePack,
    pub(crate) job: &'a Phrases,
}

impl<'a> Eye<'a> {
    /// All ways in which the page shows a skill, the best first. `as_word` is the share that is left
    /// where the page has no more than the word itself, see [`weights::as_word`].
    pub(crate) fn skill(
        &self,
        asked: SkillId,
        written: &str,
        is_example: bool,
        as_word: f64,
    ) -> Vec<Way> {
        let vocabulary = &self.pack.vocabulary;
        let limit = weights::fresh_months(vocabulary.skill(asked).category);
        let mut ways = self.directly(asked, limit, 1.0, Link::Itself);
        for way in ways.iter_mut().filter(|way| way.link == Link::Itself) {
            way.credit *= as_word;
        }
        for &(near, strength) in vocabulary.related(asked) {
            let most = if is_example { weights::RELATED_TO_EXAMPLE } else { weights::RELATED };
            let share = most * f64::from(strength).clamp(0.0, 1.0);
            ways.extend(self.directly(near, limit, share, Link::Related));
        }
        if ways.iter().all(|way| way.link == Link::Related) {
            let place = self.by_word(asked, written).into_iter();
            ways.extend(self.way(place, Link::Itself, Some(asked), as_word, limit));
        }
        // What is close may also be what takes it: the better way counts.
        ways.sort_by(|a, b| {
            b.credit.total_cmp(&a.credit).then(a.link.cmp(&b.link)).then(a.skill.cmp(&b.skill))
        });
        ways
    }

    /// A skill itself and what implies it; with `link` other than itself, for another's sake.
    fn directly(&self, skill: SkillId, limit: Option<u32>, share: f64, link: Link) -> Vec<Way> {
        let mut ways = Vec::new();
        let places = self.page.skills.get(&skill).map_or(&[][..], Vec::as_slice);
        let concept = self.concept_of(skill);
        let of_titles = self.way(
            self.titles_of(skill).cloned(),
            link.max(Link::Kind),
            Some(skill),
            share,
            limit,
        );
        ways.extend(of_titles.map(|way| Way { is_title: true, ..way }));
        ways.extend(self.way(
            places.iter().chain(concept).cloned(),
            link,
            Some(skill),
            share,
            limit,
        ));
        for implied in self.page.implied.get(&skill).into_iter().flatten() {
            // What merely takes something close is too far away: jQuery is not close to TypeScript.
            if link == Link::Related && !implied.is_kind {
                continue;
            }
            let places = self.page.skills.get(&implied.by).into_iter().flatten();
            let of_link = if implied.is_kind { 1.0 } else { weights::IMPLIED };
            let as_link = if implied.is_kind { Link::Kind } else { Link::Takes };
            let link = link.max(as_link);
            ways.extend(self.way(places.cloned(), link, Some(implied.by), share * of_link, limit));
        }
        ways
    }

    /// The very words of the job, where they are those of a field: what a sentence has to say so that
    /// `logistics` is an industry does not matter, once somebody asks for it.
    fn by_word(&self, skill: SkillId, written: &str) -> Option<Place> {
        if self.pack.vocabulary.skill(skill).category.is_engineering() {
            return None;
        }
        let mut lines = self.page.lines.iter().enumerate();
        lines.find_map(|(line, of)| {
            let range = whole_word(&of.text, written)?;
            Some(Place { line, range, in_claim: false })
        })
    }

    /// Titles of whoever works in the field that a skill names.
    fn titles_of(&self, skill: SkillId) -> impl Iterator<Item = &'a Place> {
        let field = Field::of(&self.pack.vocabulary.skill(skill).name);
        let titles = field.is_some().then_some(&self.page.titles).into_iter().flatten();
        titles
            .filter(move |title| field.as_ref().is_some_and(|field| title.shows(field)))
            .map(|title| &title.place)
    }

    /// The places of the concept that is the same thing as a skill: event sourcing is both.
    fn concept_of(&self, skill: SkillId) -> impl Iterator<Item = &'a Place> {
        let id = self.pack.vocabulary.skill(skill).id.as_str();
        let at = self.pack.concepts.iter().position(|concept| concept.id == id);
        at.and_then(|at| self.page.concepts.get(&at)).into_iter().flatten()
    }

    /// How the page shows a concept.
    pub(crate) fn concept(&self, at: usize) -> Option<Way> {
        let places = self.page.concepts.get(&at).into_iter().flatten();
        let twin = self.pack.vocabulary.by_id(&self.pack.concepts[at].id);
        let of_twin = twin.and_then(|twin| self.page.skills.get(&twin)).into_iter().flatten();
        self.way(places.chain(of_twin).cloned(), Link::Itself, None, 1.0, None)
    }

    fn way(
        &self,
        places: impl Iterator<Item = Place>,
        link: Link,
        skill: Option<SkillId>,
        share: f64,
        limit: Option<u32>,
    ) -> Option<Way> {
        let shows = |place: &Place| place.in_claim && !self.is_copied(place);
        let (claims, named): (Vec<Place>, Vec<Place>) = places.partition(shows);
        if claims.is_empty() && named.is_empty() {
            return None;
        }
        let is_stale = !claims.is_empty() && claims.iter().all(|place| self.is_stale(place, limit));
        let credit = match (claims.is_empty(), is_stale) {
            (true, _) => weights::NAMED,
            (_, true) => weights::STALE,
            _ => weights::CLAIM,
        };
        Some(Way { link, skill, is_title: false, claims, named, is_stale, credit: credit * share })
    }

    fn is_copied(&self, place: &Place) -> bool {
        let facts = self.line(place).facts.as_ref();
        facts.is_some_and(|facts| self.job.holds(&facts.words, &place.range))
    }

    /// Work without dates is not known to be old.
    fn is_stale(&self, place: &Place, limit: Option<u32>) -> bool {
        let (Some(limit), Some(today)) = (limit, self.page.today) else { return false };
        let last = self.line(place).period.map(|period| period.last);
        last.is_some_and(|last| i64::from(today) - i64::from(last) > i64::from(limit))
    }

    pub(crate) fn line(&self, place: &Place) -> &'a Line {
        &self.page.lines[place.line]
    }

    /// Months of work whose claims show it, and the last of them. What is only close does not count.
    pub(crate) fn used(&self, ways: &[Way]) -> (Option<u32>, Option<resume::Date>) {
        let ways = ways.iter().filter(|way| way.link != Link::Related);
        let places = ways.flat_map(|way| &way.claims);
        let periods: Vec<Period> = places.filter_map(|place| self.line(place).period).collect();
        let last = periods.iter().map(|period| period.last).max();
        let months = (!periods.is_empty()).then(|| months(periods.into_iter()));
        (months, last.and_then(date))
    }

    /// The words that show it, those that tell most first, then the latest.
    pub(crate) fn quotes(&self, way: &Way) -> Vec<Quote> {
        let places = if way.claims.is_empty() { &way.named } else { &way.claims };
        let mut lines: Vec<usize> = places.iter().map(|place| place.line).collect();
        lines.sort_unstable();
        lines.dedup();
        lines.sort_by_key(|at| {
            let line = &self.page.lines[*at];
            let last = line.period.map_or(i32::MIN, |period| period.last);
            (std::cmp::Reverse((line.strength, last)), *at)
        });
        lines.into_iter().take(MOST_QUOTES).map(|at| quote(&self.page.lines[at])).collect()
    }

    /// The words of the page at a place.
    pub(crate) fn words(&self, place: &Place) -> &'a str {
        self.line(place).text.get(place.range.clone()).unwrap_or_default()
    }
}

fn quote(line: &Line) -> Quote {
    let lead = line.text.len() - line.text.trim_start().len();
    let text = line.text.trim();
    let start = line.offset + lead;
    Quote {
        path: line.path.clone(),
        range: start..start + text.len(),
        text: text.to_owned(),
        line: None,
    }
}
