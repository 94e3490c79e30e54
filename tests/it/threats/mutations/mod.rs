//! Every command that talks to the server, on every answer that it gets, each mutated in every way of a list: no panic,
//! no hang, no success unless the meaning was kept, no secret anywhere, an exit code that fits, and nothing changed on
//! this machine by a failure.
//!
//! `cargo test` runs a seeded share. `MUTATIONS=all cargo test --test it mutations -- --nocapture` runs all of it,
//! `MUTATIONS=5000` so many of it, `MUTATION_SEED=7` another share; `MUTATION_REPORT=FILE` writes a
//! line for each finding, and `MUTATION_AGAIN=FILE` runs those of a report, `MUTATION_ONLY=TEXT` those whose name has a text.

mod difference;
mod echo;
mod encoded;
mod excuses;
mod fields;
#[cfg(target_os = "linux")]
mod memory;
mod mutation;
mod recording;
mod replay;
mod verdict;

use std::collections::HashSet;
use std::io::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use mutation::{Mutation, mutations};
use recording::{Answer, FIELD, HOME, KEY, MORE, Recording, Ring, Stage, WAIT, copy, kept, moved};
use replay::Replay;
use verdict::{Finding, Run, job_name};

use axum::Router;
use axum::extract::Request;
use axum::routing::any;

use super::secrets::lines::LOCAL;
use super::secrets::search::SecretSearch;
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::world::Machine;

/// Jobs that `cargo test` runs.
const SHARE: usize = 400;

/// Threads that run jobs: some of them wait for an answer that never comes.
const WORKERS: usize = 3;

/// Jobs after which the state of a long run is printed.
const STEP: usize = 1_000;

/// Time after which a job counts as hanging. Its own limit is 20 s for a request, and two simulated minutes for a loop.
const HANG: Duration = Duration::from_secs(90);

/// Where a server tells what it offers.
const ADVERTISEMENT: &str = "/.well-known/makini";

/// One mutation of one answer to one line.
#[derive(Clone)]
struct Job {
    stage: usize,
    target: usize,
    mutation: Arc<Mutation>,
}

impl Job {
    fn name(&self, recording: &Recording) -> String {
        let stage = &recording.stages[self.stage];
        job_name(stage, &stage.answers[self.target], &self.mutation.name)
    }
}

fn jobs(recording: &Recording) -> Vec<Job> {
    let mut all = Vec::new();
    let mut is_first = true;
    for (stage, recorded) in recording.stages.iter().enumerate() {
        for (target, answer) in recorded.answers.iter().enumerate() {
            let mutations = mutations(answer, other(&recorded.answers, target));
            let count = mutations.len();
            assert!(count >= 40, "{}: {count} mutations of {} {}", recorded.line.text, answer.method, answer.path);
            // The fields of the advertisement are the same for every line, and enough of them for one.
            let is_advertisement = answer.path == ADVERTISEMENT;
            let is_known = is_advertisement && !is_first;
            is_first &= !is_advertisement;
            let wanted = |mutation: &Mutation| !is_known || !mutation.name.starts_with('/');
            let wanted = mutations.into_iter().filter(wanted);
            all.extend(wanted.map(|mutation| Job { stage, target, mutation: Arc::new(mutation) }));
        }
    }
    all
}

/// Returns a successful answer to another request.
fn other(answers: &[Answer], target: usize) -> Option<&Answer> {
    let target = &answers[target];
    let is_other = |answer: &&Answer| {
        answer.path != target.path && answer.body != target.body && answer.status == 200 && !answer.body.is_empty()
    };
    answers.iter().find(is_other)
}

#[expect(clippy::disallowed_methods, reason = "what a test runs is the caller's choice")]
fn switch(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Returns the jobs of this run, in an order that follows from the seed.
fn share(mut all: Vec<Job>, recording: &Recording) -> Vec<Job> {
    if let Some(file) = switch("MUTATION_AGAIN") {
        let report = std::fs::read_to_string(file).expect("a report");
        let names: HashSet<&str> =
            report.lines().filter_map(|line| Some(&line[..line.match_indices("; ").nth(2)?.0])).collect();
        all.retain(|job| names.contains(job.name(recording).as_str()));
        return all;
    }
    if let Some(text) = switch("MUTATION_ONLY") {
        all.retain(|job| job.name(recording).contains(&text));
        return all;
    }
    let number = |name: &str| switch(name).and_then(|text| text.parse::<u64>().ok());
    fastrand::Rng::with_seed(number("MUTATION_SEED").unwrap_or(1)).shuffle(&mut all);
    let is_all = switch("MUTATIONS").is_some_and(|text| text == "all");
    let count = number("MUTATIONS").and_then(|count| usize::try_from(count).ok()).unwrap_or(SHARE);
    all.truncate(if is_all { usize::MAX } else { count });
    all
}

/// A platform of its own, for one thread.
struct Worker {
    recording: Arc<Recording>,
    search: Arc<SecretSearch>,
    served: Served,
    replay: Replay,
}

impl Worker {
    fn run(&self, job: &Job) -> Option<Finding> {
        let stage = &self.recording.stages[job.stage];
        let answer = &stage.answers[job.target];
        let name = &job.mutation.name;
        let hangs = name.contains("silence") || name == "no answer";
        let repeats = name.contains("token") || answer.has_secret(&self.recording.given);
        self.replay.set(&self.recording, job.stage, job.target, Arc::clone(&job.mutation));
        let (ring, machine) = self.machine(stage, repeats);
        let before = kept(&ring, &machine);
        let more = if hangs { "-vv --timeout 250ms" } else { MORE };
        let mut ended = self.recording.run(&machine, stage.line, &stage.text, more);
        for text in [&mut ended.stdout, &mut ended.stderr] {
            *text = text.replace(self.served.url(), &stage.url).replace(&machine.home().display().to_string(), HOME);
        }
        let after = kept(&ring, &machine);
        let run = Run {
            stage,
            answer,
            mutation: &job.mutation,
            ended: &ended,
            outcome: self.replay.outcome(),
            before: &moved(before, self.served.url(), &stage.url),
            after: &moved(after, self.served.url(), &stage.url),
        };
        let files = if repeats { self.search.find_below(machine.home()) } else { Vec::new() };
        run.judge(&self.search, &files)
    }

    /// Builds the machine as it was before a line.
    fn machine(&self, stage: &Stage, notes: bool) -> (Ring, Machine) {
        let moved = |text: &str| text.replace(&stage.url, self.served.url());
        let ring = Ring::of(stage.secrets.iter().map(|(name, text)| (name.clone(), moved(text))).collect());
        let machine = Machine::new().at(&stage.at.to_string()).keyring(ring.clone());
        copy(stage.home.path(), machine.home());
        let machine = machine.env("MAKINI_SERVER", self.served.url()).env("MAKINI_WAIT_TIME", WAIT);
        // Without a journal a run takes half the time.
        let machine = if notes { machine } else { machine.env("MAKINI_JOURNAL", "false") };
        (ring, machine)
    }
}

/// So every command that talks to the server is among those whose answers are mutated: each is remote or local.
#[test]
fn no_local_command_talks_to_the_server() {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&asked);
    let handler = any(move |request: Request| {
        seen.lock().expect("not poisoned").push(request.uri().to_string());
        async { "{}" }
    });
    let served = Served::router(Router::new().fallback(handler));
    let machine = Machine::new().at(START).env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", "mk_test_t");
    let secret = machine.write("secret", "s").display().to_string();
    for line in LOCAL {
        let text = line.text.replace("{secret}", &secret).replace("{file}", &secret);
        machine.run(&text);
        assert_eq!(*asked.lock().expect("not poisoned"), [""; 0], "{text} is a line of REMOTE");
    }
}

#[test]
fn no_answer_is_mistaken_for_what_was_promised() {
    let recording = Arc::new(Recording::make());
    let all = jobs(&recording);
    let total = all.len();
    let chosen = Arc::new(share(all, &recording));
    let search = Arc::new(SecretSearch::for_all(recording.given.iter().map(String::as_str).chain([FIELD, KEY])));
    let next = Arc::new(AtomicUsize::new(0));
    let (tell, told) = mpsc::channel();
    let current = Arc::new(Mutex::new([const { None }; WORKERS]));
    for number in 0..WORKERS {
        let (served, replay) = Replay::serve();
        let worker = Worker { recording: Arc::clone(&recording), search: Arc::clone(&search), served, replay };
        let (next, chosen, tell) = (Arc::clone(&next), Arc::clone(&chosen), tell.clone());
        let current = Arc::clone(&current);
        std::thread::spawn(move || {
            while let Some(job) = chosen.get(next.fetch_add(1, Ordering::SeqCst)) {
                current.lock().expect("not poisoned")[number] = Some(job.name(&worker.recording));
                if tell.send(worker.run(job)).is_err() {
                    return;
                }
            }
        });
    }
    drop(tell);
    println!("mutations: {} of {total} to run", chosen.len());
    let mut findings = Vec::new();
    let report = switch("MUTATION_REPORT").map(|path| std::fs::File::create(path).expect("a file for the report"));
    for done in 0..chosen.len() {
        if done > 0 && done % STEP == 0 {
            println!("mutations: {done} of {} run, {} findings", chosen.len(), findings.len());
        }
        match told.recv_timeout(HANG) {
            Ok(None) => {}
            Ok(Some(finding)) => {
                if let Some(mut report) = report.as_ref() {
                    writeln!(report, "{finding}").expect("written");
                }
                findings.push(finding);
            }
            Err(error) => {
                let names = current.lock().expect("not poisoned").clone();
                panic!("after {done} runs, one hangs or panicked ({error}): {names:#?}");
            }
        }
    }
    println!("mutations: {} of {total} run, {} findings", chosen.len(), findings.len());
    let texts: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(
        findings.is_empty(),
        "{} findings, the first of them:\n{}",
        texts.len(),
        texts[..texts.len().min(30)].join("\n")
    );
}
