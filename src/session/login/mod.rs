//! Ways to log in: the application's own credentials, or a browser that comes back to this machine.
//!
//! The browser's way is OAuth's authorization code with PKCE on a loopback address: the code is worth nothing without
//! the verifier, which never leaves this process, and no token is ever part of an address or a page.

mod callback;
mod listen;
mod page;

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

pub use self::page::SignInPage;
use super::error::Error;
use crate::client::call::Tokens;
use crate::client::{Client, ServerUrl};
use crate::secret::Secret;

/// The path that the browser comes back to.
pub const CALLBACK_PATH: &str = "/callback";

/// Time for a person to log in.
pub const TIME_LIMIT: Duration = Duration::from_mins(5);

/// Configuration of a login by browser.
#[derive(Clone, Debug)]
pub struct BrowserLogin<'a> {
    /// The server with the page where a person signs in; the platform's is not its API server.
    pub link: &'a ServerUrl,
    /// The page, as [`crate::api::path::AUTHORIZE`].
    pub page: &'a str,
    /// The application.
    pub client_id: &'a str,
    /// Its secret, if it has one.
    pub client_secret: Option<&'a Secret>,
    /// More for the page's query.
    pub query: &'a [(&'a str, &'a str)],
    /// The port to wait on, where the redirect address is registered with one; any free one if not set.
    pub port: Option<u16>,
    /// How long to wait; see [`TIME_LIMIT`].
    pub limit: Duration,
}

/// Logs in with the application's own credentials.
pub async fn by_client_credentials(client: &Client, client_id: &str, secret: &Secret) -> Result<Tokens, Error> {
    Ok(client.grant_client_credentials(client_id, secret).await?)
}

/// Logs in by browser. `open` receives the URL to open once the callback port listens; it starts a browser or prints
/// the URL.
///
/// # Errors
/// [`Error::Login`] and [`Error::Late`] before any token is requested, unless the browser returned the `state` that was
/// sent and one code.
pub async fn by_browser(client: &Client, login: &BrowserLogin<'_>, open: impl FnOnce(&str)) -> Result<Tokens, Error> {
    let (state, verifier) = (random()?, random()?);
    let listener = listen::bind(login.port.unwrap_or(0)).await?;
    let redirect_uri = format!("http://{}{CALLBACK_PATH}", listener.host());
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.expose()));
    let mut query = vec![
        ("response_type", "code"),
        ("client_id", login.client_id),
        ("redirect_uri", redirect_uri.as_str()),
        ("state", state.expose()),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
    ];
    query.extend(login.query.iter().filter(|(name, _)| !["state", "redirect_uri", "code_challenge"].contains(name)));
    let encoded = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
    open(&format!("{}{}?{encoded}", login.link, login.page));
    let code = match tokio::time::timeout(login.limit, listener.code(&state)).await {
        Ok(outcome) => outcome?,
        Err(_) => return Err(Error::Late { seconds: login.limit.as_secs() }),
    };
    let application = (login.client_id, login.client_secret);
    Ok(client.grant_authorization_code(&code, &redirect_uri, application, &verifier).await?)
}

/// Returns 256 random bits as text that may stand in a URL.
fn random() -> Result<Secret, Error> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes)
        .map_err(|error| Error::Login(format!("this machine has no random numbers: {error}")))?;
    Ok(Secret::new(URL_SAFE_NO_PAD.encode(bytes)))
}
