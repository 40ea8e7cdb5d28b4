//! Countries, regions and cities, read when the first place is looked for.

use std::sync::LazyLock;

/// Where a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// ISO 3166-1 alpha-2.
    pub(super) country: &'static str,
    /// Code of the state or province; empty when none is known.
    pub(super) region: &'static str,
}

/// Names in order, each with where it is.
type Table = Vec<(&'static str, Known)>;

static COUNTRIES: LazyLock<Table> = LazyLock::new(|| {
    let lines = entries(include_str!("../data/countries.txt"));
    sorted(lines.flat_map(|(country, names)| {
        names.split(", ").map(move |name| (name, Known { country, region: "" }))
    }))
});

static CITIES: LazyLock<Table> = LazyLock::new(|| {
    let lines = entries(include_str!("../data/cities.txt"));
    sorted(lines.flat_map(|(place, names)| {
        let (country, region) = place.split_once('-').unwrap_or((place, ""));
        names.split(", ").map(move |name| (name, Known { country, region }))
    }))
});

/// By folded name, and by code.
static REGIONS: LazyLock<[Table; 2]> = LazyLock::new(|| {
    let lines = entries(include_str!("../data/regions.txt"));
    let entries = lines.flat_map(|(country, names)| {
        names.split(", ").filter_map(move |entry| {
            let (region, name) = entry.split_once('=')?;
            Some((name, Known { country, region }))
        })
    });
    let by_name: Vec<_> = entries.collect();
    // Elsewhere codes are not what people write behind a city.
    let coded = by_name.iter().filter(|(_, known)| matches!(known.country, "US" | "CA" | "AU"));
    let by_code = sorted(coded.map(|(_, known)| (known.region, *known)));
    [sorted(by_name.into_iter()), by_code]
});

/// Keys and values of a file, without its remarks.
fn entries(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

fn sorted(entries: impl Iterator<Item = (&'static str, Known)>) -> Table {
    let mut table: Table = entries.collect();
    // Stable: of namesakes the first of the file stays first.
    table.sort_by_key(|(name, _)| *name);
    table
}

fn all<'a>(table: &'a Table, name: &'a str) -> impl Iterator<Item = Known> + 'a {
    let from = table.partition_point(|(known, _)| *known < name);
    table[from..].iter().take_while(move |(known, _)| *known == name).map(|(_, known)| *known)
}

/// The code of the country a folded name stands for.
pub(super) fn country(name: &str) -> Option<&'static str> {
    all(&COUNTRIES, name).next().map(|known| known.country)
}

/// The country of an ISO 3166-1 alpha-2 code in capitals.
pub(super) fn country_of_code(code: &str) -> Option<&'static str> {
    COUNTRIES.iter().map(|(_, known)| known.country).find(|country| *country == code)
}

/// All states and provinces of a folded name.
pub(super) fn regions(name: &str) -> impl Iterator<Item = Known> + '_ {
    all(&REGIONS[0], name)
}

/// All states and provinces that a code in capitals stands for.
pub(super) fn codes(code: &str) -> impl Iterator<Item = Known> + '_ {
    all(&REGIONS[1], code)
}

/// All cities of a folded name.
pub(super) fn cities(name: &str) -> impl Iterator<Item = Known> + '_ {
    all(&CITIES, name)
}
