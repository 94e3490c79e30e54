//! The visitor of a page: the visit in the URL, authenticated by its cookie, and by a CSRF token where a form is sent.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use axum::http::request::Parts;
use sha2::{Digest as _, Sha256};

use super::refusal::Refusal;
use crate::hex;
use crate::sandbox::ids::digest;
use crate::sandbox::state::App;
use crate::sandbox::store::links::{self, Purpose, RedirectTarget, Visit};
use crate::sandbox::time::millis;
use crate::secret::Secret;

/// Name of the cookie. Its path is that of the visit, so that two tabs do not share it.
pub(super) const COOKIE_NAME: &str = "makini_link";
/// Name of the field with the CSRF token.
pub(super) const TOKEN: &str = "csrf";

/// The visitor of a page, with an open visit.
#[derive(Debug)]
pub(super) struct Visitor {
    pub(super) visit: Visit,
    token: String,
}

impl Visitor {
    /// Returns the CSRF token of this visit, computed from the cookie.
    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// Returns the path of a page of this visit.
    pub(super) fn page(&self, page: &str) -> String {
        format!("/link/{}/{page}", self.visit.id)
    }

    /// Returns the path of the current page.
    pub(super) fn current_page(&self) -> String {
        let visit = &self.visit;
        self.page(match visit.purpose {
            Purpose::SignIn => "consent",
            Purpose::Connect if visit.connection.is_some() => "progress",
            Purpose::Connect if visit.slug.is_none() => "systems",
            Purpose::Connect if !visit.agreed => "consent",
            Purpose::Connect => "details",
        })
    }

    /// Returns the redirect target, for the content security policy.
    pub(super) fn source(&self) -> Option<String> {
        self.visit.back.as_ref().map(RedirectTarget::source)
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let unknown = || {
            Refusal::gone("This page is not known", "It may be an old one. Start again from where you were sent here.")
        };
        let Ok(Path(id)) = Path::<String>::from_request_parts(parts, app).await else { return Err(unknown()) };
        let Some((visit, kept)) = app.read(|db| links::visit(db, &id))? else { return Err(unknown()) };
        let Some(cookie) = cookie(&parts.headers) else {
            return Err(Refusal::forbidden(
                "Cookies are needed",
                "This page keeps one cookie, only to know that it is you who goes on. Your browser did not send it: allow \
                 cookies for this address, and start again from where you were sent here.",
            ));
        };
        if Secret::new(hex::encode(&digest(cookie.expose()))) != kept {
            return Err(Refusal::forbidden(
                "This page belongs to another browser",
                "Go on in the browser that you started in, or start again from where you were sent here.",
            ));
        }
        if visit.ended {
            return Err(Refusal::gone(
                "This is finished",
                "You have answered already. To connect another system, start again from where you were sent here.",
            ));
        }
        if visit.expires_at <= millis(app.now()) {
            return Err(Refusal::gone(
                "This took too long",
                "For your safety a page waits an hour. Start again from where you were sent here.",
            ));
        }
        let token = hex::encode(&Sha256::digest(format!("{TOKEN}\n{}", cookie.expose())));
        Ok(Self { visit, token })
    }
}

fn cookie(headers: &HeaderMap) -> Option<Secret> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE_NAME).map(|(_, value)| Secret::new(value))
}

/// A posted form. Its values may be secrets.
#[derive(Debug)]
pub(super) struct FormPost {
    pub(super) visitor: Visitor,
    fields: Vec<(String, Secret)>,
}

impl FormPost {
    /// Returns the value of a field.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.expose())
    }
}

impl FromRequest<App> for FormPost {
    type Rejection = Refusal;

    async fn from_request(request: Request, app: &App) -> Result<Self, Refusal> {
        let (mut parts, body) = request.into_parts();
        let visitor = Visitor::from_request_parts(&mut parts, app).await?;
        let foreign = || {
            Refusal::forbidden(
                "This form was not sent from this page",
                "Nothing was done. If you did send it, open the page again and repeat it.",
            )
            .next(visitor.current_page(), "Open the page again")
        };
        // Browsers send where a form came from; other clients need not.
        let site = parts.headers.get("sec-fetch-site").and_then(|site| site.to_str().ok());
        if site.is_some_and(|site| !matches!(site, "same-origin" | "none")) {
            return Err(foreign());
        }
        let request = Request::from_parts(parts, body);
        let Ok(bytes) = Bytes::from_request(request, app).await else {
            return Err(Refusal::bad("That is too much", "What you entered is longer than any system takes."));
        };
        let pairs = url::form_urlencoded::parse(&bytes).into_owned();
        let fields: Vec<(String, Secret)> = pairs.map(|(name, value)| (name, Secret::new(value))).collect();
        let brought = fields.iter().find(|(name, _)| name == TOKEN).map(|(_, value)| value);
        if brought != Some(&Secret::new(visitor.token())) {
            return Err(foreign());
        }
        Ok(Self { visitor, fields })
    }
}
