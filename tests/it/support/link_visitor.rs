//! A person with a browser, at the pages of a sandbox in this process: cookies, redirects, forms.

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};

use super::html::{Form, text};
use super::sandbox::{Answer, InProcess};

/// Where the sandbox is, for the browser.
pub const HOST: &str = "127.0.0.1:4000";

/// The browser.
pub struct LinkVisitor<'a> {
    sandbox: &'a InProcess,
    /// Cookies as path, name, value.
    pub cookies: Vec<(String, String, String)>,
    /// Where it is: a path of the sandbox, or an address elsewhere.
    pub at: String,
    /// The page it sees.
    pub page: Answer,
}

impl<'a> LinkVisitor<'a> {
    /// Opens an address of the sandbox and follows where that leads.
    pub async fn open(sandbox: &'a InProcess, at: &str) -> Self {
        let page = Answer {
            status: StatusCode::default(),
            headers: HeaderMap::default(),
            bytes: Vec::new(),
            body: serde_json::Value::Null,
        };
        let mut visitor = Self { sandbox, cookies: Vec::new(), at: String::new(), page };
        visitor.go(at).await;
        visitor
    }

    pub async fn go(&mut self, at: &str) {
        at.clone_into(&mut self.at);
        self.page = self.ask("GET", at, None).await;
        self.follow().await;
    }

    async fn follow(&mut self) {
        for _ in 0..10 {
            if !self.page.status.is_redirection() {
                return;
            }
            let to = self.page.header("location").to_owned();
            assert_eq!(self.page.header("cache-control"), "no-store");
            to.strip_prefix(&format!("http://{HOST}")).unwrap_or(&to).clone_into(&mut self.at);
            if !self.at.starts_with('/') {
                return;
            }
            self.page = self.ask("GET", &self.at.clone(), None).await;
        }
        panic!("redirected in a circle: {}", self.at);
    }

    /// Asks with the cookies that belong to the path.
    pub async fn ask(&mut self, method: &str, at: &str, form: Option<String>) -> Answer {
        let path = at.split('?').next().unwrap_or_default();
        let mine = self.cookies.iter().filter(|(scope, ..)| path.starts_with(scope.as_str()));
        let cookie = mine.map(|(_, name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        let mut request = Request::builder().method(method).uri(at).header("host", HOST);
        if !cookie.is_empty() {
            request = request.header("cookie", cookie);
        }
        if method == "POST" {
            request = request.header("content-type", "application/x-www-form-urlencoded");
            request = request.header("sec-fetch-site", "same-origin");
        }
        let answer = self.sandbox.raw(request.body(Body::from(form.unwrap_or_default())).expect("valid")).await;
        if let Some(set) = answer.headers.get("set-cookie") {
            let set = set.to_str().expect("text");
            let (pair, rest) = set.split_once("; ").expect("attributes");
            assert!(rest.contains("HttpOnly") && rest.contains("SameSite=Lax"), "{set}");
            let (name, value) = pair.split_once('=').expect("a value");
            let path = rest.split("Path=").nth(1).and_then(|rest| rest.split(';').next()).expect("a path");
            self.cookies.push((path.to_owned(), name.to_owned(), value.to_owned()));
        }
        answer
    }

    pub fn html(&self) -> String {
        String::from_utf8(self.page.bytes.clone()).expect("text")
    }

    /// What a person reads on the page, without the look and the script.
    pub fn text(&self) -> String {
        let html = self.html();
        let body = html.split_once("<main>").map_or(html.as_str(), |(_, rest)| rest);
        text(body.split("</main>").next().unwrap_or_default())
    }

    /// The form that has this button.
    #[track_caller]
    pub fn form(&self, button: &str) -> Form {
        let forms = Form::all(&self.html());
        let found = forms.into_iter().find(|form| form.buttons.iter().any(|known| known.text.contains(button)));
        found.unwrap_or_else(|| panic!("no button `{button}` at {}: {}", self.at, self.text()))
    }

    /// Presses a button, with these fields filled in.
    pub async fn press(&mut self, button: &str, fields: &[(&str, &str)]) {
        let form = fields.iter().fold(self.form(button), |form, (name, value)| form.with(name, value));
        let at = form.action.clone().unwrap_or_else(|| self.at.clone());
        self.page = self.ask("POST", &at, Some(form.body(button))).await;
        self.at = at;
        self.follow().await;
    }

    /// A parameter of the address it was sent to.
    #[track_caller]
    pub fn brought(&self, name: &str) -> Option<String> {
        let url = url::Url::parse(&self.at).unwrap_or_else(|_| panic!("still at {}: {}", self.at, self.text()));
        url.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
    }
}
