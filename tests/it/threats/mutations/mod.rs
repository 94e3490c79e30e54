//! Every command that talks to the server, on every answer that it gets, each mutated in every way of a list: no panic,
//! no hang, no success unless the meaning was kept, no secret anywhere, an exit code that fits, and nothing changed on
//! this machine by a failure.
//!
//! `cargo test` runs a seeded share. `MUTATIONS=all cargo test --test it mutations -- --nocapture` runs all of it,
//! `MUTATIONS=5000` so many of it, `MUTATION_SEED=7` another share.

mod fields;
#[cfg(target_os = "linux")]
mod memory;
mod mutation;
mod recording;
mod replay;
mod verdict;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use mutation::mutations;
use recording::{FIELD, MORE, Recording, Ring, Stage, WAIT, copy};
use replay::Replay;
use verdict::{Finding, Run};

use super::secrets::search::SecretSearch;
use crate::support::served::Served;
use crate::support::world::Machine;

/// Jobs that `cargo test` runs.
const SHARE: usize = 400;

/// Threads that run jobs.
const WORKERS: usize = 2;

/// Time after which a job counts as hanging. Its own limit is 20 s for a request, and two simulated minutes for a loop.
const HANG: Duration = Duration::from_secs(90);

/// Where a server tells what it offers.
const ADVERTISEMENT: &str = "/.well-known/makini";

/// One mutation of one answer to one line.
#[derive(Clone, Copy, Debug)]
struct Job {
    stage: usize,
    target: usize,
    mutation: usize,
}

fn jobs(recording: &Recording) -> Vec<Job> {
    let mut all = Vec::new();
    let mut is_first = true;
    for (stage, recorded) in recording.stages.iter().enumerate() {
        for (target, answer) in recorded.answers.iter().enumerate() {
            let mutations = mutations(answer);
            let count = mutations.len();
            assert!(count >= 40, "{}: {count} mutations of {} {}", recorded.line.text, answer.method, answer.path);
            // The fields of the advertisement are the same for every line, and enough of them for one.
            let is_advertisement = answer.path == ADVERTISEMENT;
            let is_known = is_advertisement && !is_first;
            is_first &= !is_advertisement;
            let wanted = |at: &usize| !is_known || !mutations[*at].name.starts_with('/');
            all.extend((0..count).filter(wanted).map(|mutation| Job { stage, target, mutation }));
        }
    }
    all
}

#[expect(clippy::disallowed_methods, reason = "what a test runs is the caller's choice")]
fn switch(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Returns the jobs of this run, in an order that follows from the seed.
fn share(mut all: Vec<Job>) -> Vec<Job> {
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
    fn run(&self, job: Job) -> Option<Finding> {
        let stage = &self.recording.stages[job.stage];
        let answer = &stage.answers[job.target];
        let mutation = mutations(answer).swap_remove(job.mutation);
        let (name, kind, fits) = (mutation.name.clone(), mutation.kind, mutation.fits.clone());
        let hangs = name.contains("silence") || name == "no answer";
        let repeats = name.contains("token");
        self.replay.set(stage.answers.clone(), stage.before.clone(), job.target, mutation);
        let (ring, machine) = self.machine(stage, repeats);
        let before = (ring.content(), config(&machine));
        let more = if hangs { "-vv --timeout 250ms" } else { MORE };
        let mut ended = self.recording.run(&machine, stage.line, more);
        for text in [&mut ended.stdout, &mut ended.stderr] {
            *text = text.replace(self.served.url(), &stage.url);
        }
        let run = Run {
            stage,
            answer,
            name: &name,
            kind,
            fits: &fits,
            ended: &ended,
            is_hit: self.replay.is_hit(),
            has_written: self.replay.has_written(),
            is_untouched: before == (ring.content(), config(&machine)),
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

/// Returns the files of the configuration.
fn config(machine: &Machine) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![machine.home().join("config")];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.display().to_string(), std::fs::read(&path).unwrap_or_default());
            }
        }
    }
    found
}

#[test]
fn no_answer_is_mistaken_for_what_was_promised() {
    let recording = Arc::new(Recording::make());
    let all = jobs(&recording);
    let total = all.len();
    let chosen = Arc::new(share(all));
    let search = Arc::new(SecretSearch::for_all(recording.given.iter().map(String::as_str).chain([FIELD])));
    let next = Arc::new(AtomicUsize::new(0));
    let (tell, told) = mpsc::channel();
    let current = Arc::new(Mutex::new([None; WORKERS]));
    for number in 0..WORKERS {
        let (served, replay) = Replay::serve();
        let worker = Worker { recording: Arc::clone(&recording), search: Arc::clone(&search), served, replay };
        let (next, chosen, tell) = (Arc::clone(&next), Arc::clone(&chosen), tell.clone());
        let current = Arc::clone(&current);
        std::thread::spawn(move || {
            while let Some(job) = chosen.get(next.fetch_add(1, Ordering::SeqCst)) {
                current.lock().expect("not poisoned")[number] = Some(*job);
                if tell.send(worker.run(*job)).is_err() {
                    return;
                }
            }
        });
    }
    drop(tell);
    println!("mutations: {} of {total} to run", chosen.len());
    let mut findings = Vec::new();
    for done in 0..chosen.len() {
        match told.recv_timeout(HANG) {
            Ok(finding) => findings.extend(finding),
            Err(error) => {
                let jobs = current.lock().expect("not poisoned").into_iter().flatten();
                let names: Vec<String> = jobs
                    .map(|job| {
                        let stage = &recording.stages[job.stage];
                        let answer = &stage.answers[job.target];
                        let mutation = &mutations(answer)[job.mutation];
                        format!("`{}`, {} {}: {}", stage.line.text, answer.method, answer.path, mutation.name)
                    })
                    .collect();
                panic!("after {done} runs, one hangs or panicked ({error}): {names:#?}");
            }
        }
    }
    println!("mutations: {} of {total} run, {} findings", chosen.len(), findings.len());
    let texts: Vec<String> = findings.iter().map(ToString::to_string).collect();
    if let Some(file) = switch("MUTATION_REPORT") {
        std::fs::write(file, texts.join("\n")).expect("written");
    }
    assert!(
        findings.is_empty(),
        "{} findings, the first of them:\n{}",
        texts.len(),
        texts[..texts.len().min(30)].join("\n")
    );
}
