//! The top of the page: who it is and how to reach them.

mod home;
mod label;
mod name;

use resume::FieldPath;
use resume::model::{Basics, Profile};

use self::home::choose_place;
use self::label::choose_label;
use self::name::choose_name;
use super::make::{Cut, Maker};
use super::para::Para;
use super::segments;
use crate::recognize::contact::{self, Link, Phone};
use crate::recognize::{looks, place};

/// Reads the contact block: `lines` before the first heading, in contact sections and in the
/// running head.
pub(crate) fn read(maker: &mut Maker<'_>, lines: &[usize]) -> Option<Basics> {
    let path = FieldPath::root().key("basics");
    let mut basics = Basics::default();
    let found = Found::of(maker.paras, lines);
    if let Some((cut, address)) = &found.email {
        maker.place(path.key("email"), cut);
        basics.email = Some(address.clone());
    } else {
        basics.email.clone_from(&found.linked_email);
    }
    if let Some((cut, phone)) = &found.phone {
        maker.place(path.key("phone"), cut);
        basics.phone = Some(phone.number.clone());
    }
    set_links(maker, &path, &found, &mut basics);

    let name = choose_name(maker, lines, basics.email.as_deref(), &found);
    basics.name = name.as_ref().and_then(|cut| maker.take(path.key("name"), cut));
    let label = name.and_then(|name| choose_label(maker, lines, &name, &found));
    basics.label = label.and_then(|cut| maker.take(path.key("label"), &cut));
    if let Some(cut) = choose_place(maker, lines, &found) {
        basics.location =
            maker.take(path.key("location"), &cut).and_then(|text| place::parse(&text));
    }
    let prose: Vec<usize> =
        lines.iter().copied().filter(|&at| is_prose(&maker.paras[at])).collect();
    if !prose.is_empty() {
        basics.summary = maker.take_paras(path.key("summary"), &prose);
    }
    (basics != Basics::default()).then_some(basics)
}

/// Contact details and their places.
#[derive(Default)]
struct Found {
    email: Option<(Cut, String)>,
    /// An address that only a link carries.
    linked_email: Option<String>,
    phone: Option<(Cut, Phone)>,
    links: Vec<(Cut, Link)>,
    /// Paragraphs with contact details in them.
    paras: Vec<usize>,
}

impl Found {
    fn of(paras: &[Para], lines: &[usize]) -> Self {
        let mut found = Self::default();
        for &at in lines {
            let para = &paras[at];
            if is_prose(para) {
                continue;
            }
            let mut any = false;
            for email in contact::emails(&para.text) {
                any = true;
                found.email.get_or_insert((Cut { para: at, range: email.range }, email.address));
            }
            for phone in contact::phones(&para.text) {
                any = true;
                let better =
                    found.phone.as_ref().is_none_or(|(_, best)| phone.confidence > best.confidence);
                if better {
                    found.phone = Some((Cut { para: at, range: phone.range.clone() }, phone));
                }
            }
            for link in contact::links(&para.text) {
                any = true;
                found.add(Cut { para: at, range: link.range.clone() }, link);
            }
            for run in &para.runs {
                let Some(target) = &run.link else { continue };
                any = true;
                if let Some(address) = target.strip_prefix("mailto:") {
                    found.linked_email.get_or_insert_with(|| {
                        address.split('?').next().unwrap_or_default().to_owned()
                    });
                } else if let Some(link) = contact::links(target).into_iter().next() {
                    found.add(Cut { para: at, range: run.range.clone() }, link);
                }
            }
            if any {
                found.paras.push(at);
            }
        }
        found
    }

    /// One entry an address, whatever ways the page shows it.
    fn add(&mut self, cut: Cut, link: Link) {
        let known = self.links.iter().any(|(place, other)| {
            let shared = place.para == cut.para
                && place.range.start < cut.range.end
                && cut.range.start < place.range.end;
            bare(&other.url) == bare(&link.url) || shared
        });
        if !known && link.confidence >= 0.5 {
            self.links.push((cut, link));
        }
    }
}

/// An address as people compare it: no scheme, no `www.`, no slash at the end.
fn bare(url: &str) -> String {
    let lower = url.trim().to_lowercase();
    let rest = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    rest.trim_start_matches("www.").trim_end_matches('/').to_owned()
}

fn set_links(maker: &mut Maker<'_>, path: &FieldPath, found: &Found, basics: &mut Basics) {
    for (cut, link) in &found.links {
        match &link.network {
            Some(network) => {
                let at = path.key("profiles").index(basics.profiles.len());
                maker.place(at.key("url"), cut);
                basics.profiles.push(Profile {
                    network: Some((*network).to_owned()),
                    username: link.handle.clone(),
                    url: Some(link.url.clone()),
                    ..Profile::default()
                });
            }
            None if basics.url.is_none() => {
                maker.place(path.key("url"), cut);
                basics.url = Some(link.url.clone());
            }
            None => {
                let at = path.key("profiles").index(basics.profiles.len());
                maker.place(at.key("url"), cut);
                basics.profiles.push(Profile { url: Some(link.url.clone()), ..Profile::default() });
            }
        }
    }
}

/// A sentence or more, not a line of details.
fn is_prose(para: &Para) -> bool {
    let words = para.text.split_whitespace().count();
    let has_contact =
        !contact::emails(&para.text).is_empty() || !contact::phones(&para.text).is_empty();
    let long = words > 16 || (para.lines > 1 && words > 10);
    !has_contact && long && para.cells().len() == 1 && !is_wrapped_headline(para, words)
}

/// A name in large type with what stands behind it, or a title with what it is about, wrapped in
/// a narrow column.
fn is_wrapped_headline(para: &Para, words: usize) -> bool {
    if words > 18 || para.lines > 4 || para.text.ends_with('.') {
        return false;
    }
    let sizes = |run: Option<&super::para::Run>| run.map_or(0.0, |run| run.style.size);
    let (first, last) = (sizes(para.runs.first()), sizes(para.runs.last()));
    let parted = para.text.contains(['·', '|', '•', '/']) || para.text.contains(" – ");
    first > 1.25 * last.max(1.0)
        || (parted
            && segments::parts(para)
                .first()
                .is_some_and(|part| looks::title(&para.text[part.clone()]) >= 0.6))
}
