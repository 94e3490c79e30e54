//! `makini systems`: the catalogue, searched and shown.

use std::time::Duration;

use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};

use crate::connections::machine;
use crate::support::published;
use crate::support::sandbox::START;
use crate::support::world::Machine;

#[test]
fn the_catalogue() {
    let machine = machine();
    let all = machine.run("--sandbox systems list --limit 1000 -o json --jq '.data|length'").ok().stdout;
    assert!(all.trim().parse::<u32>().is_ok_and(|count| count >= 90), "{all}");
    let found = machine.run("--sandbox systems search maximo -o csv --columns slug --no-header").ok().stdout;
    assert_eq!(found.lines().next(), Some("ibm-maximo"));
    let found = machine.run("--sandbox systems search maxmio -o csv --columns slug --no-header").ok().stdout;
    assert_eq!(found.lines().next(), Some("ibm-maximo"), "a typing error");
    let tiers = machine
        .run("--sandbox systems list --limit 1000 --tier 3 --domain eam --columns tier,domains -o csv --no-header");
    assert!(tiers.ok().stdout.lines().all(|line| line.starts_with("3,") && line.contains("eam")));
    insta::assert_snapshot!(machine.run("--sandbox systems show mex").ok().stdout, @r"
    Name:                  MEX
    Slug:                  mex
    About:                 Maintenance of assets and fleets, widely used in Australia.
    Category:              CMMS
    Domains:               eam
    Runs:                  cloud, on_premises
    Tier:                  1
    Credits in the cloud:  1
    Credits on premises:   2

    What it asks for
    FIELD     LABEL         KIND    OPTIONAL  WHERE TO FIND IT                                                               EXAMPLE
    url       Instance URL  url     no        Address of MEX, as in the browser.                                             https://company.example.com
    username  User name     text    no        A user of its own for this connection, so that its access can be ended alone.  makini.integration
    password  Password      secret  no        -                                                                              -

    How to get that
    1. Ask an administrator of MEX for a user only for this connection.
    2. Give it read access to what is to be synced, and write access to what is to be written back.
    3. Sign in once as that user, so that a first password is changed.
    4. Enter address, user name and password here.
    5. On premises: let these addresses through the firewall, or set up a VPN: 15.204.75.108, 15.204.73.75, 15.204.77.147, 148.113.140.236, 51.79.101.4.

    Run `makini --sandbox connect mex` to connect it.
    ");
    insta::assert_snapshot!(machine.run("--sandbox systems show qqq").expect(Exit::NotFound).stderr, @r"
    error: there is no system `qqq` in the catalogue
      hint: `makini --sandbox systems search qqq` looks further
    ");
}

#[test]
fn a_catalogue_of_thousands_is_kept_for_an_hour() {
    let machine = Machine::new().at(START);
    let options = Options { systems: Some(2_000), ..Options::new(machine.clock().clone()) };
    let sandbox = Sandbox::open(options).expect("opens");
    let token = sandbox.admin_token().expect("issued").expose().to_owned();
    let served = published::served(&sandbox);
    let machine = machine.env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", &token);
    let asked = || {
        let count = "[.data[] | select(.endpoint == \"/api/system/platforms\")] | length";
        let counted = machine.run(&format!("requests list --limit 1000 -o json --jq '{count}'")).ok().stdout;
        counted.trim().parse::<usize>().expect("a number")
    };
    let search =
        |text: &str| machine.run(&format!("systems search '{text}' -o csv --columns slug --no-header")).ok().stdout;
    assert_eq!(search("ibm maximo 12").lines().next(), Some("ibm-maximo-12"));
    let whole = asked();
    assert!(whole >= 20, "pages of a hundred: {whole}");
    // Whatever needs a system by its name uses what is known.
    assert_eq!(search("maximo").lines().next(), Some("ibm-maximo"));
    machine.run("connections list --system ibm-maximo-3").ok();
    machine.clock().advance(Duration::from_mins(59));
    machine.run("credits").ok();
    assert_eq!(asked(), whole);
    // What is not there may have come since; a list is what the server has now.
    assert_eq!(search("qqqqqq"), "");
    assert_eq!(asked(), 2 * whole);
    machine.run("connections list --system qqqqqq").expect(Exit::NotFound);
    assert_eq!(asked(), 3 * whole);
    assert_eq!(machine.run("systems list --limit 5000 -o json --jq '.data | length'").ok().stdout.trim(), "2000");
    assert_eq!(asked(), 4 * whole);
    machine.clock().advance(Duration::from_hours(1));
    search("maximo");
    assert_eq!(asked(), 5 * whole);
    // Another login may have another catalogue.
    machine.run("--profile other systems search maximo").ok();
    let of_other = machine.run("--profile other requests list -o json --jq '.data | length'").ok().stdout;
    assert!(of_other.trim().parse::<usize>().is_ok_and(|count| count >= 20), "{of_other}");
}
