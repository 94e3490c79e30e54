//! The state of a token, as far as it is known without a request to the server.

use jiff::Timestamp;

use super::{Error, Session};
use crate::client::Scope;
use crate::secrets::SecretKind;

/// The state of a token, as far as it is known without a request to the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenState {
    /// The server it is for.
    pub server: Option<String>,
    /// The application it was issued to.
    pub client_id: Option<String>,
    /// When it expires.
    pub expires_at: Option<Timestamp>,
    /// Whether it can be renewed.
    pub renewable: bool,
    /// Where it comes from.
    pub origin: TokenOrigin,
}

/// Where a token comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenOrigin {
    /// It is in the secret store, or used by this process alone.
    Kept,
    /// It was given to this process, in the variable of this name if it has one, and is in no store.
    Ready(Option<String>),
    /// It is requested when needed, with the client ID and secret in the environment, and is in no store.
    Credentials,
}

impl TokenState {
    /// Returns whether it is in a secret store. If not, no store is opened for it: that could fail, or prompt.
    pub fn uses_store(&self) -> bool {
        self.origin == TokenOrigin::Kept
    }
}

impl Session {
    /// Returns the state of a scope's token, or `None` when there is none. Reads the store and sends nothing.
    ///
    /// # Errors
    /// When the store fails, or holds something else.
    pub async fn state(&self, scope: &Scope) -> Result<Option<TokenState>, Error> {
        let options = &self.shared().options;
        let (ready, name) = match scope {
            Scope::None => return Ok(None),
            Scope::Application => (options.fixed.as_ref().map(|_| None), self.application.slot.name.clone()),
            Scope::Connection(id) => {
                let found = self.ready(id).await?;
                let variable = found.map(|found| Some(found.source.to_string()));
                (variable, self.shared().name(SecretKind::Connection(id.clone())))
            }
        };
        let unknown = |renewable, origin| TokenState {
            server: Some(options.server.origin()),
            client_id: options.client_id.clone(),
            expires_at: None,
            renewable,
            origin,
        };
        if let Some(variable) = ready {
            return Ok(Some(unknown(false, TokenOrigin::Ready(variable))));
        }
        let adopted = match scope {
            Scope::Application => self.application.slot.memory.lock().await.clone(),
            _ => None,
        };
        let by_credentials = options.from_environment && *scope == Scope::Application;
        let stored = match adopted {
            Some(known) => Some(known.pair),
            None if by_credentials => return Ok(Some(unknown(true, TokenOrigin::Credentials))),
            None => self.shared().load(&name).await?,
        };
        Ok(stored.map(|stored| TokenState {
            server: Some(stored.server),
            client_id: stored.client_id,
            expires_at: stored.tokens.expires_at,
            renewable: stored.tokens.refresh.is_some() || by_credentials,
            origin: if by_credentials { TokenOrigin::Credentials } else { TokenOrigin::Kept },
        }))
    }
}
