//! Receivers make and drop tables, so the tables have to be theirs: whoever owns them not is refused before the first delivery.

use makini::exit::Exit;

use crate::support::postgres;
use crate::support::world::Machine;

#[test]
fn a_user_that_does_not_own_the_tables_is_refused_with_the_next_step() {
    let Some(server) = postgres::shared() else { return };
    let address = server.database("owned");
    let receive = "webhooks listen --accept-unsigned --port 0 --for 20ms";
    Machine::new().env("MAKINI_INBOX", &address).run(receive).ok();
    server.sql(
        "owned",
        "CREATE ROLE other LOGIN; GRANT ALL ON ALL TABLES IN SCHEMA public TO other;
        GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO other; GRANT CREATE ON SCHEMA public TO other",
    );
    let other = address.replace("makini@", "other@");
    for line in [receive, "webhooks inbox prune --before 30d --yes"] {
        let refused = Machine::new().env("MAKINI_INBOX", &other).run(line).expect(Exit::Local);
        let expected = ["belong to `makini`", "`other` can neither add", &format!("--inbox '{address}'")];
        for words in expected {
            assert!(refused.stderr.contains(words), "{words}: {}", refused.stderr);
        }
    }
    let doctor = Machine::new().env("MAKINI_INBOX", &other).run("doctor --offline").all();
    assert!(doctor.contains("belong to `makini`") && doctor.contains(&format!("--inbox '{address}'")), "{doctor}");
    // What needs no more than it was granted works.
    Machine::new().env("MAKINI_INBOX", &other).run("webhooks inbox list").ok();
    Machine::new().env("MAKINI_INBOX", &address).run(receive).ok();
}

#[test]
fn a_user_that_may_not_make_tables_is_refused_with_the_next_step() {
    let Some(server) = postgres::shared() else { return };
    let address = server.database("closed_schema");
    server.sql("closed_schema", "REVOKE CREATE ON SCHEMA public FROM PUBLIC; CREATE ROLE maker LOGIN");
    let maker = address.replace("makini@", "maker@");
    let receive = "webhooks listen --accept-unsigned --port 0 --for 20ms";
    let refused = Machine::new().env("MAKINI_INBOX", &maker).run(receive).expect(Exit::Local);
    let grant = "GRANT CREATE ON SCHEMA public TO maker";
    assert!(refused.stderr.contains(&format!("`{grant}`")), "{}", refused.stderr);
    server.sql("closed_schema", grant);
    Machine::new().env("MAKINI_INBOX", &maker).run(receive).ok();
}
