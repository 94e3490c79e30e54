//! What is done with the selected event: copied, and its connection paused.

use super::super::reader::Lanes;
use super::screens::{refuse, some};
use super::*;
use crate::inbox::query::{ActiveReceiver, Detail, WaitingLane};

#[test]
fn an_event_is_copied_unless_a_terminal_would_drop_it() {
    let mut scene = Scene::new(100, 16, some());
    scene.press(&[Key::Char('Y')]);
    let Some(Effect::Copy(id)) = scene.effects.last().cloned() else { panic!("{:?}", scene.effects) };
    assert!(id.starts_with(b"evt_"), "{id:?}");
    scene.press(&[Key::Char('y')]);
    let Some(Effect::Query(Query::Body(number))) = scene.effects.last().cloned() else { panic!("{:?}", scene.effects) };
    scene.take(Message::Reply(Reply::Body { number, found: Ok(b"{}\n".to_vec()) }));
    assert_eq!(scene.effects.last(), Some(&Effect::Copy(b"{}\n".to_vec())));
    assert!(scene.screen().contains("(3 B) was handed to the terminal"), "{}", scene.screen());
    let before = scene.effects.len();
    scene.take(Message::Reply(Reply::Body { number, found: Ok(vec![b'x'; 56_001]) }));
    assert!(scene.screen().contains(&format!("inbox export {number}")), "{}", scene.screen());
    assert_eq!(scene.effects.len(), before);

    let buffer = RefusedBuffer::default();
    let mut scene = Scene::new(100, 16, Vec::new());
    buffer.put("the secret does not make the signature received".into(), delivery("forged"));
    refuse(&mut scene, &buffer);
    scene.press(&[Key::Char('y')]);
    assert_eq!(scene.effects.last(), Some(&Effect::Copy(b"forged".to_vec())));
    scene.press(&[Key::Char('P')]);
    assert!(scene.screen().contains("not accepted"), "{}", scene.screen());
}

#[test]
fn a_connection_is_paused_and_the_head_shows_it() {
    let mut scene = Scene::new(100, 20, some());
    scene.press(&[Key::Char('P')]);
    assert_eq!(scene.effects.last(), Some(&Effect::Query(Query::Pause("con_7".into()))));
    scene.take(Message::Reply(Reply::Paused { connection: "con_7".into(), done: Ok(true) }));
    assert!(scene.screen().contains("paused: con_7; its events wait"), "{}", scene.screen());
    let pause = Pause { connection: Some("con_7".into()), handler: None, since: at("09:41:05") };
    scene.take(Message::Reply(Reply::Pauses(vec![pause])));
    assert!(
        scene.screen().lines().any(|line| line.starts_with(" paused    con_7  since 09:41:05")),
        "{}",
        scene.screen()
    );
    scene.take(Message::Reply(Reply::Pauses(Vec::new())));
    assert!(!scene.screen().contains("since 09:41:05"), "{}", scene.screen());
    scene.take(Message::Reply(Reply::Paused { connection: "con_7".into(), done: Err("no disk".into()) }));
    assert!(scene.screen().contains("could not be paused: no disk"), "{}", scene.screen());
}

#[test]
fn an_event_is_opened_in_a_pager_with_all_of_its_body() {
    let mut scene = Scene::new(40, 16, some());
    scene.press(&[Key::Char('o')]);
    let Some(Effect::Query(Query::Whole(number))) = scene.effects.last().cloned() else {
        panic!("{:?}", scene.effects)
    };
    let Listed { entry, last } = scene.events[0].clone();
    let detail = Detail {
        entry,
        headers: vec![("x-plant".into(), "\u{1b}[2J".into())],
        body: format!("{{\"a\":\"{}\"}}", "x".repeat(100_000)).into_bytes(),
        canonical: None,
        other_bodies: Vec::new(),
        attempts: last.into_iter().collect(),
        older_than: None,
    };
    scene.take(Message::Reply(Reply::Whole { number, found: Ok(Box::new(detail)) }));
    let Some(Effect::Page(text)) = scene.effects.last().cloned() else { panic!("{:?}", scene.effects) };
    assert!(text.contains(&format!("\"a\": \"{}\"\n", "x".repeat(100_000))), "the body is cut or broken");
    assert!(text.contains("x-plant: \\u{1b}[2J\n") && !text.contains('\u{1b}'), "control characters stay text");
    assert!(!text.contains("`b`"), "there is no such key in a pager");
    scene.take(Message::Reply(Reply::Whole { number, found: Err("no disk".into()) }));
    assert!(scene.screen().contains("could not be read"), "{}", scene.screen());

    let buffer = RefusedBuffer::default();
    let mut scene = Scene::new(100, 16, Vec::new());
    buffer.put("the secret does not make the signature received".into(), delivery("forged"));
    refuse(&mut scene, &buffer);
    scene.press(&[Key::Char('o')]);
    let Some(Effect::Page(text)) = scene.effects.last().cloned() else { panic!("{:?}", scene.effects) };
    assert!(text.contains("forged"), "{text}");
}

#[test]
fn lanes_and_receivers_are_shown_and_read_again() {
    let mut scene = Scene::new(80, 14, some());
    scene.press(&[Key::Char('L')]);
    assert!(scene.screen().contains("reading…"), "{}", scene.screen());
    let asked = |scene: &mut Scene| {
        let effects = scene.model.due();
        effects.contains(&Effect::Query(Query::Lanes))
    };
    assert!(asked(&mut scene) && !asked(&mut scene), "one question at a time");
    let lane = |connection: &str, events, tries, holder| WaitingLane {
        connection: connection.into(),
        events,
        oldest: at("09:38:00"),
        tries,
        holder,
    };
    let receiver = ActiveReceiver {
        id: Some(2),
        host: "plant-7".into(),
        pid: 41,
        address: Some("10.0.0.7:4600".into()),
        version: None,
        started_at: at("09:00:00"),
        seen_at: None,
        alive: true,
        lanes: 1,
        stored: None,
        stored_per_second: None,
        lag_seconds: Some(187),
        late_marks: 0,
    };
    let waiting = vec![lane("con_7", 1204, 3, Some(2)), lane("", 1, 0, None)];
    let lanes = Lanes { waiting, receivers: vec![receiver] };
    scene.take(Message::Reply(Reply::Lanes(Ok(lanes))));
    scene.model.pauses = vec![Pause { connection: Some("con_7".into()), handler: None, since: at("09:41:05") }];
    insta::assert_snapshot!(scene.screen(), @r"
     makini webhooks listen  http://127.0.0.1:4600                        following
     connections with events that wait   esc closes
      con_7  1,204 waiting, oldest received 3 min ago, 3 failed attempts, paused,
                        held by #2 on plant-7
      (no connection)  1 waiting, oldest received 3 min ago, held by nobody

     receivers
      #2  alive  plant-7 process 41  1 lane  10.0.0.7:4600  187 s behind





     enter open  / filter  r resend  R retry  p pause  ? keys  q end
    ");
    scene.take(Message::Input(Input::Size(40, 16)));
    let words = scene.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "con_7 1,204 waiting, oldest received 3 min ago, 3 failed attempts, paused, held by #2 on plant-7",
        "#2 alive plant-7 process 41 1 lane 10.0.0.7:4600 187 s behind",
    ] {
        assert!(words.contains(said), "{}", scene.screen());
    }
    assert!(asked(&mut scene), "it is kept up to date");
    // Of an inbox in a file there is one receiver.
    let waiting = vec![lane("con_7", 1204, 3, None)];
    scene.take(Message::Reply(Reply::Lanes(Ok(Lanes { waiting, receivers: Vec::new() }))));
    assert!(scene.screen().contains("this one  http://127.0.0.1:4600  1"), "{}", scene.screen());
    assert!(!scene.screen().contains("held by"), "{}", scene.screen());
    scene.take(Message::Reply(Reply::Lanes(Err("no disk".into()))));
    assert!(scene.screen().contains("could not be read: no disk"), "{}", scene.screen());
    scene.press(&[Key::Esc]);
    assert!(!asked(&mut scene));
}
