//! Where each value comes from, and what a configuration with a mistake says.

mod trust;

use std::path::Path;

use insta::assert_snapshot;
use makini::exit::Exit;
use makini::failure::{Classify, Failure};
use makini::settings::edit::{self, Change};
use makini::settings::env::Env;
use makini::settings::file::{self, Owner};
use makini::settings::origin::Origin;
use makini::settings::{Flags, Settings};

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }

    fn resolve(&self, flags: &[(&'static str, &str)], env: &[(&str, &str)]) -> Result<Settings, Failure> {
        let flags: Flags = flags.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
        let mut all = vec![("MAKINI_CONFIG_DIR".to_owned(), self.0.path().join("config").display().to_string())];
        all.push(("HOME".into(), self.0.path().display().to_string()));
        all.extend(env.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let cwd = self.0.path().join("work/deep");
        std::fs::create_dir_all(&cwd).expect("made");
        Settings::resolve(&flags, &Env::of(all), &cwd)
    }

    fn text(&self, failure: &Failure) -> String {
        format!("{failure:?}", failure = failure.causes()).replace(&self.0.path().display().to_string(), "~")
    }
}

#[test]
fn each_source_beats_the_next() {
    let place = Place::new();
    place.write(
        "config/config.toml",
        "output = \"csv\"\ndefault_profile = \"prod\"\n[profile.prod]\noutput = \"yaml\"\n",
    );
    let output = |settings: Settings| (settings.text("output").to_owned(), settings.get("output").origin.kind());

    let found = |flags: &[(&'static str, &str)], env: &[(&str, &str)]| output(place.resolve(flags, env).expect("fine"));
    assert_eq!(found(&[], &[("MAKINI_PROFILE", "other")]), ("csv".into(), "config"));
    assert_eq!(found(&[], &[]), ("yaml".into(), "profile"));
    place.write("work/.makini.toml", "output = \"ndjson\"\n");
    assert_eq!(found(&[], &[]), ("ndjson".into(), "directory"));
    assert_eq!(found(&[], &[("MAKINI_OUTPUT", "json")]), ("json".into(), "environment"));
    assert_eq!(found(&[("output", "table")], &[("MAKINI_OUTPUT", "json")]), ("table".into(), "flag"));
}

#[test]
fn an_empty_variable_is_no_variable() {
    let settings = Place::new().resolve(&[], &[("MAKINI_OUTPUT", "")]).expect("fine");
    assert_eq!(settings.get("output").origin, Origin::Default);
}

#[test]
fn a_directory_file_pins_a_profile_and_nothing_dangerous() {
    let place = Place::new();
    place.write(
        "work/.makini.toml",
        "profile = \"plant-7\"\nserver = \"https://evil.example\"\nsecret_command = \"rm -rf /\"\nproxy = \"http://evil\"\n",
    );
    let settings = place.resolve(&[], &[]).expect("fine");
    assert_eq!(settings.profile(), "plant-7");
    assert_eq!(settings.text("server"), "https://api.makini.io");
    assert_eq!(settings.maybe("secret_command"), None);
    assert_eq!(settings.maybe("proxy"), None);
    assert_eq!(settings.warnings.len(), 1, "{:?}", settings.warnings);
    assert!(
        settings.warnings[0].contains("`server`, `secret_command`, `proxy`, which only your own configuration may")
    );
}

#[test]
fn the_sandbox_is_a_profile_of_its_own() {
    let place = Place::new();
    place.write("config/config.toml", "default_profile = \"prod\"\n[profile.prod]\n[profile.sandbox]\n");
    let settings = place.resolve(&[("sandbox", "true")], &[]).expect("fine");
    assert_eq!((settings.profile(), settings.is_on("sandbox")), ("sandbox", true));
    assert_eq!(settings.get("profile").origin, Origin::Sandbox);
    let settings = place.resolve(&[("profile", "sandbox")], &[]).expect("fine");
    assert!(settings.is_on("sandbox"));
    let settings = place.resolve(&[("profile", "prod")], &[]).expect("fine");
    assert!(!settings.is_on("sandbox"));
}

#[test]
fn mistakes_have_a_line_and_a_column() {
    let cases = [
        "outptu = \"json\"\n",
        "# fine\n[profile.prod]\n  serve = \"https://x\"\n",
        "output = [1]\n",
        "output = \"json\"\noutput = \"yaml\"\n",
        "output = \"json\n",
        "profile = \"prod\"\n",
        "[profile]\nprod = 3\n",
    ];
    let mut all = String::new();
    for text in cases {
        let place = Place::new();
        place.write("config/config.toml", text);
        let failure = place.resolve(&[], &[]).expect_err(text);
        assert_eq!(failure.exit, Exit::Usage);
        all.push_str(&place.text(&failure));
        all.push('\n');
        let kept = std::fs::read_to_string(place.0.path().join("config/config.toml")).expect("readable");
        assert_eq!(kept, text, "nothing is written back");
    }
    assert_snapshot!(all, @r#"
["~/config/config.toml, line 1, column 1: unknown setting `outptu`, did you mean `output`?"]
["~/config/config.toml, line 3, column 3: unknown setting of a profile `serve`, did you mean `server`?"]
["~/config/config.toml, line 1, column 10: expected a text, a whole number or true/false, found array"]
["~/config/config.toml, line 2, column 1: duplicate key"]
["~/config/config.toml, line 1, column 15: invalid basic string, expected `\"`"]
["~/config/config.toml, line 1, column 11: `profile` is a table here: write `default_profile = \"NAME\"` to choose one"]
["~/config/config.toml, line 2, column 8: `profile.prod` must be a table"]
"#);
}

#[test]
fn a_file_that_is_not_text_is_refused() {
    let place = Place::new();
    place.write("config/config.toml", b"output = \"json\"\n# caf\xe9\n");
    let failure = place.resolve(&[], &[]).expect_err("refused");
    assert_eq!(place.text(&failure), "[\"~/config/config.toml, line 2, column 6: the file is not UTF-8\"]");
}

#[test]
fn values_that_cannot_be_are_named_with_their_origin() {
    let place = Place::new();
    let mut all = String::new();
    for (name, value) in [
        ("MAKINI_TIMEOUT", "soon"),
        ("MAKINI_TIMEOUT", "0s"),
        ("MAKINI_TIMEOUT", "-5s"),
        ("MAKINI_RETRIES", "many"),
        ("MAKINI_OUTPUT", "xml"),
        ("MAKINI_COLOR", "\u{1b}[2Jred"),
        ("MAKINI_SANDBOX", "maybe"),
        ("MAKINI_PROFILE", "../../etc"),
        ("MAKINI_JOURNAL_MAX_SIZE", "64 elephants"),
        ("MAKINI_SECRET_STORE", "postit"),
    ] {
        let failure = place.resolve(&[], &[(name, value)]).expect_err(name);
        assert_eq!(failure.exit, Exit::Usage);
        all.push_str(&failure.causes().join("; "));
        all.push('\n');
    }
    assert_snapshot!(all, @r#"
timeout cannot be `soon` (environment MAKINI_TIMEOUT): write a time above zero, as `30s`, `2m` or `1h 30m`
timeout cannot be `0s` (environment MAKINI_TIMEOUT): write a time above zero, as `30s`, `2m` or `1h 30m`
timeout cannot be `-5s` (environment MAKINI_TIMEOUT): write a time above zero, as `30s`, `2m` or `1h 30m`
retries cannot be `many` (environment MAKINI_RETRIES): it is a whole number up to 100
output cannot be `xml` (environment MAKINI_OUTPUT): it is one of table, json, ndjson, yaml, csv
color cannot be `\u{1b}[2Jred` (environment MAKINI_COLOR): it is one of auto, always, never
sandbox cannot be `maybe` (environment MAKINI_SANDBOX): it is true or false
profile cannot be `../../etc` (environment MAKINI_PROFILE): a profile's name is made of letters, digits, `-`, `_` and `.`
journal_max_size cannot be `64 elephants` (environment MAKINI_JOURNAL_MAX_SIZE): write a size as `64MiB`
secret_store cannot be `postit` (environment MAKINI_SECRET_STORE): it is one of keyring, file, command, helper, none
"#);
}

#[test]
fn times_and_sizes_are_read() {
    let settings = Place::new()
        .resolve(
            &[],
            &[("MAKINI_TIMEOUT", "1m 30s"), ("MAKINI_JOURNAL_MAX_AGE", "7d"), ("MAKINI_JOURNAL_MAX_SIZE", "2 MiB")],
        )
        .expect("fine");
    assert_eq!(settings.duration("timeout").as_secs(), 90);
    assert_eq!(settings.duration("journal_max_age").as_secs(), 7 * 86_400);
    assert_eq!(settings.bytes("journal_max_size"), 2 << 20);
}

#[test]
fn no_home_says_what_was_tried() {
    let settings = Settings::resolve(&Flags::new(), &Env::default(), Path::new("/")).expect("the defaults");
    assert!(!settings.notes.is_empty());
    let failure = Failure::from(settings.paths.config_file().expect_err("no folder"));
    assert_eq!(failure.exit, Exit::Local);
    assert!(failure.causes()[0].contains("XDG_CONFIG_HOME and HOME"), "{:?}", failure.causes());
}

#[test]
fn editing_keeps_comments_and_order() {
    let place = Place::new();
    let path = place.0.path().join("config/config.toml");
    place.write("config/config.toml", "# mine\n[profile.prod]\nserver = \"https://a\" # the old one\n\n# end\n");
    let set = |key, value: &str| Change::Set { profile: "prod".into(), key, value: value.into() };
    edit::apply(&path, &[set("server", "https://b"), set("client_id", "app-1"), Change::Use("prod".into())])
        .expect("edited");
    let text = std::fs::read_to_string(&path).expect("readable");
    assert_snapshot!(text, @r#"
default_profile = "prod"
# mine
[profile.prod]
server = "https://b" # the old one
client_id = "app-1"

# end
"#);
    file::read(&path, Owner::User).expect("still fine");
    edit::apply(&path, &[Change::Remove("prod".into())]).expect("edited");
    assert!(!std::fs::read_to_string(&path).expect("readable").contains("default_profile"));
}

#[test]
fn a_file_with_a_mistake_is_never_edited() {
    let place = Place::new();
    let path = place.0.path().join("config/config.toml");
    place.write("config/config.toml", "nonsense = 1\n");
    let error = edit::apply(&path, &[Change::Use("x".into())]).expect_err("refused");
    assert_eq!(error.exit(), Exit::Usage);
    assert_eq!(std::fs::read_to_string(&path).expect("readable"), "nonsense = 1\n");
}

#[test]
fn twenty_writers_lose_nothing() {
    let place = Place::new();
    let path = place.0.path().join("config/config.toml");
    std::thread::scope(|scope| {
        for n in 0..20 {
            let path = &path;
            scope.spawn(move || {
                let change = Change::Set { profile: format!("p{n}"), key: "client_id", value: format!("id-{n}") };
                edit::apply(path, &[change]).expect("written");
            });
        }
    });
    let file = file::read(&path, Owner::User).expect("fine").expect("there");
    assert_eq!(file.profiles.len(), 20);
}

#[test]
fn what_would_not_be_used_is_refused_or_named() {
    let place = Place::new();
    let refused = |flags: &[(&'static str, &str)], env: &[(&str, &str)]| {
        let failure = place.resolve(flags, env).expect_err("a contradiction");
        assert_eq!(failure.exit, Exit::Usage);
        place.text(&failure)
    };
    let server = [("server", "https://a.example")];
    let both = refused(&[server[0], ("sandbox", "true")], &[]);
    assert!(both.contains("the sandbox, which is on (flag --sandbox), has an address of its own"), "{both}");
    let variable = refused(&server, &[("MAKINI_SANDBOX", "true")]);
    assert!(variable.contains("(environment MAKINI_SANDBOX)"), "{variable}");
    let alone = refused(&[], &[("MAKINI_CLIENT_KEY", "key.pem")]);
    assert!(alone.contains("it needs `client_certificate` beside it"), "{alone}");

    let env = [("MAKINI_TOKEN", "t"), ("MAKINI_SERVER", "https://a.example")];
    let settings = place.resolve(&[("sandbox", "true")], &env).expect("a variable may stay set");
    let note = |env: &[(&'static str, &'static str)]| settings.unused_in_sandbox(&Env::of(env.iter().copied()));
    assert_snapshot!(note(&env).expect("two"), @"the sandbox has an address and a login of its own: `MAKINI_TOKEN` and `MAKINI_SERVER` are not used");
    assert_eq!(note(&[("MAKINI_CONNECTION_TOKEN", "t"), ("MAKINI_TOKEN", "")]), None);

    let command = ("MAKINI_SECRET_COMMAND", "pass show makini");
    let stored = |flags: &[(&'static str, &str)]| place.resolve(flags, &[command]).expect("fine").unused_by_store();
    assert_snapshot!(stored(&[]).expect("one"), @r#"`secret_command` (environment MAKINI_SECRET_COMMAND) is not used: secrets are in the keyring; `secret_store = "command"` uses it"#);
    assert_eq!(stored(&[("secret_store", "file")]), None);
}
