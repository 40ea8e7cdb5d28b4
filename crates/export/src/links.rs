//! Addresses as links: only such that lead to a page, a mailbox or a phone.

use std::fmt::Write;

/// Where an address leads, written so that it can stand in an attribute or in angle brackets;
/// `None` when it leads nowhere a reader of a resume wants to go (`javascript:`).
pub(crate) fn href(url: &str) -> Option<String> {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        Some("http" | "https" | "mailto" | "tel") => Some(encoded(url)),
        // A host and its port look like a scheme; one without a dot is none.
        _ if is_host(url) => Some(encoded(&format!("https://{url}"))),
        _ => None,
    }
}

/// True for `github.com/ada`: what people write when they mean `https://github.com/ada`.
fn is_host(url: &str) -> bool {
    let host = url.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let (name, top) = host.rsplit_once('.').unwrap_or_default();
    !name.is_empty()
        && top.len() >= 2
        && top.chars().all(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'))
}

/// Percent signs for what is no part of an address by the WHATWG URL standard.
fn encoded(url: &str) -> String {
    let mut encoded = String::with_capacity(url.len());
    for c in url.chars() {
        if c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c) {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(encoded, "%{byte:02X}");
            }
        } else {
            encoded.push(c);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::href;

    #[track_caller]
    fn check(url: &str, expected: Option<&str>) {
        assert_eq!(href(url).as_deref(), expected, "{url:?}");
    }

    #[test]
    fn addresses_lead_somewhere() {
        check("https://example.com/a_b?c=1&d=2#e", Some("https://example.com/a_b?c=1&d=2#e"));
        check("HTTPS://example.com", Some("HTTPS://example.com"));
        check("mailto:ada@example.com", Some("mailto:ada@example.com"));
        check("tel:+15550100", Some("tel:+15550100"));
        check("github.com/ada", Some("https://github.com/ada"));
        check("ada.example:8080/x", Some("https://ada.example:8080/x"));
        check(
            "https://example.com/a b?c=<d>&e=\"f\"",
            Some("https://example.com/a%20b?c=%3Cd%3E&e=%22f%22"),
        );
        check("https://例え.example/é", Some("https://例え.example/é"));
    }

    #[test]
    fn what_leads_nowhere_is_no_link() {
        for url in [
            "", "javascript:alert(1)", "JavaScript:x.com", "data:text/html,x",
            "file:///etc/passwd", "see page 3", "/home", "ada", "vbscript:x", "3.5", "..",
            "a b.com",
        ] {
            check(url, None);
        }
    }
}
