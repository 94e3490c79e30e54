//! Prunes an inbox on a server: partitions are taken out as a whole, and what is left of the last one goes row by row.

use std::time::Duration;

use tokio::time::Instant;

use crate::inbox::Error;
use crate::inbox::database::{Database, Partition};

/// Rows in one statement. No receiver waits for them, but commits wait for what it wrote to the log before them: some megabytes.
const ROWS: i64 = 10_000;
/// Partitions taken out at once: half of a large inbox. Receivers wait for a millisecond or two for each, and what is the same
/// for any number is done once.
const RUN: usize = 64;
/// How long that is tried while somebody reads the inbox, whom it must not keep waiting.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long receivers wait for whoever reads, at the first try; twice as long at each further one.
const FIRST_WAIT: Duration = Duration::from_millis(25);
/// The same at most. Below the second after which the server looks for a deadlock.
const LAST_WAIT: Duration = Duration::from_millis(200);
/// Between two tries.
const PAUSE: Duration = Duration::from_millis(250);
/// A time that everything came before.
const EVER: i64 = i64::MAX;

/// Removes what came before a time, and adds how many that are. Returns how many stay because nobody handled them.
pub(super) fn prune_before(db: &Database, limit: i64, unfinished: bool, removed: &mut u64) -> Result<u64, Error> {
    let is_old = |one: &Partition| !one.open && one.received.is_none_or(|(_, newest)| newest < limit);
    let mut run = Vec::new();
    let mut all = db.partitions()?.into_iter().peekable();
    while let Some(partition) = all.next() {
        if !is_old(&partition) {
            run.clear();
            continue;
        }
        run.push(partition);
        if run.len() == RUN || !all.peek().is_some_and(is_old) {
            run = detach_run(db, run, limit, unfinished, removed)?;
        }
    }
    let mut kept = 0;
    let has_old = |one: &Partition| one.received.is_some_and(|(oldest, _)| oldest < limit);
    for partition in db.partitions()?.into_iter().filter(has_old) {
        let end = db.last_before(&partition, limit)?;
        let mut from = partition.first;
        while end.is_some_and(|end| from <= end)
            && let Some(last) = db.last_of(&partition, from, ROWS)?
        {
            *removed += db.remove_range(&partition, [from, last], limit, unfinished)?;
            from = last + 1;
        }
        let sql = "SELECT count(*) AS n FROM arrivals
            WHERE number >= ?1 AND number < ?2 AND received_at < ?3 AND state IN (1, 3)";
        let values = [partition.first, partition.past, limit].map(Into::into);
        kept += db.number(sql, &values)?.unsigned_abs();
    }
    Ok(kept)
}

/// Takes out neighbouring partitions. Returns the one that holds what stays of them, if anything does: it goes with the
/// next ones, so that there is one such partition and not one for each.
fn detach_run(
    db: &Database,
    run: Vec<Partition>,
    limit: i64,
    unfinished: bool,
    removed: &mut u64,
) -> Result<Vec<Partition>, Error> {
    let Some((lower, upper)) = run.first().zip(run.last()).map(|(first, last)| (first.first, last.past)) else {
        return Ok(run);
    };
    let chosen: Vec<i64> = run.iter().map(|one| one.id).collect();
    if let Some(gone) = detach_patiently(db, &chosen, limit, unfinished)? {
        *removed += gone;
        return Ok(db.partitions()?.into_iter().filter(|one| one.first == lower && one.past == upper).collect());
    }
    // One of them holds too much that stays; what is old in it goes row by row.
    if run.len() > 1 {
        for one in run {
            detach_run(db, vec![one], limit, unfinished, removed)?;
        }
    }
    Ok(Vec::new())
}

/// Removes the oldest, so many at once, until no more than this is in use.
pub(super) fn prune_to(db: &Database, max: u64, unfinished: bool, step: i64, removed: &mut u64) -> Result<(), Error> {
    for partition in db.partitions()? {
        let used = db.used()?;
        if used <= max {
            break;
        }
        let all = u64::try_from(partition.bytes).unwrap_or(0);
        // Not more than is asked for.
        if !partition.open
            && used.saturating_sub(all) >= max
            && let Some(gone) = detach_patiently(db, &[partition.id], EVER, unfinished)?
        {
            *removed += gone;
            continue;
        }
        let mut from = partition.first;
        while db.used()? > max
            && let Some(last) = db.last_of(&partition, from, step)?
        {
            *removed += db.remove_range(&partition, [from, last], EVER, unfinished)?;
            from = last + 1;
        }
    }
    Ok(())
}

/// Tries again while somebody reads or cleans up what is to go. Receivers wait for a moment at each try, so there is a longer
/// one in between.
fn detach_patiently(db: &Database, chosen: &[i64], before: i64, unfinished: bool) -> Result<Option<u64>, Error> {
    let start = Instant::now();
    let mut wait = FIRST_WAIT;
    loop {
        match db.detach_partitions(chosen, before, unfinished, wait) {
            Err(Error::Busy) if start.elapsed() < PATIENCE => std::thread::sleep(PAUSE),
            done => return done,
        }
        wait = (wait * 2).min(LAST_WAIT);
    }
}
