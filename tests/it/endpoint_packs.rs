//! Packs of endpoints: somebody with private documentation maps the operations of a server once, and its commands work.

use axum::Router;
use axum::extract::Request;
use makini::api::operation::Operation;
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use serde_json::json;
use tower::ServiceExt as _;

use crate::support::published;
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::world::Machine;

/// What the published platform serves, and more below `/private`, which nothing published names.
fn platform(machine: &Machine) -> (Served, Sandbox) {
    let sandbox = Sandbox::open(Options::new(machine.clock().clone())).expect("opens");
    let router = sandbox.router();
    let served = Served::router(Router::new().fallback(move |mut request: Request| {
        let router = router.clone();
        async move {
            let Some(path) =
                request.uri().to_string().strip_prefix("/private").map(|path| format!("/api/system{path}"))
            else {
                return published::answer(router, request).await;
            };
            *request.uri_mut() = path.parse().expect("a path");
            router.oneshot(request).await.expect("infallible")
        }
    }));
    (served, sandbox)
}

#[test]
fn with_a_pack_every_command_works_on_the_published_platform() {
    let machine = Machine::new().at(START);
    let (served, sandbox) = platform(&machine);
    let token = sandbox.admin_token().expect("issued").expose().to_owned();
    let machine = machine.env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", &token);
    machine.run_with("connect maintain-x --yes --name Plant --email o@example.com --field-stdin api_key", "k", []).ok();
    let commands = [
        "alerts add latency --above 800ms --name slow",
        "alerts list",
        "connections settings Plant",
        "connections mapping Plant",
        "webhooks endpoints list",
        "webhooks deliveries list",
        "webhooks conditions list",
        "webhooks events Plant",
        "sync schedule Plant 1h",
        "sync list Plant",
        "flows templates",
        "credits",
    ];
    for command in ["webhooks conditions list", "sync schedule Plant 1h", "webhooks endpoints list", "flows templates"]
    {
        machine.run(command).expect(Exit::Unsupported);
    }
    let nothing = machine.run("api endpoints verify").expect(Exit::NotFound);
    assert!(nothing.stderr.contains("nothing to verify"), "{}", nothing.stderr);
    let endpoints = Operation::ALL.iter().filter(|operation| **operation != Operation::LinkPage).map(|operation| {
        let path = operation.sandbox_path().replacen("/api/system", "/private", 1);
        (operation.name().to_owned(), json!(format!("{} {path}", operation.method())))
    });
    let count = endpoints.clone().count();
    let pack = json!({ "endpoints": endpoints.collect::<serde_json::Map<_, _>>() });
    let file = machine.write("pack.json", pack.to_string()).display().to_string();

    let shown = machine.run(&format!("api endpoints import {file} --dry-run -o json")).ok().json();
    assert_eq!(shown["data"].as_array().map(Vec::len), Some(count));
    machine.run("webhooks conditions list").expect(Exit::Unsupported);
    machine.run(&format!("api endpoints import {file}")).expect(Exit::Unconfirmed);
    machine.run("webhooks conditions list").expect(Exit::Unsupported);
    machine.run(&format!("api endpoints import {file} --yes")).ok();
    for command in commands {
        machine.run(command).ok();
    }
    let verified = machine.run("api endpoints verify -o json").ok().json();
    let rows = verified["data"].as_array().expect("a list");
    assert!(rows.len() > 20 && rows.iter().all(|row| row["named_by"] == "profile"), "{verified}");
    let right = |name: &str| rows.iter().any(|row| row["operation"] == name && row["verdict"] == "right");
    assert!(right("alert_rule_list") && right("connection_settings_get") && right("sync_get"), "{verified}");

    let exported = machine.run("api endpoints export").ok().stdout;
    let again = machine.write("again.json", &exported).display().to_string();
    let shown = machine.run(&format!("api endpoints import {again} --dry-run -o json")).ok().json();
    let rows = shown["data"].as_array().expect("a list");
    let is_same = |row: &serde_json::Value| {
        row["replaces"] == format!("{} {}", row["method"].as_str().unwrap_or(""), row["path"].as_str().unwrap_or(""))
    };
    assert!(rows.len() == count && rows.iter().all(is_same), "{shown}");

    machine.run("api endpoints remove flow_get flow_nowhere --yes").expect(Exit::NotFound);
    machine.run("api endpoints remove flow_template_list webhook_condition_list").expect(Exit::Unconfirmed);
    machine.run("flows templates").ok();
    let removed =
        machine.run("api endpoints remove flow_template_list webhook_condition_list --yes -o json").ok().json();
    assert_eq!(removed["data"].as_array().map(Vec::len), Some(2), "{removed}");
    for command in ["flows templates", "webhooks conditions list"] {
        machine.run(command).expect(Exit::Unsupported);
    }
    machine.run("flows list").ok();
    // Also what a newer version has mapped, which is no operation here.
    let config = machine.home().join("config/config.toml");
    let text = std::fs::read_to_string(&config).expect("written").replace("sync_cancel", "sync_halt");
    std::fs::write(&config, text).expect("written");
    machine.run("flows list").expect(Exit::Usage);
    machine.run("api endpoints remove sync_halt --yes").ok();
    machine.run("flows list").ok();
    machine.run("api endpoints remove --all --yes").ok();
    machine.run("flows list").expect(Exit::Unsupported);
    let left = std::fs::read_to_string(&config).expect("written");
    assert!(!left.contains("endpoints"), "{left}");
    let none = machine.run("api endpoints remove --all").ok();
    assert!(none.stderr.contains("maps no endpoint"), "{}", none.stderr);
}

#[test]
fn an_openapi_document_in_yaml_is_matched_and_a_wrong_path_is_found() {
    let machine = Machine::new().at(START);
    let (served, sandbox) = platform(&machine);
    let token = sandbox.admin_token().expect("issued").expose().to_owned();
    let machine = machine.env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", &token);
    let document = "openapi: 3.0.3\n\
                    servers: [{ url: https://elsewhere.example/private }]\n\
                    paths:\n  /alerts/rules:\n    get:\n      operationId: listAlertRules\n      responses: { 200: {} }\n  \
                    /nothing:\n    get: { operationId: getCredits }\n  \
                    /other:\n    delete: { operationId: listFlows }\n";
    let file = machine.write("openapi.yaml", document).display().to_string();
    let ended = machine.run(&format!("api endpoints import {file} --yes -o json")).ok();
    assert!(ended.stderr.contains("elsewhere.example"), "{}", ended.stderr);
    let rows = ended.json()["data"].clone();
    let names: Vec<_> = rows.as_array().expect("a list").iter().map(|row| row["operation"].clone()).collect();
    assert_eq!(names, ["credits_get", "alert_rule_list"]);
    machine.run("alerts list").ok();
    let verified = machine.run("api endpoints verify -o json").expect(Exit::Unhealthy).json();
    let verdicts: Vec<_> =
        verified["data"].as_array().expect("a list").iter().map(|row| row["verdict"].clone()).collect();
    assert_eq!(verdicts, ["missing", "right"]);
}

#[test]
fn nothing_of_a_dangerous_pack_is_kept() {
    let machine = Machine::new().at(START).env("MAKINI_SERVER", "http://127.0.0.1:9").env("MAKINI_TOKEN", "t");
    for wrong in [
        "DELETE /v1/credits",
        "GET https://elsewhere.example/credits",
        "GET //elsewhere.example/credits",
        "GET /v1/../credits",
        "GET /v1/{id}/credits",
        "GET /v1/credits?api_key=hunter2",
    ] {
        let pack = json!({ "endpoints": { "alert_rule_list": "GET /v1/rules", "credits_get": wrong } });
        let file = machine.write("pack.json", pack.to_string()).display().to_string();
        let ended = machine.run(&format!("api endpoints import {file} --yes")).expect(Exit::Usage);
        assert!(ended.stderr.contains("credits_get") && !ended.all().contains("hunter2"), "{}", ended.all());
        assert_eq!(machine.run("api endpoints export").ok().json()["endpoints"], json!({}));
    }
    machine.write("config/config.toml", "[profile.default.endpoints]\ncredits_get = \"DELETE /v1/credits\"\n");
    let ended = machine.run("credits").expect(Exit::Usage);
    assert!(ended.stderr.contains("its method must be GET"), "{}", ended.stderr);
}
