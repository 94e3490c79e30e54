//! Blocking work, on a thread of its own so that no task waits for it.

/// Runs it and returns what it returns. A panic in it goes on here as the same panic: told as an error, its message
/// would reach people, and it may hold what they typed.
pub async fn run<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            // Only a runtime that ends cancels work, and then no task waits here.
            Err(_) => std::future::pending().await,
        },
    }
}

/// Runs it here if it is quick, otherwise as [`run`] does: starting a thread takes longer than reading a small file.
pub async fn run_unless<T: Send + 'static>(quick: bool, work: impl FnOnce() -> T + Send + 'static) -> T {
    if quick { work() } else { run(work).await }
}

#[cfg(test)]
mod tests {
    use std::panic::AssertUnwindSafe;

    #[test]
    fn a_panic_stays_one() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        assert_eq!(runtime.block_on(super::run(|| 7)), 7);
        let caught = std::panic::catch_unwind(AssertUnwindSafe(|| {
            runtime.block_on(super::run(|| panic!("a defect")));
        }));
        assert_eq!(caught.expect_err("it goes on").downcast_ref::<&str>(), Some(&"a defect"));
    }
}
