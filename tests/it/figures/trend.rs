//! Changes are found in series that look like those of real systems, and what is no change is not.

use std::f64::consts::TAU;

use jiff::{SignedDuration, Timestamp};
use makini::measure::{Quantity, TrendPoint, TrendVerdict, trend};
use rusqlite::params;
use serde_json::{Value, json};

use super::START;
use super::rows::{Numbers, database};
use crate::support::world::Machine;

impl Numbers {
    /// A number from 0 to 1, neither included.
    #[expect(clippy::cast_precision_loss, reason = "53 bits")]
    fn part(&mut self) -> f64 {
        (self.next() as f64 + 0.5) / (1_u64 << 53) as f64
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.part()
    }

    /// A number of the standard normal distribution.
    fn normal(&mut self) -> f64 {
        (-2.0 * self.part().ln()).sqrt() * (TAU * self.part()).cos()
    }

    fn whole(&mut self, low: usize, high: usize) -> usize {
        low + usize::try_from(self.below(u64::try_from(high - low + 1).expect("small"))).expect("small")
    }
}

/// A system, its traffic, and how it is looked at.
struct Plant {
    /// Buckets, how many of them are a day, and how many neighbours smooth the baseline.
    shape: (usize, f64, usize),
    /// Requests of a bucket at noon of a working day, about.
    requests: f64,
    /// How much slower it is in the busy half of a day, as a logarithm.
    load: f64,
    /// How far latencies spread, as the standard deviation of their logarithm.
    spread: f64,
    error_rate: f64,
    phase: f64,
}

#[derive(Clone, Copy, Debug)]
enum Change {
    None,
    /// All of it is so many times slower.
    All(f64),
    /// The slowest part is.
    Tail(f64),
    /// So large a part fails.
    Errors(f64),
}

impl Plant {
    fn new(numbers: &mut Numbers) -> Self {
        // A week in hours, a day in quarters of an hour, a month in 6 hours, an hour in minutes.
        let shapes = [(168, 24.0, 3), (96, 96.0, 4), (120, 4.0, 2), (60, 1440.0, 4)];
        Self {
            shape: shapes[numbers.whole(0, 3)],
            requests: numbers.between(60.0, 300.0),
            load: numbers.between(0.0, 0.3),
            spread: numbers.between(0.3, 0.8),
            error_rate: numbers.between(0.002, 0.02),
            phase: numbers.between(0.0, TAU),
        }
    }

    /// Makes a series with nights and weekends, days that differ a little, heavy tails, gaps, and bursts of slow and
    /// failing requests. The change is from the bucket `at` on.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "hundreds"
    )]
    fn series(&self, numbers: &mut Numbers, change: Change, at: usize) -> Vec<TrendPoint> {
        let (len, per_day, _) = self.shape;
        let drift = numbers.normal() * 0.03;
        let mut gaps = vec![false; len];
        for _ in 0..numbers.whole(0, 2) {
            let (first, many) = (numbers.whole(0, len - 1), numbers.whole(1, 6));
            for (place, gap) in gaps.iter_mut().enumerate().skip(first).take(many) {
                // In a gap nobody can find anything.
                *gap = place + 2 < at || place > at + 1;
            }
        }
        let mut bursts = vec![(1.0, 0.0); len];
        for _ in 0..numbers.whole(0, 2) {
            let first = numbers.whole(0, len - 1);
            let many = if per_day < 5.0 { 1 } else { numbers.whole(1, 3) };
            let slower = numbers.between(4.0, 20.0);
            let failing = if numbers.part() < 0.5 { numbers.between(0.2, 1.0) } else { 0.0 };
            bursts.iter_mut().skip(first).take(many).for_each(|burst| *burst = (slower, failing));
        }
        let (mut day, mut of_day) = (usize::MAX, 0.0);
        let mut point = |place: usize| {
            let days = place as f64 / per_day;
            if day != days as usize {
                (day, of_day) = (days as usize, numbers.normal() * 0.03);
            }
            let wave = (TAU * days + self.phase).sin();
            let week = if day % 7 >= 5 { 0.5 } else { 1.0 };
            let mean = self.requests * (1.0 + 0.6 * wave) * week * (1.0 + 0.1 * numbers.normal()).max(0.2);
            let count = (mean + mean.sqrt() * numbers.normal()).max(0.0).round() as u64;
            let requests = if gaps[place] { 0 } else { count };
            let level = 120_f64.ln() + self.load * wave + drift + of_day + numbers.normal() * 0.05;
            let (slower, failing) = bursts[place];
            let (mut all, mut tail, mut rate) = (1.0, 1.0, self.error_rate);
            if place >= at {
                match change {
                    Change::None => {}
                    Change::All(factor) => all = factor,
                    Change::Tail(factor) => tail = factor,
                    Change::Errors(part) => rate = part,
                }
            }
            let mut times = Vec::new();
            let mut errors = 0;
            for _ in 0..requests {
                let mut time = (level + self.spread * numbers.normal()).exp() * all * slower;
                if numbers.part() < 0.15 {
                    time *= 1.5 * tail;
                }
                if numbers.part() < 0.01 {
                    time *= numbers.between(5.0, 30.0);
                }
                times.push(time);
                errors += u64::from(numbers.part() < rate + failing);
            }
            times.sort_by(f64::total_cmp);
            let rank = (times.len() * 95).div_ceil(100);
            TrendPoint { requests, errors, latency: rank.checked_sub(1).map(|rank| times[rank]) }
        };
        (0..len).map(&mut point).collect()
    }
}

#[test]
fn changes_are_found_and_outliers_raise_no_alarm() {
    let mut missed = Vec::new();
    for seed in 1..=100_u64 {
        let numbers = &mut Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let plant = Plant::new(numbers);
        let len = plant.shape.0;
        let at = numbers.whole(len * 15 / 100, len * 85 / 100);
        let (change, quantity) = match seed % 10 {
            0..=4 => (Change::All(1.5 * (4.0_f64 / 1.5).powf(numbers.part())), Quantity::Latency),
            5 | 6 => (Change::Tail(numbers.between(2.0, 5.0)), Quantity::Latency),
            _ => (Change::Errors(numbers.between(0.08, 0.4)), Quantity::ErrorRate),
        };
        let baseline = plant.series(numbers, Change::None, 0);
        let found = trend(&baseline, &plant.series(numbers, change, at), plant.shape.2, quantity);
        let is_found = found.verdict == TrendVerdict::Worse && found.since.is_some_and(|since| since.abs_diff(at) <= 2);
        if !is_found {
            missed.push(format!("{change:?} at {at} of {len}: {:?} since {:?}", found.verdict, found.since));
        }
    }
    let mut alarms = Vec::new();
    for seed in 1..=100_u64 {
        let numbers = &mut Numbers(seed.wrapping_mul(0xd1b5_4a32_d192_ed03));
        let plant = Plant::new(numbers);
        let (baseline, flat) = (plant.series(numbers, Change::None, 0), plant.series(numbers, Change::None, 0));
        for quantity in [Quantity::Latency, Quantity::ErrorRate] {
            let found = trend(&baseline, &flat, plant.shape.2, quantity);
            if !matches!(found.verdict, TrendVerdict::Unchanged) {
                alarms.push(format!("{quantity:?}: {found:?}"));
            }
        }
    }
    let figures = format!(
        "found within two buckets: {} of 100; false alarms: {} of 200\n{}\n{}",
        100 - missed.len(),
        alarms.len(),
        missed.join("\n"),
        alarms.join("\n")
    );
    println!("{figures}");
    assert!(missed.len() <= 5 && alarms.len() <= 3, "{figures}");
}

/// Fills the journal with two weeks of two connections, of which A becomes three times as slow two days before the end.
pub(super) fn two_weeks(machine: &Machine) {
    let db = database(machine);
    let now: Timestamp = START.parse().expect("constant");
    let mut numbers = Numbers(0x00c0_ffee_1234_5678);
    db.execute_batch("BEGIN").expect("begun");
    for hour in 1..=14 * 24_i64 {
        for (connection, many) in [("A", 20), ("B", 20), ("C", u64::from(hour % 40 == 0))] {
            for _ in 0..many {
                let slower = if connection == "A" && hour <= 48 { 3 } else { 1 };
                let after =
                    SignedDuration::from_secs(-3600 * hour + i64::try_from(numbers.below(3600)).expect("small"));
                let elapsed = (100_000 + numbers.below(60_000)) * slower;
                db.execute(
                    "INSERT INTO exchange (at, profile, connection, kind, method, template, path, status, elapsed,
                     sent_bytes, received_bytes, attempt)
                     VALUES (?1, 'default', ?2, 'api', 'GET', '/api/eam/assets', '/x', 200, ?3, 0, 0, 1)",
                    params![now.checked_add(after).expect("in range").as_microsecond(), connection, elapsed],
                )
                .expect("inserted");
            }
        }
    }
    db.execute_batch("COMMIT").expect("committed");
}

#[test]
fn each_group_is_judged_against_its_own_baseline() {
    let machine = Machine::new().at(START);
    two_weeks(&machine);
    let line = "metrics --source journal --since 7d --compare 7d";
    let data = machine.run(&format!("{line} -o json")).ok().json()["data"].clone();
    assert_eq!(data["comparison"]["from"], "2026-02-15T12:00:00.000Z");
    let trend = |row: usize| data["groups"][row]["trend"].clone();
    let a = trend(0);
    assert_eq!((&a["verdict"], &a["figure"]), (&json!("worse"), &json!("p95")), "{a}");
    let since: Timestamp = a["since"].as_str().expect("a time").parse().expect("a time");
    let apart = since.duration_since("2026-02-27T12:00:00Z".parse().expect("constant")).as_hours().abs();
    assert!(apart <= 2, "{a}");
    assert!((a["ratio"].as_f64().expect("a ratio") - 3.0).abs() < 0.2, "{a}");
    assert_eq!((&a["n"], &a["n_baseline"]), (&json!(960), &json!(960)), "{a}");
    assert_eq!((&trend(1)["verdict"], &trend(1)["since"]), (&json!("unchanged"), &Value::Null), "{}", trend(1));
    assert_eq!(trend(2)["verdict"], "too_few", "{}", trend(2));
    let text = machine.run(line).ok().stdout;
    for wanted in ["A: p95 3.", "of last week, since 2026-02-27T1", "(change point; n = 960 against 960)", "too few"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let csv = machine.run(&format!("{line} -o csv")).ok().stdout;
    let rows: Vec<&str> = csv.lines().collect();
    for key in ["trend.verdict", "trend.ratio", "trend.since", "trend.n", "trend.n_baseline"] {
        assert!(rows[0].contains(key), "{key}: {csv}");
    }
    assert!(rows[1].contains(",worse,"), "{csv}");
    // On a terminal it is read at a glance.
    let text = machine.terminal(100).run(line).ok().stdout;
    assert!(text.contains("n = 960 against 960") && text.contains("since "), "{text}");
}

#[test]
fn times_that_cannot_be_compared_are_refused() {
    let machine = Machine::new().at(START);
    let refused = machine.run("metrics --source journal --since 7d --compare 1d").expect(makini::exit::Exit::Usage);
    assert!(refused.stderr.contains("both would hold the same requests"), "{}", refused.stderr);
    for wrong in ["0s", "-7d", "90001ms", "week"] {
        machine
            .run(&format!("metrics --source journal --since 1s --compare={wrong}"))
            .expect(makini::exit::Exit::Usage);
    }
    let none = machine.run("metrics --source journal --compare 7d").ok();
    assert!(none.stdout.contains("too few to tell (n = 0 against 0)"), "{}", none.stdout);
}
