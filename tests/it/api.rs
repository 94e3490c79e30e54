//! The bare API.

use makini::exit::Exit;

use crate::connections::{connect, id_of, machine};

#[test]
fn endpoints_and_who_named_them() {
    let machine = machine();
    let table = machine.run("--sandbox api endpoints").ok().stdout;
    for row in [
        "connection_list          published   GET     /api/system/connections ",
        "integration_sync         withdrawn   POST    /api/integrations/sync ",
        "sync_start               advertised  POST    /api/system/connections/{id}/syncs ",
    ] {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(table.lines().any(|line| words(line).starts_with(&words(row))), "{row}\n{table}");
    }
    let all = machine.run("--sandbox api endpoints --all -o json --jq '.data|length'").ok().stdout;
    assert!(all.trim().parse::<u32>().is_ok_and(|count| count > 200), "{all}");
    machine.write("config/config.toml", "[profile.sandbox.endpoints]\ncredits_get = \"GET /mine\"\n");
    let mine = machine.run("--sandbox api endpoints --kind advertised -o json").ok().json();
    let credits = mine["data"].as_array().expect("a list").iter().find(|row| row["operation"] == "credits_get");
    assert_eq!(credits.map(|row| (&row["path"], &row["named_by"])), Some((&"/mine".into(), &"profile".into())));
}

#[test]
fn any_call() {
    let machine = machine();
    let id = id_of(&connect(&machine, "Plant 7").ok());
    let body = machine.run("--sandbox api get /api/system/credits").ok();
    assert_eq!(body.json()["data"]["total"], 60, "the body as it came");
    let wrapped = machine.run("--sandbox api get api/system/credits -o json").ok().json();
    assert_eq!((&wrapped["data"]["status"], &wrapped["data"]["body"]["data"]["total"]), (&200.into(), &60.into()));
    assert!(wrapped["data"]["request_id"].is_string());

    let one = machine.run("--sandbox api get '/api/eam/assets?per_page=1' --connection plant --query page=2").ok();
    assert_eq!(one.json()["data"].as_array().map(Vec::len), Some(1));
    let own = machine.run("--sandbox api get /api/system/connections/{id} --connection plant").expect(Exit::Forbidden);
    assert!(own.stderr.contains("could not call GET"), "{}", own.stderr);
    let items = machine.run("--sandbox api get /api/eam/sites --connection plant --paginate").ok().stdout;
    assert!(items.lines().count() > 0 && items.lines().all(|line| line.starts_with('{')), "{items}");

    let input = machine.write("body.json", r#"[{"key":"a","value":"b"}]"#);
    let path = format!("/api/system/connections/{id}/metadata");
    machine.run(&format!("--sandbox api post {path} --input {}", input.display())).ok();
    machine.run_with(&format!("--sandbox api post {path} --input -"), r#"[{"key":"c","value":"d"}]"#, []).ok();
    let metadata = machine.run("--sandbox connections metadata plant -o json --jq '.data.metadata|keys[]'").ok().stdout;
    assert_eq!(metadata, "a\nc\n");
    machine.run(&format!("--sandbox api delete /api/system/connections/{id}")).ok();
    let gone = machine.run("--sandbox api get /api/nothing").expect(Exit::NotFound);
    assert!(gone.json()["error"]["request_id"].is_string(), "the body of a refusal is shown too");
}

#[test]
fn a_dry_run_holds_no_secret() {
    let machine = machine().env("MAKINI_TOKEN", "mk_test_CANARY");
    let input = machine.write("body.json", r#"{"it's":1}"#);
    let line = format!(
        "--server http://127.0.0.1:9 api post /api/x --query a=b --header 'X-Api-Key: hunter2' --header 'X-Note: hello' \
         --input {} --dry-run",
        input.display()
    );
    let ended = machine.run(&line).ok();
    assert!(!ended.all().contains("CANARY") && !ended.all().contains("hunter2"), "{}", ended.all());
    insta::assert_snapshot!(ended.stdout, @r#"
    curl -X POST 'http://127.0.0.1:9/api/x?a=b' \
      -H "Authorization: Bearer $MAKINI_TOKEN" \
      -H 'accept: application/json' \
      -H 'content-type: application/json' \
      -H 'x-api-key: ***' \
      -H 'x-note: hello' \
      --data-raw '{"it'\''s":1}'
    "#);
}

#[test]
fn what_cannot_be_called() {
    let machine = machine();
    for line in [
        "get https://evil.example/x",
        "get //evil.example/x",
        "get /x --query a",
        "get /x --header nothing",
        "get /x --header 'Authorization: Bearer hunter2'",
        "get '/x y'",
    ] {
        let ended = machine.run(&format!("--sandbox api {line}")).expect(Exit::Usage);
        assert!(!ended.all().contains("hunter2"), "{}", ended.all());
    }
    machine.run("--sandbox api post /x --input /nowhere/at/all").expect(Exit::Usage);
}

#[test]
fn the_token_of_one_connection_is_used_where_one_is_asked_for() {
    let machine = machine();
    let id = id_of(&connect(&machine, "Plant 7").ok());
    let line = machine.run(&format!("--sandbox token export {id} --reveal")).ok().stdout;
    let token = line.trim().rsplit_once('=').expect("a variable").1.to_owned();
    let machine = machine.env("MAKINI_CONNECTION_TOKEN", token);
    let of = |path: &str| machine.run(&format!("--sandbox api get {path} -o json"));
    of("/api/eam/assets").ok();
    of("/api/integrations/current").ok();
    // The account itself is asked with the account's.
    of("/api/system/connections").ok();
    let machine = machine.env("MAKINI_CONNECTION_TOKEN", "bogus");
    for path in ["/api/eam/assets", "/api/integrations/current"] {
        machine.run(&format!("--sandbox api get {path}")).expect(Exit::Auth);
        machine.run(&format!("--sandbox api get {path} --connection {id}")).expect(Exit::Auth);
    }
}
