//! Syncs as this machine saw them, where the server lists none.

use std::cmp::Reverse;

use super::sync::of_integration;
use crate::api::connections::Integration;
use crate::api::lenient::timestamp;
use crate::api::sync::{SeenSync, Sync};

/// Puts the states of one connection together to syncs, the newest first: a running one, and the end that followed it.
pub fn together(seen: Vec<SeenSync>) -> Vec<Sync> {
    let mut states: Vec<_> = seen.into_iter().filter_map(|seen| Some((timestamp(&seen.changed_at)?, seen))).collect();
    states.sort_by_key(|(at, _)| *at);
    let mut syncs: Vec<Sync> = Vec::new();
    for (_, SeenSync { connection_id, changed_at, status }) in states {
        let state =
            Integration { sync_status: Some(status), sync_updated_at: Some(changed_at), ..Integration::default() };
        let Some(mut sync) = of_integration(&connection_id, state) else { continue };
        if sync.started_at.is_none() && sync.finished_at.is_none() {
            continue;
        }
        if let Some(running) = syncs.pop_if(|last| last.finished_at.is_none() && sync.finished_at.is_some()) {
            sync.started_at = running.started_at;
        }
        sync.extra.insert("source".into(), "journal".into());
        syncs.push(sync);
    }
    syncs.sort_by_key(|sync| Reverse(sync.finished_at.as_deref().or(sync.started_at.as_deref()).and_then(timestamp)));
    syncs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_and_its_end_are_one_sync() {
        let seen = |changed_at: &str, status: &str| SeenSync {
            connection_id: "7".into(),
            changed_at: format!("2026-03-01T{changed_at}Z"),
            status: status.into(),
        };
        let found = together(vec![
            seen("12:00:00", "inprogress"),
            seen("12:05:00", "done"),
            seen("13:05:00", "error"),
            seen("14:00:00", "inprogress"),
            seen("15:00:00", "inprogress"),
            seen("11:00:00", ""),
        ]);
        let time = |text: &Option<String>| text.as_deref().map(|text| text[11..16].to_owned()).unwrap_or_default();
        let rows: Vec<String> = found
            .iter()
            .map(|sync| {
                format!(
                    "{}-{} {}",
                    time(&sync.started_at),
                    time(&sync.finished_at),
                    sync.status.as_deref().unwrap_or_default()
                )
            })
            .collect();
        assert_eq!(rows, ["15:00- inprogress", "14:00- inprogress", "-13:05 error", "12:00-12:05 done"]);
    }
}
