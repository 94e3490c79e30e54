//! The time on a processor that a server takes, where the system tells it.

use std::time::Duration;

/// Returns what the threads of a process took so far. Of this process the main thread is left out, which is the load.
pub(super) fn time(process: u32) -> Option<Duration> {
    let main = (process == std::process::id()).then(|| process.to_string());
    let mut nanos = 0;
    for thread in std::fs::read_dir(format!("/proc/{process}/task")).ok()?.flatten() {
        if main.as_ref().is_some_and(|main| thread.file_name().to_str() == Some(main)) {
            continue;
        }
        // A thread may end meanwhile.
        let text = std::fs::read_to_string(thread.path().join("schedstat")).unwrap_or_default();
        nanos += text.split_whitespace().next().and_then(|nanos| nanos.parse::<u64>().ok()).unwrap_or(0);
    }
    Some(Duration::from_nanos(nanos))
}
