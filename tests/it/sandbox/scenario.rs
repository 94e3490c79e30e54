//! `makini sandbox run`: scenarios that hold, scenarios that do not, and that the same one is the same twice.

use makini::exit::Exit;
use serde_json::Value;

use crate::support::world::Machine;

const EVERYTHING: &str = include_str!("../../fixtures/scenarios/everything.toml");

fn run(text: &str, flags: &str) -> crate::support::world::Ended {
    let machine = Machine::new();
    machine.write("scenario.toml", text);
    let file = machine.home().join("scenario.toml").display().to_string();
    let ended = machine.run(&format!("sandbox run {file} {flags}"));
    assert!(!machine.home().join("data").exists(), "what is kept is not touched");
    ended
}

#[test]
fn everything_that_can_break_breaks_the_same_way_twice() {
    let first = run(EVERYTHING, "-o ndjson").ok();
    let again = run(EVERYTHING, "-o ndjson").ok();
    assert_eq!(first.stdout, again.stdout, "byte for byte");
    assert_eq!(first.stderr, again.stderr);
    let lines: Vec<Value> = first.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let texts: Vec<&str> = lines.iter().map(|line| line["text"].as_str().expect("text")).collect();
    for kind in makini::api::faults::FaultKind::ALL {
        let word = kind.name().replace('_', "-");
        assert!(texts.iter().any(|text| text.starts_with("fault ") && text.contains(&word)), "{word} is not in it");
    }
    let events = |lines: &[Value]| -> Vec<String> {
        let happened = lines.iter().filter(|line| line["type"] == "event" || line["type"] == "arrival");
        happened.map(|line| line["text"].as_str().expect("text").to_owned()).collect()
    };
    assert!(events(&lines).len() > 60, "{}", events(&lines).len());
    let other = run(EVERYTHING, "-o ndjson --seed 8");
    assert_ne!(first.stdout, other.stdout, "another seed is another run");
}

#[test]
fn a_log_that_people_read() {
    let scenario = r#"
        [seed]
        clock.at = 2026-03-01T08:00:00Z
        [[receivers]]
        name = "app"
        events = ["sync.completed", "connection.*"]
        [[steps]]
        connect = { name = "Plant 7", system = "inextia" }
        [[steps]]
        advance = "1m"
        [[steps]]
        fault = { name = "outage", kind = "source_down", connection = "Plant 7" }
        [[steps]]
        expect = { connection = "Plant 7", health = "offline" }
        [[steps]]
        expect = { receiver = "app", order = ["sync.completed", "connection.offline"] }
    "#;
    let ended = run(scenario, "").ok();
    insta::assert_snapshot!(ended.all(), @r"
    exit: 0
    --- stdout
    AT                       LINE  WHAT
    2026-03-01T08:00:00Z        7  step     connect inextia to Plant 7 as 02141693884905
    2026-03-01T08:00:00Z        9  step     advance to 2026-03-01T08:01:00Z
    2026-03-01T08:00:15.66Z     9  event    sync.completed of Plant 7
    2026-03-01T08:00:15.66Z     9  arrival  sync.completed of Plant 7 at app: verified, answered 200
    2026-03-01T08:01:00Z       11  step     fault outage: source-down on Plant 7
    2026-03-01T08:01:00Z       11  event    connection.offline of Plant 7
    2026-03-01T08:01:00Z       11  arrival  connection.offline of Plant 7 at app: verified, answered 200
    2026-03-01T08:01:00Z       13  passed   health of Plant 7: offline
    2026-03-01T08:01:00Z       15  passed   webhooks at app, in order: sync.completed connection.offline
    --- stderr
    5 steps, 2 events, 2 webhooks; 2 expectations hold (seed 1)
    ");
    let json = run(scenario, "-o json").ok().json();
    assert_eq!(json["schema"], "makini/sandbox.run/1");
}

#[test]
fn what_does_not_hold_names_the_step_and_the_line() {
    let scenario = "[[steps]]\nconnect = { name = \"A\", system = \"inextia\" }\n\n[[steps]]\n\
                    expect = { connection = \"A\", health = \"offline\", status = \"synchronizing\" }\n\n\
                    [[steps]]\nexpect = { event = \"sync.*\", count = 3 }\n";
    let ended = run(scenario, "").expect(Exit::Unhealthy);
    assert!(ended.stderr.contains("scenario.toml:4: step 2: health of A: online, not offline"), "{}", ended.stderr);
    assert!(ended.stderr.contains("scenario.toml:7: step 3: sync.*: 0, not 3"), "{}", ended.stderr);
    assert!(ended.stderr.contains("2 of 2 expectations do not hold"), "{}", ended.stderr);
}

#[test]
fn scenarios_that_are_none() {
    for (text, said) in [
        ("[[steps]]\nfrobnicate = 1\n", "line 2, column 1: unknown field `frobnicate`"),
        ("[[steps]]\nfault = { kind = \"gremlins\" }\n", "step 1 (line 1): `kind` must be one of"),
        ("[[steps]]\nfault = { kind = \"error\", status = 500, colour = \"red\" }\n", "`colour` is unknown"),
        ("[[steps]]\nsync = { connection = \"nobody\" }\n", "there is no connection `nobody`"),
        ("[[steps]]\nconnect = { name = \"A\", system = \"horse\" }\n", "there is no such system"),
        ("[[steps]]\nconnect = { name = \"A\", system = \"inextia\", fields = { x = \"1\" } }\n", "no field `x`"),
        (
            "[[steps]]\nadvance = \"1h\"\n[[steps]]\nat = \"1m\"\nclear = true\n",
            "step 2 (line 3): it was to be done at",
        ),
        ("[[steps]]\nexpect = { receiver = \"nobody\", count = 1 }\n", "there is no receiver `nobody`"),
        ("[[steps]]\nexpect = {}\n", "this step expects nothing"),
    ] {
        let ended = run(text, "").expect(Exit::Usage);
        assert!(ended.stderr.contains(said), "{text}: {}", ended.stderr);
    }
    let machine = Machine::new();
    let missing = machine.run("sandbox run nothing.toml").expect(Exit::Usage);
    assert!(missing.stderr.contains("could not read `nothing.toml`"), "{}", missing.stderr);
}

#[test]
fn an_expectation_that_cannot_fail_is_a_mistake() {
    let scenario = |expect: &str| {
        format!(
            "[seed]\nclock.at = 2026-03-01T08:00:00Z\n[[receivers]]\nname = \"app\"\nevents = [\"sync.*\"]\n\
             [[steps]]\nconnect = {{ name = \"Plant 7\", system = \"inextia\" }}\n[[steps]]\nexpect = {{ {expect} }}\n"
        )
    };
    for (expect, problem) in [
        (r#"receiver = "app", event = "conection.offline", count = 0"#, "no event `conection.offline`"),
        (r#"event = "sync.complete", count = 0"#, "no event `sync.complete`"),
        (r#"event = "nothing.*", at_most = 3"#, "no event `nothing.*`"),
        (r#"receiver = "app", event = "connection.offline", count = 0"#, "does not get `connection.offline`"),
        (r#"receiver = "app", event = "sync.failed", at_least = 0"#, "holds whatever happens"),
        (r#"deliveries = "faild", count = 0"#, "not `faild`"),
    ] {
        let ended = run(&scenario(expect), "");
        assert_ne!(ended.exit, Exit::Ok, "{expect}: {}", ended.all());
        assert!(ended.all().contains(problem), "{expect}: {}", ended.all());
    }
    let odd = scenario(r#"event = "sync.failed", count = 0"#).replace("sync.*", "snc.*");
    let ended = run(&odd, "");
    assert!(ended.exit != Exit::Ok && ended.all().contains("receiver `app`"), "{}", ended.all());
    for expect in [
        r#"receiver = "app", event = "sync.failed", count = 0"#,
        r#"receiver = "app", event = "*.failed", count = 0"#,
        r#"event = "flow.mine", count = 0"#,
        r#"event = "assets.updated", count = 0"#,
    ] {
        run(&scenario(expect), "").ok();
    }
}
