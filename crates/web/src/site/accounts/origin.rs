//! The address that people type to reach the site.

use axum::http::Uri;

/// A scheme, a host and perhaps a port: `https://hire.example.org`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    text: String,
    /// The host, with the port where it is not the usual one.
    authority: String,
    secure: bool,
}

impl Origin {
    /// Reads an address without a path; the reason when it cannot be one.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let shape = "it is an address such as https://hire.example.org, without a path";
        let uri: Uri = text.trim().parse().map_err(|_| shape)?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(shape);
        };
        if !matches!(uri.path(), "" | "/") || uri.query().is_some() || text.contains(['@', '#']) {
            return Err(shape);
        }
        let host = authority.host().to_ascii_lowercase();
        let secure = match scheme {
            "https" => true,
            "http" if is_loopback(&host) => false,
            "http" => {
                return Err(
                    "it begins with https://: passwords would cross the network for all to read",
                );
            }
            _ => return Err(shape),
        };
        let usual = if secure { 443 } else { 80 };
        let authority = match authority.port_u16().filter(|port| *port != usual) {
            Some(port) => format!("{host}:{port}"),
            None => host,
        };
        Ok(Self { text: format!("{scheme}://{authority}"), authority, secure })
    }

    /// As it is written in the header `Origin`, and in front of a path.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// True when nobody on the way can read along.
    pub(crate) fn is_secure(&self) -> bool {
        self.secure
    }

    /// True when a header `Host` means this site.
    pub(crate) fn is_host(&self, host: &str) -> bool {
        let usual = if self.secure { ":443" } else { ":80" };
        host.strip_suffix(usual).unwrap_or(host).eq_ignore_ascii_case(&self.authority)
    }

    /// True when a header `Origin` means this site.
    pub(crate) fn is_origin(&self, origin: &str) -> bool {
        origin.eq_ignore_ascii_case(&self.text)
    }

    /// The whole address of a path of the site.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.text)
    }
}

fn is_loopback(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let origin = Origin::parse(text);
        assert_eq!(origin.as_ref().ok().map(Origin::as_str), expected, "{text}: {origin:?}");
    }

    #[test]
    fn an_origin_is_secure_or_of_this_machine() {
        check("https://hire.example.org", Some("https://hire.example.org"));
        check("https://Hire.Example.org/", Some("https://hire.example.org"));
        check("https://hire.example.org:443", Some("https://hire.example.org"));
        check("https://hire.example.org:8443", Some("https://hire.example.org:8443"));
        check("http://localhost:8080", Some("http://localhost:8080"));
        check("http://127.0.0.1", Some("http://127.0.0.1"));
        check("http://[::1]:80/", Some("http://[::1]"));
        for text in [
            "",
            "hire.example.org",
            "http://hire.example.org",
            "http://localhost.example.org",
            "https://hire.example.org/vitae",
            "https://hire.example.org?x",
            "https://ada@hire.example.org",
            "ftp://hire.example.org",
            "/",
            "https://",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn hosts_and_origins_are_compared_whole() {
        let origin = Origin::parse("https://hire.example.org").expect("an origin");
        for (host, expected) in [
            ("hire.example.org", true),
            ("HIRE.example.org:443", true),
            ("hire.example.org:80", false),
            ("hire.example.org.evil.example", false),
            ("127.0.0.1", false),
            ("", false),
        ] {
            assert_eq!(origin.is_host(host), expected, "{host}");
        }
        for (text, expected) in [
            ("https://hire.example.org", true),
            ("http://hire.example.org", false),
            ("https://hire.example.org:8443", false),
            ("null", false),
        ] {
            assert_eq!(origin.is_origin(text), expected, "{text}");
        }
    }
}
