//! Pictures of the view, and what keys change in them.

use proptest::prelude::*;

use super::*;
use crate::exit::Exit;
use crate::inbox::query::{Counts, Detail};
use crate::live::reader::Explained;

pub(super) fn some() -> Vec<Listed> {
    let mut repeated = event(3, "sync.completed", ForwardState::Delivered, Some(attempt("forward", Some(200), None)));
    repeated.entry.duplicates = 2;
    let failed = attempt("forward", Some(500), Some("the handler answered 500"));
    vec![
        event(6, "assets.updated", ForwardState::Pending, Some(failed.clone())),
        event(5, "\u{1b}[2Jevil\u{202e}設備\n", ForwardState::None, Some(attempt("replay", Some(200), None))),
        event(4, "", ForwardState::Failed, Some(failed)),
        repeated,
        event(2, "assets.inserted", ForwardState::Pending, None),
        event(1, "sync.started", ForwardState::None, None),
    ]
}

pub(super) fn refuse(scene: &mut Scene, buffer: &RefusedBuffer) {
    let reason = "the secret does not make the signature received".to_owned();
    scene.publish_with([ReceiverEvent::Rejected { status: 401, reason }], buffer);
}

fn counts() -> Message {
    Message::Reply(Reply::Counts(Counts {
        events: 1204,
        verified: 1203,
        duplicates: 2,
        conflicts: 0,
        pending: 2,
        failing: 2,
        failed: 1,
        last_received_at: Some(at("09:41:02")),
    }))
}

#[test]
fn the_list() {
    let mut scene = Scene::new(100, 18, some());
    refuse(&mut scene, &RefusedBuffer::default());
    scene.take(counts());
    let failed = ReceiverEvent::ForwardFailed {
        number: 6,
        target: "http://127.0.0.1:3000/hook".into(),
        status: Some(500),
        error: "the handler answered 500".into(),
        attempt: 1,
        next_attempt_at: Some(at("09:41:09")),
    };
    scene.publish([failed]);
    insta::assert_snapshot!(scene.screen(), @r"
     makini webhooks listen  http://127.0.0.1:4600                                            following
     verifies  signatures as `makini` makes them
     forwards  everything to http://127.0.0.1:3000/hook
     inbox     /data/inbox.db
     received 1,204  verified 1,203  refused 1  repeats 2  pending 2  failed 2  last 5 s ago
      TIME        #  EVENT                        CONNECTION      SIGNATURE   FORWARDED
    > 09:41:07       the secret does not make th…                 refused 401
      09:41:02    6  assets.updated               con_7           verified    try 1: 500 in 12 ms
      09:41:02    5  \u{1b}[2Jevil\u{202e}設備\n  con_7           verified    replay: 200 in 12 ms
      09:41:02    4  (no event)                   con_7           verified    given up: 500 in 12 ms
      09:41:02    3  sync.completed ×3            con_7           verified    200 in 12 ms
      09:41:02    2  assets.inserted              con_7           verified    waits
      09:41:02    1  sync.started                 con_7           verified    –



     handler fails: http://127.0.0.1:3000/hook: the handler answered 500
     enter open  / filter  r resend  R retry  p pause  m messages  ? keys  q end
    ");
}

#[test]
fn small_screens() {
    let mut scene = Scene::new(44, 6, some());
    scene.take(counts());
    insta::assert_snapshot!(scene.screen(), @r"
     makini webhooks listen  http://… following
     received 1,204  pending 2  failed 2
    >~   6  assets.upda… try 1: 500 in 12 ms
     +   5  \u{1b}[2Jev… replay: 200 in 12 ms
     !   4  (no event)   given up: 500 in 12 ms
     enter open  / filter  ? keys  q end
    ");
    scene.take(Message::Input(Input::Size(20, 5)));
    insta::assert_snapshot!(scene.screen(), @r"
     makini…  following
    >~   6  assets.upd…
     +   5  \u{1b}[2Je…
     !   4  (no event)
     ? keys  q end
    ");
    scene.press(&[Key::Char('?')]);
    insta::assert_snapshot!(scene.screen(), @r"
    makini…  following
    keys   esc closes…
     ↑ ↓ k j
             one up,
    ? keys  q end
    ");
}

#[test]
fn all_about_one_event() {
    let mut scene = Scene::new(80, 28, some());
    scene.press(&[Key::Enter]);
    assert_eq!(scene.effects.last(), Some(&Effect::Query(Query::Detail(6))));
    let detail = Detail {
        entry: some()[0].entry.clone(),
        headers: vec![("x-webhook-signature".into(), "c2ln".into()), ("Authorization".into(), "Bearer x".into())],
        body: br#"{"event":"assets.updated","n":1.0,"hostile":"\u001b[2J"}"#.to_vec(),
        canonical: Some(b"{}".to_vec()),
        other_bodies: Vec::new(),
        attempts: vec![attempt("forward", None, Some("could not connect")), attempt("replay", Some(200), None)],
        older_than: Some(3),
    };
    scene.take(Message::Reply(Reply::Detail { number: 6, found: Ok(Box::new(detail)) }));
    insta::assert_snapshot!(scene.screen(), @r#"
     makini webhooks listen  http://127.0.0.1:4600                        following
     received 0  verified 0  refused 0  repeats 0  pending 0  failed 0
    Event      assets.updated
    ID         evt_6
    Connection con_7
    Received   2026-01-02 09:41:02.000 UTC
    Happened   2026-01-02T09:41:00Z
    Signature  verified: the bytes are signed as they came
    Order      it happened before #3, which came before it
    Forwarding waits for its turn

    Tries
      09:41:03  forward  no answer in 12 ms  http://127.0.0.1:3000/hook: could not
                          connect
      09:41:03  replay   200 in 12 ms  http://127.0.0.1:3000/hook

    Body, laid out (56 B; `b` shows it as it came)
      {
        "event": "assets.updated",
        "n": 1.0,
        "hostile": "\u001b[2J"
      }

    What was signed and is forwarded, as it came (2 B; `b` lays it out)
      {}

    Headers                                                          2 more lines ↓
     esc back  b raw or laid out  r resend  J K older, newer  ? keys
    "#);
    scene.press(&[Key::Char('b'), Key::End]);
    let raw = scene.screen();
    assert!(raw.contains(r#"{"event":"assets.updated","n":1.0,"hostile":"\u001b[2J"}"#), "{raw}");
    scene.press(&[Key::Char('r')]);
    assert!(matches!(scene.effects.last(), Some(Effect::Replay(6, _))), "{:?}", scene.effects);
    scene.press(&[Key::Char('J')]);
    assert_eq!(scene.effects.last(), Some(&Effect::Query(Query::Detail(5))));
    scene.press(&[Key::Esc, Key::Char('p')]);
    assert!(scene.model.page.is_none() && scene.model.list.following);
}

#[test]
fn why_a_delivery_is_refused() {
    let buffer = RefusedBuffer::default();
    let mut scene = Scene::new(90, 24, Vec::new());
    buffer.put("the secret does not make the signature received".into(), delivery(r#"{"event":"a.b"}"#));
    refuse(&mut scene, &buffer);
    scene.press(&[Key::Enter]);
    assert!(scene.screen().contains("trying the known mistakes"), "{}", scene.screen());
    let fixes = vec![("JavaScript", "Buffer.from(signature, \"hex\")".to_owned())];
    let mistakes = vec![("the signature is hexadecimal, and base64 is expected".to_owned(), fixes)];
    let found = Ok(Explained { mistakes, tried: 12 });
    scene.take(Message::Reply(Reply::Explained { sequence: 1, found }));
    insta::assert_snapshot!(scene.screen(), @r#"
     makini webhooks listen  http://127.0.0.1:4600                                  following
     received 0  verified 0  refused 1  repeats 0  pending 0  failed 0
    Refused    401: the secret does not make the signature received
    Received   2026-01-02 09:41:07.000 UTC
    Event      a.b
    Connection the body does not say
    Kept       in memory only, until this view ends; what it says is not proven

    Why it is not verified
      the signature is hexadecimal, and base64 is expected
        JavaScript Buffer.from(signature, "hex")

    Body, laid out (15 B; `b` shows it as it came)
      {
        "event": "a.b"
      }

    Headers
      content-type: application/json
      x-webhook-signature: 00ff



     esc back  b raw or laid out  r resend  J K older, newer  ? keys
    "#);
    scene.press(&[Key::Char('r')]);
    assert!(scene.screen().contains("not in the inbox"), "{}", scene.screen());
}

#[test]
fn a_filter_is_typed_and_taken_back() {
    let mut scene = Scene::new(80, 16, some());
    scene.press(&[Key::Char('/')]);
    scene.types("is:brokn");
    scene.press(&[Key::Enter]);
    assert!(scene.screen().contains("an event is never `brokn`; use one of verified"), "{}", scene.screen());
    scene.press(&[Key::Ctrl('u')]);
    scene.types("event:sync.started");
    scene.press(&[Key::Enter]);
    let screen = scene.screen();
    assert!(screen.contains("sync.started") && !screen.contains("assets"), "{screen}");
    assert!(screen.contains("/event:sync.started  esc shows all"), "{screen}");
    scene.press(&[Key::Esc]);
    assert!(scene.screen().contains("assets.updated"), "{}", scene.screen());
    scene.press(&[Key::Char('/')]);
    scene.take(Message::Input(Input::Paste("is:refused\n".into())));
    scene.press(&[Key::Enter]);
    assert!(scene.screen().contains("No such events."), "{}", scene.screen());
    // A paste where nothing is typed is not taken for keys.
    scene.take(Message::Input(Input::Paste("q".into())));
    assert!(!scene.model.ending);
}

#[test]
fn paused_the_list_stays_and_counts_what_comes() {
    let events: Vec<Listed> = (1..=500).rev().map(|n| event(n, "a.b", ForwardState::None, None)).collect();
    let mut scene = Scene::new(80, 16, events);
    scene.press(&[Key::Down, Key::Down]);
    assert!(!scene.model.list.following);
    let before = scene.screen();
    for number in 501..=520 {
        scene.events.insert(0, event(number, "a.b", ForwardState::None, None));
        scene.publish([ReceiverEvent::Arrival {
            number,
            id: "evt".into(),
            own_id: true,
            event: "a.b".into(),
            connection: "con_7".into(),
            timestamp: None,
            received_at: at("09:41:07"),
            verdict: Verdict::Verified,
            mode: None,
            bytes: 1,
            possible_duplicate_of: None,
        }]);
    }
    let list = |screen: &str| screen.lines().filter(|line| line.contains("a.b")).collect::<Vec<_>>().join("\n");
    let after = scene.screen();
    assert_eq!(list(&before), list(&after));
    assert!(after.contains("paused, 20 new"), "{after}");
    scene.press(&[Key::Char('p')]);
    assert!(scene.screen().contains("following") && scene.screen().contains("520"), "{}", scene.screen());
    // To the very end, and back page by page: only a piece of it is in memory.
    scene.press(&[Key::Char('G')]);
    assert!(
        scene.screen().lines().any(|line| line.starts_with("> ") && line.contains(" 1  a.b")),
        "{}",
        scene.screen()
    );
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..200 {
        seen.extend(
            scene
                .model
                .list
                .rows
                .iter()
                .skip(scene.model.list.top)
                .take(scene.model.list.height)
                .map(|row| row.key().number),
        );
        assert!(scene.model.list.rows.len() <= 200);
        scene.press(&[Key::PageUp]);
    }
    assert_eq!(seen.len(), 520, "every event was on the screen");
}

#[test]
fn it_ends_once_gracefully_and_then_at_once() {
    let mut scene = Scene::new(80, 16, some());
    scene.press(&[Key::Char('q')]);
    assert_eq!(scene.effects.last(), Some(&Effect::Stop(Exit::Ok)));
    assert!(scene.screen().contains("ending"), "{}", scene.screen());
    scene.press(&[Key::Ctrl('c')]);
    assert_eq!(scene.effects.last(), Some(&Effect::StopAtOnce));
    let mut scene = Scene::new(80, 16, some());
    scene.press(&[Key::Ctrl('c')]);
    assert_eq!(scene.effects.last(), Some(&Effect::Stop(Exit::Interrupted)));
}

#[test]
fn retrying_all_is_asked_first() {
    let mut scene = Scene::new(80, 16, some());
    scene.press(&[Key::Char('R')]);
    assert!(scene.screen().contains("no event has failed"), "{}", scene.screen());
    scene.take(counts());
    scene.press(&[Key::Char('R'), Key::Char('n')]);
    assert!(!scene.effects.contains(&Effect::Query(Query::Retry)));
    scene.press(&[Key::Char('R')]);
    assert!(scene.screen().contains("forward 2 failed events again"), "{}", scene.screen());
    scene.press(&[Key::Char('y')]);
    assert_eq!(scene.effects.last(), Some(&Effect::Query(Query::Retry)));
}

#[test]
fn what_went_wrong_is_kept_and_told_at_the_end() {
    let mut scene = Scene::new(80, 12, some());
    scene.publish([ReceiverEvent::Trouble { message: "the disk is full".into() }]);
    assert!(scene.screen().contains("trouble: the disk is full"), "{}", scene.screen());
    scene.publish([ReceiverEvent::Duplicate { number: 3, id: "evt_3".into(), count: 3 }]);
    assert!(!scene.screen().contains("the disk is full"), "it has room again");
    scene.take(Message::Log("warning: something \u{1b}[2J else\n".into()));
    scene.press(&[Key::Char('m')]);
    let log = scene.screen();
    assert!(log.contains("the disk is full") && log.contains(r"something \u{1b}[2J else"), "{log}");
    let summary: Vec<String> = scene.model.summary().iter().map(|line| line.render(false)).collect();
    assert!(summary.iter().any(|line| line.contains("the disk is full")), "{summary:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is typed, on whatever screen, whatever events are called: it paints, and nothing foreign gets through.
    #[test]
    fn any_keys_on_any_screen(
        sizes in proptest::collection::vec((0_u16..130, 0_u16..40), 1..4),
        keys in proptest::collection::vec(0_usize..31, 0..60),
        name in any::<String>(),
    ) {
        const KEYS: [Key; 31] = [
            Key::Char('P'), Key::Char('y'), Key::Char('Y'),
            Key::Char('j'), Key::Char('k'), Key::Char('J'), Key::Char('K'), Key::Char('g'), Key::Char('G'),
            Key::Char('b'), Key::Char('r'), Key::Char('R'), Key::Char('p'), Key::Char('m'), Key::Char('?'),
            Key::Char('/'), Key::Char(' '), Key::Char('x'), Key::Char('"'), Key::Enter, Key::Esc, Key::Backspace,
            Key::Up, Key::Down, Key::Left, Key::Right, Key::PageUp, Key::PageDown, Key::Home, Key::End, Key::Delete,
        ];
        let mut events = some();
        events[0].entry.event.clone_from(&name);
        events[1].entry.connection = name;
        let mut scene = Scene::new(80, 24, events);
        refuse(&mut scene, &RefusedBuffer::default());
        for (step, key) in keys.into_iter().enumerate() {
            let (width, height) = sizes[step % sizes.len()];
            scene.take(Message::Input(Input::Size(width, height)));
            scene.press(&[KEYS[key]]);
            let screen = scene.screen();
            prop_assert!(!screen.chars().any(|c| c != '\n' && crate::term::sanitize::hidden(c)), "{screen:?}");
        }
    }
}
