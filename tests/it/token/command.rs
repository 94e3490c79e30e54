//! Tokens: where they are, and never on a screen unless asked for by name.

use makini::exit::Exit;

use crate::connections::plain::Server;
use crate::connections::{connect, id_of, machine};
use crate::support::world::Machine;

/// Makes the connection `P`, whose password is typed.
const CONNECT: &str = "connect mex --name P --email o@example.com --field url=https://mex.example.com --field username=m \
                       --field-stdin password --no-wait --yes";

/// Returns the token of `P` that is stored on the machine.
fn stored(machine: &Machine) -> String {
    machine.run("token show P --reveal").ok().stdout.trim().to_owned()
}

#[test]
fn a_token_is_printed_only_when_asked_for() {
    let server = Server::whole();
    let machine = server.logged_in();
    let made = machine.run_with(&format!("{CONNECT} -o json"), "x", []).ok();
    let id = made.json()["data"]["connection"]["id"].as_str().expect("an ID").to_owned();
    let token = stored(&machine);
    assert_eq!(machine.run("token show P -o json --reveal --jq .data.token").ok().stdout.trim(), token);
    for line in ["token show P", "token show P -o json", "token issue P", "-vv token show P", "whoami"] {
        let ended = machine.run(line).ok();
        assert!(!ended.all().contains(&token), "{line}: {}", ended.all());
    }
    let refused = machine.run("token export P").expect(Exit::Usage);
    assert!(refused.stderr.contains("--reveal"), "{}", refused.stderr);
    let issued = machine.run("token show P --reveal").ok().stdout.trim().to_owned();
    assert_ne!(issued, token, "`token issue` has replaced it");
    let json = machine.run("token export P --format json --reveal").ok().json();
    assert_eq!((json["token"].as_str(), json["connection_id"].as_str()), (Some(&*issued), Some(&*id)));

    machine.run("token revoke P").expect(Exit::Unconfirmed);
    machine.run("token revoke P --confirm P").ok();
    let gone = machine.run("token show P").expect(Exit::NotFound);
    assert!(gone.stderr.contains(&format!("makini token issue {id}")), "{}", gone.stderr);
    // Neither is any of them in what this machine keeps besides its secret store.
    for file in files(machine.home()) {
        // The log of a database comes and goes.
        let Ok(bytes) = std::fs::read(&file) else { continue };
        for secret in [&token, &issued] {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "a token is in {}", file.display());
        }
    }
}

fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("readable").flatten() {
        if entry.path().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found
}

#[test]
fn the_sandbox_keeps_none() {
    let machine = machine();
    let id = id_of(&connect(&machine, "Plant 7").ok());
    machine.run("--sandbox token show 'Plant 7'").expect(Exit::NotFound);
    let issued = machine.run("--sandbox token issue 'Plant 7' --reveal").ok();
    assert_eq!(issued.stdout.lines().count(), 1, "{}", issued.stdout);
    let exported = machine.run(&format!("--sandbox token export {id} --reveal")).ok().stdout;
    assert!(exported.starts_with("export MAKINI_CONNECTION_TOKEN="), "{exported}");
}

#[test]
fn rotating_ends_the_token_that_is_stored() {
    let server = Server::whole();
    let machine = server.logged_in();
    machine.run_with(CONNECT, "x", []).ok();
    let old = stored(&machine);
    let rotated = machine.run("token rotate P --yes -o json").ok().json()["data"].clone();
    assert_eq!(rotated["previous"], "ended", "{rotated}");
    let new = stored(&machine);
    assert_ne!(old, new);
    let call = "api get /api/integrations/current --connection P";
    machine.run(call).ok();
    for (token, exit) in [(old, Exit::Auth), (new, Exit::Ok)] {
        server.logged_in().env("MAKINI_CONNECTION_TOKEN", &token).run(call).expect(exit);
    }
}

#[test]
fn rotating_where_none_is_stored_revokes_them_all() {
    let machine = machine();
    connect(&machine, "Plant 7").ok();
    let call = "--sandbox api get /api/integrations/current --connection 'Plant 7'";
    let old = machine.run("--sandbox token issue 'Plant 7' --reveal").ok().stdout.trim().to_owned();
    let machine = machine.env("MAKINI_CONNECTION_TOKEN", &old);
    machine.run(call).ok();
    // Somebody else's programs are shut out too: that is confirmed. The variable cannot be changed from here.
    let variable = machine.run("--sandbox token rotate 'Plant 7' --yes").expect(Exit::Usage);
    assert!(variable.stderr.contains("MAKINI_CONNECTION_TOKEN"), "{}", variable.stderr);
    let machine = machine.env("MAKINI_CONNECTION_TOKEN", "");
    machine.run("--sandbox token rotate 'Plant 7'").expect(Exit::Unconfirmed);
    // A new token that nobody has is no use, and that is said.
    let lost = machine.run("--sandbox token rotate 'Plant 7' --yes").ok();
    assert!(lost.stderr.contains("is not stored") && lost.stderr.contains("--reveal` prints one"), "{}", lost.stderr);
    let new = machine.run("--sandbox token rotate 'Plant 7' --yes --reveal").ok().stdout.trim().to_owned();
    assert_ne!(old, new);
    let mut machine = machine;
    for (token, exit) in [(old, Exit::Auth), (new, Exit::Ok), ("mk_test_bogus".to_owned(), Exit::Auth)] {
        machine = machine.env("MAKINI_CONNECTION_TOKEN", &token);
        machine.run(call).expect(exit);
    }
}

#[test]
fn a_hint_about_a_token_does_not_lead_in_a_circle() {
    let machine = machine();
    let id = id_of(&connect(&machine, "Plant 7").ok());
    let shown = machine.run("--sandbox token show 'Plant 7'").expect(Exit::NotFound);
    assert!(shown.stderr.contains(&format!("makini --sandbox token issue {id} --reveal")), "{}", shown.stderr);
    let refused = machine.run("--sandbox api get /api/eam/assets").expect(Exit::Forbidden);
    assert!(refused.stderr.contains("`--connection NAME`"), "{}", refused.stderr);
}

#[test]
fn rotating_by_renewal_ends_that_token_alone() {
    let account = crate::login::Account::signed_in();
    account.machine.run_with(CONNECT, "x", []).ok();
    let old = stored(&account.machine);
    // No question: nobody else's token is touched.
    let rotated = account.machine.run("token rotate P -o json").ok().json()["data"].clone();
    assert_eq!(rotated["previous"], "ended", "{rotated}");
    let new = stored(&account.machine);
    let call = "api get /api/integrations/current --connection P";
    let mut machine = account.machine;
    for (token, exit) in [(old, Exit::Auth), (new, Exit::Ok)] {
        machine = machine.env("MAKINI_CONNECTION_TOKEN", &token);
        machine.run(call).expect(exit);
    }
}

/// What rotation promises and a server cannot keep is said, in words and for programs.
#[test]
fn a_server_that_can_neither_renew_nor_revoke_leaves_the_old_token_valid() {
    let server = Server::published();
    let machine = server.logged_in();
    machine.run_with(CONNECT, "x", []).ok();
    let old = stored(&machine);
    let rotated = machine.run("token rotate P -o json").ok();
    assert_eq!(rotated.json()["data"]["previous"], "valid", "{}", rotated.stdout);
    let said =
        "the old token still works: this server cannot revoke one. It ends when it expires, or with the connection";
    assert!(rotated.stderr.contains(said), "{}", rotated.stderr);
    let new = stored(&machine);
    assert_ne!(old, new);
    for token in [old, new] {
        let call = "api get /api/integrations/current --connection P";
        server.logged_in().env("MAKINI_CONNECTION_TOKEN", &token).run(call).ok();
    }
    let shown = machine.run("token rotate P").ok();
    assert!(shown.stdout.contains("still valid until it expires"), "{}", shown.stdout);
}
