//! A request before it is sent.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request};
use serde::Serialize;

use super::error::Error;
use super::redaction::{ReturnsTokens, SentSecrets};
use super::server_url::ServerUrl;
use super::transport::{Call, Purpose, Scope, is_idempotent};
use crate::api::header::TOOL_AGENT;
use crate::api::operation::Endpoint;
use crate::api::path;
use crate::secret::Secret;

/// A request before it is sent. Mistakes made while building it are reported by sending it.
#[derive(Clone, Debug)]
pub struct ApiRequest {
    pub(super) method: Method,
    pub(super) template: Cow<'static, str>,
    path: String,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
    pub(super) scope: Scope,
    idempotent: Option<bool>,
    purpose: Option<Purpose>,
    secrets: SentSecrets,
    returns_tokens: bool,
    mistake: Option<String>,
}

impl ApiRequest {
    /// Begins a request to a path template.
    pub fn new(method: Method, template: impl Into<Cow<'static, str>>) -> Self {
        let template = template.into();
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        Self {
            method,
            path: template.clone().into_owned(),
            template,
            query: Vec::new(),
            headers,
            body: Bytes::new(),
            scope: Scope::Application,
            idempotent: None,
            purpose: None,
            secrets: SentSecrets::default(),
            returns_tokens: false,
            mistake: None,
        }
    }

    /// Begins a `GET`.
    pub fn get(template: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Method::GET, template)
    }

    /// Begins a `POST`.
    pub fn post(template: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Method::POST, template)
    }

    /// Begins a `PUT`.
    pub fn put(template: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Method::PUT, template)
    }

    /// Begins a `DELETE`.
    pub fn delete(template: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Method::DELETE, template)
    }

    /// Begins a call to an endpoint that the server advertised or the profile maps.
    pub fn to(endpoint: &Endpoint) -> Self {
        let method = endpoint.method.parse().unwrap_or(Method::GET);
        let mut outgoing = Self::new(method, endpoint.path.clone());
        // A query in the template is the owner's choice, and stays in front of ours.
        if let Some((path, query)) = endpoint.path.split_once('?') {
            path.clone_into(&mut outgoing.path);
            outgoing.query = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        }
        outgoing
    }

    /// Fills the template. Each value stays one path segment.
    #[must_use]
    pub fn fill(mut self, values: &[(&str, &str)]) -> Self {
        for (name, value) in values {
            // A URL reads even `%2E%2E` as "one folder up", so no encoding makes these safe.
            if value.is_empty() || *value == "." || *value == ".." {
                self.mistake.get_or_insert_with(|| format!("`{value}` cannot be the {name} of anything"));
            }
        }
        self.path = path::fill(&self.path, values);
        self
    }

    /// Sets whose token is used; the application's if this is not called.
    #[must_use]
    pub fn scope(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    /// Uses a connection's token.
    #[must_use]
    pub fn connection(self, id: &str) -> Self {
        self.scope(Scope::Connection(id.to_owned()))
    }

    /// Adds to the query.
    #[must_use]
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// Adds to the query what is there.
    #[must_use]
    pub fn maybe_query(self, name: &str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.query(name, value),
            None => self,
        }
    }

    /// Sets a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
            }
            _ => {
                self.mistake.get_or_insert_with(|| format!("`{name}` is not a header that can be sent"));
            }
        }
        self
    }

    /// Sends JSON.
    #[must_use]
    pub fn json(self, body: &(impl Serialize + ?Sized)) -> Self {
        match serde_json::to_vec(body) {
            Ok(bytes) => self.body("application/json", bytes),
            Err(error) => {
                let mut failed = self;
                failed.mistake.get_or_insert_with(|| format!("the body cannot be written as JSON: {error}"));
                failed
            }
        }
    }

    /// Sends an HTML form.
    #[must_use]
    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.body("application/x-www-form-urlencoded", body)
    }

    /// Sends any bytes.
    #[must_use]
    pub fn body(mut self, content_type: &str, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self.header(CONTENT_TYPE.as_str(), content_type)
    }

    /// Sets whether the call may be repeated, where the method alone does not decide it.
    #[must_use]
    pub fn idempotent(mut self, idempotent: bool) -> Self {
        self.idempotent = Some(idempotent);
        self
    }

    /// Sets who wants the answer. Without it a read is a question of this program, and so is what needs no token; the
    /// rest is a command.
    #[must_use]
    pub fn purpose(mut self, purpose: Purpose) -> Self {
        self.purpose = Some(purpose);
        self
    }

    fn effective_purpose(&self) -> Purpose {
        let is_question = matches!(self.method, Method::GET | Method::HEAD) || self.scope == Scope::None;
        self.purpose.unwrap_or(if is_question { Purpose::Question } else { Purpose::Command })
    }

    /// Names secrets that are in the body, so that they are removed from whatever comes back.
    #[must_use]
    pub fn secrets<'a>(mut self, secrets: impl IntoIterator<Item = &'a Secret>) -> Self {
        self.secrets.0.extend(secrets.into_iter().cloned());
        self
    }

    /// States that a success returns tokens, which may be among the secrets that were sent.
    #[must_use]
    pub fn returns_tokens(mut self) -> Self {
        self.returns_tokens = true;
        self
    }

    pub(super) fn call(&self) -> Call {
        Call {
            template: self.template.clone(),
            scope: self.scope.clone(),
            idempotent: self.idempotent.unwrap_or_else(|| is_idempotent(&self.method)),
            attempt: 1,
            purpose: self.effective_purpose(),
        }
    }

    /// Returns the request as it will be sent, without a token.
    ///
    /// # Errors
    /// [`Error::Argument`] for a mistake made while building it.
    pub fn request(&self, server: &ServerUrl) -> Result<Request<Bytes>, Error> {
        if let Some(mistake) = &self.mistake {
            return Err(Error::Argument(mistake.clone()));
        }
        if let Some((_, rest)) = self.path.split_once('{') {
            let name = rest.split('}').next().unwrap_or_default();
            return Err(Error::Argument(format!("the path needs a value for `{{{name}}}`")));
        }
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.query).finish();
        let uri = server
            .join(&self.path, &query)
            .ok_or_else(|| Error::Argument(format!("`{}` is not a path on this server", self.path)))?;
        let mut request = Request::new(self.body.clone());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = self.headers.clone();
        if self.effective_purpose() == Purpose::Question && !self.headers.contains_key(USER_AGENT) {
            request.headers_mut().insert(USER_AGENT, HeaderValue::from_static(TOOL_AGENT));
        }
        // Some servers and proxies refuse a change without it, with 411.
        if self.body.is_empty() && !self.method.is_safe() && !self.headers.contains_key(CONTENT_LENGTH) {
            request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        request.extensions_mut().insert(self.call());
        request.extensions_mut().insert(self.secrets.clone());
        if self.returns_tokens {
            request.extensions_mut().insert(ReturnsTokens);
        }
        Ok(request)
    }
}
