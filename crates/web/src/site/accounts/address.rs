//! From where somebody asks.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap};

use super::Accounts;
use crate::site::Site;
use crate::site::fault::Fault;

/// The address of who asks: of IPv6 the network, because one house has all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Client(pub(crate) IpAddr);

impl Client {
    /// The other end of the connection; behind a proxy the address that it was called from.
    pub(crate) fn of(headers: &HeaderMap, extensions: &Extensions, trust_proxy: bool) -> Self {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip());
        let forwarded = if trust_proxy { forwarded(headers) } else { None };
        Self(network(forwarded.unwrap_or(peer)))
    }
}

impl FromRequestParts<Site> for Client {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Fault> {
        Accounts::of(site)?;
        parts.extensions.get::<Self>().copied().ok_or_else(Fault::ours)
    }
}

/// The last address of `X-Forwarded-For`: the one that the proxy itself has seen. Those before it
/// are what the caller says.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    let last = last.rsplit(',').next()?.trim();
    let ip = last.parse::<IpAddr>().ok();
    ip.or_else(|| last.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

/// An address of IPv4, or the first 64 bits of one of IPv6.
fn network(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        IpAddr::V6(ip) => {
            let [a, b, c, d, ..] = ip.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        ip @ IpAddr::V4(_) => ip,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[track_caller]
    fn check(peer: &str, forwarded: &[&'static str], trust_proxy: bool, expected: &str) {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", HeaderValue::from_static(value));
        }
        let mut extensions = Extensions::new();
        let peer: SocketAddr = peer.parse().expect("an address");
        extensions.insert(ConnectInfo(peer));
        let client = Client::of(&headers, &extensions, trust_proxy);
        assert_eq!(client.0.to_string(), expected, "{peer} {forwarded:?}");
    }

    #[test]
    fn nobody_chooses_an_address() {
        check("192.0.2.1:5000", &[], false, "192.0.2.1");
        check("192.0.2.1:5000", &["203.0.113.9"], false, "192.0.2.1");
        check("127.0.0.1:5000", &["203.0.113.9"], true, "203.0.113.9");
        check("127.0.0.1:5000", &["198.51.100.7, 203.0.113.9"], true, "203.0.113.9");
        check("127.0.0.1:5000", &["198.51.100.7", "203.0.113.9"], true, "203.0.113.9");
        check("127.0.0.1:5000", &["203.0.113.9:1234"], true, "203.0.113.9");
        check("127.0.0.1:5000", &["unknown"], true, "127.0.0.1");
        check("127.0.0.1:5000", &[], true, "127.0.0.1");
        check("[2001:db8:1:2:3:4:5:6]:5000", &[], false, "2001:db8:1:2::");
        check("[::ffff:192.0.2.1]:5000", &[], false, "192.0.2.1");
    }
}
