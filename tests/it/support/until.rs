//! Waiting for a condition, always with a limit: the one place in the tests that polls.

use std::time::Duration;

use makini::clock::Clock;

/// How long a condition that holds by itself may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Time between two looks.
const PAUSE: Duration = Duration::from_millis(10);

/// Returns what `condition` returns as soon as it returns something, or `None` once `limit` has passed.
pub fn within<T>(limit: Duration, mut condition: impl FnMut() -> Option<T>) -> Option<T> {
    let clock = Clock::system();
    let start = clock.moment();
    loop {
        let value = condition();
        if value.is_some() || clock.since(start) > limit {
            return value;
        }
        std::thread::sleep(PAUSE);
    }
}

/// The same, and the test fails where the limit passes.
#[track_caller]
pub fn until<T>(limit: Duration, condition: impl FnMut() -> Option<T>) -> T {
    match within(limit, condition) {
        Some(value) => value,
        None => panic!("the condition did not hold within {limit:?}"),
    }
}

/// [`until`] for a test that runs on a runtime.
pub async fn until_async<T>(limit: Duration, what: &str, mut condition: impl FnMut() -> Option<T>) -> T {
    let wait = async {
        loop {
            if let Some(value) = condition() {
                return value;
            }
            tokio::time::sleep(PAUSE).await;
        }
    };
    tokio::time::timeout(limit, wait).await.unwrap_or_else(|_| panic!("not within {limit:?}: {what}"))
}
