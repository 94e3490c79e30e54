//! Which request carries which token, and what happens when it is refused.

use std::sync::{Arc, Mutex};

use makini::client::{ApiRequest, Bearer, BoxFuture, Client, Error, Scope, TokenSource};
use makini::exit::Exit;
use makini::failure::Classify as _;
use makini::secret::Secret;

use crate::support::wire::{Script, clock, json, server};

#[derive(Default)]
struct Tokens {
    renewed: Mutex<Vec<Scope>>,
    last: bool,
}

impl TokenSource for Tokens {
    fn token<'a>(&'a self, scope: &'a Scope) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
        Box::pin(std::future::ready(Ok(match scope {
            Scope::None => None,
            Scope::Application => Some(Secret::new("app")),
            Scope::Connection(id) => Some(Secret::new(format!("of-{id}"))),
        })))
    }

    fn renew<'a>(&'a self, scope: &'a Scope, _: &'a Secret) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
        self.renewed.lock().expect("not poisoned").push(scope.clone());
        Box::pin(std::future::ready(Ok((!self.last).then(|| Secret::new("new")))))
    }
}

fn client(script: &Script, last: bool) -> (Client, Arc<Tokens>) {
    let tokens = Arc::new(Tokens { last, ..Tokens::default() });
    let bearer = Bearer::new(script.clone(), Arc::clone(&tokens));
    (Client::new(server(), Arc::new(bearer), clock()), tokens)
}

fn carried(script: &Script) -> Vec<Option<String>> {
    script.seen().into_iter().map(|seen| seen.token).collect()
}

#[tokio::test]
async fn a_token_by_scope() {
    let script = Script::new((0..3).map(|_| json(200, "{}")));
    let (client, _) = client(&script, false);
    for scope in [Scope::None, Scope::Application, Scope::Connection("c1".into())] {
        client.send(ApiRequest::get("/x").scope(scope)).await.expect("fine");
    }
    assert_eq!(carried(&script), [None, Some("Bearer app".into()), Some("Bearer of-c1".into())]);
}

#[tokio::test]
async fn a_refused_token_is_renewed_once() {
    let script = Script::new([json(401, r#"{"error":{"code":"TOKEN_EXPIRED"}}"#), json(200, "{}")]);
    let (client_one, tokens) = client(&script, false);
    client_one.send(ApiRequest::post("/x").json(&1)).await.expect("with the new token");
    assert_eq!(carried(&script), [Some("Bearer app".into()), Some("Bearer new".into())]);
    assert_eq!(script.seen()[1].body, "1");
    assert_eq!(*tokens.renewed.lock().expect("not poisoned"), [Scope::Application]);

    let script = Script::new([json(401, "{}"), json(401, "{}")]);
    let (twice, _) = client(&script, false);
    let error = twice.send(ApiRequest::get("/x")).await.expect_err("refused again");
    assert_eq!((error.exit(), error.hint().as_deref()), (Exit::Auth, Some("run `makini login`")));

    let script = Script::new([json(401, "{}")]);
    let (last, _) = client(&script, true);
    let error = last.send(ApiRequest::get("/x").connection("c1")).await.expect_err("no other token");
    assert!(error.hint().is_some_and(|hint| hint.contains("makini token rotate c1")));
}

#[tokio::test]
async fn lost_credentials_at_the_source_are_not_a_matter_of_tokens() {
    let body = r#"{"error":{"code":"REAUTHORIZATION_REQUIRED","message":"password changed","request_id":"req_9"}}"#;
    let script = Script::new([json(401, body)]);
    let (client, tokens) = client(&script, false);
    let error = client.send(ApiRequest::get("/x").connection("c1")).await.expect_err("refused");
    assert!(tokens.renewed.lock().expect("not poisoned").is_empty());
    assert!(error.needs_reauthorization());
    assert_eq!(error.exit(), Exit::Auth);
    assert_eq!(error.request_id().as_deref(), Some("req_9"));
    assert!(error.hint().is_some_and(|hint| hint.contains("`makini reconnect c1`")));
}

#[tokio::test]
async fn a_token_that_is_not_one_is_not_sent() {
    struct Bad;
    impl TokenSource for Bad {
        fn token<'a>(&'a self, _: &'a Scope) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
            Box::pin(std::future::ready(Ok(Some(Secret::new("hunter2\r\nX: 1")))))
        }
        fn renew<'a>(&'a self, _: &'a Scope, _: &'a Secret) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
            Box::pin(std::future::ready(Ok(None)))
        }
    }
    let script = Script::new([]);
    let client = Client::new(server(), Arc::new(Bearer::new(script.clone(), Bad)), clock());
    let error = client.send(ApiRequest::get("/x")).await.expect_err("refused");
    assert!(script.seen().is_empty() && !format!("{error} {error:?}").contains("hunter2"));
}
