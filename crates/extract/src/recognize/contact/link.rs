//! Links, with and without scheme, and handles behind the name of a network.

use std::ops::Range;

use super::email::emails;
use super::network::{NETWORKS, Network, is_file_ending, is_named_like_domain, is_top_level};
use crate::recognize::text::{fold, trimmed_of};

/// A link or a handle on a network.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Link {
    /// Bytes of the line: of the address, or of the handle with the label before it.
    pub(crate) range: Range<usize>,
    /// The address as written. Of a handle the address it stands for, when the network has one
    /// form of profile pages; else the handle.
    pub(crate) url: String,
    /// The network the address belongs to, e.g. `GitHub`.
    pub(crate) network: Option<&'static str>,
    /// The name of the person there.
    pub(crate) handle: Option<String>,
    /// How surely it is a link, 0–1: a scheme or a known network says so, a bare domain may be
    /// the name of a company.
    pub(crate) confidence: f32,
}

/// The links of `text`, in order. Addresses of e-mail are none.
pub(crate) fn links(text: &str) -> Vec<Link> {
    let emails = emails(text);
    let mut found: Vec<Link> = Vec::new();
    for range in pieces(text) {
        let is_email = |range: &Range<usize>| {
            let next = emails.partition_point(|email| email.range.end <= range.start);
            emails.get(next).is_some_and(|email| email.range.start < range.end)
        };
        if is_email(&range) {
            continue;
        }
        found.extend(address(text, range.clone()).or_else(|| handle_alone(text, &range)));
    }
    // Lines with labels are short; the search looks at every link found so far.
    if text.len() <= 2_000 {
        labelled(text, &mut found);
    }
    found.sort_by_key(|link| link.range.start);
    found
}

/// Runs without blanks, brackets and separators.
fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_end = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '<' | '>'
                    | '('
                    | ')'
                    | '['
                    | ']'
                    | '{'
                    | '}'
                    | '|'
                    | ','
                    | ';'
                    | '"'
                    | '“'
                    | '”'
                    | '«'
                    | '»'
                    | '·'
                    | '•'
            )
    };
    let mut start = 0;
    let ends =
        text.char_indices().filter(move |(_, c)| is_end(*c)).map(|(at, c)| (at, c.len_utf8()));
    ends.chain(std::iter::once((text.len(), 0))).filter_map(move |(at, length)| {
        let range = start..at;
        start = at + length;
        let range = trimmed_of(text, range, |c| {
            matches!(c, '.' | ':' | '!' | '?' | '\'' | '’' | '*' | '–' | '—' | ',')
                || !(c.is_ascii_graphic() || c.is_alphanumeric())
        });
        (range.len() > 1).then_some(range)
    })
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

/// The link that the piece is, or that stands behind a label glued to it (`GitHub:github.com/x`).
fn address(text: &str, range: Range<usize>) -> Option<Link> {
    let mut range = range;
    let mut piece = &text[range.clone()];
    if !piece.contains('.') {
        return None;
    }
    let lower = if piece.contains("://") { piece.to_ascii_lowercase() } else { String::new() };
    let scheme = ["https://", "http://", "ftp://"]
        .into_iter()
        .find_map(|scheme| Some((lower.find(scheme)?, scheme.len())));
    let mut certain = false;
    if let Some((at, length)) = scheme {
        // A scheme inside: what stands before it is a label.
        range.start += at;
        piece = &piece[at..];
        certain = piece.len() > length;
    } else if let Some((label, rest)) = piece.split_once(':')
        && label.chars().all(char::is_alphabetic)
        && rest.contains('.')
    {
        range.start += label.len() + 1;
        piece = rest;
    }
    let bare = scheme.map_or(piece, |(_, length)| &piece[length..]);
    let site = strip_prefix_ignoring_case(bare, "www.");
    certain |= site.is_some();
    let site = site.unwrap_or(bare);
    let (host, path) = match site.find(['/', '?', '#']) {
        Some(at) => site.split_at(at),
        None => (site, ""),
    };
    let host = host.split(':').next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let is_label =
        |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    if labels.len() < 2 || !labels.iter().all(is_label) {
        return None;
    }
    let top = labels.last().copied().unwrap_or_default();
    let has_path = path.len() > 1;
    let named = labels.iter().any(|label| label.chars().any(char::is_alphabetic))
        && top.chars().all(char::is_alphabetic);
    if !named {
        return None;
    }
    let (network, handle) = network_of(host, path);
    let confidence = match () {
        () if !(certain
            || is_top_level(top)
            || has_path && (is_file_ending(top) || network.is_some())) =>
        {
            return None;
        }
        () if certain => 1.0,
        () if network.is_some() && has_path => 0.98,
        () if is_named_like_domain(host) => return None,
        () if has_path && labels[0].len() > 1 => 0.85,
        () if is_file_ending(top) || labels[0].len() < 2 => return None,
        // `Next.Js` and `Foo.Io` are names; sites are written small.
        () if top.chars().any(char::is_uppercase) && host.chars().any(char::is_lowercase) => {
            return None;
        }
        () if network.is_some() => 0.7,
        () if labels[0].starts_with(char::is_uppercase) => 0.4,
        () => 0.7,
    };
    Some(Link { url: text[range.clone()].to_owned(), range, network, handle, confidence })
}

/// The network of a host and the handle in the path (or in the host).
fn network_of(host: &str, path: &str) -> (Option<&'static str>, Option<String>) {
    let folded = host.to_ascii_lowercase();
    let host = folded.strip_prefix("m.").unwrap_or(&folded);
    for network in NETWORKS {
        for known in network.hosts {
            if let Some(parent) = known.strip_prefix('.') {
                let owner = host.strip_suffix(parent).and_then(|rest| rest.strip_suffix('.'));
                if let Some(owner) = owner.filter(|owner| !owner.is_empty()) {
                    return (Some(network.name), Some(owner.to_owned()));
                }
            } else if host == *known
                || host
                    .strip_suffix(known)
                    .is_some_and(|rest| rest.len() == 3 && rest.ends_with('.'))
            {
                return (Some(network.name), handle_in(network, path));
            }
        }
    }
    (None, None)
}

fn handle_in(network: &Network, path: &str) -> Option<String> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let mut steps = path.split('/').filter(|step| !step.is_empty());
    let mut step = steps.next()?;
    if network.before.contains(&step) {
        step = steps.next()?;
    }
    let handle = step.trim_start_matches('@');
    (!handle.is_empty()).then(|| handle.to_owned())
}

fn is_handle(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.')
}

/// `@jdoe`, `@jdoe@fosstodon.org`.
fn handle_alone(text: &str, range: &Range<usize>) -> Option<Link> {
    let piece = &text[range.clone()];
    let name = piece.strip_prefix('@')?;
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let valid = letters > 1 && name.chars().all(|c| is_handle(c) || c == '@');
    let network = name.contains('@').then_some("Mastodon");
    valid.then(|| Link {
        range: range.clone(),
        url: piece.to_owned(),
        network,
        handle: Some(name.to_owned()),
        confidence: 0.6,
    })
}

/// `GitHub: jdoe`, `LinkedIn - jane-doe`, `github/jdoe`, `in/jdoe`: one word behind a label.
fn labelled(text: &str, found: &mut Vec<Link>) {
    let mut from = 0;
    while let Some(mark) = text[from..].find([':', '/', '@']).map(|at| from + at) {
        from = mark + 1;
        let Some(network) = label_before(text, mark) else { continue };
        let rest = text[mark..].trim_start_matches([':', '/', '@', ' ']);
        let start = text.len() - rest.len();
        let length = rest.find(|c| !is_handle(c)).unwrap_or(rest.len());
        let handle = rest[..length].trim_end_matches(['.', '-']);
        let behind = &rest[handle.len()..];
        // The handle must be all: "GitHub: see below" names none.
        let tail = behind.trim_start();
        let ends = tail.is_empty()
            || tail.starts_with(['|', ',', ';', ')', '·', '•', '/', ']', '–', '—'])
            || behind.starts_with("  ")
            || behind.starts_with('\t');
        let taken = |link: &Link| link.range.start < start + handle.len() && mark < link.range.end;
        let letters = handle.chars().filter(|c| c.is_alphabetic()).count();
        let known = NETWORKS.iter().any(|other| other.labels.contains(&fold(handle).as_str()));
        if letters < 2
            || !ends
            || known
            || handle.contains("..")
            || (handle.contains('.') && !handle.starts_with(char::is_lowercase))
        {
            continue;
        }
        if let Some(other) = found.iter_mut().find(|link| taken(link)) {
            if other.network.is_none() && other.url.starts_with('@') {
                other.network = Some(network.name);
                other.url = profile(network, handle);
                other.confidence = 0.9;
            }
            continue;
        }
        let begin = mark
            - text[..mark]
                .trim_end()
                .chars()
                .rev()
                .take_while(|c| c.is_alphanumeric() || *c == ' ')
                .map(char::len_utf8)
                .sum::<usize>()
                .min(mark);
        let range = trimmed_of(text, begin.min(mark)..start + handle.len(), char::is_whitespace);
        let url = profile(network, handle);
        found.push(Link {
            range,
            url,
            network: Some(network.name),
            handle: Some(handle.to_owned()),
            confidence: 0.85,
        });
    }
}

/// The network whose label ends right before `mark`.
fn label_before(text: &str, mark: usize) -> Option<&'static Network> {
    let before = text[..mark].trim_end();
    let mut words = before.rsplitn(3, |c: char| !c.is_alphanumeric());
    let last = fold(words.next()?);
    let two = words.next().map(|first| format!("{} {last}", fold(first)));
    let is_label = |network: &&Network| {
        network.labels.iter().any(|label| *label == last || two.as_deref() == Some(*label))
    };
    // `x/y` is a fraction or a pair, never the network.
    let network = NETWORKS.iter().find(is_label)?;
    (last != "x" || !text[mark..].starts_with('/')).then_some(network)
}

/// The address of a profile, or the handle where a network has no single form.
fn profile(network: &Network, handle: &str) -> String {
    let host = network.hosts.iter().find(|host| !host.starts_with('.'));
    match (host, network.name) {
        (Some(_), "Mastodon" | "Hacker News" | "Google Scholar") | (None, _) => handle.to_owned(),
        (Some(host), _) => {
            let before =
                network.before.first().map(|before| format!("{before}/")).unwrap_or_default();
            format!("https://{host}/{before}{handle}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each link as `url`, `url network` or `url network handle`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = links(text);
        let shown: Vec<String> = found
            .iter()
            .map(|link| {
                let parts = [Some(link.url.as_str()), link.network, link.handle.as_deref()];
                parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
            })
            .collect();
        assert_eq!(shown, expected, "{text:?}");
        assert!(found.iter().all(|link| text.get(link.range.clone()).is_some()), "{text:?}");
    }

    #[test]
    fn addresses() {
        check("https://janedoe.dev/", &["https://janedoe.dev/"]);
        check("github.com/jdoe", &["github.com/jdoe GitHub jdoe"]);
        check(
            "www.linkedin.com/in/jane-doe/",
            &["www.linkedin.com/in/jane-doe/ LinkedIn jane-doe"],
        );
        check("de.linkedin.com/in/jdoe", &["de.linkedin.com/in/jdoe LinkedIn jdoe"]);
        check("janedoe.dev | Berlin", &["janedoe.dev"]);
        check("git.sr.ht/~jdoe", &["git.sr.ht/~jdoe SourceHut ~jdoe"]);
        check("codeberg.org/jdoe", &["codeberg.org/jdoe Codeberg jdoe"]);
        check("jane.wien, doe.bzh", &["jane.wien", "doe.bzh"]);
        check("jdoe.github.io", &["jdoe.github.io GitHub jdoe"]);
        check("(https://gitlab.com/jdoe).", &["https://gitlab.com/jdoe GitLab jdoe"]);
        check(
            "stackoverflow.com/users/12345/jdoe",
            &["stackoverflow.com/users/12345/jdoe Stack Overflow 12345"],
        );
        check(
            "x.com/jdoe, medium.com/@jdoe",
            &["x.com/jdoe X jdoe", "medium.com/@jdoe Medium jdoe"],
        );
        check("Website:janedoe.io", &["janedoe.io"]);
        check("GitHub:https://github.com/jdoe", &["https://github.com/jdoe GitHub jdoe"]);
        check("crates.io/users/jdoe", &["crates.io/users/jdoe crates.io jdoe"]);
    }

    #[test]
    fn handles() {
        check("GitHub: jdoe", &["https://github.com/jdoe GitHub jdoe"]);
        check(
            "LinkedIn: jane-doe | GitHub: jdoe",
            &[
                "https://linkedin.com/in/jane-doe LinkedIn jane-doe",
                "https://github.com/jdoe GitHub jdoe",
            ],
        );
        check("Twitter: @jdoe", &["https://x.com/jdoe X jdoe"]);
        check("@jdoe", &["@jdoe jdoe"]);
        check("github/jdoe", &["https://github.com/jdoe GitHub jdoe"]);
    }

    #[test]
    fn no_links() {
        for text in [
            "Node.js",
            "ASP.NET",
            "e.g. Kafka",
            "Next.js and Vue.js",
            "v1.2.3",
            "main.py",
            "README.md",
            "index.html",
            "i.e. this",
            "jane@example.com",
            "Socket.IO",
            "config.yaml",
            "3.14",
            "Ph.D.",
            "U.S.A.",
            "CI/CD",
            "TCP/IP",
            "GitHub: see my public work",
            "Tools: GitHub, GitLab",
            "GitHub Actions",
            "Inc.",
            "1.2.3.4",
            "S3/EC2",
            "",
            "Reached 1.5x/2x",
            "GitHub/GitLab",
            "schema.rs",
            "deploy.sh",
        ] {
            check(text, &[]);
        }
    }
}
