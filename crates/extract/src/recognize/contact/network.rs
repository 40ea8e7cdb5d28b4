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
    "ac", "academy", "ae", "agency", "ai", "al", "am", "amsterdam", "app", "ar", "art", "asia",
    "at", "au", "audio", "az", "ba", "band", "bb", "bd", "be", "berlin", "bg", "bh", "bio", "biz",
    "blog", "bo", "boston", "br", "bs", "bt", "build", "by", "bz", "bzh", "ca", "cafe", "careers",
    "cat", "cc", "cd", "ch", "chat", "ci", "cl", "click", "cloud", "club", "cm", "cn", "co",
    "codes", "coffee", "com", "community", "company", "consulting", "cool", "cr", "cy", "cymru",
    "cz", "de", "design", "dev", "digital", "directory", "dk", "do", "dz", "ec", "edu", "ee", "eg",
    "email", "engineer", "engineering", "es", "eu", "eus", "example", "expert", "fail", "farm",
    "fi", "finance", "fj", "fm", "foo", "foundation", "fr", "fun", "fyi", "gal", "gallery",
    "games", "ge", "gg", "gh", "gl", "global", "gmbh", "gov", "gr", "group", "gt", "guru", "gy",
    "hamburg", "health", "help", "hk", "hn", "host", "house", "hr", "ht", "hu", "icu", "id", "ie",
    "il", "im", "in", "industries", "info", "ink", "int", "io", "iq", "ir", "is", "istanbul", "it",
    "jm", "jo", "jobs", "jp", "ke", "kg", "kh", "kim", "koeln", "kr", "kw", "kz", "land", "lb",
    "lgbt", "li", "life", "link", "live", "lk", "llc", "local", "lol", "london", "lt", "ltd", "lu",
    "lv", "ly", "ma", "management", "me", "media", "mg", "mil", "mk", "mm", "mn", "mobi", "moe",
    "mt", "mu", "mx", "my", "mz", "name", "net", "network", "news", "ng", "ni", "ninja", "nl",
    "no", "np", "nu", "nyc", "nz", "om", "one", "online", "ooo", "org", "pa", "page", "paris",
    "party", "pe", "ph", "photo", "photography", "photos", "pics", "pink", "pk", "plus", "pr",
    "press", "pro", "pt", "pub", "qa", "quebec", "quest", "red", "report", "ro", "rocks", "ru",
    "run", "rw", "sa", "school", "science", "scot", "se", "services", "sg", "shop", "show", "si",
    "site", "sk", "sn", "social", "software", "solutions", "space", "sr", "store", "studio", "su",
    "sv", "swiss", "systems", "team", "tech", "technology", "test", "th", "tips", "tk", "tn", "to",
    "today", "tokyo", "tools", "top", "tr", "training", "tt", "tv", "tw", "tz", "ua", "ug", "uk",
    "university", "us", "uy", "uz", "vc", "ve", "ventures", "video", "vip", "vn", "wales", "watch",
    "website", "wien", "wiki", "work", "works", "world", "ws", "wtf", "xyz", "za", "zm", "zone",
    "zw",
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
