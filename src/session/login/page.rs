//! The address of the page where a person signs in.

use url::Url;

use crate::client::ServerUrl;
use crate::failure::Failure;

/// The page where a person signs in.
pub struct SignInPage {
    /// Its server, checked like any other.
    pub server: ServerUrl,
    /// Its path.
    pub path: String,
    /// What its address holds besides.
    pub query: Vec<(String, String)>,
}

impl SignInPage {
    /// Reads the address of the page.
    ///
    /// # Errors
    /// [`Exit::Usage`](crate::exit::Exit::Usage) when it is no address that a token may be fetched by.
    pub fn parse(address: &str) -> Result<Self, Failure> {
        let wrong = |error: &dyn std::fmt::Display| {
            Failure::usage(format!("the setting `authorize_url` is no address: {error}"))
                .hint("`makini whoami` shows who set it")
        };
        // What is before the path goes through unread: a parser would mend what has to be refused.
        let (bare, _) = address.split_once(['?', '#']).unwrap_or((address, ""));
        let start = bare.find("://").map_or(0, |at| at + 3);
        let end = bare[start..].find('/').map_or(bare.len(), |at| start + at);
        let server = ServerUrl::parse(&bare[..end]).map_err(|error| wrong(&error))?;
        let url = Url::parse(address).map_err(|error| wrong(&error))?;
        Ok(Self { server, path: url.path().to_owned(), query: url.query_pairs().into_owned().collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> Option<(String, String, usize)> {
        SignInPage::parse(address).ok().map(|page| (page.server.to_string(), page.path, page.query.len()))
    }

    #[test]
    fn the_sign_in_page_is_taken_apart_and_checked() {
        let expected = |server: &str, path: &str, query| Some((server.to_owned(), path.to_owned(), query));
        assert_eq!(
            read("https://link.makini.io/oauth/authorize"),
            expected("https://link.makini.io", "/oauth/authorize", 0)
        );
        assert_eq!(read("https://link.example:8443"), expected("https://link.example:8443", "/", 0));
        assert_eq!(read("https://link.example/a?tenant=7&x=y"), expected("https://link.example", "/a", 2));
        assert_eq!(
            read("http://127.0.0.1:4000/oauth/authorize"),
            expected("http://127.0.0.1:4000", "/oauth/authorize", 0)
        );
        for refused in
            ["", "link.example/a", "http://link.example/a", "https://link.example@evil/a", "https:///a", "//evil/a"]
        {
            assert_eq!(read(refused), None, "{refused}");
        }
    }
}
