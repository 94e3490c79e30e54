//! Receivers and servers that are killed under load: what was acknowledged is there, and no connection ever goes back.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::database::Database;
use super::receivers::Receiver;
use super::senders::{Backlog, Senders, Shared};
use super::support::postgres::Postgres;
use super::support::until::until;
use super::{handler, millis, number};

/// Receivers at one moment.
const RECEIVERS: usize = 4;
/// Senders, each with a connection of its own.
const SENDERS: usize = 32;
/// Events that may wait to be forwarded: senders pause at more, or they would outrun the handler for as long as it runs.
const BACKLOG: usize = 2000;
/// How long what is left over may take.
const PATIENCE: Duration = Duration::from_mins(10);

/// Starts a receiver that forwards to a handler, and tries again soon.
fn forwarding(inbox: &str, folder: &Path, name: &str, target: &str) -> Receiver {
    let patience = ["--forward-wait", "5ms", "--forward-wait-max", "20ms", "--forward-attempts", "100000"];
    Receiver::start(inbox, folder, name, &[&["--forward-to", target][..], &patience[..]].concat())
}

/// Strikes again and again while events come in, and checks what is left.
fn under_load(rounds: usize, what: &str, mut strike: impl FnMut(&mut Postgres, &mut Vec<Receiver>, &Shared)) {
    let Some(mut database) = Database::start(&[]) else { return };
    let inbox = database.make("inbox");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (address, seen) = handler::start();
    seen.fail_one_in(50);
    let target = format!("http://{address}/hook");
    let mut receivers: Vec<_> =
        (0..RECEIVERS).map(|n| forwarding(&inbox, folder.path(), &format!("r{n}"), &target)).collect();
    let backlog = Backlog { seen: Arc::clone(&seen), most: BACKLOG };
    let senders = Senders::start(SENDERS, receivers.iter().map(|one| one.address).collect(), Some(backlog));
    let start = Instant::now();
    for round in 0..rounds {
        if round > 0 && round % 100 == 0 {
            let (acknowledged, taken) = (senders.shared.acknowledged(), seen.counts().0);
            println!(
                "  {round} of {rounds}, {:.0} s: {acknowledged} acknowledged, {taken} taken",
                start.elapsed().as_secs_f64()
            );
        }
        // When it strikes is what is left to chance here.
        std::thread::sleep(Duration::from_millis(fastrand::u64(20..=200)));
        if receivers.len() < RECEIVERS {
            receivers.push(forwarding(&inbox, folder.path(), &format!("r{}", fastrand::u32(..)), &target));
            *senders.shared.addresses.lock().expect("no panic") = receivers.iter().map(|one| one.address).collect();
        }
        strike(&mut database.server, &mut receivers, &senders.shared);
    }
    let server = &database.server;
    let shared = senders.stop();
    let elapsed = start.elapsed();
    let pending = || server.sql("inbox", "SELECT count(*) FROM arrivals WHERE state = 1");
    if receivers.is_empty() {
        receivers.push(forwarding(&inbox, folder.path(), "last", &target));
    }
    until(PATIENCE, || (pending() == "0").then_some(()));
    let stored: HashSet<String> =
        server.sql("inbox", "SELECT event_id FROM arrivals").lines().map(str::to_owned).collect();
    let acknowledged = shared.ids();
    let lost = acknowledged.difference(&stored).count();
    let twice = server.sql("inbox", "SELECT count(*) - count(DISTINCT event_id) FROM arrivals");
    let (taken, repeated, back) = seen.counts();
    let (refusals, without_wait) = shared.refusals();
    println!(
        "{rounds} {what} in {:.0} s, {RECEIVERS} receivers, {SENDERS} senders, 1 in 50 fails at the handler: {} acknowledged, {} stored; {lost} lost, {twice} twice",
        elapsed.as_secs_f64(),
        acknowledged.len(),
        stored.len()
    );
    println!(
        "  handler: {taken} taken in order, {repeated} again at once, {back} back; {} refused ({without_wait} without Retry-After), {} connections broke",
        refusals.len(),
        shared.broken()
    );
    assert!(lost == 0 && twice == "0" && back == 0 && taken >= acknowledged.len(), "what must hold does not");
}

/// Receivers are killed, one after another.
pub(super) fn of_receivers() {
    under_load(number("MAKINI_BENCH_ROUNDS", 1000), "SIGKILLs of receivers", |_, receivers, shared| {
        let victim = receivers.swap_remove(fastrand::usize(..receivers.len()));
        drop(victim);
        *shared.addresses.lock().expect("no panic") = receivers.iter().map(|one| one.address).collect();
    });
}

/// The server is stopped as `pg_ctl stop -m immediate` does, and started again.
pub(super) fn of_the_server() {
    under_load(number("MAKINI_BENCH_ROUNDS", 100), "immediate stops of the server", |server, _, shared| {
        server.kill();
        server.run();
        let before = shared.acknowledged();
        until(PATIENCE, || (shared.acknowledged() > before).then_some(()));
    });
}

/// Gives a receiver lanes with events that its handler refuses, and returns their number once they are its own.
fn claimed(server: &Postgres, victim: &Receiver, round: usize, lanes: usize) -> usize {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let maker = super::load::Maker::new();
    runtime.block_on(async {
        let mut stream = tokio::net::TcpStream::connect(victim.address).await.expect("it listens");
        let mut buffer = vec![0; 4096];
        for lane in 0..lanes {
            let request = maker.request(0, round * 100 + lane);
            super::load::exchange(&mut stream, &request, &mut buffer).await.expect("an answer");
            assert!(buffer.starts_with(b"HTTP/1.1 200"), "stored");
        }
    });
    let owned = |sql: &str| server.sql("inbox", sql).parse::<usize>().expect("a number");
    until(PATIENCE, || (owned("SELECT count(*) FROM lanes WHERE owner IS NOT NULL") >= lanes).then_some(()));
    let pid = victim.pid();
    owned(&format!("SELECT count(*) FROM lanes WHERE owner = (SELECT max(id) FROM receivers WHERE pid = {pid})"))
}

/// How long it takes until another receiver has sent the events of one that is killed, and of one that hangs.
pub(super) fn take_over() {
    let Some(database) = Database::start(&[]) else { return };
    let inbox = database.make("inbox");
    let server = &database.server;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (address, seen) = handler::start();
    let target = format!("http://{address}/hook");
    let _other = forwarding(&inbox, folder.path(), "other", &target);
    let mut times = Vec::new();
    let rounds = number("MAKINI_BENCH_ROUNDS", 200);
    let lanes = 8;
    let mut taken = 0;
    for round in 0..rounds {
        let victim = forwarding(&inbox, folder.path(), &format!("v{round}"), &target);
        seen.refuses.store(true, Ordering::Relaxed);
        let owned = claimed(server, &victim, round, lanes);
        seen.refuses.store(false, Ordering::Relaxed);
        let killed_at = Instant::now();
        drop(victim);
        taken += lanes;
        while seen.counts().0 < taken {
            assert!(killed_at.elapsed() < PATIENCE, "never taken over");
            std::thread::sleep(Duration::from_millis(1));
        }
        if owned > 0 {
            times.push(killed_at.elapsed());
        }
    }
    times.sort_unstable();
    assert!(!times.is_empty(), "no receiver had a lane when it was killed");
    println!(
        "take-over after SIGKILL, {} times, {lanes} lanes: p50 {:.0} ms (at most 300), p99 {:.0} ms (at most 1500), longest {:.0} ms",
        times.len(),
        millis(times[times.len() / 2]),
        millis(times[times.len() * 99 / 100]),
        millis(times[times.len() - 1])
    );
    for round in rounds..rounds + number("MAKINI_BENCH_STOPS", 3) {
        let victim = forwarding(&inbox, folder.path(), &format!("s{round}"), &target);
        seen.refuses.store(true, Ordering::Relaxed);
        let owned = claimed(server, &victim, round, lanes);
        let process = Pid::from_raw(i32::try_from(victim.pid()).expect("a process")).expect("a process");
        kill_process(process, Signal::STOP).expect("it is ours");
        let stopped_at = Instant::now();
        seen.refuses.store(false, Ordering::Relaxed);
        taken += lanes;
        until(PATIENCE, || (seen.counts().0 >= taken).then_some(()));
        let took = stopped_at.elapsed();
        std::thread::sleep(Duration::from_secs(20).saturating_sub(took));
        kill_process(process, Signal::CONT).expect("it is ours");
        std::thread::sleep(Duration::from_secs(2));
        let late = server.sql("inbox", "SELECT sum(refused_marks) FROM receivers");
        let (_, repeated, back) = seen.counts();
        println!(
            "SIGSTOP 20 s, {owned} of {lanes} lanes its own: taken over after {:.1} s (at most 11); {late} late marks refused, {repeated} sent again, {back} back",
            took.as_secs_f64()
        );
    }
}

/// A server that is away: refusals at once, nothing acknowledged, and how soon it goes on.
pub(super) fn outage() {
    let Some(mut database) = Database::start(&[]) else { return };
    let inbox = database.make("inbox");
    let server = &mut database.server;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let receivers = super::receivers::several(2, &inbox, folder.path());
    let senders = Senders::start(64, receivers.iter().map(|one| one.address).collect(), None);
    std::thread::sleep(Duration::from_secs(2));
    server.kill();
    // What was committed just before is answered by then.
    std::thread::sleep(Duration::from_millis(200));
    let before = senders.shared.acknowledged();
    let away = number("MAKINI_BENCH_SECONDS", 60);
    std::thread::sleep(Duration::from_secs(away as u64));
    let meanwhile = senders.shared.acknowledged() - before;
    let (times, without_wait) = senders.shared.refusals();
    server.run();
    let back_at = Instant::now();
    while senders.shared.acknowledged() == before {
        assert!(back_at.elapsed() < PATIENCE, "it did not come back");
        std::thread::sleep(Duration::from_millis(1));
    }
    let back = back_at.elapsed();
    let shared = senders.stop();
    let stored: HashSet<String> =
        server.sql("inbox", "SELECT event_id FROM arrivals").lines().map(str::to_owned).collect();
    let lost = shared.ids().difference(&stored).count();
    println!(
        "away {away} s: {} refused, p99 {:.1} ms, longest {:.1} ms, {without_wait} without Retry-After; {meanwhile} acknowledged meanwhile; back {:.0} ms after it (at most 1000); {lost} lost",
        times.len(),
        millis(times[times.len() * 99 / 100]),
        millis(times[times.len() - 1]),
        millis(back)
    );
    assert!(meanwhile == 0 && lost == 0 && without_wait == 0, "what must hold does not");
}
