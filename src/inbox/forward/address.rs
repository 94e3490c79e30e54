//! Which addresses may be connected to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Cloud metadata services outside the link-local ranges.
const METADATA: &[IpAddr] = &[
    IpAddr::V4(Ipv4Addr::new(100, 100, 100, 200)),
    IpAddr::V4(Ipv4Addr::new(168, 63, 129, 16)),
    IpAddr::V6(Ipv6Addr::new(0xfd00, 0x0ec2, 0, 0, 0, 0, 0, 0x0254)),
];

/// Returns why nothing may ever be sent to an address.
pub(super) fn objection(address: IpAddr) -> Option<&'static str> {
    let address = address.to_canonical();
    if METADATA.contains(&address) {
        return Some("it is a metadata service");
    }
    let (link_local, embedded) = match address {
        IpAddr::V4(v4) => (v4.is_link_local(), None),
        IpAddr::V6(v6) => (v6.is_unicast_link_local(), embedded(v6)),
    };
    if link_local {
        return Some("it is link-local, where metadata services are");
    }
    if address.is_unspecified() || address.is_multicast() || address == IpAddr::V4(Ipv4Addr::BROADCAST) {
        return Some("it is no address of one machine");
    }
    embedded.and_then(|inner| objection(IpAddr::V4(inner)))
}

/// IPv4 addresses inside IPv6 ones, as a translator (`64:ff9b::/96`), 6to4 and the old compatible form have them.
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let s = address.segments();
    let v4 = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    if s[..6] == [0x64, 0xff9b, 0, 0, 0, 0] || (s[..6] == [0; 6] && s[6] != 0) {
        return Some(v4(s[6], s[7]));
    }
    (s[0] == 0x2002).then(|| v4(s[1], s[2]))
}

/// Resolves names to addresses that may be connected to. The addresses that were checked are the ones connected to.
pub(super) struct GuardedResolver;

impl Resolve for GuardedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let name = name.as_str().to_owned();
            let local = is_local_name(&name);
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let fine = |address: &SocketAddr| {
                let ip = address.ip().to_canonical();
                objection(ip).is_none() && (!local || ip.is_loopback())
            };
            let allowed: Vec<SocketAddr> = found.into_iter().filter(fine).collect();
            if allowed.is_empty() {
                return Err(format!("`{name}` has no address that events may be sent to").into());
            }
            Ok(Box::new(allowed.into_iter()) as Addrs)
        })
    }
}

/// Returns whether a name means this machine.
pub(super) fn is_local_name(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    name.eq_ignore_ascii_case("localhost") || name.to_ascii_lowercase().ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_and_link_local_are_refused_in_every_dress() {
        for bad in [
            "169.254.169.254",
            "::ffff:169.254.169.254",
            "fe80::1",
            "64:ff9b::a9fe:a9fe",
            "2002:a9fe:a9fe::",
            "::a9fe:a9fe",
            "100.100.100.200",
            "168.63.129.16",
            "fd00:ec2::254",
            "0.0.0.0",
            "::",
            "224.0.0.1",
            "255.255.255.255",
            "ff02::1",
        ] {
            assert!(objection(bad.parse().expect("an address")).is_some(), "{bad}");
        }
        for good in ["127.0.0.1", "::1", "10.0.0.7", "192.168.1.1", "203.0.113.9", "2001:db8::1", "fd00::7"] {
            assert_eq!(objection(good.parse().expect("an address")), None, "{good}");
        }
    }
}
