//! Reads what a browser brings to the callback address. Pure: a request in, a verdict out.

use std::borrow::Cow;

use http::header::HOST;
use http::{HeaderValue, Method, Request, StatusCode};

use super::CALLBACK_PATH;
use crate::secret::Secret;

/// What to do about a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Not the callback of this login: answer so, and keep waiting.
    Pass(StatusCode),
    /// The callback, and the login has failed.
    Failed(String),
    /// The callback, with the code.
    Code(Secret),
}

/// Judges a request to the listener at `host`, which expects `state`.
pub(super) fn judge<B>(request: &Request<B>, host: &str, state: &Secret) -> Verdict {
    // A page elsewhere can point a name of its own at this machine; it cannot make the browser lie about that name.
    let mut hosts = request.headers().get_all(HOST).iter();
    let named = hosts.next().map(HeaderValue::as_bytes);
    if named != Some(host.as_bytes()) || hosts.next().is_some() || request.uri().authority().is_some() {
        return Verdict::Pass(StatusCode::FORBIDDEN);
    }
    // Browsers also ask for an icon.
    if request.uri().path() != CALLBACK_PATH {
        return Verdict::Pass(StatusCode::NOT_FOUND);
    }
    if request.method() != Method::GET {
        return Verdict::Pass(StatusCode::METHOD_NOT_ALLOWED);
    }
    let query: Vec<(Cow<'_, str>, Cow<'_, str>)> =
        url::form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes()).collect();
    let only = |name: &str| {
        let mut values = query.iter().filter(|(found, _)| found == name).map(|(_, value)| value.as_ref());
        match (values.next(), values.next()) {
            (found, None) => Ok(found),
            _ => Err(Verdict::Failed(format!("the browser brought `{name}` more than once"))),
        }
    };
    // In constant time, as secrets are compared. Without it the request is not from the page that was opened, and must
    // not end the login: any page and any program on this machine can send one.
    if !matches!(only("state"), Ok(Some(brought)) if Secret::new(brought) == *state) {
        return Verdict::Pass(StatusCode::BAD_REQUEST);
    }
    let (code, error) = match (only("code"), only("error")) {
        (Ok(code), Ok(error)) => (code, error),
        (Err(verdict), _) | (_, Err(verdict)) => return verdict,
    };
    if let Some(error) = error {
        let reason = only("error_description").ok().flatten().unwrap_or(error);
        return Verdict::Failed(reason.chars().filter(|c| !c.is_control()).take(200).collect());
    }
    match code {
        Some(code) if !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_graphic()) => {
            Verdict::Code(Secret::new(code))
        }
        Some(_) => Verdict::Failed("the code holds characters that no code has".into()),
        None => Verdict::Failed("the browser brought no code".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_bring() {
        let state = Secret::new("STATE");
        let code = |text: &str| Verdict::Code(Secret::new(text));
        let failed = |text: &str| Verdict::Failed(text.into());
        let wrong_state = || Verdict::Pass(StatusCode::BAD_REQUEST);
        let bad_code = || failed("the code holds characters that no code has");
        let ours = "127.0.0.1:4000";
        for (method, host, target, verdict) in [
            ("GET", ours, "/callback?code=abc-1&state=STATE", code("abc-1")),
            ("GET", ours, "/callback?state=STATE&code=a%2Bb&x=1", code("a+b")),
            ("GET", ours, "/favicon.ico", Verdict::Pass(StatusCode::NOT_FOUND)),
            ("GET", ours, "/", Verdict::Pass(StatusCode::NOT_FOUND)),
            ("GET", ours, "/callback/?code=a&state=STATE", Verdict::Pass(StatusCode::NOT_FOUND)),
            ("GET", ours, "/callbackx?code=a&state=STATE", Verdict::Pass(StatusCode::NOT_FOUND)),
            ("GET", ours, "//callback?code=a&state=STATE", Verdict::Pass(StatusCode::NOT_FOUND)),
            ("POST", ours, "/callback?code=a&state=STATE", Verdict::Pass(StatusCode::METHOD_NOT_ALLOWED)),
            ("HEAD", ours, "/callback?code=a&state=STATE", Verdict::Pass(StatusCode::METHOD_NOT_ALLOWED)),
            ("GET", "evil.example:4000", "/callback?code=a&state=STATE", Verdict::Pass(StatusCode::FORBIDDEN)),
            ("GET", "localhost:4000", "/callback?code=a&state=STATE", Verdict::Pass(StatusCode::FORBIDDEN)),
            ("GET", "127.0.0.1", "/callback?code=a&state=STATE", Verdict::Pass(StatusCode::FORBIDDEN)),
            ("GET", "", "/callback?code=a&state=STATE", Verdict::Pass(StatusCode::FORBIDDEN)),
            ("GET", ours, "http://127.0.0.1:4000/callback?code=a", Verdict::Pass(StatusCode::FORBIDDEN)),
            ("GET", ours, "/callback", wrong_state()),
            ("GET", ours, "/callback?code=a", wrong_state()),
            ("GET", ours, "/callback?code=a&state=", wrong_state()),
            ("GET", ours, "/callback?code=a&state=STATE2", wrong_state()),
            ("GET", ours, "/callback?code=a&state=STAT", wrong_state()),
            ("GET", ours, "/callback?code=a&state=state", wrong_state()),
            ("GET", ours, "/callback?error=access_denied", wrong_state()),
            ("GET", ours, "/callback?state=STATE&state=STATE&code=a", wrong_state()),
            ("GET", ours, "/callback?state=STATE&code=a&code=b", failed("the browser brought `code` more than once")),
            ("GET", ours, "/callback?state=STATE&code=a&%63ode=b", failed("the browser brought `code` more than once")),
            ("GET", ours, "/callback?state=STATE", failed("the browser brought no code")),
            ("GET", ours, "/callback?state=STATE&code=", bad_code()),
            ("GET", ours, "/callback?state=STATE&code=a%0d%0aX:%201", bad_code()),
            ("GET", ours, "/callback?state=STATE&code=a+b", bad_code()),
            ("GET", ours, "/callback?state=STATE&code=%C3%BC", bad_code()),
            ("GET", ours, "/callback?state=STATE&error=access_denied", failed("access_denied")),
            ("GET", ours, "/callback?state=STATE&error=x&error_description=no%1b%5b2J", failed("no[2J")),
            ("GET", ours, "/callback?state=STATE&error=x&code=a", failed("x")),
        ] {
            let mut request = Request::builder().method(method).uri(target).body(()).expect(target);
            if !host.is_empty() {
                request.headers_mut().insert(HOST, host.parse().expect(host));
            }
            assert_eq!(judge(&request, ours, &state), verdict, "{method} {host} {target}");
        }
        let twice = Request::builder()
            .uri("/callback?code=a&state=STATE")
            .header(HOST, ours)
            .header(HOST, "evil")
            .body(())
            .expect("valid");
        assert_eq!(judge(&twice, ours, &state), Verdict::Pass(StatusCode::FORBIDDEN));
    }
}
