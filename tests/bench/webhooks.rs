//! How fast a stream of deliveries is verified, as ratios from one run.
//!
//! `cargo bench --bench webhooks` makes 1,000,000 deliveries with bodies of 1 KiB in a temporary file and measures,
//! in turns: a bare scan that only finds and hashes the bodies, `json-stringify`, `raw`, and a node script that
//! streams the file as people write it. `MAKINI_BENCH_DELIVERIES` sets another number. Beside the time that passed
//! stands the time that the processors worked: on a busy machine only that one says much, because one thread of node
//! is held up less by others than all of ours.

#![expect(clippy::print_stdout, reason = "the report is the purpose")]

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use hmac::{Hmac, KeyInit as _, Mac as _};
use makini::secret::Secret;
use makini::webhooks::batch::{Options, Summary, verify_stream};
use makini::webhooks::sign::{Stamp, sign};
use makini::webhooks::{Canonicalization, Config, SecretEncoding, Secrets, Verifier};
use sha2::Sha256;

const SECRET: &str = "whsec_bench_secret";
const FORGED_EVERY: usize = 1013;

fn main() {
    let deliveries = deliveries();
    let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("deliveries.ndjson");
    let bytes = generate(&file, deliveries);
    if let Ok(load) = std::fs::read_to_string("/proc/loadavg") {
        println!("load of the machine: {}", load.trim_end());
    }
    println!("{deliveries} deliveries, {bytes} bytes, {threads} threads; medians of 3");

    let stringify = config(vec![Canonicalization::JsonStringify]);
    let raw = config(vec![Canonicalization::Raw]);
    let both = config(vec![Canonicalization::Raw, Canonicalization::JsonStringify]);
    let mut times: [Vec<Took>; 5] = Default::default();
    let mut peak_before_node = None;
    for _ in 0..3 {
        times[0].push(timed(|| assert_eq!(floor(&file, threads), deliveries)));
        times[1].push(timed(|| check(&raw, &file, threads, deliveries)));
        times[2].push(timed(|| check(&stringify, &file, threads, deliveries)));
        times[3].push(timed(|| check(&both, &file, threads, deliveries)));
        peak_before_node = peak();
        times[4].extend(node(folder.path(), &file, deliveries));
    }
    let [floor, raw, stringify, both, node] = times.map(median);
    let (floor, raw, stringify, both) =
        (floor.expect("timed"), raw.expect("timed"), stringify.expect("timed"), both.expect("timed"));
    row("bare scan and HMAC", floor, floor, deliveries);
    row("raw", raw, floor, deliveries);
    row("json-stringify", stringify, floor, deliveries);
    row("raw, then json-stringify", both, floor, deliveries);
    println!("raw: {:.2}x the bare scan (at most 1.5)", raw.over(floor));
    println!("json-stringify: {:.2}x the bare scan (at most 2.2)", stringify.over(floor));
    match node {
        Some(node) => {
            row("node readline script", node, floor, deliveries);
            println!("json-stringify is {:.1}x as fast as the node script (at least 7)", node.over(stringify));
        }
        None => println!("SKIPPED: node is not here, so it is not compared"),
    }
    if let Some(peak) = peak_before_node {
        println!("peak memory of this process: {} MiB", peak / 1024);
    }
}

#[expect(clippy::disallowed_methods, reason = "a switch of the benchmark, not of the product")]
fn deliveries() -> usize {
    std::env::var("MAKINI_BENCH_DELIVERIES").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000_000)
}

fn config(candidates: Vec<Canonicalization>) -> Config {
    Config { candidates, ..Config::default() }
}

/// Writes deliveries with a compact body of 1 KiB each; a few are forged.
fn generate(path: &Path, deliveries: usize) -> usize {
    let mut file = BufWriter::with_capacity(1 << 20, File::create(path).expect("a file"));
    let secrets = Secrets::all([Secret::new(SECRET)], SecretEncoding::Utf8).expect("a good secret");
    let raw = config(vec![Canonicalization::Raw]);
    let mut bytes = 0;
    for number in 0..deliveries {
        let mut body = format!(
            "{{\"id\":\"evt_{number:09}\",\"event\":\"workOrders.updated\",\"timestamp\":\"2026-01-02T03:04:05Z\",\"connection_id\":\"con_{:05}\",\"body\":[",
            number % 997
        );
        let mut row = number;
        while body.len() < 900 {
            if !body.ends_with('[') {
                body.push(',');
            }
            row += 7919;
            body.push_str(&format!(
                "{{\"key\":\"WO-{row}\",\"status\":\"in progress\",\"hours\":{}.{},\"done\":{},\"site\":\"Z\u{fc}rich\"}}",
                row % 90,
                row % 9 + 1,
                row % 2 == 0
            ));
        }
        let filler = 1024 - body.len() - "],\"note\":\"\"}".len();
        body.push_str(&format!("],\"note\":\"{}\"}}", "n".repeat(filler)));
        assert_eq!(body.len(), 1024);
        let stamp = Stamp { id: "", timestamp: "" };
        let signed = sign(&raw, &secrets, body.as_bytes(), stamp).expect("signed");
        let mut signature = signed.headers[0].1.clone();
        if number % FORGED_EVERY == 0 {
            let other = if signature.starts_with('A') { "B" } else { "A" };
            signature.replace_range(0..1, other);
        }
        let line = serde_json::json!({
            "id": format!("dlv_{number:09}"),
            "headers": {"Content-Type": "application/json", "X-Webhook-Signature": signature},
            "body": body,
        });
        let line = format!("{line}\n");
        bytes += line.len();
        file.write_all(line.as_bytes()).expect("room on the disk");
    }
    file.flush().expect("room on the disk");
    bytes
}

fn check(config: &Config, path: &Path, threads: usize, deliveries: usize) {
    let secrets = Secrets::all([Secret::new(SECRET)], SecretEncoding::Utf8).expect("a good secret");
    let verifier = Verifier::new(config, &secrets);
    let input = File::open(path).expect("just written");
    let output = File::create(path.with_extension("results")).expect("a file");
    let go = |_: &Summary| ControlFlow::Continue(());
    let summary = verify_stream(&verifier, input, output, Options::new(threads, 0), go).expect("a stream");
    let forged = deliveries.div_ceil(FORGED_EVERY);
    assert_eq!((summary.valid, summary.invalid), ((deliveries - forged) as u64, forged as u64));
}

/// The least that can be done: find each line and its body, and hash it as it stands there.
fn floor(path: &Path, threads: usize) -> usize {
    let input = Mutex::new((File::open(path).expect("just written"), Vec::new()));
    let work = || {
        let mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).expect("any key");
        let mut block = vec![0; 1 << 20];
        let mut found = 0;
        let mut sum = 0_u8;
        loop {
            let length = {
                let mut state = input.lock().expect("no panic");
                let carried = state.1.len();
                block[..carried].copy_from_slice(&state.1);
                let read = state.0.read(&mut block[carried..]).expect("a file");
                let end = memchr::memrchr(b'\n', &block[..carried + read]).map_or(0, |end| end + 1);
                state.1 = block[end..carried + read].to_vec();
                end
            };
            if length == 0 {
                std::hint::black_box(sum);
                return found;
            }
            let mut rest = &block[..length];
            while let Some(end) = memchr::memchr(b'\n', rest) {
                let line = &rest[..end];
                rest = &rest[end + 1..];
                let from = memchr::memmem::find(line, b"\"body\":\"").expect("a body") + 8;
                let to = string_end(line, from);
                let mut mac = mac.clone();
                mac.update(&line[from..to]);
                sum ^= mac.finalize().into_bytes()[0];
                found += 1;
            }
        }
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        work() + others.into_iter().map(|thread| thread.join().expect("no panic")).sum::<usize>()
    })
}

fn string_end(line: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(next) = memchr::memchr2(b'"', b'\\', &line[at..]) {
        at += next;
        if line[at] == b'"' {
            return at;
        }
        at += 2;
    }
    line.len()
}

/// What people write: a line at a time, parse, stringify, HMAC, compare.
fn node(folder: &Path, file: &Path, deliveries: usize) -> Option<Took> {
    const SCRIPT: &str = r#"
const fs = require("fs"), readline = require("readline"), crypto = require("crypto");
const out = fs.createWriteStream(process.argv[3]);
let valid = 0;
readline.createInterface({ input: fs.createReadStream(process.argv[2]) }).on("line", (line) => {
  const { id, headers, body } = JSON.parse(line);
  const due = crypto.createHmac("sha256", process.argv[4]).update(JSON.stringify(JSON.parse(body))).digest();
  const got = Buffer.from(headers["X-Webhook-Signature"], "base64");
  const ok = got.length === due.length && crypto.timingSafeEqual(got, due);
  valid += ok;
  out.write(JSON.stringify({ id, valid: ok }) + "\n");
}).on("close", () => out.end(() => console.log(valid)));
"#;
    let script = folder.join("peer.js");
    std::fs::write(&script, SCRIPT).expect("a file");
    let start = Start::now();
    let run = Command::new("node")
        .arg(&script)
        .args([file, &folder.join("node.results")])
        .arg(SECRET)
        .stderr(Stdio::inherit())
        .output();
    let taken = start.took();
    let output = match run {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
        run => run.expect("node runs"),
    };
    let valid: usize = String::from_utf8_lossy(&output.stdout).trim().parse().expect("a count");
    assert_eq!(valid, deliveries - deliveries.div_ceil(FORGED_EVERY));
    Some(taken)
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn now() -> Instant {
    Instant::now()
}

/// How long something took.
#[derive(Clone, Copy)]
struct Took {
    /// By the clock.
    passed: Duration,
    /// Of all processors, ended child processes included, where the system tells.
    worked: Option<Duration>,
}

impl Took {
    fn over(self, other: Self) -> f64 {
        self.passed.as_secs_f64() / other.passed.as_secs_f64()
    }
}

struct Start(Instant, Option<Duration>);

impl Start {
    fn now() -> Self {
        Self(now(), worked())
    }

    fn took(&self) -> Took {
        let worked = worked().zip(self.1).map(|(after, before)| after.saturating_sub(before));
        Took { passed: self.0.elapsed(), worked }
    }
}

/// The time that processors have worked for this process and for its ended children.
fn worked() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name, which may hold anything, these are the twelfth to the fifteenth; a tick is 10 ms.
    let (_, fields) = text.rsplit_once(')')?;
    let ticks: u64 = fields.split_whitespace().skip(11).take(4).filter_map(|field| field.parse::<u64>().ok()).sum();
    Some(Duration::from_millis(ticks * 10))
}

fn timed(work: impl FnOnce()) -> Took {
    let start = Start::now();
    work();
    start.took()
}

fn median(mut times: Vec<Took>) -> Option<Took> {
    times.sort_unstable_by_key(|took| took.passed);
    times.get(times.len() / 2).copied()
}

fn row(name: &str, took: Took, floor: Took, deliveries: usize) {
    let seconds = took.passed.as_secs_f64();
    let rate = deliveries as u64 * 1000 / u64::try_from(took.passed.as_millis()).unwrap_or(1).max(1);
    let worked = took.worked.map(|worked| format!(", {:.3} s of processors", worked.as_secs_f64())).unwrap_or_default();
    println!("{name:26} {seconds:8.3} s {rate:>10}/s {:6.2}x the bare scan{worked}", took.over(floor));
}

fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
