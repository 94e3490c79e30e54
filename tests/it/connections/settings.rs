//! Settings and field mapping, as somebody types them.

use makini::exit::Exit;

use super::{connect, machine};

#[test]
fn settings_are_shown_and_changed() {
    let machine = machine();
    connect(&machine, "Plant 7").ok();
    let table = machine.run("--sandbox connections settings plant").ok().stdout;
    for row in [
        "schedule 1h 00m 15m to 24h, off",
        "custom-fields.assets none assetOwner, installCost, riskScore, warrantyEndsAt",
        "custom-tables none Z_INSPECTIONS, Z_PERMITS",
    ] {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(table.lines().any(|line| words(line) == row), "{row}\n{table}");
    }
    let line = "--sandbox connections settings plant --set schedule=15m --set custom-fields.assets=riskScore --set \
                custom-tables=all --set entities=assets,sites -o json";
    let settings = machine.run(line).ok().json()["data"]["settings"].clone();
    assert_eq!(settings["schedule_seconds"], 900);
    assert_eq!(settings["custom_tables"], serde_json::json!(["Z_INSPECTIONS", "Z_PERMITS"]));
    assert_eq!(settings["entities"], serde_json::json!(["sites", "assets"]));
    let row = machine.run("--sandbox api get '/api/eam/assets?per_page=1' --connection plant").ok().json();
    assert!(row["data"][0]["customFields"]["riskScore"].is_u64(), "{row}");
    let csv = machine.run("--sandbox connections settings plant -o csv").ok().stdout;
    assert!(csv.lines().any(|line| line.starts_with("schedule,900")), "{csv}");

    let refused = machine.run("--sandbox connections settings plant --set custom-fields.assets=colour");
    assert!(refused.expect(Exit::Refused).stderr.contains("riskScore"), "what there is, is named");
    for wrong in ["schedule=5m", "schedule", "custom-fields=a"] {
        machine.run(&format!("--sandbox connections settings plant --set {wrong}")).expect(Exit::Usage);
    }
}

#[test]
fn fields_are_mapped_and_put_back() {
    let machine = machine();
    connect(&machine, "Plant 7").ok();
    let none = machine.run("--sandbox connections mapping plant --changed").ok();
    assert!(none.stderr.contains("Every field comes from the column of its own name"), "{}", none.stderr);
    let line = "--sandbox connections mapping plant assets --set notes=serial_number --set owner=asset_owner --changed";
    let changed = machine.run(&format!("{line} -o json --jq '.data.mappings[0].fields[]|.field+\" \"+.origin'")).ok();
    assert_eq!(changed.stdout, "notes remapped\nowner added\n");
    let row = machine.run("--sandbox api get '/api/eam/assets?per_page=1' --connection plant").ok().json();
    let row = &row["data"][0];
    assert_eq!(row["notes"], row["serialNumber"]);
    assert!(row["customFields"]["owner"].is_string());
    machine.run("--sandbox connections mapping plant assets --reset notes --reset owner").ok();
    let all = machine.run("--sandbox connections mapping plant -o json --jq '.data.mappings|length'").ok().stdout;
    assert!(all.trim().parse::<u32>().is_ok_and(|count| count > 20), "{all}");
    let refused = machine.run("--sandbox connections mapping plant assets --set createdAt=name").expect(Exit::Refused);
    assert!(refused.stderr.contains("holds a time"), "{}", refused.stderr);
    let usage = machine.run("--sandbox connections mapping plant --set notes=name").expect(Exit::Usage);
    assert!(usage.stderr.contains("ENTITY"), "{}", usage.stderr);
}
