//! Who is signed in, by which settings, and one profile for each environment.

use makini::exit::Exit;
use makini::secrets::{SecretKind, SecretName};
use makini::term::prompt::Answer;

use crate::login::{Account, BY_SECRET, SECRET};
use crate::support::sandbox::START;
use crate::support::world::Machine;

#[test]
fn whoami_says_where_every_value_comes_from() {
    let machine =
        Machine::new().at(START).env("MAKINI_RETRIES", "2").env("MAKINI_TOKEN", "mk_live_from_the_environment");
    machine.write("config/config.toml", "default_profile = \"plant\"\n[profile.plant]\nclient_id = \"app-1\"\n");
    machine.write(".makini.toml", "timeout = \"20s\"\n");
    let ended = machine.run("whoami --color never").ok();
    let text = ended.all().replace(&machine.home().display().to_string(), "~");
    insta::assert_snapshot!(text, @r"
    exit: 0
    --- stdout
    Profile:    plant
    Server:     https://api.makini.io
    Secrets:    this process (nothing is kept)
    Token:      given to this command
    Renewable:  no

    SETTING              VALUE                                   ORIGIN
    profile              plant                                   configuration ~/config/config.toml
    server               https://api.makini.io                   default
    authorize_url        https://link.makini.io/oauth/authorize  default
    client_id            app-1                                   profile plant in ~/config/config.toml
    output               table                                   default
    color                never                                   flag --color
    timeout              20s                                     directory file ~/.makini.toml
    connect_timeout      10s                                     default
    wait_time            1h                                      default
    retries              2                                       environment MAKINI_RETRIES
    secret_store         keyring                                 default
    secret_file                                                  default
    secret_key_file                                              default
    secret_command                                               default
    secret_helper                                                default
    keyring_timeout      10s                                     default
    ca_file                                                      default
    client_certificate                                           default
    client_key                                                   default
    proxy                                                        default
    issue_tokens         true                                    default
    journal              true                                    default
    journal_max_age      30d                                     default
    journal_max_size     64MiB                                   default
    inbox                                                        default
    inbox_password_file                                          default
    sandbox              false                                   default
    no_input             false                                   default
    accessible           false                                   default
    quiet                false                                   default
    --- stderr
    ");
    let json = machine.run("whoami -o json").ok().json();
    let origin = |key: &str| {
        let rows = json["data"]["settings"].as_array().expect("rows");
        let row = rows.iter().find(|row| row["key"] == key).expect("a row");
        (row["value"].as_str().expect("text").to_owned(), row["kind"].as_str().expect("text").to_owned())
    };
    for (key, value, kind) in [
        ("output", "json", "flag"),
        ("retries", "2", "environment"),
        ("timeout", "20s", "directory"),
        ("client_id", "app-1", "profile"),
        ("server", "https://api.makini.io", "default"),
    ] {
        assert_eq!(origin(key), (value.to_owned(), kind.to_owned()), "{key}");
    }
}

#[test]
fn whoami_without_and_with_a_login() {
    let fresh = Machine::new().at(START).run("whoami").ok().stdout;
    insta::assert_snapshot!(fresh.split("\n\n").next().expect("a card"), @r"
    Profile:  default
    Server:   https://api.makini.io
    Secrets:  this process (nothing is kept)
    Token:    none; `makini login` gets one
    ");
    let account = Account::signed_in();
    let ended = account.machine.run("whoami --check").ok();
    insta::assert_snapshot!(account.steady(ended.stdout.split("\n\n").next().expect("a card")), @r"
    Profile:      default
    Server:       SERVER
    Application:  Sandbox application
    Secrets:      this process (nothing is kept)
    Token:        from the secret store
    Expires:      2026-03-31T12:00:00.000Z
    Renewable:    yes
    ");
    insta::assert_snapshot!(Machine::new().at(START).run("whoami --check").expect(Exit::Auth).stderr, @r"
    error: there is no login for https://api.makini.io
      hint: run `makini login`
    ");
}

#[test]
fn profiles_are_made_listed_chosen_and_removed() {
    let account = Account::new();
    let machine = &account.machine;
    insta::assert_snapshot!(machine.run("profile list").ok().all(), @r"
    exit: 0
    --- stdout
    --- stderr
    No profiles yet. `makini login` makes one; `--sandbox` needs none.
    ");
    machine.run_with(&format!("{BY_SECRET} --profile production"), SECRET, []).ok();
    machine.run_with(&format!("{BY_SECRET} --profile staging"), SECRET, []).ok();
    let list = || account.steady(&machine.run("profile list").ok().stdout);
    insta::assert_snapshot!(list(), @r"
    NAME        CURRENT  SERVER                  CLIENT ID               SECRETS
    production  yes      SERVER  mk_test_client_sandbox  default
    staging     no       SERVER  mk_test_client_sandbox  default
    ");
    insta::assert_snapshot!(machine.run("profile use staging").ok().all(), @r"
    exit: 0
    --- stdout
    --- stderr
    profile `staging` is used from now on
    ");
    insta::assert_snapshot!(list(), @r"
    NAME        CURRENT  SERVER                  CLIENT ID               SECRETS
    production  no       SERVER  mk_test_client_sandbox  default
    staging     yes      SERVER  mk_test_client_sandbox  default
    ");
    insta::assert_snapshot!(account.steady(&machine.run("profile show production").ok().stdout), @r"
    NAME        CURRENT  SERVER                  CLIENT ID               SECRETS
    production  no       SERVER  mk_test_client_sandbox  default
    ");
    insta::assert_snapshot!(machine.run("profile use prodution").expect(Exit::NotFound).stderr, @r"
    error: there is no profile `prodution`
      hint: there are: production, staging; `makini login --profile prodution` makes a new one
    ");
    // Removing destroys: `--yes` is not enough, and neither is another name.
    insta::assert_snapshot!(machine.run("profile remove production --yes").expect(Exit::Unconfirmed).stderr, @r#"
    error: "Remove profile `production` and its tokens? Type its name" needs to be confirmed, and there is nobody to ask
      hint: give it as `--confirm production`
    "#);
    insta::assert_snapshot!(
        machine.run("profile remove production --confirm staging").expect(Exit::Unconfirmed).stderr, @r"
        error: nothing was done: `--confirm` is not `production`
          hint: `--confirm 'production'` confirms it
        "
    );
    insta::assert_snapshot!(machine.run("profile remove production --confirm production").ok().all(), @r"
    exit: 0
    --- stdout
    --- stderr
    profile `production` is removed
    ");
    for kind in [SecretKind::Token, SecretKind::ClientSecret] {
        let name = SecretName { profile: "production".into(), kind };
        assert!(machine.secrets().get(&name).expect("memory").is_none(), "{name:?}");
    }
    // The one in use goes as well, after its name was typed; what was chosen is not left pointing at nothing.
    machine.run_with("profile remove staging", "", [Answer::Text("staging".into())]).ok();
    insta::assert_snapshot!(account.config(), @"");
    machine.run("whoami").ok();
}

#[test]
fn a_mistake_in_the_configuration_is_pointed_at_and_left_alone() {
    let account = Account::new();
    for (text, place, word) in [
        ("# mine\n[profile.default]\nservr = \"x\"\n", "line 3, column 1", "servr"),
        ("[profile.default]\nretries = 4\nretries = 5\n", "line 3, column 1", "duplicate"),
        ("[profile.default]\nserver = [1]\n", "line 2", "found array"),
        ("[profile.default\n", "line 1", "config.toml"),
    ] {
        let path = account.machine.write("config/config.toml", text);
        for line in [BY_SECRET, "whoami", "profile list", "profile use default"] {
            let ended = account.machine.run_with(line, SECRET, []).expect(Exit::Usage);
            assert!(ended.stderr.contains(&format!("config.toml, {place}")), "{line}: {}", ended.stderr);
            assert!(ended.stderr.contains(word), "{line}: {}", ended.stderr);
        }
        assert_eq!(std::fs::read_to_string(&path).expect("there"), text);
    }
    let path = account.machine.write("config/config.toml", b"[profile.default]\nserver = \"\xff\"\n");
    let ended = account.machine.run_with(BY_SECRET, SECRET, []).expect(Exit::Usage);
    assert!(ended.stderr.contains("UTF-8"), "{}", ended.stderr);
    assert_eq!(std::fs::read(&path).expect("there"), b"[profile.default]\nserver = \"\xff\"\n");
}

#[test]
fn an_address_that_is_not_what_it_seems_gets_no_token() {
    let machine = Machine::new();
    for address in [
        "http://api.example",
        "https://api.example@evil.example",
        "//evil.example",
        "https://2130706433",
        "http://localhost.evil.example",
        "http://0.0.0.0:1",
        "ftp://api.example",
        "https://api.example/?x=y",
        "",
    ] {
        let line = format!("login --token-stdin --server '{address}' --timeout 1s --retries 0");
        let ended = machine.run_with(&line, "mk_test_app_x", []);
        if address.is_empty() {
            // Clap takes an empty word as a value; it must not mean the default server.
            assert_ne!(ended.exit, Exit::Ok);
        } else {
            ended.expect(Exit::Usage);
        }
    }
    // Letters that look like others are shown as what they are.
    let line = "login --token-stdin --server https://аpi.example --timeout 1s --retries 0 --proxy http://127.0.0.1:9";
    let ended = machine.run_with(line, "mk_test_app_x", []);
    assert!(ended.stderr.contains("xn--") || ended.exit == Exit::Usage, "{}", ended.all());
}

#[test]
fn a_directory_says_neither_whom_to_talk_to_nor_what_to_run() {
    let account = Account::signed_in();
    account.machine.write(
        ".makini.toml",
        "server = \"https://evil.example\"\nsecret_command = \"touch /tmp/ran\"\noutput = \"json\"\n",
    );
    let ended = account.machine.run("credits").ok();
    assert!(ended.stdout.starts_with('{'), "what a directory may say counts: {}", ended.stdout);
    let warnings = ended.stderr.lines().filter(|line| line.starts_with("{\"warning\":")).count();
    assert!(ended.stderr.contains("server") && ended.stderr.contains("secret_command"), "{}", ended.stderr);
    assert!((1..=2).contains(&warnings), "{}", ended.stderr);
}
