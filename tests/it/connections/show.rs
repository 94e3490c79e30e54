//! Reading: the catalogue, one connection, many connections.

use makini::exit::Exit;

use super::{connect, id_of, machine};

#[test]
fn names_and_ids_and_beginnings() {
    let machine = machine();
    let one = id_of(&connect(&machine, "Plant 7").ok());
    let two = id_of(&connect(&machine, "Plant 8").ok());
    for text in [one.as_str(), "'Plant 7'", "'plant 7'", &one[..12]] {
        let shown = machine.run(&format!("--sandbox connections show {text} -o json --jq .data.id")).ok().stdout;
        assert_eq!(shown.trim(), one, "{text}");
    }
    let both = machine.run("--sandbox connections show plant").expect(Exit::Usage);
    assert!(both.stderr.contains(&one) && both.stderr.contains(&two), "{}", both.stderr);
    let none = machine.run("--sandbox connections show 'Plnat 7'").expect(Exit::NotFound);
    assert!(none.stderr.contains("did you mean `Plant 7`"), "{}", none.stderr);
    machine.run("--sandbox connections show").expect(Exit::Usage);
    machine.run("--sandbox connections show 09999999999999").expect(Exit::NotFound);
    machine.run("--sandbox connections show '../../client'").expect(Exit::NotFound);
}

#[test]
fn cards_and_rows() {
    let machine = machine();
    connect(&machine, "Plant 7").ok();
    let id = machine.run("--sandbox connections list -o csv --columns id --no-header").ok().stdout.trim().to_owned();
    let plain = |text: String| text.replace(&id, "01234567890123");
    machine.run("--sandbox connections metadata 'Plant 7' region=emea 'note=a=b'").ok();
    insta::assert_snapshot!(plain(machine.run("--sandbox connections show 'Plant 7'").ok().stdout), @r"
    Name:             Plant 7
    ID:               01234567890123
    System:           mex
    Status:           active
    Health:           online
    Sync:             completed
    Last sync:        2026-01-01T00:00:18.445Z
    Next sync:        2026-01-01T01:00:18.445Z
    Schedule:         every 1h 00m
    Credits:          1
    Runs:             cloud
    E-mail:           ops@example.com
    Created:          2026-01-01T00:00:00.000Z
    Connected:        2026-01-01T00:00:00.000Z
    Token ends:       2026-01-31T00:00:00.000Z
    Scopes:           read write
    Application:      mk_test_client_sandbox

    Metadata
    region:           emea
    note:             a=b

    Also known
    fields.url:       https://mex.example.com
    fields.username:  makini
    ");
    insta::assert_snapshot!(plain(machine.run("--sandbox connections metadata 'Plant 7'").ok().stdout), @r"
    KEY     VALUE
    region  emea
    note    a=b
    ");
    insta::assert_snapshot!(plain(machine.run("--sandbox connections status --all").ok().stdout), @r"
    NAME     ID              STATUS  HEALTH  SYNC       LAST SYNC                 NEXT SYNC                 TOKEN ENDS                LAST ERROR  REQUEST ID
    Plant 7  01234567890123  active  online  completed  2026-01-01T00:00:18.445Z  2026-01-01T01:00:18.445Z  2026-01-31T00:00:00.000Z  -           -
    ");
    insta::assert_snapshot!(plain(machine.run("--sandbox credits").ok().stdout), @r"
    Credits:  60
    Used:     1
    Left:     59

    NAME     ID              SYSTEM  STATUS  RUNS   CREDITS BACK
    Plant 7  01234567890123  mex     active  cloud             1
    ");
    let renamed = machine.run("--sandbox connections rename 'Plant 7' 'Plant 7 Lyon' --email new@example.com").ok();
    assert!(renamed.stdout.contains("Plant 7 Lyon") && renamed.stdout.contains("new@example.com"));
    // A label from a server that does not rename does not hide the name.
    machine.run("--sandbox connections metadata 'Plant 7' label=Lyon").ok();
    assert!(machine.run("--sandbox connections list").ok().stdout.contains("Lyon"));
    let renamed = machine.run("--sandbox connections rename Lyon 'Plant 7 Lyon'").ok().stdout;
    assert!(renamed.contains("Plant 7 Lyon") && !renamed.contains("Label"), "{renamed}");
    machine.run("--sandbox connections rename 'Plant 7' ' '").expect(Exit::Usage);
    machine.run("--sandbox connections rename 'Plant 7' x --email nobody").expect(Exit::Refused);
}

#[test]
fn filters_of_the_list() {
    let machine = machine();
    connect(&machine, "Plant 7").ok();
    connect(&machine, "Line 3").ok();
    let names = |line: &str| {
        let ended = machine.run(&format!("--sandbox connections list {line} -o csv --columns name --no-header")).ok();
        ended.stdout.lines().map(str::to_owned).collect::<Vec<_>>().join(",")
    };
    assert_eq!(names("--search line"), "Line 3");
    assert_eq!(names("--status ACTIVE,inactive --health online"), "Plant 7,Line 3");
    assert_eq!(names("--status inactive"), "");
    assert_eq!(names("--system mex --limit 1"), "Plant 7");
    assert_eq!(names("--sort name"), "Line 3,Plant 7");
    let ended = machine.run("--sandbox connections list --status actve").expect(Exit::Usage);
    assert!(ended.stderr.contains("active"), "{}", ended.stderr);
    machine.run("--sandbox connections list --limit 0").expect(Exit::Usage);
    let none = machine.run("--sandbox connections list --search zzz").ok();
    assert_eq!(none.stdout, "");
    assert!(none.stderr.contains("No connection fits"), "{}", none.stderr);
}

#[test]
fn lists_count_ages_by_the_clock_of_the_sandbox() {
    let machine = machine();
    connect(&machine, "Plant 7").ok();
    let machine = machine.terminal(200);
    machine.run("sandbox clock advance 8h").ok();
    for line in ["connections list", "sync list 'Plant 7'", "connections status 'Plant 7'", "requests list"] {
        let ended = machine.run(&format!("--sandbox {line}")).ok();
        let future = ended
            .stdout
            .lines()
            .filter(|row| !row.contains("NEXT"))
            .find(|row| row.contains(" in 7 hours") || row.contains(" in 8 hours"));
        assert_eq!(future, None, "{line}: {}", ended.stdout);
        assert!(ended.stdout.contains(" ago") || ended.stdout.contains("just now"), "{line}: {}", ended.stdout);
    }
}
