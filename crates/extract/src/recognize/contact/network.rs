//! Networks people link to, and the top-level domains an address can end in.

/// A network with profiles.
#[derive(Debug)]
pub(super) struct Network {
    /// As its owners write it.
    pub(super) name: &'static str,
    /// Hosts of profile pages, without `www.`; a leading dot stands for any subdomain that then
    /// is the handle.
    pub(super) hosts: &'static [&'static str],
    /// What stands before the handle in the path.
    pub(super) before: &'static [&'static str],
    /// Folded words that label a handle.
    pub(super) labels: &'static [&'static str],
}

macro_rules! networks {
    ($($name:literal: [$($host:literal)*] [$($before:literal)*] [$($label:literal)*];)*) => {
        &[$(Network { name: $name, hosts: &[$($host),*], before: &[$($before),*], labels: &[$($label),*] }),*]
    };
}

pub(super) const NETWORKS: &[Network] = networks! {
    "GitHub": ["github.com" ".github.io"] [] ["github" "gh"];
    "GitLab": ["gitlab.com" ".gitlab.io"] [] ["gitlab"];
    "Bitbucket": ["bitbucket.org"] [] ["bitbucket"];
    "Codeberg": ["codeberg.org"] [] ["codeberg"];
    "SourceHut": ["sr.ht" "git.sr.ht"] [] ["sourcehut"];
    "LinkedIn": ["linkedin.com"] ["in" "pub" "profile"] ["linkedin"];
    "Stack Overflow": ["stackoverflow.com" "stackexchange.com"] ["users" "story"] ["stackoverflow" "stack overflow"];
    "X": ["x.com" "twitter.com"] [] ["twitter" "x" "x twitter" "twitter x"];
    "Bluesky": ["bsky.app"] ["profile"] ["bluesky" "bsky"];
    "Mastodon": ["mastodon.social" "fosstodon.org" "hachyderm.io" "mastodon.online" "mas.to" "infosec.exchange"] [] ["mastodon"];
    "Medium": ["medium.com" ".medium.com"] [] ["medium"];
    "DEV": ["dev.to"] [] ["dev to"];
    "Hashnode": [".hashnode.dev" "hashnode.com"] [] ["hashnode"];
    "Substack": [".substack.com"] [] ["substack"];
    "Kaggle": ["kaggle.com"] [] ["kaggle"];
    "LeetCode": ["leetcode.com"] ["u"] ["leetcode"];
    "HackerRank": ["hackerrank.com"] ["profile"] ["hackerrank"];
    "Codeforces": ["codeforces.com"] ["profile"] ["codeforces"];
    "CodeChef": ["codechef.com"] ["users"] ["codechef"];
    "TopCoder": ["topcoder.com"] ["members"] ["topcoder"];
    "Hacker News": ["news.ycombinator.com"] [] ["hacker news" "hn"];
    "Reddit": ["reddit.com"] ["u" "user"] ["reddit"];
    "YouTube": ["youtube.com"] ["c" "user" "channel"] ["youtube"];
    "Google Scholar": ["scholar.google.com"] [] ["google scholar"];
    "ORCID": ["orcid.org"] [] ["orcid"];
    "ResearchGate": ["researchgate.net"] ["profile"] ["researchgate"];
    "Hugging Face": ["huggingface.co"] [] ["hugging face" "huggingface"];
    "Docker Hub": ["hub.docker.com"] ["u" "r"] ["docker hub"];
    "npm": ["npmjs.com"] [] ["npm"];
    "crates.io": ["crates.io"] ["users"] [];
    "PyPI": ["pypi.org"] ["user"] ["pypi"];
    "Behance": ["behance.net"] [] ["behance"];
    "Dribbble": ["dribbble.com"] [] ["dribbble"];
    "CodePen": ["codepen.io"] [] ["codepen"];
    "Facebook": ["facebook.com" "fb.com"] [] ["facebook"];
    "Instagram": ["instagram.com"] [] ["instagram"];
    "XING": ["xing.com"] ["profile"] ["xing"];
    "Telegram": ["t.me"] [] ["telegram"];
    "Skype": [] [] ["skype"];
    "Keybase": ["keybase.io"] [] ["keybase"];
    "Speaker Deck": ["speakerdeck.com"] [] ["speaker deck" "speakerdeck"];
    "AngelList": ["angel.co" "wellfound.com"] ["u"] ["angellist" "wellfound"];
};

/// Top-level domains in the order of the alphabet: the common generic ones and those of
/// countries. Endings that are also kinds of files (`md`, `py`, `rs`, `sh`) are kept apart.
const TOP_LEVEL: &[&str] = &[
    "ac", "ae", "ai", "am", "app", "ar", "art", "asia", "at", "au", "az", "ba", "band", "bd", "be",
    "berlin", "bg", "bio", "biz", "blog", "br", "build", "by", "ca", "careers", "cat", "cc", "ch",
    "cl", "click", "cloud", "club", "cn", "co", "codes", "coffee", "com", "community", "company",
    "consulting", "cr", "cy", "cz", "de", "design", "dev", "digital", "dk", "do", "ec", "edu",
    "ee", "eg", "email", "engineer", "engineering", "es", "eu", "example", "expert", "fi", "fm",
    "foundation", "fr", "fun", "fyi", "ge", "gg", "global", "gov", "gr", "group", "guru", "hk",
    "host", "hr", "hu", "icu", "id", "ie", "il", "im", "in", "industries", "info", "ink", "int",
    "io", "ir", "is", "it", "jobs", "jp", "ke", "kim", "kr", "kz", "land", "li", "life", "link",
    "live", "local", "lol", "london", "lt", "lu", "lv", "ly", "ma", "management", "me", "media",
    "mil", "mk", "mobi", "mt", "mx", "my", "name", "net", "network", "news", "ng", "ninja", "nl",
    "no", "np", "nu", "nyc", "nz", "one", "online", "org", "page", "paris", "party", "pe", "ph",
    "photo", "photography", "pk", "plus", "press", "pro", "pt", "pub", "qa", "red", "ro", "rocks",
    "ru", "run", "sa", "school", "science", "se", "services", "sg", "shop", "si", "site", "sk",
    "social", "software", "solutions", "space", "store", "studio", "su", "systems", "team", "tech",
    "technology", "test", "th", "tips", "tk", "to", "today", "tools", "top", "tr", "tv", "tw",
    "ua", "ug", "uk", "university", "us", "uy", "ve", "vip", "vn", "website", "wiki", "work",
    "works", "world", "wtf", "xyz", "za", "zone",
];

/// Endings of files that are also top-level domains: a link only with a path or a scheme.
const FILES: &[&str] =
    &["ai", "cc", "cat", "in", "md", "ml", "pl", "ps", "py", "rs", "sh", "so", "zip"];

/// True for `com`, `DEV`, `uk`.
pub(super) fn is_top_level(label: &str) -> bool {
    let folded = label.to_ascii_lowercase();
    TOP_LEVEL.binary_search(&folded.as_str()).is_ok()
}

/// True for endings that name a kind of file more often than a site.
pub(super) fn is_file_ending(label: &str) -> bool {
    FILES.contains(&label.to_ascii_lowercase().as_str())
}

/// Frameworks, tools and companies that are written like a domain.
const NAMES: &[&str] = &[
    "asp.net", "vb.net", "ado.net", "ml.net", "f#.net", "c#.net", "paper.io", "socket.io",
    "draw.io", "diagrams.net", "keras.io", "crates.io", "lib.rs", "docs.rs", "amazon.com",
    "booking.com", "monday.com", "salesforce.com", "check.io", "lodash.com", "hotels.com",
    "make.com", "cal.com", "fly.io", "customer.io", "segment.io", "authorize.net", "dot.net",
    "nest.js", "care.com", "change.org", "code.org", "moment.js", "force.com", "pandas.io",
    "overstock.com", "cars.com", "jet.com", "priceline.com", "indeed.com", "c.net",
];

/// True for `Socket.IO`: a name that only looks like a site.
pub(super) fn is_named_like_domain(host: &str) -> bool {
    NAMES.contains(&host.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order() {
        assert!(TOP_LEVEL.is_sorted());
    }
}
