//! Accounts on networks: the address of a user's page.

/// The address of `username` on `network`; `None` for a network that is not known, and for a name
/// that is none.
pub(super) fn address(network: &str, username: &str) -> Option<String> {
    let name = username.trim().trim_start_matches('@').trim_matches('/');
    if name.is_empty() || name.contains(char::is_whitespace) {
        return None;
    }
    if username.contains("://") {
        return Some(username.trim().to_owned());
    }
    let network: String = network.chars().filter(|c| c.is_alphanumeric()).collect();
    let page = match network.to_lowercase().as_str() {
        "linkedin" => "linkedin.com/in/",
        "github" => "github.com/",
        "gitlab" => "gitlab.com/",
        "bitbucket" => "bitbucket.org/",
        "twitter" => "twitter.com/",
        "x" => "x.com/",
        "instagram" => "instagram.com/",
        "orcid" => "orcid.org/",
        "stackoverflow" => "stackoverflow.com/users/",
        "researchgate" => "researchgate.net/profile/",
        "youtube" => "youtube.com/@",
        "googlescholar" => "scholar.google.com/citations?user=",
        "telegram" => "t.me/",
        "leetcode" => "leetcode.com/u/",
        "reddit" => "reddit.com/user/",
        "bluesky" => "bsky.app/profile/",
        "imdb" => "imdb.com/name/",
        "mastodon" => {
            let (user, host) = name.split_once('@')?;
            return Some(format!("https://{host}/@{user}"));
        }
        _ => return None,
    };
    Some(format!("https://{page}{name}"))
}

/// Hosts that tell the network.
const HOSTS: [(&str, &str); 8] = [
    ("github.com", "GitHub"),
    ("gitlab.com", "GitLab"),
    ("linkedin.com", "LinkedIn"),
    ("stackoverflow.com", "Stack Overflow"),
    ("twitter.com", "Twitter"),
    ("x.com", "X"),
    ("bsky.app", "Bluesky"),
    ("orcid.org", "ORCID"),
];

/// The network an address belongs to, by its host.
pub(super) fn network(address: &str) -> Option<&'static str> {
    let host = address.split("://").last()?.split(['/', '?', ':']).next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    // A country stands before the host of some: `hr.linkedin.com`.
    let ends = |name: &str| host == name || host.ends_with(&format!(".{name}"));
    HOSTS.iter().find(|(name, _)| ends(name)).map(|(_, network)| *network)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_users_have_an_address() {
        for (name, user, expected) in [
            ("GitHub", "mirnak", Some("https://github.com/mirnak")),
            ("LinkedIn", "mirna-k", Some("https://linkedin.com/in/mirna-k")),
            ("Mastodon", "@mirna@social.test", Some("https://social.test/@mirna")),
            ("GitHub", "https://github.com/mirnak", Some("https://github.com/mirnak")),
            ("Line", "mirnak", None),
            ("GitHub", "", None),
            ("GitHub", "Mirna K", None),
        ] {
            assert_eq!(address(name, user).as_deref(), expected, "{name} {user}");
        }
    }

    #[test]
    fn hosts_name_their_network() {
        for (address, expected) in [
            ("https://github.com/mirnak", Some("GitHub")),
            ("hr.linkedin.com/in/mirnak", Some("LinkedIn")),
            ("https://www.x.com/mirnak", Some("X")),
            ("https://mirna.test/github.com", None),
            ("https://notgithub.com", None),
            ("", None),
        ] {
            assert_eq!(network(address), expected, "{address}");
        }
    }
}
