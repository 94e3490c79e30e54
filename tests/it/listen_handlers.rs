//! `[[listen.handler]]`: handlers in the configuration.

use makini::exit::Exit;

use crate::support::handler::Handler;
use crate::support::listening::{during, line, machine};

const SIGNED: &str = "--secret-file ~/secret.txt";

#[test]
fn events_go_to_the_handlers_of_the_configuration() {
    let (orders, rest) = (Handler::start(200), Handler::start(200));
    let machine = machine();
    let config = format!(
        "[[listen.handler]]\nname = \"orders\"\nforward_to = \"{}?key=canary\"\nevent = [\"sync.*\", \"orders.*\"]\n\
         where = '''\n.event ==\n\"sync.failed\"'''\nbatch = 32\nrate = \"50/s\"\n\n\
         [[listen.handler]]\nname = \"rest\"\nforward_to = \"{}\"\n",
        orders.url, rest.url
    );
    machine.write("config/config.toml", &config);
    let (machine, ended, ()) = during(machine, &format!("{SIGNED} --until 2"), |machine, _| {
        for event in ["sync.failed", "sync.completed"] {
            machine.run(&line(machine, &format!("webhooks trigger {event} {SIGNED}"))).ok();
        }
    });
    let ended = ended.ok();
    let (in_batch, single) = (orders.bodies(), rest.bodies());
    assert!(in_batch.len() == 1 && in_batch[0].starts_with("[{\"arrival\":1,"), "{in_batch:?}");
    assert!(single.len() == 1 && single[0].contains("\"event\":\"sync.completed\""), "{single:?}");
    let shown = format!(
        "orders: sync.*, orders.* where .event == \"sync.failed\" to {}, in arrays of up to 32, at most 50/s",
        orders.url
    );
    assert!(ended.stderr.contains(&shown), "{}", ended.stderr);
    assert!(ended.stderr.contains(&format!("rest: the rest to {}", rest.url)), "{}", ended.stderr);
    assert!(!ended.all().contains("canary"), "{}", ended.all());

    let paused = machine.run("webhooks pause --handler orders -o json").ok();
    assert_eq!(paused.json()["data"][0]["handler"], orders.url.as_str());
    assert!(!paused.stderr.contains("no event was sent"), "{}", paused.all());
    let wrong = machine.run("webhooks resume --handler ordres").expect(Exit::Usage);
    assert!(wrong.stderr.contains("`--handler orders`"), "{}", wrong.all());
    for text in ["nosuch", "localhost", "3000"] {
        let wrong = machine.run(&format!("webhooks pause --handler {text}")).expect(Exit::Usage);
        assert!(
            wrong.stderr.contains(&format!("there is no handler `{text}` in the configuration")),
            "{}",
            wrong.all()
        );
        assert!(wrong.stderr.contains("handlers of the configuration are `orders`, `rest`"), "{}", wrong.all());
    }
    let wrong = machine.run("webhooks pause --handler 127.0.0.1:3000/hook").expect(Exit::Usage);
    assert!(wrong.stderr.contains("write `http://127.0.0.1:3000/hook`"), "{}", wrong.all());
    machine.run("webhooks resume --handler orders").ok();

    // The command line has its own.
    let flags = format!("{SIGNED} --forward-to {} --forward-batch 2 --until 1", rest.url);
    let (_, ended, ()) = during(machine, &flags, |machine, _| {
        machine.run(&line(machine, &format!("webhooks trigger sync.failed {SIGNED}"))).ok();
    });
    let ended = ended.ok();
    assert!(ended.stderr.contains("2 handlers of the configuration not used"), "{}", ended.stderr);
    assert!(rest.bodies()[1].starts_with("[{"), "{:?}", rest.bodies());
}

#[test]
fn a_mistake_is_named_with_its_line_before_anything_listens() {
    let machine = machine();
    let handler = "[[listen.handler]]\nname = \"orders\"\nforward_to = \"http://127.0.0.1:9/\"\n";
    for (config, line_and_reason) in [
        ("[listen]\nport = 1\n".to_owned(), ["line 2, column 1", "unknown key `port` of `listen`"]),
        ("listen = 1\n".to_owned(), ["line 1", "`[[listen.handler]]`"]),
        ("[listen]\nhandler = 1\n".to_owned(), ["line 2", "must be tables: `[[listen.handler]]`"]),
        ("[[listen.handler]]\nforward_to = \"http://127.0.0.1:9/\"\n".to_owned(), ["line 1", "it has no `name`"]),
        ("[[listen.handler]]\nname = \"a b\"\n".to_owned(), ["line 2", "`a b` is no name"]),
        ("\n[[listen.handler]]\nname = \"a\"\n".to_owned(), ["line 2", "it has no `forward_to`"]),
        (
            format!("{handler}where = '.body |'\n"),
            ["line 4", "`where` is not a jq expression: expected term at its end"],
        ),
        (format!("{handler}where = 'env'\n"), ["line 4", "there is no filter `env` at character 1"]),
        (format!("{handler}batch = 0\n"), ["line 4", "invalid value `0` for `batch`"]),
        (format!("{handler}rate = \"fast\"\n"), ["line 4", "invalid value `fast` for `rate`"]),
        (format!("{handler}fowrard_to = \"x\"\n"), ["line 4", "a similar key exists: `forward_to`"]),
        (format!("{handler}when = \"x\"\n"), ["line 4", "unknown key `when`"]),
        (handler.replace("127.0.0.1", "10.0.0.7"), ["line 3", "add `allow_host = \"10.0.0.7\"`"]),
        (handler.replace("127.0.0.1", "169.254.169.254"), ["line 3", "events are never sent to"]),
        (
            format!("{handler}\n{handler}"),
            [
                "line 5",
                "two handlers with the name `orders`, in line 1 and line 5\n  hint: give one of them another name",
            ],
        ),
        (format!("{handler}allow_host = [\"http://x\"]\n"), ["line 4", "invalid value `http://x` for `allow_host`"]),
        (
            format!("{handler}allow_host = \"x:3000\"\n"),
            ["line 4", "without a scheme, a port and a path, for example `x`"],
        ),
        (format!("{handler}event = []\n"), ["line 4", "hint: leave `event` out to take everything"]),
    ] {
        machine.write("config/config.toml", &config);
        let refused = machine.run(&line(&machine, &format!("webhooks listen --port 0 {SIGNED}"))).expect(Exit::Usage);
        for said in line_and_reason {
            assert!(refused.stderr.contains(said), "{config}: {}", refused.stderr);
        }
    }
    assert!(!machine.home().join("data").exists(), "nothing was made");
    for flags in ["--forward-batch 2", "--forward-rate 1/s"] {
        machine.run(&line(&machine, &format!("webhooks listen --port 0 {SIGNED} {flags}"))).expect(Exit::Usage);
    }
}

/// Converted silently, `where = 5` would mean "always".
#[test]
fn a_value_of_another_type_is_refused_with_the_type_that_is_needed() {
    let machine = machine();
    let (text, texts) = ("a string", "a string or an array of strings");
    for (key, value, needed, found) in [
        ("where", "5", text, "integer"),
        ("where", "true", text, "boolean"),
        ("where", "[]", text, "empty array"),
        ("where", "{ a = 1 }", text, "inline table"),
        ("name", "true", text, "boolean"),
        ("name", "[\"a\"]", text, "array with string"),
        ("forward_to", "3000", text, "integer"),
        ("event", "[\"sync.*\", 5]", texts, "array with integer"),
        ("event", "[[\"sync.*\"]]", texts, "array with array"),
        ("event", "1979-05-27", texts, "datetime"),
        ("allow_host", "5", texts, "integer"),
        ("allow-host", "5", texts, "integer"),
        ("batch", "\"32\"", "an integer", "string"),
        ("batch", "[32]", "an integer", "array with integer"),
        ("batch", "1.5", "an integer", "float"),
        ("rate", "50", text, "integer"),
    ] {
        let mut lines = vec!["[[listen.handler]]".to_owned()];
        for (known, valid) in [("name", "\"orders\""), ("forward_to", "\"http://127.0.0.1:9/\"")] {
            if known != key {
                lines.push(format!("{known} = {valid}"));
            }
        }
        lines.push(format!("{key} = {value}"));
        machine.write("config/config.toml", format!("{}\n", lines.join("\n")));
        let refused = machine.run(&line(&machine, &format!("webhooks listen --port 0 {SIGNED}"))).expect(Exit::Usage);
        let place = format!("config.toml`, line {}", lines.len());
        let why = format!("`{}` must be {needed}, found {found}", key.replace('-', "_"));
        assert!(
            refused.stderr.contains(&place) && refused.stderr.contains(&why),
            "{key} = {value}: {}",
            refused.stderr
        );
    }
}

#[test]
fn a_file_of_a_folder_names_no_handler() {
    let machine = machine();
    machine.write(".makini.toml", "[[listen.handler]]\nname = \"x\"\nforward_to = \"http://127.0.0.1:9/\"\n");
    let (_, ended, ()) = during(machine, SIGNED, |_, _| {});
    assert!(ended.stderr.contains("sets `listen`, which only your own configuration may"), "{}", ended.stderr);
    assert!(!ended.stderr.contains("forwards"), "{}", ended.stderr);
}
