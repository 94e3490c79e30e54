//! What is done with the selected event: copied, and its connection paused.

use super::screens::{refuse, some};
use super::*;

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
