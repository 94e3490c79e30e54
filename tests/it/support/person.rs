//! A person with a browser at a server on the loopback: one cookie, redirects, forms.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use url::Url;

use super::html::Form;

/// The browser.
pub struct Person {
    url: Url,
    cookie: String,
    answer: String,
}

impl Person {
    /// Opens an address and follows where it leads.
    pub fn open(address: &str) -> Self {
        let mut person =
            Self { url: Url::parse(address).expect("an address"), cookie: String::new(), answer: String::new() };
        person.ask("GET", "");
        person
    }

    /// Opens a page beside the one it is at.
    pub fn go(&mut self, to: &str) {
        self.url = self.url.join(to).expect("an address");
        self.ask("GET", "");
    }

    /// Presses a button, with these fields filled in.
    #[track_caller]
    pub fn press(&mut self, button: &str, fields: &[(&str, &str)]) {
        let forms = Form::all(&self.answer);
        let form = forms.into_iter().find(|form| form.buttons.iter().any(|known| known.text.contains(button)));
        let form = form.unwrap_or_else(|| panic!("no button `{button}`: {}", self.answer));
        let form = fields.iter().fold(form, |form, (name, value)| form.with(name, value));
        if let Some(action) = &form.action {
            self.url = self.url.join(action).expect("an address");
        }
        self.ask("POST", &form.body(button));
    }

    /// The last answer, head and all.
    pub fn answer(&self) -> &str {
        &self.answer
    }

    fn ask(&mut self, method: &str, body: &str) {
        self.answer = send(&self.url, method, &self.cookie, body);
        for _ in 0..10 {
            if let Some(set) = header(&self.answer, "set-cookie") {
                set.split(';').next().unwrap_or_default().clone_into(&mut self.cookie);
            }
            let Some(to) = header(&self.answer, "location") else { return };
            self.url = self.url.join(to).expect("an address");
            self.answer = send(&self.url, "GET", &self.cookie, "");
        }
    }
}

/// Sends one request and returns the whole answer.
fn send(url: &Url, method: &str, cookie: &str, body: &str) -> String {
    let authority = &url[url::Position::BeforeHost..url::Position::AfterPort];
    let target = &url[url::Position::BeforePath..url::Position::AfterQuery];
    let mut stream = TcpStream::connect(authority).expect("somebody listens");
    let head = format!(
        "{method} {target} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).expect("writable");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok();
    answer
}

fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let head = answer.split("\r\n\r\n").next().unwrap_or_default();
    head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}
