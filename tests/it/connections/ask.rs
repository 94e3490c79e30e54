//! Connecting and reconnecting with somebody at the terminal, by scripted answers.

use makini::exit::Exit;
use makini::term::prompt::Answer;

use super::machine;

fn text(text: &str) -> Answer {
    Answer::Text(text.into())
}

fn answers(password: &str) -> Vec<Answer> {
    vec![
        Answer::Pick("MEX".into()),
        text("https://mex.example.com"),
        text("makini"),
        Answer::Secret(password.into()),
        text("Plant 7"),
        text("not an address"),
        text("ops@example.com"),
        Answer::Pick("on premises".into()),
    ]
}

#[test]
fn everything_is_asked() {
    let machine = machine().terminal(110);
    let mut script = answers("correct horse");
    script.push(Answer::Yes);
    let ended = machine.run_with("--sandbox connect", "", script).ok();
    assert!(!ended.all().contains("correct horse"), "{}", ended.all());
    assert!(ended.stderr.contains("Before you connect MEX"), "the guide: {}", ended.stderr);
    assert!(ended.stderr.contains("takes 2 of the 60 credits"), "{}", ended.stderr);
    assert!(ended.stdout.contains("on_premises"), "{}", ended.stdout);

    let mut script = answers("x");
    script.push(Answer::No);
    machine.run_with("--sandbox connect", "", script).expect(Exit::Unconfirmed);
    let mut script = answers("x");
    script.truncate(3);
    script.push(Answer::Interrupt);
    machine.run_with("--sandbox connect", "", script).expect(Exit::Interrupted);
    let count = machine.run("--sandbox connections list -o csv --no-header").ok().stdout.lines().count();
    assert_eq!(count, 1, "neither a no nor Ctrl-C has made anything");
}

#[test]
fn what_the_system_refuses_is_asked_again() {
    let machine = machine().terminal(110);
    let mut script = answers("wrong");
    script.extend([Answer::Yes, Answer::Secret("right".into())]);
    let ended = machine.run_with("--sandbox connect", "", script).ok();
    assert!(ended.stderr.contains("was refused by the system"), "{}", ended.stderr);
}

#[test]
fn reconnecting_asks_and_shows_health_before_and_after() {
    let machine = machine();
    super::connect(&machine, "Plant 7").ok();
    let line = "--sandbox reconnect 'Plant 7' --field url=https://mex.example.com --field username=m";
    let missing = machine.run(line).expect(Exit::Usage);
    assert!(missing.stderr.contains("--field-stdin password"), "{}", missing.stderr);
    let ended = machine.run_with(&format!("{line} --field-stdin password -o json"), "new", []).ok().json();
    assert_eq!(ended["data"]["before"]["health"], "online");
    assert_eq!(ended["data"]["connection"]["health"], "online");
    let refused = machine.run_with(&format!("{line} --field-stdin password"), "wrong", []).expect(Exit::Refused);
    assert!(refused.stderr.contains("could not reconnect `Plant 7`"), "{}", refused.stderr);
}
