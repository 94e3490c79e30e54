//! `connect --web`, `connect --magic-link`, `reconnect --web`, `connections reactivate`, as somebody types them.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::any;
use makini::exit::Exit;
use makini::secrets::{SecretKind, SecretName};

use super::GOOD;
use crate::support::person::Person;
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::world::{Ended, Machine};

const LOGIN: &str = "login --client-id mk_test_client_sandbox --client-secret-stdin";

/// A machine that is signed in to a platform of its own, whose browser does this.
struct Account {
    machine: Machine,
    served: Served,
    sandbox: makini::sandbox::Sandbox,
}

impl Account {
    fn of(work: impl Fn(&mut Person) + Send + Sync + 'static) -> Self {
        let work = Arc::new(work);
        let machine = Machine::new().at(START).terminal(100).browser(move |address| {
            let (address, work) = (address.to_owned(), Arc::clone(&work));
            // A browser does not keep the program waiting that opened it.
            std::thread::spawn(move || work(&mut Person::open(&address)));
            true
        });
        let (served, sandbox) = Served::sandbox(machine.clock());
        let machine = machine.env("MAKINI_SERVER", served.url());
        machine.run_with(LOGIN, "mk_test_secret_sandbox", []).ok();
        Self { machine, served, sandbox }
    }

    fn token_of(&self, id: &str) -> Option<String> {
        let name = SecretName { profile: "default".into(), kind: SecretKind::Connection(id.into()) };
        self.machine.secrets().get(&name).expect("memory").map(|secret| secret.expose().to_owned())
    }

    fn connections(&self) -> serde_json::Value {
        self.machine.run("connections list -o json").ok().json()["data"].clone()
    }
}

fn agree_and_connect(person: &mut Person) {
    person.press("Agree", &[]);
    person.press("Connect MEX", &GOOD);
    person.press("Go back", &[]);
}

#[test]
fn a_browser_connects_a_system() {
    let account = Account::of(|person| {
        person.go("systems?q=mex");
        person.press("MEX", &[]);
        agree_and_connect(person);
    });
    let ended = account.machine.run("connect --web --metadata site=Oslo -o json").ok();
    let answer = ended.json();
    let connection = &answer["data"]["connection"];
    assert_eq!((&connection["name"], &connection["system"]), (&"Plant 7".into(), &"mex".into()), "{answer}");
    assert_eq!(
        (&connection["status"], &connection["metadata"]["site"]),
        (&"active".into(), &"Oslo".into()),
        "{answer}"
    );
    assert_eq!(answer["data"]["sync"]["result"], "completed");
    let opened = account.machine.opened();
    assert!(ended.stderr.contains(&opened[0]), "a person can copy it: {}", ended.stderr);
    let token = account.token_of(connection["id"].as_str().expect("an ID")).expect("kept");
    assert!(!ended.all().contains(&token));
    account.machine.run("sync start 'Plant 7'").ok();
}

#[test]
fn presets_go_along_where_the_server_takes_them() {
    let account = Account::of(|person| {
        assert!(person.answer().contains("Connect MEX to"), "{}", person.answer());
        person.press("Agree", &[]);
        let form = crate::support::html::Form::all(person.answer()).swap_remove(0);
        assert!(form.fields.contains(&("name".into(), "Plant 9".into())), "{form:?}");
        let mut good = GOOD;
        good[3] = ("name", "Plant 9");
        person.press("Connect MEX", &good);
        person.press("Go back", &[]);
    });
    let ended = account.machine.run("connect mex --web --name 'Plant 9' --email a@b.example --no-wait -o json").ok();
    assert_eq!(ended.json()["data"]["connection"]["name"], "Plant 9");
}

/// What is sent to a platform that advertises nothing is what is published.
#[test]
fn another_platform_gets_what_is_published() {
    let account = Account::of(|person| {
        person.go("systems?q=mex");
        person.press("MEX", &[]);
        agree_and_connect(person);
    });
    let nothing = Router::new()
        .route("/.well-known/makini", any(StatusCode::NOT_FOUND))
        .fallback_service(account.sandbox.router());
    let plain = Served::router(nothing);
    let page = format!("{}/oauth/authorize", plain.url());
    let machine = account.machine.env("MAKINI_SERVER", plain.url()).env("MAKINI_AUTHORIZE_URL", page);
    machine.run_with(LOGIN, "mk_test_secret_sandbox", []).ok();
    let ended = machine.run("connect mex --web --name North --metadata site=Oslo --no-wait -o json").ok();
    let opened = url::Url::parse(&machine.opened()[0]).expect("an address");
    assert_eq!(opened.path(), "/oauth/authorize");
    let names: Vec<_> = opened.query_pairs().map(|(name, _)| name.into_owned()).collect();
    let published = ["response_type", "client_id", "redirect_uri"];
    let of_oauth = ["state", "code_challenge", "code_challenge_method"];
    assert_eq!(names, [&published[..], &of_oauth[..]].concat());
    for words in ["choose `mex` on the page", "the name is the one from the page"] {
        assert!(ended.stderr.contains(words), "{words}: {}", ended.stderr);
    }
    let connection = &ended.json()["data"]["connection"];
    assert_eq!((&connection["name"], &connection["metadata"]["site"]), (&"Plant 7".into(), &"Oslo".into()));
}

#[test]
fn a_no_in_the_browser_connects_nothing() {
    let account = Account::of(|person| person.press("Cancel", &[]));
    let ended = account.machine.run("connect --web --color never").expect(Exit::Unconfirmed);
    let error = ended.stderr.split_once("error: ").expect("an error").1;
    insta::assert_snapshot!(error, @"nothing was connected: the page was answered no");
    assert_eq!(account.connections().as_array().map(Vec::len), Some(0));
}

#[test]
fn nobody_comes() {
    let account = Account::of(|_| {});
    let ended = account.machine.run("connect --web --link-time 50ms --color never").expect(Exit::Unconfirmed);
    let error = ended.stderr.split_once("error: ").expect("an error").1;
    insta::assert_snapshot!(error, @r"
    nobody came back from the browser within 50 ms
      hint: `--link-time` gives more time; `makini connect --magic-link` needs nobody to wait
    ");
    let alone = Machine::new().at(START).env("MAKINI_SERVER", account.served.url());
    insta::assert_snapshot!(alone.run("--sandbox connect --web").expect(Exit::Usage).stderr, @r"
    note: the sandbox has an address and a login of its own: `MAKINI_SERVER` is not used
    error: the hosted page needs a person, and there is nobody to ask
      hint: connect by options: `makini --sandbox connect --help` lists them, with an example
      hint: or let somebody else do it: `makini --sandbox connect --magic-link --name North` prints an address to send
    ");
    for line in [
        "connect --web --magic-link",
        "connect --web --field url=x",
        "connect --web --on-premises",
        "connect --link-time 1m",
    ] {
        account.machine.run(line).expect(Exit::Usage);
    }
}

#[test]
fn the_embedded_sandbox_has_the_page_too() {
    let machine = Machine::new().at(START).terminal(100).browser(|address| {
        let address = address.to_owned();
        std::thread::spawn(move || agree_and_connect(&mut Person::open(&address)));
        true
    });
    let ended = machine.run("--sandbox connect mex --web -o json").ok();
    assert_eq!(ended.json()["data"]["connection"]["status"], "active");
}

#[test]
fn without_a_browser_the_address_is_only_printed() {
    let (tell, told) = std::sync::mpsc::channel();
    let tell = std::sync::Mutex::new(tell);
    let account = Account::of(move |_| tell.lock().expect("no panic").send(()).expect("somebody waits"));
    let ended = account.machine.run("connect mex --web --no-browser --link-time 50ms").expect(Exit::Unconfirmed);
    assert!(ended.stderr.contains("Go on here, within") && ended.stderr.contains("/link/auth?"), "{}", ended.stderr);
    assert!(told.try_recv().is_err() && account.machine.opened().is_empty());
}

fn address_of(ended: &Ended) -> String {
    ended.json()["data"]["url"].as_str().expect("an address").to_owned()
}

#[test]
fn a_magic_link_is_sent_to_somebody_else() {
    let account = Account::of(|_| {});
    let line =
        "connect --magic-link mex --name 'Plant Oslo' --email it@customer.example --metadata customer=42 --expires 2d";
    let ended = account.machine.run(&format!("{line} -o json")).ok();
    assert!(account.machine.opened().is_empty());
    let id = ended.json()["data"]["connection_id"].as_str().expect("an ID").to_owned();
    assert_eq!(ended.json()["data"]["expires_at"], "2026-03-03T12:00:00.000Z");
    let row = &account.connections()[0];
    assert_eq!((&row["id"], &row["status"]), (&id.clone().into(), &"pending".into()));
    let shown = account.machine.run("connections show 'Plant Oslo'").ok().stdout;
    assert!(shown.contains("Magic Link"), "{shown}");
    account.machine.run("sync start 'Plant Oslo'").expect(Exit::Refused);
    // A link that got lost is replaced, and its connection is the same.
    let lost = address_of(&ended);
    let ended = account.machine.run("reconnect 'Plant Oslo' --magic-link -o json").ok();
    assert_eq!(ended.json()["data"]["connection_id"], *id);
    assert!(Person::open(&lost).answer().contains("This link has expired"));

    let mut customer = Person::open(&address_of(&ended));
    customer.press("Agree", &[]);
    customer.press("Connect MEX", &GOOD);
    assert!(customer.answer().contains("You are done."), "{}", customer.answer());
    assert_eq!(account.connections()[0]["status"], "synchronizing");
    account.machine.run("sync watch 'Plant 7'").ok();

    let human = account.machine.run("connect --magic-link --name Two --color never --open").ok();
    let url = account.machine.opened().pop().expect("opened");
    assert!(human.stdout.contains(&url) && human.stdout.contains("chosen by whoever opens it"), "{}", human.stdout);
    insta::assert_snapshot!(account.machine.run("connect --magic-link --color never").expect(Exit::Usage).stderr, @r"
    error: a Magic Link needs the name that the connection is to have
      hint: add `--name NAME`; it is how you find the connection again
    ");
}

#[test]
fn magic_links_are_listed_without_their_addresses() {
    let account = Account::of(|_| {});
    let none = account.machine.run("connections magic-links").ok();
    assert_eq!(none.stdout, "No Magic Link was made so far.\n");
    let line = "connect --magic-link mex --name 'Plant Oslo' --email it@customer.example --expires 2d -o json";
    let made = address_of(&account.machine.run(line).ok());
    account.machine.run("connect --magic-link --name Lost").ok();
    account.machine.run("disconnect Lost --confirm Lost").ok();
    let columns = "--columns connection,system,email,status,expires_at";
    let listed = account.machine.run(&format!("connections magic-links -o csv {columns}")).ok();
    insta::assert_snapshot!(listed.stdout, @r"
    connection,system,email,status,expires_at
    Lost,,,withdrawn,2026-03-08T12:00:00.000Z
    Plant Oslo,mex,it@customer.example,pending,2026-03-03T12:00:00.000Z
    ");
    let whole = account.machine.run("connections magic-links -o json").ok();
    let token = made.split("magic_link=").nth(1).expect("a token");
    assert!(!whole.stdout.contains(token) && !whole.stdout.contains("url"), "{}", whole.stdout);
    assert_eq!(whole.json()["schema"], "makini/connections.magic-links/1");
    let names = |flags: &str| {
        let listed = account.machine.run(&format!("connections magic-links {flags} -o json")).ok().json();
        let rows = listed["data"].as_array().expect("a list").clone();
        rows.iter().map(|row| row["connection"].as_str().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("--limit 1"), ["Lost"]);
    assert_eq!(names("--pending"), ["Plant Oslo"]);
    account.machine.run("connections magic-links --limit 0").expect(Exit::Usage);
}

/// An address is as good as a password, also where a server tells it again.
#[test]
fn a_server_that_tells_addresses_again_is_not_repeated() {
    let list = r#"{"endpoints":{"magic_link_list":{"method":"GET","path":"/links"}},"data":[{"id":1,"name":"a\u001b[2J",
        "url":"https://link.example/?magic_link=s3cret","token":"s3cret","status":"brand new"}]}"#;
    let served = Served::always(200, list);
    let machine = Machine::new().env("MAKINI_TOKEN", "tok").env("MAKINI_SERVER", served.url());
    for format in ["table", "json", "ndjson", "yaml", "csv"] {
        let ended = machine.run(&format!("connections magic-links -vv -o {format}")).ok();
        assert!(ended.stdout.contains("brand new"), "{}", ended.all());
        assert!(!ended.all().contains("s3cret"), "{:?}", ended.all());
        assert!(format != "table" || !ended.stdout.contains('\u{1b}'), "{:?}", ended.stdout);
    }
}

#[test]
fn signing_in_again_in_a_browser() {
    let account = Account::of(|person| {
        person.press("Agree", &[]);
        person.press("Connect MEX", &GOOD[..3]);
        person.press("Go back", &[]);
    });
    let made = account.machine.run("connect --magic-link mex --name 'Plant 7' -o json").ok();
    let mut customer = Person::open(&address_of(&made));
    customer.press("Agree", &[]);
    customer.press("Connect MEX", &GOOD);
    let id = made.json()["data"]["connection_id"].as_str().expect("an ID").to_owned();
    account.machine.run("token issue 'Plant 7'").ok();
    let old = account.token_of(&id);
    let again = account.machine.run("reconnect 'Plant 7' --magic-link -o json").ok();
    assert_eq!(again.json()["data"]["connection_id"], *id);
    assert!(Person::open(&address_of(&again)).answer().contains("into Plant 7 again?"));
    let ended = account.machine.run("reconnect 'Plant 7' --web -o json").ok();
    assert_eq!(ended.json()["data"]["connection"]["health"], "online");
    let new = account.token_of(&id);
    assert!(new.is_some() && new != old, "a new token is kept");
    account.machine.run("token show 'Plant 7'").ok();
}

#[test]
fn an_inactive_connection_is_made_active() {
    let account = Account::of(agree_and_connect);
    for number in 0..15 {
        let link =
            account.machine.run(&format!("connect --magic-link ibm-maximo --name 'Maximo {number}' -o json")).ok();
        let mut person = Person::open(&address_of(&link));
        person.press("Agree", &[]);
        let fields =
            [("credentials.url", "https://m.example.com"), ("credentials.api_key", "k"), ("email", "a@b.example")];
        person.press("Connect IBM Maximo", &fields);
        assert!(person.answer().contains("You are done."), "{}", person.answer());
    }
    account.machine.run("connect mex --web --no-wait").expect(Exit::Unhealthy);
    let refused = account.machine.run("connections reactivate 'Plant 7' --color never").expect(Exit::Refused);
    let steady = refused.stderr.lines().filter(|line| !line.contains("request: ")).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(steady, @r"
    error: could not reactivate `Plant 7`
      because: the server answered 409 Conflict: the account has 0 credits left and this takes 1
      code: INSUFFICIENT_CREDITS
      hint: see `makini credits`
      hint: a paid account may go beyond them with `--overage`
    ");
    account.machine.run("connections reactivate 'Plant 7' --overage").ok();
    account.machine.run("disconnect 'Maximo 3' --confirm 'Maximo 3'").ok();
    account.machine.run("sync watch 'Plant 7'").ok();
}
