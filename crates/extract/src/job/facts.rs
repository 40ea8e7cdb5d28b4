//! Facts a posting states in a line: title, level, place, contract, pay, days.

use resume::FieldPath;
use resume::job::{Organization, Pay, Remote};

use super::blocks::Block;
use super::fill::Filler;
use super::names::Part;
use super::{pay, terms, title};
use crate::fields::make::{Cut, squeezed};
use crate::fields::para::Para;
use crate::recognize::looks;

/// Files what stands behind a label.
pub(super) fn field(filler: &mut Filler<'_>, part: Part, block: &Block) {
    let root = FieldPath::root();
    let Some(said) = block.said.first() else { return };
    let text = filler.text(&said.cut);
    let short = text.len() <= 160;
    match part {
        Part::Level => {
            if let Some(stage) =
                title::only_level(text).filter(|_| filler.job.stage.is_none() && short)
            {
                filler.job.stage = Some(stage);
                filler.maker.place(root.key("stage"), &said.cut);
            }
        }
        Part::Company if short => company(filler, &said.cut),
        Part::Type if short => contract(filler, &said.cut),
        Part::Place => {
            for said in &block.said {
                if filler.text(&said.cut).len() <= 200 {
                    place(filler, &said.cut, true);
                }
            }
        }
        Part::Countries if short => {
            let codes = terms::codes(text);
            if !codes.is_empty() {
                let remote = filler.job.remote.get_or_insert_with(Remote::default);
                remote.countries = codes;
                filler.maker.place(root.key("remote").key("countries"), &said.cut);
            }
        }
        Part::Posted if filler.job.date_posted.is_none() => {
            filler.job.date_posted = terms::day(text);
            filler.maker.place(root.key("datePosted"), &said.cut);
        }
        Part::Until if filler.job.valid_through.is_none() => {
            filler.job.valid_through = terms::day(text);
            filler.maker.place(root.key("validThrough"), &said.cut);
        }
        Part::Start if filler.job.start.is_none() && short => {
            filler.job.start = filler.maker.take(root.key("start"), &said.cut);
        }
        Part::Identifier if filler.job.identifier.is_none() && short => {
            filler.job.identifier = filler.maker.take(root.key("identifier"), &said.cut);
        }
        _ => {}
    }
}

/// The employer, when none is known yet.
pub(super) fn company(filler: &mut Filler<'_>, cut: &Cut) {
    let path = FieldPath::root().key("hiringOrganization").key("name");
    let known = filler.job.hiring_organization.as_ref().is_some_and(|who| who.name.is_some());
    if known {
        return;
    }
    if let Some(name) = filler.maker.take(path, cut) {
        let who = filler.job.hiring_organization.get_or_insert_with(Organization::default);
        who.name = Some(name);
    }
}

fn contract(filler: &mut Filler<'_>, cut: &Cut) {
    let text = filler.text(cut);
    if filler.job.employment_type.is_none()
        && let Some(found) = terms::employment(text)
    {
        filler.job.employment_type = Some(found);
        filler.maker.place(FieldPath::root().key("employmentType"), cut);
    }
    remote(filler, cut, true);
}

/// Places of a line of facts, and how much of the work can be done from elsewhere.
pub(super) fn place(filler: &mut Filler<'_>, cut: &Cut, labeled: bool) {
    let text = filler.text(cut);
    let found = remote(filler, cut, true);
    let places = terms::places(text);
    // `Remote (Germany)` says where people live, not where the office is.
    let full = found && !text.to_lowercase().contains("hybrid");
    for (range, place) in places {
        let bare = place.city.is_none() && place.region.is_none();
        if (full && bare)
            || filler.job.locations.contains(&place)
            || filler.job.locations.len() >= 40
        {
            continue;
        }
        let path = FieldPath::root().key("locations").index(filler.job.locations.len());
        let start = cut.range.start;
        let here = Cut { para: cut.para, range: start + range.start..start + range.end };
        filler.maker.place(path, &here);
        filler.job.locations.push(place);
    }
    if labeled && !found && filler.job.locations.is_empty() && text.len() <= 60 {
        // Behind a label, what no list knows is a place all the same.
        let path = FieldPath::root().key("locations").index(0);
        if let Some(city) = filler.maker.take(path.key("city"), cut) {
            filler
                .job
                .locations
                .push(resume::model::Place { city: Some(city), ..Default::default() });
        }
    }
}

/// Files what a line says about work from elsewhere; true when it says something.
pub(super) fn remote(filler: &mut Filler<'_>, cut: &Cut, is_fact: bool) -> bool {
    let Some(found) = terms::remote(filler.text(cut), is_fact) else { return false };
    let path = FieldPath::root().key("remote");
    let held = filler.job.remote.get_or_insert_with(Remote::default);
    if held.scope.is_none() {
        held.scope = found.scope;
        filler.maker.place(path.key("scope"), cut);
    }
    if held.countries.is_empty() && held.scope == found.scope {
        held.countries = found.countries;
    }
    if held.time_zone.is_none() {
        held.time_zone = found.time_zone;
    }
    true
}

/// The part of a posting that states the pay.
pub(super) fn pay(filler: &mut Filler<'_>, block: &Block) {
    for said in &block.said {
        pay_of(filler, &said.cut, true);
    }
}

/// Marks between a band and what is said of it.
const MARKS: [char; 8] = ['+', ',', '.', ';', ' ', ')', '-', '–'];

/// Files the pay that a line states. Where pay stands, words without a band are its note.
pub(super) fn pay_of(filler: &mut Filler<'_>, cut: &Cut, is_pay: bool) {
    let text = filler.text(cut);
    let path = FieldPath::root().key("pay");
    let known = filler.job.pay.as_ref().is_some_and(|pay| pay.min.or(pay.max).is_some());
    let found = pay::find(text, is_pay).filter(|_| !known);
    if let Some(found) = found {
        let start = cut.range.start;
        let here =
            Cut { para: cut.para, range: start + found.range.start..start + found.range.end };
        for (key, there) in [
            ("currency", found.pay.currency.is_some()),
            ("min", found.pay.min.is_some()),
            ("max", found.pay.max.is_some()),
            ("period", found.pay.period.is_some()),
        ] {
            if there {
                filler.maker.place(path.key(key), &here);
            }
        }
        filler.maker.place(path.clone(), &here);
        let rest = squeezed(&text[found.range.end..]);
        let rest = pay::without_period(rest.trim_start_matches(MARKS)).trim_start_matches(MARKS);
        let note = (is_pay && rest.split_whitespace().count() > 1 && rest.len() <= 400)
            .then(|| rest.to_owned());
        let held = filler.job.pay.take();
        let note = held.and_then(|pay| pay.note).or(note);
        filler.job.pay = Some(Pay { note, ..found.pay });
    } else if is_pay && text.len() <= 400 {
        let pay = filler.job.pay.get_or_insert_with(Pay::default);
        if pay.note.is_none() {
            pay.note = filler.maker.take(path.key("note"), cut);
        }
    }
}

/// Reads the lines around the title: employer, place, contract, pay, day. True when the line is
/// nothing else.
pub(super) fn header(filler: &mut Filler<'_>, cut: &Cut, beside_title: bool) -> bool {
    let text = filler.text(cut);
    let words = text.split_whitespace().count();
    if words > 18 || text.len() > 200 || (text.trim_end().ends_with('.') && words > 5) {
        return false;
    }
    let before = (
        filler.job.locations.len(),
        filler.job.remote.is_some(),
        filler.job.employment_type.is_some(),
        filler.job.pay.is_some(),
        filler.job.hiring_organization.is_some(),
    );
    for (at, range) in pieces(text).into_iter().enumerate() {
        let start = cut.range.start;
        let here = Cut { para: cut.para, range: start + range.start..start + range.end };
        let piece = &text[range];
        let is_place = !terms::places(piece).is_empty();
        let says = is_place
            || terms::remote(piece, true).is_some()
            || terms::employment(piece).is_some()
            || pay::find(piece, false).is_some();
        if pay::find(piece, false).is_some() {
            pay_of(filler, &here, false);
        } else if says && piece.split_whitespace().count() <= 10 {
            place(filler, &here, false);
            contract(filler, &here);
        } else if beside_title && at == 0 && is_name(piece) {
            company(filler, &here);
        }
    }
    let after = (
        filler.job.locations.len(),
        filler.job.remote.is_some(),
        filler.job.employment_type.is_some(),
        filler.job.pay.is_some(),
        filler.job.hiring_organization.is_some(),
    );
    before != after
}

/// True for a few words that may be the name of an employer.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=5).contains(&words.len())
        && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !text.contains([':', '?', '!', '@'])
        && looks::title(text) < 0.45
        && super::names::exact(text).is_none()
        && words.iter().filter(|word| word.starts_with(char::is_lowercase)).count() <= 1
}

/// Parts of a line of facts.
fn pieces(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let marks = [" | ", " · ", " • ", " – ", " — ", " - ", "    ", "; ", " / ", " // "];
    let mut at = 0;
    while at < text.len() {
        match marks.iter().find(|mark| text[at..].starts_with(**mark)) {
            // The two ends of a band stay together.
            Some(mark) if !is_band(&text[..at], &text[at + mark.len()..]) => {
                found.push(start..at);
                start = at + mark.len();
                at = start;
            }
            _ => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found.push(start..text.len());
    found.retain(|range| !text[range.clone()].trim().is_empty());
    found
}

fn is_band(before: &str, after: &str) -> bool {
    let ends = before.trim_end().ends_with(|c: char| c.is_ascii_digit() || "kK+€£$".contains(c));
    let mut next = after.trim_start().chars();
    ends && next.any(|c| c.is_ascii_digit())
        && after.trim_start().starts_with(|c: char| c.is_ascii_digit() || "€£$".contains(c))
}

/// The employer that a sentence names: `Northwind is hiring`, `At Northwind, we …`, `Join Northwind`.
pub(super) fn company_of(para: &Para) -> Option<std::ops::Range<usize>> {
    let text = &para.text;
    let head = &text[..text.floor_char_boundary(200)];
    for marker in [
        " is hiring", " is looking for", " is seeking", " is a ", " is an ", " is the ",
        " builds ", " was founded", " develops ", " makes ", " helps ", " provides ", " operates ",
    ] {
        if let Some(at) = head.find(marker)
            && is_name(&head[..at])
            && !is_pronoun(&head[..at])
        {
            return Some(0..at);
        }
    }
    let rest = head.strip_prefix("At ").or_else(|| head.strip_prefix("Join "))?;
    let end = rest.find([',', '.', '!', '’', '\'']).or_else(|| rest.find(" as "))?;
    let start = head.len() - rest.len();
    (is_name(&rest[..end]) && !is_pronoun(&rest[..end])).then_some(start..start + end)
}

fn is_pronoun(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    let common = [
        "we", "our", "the", "this", "you", "your", "it", "they", "there", "that", "what", "who",
        "here", "a", "an", "he", "she", "if", "as", "in", "us", "location", "salary", "remote",
        "hybrid", "compensation", "experience", "knowledge", "everyone", "each", "least",
    ];
    common.contains(&first.as_str())
}
