//! Faults on command, on the sandbox inside each command.

use makini::exit::Exit;

use crate::support::world::Machine;

#[test]
fn faults_outlive_the_command_that_adds_them() {
    let machine = Machine::new().at("2026-01-01T00:00:00Z");
    let added = machine.run("sandbox fault add latency --latency 500ms --count 3").ok();
    insta::assert_snapshot!(added.stdout, @r"
    Fault 1: latency 500 ms on every connection, 3 times
    `makini sandbox fault clear 1` mends it
    ");
    let added = machine.run("sandbox fault add error --status 503 --code SERVICE_UNAVAILABLE -o json").ok().json();
    assert_eq!(added["schema"], "makini/sandbox.fault.add/1");
    assert_eq!(added["data"]["id"], 2);
    machine.run("sandbox fault add malformed-json").ok();
    let list = machine.run("sandbox fault list").ok();
    insta::assert_snapshot!(list.stdout, @r"
    ID  KIND            ON                DETAILS                  STRUCK  LEFT  SINCE
     1  latency         every connection  500 ms                   0 of 0     3  2026-01-01T00:00:00.000Z
     2  error           every connection  503 SERVICE_UNAVAILABLE  0 of 0     -  2026-01-01T00:00:00.000Z
     3  malformed-json  every connection  -                        0 of 0     -  2026-01-01T00:00:00.000Z
    ");

    assert_eq!(machine.run("sandbox fault clear 1").ok().stdout, "mended: 1 fault\n");
    let missing = machine.run("sandbox fault clear 1").expect(Exit::NotFound);
    assert!(missing.stderr.contains("`makini sandbox fault list`"), "{}", missing.stderr);
    assert_eq!(machine.run("sandbox fault clear").ok().stdout, "mended: 2 faults\n");
    assert_eq!(machine.run("sandbox fault clear").ok().stdout, "There was no fault\n");
    let list = machine.run("sandbox fault list").ok();
    assert_eq!(list.stdout, "");
}

#[test]
fn what_would_be_ignored_is_refused() {
    let machine = Machine::new();
    for (line, word) in [
        ("latency", "--latency 500ms"),
        ("error --latency 5s", "`latency` only"),
        ("late", "--delay 5m"),
        ("lost --endpoint /api/eam/*", "faults of calls only"),
        ("reset --event sync.*", "faults of webhooks only"),
        ("source-down --any", "faults of calls only"),
        ("lost --delay 5m", "`late` only"),
        ("error --probability 0", "above 0"),
        ("error --probability 101%", "above 0"),
        ("latency --latency 1s --median 1s", "--median"),
        ("source-down --status 500", "`error` only"),
        ("cut-body --code X", "`error` only"),
        ("credentials-changed --count 2", "no `--count`"),
        ("error --status 200", "200"),
        ("fire", "source-down"),
    ] {
        let ended = machine.run(&format!("sandbox fault add {line}")).expect(Exit::Usage);
        assert!(ended.stderr.contains(word), "{line}: {}", ended.stderr);
    }
    assert!(!machine.home().join("data").exists(), "nothing was opened");
    machine.run("sandbox fault add source-down --connection nobody").expect(Exit::NotFound);
    machine.run("sandbox fault add rate-limited --count 0").expect(Exit::Refused);
}

/// Whatever the profile and the environment say: these commands are about the sandbox.
#[test]
fn a_real_account_is_never_reached() {
    let config = "default_profile = \"prod\"\n[profile.prod]\nserver = \"https://127.0.0.1:9\"\n";
    let machine = Machine::new()
        .env("MAKINI_TOKEN", "mk_live_not_for_the_sandbox")
        .env("MAKINI_SERVER", "https://127.0.0.1:9")
        .env("MAKINI_SANDBOX", "false");
    machine.write("config/config.toml", config);
    machine.run("sandbox fault add cut-body").ok();
    machine.run("sandbox status --profile prod").ok();
    machine.run("sandbox reset --yes --server https://127.0.0.1:9").expect(Exit::Usage);
}
