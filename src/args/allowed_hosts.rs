//! `--allow-host`.

use std::net::Ipv6Addr;
use std::ops::Deref;

use url::{Host, Url};

/// Machines besides this one that events may be sent to.
#[derive(clap::Args, Clone, Debug)]
pub struct AllowedHosts {
    /// Also allow sending to this host (can be repeated)
    ///
    /// Without it, events are sent to this machine only.
    #[arg(long, value_name = "HOST", hide_short_help = true, value_parser = host)]
    allow_host: Vec<String>,
}

impl Deref for AllowedHosts {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.allow_host
    }
}

/// Reads a host as a URL has it, which it is compared with: a text that can match none would allow nothing, silently.
fn host(text: &str) -> Result<String, String> {
    let text = text.trim();
    let found = match text.parse::<Ipv6Addr>() {
        Ok(v6) => Some(Host::Ipv6(v6)),
        Err(_) => Host::parse(text).ok().filter(|_| !text.contains('*')),
    };
    found.map(|host| host.to_string()).ok_or_else(|| {
        let whole = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
        let meant = Url::parse(&whole).ok().and_then(|url| url.host_str().map(str::to_owned));
        let meant = meant.filter(|host| !host.contains('*'));
        let example = meant.as_deref().unwrap_or("10.0.0.7");
        format!("a host is a name or an address, without a scheme, a port and a path, for example `{example}`")
    })
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn a_host_that_can_match_no_url_is_refused() {
        for (text, read) in [
            ("plant.example", "plant.example"),
            (" PLANT.example ", "plant.example"),
            ("bücher.example", "xn--bcher-kva.example"),
            ("10.0.0.7", "10.0.0.7"),
            ("fd00::7", "[fd00::7]"),
            ("[fd00::7]", "[fd00::7]"),
        ] {
            assert_eq!(host(text).as_deref(), Ok(read), "{text}");
        }
        for (text, meant) in [
            ("http://x", "`x`"),
            ("x:3000", "`x`"),
            ("https://10.0.0.9:8443/hook", "`10.0.0.9`"),
            ("x/hook", "`x`"),
            ("*.example", "`10.0.0.7`"),
            ("", "`10.0.0.7`"),
            ("a b", "`10.0.0.7`"),
        ] {
            assert!(host(text).is_err_and(|why| why.contains(meant)), "{text}: {:?}", host(text));
        }
    }
}
