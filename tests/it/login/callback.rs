//! Logging in by browser: who may come back, with what, and what is asked for then.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use makini::api::path;
use makini::client::call::Tokens;
use makini::client::{HttpOptions, HttpTransport, ServerUrl};
use makini::exit::Exit;
use makini::failure::Classify as _;
use makini::secret::Secret;
use makini::session::Error;
use makini::session::login::{BrowserLogin, by_browser};
use sha2::{Digest as _, Sha256};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use url::Url;

use crate::support::wire::{Script, json, with};

/// What the address to open says.
struct Opened {
    address: String,
    host: String,
    state: String,
    challenge: String,
}

fn read(address: &str) -> Opened {
    let url = Url::parse(address).expect("an address");
    let value = |name: &str| {
        let mut values = url.query_pairs().filter(|(found, _)| found == name);
        let value = values.next().unwrap_or_else(|| panic!("{name} is missing")).1.into_owned();
        assert!(values.next().is_none(), "{name} twice");
        value
    };
    assert_eq!((value("response_type").as_str(), value("code_challenge_method").as_str()), ("code", "S256"));
    assert_eq!(value("client_id"), "app");
    let redirect = Url::parse(&value("redirect_uri")).expect("an address");
    assert_eq!((redirect.scheme(), redirect.host_str(), redirect.path()), ("http", Some("127.0.0.1"), "/callback"));
    let host = format!("127.0.0.1:{}", redirect.port().expect("a port"));
    Opened { address: address.to_owned(), host, state: value("state"), challenge: value("code_challenge") }
}

/// Runs a login against a scripted platform, while `browser` plays the browser.
async fn run<B: Future<Output = ()>>(
    script: &Script,
    limit: Duration,
    browser: impl FnOnce(Opened) -> B,
) -> Result<Tokens, Error> {
    let link = ServerUrl::parse("https://link.example").expect("valid");
    let secret = Secret::new("shh");
    let login = BrowserLogin {
        link: &link,
        page: path::AUTHORIZE,
        client_id: "app",
        client_secret: Some(&secret),
        query: &[("scope", "all"), ("state", "not ours to set")],
        port: None,
        limit,
    };
    let (tell, told) = oneshot::channel();
    let client = script.client();
    let waiting = by_browser(&client, &login, move |address| tell.send(read(address)).unwrap_or_default());
    let playing = async { browser(told.await.expect("opened")).await };
    tokio::join!(waiting, playing).0
}

async fn send(opened_host: &str, request: String) -> String {
    let mut stream = TcpStream::connect(opened_host).await.expect("somebody listens");
    stream.write_all(request.as_bytes()).await.expect("writable");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.ok();
    answer
}

async fn visit(host: &str, target: &str) -> String {
    send(host, format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n")).await
}

const TOKENS: &str = r#"{"access_token":"acc","refresh_token":"ref","token_type":"bearer","expires_in":"1767312000"}"#;
const MINUTE: Duration = Duration::from_mins(1);

#[tokio::test]
async fn a_code_becomes_a_token() {
    let script = Script::new([json(200, TOKENS)]);
    let (tell, told) = oneshot::channel();
    let tokens = run(&script, MINUTE, async |opened| {
        // An icon first, and a connection that never says anything.
        let silent = TcpStream::connect(&opened.host).await.expect("somebody listens");
        assert!(visit(&opened.host, "/favicon.ico").await.starts_with("HTTP/1.1 404"));
        let page = visit(&opened.host, &format!("/callback?code=the-code&state={}", opened.state)).await;
        assert!(page.starts_with("HTTP/1.1 200") && page.contains("You can close this page"), "{page}");
        assert!(!page.contains("the-code") && !page.contains(&opened.state), "{page}");
        assert!(page.contains("no-store") && page.contains("no-referrer"), "{page}");
        drop(silent);
        assert!(TcpStream::connect(&opened.host).await.is_err(), "nobody listens any more");
        tell.send(opened).unwrap_or_default();
    })
    .await
    .expect("logged in");
    assert_eq!((tokens.access.expose(), tokens.refresh.as_ref().map(Secret::expose)), ("acc", Some("ref")));
    let opened = told.await.expect("opened");
    assert!(opened.address.starts_with("https://link.example/oauth/authorize?"), "{}", opened.address);
    assert!(opened.address.contains("&scope=all"), "{}", opened.address);
    assert_eq!(opened.state.len(), 43, "256 bits");
    let seen = &script.seen()[0];
    assert_eq!((seen.method.as_str(), seen.path.as_str(), seen.token.as_deref()), ("POST", "/link/token", None));
    let form: std::collections::HashMap<_, _> =
        url::form_urlencoded::parse(seen.body.as_bytes()).into_owned().collect();
    assert_eq!(form["grant_type"], "authorization_code");
    assert_eq!((form["code"].as_str(), form["client_id"].as_str()), ("the-code", "app"));
    assert_eq!(
        (form["client_secret"].as_str(), &form["redirect_uri"]),
        ("shh", &format!("http://{}/callback", opened.host))
    );
    assert_eq!(URL_SAFE_NO_PAD.encode(Sha256::digest(&form["code_verifier"])), opened.challenge);
    assert!(!opened.address.contains(&form["code_verifier"]) && !opened.address.contains("shh"));
}

#[tokio::test]
async fn a_bad_callback_ends_the_login_and_asks_for_nothing() {
    for target in [
        "/callback?code=x&code=y&state=STATE".to_owned(),
        "/callback?code=x%0d%0ay&state=STATE".to_owned(),
        "/callback?state=STATE".to_owned(),
        "/callback?error=access_denied&state=STATE".to_owned(),
    ] {
        let script = Script::new([]);
        let error = run(&script, MINUTE, async |opened| {
            let page = visit(&opened.host, &target.replace("STATE", &opened.state)).await;
            assert!(page.contains("The login failed"), "{target}: {page}");
            let again = format!("/callback?code=x&state={}", opened.state);
            let late = TcpStream::connect(&opened.host).await;
            assert!(late.is_err(), "{target}: {again} comes too late");
        })
        .await
        .expect_err(&target);
        assert_eq!((error.exit(), error.hint().as_deref()), (Exit::Auth, Some("run `makini login`")), "{target}");
        assert!(script.seen().is_empty(), "{target}: no token may be asked for");
    }
}

#[tokio::test]
async fn strangers_are_turned_away_and_the_login_goes_on() {
    let script = Script::new([json(200, TOKENS)]);
    run(&script, MINUTE, async |opened| {
        let good = format!("/callback?code=x&state={}", opened.state);
        for (request, status) in [
            (format!("GET {good} HTTP/1.1\r\nHost: evil.example\r\n\r\n"), "403"),
            (format!("GET {good} HTTP/1.1\r\nHost: localhost\r\n\r\n"), "403"),
            (format!("GET {good} HTTP/1.0\r\n\r\n"), "403"),
            (format!("GET http://evil.example{good} HTTP/1.1\r\nHost: {}\r\n\r\n", opened.host), "403"),
            (format!("POST {good} HTTP/1.1\r\nHost: {}\r\ncontent-length: 0\r\n\r\n", opened.host), "405"),
            // Any page and any program can send these: without the state they are not the answer.
            (format!("GET /callback?code=x HTTP/1.1\r\nHost: {}\r\n\r\n", opened.host), "400"),
            (format!("GET /callback?code=x&state=wrong HTTP/1.1\r\nHost: {}\r\n\r\n", opened.host), "400"),
            (format!("GET /callback?error=access_denied HTTP/1.1\r\nHost: {}\r\n\r\n", opened.host), "400"),
            (format!("GET {good}&state=x HTTP/1.1\r\nHost: {}\r\n\r\n", opened.host), "400"),
            (format!("GET /callback/../callback HTTP/1.1\r\nHost: {}\r\n\r\n", opened.host), "404"),
            (format!("GET /{} HTTP/1.1\r\nHost: {}\r\n\r\n", "a".repeat(20_000), opened.host), "4"),
            ("\0\x16\x03\x01\r\n\r\n".to_owned(), "400"),
        ] {
            let answer = send(&opened.host, request.clone()).await;
            let line = answer.lines().next().unwrap_or_default();
            assert!(
                line.is_empty()
                    || line.starts_with(&format!("HTTP/1.1 {status}"))
                    || line.starts_with(&format!("HTTP/1.0 {status}")),
                "{request}: {line}"
            );
        }
        assert!(visit(&opened.host, &good).await.starts_with("HTTP/1.1 200"));
    })
    .await
    .expect("the right one came in the end");
}

#[tokio::test]
async fn nobody_comes_and_the_port_is_taken() {
    let error = run(&Script::new([]), Duration::from_millis(40), async |_| {}).await.expect_err("nobody came");
    assert!(matches!(error, Error::Late { .. }), "{error:?}");
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let link = ServerUrl::parse("https://link.example").expect("valid");
    let login = BrowserLogin {
        link: &link,
        page: path::AUTHORIZE,
        client_id: "app",
        client_secret: None,
        query: &[],
        port: Some(taken.local_addr().expect("bound").port()),
        limit: MINUTE,
    };
    let error = by_browser(&Script::new([]).client(), &login, |_| panic!("nothing to open")).await.expect_err("taken");
    assert_eq!((error.exit(), matches!(error, Error::Listen { .. })), (Exit::Local, true));
}

#[tokio::test]
async fn a_code_that_is_refused_is_a_failed_login() {
    let script = Script::new([with(400, "x-request-id", "req_5", r#"{"error":"invalid_grant"}"#)]);
    let error = run(&script, MINUTE, async |opened| {
        visit(&opened.host, &format!("/callback?code=x&state={}", opened.state)).await;
    })
    .await
    .expect_err("refused");
    assert_eq!((error.request_id().as_deref(), error.code().as_deref()), (Some("req_5"), Some("invalid_grant")));
    // The real transport is only built when it is used.
    let server = ServerUrl::parse("https://api.example").expect("valid");
    let _unused = Arc::new(HttpTransport::new(server, HttpOptions::default()));
}
