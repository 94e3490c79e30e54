//! Commands against a server that offers exactly what is published, and that others wrote.

use makini::api::operation::{NEEDS, Without};
use makini::exit::Exit;

use crate::servers::command;
use crate::support::prism::{Prism, documents};
use crate::support::require;
use crate::support::world::Machine;
use crate::threats::secrets::lines::{REMOTE, ROWS, Stdin};

/// The one connection of every answer.
const CONNECTION: &str = "09000207611898";

fn refusal(name: &str) -> Option<&'static str> {
    let row = NEEDS.iter().filter(|need| need.commands.contains(&name));
    row.into_iter().find_map(|need| match need.without {
        Without::Refused(instead) => Some(instead),
        Without::Otherwise(_) => None,
    })
}

/// What the table of servers calls refused is refused there too, with what to do instead; what it calls another answer is
/// none of the failures of this program.
#[test]
fn commands_do_there_what_the_table_has() {
    if !require::tool("shared") {
        return;
    }
    let Some(prism) = Prism::start(&documents()) else { return };
    let machine = Machine::new().env("MAKINI_SERVER", &prism.url).env("MAKINI_TOKEN", "any");
    let rows = machine.write("rows.csv", ROWS).display().to_string();
    let (mut wrong, mut refused, mut answered) = (Vec::new(), 0, 0);
    for line in REMOTE {
        let text = line.text.replace("Works", CONNECTION).replace("Plant", CONNECTION).replace("North", CONNECTION);
        let text = text.replace("{rows}", &rows).replace("{home}", &machine.home().display().to_string());
        let text = text.replace(" --name slow", "").replace("remove slow", "remove latency");
        let stdin = match line.stdin {
            Stdin::Nothing => "",
            Stdin::ClientSecret => "mk_test_secret_sandbox",
            Stdin::Token => "any",
            Stdin::Field => "correct horse",
            Stdin::Body => "{}",
        };
        // A sync there never ends, and every write is answered and none takes place.
        let name = command(&text);
        if ["sync start", "sync watch", "connect", "reconnect", "disconnect", "login", "logout"]
            .iter()
            .any(|waits| name.starts_with(waits))
        {
            continue;
        }
        let ended = machine.run_with(&text, stdin, []);
        match refusal(&name) {
            Some(instead) if ended.exit == Exit::Unsupported && ended.all().contains(instead) => refused += 1,
            None if ended.exit != Exit::Bug => answered += 1,
            _ => wrong.push(format!("{text}\n{}", ended.all())),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(refused >= 20 && answered >= 60, "{refused} refused, {answered} answered");
}
