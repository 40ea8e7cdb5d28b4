//! Addresses that files may lead to.

/// Longer addresses make Word refuse the whole file.
const LONGEST: usize = 2000;

/// The address as a URI that every program follows: a scheme of the web, of mail or of phones,
/// and nothing but the ASCII characters a URI may have.
///
/// `None` for what leads nowhere or could do more than show a page (`javascript:`, `file:`). An
/// address without scheme is one of the web when it begins with a host.
pub(crate) fn href(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = match address.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => (scheme.to_ascii_lowercase(), rest),
        // Also `example.com:8080`.
        _ => return href(&format!("https://{address}")).filter(|_| !address.starts_with("//")),
    };
    let uri = match scheme.as_str() {
        "http" | "https" => {
            let rest = rest.strip_prefix("//")?;
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            is_host(&rest[..end]).then(|| format!("{scheme}://{}", encoded(rest)))
        }
        "mailto" => {
            let (name, host) = rest.rsplit_once('@')?;
            let filled = !name.is_empty() && is_host(host.split('?').next().unwrap_or_default());
            filled
                .then(|| format!("mailto:{}@{}", encoded(name).replace('@', "%40"), encoded(host)))
        }
        "tel" => {
            let number = rest.chars().all(|c| c.is_ascii_digit() || "+-.()".contains(c));
            (number && rest.contains(|c: char| c.is_ascii_digit())).then(|| format!("tel:{rest}"))
        }
        _ => None,
    };
    uri.filter(|uri| uri.len() <= LONGEST)
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-'))
}

/// `example.com`, with a port or without. A name without a dot is none of the web's.
fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').unwrap_or((text, ""));
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    };
    name.contains('.')
        && name.trim_end_matches('.').split('.').all(is_label)
        && port.chars().all(|c| c.is_ascii_digit())
}

/// The text with everything percent-encoded that a URI may not have as it is (RFC 3986).
fn encoded(text: &str) -> String {
    let mut uri = String::with_capacity(text.len());
    let bytes = text.as_bytes();
    let mut in_fragment = false;
    for (at, &byte) in bytes.iter().enumerate() {
        let kept = match byte {
            b'%' => {
                bytes.get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
            }
            b'#' => !std::mem::replace(&mut in_fragment, true),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&byte),
        };
        if kept {
            uri.push(char::from(byte));
        } else {
            uri.push('%');
            for half in [byte >> 4, byte & 15] {
                uri.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: Option<&str>) {
        assert_eq!(href(address).as_deref(), expected, "{address:?}");
    }

    #[test]
    fn addresses_stay_as_they_are() {
        for address in [
            "https://example.com",
            "http://example.com:8080/~max/a_b/?q=1&r=%20#part",
            "mailto:ada+cv@example.com",
            "tel:+15550100199",
            "https://xn--mnchen-3ya.example/(x)",
        ] {
            check(address, Some(address));
        }
    }

    #[test]
    fn a_host_alone_is_an_address_of_the_web() {
        check("github.com/ada", Some("https://github.com/ada"));
        check("example.com:8080/x", Some("https://example.com:8080/x"));
        check("HTTPS://Example.com", Some("https://Example.com"));
    }

    #[test]
    fn what_a_uri_may_not_have_is_encoded() {
        check(
            "https://example.com/a b?c=<d>&e=\"f\"",
            Some("https://example.com/a%20b?c=%3Cd%3E&e=%22f%22"),
        );
        check("https://example.com/100%/#a#b", Some("https://example.com/100%25/#a%23b"));
        check(
            "https://example.com/{x}|\\^`[1]",
            Some("https://example.com/%7Bx%7D%7C%5C%5E%60%5B1%5D"),
        );
        check("https://müller.example/ü", Some("https://m%C3%BCller.example/%C3%BC"));
        check("mailto:a@b@example.com", Some("mailto:a%40b@example.com"));
    }

    #[test]
    fn what_leads_nowhere_is_no_link() {
        for address in [
            "", "adak", "@adak", "a b", "https://", "https:///x", "https://a b.example/",
            "https:x.y", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x",
            "mailto:", "mailto:x", "tel:", "tel:x", "//example.com/x", "https://[::1]/",
            "ada@example.com", "/x.y", "https://example..com", "https://localhost/",
        ] {
            check(address, None);
        }
        check(&format!("https://example.com/{}", "x".repeat(3000)), None);
    }
}
