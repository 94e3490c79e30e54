//! What a request took, by both clocks: a part is never shown as longer than the whole, and a server that reports so has
//! a wrong clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::routing::any;
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::served::Served;
use crate::support::world::{Ended, Machine};

/// Where the lie is.
const PATH: &str = "/api/integrations/current";
const TROUBLE: &str = "a clock is wrong";

/// A platform by the clock of this machine, with the connection `Plant`, whose answers on one path may have another
/// header.
struct Platform {
    machine: Machine,
    lies: Arc<AtomicBool>,
    _served: Served,
}

impl Platform {
    fn new(lie: (&'static str, &'static str)) -> Self {
        let machine = Machine::new();
        let sandbox = Sandbox::open(Options::new(machine.clock().clone())).expect("opens");
        let token = sandbox.admin_token().expect("issued").expose().to_owned();
        let lies = Arc::new(AtomicBool::new(false));
        let is_lying = Arc::clone(&lies);
        let handler = any(move |request: Request| {
            let (sandbox, is_lying) = (sandbox.clone(), Arc::clone(&is_lying));
            async move {
                let is_hit = request.uri().path() == PATH && is_lying.load(Ordering::SeqCst);
                let mut answer = sandbox.router().oneshot(request).await.expect("infallible");
                if is_hit {
                    answer.headers_mut().remove("server-timing");
                    answer.headers_mut().insert(HeaderName::from_static(lie.0), HeaderValue::from_static(lie.1));
                }
                answer
            }
        });
        let served = Served::router(Router::new().fallback(handler));
        let machine = machine.env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", token);
        let connect = "connect maintain-x --name Plant --email ops@example.com --field-stdin api_key --yes";
        machine.run_with(connect, "a-secret-of-the-system", []).ok();
        Self { machine, lies, _served: served }
    }

    fn run(&self, line: &str) -> Ended {
        self.machine.run(&format!("{line} --retries 0"))
    }

    /// Makes a call whose answer has the other header. Returns what was printed about it.
    fn lied_to(&self, line: &str) -> Ended {
        self.lies.store(true, Ordering::SeqCst);
        let ended = self.run(line).ok();
        self.lies.store(false, Ordering::SeqCst);
        ended
    }
}

fn rows(list: &Value) -> &Vec<Value> {
    list["data"].as_array().expect("a list")
}

/// Fails where a part is longer than the whole, and returns whether both are there.
#[track_caller]
fn ordered(row: &Value) -> bool {
    let time = |name: &str| row[name].as_f64();
    let (total, server, source) = (time("total_ms"), time("server_ms"), time("source_ms"));
    for (part, whole) in [(server, total), (source, total), (source, server)] {
        assert!(part.zip(whole).is_none_or(|(part, whole)| part <= whole), "{row}");
    }
    let network = server.zip(total).map(|(server, total)| total - server);
    if let Some((found, expected)) = time("network_ms").zip(network) {
        assert!((found - expected).abs() < 0.002 && found >= 0.0, "{row}");
    }
    assert_eq!(row["clock_trouble"], false, "{row}");
    server.is_some() && total.is_some()
}

#[test]
fn no_command_shows_a_part_that_is_longer_than_the_whole() {
    let platform = Platform::new(("x-unused", "1"));
    for line in ["connections list", "systems list", "check", "sync list Plant", "credits", "requests list"] {
        platform.run(line);
    }
    for path in [PATH, "/api/eam/assets?per_page=50", "/api/eam/work-orders"] {
        let shown = platform.run(&format!("api get {path} --connection Plant -v")).ok().stderr;
        // `GET …: 200 OK in 4.358 ms, server timing: total;dur=4.102`
        let number = |before: &str| -> f64 {
            let text = shown.split(before).nth(1).unwrap_or_else(|| panic!("{before}: {shown}"));
            let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
            text[..end].parse().unwrap_or_else(|error| panic!("{error}: {text}"))
        };
        assert!(number(" in ") >= number("total;dur="), "{shown}");
        assert!(!shown.contains(TROUBLE), "{shown}");
    }
    for source in ["journal", "both", "server"] {
        let ended = platform.run(&format!("requests list --source {source} --limit 500 -o json")).ok();
        assert!(!ended.stderr.contains(TROUBLE), "{}", ended.stderr);
        let list = ended.json();
        let compared = rows(&list).iter().filter(|row| ordered(row)).count();
        assert!(compared > 8, "{source}: {compared} of {}", rows(&list).len());
        for id in rows(&list).iter().take(3).filter_map(|row| row["id"].as_str()) {
            ordered(&platform.run(&format!("requests show {id} -o json")).ok().json()["data"]);
        }
    }
    for source in ["journal", "server"] {
        let data =
            platform.run(&format!("metrics --source {source} --kind api,tool --by endpoint -o json")).ok().json();
        for group in data["data"]["groups"].as_array().expect("groups") {
            let (source, max) = (group["source_mean_ms"].as_f64(), group["max_ms"].as_f64());
            assert!(source.unwrap_or_default() <= max.expect("a time"), "{group}");
        }
    }
    // Each request of a command, with `-vv`: no more than what it took.
    let shown = platform.run("check -vv").stderr;
    assert!(shown.contains("of that the server") && !shown.contains(TROUBLE), "{shown}");
}

#[test]
fn a_server_that_reports_more_than_there_was_has_a_wrong_clock_in_every_form() {
    for lie in [
        ("server-timing", "total;dur=99000, source;dur=98000"),
        ("server-timing", "source;dur=98000"),
        ("server-timing", "total;dur=0.001, source;dur=0.002"),
        ("x-response-time", "99000ms"),
        ("x-runtime", "99"),
    ] {
        let platform = Platform::new(lie);
        let call = format!("api get {PATH} --connection Plant");
        platform.run(&call).ok();
        let shown = platform.lied_to(&format!("{call} -v")).stderr;
        assert!(shown.contains(TROUBLE), "{lie:?}: {shown}");
        let shown = platform.lied_to(&format!("{call} -vv")).stderr;
        let line = shown.lines().find(|line| line.contains(PATH) && line.contains("req_")).expect("its line");
        assert!(line.contains(TROUBLE), "{lie:?}: {shown}");

        let mut id = String::new();
        for source in ["journal", "both"] {
            let line = format!("requests list --source {source} --search {PATH}");
            let ended = platform.run(&format!("{line} -o json")).ok();
            assert!(ended.stderr.contains("2 requests with `clock_trouble`: "), "{}", ended.stderr);
            let list = ended.json();
            let troubled: Vec<_> = rows(&list).iter().filter(|row| row["clock_trouble"] == true).collect();
            assert_eq!((troubled.len(), rows(&list).len()), (2, 3), "{lie:?}, {source}: {list}");
            troubled[0]["id"].as_str().expect("an ID").clone_into(&mut id);
            let table = platform.run(&format!("{line} --columns id,clock_trouble")).ok();
            let row = |text: &str| text.lines().find(|line| line.contains(&id)).map(str::to_owned).expect("its row");
            assert!(row(&table.stdout).ends_with("wrong"), "{}", table.stdout);
            assert!(table.stderr.contains(TROUBLE), "{}", table.stderr);
            let csv = platform.run(&format!("{line} --columns id,clock_trouble -o csv")).ok();
            assert!(row(&csv.stdout).ends_with("true"), "{}", csv.stdout);
        }
        let shown = platform.run(&format!("requests show {id}")).ok();
        assert!(shown.stdout.contains(TROUBLE), "{lie:?}: {}", shown.stdout);
        let shown = platform.run(&format!("requests show {id} -o json")).ok().json();
        assert_eq!(shown["data"]["clock_trouble"], true, "{shown}");

        // No figure is made of it, and that is said.
        let line = "metrics --source journal --by endpoint";
        let data = platform.run(&format!("{line} -o json")).ok().json()["data"].clone();
        assert_eq!(data["clock_trouble"], 2, "{lie:?}: {data}");
        let group =
            data["groups"].as_array().expect("groups").iter().find(|group| group["endpoint"] == format!("GET {PATH}"));
        let group = group.expect("its group");
        assert!(group["source_mean_ms"].as_f64().unwrap_or_default() <= group["max_ms"].as_f64().expect("a time"));
        assert!(group["max_ms"].as_f64() < Some(90_000.0), "{group}");
        let shown = platform.run(line).ok().stdout;
        assert!(shown.contains("2 requests with clock trouble") && shown.contains(TROUBLE), "{shown}");
    }
}

#[test]
fn figures_of_a_server_that_contradict_each_other_are_no_answer() {
    let good = json!({
        "requests": 100, "errors": 5, "error_rate": 0.05, "mean_ms": 10.0, "p50_ms": 9.0, "p95_ms": 30.0, "p99_ms": 40.0,
        "max_ms": 50.0, "source_mean_ms": 5.0, "throughput": 0.1
    });
    let lies = [
        json!({}),
        json!({ "source_mean_ms": 60.0 }),
        json!({ "mean_ms": 51.0 }),
        json!({ "p50_ms": 31.0 }),
        json!({ "p95_ms": 45.0 }),
        json!({ "errors": 101, "error_rate": null }),
        json!({ "error_rate": 0.0 }),
        json!({ "errors": 50 }),
    ];
    for (number, lie) in lies.into_iter().enumerate() {
        let mut group = good.clone();
        let fields = lie.as_object().expect("an object").clone();
        group.as_object_mut().expect("an object").extend(fields);
        let metrics = json!({ "data": { "from": null, "to": null, "groups": [group] } }).to_string();
        let advertised = r#"{"endpoints":{"metrics_query":{"method":"GET","path":"/metrics"}}}"#;
        let answer = |body: String| any(move || std::future::ready(([("content-type", "application/json")], body)));
        let row = r#"{"data":[{"key":"1","name":"Plant","status":"active"}]}"#;
        let router = Router::new()
            .route("/.well-known/makini", answer(advertised.to_owned()))
            .route("/metrics", answer(metrics))
            .fallback(answer(row.to_owned()));
        let served = Served::router(router);
        let machine = Machine::new().env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", "t");
        let (figures, gate) = ("metrics --by kind --retries 0", "check --max-error-rate 10% --retries 0 -o json");
        if number == 0 {
            machine.run(figures).ok();
            continue;
        }
        let ended = machine.run(figures).expect(Exit::Unavailable);
        assert!(ended.stderr.contains("figures that contradict each other"), "{lie}: {}", ended.stderr);
        assert_ne!(machine.run(gate).exit, Exit::Ok, "{lie}");
    }
}
