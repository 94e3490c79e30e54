//! Addresses as they may be shown: without user name and password.

use url::Url;

/// Returns an address with user name and password masked, or nothing where it cannot be parsed.
pub fn masked(address: &str) -> Option<String> {
    // `proxy:8080` is accepted by curl and others.
    let mut url = match Url::parse(address) {
        Ok(url) if url.has_host() => url,
        _ if address.contains("://") => return None,
        _ => Url::parse(&format!("http://{address}")).ok().filter(Url::has_host)?,
    };
    if !url.username().is_empty() || url.password().is_some() {
        url.set_username("***").ok()?;
        url.set_password(None).ok()?;
    }
    Some(url.as_str().trim_end_matches('/').to_owned())
}

/// Returns a setting as it may be shown: a proxy's address, for one, may hold a password, with a scheme or without.
pub fn shown(key: &str, value: &str) -> String {
    if key == "inbox" && value.contains("://") && value.contains("password=") {
        return "***".into();
    }
    if key == "inbox" && !value.contains("://") {
        return value.to_owned();
    }
    if !matches!(key, "inbox" | "proxy" | "server" | "authorize_url") || !value.contains('@') {
        return value.to_owned();
    }
    masked(value).unwrap_or_else(|| "***".into())
}

#[cfg(test)]
mod tests {
    use super::{masked, shown};

    #[test]
    fn an_inbox_is_shown_without_a_password() {
        for (inbox, expected) in [
            ("~/a@b/inbox.db", "~/a@b/inbox.db"),
            ("postgres://db.example/inbox", "postgres://db.example/inbox"),
            ("postgres://joe:hunter2@db.example/inbox", "postgres://***@db.example/inbox"),
            ("postgres:///inbox?host=/run&password=hunter2", "***"),
            ("postgres://joe:hunter2@/inbox", "***"),
        ] {
            assert_eq!(shown("inbox", inbox), expected);
        }
    }

    #[test]
    fn no_password_is_shown() {
        for (address, shown) in [
            ("http://proxy.example:8080", Some("http://proxy.example:8080")),
            ("http://joe:hunter2@proxy.example:8080/", Some("http://***@proxy.example:8080")),
            ("socks5h://:hunter2@proxy.example", Some("socks5h://***@proxy.example")),
            ("joe:hunter2@proxy.example:8080", Some("http://***@proxy.example:8080")),
            ("proxy.example:8080", Some("http://proxy.example:8080")),
            ("http://", None),
        ] {
            assert_eq!(masked(address).as_deref(), shown, "{address}");
        }
    }
}
