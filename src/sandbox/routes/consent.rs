//! The page where a person signs an application in: plain HTML, no script.

use axum::Router;
use axum::extract::{RawForm, RawQuery, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, LOCATION, REFERRER_POLICY, X_FRAME_OPTIONS};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;
use url::Url;

use crate::api::path;
use crate::sandbox::error::Error;
use crate::sandbox::frame::loopback;
use crate::sandbox::state::{App, millis};
use crate::sandbox::store::tokens;
use crate::sandbox::{CLIENT_ID, CLIENT_NAME};

pub(crate) fn router() -> Router<App> {
    let page = || get(show).post(decide);
    Router::new().route(path::AUTHORIZE, page()).route(path::LINK_AUTH, page())
}

/// What the application asked for.
struct Asked {
    redirect: Url,
    redirect_text: String,
    state: Option<String>,
    challenge: Option<String>,
    decision: Option<String>,
}

impl Asked {
    /// Reads the request. An error here is shown to the person and never sent to the redirect, which is not yet known
    /// to be the application's.
    fn read(encoded: &[u8]) -> Result<Self, Error> {
        let pairs: Vec<(String, String)> = url::form_urlencoded::parse(encoded).into_owned().collect();
        let get = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        if get("client_id").as_deref() != Some(CLIENT_ID) {
            return Err(Error::field("client_id", "is not known here"));
        }
        if get("response_type").as_deref() != Some("code") {
            return Err(Error::field("response_type", "must be `code`"));
        }
        let redirect_text = get("redirect_uri").unwrap_or_default();
        let redirect = Url::parse(&redirect_text).map_err(|_| Error::field("redirect_uri", "is not a URL"))?;
        // Any port and path of this machine, as the loopback redirect of RFC 8252.
        if redirect.scheme() != "http" || !loopback(&redirect) || redirect.fragment().is_some() {
            return Err(Error::field("redirect_uri", "must be http on the loopback, without a fragment"));
        }
        let challenge = get("code_challenge");
        if challenge.is_some() && get("code_challenge_method").as_deref() != Some("S256") {
            return Err(Error::field("code_challenge_method", "must be `S256`"));
        }
        Ok(Self { redirect, redirect_text, state: get("state"), challenge, decision: get("decision") })
    }

    fn back(&self, name: &str, value: &str) -> Response {
        let mut to = self.redirect.clone();
        to.query_pairs_mut().append_pair(name, value);
        if let Some(state) = &self.state {
            to.query_pairs_mut().append_pair("state", state);
        }
        (StatusCode::FOUND, [(LOCATION, String::from(to)), (CACHE_CONTROL, "no-store".into())]).into_response()
    }
}

async fn show(RawQuery(query): RawQuery) -> Result<Response, Error> {
    let asked = Asked::read(query.unwrap_or_default().as_bytes())?;
    let mut fields =
        vec![("response_type", "code"), ("client_id", CLIENT_ID), ("redirect_uri", asked.redirect_text.as_str())];
    fields.extend(asked.state.as_deref().map(|state| ("state", state)));
    if let Some(challenge) = &asked.challenge {
        fields.extend([("code_challenge", challenge.as_str()), ("code_challenge_method", "S256")]);
    }
    let mut hidden = String::new();
    for (name, value) in fields {
        hidden.push_str(&format!("<input type=\"hidden\" name=\"{name}\" value=\"{}\">\n", escape(value)));
    }
    let origin = asked.redirect.origin().ascii_serialization();
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>SANDBOX: sign in</title>\n\
         <style>body{{font:1rem/1.5 sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}}\
         strong{{color:#a33}}button{{font:inherit;padding:.4rem 1.2rem;margin-right:.6rem}}</style>\n\
         <main>\n<p><strong>SANDBOX</strong>: nothing here is real.</p>\n<h1>Sign in to {CLIENT_NAME}?</h1>\n\
         <p>It will manage the connections of the sandbox account. You will be sent back to <code>{}</code>.</p>\n\
         <form method=\"post\">\n{hidden}\
         <button name=\"decision\" value=\"allow\" autofocus>Allow</button>\
         <button name=\"decision\" value=\"deny\">Deny</button>\n</form>\n</main>\n</html>\n",
        escape(&origin)
    );
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' {origin}; base-uri 'none'; \
         frame-ancestors 'none'"
    );
    let headers = [
        (CONTENT_SECURITY_POLICY, policy),
        (X_FRAME_OPTIONS, "DENY".into()),
        (REFERRER_POLICY, "no-referrer".into()),
        (CACHE_CONTROL, "no-store".into()),
    ];
    Ok((headers, Html(page)).into_response())
}

async fn decide(State(app): State<App>, headers: HeaderMap, RawForm(form): RawForm) -> Result<Response, Error> {
    // Only our own page may say yes in a person's name. Browsers say where a form came from; others need not.
    let site = headers.get("sec-fetch-site").and_then(|site| site.to_str().ok());
    if site.is_some_and(|site| !matches!(site, "same-origin" | "none")) {
        return Err(Error::forbidden("the form came from another site"));
    }
    let asked = Asked::read(&form)?;
    if asked.decision.as_deref() != Some("allow") {
        return Ok(asked.back("error", "access_denied"));
    }
    let now = millis(app.now());
    let code = app.write(|tx| tokens::issue_code(tx, &asked.redirect_text, asked.challenge.as_deref(), now))?;
    Ok(asked.back("code", code.expose()))
}

/// Makes text harmless inside HTML and its attributes.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}
