//! What the reverse proxy of `makini record` costs, against nginx before the same upstream.
//!
//! `cargo bench --bench record` prints ratios of one run: throughput and p99 with 64 kept connections and answers of 2 KiB,
//! the time that one connection pays, and the memory after a gibibyte each way. Generator, upstream and proxy share the
//! machine in every row. Figures of two runs are not comparable; the ratios are. The peer is Debian's nginx with its access
//! log, where it is installed.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

#[path = "record/load.rs"]
mod load;
#[path = "record/proxies.rs"]
mod proxies;
#[path = "record/upstream.rs"]
mod upstream;

use std::net::SocketAddr;
use std::time::Duration;

use self::load::Measured;
use self::proxies::Proxy;

/// Rounds of each measurement; the median counts.
const ROUNDS: usize = 5;

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Measures all candidates in turns, so that what the machine does besides meets each of them.
fn rounds(addresses: &[SocketAddr], connections: usize, count: usize) -> Vec<Vec<Measured>> {
    let mut rows = vec![Vec::new(); addresses.len()];
    for _ in 0..ROUNDS {
        for (row, address) in rows.iter_mut().zip(addresses) {
            row.push(load::run(*address, connections, count));
        }
    }
    rows
}

fn of(rows: &[Measured], pick: fn(&Measured) -> f64) -> f64 {
    median(rows.iter().map(pick).collect())
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

fn main() {
    let count: usize = std::env::var("MAKINI_BENCH_CALLS").ok().and_then(|n| n.parse().ok()).unwrap_or(40_000);
    let upstream = upstream::start();
    let makini = Proxy::makini(upstream);
    let nginx = Proxy::nginx(upstream);
    let mut names = vec!["straight", "makini record"];
    let mut addresses = vec![upstream, makini.address];
    match &nginx {
        Ok(nginx) => {
            names.push("nginx proxy_pass");
            addresses.push(nginx.address);
        }
        Err(missing) => println!("SKIPPED: not compared with nginx: {missing}"),
    }
    if let Ok(load) = std::fs::read_to_string("/proc/loadavg") {
        println!("load of the machine: {} (ratios of a busy machine are rough)", load.trim());
    }
    for address in &addresses {
        load::run(*address, 64, 2000);
    }
    let before = [makini.processor_time(), nginx.as_ref().ok().and_then(Proxy::processor_time)];
    let many = rounds(&addresses, 64, count);
    let after = [makini.processor_time(), nginx.as_ref().ok().and_then(Proxy::processor_time)];
    println!("{count} calls, answers of 2 KiB, 64 connections, median of {ROUNDS} rounds");
    println!("{:18} {:>9} {:>9} {:>9}", "way", "req/s", "p50 us", "p99 us");
    for (name, rows) in names.iter().zip(&many) {
        let (p50, p99) = (of(rows, |row| micros(row.p50)), of(rows, |row| micros(row.p99)));
        println!("{name:18} {:>9.0} {p50:>9.0} {p99:>9.0}", of(rows, |row| row.rate));
    }
    if let Some(peer) = many.get(2) {
        let throughput = of(&many[1], |row| row.rate) / of(peer, |row| row.rate);
        let p99 = of(&many[1], |row| micros(row.p99)) / of(peer, |row| micros(row.p99));
        println!("makini / nginx: throughput {throughput:.2} (at least 0.70), p99 {p99:.2} (at most 1.50)");
    }
    for ((name, before), after) in names.iter().skip(1).zip(before).zip(after) {
        if let Some((before, after)) = before.zip(after) {
            let calls = u32::try_from(count * ROUNDS).expect("not that many");
            println!(
                "{name}: {:.1} us of the processor for a call",
                micros(after.saturating_sub(before)) / f64::from(calls)
            );
        }
    }
    let one = rounds(&addresses, 1, count / 20);
    let straight = of(&one[0], |row| micros(row.p50));
    for (name, rows) in names.iter().zip(&one).skip(1) {
        let added = (of(rows, |row| micros(row.p50)) - straight) / 1000.0;
        println!("{name}: {added:.3} ms added at one connection (at most 0.200 for makini)");
    }
    load::download(makini.address, upstream::LARGE);
    load::upload(makini.address, upstream::LARGE);
    match makini.peak() {
        Some(bytes) => {
            #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
            let mebibytes = bytes as f64 / f64::from(1 << 20);
            println!("makini: {mebibytes:.1} MiB at most, with 1 GiB each way (at most 40)");
        }
        None => println!("SKIPPED: this system does not tell the memory of a process"),
    }
    println!("{}", makini.stop());
}
