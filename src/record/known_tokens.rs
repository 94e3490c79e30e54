//! Which connection a token is of. Tokens are kept as keyed digests.

use std::collections::HashMap;
use std::time::Duration;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::clock::{Clock, Moment};
use crate::secret::Secret;

/// Tokens are read again from where they are stored at most this often.
const PAUSE: Duration = Duration::from_secs(10);

/// More tokens than this are not learned from traffic: an application issues them without end.
const MOST: usize = 100_000;

/// Reads the tokens that this machine knows, each with the ID of its connection.
pub type TokenReader = Box<dyn FnMut() -> Result<Vec<(String, Secret)>, String> + Send>;

/// The tokens of connections.
pub struct KnownTokens {
    /// Has taken the key.
    mac: Hmac<Sha256>,
    connections: HashMap<[u8; 32], String>,
    reader: TokenReader,
    clock: Clock,
    /// When they were read last.
    read: Option<Moment>,
}

impl KnownTokens {
    /// Knows none yet; `reader` reads those that are stored.
    pub fn new(reader: TokenReader, clock: Clock) -> Self {
        let mut key = [0; 32];
        getrandom::fill(&mut key).expect("the system has randomness");
        let mac = Hmac::<Sha256>::new_from_slice(&key).expect("a key of any length");
        Self { mac, connections: HashMap::new(), reader, clock, read: None }
    }

    /// Returns the connection of a token. For an unknown one the stored tokens are read again, once in a while.
    pub(super) fn connection(&mut self, token: &str) -> Option<&str> {
        let digest = self.digest(token);
        if !self.connections.contains_key(&digest) {
            self.read();
        }
        self.connections.get(&digest).map(String::as_str)
    }

    /// Takes note that a token is of this connection.
    pub(super) fn learn(&mut self, token: &str, connection: &str) {
        if self.connections.len() < MOST && !connection.is_empty() {
            let digest = self.digest(token);
            self.connections.insert(digest, connection.to_owned());
        }
    }

    fn read(&mut self) {
        let now = self.clock.moment();
        if self.read.is_some_and(|read| now.since(read) < PAUSE) {
            return;
        }
        self.read = Some(now);
        // What cannot be read now may be readable later; until then such calls are of no connection.
        self.load().ok();
    }

    /// Reads the stored tokens.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn load(&mut self) -> Result<(), String> {
        for (connection, token) in (self.reader)()? {
            self.learn(token.expose(), &connection);
        }
        Ok(())
    }

    fn digest(&self, token: &str) -> [u8; 32] {
        let mut mac = self.mac.clone();
        mac.update(token.as_bytes());
        mac.finalize().into_bytes().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_token_is_looked_for_once_in_a_while() {
        let clock = Clock::fixed("2026-03-01T12:00:00Z".parse().expect("constant"));
        let mut reads = 0;
        let reader = move || {
            reads += 1;
            Ok(vec![("con_1".to_owned(), Secret::new(format!("token_{reads}")))])
        };
        let mut known = KnownTokens::new(Box::new(reader), clock.clone());
        assert_eq!(known.connection("token_1"), Some("con_1"));
        assert_eq!(known.connection("token_2"), None, "it was read a moment ago");
        clock.advance(PAUSE);
        assert_eq!(known.connection("token_2"), Some("con_1"));
        known.learn("other", "con_2");
        assert_eq!(known.connection("other"), Some("con_2"));
        assert_eq!(known.connection("token_1"), Some("con_1"));
    }
}
