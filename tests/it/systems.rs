//! `makini systems`: the catalogue, searched and shown.

use makini::exit::Exit;

use crate::connections::machine;

#[test]
fn the_catalogue() {
    let machine = machine();
    let all = machine.run("--sandbox systems list -o json --jq '.data|length'").ok().stdout;
    assert!(all.trim().parse::<u32>().is_ok_and(|count| count >= 90), "{all}");
    let found = machine.run("--sandbox systems search maximo -o csv --columns slug --no-header").ok().stdout;
    assert_eq!(found.lines().next(), Some("ibm-maximo"));
    let found = machine.run("--sandbox systems search maxmio -o csv --columns slug --no-header").ok().stdout;
    assert_eq!(found.lines().next(), Some("ibm-maximo"), "a typing error");
    let tiers = machine.run("--sandbox systems list --tier 3 --domain eam --columns tier,domains -o csv --no-header");
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
